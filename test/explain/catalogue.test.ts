/**
 * Code and catalogue say the same: every formula id has a record, every record that calculates has
 * a producer of random figures, `verify` agrees with the code on them, and a published expression
 * never changes.
 *
 * A new formula is frozen by running this file once with FREEZE_FORMULAS=1: it adds what is new to
 * test/golden/formulas.json, and changes nothing that stands there.
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import fc from "fast-check";
import ts from "typescript";
import { describe, expect, it } from "vitest";

import { formulaCatalogue, formulaRecord, ownCatalogue } from "../../src/explain/catalogue.ts";
import { catalogueOf } from "../../src/explain/catalogue.ts";
import type { Expression } from "../../src/explain/expression.ts";
import { parseExpression } from "../../src/explain/expression.ts";
import { fingerprint } from "../../src/explain/fingerprint.ts";
import { explain } from "../../src/explain/text.ts";
import { verify } from "../../src/explain/verify.ts";
import { commonName } from "../../src/explain/words.ts";
import type { FormulaRecord } from "../../src/ground/formulas.ts";
import { allProducers } from "../support/producers/index.ts";
import { records as madeUp } from "./synthetic.ts";

const source = fileURLToPath(new URL("../../src/", import.meta.url));
const golden = new URL("../golden/formulas.json", import.meta.url);

const records = formulaCatalogue();
const ids = records.map(({ id }) => id);
const producers = await allProducers();

/** A record that calculates: its numbers follow from its inputs. */
const calculates = ({ value, conditions }: FormulaRecord): boolean =>
  value !== undefined || conditions !== undefined;

// --------------------------------------------------------------------------------------- the code

/**
 * Every text of the source that is the id of a formula: `dso/countback`, in figures and types. Of
 * one put together (`aging/days-beyond-terms-${variant}`) the beginning.
 */
