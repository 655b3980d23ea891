/** A CSV file with one row a document. Expected values are written by hand from the rows. */
import { ledgerFromItems } from "../../src/ledger/from-items.ts";
import { receivablesBalance } from "../../src/ledger/balance.ts";
import { isCreditError } from "../../src/ground/errors.ts";
import type { CsvListOptions } from "trade-credit/adapters";
import { itemsFromCsvRows, reportByLine } from "trade-credit/adapters";
import { describe, expect, it } from "vitest";

const MAP = {
  id: "No",
  party: "Customer",
  documentDate: "Date",
  dueDate: "Due",
  amount: "Amount",
} as const;

const ROW = {
  No: "1",
  Customer: "Ahorn",
  Date: "2026-05-04",
  Due: "2026-06-03",
  Amount: "1200.00",
};

type Extra = Partial<CsvListOptions>;

function readRow(row: Record<string, string>, options: Extra = {}) {
  return itemsFromCsvRows([row], { map: MAP, dates: "YYYY-MM-DD", ...options });
}

function itemOf(row: Record<string, string>, options: Extra = {}) {
  const read = readRow(row, options);
  expect(read.rejected.map(({ message }) => message)).toEqual([]);
  return read.items[0];
}

function messagesOf(row: Record<string, string>, options: Extra = {}): string[] {
  return readRow(row, options).rejected.map(({ message }) => message);
}

describe("a list of documents", () => {
  it("gives one item a row, with its line", () => {
    const read = itemsFromCsvRows([ROW, { ...ROW, No: "2" }], { map: MAP, dates: "YYYY-MM-DD" });
    expect(read.items).toEqual([
      {
        id: "1",
        party: "Ahorn",
        documentDate: "2026-05-04",
        dueDate: "2026-06-03",
        amount: "1200.00",
      },
      {
        id: "2",
        party: "Ahorn",
        documentDate: "2026-05-04",
        dueDate: "2026-06-03",
        amount: "1200.00",
      },
    ]);
    expect(read.lines).toEqual([{ line: 2 }, { line: 3 }]);
    expect(read).toMatchObject({ rejected: [], accepted: 2, rows: 2 });
    expect(read.columns).toEqual(MAP);
  });

  it("takes lists of texts where the header is stated", () => {
    const read = itemsFromCsvRows([["1", "Ahorn", "2026-05-04", "2026-06-03", "5"]], {
      map: MAP,
      header: ["No", "Customer", "Date", "Due", "Amount"],
      dates: "YYYY-MM-DD",
    });
    expect(read.items[0]).toMatchObject({ id: "1", party: "Ahorn", amount: "5" });
  });

  it("keeps dimensions, and what else is asked for as meta", () => {
    const row = { ...ROW, Country: "391", Name: "Ahorn GmbH", Note: "" };
    const map = {
      ...MAP,
      dimensions: { region: "Country" },
      meta: { name: "Name", note: "Note" },
    };
    expect(itemOf(row, { map })).toMatchObject({
      dimensions: { region: "391" },
      meta: { name: "Ahorn GmbH" },
    });
  });

  it("takes the whole amount as paid on the day it was settled", () => {
    const map = { ...MAP, settledDate: "Settled" };
    expect(itemOf({ ...ROW, Settled: "2026-06-10" }, { map })?.applications).toEqual([
      { date: "2026-06-10", amount: "1200.00", kind: "payment" },
    ]);
    expect(itemOf({ ...ROW, Settled: "" }, { map })?.applications).toBeUndefined();
  });

  it("takes a part as paid where the file says how much", () => {
    const map = { ...MAP, settledDate: "Settled", settledAmount: "Paid" };
    const row = { ...ROW, Settled: "2026-06-10", Paid: "700.00" };
    expect(itemOf(row, { map })?.applications).toEqual([
      { date: "2026-06-10", amount: "700.00", kind: "payment" },
    ]);
    expect(messagesOf({ ...ROW, Settled: "", Paid: "700.00" }, { map })).toEqual([
      'line 2: Paid must be empty where nothing was settled, got "700.00"',
    ]);
  });

  it.each(["Yes", "yes", "Y", "TRUE", "1"])("reads %s as disputed until settled", (flag) => {
    const map = { ...MAP, settledDate: "Settled", disputed: "Disputed", disputeReason: "Why" };
    const row = { ...ROW, Disputed: flag, Settled: "2026-06-10", Why: "short delivery" };
    expect(itemOf(row, { map })?.disputes).toEqual([
      { from: "2026-05-04", to: "2026-06-10", amount: "1200.00", reason: "short delivery" },
    ]);
    expect(itemOf({ ...row, Settled: "", Why: "" }, { map })?.disputes).toEqual([
      { from: "2026-05-04", amount: "1200.00" },
    ]);
  });

  it.each(["No", "n", "FALSE", "0", ""])('reads "%s" as not disputed', (flag) => {
    const map = { ...MAP, disputed: "Disputed" };
    expect(itemOf({ ...ROW, Disputed: flag }, { map })?.disputes).toBeUndefined();
  });

  it("ends a dispute no earlier than it began", () => {
    const map = { ...MAP, settledDate: "Settled", disputed: "Disputed" };
    const row = { ...ROW, Settled: "2026-05-01", Disputed: "Yes" };
    expect(itemOf(row, { map })?.disputes?.[0]).toMatchObject({ to: "2026-05-04" });
  });

  it("takes the kinds and statuses of the file by the words stated", () => {
    const map = { ...MAP, kind: "Type", status: "State" };
    const words: Extra = {
      map,
      kinds: { RG: "invoice", GU: "credit-note", ["__proto__"]: "bill" },
      statuses: { storniert: "void" },
    };
    expect(itemOf({ ...ROW, Type: "GU", State: "" }, words)?.kind).toBe("credit-note");
    expect(itemOf({ ...ROW, Type: "__proto__", State: "" }, words)?.kind).toBe("bill");
    expect(itemOf({ ...ROW, Type: "payment", State: "" }, words)?.kind).toBe("payment");
    expect(itemOf({ ...ROW, Type: "", State: "storniert" }, words)?.status).toBe("void");
    expect(messagesOf({ ...ROW, Type: "gu", State: "" }, words)).toEqual([
      'line 2: Type must be "invoice" or "debit-note" or "credit-note" or "payment" or "bill" ' +
        'or "RG" or "GU" or "__proto__", got "gu"',
    ]);
  });

  it("passes over the terms of a credit item", () => {
    const map = { ...MAP, kind: "Type", terms: "Terms" };
    const row = { ...ROW, Due: "", Type: "credit-note", Terms: "net 30" };
    expect(itemOf(row, { map })).not.toHaveProperty("terms");
    expect(itemOf({ ...row, Type: "" }, { map })).toHaveProperty("terms", "net 30");
  });
});

