/**
 * Cash discounts: what it costs a buyer not to take one, whether one pays for the seller, and what
 * customers really took.
 *
 * @packageDocumentation
 */

// The buyer's side
export { discountAnnualRate } from "./annual-rate.ts";
export { tierAnnualRates } from "./tier-rates.ts";
export { discountCostGrid } from "./cost-grid.ts";
export { buyerDiscountChoice } from "./buyer-choice.ts";

// The seller's side
export { discountEvaluation } from "./evaluation.ts";
export { breakEvenDiscount } from "./break-even.ts";
export { breakEvenLoanRate } from "./break-even-loan-rate.ts";
export { optimalDiscount } from "./optimal.ts";

// Payments
export { discountOnPartPayment } from "./part-payment.ts";
export { discountTakeUp } from "./take-up.ts";

export type {
  DiscountAnnualRate,
  DiscountAnnualRateInput,
  EffectiveAnnualRate,
  SimpleAnnualRate,
} from "./annual-rate.ts";
export type {
  DiscountStepRate,
  TierAnnualRate,
  TierAnnualRates,
  TierAnnualRatesInput,
} from "./tier-rates.ts";
export type {
  DiscountCostCell,
  DiscountCostGrid,
  DiscountCostGridInput,
  DiscountCostRow,
} from "./cost-grid.ts";
export type {
  BuyerDiscountChoice,
  BuyerDiscountChoiceInput,
  DiscountedPayment,
  PaymentOption,
  PaymentPresentValue,
} from "./buyer-choice.ts";
export type {
  DiscountEvaluation,
  DiscountEvaluationInput,
  EvaluatedDiscountPlan,
} from "./evaluation.ts";
export type { DiscountBase, DiscountPlan } from "./plan.ts";
export type { BadDebtBase, DiscountPlanCosts, FinancedAmount } from "./plan-costs.ts";
export type { BreakEvenDiscount, BreakEvenDiscountInput } from "./break-even.ts";
export type { BreakEvenLoanRate, BreakEvenLoanRateInput } from "./break-even-loan-rate.ts";
export type { OptimalDiscount, OptimalDiscountInput } from "./optimal.ts";
export type {
  DiscountOnPartPayment,
  DiscountOnPartPaymentInput,
  PartPaymentBasis,
} from "./part-payment.ts";
export type { DiscountTakeUp, DiscountTakeUpInput } from "./take-up.ts";
export type { InterestOptions } from "../ground/input-interest.ts";
