/**
 * The oracle of the ledger: docs/ledger.md, rule by rule, slowly. It assumes valid items (see
 * validity.ts), looks at every document for every question, and keeps nothing between questions.
 */
import Fraction from "fraction.js";

import { dayNumber, isoText, monthEnd, monthOf, monthStart, monthText } from "./calendar.ts";
import type { Reason } from "./calendar.ts";
import { readDocuments } from "./items.ts";
import type { Document, Kind, LedgerItem, LedgerOptions, Settlement, Unit } from "./items.ts";

export { isValid, problems } from "./validity.ts";
export type { LedgerItem, LedgerOptions } from "./items.ts";

/** Only the documents of one party, or with one value of a dimension (null: without a value). */
export interface Filter {
  party?: string;
  dimension?: { name: string; value: string | null };
}

export interface OpenUnit {
  row: number;
  id: string;
  /** The place of the unit among its document's, in due-date order, from 0. */
  unit: number;
  party: string;
  kind: Kind;
  isDebit: boolean;
  dimensions: Map<string, string>;
  documentDate: string;
  /** Null for a credit item without a due date. */
  dueDate: string | null;
  /** Positive, of credit items too. */
  original: bigint;
  /** What the unit has received, or what is used of the credit item; negative below 0. */
  applied: bigint;
  /** Signed: negative for credit items. */
  open: bigint;
  disputed: bigint;
  /** Of a credit item without a due date: since its document date. */
  daysPastDue: number;
  daysSinceDocument: number;
}

export interface SalesMonth {
  period: string | { from: string; to: string };
  days: number;
  sales: bigint;
  outstanding?: bigint;
}

/** A payment, or the part of it that filled one unit. */
export interface PaymentPiece {
  id: string;
  party: string;
  documentDate: string;
  dueDate: string;
  date: string;
  amount: bigint;
}

export type DaysBeyondTerms =
  | { variant: "paid-signed" | "paid-late-only"; from: string; to: string; party?: string }
  | { variant: "open-over-all" | "open-over-past-due"; asOf: string; party?: string };

export class OracleLedger {
  readonly documents: readonly Document[];
  /** The first day that can be answered for: the latest snapshot, if there is one. */
  readonly answersFrom: number;

  constructor(items: readonly LedgerItem[], options: LedgerOptions = {}) {
    this.documents = readDocuments(items, options);
    this.answersFrom = -Infinity;
    for (const { snapshot } of this.documents) {
      if (snapshot !== null) this.answersFrom = Math.max(this.answersFrom, snapshot);
    }
  }

  answersFor(date: string): boolean {
    return dayNumber(date) >= this.answersFrom;
  }

  selected(filter: Filter = {}): Document[] {
    return this.documents.filter((document) => isSelected(document, filter));
  }

  /** In the order of the rows, and within a document of the due dates. */
  openUnits(asOf: string, agedTo: string = asOf, filter: Filter = {}): OpenUnit[] | Reason {
    if (!this.answersFor(asOf)) return "history_too_short";
    const there = this.selected(filter).filter((document) => document.date <= dayNumber(asOf));
    return there.flatMap((document) => unitsOf(document, dayNumber(asOf), dayNumber(agedTo)));
  }

  /** The balance by both routes; they must agree. */
  balance(asOf: string, filter: Filter = {}): bigint | Reason {
    const fromUnits = this.balanceFromUnits(asOf, filter);
    const fromDocuments = this.balanceFromDocuments(asOf, filter);
    if (fromUnits !== fromDocuments) {
      throw new Error(`as of ${asOf}: units ${fromUnits}, documents ${fromDocuments}`);
    }
    return fromUnits;
  }

  /** Route 2: every open unit, signed, one by one. */
  balanceFromUnits(asOf: string, filter: Filter = {}): bigint | Reason {
    const units = this.openUnits(asOf, asOf, filter);
    return typeof units === "string" ? units : total(units.map(({ open }) => open));
  }

  /**
   * Route 3: signed documents less what settled them from outside. Of a part of the ledger,
   * "outside" is also a document that is not of the part (crossParty, or another dimension).
   */
  balanceFromDocuments(asOf: string, filter: Filter = {}): bigint | Reason {
    if (!this.answersFor(asOf)) return "history_too_short";
    const day = dayNumber(asOf);
    let balance = 0n;
    for (const document of this.selected(filter)) {
      if (document.date <= day) balance += signed(document, document.amount);
      for (const { effective, amount, other } of document.settlements) {
        const isOutside = other === null || !isSelected(other, filter);
        if (isOutside && effective <= day) balance -= signed(document, amount);
      }
    }
    return balance;
  }

