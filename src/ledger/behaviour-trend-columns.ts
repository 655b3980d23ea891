/**
 * @module ledger/behaviour-trend-columns
 *
 * The measures of every customer at every month end as typed columns.
 */
import type { Column } from "../ground/rows.ts";
import { behaviourColumns, columnOf, measureNames } from "./behaviour-columns.ts";
import { behaviourGrid } from "./behaviour-grid.ts";
import { TREND_MEASURES } from "./behaviour-trend-measures.ts";
import type { BehaviourTrendView } from "./behaviour-trend-view.ts";
import { BehaviourView } from "./behaviour-view.ts";

type Columns = Readonly<Record<string, Column>>;

/** Measures of a {@link PaymentBehaviourAt} row by their names: those asked, or all. */
export function trendColumns(view: BehaviourTrendView, names?: readonly string[]): Columns {
  const asked = measureNames(names);
  const together = columnsTogether(view, asked);
  const left = asked.filter((name) => !together.has(name));
  const apart = left.length === 0 ? {} : columnsEndByEnd(view, left);
  return Object.fromEntries(
    asked.map((name) => [name, (together.get(name) ?? apart[name]) as Column]),
  );
}

/** Those that a grid has, of all month ends from the same passes over the ledger. */
function columnsTogether(view: BehaviourTrendView, names: readonly string[]): Map<string, Column> {
  const columns = new Map<string, Column>();
  const grid = behaviourGrid(view.data, view.rows.ends);
  if (!grid) return columns;
  const places = grid.places(view.rows.parties);
  for (const name of names) {
    const measure = TREND_MEASURES[name]?.(grid);
    if (measure) columns.set(name, columnOf(places, measure));
  }
  return columns;
}

/**
 * Those of each month end by itself, one behind the other: as many passes as there are ends. A view
 * is dropped as soon as it is read: it holds every move of its window.
 */
function columnsEndByEnd({ data, rows }: BehaviourTrendView, names: string[]): Columns {
  const { ends, parties } = rows;
  const ofEnds = ends.map((end) => behaviourColumns(new BehaviourView(data, end), names, parties));
  return Object.fromEntries(
    names.map((name) => [name, joined(ofEnds.map((columns) => columns[name] as Column))]),
  );
}

function joined(columns: readonly Column[]): Column {
  const { values, unit } = columns[0] as Column;
  const rows = values.length;
  const all = {
    values: new Float64Array(rows * columns.length),
    valid: new Uint8Array(rows * columns.length),
    unit,
  };
  columns.forEach((column, place) => {
    all.values.set(column.values, place * rows);
    all.valid.set(column.valid, place * rows);
  });
  if (columns.every(({ reasons }) => !reasons)) return all;
  const none = new Array<string | null>(rows).fill(null);
  return { ...all, reasons: columns.flatMap(({ reasons }) => reasons ?? none) };
}
