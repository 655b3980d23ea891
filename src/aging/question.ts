/**
 * @module aging/question
 *
 * What an aging table is asked: dates, classes, scope. The same for sums and for tables.
 */
import type { Terms } from "../ground/input.ts";
import { lazily } from "../ground/input.ts";
import { flag, isoDay, object, optional, text, withDefault, word } from "../ground/input-atoms.ts";
import type { List } from "../ground/rows.ts";
import type { AgingBasis } from "../ledger/buckets.ts";
import type { AgingEdges } from "../ledger/edges.ts";
import { agingEdges, notDueEdges } from "../ledger/edges.ts";
import type { LedgerScope } from "../ledger/scope.ts";
import { scopeShape } from "../ledger/scope.ts";

/** What {@link agingSums} asks. */
export interface AgingSumsInput {
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
  /** A part of the ledger; all of it unless stated. */
  readonly scope?: LedgerScope;
  /** A dimension to break the table down by. */
  readonly by?: string;
}

/** The fields of {@link AgingSumsInput}, for a schema. */
export const agingSumsShape = () => ({
  asOf: isoDay(),
  agedTo: optional(isoDay()),
  basis: withDefault(word("due-date", "document-date"), "due-date"),
  edges: withDefault(agingEdges(), "days-30"),
  notDueEdges: optional(notDueEdges()),
  dueDayIsOverdue: withDefault(flag(), false),
  scope: withDefault(object(scopeShape()), {}),
  by: optional(text()),
});

/** The schema of {@link AgingSumsInput}. */
export const agingSumsSchema = lazily(() => object(agingSumsShape()));

/** The question as read. */
export type AgingSumsTerms = Terms<ReturnType<typeof agingSumsSchema>>;
