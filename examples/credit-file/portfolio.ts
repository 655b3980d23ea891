/** Many customers at once: scored, graded, and one budget of limits shared among them. */
import type { AllocationParty, Figure, GradeFor, LimitAllocation, Tabulated } from "trade-credit";
import {
  allocateLimits,
  gradeFor,
  isFigure,
  ratingLimit,
  salesForecastLimit,
  scorecard,
  tabulate,
} from "trade-credit";
import type { Applicant } from "./applicants.ts";
import * as policy from "./policy.ts";

/** A customer with its score, class and need. */
export interface Scored {
  readonly applicant: Applicant;
  readonly score: Figure;
  readonly grade: string;
  readonly need: Figure;
  /** What the budget is shared by: the need times the share of the class. */
  readonly weight: Figure;
}

/** What became of the customers. */
export interface Portfolio {
  readonly scored: readonly Scored[];
  /** Customers without a score, each with why. */
  readonly unscored: readonly { readonly id: string; readonly why: string }[];
  readonly shared: LimitAllocation;
}

export function portfolioOf(applicants: readonly Applicant[]): Portfolio {
  const byId = new Map(applicants.map((each) => [each.id, each]));
  const given = applicants.map(({ id, values }) => ({ id, values }));
  const cards = tabulate(scorecard, given, { id: "id", with: { card: policy.card } });
  const scores = figuresOf(cards, "score");
  const { bands, toleratedDelayDays, peak, shares } = policy.budget;
  const graded = [...scores].map(([id, score]) => ({ id, score }));
  const grades = figuresOf(tabulate(gradeFor, graded, { id: "id", with: { bands } }), "value");
  const wanted = [...grades].map(([id, grade]) => ({
    id,
    annualPurchases: byId.get(id)?.annualPurchases ?? 0,
    termDays: policy.termDaysOf((grade as GradeFor).grade),
  }));
  const options = { id: "id", with: { toleratedDelayDays, peak } } as const;
  const needs = figuresOf(tabulate(salesForecastLimit, wanted, options), "value");
  const rated = graded.map((each) => ({ ...each, base: needs.get(each.id) ?? 0 }));
  const weights = tabulate(ratingLimit, rated, { id: "id", with: { bands: shares } });
  const weightOf = figuresOf(weights, "value");
  const scored = applicants.flatMap((applicant): Scored[] => {
    const { id } = applicant;
    const [score, grade] = [scores.get(id), grades.get(id)];
    const [need, weight] = [needs.get(id), weightOf.get(id)];
    if (!score || !grade || !need || !weight) return [];
    return [{ applicant, score, grade: (grade as GradeFor).grade, need, weight }];
  });
  return { scored, unscored: withoutScore(cards), shared: sharedAmong(scored) };
}

/** One column of a table by the rows' names; rows without a figure are left out. */
function figuresOf({ rows }: Tabulated, column: string): Map<string, Figure> {
  const found = [...rows].flatMap((row): [string, Figure][] => {
    const cell = row[column];
    return isFigure(cell) ? [[row.id, cell]] : [];
  });
  return new Map(found);
}

function withoutScore({ rows }: Tabulated): Portfolio["unscored"] {
  return [...rows].flatMap(({ id, value, error }) => {
    if (error) return [{ id, why: error.message }];
    const isAbsent = typeof value === "object" && "reason" in value;
    return isAbsent ? [{ id, why: value.reason.message }] : [];
  });
}

/** Who pays in advance needs no limit; key customers keep a least one. */
function sharedAmong(scored: readonly Scored[]): LimitAllocation {
  const { amount, unit, groupCaps, maxShare, keyFloor } = policy.budget;
  const parties = scored.map(({ applicant, grade, need, weight }): AllocationParty => {
    const { id, group, isKey } = applicant;
    const hasCredit = policy.termDaysOf(grade) > 0;
    return {
      id,
      group,
      weight,
      cap: hasCredit ? need : 0,
      floor: hasCredit && isKey ? keyFloor : 0,
    };
  });
  return allocateLimits({ budget: amount, unit, groupCaps, maxShare, parties });
}
