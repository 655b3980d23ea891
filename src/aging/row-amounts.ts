/**
 * @module aging/row-amounts
 *
 * The numbers of one row in minor units: one group under a policy, or many added up after each had
 * its policy applied.
 */
import { amountAt } from "../ledger/columns.ts";
import type { GroupPlanes } from "./group-planes.ts";
import { columnSums } from "./group-planes.ts";
import type { CreditPolicy } from "./policies.ts";
import { allocate } from "./policies.ts";

/** One row's numbers. */
export interface RowAmounts {
  readonly buckets: readonly bigint[];
  readonly counts: readonly number[];
  readonly unallocated: bigint;
  readonly gross: bigint;
  readonly credits: bigint;
  readonly creditCount: number;
  readonly overdue: bigint;
  readonly overdueCount: number;
  readonly disputed: bigint;
}

/** The row of one group. */
export function groupAmounts(planes: GroupPlanes, group: number, policy: CreditPolicy): RowAmounts {
  const { stride } = planes;
  const cells = Array.from({ length: stride }, (_, bucket) => group * stride + bucket);
  const charges = cells.map((cell) => amountAt(planes.charges, cell));
  const credits = cells.map((cell) => amountAt(planes.credits, cell));
  const { buckets, unallocated } = allocate(policy, charges, credits, planes.current);
  const { count, creditCount, overdueCount } = planes.counts();
  return {
    buckets,
    unallocated,
    counts: cells.map((cell) => count[cell] as number),
    gross: sum(charges),
    credits: sum(credits),
    creditCount: creditCount[group] as number,
    overdue: amountAt(planes.overdue, group),
    overdueCount: overdueCount[group] as number,
    disputed: sum(cells.map((cell) => amountAt(planes.disputed, cell))),
  };
}

/** The row of all groups together. */
export function totalAmounts(planes: GroupPlanes, policy: CreditPolicy): RowAmounts {
  const { stride } = planes;
  const charges = columnSums(planes.charges, stride);
  const credits = columnSums(planes.credits, stride);
  const shown =
    policy === "oldest-first" || policy === "newest-first"
      ? allocatedSums(planes, policy)
      : // Linear in the groups: the view of the sum is the sum of the views.
        allocate(policy, charges, credits, planes.current);
  const { count, creditCount, overdueCount } = planes.counts();
  return {
    ...shown,
    counts: columnSums(count, stride).map(Number),
    gross: sum(charges),
    credits: sum(credits),
    creditCount: Number(columnSums(creditCount, 1)[0]),
    overdue: columnSums(planes.overdue, 1)[0] as bigint,
    overdueCount: Number(columnSums(overdueCount, 1)[0]),
    disputed: sum(columnSums(planes.disputed, stride)),
  };
}

/** Buckets and remainder summed over groups, each allocated on its own. */
function allocatedSums(planes: GroupPlanes, policy: CreditPolicy) {
  const buckets = new Array<bigint>(planes.stride).fill(0n);
  let unallocated = 0n;
  for (let group = 0; group < planes.keys.length; group += 1) {
    const row = groupAmounts(planes, group, policy);
    row.buckets.forEach((amount, bucket) => {
      buckets[bucket] = (buckets[bucket] as bigint) + amount;
    });
    unallocated += row.unallocated;
  }
  return { buckets, unallocated };
}

/** Rows added up: how rows by party × value become rows by value. */
export function addRows(rows: readonly RowAmounts[]): RowAmounts {
  const [first] = rows as [RowAmounts];
  const over = <T>(pick: (row: RowAmounts) => T) => rows.map(pick);
  const perBucket = <T>(pick: (row: RowAmounts) => readonly T[], add: (values: T[]) => T) =>
    first.buckets.map((_, bucket) => add(rows.map((row) => pick(row)[bucket] as T)));
  return {
    buckets: perBucket((row) => row.buckets, sum),
    counts: perBucket((row) => row.counts, total),
    unallocated: sum(over((row) => row.unallocated)),
    gross: sum(over((row) => row.gross)),
    credits: sum(over((row) => row.credits)),
    creditCount: total(over((row) => row.creditCount)),
    overdue: sum(over((row) => row.overdue)),
    overdueCount: total(over((row) => row.overdueCount)),
    disputed: sum(over((row) => row.disputed)),
  };
}

function sum(amounts: readonly bigint[]): bigint {
  let all = 0n;
  for (const amount of amounts) all += amount;
  return all;
}

function total(counts: readonly number[]): number {
  let all = 0;
  for (const count of counts) all += count;
  return all;
}
