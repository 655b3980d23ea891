/**
 * @module scoring/zmijewski
 *
 * Zmijewski's probit model: a score whose normal distribution is a probability of distress.
 */
import { asTerm } from "../ground/exact.ts";
import type { Absent, Figure } from "../ground/figure.ts";
import { absent, figure, isAbsent, present } from "../ground/figure.ts";
import { lazily, read } from "../ground/input.ts";
import { object, withDefault, word } from "../ground/input-atoms.ts";
import type { Numeric } from "../ground/numeric.ts";
import { asPrinted, normalCdf } from "../ground/transcendental.ts";
import { ratiosOfYear, ratiosSchema, scoreFrom } from "./model-input.ts";
import { zmijewskiModels } from "./models-zmijewski.ts";
import { currentRatio, debtRatio, returnOnAssets } from "./ratio-definitions.ts";
import type { Score } from "./score.ts";
import type { FinancialStatement } from "./statement.ts";
import { statementShape } from "./statement.ts";

/** The ratios of {@link zmijewski}. */
export interface ZmijewskiRatios {
  /** Net income ÷ total assets. */
  readonly returnOnAssets: Numeric;
  /** Total liabilities ÷ total assets. */
  readonly debtRatio: Numeric;
  /** Current assets ÷ current liabilities. */
  readonly currentRatio: Numeric;
}

/** A choice that {@link zmijewski} has. */
export interface ZmijewskiCoefficients {
  /**
   * Which set of coefficients: `paper` (default: −4.336, −4.513, 5.679, 0.004), `liquidity-minus`
   * (the same with −0.004), `rounded` (−4.3, −4.5, 5.7, −0.004) or `weighted` (−4.803, −3.599,
   * 5.406, −0.1: remembered).
   */
  readonly coefficients?: "paper" | "liquidity-minus" | "rounded" | "weighted";
}

/** What {@link zmijewski} needs: a statement, or the ratios. */
export type ZmijewskiInput =
  | (FinancialStatement & ZmijewskiCoefficients)
  | ({
      /** The ratios themselves. */
      readonly ratios: ZmijewskiRatios;
    } & ZmijewskiCoefficients);

/** Zmijewski's X, with its zone; each set of coefficients has an id. */
export type Zmijewski = Score<
  | "scoring/zmijewski"
  | "scoring/zmijewski-liquidity-minus"
  | "scoring/zmijewski-rounded"
  | "scoring/zmijewski-weighted"
>;

/** The probability that belongs to a score of {@link zmijewski}. */
export type ZmijewskiProbability = Figure<"scoring/zmijewski-probability">;

/** The schema of {@link ZmijewskiInput}. */
export const zmijewskiSchema = lazily(() =>
  object({
    ...statementShape(),
    ratios: ratiosSchema({
      returnOnAssets: "fraction",
      debtRatio: "fraction",
      currentRatio: "times",
    }),
    coefficients: withDefault(word("paper", "liquidity-minus", "rounded", "weighted"), "paper"),
  }),
);

/** How the model takes its ratios off a statement. */
export const ZMIJEWSKI_RATIOS = { returnOnAssets, debtRatio, currentRatio };

/**
 * Zmijewski's X (Zmijewski 模型) of 1984: a probit of return, debt and liquidity.
 *
 * Use it where few lines are known, and {@link zmijewskiProbability} for its probability. Here a
 * high score is bad, unlike Altman's.
 *
 * @formula X = −4.336 − 4.513 X1 + 5.679 X2 + 0.004 X3; X1 net income and X2 liabilities ÷ total
 *   assets; X3 current assets ÷ current liabilities
 * @units money or ratios in, a score out; distress above 0, safe below
 *
 * @param input - A statement, or `{ ratios }`; `coefficients` chooses one of four sets in use.
 * @returns The score and its `zone`; 0 itself is grey.
 *
 * @throws {@link CreditError} `invalid_input`: a line that it needs is missing (all are listed), a
 *   field is unknown, out of range or no plain decimal.
 * @throws {@link CreditError} `not_defined`: total assets or current liabilities are 0.
 *
 * @source Zmijewski 1984. The sign of 0.004 is disputed, and moves X by about 0.014 for a current
 *   ratio of 1.7.
 *
 * @example
 * ```ts
 * const x = zmijewski({
 *   currentAssets: 5200,
 *   currentLiabilities: 3000,
 *   totalAssets: 10_000,
 *   totalLiabilities: 4500,
 *   netIncome: 600,
 * });
 * x.value.toFixed(8); // => "-2.04429667"
 * x.zone; // => "safe"
 * ```
 */
export function zmijewski(input: ZmijewskiInput): Zmijewski {
  return present("zmijewski", scoreOfInput("zmijewski", input));
}

/**
 * Probability of distress by Zmijewski's model (Zmijewski 违约概率): Φ(X).
 *
 * Use it to rank, and with care as a probability: it depends on the share of failures in the sample
 * of 1984. The score itself is {@link zmijewski}.
 *
 * @formula probability = Φ(X), the standard normal distribution below X
 * @units money or ratios in, a fraction out
 *
 * @param input - As for {@link zmijewski}.
 * @returns The probability, correct to the 34 digits printed; the score is nested in it.
 *
 * @throws {@link CreditError} `invalid_input`: as {@link zmijewski}.
 * @throws {@link CreditError} `not_defined`: as {@link zmijewski}; or X is below −44.7, where the
 *   probability is less than e^−1000.
 *
 * @source Zmijewski 1984. The logistic function in place of Φ is a common error: 0.1146 for 0.0205.
 *
 * @example
 * ```ts
 * const ratios = { returnOnAssets: "0.06", debtRatio: "0.45", currentRatio: 2 };
 * zmijewskiProbability({ ratios }).value.toFixed(6); // => "0.020515"
 * ```
 */
export function zmijewskiProbability(input: ZmijewskiInput): ZmijewskiProbability {
  const score = scoreOfInput("zmijewskiProbability", input);
  return present("zmijewskiProbability", probabilityOf(score));
}

function scoreOfInput(fn: string, input: ZmijewskiInput): Zmijewski | Absent {
  const terms = read(fn, zmijewskiSchema, input);
  const model = zmijewskiModels[terms.coefficients];
  const source = ratiosOfYear(fn, terms, ZMIJEWSKI_RATIOS);
  return scoreFrom(model, source) as Zmijewski | Absent;
}

function probabilityOf(score: Zmijewski | Absent): ZmijewskiProbability | Absent {
  const id = "scoring/zmijewski-probability";
  if (isAbsent(score)) {
    return absent(id, "fraction", { score }, score.reason.code, score.reason.message);
  }
  const exact = asTerm(score);
  const share = normalCdf(exact);
  if (!share) {
    const reason = "the probability is below e^-1000";
    return absent(id, "fraction", { score: exact }, "not_defined", reason);
  }
  const probability = share.isRounded ? asPrinted(share.value) : share.value;
  const { caveats } = score;
  return figure(id, probability, "fraction", { score: exact }, { caveats });
}
