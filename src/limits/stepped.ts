/**
 * @module limits/stepped
 *
 * A credit limit that a customer earns: raised step by step after good cycles, cut after bad ones.
 */
import type { Issue } from "../ground/errors.ts";
import { CreditError, issue } from "../ground/errors.ts";
import type { Figure } from "../ground/figure.ts";
import { figure } from "../ground/figure.ts";
import type { Fraction } from "../ground/fraction.ts";
import { greatest, least, ONE } from "../ground/fraction.ts";
import { Fraction as Exact } from "../ground/fraction.ts";
import type { Read, Terms } from "../ground/input.ts";
import { lazily, read } from "../ground/input.ts";
import {
  amount,
  list,
  money,
  numeric,
  object,
  optional,
  text,
  withDefault,
} from "../ground/input-atoms.ts";
import type { Numeric } from "../ground/numeric.ts";
import type { List } from "../ground/rows.ts";

/** What an outcome does to the limit. */
export interface LimitStep {
  /** The outcome: `on-time`, `late`, a word of your own. */
  readonly outcome: string;
  /**
   * Change as a share of the limit: 0.25 raises it by a quarter, -1 takes it away; 0 unless stated.
   */
  readonly change?: Numeric;
  /** Change in money, after that; 0 unless stated. */
  readonly amount?: Numeric;
}

/** One cycle of the history: a delivery paid, a month. */
export interface LimitCycle {
  /** What came of it: an outcome of the steps. */
  readonly outcome: string;
  /** What the cycle is called: `2026-03`. */
  readonly period?: string;
}

/** What {@link steppedLimit} needs. */
export interface SteppedLimitInput {
  /** The limit to begin with. Money, at least 0. */
  readonly initial: Numeric;
  /** What each outcome does, by its word. */
  readonly steps: List<LimitStep>;
  /** The cycles, oldest first; at most 10,000. */
  readonly history: List<LimitCycle>;
  /** The limit is never above this. Money, at least 0. */
  readonly maximum?: Numeric;
  /** The limit is never below this; 0 unless stated. Money, at least 0. */
  readonly minimum?: Numeric;
}

/** Stepped limit, in money. */
export type SteppedLimit = Figure<"limits/stepped">;

/** The schema of {@link SteppedLimitInput}. */
export const steppedLimitSchema = lazily(() =>
  object({
    initial: amount(),
    steps: list(
      object({
        outcome: text(),
        change: withDefault(numeric("fraction", { atLeast: Exact.of(-1n) }), 0),
        amount: withDefault(money(), 0),
      }),
      { atLeast: 1, atMost: 1_000 },
    ),
    history: list(object({ outcome: text(), period: optional(text()) }), { atMost: 10_000 }),
    maximum: optional(amount()),
    minimum: withDefault(amount(), 0),
  }),
);

type SteppedTerms = Read<Terms<ReturnType<typeof steppedLimitSchema>>>;
type Step = SteppedTerms["steps"][number];

const FN = "steppedLimit";

/**
 * Stepped limit (递增法): a small limit to begin with, raised after every cycle that went well and cut
 * after one that did not.
 *
 * Use it for new customers of whom nothing else is known. With a score use {@link ratingLimit}; for
 * customers with a history of scores {@link dynamicLimit}.
 *
 * @formula after each cycle: limit = limit × (1 + change) + amount, not below minimum, not above
 *   maximum
 * @units money and fractions in, money out
 *
 * @param input - The first limit, what each outcome does, and the history, oldest first.
 * @returns The limit after the last cycle, with one row a cycle; without history the first limit.
 *
 * @throws {@link CreditError} `invalid_input`: a field is missing, unknown, out of range or no
 *   plain decimal; an outcome without a step, or with two; a first limit outside minimum and
 *   maximum. All faults are listed.
 *
 * @source "3+1" deck, slide 77, in words; the formula is our reading of it.
 *
 * @example Four cycles on time, a quarter more after each
 * ```ts
 * const steps = [
 *   { outcome: "on-time", change: "0.25" },
 *   { outcome: "late", change: "-0.5" },
 * ];
 * const history = Array.from({ length: 4 }, () => ({ outcome: "on-time" }));
 * steppedLimit({ initial: 50, steps, history }).value.toFixed(6); // => "122.070313"
 * ```
 */
export function steppedLimit(input: SteppedLimitInput): SteppedLimit {
  const terms = read(FN, steppedLimitSchema, input);
  const steps = requireSteps(terms);
  const { initial, history, maximum, minimum, currency } = terms;
  let limit = initial;
  const walk = history.map(({ outcome, period }) => {
    const { change, amount: added } = steps.get(outcome) as Step;
    const moved = limit.times(ONE.plus(change)).plus(added);
    const before = limit;
    limit = clamped(moved, minimum, maximum);
    return { period, outcome, change, amount: added, limit, increase: limit.minus(before) };
  });
  const inputs = { initial, minimum, maximum, capped: maximum !== undefined, walk };
  return figure("limits/stepped", limit, "money", inputs, { currency });
}

function clamped(value: Fraction, minimum: Fraction, maximum: Fraction | undefined): Fraction {
  const raised = greatest(value, minimum);
  return maximum ? least(maximum, raised) : raised;
}

/** The steps by outcome; refuses what no one field shows. */
function requireSteps(terms: SteppedTerms): ReadonlyMap<string, Step> {
  const { initial, steps, history, maximum, minimum } = terms;
  const issues: Issue[] = [];
  if (maximum && maximum.compare(minimum) < 0) {
    issues.push(issue("maximum", "must be at least minimum"));
  }
  if (initial.compare(minimum) < 0) issues.push(issue("initial", "must be at least minimum"));
  if (maximum && initial.compare(maximum) > 0) {
    issues.push(issue("initial", "must be at most maximum"));
  }
  const byOutcome = new Map<string, Step>();
  steps.forEach((step, index) => {
    const path = `steps[${String(index)}].outcome`;
    if (byOutcome.has(step.outcome)) issues.push(issue(path, "must have one step only"));
    byOutcome.set(step.outcome, step);
  });
  history.forEach(({ outcome }, index) => {
    const path = `history[${String(index)}].outcome`;
    if (!byOutcome.has(outcome)) issues.push(issue(path, "must be an outcome of steps", outcome));
  });
  if (issues.length > 0) throw new CreditError("invalid_input", FN, issues);
  return byOutcome;
}
