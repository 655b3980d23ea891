/**
 * Checked by the compiler alone: the schemas accept what the interfaces say, and misuse of the
 * collection functions does not compile.
 */
import { cashForecast, collectionPlan, planAttainment } from "trade-credit";
import type { Ledger } from "trade-credit";
import type * as collections from "trade-credit/collections";

import type { planAttainmentSchema } from "../../src/collections/attainment.ts";
import type { cashForecastSchema } from "../../src/collections/forecast.ts";
import type { collectionPlanSchema } from "../../src/collections/plan.ts";
import type { receiptsSchema } from "../../src/collections/receipts.ts";
import type { Accepts } from "../../src/ground/input.ts";
import { same } from "./same.ts";

same<typeof receiptsSchema, collections.ReceiptsInput>(true);
same<typeof receiptsSchema, collections.PlanAttainmentInput>(false);

type Accepted<S extends () => unknown> = Accepts<ReturnType<S>>;

declare const attained: collections.PlanAttainmentInput;
attained satisfies Accepted<typeof planAttainmentSchema>;

declare const plan: collections.CollectionPlanInput;
declare const forecast: collections.CashForecastInput;
plan satisfies Accepted<typeof collectionPlanSchema>;
forecast satisfies Accepted<typeof cashForecastSchema>;

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
