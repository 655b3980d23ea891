/**
 * @module batch/party-sums
 *
 * Sums of several measures by party: what a chunk adds to, what merges, what is written out. In the
 * order of the parties' names, so that nothing tells how the rows were split.
 */
import type { Amounts, Coded } from "../ledger/columns.ts";
import { amountColumn } from "../ledger/columns.ts";
import type { MinorAmount } from "../ledger/minor-units.ts";
import { StringIndex } from "../ledger/string-index.kernel.ts";
import { Plane } from "./plane.ts";

/** What is added up by party: `count` and `size` never below 0, counts within doubles. */
export interface Measure {
  readonly name: string;
  /** Columns a party has of it: classes, months. */
  readonly width: number;
  readonly kind: "count" | "size" | "signed";
}

/** Cells `group × width + column` of each measure, by its name. */
export type CellsByName = Readonly<Record<string, ArrayLike<MinorAmount>>>;

/** Sums of all parties together, by name. */
export type TotalsByName = Readonly<Record<string, MinorAmount>>;

/** Sums by party and measure. */
export class PartySums {
  readonly measures: readonly Measure[];
  readonly #index = new StringIndex();
  readonly #planes: readonly Plane[];

  constructor(measures: readonly Measure[]) {
    this.measures = measures;
    this.#planes = measures.map(({ width }) => new Plane(width));
  }

  /** Adds cells of the parties that occur. */
  add({ codes, categories }: Coded, cells: CellsByName): void {
    const occurs = new Uint8Array(categories.length);
    for (const code of codes) occurs[code] = 1;
    // In the order of the categories: chunks that share them then meet sums in one order.
    const places = new Int32Array(categories.length).fill(-1);
    categories.forEach((party, code) => {
      if (occurs[code] === 1) places[code] = this.#index.add(party);
    });
    this.measures.forEach(({ name }, measure) => {
      const plane = this.#planes[measure] as Plane;
      plane.reserve(this.#index.texts.length);
      plane.addAll(cells[name] as ArrayLike<MinorAmount>, places);
    });
  }

  /** Parties that have anything, by name. */
  parties(): Chosen {
    const { texts } = this.#index;
    const places = texts.map((_, place) => place).filter((place) => this.#hasAny(place));
    places.sort((a, b) => ((texts[a] as string) < (texts[b] as string) ? -1 : 1));
    return { places, names: places.map((place) => texts[place] as string) };
  }

  /** One column of a measure, for those parties. */
  column({ places }: Chosen, name: string, column = 0): Amounts {
    const { plane, width } = this.#measure(name);
    return amountColumn(places.map((place) => plane.at(place * width + column)));
  }

  /** All columns of a measure, for those parties: cells `party × width + column`. */
  cells({ places }: Chosen, name: string): MinorAmount[] {
    const { plane, width } = this.#measure(name);
    const cells: MinorAmount[] = [];
    for (const place of places) {
      for (let column = 0; column < width; column += 1)
        cells.push(plane.at(place * width + column));
    }
    return cells;
  }

  /** One column of a measure over all parties. */
  total(name: string, column = 0): bigint {
    const { plane, width } = this.#measure(name);
    let total = 0n;
    for (let place = 0; place < this.#index.texts.length; place += 1) {
      total += BigInt(plane.at(place * width + column));
    }
    return total;
  }

  #hasAny(place: number): boolean {
    return this.#planes.some((plane) => {
      for (let column = 0; column < plane.width; column += 1) {
        if (plane.at(place * plane.width + column) !== 0) return true;
      }
      return false;
    });
  }

  #measure(name: string): { readonly plane: Plane; readonly width: number } {
    const measure = this.measures.findIndex((each) => each.name === name);
    const plane = this.#planes[measure] as Plane;
    return { plane, width: plane.width };
  }
}

/** Parties chosen to be written out, in their order. */
export interface Chosen {
  readonly places: readonly number[];
  readonly names: readonly string[];
}
