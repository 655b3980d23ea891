/**
 * @module ledger/aging-wide.kernel
 *
 * The as-of loop on bigints, for ledgers whose sums pass 2^53 − 1: plain, and never wrong.
 */
import type { AgingQuestion } from "./aging.kernel.ts";
import type { Units } from "./columns.ts";
import { isCredit, openOfUnit } from "./open.ts";

/** The planes of `aging.kernel`, money as bigints. */
export interface WidePlanes {
  readonly charges: bigint[];
  readonly credits: bigint[];
  readonly count: Float64Array;
  readonly creditCount: Float64Array;
  readonly overdue: bigint[];
  readonly overdueCount: Float64Array;
}

/** Every open unit in planes of bigints. */
export function addOpenWide(units: Units, question: AgingQuestion): WidePlanes {
  const { asOf, ageFrom, stride, groups, group, lastOverdueDay, table } = question;
  const cells = groups * stride;
  const charges = new Array<bigint>(cells).fill(0n);
  const credits = new Array<bigint>(cells).fill(0n);
  const overdue = new Array<bigint>(groups).fill(0n);
  const count = new Float64Array(cells);
  const creditCount = new Float64Array(groups);
  const overdueCount = new Float64Array(groups);
  for (let unit = 0; unit < units.count; unit += 1) {
    const to = group[unit]!;
    if (to < 0) continue;
    const open = openOfUnit(units, unit, asOf);
    if (open === 0n) continue;
    const cell = to * stride + table.bucket[ageFrom[unit]! - table.firstDay]!;
    if (isCredit(units.kind, unit)) {
      credits[cell]! += open;
      creditCount[to]! += 1;
      continue;
    }
    charges[cell]! += open;
    count[cell]! += 1;
    if (units.dueDate[unit]! <= lastOverdueDay) {
      overdue[to]! += open;
      overdueCount[to]! += 1;
    }
  }
  return { charges, credits, count, creditCount, overdue, overdueCount };
}
