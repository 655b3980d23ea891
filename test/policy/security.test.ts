/**
 * Ways to secure a receivable, and goods taken for it: hand-computed cases, laws, the oracle.
 *
 * Random inputs: nothing advanced and all; no risk and certain loss; first losses above the loss;
 * fees above the receivable; instalments of today and of a share of 0; rates above 1; a quarter of
 * the numbers as figures. `ORACLE_RUNS` says on how many the oracle is asked.
 */
import fc from "fast-check";
import Fraction from "fraction.js";
import { describe, expect, it } from "vitest";

import { verify } from "trade-credit/explain";
import { paymentInKindValue, securityComparison } from "trade-credit/policy";
import type {
  ComparedSecurity,
  SecurityComparisonInput,
  SecurityOption,
} from "trade-credit/policy";
import { isCreditError } from "trade-credit";

import { fraction as f } from "../oracle/calendar.ts";
import { isPrinted, wideRoot } from "../oracle/cost.ts";
import * as oracle from "../oracle/security.ts";
import { exactOf } from "../support/exact.ts";
import { frozen } from "../support/frozen.ts";
import { agree, cameTo, ORACLE_TIMEOUT, same } from "../support/oracle-runs.ts";
import { plainInput as plain } from "../support/plain-input.ts";
import { inKindInput, securityInput } from "../support/producers/security.ts";

/** A million due in 90 days of a year of 360: a quarter of a year, at 8 % 20,000. */
const million = {
  receivable: 1_000_000,
  days: 90,
  annualRate: "0.08",
  yearDays: 360,
  defaultProbability: "0.03",
} as const;

const partsOf = (way: ComparedSecurity): string[] =>
  [way.fee, way.interest, way.waitingCost, way.lossKept, way.totalCost, way.cashToday].map(
    ({ value }) => value.toFixed(),
  );
const answerTo = (option: SecurityOption, debt: object = {}): ComparedSecurity =>
  securityComparison({ ...million, ...debt, options: { way: option } }).options["way"]!;

