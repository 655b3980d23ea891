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
  const grid = behaviourGrid(view.data, view.ends);
  if (!grid) return columns;
  const places = grid.places(view.parties);
  for (const name of names) {
    const measure = TREND_MEASURES[name]?.(grid);
    if (measure) columns.set(name, columnOf(places, measure));
  }
  return columns;
}

/**
 * Those of each month end by itself, put together: as many passes as there are ends. A view is
 * dropped as soon as it is read: it holds every move of its window.
 */
function columnsEndByEnd({ data, ends, parties }: BehaviourTrendView, names: string[]): Columns {
  const length = parties.length * ends.length;
  const grid = new Map<string, Column>();
  ends.forEach((end, place) => {
    const columns = behaviourColumns(new BehaviourView(data, end), names, parties);
    for (const [name, column] of Object.entries(columns)) {
      const known = grid.get(name) ?? emptyColumn(length, column.unit);
      grid.set(name, placed(known, column, place, ends.length));
    }
  });
  return Object.fromEntries(grid);
}

function emptyColumn(length: number, unit: string): Column {
  return { values: new Float64Array(length), valid: new Uint8Array(length), unit };
}

/** A grid with the column of one of its month ends. */
function placed(grid: Column, column: Column, place: number, ends: number): Column {
  const { values, valid, unit } = grid;
  const { length } = column.values;
  const reasons =
    grid.reasons ?? (column.reasons && new Array<string | null>(values.length).fill(null));
  for (let row = 0; row < length; row += 1) {
    const cell = row * ends + place;
    values[cell] = column.values[row] as number;
    valid[cell] = column.valid[row] as number;
    if (column.reasons) (reasons as (string | null)[])[cell] = column.reasons[row] ?? null;
  }
  return reasons ? { values, valid, unit, reasons } : grid;
}
