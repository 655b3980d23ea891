/**
 * @module performance/indicators
 *
 * The plain shares of the indicator method (指标达标法). Each names its denominator: the same words
 * stand for different quotients in different houses.
 */
import { refuse } from "../ground/errors.ts";
import type { Absent, Figure } from "../ground/figure.ts";
import { absent, figure, present } from "../ground/figure.ts";
import type { Fraction } from "../ground/fraction.ts";
import { ZERO } from "../ground/fraction.ts";
import { lazily, read } from "../ground/input.ts";
import { amount, numeric, object, word } from "../ground/input-atoms.ts";
import type { Numeric } from "../ground/numeric.ts";
import { toText } from "../ground/numeric.ts";

/** What {@link badDebtRate} needs. */
export interface BadDebtRateInput {
  /** What became a bad debt. Money, at least 0. */
  readonly badDebts: Numeric;
  /** What it is a share of. Money, at least 0. */
  readonly base: Numeric;
  /** What `base` is. */
  readonly of: "credit-sales" | "receivables" | "average-receivables";
}

/** The schema of {@link BadDebtRateInput}. */
export const badDebtRateSchema = lazily(() =>
  object({
    badDebts: amount(),
    base: amount(),
    of: word("credit-sales", "receivables", "average-receivables"),
  }),
);

/**
 * Bad-debt rate (坏账率): bad debts as a share of credit sales or of receivables.
 *
 * Use it beside a target; `badDebts` may be what was written off or what a rule calls bad, such as
 * what is 3 months past due.
 *
 * @formula badDebts ÷ base
 * @units money in one currency in; a fraction out
 *
 * @param input - The two amounts, of one period, and what the second is.
 * @returns The share; above 1 where the first amount is the greater.
 *
 * @throws {@link CreditError} `invalid_input`: a field is missing, unknown or negative.
 * @throws {@link CreditError} `not_defined`: base is 0.
 *
 * @source "3+1" deck, slides 53, 64 and 86; the definitions of slide 64 are lost
 *
 * @example
 * ```ts
 * badDebtRate({ badDebts: 166, base: 8300, of: "credit-sales" }).value.toFixed(); // => "0.02"
 * ```
 */
export function badDebtRate(input: BadDebtRateInput): Figure<"performance/bad-debt-rate"> {
  const terms = read("badDebtRate", badDebtRateSchema, input);
  const { badDebts, base, of } = terms;
  const inputs = { badDebts, base, of };
  return present("badDebtRate", share("performance/bad-debt-rate", badDebts, base, inputs));
}

/** What {@link recoverySuccessRate} needs. */
export interface RecoverySuccessRateInput {
  /** What was recovered. Money, at least 0. */
  readonly recovered: Numeric;
  /** Of what. Money, at least 0. */
  readonly base: Numeric;
  /** What `base` is. */
  readonly of: "overdue" | "placed";
}

/** The schema of {@link RecoverySuccessRateInput}. */
export const recoverySuccessRateSchema = lazily(() =>
  object({ recovered: amount(), base: amount(), of: word("overdue", "placed") }),
);

/**
 * Recovery success rate (追账成功率): what was recovered of what was overdue, or of what was placed
 * with a collector.
 *
 * Use it to compare collectors and years.
 *
 * @formula recovered ÷ base
 * @units money in one currency in; a fraction out
 *
 * @param input - The two amounts, of one period, and what the second is.
 * @returns The share; above 1 where the first amount is the greater.
 *
 * @throws {@link CreditError} `invalid_input`: a field is missing, unknown or negative.
 * @throws {@link CreditError} `not_defined`: base is 0.
 *
 * @source "3+1" deck, slides 53 and 64 (definitions lost); usual definition
 *
 * @example
 * ```ts
 * recoverySuccessRate({ recovered: 30, base: 120, of: "placed" }).value.toFixed(); // => "0.25"
 * ```
 */
export function recoverySuccessRate(
  input: RecoverySuccessRateInput,
): Figure<"performance/recovery-success-rate"> {
  const terms = read("recoverySuccessRate", recoverySuccessRateSchema, input);
  const { recovered, base, of } = terms;
  const inputs = { recovered, base, of };
  return present(
    "recoverySuccessRate",
    share("performance/recovery-success-rate", recovered, base, inputs),
  );
}

/** What {@link collectionRate} needs. */
export interface CollectionRateInput {
  /** What was collected. Money, at least 0. */
  readonly collected: Numeric;
  /** Of what. Money, at least 0. */
  readonly base: Numeric;
  /** What `base` is. */
  readonly of: "credit-sales" | "amounts-due";
}

/** The schema of {@link CollectionRateInput}. */
export const collectionRateSchema = lazily(() =>
  object({ collected: amount(), base: amount(), of: word("credit-sales", "amounts-due") }),
);

/**
 * Collection rate (资金回笼率): what was collected as a share of credit sales, or of what fell due.
 *
 * Use it where a house does; it does not see how long the money took: {@link dsoCountback} does.
 *
 * @formula collected ÷ base
 * @units money in one currency in; a fraction out
 *
 * @param input - The two amounts, of one period, and what the second is.
 * @returns The share; above 1 where the first amount is the greater.
 *
 * @throws {@link CreditError} `invalid_input`: a field is missing, unknown or negative.
 * @throws {@link CreditError} `not_defined`: base is 0.
 *
 * @source collection texts, which criticise the share of sales for ignoring time
 *
 * @example
 * ```ts
 * collectionRate({ collected: 90, base: 100, of: "amounts-due" }).value.toFixed(); // => "0.9"
 * ```
 */
export function collectionRate(input: CollectionRateInput): Figure<"performance/collection-rate"> {
  const terms = read("collectionRate", collectionRateSchema, input);
  const { collected, base, of } = terms;
  const inputs = { collected, base, of };
  return present("collectionRate", share("performance/collection-rate", collected, base, inputs));
}

