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
  const columns = new Map<string, ColumnDraft>();
  let index = 0;
  for (const row of rows) {
    for (const [name, cell] of Object.entries(row) as [string, unknown][]) {
      if (!isFigure(cell) && !isAbsent(cell)) continue;
      const column = columns.get(name) ?? new ColumnDraft(rows.length, cell.unit, minorUnits);
      columns.set(name, column);
      column.set(index, cell);
    }
    index += 1;
  }
  return Object.fromEntries([...columns].map(([name, column]) => [name, column.done()]));
}

/** The nearest double: by one division where both are exact, else by the decimal text. */
export function nearestDouble(numerator: bigint, denominator: bigint): number {
  const part = Number(numerator);
  const whole = Number(denominator);
  if (Number.isSafeInteger(part) && Number.isSafeInteger(whole)) return part / whole;
  return Number(toText(Fraction.of(numerator, denominator)));
}

class ColumnDraft {
  readonly #values: Float64Array;
  readonly #valid: Uint8Array;
  readonly #reasons: (string | null)[];
  readonly #unit: Unit;
  readonly #scale: bigint;
  #absent = false;

  constructor(length: number, unit: Unit, minorUnits: number) {
    this.#values = new Float64Array(length);
    this.#valid = new Uint8Array(length);
    this.#reasons = new Array<string | null>(length).fill(null);
    this.#unit = unit;
    this.#scale = unit === "money" ? 10n ** BigInt(minorUnits) : 1n;
  }

  set(index: number, cell: Figure | Absent): void {
    if (isAbsent(cell)) {
      this.#reasons[index] = cell.reason.code;
      this.#absent = true;
      return;
    }
    const exact = entered(cell);
    if (exact instanceof Fault) return;
    const { numerator, denominator } = exact;
    this.#values[index] = nearestDouble(numerator * this.#scale, denominator);
    this.#valid[index] = 1;
  }

  done(): Column {
    const column = { values: this.#values, valid: this.#valid, unit: this.#unit };
    return this.#absent ? { ...column, reasons: this.#reasons } : column;
  }
}
