/**
 * Measures the library beside DuckDB, Polars, Arquero and code by hand, on the same rows in one
 * process, and compares every answer to the cent; scores of statements are compared with whole
 * numbers of any length.
 *
 *   npm run bench                1,000,000 documents, about a minute
 *   npm run bench -- 1e7         ten million, and the scaling up to twenty
 *   npm run bench -- 1e5 --check equality only: what CI runs; writes nothing
 *   npm run bench -- 1e6 --only=aging,scores  some of the cases; writes nothing
 *
 * The peers live in a `node_modules` of their own: npm install --prefix test/bench
 */
import { agingSums } from "trade-credit";

import * as aging from "./cases/aging.ts";
import * as dso from "./cases/dso.ts";
import { objectTimes } from "./cases/objects.ts";
import * as scoring from "./cases/scoring.ts";
import { countbackTimes, figureTimes } from "./cases/single.ts";
import { uncheckedAging } from "./cases/unchecked.ts";
import { AS_OF, columnsOf, customersOf, ledgerOf } from "./data.ts";
import type { Columns } from "./data.ts";
import { differingRows, exactScores } from "./exact-scores.ts";
import { given, handOver, inOwnProcess, isAlone } from "./own-process.ts";
import { coldTime, Report } from "./report.ts";
import type { Statements } from "./statements.ts";
import { statementsOf } from "./statements.ts";
import type { Timed } from "./timing.ts";
import { heldBytes, inTurns } from "./timing.ts";

const flags = given.filter((each) => each.startsWith("--"));
const [size = "1e6"] = given.filter((each) => !flags.includes(each));
const rows = Number(size);
const isCheck = flags.includes("--check");
const only = flags
  .find((flag) => flag.startsWith("--only="))
  ?.slice("--only=".length)
  .split(",");
if (!Number.isSafeInteger(rows) || rows < 1_000)
  throw new Error(`rows must be 1000 or more: ${size}`);

const isLarge = rows >= 1e7;
const customers = customersOf(rows);
const rounds = { rounds: isCheck ? 1 : rows > 2e6 ? 5 : 9, warmUps: isCheck ? 0 : 5 };
const report = new Report(rows, isCheck || only !== undefined);

/** The fastest of the peers whose name begins so, as a multiple of the first candidate. */
function timesOurs([ours, ...peers]: readonly Timed[], name: string): number {
  const own = (ours as Timed).milliseconds;
  const times = peers.filter((peer) => peer.name.startsWith(name));
  return Math.min(...times.map(({ milliseconds }) => milliseconds)) / own;
}

async function agingOfBalances(): Promise<void> {
  const columns = columnsOf(rows, false);
  const before = heldBytes();
  const ledger = ledgerOf(columns);
  const held = heldBytes() - before;
  const peers = await aging.peersOnBalances(columns, "all");
  const candidates = [aging.ours(ledger, customers), ...peers];
  const times = await inTurns(candidates, rounds, aging.sameCells);
  report.compare("Aging of every customer", times, rows);
  const duck = (threads: number) => timesOurs(times, `DuckDB, ${String(threads)} thread`);
  if (isLarge) {
    report.goal("aging, of DuckDB on two threads", { atLeast: 3.5 }, duck(2));
    report.goal("aging, of DuckDB on one thread", { atLeast: 6 }, duck(1));
  } else if (!isCheck) {
    report.goal("aging, of DuckDB on two threads", { atLeast: 7 }, duck(2));
    report.goal("aging, of Polars", { atLeast: 12 }, timesOurs(times, "Polars"));
    report.goal("aging, of Arquero", { atLeast: 45 }, timesOurs(times, "Arquero"));
  }
  // The ledger adopts its columns: what it holds beside them is its own.
  const given = columns.customer.byteLength + columns.documentDay.byteLength;
  const more = columns.dueDay.byteLength + columns.cents.byteLength;
  const bytes = (given + more + held) / rows;
  report.note(`Ledger of balances: ${bytes.toFixed(1)} bytes a document, its columns included.`);
  if (!isCheck) report.goal("bytes a document, balances", { atMost: 16 }, bytes);
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
  if (!isLarge) return;
  const [own, unchecked, plain] = times.map(({ milliseconds }) => milliseconds) as [
    number,
    number,
    number,
  ];
  report.goal("the loop, of a plain sum", { atMost: 1.75 }, own / plain);
  report.goal("the loop, of itself without checks", { atMost: 1.05 }, own / unchecked);
}

