/**
 * The oracle of the aging table: every credit is allocated item by item, within its group, and
 * the buckets are added up afterwards.
 */
import { dayInMonth, dayNumber, dayOfMonth, monthOf } from "./calendar.ts";
import type { Reason } from "./calendar.ts";
import type { Filter, OpenUnit, OracleLedger } from "./ledger.ts";

export type Basis = "due-date" | "document-date";
export type CreditPolicy = "separate" | "own-date" | "current" | "oldest-first" | "newest-first";

export type Edge = number | { months: number } | { years: number };

export interface AgingQuestion {
  asOf: string;
  /** `asOf` unless stated. */
  agedTo?: string;
  basis?: Basis;
  /** Ascending, days or by the calendar; 30, 60, 90 days unless stated. */
  edges?: readonly Edge[];
  /** Days before the due date, ascending; on the due-date basis only. */
  notDueEdges?: readonly number[];
  dueDayIsOverdue?: boolean;
  credits?: CreditPolicy;
  scope?: Filter;
  /** The name of a dimension. */
  by?: string;
}

export interface Bucket {
  from: number | null;
  to: number | null;
  /** Where the ends are calendar months. */
  unit?: "months";
}

export interface AgingBucket extends Bucket {
  /** After the credit policy. */
  amount: bigint;
  /** Of open debit units. */
  count: number;
  /** The three planes, before the policy. */
  charges: bigint;
  credits: bigint;
  disputed: bigint;
}

export interface AgingRow {
  buckets: AgingBucket[];
  credits: bigint;
  unallocated: bigint;
  gross: bigint;
  net: bigint;
  overdue: bigint;
  overdueCount: number;
  disputed: bigint;
}

export interface Aging {
  buckets: Bucket[];
  total: AgingRow;
  /** Every party with an open unit, in the order of the rows. */
  parties: Map<string, AgingRow>;
  /** Per value (null: without one) the sum over its parties, and its parties. */
  byDimension?: Map<string | null, { total: AgingRow; parties: Map<string, AgingRow> }>;
}

export function aging(ledger: OracleLedger, question: AgingQuestion): Aging | Reason {
  const units = ledger.openUnits(question.asOf, question.agedTo, question.scope);
  if (typeof units === "string") return units;
  const buckets = bucketsOf(question);
  const parties = partiesOf(units, buckets, question);
  const answer: Aging = { buckets, total: sumOfRows(parties.values(), buckets), parties };
  const { by } = question;
  if (by !== undefined) {
    answer.byDimension = new Map();
    for (const [value, ofValue] of groupBy(units, (unit) => unit.dimensions.get(by) ?? null)) {
      const groups = partiesOf(ofValue, buckets, question);
      answer.byDimension.set(value, {
        total: sumOfRows(groups.values(), buckets),
        parties: groups,
      });
    }
  }
  return answer;
}

/** Ascending, without a gap, open at the end (and, on the due-date basis, at the beginning). */
export function bucketsOf(question: AgingQuestion): Bucket[] {
  const edges = (question.edges ?? [30, 60, 90]).map((edge) =>
    typeof edge === "number" ? edge : "months" in edge ? edge.months : edge.years * 12,
  );
  const byCalendar = typeof question.edges?.[0] === "object";
  const buckets: Bucket[] = [];
  let from: number | null = 0;
  if (question.basis !== "document-date") {
    const lastNotDue = question.dueDayIsOverdue === true ? -1 : 0;
    from = null;
    for (const edge of [...(question.notDueEdges ?? [])].reverse()) {
      buckets.push({ from, to: -edge - 1 });
      from = -edge;
    }
    buckets.push({ from, to: lastNotDue });
    from = lastNotDue + 1;
  }
  if (byCalendar) {
    [null, ...edges].forEach((edge, k) => {
      buckets.push({ from: edge ?? 0, to: edges[k] ?? null, unit: "months" });
    });
    return buckets;
  }
  for (const edge of edges) {
    buckets.push({ from, to: edge });
    from = edge + 1;
  }
  buckets.push({ from, to: null });
  return buckets;
}

function partiesOf(
  units: readonly OpenUnit[],
  buckets: readonly Bucket[],
  question: AgingQuestion,
): Map<string, AgingRow> {
  const rows = new Map<string, AgingRow>();
  for (const [party, ofParty] of groupBy(units, (unit) => unit.party)) {
    rows.set(party, rowOf(ofParty, buckets, question));
  }
  return rows;
}

