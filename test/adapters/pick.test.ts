/** Selections of rows. */
import { pick } from "trade-credit/adapters";
import { describe, expect, it } from "vitest";

describe("pick", () => {
  const row = { receivables: 1170, sales: 3318, days: 181, preparedBy: "M. Lindvall" };

  it("takes a selection of a record", () => {
    expect(pick(row, ["sales", "days"])).toEqual({ sales: 3318, days: 181 });
    expect(Object.keys(pick(row, ["days", "sales"]))).toEqual(["days", "sales"]);
  });

  it("takes the same of every record of a list", () => {
    expect(pick([row, { ...row, sales: 1 }], ["sales"])).toEqual([{ sales: 3318 }, { sales: 1 }]);
  });

  it("leaves out what a row does not have, or only inherits", () => {
    const own = Object.create({ sales: 1 }) as { sales: number; days: number };
    own.days = 30;
    expect(pick(own, ["sales", "days"])).toEqual({ days: 30 });
    expect(pick({} as { toString: unknown }, ["toString"])).toEqual({});
  });

  it("takes a field of any name", () => {
    const odd = JSON.parse('{"__proto__": 1, "constructor": 2}') as Record<string, number>;
    const picked = pick(odd, ["__proto__", "constructor"]);
    expect(JSON.stringify(picked)).toBe('{"__proto__":1,"constructor":2}');
    expect(Object.getPrototypeOf(picked)).toBe(Object.prototype);
  });

  it("changes nothing that it was given", () => {
    const frozen = Object.freeze({ ...row });
    expect(pick(frozen, ["sales"])).not.toBe(frozen);
    expect(frozen).toEqual(row);
  });

  const refusals: [unknown, unknown, string][] = [
    [null, ["a"], "pick: rows must be a record or a list of records, got null"],
    ["text", ["a"], 'pick: rows must be a record or a list of records, got "text"'],
    [[row, 5], ["sales"], "pick: rows[1] must be a record, got 5"],
    [[[row]], ["sales"], "pick: rows[0] must be a record, got a list of 1"],
    [row, "sales", 'pick: fields must be a list of names, got "sales"'],
    [row, ["sales", 1], "pick: fields[1] must be a text, got 1"],
  ];
  it.each(refusals)("refuses %o", (rows, fields, message) => {
    expect(() => pick(rows as never, fields as never)).toThrow(message);
  });

  it("says so where a row cannot be read", () => {
    const thrower = Object.defineProperty({}, "sales", {
      enumerable: true,
      get: () => {
        throw new Error("no");
      },
    });
    expect(() => pick(thrower as { sales: number }, ["sales"])).toThrow(
      "pick: rows must be readable; reading it threw",
    );
  });
});
