/**
 * @module policy/profit-terms
 *
 * What the profit of one credit policy is computed from.
 */
import type { BadDebtBase } from "../discount/plan-costs.ts";
import { investmentBaseShape } from "../cost/investment-base.ts";
import type { InvestmentBase } from "../cost/investment-base.ts";
import type { Issue } from "../ground/errors.ts";
import { CreditError, issue } from "../ground/errors.ts";
import { ONE, sumOf } from "../ground/fraction.ts";
import type { Read, Terms } from "../ground/input.ts";
import { lazily } from "../ground/input.ts";
import {
  amount,
  days,
  list,
  object,
  optional,
  rate,
  withDefault,
  word,
} from "../ground/input-atoms.ts";
import type { InterestOptions } from "../ground/input-interest.ts";
import { interestRate, interestShape, refuseHighRates } from "../ground/input-interest.ts";
import type { Numeric } from "../ground/numeric.ts";
import type { List } from "../ground/rows.ts";

/** A part of the sales, by when and with what discount it is paid. */
export interface Collection {
  /** Share of the credit sales, from 0 to 1; all shares sum to 1. */
  readonly share: Numeric;
  /** The day on which it is paid, counted from the sale. */
  readonly day: Numeric;
  /** Discount taken, from 0 to 1; 0 by default. */
  readonly discountRate?: Numeric;
}

/** A credit policy: what is sold, when it is paid, what is lost and spent. */
export interface SalesPolicy {
  /** Credit sales of a year. Money, at least 0. */
  readonly creditSales: Numeric;
  /** Variable cost as a share of sales, from 0 to 1. */
  readonly variableCostRate: Numeric;
  /** When which share is paid; the shares sum to 1. */
  readonly collections: List<Collection>;
  /** Bad debts as a share of sales, from 0 to 1; or state `badDebt`. */
  readonly badDebtRate?: Numeric;
  /** Bad debts as an amount; or state `badDebtRate`. */
  readonly badDebt?: Numeric;
  /** What `badDebtRate` is a share of: all sales (default), or those paid without discount. */
  readonly badDebtBase?: BadDebtBase;
  /** Cost of collecting a year. Money, at least 0; 0 by default. */
  readonly collectionCost?: Numeric;
  /** Cost of management a year. Money, at least 0; 0 by default. */
  readonly managementCost?: Numeric;
  /** Money tied up besides, in inventory for example. At least 0; 0 by default. */
  readonly otherInvestment?: Numeric;
}

/** What {@link policyProfit} needs. One currency throughout. */
export interface PolicyProfitInput extends SalesPolicy, InterestOptions {
  /** What the money tied up would earn a year. */
  readonly annualRate: Numeric;
  /** What of the receivables counts as invested: the price (default), or its variable cost. */
  readonly investmentBase?: InvestmentBase;
}

/** A {@link Collection}, for a schema. */
export const collectionSchema = () =>
  object({ share: rate(), day: days(), discountRate: withDefault(rate(), 0) });

/** A {@link BadDebtBase}, for a schema. */
export const badDebtBase = () => word("all-sales", "undiscounted-sales");

/** The fields of a {@link SalesPolicy}, for a schema. */
export const policyShape = () => ({
  creditSales: amount(),
  variableCostRate: rate(),
  collections: list(object({ share: rate(), day: days(), discountRate: withDefault(rate(), 0) }), {
    atLeast: 1,
    atMost: 1_000,
  }),
  badDebtRate: optional(rate()),
  badDebt: optional(amount()),
  badDebtBase: withDefault(badDebtBase(), "all-sales"),
  collectionCost: withDefault(amount(), 0),
  managementCost: withDefault(amount(), 0),
  otherInvestment: withDefault(amount(), 0),
});

/** The fields around a policy, for a schema. */
export const policyRatesShape = () => ({
  annualRate: interestRate(),
  ...interestShape(),
  investmentBase: investmentBaseShape().investmentBase,
});

/** The schema of {@link PolicyProfitInput}. */
export const policyProfitSchema = lazily(() => object({ ...policyShape(), ...policyRatesShape() }));

/** What a policy's profit is computed from. */
export type PolicyTerms = Read<Terms<ReturnType<typeof policyProfitSchema>>>;

/** Refuses what no one field shows; `path` is where the policy stands. */
export function requirePolicy(fn: string, terms: PolicyTerms, path = ""): void {
  const { collections, badDebtRate, badDebt, badDebtBase } = terms;
  const at = path === "" ? "" : `${path}.`;
  const issues: Issue[] = [];
  if (!sumOf(collections.map(({ share }) => share)).equals(ONE)) {
    issues.push(issue(`${at}collections`, "must have shares that sum to 1"));
  }
  if (badDebtRate && badDebt) {
    issues.push(issue(`${at}badDebt`, "must be left out beside `badDebtRate`"));
  }
  if (!badDebtRate && !badDebt) {
    issues.push(issue(`${at}badDebtRate`, "must be given, or `badDebt`"));
  }
  if (badDebt && badDebtBase !== "all-sales") {
    issues.push(issue(`${at}badDebtBase`, "must be left out beside `badDebt`", badDebtBase));
  }
  if (issues.length > 0) throw new CreditError("invalid_input", fn, issues);
  refuseHighRates(fn, { [`${at}annualRate`]: terms.annualRate }, terms.allowHighRate);
}
