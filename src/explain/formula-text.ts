/**
 * @module explain/formula-text
 *
 * An expression written for people: in the names of its terms, or with the numbers put in.
 */
import type { Fraction } from "../ground/fraction.ts";
import type { Scope, Value } from "./evaluate.ts";
import { asNumber, numberOf, Problem, truthOf } from "./evaluate.ts";
import type { Call, Expression, Name, Operation } from "./expression.ts";
import { readable } from "./reading.ts";
import type { Language } from "./words.ts";

/** How an expression is to be written. */
export interface Writing {
  readonly language: Language;
  /** The name of an input. */
  readonly name: (name: Name) => string;
  /** A word that an input takes. */
  readonly word: (word: string) => string;
  /** With numbers put in: where they come from. */
  readonly scope?: Scope;
}

/** A written part, and how firmly it holds together: what holds less is put in brackets. */
interface Part {
  readonly text: string;
  readonly holds: number;
}

// What is said in words holds least: it is in brackets wherever something stands beside it.
const LOOSE = 0;
const COMPARED = 1;
const SIDE = 1.2;
const AGGREGATED = 1.5;
const HOLDS = { "+": 2, "-": 2, "*": 3, "/": 3, "^": 5 } as const;
const SIGNED = 4;
const WHOLE = 9;

const SIGNS: Readonly<Record<Operation["operator"], string>> = {
  "+": " + ",
  "-": " − ",
  "*": " × ",
  "/": " ÷ ",
  "^": "^",
  "=": " = ",
  "!=": " ≠ ",
  "<": " < ",
  "<=": " ≤ ",
  ">": " > ",
  ">=": " ≥ ",
};

/** The expression for people. */
export function formulaText(expression: Expression, writing: Writing): string {
  return written(expression, writing).text;
}

function written(expression: Expression, writing: Writing): Part {
  switch (expression.kind) {
    case "number":
      return { text: readable(expression.value), holds: WHOLE };
    case "text":
      return { text: writing.word(expression.text), holds: WHOLE };
    case "name":
      return writtenName(expression, writing);
    case "negative":
      return { text: `−${inner(expression.operand, SIGNED, writing)}`, holds: SIGNED };
    case "operation":
      return writtenOperation(expression, writing);
    case "call":
      return writtenCall(expression, writing);
  }
}

function writtenName(name: Name, writing: Writing): Part {
  if (!writing.scope) return { text: writing.name(name), holds: WHOLE };
  const value = writing.scope.value(name);
  return typeof value === "string" || typeof value === "boolean"
    ? { text: wordOrNumber(value, writing), holds: WHOLE }
    : { text: readable(asNumber(value, name.text)), holds: WHOLE };
}

function wordOrNumber(value: string | boolean, writing: Writing): string {
  if (typeof value === "boolean") return String(value);
  return /^-?[0-9.]+$/.test(value) ? readable(asNumber(value, "")) : writing.word(value);
}

function writtenOperation({ operator, left, right }: Operation, writing: Writing): Part {
  const holds = operator in HOLDS ? HOLDS[operator as keyof typeof HOLDS] : COMPARED;
  // a − (b − c) and a ÷ (b × c) need their brackets; a + (b + c) does not.
  const rightHolds = operator === "-" || operator === "/" || operator === "^" ? holds + 1 : holds;
  const isComparison = holds === COMPARED;
  const leftText = inner(left, operator === "^" ? WHOLE : isComparison ? SIDE : holds, writing);
  const rightText = inner(right, isComparison ? SIDE : rightHolds, writing);
  const second = /^[-−]/.test(rightText) && holds > COMPARED ? `(${rightText})` : rightText;
  return { text: leftText + SIGNS[operator] + second, holds };
}

/** A part of a larger one, in brackets where it would otherwise fall apart. */
function inner(expression: Expression, holds: number, writing: Writing): string {
  const part = written(expression, writing);
  return part.holds < holds ? `(${part.text})` : part.text;
}

