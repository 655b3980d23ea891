/**
 * Who deserves credit: weighted scores, scorecards with reasons, grades and classes, and how well
 * scores have told goods from bads.
 *
 * @packageDocumentation
 */

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
