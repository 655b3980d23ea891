/** Ties, bounds of zones, overflow, gaps, and calls that are refused. */
import { describe, expect, it } from "vitest";

import { altmanZDoublePrime, isCreditError, ohlsonO } from "trade-credit";
import type { CreditError } from "trade-credit";
import * as batch from "trade-credit/batch";
import {
  altmanZDoublePrimeModel,
  creditLimitColumns,
  ohlsonOModel,
  scorecardColumns,
  scoreColumns,
  weightedScoreColumns,
} from "trade-credit/batch";

import { LINES } from "../../src/scoring/lines.ts";
import { reasonOf, wordOf } from "./rows.ts";

const LINE_NAMES = [
  "currentAssets",
  "currentLiabilities",
  "totalAssets",
  "totalLiabilities",
  "retainedEarnings",
  "equity",
  "ebit",
] as const;

/** Rows of the seven lines as columns. */
function statements(...rows: readonly (readonly number[])[]): Record<string, Float64Array> {
  return Object.fromEntries(
    LINE_NAMES.map((name, line) => [name, Float64Array.from(rows, (row) => row[line] ?? 0)]),
  );
}

function refusal(call: () => unknown): CreditError {
  try {
    call();
  } catch (error) {
    if (isCreditError(error)) return error;
    throw error;
  }
  throw new Error("must be refused");
}

describe("ties", () => {
  it("round half even where the sum of two repeating quotients is a tie", () => {
    // 6.56 × 71,723,800 + 3.26 × 37,778,300 + 6.72 × 10,693,700 over 3,000,000, and 1.05 × 5:
    // 470,508,128 + 123,157,258 + 71,861,664 = 665,527,050; ÷ 3,000,000 = 221.84235; + 5.25.
    // Exactly 227.09235: half even makes the last digit even.
    const tie = [97_216_200, 25_492_400, 3_000_000, 500_000, 37_778_300, 2_500_000, 10_693_700];
    const { values, places } = scoreColumns(altmanZDoublePrimeModel, statements(tie));
    expect([values[0], places]).toEqual([227.0924, 4]);
  });

  it("go either way by what is even, below 0, too", () => {
    // Z'' = 1.05 × equity ÷ 1.05, the equity itself: to one place 1.05 is 1.0, and 1.15 is 1.2.
    const equity = (value: number) => [0, 0, 1, 1.05, 0, value, 0];
    const options = { places: 1 };
    const rows = statements(equity(1.05), equity(1.15), equity(-1.05), equity(0.05), equity(-0.05));
    const { values } = scoreColumns(altmanZDoublePrimeModel, rows, options);
    expect(Array.from(values)).toEqual([1, 1.2, -1, 0, 0]);
    expect(Object.is(values[4], 0)).toBe(true);
  });
});

describe("zones", () => {
  it("are those of the exact score: a score on a bound is grey, one that rounds to it is not", () => {
    // With liabilities of 1.05, Z'' is the equity itself.
    const equity = (value: number) => [0, 0, 1, 1.05, 0, value, 0];
    const values = [1.1, 1.0999999999999999, 2.6, 2.6000000000000005, 1.0999999, 2.60000001, -1];
    const found = scoreColumns(altmanZDoublePrimeModel, statements(...values.map(equity)));
    const words = values.map((_, row) => wordOf(found.zone, row));
    expect(words).toEqual(["grey", "distress", "grey", "safe", "distress", "safe", "distress"]);
    expect(Array.from(found.values.slice(0, 4))).toEqual([1.1, 1.1, 2.6, 2.6]);
  });
});

describe("sizes", () => {
  it("hold scores that do not fit 32 bits once scaled", () => {
    // Liabilities of 2 and equity of 991,468: Z'' = 1.05 × 991,468 ÷ 2 = 520,520.7, scaled by
    // 10,000 more than 2^31; and one of 15 digits.
    const large = [0, 0, 1, 2, 0, 991_468, 0];
    const huge = [0, 0, 1, 1, 0, 9_007_199_254_740_991, 0];
    const { values, valid } = scoreColumns(altmanZDoublePrimeModel, statements(large, huge));
    expect(values[0]).toBe(520_520.7);
    // 1.05 × (2^53 − 1) = 9,457,559,217,478,040.55, of which a double holds even whole numbers.
    expect(values[1]).toBe(9_457_559_217_478_040);
    expect(Array.from(valid)).toEqual([1, 1]);
  });
});

