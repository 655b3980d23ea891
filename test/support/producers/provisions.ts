/**
 * Random roll rates, loss rates, provisions and chains: from random ledgers, and from numbers with
 * zeros, rates at the cap, nested figures and classes that are passed over.
 */
import fc from "fast-check";

import {
  agingComparison,
  agingTable,
  badDebtByRule,
  lossRates,
  provisionMatrix,
  receivablesMarkov,
  rollRates,
  rollRatesFromBalances,
} from "../../../src/aging/index.ts";
import type { ComparedMeasure } from "../../../src/aging/index.ts";
import { isAbsent } from "../../../src/ground/figure.ts";
import type { Absent, Figure } from "../../../src/ground/figure.ts";
import { fromLedgers } from "./aging.ts";
import type { Producers } from "./index.ts";

/** The month ends from one day to another, at least two. */
export function monthEndsBetween(from: string, to: string): string[] {
  const ends: string[] = [];
  const [year, month] = [Number(from.slice(0, 4)), Number(from.slice(5, 7))];
  for (let next = 0; next < 2 || (ends.at(-1) ?? "") < to; next += 1) {
    ends.push(new Date(Date.UTC(year, month + next, 0)).toISOString().slice(0, 10));
  }
  return ends.slice(0, 14);
}

const firstFigure = (list: readonly unknown[]): Figure | undefined =>
  list.find((each) => !isAbsent(each)) as Figure | undefined;

/** Those of which there is one. */
const some = <T>(arbitrary: fc.Arbitrary<T | undefined>): fc.Arbitrary<T> =>
  arbitrary.filter((each) => each !== undefined);

const money = fc.oneof(
  fc.constantFrom("0", "100", "0.01"),
  fc.integer({ min: 0, max: 9_999_999 }).map((cents) => String(cents / 100)),
);
const share = fc.oneof(
  fc.constantFrom("0", "1", "0.5"),
  fc.integer({ min: 0, max: 1000 }).map((each) => String(each / 1000)),
);

const balanceRolls = fc
  .record({
    size: fc.integer({ min: 1, max: 4 }),
    months: fc.integer({ min: 2, max: 5 }),
    cells: fc.array(money, { minLength: 25, maxLength: 25 }),
    last: fc.boolean(),
  })
  .map(({ size, months, cells, last }) => {
    const row = (at: number) => cells.slice(at * months, (at + 1) * months);
    const classes = Array.from({ length: size }, (_, at) => ({
      bucket: `class ${String(at)}`,
      balances: row(at),
    }));
    return rollRatesFromBalances(last ? { classes, writtenOff: row(size) } : { classes }).rolls;
  });

const losses = fc.oneof(
  fc
    .array(fc.oneof(share, fc.constantFrom("1.2", "3")), { minLength: 1, maxLength: 5 })
    .map((rates) =>
      lossRates({ rolls: rates.map((rate, at) => ({ bucket: `class ${String(at)}`, rate })) }),
    ),
  balanceRolls
    .map((rolls) => rolls.filter(({ rate }) => !isAbsent(rate)))
    .filter((rolls) => rolls.length > 0)
    .map((rolls) => lossRates({ rolls })),
);

const reachedLosses = fc
  .tuple(fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 5 }), money)
  .map(([amounts, loss]) =>
    lossRates({
      reached: amounts.map((reached, at) => ({ bucket: `class ${String(at)}`, reached })),
      loss,
    }),
  );

const matrices = fc
  .record({
    cells: fc.array(
      fc.record({
        balance: fc.integer({ min: 100, max: 99_999 }),
        lossRate: share,
        reached: fc.option(fc.integer({ min: 1, max: 300 }), { nil: undefined }),
        own: fc.option(fc.integer({ min: 0, max: 100 }), { nil: undefined }),
      }),
      { maxLength: 6 },
    ),
    nested: fc.option(losses, { nil: undefined }),
    factor: fc.constantFrom(undefined, "1", "1.1", "0.9", "7"),
    existing: money,
  })
  .map(({ cells, nested, factor, existing }) => {
    const rows = cells.map(({ balance, lossRate, reached }, at) => {
      const bucket = `class ${String(at)}`;
      const rate = nested?.rows[at]?.lossRate ?? lossRate;
      return reached === undefined
        ? { bucket, balance, lossRate: rate }
        : { bucket, balance, reached };
    });
    const specific = cells.flatMap(({ own }, at) =>
      own === undefined
        ? []
        : [{ id: `S${String(at)}`, bucket: `class ${String(at)}`, amount: own, provision: own }],
    );
    return provisionMatrix({
      rows,
      history: { loss: "2.5" },
      specific,
      existingAllowance: existing,
      ...(factor === undefined ? {} : { forwardFactor: factor }),
    });
  });

