/**
 * @module ledger/buckets
 *
 * Aging buckets: edges, labels, and which bucket a day falls in. The only owner of edges: a table
 * by day is built once a question, so that no loop compares edges row by row.
 */
import { CreditError } from "../ground/errors.ts";

/** One class of an aging table, in days; `from` null is "and before", `to` null "and after". */
export interface Bucket {
  /** `not due`, `1-30`, `91+`. */
  readonly label: string;
  /** First day, or null. */
  readonly from: number | null;
  /** Last day, or null. */
  readonly to: number | null;
}

/** From which date ages count. */
export type AgingBasis = "due-date" | "document-date";

/** Most classes a table may have: their numbers fit a byte. */
export const MAX_EDGES = 100;

/** What makes the classes of a table. */
export interface BucketRule {
  readonly basis: AgingBasis;
  /** Upper ends of all classes but the last, ascending. */
  readonly edges: readonly number[];
  readonly dueDayIsOverdue: boolean;
}

/** The classes of a rule, from not due to oldest. */
export function bucketsOf({ basis, edges, dueDayIsOverdue }: BucketRule): Bucket[] {
  const first = basis === "document-date" || dueDayIsOverdue ? 0 : 1;
  const buckets: Bucket[] = [];
  if (basis === "due-date") buckets.push({ label: "not due", from: null, to: first - 1 });
  let from = first;
  for (const edge of edges) {
    buckets.push({ label: labelOf(from, edge), from, to: edge });
    from = edge + 1;
  }
  buckets.push({ label: `${String(from)}+`, from, to: null });
  return buckets;
}

/** Refuses edges that do not ascend, or would leave a class empty. */
export function checkEdges(fn: string, { basis, edges, dueDayIsOverdue }: BucketRule): void {
  const least = basis === "document-date" || dueDayIsOverdue ? 0 : 1;
  const issues = edges.flatMap((edge, index) => {
    const before = index === 0 ? least - 1 : (edges[index - 1] as number);
    if (Number.isInteger(edge) && edge > before) return [];
    const rule = `must be a whole number of days greater than ${String(before)}`;
    return [{ path: `edges[${String(index)}]`, rule, received: String(edge) }];
  });
  if (issues.length > 0) throw new CreditError("invalid_input", fn, issues);
}

/** The number of the bucket for an age in days. */
export function bucketIndex(buckets: readonly Bucket[], age: number): number {
  // The first class also takes documents dated after the day that ages count to.
  for (let index = buckets.length - 1; index > 0; index -= 1) {
    if (age >= ((buckets[index] as Bucket).from as number)) return index;
  }
  return 0;
}

/** The number of the bucket by date: `bucket[date − firstDay]`. */
export interface DayTable {
  readonly firstDay: number;
  readonly bucket: Uint8Array | Uint16Array;
}

/** The bucket of every date from `firstDay` to `lastDay`, as seen from `agedTo`. */
export function dayTable(
  buckets: readonly Bucket[],
  agedTo: number,
  firstDay: number,
  lastDay: number,
): DayTable {
  const bucket = new Uint8Array(lastDay - firstDay + 1);
  // Older dates come first: fill from the oldest class on.
  let until = 0;
  for (let index = buckets.length - 1; index >= 0; index -= 1) {
    const from = (buckets[index] as Bucket).from;
    const youngest = from === null || index === 0 ? lastDay : agedTo - from;
    const end = Math.min(Math.max(youngest - firstDay + 1, until), bucket.length);
    bucket.fill(index, until, end);
    until = end;
  }
  return { firstDay, bucket };
}

function labelOf(from: number, to: number): string {
  return from === to ? String(from) : `${String(from)}-${String(to)}`;
}
