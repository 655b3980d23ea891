/**
 * @module ground/results
 *
 * Walks an answer of any shape: figures, absent answers, lists and tables, composites.
 */
import { isCreditError, refuse } from "./errors.ts";
import type { Absent, Figure } from "./figure.ts";
import { isAbsent, isFigure } from "./figure.ts";
import { entriesOf, isRows } from "./entries.ts";

/** What an answer may hold. */
export type Part =
  | { readonly kind: "figure"; readonly figure: Figure }
  | { readonly kind: "absent"; readonly absent: Absent }
  | { readonly kind: "list"; readonly list: Iterable<unknown> }
  | { readonly kind: "record"; readonly entries: readonly (readonly [string, unknown])[] }
  | { readonly kind: "plain"; readonly value: unknown };

/** What a value of an answer is. */
export function partOf(value: unknown): Part {
  if (typeof value !== "object" || value === null) return { kind: "plain", value };
  if (isFigure(value)) return { kind: "figure", figure: value };
  if (isAbsent(value)) return { kind: "absent", absent: value };
  if (Array.isArray(value)) return { kind: "list", list: entriesOf(value) ?? unreadable() };
  if (isRows(value)) return { kind: "list", list: value };
  const view = ownView(value);
  // A Decimal or Date that stands alone is a text there.
  if (typeof view !== "object" || view === null) return { kind: "plain", value: view };
  return { kind: "record", entries: Object.entries(view) };
}

/** Answers that compute parts of themselves when read write these out as JSON does. */
function ownView(value: object): unknown {
  if (!("toJSON" in value) || typeof value.toJSON !== "function") return value;
  return (value.toJSON as () => unknown).call(value);
}

function unreadable(): never {
  throw new RangeError("a list that cannot be read, or is too long");
}

/** Walks a result; whatever throws on the way, or never ends, makes it no result. */
export function guarded<T>(fn: string, walk: () => T): T {
  try {
    return walk();
  } catch (error) {
    if (isCreditError(error)) throw error;
    return refuse(fn, "result", "must be a result of the library, which can be read");
  }
}
