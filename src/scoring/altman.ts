/**
 * @module scoring/altman
 *
 * Altman's four models. They differ in their coefficients, in whether equity is taken at its market
 * price or by the books, and in their zones; taking the sum of one with the zones of another is the
 * commonest mistake there is, so that each is a function with an id of its own.
 */
import type { Absent, Figure } from "../ground/figure.ts";
import { present } from "../ground/figure.ts";
import { lazily, read } from "../ground/input.ts";
import { object, withDefault, word } from "../ground/input-atoms.ts";
import type { Numeric } from "../ground/numeric.ts";
import type { RatioSource } from "./model-input.ts";
import { ratiosOfYear, ratiosSchema, scoreFrom } from "./model-input.ts";
import {
  altmanZDoublePrimeFormula,
  altmanZEmergingFormula,
  altmanZFormula,
  altmanZPrimeFormula,
} from "./models.ts";
import {
  ebitToAssets,
  equityToLiabilities,
  marketEquityToLiabilities,
  retainedEarningsToAssets,
  salesToAssets,
  workingCapitalToAssets,
} from "./ratio-definitions.ts";
import type { Score } from "./score.ts";
import { numberOf } from "./score.ts";
import type { FinancialStatement } from "./statement.ts";
import { statementShape } from "./statement.ts";

/** The ratios of Z''. */
export interface AltmanFourRatios {
  /** (Current assets − current liabilities) ÷ total assets. */
  readonly workingCapitalToAssets: Numeric;
  /** Retained earnings ÷ total assets. */
  readonly retainedEarningsToAssets: Numeric;
  /** EBIT ÷ total assets. */
  readonly ebitToAssets: Numeric;
  /** Equity ÷ total liabilities: by the books, in {@link altmanZ} at the market price. */
  readonly equityToLiabilities: Numeric;
}

/** The ratios of Z and Z'. */
export interface AltmanFiveRatios extends AltmanFourRatios {
  /** Sales ÷ total assets. */
  readonly salesToAssets: Numeric;
}

/** A choice that {@link altmanZ} has. */
export interface SalesCoefficient {
  /** The weight of sales: `0.999` (default) as published, or `1` as most texts round it. */
  readonly salesCoefficient?: "0.999" | "1";
}

/** What {@link altmanZ} needs: a statement with `marketEquity`, or the ratios. */
export type AltmanZInput =
  | (FinancialStatement & SalesCoefficient)
  | ({
      /** The ratios themselves. */
      readonly ratios: AltmanFiveRatios;
    } & SalesCoefficient);

/** What {@link altmanZPrime} needs: a statement, or the ratios. */
export type AltmanZPrimeInput =
  | FinancialStatement
  | {
      /** The ratios themselves. */
      readonly ratios: AltmanFiveRatios;
    };

/** What {@link altmanZDoublePrime} and {@link altmanZEmerging} need: a statement, or the ratios. */
export type AltmanZDoublePrimeInput =
  | FinancialStatement
  | {
      /** The ratios themselves. */
      readonly ratios: AltmanFourRatios;
    };

/** Altman's Z of 1968, with its zone. */
export type AltmanZ = Score<"scoring/altman-z">;

/** Altman's Z' of 1983, with its zone. */
export type AltmanZPrime = Score<"scoring/altman-z-prime">;

/** Altman's Z'' of 1995, with its zone. */
export type AltmanZDoublePrime = Score<"scoring/altman-z-double-prime">;

/** Altman's Z'' with the constant for emerging markets, with its zone. */
export type AltmanZEmerging = Score<"scoring/altman-z-emerging">;

const FOUR = {
  workingCapitalToAssets: "fraction",
  retainedEarningsToAssets: "fraction",
  ebitToAssets: "fraction",
  equityToLiabilities: "times",
} as const;
const FIVE = { ...FOUR, salesToAssets: "times" } as const;

/** The schema of {@link AltmanZInput}. */
export const altmanZSchema = lazily(() =>
  object({
    ...statementShape(),
    ratios: ratiosSchema(FIVE),
    salesCoefficient: withDefault(word("0.999", "1"), "0.999"),
  }),
);

/** The schema of {@link AltmanZPrimeInput}. */
export const altmanZPrimeSchema = lazily(() =>
  object({ ...statementShape(), ratios: ratiosSchema(FIVE) }),
);

/** The schema of {@link AltmanZDoublePrimeInput}. */
export const altmanZDoublePrimeSchema = lazily(() =>
  object({ ...statementShape(), ratios: ratiosSchema(FOUR) }),
);

/** How Z'' takes its ratios off a statement. */
export const BOOK_RATIOS_OF_FOUR = {
  workingCapitalToAssets,
  retainedEarningsToAssets,
  ebitToAssets,
  equityToLiabilities,
};

