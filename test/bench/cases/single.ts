/** One call at a time: what a screen asks. */
import { dsoByParty, dsoCountback } from "trade-credit";
import type { Ledger } from "trade-credit";

import { AS_OF, hash } from "../data.ts";
import { countbackByHand } from "../peers/naive.ts";
import { median } from "../timing.ts";

const CALLS = 2_000;

/** Nanoseconds a call of countback over twelve months, ours with its derivation unread. */
export function countbackTimes(rounds: number) {
  const inputs = Array.from({ length: CALLS }, (_, call) => ({
    receivables: String(1_000 + (hash(call, 11) % 90_000)),
    periods: Array.from({ length: 12 }, (__, month) => ({
      period: `2025-${String(month + 1).padStart(2, "0")}`,
      sales: `${String(9_000 + (hash(call * 12 + month, 12) % 9_000))}.25`,
      days: new Date(Date.UTC(2025, month + 1, 0)).getUTCDate(),
    })),
  }));
  const times = { ours: [] as number[], byHand: [] as number[] };
  let equal = true;
  for (let round = -2; round < rounds; round += 1) {
    const started = performance.now();
    const answers = inputs.map((input) => dsoCountback({ ...input, sameTaxBasis: true }));
    const half = performance.now();
    const others = inputs.map(({ receivables, periods }) => countbackByHand(receivables, periods));
    const done = performance.now();
    if (round < 0) {
      equal &&= answers.every(({ value }, call) => value.toFixed(10) === others[call]?.toFixed(10));
      continue;
    }
    times.ours.push(((half - started) / CALLS) * 1e6);
    times.byHand.push(((done - half) / CALLS) * 1e6);
  }
  return { ours: median(times.ours), byHand: median(times.byHand), equal };
}

/** Milliseconds for the countback figures of every customer: made alone, and values read, too. */
export function figureTimes(ledger: Ledger, rounds: number): { made: number; read: number } {
  const times = { made: [] as number[], read: [] as number[] };
  const rows = dsoByParty(ledger, { asOf: AS_OF, months: 12, methods: ["countback"] });
  for (let round = -2; round < rounds; round += 1) {
    const started = performance.now();
    let made = 0;
    for (const { countback } of rows) if (countback?.unit === "days") made += 1;
    const half = performance.now();
    let read = 0;
    for (const { countback } of rows) if (countback?.value) read += 1;
    const done = performance.now();
    if (made === 0 || read === 0) throw new Error("no figure has a value");
    if (round < 0) continue;
    times.made.push(half - started);
    times.read.push(done - half);
  }
  return { made: median(times.made), read: median(times.read) };
}
