/**
 * @module dso/aging-buckets
 *
 * Aging DSO: what is open of each period's sales, counted in days of that period's own daily sales.
 *
 * The most exact of the three methods, and the only one that needs to know which months the open
 * amounts come from. Where only totals are known, countback (`dso/countback`) assumes that the
 * oldest sales were paid first; the period average (`dso/period-average`) assumes nothing and says
 * least.
 */
import { CreditError, issue } from "../ground/errors.ts";
import type { Absent, AbsentReason, Figure } from "../ground/figure.ts";
import { absent, figure, present } from "../ground/figure.ts";
import { Fraction, sumOf, ZERO } from "../ground/fraction.ts";
import type { Terms } from "../ground/input.ts";
import { lazily, read } from "../ground/input.ts";
import { object, withDefault } from "../ground/input-atoms.ts";
import { salesPeriods } from "../ground/input-periods.ts";
import type { ReadPeriod, SalesPeriod } from "../ground/periods.ts";
import type { List } from "../ground/rows.ts";
import type { DayBasis } from "./day-basis.ts";
import { dayBasisWord, daysOn } from "./day-basis.ts";
import type { TaxBasis, TaxBasisInput } from "./tax-basis.ts";
import { taxBasisOf, taxBasisShape, taxCaveats, withoutTax } from "./tax-basis.ts";

/** What {@link dsoAgingBuckets} needs. One currency throughout. */
export interface DsoAgingBucketsInput extends TaxBasisInput {
  /** Credit sales by period, each with what is still `outstanding` of them. */
  readonly periods: List<SalesPeriod>;
  /** Days by the `calendar` (default), or 30 a month: the "sales weighted DSO" of some. */
  readonly dayBasis?: DayBasis;
}

/** One period of {@link DsoAgingBuckets}. */
export interface AgingBucketRow {
  /** The period as given. */
  readonly period: string;
  /** Its credit sales. */
  readonly sales: string | Figure;
  /** Its days. */
  readonly days: string;
  /** What is outstanding of its sales. */
  readonly outstanding: string | Figure;
  /** Days of this period's sales that are outstanding. */
  readonly counted: string;
}

/** Aging DSO in days. */
export type DsoAgingBuckets = Figure<
  "dso/aging-buckets",
  {
    /** The tax taken out of what is outstanding; 0 where none was. */
    readonly taxRate: string | Figure;
    /** `receivables-with-tax`, `same` or `not-stated`. */
    readonly taxBasis: string;
    /** `calendar` or `30`. */
    readonly dayBasis: string;
    /** The periods as given. */
    readonly periods: readonly AgingBucketRow[];
  }
>;

/** The schema of {@link DsoAgingBucketsInput}. */
export const dsoAgingBucketsSchema = lazily(() =>
  object({
    periods: salesPeriods(),
    dayBasis: withDefault(dayBasisWord(), "calendar"),
    ...taxBasisShape(),
  }),
);

type SchemaTerms = Terms<ReturnType<typeof dsoAgingBucketsSchema>>;

/** What {@link agingBuckets} computes from: periods already read; `dayBasis` may be left out. */
export type AgingBucketsTerms = Omit<SchemaTerms, "dayBasis"> &
  Partial<Pick<SchemaTerms, "dayBasis">>;

