/**
 * @module limits
 *
 * How much credit: limits by six methods and the least of them, lines in use, exposure, the check
 * of an order, and one budget shared among many customers.
 */
export { workingAssetsLimit } from "./working-assets.ts";
export { steppedLimit } from "./stepped.ts";
export { ratingLimit } from "./rating.ts";
export { dynamicLimit } from "./dynamic.ts";
export { salesForecastLimit } from "./sales-forecast.ts";
export { riskReturnLimit } from "./risk-return.ts";
export { creditLimit } from "./credit-limit.ts";
export { creditSalesRange, receivablesTarget } from "./targets.ts";
export { creditLine } from "./credit-line.ts";
export { exposure } from "./exposure.ts";
export { creditCheck } from "./check.ts";
export { allocateLimits } from "./allocation.ts";
export { workingAssetsBands } from "./presets.ts";

export type {
  WorkingAssetsBand,
  WorkingAssetsLimit,
  WorkingAssetsLimitInput,
  WorkingAssetsRatio,
  WorkingAssetsShare,
} from "./working-assets.ts";
export type { LimitCycle, LimitStep, SteppedLimit, SteppedLimitInput } from "./stepped.ts";
export type { RatingBand, RatingLimit, RatingLimitInput } from "./rating.ts";
export type { DynamicBand, DynamicCriterion, DynamicLimit, DynamicLimitInput } from "./dynamic.ts";
export type { SalesForecastLimit, SalesForecastLimitInput } from "./sales-forecast.ts";
export type { RiskLevel, RiskReturnLimit, RiskReturnLimitInput } from "./risk-return.ts";
export type { CreditLimit, CreditLimitInput, LimitBound } from "./credit-limit.ts";
export type { CreditSalesAtShare, CreditSalesRangeInput } from "./targets.ts";
export type { ReceivablesTarget, ReceivablesTargetInput } from "./targets.ts";
export type {
  CreditLine,
  CreditLineAmount,
  CreditLineEvent,
  CreditLineInput,
  CreditLineStop,
} from "./credit-line.ts";
export type { CreditAvailable, CreditCheck, EffectiveLimit } from "./check.ts";
export type { ClearingPayment } from "./check-clears.ts";
export type { CheckLevel, LevelAvailable, LevelUtilisation } from "./check-levels.ts";
export type { CheckReason } from "./check-rules.ts";
export type {
  AmountLimit,
  CheckedParty,
  CreditCheckInput,
  CreditCheckRules,
  OpenLimit,
  OverdueItem,
  OverdueSummary,
  SliceRule,
} from "./check-input.ts";
export type { AllocatedGroup, Allocation, LimitAllocation } from "./allocation.ts";
export type { AllocateLimitsInput, AllocationParty } from "./allocation-input.ts";
export type { AllocationLevel } from "./allocation-levels.ts";
export type { AllocatedLimit } from "./allocation-rows.ts";
export type { Exposure } from "./exposure.ts";
export type { ExposureSlices } from "./exposure-slices.ts";
export type {
  Cover,
  DeliveredItem,
  ExposureChild,
  ExposureInput,
  ExposureItem,
  ExposureParts,
  ExposureSliceParts,
  Offset,
  OrderItem,
} from "./exposure-input.ts";
