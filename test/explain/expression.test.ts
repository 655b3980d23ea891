import { describe, expect, it } from "vitest";

import type { Expression } from "../../src/explain/expression.ts";
import { parseExpression } from "../../src/explain/expression.ts";
import { isCreditError } from "../../src/ground/errors.ts";

/** The tree with every bracket written: what belongs to what. */
function bracketed(expression: Expression): string {
  switch (expression.kind) {
    case "number":
      return expression.value.toString();
    case "text":
      return JSON.stringify(expression.text);
    case "name":
      return expression.text;
    case "negative":
      return `(-${bracketed(expression.operand)})`;
    case "operation":
      return `(${bracketed(expression.left)} ${expression.operator} ${bracketed(expression.right)})`;
    case "call":
      return `${expression.name}(${expression.args.map(bracketed).join(", ")})`;
  }
}

const read = (text: string): string => bracketed(parseExpression(text));

function refusal(text: string): string {
  try {
    parseExpression(text);
  } catch (error) {
    if (isCreditError(error)) return error.message;
    throw error;
  }
  return "no refusal";
}

describe("an expression", () => {
  it.each([
    ["1 + 2 * 3", "(1 + (2 * 3))"],
    ["1 - 2 - 3", "((1 - 2) - 3)"],
    ["a / b / c * d", "(((a / b) / c) * d)"],
    ["(1 + 2) * 3", "((1 + 2) * 3)"],
    ["2 ^ 3 ^ 2", "(2 ^ (3 ^ 2))"],
    ["-x ^ 2", "(-(x ^ 2))"],
    ["2 ^ -1", "(2 ^ (-1))"],
    ["--x * y", "((-(-x)) * y)"],
    ["a * -b", "(a * (-b))"],
    ["a + b <= c * d", "((a + b) <= (c * d))"],
    ["0.5 * a1", "(1/2 * a1)"],
  ])("%s is read as %s", (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each(["=", "!=", "<", "<=", ">", ">="])("compares once, by %s", (sign) => {
    expect(read(`a ${sign} b`)).toBe(`(a ${sign} b)`);
    expect(refusal(`a ${sign} b ${sign} c`)).toContain("must end");
  });

  it("names inputs, inputs of inputs and columns", () => {
    expect(parseExpression("plan.dso")).toEqual({
      kind: "name",
      path: ["plan", "dso"],
      text: "plan.dso",
    });
    expect(read("sum(walk.consumed)")).toBe("sum(walk.consumed)");
    expect(refusal("plan. dso")).toContain("at character 5");
  });

  it("calls functions with the arguments they take", () => {
    expect(read('if(sales = 0, "skip", consumed)')).toBe('if((sales = 0), "skip", consumed)');
    expect(read("min(a, b + 1, 3)")).toBe("min(a, (b + 1), 3)");
    expect(read("previous(remaining - consumed, receivables)")).toBe(
      "previous((remaining - consumed), receivables)",
    );
    expect(read("lookup(grade, bands.grade, bands.limit)")).toBe(
      "lookup(grade, bands.grade, bands.limit)",
    );
  });

  it("knows the functions without exact answers", () => {
    expect(read("normalCdf(ln(a) - exp(b))")).toBe("normalCdf((ln(a) - exp(b)))");
  });

  it("takes an input for an input, also one named as a function is", () => {
    expect(read("sum + max")).toBe("(sum + max)");
  });

  it.each([
    ["", "must have a number, a name or a bracket at character 1"],
    ["a +", "must have a number, a name or a bracket at character 4"],
    ["(a", "must have a closing bracket at character 3"],
    ["a b", "must end at character 3"],
    ["a)", "must end at character 2"],
    ["a & b", "must have a sign of the language at character 3"],
    ["1.", "must have a sign of the language at character 2"],
    ['"open', "must have a sign of the language at character 1"],
    ["1e5", "must end at character 2"],
    ["sqrt(a)", "knows no function sqrt at character 1"],
    ["constructor(a)", "knows no function constructor at character 1"],
    ["abs()", "must have a number, a name or a bracket at character 5"],
    ["abs(a, b)", "must give abs 1 argument at character 1"],
    ["if(a, b)", "must give if 3 arguments at character 1"],
    ["sum(a + b)", "must give sum the name of a column at character 1"],
    ["lookup(a, 1, b.c)", "must give lookup the name of a column at character 1"],
    ['a + "b"', "must have texts beside = and != only"],
    ['a < "b"', "must have texts beside = and != only"],
    ['min("a", b)', "must have texts beside = and != only"],
    ['-"a"', "must have texts beside = and != only"],
  ])("%j is refused: %s", (text, expected) => {
    expect(refusal(text)).toContain(expected);
  });

  it("is at most 2,000 characters long and 50 deep", () => {
    expect(refusal("a+".repeat(1_000) + "a")).toContain("at most 2000 characters");
    expect(read("(".repeat(49) + "a" + ")".repeat(49))).toBe("a");
    expect(refusal("(".repeat(50) + "a" + ")".repeat(50))).toContain("at most 50 deep");
    expect(refusal("-".repeat(51) + "a")).toContain("at most 50 deep");
  });

  it("is read in one pass, the longest a hundred times", () => {
    const longest = "a*(b+1)^2-".repeat(199) + "a";
    for (let round = 0; round < 100; round += 1) {
      expect(parseExpression(longest).kind).toBe("operation");
    }
  });
});
