/**
 * @module aging/table-columns
 *
 * The rows of an aging table as typed columns, for charts and data frames: each measure read off
 * the planes, those asked for alone.
 */
import type { Column } from "../ground/rows.ts";
import { isWide } from "../ledger/columns.ts";
import type { GroupPlanes } from "./group-planes.ts";
import type { CreditPolicy } from "./policies.ts";
import type { RowAmounts } from "./row-amounts.ts";
import { groupAmounts } from "./row-amounts.ts";
import type { SumsData } from "./sums.ts";

/** The values of one measure, row by row. */
type Measure = () => Float64Array;

/** Measures by name (`1-30`, `gross`, `overdueCount`, …); money in whole minor units. */
export function agingColumns(
  data: SumsData,
  policy: CreditPolicy,
  groups: Int32Array,
  names: readonly string[] | undefined,
): Readonly<Record<string, Column>> {
  const narrow = policy === "separate" ? narrowPlanes(data.byParty) : undefined;
  const source = narrow
    ? separateSource(narrow, groups)
    : allocatedSource(data.byParty, policy, groups);
  const columns: [string, Column][] = [];
  for (const [name, unit, measure] of measuresOf(data, source)) {
    if (names && !names.includes(name)) continue;
    const valid = new Uint8Array(groups.length).fill(1);
    columns.push([name, { values: measure(), valid, unit }]);
  }
  return Object.fromEntries(columns);
}

const MONEY = ["credits", "unallocated", "gross", "overdue", "disputed", "net", "current"] as const;

/** Where the values of each measure come from. */
type Source = Readonly<Record<(typeof MONEY)[number] | "overdueCount", Measure>> & {
  readonly bucket: (index: number) => Float64Array;
  readonly count: (index: number) => Float64Array;
};

/** All measures, in the order of a table. */
function measuresOf(data: SumsData, source: Source): [string, "money" | "count", Measure][] {
  return [
    ...data.buckets.flatMap(({ label }, index): [string, "money" | "count", Measure][] => [
      [label, "money", () => source.bucket(index)],
      [`${label}.count`, "count", () => source.count(index)],
    ]),
    ...MONEY.map((name): [string, "money", Measure] => [name, "money", source[name]]),
    ["overdueCount", "count", source.overdueCount],
  ];
}

type NarrowPlanes = GroupPlanes &
  Readonly<Record<"charges" | "credits" | "disputed" | "overdue", Float64Array>>;

/** The planes where all are doubles: so are their sums. */
function narrowPlanes(planes: GroupPlanes): NarrowPlanes | undefined {
  const { charges, credits, disputed, overdue } = planes;
  if (isWide(charges) || isWide(credits) || isWide(disputed) || isWide(overdue)) return undefined;
  return { ...planes, charges, credits, disputed, overdue };
}

/** Where credits stay apart a class is a column of the plane. */
function separateSource(planes: NarrowPlanes, groups: Int32Array): Source {
  const { stride, charges, credits, disputed, overdue, counts } = planes;
  const gross = () => groupSums(charges, stride, groups);
  const creditsOf = () => groupSums(credits, stride, groups);
  return {
    bucket: (index) => strided(charges, stride, index, groups),
    count: (index) => strided(counts().count, stride, index, groups),
    credits: creditsOf,
    unallocated: creditsOf,
    gross,
    overdue: () => strided(overdue, 1, 0, groups),
    disputed: () => groupSums(disputed, stride, groups),
    net: () => differences(gross(), creditsOf()),
    current: () => differences(gross(), strided(overdue, 1, 0, groups)),
    overdueCount: () => strided(counts().overdueCount, 1, 0, groups),
  };
}

function strided(plane: Float64Array, stride: number, index: number, groups: Int32Array) {
  const values = new Float64Array(groups.length);
  for (let row = 0; row < groups.length; row += 1) {
    values[row] = plane[(groups[row] as number) * stride + index] as number;
  }
  return values;
}

function groupSums(plane: Float64Array, stride: number, groups: Int32Array): Float64Array {
  const sums = new Float64Array(groups.length);
  for (let row = 0; row < groups.length; row += 1) {
    const from = (groups[row] as number) * stride;
    let sum = 0;
    for (let cell = from; cell < from + stride; cell += 1) sum += plane[cell] as number;
    sums[row] = sum;
  }
  return sums;
}

/** Puts the differences in the place of the first column. */
function differences(whole: Float64Array, part: Float64Array): Float64Array {
  for (let row = 0; row < whole.length; row += 1) {
    whole[row] = (whole[row] as number) - (part[row] as number);
  }
  return whole;
}

/** Under any other policy, or where amounts are bigints: row by row, exactly. */
function allocatedSource(planes: GroupPlanes, policy: CreditPolicy, groups: Int32Array): Source {
  const rows = Array.from(groups, (group) => groupAmounts(planes, group, policy));
  const column = (pick: (row: RowAmounts) => number | bigint) => () =>
    Float64Array.from(rows, (row) => Number(pick(row)));
  return {
    bucket: (index) => column((row) => row.buckets[index] as bigint)(),
    count: (index) => column((row) => row.counts().buckets[index] as number)(),
    credits: column((row) => row.credits),
    unallocated: column((row) => row.unallocated),
    gross: column((row) => row.gross),
    overdue: column((row) => row.overdue),
    disputed: column((row) => row.disputed),
    net: column((row) => row.gross - row.credits),
    current: column((row) => row.gross - row.overdue),
    overdueCount: column((row) => row.counts().overdue),
  };
}
