/**
 * The identity must fail when one application is dropped, doubled or misdated on one of its sides:
 * a proof that cannot fail proves nothing.
 */
import { expect, test } from "vitest";

import { agingTable } from "trade-credit";
import type { Ledger } from "trade-credit";

import { formatDay } from "../../src/ground/days.ts";
import type { ApplicationColumns, Movements } from "../../src/ledger/columns.ts";
import type { LedgerData } from "../../src/ledger/ledger.ts";
import { onRandomLedgers } from "../support/random-ledgers.ts";

const INSIDE = Symbol.for("trade-credit/ledger");

const insideOf = (ledger: Ledger) => (ledger as unknown as Record<symbol, LedgerData>)[INSIDE];

/** A ledger whose inside is what is given. */
const ledgerOf = (data: LedgerData): Ledger => ({ [INSIDE]: data }) as unknown as Ledger;

type Rows = Movements | ApplicationColumns;

const FAULTS = {
  dropped: (rows: Rows, row: number) => changed(rows, row, 0n),
  doubled: (rows: Rows, row: number) => changed(rows, row, 2n),
  misdated: (rows: Rows, row: number) => ({
    ...rows,
    date: rows.date.map((date, each) => (each === row ? date + 400 : date)),
  }),
};

function changed<R extends Rows>(rows: R, row: number, factor: bigint): R {
  const amounts = Array.from(rows.amount as ArrayLike<number | bigint>, BigInt);
  amounts[row] = (amounts[row] as bigint) * factor;
  return { ...rows, amount: amounts };
}

test.each(Object.keys(FAULTS) as (keyof typeof FAULTS)[])(
  "an application that is %s on the side of the table, or of the items, makes the identity fail",
  (fault) => {
    let tried = 0;
    onRandomLedgers(({ ours }) => {
      const data = insideOf(ours) as LedgerData;
      const { movements } = data.units;
      const { applications } = data.journal;
      if (!movements || applications.count === 0 || data.journal.knownFrom !== undefined) return;
      tried += 1;

      const unitRow = movements.date.length - 1;
      const onTable = { ...movements, ...FAULTS[fault](movements, unitRow) };
      const table = ledgerOf({ ...data, units: { ...data.units, movements: onTable } });
      const tableDay = formatDay(movements.date[unitRow] as number);
      expect(agingTable(ours, { asOf: tableDay }).identity.holds).toBe(true);
      expect(agingTable(table, { asOf: tableDay }).identity.holds).toBe(false);

      // One that moves the balance: of a sourced one both sides would change alike.
      const row = applications.source.lastIndexOf(-1);
      if (row < 0) return;
      const onItems = { ...applications, ...FAULTS[fault](applications, row) };
      const journal = { ...data.journal, applications: onItems };
      const items = ledgerOf({ ...data, journal });
      const itemDay = formatDay(applications.date[row] as number);
      expect(agingTable(items, { asOf: itemDay }).identity.holds).toBe(false);
    }, 300);
    expect(tried).toBeGreaterThan(150);
  },
  60_000,
);

test("a day in the daily totals that is off by one cent makes the identity fail", () => {
  onRandomLedgers(({ ours }) => {
    const data = insideOf(ours) as LedgerData;
    const { day, balance } = data.daily;
    if (balance.length === 0 || data.journal.knownFrom !== undefined) return;
    const daily = { day, balance: balance.map((each) => each + 1n) };
    const asOf = formatDay(day[day.length - 1] as number);
    expect(agingTable(ledgerOf({ ...data, daily }), { asOf }).identity.holds).toBe(false);
  }, 100);
});
