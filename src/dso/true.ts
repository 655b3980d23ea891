/**
 * @module dso/true
 *
 * True DSO: the age of every open invoice against the sales of its own month.
 *
 * It needs a ledger and counts ages, not daily sales: unlike `dso/aging-buckets` an invoice of the
 * first of a month weighs more than one of the last.
 */
import { formatDay } from "../ground/days.ts";
import type { Absent, Figure } from "../ground/figure.ts";
import { absent, figure, present } from "../ground/figure.ts";
import { Fraction, sumOf } from "../ground/fraction.ts";
import { lazily, read } from "../ground/input.ts";
import { isoDay, object } from "../ground/input-atoms.ts";
import { formatMonth, monthNumber, monthsBetween, monthSpan } from "../ground/months.ts";
import type { Ledger, LedgerData } from "../ledger/ledger.ts";
import { insideOf, requireKnown, snapshotCaveats } from "../ledger/ledger.ts";
import { minorFraction } from "../ledger/minor.ts";
import { openOfDays, openUnits } from "../ledger/open-units.ts";
import { salesCells } from "../ledger/period-cells.ts";
import { salesFigure } from "../ledger/sales.ts";
import type { LedgerScope, ScopeTerms } from "../ledger/scope.ts";
import { scopeInputs, scopeShape, scopeTest } from "../ledger/scope.ts";

/** What {@link dsoTrue} asks. */
export interface DsoTrueInput extends LedgerScope {
  /** The day at whose end invoices are open. */
  readonly asOf: string;
}

/** True DSO in days. */
export type DsoTrue = Figure<"dso/true">;

/** The schema of {@link DsoTrueInput}. */
export const dsoTrueSchema = lazily(() => object({ asOf: isoDay(), ...scopeShape() }));

/**
 * True DSO (逐笔销售未清账期): the sum over open invoices of age × amount ÷ net credit sales of the
 * month in which the invoice was written.
 *
 * Use it where a ledger is at hand and single invoices matter; {@link dsoAgingBuckets} is its
 * neighbour by month, {@link dsoCountback} the one that needs no open items.
 *
 * @formula DSO = Σ open × (asOf − document date) ÷ net credit sales of the document's month
 * @units days
 *
 * @param ledger - The ledger.
 * @param input - The date and the scope. Open debit items count, credit items do not; sales are net
 *   of credit notes, of the month of `asOf` only up to that day.
 * @returns The DSO, with one row for each document date that has anything open.
 *
 * @throws {@link CreditError} `not_defined`: an open invoice of a month whose net sales are not
 *   above 0.
 * @throws {@link CreditError} `history_too_short`: before the ledger's snapshots.
 *
 * @source usual definition of collection packages ("true DSO", "best DSO by invoice"); not the
 *   aging method of the deck
 *
 * @example
 * ```ts
 * const open = (id: string, amount: number, documentDate: string) => ({
 *   id,
 *   party: "A",
 *   documentDate,
 *   terms: "net 30",
 *   amount,
 * });
 * const ledger = ledgerFromItems([open("1", 200, "2026-06-10"), open("2", 300, "2026-06-20")], {
 *   currency: "EUR",
 * });
 * dsoTrue(ledger, { asOf: "2026-06-30" }).value.toString(); // => "14"
 * ```
 */
export function dsoTrue(ledger: Ledger, input: DsoTrueInput): DsoTrue {
  const data = insideOf("dsoTrue", ledger);
  const { asOf, ...scope } = read("dsoTrue", dsoTrueSchema, input);
  requireKnown("dsoTrue", data, asOf);
  return present("dsoTrue", trueDso(data, asOf, scope));
}

/** The figure, or why there is none. */
export function trueDso(
  data: LedgerData,
  asOf: number,
  scope: ScopeTerms,
): DsoTrue | Absent<"dso/true"> {
  const open = openByDate(data, asOf, scope);
  const [first] = open.keys();
  const asked = { asOf: formatDay(asOf), ...scopeInputs(scope) };
  const caveats = snapshotCaveats(data, asOf);
  if (first === undefined) {
    return figure("dso/true", Fraction.of(0n), "days", { ...asked, invoices: [] }, { caveats });
  }
  const rows = invoiceRows(data, asOf, scope, open, first);
  const inputs = () => ({
    ...asked,
    invoices: rows.map(({ given, counted }) => ({ ...given(), counted })),
  });
  const bad = rows.find(({ counted }) => counted === undefined);
  if (bad) {
    const message = `invoices of ${bad.period} are open, and its net credit sales are not above 0`;
    return absent("dso/true", "days", { ...asked, period: bad.period }, "not_defined", message);
  }
  const counted = rows.map((row) => row.counted ?? Fraction.of(0n));
  return figure("dso/true", sumOf(counted), "days", inputs, { caveats });
}

/** Open debit amounts in minor units by document date, ascending. */
function openByDate(data: LedgerData, asOf: number, scope: ScopeTerms): Map<number, bigint> {
  const open = openUnits(data, asOf, scopeTest("dsoTrue", data, scope));
  const days = openOfDays(data, open, "documentDate").filter(({ count }) => count > 0);
  return new Map(days.map(({ day, charges }) => [day, charges]));
}

function invoiceRows(
  data: LedgerData,
  asOf: number,
  scope: ScopeTerms,
  open: ReadonlyMap<number, bigint>,
  first: number,
) {
  const months = monthsBetween(monthSpan(monthNumber(first)).from, asOf);
  const test = scopeTest("dsoTrue", data, scope);
  const cells = salesCells(data, months, "of-credit-notes", test);
  const { places, currency } = data;
  return [...open].map(([day, minor]) => {
    const cell = monthNumber(day) - monthNumber(first);
    const month = months[cell] as { from: number; to: number };
    const sales = minorFraction(cells.sum[cell] as number | bigint, places);
    const amount = minorFraction(minor, places);
    const age = Fraction.whole(asOf - day);
    const period = formatMonth(monthNumber(day));
    const date = formatDay(day);
    const asked = { asOf: formatDay(asOf), ...scopeInputs(scope), from: date, to: date, currency };
    const given = () => ({
      documentDate: date,
      age,
      open: figure("ledger/open-of-day", amount, "money", asked, { currency }),
      period,
      sales: salesFigure(data, month, scope, "of-credit-notes", cells, cell),
    });
    const counted = sales.sign > 0 ? amount.times(age).over(sales) : undefined;
    return { given, period, counted };
  });
}
