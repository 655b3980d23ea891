/** Laws that hold for every file, however damaged. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { ledgerFromItems } from "../../src/ledger/from-items.ts";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { itemsFromCsvRows, reportByLine } from "trade-credit/adapters";
import { describe, expect, it } from "vitest";

const LEDGER = fileURLToPath(new URL("../../examples/month-end/ledger.csv", import.meta.url));

/** Rows of a real journal: enough to have installments, disputes, credits and reversals. */
const [HEADER = [], ...ROWS] = parse(readFileSync(LEDGER, "utf8"), { toLine: 1500 });

const damage = fc.record({
  row: fc.nat({ max: ROWS.length - 1 }),
  column: fc.nat({ max: HEADER.length - 1 }),
  text: fc.oneof(
    fc.constantFrom("", "x", "0.00", "-5.00", "2024-02-30", "__proto__", "payment", "void"),
    fc.constantFrom("document", "INV00001", "99999999.99", "0.001", "1e3", "2099-01-01"),
    fc.string({ maxLength: 8 }),
  ),
});

function damaged(hits: readonly { row: number; column: number; text: string }[]): string[][] {
  const rows = ROWS.map((row) => [...row]);
  for (const { row, column, text } of hits) rows[row]![column] = text;
  return rows;
}

const LAYOUT = { layout: "journal", dates: "YYYY-MM-DD" } as const;
const OPTIONS = { ...LAYOUT, header: HEADER } as const;

describe("a damaged journal", () => {
  it("is accounted for row by row, by the adapter and with the ledger", () => {
    fc.assert(
      fc.property(fc.array(damage, { maxLength: 40 }), (hits) => {
        const rows = damaged(hits);
        const read = itemsFromCsvRows(rows, OPTIONS);
        expect(read.accepted + read.rejected.length).toBe(rows.length);
        const ledger = ledgerFromItems(read.items, { currency: "USD", onBadRow: "collect" });
        const { accepted, rejected, leftOut } = reportByLine(read, ledger.report);
        expect(accepted + rejected.length + leftOut.draft + leftOut.void).toBe(rows.length);
        const lines = rejected.map(({ line }) => line);
        expect(new Set(lines).size).toBe(lines.length);
        expect(lines).toEqual([...lines].sort((one, other) => one - other));
        for (const { line, message, issues } of rejected) {
          expect(message.startsWith(`line ${line}: `)).toBe(true);
          expect(issues.length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("rejects a row only where it, or a document that it names, was damaged", () => {
    const whole = itemsFromCsvRows(ROWS, OPTIONS);
    fc.assert(
      fc.property(damage, (hit) => {
        const read = itemsFromCsvRows(damaged([hit]), OPTIONS);
        // Parts below the part of the file that is read name documents all the same.
        const before = new Set(whole.rejected.map(({ line }) => line));
        const place = (name: string): number => HEADER.indexOf(name);
        const id = ROWS[hit.row]![place("id")]!;
        const owner = id === "" ? ROWS[hit.row]![place("item")]! : id;
        for (const { line } of read.rejected) {
          if (before.has(line) || line === hit.row + 2) continue;
          const row = ROWS[line - 2]!;
          const names = [row[place("id")], row[place("item")], row[place("source")]];
          expect(names.some((name) => name === owner || name === hit.text)).toBe(true);
        }
      }),
      { numRuns: 100 },
    );
  });

  it("reads the same as records and as lists", () => {
    fc.assert(
      fc.property(fc.array(damage, { maxLength: 10 }), (hits) => {
        const rows = damaged(hits);
        const records = rows.map((row) =>
          Object.fromEntries(HEADER.map((name, place) => [name, row[place] ?? ""])),
        );
        expect(itemsFromCsvRows(records, LAYOUT)).toEqual(itemsFromCsvRows(rows, OPTIONS));
      }),
      { numRuns: 20 },
    );
  });
});
