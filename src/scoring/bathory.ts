/**
 * @module scoring/bathory
 *
 * Bathory's model: five ratios added up. Pages differ in what two of them are and in whether the
 * sum or the mean is taken, and none has a cut-off: the variants are choices, and the bands the
 * caller's.
 */
import type { Absent, Figure } from "../ground/figure.ts";
import { present } from "../ground/figure.ts";
import { refuse } from "../ground/errors.ts";
import type { Fraction } from "../ground/fraction.ts";
import { lazily, read } from "../ground/input.ts";
import { numeric, object, optional, withDefault, word } from "../ground/input-atoms.ts";
import type { Numeric } from "../ground/numeric.ts";
import type { ModelRatios, RatioSource, Stated } from "./model-input.ts";
import {
  ratiosOfYear,
  ratiosSchema,
  BESIDE_RATIOS,
  refuseFields,
  scoreFrom,
} from "./model-input.ts";
import { bathoryFormula } from "./models.ts";
import { workingCapitalToAssets } from "./ratio-definitions.ts";
import { BATHORY_RATIOS } from "./ratio-definitions-bathory.ts";
import type { Bounds, ScoreInputs, Zone } from "./score.ts";
import type { FinancialStatement } from "./statement.ts";
import { statementShape } from "./statement.ts";

/** The ratios of {@link bathory}. */
export interface BathoryRatios {
  /** (Profit before tax + depreciation + deferred tax) ÷ current liabilities. */
  readonly cashProfitToCurrentLiabilities: Numeric;
  /** Profit before tax ÷ working capital, which must be above 0. */
  readonly profitBeforeTaxToCapital: Numeric;
  /** Equity ÷ current liabilities. */
  readonly equityToCurrentLiabilities: Numeric;
  /** (Equity − intangible assets) ÷ total liabilities. */
  readonly tangibleNetWorthToLiabilities: Numeric;
  /** (Current assets − current liabilities) ÷ total assets. */
  readonly workingCapitalToAssets: Numeric;
}

/** Where the caller sees distress and safety; a score on a bound or between is grey. */
export interface BathoryBands {
  /** Below it the zone is distress. */
  readonly distressBelow: Numeric;
  /** Above it the zone is safe; at least `distressBelow`. */
  readonly safeAbove: Numeric;
}

/** Choices about how the five ratios become one number. */
export interface BathoryChoices {
  /** `sum` (default) of the five, or their `mean`. */
  readonly aggregate?: "sum" | "mean";
  /** Bands of your own: the answer then has a zone. */
  readonly bands?: BathoryBands;
}

/** Choices about what the ratios are, with a statement. */
export interface BathoryVariant {
  /**
   * What is added to profit in the first ratio: depreciation and `deferred-tax` (default), or
   * depreciation, amortisation and interest expense (`cn-interest`).
   */
  readonly variant?: "deferred-tax" | "cn-interest";
  /** What the second ratio divides by: `working-capital` (default) or `capital-employed`. */
  readonly x2Denominator?: "working-capital" | "capital-employed";
}

/** What {@link bathory} needs: a statement, or the ratios. */
export type BathoryInput =
  | (FinancialStatement & BathoryChoices & BathoryVariant)
  | ({
      /** The ratios themselves. */
      readonly ratios: BathoryRatios;
    } & BathoryChoices);

/** Bathory's score; with bands it has a zone, and an id of its own. */
export type Bathory = Figure<"scoring/bathory" | "scoring/bathory-in-bands", ScoreInputs> & {
  /** Where the score lies in the caller's bands. */
  readonly zone?: Zone;
};

/** The schema of {@link BathoryInput}. */
export const bathorySchema = lazily(() =>
  object({
    ...statementShape(),
    ratios: ratiosSchema({
      cashProfitToCurrentLiabilities: "times",
      profitBeforeTaxToCapital: "times",
      equityToCurrentLiabilities: "times",
      tangibleNetWorthToLiabilities: "times",
      workingCapitalToAssets: "fraction",
    }),
    aggregate: withDefault(word("sum", "mean"), "sum"),
    bands: optional(object({ distressBelow: numeric("score"), safeAbove: numeric("score") })),
    variant: optional(word("deferred-tax", "cn-interest")),
    x2Denominator: optional(word("working-capital", "capital-employed")),
  }),
);

