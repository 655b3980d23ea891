import { describe, expect, it } from "vitest";

import { isCreditError } from "../../src/ground/errors.ts";
import type { Terms } from "trade-credit/terms";
import { dueDate, parseTerms } from "trade-credit/terms";

import { scan } from "../../src/terms/scanner.ts";

const net = (days: number): Terms => ({ tiers: [], due: { kind: "days", days } });
const discounted = (days: number, ...tiers: [string, number][]): Terms => ({
  tiers: tiers.map(([discountRate, end]) => ({ discountRate, days: end })),
  due: { kind: "days", days },
});
const monthEnd = (rest: object = {}): Terms => ({
  tiers: [],
  due: { kind: "end-of-month", ...rest },
});
const parts = (...list: [string, Terms["due"]][]): Terms => ({
  tiers: [],
  due: list.at(-1)![1],
  installments: list.map(([share, due]) => ({ share, due })),
});
const days = (count: number): Terms["due"] => ({ kind: "days", days: count });

const KNOWN: [string, Terms][] = [
  ["net 30", net(30)],
  ["Net30", net(30)],
  ["NET 30 DAYS", net(30)],
  ["nett 30", net(30)],
  ["net/30", net(30)],
  ["n/30", net(30)],
  ["N30", net(30)],
  ["n / 30", net(30)],
  ["30 days", net(30)],
  ["30d", net(30)],
  ["1 day", net(1)],
  ["30 days net", net(30)],
  ["30 net", net(30)],
  ["net 30.", net(30)],
  ["  net\t30\n", net(30)],
  ["net 030", net(30)],
  ["net 0", net(0)],
  ["immediate", net(0)],
  ["Due immediately", net(0)],
  ["Immediate payment", net(0)],
  ["2/10, n/30", discounted(30, ["0.02", 10])],
  ["2/10 net 30", discounted(30, ["0.02", 10])],
  ["2/10,n/30", discounted(30, ["0.02", 10])],
  ["2/10n30", discounted(30, ["0.02", 10])],
  ["2/10; N/30", discounted(30, ["0.02", 10])],
  ["2/10 - net 30", discounted(30, ["0.02", 10])],
  ["2/10–n/30", discounted(30, ["0.02", 10])],
  ["2/10/n/30", discounted(30, ["0.02", 10])],
  ["2/10 | n/30", discounted(30, ["0.02", 10])],
  ["2/10. Net 30.", discounted(30, ["0.02", 10])],
  ["2/10 or net 30", discounted(30, ["0.02", 10])],
  ["2%/10, net 30", discounted(30, ["0.02", 10])],
  ["2 % / 10 days, net 30 days", discounted(30, ["0.02", 10])],
  ["2% 10 Net 30", discounted(30, ["0.02", 10])],
  ["2% 10 days, 30 days net", discounted(30, ["0.02", 10])],
  ["２／１０，ｎ／３０", discounted(30, ["0.02", 10])],
  ["２％　１０，ＮＥＴ　３０", discounted(30, ["0.02", 10])],
  ["2.5/7, n/14", discounted(14, ["0.025", 7])],
  ["2.50/7, n/14", discounted(14, ["0.025", 7])],
  ["0.125/7, n/14", discounted(14, ["0.00125", 7])],
  ["n/30, 2/10", discounted(30, ["0.02", 10])],
  ["3/10, 2/20, n/45", discounted(45, ["0.03", 10], ["0.02", 20])],
  ["3/10 2/20 n/45", discounted(45, ["0.03", 10], ["0.02", 20])],
  ["3/10,2/20,1/30 and n/60", discounted(60, ["0.03", 10], ["0.02", 20], ["0.01", 30])],
  ["EOM", monthEnd()],
  ["eom", monthEnd()],
  ["end of month", monthEnd()],
  ["End of the Month", monthEnd()],
  ["month-end", monthEnd()],
  ["net EOM", monthEnd()],
  ["n/30 EOM", monthEnd({ daysAfter: 30 })],
  ["net 30 EOM", monthEnd({ daysAfter: 30 })],
  ["n/30, EOM", monthEnd({ daysAfter: 30 })],
  ["EOM+30", monthEnd({ daysAfter: 30 })],
  ["EOM + 30 days", monthEnd({ daysAfter: 30 })],
  ["EOM＋30", monthEnd({ daysAfter: 30 })],
  ["end of month plus 30", monthEnd({ daysAfter: 30 })],
  ["EOM+0", monthEnd()],
  ["30 days end of month", monthEnd({ daysBefore: 30 })],
  ["30 days end-of-month", monthEnd({ daysBefore: 30 })],
  ["30 days end of month + 10", monthEnd({ daysBefore: 30, daysAfter: 10 })],
  ["2/10, EOM+30", { ...monthEnd({ daysAfter: 30 }), tiers: [{ discountRate: "0.02", days: 10 }] }],
  ["2/10, net EOM", { ...monthEnd(), tiers: [{ discountRate: "0.02", days: 10 }] }],
  ["50% 30, 50% 60", parts(["0.5", days(30)], ["0.5", days(60)])],
  ["50%/30 & 50%/60", parts(["0.5", days(30)], ["0.5", days(60)])],
  ["50 % 30 days, 50 % 60 days", parts(["0.5", days(30)], ["0.5", days(60)])],
  ["50% net 30; 50% net 60", parts(["0.5", days(30)], ["0.5", days(60)])],
  ["30% immediate, 70% 60", parts(["0.3", days(0)], ["0.7", days(60)])],
  ["2% 10, 98% 30", parts(["0.02", days(10)], ["0.98", days(30)])],
  ["100% 30", parts(["1", days(30)])],
  [
    "33.33% 30, 33.33% 60, 33.34% EOM+60",
    parts(
      ["0.3333", days(30)],
      ["0.3333", days(60)],
      ["0.3334", { kind: "end-of-month", daysAfter: 60 }],
    ),
  ],
];

