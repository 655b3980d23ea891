/** The aging loop as it would be without a check or a proof: what these cost. */
import { AS_OF_DAY } from "../data.ts";
import type { Columns } from "../data.ts";

const STRIDE = 5;

/** The same sums, believed; four rows at a time, as ours. */
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
  const fours = count - (count % 4);
  for (let row = 0; row < fours; row += 4) {
    const one = customer[row]! * STRIDE + bucket[dueDay[row]! - first]!;
    const two = customer[row + 1]! * STRIDE + bucket[dueDay[row + 1]! - first]!;
    const three = customer[row + 2]! * STRIDE + bucket[dueDay[row + 2]! - first]!;
    const four = customer[row + 3]! * STRIDE + bucket[dueDay[row + 3]! - first]!;
    const [a, b, c, d] = [cents[row]!, cents[row + 1]!, cents[row + 2]!, cents[row + 3]!];
    sums[one]! += a;
    sums[two]! += b;
    sums[three]! += c;
    sums[four]! += d;
  }
  for (let row = fours; row < count; row += 1) {
    sums[customer[row]! * STRIDE + bucket[dueDay[row]! - first]!]! += cents[row]!;
  }
}
