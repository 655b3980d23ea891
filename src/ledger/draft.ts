/**
 * @module ledger/draft
 *
 * A journal while it is being read: columns that grow, links that are still texts.
 */
import type { Coded, InstallmentParts } from "./columns.ts";
import { SNAPSHOT } from "./items.ts";
import type { MinorAmount } from "./minor-units.ts";
import { narrow } from "./minor-units.ts";
import { hashOf, repeatedTexts } from "./duplicates.kernel.ts";
import { StringIndex } from "./string-index.kernel.ts";

/** Texts to codes, first come first. */
export class Coder {
  readonly #index: StringIndex;
  #lastText: string | undefined;
  #lastCode = -1;

  constructor(categories: readonly string[] = []) {
    this.#index = new StringIndex(categories);
  }

  get categories(): readonly string[] {
    return this.#index.texts;
  }

  codeOf(text: string): number {
    // Ledgers often come sorted by customer: the last text is then the next.
    if (text === this.#lastText) return this.#lastCode;
    this.#lastText = text;
    this.#lastCode = this.#index.add(text);
    return this.#lastCode;
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

/** What {@link Draft.findId} answers for an id that is not in the ledger. */
export const NOT_THERE = -1;

/** What it answers for a document that was left out by its status. */
export const LEFT_OUT = -2;

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
  /** By {@link Draft.setId} only. */
  readonly ids: string[];
  /** A hash of each id, taken while its text is at hand. */
  readonly idHash: Int32Array;
  /** Ids of documents that were left out by their status. */
  readonly leftOut = new Set<string>();
  /** Ids to documents: made when an application first names one. */
  #itemOfId: Map<string, number> | undefined;
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
    this.ids = new Array<string>(capacity);
    this.parties = parties;
    this.party = new Int32Array(capacity);
    this.kind = new Uint8Array(capacity);
    this.documentDate = new Int32Array(capacity);
    this.dueDate = new Int32Array(capacity);
    this.amount = new Float64Array(capacity);
    this.idHash = new Int32Array(capacity);
    this.row = new Int32Array(capacity);
  }

  /** The ids of the documents read so far. */
  idsRead(): readonly string[] {
    return this.count === this.capacity ? this.ids : this.ids.slice(0, this.count);
  }

  /** The document of an id, {@link LEFT_OUT} or {@link NOT_THERE}. */
  findId(id: string): number {
    if (!this.#itemOfId) {
      const items = new Map<string, number>();
      for (let item = 0; item < this.count; item += 1) items.set(this.ids[item] as string, item);
      this.#itemOfId = items;
    }
    return this.#itemOfId.get(id) ?? (this.leftOut.has(id) ? LEFT_OUT : NOT_THERE);
  }

  /** Documents whose id another one has, or a document left out. */
  repeatedIds(): number[] {
    const hashes = this.idHash.slice(0, this.count);
    const repeated = repeatedTexts(this.idsRead(), hashes);
    if (this.leftOut.size === 0) return repeated;
    this.idsRead().forEach((id, item) => {
      if (this.leftOut.has(id)) repeated.push(item);
    });
    return repeated;
  }

  setId(item: number, id: string): void {
    this.ids[item] = id;
    this.idHash[item] = hashOf(id);
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
