/**
 * @module scoring/ohlson
 *
 * Ohlson's logit model. Its size term is the logarithm of total assets in dollars over an index of
 * prices: in another unit, or with another base, the answer is another one by orders of magnitude,
 * so that both are asked for and neither has a default.
 */
import { asTerm } from "../ground/exact.ts";
import type { Absent, Figure } from "../ground/figure.ts";
import { absent, figure, isAbsent, present } from "../ground/figure.ts";
import { CreditError, issue } from "../ground/errors.ts";
import type { Fraction } from "../ground/fraction.ts";
import { ONE, ZERO } from "../ground/fraction.ts";
import type { Terms } from "../ground/input.ts";
import { lazily, read } from "../ground/input.ts";
import { money, numeric, object, optional, withDefault } from "../ground/input-atoms.ts";
import type { Numeric } from "../ground/numeric.ts";
import { asPrinted, exp, ln } from "../ground/transcendental.ts";
import type { RatioSource } from "./model-input.ts";
import {
  ratiosOfYears,
  ratiosSchema,
  BESIDE_RATIOS,
  refuseFields,
  twoYearsShape,
} from "./model-input.ts";
import { ohlsonOFormula } from "./models.ts";
import {
  currentLiabilitiesToCurrentAssets,
  debtRatio,
  fundsFromOperationsToLiabilities,
  returnOnAssets,
  workingCapitalToAssets,
} from "./ratio-definitions.ts";
import { OHLSON_RATIOS } from "./ratio-definitions-two-years.ts";
import type { Bounds, Score } from "./score.ts";
import { scoreOf } from "./score.ts";
import type { TwoStatements } from "./zhou.ts";

/** The ratios of {@link ohlsonO}. */
export interface OhlsonORatios {
  /** ln(total assets in dollars ÷ price index). */
  readonly size: Numeric;
  /** Total liabilities ÷ total assets. */
  readonly debtRatio: Numeric;
  /** (Current assets − current liabilities) ÷ total assets. */
  readonly workingCapitalToAssets: Numeric;
  /** Current liabilities ÷ current assets. */
  readonly currentLiabilitiesToCurrentAssets: Numeric;
  /** 1 where total liabilities exceed total assets, else 0. */
  readonly liabilitiesExceedAssets: Numeric;
  /** Net income ÷ total assets. */
  readonly returnOnAssets: Numeric;
  /** Funds from operations ÷ total liabilities. */
  readonly fundsFromOperationsToLiabilities: Numeric;
  /** 1 where net income was below 0 in both years, else 0. */
  readonly lossInBothYears: Numeric;
  /** (Net income − that of the year before) ÷ the sum of both without sign; 0 where both are 0. */
  readonly netIncomeChange: Numeric;
}

/** The size of the firm: what Ohlson's model takes the logarithm of. */
export interface OhlsonSize {
  /** Total assets in United States dollars, not in thousands or millions of them. Above 0. */
  readonly totalAssetsInDollars: Numeric;
  /** The price index of the GNP, 1968 = 100, of the year before (remembered). Above 0. */
  readonly priceIndex: Numeric;
}

/** A choice that {@link ohlsonO} has. */
export interface OhlsonCutOff {
  /**
   * The probability that parts distress from safety, between 0 and 1: 0.5 (default); 0.038 is the
   * one with the fewest errors in Ohlson's sample.
   */
  readonly cutOff?: Numeric;
}

/** What {@link ohlsonO} needs: the statements of two years and the size, or the ratios. */
export type OhlsonOInput =
  | (TwoStatements & {
      /** The size of the firm; there is no default. */
      readonly size: OhlsonSize;
    } & OhlsonCutOff)
  | ({
      /** The ratios themselves. */
      readonly ratios: OhlsonORatios;
    } & OhlsonCutOff);

/** Ohlson's O, with its zone. */
export type OhlsonO = Score<"scoring/ohlson-o">;

/** The probability that belongs to a score of {@link ohlsonO}. */
export type OhlsonProbability = Figure<"scoring/ohlson-probability">;

/** The size, for schemas. */
export const ohlsonSizeSchema = () =>
  object({
    totalAssetsInDollars: money({ above: ZERO }),
    priceIndex: numeric("any", { above: ZERO }),
  });

