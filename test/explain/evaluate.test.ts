import { describe, expect, it } from "vitest";

import { evaluate, Problem } from "../../src/explain/evaluate.ts";
import { parseExpression } from "../../src/explain/expression.ts";
import { Sheet } from "../../src/explain/sheet.ts";
import { Fraction } from "../../src/ground/fraction.ts";
import { toText } from "../../src/ground/numeric.ts";
import { Rows } from "../../src/ground/rows.ts";
import { balance, exact } from "./synthetic.ts";

type Columns = Readonly<Record<string, Readonly<Record<string, string>>>>;

function sheetOf(inputs: object, columns: Columns = {}): Sheet {
  const tables = Object.entries(columns).map(([table, formulas]) => {
    const each = Object.entries(formulas).map(
      ([key, text]) => [key, parseExpression(text)] as const,
    );
    return [table, new Map(each)] as const;
  });
  return new Sheet(inputs, new Map(tables), () => exact("7"));
}

function answer(text: string, inputs: object = {}, columns: Columns = {}): unknown {
  const value = evaluate(parseExpression(text), sheetOf(inputs, columns));
  if (Array.isArray(value)) return value.map(plain);
  return plain(value);
}

const plain = (value: unknown): unknown => (value instanceof Fraction ? toText(value) : value);

function problem(text: string, inputs: object = {}, columns: Columns = {}): string {
  try {
    answer(text, inputs, columns);
  } catch (error) {
    if (error instanceof Problem) return error.message;
    throw error;
  }
  return "no problem";
}

describe("arithmetic", () => {
  it.each([
    ["1 + 2 * 3", "7"],
    ["7 - 2 - 1", "4"],
    ["1 / 3 * 3", "1"],
    ["-2 ^ 2", "-4"],
    ["2 ^ 3 ^ 2", "512"],
    ["2 ^ -2", "0.25"],
    ["0 ^ 0", "1"],
    ["abs(1 - 3)", "2"],
    ["min(3, 1, 2)", "1"],
    ["max(3)", "3"],
  ])("%s is %s", (text, expected) => {
    expect(answer(text)).toBe(expected);
  });

  it("does not round: a third three times is one", () => {
    expect(answer("1 / 3 + 1 / 3 + 1 / 3 = 1")).toBe(true);
  });

  it("says what divides by zero", () => {
    expect(problem("a / sales", { a: "1", sales: "0" })).toBe("sales is 0 and divides");
    expect(problem("0 ^ -1")).toBe("a negative power of 0 has no value");
  });

  it("keeps powers within e^±1000", () => {
    expect(problem("2 ^ n", { n: "99999999999999999999" })).toContain("e^1000");
    expect(problem("(0 - 2) ^ n", { n: "0.5" })).toContain("must have a value");
    expect(problem("ln(0)")).toContain("must have a value");
    expect(problem("exp(1000.5)")).toContain("e^1000");
  });

  it("gives 50 digits of what has no exact answer", () => {
    const digits = (text: string): string => String(answer(text)).slice(0, 30);
    // The first digits are those of any table.
    expect(digits("2 ^ 0.5")).toBe("1.4142135623730950488016887242");
    expect(digits("ln(2)")).toBe("0.6931471805599453094172321214");
    expect(digits("exp(1)")).toBe("2.7182818284590452353602874713");
    expect(answer("1.5 ^ 3 = 3.375")).toBe(true);
  });

  it("knows the normal distribution, and its middle exactly", () => {
    expect(answer("normalCdf(0) = 0.5")).toBe(true);
    expect(String(answer("normalCdf(0 - 1)")).slice(0, 30)).toBe("0.1586552539314570514147674543");
    expect(problem("normalCdf(0 - 45)")).toContain("must have a value");
  });
});

describe("conditions", () => {
  it.each([
    ["1 < 2", true],
    ["2 <= 2", true],
    ["2 > 2", false],
    ["3 >= 4", false],
    ["1 / 3 != 0.3333", true],
    ['mode = "skip"', true],
    ['mode != "skip"', false],
  ])("%s is %s", (text, expected) => {
    expect(answer(text, { mode: "skip" })).toBe(expected);
  });

  it("only the branch that is taken is calculated", () => {
    expect(answer("if(sales = 0, 0, 1 / sales)", { sales: "0" })).toBe("0");
  });

  it("a condition may be a flag, and nothing else", () => {
    expect(answer("if(isNet, 1, 2)", { isNet: true })).toBe("1");
    expect(problem("if(sales, 1, 2)", { sales: "1" })).toBe("sales must be true or false");
  });

  it("a word is no number", () => {
    expect(problem("mode < 2", { mode: "skip" })).toBe("mode must be a plain decimal");
    expect(problem("1 + (1 = 1)")).toBe("a part of the formula must be a plain decimal");
  });
});

