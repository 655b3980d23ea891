/**
 * @module collections
 *
 * Collecting what is owed: plans, forecasts and what came of them.
 */
export { collectionPlan } from "./plan.ts";
export { cashForecast } from "./forecast.ts";
export { receipts } from "./receipts.ts";
export { planAttainment } from "./attainment.ts";

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
