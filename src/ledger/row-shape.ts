/**
 * @module ledger/row-shape
 *
 * Which fields a row has of its own. Rows of one export share their shape, so it is looked at once
 * and not per row; inherited properties (a polluted prototype) are never read.
 */

/** The own fields of a row, by name. */
export type Shape<Field extends string> = Readonly<Record<Field, boolean>> & {
  /** Keys that are no fields. */
  readonly unknown: readonly string[];
};

/** Looks up the shape of row after row. */
export class Shapes<Field extends string> {
  readonly #fields: readonly Field[];
  readonly #seen = new Map<string, Shape<Field>>();
  #lastKeys: readonly string[] = [];
  #last: Shape<Field>;

  constructor(fields: readonly Field[]) {
    this.#fields = fields;
    this.#last = this.#shapeFor([]);
  }

  of(row: object): Shape<Field> {
    const keys = Object.keys(row);
    if (!sameKeys(keys, this.#lastKeys)) {
      this.#lastKeys = keys;
      this.#last = this.#shapeFor(keys);
    }
    return this.#last;
  }

  #shapeFor(keys: readonly string[]): Shape<Field> {
    const name = JSON.stringify(keys);
    let shape = this.#seen.get(name);
    if (!shape) {
      shape = this.#makeShape(keys);
      // A hostile list could bring a new shape with every row.
      if (this.#seen.size < 1000) this.#seen.set(name, shape);
    }
    return shape;
  }

  #makeShape(keys: readonly string[]): Shape<Field> {
    const own = new Set(keys);
    const fields = this.#fields.map((field) => [field, own.has(field)] as const);
    const known = new Set<string>(this.#fields);
    const unknown = keys.filter((key) => !known.has(key));
    return { ...(Object.fromEntries(fields) as Record<Field, boolean>), unknown };
  }
}

function sameKeys(a: readonly string[], b: readonly string[]): boolean {
  if (a.length !== b.length) return false;
  for (let index = 0; index < a.length; index += 1) if (a[index] !== b[index]) return false;
  return true;
}
