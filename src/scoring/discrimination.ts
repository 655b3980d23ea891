/**
 * @module scoring/discrimination
 *
 * How well a score tells goods from bads: the area under the ROC curve, the Gini coefficient, and
 * the Kolmogorov–Smirnov statistic.
 */
import { asTerm } from "../ground/exact.ts";
import type { Absent, Figure } from "../ground/figure.ts";
import { absent, figure, present } from "../ground/figure.ts";
import { Fraction, ONE } from "../ground/fraction.ts";
import { lazily, read } from "../ground/input.ts";
import { object } from "../ground/input-atoms.ts";
import type { OutcomeGroup, OutcomesInput } from "./outcomes.ts";
import { badSchema, groupsOf, numbersSchema, oneClassReason, totalsOf } from "./outcomes.ts";

/** Area under the ROC curve, from 0 to 1. */
export type RocAuc = Figure<"scoring/roc-auc">;

/** Gini coefficient, from −1 to 1. */
export type Gini = Figure<"scoring/gini">;

/** Kolmogorov–Smirnov statistic, from 0 to 1. */
export type KsStatistic = Figure<"scoring/ks-statistic">;

/** The schema of {@link OutcomesInput}. */
export const outcomesSchema = lazily(() =>
  object({ scores: numbersSchema("any"), bad: badSchema() }),
);

/**
 * The area under the ROC curve (AUC): the chance that a good has a higher score than a bad, ties
 * counting half.
 *
 * Use it for how well a score ranks, whatever the cut-off. It is an exact fraction, from counts of
 * pairs. {@link gini} is the same on a scale from −1 to 1; {@link ksStatistic} looks at the best
 * cut-off alone; {@link brierScore} at probabilities.
 *
 * @formula AUC = (pairs with the good above + pairs tied ÷ 2) ÷ (goods × bads)
 * @units scores in any unit, higher is better; a fraction out
 *
 * @param input - Scores, and in the same order whether each turned out bad. Up to 1,000,000 rows;
 *   typed arrays are taken, too.
 * @returns The area. The counts of pairs stand in `inputs`; they add up to goods × bads.
 *
 * @throws {@link CreditError} `invalid_input`: lists of different lengths, an unreadable score.
 * @throws {@link CreditError} `not_defined`: there are only goods, or only bads.
 *
 * @source standard: the Mann–Whitney form of the area; the example is computed by hand
 *
 * @example
 * ```ts
 * const scores = [820, 790, 760, 720, 700, 660, 740, 680, 640, 610];
 * const bad = [0, 0, 0, 0, 0, 0, 1, 1, 1, 1] as const;
 * rocAuc({ scores, bad }).value.toFixed(9); // => "0.833333333"
 * ```
 */
export function rocAuc(input: OutcomesInput): RocAuc {
  return present("rocAuc", areaOf(groupsFor("rocAuc", input)));
}

/**
 * The Gini coefficient of a score (基尼系数), also called accuracy ratio or Somers' D: 2 × AUC − 1.
 *
 * Use it where cards are compared; 0 is no better than chance. For the area itself use {@link
 * rocAuc}.
 *
 * @formula Gini = 2 × AUC − 1
 * @units scores in any unit, higher is better; a fraction out, from −1 to 1
 *
 * @param input - As in {@link rocAuc}.
 * @returns The coefficient, with the area nested in it.
 *
 * @throws {@link CreditError} `invalid_input`: lists of different lengths, an unreadable score.
 * @throws {@link CreditError} `not_defined`: there are only goods, or only bads.
 *
 * @source standard; not the Gini coefficient of incomes
 *
 * @example
 * ```ts
 * const scores = [820, 790, 760, 720, 700, 660, 740, 680, 640, 610];
 * const bad = [0, 0, 0, 0, 0, 0, 1, 1, 1, 1] as const;
 * gini({ scores, bad }).value.toFixed(9); // => "0.666666667"
 * ```
 */
export function gini(input: OutcomesInput): Gini {
  const auc = present("gini", areaOf(groupsFor("gini", input)));
  const exact = asTerm(auc);
  const coefficient = exact.plus(exact).minus(ONE);
  return figure("scoring/gini", coefficient, "fraction", { auc });
}

