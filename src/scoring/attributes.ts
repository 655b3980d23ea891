/**
 * @module scoring/attributes
 *
 * The attributes of a characteristic: which values earn which points. Read by hand, because what
 * makes them right is how they lie beside each other: none may hold what another holds, and ranges
 * leave no hole between them.
 */
import { exactNumber } from "../ground/exact.ts";
import type { FaultPart } from "../ground/fault.ts";
import { Fault } from "../ground/fault.ts";
import type { Fraction } from "../ground/fraction.ts";
import type { Schema } from "../ground/input.ts";
import { atom } from "../ground/input-atoms.ts";
import type { Numeric } from "../ground/numeric.ts";
import { parsePlainDecimal, toText } from "../ground/numeric.ts";
import type { List } from "../ground/rows.ts";
import type { Fact } from "./facts.ts";
import { categoryText } from "./facts.ts";
import type { AttributeIndex, Span } from "./lookup.ts";
import { clashOf, inOrder, spanOf } from "./lookup.ts";

/** Points of a value that is not there. */
export interface MissingAttribute {
  /** Says that a missing value is expected here, and what it earns. */
  readonly missing: true;
  /** Its points. */
  readonly points: Numeric;
}

/** Points of certain values. */
export interface ValuesAttribute {
  /** The values: categories; beside ranges also single numbers, such as a code for "no report". */
  readonly values: List<string | number | boolean>;
  /** Their points. */
  readonly points: Numeric;
}

/** Points of a range of numbers; at least one end is given. */
export interface RangeAttribute {
  /** The least number that belongs to it; open below without. */
  readonly from?: Numeric;
  /** The least number that no longer belongs to it; open above without. */
  readonly to?: Numeric;
  /** Their points. */
  readonly points: Numeric;
}

/** One attribute of a characteristic. */
export type ScorecardAttribute = MissingAttribute | ValuesAttribute | RangeAttribute;

/** The attributes as read. */
export interface ReadAttributes {
  /** Points by place. */
  readonly points: readonly Fraction[];
  /** What each is called: `missing`, `own, for free`, `[0, 12)`. */
  readonly names: readonly string[];
  readonly index: AttributeIndex<Fraction>;
}

/** At most so many attributes of a characteristic, and values of an attribute. */
const MOST = 1_000;

const FIELDS = ["missing", "values", "from", "to", "points"];
const KIND_RULE = "must have one of `missing: true`, `values`, or a range by `from` and `to`";

/** Fractions in their order. */
export const byValue = (a: Fraction, b: Fraction): number => a.compare(b);

/** The schema of the attributes of one characteristic. */
export const attributesSchema = (): Schema<ReadAttributes, List<ScorecardAttribute>> =>
  atom<ReadAttributes, List<ScorecardAttribute>>((value) => {
    if (!Array.isArray(value)) return new Fault("must be a list");
    if (value.length === 0) return new Fault("must have at least 1 entry");
    if (value.length > MOST) return new Fault(`must have at most ${MOST} entries`);
    return new Reading(value).attributes();
  });

type Given = Readonly<Record<string, unknown>>;

/** Attributes on their way from what was given to what can be looked up. */
class Reading {
  readonly #rows: readonly unknown[];
  readonly #faults: FaultPart[] = [];
  readonly #texts = new Map<string, number>();
  readonly #spans: Span<Fraction>[] = [];
  #missing: number | undefined;

  constructor(rows: readonly unknown[]) {
    this.#rows = rows;
  }

