/** Collection effectiveness of a ledger: by hand, and against a computation item by item. */
import { describe, expect, it, test } from "vitest";

import { collectionEffectiveness, ledgerFromItems, receivablesBalance } from "trade-credit";
import type { CollectionEffectiveness, LedgerItem } from "trade-credit";
import { verify } from "trade-credit/explain";

import { randomAsOf } from "../oracle/arbitraries.ts";
import { dayNumber, isoText } from "../oracle/calendar.ts";
import { collectionEffectiveness as oracleIndex } from "../oracle/dso.ts";
import type { OracleLedger } from "../oracle/ledger.ts";
import { exactOrReason, minorOf } from "../support/exact.ts";
import { expectOften } from "../support/often.ts";
import { LEDGERS, onRandomLedgers } from "../support/random-ledgers.ts";
import { refusalOf } from "./refusals.ts";

const TIMEOUT = 60_000 + LEDGERS * 60;

const invoice = (id: string, documentDate: string, dueDate: string, amount: number) => ({
  id,
  party: "A",
  documentDate,
  dueDate,
  amount,
});
const june = { from: "2026-06-01", to: "2026-06-30" };
const asked = (items: readonly LedgerItem[], more: object = {}) =>
  collectionEffectiveness(ledgerFromItems(items, { currency: "EUR" }), { ...june, ...more });
const numbers = ({ opening, sales, closing, current }: CollectionEffectiveness) =>
  [opening, sales, closing, current].map(({ value }) => value.toNumber());

describe("collection effectiveness", () => {
  const overdue = invoice("1", "2026-04-10", "2026-05-10", 100);
  const notDue = invoice("2", "2026-06-10", "2026-07-10", 400);
  const payment = { ...invoice("3", "2026-06-20", "2026-06-20", 60), kind: "payment" as const };

  it("sets credit items against what is past due first", () => {
    // 60 on account leave 40 of the 100 past due: 100 + 400 − 440 of 100 + 400 − 400.
    const { total } = asked([overdue, notDue, payment]);
    expect(numbers(total)).toEqual([100, 400, 440, 400]);
    expect(exactOrReason(total.index)).toBe("3/5");
  });

  it("is 1 where nothing past due is left, though credit items exceed it", () => {
    // 160 on account: 340 are left of the 400 that are not due, so 340 are current, not 400.
    const { total } = asked([overdue, notDue, { ...payment, amount: 160 }]);
    expect(numbers(total)).toEqual([100, 400, 340, 340]);
    expect(exactOrReason(total.index)).toBe("1");
  });

  it("is absent for a credit balance at either end, and where nothing could be collected", () => {
    const prepaid = { ...payment, documentDate: "2026-05-20" };
    expect(exactOrReason(asked([prepaid, notDue]).total.index)).toBe("credit_balance");
    expect(exactOrReason(asked([overdue, { ...payment, amount: 900 }]).total.index)).toBe(
      "credit_balance",
    );
    expect(numbers(asked([overdue, { ...payment, amount: 900 }]).total)).toEqual([100, 0, -800, 0]);
    expect(exactOrReason(asked([notDue]).total.index)).toBe("not_defined");
  });

  it("counts an item due on the last day as past due where that is asked", () => {
    const onTheDay = [invoice("1", "2026-05-31", "2026-06-30", 100), notDue];
    expect(numbers(asked(onTheDay).total)).toEqual([100, 400, 500, 500]);
    expect(exactOrReason(asked(onTheDay).total.index)).toBe("not_defined");
    const strict = asked(onTheDay, { dueDayIsOverdue: true }).total;
    expect(numbers(strict)).toEqual([100, 400, 500, 400]);
    expect(exactOrReason(strict.index)).toBe("0");
  });

  it("refuses a window that ends before it begins", () => {
    expect(refusalOf(() => asked([notDue], { to: "2026-05-31" })).faults).toEqual([
      "to must not be before `from`",
    ]);
  });
});

/** The same from the items, one by one. */
function byItems(
  oracle: OracleLedger,
  { from, to }: { from: string; to: string },
  party: string | undefined,
) {
  const filter = party === undefined ? {} : { party };
  const opening = oracle.balance(isoText(dayNumber(from) - 1), filter) as bigint;
  const closing = oracle.balance(to, filter) as bigint;
  const sales = oracle.sales(dayNumber(from), dayNumber(to), "gross", filter);
  const units = oracle.openUnits(to, to, filter);
  if (typeof units === "string") throw new Error(units);
  let notDue = 0n;
  for (const { open, isDebit, dueDate } of units) {
    if (isDebit && dayNumber(dueDate as string) >= dayNumber(to)) notDue += open;
  }
  const covered = closing < notDue ? closing : notDue;
  const current = covered < 0n ? 0n : covered;
  const index =
    opening < 0n || closing < 0n
      ? "credit_balance"
      : oracleIndex({
          openingReceivables: opening,
          sales,
          closingReceivables: closing,
          closingCurrent: current,
        });
  return { opening, sales, closing, current, index };
}

test(
  "equals the items one by one, in total and for every customer, in rows and in columns",
  () => {
    const seen = { defined: 0, credit: 0, covered: 0 };
    onRandomLedgers(({ seed, random, ours, oracle }) => {
      const days = [randomAsOf(seed, random), randomAsOf(seed + 5, random)].sort();
      const window = { from: days[0] as string, to: days[1] as string };
      let table;
      try {
        table = collectionEffectiveness(ours, window);
      } catch (error) {
        expect((error as { code: string }).code).toBe("history_too_short");
        return;
      }
      const { minorUnits } = random.options;
      const columns = table.parties.columns() ?? {};
      const check = (party: string | undefined, row: CollectionEffectiveness) => {
        const { index, ...money } = byItems(oracle, window, party);
        for (const [name, minor] of Object.entries(money)) {
          const figure = row[name as keyof typeof money];
          expect(minorOf(figure, minorUnits)).toBe(minor);
        }
        const expected = typeof index === "string" ? index : index.toFraction();
        expect(exactOrReason(row.index)).toBe(expected);
        if (index === "credit_balance") seen.credit += 1;
        else if (typeof index !== "string") seen.defined += 1;
        if (money.current < money.closing) seen.covered += 1;
      };
      check(undefined, table.total);
      table.parties.toArray().forEach((row, at) => {
        check(row.party, row);
        const { index } = row;
        expect(columns["index"]?.valid[at]).toBe(index.value === null ? 0 : 1);
        if (index.value === null) expect(columns["index"]?.reasons?.[at]).toBe(index.reason.code);
        else expect(columns["index"]?.values[at]).toBe(Number(index.value));
        for (const name of ["opening", "sales", "closing", "current"] as const) {
          expect(columns[name]?.values[at]).toBe(Number(minorOf(row[name], minorUnits)));
        }
      });
      if (seed % 10 > 0) return;
      expect(verify(table, { ledger: ours }).ok).toBe(true);
      const balance = receivablesBalance(ours, { asOf: window.to });
      expect(minorOf(table.total.closing, minorUnits)).toBe(minorOf(balance, minorUnits));
    });
    expectOften(seen.defined, LEDGERS, 0.5);
    expectOften(seen.credit, LEDGERS, 0.05);
    expectOften(seen.covered, LEDGERS, 0.2);
  },
  TIMEOUT,
);
