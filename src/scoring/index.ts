/**
 * Who deserves credit: financial statements and their ratios, solvency models, weighted scores,
 * scorecards with reasons, grades and classes, and how well scores have told goods from bads.
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
// Judged scores
export { weightedScore } from "./weighted.ts";
export { fiveCScore } from "./five-c.ts";
export { characteristicsScore } from "./characteristics.ts";
export { characteristicsFeatures } from "./features.ts";

// Points from facts
export { scorecard } from "./scorecard.ts";
export { pointsScale } from "./points-scale.ts";

// Grades and classes
export { gradeFor } from "./grade.ts";
export { classMigration } from "./migration.ts";
export {
  characteristicsBands,
  customerClassTerms,
  fiveCWeights,
  informationValueBands,
  stabilityBands,
} from "./presets.ts";

// Validation
export { gini, ksStatistic, rocAuc } from "./discrimination.ts";
export { brierScore, brierSkillScore, logLoss } from "./probabilities.ts";
export { binCounts } from "./bin-counts.ts";
export { informationValue, weightOfEvidence } from "./bins.ts";
export { populationStabilityIndex } from "./stability.ts";

export type {
  ScoreScale,
  WeightedCriterion,
  WeightedScore,
  WeightedScoreInput,
} from "./weighted.ts";
export type {
  ElementsOfC,
  FactElement,
  FiveCScore,
  FiveCScoreInput,
  JudgedElement,
  ScoredC,
} from "./five-c.ts";
export type {
  CharacteristicsScore,
  CharacteristicsScoreInput,
  FeatureRating,
} from "./characteristics.ts";
export type {
  CharacteristicsFeature,
  CharacteristicsFeatureRow,
  CharacteristicsGroup,
} from "./features.ts";
export type {
  ReasonMethod,
  ScorecardCharacteristic,
  ScorecardDefinition,
  ScorecardInput,
} from "./card.ts";
export type { Scorecard, ScorecardContribution } from "./scorecard.ts";
export type { AttributePoints } from "./points.ts";
export type {
  MissingAttribute,
  RangeAttribute,
  ScorecardAttribute,
  ValuesAttribute,
} from "./attributes.ts";
export type { ScorecardValue, ScorecardValues } from "./facts.ts";
export type { PointsScale, PointsScaleInput } from "./points-scale.ts";
export type { GradeBand, GradeFor, GradeForInput } from "./grade.ts";
export type { ClassMigration, ClassMigrationInput } from "./migration.ts";
export type { CustomerClassTerms, FiveCWeights } from "./presets.ts";
export type { Gini, KsStatistic, RocAuc } from "./discrimination.ts";
export type { BadColumn, NumberColumn, OutcomesInput } from "./outcomes.ts";
export type { BrierScore, BrierSkillScore, LogLoss, ProbabilitiesInput } from "./probabilities.ts";
export type { BinCountsInput, CountedBin } from "./bin-counts.ts";
export type {
  BinEvidence,
  GoodBadBin,
  GoodBadBinsInput,
  InformationValue,
  WeightOfEvidence,
} from "./bins.ts";
export type {
  PopulationStabilityIndex,
  PopulationStabilityIndexInput,
  StabilityBin,
} from "./stability.ts";
