/**
 * @module scoring/features
 *
 * The 18 features of the characteristics analysis model, in its three groups.
 */

/** The three groups of features. */
export type CharacteristicsGroup = "customer" | "priority" | "credit";

/** One of the 18 features. */
export type CharacteristicsFeature =
  | "surface-impression"
  | "organisation-and-management"
  | "product-and-market"
  | "market-competitiveness"
  | "operating-status"
  | "development-prospect"
  | "transaction-margin"
  | "product-requirements"
  | "market-attractiveness"
  | "competitiveness-effect"
  | "guarantee-conditions"
  | "substitutability"
  | "payment-record"
  | "bank-credit"
  | "profitability"
  | "balance-sheet"
  | "solvency"
  | "total-capital";

/** A feature with its group and its names. */
export interface CharacteristicsFeatureRow {
  /** What {@link characteristicsScore} calls it. */
  readonly feature: CharacteristicsFeature;
  /** Its group: the customer itself, its worth to the seller, credit and finances. */
  readonly group: CharacteristicsGroup;
  /** Its Chinese name. */
  readonly zh: string;
}

const FEATURES: readonly CharacteristicsFeatureRow[] = [
  { feature: "surface-impression", group: "customer", zh: "表面印象" },
  { feature: "organisation-and-management", group: "customer", zh: "组织管理" },
  { feature: "product-and-market", group: "customer", zh: "产品与市场" },
  { feature: "market-competitiveness", group: "customer", zh: "市场竞争性" },
  { feature: "operating-status", group: "customer", zh: "经营状况" },
  { feature: "development-prospect", group: "customer", zh: "发展前景" },
  { feature: "transaction-margin", group: "priority", zh: "交易利润率" },
  { feature: "product-requirements", group: "priority", zh: "对产品的要求" },
  { feature: "market-attractiveness", group: "priority", zh: "对市场吸引力的影响" },
  { feature: "competitiveness-effect", group: "priority", zh: "对市场竞争力的影响" },
  { feature: "guarantee-conditions", group: "priority", zh: "担保条件" },
  { feature: "substitutability", group: "priority", zh: "可替代性" },
  { feature: "payment-record", group: "credit", zh: "付款记录" },
  { feature: "bank-credit", group: "credit", zh: "银行信用" },
  { feature: "profitability", group: "credit", zh: "获利能力" },
  { feature: "balance-sheet", group: "credit", zh: "资产负债表评估" },
  { feature: "solvency", group: "credit", zh: "偿债能力" },
  { feature: "total-capital", group: "credit", zh: "资本总额" },
];

/**
 * The 18 features of {@link characteristicsScore} (特征) in the usual order, without weights: no
 * standard ones were found in any source.
 */
export const characteristicsFeatures: readonly CharacteristicsFeatureRow[] = FEATURES;

/** The names alone, in that order. */
export const FEATURE_NAMES: readonly CharacteristicsFeature[] = /* @__PURE__ */ FEATURES.map(
  ({ feature }) => feature,
);

const GROUPS: ReadonlyMap<string, CharacteristicsGroup> = /* @__PURE__ */ new Map(
  /* @__PURE__ */ FEATURES.map(({ feature, group }) => [feature, group] as const),
);

/** The group of a feature. */
export function groupOf(feature: CharacteristicsFeature): CharacteristicsGroup {
  return GROUPS.get(feature) ?? "customer";
}
