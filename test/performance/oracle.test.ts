/**
 * Performance figures against plain re-computations on fraction.js. `ORACLE_RUNS` says on how many
 * inputs.
 *
 * Inputs: years of loss and of nothing, a tenth of the pairs equal; shares of 0 and 1; bases of 0;
 * results on the bounds of bands; customers who owe nothing, and classes on their alert share; a
 * fifth of the amounts as figures.
 */
import fc from "fast-check";
import Fraction from "fraction.js";
import { describe, expect, it } from "vitest";

import * as performance from "trade-credit/performance";
import type { Figure, Numeric } from "trade-credit";

import { fraction as f, sum } from "../oracle/calendar.ts";
import { exactOf } from "../support/exact.ts";
import { frozen } from "../support/frozen.ts";
import { agree, cameTo, ORACLE_TIMEOUT, same } from "../support/oracle-runs.ts";
import { plainInput as plain } from "../support/plain-input.ts";
import { money, share } from "../support/producers/discount.ts";
import { agedBalances, payBands, twoYears } from "../support/producers/performance.ts";

interface Year {
  creditSales: Numeric;
  badDebtRate: Numeric;
  dso: Numeric;
  managementCost: Numeric;
}
type Rates = { margin: Numeric; annualRate: Numeric; yearDays: number };

const number = (value: Numeric): Fraction => f(plain(value));

/** A (P − B) − DSO ÷ Y × A × R − M. */
function profitOf(year: Year, { margin, annualRate, yearDays }: Rates): Fraction {
  const sales = number(year.creditSales);
  const earned = sales.mul(number(margin).sub(number(year.badDebtRate)));
  const waiting = sales.mul(number(year.dso)).mul(number(annualRate)).div(yearDays);
  return earned.sub(waiting).sub(number(year.managementCost));
}