/** The schema of {@link OhlsonOInput}. */
export const ohlsonOSchema = lazily(() =>
  object({
    ...twoYearsShape(),
    size: optional(ohlsonSizeSchema()),
    ratios: ratiosSchema({
      size: "score",
      debtRatio: "fraction",
      workingCapitalToAssets: "fraction",
      currentLiabilitiesToCurrentAssets: "times",
      liabilitiesExceedAssets: "count",
      returnOnAssets: "fraction",
      fundsFromOperationsToLiabilities: "times",
      lossInBothYears: "count",
      netIncomeChange: "fraction",
    }),
    cutOff: withDefault(numeric("fraction", { above: ZERO, atMost: ONE }), "0.5"),
  }),
);

type OhlsonTerms = Terms<ReturnType<typeof ohlsonOSchema>>;
type SizeTerms = NonNullable<OhlsonTerms["size"]>;

/** How the model takes its ratios off two statements; the size comes beside them. */
export const OHLSON_MODEL_RATIOS = {
  debtRatio,
  workingCapitalToAssets,
  currentLiabilitiesToCurrentAssets,
  liabilitiesExceedAssets: OHLSON_RATIOS.liabilitiesExceedAssets,
  returnOnAssets,
  fundsFromOperationsToLiabilities,
  lossInBothYears: OHLSON_RATIOS.lossInBothYears,
  netIncomeChange: OHLSON_RATIOS.netIncomeChange,
};

/**
 * Ohlson's O (Ohlson O 评分) of 1980, model 1: a logit of nine ratios of two years.
 *
 * Use it for larger firms with statements in dollars or converted to them, and {@link
 * ohlsonProbability} for its probability. Here a high score is bad, unlike Altman's.
 *
 * @formula O = −1.32 − 0.407 size + 6.03 liabilities ÷ assets − 1.43 working capital ÷ assets +
 *   0.0757 current liabilities ÷ current assets − 1.72 (1 if liabilities exceed assets) − 2.37 net
 *   income ÷ assets − 1.83 funds from operations ÷ liabilities + 0.285 (1 if a loss in both years)
 *   − 0.521 change of net income; size = ln(assets in dollars ÷ index)
 * @units money or ratios in, a score out; distress above ln(cutOff ÷ (1 − cutOff)), safe below
 *
 * @param input - `{ current, previous, size }`, or `{ ratios }`; `cutOff` as a probability.
 * @returns The score and its `zone`; the cut-off itself is grey.
 *
 * @throws {@link CreditError} `invalid_input`: a line that it needs is missing (all are listed), a
 *   field is unknown, out of range or no plain decimal; `previous` is not the earlier one.
 * @throws {@link CreditError} `not_defined`: total assets, current assets or total liabilities are
 *   0.
 *
 * @source Ohlson 1980, by mirrors of a public encyclopaedia. Funds from operations are taken as net
 *   income + depreciation + amortisation unless given.
 *
 * @example
 * ```ts
 * const o = ohlsonO({
 *   current: {
 *     currentAssets: 5200,
 *     currentLiabilities: 3000,
 *     totalAssets: 10_000,
 *     totalLiabilities: 4500,
 *     netIncome: 600,
 *     fundsFromOperations: 1000,
 *   },
 *   previous: { netIncome: 500 },
 *   size: { totalAssetsInDollars: 100_000_000, priceIndex: 500 },
 * });
 * o.value.toFixed(8); // => "-4.44152879"
 * o.zone; // => "safe"
 * ```
 */
export function ohlsonO(input: OhlsonOInput): OhlsonO {
  return present("ohlsonO", scoreOfInput("ohlsonO", input));
}

