/** The oracle of securing one receivable and of goods taken for it, in exact fractions. */
import Fraction from "fraction.js";

import type { Numeric } from "./calendar.ts";
import { fraction as f, sum } from "./calendar.ts";

export interface Debt {
  receivable: Numeric;
  days: Numeric;
  annualRate: Numeric;
  defaultProbability: Numeric;
  lossGivenDefault?: Numeric;
  yearDays: number;
}

export type Way =
  | {
      kind: "factoring";
      advanceShare: Numeric;
      feeRate: Numeric;
      annualRate: Numeric;
      recourse: boolean;
    }
  | {
      kind: "bill-discounting";
      annualRate: Numeric;
      days?: Numeric;
      feeRate?: Numeric;
      recourse: boolean;
    }
  | {
      kind: "insurance";
      premiumRate: Numeric;
      coverageShare: Numeric;
      firstLoss?: Numeric;
      waitingDays?: Numeric;
    }
  | { kind: "guarantee"; annualFeeRate: Numeric; coverageShare: Numeric; waitingDays?: Numeric }
  | {
      kind: "instalments";
      instalments: readonly { share: Numeric; day: Numeric }[];
      annualRate?: Numeric;
      defaultProbability?: Numeric;
    };

export interface Costs {
  fee: Fraction;
  interest: Fraction;
  waitingCost: Fraction;
  lossKept: Fraction;
  cashToday: Fraction;
}

const none = new Fraction(0);

/** The parts, each by its own words; `undefined` is to wait. */
export function costsOf(debt: Debt, way: Way | undefined): Costs {
  const [amount, p, lgd] = [
    debt.receivable,
    debt.defaultProbability,
    debt.lossGivenDefault ?? 1,
  ].map((each) => f(each)) as [Fraction, Fraction, Fraction];
  /** Interest on money over days. */
  const interestOn = (money: Fraction, rate: Numeric, days: Numeric) =>
    money.mul(f(rate)).mul(f(days)).div(debt.yearDays);
  const waitFor = (money: Fraction, days: Numeric) => interestOn(money, debt.annualRate, days);
  const loss = amount.mul(lgd);
  const costs = {
    fee: none,
    interest: none,
    waitingCost: waitFor(amount, debt.days),
    lossKept: p.mul(loss),
    cashToday: none,
  };
  switch (way?.kind) {
    case undefined:
      return costs;
    case "factoring": {
      const advance = amount.mul(f(way.advanceShare));
      const fee = amount.mul(f(way.feeRate));
      const interest = interestOn(advance, way.annualRate, debt.days);
      return {
        fee,
        interest,
        waitingCost: waitFor(amount.sub(advance), debt.days),
        lossKept: way.recourse ? costs.lossKept : none,
        cashToday: advance.sub(fee).sub(interest),
      };
    }
    case "bill-discounting": {
      const fee = amount.mul(f(way.feeRate ?? 0));
      const interest = interestOn(amount, way.annualRate, way.days ?? debt.days);
      const lossKept = way.recourse ? costs.lossKept : none;
      const cashToday = amount.sub(fee).sub(interest);
      return { fee, interest, waitingCost: none, lossKept, cashToday };
    }
    case "insurance":
    case "guarantee": {
      const isInsured = way.kind === "insurance";
      const above = loss.sub(isInsured ? f(way.firstLoss ?? 0) : none);
      const paid = above.compare(0) > 0 ? above.mul(f(way.coverageShare)) : none;
      const fee = isInsured
        ? amount.mul(f(way.premiumRate))
        : interestOn(amount.mul(f(way.coverageShare)), way.annualFeeRate, debt.days);
      const wait = waitFor(p.mul(paid), way.waitingDays ?? 0);
      return {
        ...costs,
        fee,
        waitingCost: costs.waitingCost.add(wait),
        lossKept: p.mul(loss.sub(paid)),
        cashToday: fee.neg(),
      };
    }
    case "instalments": {
      const parts = way.instalments.map(({ share, day }) => ({ money: amount.mul(f(share)), day }));
      const each = (of: (money: Fraction, day: Numeric) => Fraction) =>
        sum(parts.map(({ money, day }) => of(money, day)));
      const today = sum(parts.filter(({ day }) => f(day).n === 0n).map(({ money }) => money));
      const risk = f(way.defaultProbability ?? p).mul(lgd);
      return {
        fee: none,
        interest: each((money, day) => interestOn(money, way.annualRate ?? 0, day)).neg(),
        waitingCost: each(waitFor),
        lossKept: amount.sub(today).mul(risk),
        cashToday: today,
      };
    }
  }
}

export interface Goods {
  claim: Numeric;
  salePrice: Numeric;
  sellingCostRate?: Numeric;
  taxRate?: Numeric;
  holdingCostPerDay?: Numeric;
  takeoverCost?: Numeric;
  days: Numeric;
  annualRate: Numeric;
  yearDays: number;
}

/** What is left of the price, and what that is worth today. */
export function goodsOf(goods: Goods): { proceeds: Fraction; value: Fraction } {
  const price = f(goods.salePrice);
  const spent = [
    price.mul(f(goods.sellingCostRate ?? 0)),
    price.mul(f(goods.taxRate ?? 0)),
    f(goods.holdingCostPerDay ?? 0).mul(f(goods.days)),
  ];
  const proceeds = price.sub(sum(spent));
  const interest = f(goods.annualRate).mul(f(goods.days)).div(goods.yearDays);
  const today = proceeds.div(interest.add(1));
  return { proceeds, value: today.sub(f(goods.takeoverCost ?? 0)) };
}
