/**
 * @module batch/card-lookup
 *
 * The attributes of a characteristic as doubles: which of them holds a number or a category.
 */
import { clashOf, inOrder } from "../scoring/lookup.ts";
import type { Span } from "../scoring/lookup.ts";
import { leastDouble } from "./comparing.ts";
import type { Rational } from "./rational.ts";
import { compare, exactOf, rationalOf } from "./rational.ts";
import type { Fields, Reading } from "./reading.ts";
import { readList, readNumber } from "./reading-values.ts";

/** What is read of one characteristic. */
export interface CardAttributes {
  readonly points: readonly Rational[];
  readonly texts: ReadonlyMap<string, number>;
  readonly spans: readonly Span<Rational>[];
  readonly missing: number;
}

const MOST = 1_000;
const FIELDS = ["missing", "values", "from", "to", "points"];
const ZERO: Rational = { numerator: 0n, denominator: 1n };
const PLAIN = /^-?\d+(?:\.\d+)?$/;

/** Reads the attributes; those that overlap or leave a hole are refused. */
export function readAttributes(reading: Reading, path: string, given: unknown): CardAttributes {
  const texts = new Map<string, number>();
  const spans: Span<Rational>[] = [];
  let missing = -1;
  const points = readList(reading, path, given, MOST).map((each, place) => {
    const at = `${path}[${place}]`;
    const row: Fields = reading.record(at, each, FIELDS);
    const { values, from, to } = row;
    const kinds = [row["missing"], values, from ?? to].filter((kind) => kind !== undefined);
    if (kinds.length !== 1) {
      reading.refuse(
        at,
        "must have one of `missing: true`, `values`, or a range by `from` and `to`",
      );
    } else if (row["missing"] !== undefined) {
      if (row["missing"] !== true) reading.refuse(`${at}.missing`, "must be true, or left out");
      if (missing >= 0) reading.refuse(`${at}.missing`, "must be declared once");
      missing = place;
    } else if (values !== undefined) readTexts(reading, `${at}.values`, values, place, texts);
    else spans.push(readSpan(reading, at, from, to, place));
    return readNumber(reading, `${at}.points`, row["points"]) ?? ZERO;
  });
  if (spans.length > 0) numbersAmong(texts, spans);
  const ordered = inOrder(spans, compare);
  ordered.slice(1).forEach((right, index) => {
    const clash = clashOf(ordered[index] as Span<Rational>, right, compare);
    const rule =
      clash === "gap" ? "must begin where the one before ends" : "must not overlap another";
    if (clash) reading.refuse(`${path}[${right.place}]`, rule);
  });
  return { points, texts, spans: ordered, missing };
}

function readTexts(
  reading: Reading,
  path: string,
  given: unknown,
  place: number,
  texts: Map<string, number>,
): void {
  readList(reading, path, given, MOST).forEach((value, at) => {
    const text = categoryText(value);
    if (text === undefined) {
      reading.refuse(
        `${path}[${at}]`,
        "must be a text of 1 to 1,000 characters, a number, true or false",
      );
    } else if (texts.has(text)) reading.refuse(`${path}[${at}]`, "must be listed once");
    else texts.set(text, place);
  });
}

function categoryText(value: unknown): string | undefined {
  if (typeof value === "string") {
    return value.length >= 1 && value.length <= 1_000 ? value : undefined;
  }
  if (typeof value === "boolean") return String(value);
  const isNumber = typeof value === "number" && Math.abs(value) <= Number.MAX_SAFE_INTEGER;
  return isNumber ? numberText(value) : undefined;
}

/** A double as the plain decimal that it stands for. */
export function numberText(value: number): string {
  const text = String(value === 0 ? 0 : value);
  if (!text.includes("e")) return text;
  const { numerator, denominator } = exactOf(value);
  const places = String(denominator).length - 1;
  const digits = String(numerator < 0n ? -numerator : numerator).padStart(places + 1, "0");
  const plain = `${digits.slice(0, -places)}.${digits.slice(-places)}`;
  return numerator < 0n ? `-${plain}` : plain;
}

function readSpan(
  reading: Reading,
  path: string,
  from: unknown,
  to: unknown,
  place: number,
): Span<Rational> {
  const least = from === undefined ? undefined : readNumber(reading, `${path}.from`, from);
  const beyond = to === undefined ? undefined : readNumber(reading, `${path}.to`, to);
  if (least && beyond && compare(beyond, least) <= 0) {
    reading.refuse(`${path}.to`, "must be greater than `from`");
  }
  return { from: least, to: beyond, single: false, place };
}

/** Where there are ranges, listed numbers are compared as numbers: 1.0 is 1. */
function numbersAmong(texts: Map<string, number>, spans: Span<Rational>[]): void {
  for (const [text, place] of texts) {
    const number = PLAIN.test(text) && text.length <= 64 ? rationalOf(text) : undefined;
    if (!number) continue;
    texts.delete(text);
    spans.push({ from: number, to: number, single: true, place });
  }
}

/** The attribute of a category: by its text, else as the number that it is. */
export function placeOfText({ texts, spans }: CardAttributes, text: string): number {
  const place = texts.get(text);
  if (place !== undefined) return place;
  const number = PLAIN.test(text) && text.length <= 64 ? rationalOf(text) : undefined;
  if (!number) return -1;
  const span = spans.filter(({ from }) => from === undefined || compare(number, from) >= 0).at(-1);
  if (!span) return -1;
  const order = span.to === undefined ? -1 : compare(number, span.to);
  return order < 0 || (span.single && order === 0) ? span.place : -1;
}

/** Finds the attribute of a number; −1 where none holds it. */
export function numberLookup({ texts, spans }: CardAttributes): (value: number) => number {
  if (spans.length === 0) return (value) => texts.get(numberText(value)) ?? -1;
  const from = Float64Array.from(spans, (span) => (span.from ? leastDouble(span.from) : -Infinity));
  const to = Float64Array.from(spans, (span) => {
    if (!span.to) return Infinity;
    // A number alone is held where it is that number, and where doubles stand for it at all.
    return span.single ? -Infinity : leastDouble(span.to);
  });
  const alone = spans.map((span) => {
    if (!span.single || !span.from) return Number.NaN;
    const near = leastDouble(span.from);
    return Number.isFinite(near) && compare(exactOf(near), span.from) === 0 ? near : Number.NaN;
  });
  return (value) => {
    let [low, high] = [0, from.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (value >= (from[middle] as number)) low = middle + 1;
      else high = middle;
    }
    const at = low - 1;
    const isHeld = at >= 0 && (value < (to[at] as number) || value === alone[at]);
    return isHeld ? (spans[at] as Span<Rational>).place : -1;
  };
}
