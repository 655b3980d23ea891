/**
 * The cost of credit against the oracle, figure by figure. `ORACLE_RUNS` says on how many inputs.
 *
 * Inputs: amounts of 0 to 2 places, often small and equal, some of 20 digits, an eighth 0; rates
 * from 0 to 1, the ends often, and interest above 1; volumes and receivables often on the bound of
 * a band or on a point; curves that end below 0 and outside which there is no curve; grids with
 * ties, of one level, and with a last step that is shorter; a quarter of the numbers as figures.
 */
import fc from "fast-check";
import Fraction from "fraction.js";
import { describe, expect, it } from "vitest";

import * as cost from "../../src/cost/index.ts";
import type { Numeric } from "../../src/ground/numeric.ts";
import { fraction as f } from "../oracle/calendar.ts";
import * as oracle from "../oracle/cost.ts";
import { opportunity } from "../oracle/policy.ts";
import { exactOf } from "../support/exact.ts";
import { agree, cameTo, ORACLE_TIMEOUT, same } from "../support/oracle-runs.ts";
import { plainInput as plain } from "../support/plain-input.ts";
import { amount, merged, rate, someDays } from "../support/producers/atoms.ts";
import * as random from "../support/producers/cost.ts";

const textOf = (answer: oracle.Answer): string =>
  typeof answer === "string" ? answer : answer.toFraction();
const one = new Fraction(1);
const it_ = (title: string, test: () => void) => {
  it(title, { timeout: ORACLE_TIMEOUT }, test);
};

