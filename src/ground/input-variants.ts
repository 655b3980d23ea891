/**
 * @module ground/input-variants
 *
 * Two shapes that schemas are built from besides fixed records: a record whose fields depend on a
 * word in it, and a record whose fields are the caller's own names.
 */
import { MAX_ISSUES } from "./errors.ts";
import { Fault } from "./fault.ts";
import type { Fraction } from "./fraction.ts";
import type { Step } from "./input-step.ts";
import { refused, schemaOf, stepInto } from "./input-step.ts";
import type { Accepts, Schema, Terms } from "./input.ts";

type Schemas = Readonly<Record<string, Schema<unknown, unknown>>>;

/** A record by one of several schemas: the word under `key` says which. */
export function variants<S extends Schemas>(
  key: string,
  schemas: S,
): Schema<Terms<S[keyof S]>, Accepts<S[keyof S]>> {
  const words = Object.keys(schemas).map((word) => JSON.stringify(word));
  const rule = `must be ${words.join(" or ")}`;
  return schemaOf((value, whole) => {
    if (!isRecord(value)) return refused(whole, new Fault("must be an object"), value);
    const word = value[key];
    const schema =
      typeof word === "string" && Object.hasOwn(schemas, word) ? schemas[word] : undefined;
    if (schema) return through(schema, value, undefined, whole);
    return refused(whole, new Fault(rule, [{ path: [key], rule }]), word);
  });
}

/** Names that the caller gives, and what each stands for, in the order given. */
export type Named<T> = readonly (readonly [string, T])[];

/** A record by the caller's own names, of at least one and at most `atMost` entries. */
export function byName<Out, In>(
  schema: Schema<Out, In>,
  { atMost = 1_000 }: { atMost?: number } = {},
): Schema<Named<Out>, Readonly<Record<string, In>>> {
  return schemaOf((value, whole) => {
    if (!isRecord(value)) return refused(whole, new Fault("must be an object"), value);
    const names = Object.keys(value);
    if (names.length === 0) return refused(whole, new Fault("must name at least one"), value);
    if (names.length > atMost) {
      return refused(whole, new Fault(`must name at most ${atMost}`), value);
    }
    return names.map((name) => [name, through(schema, value[name], name, whole)] as const);
  });
}

type Given = Readonly<Record<string, unknown>>;

function isRecord(value: unknown): value is Given {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** What a schema makes of a value; its faults become those of the whole. */
export function through(
  schema: Schema<unknown, unknown>,
  value: unknown,
  name: string | undefined,
  whole: Step,
): unknown {
  const before = whole.issues.length;
  if (before >= MAX_ISSUES) return undefined;
  const made = stepInto(schema, value, name, whole);
  return whole.issues.length > before ? undefined : made;
}

/**
 * One of two schemas, chosen by the look of the value: a number or a list, a number or a record.
 */
export function either<A, AIn, B, BIn>(
  isFirst: (value: unknown) => boolean,
  first: Schema<A, AIn>,
  second: Schema<B, BIn>,
): Schema<A | B, AIn | BIn> {
  return schemaOf((value, whole) =>
    through(isFirst(value) ? first : second, value, undefined, whole),
  );
}

/**
 * A record without some of its fields: those that a row of the library has beside what is read
 * here. Any other that is unknown is refused as ever.
 */
export function without<Out, In>(
  fields: readonly string[],
  schema: Schema<Out, In>,
): Schema<Out, In> {
  return schemaOf((value, whole) => {
    if (!isRecord(value)) return refused(whole, new Fault("must be an object"), value);
    const rest = Object.entries(value).filter(
      ([name, field]) => field !== undefined && !fields.includes(name),
    );
    const own = Object.assign(Object.create(null) as object, Object.fromEntries(rest));
    return through(schema, own, undefined, whole);
  });
}

/** A list whose entries have ever greater numbers under a key. */
export function ascending<K extends string, Out extends Readonly<Record<K, Fraction>>, In>(
  entries: Schema<Out[], In>,
  key: K,
): Schema<Out[], In> {
  return schemaOf((value, whole) => {
    const rows = stepInto(entries, value, undefined, whole);
    if (whole.issues.length > 0) return undefined;
    rows.forEach((row, index) => {
      const before = rows[index - 1];
      if (!before || row[key].compare(before[key]) > 0) return;
      const rule = "must be greater than that of the entry before";
      refused(whole, new Fault(rule, [{ path: [index, key], rule }]), rows);
    });
    return rows;
  });
}
