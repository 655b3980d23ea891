/**
 * @module dso/countback
 *
 * Countback DSO: receivables are covered with the sales of the newest period, then of the one
 * before, and so on; the DSO is the days that it takes.
 *
 * It answers how recent collections went: sales that were paid long ago no longer move it. The
 * period average (`dso/period-average`) compares with published figures; the aging method
 * (`dso/aging-buckets`) knows which months the open amounts come from instead of assuming it.
 */
import type { Absent, Figure } from "../ground/figure.ts";
import { absent, figure, present } from "../ground/figure.ts";
import { sumOf } from "../ground/fraction.ts";
import type { Read, Terms } from "../ground/input.ts";
import { lazily, read } from "../ground/input.ts";
import { amount, object, withDefault, word } from "../ground/input-atoms.ts";
import { salesPeriods } from "../ground/input-periods.ts";
import type { Numeric } from "../ground/numeric.ts";
import { toText } from "../ground/numeric.ts";
import type { SalesPeriod } from "../ground/periods.ts";
import type { List } from "../ground/rows.ts";
import { extrapolated, uncoveredReceivables } from "./countback-beyond.ts";
import type { CountbackRules, NegativeSales, ZeroSales } from "./countback-rules.ts";
import { countbackRulesShape, hasNegativeSales, refuseNegativeSales } from "./countback-rules.ts";
import type { Walk } from "./countback-walk.ts";
import { walkBack } from "./countback-walk.ts";
import type { TaxBasisInput } from "./tax-basis.ts";
import { taxBasisOf, taxBasisShape, taxCaveats, withoutTax } from "./tax-basis.ts";

/** What to answer where the history cannot cover the receivables. */
export type WhenExhausted = "refuse" | "lower-bound" | "oldest-rate" | "mean-rate";

/** What {@link dsoCountback} needs. One currency throughout. */
export interface DsoCountbackInput extends CountbackRules, TaxBasisInput {
  /** Open receivables at the end of the newest period. Money, at least 0. */
  readonly receivables: Numeric;
  /** Credit sales by period: ascending, without gap or repeat; `outstanding` is not used. */
  readonly periods: List<SalesPeriod>;
  /**
   * Receivables beyond all sales of the history: refused (`refuse`, default); answered with the
   * days of the history as a lower bound (`lower-bound`); or extrapolated at the daily sales of
   * the oldest period walked that has sales (`oldest-rate`), or of all days counted
   * (`mean-rate`).
   */
  readonly whenExhausted?: WhenExhausted;
}

/** The ids that a countback answers with. */
export type CountbackId = "dso/countback" | "dso/countback-at-least" | "dso/countback-extrapolated";

/** One period of {@link DsoCountback}'s `walk`, newest first. */
export interface CountbackRow {
  /** The period as given. */
  readonly period: string;
  /** Its credit sales. */
  readonly sales: string | Figure;
  /** Its days. */
  readonly days: string;
  /** Sales less the returns that the period after this one could not take. */
  readonly net: string;
  /** Receivables still to be covered here. */
  readonly remaining: string;
  /** What of them these sales cover. */
  readonly consumed: string;
  /** Days that this period counts. */
  readonly counted: string;
  /** Extrapolated only: days beyond the history, counted at the daily sales of this period. */
  readonly beyond?: string;
}

/** Countback DSO in days. */
export type DsoCountback = Figure<
  CountbackId,
  {
    /** The receivables as given. */
    readonly receivables: string | Figure;
    /** The tax taken out of them; 0 where none was. */
    readonly taxRate: string | Figure;
    /** `receivables-with-tax`, `same` or `not-stated`. */
    readonly taxBasis: string;
    /** What periods without sales did. */
    readonly zeroSales: ZeroSales;
    /** What periods with negative sales did. */
    readonly negativeSales: NegativeSales;
    /** What was to happen where the history is too short. */
    readonly whenExhausted: WhenExhausted;
    /** `calendar` or `30`. */
    readonly dayBasis: string;
    /** The periods walked, newest first. */
    readonly walk: readonly CountbackRow[];
    /** Receivables that the history does not cover; not in a plain `dso/countback`. */
    readonly uncovered?: Figure<"dso/countback-uncovered">;
  }
>;

/** The schema of {@link DsoCountbackInput}. */
export const dsoCountbackSchema = lazily(() =>
  object({
    receivables: amount(),
    periods: salesPeriods(),
    whenExhausted: withDefault(word("refuse", "lower-bound", "oldest-rate", "mean-rate"), "refuse"),
    ...countbackRulesShape(),
    ...taxBasisShape(),
  }),
);

/** What {@link countback} computes from: periods already read, every option stated. */
export type CountbackTerms = Read<Terms<ReturnType<typeof dsoCountbackSchema>>>;

