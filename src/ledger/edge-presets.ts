/**
 * @module ledger/edge-presets
 *
 * Edges of aging classes by name: what a source prints, or what is usual.
 */
/** The upper end of a class: whole days, or whole calendar months or years. */
export type AgingEdge =
  | number
  | {
      /** Whole calendar months from the item's own date. */
      readonly months: number;
    }
  | {
      /** Whole calendar years from the item's own date. */
      readonly years: number;
    };

/** Edges and where they are from. */
export interface EdgePresetRecord {
  /** The upper ends of all classes but the last. */
  readonly edges: readonly AgingEdge[];
  /** Where they are from. */
  readonly source: string;
}

/** The names of the presets. */
export type EdgePreset =
  | "days-30"
  | "cn-years"
  | "cn-years-5"
  | "deck-reminders"
  | "collection-guide"
  | "collection-texts";

/** Edges by the name of their preset: what tables are made with. */
export const PRESET_EDGES: Readonly<Record<EdgePreset, readonly AgingEdge[]>> = {
  "days-30": [30, 60, 90],
  "cn-years": [{ years: 1 }, { years: 2 }, { years: 3 }],
  "cn-years-5": [{ years: 1 }, { years: 2 }, { years: 3 }, { years: 4 }, { years: 5 }],
  "deck-reminders": [7, 15, 30, 60, 90],
  "collection-guide": [15, 30, 60, 90],
  "collection-texts": [{ years: 2 }],
};

/** Edges of a preset, and where they are from. */
function preset(name: EdgePreset, source: string): EdgePresetRecord {
  return { edges: PRESET_EDGES[name], source };
}

/** Edges of aging classes by name; give the name as `edges`. */
export const EDGE_PRESETS: Readonly<Record<EdgePreset, EdgePresetRecord>> = {
  "days-30": /* @__PURE__ */ preset("days-30", "usual; the bands of the flow guide"),
  "cn-years": /* @__PURE__ */ preset(
    "cn-years",
    "usual in Chinese annual reports: within 1 year, 1–2, 2–3, over 3 years",
  ),
  "cn-years-5": /* @__PURE__ */ preset("cn-years-5", "the same with what is over 3 years in three"),
  "deck-reminders": /* @__PURE__ */ preset(
    "deck-reminders",
    '"3+1" deck, slide 99: the days of its letters, as classes',
  ),
  "collection-guide": /* @__PURE__ */ preset(
    "collection-guide",
    "the collection guide: the days of its steps, as classes",
  ),
  "collection-texts": /* @__PURE__ */ preset(
    "collection-texts",
    "the collection texts: up to 2 years, and over",
  ),
};
