/**
 * @module explain/layout
 *
 * Text in columns: how wide a text is on a screen (a Chinese character takes two places), padding,
 * wrapping and tables.
 */

import type { Fraction } from "../ground/fraction.ts";

/** Characters that take two places: Chinese, Japanese, Korean, full width forms, emoji. */
const WIDE: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2e80, 0x303e],
  [0x3041, 0xa4cf],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe4f],
  [0xff00, 0xff60],
  [0xffe0, 0xffe6],
  [0x1f300, 0x1faff],
  [0x20000, 0x3fffd],
];

/** Places that a text takes on a screen. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += placesOf(character.codePointAt(0) ?? 0);
  return width;
}

function placesOf(code: number): number {
  if (code < 0x300) return 1;
  if (code <= 0x36f || (code >= 0xfe00 && code <= 0xfe0f) || code === 0x200d) return 0;
  return WIDE.some(([first, last]) => code >= first && code <= last) ? 2 : 1;
}

/** The text with spaces after it, up to a width. */
export function padEnd(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - widthOf(text)));
}

/** The text with spaces before it, up to a width. */
export function padStart(text: string, width: number): string {
  return " ".repeat(Math.max(0, width - widthOf(text))) + text;
}

/** The text in lines of at most `width` places, broken at spaces; a longer word stays whole. */
export function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && widthOf(longer) > width) {
      lines.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  return [...lines, line];
}

/** A cell: numbers stand to the right. */
export interface Cell {
  readonly text: string;
  readonly isNumber: boolean;
  /** The number, where the text is nothing but it. */
  readonly number?: Fraction;
}

/** Rows with their columns aligned, two spaces between them. */
export function tableLines(rows: readonly (readonly Cell[])[]): string[] {
  const widths: number[] = [];
  for (const row of rows) {
    for (const [column, { text }] of row.entries()) {
      widths[column] = Math.max(widths[column] ?? 0, widthOf(text));
    }
  }
  return rows.map((row) => {
    const cells = row.map(({ text, isNumber }, column) =>
      isNumber ? padStart(text, widths[column] ?? 0) : padEnd(text, widths[column] ?? 0),
    );
    return cells.join("  ").trimEnd();
  });
}

/** A text from outside on one line: no line breaks, no control or direction characters. */
export function clean(text: string): string {
  const short = text.length > 200 ? `${text.slice(0, 199)}…` : text;
  return short.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, "·");
}

/** Lines moved to the right. */
export function indented(lines: readonly string[], places: number): string[] {
  const space = " ".repeat(places);
  return lines.map((line) => (line === "" ? "" : space + line));
}
