/**
 * @module batch/scorecard
 *
 * Scorecards over columns.
 */
import { CreditError, issue } from "../ground/errors.ts";
import type { ScorecardAttribute } from "../scoring/attributes.ts";
import type { CardAttributes } from "./card-lookup.ts";
import { numberLookup, placeOfText, readAttributes } from "./card-lookup.ts";
import type { CodedColumn, NumberColumn, PlainNumber, ValueColumns } from "./column-types.ts";
import { MOST, wholesOf } from "./plan.ts";
import type { Rational } from "./rational.ts";
import { Reading, typedName } from "./reading.ts";
import { readList, readNumber, readText, readWord } from "./reading-values.ts";
import { Reasons } from "./reasons.ts";
import { rankReasons } from "./shortfalls.ts";

/** One characteristic, as `scorecard` has it. */
export interface ColumnCharacteristic {
  /** Its name: the key of its column. */
  readonly name: string;
  /** The code of the reason that it gives. Several characteristics may share one. */
  readonly reasonCode: string;
  /** The points that its own are measured against. */
  readonly baseline: PlainNumber;
  /** Its attributes. */
  readonly attributes: readonly ScorecardAttribute[];
}

/** A scorecard, as `scorecard` has it. */
export interface ColumnScorecard {
  /** Points that everybody has. */
  readonly initialScore: PlainNumber;
  /** Which difference makes a reason. */
  readonly reasonMethod: "pointsBelow" | "pointsAbove";
  /** Its characteristics. */
  readonly characteristics: readonly ColumnCharacteristic[];
}

/** Categories of all rows: texts by code. */
export interface CategoryColumn {
  /** One code a row. */
  readonly codes: Uint8Array | Uint16Array | Uint32Array | Int8Array | Int16Array | Int32Array;
  /** The texts. */
  readonly categories: readonly string[];
  /** One byte a row: 0 where the value is missing. */
  readonly valid?: Uint8Array;
}

/** Scores of a card, and why they are no better. */
export interface ScorecardColumns extends ValueColumns {
  /**
   * Codes of reasons, the greatest shortfall first: `perRow` entries a row, 0 where there are no
   * more; the words are those of the card in the order of its characteristics, after an empty one.
   */
  readonly reasonCodes: CodedColumn & {
    /** Entries a row: as many as the card has different codes. */
    readonly perRow: number;
  };
}

/**
 * Scores by a card of points for every row (批量评分卡), with the codes of reasons, as
 * `scorecard` gives them.
 *
 * Use it for a portfolio, or to try a card on its past; for one applicant, with its derivation, use
 * `scorecard`.
 *
 * @formula score = initialScore + Σ points; a reason for each code whose shortfalls add up to more
 *   than 0
 * @units points
 *
 * @param card - The card.
 * @param columns - A column for each characteristic by its name: numbers, or categories by code.
 *   A gap is a missing value; a characteristic without a column is missing in every row.
 * @returns Scores and codes of reasons. A missing value without an attribute for it, or one that no
 *   attribute holds, is `not_defined`; no number is `invalid_input`.
 *
 * @throws `CreditError` `invalid_input`: a card that `scorecard` would refuse, a column
 *   that is none, or no characteristic's; all faults are listed.
 * @throws `CreditError` `unsupported`: points with so many digits that their sum has more
 *   than 15.
 *
 * @source as `scorecard`
 *
 * @example
 * ```ts
 * const age = {
 *   name: "yearsTrading",
 *   reasonCode: "R1",
 *   baseline: 30,
 *   attributes: [{ to: 3, points: 10 }, { from: 3, points: 30 }],
 * };
 * const { values, reasonCodes } = scorecardColumns(
 *   { initialScore: 500, reasonMethod: "pointsBelow", characteristics: [age] },
 *   { yearsTrading: new Float64Array([2.5, 3]) },
 * );
 * Array.from(values); // => [510, 530]
 * Array.from(reasonCodes.codes, (code) => reasonCodes.categories[code]); // => ["R1", ""]
 * ```
 */
export function scorecardColumns(
  card: ColumnScorecard,
  columns: Readonly<Record<string, NumberColumn | CategoryColumn>>,
): ScorecardColumns {
  const reading = new Reading("scorecardColumns");
  const read = readCard(reading, card);
  const names = read.parts.map(({ name }) => name);
  const given = reading.record("columns", columns, names);
  const lookups = read.parts.map((part) => lookupOf(reading, part, given[part.name]));
  const rows = reading.finish();
  const { wholes, scale } = wholesOf([
    read.initialScore,
    ...read.parts.flatMap(({ attributes, baseline }) => [baseline, ...attributes.points]),
  ]);
  const most = wholes.reduce((sum, each) => sum + (each < 0n ? -each : each), 0n);
  if (most > BigInt(MOST)) {
    const fault = issue("card", "must have points of at most 15 digits in all");
    throw new CreditError("unsupported", "scorecardColumns", [fault]);
  }
  const points = read.parts.map(({ attributes }) =>
    Float64Array.from(attributes.points, (each) => inSteps(each, scale)),
  );
  const places = lookups.map((lookup) =>
    Int16Array.from({ length: rows }, (_, row) => lookup(row)),
  );
  const answer = total(inSteps(read.initialScore, scale), Number(scale), points, places, rows);
  const baselines = read.parts.map(({ baseline }) => inSteps(baseline, scale));
  const codes = read.parts.map(({ reasonCode }) => reasonCode);
  const reasonCodes = rankReasons(
    { codes, baselines, points, places, sign: read.sign },
    answer.valid,
  );
  return { ...answer, reasonCodes };
}