describe("against the oracle", () => {
  it("profit, ratio, growth and every part of the bridge", { timeout: ORACLE_TIMEOUT }, () => {
    agree("performance ratio", twoYears, (input) => {
      const { current, previous, ...rates } = frozen(input);
      const [now, before] = [current, previous].map((year) => profitOf(year, rates)) as [
        Fraction,
        Fraction,
      ];
      same(
        cameTo(() => performance.creditProfit({ ...current, ...rates })),
        now.toFraction(),
      );
      const found = performance.performanceRatio(input);
      const { bridge } = found;
      // Last year's rates on this year's sales, and then one rate after the other.
      const sales = current.creditSales;
      const steps = [
        previous,
        { ...previous, creditSales: sales },
        { ...previous, creditSales: sales, badDebtRate: current.badDebtRate },
        { ...current, managementCost: previous.managementCost },
        current,
      ].map((year) => profitOf(year, rates));
      const parts = [bridge.volume, bridge.badDebt, bridge.time, bridge.management];
      parts.forEach((part, at) => {
        const expected = steps[at + 1]!.sub(steps[at]!);
        expect(exactOf(part).toFraction()).toBe(expected.toFraction());
      });
      expect(exactOf(bridge.total).toFraction()).toBe(now.sub(before).toFraction());
      const isDefined = before.compare(0) > 0;
      same(
        cameTo(() => found.growth),
        isDefined ? now.sub(before).div(before).toFraction() : "not_defined",
      );
      return same(
        cameTo(() => found.ratio),
        isDefined ? now.div(before).toFraction() : "not_defined",
      );
    });
  });

  it("shares of named bases", { timeout: ORACLE_TIMEOUT }, () => {
    const over = (part: Numeric, base: Numeric, atMostOne: boolean): string => {
      const [above, below] = [number(part), number(base)];
      if (atMostOne && above.compare(below) > 0) return "invalid_input";
      return below.n === 0n ? "not_defined" : above.div(below).toFraction();
    };
    const shares: Record<string, [(part: Numeric, base: Numeric) => Figure, boolean]> = {
      "bad-debt rate": [
        (badDebts, base) => performance.badDebtRate({ badDebts, base, of: "receivables" }),
        false,
      ],
      "recovery success rate": [
        (recovered, base) => performance.recoverySuccessRate({ recovered, base, of: "overdue" }),
        false,
      ],
      "collection rate": [
        (collected, base) => performance.collectionRate({ collected, base, of: "credit-sales" }),
        false,
      ],
      "management cost ratio": [
        (managementCost, base) =>
          performance.managementCostRatio({ managementCost, base, of: "total-sales" }),
        false,
      ],
      "approval rate": [
        (approved, applications) => performance.approvalRate({ approved, applications }),
        true,
      ],
      "credit sales share": [
        (creditSales, totalSales) => performance.creditSalesShare({ creditSales, totalSales }),
        true,
      ],
    };
    for (const [name, [ask, atMostOne]] of Object.entries(shares)) {
      agree(name, fc.tuple(money, money), ([part, base]) =>
        same(
          cameTo(() => ask(part, base)),
          over(part, base, atMostOne),
        ),
      );
    }
    agree("deviation", fc.tuple(money, money), ([own, industry]) => {
      const indicator = { name: "x", own, industry, direction: "lower-is-better" } as const;
      const [row] = performance.industryComparison({ indicators: [indicator] }).rows;
      const [above, below] = [number(own), number(industry)];
      return same(
        cameTo(() => row!.deviation),
        below.n === 0n ? "not_defined" : above.sub(below).div(below).toFraction(),
      );
    });
  });

  it("responsibility, pay and alerts", { timeout: ORACLE_TIMEOUT }, () => {
    agree("responsibility", fc.tuple(money, share), ([loss, credit]) => {
      const rest = new Fraction(1).sub(number(credit));
      const { parts } = performance.lossResponsibility({
        loss,
        shares: [
          { name: "credit", share: credit },
          { name: "sales", share: rest.toString(30) },
        ],
      });
      const [own, other] = parts;
      same(exactOf(other!.amount).toFraction(), number(loss).mul(rest).toFraction());
      return same(exactOf(own!.amount).toFraction(), number(loss).mul(number(credit)).toFraction());
    });
    agree("pay", payBands, (input) => {
      const { result, bands } = input;
      const reached = bands.filter(({ from }) => f(from).compare(f(result)) <= 0);
      const last = reached[reached.length - 1];
      return same(
        cameTo(() => performance.payBand(input)),
        last ? number(last.pay).toFraction() : "not_defined",
      );
    });
    const onTarget = { name: "x", actual: 1, target: 1, direction: "lower-is-better" } as const;
    agree("alerts", agedBalances, (aging) => {
      const { alerts } = performance.targetAttainment({ indicators: [onTarget], aging });
      const found = alerts.map(({ party, bucket, share: held, excess }) => {
        return [party, bucket, exactOf(held).toFraction(), exactOf(excess).toFraction()].join(" ");
      });
      const expected = aging.balances.flatMap(({ party, bucket, amount }) => {
        const own = aging.balances.filter((row) => row.party === party);
        const owed = sum(own.map((row) => number(row.amount)));
        const allowed = aging.alertShares.find((row) => row.bucket === bucket);
        if (!allowed || owed.n === 0n) return [];
        const held = number(amount).div(owed);
        const over = held.sub(number(allowed.share));
        if (over.compare(0) <= 0) return [];
        return [[party, bucket, held.toFraction(), over.toFraction()].join(" ")];
      });
      expect(found).toEqual(expected);
      return found.length > 0 ? "answered" : "no alert";
    });
  });
});

describe("alerts", () => {
  const indicators = [{ name: "x", actual: 1, target: 1, direction: "lower-is-better" }] as const;
  const balances = [
    { party: "A", bucket: "1-30", amount: 50 },
    { party: "A", bucket: "31+", amount: 50 },
    { party: "B", bucket: "31+", amount: 0 },
  ];

  it("begin above the share, not on it, and leave the action alone", () => {
    const ask = (at: string) =>
      performance.targetAttainment({
        indicators,
        aging: { balances, alertShares: [{ bucket: "31+", share: at }] },
      });
    expect(ask("0.5").alerts).toEqual([]);
    const { alerts, action } = ask("0.4");
    expect(alerts.map(({ party, bucket }) => `${party} ${bucket}`)).toEqual(["A 31+"]);
    expect(alerts[0]?.excess.value.toFixed()).toBe("0.1");
    expect(action).toBe("hold");
    expect(performance.targetAttainment({ indicators }).alerts).toEqual([]);
  });

  it("take a row once", () => {
    const again = [...balances, { party: "A", bucket: "31+", amount: 1 }];
    const twice = { bucket: "31+", share: 1 };
    expect(() =>
      performance.targetAttainment({
        indicators,
        aging: { balances: again, alertShares: [twice, twice] },
      }),
    ).toThrow(/aging\.balances\[3\] must be stated once.*aging\.alertShares\[1\]/s);
  });
});
