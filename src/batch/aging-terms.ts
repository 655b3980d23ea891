/**
 * @module batch/aging-terms
 *
 * What an aging accumulator is asked: the question of an aging table without scope and dimension.
 */
import { formatDay } from "../ground/days.ts";
import type { List } from "../ground/rows.ts";
import type { Bucket } from "../ledger/buckets.ts";
import { bucketsOf, checkEdges } from "../ledger/buckets.ts";
import type { AgingBasis, BucketRule } from "../ledger/buckets.ts";
import type { AgingEdge } from "../ledger/edge-presets.ts";
import type { AgingEdges } from "../ledger/edges.ts";
import { AgingQuestion } from "./aging-question.ts";
import type { AccumulatorMoney } from "./question.ts";

/** What {@link agingAccumulator} adds up. */
export interface AgingAccumulatorInput extends AccumulatorMoney {
  /** The day at whose end balances stand; any past date. */
  readonly asOf: string;
  /** The day that ages count to; `asOf` unless stated. */
  readonly agedTo?: string;
  /** What ages count from: `due-date` (default) or `document-date`. */
  readonly basis?: AgingBasis;
  /** Upper ends of the classes: days, months, years, or a preset; `days-30` unless stated. */
  readonly edges?: AgingEdges;
  /** Days before the due date that split what is not due: `[10, 30]`; not split unless stated. */
  readonly notDueEdges?: List<number>;
  /** Whether an item due on the day counts as overdue; false unless stated. */
  readonly dueDayIsOverdue?: boolean;
}

/** The same with defaults filled in, as an accumulator states it. */
export interface AgingAccumulatorQuestion extends Required<AccumulatorMoney> {
  /** The day at whose end balances stand. */
  readonly asOf: string;
  /** The day that ages count to. */
  readonly agedTo: string;
  /** What ages count from. */
  readonly basis: AgingBasis;
  /** Upper ends of the classes. */
  readonly edges: readonly AgingEdge[];
  /** Days before the due date that split what is not due, where it is split. */
  readonly notDueEdges?: readonly number[];
  /** Whether an item due on the day counts as overdue. */
  readonly dueDayIsOverdue: boolean;
}

const FIELDS = [
  "asOf",
  "agedTo",
  "basis",
  "edges",
  "notDueEdges",
  "dueDayIsOverdue",
  "currency",
  "minorUnits",
];

/** The question as the kernels take it. */
export interface AgingTerms extends BucketRule {
  readonly asOf: number;
  readonly agedTo: number;
  readonly notDueEdges: number[] | undefined;
  readonly buckets: readonly Bucket[];
  readonly question: AgingAccumulatorQuestion;
}

/** Reads the question; throws with every fault. */
export function readAgingTerms(fn: string, input: unknown): AgingTerms {
  const given = new AgingQuestion(fn, input, FIELDS);
  const asOf = given.day("asOf");
  const agedTo = given.day("agedTo", asOf);
  const basis = given.word("basis", ["due-date", "document-date"]);
  const edges = given.edges("edges", "days-30");
  const notDueEdges = given.days("notDueEdges");
  const dueDayIsOverdue = given.flag("dueDayIsOverdue");
  const money = given.money();
  given.end();
  const rule = { basis, edges, notDueEdges, dueDayIsOverdue };
  checkEdges(fn, rule);
  const ends = edges.ends.map((end) => (edges.unit === "days" ? end : { months: end }));
  const question = {
    asOf: formatDay(asOf),
    agedTo: formatDay(agedTo),
    basis,
    edges: ends,
    ...(notDueEdges ? { notDueEdges } : {}),
    dueDayIsOverdue,
    ...money,
  };
  return { asOf, agedTo, ...rule, buckets: bucketsOf(rule), question };
}
