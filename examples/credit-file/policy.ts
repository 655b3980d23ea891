/**
 * The house's rules, as data: weights, points, bounds of grades and what follows from them. They are
 * an invented firm's. There are no standard weights; change them here, and the file changes.
 */
import type { RatingBand, ScorecardAttribute, ScorecardDefinition } from "trade-credit";
import { customerClassTerms } from "trade-credit";

/** How the weights of the five Cs count; a share each. */
export const weights = {
  character: 30,
  capacity: 25,
  capital: 20,
  collateral: 15,
  conditions: 10,
} as const;

export const scale = { from: 0, to: 100 } as const;

export type FactName = "onTime" | "interestCover" | "quickRatio" | "debtRatio";

/** What a fact earns on the scale, by element. */
export const elements: Readonly<Record<FactName, readonly ScorecardAttribute[]>> = {
  onTime: [
    { missing: true, points: 40 },
    { to: "0.25", points: 40 },
    { from: "0.25", to: "0.5", points: 55 },
    { from: "0.5", to: "0.9", points: 75 },
    { from: "0.9", points: 95 },
  ],
  interestCover: [
    { missing: true, points: 30 },
    { to: "1.5", points: 20 },
    { from: "1.5", to: 3, points: 55 },
    { from: 3, to: 6, points: 75 },
    { from: 6, points: 95 },
  ],
  quickRatio: [
    { missing: true, points: 30 },
    { to: "0.6", points: 30 },
    { from: "0.6", to: 1, points: 60 },
    { from: 1, points: 90 },
  ],
  debtRatio: [
    { missing: true, points: 30 },
    { to: "0.5", points: 90 },
    { from: "0.5", to: "0.7", points: 65 },
    { from: "0.7", points: 25 },
  ],
};

/** Points for facts; a reason is what falls short of the baseline. */
export const card: ScorecardDefinition = {
  initialScore: 400,
  reasonMethod: "pointsBelow",
  characteristics: [
    {
      name: "daysLate",
      reasonCode: "PAYS_LATE",
      baseline: 60,
      attributes: [
        { missing: true, points: 25 },
        { to: 3, points: 60 },
        { from: 3, to: 10, points: 40 },
        { from: 10, to: 30, points: 20 },
        { from: 30, points: 0 },
      ],
    },
    {
      name: "daysLateTrend",
      reasonCode: "PAYS_LATER_THAN_BEFORE",
      baseline: 30,
      attributes: [
        { missing: true, points: 15 },
        { to: 2, points: 30 },
        { from: 2, to: 7, points: 15 },
        { from: 7, points: 0 },
      ],
    },
    {
      name: "solvency",
      reasonCode: "SOLVENCY_NOT_SAFE",
      baseline: 50,
      attributes: [
        { missing: true, points: 10 },
        { to: "1.23", points: 0 },
        { from: "1.23", to: "2.9", points: 30 },
        { from: "2.9", points: 50 },
      ],
    },
    {
      name: "interestCover",
      reasonCode: "INTEREST_WEIGHS",
      baseline: 40,
      attributes: [
        { missing: true, points: 15 },
        { to: "1.5", points: 0 },
        { from: "1.5", to: 3, points: 20 },
        { from: 3, points: 40 },
      ],
    },
    {
      name: "yearsTrading",
      reasonCode: "SHORT_HISTORY",
      baseline: 30,
      attributes: [
        { missing: true, points: 5 },
        { to: 3, points: 5 },
        { from: 3, to: 10, points: 20 },
        { from: 10, points: 30 },
      ],
    },
    {
      name: "bankReport",
      reasonCode: "BANK_REPORT",
      baseline: 30,
      attributes: [
        { missing: true, points: 10 },
        { values: ["good"], points: 30 },
        { values: ["satisfactory"], points: 25 },
        { values: ["poor"], points: 0 },
      ],
    },
    {
      name: "legalForm",
      reasonCode: "LEGAL_FORM",
      baseline: 20,
      attributes: [
        { values: ["corporation", "partnership"], points: 20 },
        { values: ["sole trader"], points: 12 },
      ],
    },
  ],
};

/** What the reasons say in words. */
export const reasonWords: Readonly<Record<string, string>> = {
  PAYS_LATE: "It pays after the due date.",
  PAYS_LATER_THAN_BEFORE: "It pays later than half a year ago.",
  SOLVENCY_NOT_SAFE: "The solvency score Z' is not in the safe zone.",
  INTEREST_WEIGHS: "Earnings cover the interest less than three times.",
  SHORT_HISTORY: "It has not traded for ten years.",
  BANK_REPORT: "The bank's report is less than good.",
  LEGAL_FORM: "Nobody but the owner is liable.",
};

/** Grades of the scorecard, and the share of tangible net worth that each may be lent. */
export const grades: readonly RatingBand[] = [
  { minScore: 640, grade: "1", share: "0.1" },
  { minScore: 590, grade: "2", share: "0.075" },
  { minScore: 540, grade: "3", share: "0.05" },
  { minScore: 480, grade: "4", share: "0.02" },
  { minScore: 0, grade: "5", share: 0 },
];

/** Classes of the five-C score: what a review does with the present limit. */
export const classes = {
  bands: [
    { minScore: 75, grade: "A", change: "0.25" },
    { minScore: 60, grade: "B", change: 0 },
    { minScore: 45, grade: "C", change: "-0.25" },
    { minScore: 0, grade: "D", change: -1 },
  ],
  /** A class is lost only this far below its bound, and won by two scores in a row. */
  downMargin: 5,
  upAfter: 2,
} as const;

/** Days of credit by class: 60, 45 and 30; D pays in advance. */
export function termDaysOf(grade: string): number {
  return customerClassTerms.find((terms) => terms.grade === grade)?.termDays ?? 0;
}

/** Limits. */
export const limits = {
  /** Of what all suppliers together may lend, the part that is ours. */
  supplierShare: "0.4",
  toleratedDelayDays: 15,
  peak: "0.2",
  /** Probability of default at each limit that might be granted. */
  levels: [
    { limit: 50_000, defaultProbability: "0.02" },
    { limit: 100_000, defaultProbability: "0.035" },
    { limit: 150_000, defaultProbability: "0.06" },
    { limit: 200_000, defaultProbability: "0.11" },
    { limit: 250_000, defaultProbability: "0.19" },
  ],
  margin: "0.09",
  lossGivenDefault: "0.7",
  annualRate: "0.08",
  mostForOne: 250_000,
  unit: 5000,
} as const;

/** The check of an order. */
export const orders = {
  watchRatio: "0.9",
  validDays: 7,
  rules: { maxOverdueDays: 30, maxOverdueShare: "0.4" },
} as const;

/** Months over which payments are looked at. */
export const behaviourMonths = 12;

/** One budget for all: classes by the card's score, and what each group gets at most. */
export const budget = {
  amount: 4_000_000,
  unit: 1000,
  maxShare: "0.01",
  groupCaps: { construction: 800_000, machinery: 2_500_000, export: 1_200_000 },
  /** What a key customer keeps at least. */
  keyFloor: 30_000,
  toleratedDelayDays: 15,
  peak: 0,
  bands: [
    { minScore: 600, grade: "A" },
    { minScore: 550, grade: "B" },
    { minScore: 500, grade: "C" },
    { minScore: 0, grade: "D" },
  ],
  /** The share of its need that a class counts with. */
  shares: [
    { minScore: 600, grade: "A", share: 1 },
    { minScore: 550, grade: "B", share: "0.7" },
    { minScore: 500, grade: "C", share: "0.4" },
    { minScore: 0, grade: "D", share: 0 },
  ],
} as const;
