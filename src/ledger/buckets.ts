/**
 * @module ledger/buckets
 *
 * Aging buckets: edges, labels, and which bucket a day falls in. The only owner of edges: a table
 * by day is built once a question, so that no loop compares edges row by row. Edges by the calendar
 * serve the same table, since of two dates the later never lies in the older class.
 */
import type { Issue } from "../ground/errors.ts";
import { CreditError } from "../ground/errors.ts";
import { addMonths } from "../ground/months.ts";
import type { EdgeTerms } from "./edge-terms.ts";

/** One class of an aging table; `from` null is "and before", `to` null "and after". */
export interface Bucket {
  /** `not due`, `1-30`, `91+`; by the calendar `0-1 years`, `over 3 years`. */
  readonly label: string;
  /** First day; by the calendar the months that must have passed; or null. */
  readonly from: number | null;
  /** Last day; by the calendar the months that are not yet over; or null. */
  readonly to: number | null;
  /** Left out where the ends are days. */
  readonly unit?: "months";
}

/** The ends of a class as a figure's inputs state them. */
export function bucketEnds(bucket: Bucket): Omit<Bucket, "label"> {
  const { from, to } = bucket;
  return isByMonths(bucket) ? { from, to, unit: "months" } : { from, to };
}

/** True for a class by the calendar; what the host has set on `Object.prototype` is no unit. */
function isByMonths(bucket: Bucket): boolean {
  return Object.hasOwn(bucket, "unit");
}

/** From which date ages count. */
export type AgingBasis = "due-date" | "document-date";

/** What makes the classes of a table. */
export interface BucketRule {
  readonly basis: AgingBasis;
  /** Upper ends of all classes but the last, ascending. */
  readonly edges: EdgeTerms;
  /** Days before the due date that split what is not due, ascending. */
  readonly notDueEdges?: readonly number[] | undefined;
  readonly dueDayIsOverdue: boolean;
}

/** The classes of a rule, from not due to oldest. */
export function bucketsOf({ basis, edges, notDueEdges, dueDayIsOverdue }: BucketRule): Bucket[] {
  const first = basis === "document-date" || dueDayIsOverdue ? 0 : 1;
  const notDue = basis === "due-date" ? notDueBuckets(notDueEdges ?? [], first - 1) : [];
  const due = edges.unit === "days" ? dayBuckets(edges.ends, first) : monthBuckets(edges.ends);
  return [...notDue, ...due];
}

/** The number of the class that the policy `current` takes credits off: the last not overdue. */
export function currentBucket({ basis, notDueEdges }: BucketRule): number {
  return basis === "due-date" ? (notDueEdges?.length ?? 0) : 0;
}

function notDueBuckets(edges: readonly number[], last: number): Bucket[] {
  if (edges.length === 0) return [{ label: "not due", from: null, to: last }];
  const buckets: Bucket[] = [];
  let to = last;
  for (const edge of edges) {
    buckets.unshift({ label: `due in ${labelOf(0 - to, edge)}`, from: 0 - edge, to });
    to = 0 - edge - 1;
  }
  return [{ label: `due in ${String(0 - to)}+`, from: null, to }, ...buckets];
}

function dayBuckets(ends: readonly number[], first: number): Bucket[] {
  const buckets: Bucket[] = [];
  let from = first;
  for (const edge of ends) {
    buckets.push({ label: labelOf(from, edge), from, to: edge });
    from = edge + 1;
  }
  return [...buckets, { label: `${String(from)}+`, from, to: null }];
}

function monthBuckets(ends: readonly number[]): Bucket[] {
  const buckets: Bucket[] = [];
  let from = 0;
  for (const end of ends) {
    buckets.push({ label: monthsLabel(from, end), from, to: end, unit: "months" });
    from = end;
  }
  return [...buckets, { label: monthsLabel(from, null), from, to: null, unit: "months" }];
}

/** Refuses edges that do not ascend, or would leave a class empty. */
export function checkEdges(fn: string, rule: BucketRule): void {
  const { basis, edges, notDueEdges, dueDayIsOverdue } = rule;
  const least = basis === "document-date" || dueDayIsOverdue ? 0 : 1;
  const below = edges.unit === "days" ? least - 1 : 0;
  const issues = [
    ...ascendingFaults("edges", edges.ends, below, edges.unit),
    ...ascendingFaults("notDueEdges", notDueEdges ?? [], dueDayIsOverdue ? 0 : -1, "days"),
  ];
  if (notDueEdges && basis === "document-date") {
    issues.push({ path: "notDueEdges", rule: "must be left out on the document-date basis" });
  }
  if (issues.length > 0) throw new CreditError("invalid_input", fn, issues);
}

function ascendingFaults(
  name: string,
  ends: readonly number[],
  below: number,
  unit: string,
): Issue[] {
  return ends.flatMap((edge, index) => {
    const before = index === 0 ? below : (ends[index - 1] as number);
    if (edge > before) return [];
    const rule = `must be a whole number of ${unit} greater than ${String(before)}`;
    return [{ path: `${name}[${String(index)}]`, rule, received: String(edge) }];
  });
}

/** The oldest date inside each class as seen from a day: ascending ages, descending dates. */
export function oldestDays(buckets: readonly Bucket[], agedTo: number): number[] {
  return buckets.map((bucket) => {
    const { to } = bucket;
    if (to === null) return -Infinity;
    return isByMonths(bucket) ? oldestWithin(to, agedTo) : agedTo - to;
  });
}

/** The oldest date from which no more than so many calendar months have passed. */
function oldestWithin(months: number, agedTo: number): number {
  const day = addMonths(agedTo, -months);
  // 31 March less a month is 28 February, from which a month ends on 28 March, too early.
  return addMonths(day, months) < agedTo ? day + 1 : day;
}

/** The number of the class of a date, given the oldest date of each class. */
export function bucketIndex(oldest: readonly number[], day: number): number {
  return oldest.findIndex((first) => day >= first);
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
  // Newest dates come last: fill from the first class back.
  let end = bucket.length;
  oldestDays(buckets, agedTo).forEach((oldest, index) => {
    const start = Math.min(Math.max(oldest - firstDay, 0), end);
    bucket.fill(index, start, end);
    end = start;
  });
  return { firstDay, bucket };
}

function labelOf(from: number, to: number): string {
  return from === to ? String(from) : `${String(from)}-${String(to)}`;
}

/** `3-6 months`, `1-2 years`, `over 3 years`. */
function monthsLabel(from: number, to: number | null): string {
  const years = from % 12 === 0 && (to ?? 12) % 12 === 0 && (from > 0 || to !== null);
  const [unit, one, size] = years ? ["years", "year", 12] : ["months", "month", 1];
  if (to === null) return `over ${String(from / size)} ${from === size ? one : unit}`;
  return `${String(from / size)}-${String(to / size)} ${unit}`;
}
