/**
 * Roll rates, bad debt by rule, loss rates, provisions and chains against a slow oracle: random
 * ledgers (as `test/oracle/arbitraries.ts` describes them), and random numbers with zeros, rates
 * at the cap and classes that are passed over.
 */
import fc from "fast-check";
import Fraction from "fraction.js";
import { expect, test } from "vitest";

import {
  badDebtByRule,
  lossRates,
  provisionMatrix,
  receivablesMarkov,
  rollRates,
} from "trade-credit";
import { verify } from "trade-credit/explain";

import { Random, randomAsOf } from "../oracle/arbitraries.ts";
import type { RandomLedger } from "../oracle/arbitraries.ts";
import { dayNumber, isoText } from "../oracle/calendar.ts";
import * as oracle from "../oracle/provisions.ts";
import { exactOf, exactOrReason, minorOf } from "../support/exact.ts";
import { expectOften } from "../support/often.ts";
import { chains, monthEndsBetween } from "../support/producers/provisions.ts";
import { LEDGERS, onRandomLedgers } from "../support/random-ledgers.ts";

const TIMEOUT = 60_000 + LEDGERS * 60;

const text = (answer: string | Fraction): string =>
  typeof answer === "string" ? answer : answer.toFraction();

test(
  "roll rates are those of the items, one by one",
  () => {
    const seen = { rates: 0, none: 0, above: 0, refused: 0 };
    onRandomLedgers(({ seed, random, ours, oracle: slow }) => {
      const days = [randomAsOf(seed, random), randomAsOf(seed + 7, random)].sort();
      const monthEnds = monthEndsBetween(days[0] as string, days[1] as string);
      const pick = new Random(seed ^ 0x51f15);
      const party = pick.chance(0.3) && ours.parties.length > 0 ? pick.pick(ours.parties) : null;
      const scope = party === null ? {} : { party };
      const through = pick.int(0, 4);
      if (!slow.answersFor(monthEnds[0] as string)) {
        expect(() => rollRates(ours, { monthEnds, ...scope })).toThrow(/snapshots/);
        seen.refused += 1;
        return;
      }
      const answer = rollRates(ours, { monthEnds, through, ...scope });
      const expected = answer.rolls.map(({ months }) =>
        text(oracle.rollRate(slow, monthEnds, months, scope)),
      );
      expect(answer.rolls.map(({ rate }) => exactOrReason(rate))).toEqual(expected);
      expect(answer.rolls.map(({ months }) => months)).toEqual(
        Array.from({ length: through + 1 }, (_, at) => at - 1),
      );
      const month = answer.months.at(-1);
      expect(month?.rolls.map(({ rate }) => exactOrReason(rate))).toEqual(
        answer.rolls.map(({ months }) =>
          text(oracle.rollRate(slow, monthEnds.slice(-2), months, scope)),
        ),
      );
      if (seed % 10 === 0) {
        expect(verify(answer, { ledger: ours }).failures).toEqual([]);
        expect(verify(JSON.parse(JSON.stringify(answer)), { ledger: ours }).failures).toEqual([]);
      }
      for (const each of expected) {
        if (each === "not_defined") seen.none += 1;
        else seen.rates += 1;
        if (each !== "not_defined" && new Fraction(each).compare(1) > 0) seen.above += 1;
      }
    });
    // Most ledgers are small: many classes are empty. Reversals make some rates pass 1.
    expectOften(seen.rates, LEDGERS, 0.5);
    expectOften(seen.none, LEDGERS, 0.1);
  },
  TIMEOUT,
);

test(
  "bad debt by rule is that of the items, and the two rules differ by the items listed",
  () => {
    const seen = { bad: 0, different: 0 };
    onRandomLedgers(({ seed, random, ours, oracle: slow }) => {
      const pick = new Random(seed ^ 0x77aa1);
      const asOf = pick.chance(0.5) ? nearAnEdge(pick, random) : randomAsOf(seed, random);
      const after = pick.pick([{ months: 1 }, { months: 3 }, { days: 30 }, { days: 90 }] as const);
      const party = pick.chance(0.3) && ours.parties.length > 0 ? pick.pick(ours.parties) : null;
      const scope = party === null ? {} : { party };
      const units = slow.openUnits(asOf, asOf, scope);
      if (typeof units === "string") {
        expect(() => badDebtByRule(ours, { asOf, after })).toThrow(/snapshots/);
        return;
      }
      const other = "days" in after ? { months: after.days / 30 } : { days: after.months * 30 };
      const answer = badDebtByRule(ours, { asOf, after, ...scope });
      const [bad, badByOther] = [after, other].map((rule) =>
        oracle.badUnits(units, asOf, rule),
      ) as [typeof units, typeof units];
      const debits = oracle.totalOf(units.filter(({ isDebit }) => isDebit));
      const minorUnits = random.options.minorUnits;
      expect(minorOf(answer.amount, minorUnits)).toBe(oracle.totalOf(bad));
      const share = () => new Fraction(oracle.totalOf(bad)).div(new Fraction(debits)).toFraction();
      expect(exactOrReason(answer.rate)).toBe(debits === 0n ? "not_defined" : share());
      expect(answer.items.toArray().map(({ id }) => id)).toEqual(bad.map(({ id }) => id));
      const { difference } = answer;
      if (!difference) throw new Error("there is a rule to compare with");
      expect(difference.after).toEqual(other);
      expect(minorOf(difference.amount, minorUnits)).toBe(oracle.totalOf(badByOther));
      expect(minorOf(difference.change, minorUnits)).toBe(
        oracle.totalOf(bad) - oracle.totalOf(badByOther),
      );
      const apart = units.filter((unit) => bad.includes(unit) !== badByOther.includes(unit));
      expect(difference.items.toArray().map(({ id }) => id)).toEqual(apart.map(({ id }) => id));
      expect(verify(answer, { ledger: ours }).failures).toEqual([]);
      seen.bad += bad.length;
      seen.different += apart.length;
    });
    expectOften(seen.bad, LEDGERS, 0.2);
    expectOften(seen.different, LEDGERS, 0.01);
  },
  TIMEOUT,
);

