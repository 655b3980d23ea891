/** Scores over columns are those of the functions for one row, in every row. */
import { describe, expect, it } from "vitest";

import * as credit from "trade-credit";
import * as batch from "trade-credit/batch";
import { scoreColumns } from "trade-credit/batch";

import { answerOf, columnOf, Draw, reasonOf, rowOf, STYLES, wordOf } from "./rows.ts";
import type { Style } from "./rows.ts";

const SIGNED = /^(?:equity|retainedEarnings|sales|ebit|profitBeforeTax|netIncome|deferredTax)$/;
const ONE_YEAR = (
  "currentAssets currentLiabilities totalAssets totalLiabilities retainedEarnings equity " +
  "marketEquity ebit sales profitBeforeTax depreciation amortisation interestExpense deferredTax " +
  "intangibleAssets netIncome"
).split(" ");

type Columns = Record<string, Float64Array>;

function statement(draw: Draw, style: Style, rows: number): Columns {
  return Object.fromEntries(
    ONE_YEAR.map((line) => [line, columnOf(draw, style, rows, SIGNED.test(line))]),
  );
}

interface Case {
  readonly name: string;
  readonly model: batch.ColumnModel<never, never>;
  readonly options: object;
  readonly columns: (draw: Draw, style: Style, rows: number) => object;
  /** The input of one row. */
  readonly input: (columns: never, row: number) => object;
  readonly fn: (input: never) => credit.Figure;
}

const cases: Case[] = [];
const ROWS = 700;

function oneYear(model: unknown, fn: unknown, options: object = {}): void {
  cases.push({
    name: `${(model as { name: string }).name} ${JSON.stringify(options)}`,
    model: model as Case["model"],
    options,
    columns: statement,
    input: (columns: Columns, row) => ({ ...rowOf(columns, row), ...options }),
    fn: fn as Case["fn"],
  });
}

oneYear(batch.altmanZModel, credit.altmanZ);
oneYear(batch.altmanZModel, credit.altmanZ, { salesCoefficient: "1" });
oneYear(batch.altmanZPrimeModel, credit.altmanZPrime);
oneYear(batch.altmanZDoublePrimeModel, credit.altmanZDoublePrime);
oneYear(batch.altmanZEmergingModel, credit.altmanZEmerging);
oneYear(batch.springateModel, credit.springate);
oneYear(batch.bathoryModel, credit.bathory);
oneYear(batch.bathoryModel, credit.bathory, {
  aggregate: "mean",
  variant: "cn-interest",
  x2Denominator: "capital-employed",
  bands: { distressBelow: "0.5", safeAbove: 1 },
});
for (const coefficients of ["paper", "liquidity-minus", "rounded", "weighted"]) {
  oneYear(batch.zmijewskiModel, credit.zmijewski, { coefficients });
}

interface TwoYears {
  readonly current: Columns;
  readonly previous: Columns;
  readonly size?: { totalAssetsInDollars: Float64Array; priceIndex: Float64Array | number };
}

const twoStatements = (draw: Draw, style: Style, rows: number): TwoYears => ({
  current: statement(draw, style, rows),
  previous: statement(draw, style, rows),
});

for (const options of [{}, { equityBasis: "book", interest: "deducted" }]) {
  cases.push({
    name: `zhouF ${JSON.stringify(options)}`,
    model: batch.zhouFModel as unknown as Case["model"],
    options,
    columns: twoStatements,
    input: ({ current, previous }: TwoYears, row) => ({
      current: rowOf(current, row),
      previous: rowOf(previous, row),
      ...options,
    }),
    fn: credit.zhouF,
  });
}

for (const options of [{}, { cutOff: "0.038" }]) {
  for (const priceIndex of [undefined, 123.4]) {
    cases.push({
      name: `ohlsonO ${JSON.stringify(options)} ${String(priceIndex)}`,
      model: batch.ohlsonOModel as unknown as Case["model"],
      options,
      columns: (draw, style, rows) => ({
        ...twoStatements(draw, style, rows),
        size: {
          totalAssetsInDollars: columnOf(draw, style, rows, false),
          priceIndex: priceIndex ?? columnOf(draw, style, rows, false),
        },
      }),
      input: ({ current, previous, size }: Required<TwoYears>, row) => ({
        current: rowOf(current, row),
        previous: rowOf(previous, row),
        size: {
          totalAssetsInDollars: size.totalAssetsInDollars[row],
          priceIndex: typeof size.priceIndex === "number" ? size.priceIndex : size.priceIndex[row],
        },
        ...options,
      }),
      fn: credit.ohlsonO,
    });
  }
}

/** Compares every row with the function for one row; the rows that differ. */
function differences(each: Case, style: Style, places: number, rows: number): string[] {
  const columns = each.columns(
    new Draw(style.length * 97 + places + each.name.length),
    style,
    rows,
  );
  const found = scoreColumns(each.model, columns as never, { ...each.options, places } as never);
  const wrong: string[] = [];
  for (let row = 0; row < rows; row += 1) {
    const input = each.input(columns as never, row);
    const one = answerOf(() => each.fn(input as never), places);
    const zone = (one.figure as { zone?: string } | undefined)?.zone ?? "";
    const isEqual =
      Object.is(found.values[row], one.value) &&
      reasonOf(found, row) === one.code &&
      found.valid[row] === (one.code === "" ? 1 : 0) &&
      (wordOf(found.zone, row) ?? "") === zone;
    if (!isEqual) {
      wrong.push(
        `${String(row)}: ${String(found.values[row])} ${reasonOf(found, row)} ${String(wordOf(found.zone, row))}, ` +
          `one row ${String(one.value)} ${one.code} ${zone} of ${JSON.stringify(input)}`,
      );
    }
  }
  return wrong;
}

describe("scoreColumns equals the function for one row", () => {
  it.each(cases.map((each) => [each.name, each] as const))("%s, in every style", (_, each) => {
    for (const style of Object.keys(STYLES) as Style[]) {
      for (const places of [4, 0]) {
        expect(differences(each, style, places, ROWS / 7).slice(0, 3)).toEqual([]);
      }
    }
  });
});
