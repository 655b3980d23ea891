/**
 * Checked by the compiler alone: the schemas accept what the interfaces say, and misuse of the
 * performance functions does not compile.
 */
import type { Accepts } from "../../src/ground/input.ts";
import type { Decimal } from "../../src/ground/numeric.ts";
import type {
  industryComparisonSchema,
  targetAttainmentSchema,
} from "../../src/performance/comparison.ts";
import type { creditProfitSchema } from "../../src/performance/credit-profit.ts";
import type {
  approvalRateSchema,
  badDebtRateSchema,
  collectionRateSchema,
  creditSalesShareSchema,
  managementCostRatioSchema,
  recoverySuccessRateSchema,
} from "../../src/performance/indicators.ts";
import type { payBandSchema } from "../../src/performance/pay-band.ts";
import type { performanceRatioSchema } from "../../src/performance/ratio.ts";
import type { lossResponsibilitySchema } from "../../src/performance/responsibility.ts";
import type { creditStaffingSchema } from "../../src/performance/staffing.ts";
import type * as performance from "trade-credit/performance";
import { badDebtRate, performanceRatio, targetAttainment } from "trade-credit/performance";

import type { Equal } from "./same.ts";
import { same } from "./same.ts";

same<typeof creditProfitSchema, performance.CreditProfitInput>(true);
same<typeof badDebtRateSchema, performance.BadDebtRateInput>(true);
same<typeof recoverySuccessRateSchema, performance.RecoverySuccessRateInput>(true);
same<typeof collectionRateSchema, performance.CollectionRateInput>(true);
same<typeof managementCostRatioSchema, performance.ManagementCostRatioInput>(true);
same<typeof approvalRateSchema, performance.ApprovalRateInput>(true);
same<typeof creditSalesShareSchema, performance.CreditSalesShareInput>(true);
same<typeof creditStaffingSchema, performance.CreditStaffingInput>(true);

// The comparison can fail.
same<typeof badDebtRateSchema, performance.CollectionRateInput>(false);

// Where fields are records of their own, the same fields.
type Keys<S extends (...args: never) => unknown, I> = Equal<keyof Accepts<ReturnType<S>>, keyof I>;
const ratio: Keys<typeof performanceRatioSchema, performance.PerformanceRatioInput> = true;
const target: Keys<typeof targetAttainmentSchema, performance.TargetAttainmentInput> = true;
const industry: Keys<typeof industryComparisonSchema, performance.IndustryComparisonInput> = true;
const loss: Keys<typeof lossResponsibilitySchema, performance.LossResponsibilityInput> = true;
const pay: Keys<typeof payBandSchema, performance.PayBandInput> = true;

const year = { creditSales: 1n, badDebtRate: "0.02", dso: 50, managementCost: 0 };
const answer = performanceRatio({ margin: 0.15, annualRate: 0.06, current: year, previous: year });
const sometimes: Decimal | null = answer.growth.value;
const always: Decimal = answer.bridge.time.value;
// A figure is a number wherever one is asked.
targetAttainment({
  indicators: [
    {
      name: "bad debts",
      actual: badDebtRate({ badDebts: 1, base: 2, of: "receivables" }),
      target: "0.02",
      direction: "lower-is-better",
    },
  ],
});

// @ts-expect-error a ratio may be absent
answer.ratio.value.toFixed(2);
// @ts-expect-error the denominator is named
badDebtRate({ badDebts: 1, base: 2 });
// @ts-expect-error not of this share
badDebtRate({ badDebts: 1, base: 2, of: "placed" });

export { always, industry, loss, pay, ratio, sometimes, target };