async function agingOfHistory(): Promise<void> {
  const columns = columnsOf(rows, true);
  const ledger = ledgerOf(columns);
  const candidates = [aging.ours(ledger, customers), ...(await aging.peersOnPayments(columns))];
  const times = await inTurns(candidates, rounds, aging.sameCells);
  report.compare("Aging with a dated payment a document", times, rows);
  if (!isCheck) {
    report.goal("as-of aging, of DuckDB's join", { atLeast: 8 }, timesOurs(times, "DuckDB"));
  }
  const peers = await dso.peers(columns);
  const days = await inTurns([dso.ours(ledger, customers), ...peers], rounds, dso.sameDays);
  report.compare("DSO by three methods, every customer", days, rows);
  if (isLarge) {
    const joined = timesOurs(days, "DuckDB, 2 threads, join");
    report.goal("DSO, of DuckDB on the same tables", { atLeast: 3 }, joined);
    const given = timesOurs(days, "DuckDB, 2 threads, open");
    report.goal("DSO, of DuckDB told what is open", { atLeast: 3 }, given);
  }
  if (isCheck) return;
  const { made, read } = figureTimes(ledger, 5);
  const many = customers.toLocaleString("en");
  report.note(
    `Figures of ${many} customers: ${made.toFixed(0)} ms, values read: ${read.toFixed(0)} ms.`,
  );
  if (!isLarge) report.goal("ms for 20,000 customers' figures, unread", { atMost: 100 }, made);
  historyBytes(columns);
}

/** What another ledger of the same columns takes: by now nothing of earlier cases is held. */
function historyBytes(columns: Columns): void {
  const before = heldBytes();
  const ledger = ledgerOf(columns);
  const held = heldBytes() - before;
  if (ledger.items !== columns.count) throw new Error("a ledger that lost documents");
  const { customer, documentDay, dueDay, cents, paidItem, paidDay, paidCents } = columns;
  const documents = [customer, documentDay, dueDay, cents];
  const payments = [paidItem, paidDay, paidCents];
  const size = (list: readonly { readonly byteLength: number }[]) =>
    list.reduce((sum, { byteLength }) => sum + byteLength, 0);
  const all = (size(documents) + size(payments) + held) / rows;
  const own = held / rows;
  report.goal("bytes a document with its payment", { atMost: 25 }, all);
  report.note(
    `Ledger with history: ${all.toFixed(1)} bytes a document with its payment, ${own.toFixed(1)} of them beside the columns given.`,
  );
}

async function scaling(): Promise<void> {
  const perRow: number[] = [];
  for (const [documents, parties] of [
    [4e6, 20_000],
    [2e7, 20_000],
    [1e7, 20_000],
    [1e7, 1e6],
  ] as const) {
    const ledger = ledgerOf(columnsOf(documents, false, parties));
    const loop = { name: "loop", run: () => agingSums(ledger, { asOf: AS_OF }) };
    const [time] = await inTurns<unknown>([loop], { rounds: 5, warmUps: 2 }, () => true);
    const each = ((time?.milliseconds ?? 0) * 1e6) / documents;
    perRow.push(each);
    const [count, many] = [documents, parties].map((number) => number.toLocaleString("en"));
    report.note(
      `The loop alone, ${count as string} rows, ${many as string} customers: ${each.toFixed(1)} ns a row.`,
    );
  }
  const [four, twenty, few, many] = perRow as [number, number, number, number];
  report.goal("ns a row at 20 million, of that at 4", { atMost: 1.15 }, twenty / four);
  report.goal("a million customers, of 20,000", { atMost: 8 }, many / few);
}

