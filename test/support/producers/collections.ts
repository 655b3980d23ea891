/**
 * Random collection figures: of random ledgers with every kind of settlement and dispute, and from
 * plain numbers with ties and zeros.
 */
import fc from "fast-check";

import { cashForecast, collectionPlan, planAttainment } from "../../../src/collections/index.ts";
import { addMonths, monthEnd } from "../../../src/ground/months.ts";
import { formatDay, parseDay } from "../../../src/ground/days.ts";
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

const cents = fc.oneof(fc.constantFrom("0", "0.01"), fc.integer({ max: 99_999 }).map(String));

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

export const producers: Producers = {
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
