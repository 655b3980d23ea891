/** Columns of a table by name. */
import { describe, expect, it } from "vitest";

import { isCreditError, ledgerFromItems, paymentBehaviour } from "trade-credit";
import { Rows } from "../../src/ground/rows.ts";

const ledger = ledgerFromItems(
  [
    {
      id: "1",
      party: "Ahorn",
      documentDate: "2026-03-02",
      terms: "net 30",
      amount: 900,
      applications: [{ date: "2026-04-11", amount: 900, kind: "payment" }],
    },
    { id: "2", party: "Birke", documentDate: "2026-05-02", terms: "net 30", amount: 70 },
  ],
  { currency: "EUR" },
);
const rows = () => paymentBehaviour(ledger, { asOf: "2026-06-30", months: 6 });

describe("columns", () => {
  it("of the names given are those of all columns, in the order asked", () => {
    const all = rows().columns() ?? {};
    for (const names of [["overdue"], ["medianDaysLate", "balance"], ["highestBalance"], []]) {
      const some = rows().columns(names) ?? {};
      expect(Object.keys(some)).toEqual(names);
      for (const name of names) expect(some[name]).toEqual(all[name]);
    }
    // 2026-06-01 was the last day of Birke's 30.
    expect(all["overdue"]?.values).toEqual(Float64Array.of(0, 7000));
    expect(all["medianDaysLate"]?.valid).toEqual(Uint8Array.of(1, 0));
  });

  it("that no table has are refused by name", () => {
    let error: unknown;
    try {
      rows().columns(["overdue", "toString", "overdew"]);
    } catch (thrown) {
      error = thrown;
    }
    expect(isCreditError(error) && error.issues.map(({ path }) => path)).toEqual([
      "names[1]",
      "names[2]",
    ]);
  });
});

describe("the rows of a table", () => {
  it("are mapped like those of an array, with their places", () => {
    const rows = new Rows(3, (index) => index * 10);
    expect(rows.map((row, index) => `${String(index)}: ${String(row)}`)).toEqual([
      "0: 0",
      "1: 10",
      "2: 20",
    ]);
    expect(new Rows(0, () => 1).map(String)).toEqual([]);
  });
});
