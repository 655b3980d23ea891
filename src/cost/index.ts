/**
 * What it costs to sell on credit: bad debts, waiting, management, and the sales that are lost
 * where too little credit is given; and the level of receivables at which all that costs least.
 *
 * @packageDocumentation
 */

// The parts, and their sum
export { badDebtCost } from "./bad-debt.ts";
export { opportunityCost } from "./opportunity.ts";
export { managementCost } from "./management.ts";
export { shortageCost } from "./shortage.ts";
export { creditCost } from "./credit-cost.ts";
export { shortageSlopes } from "./presets.ts";

// By the receivables held
export { optimalReceivables } from "./optimum.ts";
export { creditCostCurve } from "./curve-table.ts";

// In proportion
export { monthsOfMargin } from "./months-of-margin.ts";
export { opportunityToBadDebtRatio, unproductiveCostRatio } from "./ratios.ts";

// Default
export { expectedLoss } from "./expected-loss.ts";
export { lossDeviation } from "./loss-deviation.ts";
export { breakEvenDefaultProbability } from "./break-even-default.ts";

export type { BadDebtCost, BadDebtCostInput } from "./bad-debt.ts";
export type {
  OpportunityCost,
  OpportunityCostAtRateInput,
  OpportunityCostInput,
  OpportunityCostOfProfitAndLoanInput,
} from "./opportunity.ts";
export type { InvestmentBase, InvestmentBaseInput } from "./investment-base.ts";
export type { ManagementCost, ManagementCostInput } from "./management.ts";
export type { CostBand } from "./bands.ts";
export type { ShortageCost, ShortageCostInput } from "./shortage.ts";
export type { ShortageSlope } from "./presets.ts";
export type {
  CostCurve,
  CurveCost,
  CurvePoint,
  LinearCurve,
  PointsCurve,
  PolynomialCurve,
  StepsCurve,
} from "./curves.ts";
export type { CostAtLevel, CostFunction, LevelGrid, PartCost, ReceivablesCost } from "./levels.ts";
export type {
  OptimalReceivables,
  OptimalReceivablesInput,
  OptimumRow,
  ReceivablesRange,
} from "./optimum.ts";
export type { CreditCostCurveInput, CreditCostCurveRow, ManagedCost } from "./curve-table.ts";
export type { CreditCost, CreditCostInput } from "./credit-cost.ts";
export type { MonthsOfMargin, MonthsOfMarginInput } from "./months-of-margin.ts";
export type {
  OpportunityToBadDebtRatio,
  OpportunityToBadDebtRatioInput,
  UnproductiveCostRatio,
  UnproductiveCostRatioInput,
} from "./ratios.ts";
export type { ExpectedLoss, ExpectedLossInput } from "./expected-loss.ts";
export type { LossDeviation } from "./loss-deviation.ts";
export type {
  BreakEvenDefaultProbability,
  BreakEvenDefaultProbabilityInput,
} from "./break-even-default.ts";
export type { InterestOptions } from "../ground/input-interest.ts";
export type { YearDays } from "../ground/input-atoms.ts";
