/** A CSV file in journal layout. Expected values are written by hand from the rows. */
import { ledgerFromItems } from "../../src/ledger/from-items.ts";
import { receivablesBalance } from "../../src/ledger/balance.ts";
import type { CsvJournalOptions } from "trade-credit/adapters";
import { itemsFromCsvRows, reportByLine } from "trade-credit/adapters";
import { describe, expect, it } from "vitest";

const HEADER = [
  ...["record", "id", "party", "documentDate", "dueDate", "terms", "amount", "kind", "item"],
  ...["source", "date", "from", "to", "reason", "status", "region"],
] as const;

type Column = (typeof HEADER)[number];
type Row = Partial<Record<Column, string>>;

const document = (id: string, more: Row = {}): Row => ({
  record: "document",
  id,
  party: "Ahorn",
  documentDate: "2026-05-04",
  dueDate: "2026-06-03",
  amount: "100.00",
  kind: "invoice",
  ...more,
});
const payment = (item: string, more: Row = {}): Row => ({
  record: "application",
  item,
  date: "2026-06-10",
  amount: "40.00",
  kind: "payment",
  ...more,
});

/** Rows as a CSV library gives them: every column there, empty where not filled. */
function read(rows: readonly Row[], more: Partial<CsvJournalOptions> = {}) {
  const filled = rows.map((row) =>
    Object.fromEntries(HEADER.map((column) => [column, row[column] ?? ""])),
  );
  return itemsFromCsvRows(filled, { layout: "journal", dates: "YYYY-MM-DD", ...more });
}

const messages = (answer: { rejected: readonly { message: string }[] }): string[] =>
  answer.rejected.map(({ message }) => message);

