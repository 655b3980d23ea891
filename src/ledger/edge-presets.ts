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

/** Edges of aging classes by name; give the name as `edges`. */
export const EDGE_PRESETS: Readonly<Record<EdgePreset, EdgePresetRecord>> = {
  "days-30": { edges: [30, 60, 90], source: "usual; the bands of the flow guide" },
  "cn-years": {
    edges: [{ years: 1 }, { years: 2 }, { years: 3 }],
    source: "usual in Chinese annual reports: within 1 year, 1–2, 2–3, over 3 years",
  },
  "cn-years-5": {
    edges: [{ years: 1 }, { years: 2 }, { years: 3 }, { years: 4 }, { years: 5 }],
    source: "the same with what is over 3 years in three",
  },
  "deck-reminders": {
    edges: [7, 15, 30, 60, 90],
    source: '"3+1" deck, slide 99: the days of its letters, as classes',
  },
  "collection-guide": {
    edges: [15, 30, 60, 90],
    source: "the collection guide: the days of its steps, as classes",
  },
  "collection-texts": {
    edges: [{ years: 2 }],
    source: "the collection texts: up to 2 years, and over",
  },
};
