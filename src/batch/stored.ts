/**
 * @module batch/stored
 *
 * Reads what an accumulator wrote: it may come out of a file, so every number of it is checked.
 */
import type { Issue } from "../ground/errors.ts";
import { CreditError, issue, MAX_ISSUES } from "../ground/errors.ts";
import { ownFields } from "../ground/own-fields.ts";
import { entriesOf } from "../ground/entries.ts";
import type { Coded } from "../ledger/columns.ts";
import type { MinorAmount } from "../ledger/minor-units.ts";
import { narrow } from "../ledger/minor-units.ts";
import { MAX_EDGES } from "../ledger/edge-terms.ts";
import { at } from "../ledger/read-columns.ts";
import { isText, TEXT_RULE } from "../ledger/read-rules.ts";
import type { CellsByName, Measure, TotalsByName } from "./party-sums.ts";

/** A part as read. */
export interface Parts {
  readonly party: Coded;
  readonly cells: CellsByName;
  readonly totals: TotalsByName;
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
  wanted: { readonly measures: readonly Measure[]; readonly totals: readonly string[] },
  other: unknown,
): Parts {
  const fields = ownFields(plainOf(other));
  const issues: Issue[] = [];
  if (fields?.["accumulator"] !== asked.accumulator || fields["version"] !== 1) {
    const rule = `must be ${JSON.stringify(asked.accumulator)} sums, or what their toJSON gave`;
    throw new CreditError("invalid_input", fn, [issue("other", rule, other)]);
  }
  for (const key of Object.keys(fields)) {
    if (WRITTEN.includes(key)) continue;
    issues.push({ path: key, rule: "is not a field of what an accumulator writes" });
  }
  requireSameQuestion(fn, asked.question, ownFields(fields["question"]) ?? {});
  const parties = readNames(issues, fields["parties"]);
  const given = named(
    issues,
    "sums",
    fields["sums"],
    wanted.measures.map(({ name }) => name),
  );
  const cells = Object.fromEntries(
    wanted.measures.map((measure) => [
      measure.name,
      readCells(issues, measure, given[measure.name], parties.length),
    ]),
  );
  const sides = named(issues, "totals", fields["totals"], wanted.totals);
  const totals = Object.fromEntries(
    wanted.totals.map((name) => {
      const total = wholeOf(sides[name]);
      if (total === undefined) issues.push(issue(`totals.${name}`, MONEY_RULE, sides[name]));
      return [name, total ?? 0];
    }),
  );
  const { rows } = fields;
  if (!isCount(rows)) issues.push(issue("rows", "must be a whole number", rows));
  if (issues.length > 0) throw new CreditError("invalid_input", fn, issues);
  const codes = Int32Array.from(parties, (_, code) => code);
  return { party: { codes, categories: parties }, cells, totals, rows: rows as number };
}

/** What `toJSON` of an accumulator writes. */
const WRITTEN = ["accumulator", "version", "question", "rows", "parties", "sums", "totals"];

/** Nesting that a question may have: its fields, a list of edges, `{ months }` in it. */
const MAX_DEPTH = 3;

/** A copy of records and lists whose fields have been read once. */
export function plainCopy(value: unknown, levels = MAX_DEPTH): unknown {
  if (typeof value !== "object" || value === null || levels === 0) return value;
  // What is longer than any question is refused for it later, and not worth a copy.
  const list = entriesOf(value, MAX_EDGES);
  if (list) return list.map((each) => plainCopy(each, levels - 1));
  const fields = ownFields(value);
  if (!fields) return value;
  const entries = Object.entries(fields);
  return Object.fromEntries(entries.map(([key, each]) => [key, plainCopy(each, levels - 1)]));
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
  for (const name of Object.keys(other)) {
    if (Object.hasOwn(own, name)) continue;
    issues.push({ path: `question.${name}`, rule: "is not a field of the question" });
  }
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

/** A record of exactly these fields. */
function named(
  issues: Issue[],
  path: string,
  value: unknown,
  names: readonly string[],
): Readonly<Record<string, unknown>> {
  const fields = ownFields(value);
  const keys = Object.keys(fields ?? {});
  if (fields && keys.length === names.length && keys.every((key) => names.includes(key))) {
    return fields;
  }
  const all = names.length === 0 ? "nothing" : names.join(", ");
  issues.push(issue(path, `must be an object of ${all}`, value));
  return {};
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
  const rule = kind === "count" ? "must be a count" : MONEY_RULE;
  return list.map((each, cell) => {
    const amount = kind === "count" ? (isCount(each) ? each : undefined) : wholeOf(each);
    if (amount !== undefined && (amount >= 0 || kind === "signed")) return amount;
    if (issues.length < MAX_ISSUES) issues.push(issue(at(path, cell), rule, each));
    return 0;
  });
}

const MONEY_RULE = "must be whole minor units";
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
