/**
 * @module scoring/models
 *
 * The solvency models as data: coefficients, zones, whom they were estimated on, and where they
 * were read. Texts only, so that whoever evaluates them by other means (columns of doubles) takes
 * the numbers from here. A model with other coefficients is another model, with an id of its own.
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

/** A solvency model. */
export interface SolvencyModel extends ScoreFormula {
  /** The id that its figures carry. */
  readonly id: string;
  /** The year of its publication. */
  readonly year: number;
  /** Whom it was estimated on. */
  readonly population: string;
  /** Who published it. */
  readonly source: string;
  /** What of it was remembered, and not read in a source. */
  readonly remembered?: readonly string[];
}

/** The model, which nobody can change: every score of it comes from here. */
export function frozenModel<const Model extends SolvencyModel>(model: Model): Model {
  Object.freeze(model.zones);
  Object.freeze(model.remembered);
  for (const term of model.terms) Object.freeze(term);
  Object.freeze(model.terms);
  return Object.freeze(model);
}

/** A model of its formula and what is said about it. */
function described<
  const Formula extends ScoreFormula,
  const About extends Omit<SolvencyModel, keyof ScoreFormula>,
>(formula: Formula, about: About) {
  return frozenModel({ ...about, ...formula });
}

/** What is computed of {@link altmanZModel}. */
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

/** Altman's model of 1968, for listed manufacturers. */
export const altmanZModel = /* @__PURE__ */ described(altmanZFormula, {
  id: "scoring/altman-z",
  year: 1968,
  population: "listed manufacturers of the United States",
  source: "Altman 1968, in the form of secondary pages that agree",
});

/** What is computed of {@link altmanZPrimeModel}. */
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

/** Altman's model of 1983, for manufacturers that are not listed. */
export const altmanZPrimeModel = /* @__PURE__ */ described(altmanZPrimeFormula, {
  id: "scoring/altman-z-prime",
  year: 1983,
  population: "manufacturers that are not listed",
  source: "Altman 1983, in the form of secondary pages that agree",
});

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

/** What is computed of {@link altmanZDoublePrimeModel}. */
export const altmanZDoublePrimeFormula = {
  terms: DOUBLE_PRIME,
  zones: { lower: "1.1", upper: "2.6", distress: "below" },
} as const;

/** Altman's model of 1995 without a constant, with the zones that belong to it. */
export const altmanZDoublePrimeModel = /* @__PURE__ */ described(altmanZDoublePrimeFormula, {
  id: "scoring/altman-z-double-prime",
  year: 1995,
  population: "firms that are not listed, other trades than manufacturing too",
  source: "Altman 1995, in the form of secondary pages that agree",
});

/** What is computed of {@link altmanZEmergingModel}. */
export const altmanZEmergingFormula = {
  terms: /* @__PURE__ */ withConstant("3.25"),
  zones: { lower: "4.35", upper: "5.85", distress: "below" },
} as const;

/** The same with the constant 3.25, and with zones shifted by it. */
export const altmanZEmergingModel = /* @__PURE__ */ described(altmanZEmergingFormula, {
  id: "scoring/altman-z-emerging",
  year: 1995,
  population: "firms of emerging markets",
  source: "Altman, Hartzell and Peck 1995; the zones are those without constant, shifted by 3.25",
  remembered: ["slides of Altman's print 4.15 as the lower bound, the average of the rating B"],
});

/** What is computed of {@link bathoryModel}. */
export const bathoryFormula = {
  terms: [
    { ratio: "cashProfitToCurrentLiabilities", coefficient: "1" },
    { ratio: "profitBeforeTaxToCapital", coefficient: "1" },
    { ratio: "equityToCurrentLiabilities", coefficient: "1" },
    { ratio: "tangibleNetWorthToLiabilities", coefficient: "1" },
    { ratio: "workingCapitalToAssets", coefficient: "1" },
  ],
} as const;

/** Bathory's model: the plain sum of five ratios. */
export const bathoryModel = /* @__PURE__ */ described(bathoryFormula, {
  id: "scoring/bathory",
  year: 1984,
  population: "all trades",
  source: "Bathory 1984, by Chinese pages that differ in the first ratio; no cut-off was published",
  remembered: [
    "British texts divide profit by capital employed, and take the mean of the five (0.2 of each)",
  ],
});

/** What is computed of {@link springateModel}. */
export const springateFormula = {
  terms: [
    { ratio: "workingCapitalToAssets", coefficient: "1.03" },
    { ratio: "ebitToAssets", coefficient: "3.07" },
    { ratio: "profitBeforeTaxToCurrentLiabilities", coefficient: "0.66" },
    { ratio: "salesToAssets", coefficient: "0.4" },
  ],
  zones: { lower: "0.862", upper: "0.862", distress: "below" },
} as const;

/** Springate's model. */
export const springateModel = /* @__PURE__ */ described(springateFormula, {
  id: "scoring/springate",
  year: 1978,
  population: "40 firms",
  source: "Springate 1978, by two public pages",
  remembered: ["that the firms were Canadian manufacturers"],
});

/** What is computed of {@link zhouFModel}. */
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

/** Zhou, Yang and Wang: a model from Chinese teaching. Not Piotroski's F. */
export const zhouFModel = /* @__PURE__ */ described(zhouFFormula, {
  id: "scoring/zhou-f",
  year: 1996,
  population: "listed firms of all trades, Compustat data",
  source: "Zhou Shouhua, Yang Jihua and Wang Ping 1996, by a public encyclopaedia",
  remembered: [
    "the firms it was estimated on",
    "scores from -0.0501 to 0.1049 are held to be uncertain",
  ],
});

/** What is computed of {@link ohlsonOModel}. */
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

/** Ohlson's first model, a logit; the zone depends on the cut-off of the probability. */
export const ohlsonOModel = /* @__PURE__ */ described(ohlsonOFormula, {
  id: "scoring/ohlson-o",
  year: 1980,
  population: "listed industrial firms of the United States, 1970 to 1976",
  source: "Ohlson 1980, by mirrors of a public encyclopaedia",
  remembered: ["the index is that of the year before the balance sheet", "the population"],
});
