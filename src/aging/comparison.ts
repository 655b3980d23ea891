/**
 * @module aging/comparison
 *
 * An aging table against last month's and against plan, segment by segment: what got better, what
 * missed its plan, and what to act on.
 */
import { formatDay } from "../ground/days.ts";
import { CreditError } from "../ground/errors.ts";
import type { Absent, Figure } from "../ground/figure.ts";
import { read } from "../ground/input.ts";
import type { Numeric } from "../ground/numeric.ts";
import type { List, Rows } from "../ground/rows.ts";
import type { Bucket } from "../ledger/buckets.ts";
import { findingsByColumns } from "./comparison-columns.ts";
import { findingsByRows } from "./comparison-findings.ts";
import type { AgingFinding } from "./comparison-findings.ts";
import type { ComparedTable, ComparisonTerms } from "./comparison-input.ts";
import { comparisonSchema, lightened } from "./comparison-input.ts";
import type { ComparisonQuestion } from "./comparison-rows.ts";
import { comparedRow } from "./comparison-rows.ts";
import { clearedOf, comparedSegments, pairOf, segmentsOf } from "./comparison-segments.ts";

/** What {@link agingComparison} compares. */
export interface AgingComparisonInput {
  /** The table of this month, of `agingTable`, `agingView` or `agingFromBalances`. */
  readonly current: ComparableTable;
  /** That of last month, with the same classes. */
  readonly previous?: ComparableTable;
  /** The shares that were planned, in total and by segment. */
  readonly plan?: List<AgingPlan>;
  /** What the segments are: `party`, or the dimension that the tables were broken down by. */
  readonly by: string;
  /** The first class that is long overdue; the first beyond 60 days (2 months) unless stated. */
  readonly longOverdueFrom?: string;
}

/** What of an aging table is compared. */
export interface ComparableTable {
  /** The day at whose end balances stand. */
  readonly asOf: string;
  /** The classes. */
  readonly buckets: readonly Bucket[];
  /** Within what credits were set off; the second names the dimension. */
  readonly scopes: readonly string[];
  /** Everything together. */
  readonly total: ComparableMeasures;
  /** One row a customer. */
  readonly parties: List<
    ComparableMeasures & {
      /** The customer. */
      readonly party: string;
    }
  >;
  /** One row a value of the dimension. */
  readonly byDimension?: List<
    ComparableMeasures & {
      /** The value; null for documents without the dimension. */
      readonly value: string | null;
    }
  >;
}

/** What of a row is compared. */
export interface ComparableMeasures {
  /** Class by class. */
  readonly buckets: readonly {
    /** As the table names it. */
    readonly label: string;
    /** What is open in it. */
    readonly amount: Figure;
  }[];
  /** Open debit items. */
  readonly gross: Figure;
  /** What of them is overdue. */
  readonly overdue: Figure | Absent;
  /** What of them is disputed. */
  readonly disputed: Figure | Absent;
}

/** Planned shares of receivables, at most. */
export interface AgingPlan {
  /** Of which segment; left out for all together. */
  readonly segment?: string;
  /** What may be overdue. */
  readonly overdue?: Numeric;
  /** What may be long overdue. */
  readonly longOverdue?: Numeric;
  /** What may be disputed. */
  readonly disputed?: Numeric;
}

/** What is compared. */
export type AgingMeasure = "overdue" | "longOverdue" | "disputed";

/** One measure of one segment. */
export interface ComparedMeasure {
  /** The amount this month. */
  readonly amount: Figure;
  /** Its share of receivables; absent where there are none. */
  readonly share: Figure<"aging/share-of-receivables"> | Absent;
  /** Share this month less share last month; where both are known. */
  readonly shareChange?: Figure<"aging/share-change">;
  /** Amount this month less amount last month; where there is a last month. */
  readonly amountChange?: Figure<"aging/amount-change">;
  /** Share less plan, this month; where one was planned. */
  readonly againstPlan?: Figure<"aging/share-against-plan">;
  /** The same last month. */
  readonly previousAgainstPlan?: Figure<"aging/share-against-plan">;
}

/** One segment, or all together. */
export interface ComparedSegment {
  /** The segment; null for items without one; in the total left out. */
  readonly segment?: string | null;
  /** Open debit items. */
  readonly receivables: Figure;
  /** What is overdue; left out where the table does not know. */
  readonly overdue?: ComparedMeasure;
  /** What is long overdue. */
  readonly longOverdue: ComparedMeasure;
  /** What is disputed; left out where the table does not know. */
  readonly disputed?: ComparedMeasure;
}

/** A comparison; see {@link agingComparison}. */
export interface AgingComparison {
  /** What the segments are. */
  readonly by: string;
  /** The day of this month's table. */
  readonly asOf: string;
  /** The day of last month's, where there is one. */
  readonly previousAsOf?: string;
  /** The first class that counts as long overdue. */
  readonly longOverdueFrom: string;
  /** Everything together. */
  readonly total: ComparedSegment;
  /** Segment by segment, in the order of this month's table. */
  readonly segments: Rows<ComparedSegment>;
  /** Segments that have nothing open any more. */
  readonly cleared: readonly (string | null)[];
  /** What it comes to, as codes: first what missed its plan, last what to act on. */
  readonly findings: Rows<AgingFinding>;
}

