import { describe, expect, it } from "vitest";

import { dsoPeriodAverage } from "../../src/dso/period-average.ts";
import type { VerifyOptions } from "../../src/explain/verification.ts";
import { verify, verifyWith } from "../../src/explain/verify.ts";
import { isCreditError } from "../../src/ground/errors.ts";
import type { Figure } from "../../src/ground/figure.ts";
import { absent, figure } from "../../src/ground/figure.ts";
import { Rows } from "../../src/ground/rows.ts";
import type { Ledger } from "../../src/ledger/index.ts";
import { ledgerFromItems, receivablesBalance } from "../../src/ledger/index.ts";
import {
  allocation,
  balance,
  cashReleased,
  catalogue,
  countback,
  deckMonths,
  entering,
  exact,
  penalty,
  score,
} from "./synthetic.ts";

/** What JSON makes of a result: as it would be read from a store. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
const stored = (result: unknown): any => JSON.parse(JSON.stringify(result));

const check = (result: unknown, options?: VerifyOptions) => verifyWith(catalogue, result, options);

const deck = (): Figure => countback(entering(balance("1170000")), deckMonths);

/** Cash released by going from 66.3 days to 56.4: countbacks nested in a third figure. */
function released(): Figure {
  const to = countback(entering(balance("1000000", "31")), deckMonths);
  return cashReleased(exact("12000000"), entering(deck()), entering(to));
}

function refusal(result: unknown): string {
  try {
    check(result);
  } catch (error) {
    if (isCreditError(error)) return `${error.code}: ${error.message}`;
    throw error;
  }
  return "no refusal";
}

describe("verify", () => {
  it("recomputes a figure from its inputs, live and stored", () => {
    const dso = dsoPeriodAverage({ receivables: "1170000", sales: "3318000", days: 181 });
    for (const result of [dso, stored(dso)]) {
      expect(verify(result)).toEqual({
        ok: true,
        nodes: 1,
        recomputed: 1,
        checked: 0,
        given: 0,
        unverified: 0,
        failed: 0,
        labels: 0,
        failures: [],
        steps: [{ path: "", formula: "dso/period-average", status: "recomputed" }],
      });
    }
  });

  it("takes what was given exactly as it was read, 64 characters long too", () => {
    const receivables = "1234567890123456789012345678901234567890.12345678901234567890123";
    const dso = dsoPeriodAverage({ receivables, sales: "7", days: "0.3", taxRate: "0.13" });
    expect(stored(dso).inputs.receivables).toBe(receivables);
    expect(verify(stored(dso)).ok).toBe(true);
  });

  it("goes from the leaves up: the lowest figures come first", () => {
    const { ok, steps, recomputed, given } = check(stored(released()));
    expect({ ok, recomputed, given }).toEqual({ ok: true, recomputed: 3, given: 2 });
    expect(steps.map(({ path, status }) => `${path} ${status}`)).toEqual([
      "inputs.fromDso.inputs.receivables given",
      "inputs.fromDso recomputed",
      "inputs.toDso.inputs.receivables given",
      "inputs.toDso recomputed",
      " recomputed",
    ]);
  });

  it("lets a nested figure enter with its exact value and not with its printed one", () => {
    // 370,000 / 434,000 × 31 = 26.428571…: printed it has 34 digits, and times 10^40 shows more.
    const dso = countback(exact("1000000"), deckMonths);
    const years = cashReleased(exact("1".padEnd(41, "0")), entering(dso), exact("0"));
    expect(check(years).ok).toBe(true);
    expect(check(stored(years)).ok).toBe(true);
  });

  it("lets it enter as printed where a caveat says so", () => {
    const dso = dsoPeriodAverage({ receivables: 1, sales: 3, days: 1, sameTaxBasis: true });
    const days = dsoPeriodAverage({ receivables: 7, sales: 9, days: stored(dso) });
    expect(days.caveats).toContainEqual({ code: "entered_as_printed", path: "days" });
    // The printed thirds are not thirds: 7/9 of them ends differently in the 34th digit or not at
    // all, but both ways the stored figure verifies.
    expect(verify(days).ok).toBe(true);
    expect(verify(stored(days)).ok).toBe(true);
    const exactly = stored(days);
    exactly.inputs.days.value = "0.3333333333333333333333333333333334";
    expect(verify(exactly).failures[0]?.path).toBe("inputs.days.value");
  });

  it("judges a figure that stands in many places of a live tree once", () => {
    let dso = deck();
    // Written out, the last has 2^40 leaves.
    for (let level = 0; level < 40; level += 1) {
      dso = figure("test/sum", exact("0"), "days", { from: dso, to: dso });
    }
    const { nodes, unverified } = check(dso);
    expect({ nodes, unverified }).toEqual({ nodes: 42, unverified: 40 });
  });
});