  attributes(): ReadAttributes | Fault {
    const points = this.#rows.map((row, place) => this.#row(row, place));
    this.#numbersBesideRanges();
    const spans = inOrder(this.#spans, byValue);
    this.#refuseClashes(spans);
    const [first] = this.#faults;
    if (first) return new Fault(first.rule, this.#faults);
    const index = { texts: this.#texts, spans, missing: this.#missing };
    const names = this.#rows.map((_, place) => this.#name(place));
    return { points: points as Fraction[], names, index };
  }

  #row(row: unknown, place: number): Fraction | undefined {
    if (typeof row !== "object" || row === null || Array.isArray(row)) {
      this.#refuse([place], "must be an object");
      return undefined;
    }
    const given = row as Given;
    for (const key of Object.keys(given)) {
      if (!FIELDS.includes(key)) this.#refuse([place, key], "is not a field of an attribute");
    }
    const { missing, values, from, to } = given;
    const kinds = [missing, values, from ?? to].filter((each) => each !== undefined);
    if (kinds.length !== 1) this.#refuse([place], KIND_RULE);
    else if (missing !== undefined) this.#readMissing(missing, place);
    else if (values !== undefined) this.#readValues(values, place);
    else this.#readRange(from, to, place);
    return this.#number(given["points"], [place, "points"]);
  }

  #readMissing(missing: unknown, place: number): void {
    if (missing !== true) this.#refuse([place, "missing"], "must be true, or left out");
    if (this.#missing !== undefined) {
      this.#refuse([place, "missing"], `must be declared once: attribute ${this.#missing} is it`);
    }
    this.#missing = place;
  }

  #readValues(values: unknown, place: number): void {
    const isList = Array.isArray(values) && values.length >= 1 && values.length <= MOST;
    if (!isList) {
      this.#refuse([place, "values"], `must be a list of 1 to ${MOST} values`);
      return;
    }
    values.forEach((value, index) => {
      const path = [place, "values", index];
      const text = categoryText(value);
      if (text instanceof Fault) this.#refuse(path, text.rule);
      else if (this.#texts.has(text)) this.#refuse(path, "must be listed once");
      else this.#texts.set(text, place);
    });
  }

  #readRange(from: unknown, to: unknown, place: number): void {
    const least = from === undefined ? undefined : this.#number(from, [place, "from"]);
    const beyond = to === undefined ? undefined : this.#number(to, [place, "to"]);
    if (least && beyond && beyond.compare(least) <= 0) {
      this.#refuse([place, "to"], "must be greater than `from`");
    }
    this.#spans.push({ from: least, to: beyond, single: false, place });
  }

  /** Where there are ranges, listed numbers are compared as numbers: 1.0 is 1. */
  #numbersBesideRanges(): void {
    if (this.#spans.length === 0) return;
    for (const [text, place] of this.#texts) {
      const number = parsePlainDecimal(text);
      if (!number) continue;
      this.#texts.delete(text);
      this.#spans.push({ from: number, to: number, single: true, place });
    }
  }

  #refuseClashes(spans: readonly Span<Fraction>[]): void {
    if (this.#faults.length > 0) return;
    spans.slice(1).forEach((right, index) => {
      const left = spans[index] as Span<Fraction>;
      const clash = clashOf(left, right, byValue);
      if (!clash) return;
      const other = `that of attribute ${left.place}`;
      const rule =
        clash === "gap"
          ? `must begin where ${other} ends: what lies between belongs to neither`
          : `must not overlap ${other}`;
      this.#refuse([right.place], rule);
    });
  }

  #name(place: number): string {
    if (place === this.#missing) return "missing";
    const texts = [...this.#texts].filter(([, at]) => at === place).map(([text]) => text);
    const spans = this.#spans.filter((span) => span.place === place).map(spanName);
    return [...texts, ...spans].join(", ");
  }

  #number(value: unknown, path: FaultPart["path"]): Fraction | undefined {
    const number = exactNumber(value, "any");
    if (!(number instanceof Fault)) return number;
    this.#refuse(path, number.rule);
    return undefined;
  }

  #refuse(path: FaultPart["path"], rule: string): void {
    this.#faults.push({ path, rule });
  }
}

function spanName({ from, to, single }: Span<Fraction>): string {
  if (single) return from ? toText(from) : "";
  return `${from ? `[${toText(from)}` : "(−∞"}, ${to ? toText(to) : "∞"})`;
}

/** The attribute that holds a value, and as what; undefined where none does. */
export function attributeOf(
  { index }: ReadAttributes,
  { isMissing, text, number }: Fact,
): { readonly place: number; readonly as: "missing" | "text" | "number" } | undefined {
  if (isMissing) {
    return index.missing === undefined ? undefined : { place: index.missing, as: "missing" };
  }
  const category = text === undefined ? undefined : index.texts.get(text);
  if (category !== undefined) return { place: category, as: "text" };
  const span = number && spanOf(index.spans, number, byValue);
  return span && { place: span.place, as: "number" };
}
