/**
 * @module scoring/migration
 *
 * How a customer's class changes when scores do, without moving to and fro.
 */
import type { Issue } from "../ground/errors.ts";
import { CreditError, issue } from "../ground/errors.ts";
import type { Absent, Figure } from "../ground/figure.ts";
import { absent, figure, present } from "../ground/figure.ts";
import type { Fraction } from "../ground/fraction.ts";
import { greatest, least, ZERO } from "../ground/fraction.ts";
import type { Terms } from "../ground/input.ts";
import { lazily, read } from "../ground/input.ts";
import { list, numeric, object, text, wholeNumber, withDefault } from "../ground/input-atoms.ts";
import type { Numeric } from "../ground/numeric.ts";
import type { List } from "../ground/rows.ts";
import type { GradeBand, ReadBand } from "./grade.ts";
import { ascendingBands, bandIssues, gradeBandsSchema } from "./grade.ts";
import { repeatsOf } from "./repeats.ts";

/** What {@link classMigration} needs. */
export interface ClassMigrationInput {
  /** The class that the customer has now: one of the bands' grades. */
  readonly current: string;
  /** Its scores, the newest last. At most 1,000. */
  readonly scores: List<Numeric>;
  /** The bands of the classes, in any order; each grade once. */
  readonly bands: List<GradeBand>;
  /** How far beyond the bound of a better class a score must reach; 0 unless stated. */
  readonly upMargin?: Numeric;
  /** How far below the bound of its own class a score may fall; 0 unless stated. */
  readonly downMargin?: Numeric;
  /** How many scores in a row must reach a better class; 1 unless stated. */
  readonly upAfter?: number;
  /** How many scores in a row must have left the class; 1 unless stated. */
  readonly downAfter?: number;
}

/** The class after the newest score. */
export interface ClassMigration {
  /** The newest score, with the class that the customer now has. */
  readonly newClass: Figure<"scoring/class-migration"> & {
    /** The class. */
    readonly grade: string;
  };
  /** Whether that is a better class, a worse one, or the same. */
  readonly move: "up" | "down" | "none";
}

/** The schema of {@link ClassMigrationInput}. */
export const classMigrationSchema = lazily(() =>
  object({
    current: text(),
    scores: list(numeric("any"), { atLeast: 1, atMost: 1_000 }),
    bands: gradeBandsSchema(),
    upMargin: withDefault(numeric("any", { atLeast: ZERO }), 0),
    downMargin: withDefault(numeric("any", { atLeast: ZERO }), 0),
    upAfter: withDefault(wholeNumber(1, 1_000), 1),
    downAfter: withDefault(wholeNumber(1, 1_000), 1),
  }),
);

type MigrationTerms = Terms<ReturnType<typeof classMigrationSchema>>;

/**
 * The class of a customer after a new score (客户等级动态升降): up where scores reach a better class by a
 * margin, down where they have left their own by a margin, else as it was.
 *
 * Use it at each review of a customer who has a class. {@link gradeFor} alone would move a customer
 * with scores of 79, 81 and 79 down and up and down again; margins (hysteresis), and a number of
 * scores in a row, keep it where it is.
 *
 * @formula up to the best class with minScore + upMargin ≤ the least of the last `upAfter` scores;
 *   down to the best class with minScore − downMargin ≤ the greatest of the last `downAfter`
 * @units any, the same for scores, bands and margins; higher is better
 *
 * @param input - The class now, the scores with the newest last, the bands and the margins. Where
 *   there are fewer scores than `upAfter` (`downAfter`) asks for, there is no move that way.
 * @returns The newest score with its class, and the move.
 *
 * @throws {@link CreditError} `invalid_input`: a class that no band has, a grade or a bound that is
 *   there twice.
 * @throws {@link CreditError} `not_defined`: the scores have left the lowest class.
 *
 * @source "3+1" deck, slide 53 (classes of customers with dynamic up- and downgrading); margins and
 *   repetition are ours: the slide prints no rule
 *
 * @example
 * ```ts
 * const rule = {
 *   bands: [
 *     { minScore: 80, grade: "A" },
 *     { minScore: 60, grade: "B" },
 *     { minScore: 0, grade: "C" },
 *   ],
 *   upMargin: 2,
 *   downMargin: 5,
 * };
 * const classOf = (current: string, score: number) =>
 *   classMigration({ ...rule, current, scores: [score] }).newClass.grade;
 * [classOf("B", 81), classOf("B", 82)]; // => ["B", "A"]
 * [classOf("A", 76), classOf("A", 74)]; // => ["A", "B"]
 * ```
 */
export function classMigration(input: ClassMigrationInput): ClassMigration {
  const terms = read("classMigration", classMigrationSchema, input);
  const issues = migrationIssues(terms);
  if (issues.length > 0) throw new CreditError("invalid_input", "classMigration", issues);
  const newClass = present("classMigration", migrated(terms));
  const bounds = new Map(terms.bands.map(({ grade, minScore }) => [grade, minScore]));
  const change = (bounds.get(newClass.grade) ?? ZERO).compare(bounds.get(terms.current) ?? ZERO);
  return { newClass, move: change > 0 ? "up" : change < 0 ? "down" : "none" };
}

function migrationIssues({ current, bands }: MigrationTerms): Issue[] {
  const grades = bands.map(({ grade }) => grade);
  const repeated = repeatsOf(grades, (at) => `bands[${at}].grade`);
  const unknown = grades.includes(current)
    ? []
    : [issue("current", `must be a grade of the bands: ${grades.join(", ")}`, current)];
  return [...unknown, ...repeated, ...bandIssues(bands)];
}

type NewClass = ClassMigration["newClass"];

function migrated(terms: MigrationTerms): NewClass | Absent<"scoring/class-migration"> {
  const { current, scores, upMargin, downMargin, upAfter, downAfter } = terms;
  const bands = ascendingBands(terms.bands);
  const [lowest] = bands as readonly [ReadBand];
  const score = scores.at(-1) as Fraction;
  const upScores = scores.slice(-upAfter);
  const downScores = scores.slice(-downAfter);
  const canRise = upScores.length === upAfter;
  const canFall = downScores.length === downAfter;
  // What all of the last scores have reached is what the least of them has; and likewise below.
  const up = upScores.reduce(least);
  const down = downScores.reduce(greatest);
  const isReached = (bound: Fraction) => canRise && up.compare(bound.plus(upMargin)) >= 0;
  const isKept = (bound: Fraction) => !canFall || down.compare(bound.minus(downMargin)) >= 0;
  const rows = bands.map(({ minScore, grade }) => ({
    minScore,
    grade,
    reached: isReached(minScore) ? minScore : lowest.minScore,
    kept: isKept(minScore) ? minScore : lowest.minScore,
  }));
  const margins = { upMargin, downMargin };
  const recent = { upScores, downScores, canRise, canFall };
  const inputs = { current, score, ...margins, ...recent, bands: rows };
  const id = "scoring/class-migration";
  if (!isKept(lowest.minScore)) {
    return absent(id, "score", inputs, "not_defined", "the scores have left the lowest class");
  }
  const own = bands.find(({ grade }) => grade === current) ?? lowest;
  const reached = rows.map((row) => row.reached).reduce(greatest);
  const kept = rows.map((row) => row.kept).reduce(greatest);
  const bound = greatest(reached, least(own.minScore, kept));
  const { grade } = bands.find(({ minScore }) => minScore.equals(bound)) ?? lowest;
  return figure<NewClass>(id, score, "score", inputs, { label: { grade } });
}
