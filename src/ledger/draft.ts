/**
 * @module ledger/draft
 *
 * A journal while it is being read: columns that grow, links that are still texts.
 */
import type { Coded, InstallmentParts } from "./columns.ts";
import { SNAPSHOT } from "./items.ts";
import type { MinorAmount } from "./minor.ts";
import { narrow } from "./minor.ts";

/** Texts to codes, first come first. A Map, so that a party may be called `__proto__`. */
export class Coder {
  readonly categories: string[];
  readonly #codes = new Map<string, number>();
  #lastText: string | undefined;
  #lastCode = -1;

  constructor(categories: readonly string[] = []) {
    this.categories = [...categories];
    categories.forEach((text, code) => this.#codes.set(text, code));
  }

  codeOf(text: string): number {
    // Ledgers often come sorted by customer: the last text is then the next.
    if (text === this.#lastText) return this.#lastCode;
    let code = this.#codes.get(text);
    if (code === undefined) {
      code = this.categories.length;
      this.#codes.set(text, code);
      this.categories.push(text);
    }
    this.#lastText = text;
    this.#lastCode = code;
    return code;
  }
}

/** An application before its source is found. */
export interface DraftApplication {
  readonly item: number;
  readonly date: number;
  readonly amount: MinorAmount;
  readonly kind: number;
  /** The id of the source as given, or its number where it is known already. */
  readonly source: string | number | undefined;
  readonly crossParty: boolean;
  /** Where it was given: its position in its item's list, or in the list of `extendLedger`. */
  readonly place: number;
}

/** A dispute as read. */
export interface DraftDispute {
  readonly item: number;
  readonly from: number;
  readonly to: number;
  readonly amount: MinorAmount;
  readonly reason: string | undefined;
}

const UNKNOWN_SETTLEMENT = { kind: SNAPSHOT, source: undefined, crossParty: false, place: -1 };

/** The value of {@link Draft.itemOfId} for a document that was left out by its status. */
export const LEFT_OUT = -1;

/** The growing journal. Dense columns have room for `capacity` documents. */
export class Draft {
  count = 0;
  readonly party: Int32Array;
  readonly parties: Coder;
  readonly kind: Uint8Array;
  readonly documentDate: Int32Array;
  readonly dueDate: Int32Array;
  readonly amount: Float64Array;
  /** Amounts that no double holds, by document; their slot in `amount` is 0. */
  readonly wideAmounts = new Map<number, bigint>();
  readonly ids: string[] = [];
  readonly itemOfId = new Map<string, number>();
  /** The position of each document in the list that it was given in. */
  readonly row: Int32Array;
  readonly meta: unknown[] = [];
  readonly dimensions = new Map<string, { coder: Coder; codes: Int32Array }>();
  readonly installments = new Map<number, InstallmentParts>();
  readonly applications: DraftApplication[] = [];
  readonly disputes: DraftDispute[] = [];
  /** Documents that came as snapshots, with the day that their open amount was true. */
  readonly snapshots = new Map<number, number>();
  readonly capacity: number;

  constructor(capacity: number, parties: Coder = new Coder()) {
    this.capacity = capacity;
    this.parties = parties;
    this.party = new Int32Array(capacity);
    this.kind = new Uint8Array(capacity);
    this.documentDate = new Int32Array(capacity);
    this.dueDate = new Int32Array(capacity);
    this.amount = new Float64Array(capacity);
    this.row = new Int32Array(capacity);
  }

  setAmount(item: number, amount: MinorAmount): void {
    if (typeof amount === "bigint") this.wideAmounts.set(item, amount);
    else this.amount[item] = amount;
  }

  amountOf(item: number): bigint {
    return this.wideAmounts.get(item) ?? BigInt(this.amount[item] as number);
  }

  /** What was settled by means unknown up to the day of a snapshot. */
  applySnapshot(item: number, day: number, settled: bigint): void {
    this.snapshots.set(item, day);
    if (settled === 0n) return;
    const amount = narrow(settled);
    this.applications.push({ ...UNKNOWN_SETTLEMENT, item, date: day, amount });
  }

  setDimension(item: number, name: string, value: string): void {
    let dimension = this.dimensions.get(name);
    if (!dimension) {
      dimension = { coder: new Coder(), codes: new Int32Array(this.capacity).fill(-1) };
      this.dimensions.set(name, dimension);
    }
    dimension.codes[item] = dimension.coder.codeOf(value);
  }

  /** A coded column cut to the documents read. */
  coded(codes: Int32Array, coder: Coder): Coded {
    return { codes: codes.subarray(0, this.count), categories: coder.categories };
  }
}