describe("what does not follow", () => {
  it("is named by path, with what would follow and what stands there", () => {
    const tree = stored(released());
    tree.inputs.fromDso.inputs.walk[2].consumed = "106001";
    expect(check(tree).failures).toEqual([
      {
        path: "inputs.fromDso.inputs.walk[2].consumed",
        formula: "test/countback",
        reason: "differs",
        expected: "106000",
        found: "106001",
      },
    ]);
  });

  it("is the lowest figure only: those that rest on it are not accused", () => {
    const tree = stored(released());
    tree.inputs.fromDso.inputs.receivables.value = "1170001";
    const { ok, failures, failed, recomputed, unverified, given } = check(tree);
    expect(ok).toBe(false);
    expect(failures.map(({ path }) => path)).toEqual(["inputs.fromDso.inputs.walk[0].remaining"]);
    expect({ failed, recomputed, unverified, given }).toEqual({
      failed: 1,
      recomputed: 1,
      unverified: 1,
      given: 2,
    });
  });

  it("is the printed value alone where everything above agrees with the recomputed one", () => {
    const tree = stored(released());
    tree.inputs.toDso.value = "56.4";
    const { failures, failed, recomputed } = check(tree);
    expect(failures.map(({ path, expected }) => [path, expected])).toEqual([
      ["inputs.toDso.value", "56.42857142857142857142857142857143"],
    ]);
    expect({ failed, recomputed }).toEqual({ failed: 1, recomputed: 2 });
  });

  it("is found in the 34th digit", () => {
    const tree = stored(released());
    tree.value = tree.value.replace(/.$/, (last: string) => (last === "4" ? "5" : "4"));
    expect(check(tree).failures[0]).toMatchObject({ path: "value", reason: "differs" });
  });

  it("may be written otherwise: 66.30 is 66.3", () => {
    expect(check({ ...stored(deck()), value: "66.30" }).ok).toBe(true);
    expect(check({ ...stored(deck()), value: 66.3 }).ok).toBe(true);
  });

  it("may be a formula without an answer: a missing input, a word, a zero below the line", () => {
    const dso = stored(dsoPeriodAverage({ receivables: 1, sales: 3, days: 1 }));
    const because = (inputs: object): unknown =>
      verify({ ...dso, inputs: { ...dso.inputs, ...inputs } }).failures[0]?.expected;
    expect(because({ sales: undefined })).toBe("sales must be given as a plain decimal");
    expect(because({ sales: "many" })).toBe("sales must be a plain decimal");
    expect(because({ sales: "0" })).toBe("sales is 0 and divides");
    expect(because({ taxRate: "-1" })).toBe("a part of the formula is 0 and divides");
    expect(because({ sales: absent("test/balance", "money", {}, "not_defined", "none") })).toBe(
      "sales is absent",
    );
    expect(verify({ ...dso, inputs: {} }).failures[0]).toMatchObject({
      path: "value",
      reason: "no_answer",
    });
  });

  it("may be the unit or the currency", () => {
    expect(check({ ...stored(deck()), unit: "months" }).failures[0]).toMatchObject({
      path: "unit",
      reason: "unit",
      expected: "days",
      found: "months",
    });
    const tree = stored({ ...stored(balance("1")), formula: "test/compound" });
    tree.inputs = { principal: stored(balance("1")), plan: { rate: "0", years: "1" } };
    expect(check(tree).ok).toBe(true);
    tree.inputs.principal.currency = "USD";
    expect(check(tree).failures[0]).toMatchObject({ reason: "currency", expected: "CNY" });
  });

  it("may be the word of a class", () => {
    const tree = stored(score([{ weight: exact("1"), score: exact("2.5") }]));
    expect(check(tree).ok).toBe(true);
    tree.zone = "safe";
    expect(check(tree).failures[0]).toMatchObject({
      path: "zone",
      reason: "label",
      expected: "grey",
      found: "safe",
    });
    delete tree.zone;
    expect(check(tree).failures[0]).toMatchObject({ reason: "label", found: "nothing" });
  });

  it("may be a condition on an answer found by an algorithm", () => {
    const limits = allocation(exact("100"), [exact("30"), exact("50")]);
    expect(check(limits)).toMatchObject({ ok: true, checked: 1 });
    const tree = stored(limits);
    tree.inputs.budget = "79";
    expect(check(tree).failures[0]).toMatchObject({
      path: "value",
      reason: "condition",
      expected: "value <= budget",
    });
  });

  it("may be a figure that has lost a key, or whose value is no number", () => {
    for (const key of ["formula", "value", "unit", "inputs"]) {
      const tree = stored(released());
      Reflect.deleteProperty(tree.inputs.toDso, key);
      const { ok, failures } = check(tree);
      expect(ok, key).toBe(false);
      expect(failures[0], key).toMatchObject({ path: "inputs.toDso", reason: "malformed" });
    }
    for (const value of ["1e3", "", "NaN", {}, [], true, "9".repeat(20_000)]) {
      expect(check({ ...stored(balance("1")), value }).failures[0]?.reason).toBe("malformed");
    }
    expect(check({ ...stored(balance("1")), value: null }).failures[0]?.reason).toBe("malformed");
    expect(check({ ...stored(balance("1")), inputs: "none" }).failures[0]?.reason).toBe(
      "malformed",
    );
  });

  it("is reported for at most 100 figures, and counted for all", () => {
    const wrong = { ...stored(deck()), value: "1" };
    const { failures, failed } = check(Array.from({ length: 150 }, () => ({ ...wrong })));
    expect({ reported: failures.length, failed }).toEqual({ reported: 100, failed: 150 });
  });
});