/** How Z' takes them. */
export const BOOK_RATIOS_OF_FIVE = {
  workingCapitalToAssets,
  retainedEarningsToAssets,
  ebitToAssets,
  equityToLiabilities,
  salesToAssets,
};

/** How Z takes them: equity at its market price. */
export const MARKET_RATIOS_OF_FIVE = {
  workingCapitalToAssets,
  retainedEarningsToAssets,
  ebitToAssets,
  equityToLiabilities: marketEquityToLiabilities,
  salesToAssets,
};

/**
 * Altman's Z (Z 计分模型) of 1968, for listed manufacturers.
 *
 * Use it where shares have a market price. Without one use {@link altmanZPrime}, which was
 * estimated anew with equity by the books; for other trades than manufacturing {@link
 * altmanZDoublePrime}.
 *
 * @formula Z = 1.2 X1 + 1.4 X2 + 3.3 X3 + 0.6 X4 + 0.999 X5; X1 working capital, X2 retained
 *   earnings, X3 EBIT, X5 sales, each ÷ total assets; X4 market equity ÷ total liabilities
 * @units money or ratios in (never percent), a score out; distress below 1.81, safe above 2.99
 *
 * @param input - A statement, or `{ ratios }` with equity at its market price.
 * @returns The score and its `zone`; both bounds are grey. It is no probability.
 *
 * @throws {@link CreditError} `invalid_input`: a line that it needs is missing (all are listed), a
 *   field is unknown, out of range or no plain decimal.
 * @throws {@link CreditError} `not_defined`: total assets or liabilities are 0.
 *
 * @source Altman 1968. Most texts round 0.999 to 1. The paper's 0.012, 0.014, 0.033, 0.006 are for
 *   ratios in percent, with sales ÷ assets unscaled.
 *
 * @example
 * ```ts
 * const z = altmanZ({
 *   currentAssets: 5200,
 *   currentLiabilities: 3000,
 *   totalAssets: 10_000,
 *   totalLiabilities: 4500,
 *   retainedEarnings: 2500,
 *   marketEquity: 9000,
 *   ebit: 1000,
 *   sales: 12_000,
 * });
 * z.value.toString(); // => "3.3428"
 * z.zone; // => "safe"
 * ```
 */
export function altmanZ(input: AltmanZInput): AltmanZ {
  const terms = read("altmanZ", altmanZSchema, input);
  const source = ratiosOfYear("altmanZ", terms, MARKET_RATIOS_OF_FIVE);
  return present("altmanZ", zOf(source, terms.salesCoefficient) as AltmanZ | Absent);
}

/** Z with either weight of sales. */
export function zOf(source: RatioSource, salesCoefficient: "0.999" | "1"): Figure | Absent {
  const terms = altmanZFormula.terms.map((term) =>
    term.ratio === "salesToAssets" ? { ...term, coefficient: salesCoefficient } : term,
  );
  const stated = { salesCoefficient: numberOf(salesCoefficient) };
  const model = { id: "scoring/altman-z", ...altmanZFormula, terms };
  return scoreFrom(model, source, { stated });
}

/**
 * Altman's Z' (Z' 计分模型) of 1983, for manufacturers that are not listed.
 *
 * Use it where there is no market price of shares. It is not Z with book equity put in: all
 * coefficients and zones were estimated anew.
 *
 * @formula Z' = 0.717 X1 + 0.847 X2 + 3.107 X3 + 0.420 X4 + 0.998 X5; as in {@link altmanZ}, with
 *   X4 equity by the books ÷ total liabilities
 * @units money or ratios in, a score out; distress below 1.23, safe above 2.90
 *
 * @param input - A statement, or `{ ratios }`.
 * @returns The score and its `zone`; both bounds are grey.
 *
 * @throws {@link CreditError} `invalid_input`: a line that it needs is missing (all are listed), a
 *   field is unknown, out of range or no plain decimal.
 * @throws {@link CreditError} `not_defined`: total assets or liabilities are 0.
 *
 * @source Altman 1983.
 *
 * @example
 * ```ts
 * const ratios = {
 *   workingCapitalToAssets: "0.22",
 *   retainedEarningsToAssets: "0.25",
 *   ebitToAssets: "0.1",
 *   equityToLiabilities: "1.2",
 *   salesToAssets: "1.2",
 * };
 * const z = altmanZPrime({ ratios });
 * z.value.toString(); // => "2.38179"
 * z.zone; // => "grey"
 * ```
 */
