/**
 * @module ledger/planes
 *
 * Asks the as-of loop: on doubles, and where their sums cannot be proved exact, on bigints. The
 * answer has one shape on both paths.
 */
import type { AgingQuestion } from "./aging.kernel.ts";
import { addOpen, emptyPlanes } from "./aging.kernel.ts";
import { addOpenWide } from "./aging-wide.kernel.ts";
import type { Amounts, Movements, Units } from "./columns.ts";
import { isWide } from "./columns.ts";
import type { LedgerData } from "./ledger.ts";

/** Sums by group and bucket, and by group. */
export interface OpenPlanes {
  /** Open debit units: cell `group × stride + bucket`. */
  readonly charges: Amounts;
  /** Open credit items, without sign, in the bucket of their own age. */
  readonly credits: Amounts;
  /** Number of open debit units. */
  readonly count: Float64Array;
  /** Number of open credit items by group. */
  readonly creditCount: Float64Array;
  /** Overdue debit units by group. */
  readonly overdue: Amounts;
  readonly overdueCount: Float64Array;
}

/** Everything open as of a date, by group and bucket. */
export function openPlanes({ units }: LedgerData, question: AgingQuestion): OpenPlanes {
  if (isNarrow(units) && isNarrowMovements(units.movements)) {
    const planes = emptyPlanes(question.groups, question.stride);
    const size = addOpen(units, units.movements, question, planes);
    if (size <= Number.MAX_SAFE_INTEGER) return planes;
  }
  return addOpenWide(units, question);
}

/** The group of each unit where all belong to one, `test` leaving some out. */
export function oneGroup(
  { units }: LedgerData,
  test: ((item: number) => boolean) | undefined,
): Int32Array {
  const group = new Int32Array(units.count);
  if (!test) return group;
  for (let unit = 0; unit < units.count; unit += 1) {
    group[unit] = test(itemOfUnit(units, unit)) ? 0 : -1;
  }
  return group;
}

/** The document that a unit belongs to. */
export function itemOfUnit({ item }: Units, unit: number): number {
  return item === undefined ? unit : (item[unit] as number);
}

/** True where the amounts of units are doubles. */
export function isNarrow(units: Units): units is Units & { readonly amount: Float64Array } {
  return !isWide(units.amount);
}

/** True where there are no movements, or their amounts are doubles. */
export function isNarrowMovements(
  movements: Movements | undefined,
): movements is (Movements & { readonly amount: Float64Array }) | undefined {
  return movements === undefined || !isWide(movements.amount);
}
