/**
 * @module ledger/scope
 *
 * Which part of a ledger a question is about: one party, one dimension value, or all of it.
 */
import { CreditError } from "../ground/errors.ts";
import { object, optional, text } from "../ground/input-atoms.ts";
import type { Coded, Journal } from "./columns.ts";
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

/** One dimension value as read; no value means items that have none. */
export interface DimensionTerms {
  readonly name: string;
  readonly value?: string | undefined;
}

/** A scope as read: fields left out or undefined. */
export interface ScopeTerms {
  readonly party?: string | undefined;
  readonly dimension?: DimensionTerms | undefined;
  /** In a table by one dimension that is about one value of another: the latter. */
  readonly within?: DimensionTerms | undefined;
}

type ItemTest = (item: number) => boolean;

/** Tells of each document whether it belongs to the scope; undefined when all do. */
export function scopeTest(
  fn: string,
  { journal }: LedgerData,
  scope: ScopeTerms,
): ItemTest | undefined {
  const { party, dimension, within } = ownScope(scope);
  const tests: ItemTest[] = [];
  if (party !== undefined) {
    const code = journal.party.categories.indexOf(party);
    tests.push((item) => journal.party.codes[item] === code);
  }
  for (const each of [dimension, within]) if (each) tests.push(dimensionTest(fn, journal, each));
  const [first, ...others] = tests;
  return first && (others.length === 0 ? first : (item) => tests.every((test) => test(item)));
}

function dimensionTest(fn: string, { dimensions }: Journal, { name, value }: DimensionTerms) {
  const { codes, categories } = dimensionColumn(fn, dimensions, name);
  // An unknown value matches nothing; it must not match the items that have none.
  const unknown = -2;
  const found = value === undefined ? -1 : categories.indexOf(value);
  const wanted = value !== undefined && found < 0 ? unknown : found;
  return (item: number) => codes[item] === wanted;
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
export function scopeInputs(scope: ScopeTerms): object {
  const { party, dimension, within } = ownScope(scope);
  return {
    ...(party === undefined ? {} : { party }),
    ...(dimension ? { dimension: { name: dimension.name, value: dimension.value } } : {}),
    ...(within ? { within: { name: within.name, value: within.value } } : {}),
  };
}

/** Without a prototype: a scope names what it is about, and inherits nothing. */
function ownScope(scope: ScopeTerms): ScopeTerms {
  return Object.assign(Object.create(null) as ScopeTerms, scope);
}
