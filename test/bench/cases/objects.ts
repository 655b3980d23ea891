/** A million objects of texts, as JSON.parse gives them, become a ledger and a table. */
import { agingTable, ledgerFromItems } from "trade-credit";

import { AS_OF, jsonOf } from "../data.ts";
import type { Columns, ObjectRow } from "../data.ts";
import { agingByHand } from "../peers/naive.ts";
import { collectGarbage, heldBytes, median, progress } from "../timing.ts";
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

/**
 * Times them in turns; every round parses anew, so that no text has been looked at before. The
 * first round, of a tenth of the rows, is not timed: there the ledger is weighed.
 */
export function objectTimes(columns: Columns, rounds: number): ObjectTimes {
  const json = jsonOf(columns);
  const few = jsonOf({ ...columns, count: Math.ceil(columns.count / 10) });
  const { bytesPerRow } = oneRound(few, true);
  const times = { parse: [] as number[], ours: [] as number[] };
  let rows: ObjectRow[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    rows = [];
    const made = oneRound(json, false);
    times.parse.push(made.parse);
    times.ours.push(made.ours);
    ({ rows } = made);
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
    bytesPerRow,
  };
}

/** Milliseconds of either, and where it is weighed what the ledger holds beside its rows. */
function oneRound(json: string, isWeighed: boolean) {
  collectGarbage();
  const started = performance.now();
  const rows = JSON.parse(json) as ObjectRow[];
  const parse = performance.now() - started;
  if (!isWeighed) collectGarbage();
  const before = isWeighed ? heldBytes() : 0;
  const again = performance.now();
  const ledger = ledgerFromItems(rows, { currency: "EUR" });
  const { value } = agingTable(ledger, { asOf: AS_OF }).total.gross;
  const own = performance.now() - again;
  if (value.isZero()) throw new Error("an empty table");
  progress(`  objects ${own.toFixed(0)} ms`);
  const held = isWeighed ? heldBytes() - before : 0;
  return { rows, parse, ours: own, bytesPerRow: held / ledger.items };
}
