/**
 * @module ledger/planes
 *
 * Asks the as-of loop: on doubles, and where their sums cannot be proved exact, on bigints. The
 * answer has one shape on both paths.
 */
import { once } from "../ground/once.ts";
import type { Added, AgingQuestion, Cells, NarrowMovements, NarrowUnits } from "./aging.kernel.ts";
import { addBalances, addOpen } from "./aging.kernel.ts";
import { countsOf, overdueBuckets, planesOf } from "./planes.kernel.ts";
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
  /** Overdue debit units by group. */
  readonly overdue: Amounts;
  /** How many there are: another pass, on first use. */
  readonly counts: () => OpenCounts;
}

/** Numbers of what is open. */
export interface OpenCounts {
  /** Open debit units: cell `group × stride + bucket`. */
  readonly count: Float64Array;
  /** Open credit items by group. */
  readonly creditCount: Float64Array;
  /** Overdue debit units by group. */
  readonly overdueCount: Float64Array;
}

/** Everything open as of a date, by group and bucket. */
export function openPlanes({ units }: LedgerData, question: AgingQuestion): OpenPlanes {
  const { movements } = units;
  if (isNarrow(units) && isNarrowMovements(movements)) {
    const overdue = overdueBuckets(units, question);
    const added = (what: Added) => {
      const cells = emptyCells(units, question, overdue ? 1 : 2);
      const size = addUnits(units, movements, question, cells, what);
      return { size, ...planesOf(question, cells, overdue) };
    };
    const { size, debits: charges, credits, overdueDebits } = added("amounts");
    const counts = once(() => countsOf(question, added("counts")));
    if (size <= Number.MAX_SAFE_INTEGER) {
      return { charges, credits, overdue: overdueDebits, counts };
    }
  }
  const { charges, credits, overdue, ...counts } = addOpenWide(units, question);
  return { charges, credits, overdue, counts: () => counts };
}

function addUnits(
  units: NarrowUnits,
  movements: NarrowMovements | undefined,
  question: AgingQuestion,
  cells: Cells,
  added: Added,
): number {
  const allThere = units.range.lastDocument <= question.asOf;
  const allGrouped = question.group === units.party;
  const oneCell = !units.kind && cells.parts === 1 && added === "amounts";
  if (allThere && allGrouped && oneCell && !movements) {
    return addBalances(units, question, cells.sums);
  }
  return addOpen(units, movements, question, cells, added);
}

function emptyCells({ kind }: Units, { groups, stride }: AgingQuestion, parts: 1 | 2): Cells {
  const creditBlock = groups * stride * parts;
  const blocks = kind ? 2 : 1;
  return { sums: new Float64Array(blocks * creditBlock), parts, creditBlock };
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
export function isNarrow(units: Units): units is NarrowUnits {
  return !isWide(units.amount);
}

/** True where there are no movements, or their amounts are doubles. */
export function isNarrowMovements(
  movements: Movements | undefined,
): movements is NarrowMovements | undefined {
  return movements === undefined || !isWide(movements.amount);
}