/**
 * Days sales outstanding by the age of what is open (账龄分类法): the open amount of each month
 * over that month's daily sales, summed.
 *
 * Use it wherever receivables are known by month of sale. Without that, {@link dsoCountback} comes
 * nearest to it; {@link dsoComparison} shows month by month why the two differ.
 *
 * @formula DSO = Σ outstanding ÷ (1 + taxRate) ÷ sales × days
 * @units money in one currency in; days out
 *
 * @param input - Sales and outstanding by period: ascending, without gap or repeat. What is
 *   outstanding may be negative in a month whose credits exceed it.
 * @returns The DSO, with the days of every period in `inputs.periods`.
 *
 * @throws {@link CreditError} `invalid_input`: a field is missing, unknown or no plain decimal, or
 *   the periods are out of order; all faults are listed.
 * @throws {@link CreditError} `not_defined`: something is outstanding of a period without sales
 *   above 0, or everything outstanding together is a credit balance.
 *
 * @source "3+1" deck, slide 68. It prints 64.48 because it adds rounded cells, one of them wrong
 *   (4.73 for 85 ÷ 18 = 4.7222); the exact sum is 276109/4284 = 64.4512.
 *
 * @example Two months of slide 68
 * ```ts
 * const dso = dsoAgingBuckets({
 *   periods: [
 *     { period: "2001-05", sales: 434_000, outstanding: 310_000 },
 *     { period: "2001-06", sales: 630_000, outstanding: 600_000 },
 *   ],
 *   sameTaxBasis: true,
 * });
 * dso.value.toFixed(4); // => "50.7143"
 * dso.inputs.periods[0]?.outstanding; // => "310000"
 * ```
 */
export function dsoAgingBuckets(input: DsoAgingBucketsInput): DsoAgingBuckets {
  const terms = read("dsoAgingBuckets", dsoAgingBucketsSchema, input);
  requireOutstanding("dsoAgingBuckets", terms.periods);
  return present("dsoAgingBuckets", agingBuckets(terms));
}

/** The figure, or why there is none: for tables, which do not throw. */
export function agingBuckets(
  terms: AgingBucketsTerms,
): DsoAgingBuckets | Absent<"dso/aging-buckets"> {
  const { periods, dayBasis = "calendar" } = terms;
  const basis = taxBasisOf("dsoAgingBuckets", terms);
  const rows = periods.map((period) => bucketRow(period, dayBasis));
  const refusal = refusalOf(periods);
  if (refusal) {
    const given = { ...basis, dayBasis, periods: rows };
    return absent("dso/aging-buckets", "days", given, refusal.code, refusal.message);
  }
  const dso = sumOf(rows.map((row) => daysOutstanding(row, basis)));
  const inputs = () => ({
    ...basis,
    dayBasis,
    periods: rows.map((row) => ({ ...row, counted: daysOutstanding(row, basis) })),
  });
  return figure("dso/aging-buckets", dso, "days", inputs, { caveats: taxCaveats(basis) });
}

/** Days of a period's sales that are outstanding; where nothing is outstanding, none. */
export function daysOutstanding(
  { sales, days, outstanding }: Pick<ReadPeriod, "sales" | "days" | "outstanding">,
  basis: TaxBasis,
): Fraction {
  if (!outstanding || outstanding.isZero) return ZERO;
  return withoutTax(outstanding, basis).over(sales).times(Fraction.whole(days));
}

function bucketRow(each: ReadPeriod, dayBasis: DayBasis) {
  const { period, sales, outstanding } = each;
  return { period, sales, days: daysOn(dayBasis, each), outstanding };
}

/** Why these periods have no aging DSO, if they have none. */
function refusalOf(periods: readonly ReadPeriod[]): AbsentReason | undefined {
  let total = ZERO;
  for (const { period, sales, outstanding } of periods) {
    if (!outstanding) {
      return { code: "not_defined", message: `what is outstanding of ${period} is not given` };
    }
    if (!outstanding.isZero && sales.sign <= 0) {
      const message = `${period} has something outstanding and no sales above 0`;
      return { code: "not_defined", message };
    }
    total = total.plus(outstanding);
  }
  const isCredit = total.sign < 0;
  return isCredit
    ? { code: "credit_balance", message: "what is outstanding is a credit balance" }
    : undefined;
}

/** Refuses every period that does not say what is outstanding. */
function requireOutstanding(fn: string, periods: readonly ReadPeriod[]): void {
  const issues = periods.flatMap(({ outstanding }, index) =>
    outstanding ? [] : [issue(`periods[${index}].outstanding`, "must be given")],
  );
  if (issues.length > 0) throw new CreditError("invalid_input", fn, issues);
}
