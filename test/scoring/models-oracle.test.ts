/**
 * Ratios and models against the independent implementation on fraction.js, and the probabilities
 * against series of 60 digits.
 *
 * Inputs: amounts that are multiples of 500 up to 3,000 eight times in nine (so that divisors are 0
 * and bounds are met), else of any size and form; a third of the lines with a sign; half of the
 * statements interim, scaled or as stated. About half of the scores are refused for a divisor.
 * SCORING_RUNS sets how many.
 */
import fc from "fast-check";
import Fraction from "fraction.js";
import { describe, expect, it } from "vitest";

import { isCreditError } from "../../src/ground/errors.ts";
import type { Figure } from "../../src/ground/figure.ts";
import { isFigure } from "../../src/ground/figure.ts";
import * as scoring from "../../src/scoring/index.ts";
import { Wider, shareBySeries } from "../oracle/normal.ts";
import * as oracle from "../oracle/scoring.ts";
import { exactOf } from "../support/exact.ts";
import { fullStatement } from "../support/producers/scoring-models.ts";

const runs = { numRuns: Number(process.env["SCORING_RUNS"] ?? 150) };

const FLOWS =
  "sales costOfSales ebit interestExpense profitBeforeTax tax netIncome depreciation amortisation " +
  "deferredTax operatingCashFlow fundsFromOperations";

/** The statement as the oracle takes it: exact, and of a year where it is scaled. */
function plain(statement: scoring.FinancialStatement): oracle.Lines {
  const { period, annualise, yearDays = 365, ...lines } = statement;
  const exact = Object.entries(lines).map(([line, amount]) => [
    line,
    isFigure(amount) ? exactOf(amount) : new Fraction(String(amount)),
  ]);
  const { months, days } = period ?? {};
  const factor =
    annualise !== "scale"
      ? new Fraction(1)
      : months === undefined
        ? new Fraction(yearDays, days!)
        : new Fraction(12, months);
  return oracle.ofAYear(Object.fromEntries(exact) as oracle.Lines, factor, FLOWS.split(" "));
}

/** The exact value with its zone, or `none`. */
function ours(call: () => Figure & { readonly zone?: string }): string {
  try {
    const score = call();
    return [exactOf(score).toFraction(), score.zone ?? ""].join(" ");
  } catch (error) {
    if (!isCreditError(error) || error.code !== "not_defined") throw error;
    return "none";
  }
}

function theirs(answer: oracle.Answer, ...bounds: readonly [string?, string?, boolean?]): string {
  if (answer === "none") return answer;
  const [lower, upper = lower, highIsBad] = bounds;
  const zone = lower === undefined ? "" : oracle.zone(answer, lower, upper!, highIsBad);
  return [answer.toFraction(), zone].join(" ");
}

