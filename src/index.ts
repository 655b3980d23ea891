/**
 * Trade credit, exactly: what it costs to sell on account, how well it is collected, and how every
 * number came about.
 *
 * @packageDocumentation
 */

// Figures, errors, tables
export { CreditError, isCreditError } from "./ground/errors.ts";
export { isAbsent, isFigure } from "./ground/figure.ts";
export { isoDate } from "./ground/calendar.ts";
export { sensitivity } from "./ground/sensitivity.ts";
export { tabulate } from "./ground/tabulate.ts";
export { toPlain } from "./ground/plain.ts";
export { toRows } from "./ground/flat-rows.ts";
export type { CreditErrorCode, Issue } from "./ground/errors.ts";
export type { Absent, AbsentReason, Caveat, Figure, Unit } from "./ground/figure.ts";
export type { FormulaRecord } from "./ground/formulas.ts";
export type { Decimal, Numeric } from "./ground/numeric.ts";
export type { Column, List, Rows } from "./ground/rows.ts";
export type {
  Sensitivity,
  SensitivityAnswer,
  SensitivityCell,
  SensitivityOptions,
  SensitivityRow,
  TornadoBar,
  Variation,
} from "./ground/sensitivity.ts";
export type {
  Tabulated,
  TabulatedFigures,
  TabulatedRow,
  TabulateOptions,
} from "./ground/tabulate.ts";
export type { PlainOptions } from "./ground/plain.ts";
export type { FlatRow, FlatRowsOptions } from "./ground/flat-rows.ts";

// Payment terms
export { dueDate, formatTerms, parseTerms, paymentSchedule } from "./terms/index.ts";
export type * from "./terms/index.ts";

// The ledger
export {
  agedItems,
  averageCreditTerm,
  EDGE_PRESETS,
  extendLedger,
  ledgerFromColumns,
  ledgerFromItems,
  monthlySales,
  partitionByCurrency,
  partyStatement,
  paymentBehaviour,
  paymentBehaviourTrend,
  receivablesBalance,
  receivablesRollForward,
  totalSales,
} from "./ledger/index.ts";
export type * from "./ledger/index.ts";

// Days sales outstanding
export {
  averageDaysDelinquent,
  cashReleased,
  collectionEffectiveness,
  collectionEffectivenessTrend,
  collectionEffectivenessIndex,
  delayAgainstTerms,
  dsoAgingBuckets,
  dsoBestPossible,
  dsoByParty,
  dsoComparison,
  dsoCountback,
  dsoDelinquent,
  dsoPeriodAverage,
  dsoTrend,
  dsoTrendByParty,
  dsoTrue,
  receivablesTurnover,
} from "./dso/index.ts";
export type * from "./dso/index.ts";

// Aging
export {
  agingComparison,
  agingFromBalances,
  agingSums,
  agingTable,
  agingView,
  badDebtByRule,
  concentration,
  daysBeyondTerms,
  lossRates,
  mergeAging,
  overdueRate,
  PROVISION_PRESETS,
  provisionMatrix,
  receivablesMarkov,
  rollRates,
  rollRatesFromBalances,
  weightedDaysToPay,
} from "./aging/index.ts";
export type * from "./aging/index.ts";

// The cost of credit
export {
  badDebtCost,
  breakEvenDefaultProbability,
  creditCost,
  creditCostCurve,
  expectedLoss,
  lossDeviation,
  managementCost,
  monthsOfMargin,
  optimalReceivables,
  opportunityCost,
  opportunityToBadDebtRatio,
  shortageCost,
  shortageSlopes,
  unproductiveCostRatio,
} from "./cost/index.ts";
export type * from "./cost/index.ts";

// Credit policies
export {
  breakEvenBadDebtRate,
  breakEvenDso,
  breakEvenMargin,
  breakEvenSales,
  incrementalReturn,
  lifeCycleStance,
  marginalAnalysis,
  paymentInKindValue,
  policyComparison,
  policyPresentValue,
  policyProfit,
  policyStance,
  securityComparison,
} from "./policy/index.ts";
export type * from "./policy/index.ts";

// Scoring
export * from "./scoring/index.ts";

// Limits
export * from "./limits/index.ts";

// Collections
export {
  accountReview,
  cashForecast,
  collectionPlan,
  collectionPriority,
  dunningLadders,
  dunningSchedule,
  dunningStage,
  earlyWarnings,
  latePaymentInterest,
  planAttainment,
  receipts,
  recoveryExpectation,
  recoveryRates,
  threeStageLadder,
  warningRules,
} from "./collections/index.ts";
export type * from "./collections/index.ts";

// Cash discounts
export {
  breakEvenDiscount,
  breakEvenLoanRate,
  buyerDiscountChoice,
  discountAnnualRate,
  discountCostGrid,
  discountEvaluation,
  discountOnPartPayment,
  discountTakeUp,
  optimalDiscount,
  tierAnnualRates,
} from "./discount/index.ts";
export type * from "./discount/index.ts";

// Performance
export {
  approvalRate,
  badDebtRate,
  collectionRate,
  creditProfit,
  creditSalesShare,
  creditStaffing,
  industryComparison,
  lossResponsibility,
  managementCostRatio,
  payBand,
  performanceRatio,
  recoverySuccessRate,
  targetAttainment,
} from "./performance/index.ts";
export type * from "./performance/index.ts";
