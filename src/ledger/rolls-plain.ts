/**
 * @module ledger/rolls-plain
 *
 * The sums of `rolls.kernel` on bigints, unit by unit: plain, and never wrong. It serves amounts
 * that doubles cannot be proved exact for, and the few units of one customer.
 */
import type { Units } from "./columns.ts";
import { isCredit, openOfUnit } from "./open.ts";
import type { RollQuestion, RollSums } from "./rolls.kernel.ts";
import { FIRST_MONTHS, SUMS } from "./rolls.kernel.ts";

/** All sums of a question; none by group where there are no groups. */
export function plainRolls(
  units: Units,
  question: RollQuestion,
  groups: number,
): RollSums<bigint[]> {
  const { monthEnds, classes, group } = question;
  const byMonth = emptyCells((monthEnds.length - 1) * classes);
  const byGroup = emptyCells(groups * classes);
  for (let unit = 0; unit < units.count; unit += 1) {
    const to = group[unit] as number;
    if (to < 0) continue;
    addUnit(units, question, unit, (month, own, opening, stillOpen) => {
      addTo(byMonth, month * classes + own, opening, stillOpen);
      if (groups > 0) addTo(byGroup, to * classes + own, opening, stillOpen);
    });
  }
  return { byMonth, byGroup };
}

/** The sums by month of some units alone. */
export function plainMonths(units: Units, question: RollQuestion, which: Int32Array): bigint[] {
  const { monthEnds, classes } = question;
  const byMonth = emptyCells((monthEnds.length - 1) * classes);
  for (const unit of which) {
    addUnit(units, question, unit, (month, own, opening, stillOpen) => {
      addTo(byMonth, month * classes + own, opening, stillOpen);
    });
  }
  return byMonth;
}

function emptyCells(cells: number): bigint[] {
  return new Array<bigint>(cells * SUMS).fill(0n);
}

function addTo(sums: bigint[], cell: number, opening: bigint, stillOpen: bigint): void {
  const at = cell * SUMS;
  sums[at] = (sums[at] as bigint) + opening;
  sums[at + 1] = (sums[at + 1] as bigint) + stillOpen;
}

type Add = (month: number, own: number, opening: bigint, stillOpen: bigint) => void;

/** Adds a debit unit class by class: in each at the one month end that it reaches it. */
function addUnit(units: Units, question: RollQuestion, unit: number, add: Add): void {
  if (isCredit(units.kind, unit)) return;
  const { monthEnds, months, classes } = question;
  const due = months.month[(units.dueDate[unit] as number) - months.firstDay] as number;
  for (let own = 0; own < classes; own += 1) {
    const month = due + FIRST_MONTHS + own;
    const [from, to] = [monthEnds[month], monthEnds[month + 1]];
    if (from === undefined || to === undefined) continue;
    const open = openOfUnit(units, unit, from);
    if (open !== 0n) add(month, own, open, openOfUnit(units, unit, to));
  }
}
