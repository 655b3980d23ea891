/**
 * @module ledger/planes.kernel
 *
 * From the cells of the as-of loop to planes, one for each thing that was added up.
 */
import type { AgingQuestion, Cells } from "./aging.kernel.ts";
import type { Units } from "./columns.ts";
import type { OpenCounts } from "./planes.ts";

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

/** What the cells of the loop say, debit and credit apart. */
export interface AddedPlanes {
  /** Cell `group × stride + bucket`. */
  readonly debits: Float64Array;
  readonly credits: Float64Array;
  /** By group. */
  readonly overdueDebits: Float64Array;
}

/** Planes of cells that the loop has filled; the cells serve as planes where they can. */
export function planesOf(
  { groups, stride }: AgingQuestion,
  { sums, parts, creditBlock }: Cells,
  overdueOf: Uint8Array | undefined,
): AddedPlanes {
  const cells = groups * stride;
  const hasCredits = sums.length > creditBlock;
  if (parts === 1 && overdueOf) {
    const debits = sums.subarray(0, cells);
    const credits = hasCredits ? sums.subarray(cells) : new Float64Array(cells);
    return { debits, credits, overdueDebits: sumsWhere(debits, groups, overdueOf) };
  }
  const [debits, credits] = [new Float64Array(cells), new Float64Array(cells)];
  const overdueDebits = new Float64Array(groups);
  for (let cell = 0; cell < cells; cell += 1) {
    const late = sums[cell * 2 + 1]!;
    debits[cell] = sums[cell * 2]! + late;
    overdueDebits[Math.floor(cell / stride)]! += late;
    if (hasCredits) {
      credits[cell] = sums[creditBlock + cell * 2]! + sums[creditBlock + cell * 2 + 1]!;
    }
  }
  return { debits, credits, overdueDebits };
}

/** Of each group the sum of the buckets that `chosen` has 1 for. */
function sumsWhere(plane: Float64Array, groups: number, chosen: Uint8Array): Float64Array {
  const stride = chosen.length;
  const sums = new Float64Array(groups);
  for (let group = 0; group < groups; group += 1) {
    let sum = 0;
    for (let bucket = 0; bucket < stride; bucket += 1) {
      if (chosen[bucket] === 1) sum += plane[group * stride + bucket]!;
    }
    sums[group] = sum;
  }
  return sums;
}

/** Counts of what was counted. */
export function countsOf(
  { groups, stride }: AgingQuestion,
  { debits, credits, overdueDebits }: AddedPlanes,
): OpenCounts {
  const every = new Uint8Array(stride).fill(1);
  const creditCount = sumsWhere(credits, groups, every);
  return { count: debits, creditCount, overdueCount: overdueDebits };
}
