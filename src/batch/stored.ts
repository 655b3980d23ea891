/**
 * @module batch/stored
 *
 * Reads what an accumulator wrote: it may come out of a file, so every number of it is checked.
 */
import type { Issue } from "../ground/errors.ts";
import { CreditError, issue, MAX_ISSUES } from "../ground/errors.ts";
import { ownFields } from "../ground/own-fields.ts";
import { entriesOf } from "../ground/entries.ts";
import type { MinorAmount } from "../ledger/minor-units.ts";
import { narrow } from "../ledger/minor-units.ts";
import { at } from "../ledger/read-columns.ts";
import { isText, TEXT_RULE } from "../ledger/read-rules.ts";
import type { CellsByName, Measure } from "./party-sums.ts";

/** A part as read. */
export interface Parts {
  readonly parties: readonly string[];
  readonly cells: CellsByName;
  readonly rows: number;
}

/** What the part must have been asked. */
interface Asked {
  readonly accumulator: string;
  readonly question: { readonly currency: string };
}

/** A part of the same question: an accumulator, or its plain data. */
export function readParts(
  fn: string,
  asked: Asked,
  measures: readonly Measure[],
  other: unknown,
): Parts {
  const fields = ownFields(plainOf(other));
  const issues: Issue[] = [];
  if (fields?.["accumulator"] !== asked.accumulator || fields["version"] !== 1) {
    const rule = `must be ${JSON.stringify(asked.accumulator)} sums, or what their toJSON gave`;
    throw new CreditError("invalid_input", fn, [issue("other", rule, other)]);
  }
  requireSameQuestion(fn, asked.question, ownFields(fields["question"]) ?? {});
  const parties = readNames(issues, fields["parties"]);
  const given = ownFields(fields["sums"]) ?? {};
  const cells = Object.fromEntries(
    measures.map((measure) => [
      measure.name,
      readCells(issues, measure, given[measure.name], parties.length),
    ]),
  );
  const { rows } = fields;
  if (!isCount(rows)) issues.push(issue("rows", "must be a whole number", rows));
  if (issues.length > 0) throw new CreditError("invalid_input", fn, issues);
  return { parties, cells, rows: rows as number };
}

/** The plain data of an accumulator, of whatever copy of the library; else what was given. */
function plainOf(other: unknown): unknown {
  try {
    const { toJSON } = other as { toJSON?: unknown };
    return typeof toJSON === "function" ? toJSON.call(other) : other;
  } catch {
    return undefined;
  }
}

function requireSameQuestion(
  fn: string,
  own: Asked["question"],
  other: Readonly<Record<string, unknown>>,
): void {
  const issues: Issue[] = [];
  for (const [name, value] of Object.entries(own)) {
    const [wanted, found] = [textOf(value), textOf(other[name])];
    if (wanted === found) continue;
    issues.push({ path: name, rule: `must be ${wanted} in all`, received: found });
  }
  if (issues.length === 0) return;
  const code = issues.some(({ path }) => path === "currency")
    ? "currency_mismatch"
    : "invalid_input";
  throw new CreditError(code, fn, issues);
}

function textOf(value: unknown): string {
  try {
    return value === undefined ? "nothing" : JSON.stringify(value);
  } catch {
    return "nothing";
  }
}

function readNames(issues: Issue[], value: unknown): string[] {
  const list = entriesOf(value);
  if (!list) issues.push(issue("parties", "must be a list", value));
  const names: string[] = [];
  for (const [row, each] of (list ?? []).entries()) {
    if (isText(each)) names.push(each);
    else if (issues.length < MAX_ISSUES) issues.push(issue(at("parties", row), TEXT_RULE, each));
  }
  return names;
}

function readCells(
  issues: Issue[],
  { name, width, kind }: Measure,
  value: unknown,
  parties: number,
): MinorAmount[] {
  const path = `sums.${name}`;
  const list = entriesOf(value, MAX_CELLS);
  if (list?.length !== parties * width) {
    issues.push(issue(path, `must be a list of ${String(parties * width)} entries`, value));
    return [];
  }
  const rule = kind === "count" ? "must be a count" : "must be whole minor units";
  return list.map((each, cell) => {
    const amount = kind === "count" ? (isCount(each) ? each : undefined) : wholeOf(each);
    if (amount !== undefined && (amount >= 0 || kind === "signed")) return amount;
    if (issues.length < MAX_ISSUES) issues.push(issue(at(path, cell), rule, each));
    return 0;
  });
}

const MAX_CELLS = 200_000_000;

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

/** A safe integer, or the digits of a larger one. */
function wholeOf(value: unknown): MinorAmount | undefined {
  if (Number.isSafeInteger(value)) return (value as number) + 0;
  if (typeof value !== "string" || !/^-?[0-9]{1,60}$/.test(value)) return undefined;
  return narrow(BigInt(value));
}
