/**
 * @module policy/comparison
 *
 * Several credit policies by the profit they leave, within what the firm can bear.
 */
import { asTerm } from "../ground/exact.ts";
import type { Absent, Figure } from "../ground/figure.ts";
import { absent, figure, isAbsent } from "../ground/figure.ts";
import type { Fraction } from "../ground/fraction.ts";
import { refuse } from "../ground/errors.ts";
import type { Read, Terms } from "../ground/input.ts";
import { lazily, read } from "../ground/input.ts";
import { amount, days, object, optional, rate, list } from "../ground/input-atoms.ts";
import { byName } from "../ground/input-variants.ts";
import type { Numeric } from "../ground/numeric.ts";
import type { PolicyProfit } from "./profit.ts";
import { profitOf } from "./profit.ts";
import type { SalesPolicy, PolicyProfitInput, PolicyTerms } from "./profit-terms.ts";
import {
  badDebtBase,
  collectionSchema,
  policyProfitSchema,
  requirePolicy,
} from "./profit-terms.ts";

/** What the firm can bear; a plan beyond any of it cannot be the best. */
export interface PolicyConstraints {
  /** The average collection days may not be above this. */
  readonly maxDso?: Numeric;
  /** Bad debts as a share of credit sales may not be above this. */
  readonly maxBadDebtRate?: Numeric;
  /** The pool of money: the investment in receivables may not be above this. */
  readonly pool?: Numeric;
}

/** What {@link policyComparison} needs. */
export interface PolicyComparisonInput {
  /** The policy as it is: it competes with the plans. */
  readonly base: PolicyProfitInput;
  /** The plans by names of your own. What a plan does not state is as in the base. */
  readonly plans: Readonly<Record<string, Partial<SalesPolicy>>>;
  /** What the firm can bear. */
  readonly constraints?: PolicyConstraints;
}

/** A policy and what it breaks. */
export interface ComparedPolicy extends PolicyProfit {
  /** Bad debts as a share of credit sales; absent where nothing is sold. */
  readonly badDebtShare: Figure<"policy/bad-debt-share"> | Absent<"policy/bad-debt-share">;
  /** The constraints that it breaks, by name; empty where it keeps them. */
  readonly breaks: readonly (keyof PolicyConstraints)[];
}

/** A plan, and what it brings more than the policy as it is. */
export interface ComparedPlan extends ComparedPolicy {
  /** Profit after the cost of credit, less that of the base. */
  readonly gain: Figure<"policy/profit-gain">;
}

/** The policies compared. */
export interface PolicyComparison {
  /** The policy as it is. */
  readonly base: ComparedPolicy;
  /** The plans, by the caller's names. */
  readonly plans: Readonly<Record<string, ComparedPlan>>;
  /**
   * The most profitable of those that keep the constraints: names of plans, or `base`; more than
   * one where they are equal, none where every policy breaks a constraint.
   */
  readonly best: readonly string[];
}

/** The schema of {@link PolicyComparisonInput}. */
export const policyComparisonSchema = lazily(() =>
  object({
    base: policyProfitSchema(),
    plans: byName(
      object({
        creditSales: optional(amount()),
        variableCostRate: optional(rate()),
        collections: optional(list(collectionSchema(), { atLeast: 1, atMost: 1_000 })),
        badDebtRate: optional(rate()),
        badDebt: optional(amount()),
        badDebtBase: optional(badDebtBase()),
        collectionCost: optional(amount()),
        managementCost: optional(amount()),
        otherInvestment: optional(amount()),
      }),
    ),
    constraints: optional(
      object({
        maxDso: optional(days()),
        maxBadDebtRate: optional(rate()),
        pool: optional(amount()),
      }),
    ),
  }),
);

type ComparisonTerms = Read<Terms<ReturnType<typeof policyComparisonSchema>>>;
type Constraints = NonNullable<ComparisonTerms["constraints"]>;

const FN = "policyComparison";
const BASE = "base";

