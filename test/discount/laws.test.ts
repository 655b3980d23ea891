/**
 * Laws of cash discounts, and every scalar against the oracle.
 *
 * Inputs: no discount, one, and up to four; take-ups of 0 and 1; zero sales and rates; a fifth of
 * the amounts given as figures; today's term shorter and longer than the plan's.
 */
import fc from "fast-check";
import Fraction from "fraction.js";
import { describe, expect, it } from "vitest";

import {
  breakEvenDiscount,
  buyerDiscountChoice,
  discountAnnualRate,
  discountEvaluation,
  discountOnPartPayment,
  discountTakeUp,
  optimalDiscount,
  tierAnnualRates,
} from "trade-credit/discount";
import type { BreakEvenDiscountInput, DiscountPlan } from "trade-credit/discount";
import { isCreditError, isFigure } from "trade-credit";
import type { Figure, Numeric, Terms } from "trade-credit";

import * as oracle from "../oracle/discount.ts";
import { randomAsOf } from "../oracle/arbitraries.ts";
import { exactOf, minorOf } from "../support/exact.ts";
import {
  breakEvens,
  evaluations,
  money,
  optima,
  payments,
  share,
  termsInDays,
} from "../support/producers/discount.ts";
import { frozen } from "../support/frozen.ts";
import { agree, ORACLE_TIMEOUT } from "../support/oracle-runs.ts";
import { expectOften } from "../support/often.ts";
import { LEDGERS, onRandomLedgers } from "../support/random-ledgers.ts";

const plain = (value: Numeric): Fraction =>
  isFigure(value) ? exactOf(value) : new Fraction(value as string);
const text = (figure: Figure): string => exactOf(figure).toFraction();
/** At least 0, cut off after 20 decimals. */
const decimals = (value: Fraction): string => {
  const digits = value
    .mul(10n ** 20n)
    .floor()
    .n.toString()
    .padStart(21, "0");
  return `${digits.slice(0, -20)}.${digits.slice(-20)}`;
};
const yearDays = fc.constantFrom<365 | 360 | 366>(365, 360, 366);
const netDaysOf = (terms: Terms): number => (terms.due as { days: number }).days;
const tiersOf = (terms: Terms) => terms.tiers as readonly oracle.OracleTier[];
const planOf = ({ terms, takeUps = [], badDebtRate, managementCost }: DiscountPlan) => ({
  tiers: tiersOf(terms as Terms),
  netDays: netDaysOf(terms as Terms),
  takeUps: [...(takeUps as Iterable<string>)],
  badDebtRate: plain(badDebtRate),
  managementCost: plain(managementCost),
});
const todayOf = (input: Omit<BreakEvenDiscountInput, "plan">) => ({
  creditSales: plain(input.creditSales),
  badDebtRate: plain(input.badDebtRate),
  managementCost: plain(input.managementCost),
  termDays: plain(input.termDays),
  annualRate: plain(input.annualRate),
  yearDays: input.yearDays ?? 365,
});

describe("annual rates", () => {
  it("are those of the oracle, tier by tier", { timeout: ORACLE_TIMEOUT }, () => {
    agree(
      "annual rates by tier",
      fc.tuple(termsInDays, yearDays),
      ([terms, year]) => {
        const { tiers } = tierAnnualRates(frozen({ terms, yearDays: year }));
        const given = tiersOf(terms);
        expect(tiers).toHaveLength(given.length);
        given.forEach((tier, index) => {
          const { discountRate, days } = tier;
          const net = oracle.simpleRate(discountRate, days, netDaysOf(terms), year);
          expect(text(tiers[index]!.againstNet.simple)).toBe(net.toFraction());
          const next = given[index + 1];
          const step = tiers[index]?.toNext?.simple;
          expect(step && text(step)).toBe(next && oracle.stepRate(tier, next, year).toFraction());
        });
        return given.length === 0 ? "no discount" : "answered";
      },
      100,
    );
  });

  it("a second tier of 0 is the net day: the step to it is the cost against it", () => {
    fc.assert(
      fc.property(share, fc.integer({ min: 1, max: 90 }), yearDays, (rate, net, year) => {
        fc.pre(rate !== "0" && rate !== "1");
        const one = { discountRate: rate, days: 0 };
        const terms: Terms = {
          tiers: [one, { discountRate: 0, days: net }],
          due: { kind: "days", days: net + 30 },
        };
        const step = tierAnnualRates({ terms, yearDays: year }).tiers[0]?.toNext;
        const single = discountAnnualRate({
          discountRate: rate,
          discountDay: 0,
          paymentDay: net,
          yearDays: year,
        });
        expect(text(step?.simple as Figure)).toBe(text(single.simple));
        expect(step?.effective.value?.toFixed()).toBe(single.effective.value?.toFixed());
      }),
    );
  });

  it("effective ones are never below simple ones within a year, and both rise with the discount", () => {
    const days = fc.integer({ min: 1, max: 360 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 900 }), days, (permille, length) => {
        const of = (each: number) =>
          discountAnnualRate({
            discountRate: String(each / 1000),
            discountDay: 0,
            paymentDay: length,
          });
        const [low, high] = [of(permille), of(permille + 1)];
        if (low.effective.value) expect(low.effective.value.gte(low.simple.value)).toBe(true);
        expect(high.simple.value.gt(low.simple.value)).toBe(true);
      }),
    );
  });
});

