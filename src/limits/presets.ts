/**
 * @module limits/presets
 *
 * Tables that the sources print: shares of working worth by evaluation value.
 */
import type { WorkingAssetsBand } from "./working-assets.ts";

/**
 * Shares of working worth by evaluation value (营运资产分析模型), as two Chinese pages print them. They
 * print closed ranges of two places (-4.59 to -3.9); here a band ends where the next one begins,
 * its upper end included, so that no value lies between two of them. The percentages are made to be
 * replaced by those of your own trade.
 */
export const workingAssetsBands: readonly WorkingAssetsBand[] = /* @__PURE__ */ Object.freeze([
  { share: "0", zone: "high" },
  { above: "-4.6", share: "0.025", zone: "high" },
  { above: "-3.9", share: "0.05", zone: "high" },
  { above: "-3.2", share: "0.075", zone: "elevated" },
  { above: "-2.5", share: "0.1", zone: "elevated" },
  { above: "-1.8", share: "0.125", zone: "elevated" },
  { above: "-1.1", share: "0.15", zone: "limited" },
  { above: "-0.4", share: "0.175", zone: "limited" },
  { above: "0.3", share: "0.2", zone: "limited" },
  { above: "1", share: "0.25", zone: "low" },
]);
