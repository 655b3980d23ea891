/**
 * @module ledger/moves.kernel
 *
 * What moved in a window: documents, and applications on them, each as an amount and two numbers
 * that say whose it is, when, and what it does.
 */
import type { ApplicationColumns } from "./columns.ts";
import { FIRST_CREDIT_KIND } from "./items.ts";

/** What a move is to the sums of a window. */
export const MOVE = {
  /** To none: it only moves the balance. */
  other: 0,
  sale: 1,
  /** A credit note: a document, or applied without one. */
  creditNote: 2,
  discount: 3,
  writeOff: 4,
  /** A payment, whose days late count. */
  payment: 5,
  /** What settled a document and is told of nowhere else. */
  settlement: 6,
  /** The part of a payment that still stands, where rows do not tell: its days late count. */
  piece: 7,
} as const;

/** Number of classes of moves. */
export const MOVES = 8;

/** What a move does to the balance of its party. */
export const EFFECT = { none: 0, raises: 1, lowers: 2 } as const;

/** Parties are kept together in blocks of so many at first: two to the power of this. */
export const BLOCK_BITS = 7;
export const BLOCK_PARTIES = 1 << BLOCK_BITS;

// A packed move has its class in the lowest bits, then its effect, its party's place in the block,
// and above these its day.
export const CLASS_BITS = 3;
export const PLACE_SHIFT = 5;
export const DAY_SHIFT = PLACE_SHIFT + BLOCK_BITS;

/** A window of more days has some that no packed move can name. */
export const MOST_DAYS = 1 << (31 - DAY_SHIFT);

/** A day of the window, from 0 on, a party, an effect and a class as one number. */
export function packed(day: number, party: number, kind: number): number {
  return (day << DAY_SHIFT) | ((party & (BLOCK_PARTIES - 1)) << PLACE_SHIFT) | kind;
}

/** Effect and class. */
export function kindOf(effect: number, move: number): number {
  return (effect << CLASS_BITS) | move;
}

// By code, in the order of the lists in `ledger/items`.
const { other, sale, creditNote, discount, writeOff, payment, settlement } = MOVE;
const { none, raises, lowers } = EFFECT;
const DOCUMENTS = /* @__PURE__ */ Uint8Array.of(
  kindOf(raises, sale),
  kindOf(raises, sale),
  kindOf(lowers, creditNote),
  kindOf(lowers, other),
  kindOf(lowers, other),
);
const APPLIED = /* @__PURE__ */ Uint8Array.of(
  // Without a source; with one; and both of documents whose payments are told piece by piece.
  ...[payment, creditNote, discount, writeOff, payment, payment, other, other],
  ...[payment, other, settlement, other, payment, payment, other, other],
  ...[settlement, creditNote, discount, writeOff, settlement, settlement, other, other],
  ...[settlement, other, settlement, other, settlement, settlement, other, other],
);
const WITH_SOURCE = 8;
const SLOW = 16;

/** Effect and class of an invoice. */
export const INVOICE = kindOf(raises, sale);

/** Effect and class of a document by its code. */
export function kindOfDocument(code: number): number {
  return DOCUMENTS[code]!;
}

/** Effects and classes of applications without a source, on debit documents told row by row. */
export const PLAIN = /* @__PURE__ */ APPLIED.subarray(0, WITH_SOURCE).map((move) =>
  kindOf(lowers, move),
);

/** What each class of moves counts for in a sum; one that is not named for nothing. */
export type MoveWeights = Partial<Readonly<Record<keyof typeof MOVE, number>>>;

/** The same by class. */
export function weightsByClass(weights: MoveWeights): Float64Array {
  const ofClass = new Float64Array(MOVES);
  for (const [name, move] of Object.entries(MOVE)) {
    ofClass[move] = weights[name as keyof typeof MOVE] ?? 0;
  }
  return ofClass;
}

/** Effect and class of an application; `slow` has 1 for documents told piece by piece. */
export function kindOfApplication(
  { item: items, kind, source }: ApplicationColumns,
  row: number,
  kinds: Uint8Array | undefined,
  party: Int32Array,
  slow: Uint8Array | undefined,
): number {
  const item = items[row]!;
  const used = source[row]!;
  let effect: number = lowers;
  let code = kind[row]!;
  if (used >= 0) {
    // Settled with a credit item of its own: the balance does not move.
    if (party[used] === party[item]) effect = none;
    code += WITH_SOURCE;
  } else if (kinds !== undefined && kinds[item]! >= FIRST_CREDIT_KIND) {
    effect = raises;
  }
  if (slow !== undefined && slow[item] === 1) code += SLOW;
  return kindOf(effect, APPLIED[code]!);
}

/** Rows of applications that use up a credit item of another party: they move two balances. */
export function foreignRows({ count, item, source }: ApplicationColumns, party: Int32Array) {
  const rows: number[] = [];
  for (let row = 0; row < count; row += 1) {
    const used = source[row]!;
    if (used >= 0 && party[used] !== party[item[row]!]) rows.push(row);
  }
  return rows;
}
