/**
 * Roll rates, loss rates, provisions, the Markov chain and bad debt by rule: the computed examples,
 * each with its exact value, the laws, and what is refused.
 */
import Fraction from "fraction.js";
import { describe, expect, it } from "vitest";

import {
  agingTable,
  badDebtByRule,
  isCreditError,
  ledgerFromItems,
  lossRates,
  PROVISION_PRESETS,
  provisionMatrix,
  receivablesMarkov,
  rollRates,
  rollRatesFromBalances,
} from "trade-credit";
import type { Figure, LedgerItem } from "trade-credit";
import { explain, verify } from "trade-credit/explain";

import { exactOf } from "../support/exact.ts";

const exact = (figure: Figure, expected: Fraction | string | number) => {
  expect(exactOf(figure).toFraction()).toBe(new Fraction(expected).toFraction());
};

const refusal = (call: () => unknown): { code: string; message: string } => {
  try {
    call();
  } catch (error) {
    if (isCreditError(error)) return { code: error.code, message: error.message };
    throw error;
  }
  return { code: "accepted", message: "" };
};

describe("the provision matrix", () => {
  it("from what reached each class: 27567.3913 (an accounting site's example, in thousands)", () => {
    // Sales of 100, of which 50, 23, 8, 2 were unpaid on reaching each class, and 2 were lost.
    const buckets = ["not due", "1-30", "31-60", "61-90", "91+"];
    const balances = [300_000, 140_000, 60_000, 23_000, 5_000];
    const reached = [100, 50, 23, 8, 2];
    const rows = buckets.map((bucket, at) => ({
      bucket,
      balance: balances[at] as number,
      reached: reached[at] as number,
    }));
    const { rows: found, total } = provisionMatrix({ rows, history: { loss: 2 } });
    expect(found.map(({ lossRate }) => lossRate.value.times(100).toFixed(7))).toEqual([
      "2.0000000",
      "4.0000000",
      "8.6956522",
      "25.0000000",
      "100.0000000",
    ]);
    // 6000 + 5600 + 60000 × 2/23 + 5750 + 5000
    exact(total, new Fraction(22_350).add(new Fraction(120_000, 23)));
    expect(total.value.toFixed(4)).toBe("27567.3913");
    expect(total.caveats).toEqual([{ code: "forward_factor_not_stated" }]);
  });

  it("from rates by class: 580000 (IFRS 9, illustrative example 12)", () => {
    const rates = ["0.003", "0.016", "0.036", "0.066", "0.106"];
    const balances = [15_000_000, 7_500_000, 4_000_000, 2_500_000, 1_000_000];
    const rows = rates.map((lossRate, at) => ({
      bucket: `class ${String(at)}`,
      balance: balances[at] as number,
      lossRate,
    }));
    const { rows: found, total } = provisionMatrix({ rows });
    expect(found.map(({ provision }) => provision.value.toNumber())).toEqual([
      45_000, 120_000, 144_000, 165_000, 106_000,
    ]);
    exact(total, 580_000);
  });

  it("leaves specific items out, reports them, and charges against the allowance in the books", () => {
    const matrix = provisionMatrix({
      rows: [
        { bucket: "1-30", balance: 1000, lossRate: "0.1" },
        { bucket: "31+", balance: 500, lossRate: "0.5" },
      ],
      forwardFactor: "1.2",
      specific: [
        { id: "insolvent customer", bucket: "31+", amount: 200, provision: 180 },
        { id: "another", bucket: "31+", amount: 50, provision: 0 },
      ],
      existingAllowance: 500,
    });
    // 1000 × 12 %; (500 − 250) × 60 %
    expect(matrix.rows.map(({ provision }) => provision.value.toNumber())).toEqual([120, 150]);
    exact(matrix.total, 270);
    expect(matrix.total.caveats).toEqual([]);
    expect(matrix.specific.items).toBe(2);
    exact(matrix.specific.amount, 250);
    exact(matrix.specific.provision, 180);
    exact(matrix.allowance, 450);
    exact(matrix.charge as Figure, -50);
    expect(verify(matrix).failures).toEqual([]);
  });

  it("caps a rate at 100 %, and says so", () => {
    const { rows } = provisionMatrix({
      rows: [{ bucket: "91+", balance: 100, lossRate: "0.8" }],
      forwardFactor: 2,
    });
    exact(rows[0]?.provision as Figure, 100);
    expect(rows[0]?.lossRate.caveats).toEqual([{ code: "capped_at_one" }]);
    expect(explain(rows[0]?.lossRate)).toContain("100 %");
  });

  it("is linear in the balances, and nothing without rows", () => {
    const of = (scale: number) =>
      provisionMatrix({
        rows: [
          { bucket: "a", balance: 70 * scale, lossRate: "0.03" },
          { bucket: "b", balance: 30 * scale, lossRate: "0.3" },
        ],
      }).total;
    exact(of(7), exactOf(of(1)).mul(7));
    exact(provisionMatrix({ rows: [] }).allowance, 0);
  });

  it.each([
    [
      { rows: [{ bucket: "a", balance: -1, lossRate: 0 }] },
      /rows\[0\]\.balance must be at least 0/,
    ],
    [{ rows: [{ bucket: "a", balance: 1, lossRate: 5 }] }, /lossRate must be at most 1 \(rates/],
    [{ rows: [{ bucket: "a", balance: 1 }] }, /rows\[0\]\.lossRate must be given, or `reached`/],
    [{ rows: [{ bucket: "a", balance: 1, reached: 1 }] }, /history must be given/],
    [{ rows: [{ bucket: "a", balance: 1, reached: 0 }] }, /reached must be greater than 0/],
    [
      { rows: [{ bucket: "a", balance: 1, reached: 1, lossRate: 1 }], history: { loss: 1 } },
      /rows\[0\]\.reached must be left out/,
    ],
    [
      {
        rows: [
          { bucket: "a", balance: 1, lossRate: 1 },
          { bucket: "a", balance: 1, lossRate: 1 },
        ],
      },
      /rows\[1\]\.bucket must be given once, got "a"/,
    ],
  ])("refuses %j", (input, message) => {
    const found = refusal(() => provisionMatrix(input));
    expect(found.code).toBe("invalid_input");
    expect(found.message).toMatch(message);
  });

  it("refuses specific items of no class, beyond the balance, or with more than they are", () => {
    const rows = [{ bucket: "a", balance: 100, lossRate: "0.1" }];
    const item = (more: object) => ({ id: "1", bucket: "a", amount: 60, provision: 0, ...more });
    const faults = (...specific: ReturnType<typeof item>[]) =>
      refusal(() => provisionMatrix({ rows, specific })).message;
    expect(faults(item({ bucket: "b" }))).toMatch(
      /specific\[0\]\.bucket must be the class of a row/,
    );
    expect(faults(item({}), item({}))).toMatch(/specific\[1\]\.amount must be within the balance/);
    expect(faults(item({ provision: 61 }))).toMatch(/specific\[0\]\.provision must be at most/);
  });
});

const classes = [
  { bucket: "current", balances: [1000, 1100, 1050] },
  { bucket: "30", balances: [300, 330, 310] },
  { bucket: "60", balances: [120, 135, 130] },
  { bucket: "90", balances: [60, 66, 70] },
];
const writtenOff = [30, 32, 33];

describe("roll rates from balances", () => {
  it("are pooled: 640/2100, 265/630, 136/255, 65/126, with the assumption as a caveat", () => {
    const { rolls } = rollRatesFromBalances({ classes, writtenOff });
    const expected = [new Fraction(640, 2100), new Fraction(265, 630)];
    [...expected, new Fraction(136, 255), new Fraction(65, 126)].forEach((fraction, at) => {
      exact(rolls[at]?.rate as Figure, fraction);
    });
    expect(rolls.map(({ rate }) => rate.value?.toFixed(9))).toEqual([
      "0.304761905",
      "0.420634921",
      "0.533333333",
      "0.515873016",
    ]);
    expect((rolls[0]?.rate as Figure).caveats).toEqual([{ code: "next_class_taken_as_rolled" }]);
    expect(rollRatesFromBalances({ classes }).rolls).toHaveLength(3);
  });

  it("lead to loss rates, and with balances to 144.788360, with 10 % more expected to 159.267196", () => {
    const { rolls } = rollRatesFromBalances({ classes, writtenOff });
    const { rows } = lossRates({ rolls });
    expect(rows.map(({ lossRate }) => lossRate.value.times(100).toFixed(7))).toEqual([
      "3.5270169",
      "11.5730243",
      "27.5132275",
      "51.5873016",
    ]);
    const matrix = (forwardFactor: string) =>
      provisionMatrix({
        rows: rows.map((row, at) => ({ ...row, balance: classes[at]?.balances[2] as number })),
        forwardFactor,
      });
    expect(matrix("1").total.value.toFixed(6)).toBe("144.788360");
    expect(matrix("1.1").total.value.toFixed(6)).toBe("159.267196");
    exact(matrix("1.1").total, exactOf(matrix("1").total).mul("1.1"));
    expect(verify(JSON.parse(JSON.stringify(matrix("1.1")))).failures).toEqual([]);
  });

  it("of an empty class are absent, and an absent rate is no loss rate", () => {
    const { rolls } = rollRatesFromBalances({
      classes: [{ bucket: "a", balances: [0, 5] }],
      writtenOff: [0, 1],
    });
    expect(rolls[0]?.rate.value).toBeNull();
    expect(refusal(() => lossRates({ rolls })).code).toBe("not_defined");
  });

  it("refuse classes of different lengths, named twice, or with credit balances", () => {
    const faults = (input: object) =>
      refusal(() => rollRatesFromBalances({ classes, ...input })).message;
    expect(faults({ writtenOff: [1, 2] })).toMatch(/writtenOff must have 3 entries/);
    expect(faults({ classes: [classes[0], classes[0]] })).toMatch(/classes\[1\]\.bucket must be/);
    expect(faults({ classes: [{ bucket: "a", balances: [1, -1] }] })).toMatch(/at least 0/);
    expect(faults({ classes: [{ bucket: "a", balances: [1] }] })).toMatch(/at least 2 entries/);
  });
});

describe("loss rates", () => {
  it("pass 1 no more than a loss can: a product above it is 1, and says so", () => {
    const rolls = [
      { bucket: "a", rate: "0.9" },
      { bucket: "b", rate: "1.5" },
    ];
    const [a, b] = lossRates({ rolls }).rows.map(({ lossRate }) => lossRate) as [Figure, Figure];
    exact(a, 1);
    exact(b, 1);
    expect([a.caveats, b.caveats]).toEqual([
      [{ code: "capped_at_one" }],
      [{ code: "capped_at_one" }],
    ]);
    const [more] = lossRates({ reached: [{ bucket: "a", reached: 2 }], loss: 3 }).rows;
    exact(more?.lossRate as Figure, 1);
  });

  it.each([
    [{}, /rolls must be given, or `reached` with `loss`/],
    [{ reached: [{ bucket: "a", reached: 1 }] }, /loss must be given with `reached`/],
    [{ rolls: [{ bucket: "a", rate: 1 }], loss: 1 }, /loss must be left out where `rolls`/],
    [{ rolls: [{ bucket: "a", rate: -1 }] }, /rolls\[0\]\.rate must be at least 0/],
    [{ rolls: [] }, /rolls must have at least 1 entry/],
  ])("refuse %j", (input, message) => {
    expect(refusal(() => lossRates(input)).message).toMatch(message);
  });
});

const item = (id: string, dueDate: string, amount: number, more: object = {}): LedgerItem => ({
  id,
  party: "Ahorn",
  documentDate: "2025-11-01",
  dueDate,
  amount,
  ...more,
});

const paid = (date: string, amount: number): Pick<LedgerItem, "applications"> => ({
  applications: [{ date, amount, kind: "payment" }],
});

describe("roll rates of a ledger", () => {
  it("follow the items: each is one month further at the next month end, whatever its day", () => {
    const ledger = ledgerFromItems(
      [
        item("1", "2026-01-30", 100, paid("2026-02-10", 40)),
        item("2", "2026-01-31", 300, paid("2026-03-02", 300)),
        item("3", "2026-02-28", 500),
        // New in February: moves no rate of January.
        item("4", "2026-02-01", 900, { documentDate: "2026-02-01" }),
      ],
      { currency: "EUR" },
    );
    const monthEnds = ["2026-01-31", "2026-02-28", "2026-03-31"];
    const { rolls, months } = rollRates(ledger, { monthEnds, through: 2 });
    expect(rolls.map(({ bucket }) => bucket)).toEqual(["due next month", "0 months", "1 month"]);
    // Due next month: 500 of January, all still open. 0 months: 400 → 360, 1400 → 1400.
    exact(rolls[0]?.rate as Figure, 1);
    exact(rolls[1]?.rate as Figure, new Fraction(360 + 1400, 400 + 1400));
    // 1 month at the end of February: 60 + 300, of which 60 is left.
    exact(rolls[2]?.rate as Figure, new Fraction(60, 360));
    const [january] = months.toArray();
    expect([january?.from, january?.to]).toEqual(["2026-01-31", "2026-02-28"]);
    expect(january?.rolls.map(({ opening }) => opening.value.toNumber())).toEqual([500, 400, 0]);
    expect(january?.rolls[2]?.rate.value).toBeNull();
    expect(verify({ rolls, months }, { ledger }).failures).toEqual([]);
  });

  it("take amounts past 2^53 the wide path, to the same rates", () => {
    const amount = 9_000_000_000_000_000;
    const items = [1, 2, 3].map((each) =>
      item(String(each), "2026-01-15", amount, each === 1 ? paid("2026-02-01", amount) : {}),
    );
    const ledger = ledgerFromItems(items, { currency: "JPY" });
    const { rolls } = rollRates(ledger, { monthEnds: ["2026-01-31", "2026-02-28"] });
    exact(rolls[1]?.rate as Figure, new Fraction(2, 3));
  });

  it.each([
    [["2026-01-31"], /monthEnds must have at least 2 entries/],
    [["2026-01-30", "2026-02-28"], /monthEnds\[0\] must be the last day of a month, 2026-01-31/],
    [["2026-01-31", "2026-03-31"], /monthEnds\[1\] must be the next month end, 2026-02-28/],
    [["2026-02-28", "2026-01-31"], /monthEnds\[1\] must be the next month end, 2026-03-31/],
  ])("refuse the month ends %j", (monthEnds, message) => {
    expect(
      refusal(() => rollRates(ledgerFromItems([], { currency: "EUR" }), { monthEnds })).message,
    ).toMatch(message);
  });
});

describe("bad debt by rule", () => {
  const ledger = ledgerFromItems(
    [
      item("1", "2025-12-31", 30),
      item("2", "2025-12-30", 20),
      item("3", "2026-03-31", 150),
      item("P", "2026-01-01", 10, { kind: "payment" }),
    ],
    { currency: "EUR" },
  );

  it("three months are not ninety days: 30 November to 28 February is 90, to 1 March 91", () => {
    const [due, asOf] = ["2025-11-30", "2026-03-01"];
    const one = ledgerFromItems([item("1", due, 5)], { currency: "EUR" });
    const bad = (day: string, after: { months: number } | { days: number }) =>
      badDebtByRule(one, { asOf: day, after }).amount.value.toNumber();
    expect([bad("2026-02-28", { months: 3 }), bad("2026-02-28", { days: 90 })]).toEqual([0, 0]);
    expect([bad(asOf, { months: 3 }), bad(asOf, { days: 90 })]).toEqual([5, 5]);
    // From 31 May: three months end on 31 August, 90 days on 29 August.
    const may = ledgerFromItems([item("1", "2026-05-31", 7)], { currency: "EUR" });
    const { amount, difference } = badDebtByRule(may, { asOf: "2026-08-30", after: { months: 3 } });
    expect(amount.value.toNumber()).toBe(0);
    expect(difference?.after).toEqual({ days: 90 });
    expect(difference?.amount.value.toNumber()).toBe(7);
    exact(difference?.change as Figure, -7);
    expect(difference?.items.toArray().map(({ id }) => id)).toEqual(["1"]);
  });

  it("counts open debit items before credits, and says of what the rate is a share", () => {
    const { amount, rate, items } = badDebtByRule(ledger, {
      asOf: "2026-03-31",
      after: { days: 90 },
    });
    exact(amount, 20);
    exact(rate as Figure, new Fraction(20, 200));
    expect(items.toArray().map(({ id, bucket }) => [id, bucket])).toEqual([["2", "91+"]]);
    expect(verify({ amount, rate }, { ledger }).failures).toEqual([]);
  });

  it("compares with the rule asked, or with none where thirty days do not divide", () => {
    const asked = { asOf: "2026-03-31", after: { days: 45 } } as const;
    expect(badDebtByRule(ledger, asked).difference).toBeUndefined();
    const compared = badDebtByRule(ledger, { ...asked, comparedWith: { months: 1 } });
    expect(compared.difference?.after).toEqual({ months: 1 });
  });

  it("without open items has no rate", () => {
    const empty = ledgerFromItems([], { currency: "EUR" });
    const { rate } = badDebtByRule(empty, { asOf: "2026-03-31", after: { months: 3 } });
    expect(rate.value).toBeNull();
  });

  it.each([
    [{}, /after\.months must be given, or `days`/],
    [{ months: 3, days: 90 }, /after\.days must be left out where `months` are given/],
    [{ months: 0 }, /after\.months must be a whole number from 1 to 1200/],
    [{ weeks: 12 }, /after\.weeks is not a field/],
  ])("refuses the rule %j", (after, message) => {
    expect(
      refusal(() => badDebtByRule(ledger, { asOf: "2026-03-31", after: after as { months: 1 } }))
        .message,
    ).toMatch(message);
  });
});

const textbook = {
  transitions: [
    { bucket: "0-1 months", paid: "0.6", bad: 0, next: ["0.2", "0.2"] },
    { bucket: "1-3 months", paid: "0.4", bad: "0.1", next: ["0.3", "0.2"] },
  ],
  balances: [
    { bucket: "0-1 months", amount: 2000 },
    { bucket: "1-3 months", amount: 5000 },
  ],
};

describe("the Markov chain", () => {
  it("of a textbook: 6241.37931 paid, 758.620690 lost (printed 6240 and 760: F rounded to 2 places)", () => {
    const { classes: found, paid: inAll, bad } = receivablesMarkov(textbook);
    expect(inAll.value.toFixed(5)).toBe("6241.37931");
    expect(bad.value.toFixed(6)).toBe("758.620690");
    // F = [28/29, 1/29; 25/29, 4/29], one rounding each.
    const shares = found.flatMap(({ paidShare, badShare }) => [paidShare, badShare]);
    const expected = [28, 1, 25, 4].map((part) => part / 29);
    expect(shares.map(({ value }) => value.toNumber())).toEqual(expected);
    // Row sums of N = [40/29, 10/29; 15/29, 40/29].
    expect(found.map(({ periods }) => periods.value.toFixed(8))).toEqual([
      "1.72413793",
      "1.89655172",
    ]);
    const { classes: certificate } = found[0]?.paidShare.inputs as {
      classes: { visits: string }[];
    };
    expect(certificate.map(({ visits }) => Number(visits))).toEqual([40 / 29, 10 / 29]);
    expect(verify({ paid: inAll, bad, classes: found })).toMatchObject({ ok: true, checked: 8 });
  });

  it("does not verify where a share, a balance or the result is another", () => {
    const stored = JSON.stringify(receivablesMarkov(textbook).bad);
    const broken = (from: string, to: string) => {
      expect(stored).toContain(from);
      return verify(JSON.parse(stored.replace(from, to))).ok;
    };
    expect(verify(JSON.parse(stored)).ok).toBe(true);
    expect(broken('"value":"758.62', '"value":"758.61')).toBe(false);
    expect(broken('"start":"2000"', '"start":"2001"')).toBe(false);
    expect(broken('"share":"0.3"', '"share":"0.31"')).toBe(false);
    expect(broken('"bad":"0.1"', '"bad":"0.11"')).toBe(false);
  });

  it("does not depend on the order of the classes, and scales with the balances", () => {
    const turned = {
      transitions: [...textbook.transitions]
        .reverse()
        .map((row) => ({ ...row, next: [...row.next].reverse() })),
      balances: textbook.balances.map(({ bucket, amount }) => ({ bucket, amount: amount * 1000 })),
    };
    expect(
      receivablesMarkov(turned)
        .bad.value.div(1000)
        .minus(receivablesMarkov(textbook).bad.value)
        .abs()
        .toNumber(),
    ).toBeLessThan(1e-28);
  });

  it("is the product of rolls where money only moves on", () => {
    const rolls = ["0.3", "0.4", "0.5"];
    const transitions = rolls.map((rate, at) => ({
      bucket: String(at),
      paid: new Fraction(1).sub(rate).toString(),
      bad: at === 2 ? rate : 0,
      next: rolls.map((_, to) => (to === at + 1 && at < 2 ? rate : 0)),
    }));
    const { classes: found } = receivablesMarkov({ transitions, balances: [] });
    const { rows } = lossRates({ rolls: rolls.map((rate, at) => ({ bucket: String(at), rate })) });
    found.forEach(({ badShare }, at) => {
      exact(badShare, exactOf(rows[at]?.lossRate as Figure));
    });
  });

  it("inverts forty classes exactly, within a second or so", () => {
    const size = 40;
    const transitions = Array.from({ length: size }, (_, at) => ({
      bucket: String(at),
      paid: "0.3",
      bad: "0.02",
      next: Array.from({ length: size }, (__, to) => ((at * 7 + to * 3) % 40 < 4 ? "0.17" : 0)),
    }));
    const { classes: found } = receivablesMarkov({ transitions, balances: [] });
    // Every class loses 0.02 of 0.32 that end in each period.
    for (const { badShare } of found) expect(badShare.value.toString()).toBe("0.0625");
  });

  it.each([
    [
      [{ bucket: "a", paid: "0.5", bad: "0.1", next: ["0.3"] }],
      /must have shares that sum to 1, got 9\/10/,
    ],
    [[{ bucket: "a", paid: 1, bad: 0, next: [] }], /transitions\[0\]\.next must have 1 entries/],
    [[{ bucket: "a", paid: 2, bad: 0, next: [0] }], /paid must be at most 1/],
  ])("refuses %j", (transitions, message) => {
    const found = refusal(() => receivablesMarkov({ transitions, balances: [] }));
    expect(found.code).toBe("invalid_input");
    expect(found.message).toMatch(message);
  });

  it("has no solution where money goes round for ever, and names the classes", () => {
    const transitions = [
      { bucket: "a", paid: "0.5", bad: 0, next: [0, "0.5", 0] },
      { bucket: "b", paid: 0, bad: 0, next: [0, 0, 1] },
      { bucket: "c", paid: 0, bad: 0, next: [0, 1, 0] },
    ];
    const found = refusal(() => receivablesMarkov({ transitions, balances: [] }));
    expect(found.code).toBe("no_solution");
    expect(found.message).toMatch(/transitions\[1\] must lead to paid or bad in the end, got "b"/);
    expect(found.message).not.toMatch(/transitions\[0\]/);
  });

  it("refuses balances of unknown classes, and classes named twice", () => {
    const { transitions } = textbook;
    const balances = [{ bucket: "x", amount: 1 }];
    expect(refusal(() => receivablesMarkov({ transitions, balances })).message).toMatch(
      /balances\[0\]\.bucket must be a class of transitions/,
    );
    const twice = [transitions[0], transitions[0]] as typeof transitions;
    expect(refusal(() => receivablesMarkov({ transitions: twice, balances: [] })).message).toMatch(
      /transitions\[1\]\.bucket must be given once/,
    );
  });
});

describe("presets", () => {
  it("have a rate for every class of their edges, rising with age, and say where they are from", () => {
    const ledger = ledgerFromItems([item("1", "2026-01-15", 100)], { currency: "CNY" });
    for (const { edges, lossRates: rates, source } of Object.values(PROVISION_PRESETS)) {
      const { total, buckets } = agingTable(ledger, {
        asOf: "2026-03-31",
        basis: "document-date",
        edges,
      });
      expect(rates).toHaveLength(buckets.length);
      expect([...rates].sort((a, b) => Number(a) - Number(b))).toEqual(rates);
      expect(source).not.toBe("");
      const rows = total.buckets.map(({ label, amount }, at) => ({
        bucket: label,
        balance: amount,
        lossRate: rates[at] as string,
      }));
      const { total: provision } = provisionMatrix({ rows });
      exact(provision, new Fraction(rates[0] as string).mul(100));
      expect(provision.currency).toBe("CNY");
    }
  });

  it("collection texts: 80 % of debts up to 2 years can be collected, 20 % of older ones", () => {
    expect(PROVISION_PRESETS["collection-texts"].lossRates).toEqual(["0.20", "0.80"]);
  });
});
