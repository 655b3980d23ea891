/**
 * How a credit department did: its profit and where the change came from, indicators against
 * targets and industry, responsibility, pay and staff.
 *
 * @packageDocumentation
 */

// Profit
export { creditProfit } from "./credit-profit.ts";
export { performanceRatio } from "./ratio.ts";

// Indicators
export {
  approvalRate,
  badDebtRate,
  collectionRate,
  creditSalesShare,
  managementCostRatio,
  recoverySuccessRate,
} from "./indicators.ts";
export { industryComparison, targetAttainment } from "./comparison.ts";

// People
export { creditStaffing } from "./staffing.ts";
export { lossResponsibility } from "./responsibility.ts";
export { payBand } from "./pay-band.ts";

export type { PartyClassBalance, AlertShare, BucketAlert, BucketAlertsInput } from "./alerts.ts";
export type { CreditProfit, CreditProfitInput, CreditYear } from "./credit-profit.ts";
export type { PerformanceBridge } from "./bridge.ts";
export type { PerformanceRatio, PerformanceRatioInput } from "./ratio.ts";
export type {
  ApprovalRateInput,
  BadDebtRateInput,
  CollectionRateInput,
  CreditSalesShareInput,
  ManagementCostRatioInput,
  RecoverySuccessRateInput,
} from "./indicators.ts";
export type {
  Deviation,
  IndicatorDirection,
  IndustryComparison,
  IndustryComparisonInput,
  IndustryComparisonRow,
  IndustryIndicator,
  PolicyAction,
  TargetAttainment,
  TargetAttainmentInput,
  TargetAttainmentRow,
  TargetedIndicator,
} from "./comparison.ts";
export type { CreditStaffing, CreditStaffingInput, Headcount } from "./staffing.ts";
export type {
  LossResponsibility,
  LossResponsibilityInput,
  ResponsibilityPart,
  ResponsibilityShare,
} from "./responsibility.ts";
export type { PayBand, PayBandInput, PayBandRow } from "./pay-band.ts";
export type { InterestOptions } from "../ground/input-interest.ts";
