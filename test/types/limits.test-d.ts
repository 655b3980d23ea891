/**
 * Checked by the compiler alone: the schemas accept what the interfaces say, and misuse of limits,
 * lines and exposure does not compile.
 */
import type { Accepts } from "../../src/ground/input.ts";
import type { allocateLimitsSchema } from "../../src/limits/allocation-input.ts";
import type { creditCheckSchema } from "../../src/limits/check-input.ts";
import type { creditLimitSchema } from "../../src/limits/credit-limit.ts";
import type { creditLineSchema } from "../../src/limits/credit-line.ts";
import type { dynamicLimitSchema } from "../../src/limits/dynamic.ts";
import type { exposureSchema } from "../../src/limits/exposure-input.ts";
import type { ratingLimitSchema } from "../../src/limits/rating.ts";
import type { riskReturnLimitSchema } from "../../src/limits/risk-return.ts";
import type { salesForecastLimitSchema } from "../../src/limits/sales-forecast.ts";
import type { steppedLimitSchema } from "../../src/limits/stepped.ts";
import type { creditSalesRangeSchema, receivablesTargetSchema } from "../../src/limits/targets.ts";
import type { workingAssetsLimitSchema } from "../../src/limits/working-assets.ts";
import type * as limits from "trade-credit/limits";
import {
  allocateLimits,
  creditCheck,
  creditLimit,
  creditLine,
  exposure,
  workingAssetsLimit,
} from "trade-credit/limits";

import { same } from "./same.ts";

same<typeof salesForecastLimitSchema, limits.SalesForecastLimitInput>(true);
same<typeof receivablesTargetSchema, limits.ReceivablesTargetInput>(true);
same<typeof creditSalesRangeSchema, limits.CreditSalesRangeInput>(true);

// Records inside records: the schema takes whatever the interface says.
type In<S extends (...args: never) => unknown> = Accepts<ReturnType<S>>;
const takes = {
  working: (input: limits.WorkingAssetsLimitInput): In<typeof workingAssetsLimitSchema> => input,
  stepped: (input: limits.SteppedLimitInput): In<typeof steppedLimitSchema> => input,
  rating: (input: limits.RatingLimitInput): In<typeof ratingLimitSchema> => input,
  dynamic: (input: limits.DynamicLimitInput): In<typeof dynamicLimitSchema> => input,
  risk: (input: limits.RiskReturnLimitInput): In<typeof riskReturnLimitSchema> => input,
  limit: (input: limits.CreditLimitInput): In<typeof creditLimitSchema> => input,
  line: (input: limits.CreditLineInput): In<typeof creditLineSchema> => input,
  check: (input: limits.CreditCheckInput): In<typeof creditCheckSchema> => input,
  allocation: (input: limits.AllocateLimitsInput): In<typeof allocateLimitsSchema> => input,
  exposure: (input: limits.ExposureInput): In<typeof exposureSchema> => input,
};

// An exposure is what further exposure is made of, and items of the ledger are open items.
const child = exposure({ asOf: "2026-06-30", openItems: [] });
exposure({ asOf: "2026-06-30", openItems: 0, children: [{ id: "A", exposure: child }] });

const { limit } = workingAssetsLimit({} as limits.WorkingAssetsLimitInput);
const reason: string | undefined = limit.value === null ? limit.reason.code : undefined;

creditCheck({
  asOf: "2026-06-30",
  order: 0,
  parties: [{ id: "A", limit: { kind: "unlimited" }, exposure: child }],
});
// @ts-expect-error an unlimited limit has no amount
const unlimited: limits.OpenLimit = { kind: "unlimited", amount: 5 };

// @ts-expect-error no such method
allocateLimits({ budget: 1, parties: [], method: "fair" });

// @ts-expect-error a payment has an amount
creditLine({ kind: "revolving", line: 1, events: [{ kind: "pay" }] });
// @ts-expect-error a suspension has none
creditLine({ kind: "revolving", line: 1, events: [{ kind: "suspend", amount: 1 }] });
// @ts-expect-error a bound has a name
creditLimit({ bounds: [{ amount: 1 }] });
// @ts-expect-error the day is always given
exposure({ openItems: 0 });

export { reason, takes, unlimited };
