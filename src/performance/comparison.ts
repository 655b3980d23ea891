/**
 * @module performance/comparison
 *
 * Indicators beside their targets, with what the policy does about them; and beside an industry's.
 */
import type { BucketAlert, BucketAlertsInput } from "./alerts.ts";
import { alertFaults, bucketAlerts, bucketAlertsSchema } from "./alerts.ts";
import type { Issue } from "../ground/errors.ts";
import { CreditError, issue, MAX_ISSUES } from "../ground/errors.ts";
import type { Absent, Figure } from "../ground/figure.ts";
import { absent, figure } from "../ground/figure.ts";
import type { Fraction } from "../ground/fraction.ts";
import { ONE, ZERO } from "../ground/fraction.ts";
import { lazily, read } from "../ground/input.ts";
import { list, numeric, object, optional, text, word } from "../ground/input-atoms.ts";
import type { Numeric } from "../ground/numeric.ts";
import { toText } from "../ground/numeric.ts";
import type { List } from "../ground/rows.ts";

/** Which way an indicator is good. */
export type IndicatorDirection = "lower-is-better" | "higher-is-better";

/** An indicator and its target. */
export interface TargetedIndicator {
  /** Its name, yours. */
  readonly name: string;
  /** What it is: a number of any unit, or a figure. At least 0. */
  readonly actual: Numeric;
  /** What it is to be. At least 0. */
  readonly target: Numeric;
  /** Which way it is good. */
  readonly direction: IndicatorDirection;
  /** So much better than the target that the policy can be loosened: at this value or beyond. */
  readonly loosenAt?: Numeric;
  /** So much worse that it is a matter for the general manager: at this value or beyond. */
  readonly escalateAt?: Numeric;
}

/** What {@link targetAttainment} needs. */
export interface TargetAttainmentInput {
  /** The indicators, at most 1,000. */
  readonly indicators: List<TargetedIndicator>;
  /** Balances by customer and age class, to be looked at beside the indicators. */
  readonly aging?: BucketAlertsInput;
}

/** What the policy does about an indicator. */
export type PolicyAction = "loosen" | "hold" | "tighten" | "escalate";

/** How far a number is from what it is measured by, as a fraction of that. */
export type Deviation = Figure<"performance/deviation"> | Absent<"performance/deviation">;

/** One indicator, judged. */
export interface TargetAttainmentRow {
  /** Its name. */
  readonly name: string;
  /** How far it is from the target; absent where the target is 0. */
  readonly deviation: Deviation;
  /** What to do. */
  readonly action: PolicyAction;
}

/** All indicators, judged. */
export interface TargetAttainment {
  /** In the order given. */
  readonly rows: readonly TargetAttainmentRow[];
  /** The gravest action of all: one indicator is enough. */
  readonly action: PolicyAction;
  /** Age classes that hold more of a customer's balance than allowed; none without `aging`. */
  readonly alerts: readonly BucketAlert[];
}

const number = () => numeric("any", { atLeast: ZERO });
const direction = () => word("lower-is-better", "higher-is-better");

/** The schema of {@link TargetAttainmentInput}. */
export const targetAttainmentSchema = lazily(() =>
  object({
    indicators: list(
      object({
        name: text(),
        actual: number(),
        target: number(),
        direction: direction(),
        loosenAt: optional(number()),
        escalateAt: optional(number()),
      }),
      { atLeast: 1, atMost: 1_000 },
    ),
    aging: optional(bucketAlertsSchema()),
  }),
);

/**
 * Indicators against their targets (指标达标法): where to tighten the policy, hold it, loosen it, or
 * call the general manager.
 *
 * Use it monthly on the indicators that a policy names; {@link industryComparison} measures them by
 * others.
 *
 * @formula deviation = actual ÷ target − 1. With lower better: escalate from `escalateAt` on, else
 *   tighten above the target, else loosen up to `loosenAt`, else hold; mirrored with higher better.
 *   An alert where amount of the class ÷ balance of the customer > alertShare
 * @units any; fractions out
 *
 * @param input - The indicators. On the target is attained: hold. With `aging`, the balances of the
 *   customers by age class and the share from which each class is a matter for attention; on the
 *   share there is none.
 * @returns A row an indicator, the gravest action of all, and the alerts by customer and class. An
 *   alert is about one customer: it does not move the action, which is about the policy.
 *
 * @throws {@link CreditError} `invalid_input`: a field is missing, unknown or negative; `loosenAt`
 *   or `escalateAt` is on the wrong side of the target; a class or row of `aging` is stated twice;
 *   all faults are listed.
 *
 * @source "3+1" deck, slides 52, 63 and 86 (there: bad debts ≤ 2 %, DSO ≤ 50; any excess goes to
 *   the general manager). The bands are the caller's.
 *
 * @example The policy of slide 86
 * ```ts
 * const { rows, action } = targetAttainment({
 *   indicators: [
 *     { name: "DSO", actual: 48, target: 50, direction: "lower-is-better", loosenAt: 40 },
 *     { name: "bad debts", actual: "0.025", target: "0.02", direction: "lower-is-better" },
 *   ],
 * });
 * rows.map(({ action }) => action); // => ["hold", "tighten"]
 * action; // => "tighten"
 * ```
 */
