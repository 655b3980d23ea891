/**
 * @module ground/once
 *
 * What is computed on first use, once: a pass that nobody asks for costs nothing.
 */

/** Computes on first use, once. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

/** Keeps what was made last: of tables read one after the other, one is there at a time. */
export function lastOf<K, T>(make: (key: K) => T): (key: K) => T {
  let last: { readonly key: K; readonly value: T } | undefined;
  return (key) => {
    if (last?.key !== key) last = { key, value: make(key) };
    return last.value;
  };
}

/**
 * Adds a field that is computed on first use. It stands behind those that are there already: a
 * getter in a literal that spreads another record comes last in some engines.
 */
export function withOnce<R extends object, Name extends string, T>(
  record: R,
  name: Name,
  make: () => T,
): R & { readonly [Key in Name]: T } {
  // Without a prototype: a host may have set `value` on `Object.prototype`.
  const getter = { __proto__: null, get: once(make), enumerable: true, configurable: true };
  Object.defineProperty(record, name, getter);
  return record as R & { readonly [Key in Name]: T };
}