/** A day on which some item is 30 or 90 days past due, or a day or two more or less. */
function nearAnEdge(pick: Random, { items }: RandomLedger): string {
  const due = items.flatMap(({ dueDate }) => dueDate ?? []);
  const days = pick.pick([29, 30, 31, 32, 89, 90, 91, 92] as const);
  return due.length === 0 ? "2024-06-30" : isoText(dayNumber(pick.pick(due)) + days);
}

const share = fc.integer({ min: 0, max: 150 }).map((each) => String(each / 100));

test("loss rates are products of rolls, at most 1", () => {
  fc.assert(
    fc.property(fc.array(share, { minLength: 1, maxLength: 8 }), (rates) => {
      const rolls = rates.map((rate, at) => ({ bucket: String(at), rate }));
      const found = lossRates({ rolls }).rows.map(({ lossRate }) => exactOf(lossRate).toFraction());
      expect(found).toEqual(oracle.lossRates(rates).map(text));
    }),
  );
});

const matrixRow = fc.record({
  balance: fc.integer({ min: 50, max: 99_999 }),
  rate: fc.integer({ min: 0, max: 100 }).map((each) => String(each / 100)),
  reached: fc.option(fc.integer({ min: 1, max: 40 }), { nil: undefined }),
  specific: fc.integer({ min: 0, max: 50 }),
});

test("provisions are balance less specific items, times a rate of at most 1", () => {
  const factors = fc.constantFrom("1", "1.1", "0.5", "3");
  fc.assert(
    fc.property(fc.array(matrixRow, { maxLength: 8 }), factors, (cells, forwardFactor) => {
      const rows = cells.map(({ balance, rate, reached }, at) => ({
        ...{ bucket: String(at), balance },
        ...(reached === undefined ? { lossRate: rate } : { reached }),
      }));
      const specific = cells.map(({ specific: amount }, at) => ({
        ...{ id: `S${String(at)}`, bucket: String(at), amount, provision: amount },
      }));
      const asked = { rows, specific, history: { loss: 7 }, forwardFactor, existingAllowance: 10 };
      const answer = provisionMatrix(asked);
      const expected = oracle.provisions(
        cells.map(({ rate, ...cell }) => ({
          balance: cell.balance,
          specific: cell.specific,
          ...(cell.reached === undefined ? { lossRate: rate } : { reached: cell.reached }),
        })),
        7,
        forwardFactor,
      );
      expect(answer.rows.map(({ provision }) => exactOf(provision).toFraction())).toEqual(
        expected.map(text),
      );
      const matrix = expected.reduce((total, each) => total.add(each), new Fraction(0));
      const own = cells.reduce((total, cell) => total + cell.specific, 0);
      expect(exactOf(answer.total).equals(matrix)).toBe(true);
      expect(exactOf(answer.allowance).equals(matrix.add(own))).toBe(true);
      expect(answer.charge && exactOf(answer.charge).equals(matrix.add(own).sub(10))).toBe(true);
    }),
  );
});

test("a chain ends as the equations of its classes say, to 33 digits", () => {
  const close = (found: Fraction, expected: Fraction): boolean =>
    found
      .sub(expected)
      .abs()
      .mul(10n ** 33n)
      .compare(expected.abs()) <= 0;
  fc.assert(
    fc.property(chains, (input) => {
      const { transitions, balances } = input;
      const answer = receivablesMarkov(input);
      const next = transitions.map((row) => row.next);
      const paid = oracle.outcomes(
        next,
        transitions.map((row) => row.paid),
      );
      const bad = oracle.outcomes(
        next,
        transitions.map((row) => row.bad),
      );
      const periods = oracle.outcomes(
        next,
        transitions.map(() => 1),
      );
      answer.classes.forEach((found, at) => {
        expect(close(exactOf(found.paidShare), paid[at] as Fraction)).toBe(true);
        expect(close(exactOf(found.badShare), bad[at] as Fraction)).toBe(true);
        expect(close(exactOf(found.periods), periods[at] as Fraction)).toBe(true);
      });
      const amounts = balances.map(({ amount }) => new Fraction(amount));
      const lost = amounts.reduce(
        (total, amount, at) => total.add(amount.mul(bad[at] as Fraction)),
        new Fraction(0),
      );
      expect(close(exactOf(answer.bad), lost)).toBe(true);
      const all = amounts.reduce((total, amount) => total.add(amount), new Fraction(0));
      expect(close(exactOf(answer.bad).add(exactOf(answer.paid)), all)).toBe(true);
    }),
  );
});
