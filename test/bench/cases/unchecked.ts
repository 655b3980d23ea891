/** The aging loop as it would be without a check or a proof: what these cost. */
import { AS_OF_DAY } from "../data.ts";
import type { Columns } from "../data.ts";

const STRIDE = 5;

/** The same sums and counts, believed. */
export function uncheckedAging({ count, customers, customer, dueDay, cents }: Columns) {
  const first = dueDay.reduce((least, day) => Math.min(least, day), Infinity);
  const last = dueDay.reduce((most, day) => Math.max(most, day), -Infinity);
  const bucket = Uint8Array.from({ length: last - first + 1 }, (_, offset) => {
    const age = AS_OF_DAY - (first + offset);
    return age <= 0 ? 0 : age <= 30 ? 1 : age <= 60 ? 2 : age <= 90 ? 3 : 4;
  });
  return () => {
    const sums = new Float64Array(customers * STRIDE * 2);
    for (let row = 0; row < count; row += 1) {
      const cell = (customer[row]! * STRIDE + bucket[dueDay[row]! - first]!) * 2;
      sums[cell]! += cents[row]!;
      sums[cell + 1]! += 1;
    }
    const [charges, counts] = [
      new Float64Array(sums.length / 2),
      new Float64Array(sums.length / 2),
    ];
    for (let cell = 0; cell < charges.length; cell += 1) {
      charges[cell] = sums[cell * 2]!;
      counts[cell] = sums[cell * 2 + 1]!;
    }
    return [charges, counts];
  };
}
