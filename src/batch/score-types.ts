/**
 * @module batch/score-types
 *
 * What the solvency models over columns take and give.
 */
import type { Zone } from "../scoring/score.ts";
import type { FinancialStatement } from "../scoring/statement.ts";
import type { CodedColumn, NumberColumn, PlainNumber, RoundedColumns } from "./column-types.ts";

/** Columns of a statement by its lines; what a model does not need is not looked at. */
export type StatementColumns = {
  readonly [
    Line in Exclude<keyof FinancialStatement, "periodEnd" | "period" | "annualise" | "yearDays">
  ]?: NumberColumn;
};

/** Columns of a model's own ratios, by the names that the function for one row has for them. */
export interface RatioColumns {
  /** The ratios, all that the model has. */
  readonly ratios: Readonly<Record<string, NumberColumn>>;
}

/** Columns of a model that needs one year. */
export type OneYearColumns = StatementColumns | RatioColumns;

/** Columns of two years. */
export interface TwoYearColumns {
  /** The statements that are judged. */
  readonly current: StatementColumns;
  /** Those of the year before. */
  readonly previous: StatementColumns;
}

/** The size of firms, for Ohlson's model; there is no default. */
export interface SizeColumns {
  /** Total assets in United States dollars. Above 0. */
  readonly totalAssetsInDollars: NumberColumn;
  /** The price index of the year before, 1968 = 100: a column, or one number. Above 0. */
  readonly priceIndex: NumberColumn | number;
}

/** Columns for Ohlson's model. */
export interface OhlsonColumns extends TwoYearColumns {
  /** The size of the firms. */
  readonly size: SizeColumns;
}

/** Options that every model has. */
export interface PlacesOption {
  /** Decimal places to round to, half even; 4 unless stated. From 0 to 15. */
  readonly places?: number;
}

/** Options of Altman's Z. */
export interface AltmanZOptions extends PlacesOption {
  /** The weight of sales: 0.999 unless stated. */
  readonly salesCoefficient?: "0.999" | "1";
}

/** The bands of your own that Bathory's model needs to have zones. */
export interface BandsOption {
  /** Below it the zone is distress. */
  readonly distressBelow: PlainNumber;
  /** Above it the zone is safe; at least `distressBelow`. */
  readonly safeAbove: PlainNumber;
}

/** Options of Bathory's model. */
export interface BathoryOptions extends PlacesOption {
  /** The sum of the five ratios (default), or their mean. */
  readonly aggregate?: "sum" | "mean";
  /** What is added to profit; only with statements. */
  readonly variant?: "deferred-tax" | "cn-interest";
  /** What the second ratio divides by; only with statements. */
  readonly x2Denominator?: "working-capital" | "capital-employed";
  /** Bands of your own: the answer then has zones. */
  readonly bands?: BandsOption;
}

/** Options of Zmijewski's model. */
export interface ZmijewskiOptions extends PlacesOption {
  /** The set of coefficients: `paper` unless stated. */
  readonly coefficients?: "paper" | "liquidity-minus" | "rounded" | "weighted";
}

/** Options of Zhou's model; only with statements. */
export interface ZhouFOptions extends PlacesOption {
  /** Equity at its market price (default), or by the books. */
  readonly equityBasis?: "market" | "book";
  /** Whether interest is added to cash flow (default), or deducted. */
  readonly interest?: "added" | "deducted";
}

/** Options of Ohlson's model. */
export interface OhlsonOptions extends PlacesOption {
  /** The probability that parts distress from safety; 0.5 unless stated. */
  readonly cutOff?: PlainNumber;
}

/** Scores and where they lie. */
export interface ScoreColumns extends RoundedColumns {
  /** The zone of the exact score; undefined where the model has none. */
  readonly zone?: CodedColumn<Zone>;
}