/** How the model takes its ratios off a statement. */
export function bathoryRatios({ variant, x2Denominator }: Stated<BathoryVariant>): ModelRatios {
  return {
    cashProfitToCurrentLiabilities:
      variant === "cn-interest"
        ? BATHORY_RATIOS.cashProfitBeforeInterestToCurrentLiabilities
        : BATHORY_RATIOS.cashProfitToCurrentLiabilities,
    profitBeforeTaxToCapital:
      x2Denominator === "capital-employed"
        ? BATHORY_RATIOS.profitBeforeTaxToCapitalEmployed
        : BATHORY_RATIOS.profitBeforeTaxToWorkingCapital,
    equityToCurrentLiabilities: BATHORY_RATIOS.equityToCurrentLiabilities,
    tangibleNetWorthToLiabilities: BATHORY_RATIOS.tangibleNetWorthToLiabilities,
    workingCapitalToAssets,
  };
}

/**
 * Bathory's model (巴萨利模型, in the deck misprinted 马萨利模型): five ratios of one statement, added
 * up. Higher is stronger; very low or negative means poor prospects.
 *
 * Use it for firms of any trade, to compare customers with each other or one with its own past.
 * There is no published cut-off: give `bands` of your own, or use {@link altmanZDoublePrime}, which
 * has zones.
 *
 * @formula B = (profit before tax + depreciation + deferred tax) ÷ current liabilities + profit
 *   before tax ÷ working capital + equity ÷ current liabilities + (equity − intangible assets) ÷
 *   total liabilities + working capital ÷ total assets
 * @units money or ratios in, a score out
 *
 * @param input - A statement, or `{ ratios }`; `variant`, `x2Denominator` and `aggregate` choose
 *   between the readings of the sources.
 * @returns The score; with `bands` the `zone` in them, as `scoring/bathory-in-bands`.
 *
 * @throws {@link CreditError} `invalid_input`: a line that it needs is missing (all are listed), a
 *   field is unknown, out of range or no plain decimal; bands that do not ascend.
 * @throws {@link CreditError} `not_defined`: working capital (or capital employed) is not above 0:
 *   a loss over negative working capital would count as strength.
 *
 * @source "3+1" deck, slide 77; two Chinese pages. British texts divide by capital employed and
 *   take the mean (remembered).
 *
 * @example
 * ```ts
 * const statement = {
 *   currentAssets: 5200,
 *   currentLiabilities: 3000,
 *   totalAssets: 10_000,
 *   totalLiabilities: 4500,
 *   equity: 5500,
 *   intangibleAssets: 200,
 *   profitBeforeTax: 800,
 *   depreciation: 350,
 *   deferredTax: 60,
 * };
 * bathory(statement).value.toFixed(8); // => "3.99808081"
 * bathory({ ...statement, bands: { distressBelow: 1, safeAbove: 3 } }).zone; // => "safe"
 * ```
 */
export function bathory(input: BathoryInput): Bathory {
  const terms = read("bathory", bathorySchema, input);
  const { ratios, bands } = terms;
  if (ratios) refuseFields("bathory", terms, ["variant", "x2Denominator"], BESIDE_RATIOS);
  if (bands && bands.distressBelow.compare(bands.safeAbove) > 0) {
    refuse("bathory", "bands.safeAbove", "must be at least `distressBelow`");
  }
  const source = ratiosOfYear("bathory", terms, bathoryRatios(terms));
  return present("bathory", bathoryOf(source, terms));
}

interface BathoryTerms {
  readonly aggregate?: "sum" | "mean" | undefined;
  readonly bands?: Record<"distressBelow" | "safeAbove", Fraction> | undefined;
}

/** B of a statement or of ratios. */
export function bathoryOf(
  source: RatioSource,
  { aggregate = "sum", bands }: BathoryTerms,
): Bathory | Absent {
  const coefficient = aggregate === "mean" ? "0.2" : "1";
  const terms = bathoryFormula.terms.map((term) => ({ ...term, coefficient }));
  const id = bands ? "scoring/bathory-in-bands" : "scoring/bathory";
  const bounds: Bounds | undefined = bands && {
    lower: bands.distressBelow,
    upper: bands.safeAbove,
    distress: "below",
  };
  const model = { ...bathoryFormula, id, terms };
  const stated = { aggregate, ...(bands ? { bands } : {}) };
  return scoreFrom(model, source, { stated, bounds }) as Bathory | Absent;
}
