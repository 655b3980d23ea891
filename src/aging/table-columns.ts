/**
 * @module aging/table-columns
 *
 * The rows of an aging table as typed columns, for charts and data frames.
 */
import type { Column } from "../ground/rows.ts";
import type { CreditPolicy } from "./policies.ts";
import type { RowAmounts } from "./row-amounts.ts";
import { groupAmounts } from "./row-amounts.ts";
import type { SumsData } from "./sums.ts";

/** Measures by name (`1-30`, `gross`, `overdueCount`, …); money in whole minor units. */
export function agingColumns(
  data: SumsData,
  policy: CreditPolicy,
  groups: readonly number[],
): Readonly<Record<string, Column>> {
  const rows = groups.map((group) => groupAmounts(data.byParty, group, policy));
  const column = (unit: string, pick: (row: RowAmounts) => bigint | number): Column => ({
    values: Float64Array.from(rows, (row) => Number(pick(row))),
    valid: new Uint8Array(rows.length).fill(1),
    unit,
  });
  const columns: [string, Column][] = [];
  data.buckets.forEach(({ label }, index) => {
    columns.push([label, column("money", (row) => row.buckets[index] as bigint)]);
    columns.push([`${label}.count`, column("count", (row) => row.counts[index] as number)]);
  });
  for (const measure of ["credits", "unallocated", "gross", "overdue", "disputed"] as const) {
    columns.push([measure, column("money", (row) => row[measure])]);
  }
  columns.push(["net", column("money", (row) => row.gross - row.credits)]);
  columns.push(["current", column("money", (row) => row.gross - row.overdue)]);
  columns.push(["overdueCount", column("count", (row) => row.overdueCount)]);
  return Object.fromEntries(columns);
}
