/**
 * @module terms/scanner
 *
 * Splits a text into numbers, ordinals, words and signs: one pass, no regular expressions, no
 * looking back.
 */

/** A piece of the text. */
export interface Token {
  /** `end` stands after the last piece. */
  readonly kind: "number" | "ordinal" | "word" | "sign" | "end";
  /** In lower case and half width. */
  readonly text: string;
  /** Where it starts in the text as given, and where it ends. */
  readonly from: number;
  readonly to: number;
}

/** The tokens of a text, closed by one of kind `end`. */
export function scan(source: string): Token[] {
  const text = folded(source);
  const tokens: Token[] = [];
  let from = 0;
  while (from < text.length) {
    const [kind, to] = tokenAt(text, from);
    if (kind) tokens.push({ kind, text: text.slice(from, to), from, to });
    from = to;
  }
  tokens.push({ kind: "end", text: "", from, to: from });
  return tokens;
}

/** The kind and end of the token at `from`; no kind for a space. */
function tokenAt(text: string, from: number): [Token["kind"] | undefined, number] {
  const code = text.charCodeAt(from);
  if (code === SPACE) return [undefined, from + 1];
  if (isDigit(code)) return numberAt(text, from);
  return isLetter(code) ? ["word", endOf(isLetter, text, from)] : ["sign", from + 1];
}

/**
 * A number is `digits[.digits]`; a point with no digit behind it ends a sentence. An ordinal is
 * `10th`: it must not fall apart into ten days and a rest.
 */
function numberAt(text: string, from: number): ["number" | "ordinal", number] {
  const to = endOf(isDigit, text, from);
  if (ORDINAL_ENDINGS.includes(text.slice(to, to + 2)) && !isLetter(text.charCodeAt(to + 2))) {
    return ["ordinal", to + 2];
  }
  const hasDecimals = text.charCodeAt(to) === POINT && isDigit(text.charCodeAt(to + 1));
  return ["number", hasDecimals ? endOf(isDigit, text, to + 1) : to];
}

const ORDINAL_ENDINGS: readonly string[] = ["st", "nd", "rd", "th"];

function endOf(belongs: (code: number) => boolean, text: string, from: number): number {
  let to = from;
  while (to < text.length && belongs(text.charCodeAt(to))) to += 1;
  return to;
}

/** The text in lower case and half width, unit by unit: places stay what they are. */
function folded(source: string): string {
  const codes: string[] = [];
  for (let index = 0; index < source.length; index += 1) {
    codes.push(String.fromCharCode(foldedCode(source.charCodeAt(index))));
  }
  return codes.join("");
}

const SPACE = 0x20;
const COMMA = 0x2c;
const HYPHEN = 0x2d;
const POINT = 0x2e;

function foldedCode(code: number): number {
  if (isSpace(code)) return SPACE;
  // Hyphens, dashes and the minus sign.
  if ((code >= 0x2010 && code <= 0x2015) || code === 0x2212) return HYPHEN;
  // The Chinese comma of lists, and the full stop.
  if (code === 0x3001) return COMMA;
  if (code === 0x3002) return POINT;
  // The full-width forms stand in the order of ASCII.
  const half = code >= 0xff01 && code <= 0xff5e ? code - 0xfee0 : code;
  return half >= 0x41 && half <= 0x5a ? half + 0x20 : half;
}

/** Blank, tab, line breaks, and the no-break, narrow and ideographic spaces. */
function isSpace(code: number): boolean {
  if (code === SPACE || (code >= 0x09 && code <= 0x0d) || code === 0xa0) return true;
  return (code >= 0x2000 && code <= 0x200a) || code === 0x202f || code === 0x3000;
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

function isLetter(code: number): boolean {
  return code >= 0x61 && code <= 0x7a;
}