export function targetAttainment(input: TargetAttainmentInput): TargetAttainment {
  const fn = "targetAttainment";
  const { indicators, aging } = read(fn, targetAttainmentSchema, input);
  const issues = indicators.flatMap((each, index) => bandFaults(each, `indicators[${index}]`));
  if (aging) issues.push(...alertFaults(aging, "aging").slice(0, MAX_ISSUES));
  if (issues.length > 0) throw new CreditError("invalid_input", fn, issues);
  const rows = indicators.map((each) => ({
    name: each.name,
    deviation: deviation(each.actual, each.target),
    action: actionOf(each),
  }));
  const found = new Set(rows.map(({ action }) => action));
  const action = GRAVEST_FIRST.find((each) => found.has(each)) ?? "hold";
  return { rows, action, alerts: aging ? bucketAlerts(aging) : [] };
}

const GRAVEST_FIRST: readonly PolicyAction[] = ["escalate", "tighten", "hold", "loosen"];

interface IndicatorTerms {
  readonly actual: Fraction;
  readonly target: Fraction;
  readonly direction: IndicatorDirection;
  readonly loosenAt?: Fraction | undefined;
  readonly escalateAt?: Fraction | undefined;
}

function actionOf(indicator: IndicatorTerms): PolicyAction {
  const { actual, target, direction, loosenAt, escalateAt } = indicator;
  const isWorse = (than: Fraction): boolean => worse(direction, actual, than) > 0;
  if (escalateAt && worse(direction, actual, escalateAt) >= 0) return "escalate";
  if (isWorse(target)) return "tighten";
  return loosenAt && !isWorse(loosenAt) ? "loosen" : "hold";
}

function bandFaults(indicator: IndicatorTerms, path: string): Issue[] {
  const { target, direction, loosenAt, escalateAt } = indicator;
  const issues: Issue[] = [];
  if (loosenAt && worse(direction, loosenAt, target) >= 0) {
    issues.push(issue(`${path}.loosenAt`, "must be better than the target", toText(loosenAt)));
  }
  if (escalateAt && worse(direction, escalateAt, target) <= 0) {
    issues.push(issue(`${path}.escalateAt`, "must be worse than the target", toText(escalateAt)));
  }
  return issues;
}

/** 1 where the first is worse, −1 where it is better. */
function worse(direction: IndicatorDirection, value: Fraction, than: Fraction): -1 | 0 | 1 {
  return direction === "lower-is-better" ? value.compare(than) : than.compare(value);
}

function deviation(actual: Fraction, reference: Fraction): Deviation {
  const inputs = { actual, reference };
  if (reference.isZero) {
    const reason = "there is nothing to measure by";
    return absent("performance/deviation", "fraction", inputs, "not_defined", reason);
  }
  const off = actual.over(reference).minus(ONE);
  return figure("performance/deviation", off, "fraction", inputs);
}

/** An indicator and what the industry has. */
export interface IndustryIndicator {
  /** Its name, yours. */
  readonly name: string;
  /** Your own. At least 0. */
  readonly own: Numeric;
  /** The industry's, from whatever source you trust. At least 0. */
  readonly industry: Numeric;
  /** Which way it is good. */
  readonly direction: IndicatorDirection;
}

/** What {@link industryComparison} needs. */
export interface IndustryComparisonInput {
  /** The indicators, at most 1,000. */
  readonly indicators: List<IndustryIndicator>;
}

/** One indicator beside the industry's. */
export interface IndustryComparisonRow {
  /** Its name. */
  readonly name: string;
  /** How far your own is from the industry's; absent where that is 0. */
  readonly deviation: Deviation;
  /** Which of the two is better. */
  readonly position: "better" | "equal" | "worse";
}

/** All indicators beside the industry's. */
export interface IndustryComparison {
  /** In the order given. */
  readonly rows: readonly IndustryComparisonRow[];
}

/** The schema of {@link IndustryComparisonInput}. */
export const industryComparisonSchema = lazily(() =>
  object({
    indicators: list(
      object({ name: text(), own: number(), industry: number(), direction: direction() }),
      { atLeast: 1, atMost: 1_000 },
    ),
  }),
);

/**
 * Comparison with an industry (行业比较): every indicator beside the figure that you give for the
 * industry.
 *
 * Use it yearly. The library has no industry figures: they are old the day they are printed.
 *
 * @formula deviation = own ÷ industry − 1
 * @units any; fractions out
 *
 * @param input - The indicators, each with the industry's figure.
 * @returns A row an indicator.
 *
 * @throws {@link CreditError} `invalid_input`: a field is missing, unknown or negative.
 *
 * @source "3+1" deck, slide 102
 *
 * @example
 * ```ts
 * const { rows } = industryComparison({
 *   indicators: [{ name: "DSO", own: 50, industry: 40, direction: "lower-is-better" }],
 * });
 * rows[0]?.deviation.value?.toFixed(); // => "0.25"
 * rows[0]?.position; // => "worse"
 * ```
 */
export function industryComparison(input: IndustryComparisonInput): IndustryComparison {
  const { indicators } = read("industryComparison", industryComparisonSchema, input);
  return {
    rows: indicators.map(({ name, own, industry, direction }) => ({
      name,
      deviation: deviation(own, industry),
      position: POSITIONS[worse(direction, own, industry) + 1] as IndustryComparisonRow["position"],
    })),
  };
}

const POSITIONS = ["better", "equal", "worse"] as const;