function idsInSource(): Map<string, string> {
  const found = new Map<string, string>();
  const entries = readdirSync(source, { recursive: true, withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const isId = (text: string): boolean => {
    const [folder = "", name = ""] = text.split("/");
    return folders.includes(folder) && /^[a-z][a-z0-9-]*$/.test(name);
  };
  for (const entry of entries) {
    const path = `${entry.parentPath}/${entry.name}`.slice(source.length).replace(/^\//, "");
    if (!entry.isFile() || /^(?:explain|ground)\/|\/formulas[^/]*$/.test(path)) continue;
    const visit = (node: ts.Node): void => {
      if (ts.isStringLiteralLike(node) && isId(node.text)) found.set(node.text, path);
      if (ts.isTemplateExpression(node) && isId(`${node.head.text}x`)) {
        found.set(`${node.head.text}…`, path);
      }
      ts.forEachChild(node, visit);
    };
    const text = readFileSync(source + path, "utf8");
    visit(ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true));
  }
  return found;
}

describe("the catalogue and the code", () => {
  it("every formula id in the source has a record; one with a variable end has some", () => {
    const isKnown = (id: string): boolean =>
      id.endsWith("…") ? ids.some((each) => each.startsWith(id.slice(0, -1))) : ids.includes(id);
    const unknown = [...idsInSource()].filter(([id]) => !isKnown(id));
    expect(unknown.map(([id, path]) => `${path}: ${id}`)).toEqual([]);
  });

  it("every record that calculates has a producer of random figures, and no other id has one", () => {
    const calculating = records.filter(calculates).map(({ id }) => id);
    expect(calculating.filter((id) => !producers.has(id))).toEqual([]);
    expect([...producers.keys()].filter((id) => !ids.includes(id))).toEqual([]);
  });

  const checked = [...producers].filter(([id]) => formulaRecord(id));

  it.each(checked)("%s: code and record agree on random inputs", (id, producer) => {
    const record = formulaRecord(id);
    fc.assert(
      fc.property(producer, (figure) => {
        const stored: unknown = JSON.parse(JSON.stringify(figure));
        expect(figure.formula).toBe(id);
        for (const result of [figure, stored]) {
          const { ok, failures, unverified, steps } = verify(result);
          expect({ failures, ok, unverified }).toEqual({ failures: [], ok: true, unverified: 0 });
          const expected = record?.value === undefined ? "checked" : "recomputed";
          if (record && calculates(record)) expect(steps.at(-1)?.status).toBe(expected);
        }
        expect(fingerprint(stored)).toBe(fingerprint(figure));
        for (const language of ["en", "zh"] as const) {
          expect(explain(stored, { language })).toBe(explain(figure, { language }));
        }
      }),
      { numRuns: Number(process.env["FC_RUNS"] ?? 100) },
    );
  });
});

// ------------------------------------------------------------------------------------ the records

/** The expressions of a record with their places; `table` for those of a column. */
function expressionsOf({ value, columns = {}, conditions = [], label }: FormulaRecord) {
  const ofColumns = Object.entries(columns).flatMap(([table, formulas]) =>
    Object.entries(formulas).map(([column, text]) => ({
      text,
      table,
      place: `${table}.${column}`,
    })),
  );
  const plain = [value, label?.rule, ...conditions].filter((text) => text !== undefined);
  return [...plain.map((text) => ({ text, table: undefined, place: text })), ...ofColumns];
}

function* partsOf(expression: Expression): Generator<Expression> {
  yield expression;
  if (expression.kind === "negative") yield* partsOf(expression.operand);
  if (expression.kind === "operation") {
    yield* partsOf(expression.left);
    yield* partsOf(expression.right);
  }
  if (expression.kind === "call") for (const each of expression.args) yield* partsOf(each);
}

/** What is wrong with a record, in words. */
function faultsOf(record: FormulaRecord): string[] {
  const { id, terms, columns = {} } = record;
  const faults: string[] = [];
  const named = (name: string, table?: string): boolean =>
    [name, name.split(".").at(-1) ?? "", `${table ?? ""}.${name}`].some(
      (key) => Object.hasOwn(terms, key) || commonName(key, "en") !== undefined,
    );
  for (const { text, table, place } of expressionsOf(record)) {
    for (const part of partsOf(parseExpression(text))) {
      const isPrevious = part.kind === "call" && part.name === "previous";
      if (isPrevious && table === undefined) faults.push(`${id} ${place}: previous`);
      if (part.kind !== "name" || part.text === "value") continue;
      if (!named(part.text, table)) faults.push(`${id} ${place}: ${part.text} has no term`);
    }
  }
  for (const [table, formulas] of Object.entries(columns)) {
    for (const column of Object.keys(formulas)) {
      if (!named(column, table)) faults.push(`${id}: column ${column} has no term`);
    }
    if (!calculates(record)) faults.push(`${id}: columns of a number that is given`);
  }
  if (Object.hasOwn(terms, "value")) faults.push(`${id}: no input is called value`);
  if (!calculates(record) && !id.startsWith("ledger/")) {
    faults.push(`${id}: a number is calculated, or read from a ledger`);
  }
  const texts = [record.name, ...Object.values(terms)].flatMap(({ en, zh }) => [en, zh]);
  if ([...texts, record.source].some((text) => text.trim() === ""))
    faults.push(`${id}: empty text`);
  return faults;
}

describe("a record", () => {
  it("has an id of its own", () => {
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    expect(ids.filter((id) => !/^[a-z]+\/[a-z][a-z0-9-]*$/.test(id))).toEqual([]);
  });

  it("is read without a fault, and names in both languages what it calculates with", () => {
    expect(ids.filter((id) => !ownCatalogue().formula(id))).toEqual([]);
    expect(records.flatMap(faultsOf)).toEqual([]);
  });

  it("is found by its id, and cannot be changed", () => {
    const record = formulaRecord("dso/period-average");
    expect(record).toBe(records.find(({ id }) => id === "dso/period-average"));
    expect(Object.isFrozen(record) && Object.isFrozen(record?.terms["sales"])).toBe(true);
    expect(Object.isFrozen(records)).toBe(true);
    for (const id of ["dso/of-tomorrow", "toString", "__proto__", ""]) {
      expect(formulaRecord(id)).toBeUndefined();
    }
  });

  it("that cannot be read is named, with the expression", () => {
    const [record] = madeUp as [FormulaRecord];
    const broken = (fields: object) => catalogueOf([{ ...record, ...fields }]);
    expect(() => broken({ value: "a +" }).formula(record.id)).toThrow(
      "test/balance value must have a number, a name or a bracket at character 4 of a +",
    );
    expect(() => broken({ columns: { t: { c: "sqrt(a)" } } }).formula(record.id)).toThrow(
      "test/balance columns.t.c knows no function sqrt",
    );
    expect(() => broken({ conditions: ["a", "b c"] }).formula(record.id)).toThrow(
      "test/balance conditions[1] must end",
    );
  });

  it("with faults is caught by these tests", () => {
    const [record] = madeUp as [FormulaRecord];
    const faults = (fields: object): string[] => faultsOf({ ...record, id: "ledger/x", ...fields });
    expect(faults({})).toEqual([]);
    expect(faults({ value: "cash" })).toEqual(["ledger/x cash: cash has no term"]);
    expect(faults({ id: "dso/x" })).toHaveLength(1);
    expect(faults({ columns: { t: { c: "1" } } })).toHaveLength(2);
    expect(faults({ value: "previous(1, 2)" })).toHaveLength(1);
    expect(faults({ terms: { value: { en: "value", zh: "值" } } })).toHaveLength(1);
    expect(faults({ source: " " })).toHaveLength(1);
  });
});

// -------------------------------------------------------------------------- published expressions

type Published = Pick<FormulaRecord, "unit" | "value" | "columns" | "conditions" | "label">;

const publishedOf = ({ unit, value, columns, conditions, label }: FormulaRecord): Published =>
  JSON.parse(JSON.stringify({ unit, value, columns, conditions, label })) as Published;

const readFrozen = (): Record<string, Published> =>
  JSON.parse(readFileSync(golden, "utf8")) as Record<string, Published>;

/** What a change of the catalogue does to those who stored results. */
function changes(frozen: Record<string, Published>, now: readonly FormulaRecord[]): string[] {
  const current = new Map(now.map((record) => [record.id, publishedOf(record)]));
  const broken = Object.entries(frozen).flatMap(([id, published]) => {
    const record = current.get(id);
    if (!record) return [`${id}: a published formula stays in the catalogue`];
    const isSame = fingerprint(record) === fingerprint(published);
    return isSame ? [] : [`${id}: a published formula never changes; a correction is a new id`];
  });
  const added = [...current.keys()].filter((id) => !Object.hasOwn(frozen, id));
  return [...broken, ...added.map((id) => `${id}: new; freeze it with FREEZE_FORMULAS=1`)];
}

describe("published expressions", () => {
  if (process.env["FREEZE_FORMULAS"] === "1") {
    const frozen = readFrozen();
    const added = records.filter(({ id }) => !Object.hasOwn(frozen, id));
    const all = [...Object.entries(frozen), ...added.map((r) => [r.id, publishedOf(r)] as const)];
    const sorted = all.sort(([a], [b]) => (a < b ? -1 : 1));
    writeFileSync(golden, `${JSON.stringify(Object.fromEntries(sorted), null, 2)}\n`);
  }

  it("are the frozen ones", () => {
    expect(changes(readFrozen(), records)).toEqual([]);
  });

  it("that change, vanish or appear are noticed", () => {
    const [, countback, cash] = madeUp as [FormulaRecord, FormulaRecord, FormulaRecord];
    const frozen = { [countback.id]: publishedOf(countback) };
    const column = { ...countback.columns?.["walk"], consumed: "min(sales, remaining)" };
    expect(changes(frozen, [countback])).toEqual([]);
    expect(changes(frozen, [{ ...countback, name: { en: "x", zh: "x" } }])).toEqual([]);
    expect(changes(frozen, [])).toHaveLength(1);
    expect(changes(frozen, [countback, cash])).toHaveLength(1);
    expect(changes(frozen, [{ ...countback, value: "1" }])).toHaveLength(1);
    expect(changes(frozen, [{ ...countback, unit: "months" }])).toHaveLength(1);
    expect(changes(frozen, [{ ...countback, columns: { walk: column } }])).toHaveLength(1);
    expect(changes(frozen, [{ ...countback, conditions: ["1 = 1"] }])).toHaveLength(1);
  });
});
