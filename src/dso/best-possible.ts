/**
 * @module dso/best-possible
 *
 * Best possible DSO: what the DSO would be if everything past due were collected today.
 *
 * It is set by the credit terms, not by collections; what the DSO exceeds it by is the delay of the
 * customers (`averageDaysDelinquent`).
 */
import { CreditError, issue } from "../ground/errors.ts";
import type { Issue } from "../ground/errors.ts";
import type { Absent, Figure } from "../ground/figure.ts";
import { absent, exactOf, figure, isAbsent, present } from "../ground/figure.ts";
import type { Fraction } from "../ground/fraction.ts";
import { ZERO } from "../ground/fraction.ts";
import type { Read, Terms } from "../ground/input.ts";
import { lazily, read } from "../ground/input.ts";
import { amount, days, object, optional } from "../ground/input-atoms.ts";
import { salesPeriods } from "../ground/input-periods.ts";
import type { Numeric } from "../ground/numeric.ts";
import type { ReadPeriod, SalesPeriod } from "../ground/periods.ts";
import type { List } from "../ground/rows.ts";
import { countback } from "./countback.ts";
import type { CountbackRules } from "./countback-rules.ts";
import { optionalRulesShape, refuseNegativeSales } from "./countback-rules.ts";
import type { TaxBasisInput } from "./tax-basis.ts";
import { taxBasisOf, taxBasisShape, taxCaveats, withoutTax } from "./tax-basis.ts";

/** What {@link dsoBestPossible} needs for the period average. */
export interface DsoBestPossibleAverageInput extends TaxBasisInput {
  /** Receivables not yet past due. Money, at least 0. */
  readonly currentReceivables: Numeric;
  /** Credit sales of the period. Money, at least 0; 0 has no DSO. */
  readonly sales: Numeric;
  /** Days of the period, more than 0. */
  readonly days: Numeric;
  /** Left out: totals have no periods. */
  readonly periods?: never;
  /** Left out: a rule of the countback. */
  readonly zeroSales?: never;
  /** Left out: a rule of the countback. */
  readonly negativeSales?: never;
  /** Left out: a rule of the countback. */
  readonly dayBasis?: never;
}

/** What {@link dsoBestPossible} needs for a countback. */
export interface DsoBestPossibleCountbackInput extends CountbackRules, TaxBasisInput {
  /** Receivables not yet past due. Money, at least 0. */
  readonly currentReceivables: Numeric;
  /** Credit sales by period: ascending, without gap or repeat; `outstanding` is not used. */
  readonly periods: List<SalesPeriod>;
  /** Left out: the periods have their sales. */
  readonly sales?: never;
  /** Left out: the periods have their days. */
  readonly days?: never;
}

/** What {@link dsoBestPossible} needs: the totals of one period, or sales by period. */
export type DsoBestPossibleInput = DsoBestPossibleAverageInput | DsoBestPossibleCountbackInput;

/** Best possible DSO in days. */
export type DsoBestPossible = Figure<"dso/best-possible" | "dso/best-possible-countback">;

/** The schema of {@link DsoBestPossibleInput}, both ways in one. */
export const dsoBestPossibleSchema = lazily(() =>
  object({
    currentReceivables: amount(),
    sales: optional(amount()),
    days: optional(days({ above: ZERO })),
    periods: optional(salesPeriods()),
    ...optionalRulesShape(),
    ...taxBasisShape(),
  }),
);

type BestPossibleTerms = Read<Terms<ReturnType<typeof dsoBestPossibleSchema>>>;

