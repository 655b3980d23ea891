/** The printed examples of the solvency models, all of one company, to every digit printed. */
import Fraction from "fraction.js";
import { describe, expect, it } from "vitest";

import * as scoring from "../../src/scoring/index.ts";
import { explain } from "../../src/explain/text.ts";
import { verify } from "../../src/explain/verify.ts";
import { toPlain } from "../../src/ground/plain.ts";
import { exactOf } from "../support/exact.ts";
import { CURRENT, PREVIOUS, SIZE } from "./acme.ts";

const both = { current: CURRENT, previous: PREVIOUS };

describe("printed examples", () => {
  const cases: [string, scoring.Score | scoring.Bathory, string, scoring.Zone?][] = [
    ["Z with 1", scoring.altmanZ({ ...CURRENT, salesCoefficient: "1" }), "3.34400000", "safe"],
    ["Z with 0.999", scoring.altmanZ(CURRENT), "3.34280000", "safe"],
    ["Z'", scoring.altmanZPrime(CURRENT), "2.39112333", "grey"],
    ["Z''", scoring.altmanZDoublePrime(CURRENT), "4.21353333", "safe"],
    ["Z''-EM", scoring.altmanZEmerging(CURRENT), "7.46353333", "safe"],
    ["Bathory", scoring.bathory(CURRENT), "3.99808081"],
    ["Bathory, mean", scoring.bathory({ ...CURRENT, aggregate: "mean" }), "0.79961616"],
    ["Bathory, interest", scoring.bathory({ ...CURRENT, variant: "cn-interest" }), "4.06141414"],
    [
      "Bathory, capital employed",
      scoring.bathory({ ...CURRENT, x2Denominator: "capital-employed" }),
      "3.74873016",
    ],
    ["Springate", scoring.springate(CURRENT), "1.18960000", "safe"],
    ["Zmijewski", scoring.zmijewski(CURRENT), "-2.04429667", "safe"],
    [
      "Zmijewski, minus",
      scoring.zmijewski({ ...CURRENT, coefficients: "liquidity-minus" }),
      "-2.05816333",
      "safe",
    ],
    [
      "Zmijewski, rounded",
      scoring.zmijewski({ ...CURRENT, coefficients: "rounded" }),
      "-2.01193333",
      "safe",
    ],
    ["F", scoring.zhouF(both), "0.63414157", "safe"],
    ["F, net interest", scoring.zhouF({ ...both, interest: "deducted" }), "0.61347073", "safe"],
    ["F, book equity", scoring.zhouF({ ...both, equityBasis: "book" }), "0.61065268", "safe"],
    ["O", scoring.ohlsonO({ ...both, size: SIZE }), "-4.44152879", "safe"],
  ];

  it.each(cases)("%s", (_, score, printed, zone) => {
    expect(toPlain(score, { places: 8 })).toBe(printed);
    expect((score as scoring.Bathory).zone).toBe(zone);
    expect(verify(score).ok).toBe(true);
    expect(verify(JSON.parse(JSON.stringify(score))).ok).toBe(true);
  });

  it("the ratios, as fractions", () => {
    const z = scoring.altmanZ(CURRENT).inputs.contributions;
    const expected = ["11/50", "1/4", "1/10", "2", "6/5"];
    expect(z.map(({ ratio }) => exactOf(ratio as never).toFraction())).toEqual(expected);
    const shown = z.map(({ term, coefficient, contribution }) => [term, coefficient, contribution]);
    expect(shown).toEqual([
      ["workingCapitalToAssets", "1.2", "0.264"],
      ["retainedEarningsToAssets", "1.4", "0.35"],
      ["ebitToAssets", "3.3", "0.33"],
      ["equityToLiabilities", "0.6", "1.2"],
      ["salesToAssets", "0.999", "1.1988"],
    ]);
  });

  it("the probabilities, to every digit printed", () => {
    const at = (places: number, of: unknown) => toPlain(of, { places });
    const p = scoring.zmijewskiProbability;
    expect(at(13, p(CURRENT))).toBe("0.0204621241734");
    expect(at(10, p({ ...CURRENT, coefficients: "liquidity-minus" }))).toBe("0.0197872285");
    expect(at(10, p({ ...CURRENT, coefficients: "rounded" }))).toBe("0.0221134825");
    expect(at(10, scoring.ohlsonProbability({ ...both, size: SIZE }))).toBe("0.0116408142");
  });

  it("Ohlson's size in another unit or base is another answer", () => {
    const millions = { totalAssetsInDollars: 100, priceIndex: 500 };
    expect(toPlain(scoring.ohlsonO({ ...both, size: millions }), { places: 8 })).toBe("1.18138400");
    const p = scoring.ohlsonProbability({ ...both, size: millions });
    expect(toPlain(p, { places: 4 })).toBe("0.7652");
    expect(scoring.ohlsonO({ ...both, size: millions }).zone).toBe("distress");
    // log10 of 200,000, to the digits that matter here.
    const natural = ratiosOf(scoring.ohlsonO({ ...both, size: SIZE }));
    const decimal = { ratios: { ...natural, size: "5.301029995663981195" } as never };
    expect(toPlain(scoring.ohlsonO(decimal), { places: 8 })).toBe("-1.63117643");
    expect(toPlain(scoring.ohlsonProbability(decimal), { places: 4 })).toBe("0.1637");
  });

  it("the zone of Ohlson's model depends on the cut-off, which is stated", () => {
    // O = -2.79: a probability of about 5.8 %.
    const between = { ...both, current: { ...CURRENT, totalLiabilities: 7000 }, size: SIZE };
    const p = Number(toPlain(scoring.ohlsonProbability(between), { numbers: "number" }));
    expect(p > 0.038 && p < 0.5).toBe(true);
    expect(scoring.ohlsonO(between).zone).toBe("safe");
    expect(scoring.ohlsonO({ ...between, cutOff: "0.038" }).zone).toBe("distress");
  });

  it("Z in percent with the paper's small weights is the same number; mixed it is another", () => {
    const z = (w: readonly string[], x: readonly (string | number)[]) =>
      w.reduce((sum, each, i) => sum.add(new Fraction(each).mul(x[i]!)), new Fraction(0));
    const small = ["0.012", "0.014", "0.033", "0.006", "0.999"];
    const exact = exactOf(scoring.altmanZ(CURRENT)).toFraction();
    expect(z(small, [22, 25, 10, 200, "1.2"]).toFraction()).toBe(exact);
    expect(z(small, ["0.22", "0.25", "0.1", 2, "1.2"]).toString()).toBe("1.22024");
  });

  it("ratings: floor and nearest, two tables", () => {
    const score = scoring.altmanZEmerging(CURRENT);
    expect(scoring.ratingEquivalent({ score }).grade).toBe("AA");
    expect(scoring.ratingEquivalent({ score, mapping: "nearest" }).grade).toBe("AA+");
    expect(scoring.ratingEquivalent({ score, vintage: "2013" }).grade).toBe("A");
    const { table } = scoring.ratingEquivalent({ score, mapping: "nearest" }).inputs as {
      table: { grade: string; distance: string }[];
    };
    const distance = (grade: string) => table.find((row) => row.grade === grade)?.distance;
    expect(distance("AA")?.slice(0, 6)).toBe("0.1635");
    expect(Number(distance("AA+")).toFixed(4)).toBe("0.1365");
  });

  it("a quotient that ends in a tie rounds as exact arithmetic does", () => {
    const z = scoring.altmanZDoublePrime({
      totalAssets: 3_000_000,
      totalLiabilities: 500_000,
      equity: 2_500_000,
      currentAssets: 97_216_200,
      currentLiabilities: 25_492_400,
      retainedEarnings: 37_778_300,
      ebit: 10_693_700,
    });
    expect(z.value.toString()).toBe("227.09235");
    expect(toPlain(z, { places: 4 })).toBe("227.0924");
    expect(toPlain(z, { places: 4, rounding: "half-even" })).toBe("227.0924");
  });

  it("the zone is explained in both languages", () => {
    expect(explain(scoring.altmanZ(CURRENT))).toContain("Altman Z = 3.3428, zone: safe");
    expect(explain(scoring.altmanZ(CURRENT), { language: "zh" })).toContain("区间：安全");
  });
});

function ratiosOf(score: scoring.Score): Record<string, unknown> {
  const beside = ["contributions", "cutOff"];
  return Object.fromEntries(
    Object.entries(score.inputs).filter(([name]) => !beside.includes(name)),
  );
}
