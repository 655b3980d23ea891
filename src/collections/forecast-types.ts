/**
 * @module collections/forecast-types
 *
 * What {@link cashForecast} is asked and answers, method by method.
 */
import type { DaysBeyondTerms } from "../aging/days-beyond-terms.ts";
import type { Figure } from "../ground/figure.ts";
import type { Numeric } from "../ground/numeric.ts";
import type { SalesPeriod } from "../ground/periods.ts";
import type { List, Rows } from "../ground/rows.ts";
import type { LedgerScope } from "../ledger/scope.ts";
import type { PlanBy } from "./due-periods.ts";
import type { Collectable } from "./open-by-age.ts";

/** What a forecast by each customer's own days late asks. */
export interface DaysLateForecastInput extends LedgerScope {
  /** Each item comes as late as its customer is used to pay. */
  readonly method: "days-late";
  /** The day at whose end items are open; nothing later is looked at. */
  readonly asOf: string;
  /** By calendar weeks (Monday to Sunday) or calendar months. */
  readonly by: PlanBy;
  /** How many weeks or months, the running one included; 12 unless stated. */
  readonly periods?: number;
  /** Months up to `asOf` whose payments show how late customers pay; 12 unless stated. */
  readonly months?: number;
}

/** What a forecast by a DSO target asks. */
export interface DsoTargetForecastInput extends LedgerScope {
  /** Receivables come down (or up) to so many days of each period's sales. */
  readonly method: "dso-target";
  /** The day at whose end receivables stand. */
  readonly asOf: string;
  /** The DSO to be reached at the end of every period. Days, at least 0. */
  readonly dso: Numeric;
  /** Planned sales, the first period beginning the day after `asOf`; with tax as the ledger has. */
  readonly sales: List<SalesPeriod>;
}

/** What a forecast by roll rates asks. */
export interface RollRateForecastInput extends LedgerScope {
  /** Of each class a share stays unpaid and moves one class on, week by week or month by month. */
  readonly method: "roll-rates";
  /** The day at whose end items are open: the last of a week or month. */
  readonly asOf: string;
  /** What a roll rate is of: one week or one month. */
  readonly by: PlanBy;
  /** How many weeks or months, at most 60; 12 unless stated. */
  readonly periods?: number;
  /** Upper ends of the classes in days past due; 30, 60, 90 unless stated. */
  readonly edges?: List<number>;
  /** One a class from not due on: the share that is still unpaid a period later. Fractions. */
  readonly rates: List<Numeric>;
}

/** What {@link cashForecast} asks. */
export type CashForecastInput =
  DaysLateForecastInput | DsoTargetForecastInput | RollRateForecastInput;

/** What is expected in one week or month. */
export interface CashPeriod {
  /** First day. */
  readonly from: string;
  /** Last day. */
  readonly to: string;
  /** Cash expected. */
  readonly amount: Figure;
}

/** What is expected, by week or month. */
export interface CashAmounts {
  /** By week or month. */
  readonly periods: readonly CashPeriod[];
  /** Expected after the last period. */
  readonly later: Figure<"collections/cash-later">;
  /** Everything that is open and not disputed: all periods and later together. */
  readonly total: Collectable;
}

/** What is expected of one customer. */
export interface CashOfParty extends CashAmounts {
  /** The customer. */
  readonly party: string;
  /** How late it pays. */
  readonly daysLate: DaysBeyondTerms;
  /** Whether that is its `own` habit or, for want of payments, the whole `ledger`'s. */
  readonly measuredOn: "own" | "ledger";
}

/** A forecast by days late. */
export interface CashByDaysLate extends CashAmounts {
  /** Which method. */
  readonly method: "days-late";
  /** The day of the forecast. */
  readonly asOf: string;
  /** Currency of the amounts. */
  readonly currency: string;
  /** First and last day of the payments that habits are measured on. */
  readonly measured: {
    /** First day. */
    readonly from: string;
    /** Last day. */
    readonly to: string;
  };
  /** One row a customer with open debit items. */
  readonly parties: Rows<CashOfParty>;
}

/** One period of a forecast by DSO target. */
export interface TargetPeriod {
  /** First day. */
  readonly from: string;
  /** Last day. */
  readonly to: string;
  /** Receivables at its beginning. */
  readonly opening: Figure;
  /** Receivables at its end: those of the target, or all there are where these are fewer. */
  readonly closing: Figure<"collections/receivables-at-target">;
  /** Cash that must come for it. */
  readonly amount: Figure<"collections/cash-at-target">;
}

/** A forecast by DSO target. */
export interface CashByDsoTarget {
  /** Which method. */
  readonly method: "dso-target";
  /** The day of the forecast. */
  readonly asOf: string;
  /** Currency of the amounts. */
  readonly currency: string;
  /** By period of the sales. */
  readonly periods: readonly TargetPeriod[];
}

/** A forecast by roll rates. */
export interface CashByRollRates extends CashAmounts {
  /** Which method. */
  readonly method: "roll-rates";
  /** The day of the forecast. */
  readonly asOf: string;
  /** Currency of the amounts. */
  readonly currency: string;
}

/** A cash forecast, by the method asked. */
export type CashForecast = CashByDaysLate | CashByDsoTarget | CashByRollRates;