/**
 * Days sales outstanding by countback (倒推法): how many days of the newest sales it takes to
 * cover the receivables.
 *
 * Use it to judge recent collections. Where the open amounts are known by month of sale, use
 * {@link dsoAgingBuckets}; to compare with published figures, {@link dsoPeriodAverage}. The walk
 * ends as soon as nothing remains, so a month without sales beyond that point never counts.
 *
 * @formula DSO = Σ days of the periods covered whole + remainder ÷ sales × days of the last one
 * @units money in one currency in; days out
 *
 * @param input - Closing receivables (≥ 0), sales by period up to the same day, and what is to
 *   happen with months without sales, with returns, and where the history is too short.
 * @returns `dso/countback`; `dso/countback-at-least` where it is a lower bound and
 *   `dso/countback-extrapolated` where days beyond the history are estimated: both name the
 *   receivables that the history does not cover as `inputs.uncovered`. Receivables of 0 give 0.
 *
 * @throws {@link CreditError} `invalid_input`: a field is missing, unknown, or no plain decimal;
 *   receivables are negative; periods are not ascending, or leave a gap; sales are negative and
 *   `negativeSales` is `refuse`. All faults are listed.
 * @throws {@link CreditError} `history_too_short`: receivables exceed the sales walked and
 *   `whenExhausted` is `refuse`.
 * @throws {@link CreditError} `not_defined`: returns are to be netted and no period is left before
 *   them; or an extrapolation is asked and no period walked has sales.
 *
 * @source "3+1" deck, slide 67: by hand 30 + 31 + 5.3 = 66.3. The slide stops at a month with
 *   sales and says nothing of months without, of returns or of a short history; the options name
 *   the readings, and the defaults are ours.
 *
 * @example The half year of slide 67
 * ```ts
 * const dso = dsoCountback({
 *   receivables: 1_170_000,
 *   periods: [
 *     { period: "2001-03", sales: 558_000 },
 *     { period: "2001-04", sales: 600_000 },
 *     { period: "2001-05", sales: 434_000 },
 *     { period: "2001-06", sales: 630_000 },
 *   ],
 *   sameTaxBasis: true,
 * });
 * dso.value.toString(); // => "66.3"
 * dso.inputs.walk[2]?.consumed; // => "106000"
 * ```
 */
export function dsoCountback(input: DsoCountbackInput): DsoCountback {
  const terms = read("dsoCountback", dsoCountbackSchema, input);
  refuseNegativeSales("dsoCountback", terms.periods, terms.negativeSales);
  return present("dsoCountback", countback(terms));
}

/** The figure, or why there is none: for tables, which do not throw. */
export function countback(terms: CountbackTerms): DsoCountback | Absent<CountbackId> {
  const { receivables, periods, zeroSales, negativeSales, whenExhausted, dayBasis } = terms;
  const basis = taxBasisOf("dsoCountback", terms);
  const rules = { zeroSales, negativeSales, whenExhausted, dayBasis };
  const given = () => ({ receivables, ...basis, ...rules });
  if (receivables.sign < 0) {
    const reason = "receivables are a credit balance";
    return absent("dso/countback", "days", given, "credit_balance", reason);
  }
  const negative = negativeSales === "refuse" ? periods.find(hasNegativeSales) : undefined;
  if (negative) {
    const reason = `sales of ${negative.period} are negative`;
    return absent("dso/countback", "days", given, "not_defined", reason);
  }
  const walk = walkBack(withoutTax(receivables, basis), periods, terms);
  const caveats = taxCaveats(basis);
  const covered = sumOf(walk.rows.map(({ counted }) => counted));
  if (walk.end === "covered") {
    const inputs = () => ({ ...given(), walk: walk.rows });
    return figure("dso/countback", covered, "days", inputs, { caveats });
  }
  const uncovered = uncoveredReceivables(walk, receivables, basis, terms.currency);
  const inputs = () => ({ ...given(), walk: walk.rows, uncovered });
  if (walk.end === "returns-left") {
    const reason = `returns of ${walk.at} exceed its sales, and no period is before it`;
    return absent("dso/countback", "days", inputs, "not_defined", reason);
  }
  if (whenExhausted === "refuse") {
    return absent("dso/countback", "days", inputs, "history_too_short", shortfall(walk));
  }
  return whenExhausted === "lower-bound"
    ? figure("dso/countback-at-least", covered, "days", inputs, { caveats })
    : extrapolated(walk, whenExhausted, inputs, caveats);
}

function shortfall(walk: Walk): string {
  const where = walk.end === "stopped" ? `the walk stops at ${walk.at}` : "the history ends";
  return `${where} with receivables of ${toText(walk.uncovered)} still to cover`;
}
