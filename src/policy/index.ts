/**
 * What a change of credit policy is worth: by the sales it wins or gives up, by present value, by
 * the profit of every plan; and where it stops being worth anything.
 *
 * @packageDocumentation
 */

// A plan against the policy as it is
export { marginalAnalysis } from "./marginal.ts";
export { policyPresentValue } from "./present-value.ts";

export { incrementalReturn } from "./incremental-return.ts";

// Every policy by its profit
export { policyProfit } from "./profit.ts";
export { policyComparison } from "./comparison.ts";

// One receivable: to secure it, to sell it, to take goods for it
export { securityComparison } from "./security.ts";
export { paymentInKindValue } from "./payment-in-kind.ts";

// How far an assumption may be wrong
export {
  breakEvenBadDebtRate,
  breakEvenDso,
  breakEvenMargin,
  breakEvenSales,
} from "./break-even.ts";

// In words
export { lifeCycleStance, policyStance } from "./stance.ts";

export type { MarginalAnalysis } from "./marginal.ts";
export type { MarginalAnalysisInput, MarginalBase, MarginalPlan } from "./marginal-terms.ts";
export type { DailyPresentValue, PerpetuityValue, PolicyPresentValue } from "./present-value.ts";
export type {
  BreakEvenBadDebtRate,
  BreakEvenBadDebtRateInput,
  BreakEvenDso,
  BreakEvenDsoInput,
  BreakEvenMargin,
  BreakEvenMarginInput,
  BreakEvenSales,
  BreakEvenSalesInput,
} from "./break-even.ts";
export type {
  MarginalBreakEvenInput,
  PresentValueBreakEvenInput,
  Without,
} from "./break-even-terms.ts";
export type { IncrementalReturn } from "./incremental-return.ts";
export type { BadDebtCostId, PolicyProfit } from "./profit.ts";
export type { BadDebtBase } from "../discount/plan-costs.ts";
export type { Collection, SalesPolicy, PolicyProfitInput } from "./profit-terms.ts";
export type {
  ComparedPlan,
  ComparedPolicy,
  PolicyComparison,
  PolicyComparisonInput,
  PolicyConstraints,
} from "./comparison.ts";
export type { ComparedSecurity, SecurityComparison } from "./security.ts";
export type { SecurityCosts } from "./security-costs.ts";
export type {
  BillDiscounting,
  CreditInsurance,
  Factoring,
  Guarantee,
  InstalmentPlan,
  SecurityComparisonInput,
  SecurityInstalment,
  SecurityOption,
} from "./security-terms.ts";
export type { PaymentInKindValue, PaymentInKindValueInput } from "./payment-in-kind.ts";
export type {
  LifeCycleStage,
  LifeCycleTable,
  PolicyStance,
  PolicyStanceInput,
  Stance,
} from "./stance.ts";
export type { Compounding, DailySales, PolicyPresentValueInput } from "./present-value-terms.ts";
export type { InvestmentBase, InvestmentBaseInput } from "../cost/investment-base.ts";
export type { InterestOptions } from "../ground/input-interest.ts";
export type { YearDays } from "../ground/input-atoms.ts";
