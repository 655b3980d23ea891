/**
 * @module ledger/oldest-due.kernel
 *
 * The due date of each party's oldest overdue debit unit. What is open of a unit is looked at only
 * where that would make it the oldest so far.
 */
import type { NarrowMovements, NarrowUnits } from "./aging.kernel.ts";
import type { Units } from "./columns.ts";
import { FIRST_CREDIT_KIND } from "./items.ts";

/** By party, `asOf` where nothing is overdue; undefined where doubles do not hold what is open. */
export function oldestDue(
  units: NarrowUnits,
  movements: NarrowMovements | undefined,
  parties: number,
  asOf: number,
): Int32Array | undefined {
  let inexact = 0;
  const oldest = oldestDueOf(units, parties, asOf, (unit) => {
    if (units.documentDate[unit]! > asOf) return false;
    let open = units.amount[unit]!;
    const end = movements ? movements.start[unit + 1]! : 0;
    for (let row = movements ? movements.start[unit]! : 0; row < end; row += 1) {
      if (movements!.date[row]! > asOf) break;
      open -= movements!.amount[row]!;
      if (!Number.isSafeInteger(open)) inexact += 1;
    }
    return open > 0;
  });
  return inexact > 0 ? undefined : oldest;
}

/** The same where `isOpen` says whether anything is open of a debit unit. */
export function oldestDueOf(
  { count, dueDate, party, kind }: Units,
  parties: number,
  asOf: number,
  isOpen: (unit: number) => boolean,
): Int32Array {
  const oldest = new Int32Array(parties).fill(asOf);
  for (let unit = 0; unit < count; unit += 1) {
    const due = dueDate[unit]!;
    const own = party[unit]!;
    if (due >= oldest[own]!) continue;
    if (kind !== undefined && kind[unit]! >= FIRST_CREDIT_KIND) continue;
    if (isOpen(unit)) oldest[own] = due;
  }
  return oldest;
}
