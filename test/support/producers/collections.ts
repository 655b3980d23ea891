/**
 * Random collection figures: of random ledgers with every kind of settlement and dispute, and from
 * plain numbers with ties and zeros.
 */
import fc from "fast-check";

import {
  cashForecast,
  collectionPlan,
  collectionPriority,
  dunningSchedule,
  dunningStage,
  latePaymentInterest,
  planAttainment,
  recoveryExpectation,
} from "../../../src/collections/index.ts";
import type { LatePaymentInterestInput } from "../../../src/collections/index.ts";
import { addMonths, monthEnd } from "../../../src/ground/months.ts";
import { formatDay, parseDay } from "../../../src/ground/days.ts";
import { isCreditError } from "../../../src/ground/errors.ts";
import type { Figure } from "../../../src/ground/figure.ts";
import { isFigure } from "../../../src/ground/figure.ts";
import type { LedgerPair } from "../random-ledgers.ts";
import { fromLedgers } from "./aging.ts";
import { moneyFigure } from "./dso.ts";
import type { Producers } from "./index.ts";

/** The forecasts that the producers and the tests ask for, of any day. */
export const habitAsked = (asOf: string, by: "week" | "month") =>
  ({ method: "days-late", asOf, by, periods: 3, months: 24 }) as const;

export const targetAsked = (asOf: string, dso: string) => {
  const from = parseDay(asOf) + 1;
  const to = monthEnd(from);
  const next = { from: formatDay(to + 1), to: formatDay(addMonths(to + 1, 1) - 1) };
  const sales = [
    { period: { from: formatDay(from), to: formatDay(to) }, sales: "12345.67" },
    { period: next, sales: 0 },
    { period: formatDay(parseDay(next.to) + 1).slice(0, 7), sales: moneyFigure("999.5") },
  ];
  return { method: "dso-target", asOf, dso, sales } as const;
};

export const ratesAsked = (asOf: string) =>
  ({
    method: "roll-rates",
    asOf: formatDay(monthEnd(parseDay(asOf))),
    by: "month",
    periods: 4,
    edges: [30, 60],
    rates: ["0.6", "0.45", "1", "0.875"],
  }) as const;

type Ask = (pair: LedgerPair, asOf: string) => Figure | undefined;

/** What some of the random ledgers have: a figure of a row that need not be there. */
function some(id: string, ask: Ask): fc.Arbitrary<Figure> {
  return fromLedgers((pair, _, asOf) => ask(pair, asOf) ?? moneyFigure("0")).filter(
    (found) => found.formula === id,
  );
}

const cents = fc.oneof(
  fc.constantFrom("0", "0.01"),
  fc.integer({ min: 0, max: 99_999 }).map(String),
);

const attainments = fc
  .array(fc.tuple(cents, cents), { minLength: 1, maxLength: 5 })
  .chain((rows) => fc.tuple(fc.constant(rows), cents))
  .map(([rows, overdue]) => {
    const span = (index: number) => ({
      from: formatDay(20_000 + index * 7),
      to: formatDay(20_006 + index * 7),
    });
    return planAttainment({
      plan: rows.map(([amount], index) => ({ ...span(index), amount })),
      overdue: moneyFigure(overdue),
      actual: rows.map(([, amount], index) => ({ ...span(index), amount })),
    });
  });

/** Steps that touch, or leave days between them; days often on the edge of one. */
export const ladders = fc
  .array(
    fc.record({ length: fc.integer({ min: 1, max: 9 }), gap: fc.integer({ max: 3, min: 0 }) }),
    {
      minLength: 1,
      maxLength: 6,
    },
  )
  .chain((steps) => fc.tuple(fc.constant(steps), fc.integer({ min: -8, max: 5 })))
  .map(([steps, start]) => {
    let from = start;
    return steps.map(({ length, gap }, index) => {
      const step = { fromDay: from, stage: `S${String(index)}` };
      from += length + gap;
      return gap === 0 ? step : { ...step, toDay: step.fromDay + length - 1 };
    });
  });