describe("the buyer's choice", () => {
  it(
    "is the least of the oracle's values, and saves the difference",
    { timeout: ORACLE_TIMEOUT },
    () => {
      const inputs = fc.record({ terms: termsInDays, amount: money, annualRate: share, yearDays });
      agree(
        "the buyer's choice",
        inputs,
        (input) => {
          const { options, best, saving } = buyerDiscountChoice(frozen(input));
          const { terms, amount, annualRate, yearDays: year } = input;
          const values = oracle.presentValues(
            tiersOf(terms),
            netDaysOf(terms),
            plain(amount),
            annualRate,
            year,
          );
          expect(options.map(({ presentValue }) => text(presentValue))).toEqual(
            values.map((each) => each.toFraction()),
          );
          const least = values.reduce((a, b) => (a.compare(b) <= 0 ? a : b));
          for (const option of best) expect(exactOf(option.presentValue).equals(least)).toBe(true);
          expect(best.length).toBe(values.filter((each) => each.equals(least)).length);
          expect(exactOf(saving).equals(values.at(-1)!.sub(least))).toBe(true);
          expect(saving.value.gte(0)).toBe(true);
          return saving.value.isZero() ? "pays net" : "takes a discount";
        },
        100,
      );
    },
  );
});

describe("an evaluation", () => {
  it(
    "is the oracle's, on every basis, and its parts sum to its total exactly",
    { timeout: ORACLE_TIMEOUT },
    () => {
      agree(
        "discount evaluation",
        evaluations,
        (input) => {
          const { base, plans } = discountEvaluation(frozen(input));
          const options = {
            onUndiscounted: input.badDebtBase === "undiscounted-sales",
            onNet: input.financedAmount === "net-of-discount",
          };
          const today = oracle.totalCost(todayOf(input), undefined);
          expect(text(base.totalCost)).toBe(today.toFraction());
          for (const [name, plan] of Object.entries(input.plans)) {
            const costs = plans[name]!;
            const total = oracle.totalCost(todayOf(input), planOf(plan), options);
            expect(text(costs.totalCost)).toBe(total.toFraction());
            expect(text(costs.saving)).toBe(today.sub(total).toFraction());
            const parts = [costs.discountCost, costs.opportunityCost, costs.badDebtCost];
            const sum = parts.reduce(
              (all, each) => all.add(exactOf(each)),
              exactOf(costs.managementCost),
            );
            expect(sum.toFraction()).toBe(text(costs.totalCost));
          }
          return "answered";
        },
        100,
      );
    },
  );

  it("of today as a plan saves nothing", () => {
    fc.assert(
      fc.property(evaluations, fc.integer({ min: 0, max: 120 }), (input, termDays) => {
        const { badDebtRate, managementCost } = input;
        const same = { terms: `n/${String(termDays)}`, badDebtRate, managementCost };
        const { plans } = discountEvaluation({ ...input, termDays, plans: { same } });
        expect(plans["same"]?.saving.value.isZero()).toBe(true);
      }),
    );
  });

  it("with a second discount of 0 taken by nobody is that with the first alone", () => {
    fc.assert(
      fc.property(evaluations, share, (input, takeUp) => {
        const rest = { badDebtRate: "0.01", managementCost: 5 };
        const one = { terms: "2/10, n/60", takeUp, ...rest };
        const two = { terms: "2/10, 0/30, n/60", takeUps: [takeUp, 0], ...rest };
        const { plans } = discountEvaluation({ ...input, plans: { one, two } });
        expect(text(plans["two"]!.totalCost)).toBe(text(plans["one"]!.totalCost));
        expect(text(plans["two"]!.saving)).toBe(text(plans["one"]!.saving));
      }),
    );
  });
});

