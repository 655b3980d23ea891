/**
 * Measures the library beside DuckDB, Polars, Arquero and code by hand, on the same rows in one
 * process, and compares every answer to the cent.
 *
 *   npm run bench                1,000,000 documents, under a minute
 *   npm run bench -- 1e7         ten million, and the scaling up to twenty
 *   npm run bench -- 1e5 --check equality only: what CI runs; writes nothing
 *
 * The peers live in a `node_modules` of their own: npm install --prefix test/bench
 */
import { agingSums } from "trade-credit";

import * as aging from "./cases/aging.ts";
import * as dso from "./cases/dso.ts";
import { objectTimes } from "./cases/objects.ts";
import { countbackTimes, figureTimes } from "./cases/single.ts";
import { uncheckedAging } from "./cases/unchecked.ts";
import { AS_OF, columnsOf, customersOf, ledgerOf } from "./data.ts";
import type { Columns } from "./data.ts";
import { coldTime, Report } from "./report.ts";
import { heldBytes, inTurns } from "./timing.ts";

const [size = "1e6", ...flags] = process.argv.slice(2).filter((each) => each !== "--");
const rows = Number(size);
const isCheck = flags.includes("--check");
if (!Number.isSafeInteger(rows) || rows < 1_000)
  throw new Error(`rows must be 1000 or more: ${size}`);

const customers = customersOf(rows);
const rounds = { rounds: isCheck ? 1 : rows > 2e6 ? 5 : 9, warmUps: isCheck ? 0 : 3 };
const report = new Report(rows, isCheck);

async function agingOfBalances(): Promise<void> {
  const columns = columnsOf(rows, false);
  const before = heldBytes();
  const ledger = ledgerOf(columns);
  const held = heldBytes() - before;
  const peers = await aging.peersOnBalances(columns, "all");
  const candidates = [aging.ours(ledger, customers), ...peers];
  const times = await inTurns(candidates, rounds, aging.sameCells);
  report.compare("Aging of every customer", times, rows);
  // The ledger adopts its columns: what it holds beside them is its own.
  const given = columns.customer.byteLength + columns.documentDay.byteLength;
  const more = columns.dueDay.byteLength + columns.cents.byteLength;
  report.bytes("Ledger of balances", (given + more + held) / rows);
  await floors(columns);
}

/** Our loop against adding up its columns, and against itself without checks. */
async function floors(columns: Columns): Promise<void> {
  const ledger = ledgerOf(columns);
  const loops = [
    { name: "trade-credit, the loop alone", run: () => agingSums(ledger, { asOf: AS_OF }) },
    { name: "the loop without checks and proof", run: uncheckedAging(columns) },
    { name: "plain sum of the columns", run: aging.plainSum(columns) },
  ];
  const times = await inTurns<unknown>(loops, rounds, () => true);
  report.compare("The loop and its floor", times, rows);
}

async function agingOfHistory(): Promise<void> {
  const columns = columnsOf(rows, true);
  const ledger = ledgerOf(columns);
  const candidates = [aging.ours(ledger, customers), ...(await aging.peersOnPayments(columns))];
  const times = await inTurns(candidates, rounds, aging.sameCells);
  report.compare("Aging with a dated payment a document", times, rows);
  const days = [dso.ours(ledger, customers), ...(await dso.peers(columns))];
  report.compare(
    "DSO by three methods, every customer",
    await inTurns(days, rounds, dso.sameDays),
    rows,
  );
  if (!isCheck) report.figures(figureTimes(ledger, 5), customers);
}

async function scaling(): Promise<void> {
  for (const [documents, parties] of [
    [4e6, 20_000],
    [2e7, 20_000],
    [1e7, 1e6],
  ] as const) {
    const ledger = ledgerOf(columnsOf(documents, false, parties));
    const loop = { name: "loop", run: () => agingSums(ledger, { asOf: AS_OF }) };
    const [time] = await inTurns<unknown>([loop], { rounds: 5, warmUps: 2 }, () => true);
    report.scale(documents, parties, time?.milliseconds ?? 0);
  }
}

await agingOfBalances();
await agingOfHistory();
report.objects(objectTimes(columnsOf(Math.min(rows, 1e6), false), isCheck ? 1 : 5));
report.countback(countbackTimes(isCheck ? 1 : 9));
if (!isCheck) report.cold(coldTime());
if (rows >= 1e7) await scaling();
report.finish();
