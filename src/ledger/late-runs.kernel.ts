/**
 * @module ledger/late-runs.kernel
 *
 * The days late of each party's payments side by side, to be sorted: for medians and the worst.
 */
import type { PaymentTotals } from "./payment-totals.kernel.ts";
import { COUNT, COUNTS } from "./payment-totals.kernel.ts";

/** Days late by party: those of party `p` are at `start[p]` up to `start[p + 1]`, in no order. */
export interface LateRuns {
  readonly start: Int32Array;
  readonly daysLate: Int32Array;
}

/** Puts the days late of every payment with those of its party. */
export function lateRuns({ counts, party, daysLate, payments }: PaymentTotals): LateRuns {
  const parties = counts.length / COUNTS;
  const start = new Int32Array(parties + 1);
  for (let own = 0; own < parties; own += 1) {
    start[own + 1] = start[own]! + counts[own * COUNTS + COUNT.payments]!;
  }
  const next = start.slice();
  const sorted = new Int32Array(payments);
  for (let at = 0; at < payments; at += 1) {
    const own = party[at]!;
    const place = next[own]!;
    next[own] = place + 1;
    sorted[place] = daysLate[at]!;
  }
  return { start, daysLate: sorted };
}

/** Runs as long as this are sorted by the machine's own sort: the overhead of a call is paid. */
const LONG_RUN = 48;

/** Sorts `values[from … to)` in place. */
export function sortRun(values: Int32Array, from: number, to: number): void {
  if (to - from >= LONG_RUN) {
    values.subarray(from, to).sort();
    return;
  }
  for (let at = from + 1; at < to; at += 1) {
    const value = values[at]!;
    let place = at;
    while (place > from && values[place - 1]! > value) {
      values[place] = values[place - 1]!;
      place -= 1;
    }
    values[place] = value;
  }
}