describe("negative amounts", () => {
  const negative = { ...ROW, Amount: "-50.00" };
  const map = { ...MAP, kind: "Type" };

  it("are a fault unless their meaning is stated", () => {
    expect(messagesOf(negative)).toEqual([
      'line 2: Amount must be above 0 (or state negative: "credit-note"), got "-50.00"',
    ]);
  });

  it("are credit notes where that is stated", () => {
    expect(itemOf(negative, { negative: "credit-note" })).toMatchObject({
      kind: "credit-note",
      amount: "50.00",
    });
    expect(itemOf(ROW, { negative: "credit-note" })).not.toHaveProperty("kind");
  });

  it("are a fault beside a kind, which carries the sign", () => {
    const row = { ...negative, Type: "payment" };
    const expected = ['line 2: Amount must be above 0: the kind carries the sign, got "-50.00"'];
    expect(messagesOf(row, { map })).toEqual(expected);
    expect(messagesOf(row, { map, negative: "credit-note" })).toEqual(expected);
  });

  it("are all credit items and nothing else where that is stated", () => {
    const options: Extra = { map, negative: "credit-items" };
    expect(itemOf({ ...negative, Type: "payment" }, options)).toMatchObject({
      kind: "payment",
      amount: "50.00",
    });
    expect(itemOf({ ...negative, Type: "" }, options)).toMatchObject({ kind: "credit-note" });
    expect(messagesOf({ ...negative, Type: "invoice" }, options)).toEqual([
      'line 2: Amount must be above 0: the kind carries the sign, got "-50.00"',
    ]);
    expect(messagesOf({ ...ROW, Type: "payment" }, options)).toEqual([
      "line 2: Amount must be negative: this file writes credit items with a minus, " +
        'got "1200.00"',
    ]);
  });

  it("give a negative open amount", () => {
    const withOpen = { ...MAP, openAmount: "Open" };
    const options: Extra = { map: withOpen, negative: "credit-note" };
    expect(itemOf({ ...negative, Open: "-20.00" }, options)?.openAmount).toBe("20.00");
    expect(itemOf({ ...negative, Open: "0.00" }, options)?.openAmount).toBe("0.00");
    expect(messagesOf({ ...negative, Open: "20.00" }, options)).toEqual([
      'line 2: Open must have the sign of the amount, got "20.00"',
    ]);
  });
});