async function scores(): Promise<void> {
  const ratios: (readonly [duckDb: number, byHand: number])[] = [];
  for (const statements of statementsOf(Math.min(rows, 1e6))) {
    ratios.push(await scoresOf(statements));
  }
  if (isCheck) return;
  const [duckDb, byHand] = [0, 1].map((at) =>
    Math.min(...ratios.map((each) => each[at] as number)),
  );
  report.goal("scoring, of DuckDB on doubles", { atLeast: 2.5 }, duckDb as number);
  report.goal("scoring, of decimal.js", { atLeast: 400 }, byHand as number);
}

/** Times one set, and counts the rows that differ from whole numbers of any length. */
async function scoresOf(statements: Statements): Promise<readonly [number, number]> {
  const { name, count } = statements;
  const title = `Z'', five Cs, grade and limit, ${name}`;
  const duckDb = await scoring.DuckDbScores.open(statements);
  const hand = scoring.byHand(statements);
  const candidates = [scoring.ours(statements), ...(duckDb?.candidates() ?? []), hand];
  const measured = await inTurns(candidates, rounds, scoring.sameSums);
  const times = measured.map((each) =>
    each.name === hand.name ? { ...each, milliseconds: each.milliseconds * scoring.BY_HAND } : each,
  );
  report.compare(title, times, count);
  const exact = exactScores(statements);
  report.differences(title, differingRows(exact, scoring.scored(statements)), count);
  const others: string[] = [];
  for (const round of ["round_even", "round"] as const) {
    if (!duckDb) continue;
    const differing = differingRows(exact, await duckDb.rows(round));
    others.push(`${differing.toLocaleString("en")} of DuckDB's with ${round}`);
  }
  const part = hand.rows();
  const differing = differingRows(exact, part).toLocaleString("en");
  others.push(`${differing} of ${part.z.length.toLocaleString("en")} of decimal.js`);
  report.note(`Rows that differ where arithmetic is allowed to round: ${others.join(", ")}.`);
  return [timesOurs(times, "DuckDB"), timesOurs(times, "decimal.js")];
}

function objects(): void {
  const times = objectTimes(columnsOf(Math.min(rows, 1e6), false), isCheck ? 1 : 3);
  report.objects(times);
  if (isCheck || isLarge) return;
  const { ours, parse, byHand } = times;
  report.goal("objects, of JSON.parse", { atMost: 0.35 }, ours / parse);
  report.goal("objects, of decimal.js and date-fns", { atLeast: 30 }, byHand / ours);
  report.goal("objects, µs a row", { atMost: 0.5 }, (ours * 1e3) / rows);
}

function singleCalls(): void {
  const times = countbackTimes(isCheck ? 1 : 9);
  report.countback(times);
  if (isCheck || isLarge) return;
  report.goal("one countback, of decimal.js", { atMost: 2 }, times.ours / times.byHand);
  const cold = coldTime();
  report.note(`First aging call of a process, 1,000 rows: ${cold.toFixed(2)} ms.`);
  report.goal("ms of the first aging call", { atMost: 1 }, cold);
}

const cases: Readonly<Record<string, () => void | Promise<void>>> = {
  aging: agingOfBalances,
  history: agingOfHistory,
  scores,
  objects,
  single: singleCalls,
  ...(isLarge && { scaling }),
};
for (const name of only ?? Object.keys(cases)) {
  const run = cases[name];
  if (!run) throw new Error(`no case ${name}: there are ${Object.keys(cases).join(", ")}`);
  if (isAlone) await run();
  else report.join(await inOwnProcess(name));
}
if (isAlone) handOver(report.part());
else report.finish();
