/**
 * @module cost/presets
 *
 * Numbers to begin with where the sources draw a shape and print none.
 */

/** A slope of the shortage curve, and whose number it is. */
export interface ShortageSlope {
  /** What the deck calls the line. */
  readonly name: "L1" | "L2" | "L3";
  /** The market that it stands for. */
  readonly competition: "scarce" | "moderate" | "strong";
  /** Profit lost for every unit of receivables not held: the curve's slope, with its sign. */
  readonly slope: string;
  /** Whose number it is. */
  readonly source: "ours";
}

/**
 * Slopes of the shortage cost by competition (短缺成本): the deck draws three lines, L1 < L2 < L3,
 * without numbers. These are **ours**: what is lost where a unit of receivables carries three turns
 * of sales at a margin of 5 %, and a third, two thirds or all of these sales go elsewhere. Replace
 * them with your own.
 */
export const shortageSlopes: readonly ShortageSlope[] = /* @__PURE__ */ Object.freeze([
  { name: "L1", competition: "scarce", slope: "-0.05", source: "ours" },
  { name: "L2", competition: "moderate", slope: "-0.1", source: "ours" },
  { name: "L3", competition: "strong", slope: "-0.15", source: "ours" },
] as const);
