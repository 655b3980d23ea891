/**
 * @module scoring/models-described
 *
 * The solvency models as {@link solvencyModels} shows them: with whom they were estimated on, where
 * they were read, and what of them was remembered only.
 */
import type { ScoreFormula, SolvencyModel } from "./models.ts";
import {
  altmanZDoublePrimeFormula,
  altmanZEmergingFormula,
  altmanZFormula,
  altmanZPrimeFormula,
  bathoryFormula,
  ohlsonOFormula,
  springateFormula,
  zhouFFormula,
} from "./models.ts";
import { zmijewskiModels } from "./models-zmijewski.ts";

/** The model, which nobody can change: every score of it comes from here. */
function frozenModel<const Model extends SolvencyModel>(model: Model): Model {
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

/** Altman's model of 1968, for listed manufacturers. */
export const altmanZModel = /* @__PURE__ */ described(altmanZFormula, {
  id: "scoring/altman-z",
  year: 1968,
  population: "listed manufacturers of the United States",
  source: "Altman 1968, in the form of secondary pages that agree",
});

/** Altman's model of 1983, for manufacturers that are not listed. */
export const altmanZPrimeModel = /* @__PURE__ */ described(altmanZPrimeFormula, {
  id: "scoring/altman-z-prime",
  year: 1983,
  population: "manufacturers that are not listed",
  source: "Altman 1983, in the form of secondary pages that agree",
});

/** Altman's model of 1995 without a constant, with the zones that belong to it. */
export const altmanZDoublePrimeModel = /* @__PURE__ */ described(altmanZDoublePrimeFormula, {
  id: "scoring/altman-z-double-prime",
  year: 1995,
  population: "firms that are not listed, other trades than manufacturing too",
  source: "Altman 1995, in the form of secondary pages that agree",
});

/** The same with the constant 3.25, and with zones shifted by it. */
export const altmanZEmergingModel = /* @__PURE__ */ described(altmanZEmergingFormula, {
  id: "scoring/altman-z-emerging",
  year: 1995,
  population: "firms of emerging markets",
  source: "Altman, Hartzell and Peck 1995; the zones are those without constant, shifted by 3.25",
  remembered: ["slides of Altman's print 4.15 as the lower bound, the average of the rating B"],
});

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

/** Springate's model. */
export const springateModel = /* @__PURE__ */ described(springateFormula, {
  id: "scoring/springate",
  year: 1978,
  population: "40 firms",
  source: "Springate 1978, by two public pages",
  remembered: ["that the firms were Canadian manufacturers"],
});

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

/** Ohlson's first model, a logit; the zone depends on the cut-off of the probability. */
export const ohlsonOModel = /* @__PURE__ */ described(ohlsonOFormula, {
  id: "scoring/ohlson-o",
  year: 1980,
  population: "listed industrial firms of the United States, 1970 to 1976",
  source: "Ohlson 1980, by mirrors of a public encyclopaedia",
  remembered: ["the index is that of the year before the balance sheet", "the population"],
});

/** Zmijewski's model, with the paper's set of coefficients. */
export const zmijewskiModel = /* @__PURE__ */ described(zmijewskiModels.paper, {
  id: "scoring/zmijewski",
  year: 1984,
  population: "listed industrial firms of the United States, without banks",
  source: "Zmijewski 1984, by two public pages; others print the last sign as minus",
  remembered: ["that the paper prints plus", "the population"],
});
