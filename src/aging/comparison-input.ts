/**
 * @module aging/comparison-input
 *
 * What a comparison reads of aging tables: of each row the classes, what is overdue and disputed.
 * Tables are picked apart before they are copied, so that a million customers cost nothing where
 * only regions are compared.
 */
import { ownFields } from "../ground/own-fields.ts";
import { isAbsent } from "../ground/figure.ts";
import type { Terms } from "../ground/input.ts";
import { lazily, read } from "../ground/input.ts";
import { atom, isoDay, list, money, object, optional, rate, text } from "../ground/input-atoms.ts";
import { Fault } from "../ground/fault.ts";
import { entriesOf } from "../ground/entries.ts";
import type { Rows } from "../ground/rows.ts";
import { factsOf } from "../ground/rows.ts";
import { PartyFacts } from "./party-facts.ts";

const measures = () => ({
  buckets: list(object({ label: text(), amount: money() })),
  gross: money(),
  overdue: optional(money()),
  disputed: optional(money()),
});

const segmentName = () =>
  atom<string | null, string | null>((value) =>
    value === null || typeof value === "string" ? value : new Fault("must be a text or null"),
  );

const table = () =>
  object({
    asOf: isoDay(),
    starts: list(object({ label: text(), from: optional(wholeOrNull()), unit: optional(text()) }), {
      atLeast: 1,
    }),
    scopes: list(text()),
    total: object(measures()),
    rows: list(object({ segment: segmentName(), ...measures() })),
  });

function wholeOrNull() {
  return atom<number | null, number | null>((value) =>
    value === null || typeof value === "number" ? value : new Fault("must be a number or null"),
  );
}

/** The schema of what {@link lightened} leaves of the input: rows only of tables without facts. */
export const comparisonSchema = lazily(() =>
  object({
    current: table(),
    previous: optional(table()),
    plan: optional(
      list(
        object({
          segment: optional(text()),
          overdue: optional(rate()),
          longOverdue: optional(rate()),
          disputed: optional(rate()),
        }),
        { atMost: 10_000 },
      ),
    ),
    by: text(),
    longOverdueFrom: optional(text()),
  }),
);

const measuresSchema = lazily(() => object(measures()));

/** The input as read. */
export type ComparisonTerms = Terms<ReturnType<typeof comparisonSchema>>;

/** One table as read. */
export type ComparedTable = ComparisonTerms["current"];

/** The measures of a row as read. */
export type ComparedMeasures = ComparedTable["total"];

/** An input without its tables' ballast. */
export interface Lightened {
  /** The input with nothing of its tables but what is compared. */
  readonly light: object;
  /** The customers of tables of ours: their rows are left out of `light`, and made when read. */
  readonly tables?: LazyTables;
}

/** Customers of the tables compared. */
export interface LazyTables {
  readonly current: Rows<unknown>;
  readonly previous?: Rows<unknown>;
}

/** The input as it is checked. */
export function lightened(input: unknown): Lightened {
  const own = ownFields(input);
  if (!own) return { light: { input } };
  const { by } = own;
  const light: Record<string, unknown> = { ...own };
  const current = fieldsOf(own["current"]);
  const previous = fieldsOf(own["previous"]);
  const tables = by === "party" ? lazyTables(current, previous) : undefined;
  if (own["current"] !== undefined) light["current"] = lightTable(current, by, tables);
  if (own["previous"] !== undefined) light["previous"] = lightTable(previous, by, tables);
  return tables ? { light, tables } : { light };
}

/** The own fields of a table; what is none stays as it is, to be refused. */
function fieldsOf(table: unknown): unknown {
  return ownFields(table) ?? table;
}

/** Both tables by customer, where rows of neither need to be made. */
function lazyTables(current: unknown, previous: unknown): LazyTables | undefined {
  const now = lazyParties(current);
  if (!now) return undefined;
  if (previous === undefined) return { current: now };
  const before = lazyParties(previous);
  return before && { current: now, previous: before };
}

function lazyParties(table: unknown): Rows<unknown> | undefined {
  const parties = ownFields(table)?.["parties"];
  return factsOf(parties) instanceof PartyFacts ? (parties as Rows<unknown>) : undefined;
}

function lightTable(value: unknown, by: unknown, tables: LazyTables | undefined): unknown {
  const own = ownFields(value);
  if (!own) return value;
  const rows = by === "party" ? own["parties"] : own["byDimension"];
  return {
    asOf: own["asOf"],
    scopes: own["scopes"],
    starts: eachOf(own["buckets"], ({ label, from, unit }) => ({ label, from, unit })),
    total: lightMeasures(ownFields(own["total"])),
    rows: tables ? [] : eachOf(rows, (row) => lightRow(row, by)),
  };
}

function lightRow(row: Fields, by: unknown): object {
  const segment = by === "party" ? row["party"] : row["value"];
  return { segment, ...lightMeasures(row) };
}

/** One customer's measures as read: those that a table would have. */
export function measuresOfRow(fn: string, row: unknown): ComparedMeasures {
  return read(fn, measuresSchema, lightMeasures(ownFields(row)) as never);
}

type Fields = Readonly<Record<string, unknown>>;

function lightMeasures(row: Fields | undefined): object | undefined {
  if (!row) return undefined;
  const known = (key: string) => (isAbsent(row[key]) ? undefined : row[key]);
  return {
    buckets: eachOf(row["buckets"], ({ label, amount }) => ({ label, amount })),
    gross: row["gross"],
    overdue: known("overdue"),
    disputed: known("disputed"),
  };
}

function eachOf(list: unknown, pick: (row: Fields) => unknown): unknown {
  return entriesOf(list)?.map((row) => {
    const own = ownFields(row);
    return own ? pick(own) : row;
  });
}