/**
 * Aging compared (账龄分析结论): this month with last month and with plan, by segment, with findings.
 *
 * Use it for the monthly report: the numbers are figures of their own, and the findings are codes
 * for the words of the report. Long overdue and disputed receivables are looked at apart, because a
 * better overdue share can hide both.
 *
 * @formula share = amount ÷ open debit items of the segment; change = this month − last month;
 *   against plan = share − planned share
 * @units money; fractions
 *
 * @param input - Tables of the same classes, planned shares, the segments. Take tables whose
 *   classes are before credits (`separate`, the default).
 * @returns All together, the segments, and findings: `plan_missed_twice`, `plan_missed`,
 *   `plan_met_again`, `worsened`, `improved`, and `act_on` for segments with anything long overdue,
 *   largest first.
 *
 * @throws {@link CreditError} `invalid_input`: no tables, tables of different classes or of another
 *   dimension, a plan for an unknown segment. `currency_mismatch`: tables of two currencies.
 *
 * @source "3+1" deck, slide 74 (the conclusions; the table of slides 72-73 is lost)
 *
 * @example
 * ```ts
 * const items = (paidOn: string) => [
 *   {
 *     id: "1",
 *     party: "A",
 *     documentDate: "2026-01-10",
 *     dueDate: "2026-02-09",
 *     amount: 500,
 *     dimensions: { market: "export" },
 *     applications: [{ date: paidOn, amount: 400, kind: "payment" as const }],
 *   },
 * ];
 * const ledger = ledgerFromItems(items("2026-05-02"), { currency: "EUR" });
 * const on = (asOf: string) => agingTable(ledger, { asOf, by: "market" });
 * const { findings } = agingComparison({
 *   current: on("2026-05-31"),
 *   previous: on("2026-04-30"),
 *   plan: [{ overdue: "0.3" }],
 *   by: "market",
 * });
 * findings.toArray().map(({ code, measure, segment }) => `${code} ${measure} ${segment ?? "all"}`);
 * // => ["plan_missed_twice overdue all", "act_on longOverdue export"]
 * ```
 */
export function agingComparison(input: AgingComparisonInput): AgingComparison {
  const fn = "agingComparison";
  // Tables are read by hand; what is left of them is checked like any other input.
  const { light, tables } = lightened(input);
  const terms = read(fn, comparisonSchema, light as never);
  const { current, previous, by } = terms;
  const now = segmentsOf(fn, current, tables?.current);
  const before = previous && segmentsOf(fn, previous, tables?.previous);
  const longOverdueFrom = checkTables(fn, terms, now.names, before?.names ?? []);
  const question = { plans: plansOf(terms), longOverdueFrom, currency: terms.currency };
  const total = comparedRow(question, current.total, previous?.total, undefined);
  const pair = pairOf(now, before);
  const segments = comparedSegments(question, pair);
  return {
    by,
    asOf: formatDay(current.asOf),
    ...(previous && { previousAsOf: formatDay(previous.asOf) }),
    longOverdueFrom,
    total,
    segments,
    cleared: clearedOf(pair),
    findings: findingsByColumns(question, total, segments, pair) ?? findingsByRows(total, segments),
  };
}

/** What is planned, by segment: of two for one segment the first. */
function plansOf({ plan = [] }: ComparisonTerms): ComparisonQuestion["plans"] {
  return new Map([...plan].reverse().map((each) => [each.segment, each]));
}

/** Refuses tables that cannot be compared; answers the first class that is long overdue. */
function checkTables(
  fn: string,
  terms: ComparisonTerms,
  ...names: readonly (readonly (string | null)[])[]
): string {
  const { current, previous, by, plan, longOverdueFrom } = terms;
  const issues = [];
  for (const [name, table] of Object.entries({ current, previous })) {
    if (!table || by === "party" || table.scopes.includes(`party × ${by}`)) continue;
    issues.push({ path: name, rule: `must be a table by ${JSON.stringify(by)}` });
  }
  const labels = current.starts.map(({ label }) => label);
  if (previous && previous.starts.map(({ label }) => label).join("\n") !== labels.join("\n")) {
    issues.push({ path: "previous", rule: "must have the classes of `current`" });
  }
  if (longOverdueFrom !== undefined && !labels.includes(longOverdueFrom)) {
    issues.push({ path: "longOverdueFrom", rule: "must be a class of the tables" });
  }
  const known = new Set(plan ? names.flat() : []);
  plan?.forEach(({ segment }, at) => {
    if (segment === undefined || known.has(segment)) return;
    issues.push({ path: `plan[${String(at)}].segment`, rule: "must be a segment of the tables" });
  });
  if (issues.length > 0) throw new CreditError("invalid_input", fn, issues);
  return longOverdueFrom ?? firstLongOverdue(current);
}

/** The first class beyond 60 days or 2 months; the last one where there is none. */
function firstLongOverdue({ starts }: ComparedTable): string {
  const beyond = starts.find(({ from, unit }) =>
    unit === "months" ? (from ?? 0) >= 2 : (from ?? 0) > 60,
  );
  return (beyond ?? starts.at(-1))?.label ?? "";
}
