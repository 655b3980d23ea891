/** A million objects of texts, as JSON.parse gives them, become a ledger and a table. */
import { agingTable, ledgerFromItems } from "trade-credit";

import { AS_OF, jsonOf } from "../data.ts";
import type { Columns, ObjectRow } from "../data.ts";
import { agingByHand } from "../peers/naive.ts";
import { heldBytes, median, progress } from "../timing.ts";
import { CLASSES, ours, sameCells } from "./aging.ts";

/** Medians in milliseconds. */
export interface ObjectTimes {
  readonly parse: number;
  readonly ours: number;
  /** Of a tenth of the rows, times ten. */
  readonly byHand: number;
  readonly equal: boolean;
  readonly bytesPerRow: number;
}

/** Times them in turns; every round parses anew, so that no text has been looked at before. */
export function objectTimes(columns: Columns, rounds: number): ObjectTimes {
  const json = jsonOf(columns);
  const times = { parse: [] as number[], ours: [] as number[] };
  let rows: ObjectRow[] = [];
  for (let round = -1; round < rounds; round += 1) {
    rows = [];
    heldBytes();
    const started = performance.now();
    rows = JSON.parse(json) as ObjectRow[];
    const parsed = performance.now();
    heldBytes();
    const again = performance.now();
    const ledger = ledgerFromItems(rows, { currency: "EUR" });
    const { value } = agingTable(ledger, { asOf: AS_OF }).total.gross;
    const done = performance.now();
    if (value.isZero()) throw new Error("an empty table");
    progress(`  objects ${(done - again).toFixed(0)} ms`);
    if (round < 0) continue;
    times.parse.push(parsed - started);
    times.ours.push(done - again);
  }
  const part = rows.slice(0, Math.ceil(rows.length / 10));
  const started = performance.now();
  const byHand = agingByHand(part, AS_OF, columns.customers, CLASSES);
  const took = (performance.now() - started) * (rows.length / part.length);
  const ledger = ledgerFromItems(part, { currency: "EUR" });
  const cells = ours(ledger, columns.customers).run() as Float64Array;
  return {
    parse: median(times.parse),
    ours: median(times.ours),
    byHand: took,
    equal: sameCells(byHand, cells),
    bytesPerRow: bytesPerRow(rows),
  };
}

/** What a ledger holds beside the rows that it was made of. */
function bytesPerRow(rows: readonly ObjectRow[]): number {
  const before = heldBytes();
  const ledger = ledgerFromItems(rows, { currency: "EUR" });
  const held = heldBytes() - before;
  return held / ledger.items;
}
