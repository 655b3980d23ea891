/**
 * @module limits/dynamic
 *
 * The next credit limit of an old customer: the present one, moved by the class of its score.
 */
import { refuse } from "../ground/errors.ts";
import type { Figure } from "../ground/figure.ts";
import { absent, figure, throwAbsent } from "../ground/figure.ts";
import type { Fraction } from "../ground/fraction.ts";
import { Fraction as Exact, least, ONE, sumOf, ZERO } from "../ground/fraction.ts";
import type { Read, Terms } from "../ground/input.ts";
import { lazily, read } from "../ground/input.ts";
import {
  amount,
  list,
  numeric,
  object,
  optional,
  text,
  withDefault,
} from "../ground/input-atoms.ts";
import type { Numeric } from "../ground/numeric.ts";
import type { List } from "../ground/rows.ts";
import { gradedBy } from "./grades.ts";

/** One class and how it moves the limit. */
export interface DynamicBand {
  /** The least score of the class; it is in it. */
  readonly minScore: Numeric;
  /** What the class is called. */
  readonly grade: string;
  /** Change of the limit: 0.2 raises it by a fifth, -1 takes it away. */
  readonly change: Numeric;
}

/** One thing that is scored. */
export interface DynamicCriterion {
  /** What it is: `financial`, `payment`, `basic`. */
  readonly name: string;
  /** How much it counts, at least 0. */
  readonly weight: Numeric;
  /** Its score. */
  readonly score: Numeric;
}

/** What {@link dynamicLimit} needs: a score, or the criteria that it is made of. */
export interface DynamicLimitInput {
  /** The present limit. Money, at least 0. */
  readonly current: Numeric;
  /** The classes, in any order. */
  readonly bands: List<DynamicBand>;
  /** The score, where it is known. */
  readonly score?: Numeric;
  /** What the score is the weighted mean of, where it is not. */
  readonly criteria?: List<DynamicCriterion>;
  /** What a score below all classes is called; its limit is 0. `reject` unless stated. */
  readonly below?: string;
  /** The limit is never above this. Money, at least 0. */
  readonly maximum?: Numeric;
}

/** Dynamic limit, in money. */
export type DynamicLimit = Figure<"limits/dynamic"> & {
  /** The class that the score has reached. */
  readonly grade: string;
};

/** The schema of {@link DynamicLimitInput}. */
export const dynamicLimitSchema = lazily(() => {
  const weight = numeric("any", { atLeast: ZERO });
  const change = numeric("fraction", { atLeast: Exact.of(-1n) });
  const band = object({ minScore: numeric("any"), grade: text(), change });
  const criterion = object({ name: text(), weight, score: numeric("any") });
  return object({
    current: amount(),
    bands: list(band, { atLeast: 1, atMost: 1_000 }),
    score: optional(numeric("any")),
    criteria: optional(list(criterion, { atLeast: 1, atMost: 1_000 })),
    below: withDefault(text(), "reject"),
    maximum: optional(amount()),
  });
});

type DynamicTerms = Read<Terms<ReturnType<typeof dynamicLimitSchema>>>;

const FN = "dynamicLimit";

/**
 * Dynamic limit (动态评估法): the present limit, raised, kept or cut by the class that the customer's
 * financial, payment and other scores give.
 *
 * Use it at every review of an old customer (the deck reviews each 3 to 6 months). For a new one
 * use {@link ratingLimit}; where only cycles on time and late are known {@link steppedLimit}.
 *
 * @formula score = Σ weight × score ÷ Σ weight; limit = current × (1 + change of the highest class
 *   with minScore ≤ score), not above maximum; 0 below all classes
 * @units money in, money out; scores have any unit
 *
 * @param input - The present limit, the classes, and a score or the criteria that it is made of.
 * @returns The next limit, with the class as `grade`.
 *
 * @throws {@link CreditError} `invalid_input`: a field is missing, unknown, out of range or no
 *   plain decimal; both a score and criteria, or neither; two classes with one least score.
 * @throws {@link CreditError} `not_defined`: all weights are 0.
 *
 * @source "3+1" deck, slides 77, 91 and 92, in words; the formula is our reading of it.
 *
 * @example
 * ```ts
 * const limit = dynamicLimit({
 *   current: 100_000,
 *   criteria: [
 *     { name: "financial", weight: 40, score: 70 },
 *     { name: "payment", weight: 40, score: 95 },
 *     { name: "basic", weight: 20, score: 80 },
 *   ],
 *   bands: [
 *     { minScore: 80, grade: "A", change: "0.2" },
 *     { minScore: 60, grade: "B", change: 0 },
 *     { minScore: 40, grade: "C", change: "-0.5" },
 *   ],
 * });
 * limit.value.toString(); // => "120000"
 * limit.grade; // => "A"
 * ```
 */
export function dynamicLimit(input: DynamicLimitInput): DynamicLimit {
  const terms = read(FN, dynamicLimitSchema, input);
  const { current, below, maximum, currency } = terms;
  const score = scoreOf(terms);
  const { rows, found } = gradedBy(FN, score, terms.bands);
  const moved = current.times(ONE.plus(found?.change ?? Exact.of(-1n)));
  const limit = maximum ? least(maximum, moved) : moved;
  const capped = maximum !== undefined;
  const inputs = { current, score, below, maximum, capped, bands: rows };
  const label = { grade: found?.grade ?? below };
  return figure<DynamicLimit>("limits/dynamic", limit, "money", inputs, { currency, label });
}

/** The score given, or the weighted mean of the criteria, which remembers its figure. */
function scoreOf({ score, criteria }: DynamicTerms): Fraction {
  if (score && criteria) refuse(FN, "criteria", "must be left out beside `score`");
  if (score) return score;
  if (!criteria) return refuse(FN, "score", "must be given, or `criteria`");
  const id = "limits/dynamic-score";
  const rows = criteria.map((each) => ({ ...each, weighted: each.weight.times(each.score) }));
  const weight = sumOf(rows.map((row) => row.weight));
  const inputs = { criteria: rows };
  if (weight.isZero) {
    return throwAbsent(FN, absent(id, "score", inputs, "not_defined", "all weights are 0"));
  }
  const mean = sumOf(rows.map(({ weighted }) => weighted)).over(weight);
  return mean.from(figure(id, mean, "score", inputs));
}