describe("given figures", () => {
  it("are taken as they are", () => {
    expect(check(balance("5"))).toMatchObject({ ok: true, given: 1, nodes: 1 });
  });

  it("of one formula and the same inputs must be equal wherever they stand in a result", () => {
    const tree = { before: stored(balance("5")), after: stored(balance("6")) };
    expect(check(tree).failures).toEqual([
      {
        path: "after.value",
        formula: "test/balance",
        reason: "unequal",
        expected: "5, as at before.value",
        found: "6",
      },
    ]);
    tree.after.inputs.items = "38";
    expect(check(tree).ok).toBe(true);
  });

  it("of separate results in a list may differ: they may be of different ledgers", () => {
    expect(check([stored(balance("5")), stored(balance("6"))]).ok).toBe(true);
  });
});

describe("with the ledger", () => {
  const ledger = ledgerFromItems(
    [
      ["a", "2026-01-05", "1200.50"],
      ["b", "2026-02-05", "800"],
    ].map(([id = "", documentDate = "", amount = "0"]) => {
      return { id, party: "p", kind: "invoice", documentDate, dueDate: documentDate, amount };
    }),
    { currency: "CNY" },
  );
  const of = (asOf: string): Figure => receivablesBalance(ledger, { asOf });

  it("figures that were read from it are computed again, item by item", () => {
    const dso = dsoPeriodAverage({ receivables: of("2026-02-28"), sales: 3000, days: 59 });
    expect(verify(dso)).toMatchObject({ ok: true, recomputed: 1, given: 1 });
    expect(verify(stored(dso), { ledger })).toMatchObject({ ok: true, recomputed: 2, given: 0 });
  });

  it("what does not stand in it is found, though it follows", () => {
    const dso = dsoPeriodAverage({ receivables: of("2026-01-31"), sales: 3000, days: 59 });
    const tree = stored(dso);
    tree.inputs.receivables.inputs.asOf = "2026-02-28";
    expect(verify(tree).ok).toBe(true);
    expect(verify(tree, { ledger }).failures).toEqual([
      {
        path: "inputs.receivables.value",
        formula: "ledger/balance",
        reason: "differs",
        expected: "2000.5",
        found: "1200.5",
      },
    ]);
  });

  it("it has to be a ledger", () => {
    expect(() => verify(of("2026-01-31"), { ledger: {} as Ledger })).toThrow("ledger");
  });
});

