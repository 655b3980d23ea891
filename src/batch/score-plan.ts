/**
 * @module batch/score-plan
 *
 * What a call about a solvency model comes to: a plan, and the bounds of its zones.
 */
import type { ScoreFormula } from "../scoring/models.ts";
import type { ModelParts, ZoneBounds } from "./column-model.ts";
import { between } from "./column-model.ts";
import { planOf, signedLine } from "./model-plan.ts";
import type { Line, Plan } from "./plan.ts";
import { decimalOf } from "./rational.ts";
import type { Fields, Reading } from "./reading.ts";
import { readPlaces, readWord } from "./reading-values.ts";

/** What is run. */
export interface ScorePlan extends ZoneBounds {
  readonly plan: Plan;
  readonly places: number;
  readonly refused: Uint8Array | undefined;
}

/** Reads a call; its faults are left in the reading. */
export function readScorePlan(
  reading: Reading,
  parts: ModelParts,
  columns: unknown,
  given: unknown,
): ScorePlan {
  const { choices = {}, variants = {}, options: own = [] } = parts;
  const words = { ...choices, ...variants };
  const options = reading.record("options", given ?? {}, ["places", ...Object.keys(words), ...own]);
  const chosen: Record<string, string> = {};
  for (const [choice, each] of Object.entries(words)) {
    chosen[choice] = readWord(reading, `options.${choice}`, options[choice], each);
  }
  const model = parts.solvency(chosen);
  const places = readPlaces(reading, options["places"], 4);
  const zones = parts.zones?.(reading, options) ?? zonesOf(model);
  if (hasRatios(columns)) {
    for (const variant of Object.keys(variants)) {
      if (variant in options) {
        reading.refuse(`options.${variant}`, "must be left out beside `ratios`");
      }
    }
    return { ...ratioPlan(reading, model, columns, parts.neither), places, ...zones };
  }
  const all = parts.formulas(chosen);
  const used = Object.fromEntries(ratiosOf(model).map((ratio) => [ratio, all[ratio] ?? ""]));
  const source = parts.source(reading, columns, used);
  const { formulas, lineOf, beside = [], extraSize = 0 } = source;
  const plan = planOf(model, (ratio) => formulas[ratio] ?? "", lineOf);
  const whole = { ...plan, lines: [...plan.lines, ...beside], extraSize };
  return { plan: whole, refused: undefined, places, ...zones };
}

function hasRatios(columns: unknown): boolean {
  try {
    return typeof columns === "object" && columns !== null && Object.hasOwn(columns, "ratios");
  } catch {
    return false;
  }
}

function ratioPlan(
  reading: Reading,
  model: ScoreFormula,
  columns: unknown,
  neither: ModelParts["neither"],
): Pick<ScorePlan, "plan" | "refused"> {
  const { ratios } = reading.record("columns", columns, ["ratios"]);
  const names = ratiosOf(model);
  const fields: Fields = reading.record("ratios", ratios, names);
  const lines = new Map<string, Line>();
  for (const ratio of names) {
    if (fields[ratio] === undefined) reading.refuse(`ratios.${ratio}`, "must be given");
    else lines.set(ratio, signedLine(reading.column(`ratios.${ratio}`, fields[ratio])));
  }
  const plan = planOf(
    model,
    (ratio) => ratio,
    (ratio) => lines.get(ratio),
  );
  return { plan, refused: neither?.(lines) };
}

/** The names of a model's ratios. */
function ratiosOf({ terms }: ScoreFormula): string[] {
  return terms.flatMap(({ ratio }) => (ratio === "constant" ? [] : [ratio]));
}

/** The bounds of a model's own zones. */
function zonesOf({ zones }: ScoreFormula): ZoneBounds {
  if (!zones) return { bounds: [], distress: "below" };
  const { lower, upper, distress } = zones;
  return { bounds: between(decimalOf(lower), decimalOf(upper)), distress };
}