describe("names", () => {
  it("lead to numbers, to inputs of inputs, and to the columns of tables", () => {
    const inputs = { a: "1", plan: { dso: "2" }, rows: [{ x: "3" }, { x: "4" }], list: ["5", "6"] };
    expect(answer("a + plan.dso", inputs)).toBe("3");
    expect(answer("sum(rows.x)", inputs)).toBe("7");
    expect(answer("product(list)", inputs)).toBe("30");
    expect(answer("greatest(rows.x) - least(rows.x)", inputs)).toBe("1");
  });

  it("lead to a nested figure's value", () => {
    expect(answer("receivables * 2", { receivables: balance("1") })).toBe("14");
    expect(answer("sum(rows.x)", { rows: [{ x: balance("1") }, { x: "1" }] })).toBe("8");
  });

  it("lead into plain records only, never into a figure", () => {
    const stored: unknown = JSON.parse(JSON.stringify(balance("1")));
    expect(problem("receivables.value", { receivables: stored })).toContain("must be given");
  });

  it("lead through Rows as through lists", () => {
    expect(answer("sum(rows.x)", { rows: new Rows(3, (index) => ({ x: String(index) })) })).toBe(
      "3",
    );
  });

  it("the sum of nothing is 0 and its product 1; it has no least", () => {
    const inputs = { rows: [] };
    expect(answer("sum(rows.x)", inputs)).toBe("0");
    expect(answer("product(rows.x)", inputs)).toBe("1");
    expect(problem("least(rows.x)", inputs)).toBe("rows.x must have at least one row");
  });

  it.each([
    ["missing", {}, "missing must be given as a plain decimal"],
    ["a.b", { a: "1" }, "a.b must be given as a plain decimal"],
    ["a", { a: null }, "a must be given as a plain decimal"],
    ["a", { a: { b: "1" } }, "a must be given as a plain decimal"],
    ["a + 1", { a: "1e5" }, "a must be a plain decimal"],
    ["a + 1", { a: ["1"] }, "a must be a plain decimal"],
    ["sum(a)", { a: "1" }, "a must be a column of a table"],
    ["toString", {}, "toString must be given as a plain decimal"],
    ["constructor", {}, "constructor must be given as a plain decimal"],
    ["sum(rows.x)", { rows: [{ x: "1" }, {}] }, "rows.x must be given as a plain decimal"],
  ])("%s of %j: %s", (text, inputs, expected) => {
    expect(problem(text, inputs)).toBe(expected);
  });
});

describe("lookup", () => {
  const table = [
    { grade: "A", from: "0", limit: "100" },
    { grade: "B", from: "0.5", limit: "50" },
    { grade: "A", from: "1", limit: "7" },
  ];

  it("gives the result of the first row with the key", () => {
    expect(answer("lookup(g, table.grade, table.limit) + 1", { g: "A", table })).toBe("101");
    expect(answer("lookup(1 / 2, table.from, table.limit)", { table })).toBe("50");
  });

  it("may give a word", () => {
    expect(answer('lookup(1 / 2, table.from, table.grade) = "B"', { table })).toBe(true);
  });

  it("has no answer where no row has the key", () => {
    expect(problem("lookup(g, table.grade, table.limit)", { g: "C", table })).toBe(
      "table.grade must hold the value looked up",
    );
  });
});

describe("columns", () => {
  const rows = [{ x: "1" }, { x: "2" }, { x: "4" }];

  it("are calculated row by row; a row's own columns come before the inputs", () => {
    expect(answer("rows.y", { rows, x: "100", a: "10" }, { rows: { y: "x * a" } })).toEqual([
      "10",
      "20",
      "40",
    ]);
  });

  it("may use each other in any order", () => {
    const columns = { rows: { z: "y + 1", y: "x * 2" } };
    expect(answer("rows.z", { rows }, columns)).toEqual(["3", "5", "9"]);
  });

  it("look one row back, and at the initial value in the first", () => {
    const columns = { rows: { total: "previous(total, start) + x" } };
    expect(answer("rows.total", { rows, start: "10" }, columns)).toEqual(["11", "13", "17"]);
  });

  it("may use sums of whole columns, computed ones too", () => {
    const columns = { rows: { y: "x * 2", share: "y / sum(rows.y)" } };
    expect(answer("sum(rows.share)", { rows }, columns)).toBe("1");
  });

  it("ignore what the result prints in them", () => {
    const printed = [{ x: "1", y: "999" }];
    expect(answer("rows.y", { rows: printed }, { rows: { y: "x" } })).toEqual(["1"]);
  });

  it("must not rest on themselves", () => {
    const message = "rows.y must not rest on itself";
    expect(problem("rows.y", { rows }, { rows: { y: "z", z: "y" } })).toBe(message);
    expect(problem("rows.y", { rows }, { rows: { y: "sum(rows.y)" } })).toBe(message);
  });

  it("stand in tables of inputs of inputs", () => {
    expect(answer("sum(plan.rows.y)", { plan: { rows } }, { "plan.rows": { y: "x * 3" } })).toBe(
      "21",
    );
  });

  it("belong to a list of rows", () => {
    expect(problem("sum(rows.y)", { rows: "none" }, { rows: { y: "1" } })).toContain("rows.y");
  });

  it("`previous` has its place in a column", () => {
    expect(problem("previous(a, 1)", { a: "1" })).toBe("only a column has a row above");
  });

  it("take time in proportion to the rows, looking back and summing too", () => {
    const long = Array.from({ length: 10_000 }, (_, index) => ({ x: String(index) }));
    const columns = { rows: { total: "previous(total, 0) + x / sum(rows.x)" } };
    // Each row that read all rows above again would take longer than a test is given.
    const totals = answer("rows.total", { rows: long }, columns) as string[];
    expect(totals.at(-1)).toBe("1");
  });
});