/**
 * Policies compared by profit (利润对比法): what each plan brings more than the policy as it is, and
 * which is the best of those that the firm can bear.
 *
 * Use it where all is known of every policy. To keep things as they are competes: where no plan
 * brings more, the best is `base`. A plan that breaks a constraint is computed and marked, and
 * cannot be the best. One policy is {@link policyProfit}; where only a change is known see
 * {@link marginalAnalysis}.
 *
 * @formula gain = profitAfterCreditCost of the plan − that of the base; best = the greatest
 *   profitAfterCreditCost among those with averageCollectionDays ≤ maxDso, bad debts ÷ creditSales
 *   ≤ maxBadDebtRate and investment ≤ pool
 * @units as {@link policyProfit}
 *
 * @param input - The base whole; of each plan what differs; and the constraints. Equality keeps a
 *   constraint.
 * @returns Each policy with its profit, its gain and what it breaks, and the names of the best.
 *
 * @throws {@link CreditError} `invalid_input`: as {@link policyProfit}, with the plan's name in the
 *   path; a plan called `base`.
 *
 * @source "3+1" deck, slides 53, 57 and 86 (bad debts at most 2 %, DSO at most 50 days).
 *
 * @example Longer terms sell more, and tie up more than there is
 * ```ts
 * const { plans, best } = policyComparison({
 *   base: {
 *     creditSales: 800,
 *     variableCostRate: "0.85",
 *     collections: [{ share: 1, day: 65 }],
 *     badDebtRate: "0.03",
 *     annualRate: "0.12",
 *   },
 *   plans: {
 *     longer: { creditSales: 1200, collections: [{ share: 1, day: 75 }], managementCost: 8 },
 *     shorter: { creditSales: 780, collections: [{ share: 1, day: 40 }], badDebtRate: "0.02" },
 *   },
 *   constraints: { pool: 200 },
 * });
 * plans["longer"]?.gain.value.toFixed(2); // => "27.51"
 * plans["longer"]?.breaks; // => ["pool"]
 * best; // => ["shorter"]
 * ```
 */
export function policyComparison(input: PolicyComparisonInput): PolicyComparison {
  const terms = read(FN, policyComparisonSchema, input);
  const { constraints = {}, currency } = terms;
  // Its own, even where there is none: the host may have set `Object.prototype.currency`.
  const baseTerms = { ...terms.base, currency } as PolicyTerms;
  requirePolicy(FN, baseTerms, BASE);
  const base = compared(baseTerms, constraints);
  const plans = terms.plans.map(([name, plan]): readonly [string, ComparedPlan] => {
    if (name === BASE) refuse(FN, "plans.base", "must have another name: `base` is kept as it is");
    const planTerms = planOf(baseTerms, plan);
    requirePolicy(FN, planTerms, `plans.${name}`);
    const policy = compared(planTerms, constraints);
    return [name, { ...policy, gain: gainOf(policy, base, currency) }];
  });
  return { base, plans: Object.fromEntries(plans), best: bestOf([[BASE, base], ...plans]) };
}

type PlanTerms = ComparisonTerms["plans"][number][1];

/** The base with what the plan states; bad debts stated one way replace those stated the other. */
function planOf(base: PolicyTerms, plan: PlanTerms): PolicyTerms {
  const stated = Object.entries(plan).filter(([, value]) => value !== undefined);
  const replaced = plan.badDebt
    ? { badDebtRate: undefined, badDebtBase: "all-sales" }
    : { badDebt: plan.badDebtRate ? undefined : base.badDebt };
  return { ...base, ...replaced, ...Object.fromEntries(stated) } as PolicyTerms;
}

function compared(terms: PolicyTerms, constraints: Constraints): ComparedPolicy {
  const profit = profitOf(terms);
  const badDebtShare = badDebtShareOf(profit, terms.creditSales);
  const limits = [
    ["maxDso", profit.averageCollectionDays],
    ["maxBadDebtRate", badDebtShare],
    ["pool", profit.investment],
  ] as const;
  const broken = limits.filter(([name, found]) => {
    const limit = constraints[name];
    return limit !== undefined && !isAbsent(found) && asTerm(found).compare(limit) > 0;
  });
  return { ...profit, badDebtShare, breaks: broken.map(([name]) => name) };
}

function badDebtShareOf(
  profit: PolicyProfit,
  creditSales: Fraction,
): ComparedPolicy["badDebtShare"] {
  const id = "policy/bad-debt-share";
  const badDebtCost = asTerm(profit.badDebtCost);
  const inputs = { badDebtCost, creditSales };
  if (creditSales.isZero) return absent(id, "fraction", inputs, "not_defined", "nothing is sold");
  return figure(id, badDebtCost.over(creditSales), "fraction", inputs);
}

function gainOf(
  plan: PolicyProfit,
  base: PolicyProfit,
  currency: string | undefined,
): ComparedPlan["gain"] {
  const planProfit = asTerm(plan.profitAfterCreditCost);
  const baseProfit = asTerm(base.profitAfterCreditCost);
  const gain = planProfit.minus(baseProfit);
  return figure("policy/profit-gain", gain, "money", { planProfit, baseProfit }, { currency });
}

/** The names of the most profitable policies that break nothing. */
function bestOf(policies: readonly (readonly [string, ComparedPolicy])[]): string[] {
  let most: Fraction | undefined;
  let names: string[] = [];
  for (const [name, { breaks, profitAfterCreditCost }] of policies) {
    if (breaks.length > 0) continue;
    const profit = asTerm(profitAfterCreditCost);
    const order = most ? profit.compare(most) : 1;
    if (order === 0) names.push(name);
    if (order > 0) [names, most] = [[name], profit];
  }
  return names;
}
