/**
 * Checked by the compiler alone: the schemas accept what the interfaces say, and misuse of the cost
 * and policy functions does not compile.
 */
import type { Accepts } from "../../src/ground/input.ts";
import type { badDebtCostSchema } from "../../src/cost/bad-debt.ts";
import type { breakEvenDefaultProbabilitySchema } from "../../src/cost/break-even-default.ts";
import type { creditCostCurveSchema } from "../../src/cost/curve-table.ts";
import type { creditCostSchema } from "../../src/cost/credit-cost.ts";
import type { expectedLossSchema } from "../../src/cost/expected-loss.ts";
import type { managementCostSchema } from "../../src/cost/management.ts";
import type { opportunityCostSchema } from "../../src/cost/opportunity.ts";
import type { optimalReceivablesSchema } from "../../src/cost/optimum.ts";
import type { monthsOfMarginSchema } from "../../src/cost/months-of-margin.ts";
import type {
  opportunityToBadDebtRatioSchema,
  unproductiveCostRatioSchema,
} from "../../src/cost/ratios.ts";
import type { shortageCostSchema } from "../../src/cost/shortage.ts";
import type { breakEvenSchema } from "../../src/policy/break-even-terms.ts";
import type { marginalAnalysisSchema } from "../../src/policy/marginal-terms.ts";
import type { paymentInKindValueSchema } from "../../src/policy/payment-in-kind.ts";
import type { policyPresentValueSchema } from "../../src/policy/present-value-terms.ts";
import type { policyProfitSchema } from "../../src/policy/profit-terms.ts";
import type { securityComparisonSchema } from "../../src/policy/security-terms.ts";
import type { lifeCycleTableSchema, policyStanceSchema } from "../../src/policy/stance.ts";
import type { sensitivityOptionsSchema } from "../../src/ground/sensitivity.ts";
import type { SensitivityOptions } from "trade-credit";
import type * as cost from "trade-credit/cost";
import { opportunityCost, optimalReceivables } from "trade-credit/cost";
import type * as policy from "trade-credit/policy";
import { breakEvenDso, marginalAnalysis, policyPresentValue } from "trade-credit/policy";

import { same } from "./same.ts";

same<typeof badDebtCostSchema, cost.BadDebtCostInput>(true);
same<typeof managementCostSchema, cost.ManagementCostInput>(true);
same<typeof creditCostSchema, cost.CreditCostInput>(true);
same<typeof monthsOfMarginSchema, cost.MonthsOfMarginInput>(true);
same<typeof opportunityToBadDebtRatioSchema, cost.OpportunityToBadDebtRatioInput>(true);
same<typeof unproductiveCostRatioSchema, cost.UnproductiveCostRatioInput>(true);
same<typeof expectedLossSchema, cost.ExpectedLossInput>(true);
same<typeof breakEvenDefaultProbabilitySchema, cost.BreakEvenDefaultProbabilityInput>(true);
same<typeof paymentInKindValueSchema, policy.PaymentInKindValueInput>(true);
same<typeof policyStanceSchema, policy.PolicyStanceInput>(true);
same<typeof lifeCycleTableSchema, policy.LifeCycleTable>(true);

// Records inside records: the schema takes whatever the interface says.
type In<S extends (...args: never) => unknown> = Accepts<ReturnType<S>>;
const takes = {
  shortage: (input: cost.ShortageCostInput): In<typeof shortageCostSchema> => input,
  optimum: (input: cost.OptimalReceivablesInput): In<typeof optimalReceivablesSchema> => input,
  curves: (input: cost.CreditCostCurveInput): In<typeof creditCostCurveSchema> => input,
  opportunity: (input: cost.OpportunityCostInput): In<typeof opportunityCostSchema> => input,
  marginal: (input: policy.MarginalAnalysisInput): In<typeof marginalAnalysisSchema> => input,
  daily: (input: policy.PolicyPresentValueInput): In<typeof policyPresentValueSchema> => input,
  profit: (input: policy.PolicyProfitInput): In<typeof policyProfitSchema> => input,
  security: (input: policy.SecurityComparisonInput): In<typeof securityComparisonSchema> => input,
  breakEven: (input: policy.BreakEvenDsoInput): In<typeof breakEvenSchema> => input,
  sensitivity: (input: SensitivityOptions): In<typeof sensitivityOptionsSchema> => input,
};

const sales = { creditSales: 1, dso: 2 };
const planB = {
  annualRate: "0.12",
  base: { creditSales: 800, margin: "0.15" },
  plan: { creditSales: 1200, incrementBadDebtRate: "0.05", managementCostChange: 8 },
};

// The field sought may be left out, and no other.
breakEvenDso({ model: "marginal", ...planB });
const { perpetuityValue } = policyPresentValue({} as policy.PolicyPresentValueInput);
const reason: string | undefined =
  perpetuityValue.value === null ? perpetuityValue.reason.code : undefined;
optimalReceivables({
  costs: {
    f: (receivables) => receivables.times(2),
    g: { kind: "linear", intercept: 1, slope: 1 },
  },
  grid: { from: 0, to: 1, step: 1 },
});

// @ts-expect-error neither of the variants
opportunityCost(sales);
// @ts-expect-error the analysis itself needs every field
marginalAnalysis(planB);
// @ts-expect-error no such model
breakEvenDso({ model: "profit", ...planB });
// @ts-expect-error a curve has a kind
optimalReceivables({ costs: { g: { intercept: 1 } }, grid: { from: 0, to: 1, step: 1 } });

export { reason, takes };
