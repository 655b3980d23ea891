/**
 * Days sales outstanding and what stands beside it: how long credit sales stay unpaid, what of that
 * is the terms and what is delay, and what collecting sooner is worth.
 *
 * @packageDocumentation
 */

// The three methods, and why they differ
export { dsoPeriodAverage } from "./period-average.ts";
export { dsoCountback } from "./countback.ts";
export { dsoAgingBuckets } from "./aging-buckets.ts";
export { dsoComparison } from "./comparison.ts";

// Terms and delay
export { dsoBestPossible } from "./best-possible.ts";
export { averageDaysDelinquent, dsoDelinquent } from "./delinquent.ts";
export { delayAgainstTerms } from "./delay-against-terms.ts";

// Collections and cash
export { collectionEffectivenessIndex } from "./collection-effectiveness.ts";
export { receivablesTurnover } from "./turnover.ts";
export { cashReleased } from "./cash-released.ts";

// From a ledger
export { dsoTrue } from "./true.ts";
export { dsoByParty } from "./by-party.ts";
export { dsoTrend } from "./trend.ts";
export { dsoTrendByParty } from "./trend-by-party.ts";
export { collectionEffectiveness } from "./effectiveness-by-party.ts";
export { collectionEffectivenessTrend } from "./effectiveness-trend.ts";

export type { DsoTrendInput, DsoTrendRow } from "./trend.ts";
export type { DsoTrendByPartyInput, DsoTrendByPartyRow } from "./trend-by-party.ts";
export type { SalesPeriod, SalesPeriodSpan } from "../ground/periods.ts";
export type {
  DsoPeriodAverage,
  DsoPeriodAverageInput,
  ReceivablesScope,
} from "./period-average.ts";
export type {
  CountbackId,
  CountbackRow,
  DsoCountback,
  DsoCountbackInput,
  WhenExhausted,
} from "./countback.ts";
export type { CountbackRules, NegativeSales, ZeroSales } from "./countback-rules.ts";
export type { DayBasis } from "./day-basis.ts";
export type { AgingBucketRow, DsoAgingBuckets, DsoAgingBucketsInput } from "./aging-buckets.ts";
export type {
  DsoComparison,
  DsoComparisonInput,
  DsoDifference,
  DsoDifferenceRow,
} from "./comparison.ts";
export type {
  DsoBestPossible,
  DsoBestPossibleAverageInput,
  DsoBestPossibleCountbackInput,
  DsoBestPossibleInput,
} from "./best-possible.ts";
export type {
  AverageDaysDelinquent,
  AverageDaysDelinquentInput,
  DsoDelinquent,
  DsoDelinquentInput,
} from "./delinquent.ts";
export type { DelayAgainstTerms, DelayAgainstTermsInput } from "./delay-against-terms.ts";
export type {
  CollectionEffectivenessIndex,
  CollectionEffectivenessIndexInput,
  SalesBasis,
} from "./collection-effectiveness.ts";
export type {
  CollectionEffectiveness,
  CollectionEffectivenessInput,
  CollectionEffectivenessOfParty,
  CollectionEffectivenessTable,
} from "./effectiveness-by-party.ts";
export type {
  CollectionEffectivenessOfMonth,
  CollectionEffectivenessOfPartyMonth,
  CollectionEffectivenessTrend,
  CollectionEffectivenessTrendInput,
} from "./effectiveness-trend.ts";
export type { ReceivablesTurnover, ReceivablesTurnoverInput } from "./turnover.ts";
export type { CashReleased, CashReleasedInput } from "./cash-released.ts";
export type { YearDays } from "../ground/input-atoms.ts";
export type { TaxBasisInput } from "./tax-basis.ts";
export type { DsoTrue, DsoTrueInput } from "./true.ts";
export type { DsoByPartyCountback, DsoByPartyInput, DsoByPartyRow, DsoMethod } from "./by-party.ts";
