/**
 * @module explain/names
 *
 * What the parts of one figure are called, and how its numbers read.
 */
import type { Unit } from "../ground/figure.ts";
import { isAbsent, isFigure } from "../ground/figure.ts";
import type { Catalogue, Formula } from "./catalogue.ts";
import type { Expression, Name } from "./expression.ts";
import type { Cell } from "./layout.ts";
import { clean } from "./layout.ts";
import { isShownWhole, percentage, readable, readableMoney } from "./reading.ts";
import { entriesOf, isObject, own, printedOf } from "./tree.ts";
import type { Language } from "./words.ts";
import { commonName, HEADINGS, spaced, UNITS } from "./words.ts";

/** The names of one formula in one language. */
export class Names {
  readonly language: Language;
  readonly #catalogue: Catalogue;
  readonly #formula: Formula | undefined;
  readonly #used: UsedNames;

  constructor(catalogue: Catalogue, formula: Formula | undefined, language: Language) {
    this.#catalogue = catalogue;
    this.#formula = formula;
    this.language = language;
    this.#used = formula ? namesIn(formula) : NOTHING_USED;
  }

  /** The name of a figure, by its formula. */
  figure(id: string): string {
    return this.#catalogue.formula(id)?.record.name[this.language] ?? clean(id);
  }

  /** The name of an input, by its path: `receivables`, `plan.dso`. */
  term(path: string): string {
    const known = this.#term(path) ?? commonName(path, this.language);
    if (known !== undefined) return known;
    const dot = path.indexOf(".");
    if (dot < 0) return clean(spaced(path));
    const between = this.language === "zh" ? "" : " ";
    return this.term(path.slice(0, dot)) + between + this.term(path.slice(dot + 1));
  }

  /** A name in the formula; a column goes by its own name, without its table's. */
  inFormula(name: Name): string {
    const [table, ...column] = name.path as readonly [string, ...string[]];
    const isColumn = column.length > 0 && this.#used.columns.has(name.text);
    return isColumn ? this.column(table, column.join(".")) : this.term(name.text);
  }

  /** The name of a column. */
  column(table: string, column: string): string {
    return this.#term(`${table}.${column}`) ?? this.term(column);
  }

  /** A word that an input takes. */
  word(word: string): string {
    return this.#term(word) ?? commonName(word, this.language) ?? clean(word);
  }

  get colon(): string {
    return this.language === "zh" ? "：" : ": ";
  }

  /** Between a calculation and its answer. */
  sign(figure: object): string {
    return readsInFull(figure) ? "=" : "≈";
  }

  /** A figure's value without its unit. */
  bare(figure: object): string {
    const number = printedOf((figure as { value?: unknown }).value)?.number;
    return number ? readable(number) : "";
  }

  /** What stands at a path, on one line; only what the formula calculates with is a number. */
  cell(value: unknown, path: string): Cell {
    if (isFigure(value)) return { text: amountOf(value, this.language), isNumber: true };
    const printed = this.#used.numbers.has(path) ? printedOf(value) : undefined;
    if (printed) {
      const { number } = printed;
      return { text: readable(number), isNumber: true, number };
    }
    return { text: this.text(value, path), isNumber: false };
  }

  /** Words, and lists and records on one line. */
  text(value: unknown, path: string): string {
    if (isAbsent(value)) return HEADINGS.noValue[this.language];
    if (isObject(value) && !printedOf(value)) {
      const parts = Array.from(entriesOf(value), ([, inner]) => this.cell(inner, path).text);
      return clean(parts.join(Array.isArray(value) ? ", " : " – "));
    }
    return this.word(String(value));
  }

  #term(key: string): string | undefined {
    const terms = this.#formula?.record.terms;
    return terms && Object.hasOwn(terms, key) ? terms[key]?.[this.language] : undefined;
  }
}

/** A figure's value with its unit: `66.3 days`, `1,170,000 CNY`, `0.05 (5 %)`. */
export function amountOf(figure: object, language: Language): string {
  const { value, unit, currency } = figure as Readonly<Record<string, unknown>>;
  const number = printedOf(value)?.number;
  if (!number) return clean(String(value));
  if (unit === "fraction") return `${readable(number)} (${percentage(number)})`;
  const word = typeof unit === "string" ? (own(UNITS, unit) as (typeof UNITS)[Unit]) : undefined;
  const measure = unit === "money" && typeof currency === "string" ? currency : word?.[language];
  const text = unit === "money" ? readableMoney(number) : readable(number);
  return clean(`${text} ${measure ?? ""}`.trim());
}

/** Whether the value reads in full. */
export function readsInFull(figure: object): boolean {
  const printed = printedOf((figure as { value?: unknown }).value);
  return !printed || isShownWhole(printed.number);
}

/** The names that a formula calculates with. */
interface UsedNames {
  /** Inputs, and columns with their table. */
  readonly numbers: ReadonlySet<string>;
  /** Those that stand for a column of a table. */
  readonly columns: ReadonlySet<string>;
}

function namesIn({ value, columns, conditions, label }: Formula): UsedNames {
  const used = { numbers: new Set<string>(), columns: new Set<string>() };
  const add = (expression: Expression, table?: string): void => {
    if (expression.kind === "name") {
      used.numbers.add(expression.text);
      if (table !== undefined) used.numbers.add(`${table}.${expression.text}`);
    }
    for (const column of columnsOf(expression)) used.columns.add(column.text);
    for (const part of partsOf(expression)) add(part, table);
  };
  for (const expression of [value, label?.rule, ...conditions]) if (expression) add(expression);
  for (const [table, formulas] of columns) {
    for (const [column, expression] of formulas) {
      used.numbers.add(`${table}.${column}`);
      add(expression, table);
    }
  }
  return used;
}

const NOTHING_USED: UsedNames = { numbers: new Set(), columns: new Set() };

/** The columns that a function is given whole. */
function columnsOf(expression: Expression): readonly Name[] {
  if (expression.kind !== "call") return [];
  const isOfColumn = ["sum", "product", "least", "greatest"].includes(expression.name);
  const columns = expression.name === "lookup" ? expression.args.slice(1) : expression.args;
  return isOfColumn || expression.name === "lookup" ? (columns as readonly Name[]) : [];
}

function partsOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case "negative":
      return [expression.operand];
    case "operation":
      return [expression.left, expression.right];
    case "call":
      return expression.args;
    default:
      return [];
  }
}