describe("what verify takes", () => {
  it("composites: figures are judged, words and bare numbers beside them counted as labels", () => {
    const plans = { A: { total: deck(), status: "ok" }, "B 2": { total: deck(), rank: 1 } };
    const result = check(stored({ plans, binding: ["A", "B 2"], none: null }));
    expect(result).toMatchObject({ ok: true, recomputed: 2, given: 2, labels: 4 });
    expect(result.steps.at(-1)?.path).toBe('plans["B 2"].total');
  });

  it("Rows and lists of rows, live and stored", () => {
    const rows = new Rows(3, (index) => ({ party: `p${index}`, dso: deck() }));
    for (const result of [rows, stored(rows), { parties: rows }]) {
      expect(check(result)).toMatchObject({ ok: true, recomputed: 3, given: 3, labels: 3 });
    }
    expect(check(rows).steps[1]?.path).toBe("[0].dso");
    expect(check([])).toMatchObject({ ok: true, nodes: 0 });
  });

  it("absent answers, which it cannot verify; what they rest on it can", () => {
    const none = absent("dso/period-average", "days", { sales: balance("0") }, "not_defined", "0");
    for (const result of [none, stored(none)]) {
      expect(check(result)).toMatchObject({ ok: true, unverified: 1, given: 1, nodes: 2 });
    }
  });

  it("figures of unknown formulas, which it cannot verify", () => {
    const unknown = { ...stored(deck()), formula: "dso/of-tomorrow" };
    expect(check(unknown)).toMatchObject({ ok: true, unverified: 1, given: 1 });
    expect(check({ ...unknown, formula: "__proto__" })).toMatchObject({ unverified: 1 });
  });

  it("lookups in tables", () => {
    expect(check(penalty("B", exact("12"), exact("3")))).toMatchObject({ ok: true, recomputed: 1 });
    const tree = stored(penalty("B", exact("12"), exact("3")));
    tree.inputs.grade = "C";
    expect(check(tree).failures[0]?.expected).toBe("table.grade must hold the value looked up");
  });

  it.each([
    ["a number", 5],
    ["a text", "66.3"],
    ["nothing", undefined],
    ["null", null],
    ["an object without figures", { a: { b: [1, 2] } }],
    ["a list without figures", [{}]],
  ])("refuses %s", (_, result) => {
    expect(refusal(result)).toContain("invalid_input: verify: must hold at least one figure");
  });
});

describe("hostile results", () => {
  it("nested without end are refused, not overflowed", () => {
    let deep: unknown = stored(balance("1"));
    for (let level = 0; level < 20_000; level += 1) deep = { deep };
    expect(refusal(deep)).toContain("must be nested at most 1000 deep");
    let figures: unknown = stored(balance("1"));
    for (let level = 0; level < 5_000; level += 1) {
      figures = { formula: "a/b", value: "1", unit: "days", inputs: { figures }, caveats: [] };
    }
    expect(refusal(figures)).toContain("must be nested at most 1000 deep");
  });

  it("within the depth are judged", () => {
    let dso = dsoPeriodAverage({ receivables: 1, sales: 1, days: 30 });
    for (let month = 0; month < 400; month += 1) {
      dso = dsoPeriodAverage({ receivables: 1, sales: 1, days: dso });
    }
    expect(verify(dso)).toMatchObject({ ok: true, recomputed: 401 });
    expect(verify(stored(dso))).toMatchObject({ ok: true, recomputed: 401 });
  });

  it("that rest on themselves are refused", () => {
    const ring = stored(deck());
    ring.inputs.receivables = ring;
    expect(refusal(ring)).toContain("must not rest on itself");
    const loop: Record<string, unknown> = { figure: deck() };
    loop["loop"] = loop;
    expect(refusal(loop)).toContain("must be nested at most 1000 deep");
  });

  it("that throw when they are read are refused", () => {
    const trap = new Proxy(
      {},
      {
        ownKeys: () => {
          throw new TypeError("no");
        },
      },
    );
    expect(refusal({ trap })).toContain("must be readable");
    const tree = stored(deck());
    Object.defineProperty(tree.inputs, "receivables", {
      get: () => {
        throw new Error("no");
      },
    });
    expect(refusal(tree)).toContain("must be readable");
  });

  it("find no help in inherited names", () => {
    const dso = stored(dsoPeriodAverage({ receivables: 3, sales: 3, days: 1 }));
    dso.inputs = Object.assign(Object.create(dso.inputs), { days: "1" });
    expect(verify(dso).failures[0]?.expected).toBe("receivables must be given as a plain decimal");
    const text = JSON.stringify(dsoPeriodAverage({ receivables: 3, sales: 3, days: 1 }));
    expect(verify(JSON.parse(text.replace('"sales"', '"__proto__"'))).ok).toBe(false);
  });
});
