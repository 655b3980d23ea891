/**
 * Plans, forecasts and receipts against the oracle on random ledgers: every figure exact, and
 * verified item by item. `LEDGERS` says on how many.
 *
 * The ledgers are those of the other laws (installments, disputes, credit items, reversals, sources
 * of other parties, snapshots); days mostly while the ledger moves, often after. The test prints
 * how many were refused for a history too short or for want of payments.
 */
import Fraction from "fraction.js";
import { describe, expect, it } from "vitest";

import {
  cashForecast,
  collectionPlan,
  isCreditError,
  receipts,
  receivablesBalance,
  receivablesRollForward,
} from "trade-credit";
import type { Figure, PlanAmounts } from "trade-credit";
import { verify } from "trade-credit/explain";

import { addMonths } from "../../src/ground/months.ts";
import { randomAsOf } from "../oracle/arbitraries.ts";
import { dayNumber, isoText } from "../oracle/calendar.ts";
import * as oracle from "../oracle/collections.ts";
import { exactOf, minorOf } from "../support/exact.ts";
import { expectOften } from "../support/often.ts";
import { habitAsked, ratesAsked, targetAsked } from "../support/producers/collections.ts";
import { onRandomLedgers } from "../support/random-ledgers.ts";
import type { LedgerPair } from "../support/random-ledgers.ts";

const COUNT = Number(process.env["LEDGERS"] ?? 400);
const TIMEOUT = 60_000 + COUNT * 100;

/** What a call answers, or the code with which it refuses. */
function answered<T>(call: () => T): T | string {
  try {
    return call();
  } catch (error) {
    if (!isCreditError(error)) throw error;
    return error.code;
  }
}

/** Asks of every ledger; says how many answered. */
function onDays(ask: (pair: LedgerPair, asOf: string) => boolean): void {
  const seen = { answered: 0, refused: 0 };
  onRandomLedgers((pair) => {
    const isAnswered = ask(pair, randomAsOf(pair.seed + 11, pair.random));
    seen[isAnswered ? "answered" : "refused"] += 1;
  }, COUNT);
  console.info(`${seen.answered} answered, ${seen.refused} refused`);
  expectOften(seen.answered, COUNT, 0.25);
}

const byOf = (seed: number) => (seed % 2 === 0 ? "week" : "month");

describe("collectionPlan", () => {
  it(
    "is what the oracle finds, in total and of every party, and its parts sum to its total",
    { timeout: TIMEOUT },
    () => {
      onDays(({ ours, oracle: theirs, seed }, asOf) => {
        const by = byOf(seed);
        const periods = 1 + (seed % 9);
        const found = answered(() => collectionPlan(ours, { asOf, by, periods }));
        const spans = oracle.spansFrom(isoText(dayNumber(asOf) + 1), by, periods);
        if (typeof found === "string") {
          expect(oracle.plan(theirs, asOf, spans)).toBe(found);
          return false;
        }
        const minor = (figure: Figure) => minorOf(figure, ours.minorUnits);
        const check = (amounts: PlanAmounts, party?: string) => {
          const { overdue, later, total, disputed } = amounts;
          expect(amounts.periods.map(({ from, to }) => ({ from, to }))).toEqual(spans);
          const expected = oracle.plan(theirs, asOf, spans, party) as oracle.Spread;
          const each = amounts.periods.map(({ amount }) => minor(amount));
          expect([minor(overdue), each, minor(later)]).toEqual([
            expected.before,
            expected.periods,
            expected.after,
          ]);
          const parts = [overdue, ...amounts.periods.map(({ amount }) => amount), later];
          const sum = parts.map(exactOf).reduce((a, b) => a.add(b), new Fraction(0));
          expect(sum.toFraction()).toBe(exactOf(total).toFraction());
          const scope = party === undefined ? {} : { party };
          const gross = receivablesBalance(ours, { asOf, credits: "gross", ...scope });
          expect(minor(total)).toBe(minor(gross) - minor(disputed));
        };
        check(found);
        for (const row of found.parties) check(row, row.party);
        const { ok, given } = verify(found, { ledger: ours });
        expect({ ok, given }).toEqual({ ok: true, given: 0 });
        return true;
      });
    },
  );

  it("cuts the first week at the day of the plan and counts what is due that day in it", () => {
    // 2026-07-01 is a Wednesday.
    const plan = oracle.spansFrom("2026-07-02", "week", 2);
    expect(plan).toEqual([
      { from: "2026-07-02", to: "2026-07-05" },
      { from: "2026-07-06", to: "2026-07-12" },
    ]);
  });
});

