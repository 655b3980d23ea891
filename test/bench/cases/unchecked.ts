/** The aging loop as it would be without a check or a proof: what these cost. */
import { AS_OF_DAY } from "../data.ts";
import type { Columns } from "../data.ts";

const STRIDE = 5;

/** The same sums, believed; eight rows at a time, as ours. */
export function uncheckedAging({ count, customers, customer, dueDay, cents }: Columns) {
  const first = dueDay.reduce((least, day) => Math.min(least, day), Infinity);
  const last = dueDay.reduce((most, day) => Math.max(most, day), -Infinity);
  const bucket = Uint8Array.from({ length: last - first + 1 }, (_, offset) => {
    const age = AS_OF_DAY - (first + offset);
    return age <= 0 ? 0 : age <= 30 ? 1 : age <= 60 ? 2 : age <= 90 ? 3 : 4;
  });
  return () => {
    const sums = new Float64Array(customers * STRIDE);
    addRows(count, cents, customer, dueDay, first, bucket, sums);
    return sums;
  };
}

function addRows(
  count: number,
  cents: Float64Array,
  customer: Int32Array,
  dueDay: Int32Array,
  first: number,
  bucket: Uint8Array,
  sums: Float64Array,
): void {
  const eights = count - (count % 8);
  for (let row = 0; row < eights; row += 8) {
    const cell0 = customer[row]! * STRIDE + bucket[dueDay[row]! - first]!;
    const cell1 = customer[row + 1]! * STRIDE + bucket[dueDay[row + 1]! - first]!;
    const cell2 = customer[row + 2]! * STRIDE + bucket[dueDay[row + 2]! - first]!;
    const cell3 = customer[row + 3]! * STRIDE + bucket[dueDay[row + 3]! - first]!;
    const cell4 = customer[row + 4]! * STRIDE + bucket[dueDay[row + 4]! - first]!;
    const cell5 = customer[row + 5]! * STRIDE + bucket[dueDay[row + 5]! - first]!;
    const cell6 = customer[row + 6]! * STRIDE + bucket[dueDay[row + 6]! - first]!;
    const cell7 = customer[row + 7]! * STRIDE + bucket[dueDay[row + 7]! - first]!;
    const open0 = cents[row]!;
    const open1 = cents[row + 1]!;
    const open2 = cents[row + 2]!;
    const open3 = cents[row + 3]!;
    const open4 = cents[row + 4]!;
    const open5 = cents[row + 5]!;
    const open6 = cents[row + 6]!;
    const open7 = cents[row + 7]!;
    sums[cell0]! += open0;
    sums[cell1]! += open1;
    sums[cell2]! += open2;
    sums[cell3]! += open3;
    sums[cell4]! += open4;
    sums[cell5]! += open5;
    sums[cell6]! += open6;
    sums[cell7]! += open7;
  }
  for (let row = eights; row < count; row += 1) {
    sums[customer[row]! * STRIDE + bucket[dueDay[row]! - first]!]! += cents[row]!;
  }
}