describe("a journal", () => {
  it("puts installments, applications and disputes to their documents, in any order", () => {
    const answer = read([
      payment("1", { source: "P1" }),
      { record: "dispute", item: "1", from: "2026-05-10", amount: "5.00", reason: "price" },
      document("1", { dueDate: "", region: "North" }),
      { record: "installment", item: "1", dueDate: "2026-06-03", amount: "50.00" },
      { record: "installment", item: "1", dueDate: "2026-07-03", amount: "50.00" },
      document("P1", { kind: "payment", dueDate: "" }),
      payment("1", { kind: "write-off", amount: "1.00" }),
      { record: "dispute", item: "1", from: "2026-06-01", to: "2026-06-09", amount: "2.00" },
    ]);
    expect(messages(answer)).toEqual([]);
    expect(answer.items).toEqual([
      {
        id: "1",
        party: "Ahorn",
        documentDate: "2026-05-04",
        amount: "100.00",
        kind: "invoice",
        installments: [
          { dueDate: "2026-06-03", amount: "50.00" },
          { dueDate: "2026-07-03", amount: "50.00" },
        ],
        applications: [
          { date: "2026-06-10", amount: "40.00", kind: "payment", source: "P1" },
          { date: "2026-06-10", amount: "1.00", kind: "write-off" },
        ],
        disputes: [
          { from: "2026-05-10", amount: "5.00", reason: "price" },
          { from: "2026-06-01", to: "2026-06-09", amount: "2.00" },
        ],
      },
      {
        id: "P1",
        party: "Ahorn",
        documentDate: "2026-05-04",
        amount: "100.00",
        kind: "payment",
      },
    ]);
    expect(answer.lines).toEqual([
      { line: 4, installments: [5, 6], applications: [2, 8], disputes: [3, 9] },
      { line: 7 },
    ]);
    expect(answer).toMatchObject({ accepted: 8, rows: 8 });
  });

  it("takes dimensions and other names of columns from the map", () => {
    const rows = [{ art: "document", ...document("1"), region: "North" }].map((row) =>
      Object.fromEntries(Object.entries(row).filter(([key]) => key !== "record")),
    );
    const answer = itemsFromCsvRows(
      rows.map((row) => ({ ...row, item: "", date: "" })),
      {
        layout: "journal",
        dates: "YYYY-MM-DD",
        map: { record: "art", dimensions: { region: "region" } },
      },
    );
    expect(answer.items[0]?.dimensions).toEqual({ region: "North" });
  });

  it("rejects rows whose document is missing or was rejected", () => {
    const answer = read([
      document("1", { documentDate: "2026-02-30" }),
      payment("1"),
      payment("9"),
      payment("2", { source: "1" }),
      payment("2", { source: "8" }),
      document("2"),
      payment("2"),
      { record: "dispute", item: "1", from: "2026-05-10", amount: "5.00" },
      { record: "installment", item: "", dueDate: "2026-06-03", amount: "50.00" },
    ]);
    expect(messages(answer)).toEqual([
      'line 2: documentDate must be a date YYYY-MM-DD, got "2026-02-30"',
      'line 3: item must name a document that was accepted; line 2 was rejected, got "1"',
      'line 4: item must name a document of the file, got "9"',
      'line 5: source must name a document that was accepted; line 2 was rejected, got "1"',
      'line 6: source must name a document of the file, got "8"',
      'line 9: item must name a document that was accepted; line 2 was rejected, got "1"',
      "line 10: item must not be empty",
    ]);
    expect(answer.items).toEqual([
      expect.objectContaining({
        id: "2",
        applications: [{ date: "2026-06-10", amount: "40.00", kind: "payment" }],
      }),
    ]);
    expect(answer).toMatchObject({ accepted: 2, rows: 9 });
    expect(answer.rejected[1]).toMatchObject({ line: 3, id: "1" });
  });

  it("rejects a document with an installment that cannot be read, and all its rows", () => {
    const answer = read([
      document("1", { dueDate: "" }),
      { record: "installment", item: "1", dueDate: "2026-06-03", amount: "50.00" },
      { record: "installment", item: "1", dueDate: "soon", amount: "50.00" },
      payment("1"),
    ]);
    expect(messages(answer)).toEqual([
      "line 2: must have installments that can be read; line 4 cannot",
      'line 3: item must name a document that was accepted; line 2 was rejected, got "1"',
      'line 4: dueDate must be a date YYYY-MM-DD, got "soon"',
      'line 5: item must name a document that was accepted; line 2 was rejected, got "1"',
    ]);
    expect(answer.items).toEqual([]);
  });

  it("gives a number to the first document that states it", () => {
    const answer = read([document("1"), document("1", { amount: "200.00" }), payment("1")]);
    expect(messages(answer)).toEqual(['line 3: id must be unique; line 2 has it, got "1"']);
    expect(answer.items).toEqual([expect.objectContaining({ amount: "100.00" })]);
    // A first one that cannot be read has it, too: the payment may have been meant for it.
    expect(messages(read([document("1", { amount: "" }), document("1"), payment("1")]))).toEqual([
      "line 2: amount must not be empty",
      'line 3: id must be unique; line 2 has it, got "1"',
      'line 4: item must name a document that was accepted; line 2 was rejected, got "1"',
    ]);
  });

  it("tells every fault of a row", () => {
    const answer = read([
      document("1"),
      { record: "Document", id: "2" },
      { id: "3" },
      document("", { kind: "receipt", status: "open" }),
      payment("1", { date: "", amount: "x", kind: "" }),
      payment("1", { kind: "cash", item: "7" }),
      { record: "dispute", item: "1", from: "1.5.2026", to: "?", amount: "" },
    ]);
    expect(messages(answer)).toEqual([
      'line 3: record must be "document" or "installment" or "application" or "dispute", ' +
        'got "Document"',
      "line 4: record must not be empty",
      "line 5: id must not be empty; " +
        'kind must be "invoice" or "debit-note" or "credit-note" or "payment" or "bill", ' +
        'got "receipt"; status must be "posted" or "draft" or "void", got "open"',
      'line 6: date must not be empty; amount must be an amount like 1234.56, got "x"; ' +
        "kind must not be empty",
      'line 7: item must name a document of the file, got "7"; kind must be "payment" or ' +
        '"credit-note" or "discount" or "write-off" or "bill" or "offset" or "exchange", ' +
        'got "cash"',
      'line 8: from must be a date YYYY-MM-DD, got "1.5.2026"; amount must not be empty; ' +
        'to must be a date YYYY-MM-DD, got "?"',
    ]);
  });

  it("says which columns a file lacks", () => {
    const rows = [{ record: "document", id: "1" }];
    expect(() => itemsFromCsvRows(rows, { layout: "journal", dates: "YYYY-MM-DD" })).toThrow(
      'itemsFromCsvRows: map.party must be given: there is no column "party" ' +
        '(the file has "record", "id"); map.documentDate must be given: there is no column',
    );
  });

  it("has no use for the options of lists", () => {
    const options = { negative: "credit-note", kinds: {} } as Partial<CsvJournalOptions>;
    expect(() => read([document("1")], options)).toThrow(
      "itemsFromCsvRows: negative must be left out: it is an option of lists; " +
        "kinds must be left out: it is an option of lists",
    );
  });

  it("may name its documents as it likes", () => {
    const answer = read([
      document("__proto__"),
      payment("__proto__"),
      document("constructor", { party: "__proto__" }),
      payment("toString"),
    ]);
    expect(messages(answer)).toEqual([
      'line 5: item must name a document of the file, got "toString"',
    ]);
    const ledger = ledgerFromItems(answer.items, { currency: "EUR" });
    const asOf = "2026-06-30";
    expect(receivablesBalance(ledger, { asOf }).value.toFixed(2)).toBe("160.00");
    expect(receivablesBalance(ledger, { asOf, party: "__proto__" }).value.toFixed(2)).toBe(
      "100.00",
    );
  });
});

describe("the report by line of a journal", () => {
  it("finds the line of the application that the ledger refused", () => {
    const answer = read([
      document("1"),
      payment("1", { amount: "60.00" }),
      payment("1", { amount: "60.00", date: "2026-06-11" }),
      document("2", { status: "draft" }),
      payment("2"),
      document("3", { party: "Birke", kind: "payment", dueDate: "" }),
      document("4"),
      payment("4", { source: "3" }),
      document("5"),
      document("6", { dueDate: "" }),
      { record: "installment", item: "6", dueDate: "2026-06-03", amount: "50.00" },
      { record: "dispute", item: "6", from: "2026-05-10", amount: "5.00" },
    ]);
    expect(messages(answer)).toEqual([]);
    const ledger = ledgerFromItems(answer.items, { currency: "EUR", onBadRow: "collect" });
    const report = reportByLine(answer, ledger.report);
    expect(messages(report)).toEqual([
      "line 2: must stand with all its rows; line 4 cannot",
      "line 3: item must name a document that was accepted; line 2 was rejected",
      "line 4: amount must leave what is applied to the item at most 100 on 2026-06-11, not 120",
      "line 8: must stand with all its rows; line 9 cannot",
      'line 9: source must name an item of the same party (or set crossParty), got "3"',
      "line 11: installments must sum to the amount 100, got 50",
      "line 12: item must name a document that was accepted; line 11 was rejected",
      "line 13: item must name a document that was accepted; line 11 was rejected",
    ]);
    expect(report).toMatchObject({ rows: 12, accepted: 2, leftOut: { draft: 2, void: 0 } });
    expect(ledger.items).toBe(2);
  });
});