describe("rows without an answer", () => {
  const good = [5200, 3000, 10_000, 4500, 2500, 5500, 1000];
  const other = (line: number, value: number) =>
    good.map((each, at) => (at === line ? value : each));

  it("have the code of the function for one row", () => {
    const rows = [good, other(0, NaN), other(0, -1), other(2, 0), other(3, 0), other(6, 2 ** 53)];
    const found = scoreColumns(altmanZDoublePrimeModel, statements(...rows, other(5, -Infinity)));
    const codes = Array.from(found.values, (_, row) => reasonOf(found, row));
    const invalid = "invalid_input";
    expect(codes).toEqual(["", invalid, invalid, "not_defined", "not_defined", invalid, invalid]);
    expect(Array.from(found.valid)).toEqual([1, 0, 0, 0, 0, 0, 0]);
    expect(Array.from(found.values)).toEqual([4.2135, 0, 0, 0, 0, 0, 0]);
    expect(wordOf(found.zone, 3)).toBe("");
  });

  it("come from gaps, as bytes and as bits", () => {
    const rows = Array.from({ length: 11 }, () => good);
    const bytes = Uint8Array.from(rows, (_, row) => Number(row % 3 !== 0));
    const bits = Uint8Array.of(0b10110110, 0b101);
    const { ebit, ...others } = statements(...rows) as { ebit: Float64Array };
    for (const gaps of [{ valid: bytes }, { validBits: bits }]) {
      const columns = { ...others, ebit: { values: ebit, ...gaps } };
      const found = scoreColumns(altmanZDoublePrimeModel, columns);
      expect(Array.from(found.valid)).toEqual(Array.from(bytes));
      expect(reasonOf(found, 3)).toBe("invalid_input");
    }
  });

  it("have no reasons column where there are none, nor rows where there are none", () => {
    expect(scoreColumns(altmanZDoublePrimeModel, statements(good)).reasons).toBeUndefined();
    expect(scoreColumns(altmanZDoublePrimeModel, statements()).values).toHaveLength(0);
  });

  it("reads other typed arrays as the numbers that they hold", () => {
    const columns = Object.fromEntries(
      Object.entries(statements(good)).map(([name, all]) => [name, Int32Array.from(all)]),
    );
    expect(scoreColumns(altmanZDoublePrimeModel, columns).values[0]).toBe(4.2135);
  });
});

describe("calls that are refused", () => {
  const one = Float64Array.of(1);

  it("name every fault at once", () => {
    const { totalAssets, ...columns } = statements([1, 1, 1, 1, 1, 1, 1]);
    const error = refusal(() =>
      scoreColumns(
        altmanZDoublePrimeModel,
        { ...columns, ebit: [1], equity: new Float64Array(2), goodwill: totalAssets } as never,
        { places: 99, colour: 1 } as never,
      ),
    );
    expect([error.code, error.function]).toEqual(["invalid_input", "scoreColumns"]);
    const paths = error.issues.map(({ path }) => path).sort();
    expect(paths).toEqual([
      "ebit",
      "equity",
      "goodwill",
      "options.colour",
      "places",
      "totalAssets",
    ]);
  });

  it("miss the lines that the function for one row misses", () => {
    const lines = refusal(() => scoreColumns(altmanZDoublePrimeModel, {})).issues;
    const expected = refusal(() => altmanZDoublePrime({})).issues;
    expect(lines.map(({ path }) => path).sort()).toEqual(expected.map(({ path }) => path).sort());
    const size = { totalAssetsInDollars: one, priceIndex: 1 };
    const years = refusal(() =>
      scoreColumns(ohlsonOModel, { current: {}, previous: {}, size }),
    ).issues;
    const both = refusal(() =>
      ohlsonO({ current: {}, previous: {}, size: { totalAssetsInDollars: 1, priceIndex: 1 } }),
    ).issues;
    expect(years.map(({ path }) => path).sort()).toEqual(both.map(({ path }) => path).sort());
  });

  it("have no model, no record, nothing that can be read", () => {
    expect(refusal(() => scoreColumns("altmanZ" as never, {} as never)).issues[0]?.path).toBe(
      "model",
    );
    expect(refusal(() => scoreColumns(altmanZDoublePrimeModel, 7 as never)).code).toBe(
      "invalid_input",
    );
    const hostile = new Proxy(
      {},
      {
        ownKeys: () => {
          throw new Error("no");
        },
      },
    );
    expect(refusal(() => scoreColumns(altmanZDoublePrimeModel, hostile)).code).toBe(
      "invalid_input",
    );
    expect(
      refusal(() => batch.probabilityColumns(altmanZDoublePrimeModel, {})).issues[0]?.path,
    ).toBe("model");
  });

  it("have scales, weights, bounds and cards that are none", () => {
    const criteria = [
      { id: "a", weight: -1, score: one },
      { id: "a", weight: 0, score: one },
    ];
    const weights = refusal(() => weightedScoreColumns({ criteria, scale: { from: 1, to: 1 } }));
    expect(weights.issues.map(({ path }) => path).sort()).toEqual([
      "criteria[0].weight",
      "criteria[1].id",
      "scale.to",
    ]);
    const limits = refusal(() =>
      creditLimitColumns({
        bounds: [
          { name: "a", base: one },
          { name: "a", amount: -1 },
        ],
        unit: 0,
      }),
    );
    expect(limits.issues.map(({ path }) => path)).toContain("unit");
    const range = { to: 3, points: 1 };
    const card = refusal(() =>
      scorecardColumns(
        {
          initialScore: 0,
          reasonMethod: "pointsBelow",
          characteristics: [
            {
              name: "n",
              reasonCode: "R",
              baseline: 0,
              attributes: [range, { from: 4, points: 2 }],
            },
          ],
        },
        { n: one },
      ),
    );
    expect(card.issues[0]?.rule).toBe("must begin where the one before ends");
  });
});

it("takes the lines of a statement, all of them", () => {
  const columns = Object.fromEntries(LINES.map((name) => [name, Float64Array.of(7)]));
  expect(scoreColumns(altmanZDoublePrimeModel, columns).valid[0]).toBe(1);
});
