/**
 * @module terms/cursor
 *
 * A place in the tokens of a text. Forms take what they know; whoever takes in vain goes back to
 * the mark. Every form looks a fixed number of tokens ahead, so reading stays linear.
 */
import type { Token } from "./scanner.ts";
import { scan } from "./scanner.ts";

/** Longer numbers are typing errors; 60 digits of a percentage still make a plain decimal. */
const MAX_RATE_LENGTH = 60;
const MAX_DAYS_LENGTH = 9;

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

  /** Takes these words and signs in a row, all or none. */
  take(...texts: readonly string[]): boolean {
    const fits = texts.every((text, offset) => this.#tokens[this.#next + offset]?.text === text);
    if (fits) this.#next += texts.length;
    return fits;
  }

  /** Takes the first of these phrases that comes next. */
  takeOneOf(...phrases: readonly string[]): boolean {
    return phrases.some((phrase) => this.take(...phrase.split(" ")));
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
