/**
 * @module collections
 *
 * Collecting what is owed: plans, forecasts and what came of them; warnings, stages and letters;
 * interest and recovery.
 */
export { collectionPlan } from "./plan.ts";
export { cashForecast } from "./forecast.ts";
export { receipts } from "./receipts.ts";
export { planAttainment } from "./attainment.ts";
export { earlyWarnings } from "./warnings.ts";
export { dunningStage, threeStageLadder } from "./stage.ts";
export { dunningSchedule } from "./dunning.ts";
export { latePaymentInterest } from "./interest.ts";
export { collectionPriority, recoveryExpectation } from "./recovery.ts";
export { accountReview } from "./account-review.ts";
export { dunningLadders, recoveryRates, warningRules } from "./presets.ts";

export type { CollectionPlan, CollectionPlanInput, PlanAmounts } from "./plan.ts";
export type { PlanOfParty, PlanPeriod } from "./plan.ts";
export type { PlanBy } from "./due-periods.ts";
export type { Collectable } from "./open-by-age.ts";
export type {
  CashAmounts,
  CashByDaysLate,
  CashByDsoTarget,
  CashByRollRates,
  CashForecast,
  CashForecastInput,
  CashOfParty,
  CashPeriod,
  DaysLateForecastInput,
  DsoTargetForecastInput,
  RollRateForecastInput,
  TargetPeriod,
} from "./forecast-types.ts";
export type { ReceiptsInput, ReceiptsPeriod } from "./receipts.ts";
export type {
  Attainment,
  AttainmentOfPeriod,
  PeriodAmount,
  PlanAttainment,
  PlanAttainmentInput,
} from "./attainment.ts";
export type {
  BehaviourRow,
  EarlyWarnings,
  EarlyWarningsInput,
  NotJudged,
  Warning,
  WarningCondition,
  WarningFinding,
  WarningRule,
  WarningTest,
} from "./warnings.ts";
export type { DunningStage, DunningStageInput, DunningStep } from "./stage.ts";
export type { ThreeStageLadder, ThreeStageLadderInput } from "./stage.ts";
export type {
  DunningAction,
  DunningBlock,
  DunningRow,
  DunningScheduleInput,
  DunningStatus,
} from "./dunning-types.ts";
export type { LatePayment, LatePaymentInterest, LatePaymentInterestInput } from "./interest.ts";
export type { InterestRate } from "./interest-rates.ts";
export type { CollectionPriorityInput, Debt, PriorityRow, RecoveryBand } from "./recovery.ts";
export type { RecoveryExpectation, RecoveryExpectationInput } from "./recovery.ts";
export type { Account, AccountReviewInput, AccountReviewRow } from "./account-review.ts";
