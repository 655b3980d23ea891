import { readFileSync } from "node:fs";
import { posix } from "node:path";
import { fileURLToPath } from "node:url";

import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";

import { parseDay } from "../../src/ground/days.ts";
import { isCreditError } from "../../src/ground/errors.ts";
import { Fault } from "../../src/ground/fault.ts";
import { decimalOf } from "../../src/ground/numeric.ts";
import { dueDate, parseTerms, paymentSchedule } from "trade-credit/terms";
import { exactTermsOf, readTerms } from "../../src/terms/input.ts";
import type { InternalTerms } from "../../src/terms/reader.ts";
import { dueDayOf, installmentsOf, termsOf } from "../../src/terms/reader.ts";

import { allAnchors, anyTerms, dates, dayOfText } from "./arbitraries.ts";

const net30 = { tiers: [], due: { kind: "days", days: 30 } };

function known(value: unknown): InternalTerms {
  const terms = termsOf(value);
  if (terms instanceof Fault) throw new Error(terms.rule);
  return terms;
}

function faultsOf(value: unknown): string[] {
  const terms = termsOf(value);
  if (!(terms instanceof Fault)) return [];
  return terms.parts.map(({ path, rule }) => `${path.join("/")}: ${rule}`);
}

describe("termsOf", () => {
  it("fills in every default", () => {
    expect(known("n/30")).toEqual({
      tiers: [],
      due: { kind: "days", days: 30 },
      anchor: "document",
      installments: undefined,
    });
    expect(known({ tiers: [], due: { kind: "end-of-month" } }).due).toEqual({
      kind: "end-of-month",
      months: 0,
      daysBefore: 0,
      daysAfter: 0,
    });
    expect(known({ tiers: [], due: { kind: "day-of-month", day: 5, months: 1 } }).due).toEqual({
      kind: "day-of-month",
      day: 5,
      months: 1,
      cutoffDay: 31,
    });
  });

  it("reads a text as the structure that parseTerms gives", () => {
    for (const text of ["2/10, n/30", "50% 30, 50% EOM+10", "30 days end of month"]) {
      expect(known(text)).toEqual(known(parseTerms(text)));
    }
  });

  it.each<[string, unknown, string[]]>([
    ["no terms", 30, [': must be a text such as "2/10, n/30", or Terms']],
    ["nothing", undefined, [': must be a text such as "2/10, n/30", or Terms']],
    ["null", null, [': must be a text such as "2/10, n/30", or Terms']],
    ["a list", [], [": must be an object"]],
    ["an empty record", {}, ["tiers: must be a list", "due: must be an object"]],
    ["another field", { ...net30, discount: 1 }, ["discount: is not a field of payment terms"]],
    ["tiers that are none", { ...net30, tiers: {} }, ["tiers: must be a list"]],
    [
      "holes",
      { ...net30, tiers: new Array<unknown>(2) },
      ["tiers/0: must be an object", "tiers/1: must be an object"],
    ],
    [
      "too many tiers",
      { ...net30, tiers: new Array<unknown>(1_001) },
      ["tiers: must have at most 1000 entries"],
    ],
    [
      "a tier with two faults",
      { ...net30, tiers: [{ discountRate: 2, days: "10" }] },
      [
        "tiers/0/days: must be a whole number from 0 to 36500",
        "tiers/0/discountRate: must be at least 0 and less than 1 " +
          "(rates are fractions: write 2 % as 0.02)",
      ],
    ],
    [
      "a rate in words",
      { ...net30, tiers: [{ discountRate: "2%", days: 10 }] },
      ["tiers/0/discountRate: must be a plain decimal"],
    ],
    [
      "a tier on the net day",
      { ...net30, tiers: [{ discountRate: "0.02", days: 30 }] },
      ["tiers/0/days: must be below 30, when all is due"],
    ],
    [
      "a tier beyond every month end",
      { tiers: [{ discountRate: "0.02", days: 30 }], due: { kind: "end-of-month" } },
      ["tiers/0/days: must be below 30, when all is due"],
    ],
    [
      "another kind",
      { tiers: [], due: { kind: "weeks", weeks: 2 } },
      ['due/kind: must be "days" or "end-of-month" or "months" or "day-of-month"'],
    ],
    [
      "a field of another kind",
      { tiers: [], due: { kind: "days", days: 30, months: 1 } },
      ["due/months: is not a field of payment terms"],
    ],
    [
      "null for a default",
      { tiers: [], due: { kind: "end-of-month", months: null } },
      ["due/months: must be a whole number from 0 to 1200"],
    ],
    [
      "day 0",
      { tiers: [], due: { kind: "day-of-month", day: 0, months: 1, cutoffDay: 32 } },
      [
        "due/day: must be a whole number from 1 to 31",
        "due/cutoffDay: must be a whole number from 1 to 31",
      ],
    ],
    [
      "another anchor",
      { ...net30, anchor: "shipment" },
      ['anchor: must be "document" or "delivery" or "invoiceReceived" or "accepted"'],
    ],
    ["no installment", { ...net30, installments: [] }, ["installments: must have an entry"]],
    [
      "shares that do not sum",
      { ...net30, installments: [{ share: "0.99", due: net30.due }] },
      ["installments: must have shares that sum to 1"],
    ],
    [
      "a negative share",
      {
        ...net30,
        installments: [
          { share: "-1", due: net30.due },
          { share: 2, due: net30.due },
        ],
      },
      ["installments/0/share: must be above 0"],
    ],
    [
      "installments beside discounts, the last of another rule",
      {
        tiers: [{ discountRate: "0.02", days: 10 }],
        due: { kind: "days", days: 30 },
        installments: [{ share: 1, due: { kind: "days", days: 31 } }],
      },
      [
        "tiers: must be empty where installments are given",
        "due: must be the rule of the last installment",
      ],
    ],
  ])("refuses %s", (_, value, faults) => {
    expect(faultsOf(value)).toEqual(faults);
  });

  it("says in one rule where the first fault is, for callers that show one", () => {
    const fault = termsOf({ ...net30, tiers: [{ discountRate: 0.02, days: -1 }] });
    expect(fault).toMatchObject({
      rule: "tiers[0].days must be a whole number from 0 to 36500",
    });
  });

  it("reports at most 100 faults", () => {
    expect(faultsOf({ ...net30, tiers: new Array<unknown>(1_000) })).toHaveLength(100);
  });

  it("reads plain rates alone; exactTermsOf reads every number", () => {
    const rated = (discountRate: unknown) => ({ ...net30, tiers: [{ discountRate, days: 10 }] });
    for (const rate of ["0.02", 0.02]) expect(termsOf(rated(rate))).not.toBeInstanceOf(Fault);
    for (const rate of [decimalOf("0.02"), 5e-7, Number.NaN, "2e-2", null]) {
      expect(termsOf(rated(rate))).toBeInstanceOf(Fault);
    }
    expect(exactTermsOf(rated(decimalOf("0.02")))).not.toBeInstanceOf(Fault);
    expect(exactTermsOf(rated(5e-7))).not.toBeInstanceOf(Fault);
    expect(exactTermsOf(rated(Number.NaN))).toBeInstanceOf(Fault);
  });

  it("answers a getter that throws with a fault", () => {
    const hostile = {
      tiers: [],
      get due(): never {
        throw new Error("mine");
      },
    };
    expect(faultsOf(hostile)).toEqual([": must be readable; reading it threw"]);
  });

  it("makes 0 of −0", () => {
    const { due } = known({ tiers: [], due: { kind: "days", days: -0 } });
    expect(due.kind === "days" && Object.is(due.days, 0)).toBe(true);
  });
});

