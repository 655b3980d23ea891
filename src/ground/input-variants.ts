/**
 * @module ground/input-variants
 *
 * Two shapes that schemas are built from besides fixed records: a record whose fields depend on a
 * word in it, and a record whose fields are the caller's own names.
 */
import * as z from "zod/mini";

import { MAX_ISSUES } from "./errors.ts";
import { Fault } from "./fault.ts";
import type { Fraction } from "./fraction.ts";
import type { Accepts, Schema, Terms } from "./input.ts";

type Schemas = Readonly<Record<string, Schema<unknown, unknown>>>;

/** A record by one of several schemas: the word under `key` says which. */
export function variants<S extends Schemas>(
  key: string,
  schemas: S,
): Schema<Terms<S[keyof S]>, Accepts<S[keyof S]>> {
  const words = Object.keys(schemas).map((word) => JSON.stringify(word));
  const rule = `must be ${words.join(" or ")}`;
  const step = z.transform((value: unknown, context) => {
    if (!isRecord(value)) return refused(context, new Fault("must be an object"), value);
    const word = value[key];
    const schema =
      typeof word === "string" && Object.hasOwn(schemas, word) ? schemas[word] : undefined;
    if (schema) return through(schema, value, [], context);
    return refused(context, new Fault(rule, [{ path: [key], rule }]), word);
  });
  return step as unknown as Schema<Terms<S[keyof S]>, Accepts<S[keyof S]>>;
}

/** Names that the caller gives, and what each stands for, in the order given. */
export type Named<T> = readonly (readonly [string, T])[];

/** A record by the caller's own names, of at least one and at most `atMost` entries. */
export function byName<Out, In>(
  schema: Schema<Out, In>,
  { atMost = 1_000 }: { atMost?: number } = {},
): Schema<Named<Out>, Readonly<Record<string, In>>> {
  const step = z.transform((value: unknown, context) => {
    if (!isRecord(value)) return refused(context, new Fault("must be an object"), value);
    const names = Object.keys(value);
    if (names.length === 0) return refused(context, new Fault("must name at least one"), value);
    if (names.length > atMost) {
      return refused(context, new Fault(`must name at most ${atMost}`), value);
    }
    return names.map((name) => [name, through(schema, value[name], [name], context)] as const);
  });
  return step as unknown as Schema<Named<Out>, Readonly<Record<string, In>>>;
}

type Given = Readonly<Record<string, unknown>>;

function isRecord(value: unknown): value is Given {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

type Context = z.core.ParsePayload;

/** What a schema makes of a value; its faults become those of the whole. */
export function through(
  schema: Schema<unknown, unknown>,
  value: unknown,
  path: readonly string[],
  context: Context,
): unknown {
  if (context.issues.length >= MAX_ISSUES) return z.NEVER;
  const result = z.safeParse(schema, value);
  if (result.success) return result.data;
  for (const fault of result.error.issues.slice(0, MAX_ISSUES)) {
    const placed = { ...fault, path: [...path, ...fault.path], input: value };
    context.issues.push(placed as z.core.$ZodRawIssue);
  }
  return z.NEVER;
}

function refused(context: Context, { parts }: Fault, input: unknown): never {
  for (const { path, rule } of parts) {
    context.issues.push({ code: "custom", message: rule, input, path: [...path] });
  }
  return z.NEVER;
}

/**
 * One of two schemas, chosen by the look of the value: a number or a list, a number or a record.
 */
export function either<A, AIn, B, BIn>(
  isFirst: (value: unknown) => boolean,
  first: Schema<A, AIn>,
  second: Schema<B, BIn>,
): Schema<A | B, AIn | BIn> {
  const step = z.transform((value: unknown, context) =>
    through(isFirst(value) ? first : second, value, [], context),
  );
  return step as unknown as Schema<A | B, AIn | BIn>;
}

/**
 * A record without some of its fields: those that a row of the library has beside what is read
 * here. Any other that is unknown is refused as ever.
 */
export function without<Out, In>(fields: readonly string[], schema: Schema<Out, In>) {
  const step = z.transform((value: unknown, context) => {
    if (!isRecord(value)) return refused(context, new Fault("must be an object"), value);
    const rest = Object.entries(value).filter(
      ([name, field]) => field !== undefined && !fields.includes(name),
    );
    const own = Object.assign(Object.create(null) as object, Object.fromEntries(rest));
    return through(schema, own, [], context);
  });
  return step as unknown as Schema<Out, In>;
}

/** A list whose entries have ever greater numbers under a key. */
export function ascending<K extends string, Out extends Readonly<Record<K, Fraction>>, In>(
  entries: Schema<Out[], In>,
  key: K,
): Schema<Out[], In> {
  const step = z.transform((rows: Out[], context) => {
    rows.forEach((row, index) => {
      const before = rows[index - 1];
      if (!before || row[key].compare(before[key]) > 0) return;
      const rule = "must be greater than that of the entry before";
      refused(context, new Fault(rule, [{ path: [index, key], rule }]), rows);
    });
    return rows;
  });
  return z.pipe(entries, step);
}