/** One group: the figures that do not depend on the policy, then what the policy shows. */
function rowOf(
  units: readonly OpenUnit[],
  buckets: readonly Bucket[],
  question: AgingQuestion,
): AgingRow {
  const row = emptyRow(buckets);
  const firstOverdue = question.dueDayIsOverdue === true ? 0 : 1;
  for (const unit of units) {
    const bucket = bucketAt(row.buckets, ageOf(unit, question), question);
    if (!unit.isDebit) {
      bucket.credits -= unit.open;
      row.credits -= unit.open;
      continue;
    }
    bucket.count += 1;
    bucket.charges += unit.open;
    bucket.disputed += unit.disputed;
    row.gross += unit.open;
    row.disputed += unit.disputed;
    if (unit.daysPastDue >= firstOverdue) {
      row.overdue += unit.open;
      row.overdueCount += 1;
    }
  }
  row.net = row.gross - row.credits;
  showCredits(row, units, question);
  return row;
}

function showCredits(row: AgingRow, units: readonly OpenUnit[], question: AgingQuestion): void {
  const show = (age: number, amount: bigint): void => {
    bucketAt(row.buckets, age, question).amount += amount;
  };
  const policy = question.credits ?? "separate";
  const debits = units.filter(({ isDebit }) => isDebit);
  if (policy === "separate") {
    for (const unit of debits) show(ageOf(unit, question), unit.open);
    row.unallocated = row.credits;
  } else if (policy === "own-date") {
    for (const unit of units) show(ageOf(unit, question), unit.open);
  } else if (policy === "current") {
    for (const unit of debits) show(ageOf(unit, question), unit.open);
    firstNotOverdue(row.buckets, question).amount -= row.credits;
  } else {
    const byAge = [...debits].sort((a, b) => ageOf(b, question) - ageOf(a, question));
    if (policy === "newest-first") byAge.reverse();
    let left = row.credits;
    for (const unit of byAge) {
      const taken = left < unit.open ? left : unit.open;
      left -= taken;
      show(ageOf(unit, question), unit.open - taken);
    }
    row.unallocated = left;
  }
}

/**
 * Days past due, or days since the document date. On the due-date basis a credit item is placed
 * by its own due date, if it has one (`daysPastDue` sees to that).
 */
function ageOf(unit: OpenUnit, question: AgingQuestion): number {
  return question.basis === "document-date" ? unit.daysSinceDocument : unit.daysPastDue;
}

/** The last class that is not due; on the document-date basis the first class. */
function firstNotOverdue(buckets: AgingBucket[], question: AgingQuestion): AgingBucket {
  const notDue = buckets.filter(({ to, unit }) => unit === undefined && to !== null && to <= 0);
  return pick(question.basis === "document-date" ? buckets[0] : notDue[notDue.length - 1]);
}

/** A negative age on the document-date basis falls in the first class. */
function bucketAt(buckets: AgingBucket[], age: number, question: AgingQuestion): AgingBucket {
  const agedTo = dayNumber(question.agedTo ?? question.asOf);
  const date = agedTo - age;
  return pick(
    buckets.find(({ to, unit }) => {
      if (to === null) return true;
      if (unit === undefined) return age <= to;
      // As many months later, on the same day of the month or at its end.
      return agedTo <= dayInMonth(monthOf(date) + to, dayOfMonth(date));
    }),
  );
}

function pick(bucket: AgingBucket | undefined): AgingBucket {
  if (bucket === undefined) throw new Error("no bucket");
  return bucket;
}

function emptyRow(buckets: readonly Bucket[]): AgingRow {
  const nothing = { amount: 0n, count: 0, charges: 0n, credits: 0n, disputed: 0n };
  return {
    buckets: buckets.map((bucket) => ({ ...bucket, ...nothing })),
    credits: 0n,
    unallocated: 0n,
    gross: 0n,
    net: 0n,
    overdue: 0n,
    overdueCount: 0,
    disputed: 0n,
  };
}

/** Totals are sums over groups, after each group has had its policy applied. */
function sumOfRows(rows: Iterable<AgingRow>, buckets: readonly Bucket[]): AgingRow {
  const total = emptyRow(buckets);
  for (const row of rows) {
    row.buckets.forEach((bucket, k) => {
      const sum = pick(total.buckets[k]);
      sum.amount += bucket.amount;
      sum.count += bucket.count;
      sum.charges += bucket.charges;
      sum.credits += bucket.credits;
      sum.disputed += bucket.disputed;
    });
    total.credits += row.credits;
    total.unallocated += row.unallocated;
    total.gross += row.gross;
    total.net += row.net;
    total.overdue += row.overdue;
    total.overdueCount += row.overdueCount;
    total.disputed += row.disputed;
  }
  return total;
}

function groupBy<K>(units: readonly OpenUnit[], key: (unit: OpenUnit) => K): Map<K, OpenUnit[]> {
  const groups = new Map<K, OpenUnit[]>();
  for (const unit of units) {
    const group = groups.get(key(unit));
    if (group === undefined) groups.set(key(unit), [unit]);
    else group.push(unit);
  }
  return groups;
}
