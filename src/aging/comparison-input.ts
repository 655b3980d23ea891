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
import { lazily } from "../ground/input.ts";
import { atom, isoDay, list, money, object, optional, rate, text } from "../ground/input-atoms.ts";
import { Fault } from "../ground/fault.ts";
import { entriesOf } from "../ground/entries.ts";

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

/** The schema of what {@link lightened} leaves of the input. */
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

/** The input as read. */
export type ComparisonTerms = Terms<ReturnType<typeof comparisonSchema>>;

/** One table as read. */
export type ComparedTable = ComparisonTerms["current"];

/** The measures of a row as read. */
export type ComparedMeasures = ComparedTable["total"];

/** The input with nothing of its tables but what is compared. */
export function lightened(input: unknown): object {
  const own = ownFields(input);
  if (!own) return { input };
  const { by } = own;
  const light: Record<string, unknown> = { ...own };
  for (const key of ["current", "previous"]) {
    if (own[key] !== undefined) light[key] = lightTable(own[key], by);
  }
  return light;
}

function lightTable(value: unknown, by: unknown): unknown {
  const own = ownFields(value);
  if (!own) return value;
  const rows = by === "party" ? own["parties"] : own["byDimension"];
  return {
    asOf: own["asOf"],
    scopes: own["scopes"],
    starts: eachOf(own["buckets"], ({ label, from, unit }) => ({ label, from, unit })),
    total: lightMeasures(ownFields(own["total"])),
    rows: eachOf(rows, (row) => ({
      segment: by === "party" ? row["party"] : row["value"],
      ...lightMeasures(row),
    })),
  };
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
