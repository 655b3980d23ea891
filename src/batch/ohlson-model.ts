/**
 * @module batch/ohlson-model
 *
 * Ohlson's model over columns: its lines that no statement has are comparisons of two years, and
 * the size, a logarithm.
 */
import { Fraction, ONE } from "../ground/fraction.ts";
import { asPrinted, ln } from "../ground/transcendental.ts";
import { ohlsonOFormula as solvency } from "../scoring/models.ts";
import type { ColumnModel, Formulas, Source } from "./column-model.ts";
import { between, columnModel } from "./column-model.ts";
import { lnOf } from "./elementary.kernel.ts";
import type { LineOf } from "./model-plan.ts";
import type { Line } from "./plan.ts";
import { MOST } from "./plan.ts";
import { exactOf } from "./rational.ts";
import type { Rational } from "./rational.ts";
import { FUNDS_MADE_UP, OHLSON_RATIOS } from "./ratio-formulas.ts";
import type { Fields, Reading } from "./reading.ts";
import { readNumber } from "./reading-values.ts";
import type { OhlsonColumns, OhlsonOptions, RatioColumns } from "./score-types.ts";
import { linesOfYears } from "./statement-columns.ts";

/** Ohlson's O, of two years: `ohlsonO` over columns. */
export const ohlsonOModel: ColumnModel<OhlsonColumns | RatioColumns, OhlsonOptions> =
  /* @__PURE__ */ columnModel("ohlsonO", {
    solvency: () => solvency,
    formulas: () => OHLSON_RATIOS,
    source: sourceOf,
    options: ["cutOff"],
    zones: oddsOf,
    neither: neitherOf,
  });

function oddsOf(reading: Reading, { cutOff = "0.5" }: Fields) {
  const read = readNumber(reading, "options.cutOff", cutOff);
  if (!read) return undefined;
  const given = fractionOf(read);
  const isShare = given.sign > 0 && given.compare(ONE) < 0;
  const odds = isShare ? ln(given.over(ONE.minus(given)))?.value : undefined;
  if (odds) return { bounds: between(odds, odds), distress: "above" } as const;
  reading.refuse("options.cutOff", "must be more than 0 and less than 1", cutOff);
  return undefined;
}

/** Lines that are made of others. */
const MADE = ["size", "liabilitiesExceedAssets", "lossInBothYears", "lossOrGain"];
const ALL_MADE = [...MADE, "previous.lossOrGain"];

function sourceOf(reading: Reading, columns: unknown, standard: Formulas): Source {
  const fields = reading.record("columns", columns, ["current", "previous", "size"]);
  const { current } = fields;
  const formulas = isMadeUp(current)
    ? { ...standard, fundsFromOperationsToLiabilities: FUNDS_MADE_UP }
    : standard;
  const given = linesOfYears(reading, fields, formulas, ALL_MADE);
  const [size, ...beside] = readSize(reading, fields["size"]);
  // A logarithm has an absolute error, too, of its argument; its weight is below 1.
  return { formulas, beside, extraSize: 1, lineOf: withMadeLines(given, size) };
}

/** Whether funds from operations are made up of the lines that they stand for. */
function isMadeUp(current: unknown): boolean {
  const given = Object(current) as Fields;
  const has = (line: string) => Object.hasOwn(given, line);
  return !has("fundsFromOperations") && has("depreciation") && has("amortisation");
}

/** The lines of two statements, with those made of them. */
function withMadeLines(lineOf: LineOf, size: Line): LineOf {
  const assets = lineOf("totalAssets")?.values;
  const liabilities = lineOf("totalLiabilities")?.values;
  const income = lineOf("netIncome")?.values;
  const earlier = lineOf("previous.netIncome")?.values;
  if (!assets || !liabilities || !income || !earlier) return lineOf;
  const made = (value: (now: number, before: number, row: number) => number): Line => {
    const values = income.map((now, row) => value(now, earlier[row] as number, row));
    // Gaps and numbers out of range are those of the lines that it is made of.
    return { values, valid: undefined, least: -Infinity, most: Infinity };
  };
  const exceeds = (row: number) => (liabilities[row] as number) > (assets[row] as number);
  const lines = new Map<string, Line>([
    ["size", size],
    ["liabilitiesExceedAssets", made((_, __, row) => (exceeds(row) ? 1 : 0))],
    ["lossInBothYears", made((now, before) => (now < 0 && before < 0 ? 1 : 0))],
    // Where there was neither, 0 is divided by 1: no change.
    ["lossOrGain", made((now, before) => (now === 0 && before === 0 ? 1 : Math.abs(now)))],
    ["previous.lossOrGain", made((_, before) => Math.abs(before))],
  ]);
  return (name) => lines.get(name) ?? lineOf(name);
}

/**
 * ln(assets ÷ index), in doubles and as the function for one row has it; then what it is made
 * of.
 */
function readSize(reading: Reading, given: unknown): readonly [Line, Line, Line] {
  const fields = reading.record("size", given, ["totalAssetsInDollars", "priceIndex"]);
  const { totalAssetsInDollars, priceIndex } = fields;
  const assets = reading.column("size.totalAssetsInDollars", totalAssetsInDollars);
  const index =
    typeof priceIndex === "number"
      ? { values: new Float64Array(assets.values.length).fill(priceIndex), valid: undefined }
      : reading.column("size.priceIndex", priceIndex);
  const values = assets.values.map((above, row) => {
    const under = index.values[row] as number;
    // Near the least doubles their error is another one: left to the exact path, as is what is out
    // of its range.
    const isPlain = above >= LEAST_PLAIN && under >= LEAST_PLAIN;
    const isIn = above <= MOST && under <= MOST;
    return isPlain && isIn ? lnOf(above / under) : Infinity;
  });
  const exact = (row: number) => {
    const above = fractionOf(exactOf(assets.values[row] as number));
    const logarithm = ln(above.over(fractionOf(exactOf(index.values[row] as number))));
    if (!logarithm) throw new RangeError("checked to be above 0");
    return asPrinted(logarithm.value);
  };
  const above = { least: Number.MIN_VALUE, most: MOST };
  const size = { values, valid: undefined, least: -Infinity, most: Infinity, exact };
  return [size, { ...assets, ...above }, { ...index, ...above }];
}

const LEAST_PLAIN = 2 ** -300;

function fractionOf({ numerator, denominator }: Rational): Fraction {
  return Fraction.of(numerator, denominator);
}

/** Marks with 1 the rows where one of the indicators is neither 0 nor 1. */
function neitherOf(ratios: ReadonlyMap<string, Line>): Uint8Array | undefined {
  const indicators = ["liabilitiesExceedAssets", "lossInBothYears"];
  const lines = indicators.flatMap((name) => ratios.get(name) ?? []);
  const marks = new Uint8Array(lines[0]?.values.length ?? 0);
  for (const { values } of lines) {
    for (let row = 0; row < marks.length; row += 1) {
      if (values[row] !== 0 && values[row] !== 1) marks[row] = 1;
    }
  }
  return marks;
}
