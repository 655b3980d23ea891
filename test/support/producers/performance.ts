/**
 * Random performance figures on hard inputs: years of loss, equal years, zeros, shares of 0 and 1,
 * results on the bounds of bands, and figures where numbers may be given.
 */
import fc from "fast-check";

import { isCreditError } from "../../../src/ground/errors.ts";
import type { Absent, Figure } from "../../../src/ground/figure.ts";
import {
  approvalRate,
  badDebtRate,
  collectionRate,
  creditProfit,
  creditSalesShare,
  lossResponsibility,
  managementCostRatio,
  payBand,
  performanceRatio,
  recoverySuccessRate,
  targetAttainment,
} from "../../../src/performance/index.ts";
import { money, share } from "./discount.ts";
import type { Producers } from "./index.ts";

const yearDays = fc.constantFrom<365 | 360 | 366>(365, 360, 366);

/** A year of credit sales. */
export const creditYear = fc.record({
  creditSales: money,
  badDebtRate: share,
  dso: fc.oneof(fc.integer({ min: 0, max: 365 }), fc.constant("45.25")),
  managementCost: money,
});

/** Rates at which a year earns something unless it sells nothing or its costs are high. */
const gainful = { margin: "0.35", annualRate: "0.08" };
const gainfulYear = { badDebtRate: "0.015", managementCost: 0 };

/** Two years, sometimes the same one; in half of the pairs the first earned something. */
export const twoYears = fc
  .record({
    margin: share,
    annualRate: share,
    yearDays,
    current: creditYear,
    previous: creditYear,
    same: fc.integer({ min: 0, max: 9 }),
    gains: fc.boolean(),
  })
  .map(({ same, gains, ...input }) => {
    const rates = gains ? gainful : {};
    const previous = gains ? { ...input.previous, ...gainfulYear } : input.previous;
    return { ...input, ...rates, previous: same === 0 ? input.current : previous };
  });

/** A result and rising bands, the result often on a bound. */
export const payBands = fc
  .record({
    bounds: fc.uniqueArray(fc.integer({ min: -20, max: 300 }), { minLength: 1, maxLength: 6 }),
    pays: fc.array(money, { minLength: 6, maxLength: 6 }),
    at: fc.integer({ min: 0, max: 5 }),
    by: fc.constantFrom(0, 0, 1, 50, -1),
  })
  .map(({ bounds, pays, at, by }) => {
    const rising = bounds.sort((a, b) => a - b);
    const result = String(((rising[at % rising.length] ?? 0) + by) / 100);
    return {
      result,
      bands: rising.map((from, i) => ({ from: String(from / 100), pay: pays[i] ?? 0 })),
    };
  });

function some<T>(
  inputs: fc.Arbitrary<T>,
  ask: (input: T) => Figure | Absent | undefined,
): fc.Arbitrary<Figure> {
  return inputs
    .map((input) => {
      try {
        return ask(input);
      } catch (error) {
        if (isCreditError(error)) return undefined;
        throw error;
      }
    })
    .filter((answer): answer is Figure => answer !== undefined && answer.value !== null);
}

const pair = fc.tuple(money, money);

/** Balances of a few customers by class, many 0, and alert shares often on the share itself. */
export const agedBalances = fc
  .record({
    cells: fc.array(fc.oneof(fc.constant("0"), fc.constantFrom("1", "2", "100"), money), {
      minLength: 9,
      maxLength: 9,
    }),
    shares: fc.array(fc.oneof(share, fc.constantFrom("0.25", "0.5")), {
      minLength: 3,
      maxLength: 3,
    }),
    alerted: fc.integer({ min: 1, max: 3 }),
  })
  .map(({ cells, shares, alerted }) => ({
    balances: cells.map((amount, at) => ({
      party: `customer ${String(Math.floor(at / 3))}`,
      bucket: BUCKETS[at % 3] as string,
      amount,
    })),
    alertShares: shares
      .slice(0, alerted)
      .map((share, at) => ({ bucket: BUCKETS[at] as string, share })),
  }));

const BUCKETS = ["1-30", "31-60", "61+"];

const onTarget = { name: "x", actual: 1, target: 1, direction: "lower-is-better" } as const;
const alert = (key: "share" | "excess") =>
  some(
    agedBalances,
    (aging) => targetAttainment({ indicators: [onTarget], aging }).alerts[0]?.[key],
  );
const bridge = (key: "volume" | "badDebt" | "time" | "management" | "total") =>
  twoYears.map((input) => performanceRatio(input).bridge[key]);

export const producers: Producers = {
  "performance/credit-profit": twoYears.map(({ current, margin, annualRate, yearDays }) =>
    creditProfit({ ...current, margin, annualRate, yearDays }),
  ),
  "performance/ratio": some(twoYears, (input) => performanceRatio(input).ratio),
  "performance/growth": some(twoYears, (input) => performanceRatio(input).growth),
  "performance/bridge-volume": bridge("volume"),
  "performance/bridge-bad-debt": bridge("badDebt"),
  "performance/bridge-time": bridge("time"),
  "performance/bridge-management": bridge("management"),
  "performance/bridge-total": bridge("total"),
  "performance/bad-debt-rate": some(pair, ([badDebts, base]) =>
    badDebtRate({ badDebts, base, of: "receivables" }),
  ),
  "performance/recovery-success-rate": some(pair, ([recovered, base]) =>
    recoverySuccessRate({ recovered, base, of: "overdue" }),
  ),
  "performance/collection-rate": some(pair, ([collected, base]) =>
    collectionRate({ collected, base, of: "credit-sales" }),
  ),
  "performance/management-cost-ratio": some(pair, ([managementCost, base]) =>
    managementCostRatio({ managementCost, base, of: "total-sales" }),
  ),
  "performance/approval-rate": some(pair, ([approved, applications]) =>
    approvalRate({ approved, applications }),
  ),
  "performance/credit-sales-share": some(pair, ([creditSales, totalSales]) =>
    creditSalesShare({ creditSales, totalSales }),
  ),
  "performance/bucket-share": alert("share"),
  "performance/bucket-excess": alert("excess"),
  "performance/deviation": some(
    pair,
    ([actual, target]) =>
      targetAttainment({
        indicators: [{ name: "x", actual, target, direction: "lower-is-better" }],
      }).rows[0]?.deviation,
  ),
  "performance/responsibility": fc
    .tuple(money, fc.integer({ min: 0, max: 100 }))
    .map(([loss, percent]) => {
      const { parts } = lossResponsibility({
        loss,
        shares: [
          { name: "credit", share: String(percent / 100) },
          { name: "sales", share: String((100 - percent) / 100) },
        ],
      });
      return parts[0]?.amount as Figure;
    }),
  "performance/pay": some(payBands, (input) => payBand(input)),
};
