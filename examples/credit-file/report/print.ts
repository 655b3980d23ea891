/** How this file writes numbers; every one is rounded here, once, and half up. */
import type { Numeric } from "trade-credit";
import { toPlain, toRows } from "trade-credit";
import type { Answer } from "../../month-end/format.ts";
import { count, days, isFound, money, NOTHING, percent } from "../../month-end/format.ts";

export function amount(found: Answer): string {
  return isFound(found) ? money(found, 2) : NOTHING;
}

export function number(found: Answer, places = 2): string {
  return isFound(found) ? String(toPlain(found, { places })) : NOTHING;
}

export function shareOf(found: Answer): string {
  return isFound(found) ? percent(found.value) : NOTHING;
}

export function daysOf(found: Answer): string {
  return isFound(found) ? days(found) : NOTHING;
}

/** A number as the file gives it, not rounded. */
export function given(value: Numeric | undefined): string {
  return value === undefined ? NOTHING : count(Number(value));
}

/** The cells of an answer's rows by name; `n/a` for what does not exist. */
export function cellsOf(answer: unknown, places: number): ((name: string) => string)[] {
  return toRows(answer, { places }).map((row) => (name) => String(row[name] ?? NOTHING));
}

/** A text of the library's inputs, exact and perhaps long, with so many places. */
export function shortened(text: string, places: number): string {
  return Number(text).toFixed(places);
}
