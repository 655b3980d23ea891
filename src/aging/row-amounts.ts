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
  readonly unallocated: bigint;
  readonly gross: bigint;
  readonly credits: bigint;
  readonly overdue: bigint;
  readonly disputed: bigint;
  /** How many there are: a pass over the ledger, which only those who read them pay for. */
  readonly counts: () => RowCounts;
}

/** How many units are behind one row's amounts. */
export interface RowCounts {
  readonly buckets: readonly number[];
  readonly credits: number;
  readonly overdue: number;
}

/** The row of one group. */
export function groupAmounts(planes: GroupPlanes, group: number, policy: CreditPolicy): RowAmounts {
  const { stride } = planes;
  const cells = Array.from({ length: stride }, (_, bucket) => group * stride + bucket);
  const charges = cells.map((cell) => amountAt(planes.charges, cell));
  const credits = cells.map((cell) => amountAt(planes.credits, cell));
  const { buckets, unallocated } = allocate(policy, charges, credits, planes.current);
  return {
    buckets,
    unallocated,
    gross: sum(charges),
    credits: sum(credits),
    overdue: amountAt(planes.overdue, group),
    disputed: sum(cells.map((cell) => amountAt(planes.disputed, cell))),
    counts: () => {
      const { count, creditCount, overdueCount } = planes.counts();
      return {
        buckets: cells.map((cell) => count[cell] as number),
        credits: creditCount[group] as number,
        overdue: overdueCount[group] as number,
      };
    },
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
  return {
    ...shown,
    gross: sum(charges),
    credits: sum(credits),
    overdue: columnSums(planes.overdue, 1)[0] as bigint,
    disputed: sum(columnSums(planes.disputed, stride)),
    counts: () => {
      const { count, creditCount, overdueCount } = planes.counts();
      return {
        buckets: columnSums(count, stride).map(Number),
        credits: Number(columnSums(creditCount, 1)[0]),
        overdue: Number(columnSums(overdueCount, 1)[0]),
      };
    },
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
  const over = (pick: (row: RowAmounts) => bigint) => sum(rows.map(pick));
  return {
    buckets: byBucket(rows, (row) => row.buckets).map(sum),
    unallocated: over((row) => row.unallocated),
    gross: over((row) => row.gross),
    credits: over((row) => row.credits),
    overdue: over((row) => row.overdue),
    disputed: over((row) => row.disputed),
    counts: () => {
      const counts = rows.map((row) => row.counts());
      return {
        buckets: byBucket(counts, (row) => row.buckets).map(total),
        credits: total(counts.map((row) => row.credits)),
        overdue: total(counts.map((row) => row.overdue)),
      };
    },
  };
}

/** The values of each bucket, row by row. */
function byBucket<R, T>(rows: readonly R[], pick: (row: R) => readonly T[]): T[][] {
  const [first] = rows as [R];
  return pick(first).map((_, bucket) => rows.map((row) => pick(row)[bucket] as T));
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
