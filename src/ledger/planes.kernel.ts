/**
 * @module ledger/planes.kernel
 *
 * From the cells of the as-of loop to planes, one for each thing that was added up.
 */
import type { AgingQuestion, Cells } from "./aging.kernel.ts";
import type { Units } from "./columns.ts";
import type { OpenPlanes } from "./planes.ts";

/**
 * Of each bucket 1 where all that falls into it is overdue, 0 where nothing is. Undefined where
 * buckets do not tell: then overdue amounts are added up apart.
 */
export function overdueBuckets(units: Units, question: AgingQuestion): Uint8Array | undefined {
  const { ageFrom, table, stride, lastOverdueDay } = question;
  if (ageFrom !== units.dueDate) return undefined;
  const overdue = new Uint8Array(stride);
  const seen = new Uint8Array(stride);
  for (let day = 0; day < table.bucket.length; day += 1) {
    const bucket = table.bucket[day]!;
    const late = table.firstDay + day <= lastOverdueDay ? 1 : 0;
    if (seen[bucket] === 1 && overdue[bucket] !== late) return undefined;
    seen[bucket] = 1;
    overdue[bucket] = late;
  }
  return overdue;
}

/** Planes of cells that the loop has filled. */
export function planesOf(
  { groups, stride }: AgingQuestion,
  cells: Cells,
  overdueOf: Uint8Array | undefined,
): OpenPlanes {
  const { sums, parts } = cells;
  const [charges, count] = [new Float64Array(groups * stride), new Float64Array(groups * stride)];
  const [overdue, overdueCount] = [new Float64Array(groups), new Float64Array(groups)];
  let at = 0;
  for (let group = 0; group < groups; group += 1) {
    for (let bucket = 0; bucket < stride; bucket += 1) {
      const cell = group * stride + bucket;
      for (let part = 0; part < parts; part += 1, at += 2) {
        const [open, items] = [sums[at]!, sums[at + 1]!];
        charges[cell]! += open;
        count[cell]! += items;
        if (overdueOf ? overdueOf[bucket] === 0 : part === 0) continue;
        overdue[group]! += open;
        overdueCount[group]! += items;
      }
    }
  }
  return { charges, count, overdue, overdueCount, ...creditPlanes(cells, groups, stride) };
}

/** The planes of credit items: zero where the ledger has none. */
function creditPlanes({ sums, parts, creditBlock }: Cells, groups: number, stride: number) {
  const credits = new Float64Array(groups * stride);
  const creditCount = new Float64Array(groups);
  for (let at = creditBlock * 2; at < sums.length; at += 2) {
    const cell = Math.floor((at / 2 - creditBlock) / parts);
    credits[cell]! += sums[at]!;
    creditCount[Math.floor(cell / stride)]! += sums[at + 1]!;
  }
  return { credits, creditCount };
}