function inSteps({ numerator, denominator }: Rational, scale: bigint): number {
  return Number(numerator * (scale / denominator));
}

/** Of a place: a value that no attribute holds, or that is no number. */
const NOT_HELD = -1;
const NO_NUMBER = -2;

function total(
  initial: number,
  scale: number,
  points: readonly Float64Array[],
  places: readonly Int16Array[],
  rows: number,
): ValueColumns {
  const values = new Float64Array(rows);
  const valid = new Uint8Array(rows).fill(1);
  const reasons = new Reasons();
  for (let row = 0; row < rows; row += 1) {
    let [sum, least] = [initial, 0];
    for (let part = 0; part < places.length; part += 1) {
      const place = places[part]?.[row] as number;
      least = Math.min(least, place);
      sum += place < 0 ? 0 : (points[part]?.[place] as number);
    }
    if (least === 0) values[row] = sum / scale;
    else {
      valid[row] = 0;
      reasons.add(row, rows, least === NO_NUMBER);
    }
  }
  return { values, valid, ...reasons.column() };
}

interface ReadPart {
  readonly name: string;
  readonly reasonCode: string;
  readonly baseline: Rational;
  readonly attributes: CardAttributes;
}

function readCard(reading: Reading, card: unknown) {
  const fields = reading.record("card", card, ["initialScore", "reasonMethod", "characteristics"]);
  const zero = { numerator: 0n, denominator: 1n };
  const names = new Set<string>();
  const given = readList(reading, "card.characteristics", fields["characteristics"], 1_000);
  const parts = given.map((each, at): ReadPart => {
    const path = `card.characteristics[${at}]`;
    const known = ["name", "reasonCode", "baseline", "attributes"];
    const part = reading.record(path, each, known);
    const name = readText(reading, `${path}.name`, part["name"]);
    if (names.has(name)) reading.refuse(`${path}.name`, "must be there once", name);
    names.add(name);
    return {
      name,
      reasonCode: readText(reading, `${path}.reasonCode`, part["reasonCode"]),
      baseline: readNumber(reading, `${path}.baseline`, part["baseline"]) ?? zero,
      attributes: readAttributes(reading, `${path}.attributes`, part["attributes"]),
    };
  });
  const { reasonMethod } = fields;
  if (reasonMethod === undefined) reading.refuse("card.reasonMethod", "must be given");
  const words = ["pointsBelow", "pointsAbove"] as const;
  const method = readWord(reading, "card.reasonMethod", reasonMethod, words);
  const initialScore = readNumber(reading, "card.initialScore", fields["initialScore"]) ?? zero;
  return { parts, initialScore, sign: method === "pointsBelow" ? 1 : -1 } as const;
}

/** The attribute of each row. */
function lookupOf(
  reading: Reading,
  { name, attributes }: ReadPart,
  given: unknown,
): (row: number) => number {
  const { missing } = attributes;
  if (given === undefined) return () => missing;
  const path = `columns.${name}`;
  if (isCoded(given)) return categoryLookup(reading, path, attributes, given);
  const { values, valid } = reading.column(path, given);
  const find = numberLookup(attributes);
  return (row) => {
    if (valid?.[row] === 0) return missing;
    const value = values[row] as number;
    return Math.abs(value) <= MOST ? find(value) : NO_NUMBER;
  };
}

function isCoded(given: unknown): boolean {
  try {
    return Object.hasOwn(Object(given) as object, "codes");
  } catch {
    return false;
  }
}

function categoryLookup(
  reading: Reading,
  path: string,
  attributes: CardAttributes,
  given: unknown,
): (row: number) => number {
  const fields = reading.record(path, given, ["codes", "categories", "valid"]);
  const { codes, categories, valid } = fields;
  const texts = readList(reading, `${path}.categories`, categories, 30_000);
  const found = texts.map((text, at) =>
    placeOfText(attributes, readText(reading, `${path}.categories[${at}]`, text)),
  );
  const isTyped = /^U?[Ii]nt(?:8|16|32)Array$/.test(typedName(codes) ?? "");
  if (!isTyped) reading.refuse(`${path}.codes`, "must be a typed array of whole numbers", codes);
  const column = { values: isTyped ? codes : new Uint8Array(0), valid };
  const read = reading.column(path, valid === undefined ? column.values : column);
  return (row) => {
    if (read.valid?.[row] === 0) return attributes.missing;
    return found[read.values[row] as number] ?? NOT_HELD;
  };
}