  /** Credit sales of the days from `from` through `through`. */
  sales(
    from: number,
    through: number,
    net: "of-credit-notes" | "gross",
    filter: Filter = {},
  ): bigint {
    const isWithin = (day: number): boolean => from <= day && day <= through;
    let sales = 0n;
    for (const document of this.selected(filter)) {
      if (document.isDebit && isWithin(document.date)) sales += document.amount;
      if (net === "gross") continue;
      if (document.kind === "credit-note" && isWithin(document.date)) sales -= document.amount;
      if (!document.isDebit) continue;
      for (const { effective, amount, kind, other } of document.settlements) {
        if (kind === "credit-note" && other === null && isWithin(effective)) sales -= amount;
      }
    }
    return sales;
  }

  /** `from` and `through` are dates or months (`2001-06`); months without sales are kept. */
  monthlySales(
    from: string,
    through: string,
    net: "of-credit-notes" | "gross" = "of-credit-notes",
    party?: string,
    outstandingAsOf?: string,
  ): SalesMonth[] | Reason {
    const filter: Filter = party === undefined ? {} : { party };
    const first = dayNumber(from.length === 7 ? `${from}-01` : from);
    const last =
      through.length === 7 ? monthEnd(monthOf(dayNumber(`${through}-01`))) : dayNumber(through);
    const months: SalesMonth[] = [];
    for (let month = monthOf(first); month <= monthOf(last); month++) {
      const start = Math.max(first, monthStart(month));
      const end = Math.min(last, monthEnd(month));
      const isWhole = start === monthStart(month) && end === monthEnd(month);
      const row: SalesMonth = {
        period: isWhole ? monthText(month) : { from: isoText(start), to: isoText(end) },
        days: end - start + 1,
        sales: this.sales(start, end, net, filter),
      };
      if (outstandingAsOf !== undefined) {
        const outstanding = this.outstanding(start, end, outstandingAsOf, filter);
        if (typeof outstanding === "string") return outstanding;
        row.outstanding = outstanding;
      }
      months.push(row);
    }
    return months;
  }

  /** What is open, as of a date, of the documents dated from one day through another. */
  outstanding(from: number, through: number, asOf: string, filter: Filter = {}): bigint | Reason {
    const units = this.openUnits(asOf, asOf, filter);
    if (typeof units === "string") return units;
    const dated = units.filter(({ documentDate }) => {
      return from <= dayNumber(documentDate) && dayNumber(documentDate) <= through;
    });
    return total(dated.map(({ open }) => open));
  }

  /** Payments dated in the window, both ends inclusive, that still stand at its end. */
  payments(from: string, to: string, party?: string): PaymentPiece[] | Reason {
    if (!this.answersFor(from)) return "history_too_short";
    const pieces: PaymentPiece[] = [];
    for (const document of this.selected(party === undefined ? {} : { party })) {
      if (!document.isDebit) continue;
      for (const piece of standingPayments(document, dayNumber(to))) {
        if (piece.day < dayNumber(from)) continue;
        pieces.push({
          id: document.id,
          party: document.party,
          documentDate: isoText(document.date),
          dueDate: isoText(dueDay(document, piece.unit)),
          date: isoText(piece.day),
          amount: piece.amount,
        });
      }
    }
    return pieces;
  }

  /** Σ amount × (paid − document date) ÷ Σ amount */
  weightedDaysToPay(from: string, to: string, party?: string): Fraction | Reason {
    const pieces = this.payments(from, to, party);
    if (typeof pieces === "string") return pieces;
    return weightedMean(
      pieces.map(({ amount, date, documentDate }) => {
        return { weight: amount, days: dayNumber(date) - dayNumber(documentDate) };
      }),
    );
  }

  daysBeyondTerms(question: DaysBeyondTerms): Fraction | Reason {
    if ("asOf" in question) {
      const filter = question.party === undefined ? {} : { party: question.party };
      const units = this.openUnits(question.asOf, question.asOf, filter);
      if (typeof units === "string") return units;
      const weighted = units.map(({ open, daysPastDue }) => {
        return { weight: open, days: Math.max(daysPastDue, 0) };
      });
      if (question.variant === "open-over-all") return weightedMean(weighted);
      return weightedMean(weighted.filter(({ days }) => days > 0));
    }
    const pieces = this.payments(question.from, question.to, question.party);
    if (typeof pieces === "string") return pieces;
    const floor = question.variant === "paid-late-only" ? 0 : -Infinity;
    return weightedMean(
      pieces.map(({ amount, date, dueDate }) => {
        return { weight: amount, days: Math.max(dayNumber(date) - dayNumber(dueDate), floor) };
      }),
    );
  }
}

function isSelected(document: Document, filter: Filter): boolean {
  if (filter.party !== undefined && document.party !== filter.party) return false;
  if (filter.dimension === undefined) return true;
  return (document.dimensions.get(filter.dimension.name) ?? null) === filter.dimension.value;
}