/** Refused, with what the message says. */
const REFUSED: [string, string][] = [
  // Not of this version: the message says how far it was understood.
  ["10th prox", 'such as "2/10, n/30" or "EOM+30"; understood nothing of it'],
  ["2/10 MFI", 'understood "2/10", then came "MFI"'],
  ["net 10th prox", 'understood nothing of it, got "net 10th prox"'],
  ["EOM 10th", 'understood "EOM", then came "10th"'],
  ["n/30 ROG", 'understood "n/30", then came "ROG"'],
  ["net 30 days from invoice date", 'understood "net 30 days", then came "from invoice date"'],
  ["月结30天", "understood nothing of it"],
  ["2/10, n/30 天", 'understood "2/10, n/30", then came "天"'],
  ["net 2 months", 'understood "net 2", then came "months"'],
  ["2/10 then some", 'understood "2/10", then came "then some"'],
  ["", "understood nothing of it"],
  ["   ", "understood nothing of it"],
  ["30", "understood nothing of it"],
  ["cash", "understood nothing of it"],
  ["-30 days", "understood nothing of it"],
  ["net -30", "understood nothing of it"],
  ["net 30.5", "understood nothing of it"],
  ["net 1e3", 'understood "net 1", then came "e3"'],
  ["2,5/10, n/30", "understood nothing of it"],
  ["2/10/30", 'understood "2/10", then came "/30"'],
  ["2/10 30", 'understood "2/10", then came "30"'],
  ["2/10,, n/30", 'understood "2/10", then came ",, n/30"'],
  ["2/10, n/30,", 'understood "2/10, n/30", then came ","'],
  [", n/30", "understood nothing of it"],
  ["EOM 30", 'understood "EOM", then came "30"'],
  ["n/30 EOM + 10", 'understood "n/30 EOM", then came "+ 10"'],
  ["١٠ days", "understood nothing of it"],
  // Two readings.
  ["30 days EOM", '"30 days EOM" is read as "EOM+30" (month end, then 30 days) and as'],
  ["30 EOM", "must say which comes first"],
  ["30 end of month", "must say which comes first"],
  ["net 30 days end of month", "must say which comes first"],
  ["2/10 EOM", "must say from when the discount days count"],
  ["2/10, n/30 EOM", "must say from when the discount days count"],
  ["due on receipt", 'write "due on receipt" as "net 0" from the document date'],
  ["Upon receipt", 'the anchor "invoiceReceived"'],
  ["COD", 'the anchor "delivery"'],
  ["50% 10, net 30", "must be parts that sum to 100 %, or discounts"],
  // Contradictions.
  ["2/10", 'must say when the amount is due, as "n/30" does'],
  ["50/30, 50/60", "must say when the amount is due"],
  ["net 30, net 60", "must say once when the amount is due"],
  ["EOM, n/30", "must say once when the amount is due"],
  ["2/30, n/30", "tiers[0].days must be below 30, when all is due"],
  ["2/10, 3/20, n/30", "tiers[1].discountRate must be below that of the tier before"],
  ["2/10, 2/20, n/30", "tiers[1].discountRate must be below that of the tier before"],
  ["3/20, 2/10, n/30", "tiers[1].days must be above the 20 of the tier before"],
  ["100/10, n/30", "tiers[0].discountRate must be at least 0 and less than 1"],
  ["2/80, EOM", "must say from when the discount days count"],
  ["2/60, EOM+30", "tiers[0].days must be below 60, when all is due"],
  ["2% 10", "installments must have shares that sum to 1"],
  ["50% 30, 40% 60", "installments must have shares that sum to 1"],
  ["0% 30, 100% 60", "installments[0].share must be above 0"],
  ["50% 60, 50% 30", "installments[1].due must be no sooner than that of the installment before"],
  ["n/36501", "due.days must be a whole number from 0 to 36500"],
];

