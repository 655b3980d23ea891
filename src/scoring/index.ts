/**
 * Who deserves credit: financial statements, their ratios, and the solvency models made of them.
 *
 * @packageDocumentation
 */

// Statements and ratios
export { financialRatios } from "./ratios.ts";

// Solvency models
export { altmanZ, altmanZDoublePrime, altmanZEmerging, altmanZPrime } from "./altman.ts";
export { bathory } from "./bathory.ts";
export { springate } from "./springate.ts";
export { zmijewski, zmijewskiProbability } from "./zmijewski.ts";
export { zhouF } from "./zhou.ts";
export { ohlsonO, ohlsonProbability } from "./ohlson.ts";
export { solvencyPanel } from "./panel.ts";
export { ratingEquivalent } from "./rating-equivalent.ts";
export { ratingTables } from "./rating-tables.ts";
export { solvencyModels } from "./solvency-models.ts";

export type { FinancialStatement, StatementPeriod } from "./statement.ts";
export type {
  FinancialRatios,
  FinancialRatiosOverTime,
  Ratio,
  RatioName,
  RatioTrend,
} from "./ratios-types.ts";
export type { Score, ScoreContribution, ScoreInputs, Zone } from "./score.ts";
export type { ScoreTerm, ScoreZones, SolvencyModel } from "./models.ts";
export type {
  AltmanFiveRatios,
  AltmanFourRatios,
  AltmanZ,
  AltmanZDoublePrime,
  AltmanZDoublePrimeInput,
  AltmanZEmerging,
  AltmanZInput,
  AltmanZPrime,
  AltmanZPrimeInput,
  SalesCoefficient,
} from "./altman.ts";
export type {
  Bathory,
  BathoryBands,
  BathoryChoices,
  BathoryInput,
  BathoryRatios,
  BathoryVariant,
} from "./bathory.ts";
export type { Springate, SpringateInput, SpringateRatios } from "./springate.ts";
export type {
  Zmijewski,
  ZmijewskiCoefficients,
  ZmijewskiInput,
  ZmijewskiProbability,
  ZmijewskiRatios,
} from "./zmijewski.ts";
export type { TwoStatements, ZhouF, ZhouFChoices, ZhouFInput, ZhouFRatios } from "./zhou.ts";
export type {
  OhlsonCutOff,
  OhlsonO,
  OhlsonOInput,
  OhlsonORatios,
  OhlsonProbability,
  OhlsonSize,
} from "./ohlson.ts";
export type {
  SolvencyModelName,
  SolvencyPanel,
  SolvencyPanelInput,
  SolvencyPanelYears,
  SolvencyScores,
  ZoneDisagreement,
} from "./panel.ts";
export type { RatingEquivalent, RatingEquivalentInput } from "./rating-equivalent.ts";
export type { RatingAverage } from "./rating-tables.ts";
