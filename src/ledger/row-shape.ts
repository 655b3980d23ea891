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
  /** No program has given all objects a field that a loop over keys would show. */
  readonly #nothingInherited = Object.keys(Object.prototype).length === 0;

  constructor(fields: readonly Field[]) {
    this.#fields = fields;
    this.#last = this.#shapeFor([]);
  }

  of(row: object): Shape<Field> {
    if (this.#nothingInherited && hasKeys(row, this.#lastKeys)) return this.#last;
    const keys = Object.keys(row);
    this.#lastKeys = keys;
    this.#last = this.#shapeFor(keys);
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

/**
 * Whether a plain object has these keys in this order. A loop over keys makes no list of them; it
 * shows inherited ones, too, which a plain object has only where `Object.prototype` has any.
 */
function hasKeys(row: object, keys: readonly string[]): boolean {
  if (Object.getPrototypeOf(row) !== Object.prototype) return false;
  let count = 0;
  for (const key in row) {
    if (key !== keys[count]) return false;
    count += 1;
  }
  return count === keys.length;
}
