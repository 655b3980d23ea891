/**
 * Checked by the compiler alone: the schemas accept what the interfaces say, and misuse of the
 * collection functions does not compile.
 */
import {
  cashForecast,
  collectionPlan,
  dunningLadders,
  dunningStage,
  earlyWarnings,
  latePaymentInterest,
  planAttainment,
} from "trade-credit";
import type { Ledger } from "trade-credit";
import type * as collections from "trade-credit/collections";

import type { accountReviewSchema } from "../../src/collections/account-review.ts";
import type { dunningScheduleSchema } from "../../src/collections/dunning.ts";
import type { latePaymentInterestSchema } from "../../src/collections/interest.ts";
import type { collectionPrioritySchema } from "../../src/collections/recovery.ts";
import type { recoveryExpectationSchema } from "../../src/collections/recovery.ts";
import type { dunningStageSchema, threeStageLadderSchema } from "../../src/collections/stage.ts";
import type { earlyWarningsSchema } from "../../src/collections/warnings.ts";
import type { planAttainmentSchema } from "../../src/collections/attainment.ts";
import type { cashForecastSchema } from "../../src/collections/forecast.ts";
import type { collectionPlanSchema } from "../../src/collections/plan.ts";
import type { receiptsSchema } from "../../src/collections/receipts.ts";
import type { Accepts } from "../../src/ground/input.ts";
import { same } from "./same.ts";

same<typeof receiptsSchema, collections.ReceiptsInput>(true);
same<typeof receiptsSchema, collections.PlanAttainmentInput>(false);
same<typeof threeStageLadderSchema, collections.ThreeStageLadderInput>(true);

type Accepted<S extends () => unknown> = Accepts<ReturnType<S>>;

declare const attained: collections.PlanAttainmentInput;
attained satisfies Accepted<typeof planAttainmentSchema>;

declare const plan: collections.CollectionPlanInput;
declare const forecast: collections.CashForecastInput;
plan satisfies Accepted<typeof collectionPlanSchema>;
forecast satisfies Accepted<typeof cashForecastSchema>;

declare const warnings: collections.EarlyWarningsInput;
declare const stage: collections.DunningStageInput;
declare const round: collections.DunningScheduleInput;
declare const late: collections.LatePaymentInterestInput;
declare const recovery: collections.RecoveryExpectationInput;
declare const priority: collections.CollectionPriorityInput;
declare const review: collections.AccountReviewInput;
warnings satisfies Accepted<typeof earlyWarningsSchema>;
stage satisfies Accepted<typeof dunningStageSchema>;
round satisfies Accepted<typeof dunningScheduleSchema>;
late satisfies Accepted<typeof latePaymentInterestSchema>;
recovery satisfies Accepted<typeof recoveryExpectationSchema>;
priority satisfies Accepted<typeof collectionPrioritySchema>;
review satisfies Accepted<typeof accountReviewSchema>;

declare const ledger: Ledger;
const asOf = "2026-06-30";

// Each method has an answer of its own.
const habit = cashForecast(ledger, { method: "days-late", asOf, by: "week" });
habit.parties.at(0)?.daysLate satisfies object | undefined;
const target = cashForecast(ledger, { method: "dso-target", asOf, dso: 40, sales: [] });
target.periods[0]?.closing satisfies object | undefined;
// @ts-expect-error by DSO target there are no customers
target.parties satisfies unknown;

// @ts-expect-error weeks or months
collectionPlan(ledger, { asOf, by: "quarter" });
// @ts-expect-error a DSO target needs sales
cashForecast(ledger, { method: "dso-target", asOf, dso: 40 });
// @ts-expect-error what came is asked for
planAttainment({ plan: [] });

// A class is a figure with a word, and the presets fit.
dunningStage({ daysPastDue: 5, ladder: dunningLadders.flowGuide }).stage satisfies string;
// @ts-expect-error a ladder has at least the days from which its steps hold
dunningStage({ daysPastDue: 5, ladder: [{ stage: "letter" }] });
// @ts-expect-error a customer is called by its name
earlyWarnings([{ overdue: 5 }], { asOf, rules: [] });
// @ts-expect-error rates are stated
latePaymentInterest({ principal: 5, dueDate: asOf, paidDate: asOf });
