/**
 * Checked by the compiler alone: the schemas accept what the interfaces say, and misuse of the
 * discount functions does not compile.
 */
import type { discountAnnualRateSchema } from "../../src/discount/annual-rate.ts";
import type { breakEvenDiscountSchema } from "../../src/discount/break-even.ts";
import type { breakEvenLoanRateSchema } from "../../src/discount/break-even-loan-rate.ts";
import type { buyerDiscountChoiceSchema } from "../../src/discount/buyer-choice.ts";
import type { discountCostGridSchema } from "../../src/discount/cost-grid.ts";
import type { discountEvaluationSchema } from "../../src/discount/evaluation.ts";
import type { optimalDiscountSchema } from "../../src/discount/optimal.ts";
import type { discountOnPartPaymentSchema } from "../../src/discount/part-payment.ts";
import type { discountPlanSchema } from "../../src/discount/plan.ts";
import type { discountTakeUpSchema } from "../../src/discount/take-up.ts";
import type { tierAnnualRatesSchema } from "../../src/discount/tier-rates.ts";
import type { Accepts } from "../../src/ground/input.ts";
import type { Decimal } from "../../src/ground/numeric.ts";
import type * as discount from "trade-credit/discount";
import {
  breakEvenDiscount,
  discountAnnualRate,
  discountEvaluation,
  discountOnPartPayment,
} from "trade-credit/discount";

import type { Equal } from "./same.ts";
import { same } from "./same.ts";

same<typeof discountAnnualRateSchema, discount.DiscountAnnualRateInput>(true);
same<typeof tierAnnualRatesSchema, discount.TierAnnualRatesInput>(true);
same<typeof discountCostGridSchema, discount.DiscountCostGridInput>(true);
same<typeof buyerDiscountChoiceSchema, discount.BuyerDiscountChoiceInput>(true);
same<typeof optimalDiscountSchema, discount.OptimalDiscountInput>(true);
same<typeof discountPlanSchema, discount.DiscountPlan>(true);

// The comparison can fail.
same<typeof discountAnnualRateSchema, discount.OptimalDiscountInput>(false);

// Where fields are records of their own, the same fields; the records are compared by themselves.
type Keys<S extends (...args: never) => unknown, I> = Equal<keyof Accepts<ReturnType<S>>, keyof I>;
const evaluation: Keys<typeof discountEvaluationSchema, discount.DiscountEvaluationInput> = true;
const breakEven: Keys<typeof breakEvenDiscountSchema, discount.BreakEvenDiscountInput> = true;
const loanRate: Keys<typeof breakEvenLoanRateSchema, discount.BreakEvenLoanRateInput> = true;
const payment: Keys<typeof discountOnPartPaymentSchema, discount.DiscountOnPartPaymentInput> = true;
const takeUp: Keys<typeof discountTakeUpSchema, discount.DiscountTakeUpInput> = true;

const today = {
  creditSales: 1n,
  badDebtRate: "0.02",
  managementCost: 30,
  termDays: 60,
  annualRate: "0.06",
};
const plan: discount.DiscountPlan = {
  terms: "2/10, n/60",
  takeUp: "0.8",
  badDebtRate: "0.01",
  managementCost: 18,
};

const { simple, effective } = discountAnnualRate({
  discountRate: 0,
  discountDay: 1,
  paymentDay: 2,
});
const always: Decimal = simple.value;
const sometimes: Decimal | null = effective.value;
const saving: Decimal | undefined = discountEvaluation({ ...today, plans: { plan } }).plans["plan"]
  ?.saving.value;
// One answer feeds the next.
const rate = breakEvenDiscount({ ...today, plan });
discountAnnualRate({ discountRate: rate, discountDay: 10, paymentDay: 60 });

// @ts-expect-error an effective rate may be absent
effective.value.toFixed(2);
// @ts-expect-error the basis is asked
discountOnPartPayment({
  amount: 1,
  paid: 1,
  terms: "n/30",
  documentDate: "2026-01-01",
  paidDate: "2026-01-02",
});
// @ts-expect-error a misspelt basis
discountEvaluation({ ...today, plans: { plan }, badDebtBase: "all" });
// @ts-expect-error one plan, not several
breakEvenDiscount({ ...today, plans: { plan } });

export { always, breakEven, evaluation, loanRate, payment, saving, sometimes, takeUp };
