/**
 * @module scoring/models
 *
 * What is computed of the solvency models: coefficients and zones. Texts only, so that whoever
 * evaluates them by other means (columns of doubles) takes the numbers from here. A model with
 * other coefficients is another model, with an id of its own. Whom they were estimated on, and
 * where they were read, is `scoring/models-described`: no score needs it.
 */

/** One term of a model: a ratio and its weight; the ratio of the `constant` is 1. */
export interface ScoreTerm {
  /** The ratio by its name among the inputs, or `constant`. */
  readonly ratio: string;
  /** The weight, with its sign. A plain decimal. */
  readonly coefficient: string;
}

/** The two bounds of a model; a score on a bound is grey, and so is one between them. */
export interface ScoreZones {
  /** The lower bound. A plain decimal. */
  readonly lower: string;
  /** The upper bound; the same as the lower one where the model has one cut-off. */
  readonly upper: string;
  /** On which side distress lies. */
  readonly distress: "below" | "above";
}

/** What is computed of a model. */
export interface ScoreFormula {
  /** Its terms, the constant first. */
  readonly terms: readonly ScoreTerm[];
  /** Its zones; undefined where none were published, or where the caller's cut-off makes them. */
  readonly zones?: ScoreZones;
}

/** What is computed of a model, under its id. */
export interface IdentifiedFormula extends ScoreFormula {
  /** The id that its figures carry. */
  readonly id: string;
}

/** A solvency model. */
export interface SolvencyModel extends IdentifiedFormula {
  /** The year of its publication. */
  readonly year: number;
  /** Whom it was estimated on. */
  readonly population: string;
  /** Who published it. */
  readonly source: string;
  /** What of it was remembered, and not read in a source. */
  readonly remembered?: readonly string[];
}

/** Altman's model of 1968, for listed manufacturers. */
export const altmanZFormula = {
  terms: [
    { ratio: "workingCapitalToAssets", coefficient: "1.2" },
    { ratio: "retainedEarningsToAssets", coefficient: "1.4" },
    { ratio: "ebitToAssets", coefficient: "3.3" },
    { ratio: "equityToLiabilities", coefficient: "0.6" },
    { ratio: "salesToAssets", coefficient: "0.999" },
  ],
  zones: { lower: "1.81", upper: "2.99", distress: "below" },
} as const;

/** Altman's model of 1983, for manufacturers that are not listed. */
export const altmanZPrimeFormula = {
  terms: [
    { ratio: "workingCapitalToAssets", coefficient: "0.717" },
    { ratio: "retainedEarningsToAssets", coefficient: "0.847" },
    { ratio: "ebitToAssets", coefficient: "3.107" },
    { ratio: "equityToLiabilities", coefficient: "0.42" },
    { ratio: "salesToAssets", coefficient: "0.998" },
  ],
  zones: { lower: "1.23", upper: "2.9", distress: "below" },
} as const;

const DOUBLE_PRIME = [
  { ratio: "workingCapitalToAssets", coefficient: "6.56" },
  { ratio: "retainedEarningsToAssets", coefficient: "3.26" },
  { ratio: "ebitToAssets", coefficient: "6.72" },
  { ratio: "equityToLiabilities", coefficient: "1.05" },
] as const;

/** Called, since a bundler keeps a list that is spread where it stands, used or not. */
function withConstant<const Text extends string>(coefficient: Text) {
  return [{ ratio: "constant", coefficient }, ...DOUBLE_PRIME] as const;
}

/** Altman's model of 1995 without a constant, with the zones that belong to it. */
export const altmanZDoublePrimeFormula = {
  terms: DOUBLE_PRIME,
  zones: { lower: "1.1", upper: "2.6", distress: "below" },
} as const;

/** The same with the constant 3.25, and with zones shifted by it. */
export const altmanZEmergingFormula = {
  terms: /* @__PURE__ */ withConstant("3.25"),
  zones: { lower: "4.35", upper: "5.85", distress: "below" },
} as const;

/** Bathory's model: the plain sum of five ratios. */
export const bathoryFormula = {
  terms: [
    { ratio: "cashProfitToCurrentLiabilities", coefficient: "1" },
    { ratio: "profitBeforeTaxToCapital", coefficient: "1" },
    { ratio: "equityToCurrentLiabilities", coefficient: "1" },
    { ratio: "tangibleNetWorthToLiabilities", coefficient: "1" },
    { ratio: "workingCapitalToAssets", coefficient: "1" },
  ],
} as const;

/** Springate's model. */
export const springateFormula = {
  terms: [
    { ratio: "workingCapitalToAssets", coefficient: "1.03" },
    { ratio: "ebitToAssets", coefficient: "3.07" },
    { ratio: "profitBeforeTaxToCurrentLiabilities", coefficient: "0.66" },
    { ratio: "salesToAssets", coefficient: "0.4" },
  ],
  zones: { lower: "0.862", upper: "0.862", distress: "below" },
} as const;

/** Zhou, Yang and Wang: a model from Chinese teaching. Not Piotroski's F. */
export const zhouFFormula = {
  terms: [
    { ratio: "constant", coefficient: "-0.1774" },
    { ratio: "workingCapitalToAssets", coefficient: "1.1091" },
    { ratio: "retainedEarningsToAssets", coefficient: "0.1074" },
    { ratio: "cashFlowToAverageLiabilities", coefficient: "1.9271" },
    { ratio: "equityToLiabilities", coefficient: "0.0302" },
    { ratio: "cashFlowToAverageAssets", coefficient: "0.4961" },
  ],
  zones: { lower: "0.0274", upper: "0.0274", distress: "below" },
} as const;

/** Ohlson's first model, a logit; the zone depends on the cut-off of the probability. */
export const ohlsonOFormula = {
  terms: [
    { ratio: "constant", coefficient: "-1.32" },
    { ratio: "size", coefficient: "-0.407" },
    { ratio: "debtRatio", coefficient: "6.03" },
    { ratio: "workingCapitalToAssets", coefficient: "-1.43" },
    { ratio: "currentLiabilitiesToCurrentAssets", coefficient: "0.0757" },
    { ratio: "liabilitiesExceedAssets", coefficient: "-1.72" },
    { ratio: "returnOnAssets", coefficient: "-2.37" },
    { ratio: "fundsFromOperationsToLiabilities", coefficient: "-1.83" },
    { ratio: "lossInBothYears", coefficient: "0.285" },
    { ratio: "netIncomeChange", coefficient: "-0.521" },
  ],
} as const;
