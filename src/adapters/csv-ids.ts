/**
 * @module adapters/csv-ids
 *
 * Which line has which document number. The first row that states a number has it, whether or not
 * the rest of that row can be read: what a second one means is not to be guessed.
 */
import type { CsvCells } from "./csv-cells.ts";

/** The numbers seen so far. A Map, so that a document may be called `__proto__`. */
export class Ids {
  readonly #lines = new Map<string, number>();

  /** True where the number is new; otherwise the row at hand gets the fault. */
  take(id: string, line: number, cells: CsvCells): boolean {
    const before = this.#lines.get(id);
    if (before === undefined) this.#lines.set(id, line);
    else cells.refuse("id", `must be unique; line ${String(before)} has it`);
    return before === undefined;
  }
}
