/**
 * @module ground/figure-columns
 *
 * The measures of a table as typed columns, read off its rows.
 */
import { entered } from "./exact.ts";
import { Fault } from "./fault.ts";
import type { Absent, Figure, Unit } from "./figure.ts";
import { isAbsent, isFigure } from "./figure.ts";
import { Fraction } from "./fraction.ts";
import { toText } from "./numeric.ts";
import type { Column, List } from "./rows.ts";

/**
 * Every figure field of the rows as a column; money in whole minor units of that many places. Rows
 * are read one after the other, so that of a table none needs to be kept.
 */
export function figureColumns(
  rows: List<object>,
  minorUnits: number,
): Readonly<Record<string, Column>> {
  const columns = new Map<string, FigureColumn>();
  let index = 0;
  for (const row of rows) {
    for (const [name, cell] of Object.entries(row) as [string, unknown][]) {
      if (!isFigure(cell) && !isAbsent(cell)) continue;
      const column = columns.get(name) ?? new FigureColumn(rows.length, cell.unit, minorUnits);
      columns.set(name, column);
      column.set(index, cell);
    }
    index += 1;
  }
  return Object.fromEntries([...columns].map(([name, column]) => [name, column.done()]));
}

/** Bits of a quotient that are more than a double holds, one of them to tell a tie. */
const QUOTIENT_BITS = 66;

/** The nearest double: by one division where both are exact, else of a whole quotient. */
export function nearestDouble(numerator: bigint, denominator: bigint): number {
  const part = Number(numerator);
  const whole = Number(denominator);
  if (Number.isSafeInteger(part) && Number.isSafeInteger(whole)) return part / whole;
  if (numerator < 0n) return -nearestDouble(-numerator, denominator);
  const shift = QUOTIENT_BITS - Math.floor(Math.log2(Math.abs(part / whole)));
  if (!(Math.abs(shift) < 900)) return Number(toText(Fraction.of(numerator, denominator)));
  const scaled = shift > 0 ? numerator << BigInt(shift) : numerator;
  const divisor = shift > 0 ? denominator : denominator << BigInt(-shift);
  const quotient = scaled / divisor;
  // What the whole quotient leaves out makes its last bit odd: no tie is seen where none is.
  const isExact = quotient * divisor === scaled;
  const sticky = isExact ? quotient : quotient | 1n;
  return Number(sticky) * 2 ** -shift;
}

/** One measure of a table while its rows are put in. */
export class FigureColumn {
  readonly #values: Float64Array;
  readonly #valid: Uint8Array;
  /** Made with the first that is absent: most columns have none. */
  #reasons: (string | null)[] | undefined;
  readonly #unit: Unit;
  readonly #scale: bigint;

  constructor(length: number, unit: Unit, minorUnits: number) {
    this.#values = new Float64Array(length);
    this.#valid = new Uint8Array(length);
    this.#unit = unit;
    this.#scale = unit === "money" ? 10n ** BigInt(minorUnits) : 1n;
  }

  /** A number that needs no figure: money in minor units, or the nearest double. */
  put(index: number, value: number): void {
    this.#values[index] = value;
    this.#valid[index] = 1;
  }

  /** No value, for this reason. */
  omit(index: number, reason: string): void {
    this.#reasons ??= new Array<string | null>(this.#valid.length).fill(null);
    this.#reasons[index] = reason;
  }

  /** What a figure or its absence says. */
  set(index: number, cell: Figure | Absent): void {
    if (isAbsent(cell)) {
      this.omit(index, cell.reason.code);
      return;
    }
    const exact = entered(cell);
    if (exact instanceof Fault) return;
    this.enter(index, exact);
  }

  /** An exact number. */
  enter(index: number, { numerator, denominator }: Fraction): void {
    this.put(index, nearestDouble(numerator * this.#scale, denominator));
  }

  /** The column. */
  done(): Column {
    const column = { values: this.#values, valid: this.#valid, unit: this.#unit };
    return this.#reasons ? { ...column, reasons: this.#reasons } : column;
  }
}
