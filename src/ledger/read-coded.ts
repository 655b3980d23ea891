/**
 * @module ledger/read-coded
 *
 * Reads columns of texts: customers, kinds, dimension values, ids. Texts become codes; codes that
 * come with their texts are adopted.
 */
import { ownFields } from "../ground/own-fields.ts";
import { issue, MAX_ISSUES } from "../ground/errors.ts";
import type { Coded } from "./columns.ts";
import { Coder } from "./draft.ts";
import { repeatedTexts } from "./duplicates.kernel.ts";
import type { ColumnContext, Vector } from "./read-columns.ts";
import { at, readVector } from "./read-columns.ts";
import { isText, TEXT_RULE } from "./read-rules.ts";

/** Texts, `{ codes, categories }`, or typed indices whose names are their numbers. */
export function readCoded(
  context: ColumnContext,
  path: string,
  value: unknown,
  length: number | undefined,
  least: 0 | -1,
): Coded | undefined {
  const fields = ownFields(value);
  if (fields && Object.hasOwn(fields, "codes")) {
    const { codes, categories, ...others } = fields;
    for (const key of Object.keys(others).slice(0, MAX_ISSUES)) {
      context.issues.push({ path: `${path}.${key}`, rule: "must be left out: codes, categories" });
    }
    const names = readVector(context, `${path}.categories`, categories, undefined);
    const vector = readVector(context, `${path}.codes`, codes, length);
    if (!names || !vector) return undefined;
    const texts = readCategories(context, `${path}.categories`, names);
    return { codes: readCodes(context, path, vector, least, names.length), categories: texts };
  }
  const vector = readVector(context, path, value, length);
  if (!vector) return undefined;
  return ArrayBuffer.isView(vector)
    ? numbered(readCodes(context, path, vector, least, Infinity))
    : readTexts(context, path, vector, least);
}

/** The texts that codes stand for, each once: two codes of one text would be two customers. */
function readCategories({ issues }: ColumnContext, path: string, vector: Vector): string[] {
  const texts: string[] = [];
  for (let row = 0; row < vector.length && issues.length < MAX_ISSUES; row += 1) {
    const text = vector[row];
    if (isText(text)) texts.push(text);
    else issues.push(issue(at(path, row), TEXT_RULE, text));
  }
  for (const row of repeatedTexts(texts).slice(0, MAX_ISSUES)) {
    issues.push(issue(at(path, row), "must be unique", texts[row]));
  }
  return texts;
}

function readCodes(
  { issues }: ColumnContext,
  path: string,
  vector: Vector,
  least: number,
  count: number,
): Int32Array {
  const codes = vector instanceof Int32Array ? vector : new Int32Array(vector.length);
  const most = Math.min(count - 1, MAX_CODE);
  for (let row = 0; row < codes.length && issues.length < MAX_ISSUES; row += 1) {
    const code = vector[row];
    if (Number.isInteger(code) && (code as number) >= least && (code as number) <= most) {
      if (codes !== vector) codes[row] = code as number;
      continue;
    }
    const rule = `must be an index from ${String(least)} to the last category`;
    issues.push(issue(at(path, row), rule, code));
  }
  return codes;
}

const MAX_CODE = 2_147_483_647;

/** Indices whose names are their numbers. */
function numbered(codes: Int32Array): Coded {
  let last = -1;
  for (const code of codes) if (code > last) last = code;
  if (last < 4 * codes.length + 1000) {
    return { codes, categories: Array.from({ length: last + 1 }, (_, code) => String(code)) };
  }
  // Numbers far apart: customer numbers rather than indices.
  const coder = new Coder();
  const dense = codes.map((code) => (code < 0 ? -1 : coder.codeOf(String(code))));
  return { codes: dense, categories: coder.categories };
}

function readTexts({ issues }: ColumnContext, path: string, vector: Vector, least: number): Coded {
  const coder = new Coder();
  const codes = new Int32Array(vector.length);
  for (let row = 0; row < vector.length && issues.length < MAX_ISSUES; row += 1) {
    const text = vector[row];
    if (isText(text)) codes[row] = coder.codeOf(text);
    else if (least < 0 && (text === undefined || text === null)) codes[row] = -1;
    else issues.push(issue(at(path, row), TEXT_RULE, text));
  }
  return { codes, categories: coder.categories };
}

/** Document numbers: texts, or whole numbers in a typed array. */
export function readIds(
  context: ColumnContext,
  value: unknown,
  count: number,
): string[] | undefined {
  if (value === undefined) return undefined;
  const vector = readVector(context, "id", value, count);
  if (!vector) return undefined;
  const { issues } = context;
  const typed = ArrayBuffer.isView(vector);
  const ids: string[] = [];
  for (let row = 0; row < count && issues.length < MAX_ISSUES; row += 1) {
    const given = vector[row];
    const id =
      typed && (Number.isInteger(given) || typeof given === "bigint") ? String(given) : given;
    if (isText(id)) ids.push(id);
    else issues.push(issue(at("id", row), TEXT_RULE, given));
  }
  for (const row of repeatedTexts(ids).slice(0, MAX_ISSUES)) {
    issues.push(issue(at("id", row), "must be unique in the ledger", ids[row]));
  }
  return ids;
}
