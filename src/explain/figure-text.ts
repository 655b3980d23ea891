/**
 * @module explain/figure-text
 *
 * One figure in words: a title, and blocks of lines under their headings.
 */
import { isCreditError } from "../ground/errors.ts";
import { isAbsent, isFigure } from "../ground/figure.ts";
import type { Formula } from "./catalogue.ts";
import { Problem } from "./evaluate.ts";
import type { Expression } from "./expression.ts";
import type { Writing } from "./formula-text.ts";
import { formulaText } from "./formula-text.ts";
import { clean, tableLines, wrapped } from "./layout.ts";
import type { Names } from "./names.ts";
import { amountOf, readsInFull } from "./names.ts";
import { Sheet } from "./sheet.ts";
import { columnLines, isTable, tableOf } from "./table-text.ts";
import { entriesOf, isObject, listOf, own, printedOf } from "./tree.ts";
import { caveatText, HEADINGS, reasonText } from "./words.ts";

/** Lines under one heading. */
export interface Block {
  readonly heading: string;
  readonly lines: readonly string[];
}

/** A figure among the inputs of another, and what it is there. */
export interface Nested {
  readonly name: string;
  readonly figure: object;
}

/** One figure, ready to be laid out. */
export interface FigureText {
  readonly blocks: readonly Block[];
  readonly nested: readonly Nested[];
}

/** What stands at a path of the inputs. */
interface Leaf {
  readonly path: string;
  readonly value: unknown;
}

/** Places of a line of words; tables may be wider. */
const LINE = 88;

/** What there is to say about a figure, or about an answer that does not exist. */
export function figureText(figure: object, formula: Formula | undefined, names: Names): FigureText {
  const { inputs: stored, caveats } = figure as Readonly<Record<string, unknown>>;
  const inputs = isObject(stored) ? stored : {};
  const leaves = leavesOf(inputs);
  const tables = leaves.filter(({ value }) => isTable(value));
  const headed = (heading: keyof typeof HEADINGS, lines: readonly string[]): Block => ({
    heading: HEADINGS[heading][names.language],
    lines,
  });
  const blocks = [
    headed("full", readsInFull(figure) ? [] : [fullValue(figure)]),
    headed("reason", reasonLines(figure, names)),
    headed("formula", formula?.value ? inWords(formula.value, names) : []),
    headed(
      "numbers",
      formula?.value ? inNumbers(figure, formula.value, inputs, formula, names) : [],
    ),
    headed(
      "holds",
      (formula?.conditions ?? []).flatMap((each) => inWords(each, names)),
    ),
    headed("label", formula?.label ? inWords(formula.label.rule, names) : []),
    headed("given", givenLines(leaves, names)),
    ...tables.map(({ path, value }) => headed("table", tableBlock(path, value, formula, names))),
    headed("caveat", caveatLines(caveats, names)),
    headed("source", formula ? [`${formula.record.source} (${formula.record.id})`] : []),
  ];
  return {
    blocks: blocks.filter(({ lines }) => lines.length > 0),
    nested: leaves.flatMap(({ path, value }) =>
      isFigure(value) || isAbsent(value) ? [{ name: names.term(path), figure: value }] : [],
    ),
  };
}

/** The name, the value, and the word of a class. */
export function titleOf(figure: object, names: Names): string {
  const { formula: id, value } = figure as Readonly<Record<string, unknown>>;
  const name = names.figure(String(id));
  if (value === null) return `${name}${names.colon}${HEADINGS.noValue[names.language]}`;
  const words = labelsOf(figure).map(
    ([key, word]) => `${names.term(key)}${names.colon}${names.word(word)}`,
  );
  return [`${name} ${names.sign(figure)} ${amountOf(figure, names.language)}`, ...words].join(", ");
}

const OWN_KEYS: ReadonlySet<string> = new Set(
  "formula value unit currency inputs caveats reason".split(" "),
);

function labelsOf(figure: object): [string, string][] {
  return Object.entries(figure).flatMap(([key, word]): [string, string][] =>
    OWN_KEYS.has(key) || typeof word !== "string" ? [] : [[key, clean(word)]],
  );
}

function fullValue(figure: object): string {
  return printedOf((figure as { value?: unknown }).value)?.text ?? "";
}

function reasonLines(figure: object, names: Names): readonly string[] {
  const { reason } = figure as Readonly<Record<string, unknown>>;
  if (!isObject(reason)) return [];
  const code = reasonText(String(own(reason, "code")), names.language);
  return [clean(`${code}${names.colon}${String(own(reason, "message"))}`)];
}

function inWords(expression: Expression, names: Names): readonly string[] {
  return wrapped(formulaText(expression, writingFor(names)), LINE);
}

/** The formula with the numbers put in; nothing where they do not fit it. */
function inNumbers(
  figure: object,
  value: Expression,
  inputs: object,
  formula: Formula,
  names: Names,
): readonly string[] {
  const scope = new Sheet(inputs, formula.columns, (nested, at) => {
    const number = printedOf((nested as { value?: unknown }).value)?.number;
    if (!number) throw new Problem(`${at} must have a value`);
    return number;
  });
  try {
    const text = formulaText(value, { ...writingFor(names), scope });
    const answer = names.bare(figure);
    return text === answer ? [] : wrapped(`${text} ${names.sign(figure)} ${answer}`, LINE);
  } catch (error) {
    if (error instanceof Problem || isCreditError(error)) return [];
    throw error;
  }
}

function writingFor(names: Names): Writing {
  return {
    language: names.language,
    word: (word) => names.word(word),
    name: (name) => names.inFormula(name),
  };
}

function tableBlock(
  path: string,
  value: unknown,
  formula: Formula | undefined,
  names: Names,
): readonly string[] {
  const table = tableOf(path, listOf(value) ?? [], formula?.columns.get(path), names);
  const lines = columnLines(table, writingFor(names), names, LINE);
  return [names.term(path), ...tableLines(table.cells), ...lines];
}

/** What was given, one input a line; a table has a block of its own. */
function givenLines(leaves: readonly Leaf[], names: Names): readonly string[] {
  const given = leaves.filter(({ value }) => !isTable(value));
  return tableLines(
    given.map(({ path, value }) => [
      { text: names.term(path), isNumber: false },
      names.cell(value, path),
    ]),
  );
}

/** The inputs with the records among them opened: `plan.dso`. */
function leavesOf(node: object, path = ""): readonly Leaf[] {
  return Array.from(entriesOf(node)).flatMap(([key, value]): readonly Leaf[] => {
    const at = path === "" ? String(key) : `${path}.${key}`;
    const isRecord = isObject(value) && !printedOf(value) && !listOf(value);
    const opens = isRecord && !isFigure(value) && !isAbsent(value);
    if (value === undefined || value === null) return [];
    return opens ? leavesOf(value, at) : [{ path: at, value }];
  });
}

function caveatLines(caveats: unknown, names: Names): readonly string[] {
  return (listOf(caveats) ?? []).flatMap((caveat) => {
    if (!isObject(caveat)) return [];
    const { code, path, ...details } = caveat as Readonly<Record<string, unknown>>;
    const text = caveatText(String(code), names.language);
    const about = typeof path === "string" ? `${names.term(path)}${names.colon}` : "";
    const particulars = Object.entries(details).map(
      ([key, detail]) => `, ${names.term(key)} ${String(detail)}`,
    );
    return wrapped(clean(about + text + particulars.join("")), LINE);
  });
}