describe("dates", () => {
  const days: [CsvListOptions["dates"], string][] = [
    ["YYYY-MM-DD", "2026-02-03"],
    ["M/D/YYYY", "2/3/2026"],
    ["M/D/YYYY", "02/03/2026"],
    ["D/M/YYYY", "3/2/2026"],
    ["D.M.YYYY", "03.02.2026"],
    ["YYYY/M/D", "2026/2/3"],
    ["YYYYMMDD", "20260203"],
  ];
  it.each(days)("%s: %s is 3 February", (dates, text) => {
    const row = { ...ROW, Date: text, Due: text };
    expect(itemOf(row, { dates })?.documentDate).toBe("2026-02-03");
  });

  const wrong: [CsvListOptions["dates"], string][] = [
    ["YYYY-MM-DD", "2026-2-3"],
    ["YYYY-MM-DD", "2026-02-30"],
    ["YYYY-MM-DD", "2026-02-03T00:00:00"],
    ["YYYY-MM-DD", " 2026-02-03"],
    ["M/D/YYYY", "13/2/2026"],
    ["M/D/YYYY", "2/3/26"],
    ["D/M/YYYY", "2/13/2026"],
    ["D.M.YYYY", "29.2.2025"],
    ["YYYY/M/D", "2026/0/3"],
    ["YYYYMMDD", "2026023"],
    ["YYYYMMDD", "18991231"],
  ];
  it.each(wrong)("%s: %s is none", (dates, text) => {
    const good = { "YYYY-MM-DD": "2026-02-03" }[dates as string] ?? "";
    expect(messagesOf({ ...ROW, Date: text, Due: good }, { dates })).toEqual([
      `line 2: Date must be a date ${dates}, got ${JSON.stringify(text)}`,
    ]);
  });
});

describe("amounts", () => {
  const amounts: [string, Extra, string][] = [
    ["1234.5", {}, "1234.5"],
    ["1234,5", { decimal: "," }, "1234.5"],
    ["1,234,567.89", { grouping: "," }, "1234567.89"],
    ["1234567.89", { grouping: "," }, "1234567.89"],
    ["1.234.567,89", { decimal: ",", grouping: "." }, "1234567.89"],
    ["1 234,5", { decimal: ",", grouping: " " }, "1234.5"],
    ["1\u202f234,5", { decimal: ",", grouping: "\u202f" }, "1234.5"],
    ["1'234.50", { grouping: "'" }, "1234.50"],
    ["99999999999999999999.99", {}, "99999999999999999999.99"],
  ];
  it.each(amounts)("%s is taken as it is written", (text, options, expected) => {
    expect(itemOf({ ...ROW, Amount: text }, options)?.amount).toBe(expected);
  });

  const wrong: [string, Extra, string][] = [
    ["1,234.50", {}, "1234.56"],
    ["1.234,50", {}, "1234.56"],
    ["1.234,50", { decimal: "," }, "1234,56"],
    ["12,34.50", { grouping: "," }, "1,234.56"],
    ["1,2345", { grouping: "," }, "1,234.56"],
    ["1,234,5.00", { grouping: "," }, "1,234.56"],
    ["1234.50-", {}, "1234.56"],
    ["(1234.50)", {}, "1234.56"],
    ["+5", {}, "1234.56"],
    ["1e3", {}, "1234.56"],
    [".5", {}, "1234.56"],
    ["5.", {}, "1234.56"],
    ["0x10", {}, "1234.56"],
    ["EUR 5", {}, "1234.56"],
    ["１２", {}, "1234.56"],
    ["−5", {}, "1234.56"],
    ["--5", {}, "1234.56"],
    ["NaN", {}, "1234.56"],
  ];
  it.each(wrong)("%s is refused", (text, options, sample) => {
    expect(messagesOf({ ...ROW, Amount: text }, options)).toEqual([
      `line 2: Amount must be an amount like ${sample}, got ${JSON.stringify(text)}`,
    ]);
  });

  it("refuses long texts at once", () => {
    const long = "9".repeat(1_000_000);
    expect(messagesOf({ ...ROW, Amount: long })[0]).toMatch(/must be an amount like 1234\.56/);
  });
});

