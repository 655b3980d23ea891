/**
 * @module scoring/presets
 *
 * What sources print, and what is usual, as tables: each says whose it is.
 */
import type { GradeBand } from "./grade.ts";

/** Terms of a class of customers. */
export interface CustomerClassTerms {
  /** The class. */
  readonly grade: string;
  /** The longest term, in days. */
  readonly termDays: number;
  /** The longest term with special approval, in days; null where the source has none. */
  readonly specialTermDays: number | null;
  /** Who approves that; null where nobody can. */
  readonly specialApproval: "general-manager" | null;
}

/**
 * Terms by class of customer (客户分级账期): "3+1" deck, slide 94. The deck prints no scores for the
 * classes.
 */
export const customerClassTerms: readonly CustomerClassTerms[] = [
  { grade: "A", termDays: 60, specialTermDays: 90, specialApproval: "general-manager" },
  { grade: "B", termDays: 45, specialTermDays: null, specialApproval: null },
  { grade: "C", termDays: 30, specialTermDays: null, specialApproval: null },
];

/**
 * Bands for {@link characteristicsScore} (特征分析模型分级). Both are **conventional and unsourced**:
 * usual in Chinese credit texts, remembered, and found printed in none of the sources at hand. The
 * texts print whole numbers (0–20, 21–45, …); here each band reaches up to the next.
 */
export const characteristicsBands: Readonly<Record<"advice" | "grades", readonly GradeBand[]>> = {
  /** What to do: no credit or too little known, avoid, ordinary, larger limit. */
  advice: [
    { minScore: 66, grade: "good" },
    { minScore: 46, grade: "ordinary" },
    { minScore: 21, grade: "high-risk" },
    { minScore: 0, grade: "no-credit" },
  ],
  /** Grades CA1 (best) to CA6. */
  grades: [
    { minScore: 86, grade: "CA1" },
    { minScore: 61, grade: "CA2" },
    { minScore: 46, grade: "CA3" },
    { minScore: 31, grade: "CA4" },
    { minScore: 16, grade: "CA5" },
    { minScore: 0, grade: "CA6" },
  ],
};

/** Weights of the five Cs. */
export interface FiveCWeights {
  /** Of character. */
  readonly character: number;
  /** Of capacity. */
  readonly capacity: number;
  /** Of capital. */
  readonly capital: number;
  /** Of collateral. */
  readonly collateral: number;
  /** Of conditions. */
  readonly conditions: number;
}

/**
 * Weights for {@link fiveCScore} (5C 权重): an **example, ours**. No standard exists; set your own.
 */
export const fiveCWeights: Readonly<Record<"example", FiveCWeights>> = {
  example: { character: 30, capacity: 25, capital: 20, collateral: 15, conditions: 10 },
};

/**
 * Readings of an information value (信息值分级), for {@link gradeFor}: **conventional, from no source
 * at hand**. A bound belongs to the band above it.
 */
export const informationValueBands: readonly GradeBand[] = [
  { minScore: "0.5", grade: "suspicious" },
  { minScore: "0.3", grade: "strong" },
  { minScore: "0.1", grade: "medium" },
  { minScore: "0.02", grade: "weak" },
  { minScore: 0, grade: "none" },
];

/**
 * Readings of a population stability index (稳定性分级), for {@link gradeFor}: **conventional, from no
 * source at hand**. A bound belongs to the band above it.
 */
export const stabilityBands: readonly GradeBand[] = [
  { minScore: "0.25", grade: "shifted" },
  { minScore: "0.1", grade: "watch" },
  { minScore: 0, grade: "stable" },
];
