import Fraction from "fraction.js";
import { expect, test } from "vitest";

import { averageCreditTerm, ledgerFromItems } from "trade-credit";
import type { Figure } from "trade-credit";
import { verify } from "trade-credit/explain";

import { randomAsOf } from "../oracle/arbitraries.ts";
import { dayNumber } from "../oracle/calendar.ts";
import type { LedgerItem } from "../oracle/items.ts";
import { answerOf } from "../support/exact.ts";
import { expectOften } from "../support/often.ts";
import { LEDGERS, onRandomLedgers } from "../support/random-ledgers.ts";

/** Σ amount × days ÷ Σ amount, over the documents as they were given. */
function termOf(items: readonly LedgerItem[], from: string, to: string, party?: string): string {
  let weighted = new Fraction(0);
  let sold = new Fraction(0);
  for (const item of items) {
    const { kind, status = "posted", documentDate } = item;
    if (status !== "posted" || !["invoice", "debit-note"].includes(kind)) continue;
    if (documentDate < from || documentDate > to) continue;
    if (party !== undefined && item.party !== party) continue;
    const parts = item.installments ?? [{ dueDate: item.dueDate ?? "", amount: item.amount }];
    for (const part of parts) {
      const amount = new Fraction(String(part.amount));
      const days = dayNumber(part.dueDate) - dayNumber(documentDate);
      weighted = weighted.add(amount.mul(days));
      sold = sold.add(amount);
    }
  }
  return sold.equals(0) ? "not_defined" : weighted.div(sold).toFraction();
}

test(
  "the average term is that of the documents, one by one, and verifies",
  () => {
    let defined = 0;
    onRandomLedgers(({ seed, random, ours }) => {
      const dates = [randomAsOf(seed, random), randomAsOf(seed + 3_000_000, random)].sort();
      const [from, to] = dates as [string, string];
      const party = seed % 3 === 0 ? ours.parties[0] : undefined;
      const scope = party === undefined ? {} : { party };
      const ask = () => averageCreditTerm(ours, { from, to, ...scope });
      const expected = termOf(random.items, from, to, party);
      expect(answerOf(ask as () => Figure)).toBe(expected);
      if (expected === "not_defined" || seed % 7 > 0) return;
      defined += 1;
      expect(verify(ask(), { ledger: ours }).failures).toEqual([]);
    });
    expectOften(defined, LEDGERS, 0.02);
  },
  60_000 + LEDGERS * 30,
);

test("a document due before its date has a negative term, and installments count one by one", () => {
  const ledger = ledgerFromItems(
    [
      { id: "1", party: "A", documentDate: "2026-06-10", dueDate: "2026-06-05", amount: 100 },
      {
        id: "2",
        party: "A",
        documentDate: "2026-06-10",
        amount: 300,
        installments: [
          { dueDate: "2026-06-20", amount: 100 },
          { dueDate: "2026-07-10", amount: 200 },
        ],
      },
    ],
    { currency: "EUR" },
  );
  // (−5 × 100 + 10 × 100 + 30 × 200) ÷ 400
  const june = { from: "2026-06-01", to: "2026-06-30" };
  expect(averageCreditTerm(ledger, june).value.toFixed()).toBe("16.25");
});
