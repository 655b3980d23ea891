/**
 * @module terms/cursor
 *
 * A place in the tokens of a text. Forms take what they know; whoever takes in vain goes back to
 * the mark. Every form looks a fixed number of tokens ahead, so reading stays linear.
 */
import { hanNumber, isHanNumeral } from "./han-numbers.ts";
import type { Token } from "./scanner.ts";
import { scan } from "./scanner.ts";

/** Longer numbers are typing errors; 60 digits of a percentage still make a plain decimal. */
const MAX_RATE_LENGTH = 60;
const MAX_DAYS_LENGTH = 9;
const MAX_HAN_LENGTH = 6;

/** The tokens of a phrase: words as they stand, Chinese characters one by one. */
function piecesOf(phrase: string): readonly string[] {
  let pieces = PIECES.get(phrase);
  if (!pieces) {
    pieces = phrase
      .split(" ")
      .flatMap((word) => (word.charCodeAt(0) > LAST_LATIN ? Array.from(word) : [word]));
    PIECES.set(phrase, pieces);
  }
  return pieces;
}

/** Phrases are those of the grammar, so there is an end to them. */
const PIECES = /* @__PURE__ */ new Map<string, readonly string[]>();
const LAST_LATIN = 0x2e7f;

/** Reads the tokens of a text one after the other. */
export class Cursor {
  readonly #source: string;
  readonly #tokens: readonly Token[];
  #next = 0;

  constructor(source: string) {
    this.#source = source;
    this.#tokens = scan(source);
  }

  /** The place now, for {@link back}. */
  get mark(): number {
    return this.#next;
  }

  /** Goes back to a mark; what was taken since is not. */
  back(mark: number): void {
    this.#next = mark;
  }

  /** True when everything is taken. */
  get isAtEnd(): boolean {
    return this.#token().kind === "end";
  }

  /** True when a number comes next. */
  get isAtNumber(): boolean {
    return this.#token().kind === "number";
  }

  /** What comes next: digits, a word (also `10th`), or a sign, as each Chinese character is. */
  get script(): "number" | "latin" | "chinese" {
    const { kind } = this.#token();
    if (kind === "number") return "number";
    return kind === "sign" ? "chinese" : "latin";
  }

  /** Takes these words and signs in a row, all or none. */
  take(...texts: readonly string[]): boolean {
    const fits = texts.every((text, offset) => this.#tokens[this.#next + offset]?.text === text);
    if (fits) this.#next += texts.length;
    return fits;
  }

  /** Takes the first of these phrases that comes next; a longer one stands before its beginning. */
  takeOneOf(...phrases: readonly string[]): boolean {
    return this.#takeFirst(phrases) !== undefined;
  }

  /** Takes a phrase of the table where one comes next, and says of it what the table says. */
  takeKey<T>(table: ReadonlyMap<string, T>): T | undefined {
    const found = this.#takeFirst(table.keys());
    return found === undefined ? undefined : table.get(found);
  }

  #takeFirst(phrases: Iterable<string>): string | undefined {
    const { text } = this.#token();
    for (const phrase of phrases) {
      const pieces = piecesOf(phrase);
      // Most phrases fail at their first word, and there are many.
      if (pieces[0] === text && this.take(...pieces)) return phrase;
    }
    return undefined;
  }

  /** Takes a number as its text. */
  takeNumber(): string | undefined {
    const { kind, text } = this.#token();
    if (kind !== "number" || text.length > MAX_RATE_LENGTH) return undefined;
    this.#next += 1;
    return text;
  }

  /** Takes a whole number. */
  takeWhole(): number | undefined {
    const { kind, text } = this.#token();
    if (kind !== "number" || text.length > MAX_DAYS_LENGTH || text.includes(".")) return undefined;
    this.#next += 1;
    return Number(text);
  }

  /** Takes a count of days, months or years: in digits, or in Chinese characters. */
  takeCount(): number | undefined {
    return this.takeWhole() ?? this.#takeHanNumber();
  }

  /** Takes `10th` as its number. */
  takeOrdinal(): number | undefined {
    const { kind, text } = this.#token();
    if (kind !== "ordinal" || text.length > MAX_DAYS_LENGTH) return undefined;
    this.#next += 1;
    return Number(text.slice(0, -2));
  }

  #takeHanNumber(): number | undefined {
    let end = this.#next;
    while (end - this.#next < MAX_HAN_LENGTH && isHanNumeral(this.#tokens[end]?.text ?? "")) {
      end += 1;
    }
    const characters = this.#tokens.slice(this.#next, end).map(({ text }) => text);
    const number = hanNumber(characters.join(""));
    if (number !== undefined) this.#next = end;
    return number;
  }

  /** The text as given up to here, or since a mark. */
  taken(since = 0): string {
    const from = this.#tokens[since]?.from ?? 0;
    const to = this.#tokens[this.#next - 1]?.to ?? 0;
    return this.#source.slice(from, Math.max(from, to));
  }

  /** The text as given from here on. */
  get rest(): string {
    return this.#source.slice(this.#token().from);
  }

  #token(): Token {
    // The last token is the end, and nothing goes beyond it: `take` never matches its text.
    return this.#tokens[this.#next] as Token;
  }
}
