/**
 * @module scoring/springate
 *
 * Springate's model: Altman's way, with profit before tax over current liabilities.
 */
import type { Absent } from "../ground/figure.ts";
import { present } from "../ground/figure.ts";
import { lazily, read } from "../ground/input.ts";
import { object } from "../ground/input-atoms.ts";
import type { Numeric } from "../ground/numeric.ts";
import type { RatioSource } from "./model-input.ts";
import { ratiosOfYear, ratiosSchema, scoreFrom } from "./model-input.ts";
import { springateFormula } from "./models.ts";
import {
  ebitToAssets,
  profitBeforeTaxToCurrentLiabilities,
  salesToAssets,
  workingCapitalToAssets,
} from "./ratio-definitions.ts";
import type { Score } from "./score.ts";
import type { FinancialStatement } from "./statement.ts";
import { statementShape } from "./statement.ts";

/** The ratios of {@link springate}. */
export interface SpringateRatios {
  /** (Current assets − current liabilities) ÷ total assets. */
  readonly workingCapitalToAssets: Numeric;
  /** EBIT ÷ total assets. */
  readonly ebitToAssets: Numeric;
  /** Profit before tax ÷ current liabilities. */
  readonly profitBeforeTaxToCurrentLiabilities: Numeric;
  /** Sales ÷ total assets. */
  readonly salesToAssets: Numeric;
}

/** What {@link springate} needs: a statement, or the ratios. */
export type SpringateInput =
  | FinancialStatement
  | {
      /** The ratios themselves. */
      readonly ratios: SpringateRatios;
    };

/** Springate's S, with its zone. */
export type Springate = Score<"scoring/springate">;

/** The schema of {@link SpringateInput}. */
export const springateSchema = lazily(() =>
  object({
    ...statementShape(),
    ratios: ratiosSchema({
      workingCapitalToAssets: "fraction",
      ebitToAssets: "fraction",
      profitBeforeTaxToCurrentLiabilities: "times",
      salesToAssets: "times",
    }),
  }),
);

/** How the model takes its ratios off a statement. */
export const SPRINGATE_RATIOS = {
  workingCapitalToAssets,
  ebitToAssets,
  profitBeforeTaxToCurrentLiabilities,
  salesToAssets,
};

/**
 * Springate's S (Springate 模型) of 1978: a score with one cut-off.
 *
 * Use it beside {@link altmanZPrime}: it needs neither equity nor retained earnings, and so serves
 * where these are not known.
 *
 * @formula S = 1.03 X1 + 3.07 X2 + 0.66 X3 + 0.40 X4; X1 working capital, X2 EBIT and X4 sales ÷
 *   total assets; X3 profit before tax ÷ current liabilities
 * @units money or ratios in, a score out; distress below 0.862, safe above
 *
 * @param input - A statement, or `{ ratios }`.
 * @returns The score and its `zone`; the cut-off itself is grey.
 *
 * @throws {@link CreditError} `invalid_input`: a line that it needs is missing (all are listed), a
 *   field is unknown, out of range or no plain decimal.
 * @throws {@link CreditError} `not_defined`: total assets or current liabilities are 0.
 *
 * @source Springate 1978, by two public pages; a sample of 40 firms.
 *
 * @example
 * ```ts
 * const s = springate({
 *   currentAssets: 5200,
 *   currentLiabilities: 3000,
 *   totalAssets: 10_000,
 *   ebit: 1000,
 *   profitBeforeTax: 800,
 *   sales: 12_000,
 * });
 * s.value.toString(); // => "1.1896"
 * s.zone; // => "safe"
 * ```
 */
export function springate(input: SpringateInput): Springate {
  const terms = read("springate", springateSchema, input);
  const source = ratiosOfYear("springate", terms, SPRINGATE_RATIOS);
  return present("springate", springateOf(source));
}

/** S of a statement or of ratios. */
export function springateOf(source: RatioSource): Springate | Absent {
  const model = { id: "scoring/springate", ...springateFormula };
  return scoreFrom(model, source) as Springate | Absent;
}
