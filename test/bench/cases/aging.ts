/** Aging of every customer as of a day, with and without payments dated one by one. */
import { agingTable } from "trade-credit";
import type { Ledger } from "trade-credit";

import type { Columns } from "../data.ts";
import { AS_OF, AS_OF_DAY } from "../data.ts";
import { agingByArquero } from "../peers/arquero.ts";
import { DuckDbPeer } from "../peers/duckdb.ts";
import { agingByPolars } from "../peers/polars.ts";
import type { Candidate } from "../timing.ts";

/** Classes: not due, 1–30, 31–60, 61–90, over 90. */
export const CLASSES = 5;
const LABELS = ["not due", "1-30", "31-60", "61-90", "91+"];

/** Cents by customer and class: cell `customer × CLASSES + class`. */
export type AgingCells = Float64Array;

/** Our table, every row of it read out as numbers. */
export function ours(ledger: Ledger, customers: number): Candidate<AgingCells> {
  const run = () => {
    const { parties } = agingTable(ledger, { asOf: AS_OF });
    const columns = parties.columns(LABELS) ?? {};
    const cells = new Float64Array(customers * CLASSES);
    const codes = parties.length === customers ? undefined : codesOf(parties);
    for (const [index, label] of LABELS.entries()) {
      const { values } = columns[label] as { values: Float64Array };
      for (let row = 0; row < values.length; row += 1) {
        cells[(codes ? (codes[row] as number) : row) * CLASSES + index] = values[row] as number;
      }
    }
    return cells;
  };
  return { name: "trade-credit", run };
}

function codesOf(parties: Iterable<{ readonly party: string }>): number[] {
  return Array.from(parties, ({ party }) => Number(party.slice(1)));
}

const BY_CLASS = `CASE WHEN due >= ${String(AS_OF_DAY)} THEN 0
  WHEN due >= ${String(AS_OF_DAY - 30)} THEN 1 WHEN due >= ${String(AS_OF_DAY - 60)} THEN 2
  WHEN due >= ${String(AS_OF_DAY - 90)} THEN 3 ELSE 4 END`;

/** Documents in DuckDB, amounts as DECIMAL and as whole cents. */
async function duckDbOf(columns: Columns, threads: number): Promise<DuckDbPeer | undefined> {
  const database = await DuckDbPeer.open(threads);
  if (!database) return undefined;
  await database.load("raw", [
    { name: "customer", type: "INTEGER", values: columns.customer },
    { name: "due", type: "INTEGER", values: columns.dueDay },
    { name: "cents", type: "BIGINT", values: columns.cents },
  ]);
  await database.run(`CREATE TABLE items AS SELECT customer, due, cents,
    CAST(CAST(cents AS DECIMAL(16, 0)) / 100 AS DECIMAL(18, 2)) AS amount FROM raw`);
  await database.run("DROP TABLE raw");
  return database;
}

async function cellsOf(database: DuckDbPeer, customers: number, sql: string): Promise<AgingCells> {
  const cells = new Float64Array(customers * CLASSES);
  await database.each(sql, ([customer, bucket, cents]) => {
    cells[(customer as number) * CLASSES + (bucket as number)] = cents as number;
  });
  return cells;
}

/** Every engine's best form of the same question, without payments. */
export async function peersOnBalances(
  columns: Columns,
  only: "all" | "duckdb",
): Promise<Candidate<AgingCells>[]> {
  const candidates: Candidate<AgingCells>[] = [];
  for (const threads of [2, 1]) {
    const database = await duckDbOf(columns, threads);
    if (!database) continue;
    const forms = {
      DECIMAL: "CAST(sum(amount) * 100 AS BIGINT)",
      "whole cents": "CAST(sum(cents) AS BIGINT)",
    };
    for (const [form, sum] of Object.entries(forms)) {
      const sql = `SELECT customer, ${BY_CLASS} AS class, ${sum} FROM items GROUP BY ALL`;
      candidates.push({
        name: `DuckDB, ${String(threads)} threads, ${form}`,
        run: () => cellsOf(database, columns.customers, sql),
        rounds: 5,
        warmUps: 1,
      });
    }
  }
  if (only === "duckdb") return candidates;
  const polars = agingByPolars(columns, AS_OF_DAY, CLASSES);
  if (polars) {
    const name = "Polars, 2 threads, whole cents";
    candidates.push({ name, run: polars, rounds: 5, warmUps: 1 });
  }
  const arquero = agingByArquero(columns, AS_OF_DAY, CLASSES);
  if (arquero)
    candidates.push({ name: "Arquero, whole cents", run: arquero, rounds: 3, warmUps: 0 });
  return candidates;
}

/** With payments: DuckDB joins what was paid by then. */
export async function peersOnPayments(columns: Columns): Promise<Candidate<AgingCells>[]> {
  const database = await DuckDbPeer.open(2);
  if (!database) return [];
  const item = Int32Array.from({ length: columns.count }, (_, row) => row);
  await database.load("items", [
    { name: "item", type: "INTEGER", values: item },
    { name: "customer", type: "INTEGER", values: columns.customer },
    { name: "issued", type: "INTEGER", values: columns.documentDay },
    { name: "due", type: "INTEGER", values: columns.dueDay },
    { name: "cents", type: "BIGINT", values: columns.cents },
  ]);
  await database.load("payments", [
    { name: "item", type: "INTEGER", values: columns.paidItem },
    { name: "day", type: "INTEGER", values: columns.paidDay },
    { name: "paid", type: "BIGINT", values: columns.paidCents },
  ]);
  const sql = `SELECT customer, ${BY_CLASS} AS class, CAST(sum(cents - coalesce(paid, 0)) AS BIGINT)
    FROM items LEFT JOIN (SELECT item, sum(paid) AS paid FROM payments
      WHERE day <= ${String(AS_OF_DAY)} GROUP BY item) USING (item)
    WHERE issued <= ${String(AS_OF_DAY)} GROUP BY ALL`;
  return [
    {
      name: "DuckDB, 2 threads, join",
      run: () => cellsOf(database, columns.customers, sql),
      rounds: 3,
      warmUps: 0,
    },
  ];
}

/** Adding up the columns that aging reads: what the machine can do at best. */
export function plainSum({ customer, dueDay, cents }: Columns): () => number {
  return () => {
    let sum = 0;
    for (let row = 0; row < cents.length; row += 1) {
      sum += (cents[row] as number) + (customer[row] as number) + (dueDay[row] as number);
    }
    return sum;
  };
}

/** Cells are equal to the cent. */
export function sameCells(exact: AgingCells, other: AgingCells): boolean {
  return exact.length === other.length && exact.every((cents, cell) => cents === other[cell]);
}
