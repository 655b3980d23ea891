/**
 * @module terms/record-check
 *
 * The pieces that a check of a structure by hand is made of: records, lists and whole numbers, with
 * every broken rule collected. Reads own properties only.
 */
import type { FaultPart } from "../ground/fault.ts";
import { MAX_ISSUES } from "../ground/errors.ts";

/** Where in the structure. */
export type Path = FaultPart["path"];

/** A record as it came. */
export type Given = Readonly<Record<string, unknown>>;

/** Collects the rules that a structure breaks. */
export class RecordCheck {
  readonly faults: FaultPart[] = [];

  /** The fields of a record that has these and no others. */
  record(path: Path, value: unknown, keys: readonly string[]): Given | undefined {
    if (!isRecord(value)) return this.fault(path, "must be an object");
    for (const key of Object.keys(value)) {
      if (!keys.includes(key)) this.fault([...path, key], "is not a field of payment terms");
    }
    return Object.fromEntries(keys.map((key) => [key, ownValue(value, key)]));
  }

  /** The entries of a list that could be read. */
  list<T>(
    path: Path,
    value: unknown,
    atMost: number,
    read: (path: Path, item: unknown) => T | undefined,
  ): T[] {
    const items: T[] = [];
    if (!Array.isArray(value)) this.fault(path, "must be a list");
    else if (value.length > atMost) this.fault(path, `must have at most ${atMost} entries`);
    else {
      for (let index = 0; index < value.length; index += 1) {
        const item = read([...path, index], value[index]);
        if (item) items.push(item);
      }
    }
    return items;
  }

  /** A whole number of a field, or its default where left out. */
  whole(path: Path, given: Given, key: string, range: WholeRange): number {
    const { from, to, otherwise } = range;
    const value = given[key] === undefined ? otherwise : given[key];
    const inRange = Number.isInteger(value) && (value as number) >= from && (value as number) <= to;
    // `+ 0` makes 0 of −0.
    if (inRange) return (value as number) + 0;
    this.fault([...path, key], `must be a whole number from ${from} to ${to}`);
    return from;
  }

  /** Notes a broken rule; answers nothing, in place of what could not be read. */
  fault<T>(path: Path, rule: string): T | undefined {
    if (this.faults.length < MAX_ISSUES) this.faults.push({ path, rule });
    return undefined;
  }
}

/** Both ends inclusive. */
export interface WholeRange {
  readonly from: number;
  readonly to: number;
  readonly otherwise?: number;
}

/** True for an object that is no list. */
export function isRecord(value: unknown): value is Given {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A property of the record itself, never an inherited one. */
export function ownValue(record: Given, key: string): unknown {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

/** `tiers[0].discountRate`. */
export function placeOf(path: Path): string {
  let place = "";
  for (const key of path) {
    if (typeof key === "number") place += `[${key}]`;
    else place += place === "" ? key : `.${key}`;
  }
  return place;
}
