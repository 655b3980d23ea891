import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { fingerprint } from "../../src/explain/fingerprint.ts";
import { isCreditError } from "../../src/ground/errors.ts";
import { figure } from "../../src/ground/figure.ts";
import { Rows } from "../../src/ground/rows.ts";
import { balance, countback, deckMonths, entering, exact, score } from "./synthetic.ts";

// eslint-disable-next-line @typescript-eslint/no-explicit-any
const stored = (result: unknown): any => JSON.parse(JSON.stringify(result));

const deck = () => countback(entering(balance("1170000")), deckMonths);

describe("the fingerprint", () => {
  it("is the same for a live result and its stored copy", () => {
    const results = [
      deck(),
      score([{ weight: exact("1"), score: exact("3") }]),
      { plans: { A: deck() }, status: "ok", count: 3, none: null, missing: undefined },
      [deck(), balance("5")],
      new Rows(3, (index) => ({ index, dso: deck() })),
    ];
    for (const result of results) expect(fingerprint(stored(result))).toBe(fingerprint(result));
  });

  it("does not depend on the order of keys, and does on that of lists", () => {
    expect(fingerprint({ a: 1, b: { c: 2, d: 3 } })).toBe(fingerprint({ b: { d: 3, c: 2 }, a: 1 }));
    expect(fingerprint([1, 2])).not.toBe(fingerprint([2, 1]));
  });

  it("covers labels, inputs that do not bind, units, currencies and caveats", () => {
    const change = (alter: (tree: ReturnType<typeof stored>) => void): string => {
      const tree = stored(score([{ weight: exact("1"), score: exact("3") }]));
      alter(tree);
      return fingerprint(tree);
    };
    const prints = [
      change(() => undefined),
      change((tree) => (tree.zone = "safe")),
      change((tree) => (tree.unit = "count")),
      change((tree) => (tree.currency = "CNY")),
      change((tree) => (tree.formula = "test/other")),
      change((tree) => (tree.inputs.criteria[0].id = "c1")),
      change((tree) => (tree.caveats = [{ code: "x" }])),
    ];
    expect(new Set(prints).size).toBe(prints.length);
  });

  it("tells values of different kinds apart", () => {
    const values = ["1", 1, true, "true", null, "null", [], {}, [[]], [{}], "[]", { 1: 1 }, ["1"]];
    expect(new Set(values.map(fingerprint)).size).toBe(values.length);
    expect(fingerprint({ a: "b" })).not.toBe(fingerprint({ 'a":"b': "" }));
    expect(fingerprint(["a", "b"])).not.toBe(fingerprint(['a","b']));
    expect(fingerprint({ a: { b: 1 } })).not.toBe(fingerprint({ a: {}, b: 1 }));
  });

  it("never changes: these were stored with the first version", () => {
    expect(fingerprint({})).toBe("tc1-0b6f32f0311990304b7182052fa7401b");
    expect(fingerprint("66.3")).toBe("tc1-12c9bd3d8961d4c3bb127dcf42c0d3ce");
    expect(fingerprint({ status: "ok", n: [1, "账期", null, true] })).toBe(
      "tc1-271935e17c46acd25ab4f83142a43a1c",
    );
    expect(fingerprint(balance("1170000"))).toBe("tc1-e5359bc42b2832a962aabcb190e94cfe");
  });

  it("is long and spread enough: 20,000 results that differ little have 20,000 fingerprints", () => {
    const prints = new Set<string>();
    const halves = [new Set<string>(), new Set<string>()];
    for (let index = 0; index < 20_000; index += 1) {
      const print = fingerprint({ value: `66.${String(index)}` }).slice("tc1-".length);
      prints.add(print);
      halves[0]?.add(print.slice(0, 16));
      halves[1]?.add(print.slice(16));
    }
    expect([prints.size, halves[0]?.size, halves[1]?.size]).toEqual([20_000, 20_000, 20_000]);
  });

  it("changes in about half of its bits with any one character", () => {
    const bits = (text: string): bigint => BigInt(`0x${fingerprint(text).slice("tc1-".length)}`);
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 40 }), fc.nat(), (text, at) => {
        const place = at % text.length;
        const other = String.fromCharCode(text.charCodeAt(place) ^ 1);
        const changed = text.slice(0, place) + other + text.slice(place + 1);
        const difference = (bits(text) ^ bits(changed)).toString(2).replaceAll("0", "").length;
        // 64 of 128 with a deviation of 5.7: by chance beyond these once in 10^14.
        expect(difference).toBeGreaterThan(20);
        expect(difference).toBeLessThan(108);
      }),
      { numRuns: 2_000 },
    );
  });

  it("takes a live tree whose figures stand in many places in its stride", () => {
    let dso = deck();
    for (let level = 0; level < 60; level += 1) {
      dso = figure("test/sum", exact("0"), "days", { from: dso, to: dso });
    }
    expect(fingerprint(dso)).toMatch(/^tc1-[0-9a-f]{32}$/);
  });

  it("refuses what is nested without end or throws when read", () => {
    let deep: unknown = {};
    for (let level = 0; level < 5_000; level += 1) deep = [deep];
    const broken = {
      get value(): never {
        throw new Error("no");
      },
    };
    const loop: unknown[] = [];
    loop.push(loop);
    for (const result of [deep, loop, broken]) {
      expect(() => fingerprint(result)).toSatisfy((run: () => void) => {
        try {
          run();
        } catch (error) {
          return isCreditError(error) && error.code === "invalid_input";
        }
        return false;
      });
    }
  });
});
