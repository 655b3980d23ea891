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
