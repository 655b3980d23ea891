/**
 * @module batch
 *
 * Columns in, columns out, exact: for services and streams of millions of rows. Nothing here brings
 * a schema or decimal library along.
 */

// Streams and parts: sums of chunks, by party.
export { agingAccumulator } from "./aging-accumulator.ts";
export { dsoAccumulator } from "./dso-accumulator.ts";
export { rollForwardAccumulator } from "./roll-forward-accumulator.ts";
export { daysLateAccumulator } from "./days-late-accumulator.ts";
export type { Accumulator, AccumulatorData } from "./accumulator.ts";
export type {
  ChunkApplications,
  ChunkColumns,
  ChunkDisputes,
  MinorUnits,
  TypedColumn,
} from "./chunk.ts";
export type { AccumulatorMoney } from "./question.ts";
export type { AgingAccumulatorInput, AgingAccumulatorQuestion } from "./aging-terms.ts";
export type {
  AgingAccumulator,
  AgingAccumulatorColumns,
  AgingAccumulatorData,
} from "./aging-accumulator.ts";
export type {
  DsoAccumulator,
  DsoAccumulatorColumns,
  DsoAccumulatorData,
  DsoAccumulatorInput,
  DsoAccumulatorQuestion,
} from "./dso-accumulator.ts";
export type {
  RollForwardAccumulator,
  RollForwardAccumulatorColumns,
  RollForwardAccumulatorData,
  RollForwardAccumulatorInput,
  RollForwardAccumulatorQuestion,
  RollForwardSums,
} from "./roll-forward-accumulator.ts";
export type {
  DaysLateAccumulator,
  DaysLateAccumulatorColumns,
  DaysLateAccumulatorData,
  DaysLateAccumulatorInput,
  DaysLateAccumulatorQuestion,
} from "./days-late-accumulator.ts";
export type { Amounts } from "../ledger/columns.ts";

// Scores, grades and limits over columns
export { scoreColumns } from "./score.ts";
export {
  altmanZDoublePrimeModel,
  altmanZEmergingModel,
  altmanZModel,
  altmanZPrimeModel,
  bathoryModel,
  springateModel,
  zhouFModel,
  zmijewskiModel,
} from "./score-models.ts";
export { ohlsonOModel } from "./ohlson-model.ts";
export type { ColumnModel } from "./column-model.ts";
export type {
  CodedColumn,
  NullableColumn,
  NumberArray,
  NumberColumn,
  PlainNumber,
  RoundedColumns,
  RowReason,
  ValueColumns,
} from "./column-types.ts";
export type {
  AltmanZOptions,
  BandsOption,
  BathoryOptions,
  OhlsonColumns,
  OneYearColumns,
  OhlsonOptions,
  PlacesOption,
  RatioColumns,
  ScoreColumns,
  SizeColumns,
  StatementColumns,
  TwoYearColumns,
  ZhouFOptions,
  ZmijewskiOptions,
} from "./score-types.ts";
export { fiveCScoreColumns, weightedScoreColumns } from "./weighted.ts";
export type {
  ColumnOfC,
  ColumnScale,
  CriterionColumn,
  FiveCScoreColumnsInput,
  WeightedColumns,
  WeightedOptions,
  WeightedScoreColumnsInput,
} from "./weighted.ts";
export { gradeColumns } from "./grade.ts";
export type { ColumnGradeBand, GradeColumns } from "./grade.ts";
export { creditLimitColumns } from "./limit.ts";
export type { CreditLimitColumns, CreditLimitColumnsInput, LimitBoundColumns } from "./limit.ts";
export { scorecardColumns } from "./scorecard.ts";
export type {
  CategoryColumn,
  ColumnCharacteristic,
  ColumnScorecard,
  ScorecardColumns,
} from "./scorecard.ts";
export { probabilityColumns } from "./probability.ts";
