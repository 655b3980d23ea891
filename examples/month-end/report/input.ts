/** What the report is made of. */
import type { AgingTable, Ledger } from "trade-credit";
import { agingTable } from "trade-credit";
import type { CsvReport } from "trade-credit/adapters";
import type { Period } from "../periods.ts";
import { lastMonths } from "../periods.ts";

/** What the caller hands over. */
export interface ReportInput {
  /** What the ledger is called in the heading. */
  readonly title: string;
  readonly ledger: Ledger;
  readonly asOf: string;
  /** What became of the rows of its file. */
  readonly file: CsvReport;
  /** Names of customers by their id, as far as the file has them. */
  readonly names: ReadonlyMap<string, string>;
  /** Dimensions to break the aging down by. */
  readonly dimensions: readonly string[];
  /** Date of the first document: periods do not reach back before it. */
  readonly firstDay: string;
  /** The general ledger's balance, to compare with. */
  readonly control?: string;
}

/** The same, with what every section looks at. */
export interface Report extends ReportInput {
  readonly aging: AgingTable;
  readonly month: Period;
  readonly quarter: Period;
  readonly halfYear: Period;
  /** Decimal places of the currency. */
  readonly places: number;
  /** `, USD` for headings; nothing where the file states no currency. */
  readonly inCurrency: string;
}

export function reportOf(input: ReportInput): Report {
  const { ledger, asOf, firstDay, control } = input;
  const [by] = input.dimensions;
  const aging = agingTable(ledger, {
    asOf,
    ...(by === undefined ? {} : { by }),
    ...(control === undefined ? {} : { controlBalance: control }),
  });
  return {
    ...input,
    aging,
    month: lastMonths(1, asOf, firstDay),
    quarter: lastMonths(3, asOf, firstDay),
    halfYear: lastMonths(6, asOf, firstDay),
    places: ledger.minorUnits,
    inCurrency: ledger.currency === "XXX" ? "" : `, ${ledger.currency}`,
  };
}
