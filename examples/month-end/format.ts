/** Numbers as a credit manager prints them, and tables of them. */
import Table from "cli-table3";
import type { Decimal, Figure } from "trade-credit";
import { isCreditError } from "trade-credit";

/** A figure, or why there is none: an `Absent` of the library is both. */
export type Answer = Figure | NoAnswer;

/** Why there is no figure. */
export interface NoAnswer {
  readonly reason: { readonly message: string };
}

/** What a cell says where there is no answer; the reason stands below the table. */
export const NOTHING = "n/a";

/** Asks for a figure that may not exist: single figures are thrown where tables hold the reason. */
export function answer(ask: () => Figure): Answer {
  try {
    return ask();
  } catch (error) {
    if (!isCreditError(error)) throw error;
    return error.absent ?? { reason: { message: error.message } };
  }
}

export function isFound(found: Answer): found is Figure {
  return !("reason" in found);
}

/** `n/a: why`, once for each reason. */
export function reasonsOf(answers: readonly Answer[]): string[] {
  const reasons = answers.flatMap((found) => (isFound(found) ? [] : [found.reason.message]));
  return [...new Set(reasons)].map((reason) => `${NOTHING}: ${reason}`);
}

/** `1,234,567.89`; a Decimal rounds half up and loses nothing on the way. */
export function money({ value }: { value: Decimal }, places: number): string {
  return grouped(value.toFixed(places));
}

export function days({ value }: { value: Decimal }): string {
  return grouped(value.toFixed(1));
}

export function percent(share: Decimal): string {
  return `${share.times(100).toFixed(1)} %`;
}

/** One number as a share of another, which may be nothing. */
export function share(part: Decimal, whole: Decimal): string {
  return whole.isZero() ? NOTHING : percent(part.dividedBy(whole));
}

export function count(number: number): string {
  return grouped(String(number));
}

function grouped(text: string): string {
  const [whole = "", fraction] = text.split(".");
  const spaced = whole.replaceAll(/\B(?=(?:\d{3})+$)/g, ",");
  return fraction === undefined ? spaced : `${spaced}.${fraction}`;
}

/** A heading with a line under it. */
export function heading(text: string): string {
  return `${text}\n${"=".repeat(text.length)}`;
}

/** A table without borders: the first column to the left, numbers to the right. */
export function table(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  textColumns: readonly number[] = [0],
): string {
  return drawn(head, rows, textColumns);
}

/** The same without a head. */
export function list(rows: readonly (readonly string[])[]): string {
  return drawn([], rows, [0]);
}

function drawn(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  textColumns: readonly number[],
): string {
  const columns = rows[0] ?? head;
  const drawing = new Table({
    head: [...head],
    colAligns: columns.map((_, column) => (textColumns.includes(column) ? "left" : "right")),
    style: { head: [], border: [], compact: true, "padding-left": 0, "padding-right": 0 },
    chars: { ...NO_LINES, mid: "-", "mid-mid": "--", middle: "  " },
  });
  drawing.push(...rows.map((row) => [...row]));
  const lines = drawing.toString().split("\n");
  return lines.map((line) => line.trimEnd()).join("\n");
}

const NO_LINES = {
  ...{ top: "", "top-mid": "", "top-left": "", "top-right": "" },
  ...{ bottom: "", "bottom-mid": "", "bottom-left": "", "bottom-right": "" },
  ...{ left: "", "left-mid": "", right: "", "right-mid": "" },
};
