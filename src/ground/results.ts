/**
 * @module ground/results
 *
 * Walks an answer of any shape: figures, absent answers, lists and tables, composites.
 */
import type { Absent, Figure } from "./figure.ts";
import { isAbsent, isFigure } from "./figure.ts";
import { isRows } from "./rows.ts";

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
  if (Array.isArray(value)) return { kind: "list", list: value };
  if (isRows(value)) return { kind: "list", list: value };
  return { kind: "record", entries: Object.entries(ownView(value)) };
}

/** Answers that compute parts of themselves when read write these out as JSON does. */
function ownView(value: object): object {
  if (!("toJSON" in value) || typeof value.toJSON !== "function") return value;
  return (value.toJSON as () => object).call(value);
}
