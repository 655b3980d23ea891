/**
 * @module batch/score-models
 *
 * The solvency models over columns: which set of coefficients a choice takes, and by which formulas
 * the ratios are taken off statements. The coefficients are those of `scoring/models`.
 */
import type { ScoreFormula } from "../scoring/models.ts";
import * as models from "../scoring/models.ts";
import { zmijewskiModels } from "../scoring/models-zmijewski.ts";
import type { ColumnModel } from "./column-model.ts";
import { between, columnModel } from "./column-model.ts";
import {
  BATHORY_RATIOS,
  BOOK_RATIOS,
  CASH_FLOW_LESS_INTEREST,
  CASH_PROFIT_WITH_INTEREST,
  MARKET_EQUITY,
  PROFIT_TO_CAPITAL_EMPLOYED,
  ZHOU_RATIOS,
  ZMIJEWSKI_RATIOS,
} from "./ratio-formulas.ts";
import { compare } from "./rational.ts";
import type { Fields, Reading } from "./reading.ts";
import { readNumber } from "./reading-values.ts";
import type {
  AltmanZOptions,
  OneYearColumns,
  BathoryOptions,
  PlacesOption,
  RatioColumns,
  TwoYearColumns,
  ZhouFOptions,
  ZmijewskiOptions,
} from "./score-types.ts";
import { oneYear, twoYears } from "./statement-columns.ts";

/** A model of one statement without choices. */
function plain(name: string, model: ScoreFormula): ColumnModel<OneYearColumns, PlacesOption> {
  return columnModel(name, {
    solvency: () => model,
    formulas: () => BOOK_RATIOS,
    source: oneYear,
  });
}

/** The same weight for every term, or for the one named. */
function reweighted(model: ScoreFormula, coefficient: string, only?: string): ScoreFormula {
  const terms = model.terms.map((term) =>
    only === undefined || term.ratio === only ? { ...term, coefficient } : term,
  );
  return { ...model, terms };
}

/** Altman's Z of 1968: `altmanZ` over columns. */
export const altmanZModel: ColumnModel<OneYearColumns, AltmanZOptions> =
  /* @__PURE__ */ columnModel("altmanZ", {
    solvency: ({ salesCoefficient = "" }) =>
      reweighted(models.altmanZFormula, salesCoefficient, "salesToAssets"),
    formulas: () => ({ ...BOOK_RATIOS, equityToLiabilities: MARKET_EQUITY }),
    source: oneYear,
    choices: { salesCoefficient: ["0.999", "1"] },
  });

/** Altman's Z' of 1983: `altmanZPrime` over columns. */
export const altmanZPrimeModel: ColumnModel<OneYearColumns, PlacesOption> = /* @__PURE__ */ plain(
  "altmanZPrime",
  models.altmanZPrimeFormula,
);

/** Altman's Z'' of 1995: `altmanZDoublePrime` over columns. */
export const altmanZDoublePrimeModel: ColumnModel<OneYearColumns, PlacesOption> =
  /* @__PURE__ */ plain("altmanZDoublePrime", models.altmanZDoublePrimeFormula);

/** Altman's Z'' for emerging markets: `altmanZEmerging` over columns. */
export const altmanZEmergingModel: ColumnModel<OneYearColumns, PlacesOption> =
  /* @__PURE__ */ plain("altmanZEmerging", models.altmanZEmergingFormula);

/** Bathory's model: `bathory` over columns. */
export const bathoryModel: ColumnModel<OneYearColumns, BathoryOptions> =
  /* @__PURE__ */ columnModel("bathory", {
    solvency: ({ aggregate }) =>
      reweighted(models.bathoryFormula, aggregate === "mean" ? "0.2" : "1"),
    formulas: ({ variant, x2Denominator }) => ({
      ...BATHORY_RATIOS,
      ...(variant === "cn-interest" && {
        cashProfitToCurrentLiabilities: CASH_PROFIT_WITH_INTEREST,
      }),
      ...(x2Denominator === "capital-employed" && {
        profitBeforeTaxToCapital: PROFIT_TO_CAPITAL_EMPLOYED,
      }),
    }),
    source: oneYear,
    choices: { aggregate: ["sum", "mean"] },
    variants: {
      variant: ["deferred-tax", "cn-interest"],
      x2Denominator: ["working-capital", "capital-employed"],
    },
    options: ["bands"],
    zones: bandsOf,
  });

function bandsOf(reading: Reading, { bands }: Fields) {
  if (bands === undefined) return undefined;
  const { distressBelow, safeAbove } = reading.record("options.bands", bands, [
    "distressBelow",
    "safeAbove",
  ]);
  const lower = readNumber(reading, "options.bands.distressBelow", distressBelow);
  const upper = readNumber(reading, "options.bands.safeAbove", safeAbove);
  if (!lower || !upper) return undefined;
  if (compare(lower, upper) > 0) {
    reading.refuse("options.bands.safeAbove", "must be at least `distressBelow`");
  }
  return { bounds: between(lower, upper), distress: "below" } as const;
}

/** Springate's S: `springate` over columns. */
export const springateModel: ColumnModel<OneYearColumns, PlacesOption> =
  /* @__PURE__ */ columnModel("springate", {
    solvency: () => models.springateFormula,
    formulas: () => ({
      ...BOOK_RATIOS,
      profitBeforeTaxToCurrentLiabilities: "profitBeforeTax/currentLiabilities",
    }),
    source: oneYear,
  });

/** Zmijewski's X: `zmijewski` over columns. */
export const zmijewskiModel: ColumnModel<OneYearColumns, ZmijewskiOptions> =
  /* @__PURE__ */ columnModel("zmijewski", {
    solvency: ({ coefficients }) => zmijewskiModels[coefficients as keyof typeof zmijewskiModels],
    formulas: () => ZMIJEWSKI_RATIOS,
    source: oneYear,
    choices: { coefficients: ["paper", "liquidity-minus", "rounded", "weighted"] },
  });

/** Zhou's F, of two years: `zhouF` over columns. */
export const zhouFModel: ColumnModel<TwoYearColumns | RatioColumns, ZhouFOptions> =
  /* @__PURE__ */ columnModel("zhouF", {
    solvency: () => models.zhouFFormula,
    formulas: ({ equityBasis, interest }) => ({
      ...ZHOU_RATIOS,
      ...(equityBasis === "book" && { equityToLiabilities: BOOK_RATIOS.equityToLiabilities }),
      ...(interest === "deducted" && { cashFlowToAverageAssets: CASH_FLOW_LESS_INTEREST }),
    }),
    source: twoYears,
    variants: { equityBasis: ["market", "book"], interest: ["added", "deducted"] },
  });
