import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { Fault } from "../../src/ground/fault.ts";
import { Fraction } from "../../src/ground/fraction.ts";
import { figure } from "../../src/ground/figure.ts";
import { decimalOf } from "../../src/ground/numeric.ts";
import { exactTermsOf } from "../../src/terms/input.ts";
import type { Terms } from "trade-credit/terms";
import { formatTerms, parseTerms } from "trade-credit/terms";

import { anyTerms, writtenTerms } from "./arbitraries.ts";

const of = (due: Terms["due"], rest: Partial<Terms> = {}): Terms => ({ tiers: [], due, ...rest });

describe("formatTerms", () => {
  it.each<[Terms, string]>([
    [of({ kind: "days", days: 30 }), "n/30"],
    [of({ kind: "days", days: 0 }), "n/0"],
    [of({ kind: "end-of-month" }), "EOM"],
    [of({ kind: "end-of-month", months: 0, daysBefore: 0, daysAfter: 0 }), "EOM"],
    [of({ kind: "end-of-month", daysAfter: 30 }), "EOM+30"],
    [of({ kind: "end-of-month", daysBefore: 30 }), "30 days end of month"],
    [of({ kind: "end-of-month", daysBefore: 30, daysAfter: 1 }), "30 days end of month + 1"],
    [
      of(
        { kind: "days", days: 45 },
        {
          tiers: [
            { discountRate: "0.03", days: 10 },
            { discountRate: "0.02", days: 20 },
          ],
        },
      ),
      "3/10, 2/20, n/45",
    ],
    [
      of({ kind: "end-of-month" }, { tiers: [{ discountRate: "0.020", days: 10 }] }),
      "2/10, net EOM",
    ],
    [
      of(
        { kind: "days", days: 60 },
        {
          installments: [
            { share: 0.5, due: { kind: "days", days: 30 } },
            { share: "0.50", due: { kind: "days", days: 60 } },
          ],
        },
      ),
      "50% 30, 50% 60",
    ],
    // Rules without a word of their own.
    [of({ kind: "months", months: 1 }), "net 1 month"],
    [of({ kind: "months", months: 2 }), "net 2 months"],
    [of({ kind: "end-of-month", months: 1 }), "EOM + 1 month"],
    [of({ kind: "end-of-month", months: 2, daysAfter: 10 }), "EOM + 2 months + 10 days"],
    [
      of({ kind: "end-of-month", months: 1, daysBefore: 15, daysAfter: 1 }),
      "15 days end of month + 1 month + 1 day",
    ],
    [of({ kind: "day-of-month", day: 10, months: 0 }), "day 10 of the month"],
    [of({ kind: "day-of-month", day: 31, months: 1 }), "last day of the month + 1"],
    [
      of({ kind: "day-of-month", day: 10, months: 1, cutoffDay: 25 }),
      "day 10 of the month + 1, cut-off day 25",
    ],
    [of({ kind: "days", days: 30 }, { anchor: "document" }), "n/30"],
    [of({ kind: "days", days: 30 }, { anchor: "delivery" }), "n/30 from delivery"],
    [of({ kind: "days", days: 0 }, { anchor: "invoiceReceived" }), "n/0 from receipt of invoice"],
    [of({ kind: "end-of-month" }, { anchor: "accepted" }), "EOM from acceptance"],
    [
      of(
        { kind: "months", months: 2 },
        {
          installments: [
            { share: "0.25", due: { kind: "months", months: 1 } },
            { share: "0.75", due: { kind: "months", months: 2 } },
          ],
        },
      ),
      "25% 1 month, 75% 2 months",
    ],
  ])("prints %j as %j", (terms, text) => {
    expect(formatTerms(terms)).toBe(text);
  });

  it("puts a text into its usual form", () => {
    expect(formatTerms("  2%/10 DAYS; NET 30 Days. ")).toBe("2/10, n/30");
    expect(formatTerms("net 30 end of month")).toBe("EOM+30");
  });

  it("prints every digit of a rate, whichever number it came as", () => {
    const rated = (discountRate: Terms["tiers"][number]["discountRate"]): string =>
      formatTerms({ tiers: [{ discountRate, days: 10 }], due: { kind: "days", days: 30 } });
    const digits = "123456789".repeat(6);
    expect(rated(`0.${digits}`)).toBe(`12.${digits.slice(2)}/10, n/30`);
    expect(rated(5e-7)).toBe("0.00005/10, n/30");
    expect(rated(0n)).toBe("0/10, n/30");
    expect(rated("0.100")).toBe("10/10, n/30");
    expect(rated(decimalOf("0.02"))).toBe("2/10, n/30");
    const half = figure("test/half", Fraction.of(1n, 2n), "fraction", {});
    expect(rated(half)).toBe("50/10, n/30");
    const third = figure("test/third", Fraction.of(1n, 3n), "fraction", {});
    expect(rated(third)).toBe(`33.${"3".repeat(32)}/10, n/30`);
  });

  it("refuses what is no terms, with every fault", () => {
    expect(() => formatTerms("soon")).toThrow("formatTerms: must be terms of a known form");
    expect(() => formatTerms({ tiers: [], due: { kind: "weeks" } } as never)).toThrow(
      'formatTerms: due.kind must be "days" or "end-of-month" or "months" or "day-of-month"',
    );
  });
});

describe("formatTerms and parseTerms", () => {
  it("are inverse, and give the very structure, for terms without fields that say nothing", () => {
    fc.assert(
      fc.property(writtenTerms, (terms) => {
        expect(parseTerms(formatTerms(terms))).toEqual(terms);
      }),
      { numRuns: 2_000 },
    );
  });

  it("are inverse for all terms whose rates are decimals: days, months, anchors, cut-off days", () => {
    let long = 0;
    fc.assert(
      fc.property(anyTerms, (terms) => {
        const text = formatTerms(terms);
        if (text.length > 1_000) {
          long += 1;
          return;
        }
        const [before, after] = [exactTermsOf(terms), exactTermsOf(parseTerms(text))];
        if (before instanceof Fault || after instanceof Fault) throw new Error(text);
        expect(plain(after)).toEqual(plain(before));
      }),
      { numRuns: 3_000 },
    );
    expect(long).toBe(0);
  });

  it("agree after one round: the usual form of a text is its own usual form", () => {
    fc.assert(
      fc.property(writtenTerms, (terms) => {
        const text = formatTerms(terms);
        expect(formatTerms(text)).toBe(text);
      }),
    );
  });
});

/** Checked terms with their fractions in lowest terms. */
function plain(terms: object): unknown {
  return JSON.parse(
    JSON.stringify(terms, (_, value: unknown) =>
      value instanceof Fraction ? value.toString() : value,
    ),
  );
}
