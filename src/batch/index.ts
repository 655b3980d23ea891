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
