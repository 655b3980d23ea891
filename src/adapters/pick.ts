/**
 * @module adapters/pick
 *
 * Takes from rows what a function asks for. The library refuses fields that it does not know, so
 * that a misspelt one is never ignored; rows of an application usually have more.
 */
import { refuse } from "../ground/errors.ts";
import type { List } from "../ground/rows.ts";
import { isRows } from "../ground/entries.ts";

/**
 * A selection of a row's own fields, or of every row's in a list.
 *
 * Use it where a function refuses a record because it has fields of yours. A field that the row
 * does not have is left out of the answer, inherited ones too; the row itself is not changed.
 *
 * @param rows - A record, or a list of records.
 * @param fields - The names to take.
 * @returns A new record, or a new list of new records.
 *
 * @throws `CreditError` `invalid_input`: no record, no list, or one that cannot be read.
 *
 * @example
 * ```ts
 * const month = { receivables: 1170, sales: 3318, days: 181, preparedBy: "M. Lindvall" };
 * const fields = ["receivables", "sales", "days"] as const;
 * dsoPeriodAverage(pick(month, fields)).value.toFixed(1); // => "63.8"
 * pick([month, month], fields).length; // => 2
 * ```
 */
export function pick<R extends object, K extends keyof R & string>(
  rows: List<R>,
  fields: readonly K[],
): Pick<R, K>[];
export function pick<R extends object, K extends keyof R & string>(
  rows: R,
  fields: readonly K[],
): Pick<R, K>;
export function pick(rows: unknown, fields: readonly string[]): unknown {
  const names = namesOf(fields);
  if (typeof rows !== "object" || rows === null) {
    return refuse("pick", "rows", "must be a record or a list of records", rows);
  }
  const list: readonly unknown[] | undefined = Array.isArray(rows)
    ? rows
    : isRows(rows)
      ? rows.toArray()
      : undefined;
  if (!list) return selection(rows, names, "rows");
  return Array.from(list, (row, index) => selection(row, names, `rows[${String(index)}]`));
}

function namesOf(fields: unknown): readonly string[] {
  if (!Array.isArray(fields)) return refuse("pick", "fields", "must be a list of names", fields);
  return Array.from(fields as readonly unknown[], (name, index) =>
    typeof name === "string"
      ? name
      : refuse("pick", `fields[${String(index)}]`, "must be a text", name),
  );
}

function selection(row: unknown, names: readonly string[], path: string): object {
  if (typeof row !== "object" || row === null || Array.isArray(row)) {
    return refuse("pick", path, "must be a record", row);
  }
  try {
    const own = names.filter((name) => Object.hasOwn(row, name));
    // `fromEntries` makes own properties of all names, also of `__proto__`.
    return Object.fromEntries(own.map((name) => [name, (row as Record<string, unknown>)[name]]));
  } catch {
    return refuse("pick", path, "must be readable; reading it threw");
  }
}