describe("bad rows", () => {
  it("are rejected with line, column, rule and what came; the good ones are kept", () => {
    const map = {
      ...MAP,
      kind: "Type",
      status: "State",
      settledDate: "Settled",
      disputed: "Disputed",
    };
    const fine = { ...ROW, Type: "", State: "", Settled: "", Disputed: "" };
    const credit = { ...fine, Type: "credit-note", Due: "" };
    const rows = [
      fine,
      { ...fine, No: "", Customer: "" },
      { ...fine, No: "4", Date: "", Amount: "" },
      { ...fine, No: "5", Date: "4.5.2026", Due: "soon", Amount: "12OO" },
      { ...fine, No: "6", Amount: "0.00" },
      { ...fine, No: "1" },
      { ...fine, No: "8", Type: "receipt", State: "paid" },
      { ...fine, No: "9", Disputed: "maybe", Settled: "x" },
      { ...credit, No: "10", Settled: "2026-06-01", Disputed: "Yes" },
      { ...fine, No: "11" },
    ];
    const read = itemsFromCsvRows(rows, { map, dates: "YYYY-MM-DD" });
    const kinds = '"invoice" or "debit-note" or "credit-note" or "payment" or "bill"';
    expect(read.items.map(({ id }) => id)).toEqual(["1", "11"]);
    expect(read.rejected.map(({ message }) => message)).toEqual([
      "line 3: No must not be empty; Customer must not be empty",
      "line 4: Date must not be empty; Amount must not be empty",
      'line 5: Date must be a date YYYY-MM-DD, got "4.5.2026"; ' +
        'Amount must be an amount like 1234.56, got "12OO"; ' +
        'Due must be a date YYYY-MM-DD, got "soon"',
      'line 6: Amount must be other than 0, got "0.00"',
      'line 7: No must be unique; line 2 has it, got "1"',
      `line 8: Type must be ${kinds}, got "receipt"; ` +
        'State must be "posted" or "draft" or "void", got "paid"',
      'line 9: Settled must be a date YYYY-MM-DD, got "x"; ' +
        'Disputed must be true, yes, y or 1, or false, no, n, 0 or empty, got "maybe"',
      "line 10: Settled must be empty: a credit item is used up by what it is applied to, " +
        'got "2026-06-01"; Disputed must be no: only debit items are disputed, got "Yes"',
    ]);
    expect(read.rejected[1]).toMatchObject({ line: 4, id: "4" });
    expect(read.accepted + read.rejected.length).toBe(read.rows);
  });

  it("are rows that are no records of texts", () => {
    const thrower = Object.defineProperty({ ...ROW }, "Customer", {
      enumerable: true,
      get: () => {
        throw new Error("no");
      },
    });
    const rows = [
      ROW,
      null,
      "text",
      [],
      { ...ROW, No: "6", Amount: 47.07 },
      { ...ROW, No: "7", Due: null },
      { No: "8" },
      thrower,
      Object.create({ ...ROW, No: "10" }),
    ] as unknown as Record<string, string>[];
    const read = itemsFromCsvRows(rows, { map: MAP, dates: "YYYY-MM-DD" });
    expect(read.rejected.map(({ message }) => message)).toEqual([
      "line 3: must be a record of texts, got null",
      'line 4: must be a record of texts, got "text"',
      "line 5: must be a record of texts, got a list of 0",
      "line 6: Amount must be a text: read the file without converting values, got 47.07",
      "line 8: Customer must not be empty; Date must not be empty; Amount must not be empty",
      'line 9: No must be unique; line 2 has it, got "1"; ' +
        "Customer must be readable; reading it threw",
      "line 10: No must not be empty; Customer must not be empty; Date must not be empty; " +
        "Amount must not be empty",
    ]);
    expect(read.items).toHaveLength(2);
  });

  it("are holes, and rows of another length than the header", () => {
    const rows = [
      ["1", "A", "2026-01-01", "5"],
      ["2", "A", "2026-01-01"],
    ];
    rows.length = 3;
    const read = itemsFromCsvRows(rows, {
      map: { id: "no", party: "who", documentDate: "when", amount: "much" },
      header: ["no", "who", "when", "much"],
      dates: "YYYY-MM-DD",
    });
    expect(read.rejected.map(({ message }) => message)).toEqual([
      "line 3: must have as many cells as the header, 4, got 3",
      "line 4: must be a list of texts, got nothing",
    ]);
  });

  it("bear the lines stated", () => {
    const read = itemsFromCsvRows([{ ...ROW, Amount: "x" }, ROW], {
      map: MAP,
      dates: "YYYY-MM-DD",
      lines: [4, 9],
    });
    expect(read.rejected[0]?.line).toBe(4);
    expect(read.lines).toEqual([]);
    expect(read.rejected[1]?.message).toBe('line 9: No must be unique; line 4 has it, got "1"');
  });
});

