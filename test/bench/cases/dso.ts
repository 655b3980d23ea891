/** Days sales outstanding by three methods for every customer, over twelve months. */
import { dsoByParty } from "trade-credit";
import type { Ledger } from "trade-credit";

import { AS_OF, AS_OF_DAY } from "../data.ts";
import type { Columns } from "../data.ts";
import { DuckDbPeer } from "../peers/duckdb.ts";
import type { Candidate } from "../timing.ts";

const METHODS = ["period-average", "countback", "aging-buckets"] as const;
const COLUMNS = ["periodAverage", "countback", "agingBuckets"] as const;

/** Days by customer and method, not a number where there are none. */
export type DsoCells = Float64Array;

export function ours(ledger: Ledger, customers: number): Candidate<DsoCells> {
  const run = () => {
    const rows = dsoByParty(ledger, { asOf: AS_OF, months: 12, methods: METHODS });
    const columns = rows.columns() ?? {};
    const cells = new Float64Array(customers * METHODS.length).fill(Number.NaN);
    const codes = rows.length === customers ? undefined : Array.from(rows, ({ party }) => party);
    for (const [method, name] of COLUMNS.entries()) {
      const { values, valid } = columns[name] as { values: Float64Array; valid: Uint8Array };
      for (let row = 0; row < values.length; row += 1) {
        const customer = codes ? Number(codes[row]?.slice(1)) : row;
        const cell = customer * METHODS.length + method;
        if (valid[row] === 1) cells[cell] = values[row] as number;
      }
    }
    return cells;
  };
  return { name: "trade-credit", run };
}

/**
 * The same three methods in DuckDB, twice: from the tables that we have, joined, and with what is
 * open on that day given as a column, so that it need not join. Countback walks back month by
 * month; a month without sales counts while a remainder is left.
 */
export async function peers(columns: Columns): Promise<Candidate<DsoCells>[]> {
  const database = await DuckDbPeer.open(2);
  if (!database) return [];
  await database.load("items", [
    { name: "customer", type: "INTEGER", values: columns.customer },
    { name: "issued", type: "INTEGER", values: columns.documentDay },
    { name: "cents", type: "BIGINT", values: columns.cents },
    { name: "open", type: "BIGINT", values: openCents(columns) },
    { name: "item", type: "INTEGER", values: Int32Array.from(columns.cents, (_, row) => row) },
  ]);
  await database.load("payments", [
    { name: "item", type: "INTEGER", values: columns.paidItem },
    { name: "day", type: "INTEGER", values: columns.paidDay },
    { name: "paid", type: "BIGINT", values: columns.paidCents },
  ]);
  const run = async (sql: string): Promise<DsoCells> => {
    const cells = new Float64Array(columns.customers * METHODS.length).fill(Number.NaN);
    await database.each(sql, ([customer, average, countback, buckets, flags]) => {
      const from = (customer as number) * METHODS.length;
      const known = flags as number;
      if ((known & 1) !== 0) cells[from] = average as number;
      if ((known & 2) !== 0) cells[from + 1] = countback as number;
      if ((known & 4) !== 0) cells[from + 2] = buckets as number;
    });
    return cells;
  };
  return [
    { name: "DuckDB, 2 threads, join", run: () => run(sqlOn(JOINED)), rounds: 3, warmUps: 0 },
    {
      name: "DuckDB, 2 threads, open given",
      run: () => run(sqlOn("items")),
      rounds: 5,
      warmUps: 1,
    },
  ];
}

/** What is open of each document, paid or not. */
function openCents({ cents, paidItem, paidDay, paidCents }: Columns): Float64Array {
  const open = cents.slice();
  for (let row = 0; row < paidItem.length; row += 1) {
    if ((paidDay[row] as number) > AS_OF_DAY) continue;
    open[paidItem[row] as number]! -= paidCents[row] as number;
  }
  return open;
}

/** First days of the twelve months up to 2026-06-30, and their lengths. */
const MONTHS = Array.from({ length: 12 }, (_, month) => {
  const first = Date.UTC(2025, 6 + month, 1) / 86_400_000;
  return { month, first, days: Date.UTC(2025, 7 + month, 1) / 86_400_000 - first };
});

const MONTH_OF_ISSUE = `CASE ${[...MONTHS]
  .reverse()
  .map(({ month, first }) => `WHEN issued >= ${String(first)} THEN ${String(month)}`)
  .join(" ")} ELSE -1 END`;

/** What is open, from the payments of each document. */
const JOINED = `(SELECT customer, issued, cents, cents - coalesce(paid, 0) AS open
  FROM (SELECT item, customer, issued, cents FROM items) LEFT JOIN (
    SELECT item, sum(paid) AS paid FROM payments WHERE day <= ${String(AS_OF_DAY)} GROUP BY item
  ) USING (item))`;

const sqlOn = (items: string): string => `
WITH months(month, days) AS (VALUES ${MONTHS.map(({ month, days }) => `(${String(month)}, ${String(days)})`).join(", ")}),
sums AS (
  SELECT customer, ${MONTH_OF_ISSUE} AS month, CAST(sum(cents) AS BIGINT) AS sales,
    CAST(sum(open) AS BIGINT) AS open
  FROM ${items} WHERE issued <= ${String(AS_OF_DAY)} GROUP BY ALL),
balances AS (SELECT customer, CAST(sum(open) AS BIGINT) AS receivables FROM sums GROUP BY customer),
grid AS (
  SELECT b.customer, b.receivables, m.month, m.days, coalesce(s.sales, 0) AS sales,
    coalesce(s.open, 0) AS open
  FROM balances b CROSS JOIN months m
  LEFT JOIN sums s ON s.customer = b.customer AND s.month = m.month),
walk AS (
  SELECT *, receivables - coalesce(sum(sales) OVER (PARTITION BY customer ORDER BY month DESC
    ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS remaining
  FROM grid)
SELECT customer,
  CAST(coalesce(max(receivables) * 365.0 / nullif(sum(sales), 0), 0) AS DOUBLE),
  CAST(coalesce(sum(CASE WHEN remaining <= 0 THEN 0 WHEN sales = 0 THEN days
    ELSE least(remaining, sales)::DOUBLE / sales * days END), 0) AS DOUBLE),
  CAST(coalesce(sum(CASE WHEN sales = 0 THEN 0 ELSE open::DOUBLE / sales * days END), 0) AS DOUBLE),
  CAST(CASE WHEN sum(sales) > 0 THEN 1 ELSE 0 END
    + CASE WHEN max(receivables) <= sum(sales) THEN 2 ELSE 0 END
    + CASE WHEN sum(CASE WHEN sales = 0 AND open <> 0 THEN 1 ELSE 0 END) = 0 THEN 4 ELSE 0 END
    AS INTEGER)
FROM walk GROUP BY customer`;

/** Days are equal within what doubles of the other side can do. */
export function sameDays(exact: DsoCells, other: DsoCells): boolean {
  return exact.every((days, cell) => {
    const theirs = other[cell] as number;
    if (Number.isNaN(days) || Number.isNaN(theirs))
      return Number.isNaN(days) === Number.isNaN(theirs);
    return Math.abs(days - theirs) <= 1e-9 * Math.max(1, Math.abs(days));
  });
}
