/**
 * @module explain/text
 *
 * A result in words: what each figure is called, what it comes to, by which formula, from what.
 */
import { isAbsent, isFigure } from "../ground/figure.ts";
import { isDecimal } from "../ground/numeric.ts";
import { refuse } from "../ground/errors.ts";
import type { Catalogue, Formula } from "./catalogue.ts";
import { ownCatalogue } from "./catalogue.ts";
import { FingerprintMemo, fingerprintOf } from "./fingerprint.ts";
import type { Block } from "./figure-text.ts";
import { figureText, titleOf } from "./figure-text.ts";
import { clean, indented, padEnd, tableLines, widthOf } from "./layout.ts";
import { Names } from "./names.ts";
import { tableOf } from "./table-text.ts";
import * as tree from "./tree.ts";
import type { Language } from "./words.ts";
import { HEADINGS } from "./words.ts";

/** How {@link explain} writes. */
export interface ExplainOptions {
  /** English (default) or Chinese. */
  readonly language?: Language | undefined;
  /** Plain text in columns, for a terminal, a log or a `<pre>`. */
  readonly format?: "text" | undefined;
}

/**
 * A result in words (说明): each figure's name and value, its formula in words and with the numbers
 * put in, what was given, its tables, caveats and source, and the same of the figures it rests on.
 *
 * Use it wherever somebody asks where a number comes from. It shows what a result says and does not
 * check it; for that use {@link verify}. Numbers are shortened for reading, to ten significant
 * digits but never below two decimal places; a value that was shortened is marked ≈ and stands in
 * full below its name.
 *
 * @param result - A figure, an absent answer, a composite, `Rows` or a list of them; live, or
 *   `JSON.parse`d. Of a list the first 50 entries are explained; a figure that was read from a
 *   ledger takes one line there, explain it by itself to see its inputs.
 * @param options - The language, `en` by default.
 * @returns Lines of text, without a line break at the end.
 *
 * @throws `CreditError` `invalid_input`: an unknown language or format, no result, or one
 *   that cannot be read or is nested more than 1,000 deep.
 *
 * @example
 * ```ts
 * const dso = dsoPeriodAverage({ receivables: 300, sales: 600, days: 30, sameTaxBasis: true });
 * const [title, formula] = explain(dso).split("\n");
 * title; // => "DSO, period average = 15 days"
 * explain(dso, { language: "zh" }).split("\n")[0]; // => "销售未清账期（期间平均法） = 15 天"
 * ```
 */
export function explain(result: unknown, options: ExplainOptions = {}): string {
  return explainWith(ownCatalogue(), result, options);
}

/** {@link explain} by another catalogue. */
export function explainWith(
  catalogue: Catalogue,
  result: unknown,
  { language = "en", format = "text" }: ExplainOptions = {},
): string {
  return tree.guarded("explain", () => {
    requireWord("language", language, ["en", "zh"]);
    requireWord("format", format, ["text"]);
    if (!tree.isObject(result)) refuse("explain", "", "must be a result of the library", result);
    return joined(new Explanation(catalogue, language).paragraphs(result, "", 0));
  });
}

function requireWord(option: string, word: unknown, words: readonly unknown[]): void {
  const rule = `must be ${words.map((each) => JSON.stringify(each)).join(" or ")}`;
  if (!words.includes(word)) refuse("explain", option, rule, word);
}

/** What is said of one figure or label. */
type Paragraph = readonly string[];

/** Paragraphs stand apart; those of one line only stand together. */
function joined(paragraphs: readonly Paragraph[]): string {
  const lines = paragraphs.flatMap((paragraph, index) => {
    const before = paragraphs[index - 1];
    const stands = before !== undefined && (before.length > 1 || paragraph.length > 1);
    return stands ? ["", ...paragraph] : paragraph;
  });
  return lines.join("\n");
}

/** Entries of a list that are explained. */
const MAX_ENTRIES = 50;

/** Figures nested deeper than this are named only. */
const MAX_NESTING = 20;

class Explanation {
  readonly #catalogue: Catalogue;
  readonly #language: Language;
  readonly #fingerprints = new FingerprintMemo();
  /** Figures explained so far: where one stands again, its name and value are enough. */
  readonly #explained = new Set<string>();

  constructor(catalogue: Catalogue, language: Language) {
    this.#catalogue = catalogue;
    this.#language = language;
  }

