/** The aging loop as it would be without a check or a proof: what these cost. */
import { AS_OF_DAY } from "../data.ts";
import type { Columns } from "../data.ts";

const STRIDE = 5;

/** The same sums and counts, believed. */
export function uncheckedAging({
  count,
  customers,
  customer,
  documentDay,
  dueDay,
  cents,
}: Columns) {
  const first = dueDay.reduce((least, day) => Math.min(least, day), Infinity);
  const last = dueDay.reduce((most, day) => Math.max(most, day), -Infinity);
  const bucket = Uint8Array.from({ length: last - first + 1 }, (_, offset) => {
    const age = AS_OF_DAY - (first + offset);
    return age <= 0 ? 0 : age <= 30 ? 1 : age <= 60 ? 2 : age <= 90 ? 3 : 4;
  });
  return () => {
    const charges = new Float64Array(customers * STRIDE);
    const counts = new Float64Array(customers * STRIDE);
    const overdue = new Float64Array(customers);
    const overdueCount = new Float64Array(customers);
    for (let row = 0; row < count; row += 1) {
      if (documentDay[row]! > AS_OF_DAY) continue;
      const open = cents[row]!;
      const to = customer[row]!;
      const due = dueDay[row]!;
      const cell = to * STRIDE + bucket[due - first]!;
      charges[cell]! += open;
      counts[cell]! += 1;
      if (due < AS_OF_DAY) {
        overdue[to]! += open;
        overdueCount[to]! += 1;
      }
    }
    return charges;
  };
}