describe("names that JavaScript knows", () => {
  it("are customers, documents, columns and dimensions like any other", () => {
    const names = ["__proto__", "constructor", "toString", "hasOwnProperty"];
    const header = ["__proto__", "constructor", "toString", "valueOf", "isPrototypeOf"];
    const rows = names.map((name) => [name, name, "2026-05-04", "2026-06-03", "10.00"]);
    const records = rows.map((row) =>
      Object.fromEntries(row.map((text, place) => [header[place] ?? "", text])),
    );
    const map = {
      id: "__proto__",
      party: "constructor",
      documentDate: "toString",
      dueDate: "valueOf",
      amount: "isPrototypeOf",
      dimensions: { ["__proto__"]: "constructor" },
    };
    for (const read of [
      itemsFromCsvRows(rows, { map, header, dates: "YYYY-MM-DD" }),
      itemsFromCsvRows(records, { map, dates: "YYYY-MM-DD" }),
    ]) {
      const ledger = ledgerFromItems(read.items, { currency: "EUR" });
      expect(ledger.parties).toEqual(names);
      const dimension = { name: "__proto__", value: "__proto__" };
      const balance = receivablesBalance(ledger, { asOf: "2026-06-30", dimension });
      expect(balance.value.toFixed(2)).toBe("10.00");
    }
  });

  it("are not read from a prototype", () => {
    const map = { ...MAP, kind: "constructor" };
    const rows = [{ ...ROW, constructor: "bill", Due: "" }, ROW] as never[];
    const read = itemsFromCsvRows(rows, { map, dates: "YYYY-MM-DD", kinds: {} });
    expect(read.items[0]?.kind).toBe("bill");
    expect(read.rejected[0]?.message).toBe('line 3: No must be unique; line 2 has it, got "1"');
  });
});

