/**
 * @module aging/loss-rates
 *
 * What share of a class is lost in the end: by the rolls from class to class, or by what reached
 * the class and what was lost eventually.
 */
import { CreditError, refuse } from "../ground/errors.ts";
import type { Absent, Figure } from "../ground/figure.ts";
import { figure } from "../ground/figure.ts";
import type { Fraction } from "../ground/fraction.ts";
import { least, ONE, ZERO } from "../ground/fraction.ts";
import { lazily, read } from "../ground/input.ts";
import {
  amount,
  list,
  money,
  numeric,
  object,
  optional,
  text,
  wholeNumber,
} from "../ground/input-atoms.ts";
import type { Schema } from "../ground/input.ts";
import type { Numeric } from "../ground/numeric.ts";
import type { List } from "../ground/rows.ts";

/** What {@link lossRates} needs: `rolls`, or `reached` with `loss`. */
export interface LossRatesInput {
  /** The share of each class that rolls on, youngest first; the last one rolls into loss. */
  readonly rolls?: List<RollStep>;
  /** What of a period's sales was still unpaid when it reached each class. */
  readonly reached?: List<ReachedClass>;
  /** What of these sales was lost in the end. Money, at least 0. */
  readonly loss?: Numeric;
}

/** One class and the share that rolls on. */
export interface RollStep {
  /** The class. */
  readonly bucket: string;
  /** Whole months past due, where the step came from `rollRates`; not used. */
  readonly months?: number;
  /** The share that rolls into the next class; at least 0. One that is absent is refused. */
  readonly rate: Numeric | Absent;
}

/** One class and what reached it. */
export interface ReachedClass {
  /** The class. */
  readonly bucket: string;
  /** What reached it unpaid. Money, above 0. */
  readonly reached: Numeric;
}

/** A share that is lost. */
export type LossRate = Figure<"aging/loss-rate"> | Figure<"aging/loss-rate-of-reached">;

/** The loss rates; see {@link lossRates}. */
export interface LossRates {
  /** One a class. What {@link provisionMatrix} takes, with a balance. */
  readonly rows: readonly ClassLoss[];
}

/** One class and the share that is lost. */
export interface ClassLoss {
  /** The class. */
  readonly bucket: string;
  /** The share of the class that is lost, at most 1. */
  readonly lossRate: LossRate;
}

/** What an absent rate stands for is refused while reading, as not defined. */
const rollRate = () =>
  numeric("fraction", { atLeast: ZERO }) as unknown as Schema<Fraction, Numeric | Absent>;

/** The schema of {@link LossRatesInput}. */
export const lossRatesSchema = lazily(() =>
  object({
    rolls: optional(
      list(
        object({
          bucket: text(),
          months: optional(wholeNumber(-1, 1200)),
          rate: rollRate(),
        }),
        { atLeast: 1, atMost: 1000 },
      ),
    ),
    reached: optional(
      list(object({ bucket: text(), reached: money({ above: ZERO }) }), { atMost: 1000 }),
    ),
    loss: optional(amount()),
  }),
);

/**
 * Loss rates by class (各账龄段损失率).
 *
 * Use `rolls` where it is known what moves from class to class each month (see {@link rollRates}),
 * `reached` with `loss` where one closed period was followed to its end. The rates are of the past;
 * {@link provisionMatrix} applies them to balances, with what is expected.
 *
 * @formula loss of a class = min(1, product of its roll and all later ones), or min(1, loss ÷ what
 *   reached the class)
 * @units fractions
 *
 * @param input - Rolls, or what reached each class and the loss.
 * @returns One rate a class. Where the product or ratio passes 1 the rate is 1 and says
 *   `capped_at_one`.
 *
 * @throws {@link CreditError} `invalid_input`: both ways at once or neither, a class named twice, a
 *   negative rate, a class that nothing reached.
 * @throws {@link CreditError} `not_defined`: a roll that is absent.
 *
 * @source usual definition; IFRS 9, B5.5.35 (a provision matrix from observed default rates)
 *
 * @example
 * ```ts
 * const rolls = [
 *   { bucket: "not due", rate: "0.3" },
 *   { bucket: "1-30", rate: "0.4" },
 *   { bucket: "31+", rate: "0.5" },
 * ];
 * lossRates({ rolls }).rows.map(({ lossRate }) => lossRate.value.toString());
 * // => ["0.06", "0.2", "0.5"]
 * const reached = [{ bucket: "1-30", reached: 50 }];
 * lossRates({ reached, loss: 2 }).rows[0]?.lossRate.value.toString(); // => "0.04"
 * ```
 */
export function lossRates(input: LossRatesInput): LossRates {
  const fn = "lossRates";
  const { rolls, reached, loss } = read(fn, lossRatesSchema, input);
  if (rolls) {
    if (reached ?? loss) {
      refuse(fn, reached ? "reached" : "loss", "must be left out where `rolls` are given");
    }
    requireOnce(fn, "rolls", rolls);
    const steps = rolls.map(({ bucket, rate }) => ({ bucket, rate }));
    return { rows: steps.map(({ bucket }, index) => ofRolls(bucket, steps.slice(index))) };
  }
  if (!reached) refuse(fn, "rolls", "must be given, or `reached` with `loss`");
  if (!loss) refuse(fn, "loss", "must be given with `reached`");
  requireOnce(fn, "reached", reached);
  return {
    rows: reached.map((row) => ({ bucket: row.bucket, lossRate: lossOfReached(row, loss) })),
  };
}

function ofRolls(bucket: string, rolls: readonly { bucket: string; rate: Fraction }[]): ClassLoss {
  let product = ONE;
  for (const { rate } of rolls) product = product.times(rate);
  const lossRate = figure<Figure<"aging/loss-rate">>(
    "aging/loss-rate",
    least(ONE, product),
    "fraction",
    { rolls },
    { caveats: capCaveats(product) },
  );
  return { bucket, lossRate };
}

/** The loss rate of a class by what reached it. */
export function lossOfReached(
  { bucket, reached }: { readonly bucket: string; readonly reached: Fraction },
  loss: Fraction,
): Figure<"aging/loss-rate-of-reached"> {
  const caveats = capCaveats(loss.over(reached));
  const inputs = { bucket, loss, reached };
  const share = lossShare(reached, loss);
  return figure("aging/loss-rate-of-reached", share, "fraction", inputs, { caveats });
}

/** What of an amount that reached a class was lost, at most all. */
export function lossShare(reached: Fraction, loss: Fraction): Fraction {
  return least(ONE, loss.over(reached));
}

/** The caveat owed where a rate above 1 became 1. */
export function capCaveats(rate: Fraction): { code: string }[] {
  return rate.compare(ONE) > 0 ? [{ code: "capped_at_one" }] : [];
}

/** Refuses a class that is named twice. */
export function requireOnce(fn: string, name: string, rows: readonly { bucket: string }[]): void {
  const seen = new Set<string>();
  const issues = rows.flatMap(({ bucket }, index) => {
    const path = `${name}[${String(index)}].bucket`;
    if (seen.has(bucket))
      return [{ path, rule: "must be given once", received: JSON.stringify(bucket) }];
    seen.add(bucket);
    return [];
  });
  if (issues.length > 0) throw new CreditError("invalid_input", fn, issues);
}