/**
 * Probability of bankruptcy by Ohlson's model (Ohlson 破产概率): 1 ÷ (1 + e^−O).
 *
 * Use it to rank, and with care as a probability: it depends on the share of failures in the sample
 * of 1980. The score itself is {@link ohlsonO}.
 *
 * @formula probability = 1 ÷ (1 + e^(−O))
 * @units money or ratios in, a fraction out
 *
 * @param input - As for {@link ohlsonO}.
 * @returns The probability, correct to the 34 digits printed; the score is nested in it.
 *
 * @throws {@link CreditError} `invalid_input`: as {@link ohlsonO}.
 * @throws {@link CreditError} `not_defined`: as {@link ohlsonO}; or O is beyond ±1000.
 *
 * @source Ohlson 1980.
 *
 * @example
 * ```ts
 * const ratios = {
 *   size: "12.2",
 *   debtRatio: "0.45",
 *   workingCapitalToAssets: "0.22",
 *   currentLiabilitiesToCurrentAssets: "0.6",
 *   liabilitiesExceedAssets: 0,
 *   returnOnAssets: "0.06",
 *   fundsFromOperationsToLiabilities: "0.2",
 *   lossInBothYears: 0,
 *   netIncomeChange: "0.1",
 * };
 * ohlsonProbability({ ratios }).value.toFixed(6); // => "0.012112"
 * ```
 */
export function ohlsonProbability(input: OhlsonOInput): OhlsonProbability {
  const score = scoreOfInput("ohlsonProbability", input);
  return present("ohlsonProbability", probabilityOf(score));
}

function scoreOfInput(fn: string, input: OhlsonOInput): OhlsonO | Absent {
  const terms = read(fn, ohlsonOSchema, input);
  const { ratios, size, cutOff } = terms;
  if (ratios) refuseFields(fn, terms, ["size"], BESIDE_RATIOS);
  if (cutOff.equals(ONE)) {
    throw new CreditError("invalid_input", fn, [issue("cutOff", "must be less than 1", "1")]);
  }
  const faults = ratios ? indicatorFaults(ratios) : [];
  if (faults.length > 0) throw new CreditError("invalid_input", fn, faults);
  const source = ratiosOfYears(fn, terms, OHLSON_MODEL_RATIOS);
  if (ratios) return ohlsonOf(source, cutOff);
  if (!size) throw new CreditError("invalid_input", fn, [issue("size", "must be given")]);
  return ohlsonOf(withSize(source, size), cutOff);
}

function indicatorFaults(ratios: NonNullable<OhlsonTerms["ratios"]>) {
  const indicators = ["liabilitiesExceedAssets", "lossInBothYears"] as const;
  const wrong = indicators.filter((name) => !ratios[name].isZero && !ratios[name].equals(ONE));
  return wrong.map((name) => issue(`ratios.${name}`, "must be 0 or 1"));
}

/** The ratios with the size among them. */
export function withSize(source: RatioSource, size: SizeTerms): RatioSource {
  const { totalAssetsInDollars, priceIndex } = size;
  // Above 0, so that there is a logarithm.
  const logarithm = ln(totalAssetsInDollars.over(priceIndex)) as { value: Fraction };
  const inputs = { totalAssetsInDollars, priceIndex };
  const term = figure("scoring/ohlson-size", asPrinted(logarithm.value), "score", inputs);
  return { ...source, ratioOf: (name) => (name === "size" ? term : source.ratioOf(name)) };
}

/** O of two statements or of ratios. */
export function ohlsonOf({ ratioOf, accounts }: RatioSource, cutOff: Fraction): OhlsonO | Absent {
  const odds = ln(cutOff.over(ONE.minus(cutOff))) as { value: Fraction };
  const bounds: Bounds = { lower: odds.value, upper: odds.value, distress: "above" };
  const caveats = accounts?.caveats ?? [];
  const options = { stated: { cutOff }, bounds, caveats };
  const model = { id: "scoring/ohlson-o", ...ohlsonOFormula };
  return scoreOf(model, ratioOf, options) as OhlsonO | Absent;
}

function probabilityOf(score: OhlsonO | Absent): OhlsonProbability | Absent {
  const id = "scoring/ohlson-probability";
  if (isAbsent(score)) {
    return absent(id, "fraction", { score }, score.reason.code, score.reason.message);
  }
  const exact = asTerm(score);
  const odds = exp(exact.negated());
  if (!odds) {
    const reason = "the score is beyond ±1000";
    return absent(id, "fraction", { score: exact }, "not_defined", reason);
  }
  const share = ONE.over(ONE.plus(odds.value));
  const probability = odds.isRounded ? asPrinted(share) : share;
  return figure(id, probability, "fraction", { score: exact }, { caveats: score.caveats });
}
