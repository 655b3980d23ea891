/**
 * Cost and policy against the independent implementation on fraction.js.
 *
 * Inputs: amounts of 0 to 2 places, often small and equal, an eighth 0; rates from 0 to 1 and
 * interest above 1; a quarter of the plans sells what the base does; both investment bases; a
 * quarter of the numbers given as figures. `ORACLE_RUNS` sets how many.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";

import * as cost from "../../src/cost/index.ts";
import { isCreditError } from "../../src/ground/errors.ts";
import type { Figure } from "../../src/ground/figure.ts";
import type { Numeric } from "../../src/ground/numeric.ts";
import * as policy from "../../src/policy/index.ts";
import * as oracle from "../oracle/policy.ts";
import { exactOf } from "../support/exact.ts";
import { agree, ORACLE_TIMEOUT } from "../support/oracle-runs.ts";
import { plainInput as plain } from "../support/plain-input.ts";
import { amount, rate, someDays, yearDays } from "../support/producers/atoms.ts";
import { interestRate } from "../support/producers/cost.ts";
import { marginalInput, presentValueInput, profitInput } from "../support/producers/policy.ts";

const timeout = ORACLE_TIMEOUT;

/** The exact value of a call, or the code with which it was refused. */
function ours(call: () => Figure): string {
  try {
    return exactOf(call()).toFraction();
  } catch (error) {
    if (!isCreditError(error)) throw error;
    return error.absent?.reason.code ?? error.code;
  }
}

/** Answered, or the code of what had no break-even. */
const came = (found: string): string =>
  /\d/.test(found) ? "answered" : `answered, break-even ${found}`;

const theirs = (answer: oracle.Answer): string =>
  typeof answer === "string" ? answer : answer.toFraction();

describe("against the oracle", () => {
  it("the parts of the cost of credit", { timeout }, () => {
    const inputs = fc.record({
      amount,
      other: amount,
      rate,
      interest: interestRate,
      someDays,
      yearDays,
    });
    agree(
      "opportunity, months of margin, break-even default",
      inputs,
      (given) => {
        const { amount: a, other, rate: r, interest: k, someDays: days, yearDays: year } = given;
        const at = plain(given) as Record<string, string>;
        const options = { allowHighRate: true, yearDays: year };
        const waiting = ours(() =>
          cost.opportunityCost({ creditSales: a, dso: days, annualRate: k, ...options }),
        );
        const expected = oracle.opportunity(at["amount"]!, at["someDays"]!, at["interest"]!, year);
        expect(waiting).toBe(expected.toFraction());
        const months = ours(() =>
          cost.monthsOfMargin({ netMargin: r, annualRate: k, allowHighRate: true }),
        );
        expect(months).toBe(theirs(oracle.monthsOfMargin(at["rate"]!, at["interest"]!)));
        for (const customer of ["one-order", "repeat"] as const) {
          const order = { price: a, variableCost: other, annualRate: k, days, customer };
          const found = ours(() => cost.breakEvenDefaultProbability({ ...order, ...options }));
          const answer = oracle.breakEvenDefault(
            at["amount"]!,
            at["other"]!,
            at["interest"]!,
            at["someDays"]!,
            year,
            customer === "repeat",
          );
          expect(found).toBe(theirs(answer));
        }
        return /\d/.test(months) ? "answered" : `months ${months}`;
      },
      300,
    );
  });

  it("the marginal analysis, its break-evens and its return", { timeout }, () => {
    agree(
      "marginal analysis, its break-evens and return",
      marginalInput,
      (input) => {
        const { investmentBase, variableCostRate } = input as {
          investmentBase?: string;
          variableCostRate?: Numeric;
        };
        const share = investmentBase === "cost" ? plain(variableCostRate) : 1;
        const given: oracle.Marginal = { ...(plain(input) as oracle.Marginal), share };
        const expected = oracle.marginal(given);
        const found = policy.marginalAnalysis(input);
        expect(ours(() => found.profitChange)).toBe(expected.profit.toFraction());
        expect(ours(() => found.opportunityCostChange)).toBe(expected.waiting.toFraction());
        expect(ours(() => found.badDebtChange)).toBe(expected.unpaid.toFraction());
        expect(ours(() => found.netBenefit)).toBe(expected.net.toFraction());
        const { base, plan } = given;
        const whole = { model: "marginal", ...input } as const;
        const netWith = (changed: object, field: string) => (value: object) =>
          oracle.marginal({ ...given, ...changed, plan: { ...plan, [field]: value } }).net;
        expect(ours(() => policy.breakEvenBadDebtRate(whole))).toBe(
          theirs(oracle.rootOfLine(netWith({}, "incrementBadDebtRate"))),
        );
        expect(ours(() => policy.breakEvenDso(whole))).toBe(
          theirs(oracle.rootOfLine(netWith({}, "incrementDso"))),
        );
        expect(ours(() => policy.breakEvenSales(whole))).toBe(
          theirs(oracle.rootOfLine(netWith({}, "creditSales"))),
        );
        const netOfMargin = (margin: Numeric | object) =>
          oracle.marginal({ ...given, base: { ...base, margin } } as never).net;
        expect(ours(() => policy.breakEvenMargin(whole))).toBe(
          theirs(oracle.rootOfLine(netOfMargin)),
        );
        const invested = oracle.marginal({ ...given, annualRate: 1 }).waiting;
        const earned = expected.profit.sub(expected.unpaid).sub(expected.management);
        expect(ours(() => policy.incrementalReturn(input))).toBe(
          invested.compare(0) <= 0 ? "not_defined" : earned.div(invested).toFraction(),
        );
        return came(ours(() => policy.breakEvenDso(whole)));
      },
      300,
    );
  });

  it("present value and its break-even units", { timeout }, () => {
    agree(
      "present value and its break-even units",
      presentValueInput("simple"),
      (input) => {
        const { annualRate, yearDays: year } = input;
        const { base, plan } = plain(input) as { base: oracle.Daily; plan: oracle.Daily };
        const value = (sold: oracle.Daily) => oracle.dailyValue(sold, plain(annualRate), year);
        const gain = value(plan).sub(value(base));
        const found = policy.policyPresentValue(input);
        expect(ours(() => found.gain)).toBe(gain.toFraction());
        expect(ours(() => found.gainPerYear)).toBe(gain.mul(year).toFraction());
        const root = oracle.rootOfLine((unitsPerDay) =>
          value({ ...plan, unitsPerDay }).sub(value(base)),
        );
        const units = ours(() => policy.breakEvenSales({ model: "present-value", ...input }));
        expect(units).toBe(theirs(root));
        return came(units);
      },
      300,
    );
  });

  it("the profit of a policy", { timeout }, () => {
    agree(
      "profit of a policy",
      profitInput,
      (input) => {
        const { collectionCost = 0, managementCost = 0, otherInvestment = 0 } = input;
        const given = { ...input, collectionCost, managementCost, otherInvestment };
        const expected = oracle.profit({
          ...(plain(given) as oracle.Policy),
          undiscounted: input.badDebtBase === "undiscounted-sales",
          onCost: input.investmentBase === "cost",
        });
        const found = ours(() => policy.policyProfit(input).profitAfterCreditCost);
        expect(found).toBe(expected.toFraction());
        return came(found);
      },
      300,
    );
  });
});
