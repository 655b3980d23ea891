/** Rows of numbers in the styles that columns come in, and the same rows one by one. */
import { isAbsent, isCreditError, toPlain } from "trade-credit";
import type { Absent, Figure } from "trade-credit";
import type { ValueColumns } from "trade-credit/batch";

/** Numbers from 0 to 2^32 − 1, the same in every run. */
export class Draw {
  #state: number;
  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** The next whole number below `below`. */
  next(below: number): number {
    this.#state = (Math.imul(this.#state, 1_664_525) + 1_013_904_223) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 16), 0x45d9f3b);
    mixed = (mixed ^ (mixed >>> 15)) >>> 0;
    return mixed % below;
  }
}

/** How a column's numbers look. */
export const STYLES = {
  round: (draw: Draw) => draw.next(200) * 1000,
  tiny: (draw: Draw) => draw.next(6),
  whole: (draw: Draw) => draw.next(100_000_000),
  cents: (draw: Draw) => (draw.next(4_000_000_000) + 1) / 100,
  tenths: (draw: Draw) => draw.next(40) / 10,
  wild: (draw: Draw) => (draw.next(4_000_000_000) / 7) * 10 ** (draw.next(20) - 14),
} as const;

export type Style = keyof typeof STYLES;

/** A column in a style; where it may be, every third number is below 0. */
export function columnOf(draw: Draw, style: Style, rows: number, isSigned: boolean): Float64Array {
  return Float64Array.from({ length: rows }, () => {
    const size = STYLES[style](draw);
    return isSigned && draw.next(3) === 0 ? -size : size;
  });
}

/** A row of columns. */
export function rowOf(
  columns: Readonly<Record<string, ArrayLike<number>>>,
  row: number,
): Record<string, number> {
  return Object.fromEntries(
    Object.entries(columns).map(([name, all]) => [name, all[row] as number]),
  );
}

/** What a function answers for one row: a rounded number, or the code of its refusal. */
export function answerOf(
  call: () => Figure | Absent,
  places: number,
): { readonly value: number; readonly code: string; readonly figure: Figure | undefined } {
  try {
    const figure = call();
    if (isAbsent(figure)) return { value: 0, code: figure.reason.code, figure: undefined };
    const options = { numbers: "number", places, rounding: "half-even" } as const;
    const value = toPlain(figure, options) as number;
    return { value: value + 0, code: "", figure };
  } catch (error) {
    if (!isCreditError(error)) throw error;
    return { value: 0, code: error.code, figure: undefined };
  }
}

/** The code of a row's refusal; empty where it has an answer. */
export function reasonOf({ reasons }: ValueColumns, row: number): string {
  return reasons ? (reasons.categories[reasons.codes[row] as number] as string) : "";
}

/** The word of a row. */
export function wordOf(
  coded: { readonly codes: ArrayLike<number>; readonly categories: readonly string[] } | undefined,
  row: number,
): string | undefined {
  return coded?.categories[coded.codes[row] as number];
}
