/**
 * @module ledger/columns
 *
 * The ledger as columns. `Journal` is what was given, document by document; `Units` is what ages,
 * one row a unit, with its movements in date order. Kernels read these and nothing else.
 */

/** Whole minor units: doubles where every one is a safe integer, else bigints (the wide path). */
export type Amounts = Float64Array | readonly bigint[];

/** Texts as codes: parties and dimension values. Code −1 is "none". */
export interface Coded {
  readonly codes: Int32Array;
  readonly categories: readonly string[];
}

/** What settled debit items: one row an application, sorted by item and effective date. */
export interface ApplicationColumns {
  readonly count: number;
  readonly item: Int32Array;
  /** Effective date: the latest of its own, the item's and the source's. */
  readonly date: Int32Array;
  readonly amount: Amounts;
  readonly kind: Uint8Array;
  /** The credit item used up, or −1. */
  readonly source: Int32Array;
}

/** Disputes, sorted by item. */
export interface DisputeColumns {
  readonly count: number;
  readonly item: Int32Array;
  readonly from: Int32Array;
  /** Last day in force. */
  readonly to: Int32Array;
  readonly amount: Amounts;
  readonly reason: readonly (string | undefined)[];
}

/** The parts of one document, by due date. */
export interface InstallmentParts {
  readonly dueDate: readonly number[];
  readonly amount: readonly bigint[];
}

/** The documents as given. */
export interface Journal {
  readonly count: number;
  readonly party: Coded;
  /** Undefined where every document is an invoice. */
  readonly kind: Uint8Array | undefined;
  readonly documentDate: Int32Array;
  /** For credit items without one: the document date. */
  readonly dueDate: Int32Array;
  readonly amount: Amounts;
  readonly ids: readonly string[] | undefined;
  readonly meta: readonly unknown[] | undefined;
  readonly dimensions: ReadonlyMap<string, Coded>;
  readonly installments: ReadonlyMap<number, InstallmentParts>;
  readonly applications: ApplicationColumns;
  readonly disputes: DisputeColumns;
  /** The day of each document that came as a snapshot. */
  readonly snapshots: ReadonlyMap<number, number>;
  /** The latest of these days; no balance before it is known. */
  readonly knownFrom: number | undefined;
}

/** What ages. Where no document has installments these are the journal's own columns. */
export interface Units {
  readonly count: number;
  readonly party: Int32Array;
  readonly kind: Uint8Array | undefined;
  readonly documentDate: Int32Array;
  readonly dueDate: Int32Array;
  readonly amount: Amounts;
  /** The document of a unit; undefined where unit and document are the same row. */
  readonly item: Int32Array | undefined;
  /** The first unit of each document; undefined where unit and document are the same row. */
  readonly first: Int32Array | undefined;
  /** The dates that occur, so that tables by day need no more room than these. */
  readonly range: DateRange;
  /** Undefined where nothing was ever applied. */
  readonly movements: Movements | undefined;
}

/** The first and last dates of a set of units. */
export interface DateRange {
  readonly firstDue: number;
  readonly lastDue: number;
  readonly firstDocument: number;
  readonly lastDocument: number;
}

/** What was taken off each unit, in date order: rows `start[u]` up to `start[u + 1]`. */
export interface Movements {
  readonly start: Int32Array;
  readonly date: Int32Array;
  readonly amount: Amounts;
}

/** Signed documents less source-less applications, by day: knows no items. */
export interface DailyBalance {
  /** Days with a movement, ascending. */
  readonly day: Int32Array;
  /** Balance at the end of that day, in minor units. */
  readonly balance: readonly bigint[];
}

/** True when amounts are bigints. */
export function isWide(amounts: Amounts): amounts is readonly bigint[] {
  return Array.isArray(amounts);
}

/** One amount as a bigint, on either path. */
export function amountAt(amounts: Amounts, index: number): bigint {
  const value = amounts[index] as number | bigint;
  return typeof value === "bigint" ? value : BigInt(value);
}

/** A column of amounts: doubles where every one is a safe integer. */
export function amountColumn(values: readonly (number | bigint)[]): Amounts {
  for (const value of values) {
    if (typeof value === "bigint") return values.map(BigInt);
  }
  return Float64Array.from(values as readonly number[]);
}
