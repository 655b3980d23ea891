/**
 * @module policy/security
 *
 * One receivable, and the ways to secure it or to turn it into cash: what each costs.
 */
import { effectiveRate } from "../discount/annual-rate.ts";
import { asTerm } from "../ground/exact.ts";
import type { Absent, Figure } from "../ground/figure.ts";
import { absent, figure } from "../ground/figure.ts";
import type { Fraction } from "../ground/fraction.ts";
import { sumOf } from "../ground/fraction.ts";
import { read } from "../ground/input.ts";
import type { Debt, SecurityCosts } from "./security-costs.ts";
import { securityCosts } from "./security-costs.ts";
import type { OptionTerms, SecurityComparisonInput } from "./security-terms.ts";
import { NOTHING, requireSecurity, securityComparisonSchema } from "./security-terms.ts";

/** One way, whole. */
export interface ComparedSecurity extends SecurityCosts {
  /** Fee, interest, waiting and the loss kept. */
  readonly totalCost: Figure<"policy/security-total-cost">;
  /**
   * The cost a year by simple interest, on what the receivable is worth that way; absent where it
   * costs as much as the receivable or more.
   */
  readonly simpleRate:
    Figure<"policy/security-simple-rate"> | Absent<"policy/security-simple-rate">;
  /** The same by compound interest. */
  readonly effectiveRate:
    Figure<"policy/security-effective-rate"> | Absent<"policy/security-effective-rate">;
  /** 1 for the cheapest; those that cost the same have the same rank, and the next is skipped. */
  readonly rank: number;
}

/** The ways compared. */
export interface SecurityComparison {
  /** To wait until the customer pays. */
  readonly nothing: ComparedSecurity;
  /** The ways, by the caller's names. */
  readonly options: Readonly<Record<string, ComparedSecurity>>;
  /** The names of the cheapest, `nothing` among them; more than one where they cost the same. */
  readonly best: readonly string[];
}

const FN = "securityComparison";

/**
 * Securing a receivable (应收账款保障): what factoring, the discounting of a bill, insurance, a
 * guarantee, instalments and doing nothing cost on one receivable, what loss each leaves, and the
 * cash that each brings today.
 *
 * Use it before shipping on a large receivable. The cheapest way is not the best for who needs the
 * cash or cannot bear the loss: `cashToday` and `lossKept` say so. For the discount that a customer
 * takes for paying early see {@link discountAnnualRate}, for the loss alone {@link expectedLoss}.
 *
 * The reading: costs are added as they fall, without interest on interest. A financier takes fee
 * and interest today; a bank's discount is on the face of the bill. The share that does not come
 * today waits at your own rate until the customer pays. Without recourse the financier bears the
 * loss on the whole receivable. The first loss is borne first, the covered share is of what is
 * above it, and the indemnity waits `waitingDays` longer. An instalment of today is not exposed;
 * the interest of the others is earned. What is not lost of a default is taken to come in time.
 *
 * @formula totalCost = fee + interest + waitingCost + lossKept; simpleRate = totalCost ÷
 *   (receivable − totalCost) × yearDays ÷ days; effectiveRate = (receivable ÷ (receivable −
 *   totalCost)) ^ (yearDays ÷ days) − 1; without security waitingCost = receivable × days ×
 *   annualRate ÷ yearDays and lossKept = defaultProbability × lossGivenDefault × receivable
 * @units money, days and fractions in; money and rates a year out
 *
 * @param input - The receivable (above 0), its days (above 0), your rate, the risk, and the ways.
 * @returns Of each way every part, the rates and the rank; ties share a rank.
 *
 * @throws {@link CreditError} `invalid_input`: a field is missing, unknown or out of range; shares
 *   that do not sum to 1; a way called `nothing`; a rate above 1 without `allowHighRate`.
 *
 * @source ours, by the customs of each trade
 *
 * @example A million due in 90 days, 3 % of which are expected never to be paid
 * ```ts
 * const { nothing, options, best } = securityComparison({
 *   receivable: 1_000_000,
 *   days: 90,
 *   annualRate: "0.08",
 *   yearDays: 360,
 *   defaultProbability: "0.03",
 *   options: {
 *     factor: {
 *       kind: "factoring",
 *       advanceShare: "0.8",
 *       feeRate: "0.01",
 *       annualRate: "0.06",
 *       recourse: false,
 *     },
 *     insured: { kind: "insurance", premiumRate: "0.006", coverageShare: "0.9" },
 *   },
 * });
 * nothing.totalCost.value.toFixed(); // => "50000"
 * options["factor"]?.totalCost.value.toFixed(); // => "26000"
 * options["factor"]?.cashToday.value.toFixed(); // => "778000"
 * options["insured"]?.totalCost.value.toFixed(); // => "29000"
 * best; // => ["factor"]
 * ```
 */
export function securityComparison(input: SecurityComparisonInput): SecurityComparison {
  const terms = read(FN, securityComparisonSchema, input);
  requireSecurity(FN, terms);
  const { options, ...debt } = terms;
  const ways = [[NOTHING, undefined], ...options] as const;
  const answers = ways.map(([name, way]) => [name, answerOf(debt, way)] as const);
  const costs = answers.map(([, { totalCost }]) => asTerm(totalCost));
  const [[, nothing], ...ranked] = answers.map(([name, answer], at) => {
    return [name, { ...answer, rank: rankOf(costs[at] as Fraction, costs) }] as const;
  }) as [Ranked, ...Ranked[]];
  const best = [[NOTHING, nothing] as const, ...ranked].filter(([, { rank }]) => rank === 1);
  return { nothing, options: Object.fromEntries(ranked), best: best.map(([name]) => name) };
}

type Ranked = readonly [string, ComparedSecurity];

function rankOf(cost: Fraction, all: readonly Fraction[]): number {
  return 1 + all.filter((other) => other.compare(cost) < 0).length;
}

function answerOf(debt: Debt, option: OptionTerms | undefined): Omit<ComparedSecurity, "rank"> {
  const costs = securityCosts(debt, option);
  const parts = {
    fee: asTerm(costs.fee),
    interest: asTerm(costs.interest),
    waitingCost: asTerm(costs.waitingCost),
    lossKept: asTerm(costs.lossKept),
  };
  const total = sumOf(Object.values(parts));
  const { currency } = debt;
  const id = "policy/security-total-cost";
  const totalCost: ComparedSecurity["totalCost"] = figure(id, total, "money", parts, { currency });
  return { ...costs, totalCost, ...ratesOf(debt, totalCost) };
}

/** The cost a year, on what is left of the receivable. */
function ratesOf(
  { receivable, days, yearDays }: Debt,
  cost: Figure,
): Pick<ComparedSecurity, "simpleRate" | "effectiveRate"> {
  const totalCost = asTerm(cost);
  const inputs = { totalCost, receivable, days, yearDays };
  const worth = receivable.minus(totalCost);
  const [simple, effective] = [
    "policy/security-simple-rate",
    "policy/security-effective-rate",
  ] as const;
  if (worth.sign <= 0) {
    const reason = "it costs as much as the receivable, or more";
    return {
      simpleRate: absent(simple, "fraction", inputs, "not_defined", reason),
      effectiveRate: absent(effective, "fraction", inputs, "not_defined", reason),
    };
  }
  const perYear = yearDays.over(days);
  return {
    simpleRate: figure(simple, totalCost.over(worth).times(perYear), "fraction", inputs),
    effectiveRate: effectiveRate(effective, receivable.over(worth), perYear, inputs),
  };
}