describe("a way to secure a receivable", () => {
  it("factoring: 80 % today at 6 %, 1 % commission; with recourse the loss comes back", () => {
    const factoring = {
      kind: "factoring",
      advanceShare: "0.8",
      feeRate: "0.01",
      annualRate: "0.06",
    } as const;
    // 800,000 × 6 % ÷ 4; 200,000 × 8 % ÷ 4; 800,000 − 10,000 − 12,000
    const costs = ["10000", "12000", "4000"];
    expect(partsOf(answerTo({ ...factoring, recourse: false }))).toEqual([
      ...costs,
      "0",
      "26000",
      "778000",
    ]);
    expect(partsOf(answerTo({ ...factoring, recourse: true }))).toEqual([
      ...costs,
      "30000",
      "56000",
      "778000",
    ]);
  });

  it("bill discounting: the discount is on the face, for the days of the bill", () => {
    const bill = { kind: "bill-discounting", annualRate: "0.04", recourse: false } as const;
    expect(partsOf(answerTo(bill))).toEqual(["0", "10000", "0", "0", "10000", "990000"]);
    const longer = { ...bill, days: 180, feeRate: "0.001" };
    expect(partsOf(answerTo(longer))).toEqual(["1000", "20000", "0", "0", "21000", "979000"]);
    // 10,000 ÷ 990,000 × 4
    expect(answerTo(bill).simpleRate.value?.toFixed(8)).toBe("0.04040404");
    // 1 ÷ 0.96059601 − 1
    expect(answerTo(bill).effectiveRate.value?.toFixed(8)).toBe("0.04102036");
  });

  it("insurance: the first loss first, then the covered share, which is waited for", () => {
    const insurance = { kind: "insurance", premiumRate: "0.006", coverageShare: "0.9" } as const;
    // 20,000; 3 % × 100,000
    expect(partsOf(answerTo(insurance))).toEqual(["6000", "0", "20000", "3000", "29000", "-6000"]);
    // 0.9 × 900,000 = 810,000 is paid, after half a year more: 3 % × 810,000 × 4 % = 972
    const withFirstLoss = { ...insurance, firstLoss: 100_000, waitingDays: 180 };
    expect(partsOf(answerTo(withFirstLoss))).toEqual([
      "6000",
      "0",
      "20972",
      "5700",
      "32672",
      "-6000",
    ]);
    // A first loss above the loss: nothing is ever paid.
    const useless = answerTo({ ...insurance, firstLoss: 2_000_000 });
    expect(useless.lossKept.value.toFixed()).toBe("30000");
  });

  it("a guarantee: commission a year on what is guaranteed", () => {
    const guarantee = { kind: "guarantee", annualFeeRate: "0.02", coverageShare: "0.5" } as const;
    // 500,000 × 2 % ÷ 4; 3 % × 500,000
    expect(partsOf(answerTo(guarantee))).toEqual(["2500", "0", "20000", "15000", "37500", "-2500"]);
  });

  it("instalments: what is paid today is safe, the rest pays interest until its day", () => {
    const instalments = [
      { share: "0.4", day: 0 },
      { share: "0.6", day: 120 },
    ];
    // 600,000 for a third of a year: 5 % earn 10,000, 8 % cost 16,000; 3 % × 600,000
    expect(partsOf(answerTo({ kind: "instalments", instalments, annualRate: "0.05" }))).toEqual([
      "0",
      "-10000",
      "16000",
      "18000",
      "24000",
      "400000",
    ]);
    const safer = { kind: "instalments", instalments, defaultProbability: "0.01" } as const;
    expect(partsOf(answerTo(safer))).toEqual(["0", "0", "16000", "6000", "22000", "400000"]);
  });

  it("is ranked by its total cost; the same cost is the same rank", () => {
    const bill = { kind: "bill-discounting", annualRate: "0.04", recourse: false } as const;
    const { nothing, options, best } = securityComparison({
      ...million,
      options: {
        dear: { kind: "insurance", premiumRate: "0.5", coverageShare: 1 },
        one: bill,
        other: { ...bill, days: 90 },
      },
    });
    expect(best).toEqual(["one", "other"]);
    const ranks = Object.values(options).map(({ rank }) => rank);
    expect([...ranks, nothing.rank]).toEqual([4, 1, 1, 3]);
  });

  it("that costs the whole receivable has no rate", () => {
    const { simpleRate, effectiveRate } = answerTo({
      kind: "insurance",
      premiumRate: 1,
      coverageShare: 1,
    });
    expect([simpleRate, effectiveRate].map(({ value }) => value)).toEqual([null, null]);
  });

  it("is refused with its place: shares, names, rates, kinds", () => {
    const rules = (options: unknown, debt: object = {}): string[] => {
      try {
        securityComparison({ ...million, ...debt, options } as SecurityComparisonInput);
        return [];
      } catch (error) {
        if (!isCreditError(error)) throw error;
        return error.issues.map(({ path, rule }) => `${path} ${rule}`);
      }
    };
    const guarantee = { kind: "guarantee", annualFeeRate: 2, coverageShare: 1 };
    expect(rules({ g: guarantee })[0]).toContain("options.g.annualFeeRate must be at most 1");
    expect(rules({ g: guarantee }, { allowHighRate: true })).toEqual([]);
    expect(rules({ p: { kind: "instalments", instalments: [{ share: "0.9", day: 1 }] } })).toEqual([
      "options.p.instalments must have shares that sum to 1",
    ]);
    expect(rules({ nothing: { ...guarantee, annualFeeRate: 0 } })).toEqual([
      "options.nothing must have another name: `nothing` is to do nothing",
    ]);
    expect(rules({ x: { kind: "hope" } })[0]).toContain("options.x.kind must be");
    expect(rules({ g: { ...guarantee, annualFeeRate: 0 } }, { receivable: 0 })).toHaveLength(1);
    expect(rules({ g: { ...guarantee, annualFeeRate: 0 } }, { days: 0 })).toHaveLength(1);
  });
});