export function altmanZPrime(input: AltmanZPrimeInput): AltmanZPrime {
  const terms = read("altmanZPrime", altmanZPrimeSchema, input);
  const source = ratiosOfYear("altmanZPrime", terms, BOOK_RATIOS_OF_FIVE);
  return present("altmanZPrime", zPrimeOf(source));
}

/** Z' of a statement or of ratios. */
export function zPrimeOf(source: RatioSource): AltmanZPrime | Absent {
  const model = { id: "scoring/altman-z-prime", ...altmanZPrimeFormula };
  return scoreFrom(model, source) as AltmanZPrime | Absent;
}

/**
 * Altman's Z'' (Z'' 计分模型) of 1995, for firms of any trade that are not listed.
 *
 * Use it where sales ÷ assets depends on the trade. It has no constant, and its zones are its own;
 * with the constant 3.25 it is {@link altmanZEmerging}, with other zones.
 *
 * @formula Z'' = 6.56 X1 + 3.26 X2 + 6.72 X3 + 1.05 X4; as in {@link altmanZPrime}, without sales
 * @units money or ratios in, a score out; distress below 1.10, safe above 2.60
 *
 * @param input - A statement, or `{ ratios }`.
 * @returns The score and its `zone`; both bounds are grey.
 *
 * @throws {@link CreditError} `invalid_input`: a line that it needs is missing (all are listed), a
 *   field is unknown, out of range or no plain decimal.
 * @throws {@link CreditError} `not_defined`: total assets or liabilities are 0.
 *
 * @source Altman 1995.
 *
 * @example
 * ```ts
 * const statement = {
 *   currentAssets: 5200,
 *   currentLiabilities: 3000,
 *   totalAssets: 10_000,
 *   totalLiabilities: 4500,
 *   retainedEarnings: 2500,
 *   equity: 5500,
 *   ebit: 1000,
 * };
 * altmanZDoublePrime(statement).value.toFixed(4); // => "4.2135"
 * ```
 */
export function altmanZDoublePrime(input: AltmanZDoublePrimeInput): AltmanZDoublePrime {
  const terms = read("altmanZDoublePrime", altmanZDoublePrimeSchema, input);
  const source = ratiosOfYear("altmanZDoublePrime", terms, BOOK_RATIOS_OF_FOUR);
  return present("altmanZDoublePrime", zDoublePrimeOf(source));
}

/** Z'' of a statement or of ratios. */
export function zDoublePrimeOf(source: RatioSource): AltmanZDoublePrime | Absent {
  const model = { id: "scoring/altman-z-double-prime", ...altmanZDoublePrimeFormula };
  return scoreFrom(model, source) as AltmanZDoublePrime | Absent;
}

/**
 * Altman's Z''-EM (新兴市场 Z'' 计分模型): Z'' with the constant 3.25, for emerging markets.
 *
 * Use it to read a rating off the score ({@link ratingEquivalent}); its zones are those of {@link
 * altmanZDoublePrime} shifted by the constant. With the zones of Z'' a score of −0.65 without
 * constant would read as safe.
 *
 * @formula Z''-EM = 3.25 + 6.56 X1 + 3.26 X2 + 6.72 X3 + 1.05 X4
 * @units money or ratios in, a score out; distress below 4.35, safe above 5.85
 *
 * @param input - A statement, or `{ ratios }`.
 * @returns The score and its `zone`; both bounds are grey.
 *
 * @throws {@link CreditError} `invalid_input`: a line that it needs is missing (all are listed), a
 *   field is unknown, out of range or no plain decimal.
 * @throws {@link CreditError} `not_defined`: total assets or liabilities are 0.
 *
 * @source Altman, Hartzell and Peck 1995. Slides print 4.15 as the lower bound (remembered), which
 *   is the average of the rating B.
 *
 * @example
 * ```ts
 * const ratios = {
 *   workingCapitalToAssets: "-0.1",
 *   retainedEarningsToAssets: 0,
 *   ebitToAssets: 0,
 *   equityToLiabilities: 0,
 * };
 * altmanZEmerging({ ratios }).value.toString(); // => "2.594"
 * altmanZEmerging({ ratios }).zone; // => "distress"
 * ```
 */
export function altmanZEmerging(input: AltmanZDoublePrimeInput): AltmanZEmerging {
  const terms = read("altmanZEmerging", altmanZDoublePrimeSchema, input);
  const source = ratiosOfYear("altmanZEmerging", terms, BOOK_RATIOS_OF_FOUR);
  return present("altmanZEmerging", zEmergingOf(source));
}

/** Z'' with its constant, of a statement or of ratios. */
export function zEmergingOf(source: RatioSource): AltmanZEmerging | Absent {
  const model = { id: "scoring/altman-z-emerging", ...altmanZEmergingFormula };
  return scoreFrom(model, source) as AltmanZEmerging | Absent;
}
