/**
 * @module aging/presets
 *
 * Loss rates by year band that sources print or that are usual: starting points, and no substitute
 * for the losses a firm has seen.
 */
import type { EdgePreset } from "../ledger/edge-presets.ts";

/** Loss rates by class, to be used with the edges named. */
export interface ProvisionPreset {
  /** The classes, as `edges` of an aging table on the document-date basis. */
  readonly edges: EdgePreset;
  /** One loss rate a class, youngest first. */
  readonly lossRates: readonly string[];
  /** Who says so. */
  readonly source: string;
}

/** The names of the presets. */
export type ProvisionPresetName = "collection-texts" | "cn-years-convention";

/** Loss rates by year band. */
export const PROVISION_PRESETS: Readonly<Record<ProvisionPresetName, ProvisionPreset>> = {
  "collection-texts": {
    edges: "collection-texts",
    lossRates: ["0.20", "0.80"],
    source:
      "the collection texts: of debts up to 2 years 80 % can be collected, of older ones 20 %;" +
      " they do not say where a debt of exactly 2 years belongs, here it is with the younger",
  },
  "cn-years-convention": {
    edges: "cn-years-5",
    lossRates: ["0.05", "0.10", "0.30", "0.50", "0.80", "1"],
    source:
      "convention of many Chinese annual reports, without a source of ours; no standard sets rates",
  },
};