describe("against the oracle", () => {
  it("the textbook ratios", () => {
    fc.assert(
      fc.property(fullStatement, (statement) => {
        const found = scoring.financialRatios(statement);
        const expected = oracle.ratios(plain(statement), statement.yearDays ?? 365);
        for (const [name, answer] of Object.entries(expected)) {
          const ratio = found[name as scoring.RatioName];
          const text = ratio.value === null ? "none" : exactOf(ratio).toFraction();
          expect([name, text]).toEqual([name, answer === "none" ? "none" : answer.toFraction()]);
        }
      }),
      runs,
    );
  });

  it("the models of one year", () => {
    let [scored, refused] = [0, 0];
    const same = (found: string, expected: string): void => {
      expect(found).toBe(expected);
      if (found === "none") refused += 1;
      else scored += 1;
    };
    fc.assert(
      fc.property(fullStatement, (s) => {
        const lines = plain(s);
        for (const salesCoefficient of ["0.999", "1"] as const) {
          const z = ours(() => scoring.altmanZ({ ...s, salesCoefficient }));
          same(z, theirs(oracle.z(lines, salesCoefficient), "1.81", "2.99"));
        }
        same(
          ours(() => scoring.altmanZPrime(s)),
          theirs(oracle.zPrime(lines), "1.23", "2.90"),
        );
        const [plainZ, em] = [oracle.zDoublePrime(lines, "0"), oracle.zDoublePrime(lines, "3.25")];
        same(
          ours(() => scoring.altmanZDoublePrime(s)),
          theirs(plainZ, "1.10", "2.60"),
        );
        same(
          ours(() => scoring.altmanZEmerging(s)),
          theirs(em, "4.35", "5.85"),
        );
        same(
          ours(() => scoring.springate(s)),
          theirs(oracle.springate(lines), "0.862"),
        );
        for (const coefficients of Object.keys(oracle.ZMIJEWSKI) as never[]) {
          const x = ours(() => scoring.zmijewski({ ...s, coefficients }));
          same(x, theirs(oracle.zmijewski(lines, coefficients), "0", "0", true));
        }
        for (const bits of [0, 1, 2, 3, 4, 5, 6, 7]) {
          const [interest, capitalEmployed, mean] = [bits & 1, bits & 2, bits & 4].map(Boolean);
          const reading = { interest: interest!, capitalEmployed: capitalEmployed!, mean: mean! };
          const b = ours(() =>
            scoring.bathory({
              ...s,
              variant: interest ? "cn-interest" : "deferred-tax",
              x2Denominator: capitalEmployed ? "capital-employed" : "working-capital",
              aggregate: mean ? "mean" : "sum",
            }),
          );
          same(b, theirs(oracle.bathory(lines, reading)));
        }
      }),
      runs,
    );
    // By construction far more of either.
    expect(Math.min(scored, refused)).toBeGreaterThan(runs.numRuns);
  });

  it("the models of two years", () => {
    fc.assert(
      fc.property(fullStatement, fullStatement, (current, previous) => {
        const [now, before] = [plain(current), plain(previous)];
        for (const equityBasis of ["market", "book"] as const) {
          for (const interest of ["added", "deducted"] as const) {
            const f = ours(() => scoring.zhouF({ current, previous, equityBasis, interest }));
            const answer = oracle.zhouF(
              now,
              before,
              equityBasis === "book",
              interest === "deducted",
            );
            expect(f).toBe(theirs(answer, "0.0274"));
          }
        }
        const size = { totalAssetsInDollars: 7, priceIndex: 7 };
        const o = ours(() => scoring.ohlsonO({ current, previous, size }));
        expect(o).toBe(theirs(oracle.ohlson(now, before, new Fraction(0)), "0", "0", true));
      }),
      runs,
    );
  });
});

describe("against series of 60 digits", () => {
  /** The one rounding: 34 digits, half even. */
  const toPrinted = (value: InstanceType<typeof Wider>): string =>
    value.toSignificantDigits(34, Wider.ROUND_HALF_EVEN).toString();

  it("Zmijewski's probability, from −10 to 10", () => {
    const ratios = fc.record({
      returnOnAssets: fc.integer({ min: -200, max: 140 }).map((each) => each / 100),
      debtRatio: fc.integer({ min: 0, max: 150 }).map((each) => each / 100),
      currentRatio: fc.integer({ min: 0, max: 900 }).map((each) => each / 100),
    });
    fc.assert(
      fc.property(ratios, (given) => {
        const { value } = scoring.zmijewskiProbability({ ratios: given });
        const x = new Wider("-4.336")
          .minus(new Wider("4.513").times(given.returnOnAssets))
          .plus(new Wider("5.679").times(given.debtRatio))
          .plus(new Wider("0.004").times(given.currentRatio));
        expect(value.toString()).toBe(toPrinted(shareBySeries(x)));
      }),
    );
  });

  it("Ohlson's size and probability", () => {
    const dollars = fc.integer({ min: 1, max: 10 ** 12 });
    fc.assert(
      fc.property(fullStatement, dollars, fc.integer({ min: 50, max: 900 }), (s, assets, index) => {
        const previous = { netIncome: 1 };
        const size = { totalAssetsInDollars: assets, priceIndex: index };
        const input = {
          current: { ...s, period: undefined, annualise: undefined },
          previous,
          size,
        };
        const score = attempt(() => scoring.ohlsonO(input as never));
        if (!score) return;
        const { size: term } = score.inputs as Record<string, Figure>;
        const logarithm = new Wider(assets).div(index).ln();
        expect(term!.value.toString()).toBe(toPrinted(logarithm));
        const p = attempt(() => scoring.ohlsonProbability(input as never));
        const [above, below] = fractionOf(exactOf(score));
        const odds = new Wider(above).div(below).negated().exp();
        if (!p) return;
        const expected = new Wider(1).div(odds.plus(1));
        expect(p.value.toString()).toBe(toPrinted(expected));
      }),
    );
  });
});

function attempt<F>(call: () => F): F | undefined {
  try {
    return call();
  } catch (error) {
    if (!isCreditError(error) || error.code !== "not_defined") throw error;
    return undefined;
  }
}

function fractionOf({ s, n, d }: Fraction): [string, string] {
  return [(s * n).toString(), d.toString()];
}