  /** Everything in a node, one paragraph a figure. */
  paragraphs(node: unknown, path: string, depth: number): readonly Paragraph[] {
    tree.requireDepth("explain", depth);
    if (!tree.isObject(node) || isDecimal(node)) return this.#label(path, [node]);
    if (isFigure(node) || isAbsent(node)) return [this.#standing(node, path)];
    const { entries, more, isList } = tree.firstEntries(node, MAX_ENTRIES);
    const values = entries.map(([, entry]) => entry);
    const rest = more === 0 ? [] : [`… ${more} ${HEADINGS.more[this.#language]}`];
    if (isList && values.every((value) => !tree.isObject(value))) return this.#label(path, values);
    if (isList && values.every((value) => this.#isFlat(value))) {
      return [[...this.#table(path, values), ...rest]];
    }
    const paragraphs = entries.flatMap(([key, entry]) => {
      const at = typeof key === "number" ? `${path}[${key}]` : tree.join(path, key);
      return this.paragraphs(entry, at, depth + 1);
    });
    return rest.length === 0 ? paragraphs : [...paragraphs, rest];
  }

  /** A word or bare number beside figures. */
  #label(path: string, values: readonly unknown[]): readonly Paragraph[] {
    if (values.every((value) => value === undefined || value === null)) return [];
    const names = this.#names(undefined);
    const text = values.map((value) => names.text(value, path)).join(", ");
    return [[`${clean(path)}${names.colon}${text}`]];
  }

  /** A row of labels and figures from a ledger: nothing that needs a paragraph of its own. */
  #isFlat(row: unknown): boolean {
    if (!tree.isObject(row) || isFigure(row) || isAbsent(row) || tree.listOf(row)) return false;
    const values = Array.from(tree.entriesOf(row), ([, value]) => value);
    return values.every((value) => !tree.isObject(value) || this.#isGiven(value));
  }

  #table(path: string, rows: readonly unknown[]): Paragraph {
    const names = this.#names(undefined);
    const { cells } = tableOf(
      path,
      rows.map((row) => tree.plainOf(row as object)),
      undefined,
      names,
    );
    const lines = tableLines(cells);
    return path === "" ? lines : [`${clean(path)}${names.colon}`.trimEnd(), ...indented(lines, 2)];
  }

  /** Among others a figure from a ledger is its value; by itself it says where that is from. */
  #standing(figure: object, path: string): Paragraph {
    const name = clean(path);
    return path !== "" && this.#isGiven(figure)
      ? [this.#title(figure, name)]
      : this.#figure(figure, name, 0);
  }

  #isGiven(node: object): boolean {
    const formula = isFigure(node) ? this.#formula(node) : undefined;
    return formula !== undefined && !formula.value && formula.conditions.length === 0;
  }

  #figure(figure: object, name: string, nesting: number): Paragraph {
    const title = this.#title(figure, name);
    const fingerprint = fingerprintOf(figure, this.#fingerprints);
    if (this.#explained.has(fingerprint) || nesting > MAX_NESTING) {
      return [`${title} (${HEADINGS.above[this.#language]})`];
    }
    this.#explained.add(fingerprint);
    const formula = this.#formula(figure);
    const { blocks, nested } = figureText(figure, formula, this.#names(formula));
    const from = nested.map((each): Block => ({
      heading: HEADINGS.from[this.#language],
      lines: this.#figure(each.figure, each.name, nesting + 1),
    }));
    return [title, ...indented(laidOut([...blocks, ...from]), 2)];
  }

  #title(figure: object, name: string): string {
    const names = this.#names(this.#formula(figure));
    const title = titleOf(figure, names);
    const { formula: id } = figure as Readonly<Record<string, unknown>>;
    const isNamed = name === "" || name === names.figure(String(id));
    return isNamed ? title : `${name}${names.colon}${title}`;
  }

  #formula(figure: object): Formula | undefined {
    const { formula: id } = figure as Readonly<Record<string, unknown>>;
    return typeof id === "string" ? this.#catalogue.formula(id) : undefined;
  }

  #names(formula: Formula | undefined): Names {
    return new Names(this.#catalogue, formula, this.#language);
  }
}

/** Blocks with their headings in a column of their own. */
function laidOut(blocks: readonly Block[]): readonly string[] {
  let width = 0;
  for (const { heading } of blocks) width = Math.max(width, widthOf(heading));
  return blocks.flatMap(({ heading, lines }) =>
    lines.map((line, index) => `${padEnd(index === 0 ? heading : "", width)}  ${line}`.trimEnd()),
  );
}
