/**
 * @module dso/effectiveness-columns
 *
 * Collection effectiveness as typed columns, of whole numbers: no figure is made.
 */
import { FigureColumn, nearestDouble } from "../ground/figure-columns.ts";
import type { Column } from "../ground/rows.ts";
import type { Whole } from "../ledger/whole-numbers.ts";
import { minus, plus } from "../ledger/whole-numbers.ts";

/** The columns of a table while its rows are put in. */
export class EffectivenessColumns {
  readonly #opening: FigureColumn;
  readonly #sales: FigureColumn;
  readonly #closing: FigureColumn;
  readonly #current: FigureColumn;
  readonly #index: FigureColumn;

  constructor(rows: number, places: number) {
    this.#opening = new FigureColumn(rows, "money", places);
    this.#sales = new FigureColumn(rows, "money", places);
    this.#closing = new FigureColumn(rows, "money", places);
    this.#current = new FigureColumn(rows, "money", places);
    this.#index = new FigureColumn(rows, "fraction", places);
  }

  /**
   * One row, of minor units; `notDue` are open debit items that are not past due. Reasons of a
   * missing index are those of `collectionEffectivenessIndex`.
   */
  put(row: number, opening: Whole, sales: Whole, closing: Whole, notDue: Whole): void {
    const covered = closing < notDue ? closing : notDue;
    const current = covered < 0 ? 0 : covered;
    this.#opening.put(row, Number(opening));
    this.#sales.put(row, Number(sales));
    this.#closing.put(row, Number(closing));
    this.#current.put(row, Number(current));
    const collectable = plus(opening, sales);
    const collected = minus(collectable, closing);
    const mostCollected = minus(collectable, current);
    if (opening < 0 || closing < 0) this.#index.omit(row, "credit_balance");
    else if (mostCollected <= 0) this.#index.omit(row, "not_defined");
    else this.#index.put(row, quotient(collected, mostCollected));
  }

  /** All columns by their names. */
  done(): Readonly<Record<string, Column>> {
    return {
      opening: this.#opening.done(),
      sales: this.#sales.done(),
      closing: this.#closing.done(),
      current: this.#current.done(),
      index: this.#index.done(),
    };
  }
}

/** Whole numbers that doubles hold give the nearest double in one division. */
function quotient(part: Whole, whole: Whole): number {
  if (typeof part === "number" && typeof whole === "number") return part / whole;
  return nearestDouble(BigInt(part), BigInt(whole));
}