describe("a comparison", () => {
  it(
    "is the oracle's, every part of every way; parts sum to the total, and it verifies",
    { timeout: ORACLE_TIMEOUT },
    () => {
      agree(
        "ways to secure a receivable",
        securityInput,
        (input) => {
          const { nothing, options, best } = securityComparison(frozen(input));
          const debt: oracle.Debt = plain(input);
          const ways: [oracle.Way | undefined, ComparedSecurity][] = [[undefined, nothing]];
          for (const [name, answer] of Object.entries(options)) {
            ways.push([plain(input.options[name]), answer]);
          }
          const amount = f(debt.receivable);
          const absents: string[] = [];
          const totals = ways.map(([way, answer]) => {
            const expected = oracle.costsOf(debt, way);
            for (const [part, value] of Object.entries(expected) as [
              keyof oracle.Costs,
              Fraction,
            ][]) {
              expect(`${part} ${exactOf(answer[part]).toFraction()}`).toBe(
                `${part} ${value.toFraction()}`,
              );
            }
            const { fee, interest, waitingCost, lossKept } = expected;
            const total = fee.add(interest).add(waitingCost).add(lossKept);
            expect(exactOf(answer.totalCost).toFraction()).toBe(total.toFraction());
            const worth = amount.sub(total);
            const perYear = new Fraction(debt.yearDays).div(f(debt.days));
            if (worth.compare(0) <= 0) {
              absents.push(way?.kind ?? "nothing");
              expect(cameTo(() => answer.simpleRate)).toBe("not_defined");
            } else {
              const simple = total.div(worth).mul(perYear);
              expect(cameTo(() => answer.simpleRate)).toBe(simple.toFraction());
              const grown = wideRoot(amount.div(worth), perYear);
              const { value } = answer.effectiveRate;
              if (value === null) expect(grown.gt("1e434") || grown.lt("1e-434")).toBe(true);
              else expect(isPrinted(value.toFixed(), grown.minus(1))).toBe(true);
            }
            return total;
          });
          const least = totals.reduce((a, b) => (b.compare(a) < 0 ? b : a));
          const names = ["nothing", ...Object.keys(options)];
          expect(best).toEqual(names.filter((_, at) => totals[at]!.equals(least)));
          ways.forEach(([, { rank }], at) => {
            const cheaper = totals.filter((total) => total.compare(totals[at]!) < 0);
            expect(rank).toBe(cheaper.length + 1);
          });
          return absents.length > 0 ? "answered, a rate absent" : "answered";
        },
        60,
      );
    },
  );

  it("never falls where the customer is sure not to pay, but for who bears the loss", () => {
    fc.assert(
      fc.property(securityInput, (input) => {
        const dearer = { ...input, defaultProbability: 1, lossGivenDefault: 1 };
        const before = securityComparison(input);
        const after = securityComparison(dearer);
        for (const [name, { totalCost }] of Object.entries(before.options)) {
          // Its own probability is not the customer's.
          if ("defaultProbability" in input.options[name]!) continue;
          if (input.options[name]!.kind === "insurance") continue;
          const found = exactOf(after.options[name]!.totalCost);
          expect(found.compare(exactOf(totalCost))).toBeGreaterThanOrEqual(0);
        }
      }),
      { numRuns: 50 },
    );
  });

  it("verifies whole, live and stored", () => {
    fc.assert(
      fc.property(securityInput, (input) => {
        const answer = securityComparison(input);
        expect(verify(answer).ok).toBe(true);
        expect(verify(JSON.parse(JSON.stringify(answer))).ok).toBe(true);
      }),
      { numRuns: 20 },
    );
  });
});

describe("goods taken instead of money", () => {
  it("are worth what is left of the price, today", () => {
    // 700,000 × 92 % − 18,000 = 626,000; ÷ 1.04 − 1,923.07…
    const { proceeds, value, loss, recoveryRate } = paymentInKindValue({
      claim: 1_000_000,
      salePrice: 700_000,
      sellingCostRate: "0.05",
      taxRate: "0.03",
      holdingCostPerDay: 100,
      days: 180,
      annualRate: "0.08",
      yearDays: 360,
    });
    expect(proceeds.value.toFixed()).toBe("626000");
    expect(exactOf(value).toFraction()).toBe(new Fraction(626_000).div("1.04").toFraction());
    expect(exactOf(loss).add(exactOf(value)).toFraction()).toBe("1000000");
    expect(recoveryRate.value.toFixed(8)).toBe("0.60192308");
  });

  it("may cost more than they bring, or be worth more than the claim", () => {
    const goods = { claim: 100, salePrice: 10, days: 100, annualRate: 0 };
    expect(paymentInKindValue({ ...goods, holdingCostPerDay: 1 }).value.value.toFixed()).toBe(
      "-90",
    );
    expect(paymentInKindValue({ ...goods, salePrice: 150 }).loss.value.toFixed()).toBe("-50");
  });

  it("are the oracle's", { timeout: ORACLE_TIMEOUT }, () => {
    agree("goods for a claim", inKindInput, (input) => {
      const goods: oracle.Goods = plain(input);
      const { proceeds, value } = oracle.goodsOf(goods);
      const found = paymentInKindValue(frozen(input));
      expect(exactOf(found.proceeds).toFraction()).toBe(proceeds.toFraction());
      expect(exactOf(found.loss).toFraction()).toBe(f(goods.claim).sub(value).toFraction());
      const rate = value.div(f(goods.claim)).toFraction();
      expect(exactOf(found.recoveryRate).toFraction()).toBe(rate);
      const came = same(
        cameTo(() => found.value),
        value.toFraction(),
      );
      return value.compare(0) < 0 ? `${came}, below 0` : came;
    });
  });
});
