/**
 * @module ledger/discounted-at-ends.kernel
 *
 * What was settled in each of many windows on documents that took a discount in it. Whether a
 * document took one is asked window by window, but of those alone that ever took any.
 */
import type { Journal } from "./columns.ts";
import { settlesWithDiscount, DISCOUNT } from "./discounted.kernel.ts";
import type { EndSpans } from "./end-spans.ts";
import type { Halves } from "./window-cells.ts";

/** Sums in cells `party × stride + end`. */
export function discountedAtEnds(
  { party, applications }: Journal,
  applied: Float64Array,
  ends: readonly Halves[],
  { firstDay, since, until }: EndSpans,
  stride: number,
  cells: Float64Array,
): void {
  const { count, item: items, date, kind } = applications;
  for (let row = 0; row < count;) {
    const item = items[row]!;
    const first = row;
    let discounts = 0;
    for (; row < count && items[row] === item; row += 1)
      discounts += Number(kind[row] === DISCOUNT);
    if (discounts === 0) continue;
    // Rows are in the order of their dates: windows before the first and after the last have none.
    const opening = Math.max(date[first]! - firstDay, 0);
    const closing = Math.min(date[row - 1]! - firstDay, since.length - 1);
    if (opening > closing) continue;
    for (let end = since[opening]!; end < until[closing]!; end += 1) {
      const { from, to } = ends[end]!;
      let total = 0;
      let taken = 0;
      for (let each = first; each < row; each += 1) {
        const code = kind[each]!;
        if (date[each]! < from || date[each]! > to || !settlesWithDiscount(code)) continue;
        total += applied[each]!;
        if (code === DISCOUNT) taken += applied[each]!;
      }
      if (taken > 0) cells[party.codes[item]! * stride + end]! += total;
    }
  }
}