describe("a break-even discount", () => {
  it("put back saves nothing, exactly", { timeout: ORACLE_TIMEOUT }, () => {
    agree(
      "break-even discount, put back",
      breakEvens,
      (input) => {
        const found = solved(input);
        if (!found) return "no solution";
        expectNoSavingAt(input, found);
        return "answered";
      },
      300,
    );
  });

  it(
    "is found where there is one: at the discount for which today's cost was made",
    { timeout: ORACLE_TIMEOUT },
    () => {
      agree(
        "break-even discount that there is",
        solvableBreakEvens,
        (input) => {
          const found = breakEvenDiscount(frozen(input));
          const sought = tiersOf(input.plan.terms as Terms)[input.tier - 1]!.discountRate;
          const off = exactOf(found).sub(new Fraction(sought)).abs();
          expect(off.compare(new Fraction(1, 10n ** 15n))).toBe(-1);
          expectNoSavingAt(input, found);
          return "answered";
        },
        100,
      );
    },
  );

  type Sought = typeof breakEvens extends fc.Arbitrary<infer T> ? T : never;

  function expectNoSavingAt({ plan, tier, badDebtBase, ...today }: Sought, rate: Figure): void {
    const terms = plan.terms as Terms;
    const tiers = terms.tiers.map((each, index) =>
      index === tier - 1 ? { ...each, discountRate: rate } : each,
    );
    const { plans } = discountEvaluation({
      ...today,
      badDebtBase,
      plans: { back: { ...plan, terms: { ...terms, tiers } } },
    });
    expect(exactOf(plans["back"]!.saving).equals(0)).toBe(true);
    expect(plans["back"]?.saving.value.isZero()).toBe(true);
  }

  function solved(input: BreakEvenDiscountInput): Figure | undefined {
    try {
      return breakEvenDiscount(frozen(input));
    } catch (error) {
      if (isCreditError(error)) return undefined;
      throw error;
    }
  }

  /**
   * Inputs with an answer by construction: sales, discounts and their takers are above 0, and
   * today's management cost is what makes today cost as much as the plan (to 20 decimals).
   */
  const solvableBreakEvens = breakEvens.map((input): Sought => {
    const { plan, tier, badDebtBase, creditSales, ...today } = input;
    const given = plan.terms as Terms;
    const tiers = tiersOf(given).map(({ discountRate, days }) => ({
      discountRate: new Fraction(discountRate as string).add(new Fraction("0.001")).toString(),
      days,
    }));
    const terms: Terms = { ...given, tiers };
    const taken = [...(plan.takeUps as Iterable<string>)];
    const takeUps = taken.map((each, index) =>
      new Fraction(each)
        .div(2)
        .add(index === tier - 1 ? "0.25" : 0)
        .toString(),
    );
    const costly = { ...plan, terms, takeUps, managementCost: "1000000000" };
    const sales = plain(creditSales).add(1_000).toString();
    const idle = { ...todayOf({ ...today, creditSales: sales }), managementCost: 0 };
    const options = { onUndiscounted: badDebtBase === "undiscounted-sales" };
    const dearer = oracle
      .totalCost(idle, planOf(costly), options)
      .sub(oracle.totalCost(idle, undefined));
    const managementCost = decimals(dearer);
    return { ...today, creditSales: sales, managementCost, plan: costly, tier, badDebtBase };
  });
});

describe("an optimal discount", () => {
  it("earns no less than any other", () => {
    fc.assert(
      fc.property(optima, share, (input, other) => {
        const { worth, gain } = optimalDiscount(frozen(input));
        const takeUp = plain(input.takeUpSlope).mul(new Fraction(other));
        const capped = takeUp.compare(1) > 0 ? new Fraction(1) : takeUp;
        const earned = plain(input.creditSales)
          .mul(capped)
          .mul(exactOf(worth).sub(new Fraction(other)));
        expect(exactOf(gain).compare(earned)).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe("a payment", () => {
  it(
    "is credited as the oracle says, and never beyond the invoice by a discount",
    { timeout: ORACLE_TIMEOUT },
    () => {
      agree(
        "discount on a payment",
        payments,
        (input) => {
          const { earnedRate, discount, credited, balance } = discountOnPartPayment(frozen(input));
          const days = Number(input.paidDate.slice(-2)) - 1;
          const rates = tiersOf(input.terms).filter((tier) => days <= tier.days);
          const rate = rates[0]?.discountRate ?? "0";
          expect(text(earnedRate)).toBe(new Fraction(rate as string).toFraction());
          const { amount, paid, basis } = input;
          const expected = oracle.discountOnPayment(amount, paid, rate, basis);
          expect(text(discount)).toBe(expected.toFraction());
          const whole = exactOf(credited).add(exactOf(balance));
          expect(whole.toFraction()).toBe(new Fraction(amount).toFraction());
          if (balance.value.lt(0)) expect(discount.value.isZero()).toBe(true);
          return discount.value.isZero() ? "no discount" : "answered";
        },
        100,
      );
    },
  );
});

describe("take-up", () => {
  it("of random ledgers is the oracle's, in all and by customer", () => {
    let [withDiscounts, refused] = [0, 0];
    onRandomLedgers(({ ours, oracle: theirs, random, seed }) => {
      const days = [randomAsOf(seed, random), randomAsOf(seed + 3, random)].sort();
      const asked = { from: days[0]!, to: days[1]!, asOf: days[1]! };
      for (const party of [undefined, ours.parties[0]]) {
        const input = party === undefined ? asked : { ...asked, party };
        const expected = oracle.takeUp(theirs, input);
        if (expected === "history_too_short") {
          expect(() => discountTakeUp(ours, input)).toThrow("snapshots");
          refused += 1;
          continue;
        }
        const found = discountTakeUp(ours, input);
        for (const key of ["sales", "discountedSales", "discounts"] as const) {
          expect(minorOf(found[key], ours.minorUnits)).toBe(expected[key]);
        }
        if (expected.discounts > 0n) withDiscounts += 1;
      }
    }, LEDGERS);
    expectOften(withDiscounts, LEDGERS, 0.02);
    expectOften(refused, LEDGERS, 0.02);
  });
});
