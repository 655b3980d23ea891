/**
 * @module limits/risk-return
 *
 * The credit limit up to which a customer is worth its risk: the higher the limit, the more likely
 * the default.
 */
import type { Absent, Figure } from "../ground/figure.ts";
import { absent, figure } from "../ground/figure.ts";
import type { Fraction } from "../ground/fraction.ts";
import { ONE, ZERO } from "../ground/fraction.ts";
import type { Read, Terms } from "../ground/input.ts";
import { lazily, read } from "../ground/input.ts";
import { days, list, money, object, rate, withDefault, word } from "../ground/input-atoms.ts";
import type { InterestOptions } from "../ground/input-interest.ts";
import { interestRate, interestShape, refuseHighRates } from "../ground/input-interest.ts";
import { ascending } from "../ground/input-variants.ts";
import type { Numeric } from "../ground/numeric.ts";
import type { List } from "../ground/rows.ts";

/** One point of the curve. */
export interface RiskLevel {
  /** A limit that might be granted. Money, more than 0. */
  readonly limit: Numeric;
  /** The probability of default at that limit, from 0 to 1. */
  readonly defaultProbability: Numeric;
}

/** What {@link riskReturnLimit} needs. */
export interface RiskReturnLimitInput extends InterestOptions {
  /** The limits in question with the probability of default at each, ascending; at most 10,000. */
  readonly levels: List<RiskLevel>;
  /** What a unit of sales earns, from 0 to 1. */
  readonly margin: Numeric;
  /** Share of the exposure that is lost in a default, from 0 to 1. */
  readonly lossGivenDefault: Numeric;
  /** What money costs a year. */
  readonly annualRate: Numeric;
  /** Days until the customer pays, at least 0. */
  readonly days: Numeric;
  /** `per-unit` (default): a unit earns what it risks; `marginal`: the last step adds profit. */
  readonly rule?: "per-unit" | "marginal";
}

/** The limit up to which the risk pays. */
export interface RiskReturnLimit {
  /** The last level taken; 0 where the first one is refused. Money. */
  readonly limit: Figure<"limits/risk-return" | "limits/risk-return-marginal">;
  /** The first level refused. Money; absent where all are taken. */
  readonly firstRefused:
    | Figure<"limits/risk-return-refused" | "limits/risk-return-marginal-refused">
    | Absent<"limits/risk-return-refused" | "limits/risk-return-marginal-refused">;
}

/** The schema of {@link RiskReturnLimitInput}. */
export const riskReturnLimitSchema = lazily(() => {
  const level = object({ limit: money({ above: ZERO }), defaultProbability: rate() });
  return object({
    levels: ascending(list(level, { atLeast: 1, atMost: 10_000 }), "limit"),
    margin: rate(),
    lossGivenDefault: rate(),
    annualRate: interestRate(),
    days: days(),
    rule: withDefault(word("per-unit", "marginal"), "per-unit"),
    ...interestShape(),
  });
});

type RiskTerms = Read<Terms<ReturnType<typeof riskReturnLimitSchema>>>;

const FN = "riskReturnLimit";

/**
 * Limit by risk and return (风险收益比较法): the highest limit at which the margin still pays for the
 * expected loss and the interest.
 *
 * Use it where the probability of default is known as a curve of the limit. Levels are taken from
 * the lowest up until the first one is refused; what lies beyond it is not looked at, even where
 * the curve falls again. `per-unit` asks that a unit of the whole limit earns what it risks;
 * `marginal` asks that the step from the level before adds to the expected profit, which is
 * stricter. The probability that one order bears is {@link breakEvenDefaultProbability}.
 *
 * @formula per-unit: margin ≥ defaultProbability × lossGivenDefault + annualRate × days ÷ yearDays;
 *   marginal: limit × (margin − that) ≥ the same of the level before. Equality is taken
 * @units money, fractions and days in; money out
 *
 * @param input - The curve as levels, the margin, the loss given default, interest and days.
 * @returns The last level taken and the first one refused, with one row a level.
 *
 * @throws {@link CreditError} `invalid_input`: a field is missing, unknown, out of range or no
 *   plain decimal; levels that do not ascend; a rate above 1 without `allowHighRate`.
 *
 * @source The flow guide names the method; the formula is our reading of it.
 *
 * @example
 * ```ts
 * const { limit, firstRefused } = riskReturnLimit({
 *   levels: [
 *     { limit: 50_000, defaultProbability: "0.01" },
 *     { limit: 100_000, defaultProbability: "0.02" },
 *     { limit: 200_000, defaultProbability: "0.06" },
 *   ],
 *   margin: "0.04",
 *   lossGivenDefault: "0.6",
 *   annualRate: "0.073",
 *   days: 60,
 * });
 * limit.value.toString(); // => "100000"
 * firstRefused.value?.toString(); // => "200000"
 * ```
 */
export function riskReturnLimit(input: RiskReturnLimitInput): RiskReturnLimit {
  const terms = read(FN, riskReturnLimitSchema, input);
  refuseHighRates(FN, { annualRate: terms.annualRate }, terms.allowHighRate);
  const { margin, lossGivenDefault, annualRate, days: open, yearDays, currency } = terms;
  const rows = rowsOf(terms);
  const id = `limits/risk-return${terms.rule === "marginal" ? "-marginal" : ""}` as const;
  const taken = rows.filter((row) => row.taken === ONE);
  const inputs = { margin, lossGivenDefault, annualRate, days: open, yearDays, levels: rows };
  const limit = figure<RiskReturnLimit["limit"]>(id, taken.at(-1)?.limit ?? ZERO, "money", inputs, {
    currency,
  });
  return { limit, firstRefused: refusedOf(`${id}-refused`, rows[taken.length], inputs, currency) };
}

function refusedOf(
  id: RiskReturnLimit["firstRefused"]["formula"],
  refused: RiskRow | undefined,
  inputs: object,
  currency: string | undefined,
): RiskReturnLimit["firstRefused"] {
  if (refused) return figure(id, refused.limit, "money", inputs, { currency });
  return absent(id, "money", inputs, "not_defined", "every level is taken");
}

interface RiskRow {
  readonly limit: Fraction;
  readonly taken: Fraction;
}

/** The levels with what each asks, earns and whether it is taken: 1 or 0. */
function rowsOf({ levels, rule, ...terms }: RiskTerms): readonly RiskRow[] {
  const { margin, lossGivenDefault, annualRate, days: open, yearDays } = terms;
  const interest = annualRate.times(open).over(yearDays);
  let before = ZERO;
  let taken = ONE;
  return levels.map(({ limit, defaultProbability }) => {
    const required = defaultProbability.times(lossGivenDefault).plus(interest);
    const profit = limit.times(margin.minus(required));
    const pays = rule === "marginal" ? profit.compare(before) >= 0 : margin.compare(required) >= 0;
    taken = pays ? taken : ZERO;
    before = profit;
    return { limit, defaultProbability, required, profit, taken, reached: limit.times(taken) };
  });
}
