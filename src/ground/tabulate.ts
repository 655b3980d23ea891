/**
 * @module ground/tabulate
 *
 * Any figure function over many inputs: one row each, in order, and no row takes another with it.
 */
import { ownFields } from "./own-fields.ts";
import type { CreditError } from "./errors.ts";
import { isCreditError, refuse } from "./errors.ts";
import type { Absent, Figure } from "./figure.ts";
import { partOf } from "./results.ts";
import type { List } from "./rows.ts";
import { entriesOf } from "./entries.ts";
import { Rows } from "./rows.ts";

/** How {@link tabulate} reads rows. */
export interface TabulateOptions<Row, With> {
  /** The key that names a row, taken out of it before the call; or a function of the row. */
  readonly id: (keyof Row & string) | ((row: Row, position: number) => string);
  /** Fields that every input has in common. */
  readonly with?: With;
}

/**
 * The figures of an answer under the names they have in a row: that of a scalar function under
 * `value`, absent where the function would have thrown; of a composite those that are its fields.
 */
export type TabulatedFigures<Answer> = Answer extends Figure
  ? {
      /** What the function answers. */
      readonly value?: Answer | Absent<Answer["formula"]>;
    }
  : {
      readonly [
        Key in keyof Answer as Answer[Key] extends Figure | Absent ? Key : never
      ]?: Answer[Key];
    };

/** One row: the figures of its answer, or the error that refused its input. */
export type TabulatedRow<Answer = unknown> = TabulatedFigures<Answer> & {
  /** The row's name. */
  readonly id: string;
  /** Why there are no figures. */
  readonly error?: CreditError;
} & Readonly<Record<string, string | Figure | Absent | CreditError | undefined>>;

/** What became of the rows. */
export interface Tabulated<Answer = unknown> {
  /** One row each, in the order given. */
  readonly rows: Rows<TabulatedRow<Answer>>;
  /** Rows whose figures all have values. */
  readonly ok: number;
  /** Rows with a figure that has none. */
  readonly absent: number;
  /** Rows whose input was refused. */
  readonly failed: number;
}

/**
 * A figure function over many inputs, as a table.
 *
 * Use it for one function over a list of customers, months or plans. A bad row has its error in it
 * and takes no other row with it; for tables straight from a ledger use the functions that make
 * them, which need one pass only.
 *
 * @param fn - Any function of the library that takes one input object.
 * @param rows - Inputs, each with a field that names it.
 * @param options - `id` and what all inputs have in common.
 * @returns One row each. The figure of a scalar function stands under `value`; those of a composite
 *   under their names, nested ones joined by dots.
 *
 * @throws {@link CreditError} `invalid_input`: `rows` is no list, or a row has no `id`. What `fn`
 *   itself throws, other than a CreditError, is thrown on.
 *
 * @example
 * ```ts
 * const months = [
 *   { month: "April", receivables: 900, sales: 600 },
 *   { month: "May", receivables: 800, sales: 0 },
 *   { month: "June", receivables: -1, sales: 700 },
 * ];
 * const table = tabulate(dsoPeriodAverage, months, {
 *   id: "month",
 *   with: { days: 30, sameTaxBasis: true },
 * });
 * [table.ok, table.absent, table.failed]; // => [1, 1, 1]
table.rows.at(0)?.value?.value?.toNumber(); // => 45
 * ```
 */
export function tabulate<Input, Answer extends object, Row extends object, With extends object>(
  fn: (input: Input) => Answer,
  rows: List<Row>,
  options: TabulateOptions<Row, With>,
): Tabulated<Answer> {
  const list = entriesOf(rows) ?? refuse("tabulate", "rows", "must be a list", rows);
  if (typeof fn !== "function") refuse("tabulate", "fn", "must be a function", fn);
  const naming = optionsOf(options);
  const made: TabulatedRow<Answer>[] = [];
  const counts = { ok: 0, absent: 0, failed: 0 };
  list.forEach((row, position) => {
    const { id, input } = named(row as Row, naming, position);
    const answer = answerOf(fn, input as Input);
    counts[answer.outcome] += 1;
    made.push(Object.fromEntries([["id", id], ...answer.cells]) as TabulatedRow<Answer>);
  });
  return { rows: new Rows(made.length, (index) => made[index] as TabulatedRow<Answer>), ...counts };
}

/** The options, read once; inherited ones do not count. */
function optionsOf<Row, With>(options: TabulateOptions<Row, With>): TabulateOptions<Row, With> {
  const given = ownFields(options);
  if (!given) refuse("tabulate", "options", "must be an object", options);
  const { id, with: common } = given;
  if (typeof id !== "string" && typeof id !== "function") {
    refuse("tabulate", "id", "must be the name of a field, or a function of the row", id);
  }
  const shared = common === undefined ? {} : ownFields(common);
  if (!shared) refuse("tabulate", "with", "must be an object", common);
  return { id, with: shared } as TabulateOptions<Row, With>;
}

function named<Row extends object, With extends object>(
  row: Row,
  { id, with: common }: TabulateOptions<Row, With>,
  position: number,
): { readonly id: string; readonly input: object } {
  const path = `rows[${String(position)}]`;
  const own = ownFields(row);
  if (!own) refuse("tabulate", path, "must be an object", row);
  if (typeof id === "function") return { id: id(row, position), input: { ...common, ...own } };
  const { [id]: name, ...rest } = own;
  if (typeof name !== "string" && typeof name !== "number" && typeof name !== "bigint") {
    refuse("tabulate", `${path}.${id}`, "must be a text or number: it names the row", name);
  }
  return { id: String(name), input: { ...common, ...rest } };
}

type Cell = [string, Figure | Absent | CreditError];

interface Answer {
  readonly outcome: "ok" | "absent" | "failed";
  readonly cells: readonly Cell[];
}

function answerOf<Input>(fn: (input: Input) => object, input: Input): Answer {
  try {
    const cells: Cell[] = [];
    addFigures(cells, "", fn(input));
    return { outcome: cells.some(([, each]) => isNull(each)) ? "absent" : "ok", cells };
  } catch (error) {
    if (!isCreditError(error)) throw error;
    return error.absent
      ? { outcome: "absent", cells: [["value", error.absent]] }
      : { outcome: "failed", cells: [["error", error]] };
  }
}

function isNull(cell: Figure | Absent | CreditError): boolean {
  return "value" in cell && cell.value === null;
}

function addFigures(cells: Cell[], name: string, value: unknown): void {
  const part = partOf(value);
  const own = name === "" ? "value" : name;
  if (part.kind === "figure") cells.push([own, part.figure]);
  if (part.kind === "absent") cells.push([own, part.absent]);
  if (part.kind !== "record") return;
  for (const [key, each] of part.entries) {
    addFigures(cells, name === "" ? key : `${name}.${key}`, each);
  }
}
