/**
 * @module aging/table-columns
 *
 * The rows of an aging table as typed columns, for charts and data frames.
 */
import type { Column } from "../ground/rows.ts";
import { isWide } from "../ledger/columns.ts";
import type { GroupPlanes } from "./group-planes.ts";
import type { CreditPolicy } from "./policies.ts";
import { groupAmounts } from "./row-amounts.ts";
import type { SumsData } from "./sums.ts";

const MONEY = ["credits", "unallocated", "gross", "overdue", "disputed", "net", "current"] as const;

/** One row in minor units, as doubles: exact, or the nearest to what no double holds. */
type ColumnRow = Readonly<Record<(typeof MONEY)[number], number>> & {
  readonly buckets: ArrayLike<number>;
  readonly counts: ArrayLike<number>;
  readonly overdueCount: number;
};

/** Measures by name (`1-30`, `gross`, `overdueCount`, …); money in whole minor units. */
export function agingColumns(
  data: SumsData,
  policy: CreditPolicy,
  groups: readonly number[],
): Readonly<Record<string, Column>> {
  const planes = data.byParty;
  const rows = groups.map((group) => {
    const plain = policy === "separate" ? separateRow(planes, group) : undefined;
    return plain ?? rowUnderPolicy(planes, group, policy);
  });
  const valid = new Uint8Array(rows.length).fill(1);
  const column = (unit: string, pick: (row: ColumnRow) => number): Column => ({
    values: Float64Array.from(rows, pick),
    valid: valid.slice(),
    unit,
  });
  const columns: [string, Column][] = [];
  data.buckets.forEach(({ label }, index) => {
    columns.push([label, column("money", (row) => row.buckets[index] as number)]);
    columns.push([`${label}.count`, column("count", (row) => row.counts[index] as number)]);
  });
  for (const measure of MONEY) columns.push([measure, column("money", (row) => row[measure])]);
  columns.push(["overdueCount", column("count", (row) => row.overdueCount)]);
  return Object.fromEntries(columns);
}

function rowUnderPolicy(planes: GroupPlanes, group: number, policy: CreditPolicy): ColumnRow {
  const row = groupAmounts(planes, group, policy);
  const { gross, credits, unallocated, overdue, disputed } = row;
  return {
    buckets: row.buckets.map(Number),
    counts: row.counts,
    credits: Number(credits),
    unallocated: Number(unallocated),
    gross: Number(gross),
    overdue: Number(overdue),
    disputed: Number(disputed),
    net: Number(gross - credits),
    current: Number(gross - overdue),
    overdueCount: row.overdueCount,
  };
}

/**
 * The row where credits stay apart: read off the planes. Undefined where doubles do not hold its
 * amounts or their sums.
 */
function separateRow(planes: GroupPlanes, group: number): ColumnRow | undefined {
  const { charges, credits, disputed, overdue, stride } = planes;
  if (isWide(charges) || isWide(credits) || isWide(disputed) || isWide(overdue)) return undefined;
  const [from, to] = [group * stride, (group + 1) * stride];
  const gross = sumOf(charges, from, to);
  const credit = sumOf(credits, from, to);
  const disputes = sumOf(disputed, from, to);
  if (!Number.isSafeInteger(gross + credit)) return undefined;
  const late = overdue[group] as number;
  return {
    buckets: charges.subarray(from, to),
    counts: planes.count.subarray(from, to),
    credits: credit,
    unallocated: credit,
    gross,
    overdue: late,
    disputed: disputes,
    net: gross - credit,
    current: gross - late,
    overdueCount: planes.overdueCount[group] as number,
  };
}

function sumOf(plane: Float64Array, from: number, to: number): number {
  let sum = 0;
  for (let cell = from; cell < to; cell += 1) sum += plane[cell] as number;
  return sum;
}
