/**
 * @module ground/input
 *
 * Reading: turns what a caller passed into checked terms, or refuses with every fault at once. A
 * domain builds its schema from the pieces in `ground/input-atoms`; messages are ours, never zod's.
 */
import type * as z from "zod/v4/core";

import { copyOwn } from "./copy.ts";
import type { CopyNotes } from "./copy.ts";
import type { Issue } from "./errors.ts";
import { CreditError, issue, MAX_ISSUES } from "./errors.ts";
import type { Step } from "./input-step.ts";
import { runStep } from "./input-step.ts";

/** A schema: what it accepts (`In`) and what a formula gets (`Out`). */
export type Schema<Out, In> = z.$ZodType<Out, In>;

/** What a schema gives to the formula. */
export type Terms<S> = S extends z.$ZodType<infer Out> ? Out : never;

/** What a schema accepts from the caller. */
export type Accepts<S> = S extends z.$ZodType<unknown, infer In> ? In : never;

// A schema is built on its first use: zod probes its host when one is made, not at import.
export { once as lazily } from "./once.ts";

/** The terms of a call, with the currency of the figures in it where they have one. */
export type Read<Out> = Out & { readonly currency?: string };

/**
 * Reads an input: copies it, checks it, and gives the terms; throws one {@link CreditError} that
 * lists every fault.
 */
export function read<Out, In>(
  fn: string,
  schema: () => Schema<Out, In>,
  input: NoInfer<In>,
): Read<Out> {
  const notes: CopyNotes = { issues: [], absents: [], currencies: new Set() };
  const copied = copyOwn(input, notes);
  if (notes.issues.length > 0) throw new CreditError("invalid_input", fn, notes.issues);
  if (notes.absents.length > 0) throw new CreditError("not_defined", fn, notes.absents);
  if (notes.currencies.size > 1) {
    const received = [...notes.currencies].sort().join(", ");
    const rule = "must be of one currency";
    throw new CreditError("currency_mismatch", fn, [{ path: "", rule, received }]);
  }
  const result = runStep(schema(), copied);
  if (result.issues.length > 0) {
    throw new CreditError("invalid_input", fn, issuesOf(result, copied));
  }
  const [currency] = notes.currencies;
  const terms = result.value as Out & { currency: string | undefined };
  // The terms are a record of our own, made a moment ago.
  if (currency !== undefined || !Object.hasOwn(terms, "currency")) terms.currency = currency;
  return terms as Read<Out>;
}

/** The first faults; of these the error keeps as many as it may have. */
function issuesOf({ issues }: Step, input: unknown): Issue[] {
  return issues.slice(0, MAX_ISSUES).flatMap((fault) => issuesOfFault(fault, input));
}

function issuesOfFault(fault: Step["issues"][number], input: unknown): Issue[] {
  const place = fault.path ?? [];
  if (fault.code === "unrecognized_keys") {
    const rule = "is not a field of this input; `pick` of trade-credit/adapters takes a selection";
    return fault["keys"].map((key) => ({ path: pathText([...place, key]), rule }));
  }
  // Whatever else is refused was refused with a rule of ours.
  return [issue(pathText(place), fault.message as string, valueAt(input, place))];
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  let value = input;
  for (const key of path) {
    if (typeof value !== "object" || value === null) return undefined;
    value = (value as Record<PropertyKey, unknown>)[key];
  }
  return value;
}

/** `periods[2].sales`. */
function pathText(path: readonly PropertyKey[]): string {
  let text = "";
  for (const key of path) {
    if (typeof key === "number") text += `[${String(key)}]`;
    else text += text === "" ? String(key) : `.${String(key)}`;
  }
  return text;
}
