/**
 * @module batch/shortfalls
 *
 * Codes of reasons by the sum of their shortfalls, for every row.
 */
import type { CodedColumn } from "./column-types.ts";

/** What shortfalls are made of, in whole steps; one entry a characteristic. */
export interface Shortfalls {
  readonly codes: readonly string[];
  readonly baselines: readonly number[];
  readonly points: readonly Float64Array[];
  /** The attribute of each row. */
  readonly places: readonly Int16Array[];
  /** 1 where points below the baseline are a reason, −1 where those above it are. */
  readonly sign: 1 | -1;
}

/** Ranks the codes of every valid row; ties stay in the order of the card. */
export function rankReasons(
  { codes, baselines, points, places, sign }: Shortfalls,
  valid: Uint8Array,
): CodedColumn & { readonly perRow: number } {
  const words = [...new Set(codes)];
  const wordOf = codes.map((code) => words.indexOf(code));
  const perRow = words.length;
  const ranked = new Uint16Array(valid.length * perRow);
  const totals = new Float64Array(perRow);
  for (let row = 0; row < valid.length; row += 1) {
    if (valid[row] === 0) continue;
    totals.fill(0);
    for (let part = 0; part < places.length; part += 1) {
      const earned = points[part]?.[places[part]?.[row] as number] as number;
      const word = wordOf[part] as number;
      totals[word] = (totals[word] as number) + sign * ((baselines[part] as number) - earned);
    }
    rank(totals, ranked, row * perRow);
  }
  return { codes: ranked, categories: ["", ...words], perRow };
}

/** Puts codes of totals above 0 in order, by insertion: there are few. */
function rank(totals: Float64Array, ranked: Uint16Array, from: number): void {
  let count = 0;
  for (let word = 0; word < totals.length; word += 1) {
    const total = totals[word] as number;
    if (total <= 0) continue;
    let at = from + count;
    while (at > from && (totals[(ranked[at - 1] as number) - 1] as number) < total) {
      ranked[at] = ranked[at - 1] as number;
      at -= 1;
    }
    ranked[at] = word + 1;
    count += 1;
  }
}
