/**
 * @module collections/attainment
 *
 * What came against what was planned, period by period.
 */
import { formatDay } from "../ground/days.ts";
import { refuse } from "../ground/errors.ts";
import type { Absent, Figure } from "../ground/figure.ts";
import { absent, figure } from "../ground/figure.ts";
import type { Fraction } from "../ground/fraction.ts";
import { sumOf, ZERO } from "../ground/fraction.ts";
import { lazily, read } from "../ground/input.ts";
import { isoDay, list, money, object, withDefault } from "../ground/input-atoms.ts";
import type { Numeric } from "../ground/numeric.ts";
import type { List } from "../ground/rows.ts";
import { MAX_PLAN_PERIODS } from "./due-periods.ts";
import { exactly } from "./forecast-later.ts";

/**
 * Money of one period, as {@link collectionPlan}, {@link cashForecast} and {@link receipts} give
 * it.
 */
export interface PeriodAmount {
  /** First day. */
  readonly from: string;
  /** Last day. */
  readonly to: string;
  /** Planned, or received. Money. */
  readonly amount: Numeric;
}

/** What {@link planAttainment} needs. One currency throughout. */
export interface PlanAttainmentInput {
  /** Planned, by period. */
  readonly plan: List<PeriodAmount>;
  /**
   * What the plan asks for besides, in its first period: a plan's `overdue`. Money; 0 unless
   * stated.
   */
  readonly overdue?: Numeric;
  /** Received, by the same periods. */
  readonly actual: List<PeriodAmount>;
}

/** Plan and actual of one period, or of all. */
export interface Attainment {
  /** What was to come. */
  readonly planned: Figure<"collections/planned">;
  /** What came. */
  readonly received: Figure<"collections/received">;
  /** Received − planned. */
  readonly difference: Figure<"collections/plan-difference">;
  /** Received ÷ planned; absent where nothing was planned. */
  readonly attainment:
    Figure<"collections/plan-attainment"> | Absent<"collections/plan-attainment">;
}

/** Plan and actual of one period. */
export interface AttainmentOfPeriod extends Attainment {
  /** First day. */
  readonly from: string;
  /** Last day. */
  readonly to: string;
}

/** Plan and actual by period and in total. */
export interface PlanAttainment {
  /** By period. */
  readonly periods: readonly AttainmentOfPeriod[];
  /** All periods together. */
  readonly total: Attainment;
}

/** The schema of {@link PlanAttainmentInput}. */
export const planAttainmentSchema = lazily(() => {
  const period = object({ from: isoDay(), to: isoDay(), amount: money() });
  const periods = list(period, { atLeast: 1, atMost: MAX_PLAN_PERIODS });
  return object({ plan: periods, overdue: withDefault(money(), 0), actual: periods });
});

/**
 * Plan attainment (收款计划完成率): what came in ÷ what was to come in, by period and in total.
 *
 * Use it at the end of a week or month with {@link receipts} as `actual`; for how well the whole
 * book is collected, whatever was planned, see {@link collectionEffectivenessIndex}.
 *
 * @formula difference = received − planned; attainment = received ÷ planned
 * @units money in one currency; a fraction
 *
 * @param input - Periods of a plan or forecast, and what was received in the same periods. What was
 *   overdue on the day of the plan is asked for at once: give it as `overdue`, and it counts in the
 *   first period.
 * @returns One row a period, and all together. The attainment of a period for which nothing was
 *   planned is absent.
 *
 * @throws {@link CreditError} `invalid_input`: periods that are not the same in both.
 *
 * @source slide 74 of the "3+1" deck compares the month with the plan; the ratio is the usual one
 *
 * @example
 * ```ts
 * const july = { from: "2026-07-01", to: "2026-07-31" };
 * const { total } = planAttainment({
 *   plan: [{ ...july, amount: 300 }],
 *   overdue: 500,
 *   actual: [{ ...july, amount: 600 }],
 * });
 * total.attainment.value?.toNumber(); // => 0.75
 * total.difference.value.toNumber(); // => -200
 * ```
 */
export function planAttainment(input: PlanAttainmentInput): PlanAttainment {
  const terms = read("planAttainment", planAttainmentSchema, input);
  const { plan, overdue, actual, currency } = terms;
  requireSame(plan, actual);
  const periods = plan.map((planned, index): AttainmentOfPeriod => {
    const ofPlan = planAmounts([planned], index === 0 ? overdue : ZERO, currency);
    const came = [actual[index] as Period];
    return { ...datesOf(planned), ...attainmentOf(ofPlan, came, currency) };
  });
  const total = attainmentOf(planAmounts(plan, overdue, currency), actual, currency);
  return { periods, total };
}

interface Period {
  readonly from: number;
  readonly to: number;
  readonly amount: Fraction;
}

function requireSame(plan: readonly Period[], actual: readonly Period[]): void {
  if (plan.length !== actual.length) {
    refuse("planAttainment", "actual", `must have the ${String(plan.length)} periods of the plan`);
  }
  plan.forEach(({ from, to }, index) => {
    const other = actual[index] as Period;
    if (to < from) refuse("planAttainment", `plan[${String(index)}].to`, "must not be before from");
    if (other.from === from && other.to === to) return;
    const rule = `must be the period of the plan, ${formatDay(from)} to ${formatDay(to)}`;
    refuse("planAttainment", `actual[${String(index)}]`, rule);
  });
}

function planAmounts(
  plan: readonly Period[],
  overdue: Fraction,
  currency: string | undefined,
): Attainment["planned"] {
  const planned = overdue.plus(sumOf(plan.map(({ amount }) => amount)));
  const inputs = () => ({ overdue, periods: plan.map(rowOf) });
  return figure("collections/planned", planned, "money", inputs, { currency });
}

function attainmentOf(
  planned: Attainment["planned"],
  actual: readonly Period[],
  currency: string | undefined,
): Attainment {
  const came = sumOf(actual.map(({ amount }) => amount));
  const rows = () => ({ periods: actual.map(rowOf) });
  const received: Attainment["received"] = figure("collections/received", came, "money", rows, {
    currency,
  });
  const asked = exactly(planned);
  const inputs = { received, planned };
  const difference: Attainment["difference"] = figure(
    "collections/plan-difference",
    came.minus(asked),
    "money",
    inputs,
    { currency },
  );
  return { planned, received, difference, attainment: ratio(came, asked, inputs) };
}

function ratio(received: Fraction, planned: Fraction, inputs: object): Attainment["attainment"] {
  const id = "collections/plan-attainment";
  if (planned.sign > 0) return figure(id, received.over(planned), "fraction", inputs);
  return absent(id, "fraction", inputs, "not_defined", "nothing was planned");
}

function rowOf({ from, to, amount }: Period): object {
  return { from: formatDay(from), to: formatDay(to), amount };
}

function datesOf({ from, to }: Period): { from: string; to: string } {
  return { from: formatDay(from), to: formatDay(to) };
}
