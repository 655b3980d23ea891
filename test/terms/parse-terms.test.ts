import { describe, expect, it, vi } from "vitest";

import { isCreditError } from "../../src/ground/errors.ts";
import type { Terms } from "trade-credit/terms";
import { dueDate, parseTerms } from "trade-credit/terms";

import { Cursor } from "../../src/terms/cursor.ts";
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
const months = (count: number): Terms["due"] => ({ kind: "months", months: count });
const from = (anchor: Terms["anchor"], terms: Terms): Terms => ({ ...terms, anchor: anchor! });
const onDay = (day: number, after: number, rest: object = {}): Terms => ({
  tiers: [],
  due: { kind: "day-of-month", day, months: after, ...rest },
});

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
  ["2/10, n/30 天", discounted(30, ["0.02", 10])],
  ["within 30 days", net(30)],
  // Months, and days of a month.
  ["net 2 months", { tiers: [], due: months(2) }],
  ["1 month", { tiers: [], due: months(1) }],
  ["1 year", { tiers: [], due: months(12) }],
  ["EOM + 1 month + 10 days", monthEnd({ months: 1, daysAfter: 10 })],
  ["end of next month", monthEnd({ months: 1 })],
  ["10th prox", onDay(10, 1)],
  ["Net 10th Prox.", onDay(10, 1)],
  ["prox 10", onDay(10, 1)],
  ["n/10 prox", onDay(10, 1)],
  ["15 MFI", onDay(15, 1)],
  ["21st MFI", onDay(21, 1)],
  ["MFI", monthEnd({ months: 1 })],
  ["net MFI", monthEnd({ months: 1 })],
  ["Month following invoice", monthEnd({ months: 1 })],
  ["2/10, 25th prox", { ...onDay(25, 1), tiers: [{ discountRate: "0.02", days: 10 }] }],
  ["the 5th of the following month", onDay(5, 1)],
  ["day 10 of the month + 1, cut-off day 25", onDay(10, 1, { cutoffDay: 25 })],
  ["10th prox, cut-off 25th", onDay(10, 1, { cutoffDay: 25 })],
  ["EOM, cut off 25", onDay(31, 0, { cutoffDay: 25 })],
  ["last day of the month", onDay(31, 0)],
  // From another date.
  ["net 30 days from invoice date", net(30)],
  ["n/30 from delivery", from("delivery", net(30))],
  ["30 days after receipt of invoice", from("invoiceReceived", net(30))],
  ["within 30 days of acceptance", from("accepted", net(30))],
  ["n/30 ROG", from("delivery", net(30))],
  ["2/10, n/30 from delivery", from("delivery", discounted(30, ["0.02", 10]))],
  ["EOM+30 from delivery", from("delivery", monthEnd({ daysAfter: 30 }))],
  ["50% 30, 50% 60 from acceptance", from("accepted", parts(["0.5", days(30)], ["0.5", days(60)]))],
  ["COD", from("delivery", net(0))],
  ["Cash on delivery", from("delivery", net(0))],
  ["due on receipt", from("invoiceReceived", net(0))],
  ["Upon receipt of goods", from("delivery", net(0))],
  ["on acceptance", from("accepted", net(0))],
  ["CIA", net(0)],
  ["cash with order", net(0)],
  ["30% in advance, balance net 60", parts(["0.3", days(0)], ["0.7", days(60)])],
  ["30% deposit, 70% 60 days", parts(["0.3", days(0)], ["0.7", days(60)])],
  ["net 30, 5% retention 12 months", parts(["0.95", days(30)], ["0.05", months(12)])],
  ["COD, retention 5% 1 year", from("delivery", parts(["0.95", days(0)], ["0.05", months(12)]))],
  // Chinese.
  ["30天", net(30)],
  ["账期30天", net(30)],
  ["30天账期", net(30)],
  ["三十天内付款", net(30)],
  ["２％　１０天，　３０天账期", discounted(30, ["0.02", 10])],
  ["三个月", { tiers: [], due: months(3) }],
  ["月结30天", monthEnd({ daysAfter: 30 })],
  ["月结３０天", monthEnd({ daysAfter: 30 })],
  ["月结六十天", monthEnd({ daysAfter: 60 })],
  ["当月结", monthEnd()],
  ["次月结", monthEnd({ months: 1 })],
  ["次月结15日付", onDay(15, 1)],
  ["次月15号付款", onDay(15, 1)],
  ["次月结，25日截止", onDay(31, 1, { cutoffDay: 25 })],
  ["次月结15日付、每月25日截单。", onDay(15, 1, { cutoffDay: 25 })],
  ["货到30天", from("delivery", net(30))],
  ["到货后三十天付款", from("delivery", net(30))],
  ["票到30天", from("invoiceReceived", net(30))],
  ["收到发票后60天内付款", from("invoiceReceived", net(60))],
  ["验收合格后30天", from("accepted", net(30))],
  ["开票后30天", net(30)],
  ["货到付款", from("delivery", net(0))],
  ["票到付款", from("invoiceReceived", net(0))],
  ["款到发货", net(0)],
  ["预付30%余款60天", parts(["0.3", days(0)], ["0.7", days(60)])],
  ["预付30%，余款70%60天", parts(["0.3", days(0)], ["0.7", days(60)])],
  [
    "月结30天，质保金5%一年",
    parts(["0.95", { kind: "end-of-month", daysAfter: 30 }], ["0.05", months(12)]),
  ],
  ["质保金5%一年", parts(["0.95", days(0)], ["0.05", months(12)])],
  ["质保金５％一年", parts(["0.95", days(0)], ["0.05", months(12)])],
  ["5% retention 12 months", parts(["0.95", days(0)], ["0.05", months(12)])],
  ["货到付95%，质保金5%一年", from("delivery", parts(["0.95", days(0)], ["0.05", months(12)]))],
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
  ["10th April", 'such as "2/10, n/30" or "EOM+30"; understood nothing of it'],
  ["EOM 10th", 'understood "EOM", then came "10th"'],
  ["n/30 AOG", 'understood "n/30", then came "AOG"'],
  ["net 30 days from shipment", 'understood "net 30 days", then came "from shipment"'],
  ["net 2 weeks", 'understood "net 2", then came "weeks"'],
  ["货到", "understood nothing of it"],
  ["三十", "understood nothing of it"],
  ["十百天", "understood nothing of it"],
  ["隔月结", "understood nothing of it"],
  ["承兑6个月", "understood nothing of it"],
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
  ["2/10 prox, n/30", 'must have discounts that count in days, unlike "2/10 prox"'],
  ["2/10 MFI", 'must have discounts that count in days, unlike "2/10 MFI"'],
  ["net prox", 'must name the day of the month beside "net prox"'],
  ["月结", 'must say which day beside "月结"'],
  ["月结，次月付", "must say which day beside"],
  ["2/10, 月结30天", "must say from when the discount days count"],
  ["30 days after receipt", 'read as "from receipt of invoice" and as "from receipt of goods"'],
  ["50% 30, 50% COD", 'must say from when each part counts, as "from delivery" does'],
  ["30% in advance, balance COD", "must count from one date, and names document and delivery"],
  ["预付30%，余款货到60天", "must count from one date, and names document and delivery"],
  ["货到付60%，验收付40%", "must count from one date, and names delivery and accepted"],
  [
    "月结30天，25日截止",
    'must be due on a fixed day of the month where there is a cut-off day ("25日截止")',
  ],
  ["预付30%，质保金5%一年", "must say when the other 65 % are due"],
  ["预付30%", "must say when the other 70 % are due"],
  ["预付100%，余款60天", "must have shares below 100 % where a rest is to be paid"],
  ["预付30%，余款30天，余款60天", "must say once when the rest is due"],
  ["2/10, 30% deposit, balance 60 days", "must have either discounts or parts, not both"],
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
    ["prepayments", "预付5%"],
    ["deliveries", "货到"],
    ["numerals", "三十天"],
    ["cut-offs", "次月，"],
    ["clauses", "from the "],
  ];

  it.each(SHAPES)("of 100,000 characters is refused before it is read: %s", (_, piece) => {
    const text = piece.repeat(100_000 / piece.length);
    const looks = looksAt(() => {
      expect(() => parseTerms(text)).toThrow("must have at most 1,000 characters");
      expect(() => dueDate({ documentDate: "2026-01-01", terms: text })).toThrow("terms");
    });
    expect(looks).toBe(0);
  });

  it.each(SHAPES)("is read in steps that grow with its length, no faster: %s", (_, piece) => {
    const looks = [240, 480, 960].map((length) =>
      looksAt(() => {
        try {
          parseTerms(piece.repeat(Math.floor(length / piece.length)));
        } catch (error) {
          if (!isCreditError(error)) throw error;
        }
      }),
    ) as [number, number, number];
    // Twice the text, twice the steps, and a few at its end; quadratic reading would take four.
    expect(looks[1]).toBeLessThanOrEqual(2 * looks[0] + 200);
    expect(looks[2]).toBeLessThanOrEqual(2 * looks[1] + 200);
  });

  it.each(SHAPES)("is scanned in one pass: %s", (_, piece) => {
    // A quadratic scan of so many characters would take a minute, and the test its time.
    const text = piece.repeat(Math.floor(300_000 / piece.length));
    expect(scan(text).at(-1)).toMatchObject({ kind: "end", from: text.length });
  });
});

/** How often the reader looks at the text: every call of its cursor. */
function looksAt(run: () => void): number {
  let looks = 0;
  const own = Object.getOwnPropertyDescriptors(Cursor.prototype);
  const methods = Object.entries(own).filter(
    ([name, { value }]) => name !== "constructor" && typeof value === "function",
  );
  const counting = methods.map(([name, { value }]) => {
    const method = value as (...args: unknown[]) => unknown;
    return vi.spyOn(Cursor.prototype, name as "back").mockImplementation(function (
      this: Cursor,
      ...args: unknown[]
    ) {
      looks += 1;
      return method.apply(this, args) as undefined;
    });
  });
  try {
    run();
  } finally {
    for (const spy of counting) spy.mockRestore();
  }
  return looks;
}