describe("options", () => {
  function refusal(options: unknown, rows: unknown = [ROW]): string {
    try {
      itemsFromCsvRows(rows as never, options as never);
    } catch (error) {
      if (isCreditError(error) && error.code === "invalid_input") return error.message;
      throw error;
    }
    return "accepted";
  }

  it("name the columns of the file where one is missing", () => {
    const map = { ...MAP, dueDate: "DueDate", settledDate: "Paid" };
    expect(refusal({ map, dates: "YYYY-MM-DD" })).toBe(
      "itemsFromCsvRows: map.dueDate must be a column of the file (the file has " +
        '"No", "Customer", "Date", "Due", "Amount"), got "DueDate"; ' +
        'map.settledDate must be a column of the file, got "Paid"',
    );
    expect(refusal({ map: {}, dates: "YYYY-MM-DD" })).toBe(
      "itemsFromCsvRows: map.id must be given: the name of its column (the file has " +
        '"No", "Customer", "Date", "Due", "Amount"); ' +
        "map.party must be given: the name of its column; " +
        "map.documentDate must be given: the name of its column; " +
        "map.amount must be given: the name of its column",
    );
  });

  it("show a byte order mark", () => {
    const { No, ...rest } = ROW;
    expect(refusal({ map: MAP, dates: "YYYY-MM-DD" }, [{ "\ufeffNo": No, ...rest }])).toContain(
      'map.id must be a column of the file (the file has "\\ufeffNo", "Customer"',
    );
  });

  it("find a column that the first row leaves out", () => {
    const { Due, ...short } = ROW;
    const rows = [short, { ...short, No: "2", Due }] as never[];
    const read = itemsFromCsvRows(rows, { map: MAP, dates: "YYYY-MM-DD" });
    expect(read.items.map(({ dueDate }) => dueDate)).toEqual([undefined, "2026-06-03"]);
  });

  it("ask nothing of an empty file", () => {
    expect(itemsFromCsvRows([], { map: MAP, dates: "YYYY-MM-DD" })).toEqual({
      items: [],
      lines: [],
      columns: MAP,
      rejected: [],
      accepted: 0,
      rows: 0,
    });
  });

  const cases: [string, unknown, string][] = [
    ["no date format", { map: MAP }, "dates must be"],
    ["an unknown date format", { map: MAP, dates: "MM/DD" }, 'dates must be "YYYY-MM-DD" or'],
    ["no map", { dates: "YYYY-MM-DD" }, "map.id must be given: the name of its column"],
    [
      "an unknown field",
      { map: { ...MAP, paid: "Due" }, dates: "YYYY-MM-DD" },
      "map.paid must be one of id, party, documentDate, amount, kind,",
    ],
    [
      "a column that is no text",
      { map: { ...MAP, kind: 5, dimensions: { region: 1 } }, dates: "YYYY-MM-DD" },
      "map.dimensions.region must be the name of a column",
    ],
    [
      "one mark for two things",
      { map: MAP, dates: "YYYY-MM-DD", decimal: ",", grouping: "," },
      "grouping must differ from `decimal`",
    ],
    [
      "a kind that is none of ours",
      { map: MAP, dates: "YYYY-MM-DD", kinds: { RG: "Rechnung" } },
      'kinds.RG must be "invoice" or "debit-note"',
    ],
    ["an unknown option", { map: MAP, dates: "YYYY-MM-DD", sep: ";" }, "sep is not a field"],
    [
      "too few lines",
      { map: MAP, dates: "YYYY-MM-DD", lines: [] },
      "lines must have one entry a row, 1, got 0",
    ],
    [
      "a line that is none",
      { map: MAP, dates: "YYYY-MM-DD", lines: [0] },
      "lines[0] must be a whole number above the line before, got 0",
    ],
    [
      "a column named twice",
      {
        map: MAP,
        dates: "YYYY-MM-DD",
        header: ["No", "Customer", "Date", "Due", "Amount", "Amount"],
      },
      "map.amount must be the name of one column only",
    ],
    ["nothing", undefined, "itemsFromCsvRows: options must be an object, got nothing"],
  ];
  it.each(cases)("are refused: %s", (_name, options, message) => {
    expect(refusal(options)).toContain(message);
  });

  it("want a list of rows", () => {
    expect(refusal({ map: MAP, dates: "YYYY-MM-DD" }, "a,b")).toBe(
      'itemsFromCsvRows: rows must be a list, got "a,b"',
    );
  });
});

describe("the report by line", () => {
  it("puts what the ledger refused beside what the adapter did", () => {
    const map = { ...MAP, settledDate: "Settled", settledAmount: "Paid", status: "State" };
    const row = { ...ROW, Settled: "", Paid: "", State: "" };
    const rows = [
      { ...row, Date: "yesterday" },
      { ...row, No: "2", Settled: "2026-06-01", Paid: "1300.00" },
      { ...row, No: "3", Amount: "10.005" },
      { ...row, No: "4", State: "void" },
      { ...row, No: "5" },
    ];
    const read = itemsFromCsvRows(rows, { map, dates: "YYYY-MM-DD" });
    const ledger = ledgerFromItems(read.items, { currency: "EUR", onBadRow: "collect" });
    const report = reportByLine(read, ledger.report);
    expect(report.rejected.map(({ message }) => message)).toEqual([
      'line 2: Date must be a date YYYY-MM-DD, got "yesterday"',
      "line 3: Paid must leave what is applied to the item at most 1200 " +
        "on 2026-06-01, not 1300",
      "line 4: Amount must fit the currency's 2 decimal places (or state amounts: { round }), " +
        'got "10.005"',
    ]);
    expect(report).toMatchObject({ rows: 5, accepted: 1, leftOut: { draft: 0, void: 1 } });
  });

  it("wants the report of a ledger of the same items", () => {
    const read = readRow(ROW);
    const other = ledgerFromItems([], { currency: "EUR" });
    expect(() => reportByLine(read, other.report)).toThrow(
      "reportByLine: report.rows must be of a ledger of these 1 items, got 0",
    );
    expect(() => reportByLine(undefined as never, other.report)).toThrow(
      "reportByLine: must be an answer of itemsFromCsvRows and the report of its ledger",
    );
  });
});
