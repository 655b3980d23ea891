/** Arquero: a table of typed arrays, expressions that it compiles itself. */
import type { Columns } from "../data.ts";
import { peer } from "./peer.ts";

interface Row {
  readonly customer: number;
  readonly due: number;
  readonly cents: number;
}

interface Table {
  params(values: Record<string, number>): Table;
  derive(columns: Record<string, (row: Row, params: { readonly asOf: number }) => number>): Table;
  groupby(...names: string[]): Table;
  rollup(columns: Record<string, (row: Row) => number>): Table;
  array(name: string): ArrayLike<number>;
}

interface Arquero {
  table(columns: Record<string, Int32Array | Float64Array>): Table;
  readonly op: { sum(value: number): number };
}

/** Asks for cents by customer and class; undefined where Arquero is not installed. */
export function agingByArquero(columns: Columns, asOfDay: number, classes: number) {
  const arquero = peer<Arquero>("arquero");
  if (!arquero) return undefined;
  const table = arquero.table({
    customer: columns.customer,
    due: columns.dueDay,
    cents: columns.cents,
  });
  // Arquero reads the text of these functions and knows `op` in it.
  const { op } = arquero;
  return () => {
    const answer = table
      .params({ asOf: asOfDay })
      .derive({
        bucket: (row, $) =>
          $.asOf <= row.due
            ? 0
            : $.asOf - row.due <= 30
              ? 1
              : $.asOf - row.due <= 60
                ? 2
                : $.asOf - row.due <= 90
                  ? 3
                  : 4,
      })
      .groupby("customer", "bucket")
      .rollup({ total: (row) => op.sum(row.cents) });
    const cells = new Float64Array(columns.customers * classes);
    const customer = answer.array("customer");
    const bucket = answer.array("bucket");
    const total = answer.array("total");
    for (let row = 0; row < total.length; row += 1) {
      const cell = (customer[row] as number) * classes + (bucket[row] as number);
      cells[cell] = total[row] as number;
    }
    return cells;
  };
}
