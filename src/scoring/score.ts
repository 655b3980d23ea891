/**
 * @module scoring/score
 *
 * The one engine of all solvency models: ratios times coefficients, added up, and the zone that the
 * sum falls into. The models are data (`scoring/models`).
 */
import { asTerm } from "../ground/exact.ts";
import type { Absent, Caveat, Figure } from "../ground/figure.ts";
import { absent, figure, isAbsent } from "../ground/figure.ts";
import { Fraction, ONE, sumOf } from "../ground/fraction.ts";
import { parsePlainDecimal } from "../ground/numeric.ts";
import type { IdentifiedFormula, ScoreFormula, ScoreZones } from "./models.ts";

/** Where a score lies: a score on a bound is grey. */
export type Zone = "distress" | "grey" | "safe";

/** One weighted ratio of a score. */
export interface ScoreContribution {
  /** The ratio's name, or `constant`. */
  readonly term: string;
  /** Its weight. */
  readonly coefficient: string;
  /** The ratio as a figure, or as it was given. */
  readonly ratio: Figure | string;
  /** Weight × ratio. */
  readonly contribution: string;
}

/** What a score was made of: every ratio by its name, and what each contributes. */
export interface ScoreInputs {
  /** The weighted ratios; they add up to the score. */
  readonly contributions: readonly ScoreContribution[];
  /** The ratios by name, and what else was stated. */
  readonly [name: string]: unknown;
}

/** A score with its zone. */
export type Score<Id extends string = string> = Figure<Id, ScoreInputs> & {
  /** Where the score lies. */
  readonly zone: Zone;
};

/** A ratio as it enters a model: a number given, or what a statement gave. */
export type RatioValue = Fraction | Figure | Absent;

/** What a score is made with besides the ratios. */
export interface ScoreOptions {
  /** What else the record has among its inputs. */
  readonly stated?: Readonly<Record<string, unknown>>;
  readonly caveats?: readonly Caveat[];
  /** The bounds, where they are not the model's own: exact. */
  readonly bounds?: Bounds | undefined;
}

/** The bounds of the zones as numbers. */
export interface Bounds {
  readonly lower: Fraction;
  readonly upper: Fraction;
  readonly distress: ScoreZones["distress"];
}

/** A number of a model's data. */
export function numberOf(text: string): Fraction {
  return parsePlainDecimal(text) as Fraction;
}

/** The zone of a score. */
function zoneOf(score: Fraction, { lower, upper, distress }: Bounds): Zone {
  if (score.compare(lower) < 0) return distress === "below" ? "distress" : "safe";
  if (score.compare(upper) > 0) return distress === "below" ? "safe" : "distress";
  return "grey";
}

function boundsOf({ zones }: ScoreFormula): Bounds | undefined {
  if (!zones) return undefined;
  const { lower, upper, distress } = zones;
  return { lower: numberOf(lower), upper: numberOf(upper), distress };
}

/** The score of a model; absent where one of its ratios is. */
export function scoreOf(
  model: IdentifiedFormula,
  ratioOf: (name: string) => RatioValue,
  options: ScoreOptions = {},
): Figure | Absent {
  const { id, terms } = model;
  const { stated = {}, caveats } = options;
  const named = terms.filter(({ ratio }) => ratio !== CONSTANT);
  const found = named.map(({ ratio }) => [ratio, ratioOf(ratio)] as const);
  const lacking = found.flatMap(([, ratio]) => (isAbsent(ratio) ? [ratio] : []));
  if (lacking.length > 0) {
    return withoutRatios(id, { ...Object.fromEntries(found), ...stated }, lacking);
  }
  const ratios: Readonly<Record<string, Fraction>> = Object.fromEntries(
    found.map(([name, ratio]) => [
      name,
      ratio instanceof Fraction ? ratio : asTerm(ratio as Figure),
    ]),
  );
  const contributions = terms.map(({ ratio: term, coefficient }) => {
    const ratio = term === CONSTANT ? ONE : (ratios[term] as Fraction);
    const contribution = numberOf(coefficient).times(ratio);
    return { term, coefficient, ratio, contribution };
  });
  const score = sumOf(contributions.map(({ contribution }) => contribution));
  const bounds = options.bounds ?? boundsOf(model);
  const label = bounds && { zone: zoneOf(score, bounds) };
  return figure(id, score, "score", { ...ratios, ...stated, contributions }, { caveats, label });
}

const CONSTANT = "constant";

function withoutRatios(id: string, inputs: object, lacking: readonly Absent[]): Absent {
  const reasons = [...new Set(lacking.map(({ reason }) => reason.message))];
  const codes = new Set(lacking.map(({ reason }) => reason.code));
  const code =
    codes.size === 1 && codes.has("history_too_short") ? "history_too_short" : "not_defined";
  return absent(id, "score", inputs, code, reasons.join("; "));
}