describe("parseTerms", () => {
  it.each(KNOWN)("reads %j", (text, expected) => {
    expect(parseTerms(text)).toEqual(expected);
    // No key is there with the value undefined, which `toEqual` would let pass.
    expect(JSON.parse(JSON.stringify(parseTerms(text)))).toStrictEqual(expected);
  });

  it.each(KNOWN)("is not moved by the case or the spacing of %j", (text, expected) => {
    expect(parseTerms(text.toUpperCase())).toEqual(expected);
    expect(parseTerms(text.toLowerCase())).toEqual(expected);
    expect(parseTerms(`  ${text.replaceAll(" ", " \u3000\t ")} `)).toEqual(expected);
  });

  it.each(REFUSED)("refuses %j", (text, message) => {
    let caught: unknown;
    try {
      parseTerms(text);
    } catch (error) {
      caught = error;
    }
    if (!isCreditError(caught)) throw new Error(`not refused: ${text}`);
    expect(caught.code).toBe("invalid_input");
    expect(caught.function).toBe("parseTerms");
    expect(caught.message).toContain(message);
    expect(caught.message).not.toMatch(/\.$/);
  });

  it.each([undefined, null, 30, {}, ["n/30"], { tiers: [], due: { kind: "days", days: 30 } }])(
    "refuses %j, which is no text",
    (value) => {
      expect(() => parseTerms(value as never)).toThrow("parseTerms: must be a text");
    },
  );

  it("gives every caller a structure of its own", () => {
    const first = parseTerms("2/10, n/30");
    (first.tiers as unknown[]).pop();
    expect(parseTerms("2/10, n/30").tiers).toHaveLength(1);
  });

  it("reads up to 1,000 characters", () => {
    const long = `net 30${" ".repeat(994)}`;
    expect(parseTerms(long)).toEqual(net(30));
    expect(() => parseTerms(`${long} `)).toThrow("must have at most 1,000 characters");
  });

  it("says no more of a refused text than helps to find the place", () => {
    const text = `net 30 ${"secret ".repeat(100)}`;
    expect(() => parseTerms(text)).toThrow(/then came "secret .{0,40}…", got ".{0,40}…"$/);
  });
});

describe("a hostile text", () => {
  const SHAPES: [string, string][] = [
    ["spaces after a discount", "2/10 "],
    ["digits", "9"],
    ["separators", ","],
    ["discounts", "2/10,"],
    ["half a discount", "2/"],
    ["nets", "net "],
    ["half a month end", "end of "],
    ["shares", "1% 1 "],
    ["letters", "n"],
    ["full-width", "２／"],
  ];

  it.each(SHAPES)("of 100,000 characters is refused within 10 ms: %s", (_, piece) => {
    const text = piece.repeat(100_000 / piece.length);
    const refusing = () => {
      expect(() => parseTerms(text)).toThrow("must have at most 1,000 characters");
      expect(() => dueDate({ documentDate: "2026-01-01", terms: text })).toThrow("terms");
    };
    expect(shortestOf(refusing)).toBeLessThan(10);
  });

  it.each(SHAPES)("of the greatest length costs little: %s", (_, piece) => {
    const text = piece.repeat(Math.floor(1_000 / piece.length));
    const reading = () => {
      try {
        parseTerms(text);
      } catch (error) {
        if (!isCreditError(error)) throw error;
      }
    };
    expect(shortestOf(reading)).toBeLessThan(10);
  });

  it.each(SHAPES)("is scanned in one pass: %s", (_, piece) => {
    const text = piece.repeat(1_000_000 / piece.length);
    const started = performance.now();
    expect(scan(text).at(-1)).toMatchObject({ kind: "end", from: text.length });
    // A quadratic scan of a million characters would take minutes.
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});

/** Milliseconds of the fastest of ten runs: other work on the machine only adds. */
function shortestOf(run: () => void): number {
  let shortest = Infinity;
  for (let round = 0; round < 10; round += 1) {
    const started = performance.now();
    run();
    shortest = Math.min(shortest, performance.now() - started);
  }
  return shortest;
}
