/**
 * @module explain/tokens
 *
 * Cuts the text of an expression into numbers, names, texts and signs, in one pass.
 */

/** A piece of an expression, and where it begins. */
export interface Token {
  readonly kind: "number" | "name" | "text" | "sign" | "end";
  readonly text: string;
  readonly at: number;
}

/** What a mistake is reported to; it does not come back. */
export type Malformed = (rule: string, at: number) => never;

// Each matches at one place and looks no further than its own token.
const SPACE = /[ \n\t]+/y;
const NUMBER = /[0-9]+(?:\.[0-9]+)?/y;
const NAME = /[A-Za-z][A-Za-z0-9]*(?:\.[A-Za-z][A-Za-z0-9]*)*/y;
const TEXT = /"([^"]*)"/y;
const SIGN = /!=|<=|>=|[-+*/^=<>(),]/y;

/** The tokens of a text, without the spaces between them. */
export function tokensOf(source: string, malformed: Malformed): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  const take = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    const found = pattern.exec(source);
    if (found) at = pattern.lastIndex;
    return found ? (found[1] ?? found[0]) : undefined;
  };
  for (take(SPACE); at < source.length; take(SPACE)) {
    const start = at;
    const push = (kind: Token["kind"], text: string | undefined): boolean =>
      text !== undefined && tokens.push({ kind, text, at: start }) > 0;
    if (push("number", take(NUMBER)) || push("name", take(NAME))) continue;
    if (push("text", take(TEXT)) || push("sign", take(SIGN))) continue;
    malformed("must have a sign of the language", at);
  }
  return tokens;
}