describe("cashForecast", () => {
  it(
    "by days late is what the oracle finds, in total and of every party",
    { timeout: TIMEOUT },
    () => {
      onDays(({ ours, oracle: theirs, seed }, asOf) => {
        const asked = habitAsked(asOf, byOf(seed));
        const found = answered(() => cashForecast(ours, asked));
        const spans = oracle.spansFrom(isoText(dayNumber(asOf) + 1), asked.by, 3);
        const from = isoText(addMonths(dayNumber(asOf), -24) + 1);
        const window = { from, to: asOf };
        if (typeof found === "string") {
          if (theirs.answersFor(from)) {
            expect(oracle.expected(theirs, asOf, spans, window)).toBe(found);
          } else expect(found).toBe("history_too_short");
          return false;
        }
        const minor = (figure: Figure) => minorOf(figure, ours.minorUnits);
        for (const row of [found, ...found.parties]) {
          const party = "party" in row ? row.party : undefined;
          const expected = oracle.expected(theirs, asOf, spans, window, party) as oracle.Spread;
          expect(expected.before).toBe(0n);
          expect(row.periods.map(({ amount }) => minor(amount))).toEqual(expected.periods);
          expect(minor(row.later)).toBe(expected.after);
        }
        const { ok, given } = verify(found, { ledger: ours });
        expect({ ok, given }).toEqual({ ok: true, given: 0 });
        return true;
      });
    },
  );

  it("by DSO target and by roll rates is what the oracle finds", { timeout: TIMEOUT }, () => {
    onDays(({ ours, seed }, asOf) => {
      const dso = String(seed % 120);
      const target = answered(() => cashForecast(ours, targetAsked(asOf, dso)));
      if (typeof target === "string") return false;
      const sales = targetAsked(asOf, dso).sales.map(({ sales: each }, index) => {
        const { from, to } = target.periods[index] as { from: string; to: string };
        return {
          sales: String(typeof each === "object" ? each.value : each),
          days: dayNumber(to) - dayNumber(from) + 1,
        };
      });
      const opening = exactOf(receivablesBalance(ours, { asOf }));
      const theirs = oracle.cashAtTarget(opening, dso, sales);
      expect(
        target.periods.map(({ closing, amount }) => [exactOf(closing), exactOf(amount)]),
      ).toEqual(theirs.map(({ closing, cash }) => [closing, cash]));
      const asked = ratesAsked(asOf);
      const rolled = cashForecast(ours, asked);
      const { classes } = rolled.periods[0]?.amount.inputs as { classes: { balance: Figure }[] };
      const balances = classes.map(({ balance }) => exactOf(balance));
      const cash = oracle.cashByRollRates(balances, asked.rates, asked.periods);
      expect(rolled.periods.map(({ amount }) => exactOf(amount).toFraction())).toEqual(
        cash.map((each) => each.toFraction()),
      );
      const sum = [...rolled.periods.map(({ amount }) => amount), rolled.later].map(exactOf);
      const total = sum.reduce((a, b) => a.add(b), new Fraction(0));
      expect(total.toFraction()).toBe(exactOf(rolled.total).toFraction());
      expect(verify([target, rolled], { ledger: ours }).ok).toBe(true);
      return true;
    });
  });
});

describe("receipts", () => {
  it("is the payments line of the roll-forward, period by period", { timeout: TIMEOUT }, () => {
    onDays(({ ours, seed }, asOf) => {
      const from = isoText(dayNumber(asOf) - (seed % 60));
      const came = answered(() => receipts(ours, { from, to: asOf, by: byOf(seed) }));
      if (typeof came === "string") return false;
      for (const { amount, ...span } of came) {
        const { total } = receivablesRollForward(ours, span);
        expect(amount.value.eq(total.payments.value)).toBe(true);
      }
      expect([came[0]?.from, came.at(-1)?.to]).toEqual([from, asOf]);
      expect(verify(came, { ledger: ours })).toMatchObject({ ok: true, given: 0 });
      return true;
    });
  });
});