/**
 * Best possible DSO (最佳可能 DSO): days of sales in receivables that are not past due.
 *
 * Take it by the method of the DSO it is compared with: `sales` and `days` beside
 * {@link dsoPeriodAverage}, `periods` beside {@link dsoCountback}.
 *
 * @formula best possible DSO = currentReceivables ÷ (1 + taxRate) ÷ sales × days, or the countback
 *   of currentReceivables over periods
 * @units money in one currency in; days out
 *
 * @param input - Receivables not past due (≥ 0), and either sales (> 0) and days of one period, or
 *   sales by period with the rules of a countback.
 * @returns `dso/best-possible`, or `dso/best-possible-countback` with the countback nested.
 *
 * @throws {@link CreditError} `invalid_input`: a field is missing, unknown, negative or no plain
 *   decimal, or fields of both ways are given; all faults are listed.
 * @throws {@link CreditError} `not_defined`: credit sales are 0.
 * @throws {@link CreditError} `history_too_short`: the periods do not cover what is not past due.
 *
 * @source Credit Research Foundation, "best possible DSO"; the countback form is ours.
 *
 * @example A quarter with 600 of 1,170 not past due
 * ```ts
 * const best = dsoBestPossible({
 *   currentReceivables: 600,
 *   sales: 1664,
 *   days: 91,
 *   sameTaxBasis: true,
 * });
 * best.value.toString(); // => "32.8125"
 * ```
 */
export function dsoBestPossible(input: DsoBestPossibleInput): DsoBestPossible {
  const terms = read("dsoBestPossible", dsoBestPossibleSchema, input);
  requireOneWay(terms);
  if (!terms.periods) return present("dsoBestPossible", byAverage(terms));
  refuseNegativeSales("dsoBestPossible", terms.periods, terms.negativeSales ?? "refuse");
  return present("dsoBestPossible", byCountback(terms, terms.periods));
}

function byAverage(terms: BestPossibleTerms): DsoBestPossible | Absent<"dso/best-possible"> {
  const { currentReceivables, sales, days } = terms;
  const basis = taxBasisOf("dsoBestPossible", terms);
  const inputs = { currentReceivables, sales, days, ...basis };
  if (!sales || !days || sales.isZero) {
    return absent("dso/best-possible", "days", inputs, "not_defined", "credit sales are 0");
  }
  const best = withoutTax(currentReceivables, basis).over(sales).times(days);
  return figure("dso/best-possible", best, "days", inputs, { caveats: taxCaveats(basis) });
}

function byCountback(
  terms: BestPossibleTerms,
  periods: ReadPeriod[],
): DsoBestPossible | Absent<"dso/best-possible-countback"> {
  const { currentReceivables, zeroSales, negativeSales, dayBasis } = terms;
  const ofCurrent = countback({
    ...terms,
    receivables: currentReceivables,
    periods,
    whenExhausted: "refuse",
    zeroSales: zeroSales ?? "count-days",
    negativeSales: negativeSales ?? "refuse",
    dayBasis: dayBasis ?? "calendar",
  });
  const inputs = { countback: ofCurrent };
  if (isAbsent(ofCurrent)) {
    const { code, message } = ofCurrent.reason;
    return absent("dso/best-possible-countback", "days", inputs, code, message);
  }
  const caveats = taxCaveats(taxBasisOf("dsoBestPossible", terms));
  const best = exactOf(ofCurrent) as Fraction;
  return figure("dso/best-possible-countback", best, "days", inputs, { caveats });
}

/** The totals of one period, or sales by period: not both, and nothing that the other needs. */
function requireOneWay(terms: BestPossibleTerms): void {
  const hasPeriods = terms.periods !== undefined;
  const issues: Issue[] = [];
  for (const key of ["sales", "days"] as const) {
    if (hasPeriods && terms[key]) issues.push(issue(key, "must be left out beside `periods`"));
    if (!hasPeriods && !terms[key]) issues.push(issue(key, "must be given, or `periods`"));
  }
  for (const key of ["zeroSales", "negativeSales", "dayBasis"] as const) {
    const isIdle = !hasPeriods && terms[key] !== undefined;
    if (isIdle) issues.push(issue(key, "must be left out without `periods`", terms[key]));
  }
  if (issues.length > 0) throw new CreditError("invalid_input", "dsoBestPossible", issues);
}
