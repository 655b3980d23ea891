/**
 * @module scoring/zhou
 *
 * The F score (F 分数模式) of Zhou, Yang and Wang: Altman's way with cash flow over mean balances.
 */
import type { Absent, Caveat } from "../ground/figure.ts";
import { present } from "../ground/figure.ts";
import { lazily, read } from "../ground/input.ts";
import { object, optional, word } from "../ground/input-atoms.ts";
import type { Numeric } from "../ground/numeric.ts";
import type { ModelRatios, RatioSource, Stated } from "./model-input.ts";
import {
  ratiosOfYears,
  ratiosSchema,
  BESIDE_RATIOS,
  refuseFields,
  twoYearsShape,
} from "./model-input.ts";
import { zhouFFormula } from "./models.ts";
import {
  equityToLiabilities,
  marketEquityToLiabilities,
  retainedEarningsToAssets,
  workingCapitalToAssets,
} from "./ratio-definitions.ts";
import { ZHOU_RATIOS } from "./ratio-definitions-two-years.ts";
import type { Score } from "./score.ts";
import { scoreOf } from "./score.ts";
import type { FinancialStatement } from "./statement.ts";

/** The ratios of {@link zhouF}. */
export interface ZhouFRatios {
  /** (Current assets − current liabilities) ÷ total assets. */
  readonly workingCapitalToAssets: Numeric;
  /** Retained earnings ÷ total assets. */
  readonly retainedEarningsToAssets: Numeric;
  /** (Net income + depreciation) ÷ mean of total liabilities at both ends of the year. */
  readonly cashFlowToAverageLiabilities: Numeric;
  /** Equity at its market price ÷ total liabilities. */
  readonly equityToLiabilities: Numeric;
  /** (Net income + interest expense + depreciation) ÷ mean of total assets. */
  readonly cashFlowToAverageAssets: Numeric;
}

/** Choices that {@link zhouF} has with statements. */
export interface ZhouFChoices {
  /** Equity at its `market` price (default), or by the `book`, with the caveat `book_equity`. */
  readonly equityBasis?: "market" | "book";
  /**
   * Interest expense `added` (default), or `deducted`, which is what "interest income less expense"
   * of some pages comes to.
   */
  readonly interest?: "added" | "deducted";
}

/** Two years of statements. */
export interface TwoStatements {
  /** The statement that is judged. */
  readonly current: FinancialStatement;
  /** The statement of the year before. */
  readonly previous: FinancialStatement;
}

/** What {@link zhouF} needs: the statements of two years, or the ratios. */
export type ZhouFInput =
  | (TwoStatements & ZhouFChoices)
  | {
      /** The ratios themselves. */
      readonly ratios: ZhouFRatios;
    };

/** Zhou's F, with its zone. */
export type ZhouF = Score<"scoring/zhou-f">;

/** The schema of {@link ZhouFInput}. */
export const zhouFSchema = lazily(() =>
  object({
    ...twoYearsShape(),
    ratios: ratiosSchema({
      workingCapitalToAssets: "fraction",
      retainedEarningsToAssets: "fraction",
      cashFlowToAverageLiabilities: "times",
      equityToLiabilities: "times",
      cashFlowToAverageAssets: "times",
    }),
    equityBasis: optional(word("market", "book")),
    interest: optional(word("added", "deducted")),
  }),
);

/** How the model takes its ratios off two statements. */
export function zhouRatios({ equityBasis, interest }: Stated<ZhouFChoices>): ModelRatios {
  return {
    workingCapitalToAssets,
    retainedEarningsToAssets,
    cashFlowToAverageLiabilities: ZHOU_RATIOS.cashFlowToAverageLiabilities,
    equityToLiabilities: equityBasis === "book" ? equityToLiabilities : marketEquityToLiabilities,
    cashFlowToAverageAssets:
      interest === "deducted"
        ? ZHOU_RATIOS.cashFlowLessInterestToAverageAssets
        : ZHOU_RATIOS.cashFlowToAverageAssets,
  };
}

/**
 * Zhou's F (F 分数模式): a Chinese model that weighs cash flow and not earnings. It is not
 * Piotroski's F.
 *
 * Use it for a listed firm with statements of two years. For one year use {@link altmanZ}.
 *
 * @formula F = −0.1774 + 1.1091 X1 + 0.1074 X2 + 1.9271 X3 + 0.0302 X4 + 0.4961 X5; X1 working
 *   capital and X2 retained earnings ÷ total assets; X3 (net income + depreciation) ÷ mean
 *   liabilities; X4 market equity ÷ liabilities; X5 (net income + interest + depreciation) ÷ mean
 *   assets
 * @units money or ratios in, a score out; distress below 0.0274, safe above
 *
 * @param input - `{ current, previous }`, or `{ ratios }`.
 * @returns The score and its `zone`; the cut-off itself is grey. Scores from −0.0501 to 0.1049 are
 *   said to be uncertain (remembered).
 *
 * @throws {@link CreditError} `invalid_input`: a line that it needs is missing (all are listed), a
 *   field is unknown, out of range or no plain decimal; `previous` is not the earlier one.
 * @throws {@link CreditError} `not_defined`: total assets, total liabilities or a mean of them are
 *   0.
 *
 * @source Zhou, Yang and Wang 1996, by a public encyclopaedia.
 *
 * @example
 * ```ts
 * const ratios = {
 *   workingCapitalToAssets: "0.22",
 *   retainedEarningsToAssets: "0.25",
 *   cashFlowToAverageLiabilities: "0.2",
 *   equityToLiabilities: 2,
 *   cashFlowToAverageAssets: "0.1",
 * };
 * zhouF({ ratios }).value.toString(); // => "0.588882"
 * ```
 */
export function zhouF(input: ZhouFInput): ZhouF {
  const terms = read("zhouF", zhouFSchema, input);
  if (terms.ratios) refuseFields("zhouF", terms, ["equityBasis", "interest"], BESIDE_RATIOS);
  const source = ratiosOfYears("zhouF", terms, zhouRatios(terms));
  return present("zhouF", zhouOf(source, terms));
}

/** F of two statements or of ratios. */
export function zhouOf(
  { ratioOf, accounts }: RatioSource,
  { equityBasis }: Stated<ZhouFChoices>,
): ZhouF | Absent {
  const isBook = equityBasis === "book";
  const book: readonly Caveat[] = isBook ? [{ code: "book_equity" }] : [];
  const caveats = [...(accounts?.caveats ?? []), ...book];
  const model = { id: "scoring/zhou-f", ...zhouFFormula };
  return scoreOf(model, ratioOf, { caveats }) as ZhouF | Absent;
}
