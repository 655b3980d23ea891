/**
 * @module limits/grades
 *
 * Grades by score as data: which grade a score has reached. The least score of a grade is in it.
 */
import type { Issue } from "../ground/errors.ts";
import { CreditError, issue } from "../ground/errors.ts";
import type { Fraction } from "../ground/fraction.ts";
import { Fraction as Exact, ZERO } from "../ground/fraction.ts";

/** A grade as read. */
interface Grade {
  readonly minScore: Fraction;
  readonly grade: string;
}

/** The grades as rows of a figure, ascending, and the one that the score has reached, if any. */
export interface Graded<G> {
  readonly rows: readonly (G & { readonly place: Fraction; readonly reached: Fraction })[];
  readonly found: G | undefined;
}

/** Finds the grade of a score; refuses two grades with one least score. */
export function gradedBy<G extends Grade>(
  fn: string,
  score: Fraction,
  given: readonly G[],
): Graded<G> {
  const bands = [...given].sort((a, b) => a.minScore.compare(b.minScore));
  const issues: Issue[] = [];
  bands.forEach(({ minScore }, index) => {
    const next = bands[index + 1];
    if (next?.minScore.equals(minScore)) {
      const path = `bands[${String(given.indexOf(next))}].minScore`;
      issues.push(issue(path, "must be another one than that of the other bands"));
    }
  });
  if (issues.length > 0) throw new CreditError("invalid_input", fn, issues);
  let found: G | undefined;
  const rows = bands.map((band, index) => {
    const place = Exact.whole(index + 1);
    const isReached = score.compare(band.minScore) >= 0;
    if (isReached) found = band;
    return { ...band, place, reached: isReached ? place : ZERO };
  });
  return { rows, found };
}