/** What {@link managementCostRatio} needs. */
export interface ManagementCostRatioInput {
  /** What managing credit cost. Money, at least 0. */
  readonly managementCost: Numeric;
  /** What it is a share of. Money, at least 0. */
  readonly base: Numeric;
  /** What `base` is. */
  readonly of: "credit-sales" | "total-sales" | "receivables";
}

/** The schema of {@link ManagementCostRatioInput}. */
export const managementCostRatioSchema = lazily(() =>
  object({
    managementCost: amount(),
    base: amount(),
    of: word("credit-sales", "total-sales", "receivables"),
  }),
);

/**
 * Management cost ratio (管理成本率): the cost of credit management as a share of sales or
 * receivables.
 *
 * Use it beside other houses; the cost alone rises with sales.
 *
 * @formula managementCost ÷ base
 * @units money in one currency in; a fraction out
 *
 * @param input - The two amounts, of one period, and what the second is.
 * @returns The share; above 1 where the first amount is the greater.
 *
 * @throws {@link CreditError} `invalid_input`: a field is missing, unknown or negative.
 * @throws {@link CreditError} `not_defined`: base is 0.
 *
 * @source "3+1" deck, slide 102
 *
 * @example
 * ```ts
 * managementCostRatio({ managementCost: 30, base: 8300, of: "credit-sales" }).value.toFixed(4);
 * // => "0.0036"
 * ```
 */
export function managementCostRatio(
  input: ManagementCostRatioInput,
): Figure<"performance/management-cost-ratio"> {
  const terms = read("managementCostRatio", managementCostRatioSchema, input);
  const { managementCost, base, of } = terms;
  const inputs = { managementCost, base, of };
  return present(
    "managementCostRatio",
    share("performance/management-cost-ratio", managementCost, base, inputs),
  );
}

/** What {@link approvalRate} needs. */
export interface ApprovalRateInput {
  /** Applications approved, by number or by amount. */
  readonly approved: Numeric;
  /** All applications, counted alike. */
  readonly applications: Numeric;
}

/** The schema of {@link ApprovalRateInput}. */
export const approvalRateSchema = lazily(() =>
  object({
    approved: numeric("any", { atLeast: ZERO }),
    applications: numeric("any", { atLeast: ZERO }),
  }),
);

/**
 * Approval rate (信用申请批准率): approved applications as a share of all.
 *
 * Use it to see how strict the department is.
 *
 * @formula approved ÷ applications
 * @units amounts or counts in; a fraction out
 *
 * @param input - The two amounts, of one period.
 * @returns The share.
 *
 * @throws {@link CreditError} `invalid_input`: a field is missing, unknown or negative; `approved`
 *   exceeds `applications`.
 * @throws {@link CreditError} `not_defined`: applications is 0.
 *
 * @source "3+1" deck, slide 102
 *
 * @example
 * ```ts
 * approvalRate({ approved: 45, applications: 60 }).value.toFixed(2); // => "0.75"
 * ```
 */
export function approvalRate(input: ApprovalRateInput): Figure<"performance/approval-rate"> {
  const terms = read("approvalRate", approvalRateSchema, input);
  requireWithin("approvalRate", "approved", terms.approved, terms.applications);
  const { approved, applications } = terms;
  const inputs = { approved, applications };
  return present(
    "approvalRate",
    share("performance/approval-rate", approved, applications, inputs),
  );
}

/** What {@link creditSalesShare} needs. */
export interface CreditSalesShareInput {
  /** Credit sales. Money, at least 0. */
  readonly creditSales: Numeric;
  /** All sales. Money, at least 0. */
  readonly totalSales: Numeric;
}

/** The schema of {@link CreditSalesShareInput}. */
export const creditSalesShareSchema = lazily(() =>
  object({ creditSales: amount(), totalSales: amount() }),
);

/**
 * Share of credit sales (赊销比例): credit sales as a share of all sales.
 *
 * Use it beside a policy such as "60 to 70 % on credit".
 *
 * @formula creditSales ÷ totalSales
 * @units money in one currency in; a fraction out
 *
 * @param input - The two amounts, of one period.
 * @returns The share.
 *
 * @throws {@link CreditError} `invalid_input`: a field is missing, unknown or negative;
 *   `creditSales` exceeds `totalSales`.
 * @throws {@link CreditError} `not_defined`: totalSales is 0.
 *
 * @source "3+1" deck, slides 17 and 86
 *
 * @example
 * ```ts
 * creditSalesShare({ creditSales: 9100, totalSales: 14_000 }).value.toFixed(); // => "0.65"
 * ```
 */
export function creditSalesShare(
  input: CreditSalesShareInput,
): Figure<"performance/credit-sales-share"> {
  const terms = read("creditSalesShare", creditSalesShareSchema, input);
  requireWithin("creditSalesShare", "creditSales", terms.creditSales, terms.totalSales);
  const { creditSales, totalSales } = terms;
  const inputs = { creditSales, totalSales };
  return present(
    "creditSalesShare",
    share("performance/credit-sales-share", creditSales, totalSales, inputs),
  );
}

function share<Id extends string>(
  id: Id,
  part: Fraction,
  whole: Fraction,
  inputs: object,
): Figure<Id> | Absent<Id> {
  if (whole.sign <= 0) {
    return absent(id, "fraction", inputs, "not_defined", "what the share is of is 0");
  }
  return figure<Figure<Id>>(id, part.over(whole), "fraction", inputs);
}

function requireWithin(fn: string, path: string, part: Fraction, whole: Fraction): void {
  if (part.compare(whole) > 0) refuse(fn, path, `must be at most ${toText(whole)}`, toText(part));
}