function writtenCall(call: Call, writing: Writing): Part {
  const { scope } = writing;
  if (scope && call.name === "if") {
    const [condition, then, otherwise] = call.args as [Expression, Expression, Expression];
    return written(truthOf(condition, scope) ? then : otherwise, writing);
  }
  if (scope && call.name === "lookup") {
    return { text: readable(numberOf(call, scope)), holds: WHOLE };
  }
  if (scope && isAggregate(call.name)) return writtenColumn(call, scope);
  const standsAlone = call.args.length === 1 || call.name === "previous";
  const args = call.args.map((each, index) =>
    inner(each, standsAlone && index === 0 ? WHOLE : COMPARED, writing),
  );
  return callInWords(call.name, args, writing.language);
}

function isAggregate(name: string): boolean {
  return name === "sum" || name === "product" || name === "least" || name === "greatest";
}

/** Entries of a column that are written out one by one. */
const WRITTEN_OUT = 12;

/** A column with its numbers: `30 + 31 + 5.3`. */
function writtenColumn(call: Call, scope: Scope): Part {
  const column = call.args[0] as Name;
  const value = scope.value(column);
  if (!Array.isArray(value)) throw new Problem(`${column.text} must be a column of a table`);
  const numbers = (value as readonly Value[]).map((each) => asNumber(each, column.text));
  // What adds nothing is left out: the table shows it.
  const entries = call.name === "sum" ? numbers.filter((each) => !each.isZero) : numbers;
  if (entries.length < 2 || (call.name !== "sum" && call.name !== "product")) {
    return { text: readable(numberOf(call, scope)), holds: WHOLE };
  }
  const isLong = entries.length > WRITTEN_OUT;
  const shown = isLong ? [...entries.slice(0, 3), undefined, ...entries.slice(-1)] : entries;
  const sign = call.name === "sum" ? "+" : "*";
  return { text: shown.map(writtenEntry).join(SIGNS[sign]), holds: HOLDS[sign] };
}

function writtenEntry(entry: Fraction | undefined, index: number): string {
  if (!entry) return "…";
  return entry.sign < 0 && index > 0 ? `(${readable(entry)})` : readable(entry);
}

function callInWords(name: Call["name"], args: readonly string[], language: Language): Part {
  const [a = "", b = "", c = ""] = args;
  if (name === "abs") return { text: `|${a}|`, holds: WHOLE };
  const say = language === "en" ? inEnglish : inChinese;
  return { text: say(name, args, a, b, c), holds: args.length === 1 ? AGGREGATED : LOOSE };
}

type Say = (n: Call["name"], args: readonly string[], a: string, b: string, c: string) => string;

const inEnglish: Say = (name, args, a, b, c) => {
  const list = `${args.slice(0, -1).join(", ")} and ${args.at(-1) ?? ""}`;
  switch (name) {
    case "if":
      return `${b} if ${a}, otherwise ${c}`;
    case "min":
      return args.length > 2 ? `the least of ${list}` : `the lesser of ${a} and ${b}`;
    case "max":
      return args.length > 2 ? `the greatest of ${list}` : `the greater of ${a} and ${b}`;
    case "whole":
      return `whole part of ${a}`;
    case "sum":
      return `sum of ${a}`;
    case "product":
      return `product of ${a}`;
    case "least":
      return `least of ${a}`;
    case "greatest":
      return `greatest of ${a}`;
    case "previous":
      return `in the first row ${b}, then ${a} of the row above`;
    case "lookup":
      return `${c} where ${b} is ${a}`;
    default:
      return `${name} of ${a}`;
  }
};

const inChinese: Say = (name, args, a, b, c) => {
  const list = `${args.slice(0, -1).join("、")}与${args.at(-1) ?? ""}`;
  switch (name) {
    case "if":
      return `若 ${a} 则 ${b}，否则 ${c}`;
    case "min":
      return `${list}中${args.length > 2 ? "最小者" : "较小者"}`;
    case "max":
      return `${list}中${args.length > 2 ? "最大者" : "较大者"}`;
    case "whole":
      return `${a}取整`;
    case "sum":
      return `${a}合计`;
    case "product":
      return `${a}连乘`;
    case "least":
      return `${a}最小值`;
    case "greatest":
      return `${a}最大值`;
    case "previous":
      return `首行为 ${b}，其后为上一行的 ${a}`;
    case "lookup":
      return `${b} 为 ${a} 的 ${c}`;
    default:
      return `${name}(${a})`;
  }
};
