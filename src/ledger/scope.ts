/**
 * @module ledger/scope
 *
 * Which part of a ledger a question is about: one party, one dimension value, or all of it.
 */
import { CreditError } from "../ground/errors.ts";
import { object, optional, text } from "../ground/input-atoms.ts";
import type { Coded } from "./columns.ts";
import type { LedgerData } from "./ledger.ts";

/** A part of a ledger. */
export interface LedgerScope {
  /** One party. */
  readonly party?: string;
  /** One value of a dimension; `value` left out means items without the dimension. */
  readonly dimension?: DimensionValue;
}

/** One value of a dimension. */
export interface DimensionValue {
  /** Which dimension: `region`. */
  readonly name: string;
  /** Which value: `North`; left out: items that have none. */
  readonly value?: string;
}

/** The fields of {@link LedgerScope}, for a schema. */
export const scopeShape = () => ({
  party: optional(text()),
  dimension: optional(object({ name: text(), value: optional(text()) })),
});

/** A scope as read: fields left out or undefined. */
export interface ScopeTerms {
  readonly party?: string | undefined;
  readonly dimension?: { readonly name: string; readonly value?: string | undefined } | undefined;
}

/** Tells of each document whether it belongs to the scope; undefined when all do. */
export function scopeTest(
  fn: string,
  { journal }: LedgerData,
  { party, dimension }: ScopeTerms,
): ((item: number) => boolean) | undefined {
  const partyCode = party === undefined ? undefined : journal.party.categories.indexOf(party);
  const column = dimension && dimensionColumn(fn, journal.dimensions, dimension.name);
  if (partyCode === undefined && !column) return undefined;
  const wanted =
    dimension?.value === undefined ? -1 : (column?.categories.indexOf(dimension.value) ?? -1);
  // An unknown value matches nothing; it must not match the items that have none.
  const nothing = dimension?.value !== undefined && wanted < 0;
  return (item) =>
    !nothing &&
    (partyCode === undefined || journal.party.codes[item] === partyCode) &&
    (!column || column.codes[item] === wanted);
}

/** A dimension's column, refused where the ledger has none of that name. */
export function dimensionColumn(
  fn: string,
  dimensions: ReadonlyMap<string, Coded>,
  name: string,
): Coded {
  const column = dimensions.get(name);
  if (column) return column;
  const known = [...dimensions.keys()].map((each) => JSON.stringify(each)).join(", ");
  const rule = `must be a dimension of the ledger (${known === "" ? "it has none" : known})`;
  throw new CreditError("invalid_input", fn, [
    { path: "dimension", rule, received: JSON.stringify(name) },
  ]);
}

/** The scope as a figure's inputs state it. */
export function scopeInputs({ party, dimension }: ScopeTerms): object {
  return {
    ...(party === undefined ? {} : { party }),
    ...(dimension ? { dimension: { name: dimension.name, value: dimension.value } } : {}),
  };
}
