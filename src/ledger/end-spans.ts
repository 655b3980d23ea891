/**
 * @module ledger/end-spans
 *
 * Of many windows, each behind its month end, those that count what happens on a day: they follow
 * one another, so that the first of them and the first after them say it all.
 */
import type { DaySpan } from "../ground/months.ts";
import type { Halves } from "./window-cells.ts";

/** By day from the first on: counted by windows `since` up to but not including `until`. */
export interface EndSpans {
  readonly firstDay: number;
  readonly since: Uint16Array;
  readonly until: Uint16Array;
}

/** The windows, and their halves. */
export interface WindowSpans {
  readonly whole: EndSpans;
  readonly earlier: EndSpans;
  readonly later: EndSpans;
}

/** Spans of windows whose first and last days ascend. */
export function windowSpans(ends: readonly Halves[]): WindowSpans {
  const days = { from: (ends[0] as Halves).from, to: (ends[ends.length - 1] as Halves).to };
  const spans = (of: (end: Halves) => DaySpan) => spansOf(days, ends.map(of));
  return {
    whole: spans(({ from, to }) => ({ from, to })),
    earlier: spans(({ earlier, later }) => ({ from: earlier, to: later - 1 })),
    later: spans(({ later, to }) => ({ from: later, to })),
  };
}

function spansOf(days: DaySpan, windows: readonly DaySpan[]): EndSpans {
  const length = days.to - days.from + 1;
  const [since, until] = [new Uint16Array(length), new Uint16Array(length)];
  let [first, after] = [0, 0];
  for (let place = 0; place < length; place += 1) {
    const day = days.from + place;
    while (first < windows.length && (windows[first] as DaySpan).to < day) first += 1;
    while (after < windows.length && (windows[after] as DaySpan).from <= day) after += 1;
    since[place] = first;
    // An empty half begins where it has ended.
    until[place] = Math.max(first, after);
  }
  return { firstDay: days.from, since, until };
}
