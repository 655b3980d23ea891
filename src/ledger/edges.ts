/**
 * @module ledger/edges
 *
 * Edges of aging classes as a caller writes them, for schemas.
 */
import type { Schema } from "../ground/input.ts";
import { atom, list, wholeNumber } from "../ground/input-atoms.ts";
import type { List } from "../ground/rows.ts";
import type { AgingEdge, EdgePreset } from "./edge-presets.ts";
import type { EdgeTerms } from "./edge-terms.ts";
import { edgeTerms, MAX_DAYS, MAX_EDGES } from "./edge-terms.ts";

/** The upper ends of all classes but the last, ascending, all in days or all by the calendar. */
export type AgingEdges = EdgePreset | List<AgingEdge>;

/** Edges: a preset's name, or a list of days, `{ months }`, `{ years }`. */
export const agingEdges = (): Schema<EdgeTerms, AgingEdges> =>
  atom<EdgeTerms, AgingEdges>(edgeTerms);

/** Days before the due date: whole, at most as many as other edges. */
export const notDueEdges = (): Schema<number[], List<number>> =>
  list(wholeNumber(0, MAX_DAYS), { atMost: MAX_EDGES });