/** Chains whose shares sum to 1, some of them zero, every class ending somewhere. */
export const chains = fc
  .integer({ min: 1, max: 5 })
  .chain((size) =>
    fc.tuple(
      fc.array(
        fc.tuple(
          fc.integer({ min: 1, max: 9 }),
          fc.integer({ min: 0, max: 4 }),
          fc.array(fc.integer({ min: 0, max: 9 }), { minLength: size, maxLength: size }),
        ),
        { minLength: size, maxLength: size },
      ),
      fc.array(money, { maxLength: size }),
    ),
  )
  .map(([rows, amounts]) => {
    const transitions = rows.map(([paid, bad, next], at) => {
      // In hundredths, the rest of the 100 going to what is paid.
      const shares = next.map((each) => each * 2);
      const rest = 100 - shares.reduce((sum, each) => sum + each, 0) - bad;
      return {
        bucket: `class ${String(at)}`,
        paid: String((paid > 8 && bad > 0 && at > 0 ? 0 : rest) / 100),
        bad: String((paid > 8 && bad > 0 && at > 0 ? bad + rest : bad) / 100),
        next: shares.map((each) => String(each / 100)),
      };
    });
    const balances = amounts.map((amount, at) => ({ bucket: `class ${String(at)}`, amount }));
    return { transitions, balances };
  });

const outcomes = chains.map((input) => receivablesMarkov(input));

/** A random table against an earlier one and a plan, by customer; one measure of one row. */
const compared = (pick: (row: ComparedMeasure) => Figure | Absent | undefined) =>
  fromLedgers(({ ours }, from, to) => {
    const on = (asOf: string) => agingTable(ours, { asOf });
    const plan = [{ overdue: "0.2", longOverdue: "0.1", disputed: "0" }];
    const { total, segments } = agingComparison({
      ...{ current: on(to), previous: on(from), plan, by: "party" },
    });
    const rows = [total, ...segments].flatMap((row) => [
      row.longOverdue,
      row.overdue,
      row.disputed,
    ]);
    return rows.flatMap((row) => {
      const found = row && pick(row);
      return found && !isAbsent(found) ? [found] : [];
    })[0];
  });

export const producers: Producers = {
  "aging/long-overdue": compared(({ amount }) =>
    amount.formula === "aging/long-overdue" ? amount : undefined,
  ),
  "aging/share-of-receivables": compared(({ share: found }) => found),
  "aging/share-change": compared(({ shareChange }) => shareChange),
  "aging/amount-change": compared(({ amountChange }) => amountChange),
  "aging/share-against-plan": compared(({ againstPlan }) => againstPlan),
  "aging/roll-rate": fromLedgers(({ ours }, from, to) => {
    const { rolls } = rollRates(ours, { monthEnds: monthEndsBetween(from, to) });
    return firstFigure(rolls.map(({ rate }) => rate));
  }),
  "aging/roll-rate-from-balances": some(
    balanceRolls.map((rolls) => firstFigure(rolls.map(({ rate }) => rate))),
  ),
  "aging/loss-rate": losses.map(({ rows }) => rows[0]?.lossRate as Figure),
  "aging/loss-rate-of-reached": reachedLosses.map(({ rows }) => rows[0]?.lossRate as Figure),
  "aging/provision-rate": some(matrices.map(({ rows }) => rows[0]?.lossRate as Figure)),
  "aging/provision": some(matrices.map(({ rows }) => rows[0]?.provision as Figure)),
  "aging/provision-total": matrices.map(({ total }) => total),
  "aging/specific-amount": matrices.map(({ specific }) => specific.amount),
  "aging/specific-provision": matrices.map(({ specific }) => specific.provision),
  "aging/allowance": matrices.map(({ allowance }) => allowance),
  "aging/allowance-charge": matrices.map(({ charge }) => charge as Figure),
  "aging/markov-paid-share": outcomes.map(({ classes }) => classes[0]?.paidShare as Figure),
  "aging/markov-bad-share": outcomes.map(({ classes }) => classes.at(-1)?.badShare as Figure),
  "aging/markov-periods": outcomes.map(({ classes }) => classes[0]?.periods as Figure),
  "aging/markov-paid": outcomes.map(({ paid }) => paid),
  "aging/markov-bad": outcomes.map(({ bad }) => bad),
  "aging/bad-debt-rate-by-rule": fromLedgers(({ ours }, _, asOf) => {
    const { rate } = badDebtByRule(ours, { asOf, after: { months: 1 } });
    return isAbsent(rate) ? undefined : rate;
  }),
  "aging/bad-debt-rule-difference": fromLedgers(
    ({ ours }, _, asOf) => badDebtByRule(ours, { asOf, after: { months: 1 } }).difference?.change,
  ),
};
