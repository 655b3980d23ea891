/** Whether a schema accepts exactly what an interface says: the compiler's own comparison. */
import type { Accepts } from "../../src/ground/input.ts";

/** Whether two types are one. */
export type Equal<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

/** Fields without `readonly`, and optional ones without the `undefined` that zod adds. */
type Fields<T> = { -readonly [K in keyof T]-?: Exclude<T[K], undefined> };

/** The names of the fields that may be left out. */
type Optional<T> = { [K in keyof T]-?: object extends Pick<T, K> ? K : never }[keyof T];

/** The same fields, of the same types, and the same ones may be left out. */
export type Same<Schema extends (...args: never) => unknown, Input> = [
  Equal<Fields<Accepts<ReturnType<Schema>>>, Fields<Input>>,
  Equal<Optional<Accepts<ReturnType<Schema>>>, Optional<Input>>,
] extends [true, true]
  ? true
  : false;

/** Compiles only with the right answer. */
export function same<S extends (...args: never) => unknown, I>(equal: Same<S, I>): boolean {
  return equal;
}