function signed(document: Document, amount: bigint): bigint {
  return document.isDebit ? amount : -amount;
}

function total(amounts: readonly bigint[]): bigint {
  return amounts.reduce((sum, amount) => sum + amount, 0n);
}

function least(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}

function greatest(a: bigint, b: bigint): bigint {
  return a > b ? a : b;
}

/** The weights must sum to more than 0. */
function weightedMean(rows: readonly { weight: bigint; days: number }[]): Fraction | Reason {
  const weight = total(rows.map((row) => row.weight));
  if (weight <= 0n) return "not_defined";
  return new Fraction(total(rows.map((row) => row.weight * BigInt(row.days))), weight);
}

/** T of a debit item, or what is used of a credit item. */
function settledBy(document: Document, asOf: number): bigint {
  const counted = document.settlements.filter(({ effective }) => effective <= asOf);
  return total(counted.map(({ amount }) => amount));
}

/** min(max(T − (a₁ + … + aₖ₋₁), 0), aₖ); a negative T stands entirely on the first unit. */
function received(units: readonly Unit[], settled: bigint): bigint[] {
  let before = 0n;
  return units.map(({ amount }, k) => {
    const part = least(greatest(settled - before, 0n), amount);
    before += amount;
    return k === 0 && settled < 0n ? settled : part;
  });
}

function unitsOf(document: Document, asOf: number, agedTo: number): OpenUnit[] {
  const settled = settledBy(document, asOf);
  const parts = received(document.units, settled);
  let undisputed = disputedOf(document, asOf);
  const rows: OpenUnit[] = [];
  document.units.forEach((unit, k) => {
    // A credit item is one unit, and valid use is from 0 to its amount: the same formula holds.
    const applied = parts[k] ?? 0n;
    const open = unit.amount - applied;
    if (open === 0n) return;
    const disputed = least(undisputed, open);
    undisputed -= disputed;
    rows.push({
      row: document.row,
      id: document.id,
      unit: k,
      party: document.party,
      kind: document.kind,
      isDebit: document.isDebit,
      dimensions: document.dimensions,
      documentDate: isoText(document.date),
      dueDate: unit.due === null ? null : isoText(unit.due),
      original: unit.amount,
      applied,
      open: signed(document, open),
      disputed,
      daysPastDue: agedTo - (unit.due ?? document.date),
      daysSinceDocument: agedTo - document.date,
    });
  });
  return rows;
}

/** The disputes in force; placing them on the open units takes care of "the lesser". */
function disputedOf(document: Document, asOf: number): bigint {
  const inForce = document.disputes.filter(({ from, to }) => from <= asOf && asOf <= to);
  return total(inForce.map(({ amount }) => amount));
}

interface Piece {
  unit: Unit;
  day: number;
  amount: bigint;
}

/** The payments of a debit item that stand at the end of a day, in the order they were made. */
function standingPayments(document: Document, through: number): Piece[] {
  let settled = 0n;
  const standing: Piece[] = [];
  for (const { effective, amount, kind } of document.settlements) {
    if (effective > through) break;
    if (isPayment(kind) && amount > 0n) {
      for (const part of between(document.units, settled, settled + amount)) {
        standing.push({ ...part, day: effective });
      }
    }
    if (isPayment(kind) && amount < 0n) undo(standing, -amount);
    settled += amount;
  }
  return standing;
}

function isPayment(kind: Settlement["kind"]): boolean {
  return kind === "payment" || kind === "bill" || kind === "offset";
}

/** Takes an amount off the latest pieces; what finds none left is ignored. */
function undo(standing: Piece[], amount: bigint): void {
  let left = amount;
  for (let last = standing.pop(); last !== undefined; last = standing.pop()) {
    if (last.amount > left) {
      standing.push({ ...last, amount: last.amount - left });
      return;
    }
    left -= last.amount;
    if (left === 0n) return;
  }
}

/** The units that T moves through on its way up: below 0 the first, above the amount the last. */
function between(
  units: readonly Unit[],
  from: bigint,
  to: bigint,
): { unit: Unit; amount: bigint }[] {
  const parts: { unit: Unit; amount: bigint }[] = [];
  let low = 0n;
  units.forEach((unit, k) => {
    const high = low + unit.amount;
    const start = k === 0 ? from : greatest(from, low);
    const end = k === units.length - 1 ? to : least(to, high);
    if (end > start) parts.push({ unit, amount: end - start });
    low = high;
  });
  return parts;
}

function dueDay(document: Document, unit: Unit): number {
  if (unit.due === null) throw new Error(`${document.id} has no due date`);
  return unit.due;
}