/**
 * The Kolmogorov–Smirnov statistic of a score (KS 统计量): the greatest distance between the shares
 * of bads and of goods up to a score.
 *
 * Use it for how well the best single cut-off separates. For the ranking as a whole use {@link
 * rocAuc}.
 *
 * @formula KS = max over scores |share of bads with at most that score − share of goods|
 * @units scores in any unit, higher is better; a fraction out
 *
 * @param input - As in {@link rocAuc}. Rows with the same score are counted together.
 * @returns The distance. `inputs.at` is the lowest score at which it is reached; `inputs.steps` has
 *   every score with the counts up to it.
 *
 * @throws {@link CreditError} `invalid_input`: lists of different lengths, an unreadable score.
 * @throws {@link CreditError} `not_defined`: there are only goods, or only bads.
 *
 * @source standard; the example is computed by hand
 *
 * @example
 * ```ts
 * const scores = [820, 790, 760, 720, 700, 660, 740, 680, 640, 610];
 * const bad = [0, 0, 0, 0, 0, 0, 1, 1, 1, 1] as const;
 * const ks = ksStatistic({ scores, bad });
 * ks.value.toFixed(9); // => "0.583333333"
 * (ks.inputs as { at: string }).at; // => "680"
 * ```
 */
export function ksStatistic(input: OutcomesInput): KsStatistic {
  return present("ksStatistic", distanceOf(groupsFor("ksStatistic", input)));
}

function groupsFor(fn: string, input: OutcomesInput): OutcomeGroup[] {
  const { scores, bad } = read(fn, outcomesSchema, input);
  return groupsOf(fn, "scores", scores, bad);
}

/** Counts pairs of a good and a bad in one pass over the ascending groups. */
function areaOf(groups: readonly OutcomeGroup[]): RocAuc | Absent<"scoring/roc-auc"> {
  // At most 2.5 × 10^11 pairs: counted exactly.
  let [concordant, tied, badsBelow] = [0, 0, 0];
  for (const { goods, bads } of groups) {
    concordant += goods * badsBelow;
    tied += goods * bads;
    badsBelow += bads;
  }
  const { goods, bads } = totalsOf(groups);
  const discordant = goods * bads - concordant - tied;
  const id = "scoring/roc-auc";
  const reason = oneClassReason(goods, bads);
  if (reason !== undefined) return absent(id, "fraction", { goods, bads }, "not_defined", reason);
  const exact = Fraction.of(BigInt(2 * concordant + tied), BigInt(2 * goods * bads));
  const inputs = { goods, bads, concordant, tied, discordant };
  return figure<RocAuc>(id, exact, "fraction", inputs);
}

function distanceOf(groups: readonly OutcomeGroup[]): KsStatistic | Absent<"scoring/ks-statistic"> {
  const totals = totalsOf(groups);
  const reason = oneClassReason(totals.goods, totals.bads);
  const id = "scoring/ks-statistic";
  if (reason !== undefined) return absent(id, "fraction", totals, "not_defined", reason);
  // Distances on the common denominator goods × bads.
  let [goods, bads, most, at] = [0, 0, 0, 0];
  groups.forEach((group, place) => {
    goods += group.goods;
    bads += group.bads;
    const distance = Math.abs(bads * totals.goods - goods * totals.bads);
    if (distance > most) [most, at] = [distance, place];
  });
  const exact = Fraction.of(BigInt(most), BigInt(totals.goods * totals.bads));
  return figure<KsStatistic>(id, exact, "fraction", () => ({
    at: groups[at]?.value(),
    steps: stepsOf(groups, totals),
  }));
}

/** Every score with what has come up to it. */
function stepsOf(groups: readonly OutcomeGroup[], totals: { goods: number; bads: number }) {
  const [allGoods, allBads] = [Fraction.whole(totals.goods), Fraction.whole(totals.bads)];
  let [goodsUpTo, badsUpTo] = [0, 0];
  return groups.map(({ goods, bads, value }) => {
    goodsUpTo += goods;
    badsUpTo += bads;
    const shareOfBads = Fraction.whole(badsUpTo).over(allBads);
    const distance = shareOfBads.minus(Fraction.whole(goodsUpTo).over(allGoods)).absolute();
    return { score: value(), goods, bads, goodsUpTo, badsUpTo, distance };
  });
}
