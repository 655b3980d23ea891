/**
 * @module ledger/roll-forward
 *
 * From the opening to the closing balance: what was sold, paid, credited and written off between.
 */
import { formatDay } from "../ground/days.ts";
import { refuse } from "../ground/errors.ts";
import type { Figure } from "../ground/figure.ts";
import { lazily, read } from "../ground/input.ts";
import { isoDay, object, optional, text } from "../ground/input-atoms.ts";
import type { Rows } from "../ground/rows.ts";
import type { Ledger, LedgerData } from "./ledger.ts";
import { insideOf, requireKnown } from "./ledger.ts";
import { rollForwardCells } from "./roll-forward-cells.ts";
import type { RollForwardWindow } from "./roll-forward-view.ts";
import {
  groupsTouched,
  linesOf,
  rollForwardByParty,
  rollForwardTotal,
  tableOf,
} from "./roll-forward-view.ts";
import { dimensionColumn } from "./scope.ts";

/** What {@link receivablesRollForward} asks. */
export interface ReceivablesRollForwardInput {
  /** First day; the opening balance is that of the evening before. */
  readonly from: string;
  /** Last day; the closing balance is that of its evening. */
  readonly to: string;
  /** `party`, or the name of a dimension: one row each beside the total. */
  readonly by?: string;
}

/** One line of money of a roll-forward. */
export type RollForwardLine = Figure<"ledger/roll-forward-line">;

/** The lines of a roll-forward. */
export interface RollForward {
  /** Balance of the evening before `from`. */
  readonly opening: RollForwardLine;
  /** Invoices and debit notes by document date. */
  readonly sales: RollForwardLine;
  /** Payments by document date, and source-less payments applied. */
  readonly payments: RollForwardLine;
  /** Credit notes by document date, and source-less ones applied. */
  readonly creditNotes: RollForwardLine;
  /** Source-less discounts applied. */
  readonly discounts: RollForwardLine;
  /** Source-less write-offs applied. */
  readonly writeOffs: RollForwardLine;
  /** Bills of exchange received by document date, and source-less ones applied. */
  readonly bills: RollForwardLine;
  /** Source-less offsets applied. */
  readonly offsets: RollForwardLine;
  /** Exchange differences, as they change the balance. */
  readonly exchange: RollForwardLine;
  /** Settled across groups, as it changes the balance; 0 in the total. */
  readonly transfers: RollForwardLine;
  /** Opening and all lines together. */
  readonly closing: Figure<"ledger/roll-forward">;
}

/** The roll-forward of one customer. */
export interface RollForwardOfParty extends RollForward {
  /** The customer. */
  readonly party: string;
}

/** The roll-forward of one value of the dimension asked. */
export interface RollForwardOfValue extends RollForward {
  /** The value; null for documents that have none. */
  readonly value: string | null;
}

/** A roll-forward in total and, where asked, by party or dimension value. */
export interface ReceivablesRollForward {
  /** First day. */
  readonly from: string;
  /** Last day. */
  readonly to: string;
  /** Currency of the amounts. */
  readonly currency: string;
  /** All together. */
  readonly total: RollForward;
  /** With `by: "party"`: one row a customer that any line touches. */
  readonly parties?: Rows<RollForwardOfParty>;
  /** With `by` a dimension: one row a value; null for documents that have none. */
  readonly byDimension?: Rows<RollForwardOfValue>;
}

/** The schema of {@link ReceivablesRollForwardInput}. */
export const receivablesRollForwardSchema = lazily(() =>
  object({ from: isoDay(), to: isoDay(), by: optional(text()) }),
);

/**
 * The roll-forward of receivables (应收账款变动表): opening balance, sales, what settled them, closing
 * balance, to the cent.
 *
 * Use it first at every month end: it shows whether the subledger explains its own change, and its
 * opening, sales and closing are what {@link collectionEffectivenessIndex} takes. A credit document
 * counts once, on its own date; an application that names its source moves nothing.
 *
 * @formula closing = opening + sales − payments − credit notes − discounts − write-offs − bills −
 *   offsets + exchange + transfers
 * @units money in the ledger's currency
 *
 * @param ledger - The ledger.
 * @param input - First and last day, and what to break the lines down by.
 * @returns The lines; the closing balance is computed from them and equals
 *   {@link receivablesBalance} of the last day.
 *
 * @throws {@link CreditError} `invalid_input`: `to` before `from`, or an unknown dimension.
 * @throws {@link CreditError} `history_too_short`: the day before `from` is before the ledger's
 *   snapshots.
 *
 * @source ours: docs/ledger.md
 *
 * @example
 * ```ts
 * const ledger = ledgerFromItems(
 *   [
 *     {
 *       id: "1",
 *       party: "A",
 *       documentDate: "2026-05-04",
 *       terms: "net 30",
 *       amount: 500,
 *       applications: [{ date: "2026-06-02", amount: 200, kind: "payment" }],
 *     },
 *     { id: "2", party: "A", documentDate: "2026-06-10", terms: "net 30", amount: 300 },
 *   ],
 *   { currency: "EUR" },
 * );
 * const { total } = receivablesRollForward(ledger, { from: "2026-06-01", to: "2026-06-30" });
 * const { opening, sales, payments, closing } = total;
 * const lines = [opening, sales, payments, closing];
 * lines.map(({ value }) => value.toNumber()); // => [500, 300, 200, 600]
 * ```
 */
export function receivablesRollForward(
  ledger: Ledger,
  input: ReceivablesRollForwardInput,
): ReceivablesRollForward {
  const fn = "receivablesRollForward";
  const data = insideOf(fn, ledger);
  const { from, to, by } = read(fn, receivablesRollForwardSchema, input);
  if (to < from) refuse(fn, "to", "must not be before `from`", input.to);
  requireKnown(fn, data, from - 1, "from");
  const window = { from, to };
  const { cells, rows } =
    by === undefined ? undivided(data, window) : divided(fn, data, window, by);
  return {
    from: formatDay(from),
    to: formatDay(to),
    currency: data.currency,
    total: rollForwardTotal(data, window, cells),
    ...rows,
  };
}

/** The lines of one group of all documents. */
function undivided(data: LedgerData, window: RollForwardWindow) {
  const group = new Int32Array(data.journal.count);
  return { cells: rollForwardCells(data, { ...window, group }, 1), rows: {} };
}

/** Rows by party, or by the values of a dimension, from the one pass that also gives the total. */
function divided(fn: string, data: LedgerData, window: RollForwardWindow, by: string) {
  const { journal } = data;
  if (by === "party") {
    const { cells, parties, row } = rollForwardByParty(data, window);
    return { cells, rows: { parties: tableOf(cells, parties, row) } };
  }
  const { codes, categories } = dimensionColumn(fn, journal.dimensions, by);
  // One more group, the last, for documents without the dimension.
  const none = categories.length;
  const group = codes.map((code) => (code < 0 ? none : code));
  const cells = rollForwardCells(data, { ...window, group }, none + 1);
  const row = (own: number) => {
    const value = own === none ? null : (categories[own] as string);
    const scope = { dimension: { name: by, value: value ?? undefined } };
    return { value, ...linesOf(data, window, scope, cells, own) };
  };
  return { cells, rows: { byDimension: tableOf(cells, groupsTouched(cells, none + 1), row) } };
}
