/**
 * Random aging figures: from random ledgers with every kind of settlement, and from plain numbers
 * with ties, zeros and one customer.
 */
import fc from "fast-check";

import {
  agingFromBalances,
  agingTable,
  concentration,
  daysBeyondTerms,
  overdueRate,
  weightedDaysToPay,
} from "../../../src/aging/index.ts";
import type { DaysBeyondTermsVariant } from "../../../src/aging/index.ts";
import { isCreditError } from "../../../src/ground/errors.ts";
import type { Figure } from "../../../src/ground/figure.ts";
import { randomAsOf } from "../../oracle/arbitraries.ts";
import type { LedgerPair } from "../random-ledgers.ts";
import { ledgerPair } from "../random-ledgers.ts";
import type { Producers } from "./index.ts";

/** A figure of a random ledger, asked on two random days; ledgers that have none are passed over. */
export function fromLedgers(
  ask: (pair: LedgerPair, earlier: string, later: string) => Figure | undefined,
): fc.Arbitrary<Figure> {
  return fc
    .integer({ min: 1, max: 1_000_000 })
    .map((seed) => {
      const pair = ledgerPair(seed);
      const days = [randomAsOf(seed, pair.random), randomAsOf(seed + 5, pair.random)].sort();
      try {
        return ask(pair, days[0] as string, days[1] as string);
      } catch (error) {
        if (isCreditError(error)) return undefined;
        throw error;
      }
    })
    .filter((figure) => figure !== undefined);
}

const total = (pair: LedgerPair, asOf: string) => agingTable(pair.ours, { asOf }).total;

const late = (variant: DaysBeyondTermsVariant) =>
  fromLedgers(({ ours }, from, to) =>
    variant === "paid-signed" || variant === "paid-late-only"
      ? daysBeyondTerms(ours, { variant, from, to })
      : daysBeyondTerms(ours, { variant, asOf: to }),
  );

const amount = fc.oneof(
  fc.constantFrom("0", "-5", "100", "100.00"),
  fc.integer({ min: -99, max: 999_999 }).map((cents) => String(cents / 100)),
);

const concentrations = fc
  .tuple(fc.array(amount, { minLength: 1, maxLength: 12 }), fc.integer({ min: 1, max: 14 }))
  .map(([amounts, n]) => {
    const balances = amounts.map((each, index) => ({ party: `C${String(index)}`, amount: each }));
    try {
      return concentration({ balances, top: [n] });
    } catch (error) {
      if (isCreditError(error)) return undefined;
      throw error;
    }
  })
  .filter((found) => found !== undefined);

/** Balances with zeros, credits and many of one customer. */
const balanceTables = fc
  .tuple(
    fc.uniqueArray(
      fc.record({
        party: fc.constantFrom("A", "B", "__proto__"),
        bucket: fc.constantFrom("not due", "1-30", "31+"),
        amount,
      }),
      { selector: ({ party, bucket }) => `${party} ${bucket}`, maxLength: 9 },
    ),
    fc.constantFrom("separate" as const, "own-date" as const),
  )
  .map(([rows, credits]) =>
    agingFromBalances(rows, { asOf: "2026-06-30", currency: "EUR", edges: [30], credits }),
  );

export const producers: Producers = {
  "aging/class-balance": balanceTables.map(({ total }) => total.buckets[1]?.amount as Figure),
  "aging/credit-balances": balanceTables.map(({ total }) => total.credits),
  "aging/net": fromLedgers((pair, _, asOf) => total(pair, asOf).net),
  "aging/current": fromLedgers((pair, _, asOf) => total(pair, asOf).current),
  "aging/control-difference": fc
    .tuple(
      fromLedgers(({ ours }, _, asOf) => {
        const { control } = agingTable(ours, { asOf, controlBalance: "12.34" }).identity;
        if (control === "not-given") throw new Error("the control balance was given");
        return control.difference;
      }),
    )
    .map(([figure]) => figure),
  "aging/overdue-rate": fc
    .tuple(fc.integer({ min: 0, max: 999_999 }), fc.integer({ min: 1, max: 999_999 }))
    .map(([overdue, receivables]) => overdueRate({ overdue, receivables })),
  "aging/hhi": concentrations.map(({ hhi }) => hhi),
  "aging/effective-number": concentrations.map(({ effectiveNumber }) => effectiveNumber),
  "aging/normalized-hhi": concentrations.map(({ normalizedHhi }) => normalizedHhi),
  "aging/top-share": concentrations.map(({ topShares }) => topShares[0]?.share as Figure),
  "aging/weighted-days-to-pay": fromLedgers(({ ours }, from, to) =>
    weightedDaysToPay(ours, { from, to }),
  ),
  "aging/days-beyond-terms-paid-signed": late("paid-signed"),
  "aging/days-beyond-terms-paid-late-only": late("paid-late-only"),
  "aging/days-beyond-terms-open-over-all": late("open-over-all"),
  "aging/days-beyond-terms-open-over-past-due": late("open-over-past-due"),
};