const days = fc.integer({ min: 0, max: 400 }).map((day) => formatDay(20_000 + day));
const rate = fc.constantFrom("0", "0.0005", "0.08", "1", "0.00037");

/**
 * Debts with part payments before, on and after the due date (often several a day, often more than
 * is owed), rates that change up to three times, both orders, with and without a cap.
 */
export const interests: fc.Arbitrary<LatePaymentInterestInput> = fc
  .record({
    principal: fc.oneof(cents, fc.constant(moneyFigure("100000"))),
    dates: fc.tuple(days, days),
    payments: fc.array(fc.record({ date: days, amount: cents }), { maxLength: 6 }),
    changes: fc.uniqueArray(days, { maxLength: 3 }),
    rates: fc.array(fc.tuple(rate, fc.boolean()), { minLength: 4, maxLength: 4 }),
    order: fc.constantFrom("interest-first" as const, "principal-first" as const),
    cap: fc.option(cents, { nil: undefined }),
    yearDays: fc.constantFrom(365 as const, 360 as const, 366 as const),
  })
  .map(({ dates, payments, changes, rates, cap, ...rest }) => {
    const [dueDate, paidDate] = [...dates].sort() as [string, string];
    const froms = [formatDay(20_000), ...changes.filter((day) => day > formatDay(20_000)).sort()];
    return {
      ...rest,
      dueDate,
      paidDate,
      payments: payments.filter(({ date }) => date <= paidDate),
      rates: froms.map((from, index) => {
        const [share, perDay] = rates[index] as [string, boolean];
        return perDay ? { from, perDay: share } : { from, perYear: share };
      }),
      ...(cap === undefined ? {} : { cap }),
    };
  });

const charged = interests.map((input) => latePaymentInterest({ ...input, fixed: "40" }));

export const recoveries = fc.record({
  debts: fc
    .array(fc.record({ amount: cents, ageDays: fc.integer({ min: 0, max: 40 }) }), { maxLength: 8 })
    .map((debts) => debts.map((debt, index) => ({ id: `D${String(index)}`, ...debt }))),
  bands: fc
    .uniqueArray(fc.integer({ min: 1, max: 40 }), { maxLength: 4 })
    .chain((edges) =>
      fc.tuple(
        fc.constant([0, ...edges.sort((a, b) => a - b)]),
        fc.array(fc.constantFrom("0.8", "0.2", "0", "1", "0.333"), { minLength: 5, maxLength: 5 }),
      ),
    )
    .map(([edges, rates]) =>
      edges.map((fromDay, index) => ({ fromDay, rate: rates[index] ?? "0" })),
    ),
});

/** A schedule with grace, exclusions and interest, of a day. */
export const roundAsked = (asOf: string, seed: number) => ({
  asOf,
  ladder: [
    { fromDay: seed % 2 === 0 ? -5 : 1, stage: "reminder" },
    { fromDay: 10, toDay: 20, stage: "letter", actor: "finance", payWithin: 7 },
    { fromDay: 31, stage: "visit" },
  ],
  by: seed % 3 === 0 ? ("item" as const) : ("party" as const),
  graceDays: seed % 4,
  rates: [
    { from: "1900-01-01", perDay: "0.0005" },
    { from: "2026-03-01", perYear: "0.08" },
  ],
});

const aRow = (pair: LedgerPair, asOf: string) => {
  const asked = roundAsked(asOf, pair.seed);
  const first = pair.random.items[pair.seed % pair.random.items.length];
  const isHeld = first && first.status !== "draft" && first.status !== "void";
  const exclude = isHeld ? [first.id] : [];
  return dunningSchedule(pair.ours, { ...asked, exclude }).at(-1);
};