describe("against the oracle", () => {
  it_("bad-debt cost, the sum of the parts, and the ratios", () => {
    const inputs = merged(
      random.parts,
      fc.record({ creditSales: amount, badDebtRate: rate, shortageCost: amount }),
    );
    agree("bad-debt cost", inputs, ({ creditSales, badDebtRate }) => {
      const expected = f(plain(creditSales)).mul(f(plain(badDebtRate)));
      return same(
        cameTo(() => cost.badDebtCost({ creditSales, badDebtRate })),
        expected.toFraction(),
      );
    });
    agree("cost of credit", inputs, (input) => {
      const { badDebtCost, opportunityCost, managementCost, shortageCost } = input;
      const all = { badDebtCost, opportunityCost, managementCost, shortageCost };
      const expected = oracle.total(Object.values(all).map((each) => f(plain(each))));
      return same(
        cameTo(() => cost.creditCost(all)),
        textOf(expected),
      );
    });
    const over = (parts: readonly Numeric[], base: Numeric): string => {
      const below = f(plain(base));
      const above = oracle.total(parts.map((each) => f(plain(each)))) as Fraction;
      return below.n === 0n ? "not_defined" : above.div(below).toFraction();
    };
    agree("opportunity to bad debt", inputs, ({ opportunityCost, badDebtCost }) =>
      same(
        cameTo(() => cost.opportunityToBadDebtRatio({ opportunityCost, badDebtCost })),
        over([opportunityCost], badDebtCost),
      ),
    );
    agree("unproductive cost ratio", inputs, (input) => {
      const { badDebtCost, opportunityCost, managementCost, creditSales: sales } = input;
      const parts = { badDebtCost, opportunityCost, managementCost };
      return same(
        cameTo(() => cost.unproductiveCostRatio({ ...parts, sales })),
        over(Object.values(parts), sales),
      );
    });
  });

  it_("opportunity cost, by both variants and on both bases", () => {
    const inputs = merged(
      fc.record({
        creditSales: amount,
        dso: someDays,
        rate: random.interestRate,
        profitRate: rate,
      }),
      merged(random.interest, random.investmentBase),
    );
    agree("opportunity cost", inputs, ({ rate: annualRate, profitRate, ...rest }) => {
      const { creditSales, dso, yearDays, ...base } = rest;
      const invested = "variableCostRate" in base ? f(plain(base.variableCostRate)) : one;
      const at = (by: Fraction) =>
        opportunity(plain(creditSales), plain(dso), by, yearDays, invested).toFraction();
      const both = f(plain(annualRate)).add(f(plain(profitRate)));
      same(
        cameTo(() => cost.opportunityCost({ ...rest, profitRate, loanRate: annualRate })),
        at(both),
      );
      return same(
        cameTo(() => cost.opportunityCost({ ...rest, annualRate })),
        at(f(plain(annualRate))),
      );
    });
  });

  it_("management cost by bands, and curves of every kind", () => {
    const volume = fc.oneof(random.level, amount);
    agree("management cost", fc.record({ volume, bands: random.bands }), (input) =>
      same(
        cameTo(() => cost.managementCost(input)),
        textOf(oracle.band(plain(input.bands), f(plain(input.volume)))),
      ),
    );
    for (const [kind, curve] of Object.entries(random.curves)) {
      const inputs = fc.record({
        receivables: volume,
        curve: curve as fc.Arbitrary<cost.CostCurve>,
      });
      agree(`shortage cost, ${kind}`, inputs, (input) =>
        same(
          cameTo(() => cost.shortageCost(input)),
          textOf(oracle.onCurve(plain(input.curve), f(plain(input.receivables)))),
        ),
      );
    }
  });

  it_("the optimum, its cost, bracket and flat region", () => {
    const judge = (input: cost.OptimalReceivablesInput): string => {
      const { costs, grid, flatWithin = "0.01" } = plain(input) as typeof input;
      const { tolerance = grid.step } = input;
      const costAt = (level: Fraction): Fraction => {
        const parts = Object.values(costs).map((each) => {
          if (typeof each !== "function") return oracle.onCurve(each as oracle.Curve, level);
          // What the function itself gives at this level: it is a matter of the caller.
          const [row] = cost.optimalReceivables({
            costs: { f: each },
            grid: { from: level.toString(30), to: level.toString(30), step: 1 },
          }).rows;
          return exactOf(row!.total);
        });
        return oracle.total(parts) as Fraction;
      };
      const expected = oracle.optimum(costAt, grid as never, plain(tolerance), flatWithin as never);
      const found = cost.optimalReceivables(input);
      expect(exactOf(found.optimum).toFraction()).toBe(expected.at.toFraction());
      expect(exactOf(found.lowestCost).toFraction()).toBe(expected.lowest.toFraction());
      const ends = ({ from, to }: { from: string; to: string }) => [from, to].map((end) => f(end));
      expect(ends(found.bracket)).toEqual(expected.bracket);
      expect(ends(found.flatRegion)).toEqual(expected.flat);
      return "answered";
    };
    agree("optimal receivables", random.optimumInput, judge, 25);
  });

  it_("months of margin, by simple and by compound interest", () => {
    agree("months of margin", random.monthsInput, (input) => {
      const margin = f(plain(input.netMargin));
      const rate = f(plain(input.annualRate));
      const onCost = input.investmentBase === "cost";
      const found = cameTo(() => cost.monthsOfMargin(input));
      if (rate.n === 0n || (onCost && margin.equals(1))) return same(found, "not_defined");
      const earned = onCost ? margin.div(one.sub(margin)) : margin;
      if (input.compounding !== "compound") {
        return same(found, earned.mul(12).div(rate).toFraction());
      }
      const printed = cost.monthsOfMargin(input).value.toFixed();
      expect(oracle.isPrinted(printed, oracle.compoundMonths(earned, rate))).toBe(true);
      return "answered, compound";
    });
  });

  it_("expected loss, of a year and of a horizon", () => {
    agree("expected loss", random.risk, (input) => {
      const { defaultProbability, lossGivenDefault, exposureAtDefault } = input;
      const [p, l, e] = [defaultProbability, lossGivenDefault, exposureAtDefault].map((each) =>
        f(plain(each)),
      ) as [Fraction, Fraction, Fraction];
      const found = cameTo(() => cost.expectedLoss(input));
      if (!("horizonDays" in input)) return same(found, p.mul(l).mul(e).toFraction());
      const exponent = f(plain(input.horizonDays)).div(input.yearDays);
      const survival = one.sub(p);
      if (survival.n === 0n || exponent.n === 0n) {
        const sure = exponent.n === 0n ? new Fraction(0) : one;
        return same(found, sure.mul(l).mul(e).toFraction());
      }
      if (exponent.d === 1n) {
        // A whole power is exact.
        const exact = one.sub(survival.pow(exponent));
        return same(found, exact.mul(l).mul(e).toFraction());
      }
      const grown = oracle.wideRoot(survival, exponent);
      if (found === "not_defined") {
        expect(grown.lt("1e-434")).toBe(true);
        return found;
      }
      const { inputs } = cost.expectedLoss(input);
      const { value } = (inputs as { defaultProbability: { value: { toFixed(): string } } })
        .defaultProbability;
      expect(oracle.isPrinted(value.toFixed(), grown.neg().add(1))).toBe(true);
      // The loss goes on with the probability as printed.
      expect(found).toBe(f(value.toFixed()).mul(l).mul(e).toFraction());
      return "answered, horizon";
    });
  });
});
