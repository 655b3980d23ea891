/**
 * @module ground/entries
 *
 * The entries of whatever serves as a list. Apart from the class of tables, which nobody needs who
 * only takes lists.
 */
import type { Rows } from "./rows.ts";

/** What tables of every copy of the library are known by. */
export const ROWS = /* @__PURE__ */ Symbol.for("trade-credit/rows");

/** True for a table of this or another copy of the library. */
export function isRows(value: object): value is Rows<unknown> {
  return ROWS in value;
}

/**
 * The entries of an array or table, in an array of our own: what a getter or proxy gave once does
 * not change, and a hole is `undefined`. Undefined for anything else, and where reading it throws.
 */
export function entriesOf(value: unknown, most = MAX_ENTRIES): unknown[] | undefined {
  try {
    if (typeof value !== "object" || value === null) return undefined;
    const list: unknown = Array.isArray(value) || !isRows(value) ? value : value.toArray();
    if (!Array.isArray(list)) return undefined;
    const { length } = list;
    if (!(length <= most)) return undefined;
    const entries = new Array<unknown>(length);
    for (let index = 0; index < length; index += 1) entries[index] = list[index];
    return entries;
  } catch {
    return undefined;
  }
}

/** Entries that a list may have where rows are read by hand: more is no list of documents. */
const MAX_ENTRIES = 10_000_000;