describe("termsOf with a polluted Object.prototype", () => {
  const prototype = Object.prototype as unknown as Record<string, unknown>;
  afterEach(() => {
    for (const key of ["anchor", "daysAfter", "tiers", "installments"]) {
      Reflect.deleteProperty(prototype, key);
    }
  });

  it("reads own properties only", () => {
    prototype["anchor"] = "delivery";
    prototype["daysAfter"] = 7;
    prototype["installments"] = [];
    const terms = known({ tiers: [], due: { kind: "end-of-month" } });
    expect(terms.anchor).toBe("document");
    expect(terms.due).toMatchObject({ daysAfter: 0 });
    expect(terms.installments).toBeUndefined();
    prototype["tiers"] = [];
    expect(faultsOf({ due: { kind: "end-of-month" } })).toEqual(["tiers: must be a list"]);
  });
});

describe("dueDayOf and installmentsOf", () => {
  it("agree with dueDate and paymentSchedule", () => {
    fc.assert(
      fc.property(dates, anyTerms, fc.bigInt(0n, 10n ** 12n), (date, terms, minor) => {
        const internal = known(terms);
        const day = parseDay(date);
        const anchors = allAnchors(date);
        const text = dueDate({ documentDate: date, terms, anchors });
        expect(dueDayOf(internal, day)).toBe(dayOfText(text));
        const parts = installmentsOf(internal, day, minor);
        expect(parts === undefined).toBe(terms.installments === undefined);
        if (!parts) return;
        const { installments } = paymentSchedule({
          documentDate: date,
          terms,
          amount: minor,
          anchors,
          minorUnits: 0,
        });
        expect(parts).toEqual(
          installments.map(({ dueDate: due, amount }) => ({
            dueDay: dayOfText(due),
            amount: BigInt(amount),
          })),
        );
      }),
    );
  });
});

describe("readTerms", () => {
  const caught = (value: unknown) => {
    try {
      readTerms("agingTable", "items[3].terms", value);
    } catch (error) {
      if (isCreditError(error)) return error;
    }
    throw new Error("not refused");
  };

  it("names the function and the path of every fault", () => {
    const wrong = { tiers: [{ discountRate: 2, days: 1.5 }], due: { kind: "days", days: 30 } };
    expect(caught(wrong).issues.map(({ path }) => path)).toEqual([
      "items[3].terms.tiers[0].days",
      "items[3].terms.tiers[0].discountRate",
    ]);
    expect(caught("soon").message).toMatch(
      /^agingTable: items\[3\]\.terms must be .*, got "soon"$/,
    );
  });

  it("gives what termsOf gives", () => {
    expect(readTerms("x", "terms", "2/10, n/30")).toEqual(known("2/10, n/30"));
  });
});

describe("terms/reader", () => {
  it("loads neither zod, nor decimal.js, nor date-fns", () => {
    const root = fileURLToPath(new URL("../../src/", import.meta.url));
    const loaded = new Set<string>();
    const load = (path: string): void => {
      if (loaded.has(path)) return;
      loaded.add(path);
      const text = readFileSync(root + path, "utf8");
      for (const [, specifier] of text.matchAll(
        /^(?:import|export) (?!type)[^;]*? from "(.+)";$/gm,
      )) {
        expect(specifier).toMatch(/^\.{1,2}\//);
        load(posix.join(posix.dirname(path), specifier!));
      }
    };
    load("terms/reader.ts");
    expect([...loaded].filter((path) => path.startsWith("ground/")).sort()).toEqual([
      "ground/common-divisor.ts",
      "ground/days.ts",
      "ground/errors.ts",
      "ground/fault.ts",
      "ground/fraction.ts",
      "ground/months.ts",
      "ground/number-text.ts",
    ]);
  });
});