export const producers: Producers = {
  "collections/dunning-stage": fc
    .tuple(ladders, fc.integer({ min: -10, max: 40 }))
    .map(([ladder, daysPastDue]) => {
      try {
        return dunningStage({ daysPastDue, ladder });
      } catch (error) {
        if (!isCreditError(error)) throw error;
        return undefined;
      }
    })
    .filter((found) => found !== undefined),
  "collections/days-after-grace": some("collections/days-after-grace", (pair, asOf) => {
    const { daysPastDue } = (aRow(pair, asOf)?.stage.inputs ?? {}) as { daysPastDue?: unknown };
    return isFigure(daysPastDue) ? daysPastDue : undefined;
  }),
  "collections/dunned-amount": some(
    "collections/dunned-amount",
    (pair, asOf) => aRow(pair, asOf)?.amount,
  ),
  "collections/interest-to-date": some(
    "collections/interest-to-date",
    (pair, asOf) => aRow(pair, asOf)?.interest,
  ),
  "collections/late-interest": charged.map(({ interest }) => interest),
  "collections/late-charge": charged.map(({ charge }) => charge),
  "collections/late-principal-left": charged.map(({ principalLeft }) => principalLeft),
  "collections/late-interest-left": charged.map(({ interestLeft }) => interestLeft),
  "collections/late-overpaid": charged.map(({ overpaid }) => overpaid),
  "collections/recovery-expectation": recoveries.map((input) => recoveryExpectation(input)),
  "collections/recovery-rate": recoveries
    .map((input) => {
      const { debts } = recoveryExpectation(input).inputs as { debts: { rate: unknown }[] };
      return debts[0]?.rate;
    })
    .filter((found) => isFigure(found)),
  "collections/loss-of-waiting": recoveries
    .map((input) => collectionPriority({ ...input, waitDays: 7 })[0]?.lossOfWaiting)
    .filter((found) => found !== undefined),
  "collections/collectable": some("collections/collectable", ({ ours }, asOf) => {
    const plan = collectionPlan(ours, { asOf, by: "week", periods: 4 });
    return plan.parties.at(-1)?.periods[1]?.amount ?? plan.overdue;
  }),
  "collections/cash-by-days-late": some(
    "collections/cash-by-days-late",
    ({ ours }, asOf) =>
      cashForecast(ours, habitAsked(asOf, "week")).parties.at(0)?.periods[0]?.amount,
  ),
  "collections/cash-of-period": some(
    "collections/cash-of-period",
    ({ ours }, asOf) => cashForecast(ours, habitAsked(asOf, "month")).periods[1]?.amount,
  ),
  "collections/cash-later": some(
    "collections/cash-later",
    ({ ours }, asOf) => cashForecast(ours, habitAsked(asOf, "week")).later,
  ),
  "collections/receivables-at-target": some(
    "collections/receivables-at-target",
    ({ ours }, asOf) => cashForecast(ours, targetAsked(asOf, "12.5")).periods[0]?.closing,
  ),
  "collections/cash-at-target": some(
    "collections/cash-at-target",
    ({ ours }, asOf) => cashForecast(ours, targetAsked(asOf, "45")).periods[2]?.amount,
  ),
  "collections/cash-by-roll-rates": some(
    "collections/cash-by-roll-rates",
    ({ ours }, asOf) => cashForecast(ours, ratesAsked(asOf)).periods[2]?.amount,
  ),
  "collections/rolled-balance": some("collections/rolled-balance", ({ ours }, asOf) => {
    const [, second] = cashForecast(ours, ratesAsked(asOf)).periods;
    const { classes } = second?.amount.inputs as { classes: { balance: unknown }[] };
    const balance = classes.at(-1)?.balance;
    return isFigure(balance) ? balance : undefined;
  }),
  "collections/planned": attainments.map(({ total }) => total.planned),
  "collections/received": attainments.map(({ total }) => total.received),
  "collections/plan-difference": attainments.map(({ total }) => total.difference),
  "collections/plan-attainment": attainments
    .map(({ periods }) => periods[0]?.attainment)
    .filter((found) => isFigure(found)),
};
