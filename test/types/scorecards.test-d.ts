/**
 * Checked by the compiler alone: the schemas accept what the interfaces say, and misuse of scores,
 * cards and their validation does not compile.
 */
import type { Accepts } from "../../src/ground/input.ts";
import type { binCountsSchema } from "../../src/scoring/bin-counts.ts";
import type { goodBadBinsSchema } from "../../src/scoring/bins.ts";
import type { scorecardSchema } from "../../src/scoring/card.ts";
import type { characteristicsScoreSchema } from "../../src/scoring/characteristics.ts";
import type { outcomesSchema } from "../../src/scoring/discrimination.ts";
import type { fiveCScoreSchema } from "../../src/scoring/five-c.ts";
import type { gradeForSchema } from "../../src/scoring/grade.ts";
import type { classMigrationSchema } from "../../src/scoring/migration.ts";
import type { pointsScaleSchema } from "../../src/scoring/points-scale.ts";
import type { probabilitiesSchema } from "../../src/scoring/probabilities.ts";
import type { populationStabilityIndexSchema } from "../../src/scoring/stability.ts";
import type { weightedScoreSchema } from "../../src/scoring/weighted.ts";
import type * as scoring from "trade-credit/scoring";
import { characteristicsScore, gradeFor, rocAuc, scorecard } from "trade-credit/scoring";

import { same } from "./same.ts";

same<typeof pointsScaleSchema, scoring.PointsScaleInput>(true);
same<typeof outcomesSchema, scoring.OutcomesInput>(true);
same<typeof probabilitiesSchema, scoring.ProbabilitiesInput>(true);
same<typeof binCountsSchema, scoring.BinCountsInput>(true);

// Records inside records: the schema takes whatever the interface says.
type In<S extends (...args: never) => unknown> = Accepts<ReturnType<S>>;
const takes = {
  weighted: (input: scoring.WeightedScoreInput): In<typeof weightedScoreSchema> => input,
  fiveC: (input: scoring.FiveCScoreInput): In<typeof fiveCScoreSchema> => input,
  features: (input: scoring.CharacteristicsScoreInput): In<typeof characteristicsScoreSchema> =>
    input,
  card: (input: scoring.ScorecardInput): In<typeof scorecardSchema> => input,
  grade: (input: scoring.GradeForInput): In<typeof gradeForSchema> => input,
  migration: (input: scoring.ClassMigrationInput): In<typeof classMigrationSchema> => input,
  bins: (input: scoring.GoodBadBinsInput): In<typeof goodBadBinsSchema> => input,
  stability: (
    input: scoring.PopulationStabilityIndexInput,
  ): In<typeof populationStabilityIndexSchema> => input,
};

const grade: string = gradeFor({ score: 1, bands: [{ minScore: 0, grade: "C" }] }).grade;
rocAuc({ scores: Float64Array.of(1, 2), bad: Uint8Array.of(0, 1) });

const attribute = { name: "x", reasonCode: "R", baseline: 0, attributes: [{ to: 1, points: 1 }] };
// @ts-expect-error a card says how reasons are made
scorecard({ card: { initialScore: 0, characteristics: [attribute] }, values: {} });
// @ts-expect-error missing is true, or left out
const missing: scoring.ScorecardAttribute = { missing: false, points: 1 };
// @ts-expect-error no such feature
characteristicsScore({ features: [{ feature: "charm", weight: 1, score: 5 }] });
// @ts-expect-error outcomes are true, false, 1 or 0
rocAuc({ scores: [1], bad: ["bad"] });
const group = characteristicsScore({ features: [] }).groups.credit;
// @ts-expect-error a group may have no value
group.value.toString();

export { grade, missing, takes };
