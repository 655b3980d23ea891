/** Exposure: slices that exclude each other, a horizon, covers, offsets, customers below. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { verify } from "../../src/explain/verify.ts";
import { agedItems, ledgerFromItems } from "../../src/ledger/index.ts";
import { exposure } from "../../src/limits/index.ts";
import type { Exposure } from "../../src/limits/index.ts";
import { exactOf } from "../support/exact.ts";
import { exposureInput } from "../support/producers/limits.ts";

const asOf = "2026-06-30";
const texts = ({ gross, insured, retained, net }: Exposure) =>
  [gross, insured, retained, net].map(({ value }) => value.toString());

describe("slices", () => {
  it.each([
    // amount, delivered, billed → ordered, delivered and not billed
    [100, 0, 0, "100", "0"],
    [100, 40, 0, "60", "40"],
    [100, 40, 30, "60", "10"],
    [100, 100, 100, "0", "0"],
    // Billed before it is delivered: the bill is an open item already.
    [100, 0, 100, "0", "0"],
    [100, 20, 70, "30", "0"],
    // More delivered than ordered.
    [100, 120, 0, "0", "120"],
  ])("an order of %i, %i delivered, %i billed, counts once", (amount, delivered, billed, o, d) => {
    const { bySlice, gross } = exposure({
      asOf,
      openItems: billed,
      openOrders: [{ id: "1", amount, delivered, billed }],
    });
    expect(bySlice.openOrders.value.toString()).toBe(o);
    expect(bySlice.deliveredNotBilled.value.toString()).toBe(d);
    expect(gross.value.toNumber()).toBe(Math.max(amount, delivered, billed));
  });

  it("sum to gross; net is gross less what is set off and insured, and all of it verifies", () => {
    fc.assert(
      fc.property(exposureInput, (input) => {
        const found = exposure(input);
        const { gross, insured, retained, offset, net, bySlice } = found;
        const sum = Object.values(bySlice)
          .map((slice) => exactOf(slice as Exposure["gross"]))
          .reduce((a, b) => a.add(b));
        expect(exactOf(gross).equals(sum)).toBe(true);
        for (const part of [insured, retained, offset]) {
          expect(exactOf(part).compare(0)).toBeGreaterThanOrEqual(0);
        }
        const { children = [] } = input;
        if ([...children].length === 0) {
          const rest = exactOf(gross).sub(exactOf(offset)).sub(exactOf(insured));
          expect(exactOf(net).equals(rest)).toBe(true);
          expect(
            exactOf(retained).compare(0) > 0 ? exactOf(net).compare(exactOf(retained)) : 0,
          ).toBeGreaterThanOrEqual(0);
        }
        expect(verify(JSON.parse(JSON.stringify(found))).failures).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  it("open items may be those of the ledger, credits included", () => {
    const ledger = ledgerFromItems(
      [
        { id: "1", party: "A", documentDate: "2026-05-01", terms: "net 30", amount: 500 },
        { id: "2", party: "A", kind: "payment", documentDate: "2026-06-01", amount: "120.50" },
      ],
      { currency: "EUR" },
    );
    const items = agedItems(ledger, { asOf, party: "A" });
    const { gross } = exposure({ asOf, openItems: items });
    expect([gross.value.toString(), gross.currency]).toEqual(["379.5", "EUR"]);
    expect(verify(JSON.parse(JSON.stringify(gross)), { ledger }).ok).toBe(true);
  });

  it("orders beyond the horizon do not count, those on it and those without a date do", () => {
    const openOrders = [
      { id: "1", amount: 10, date: "2026-07-31" },
      { id: "2", amount: 20, date: "2026-08-01" },
      { id: "3", amount: 40 },
      { id: "4", amount: 80, delivered: 30, date: "2027-01-01" },
    ];
    const { bySlice } = exposure({ asOf, openItems: 0, openOrders, horizon: "2026-07-31" });
    expect(bySlice.openOrders.value.toString()).toBe("50");
    // What has been delivered of an order counts whenever the rest is due.
    expect(bySlice.deliveredNotBilled.value.toString()).toBe("30");
    expect(() => exposure({ asOf, openItems: 0, openOrders: 5, horizon: asOf })).toThrow(
      /openOrders must be a list/,
    );
    const twice = [openOrders[0]!, openOrders[0]!];
    expect(() => exposure({ asOf, openItems: 0, openOrders: twice })).toThrow(
      /openOrders\[1\]\.id must be the number of one order only/,
    );
  });
});

describe("covers", () => {
  it("pay their share of what their limit holds, and the rest is retained or uncovered", () => {
    const insured = [{ name: "insurer", coverage: "0.9", limit: 100 }];
    expect(texts(exposure({ asOf, openItems: 150, insured }))).toEqual(["150", "90", "10", "60"]);
    expect(texts(exposure({ asOf, openItems: 80, insured }))).toEqual(["80", "72", "8", "8"]);
  });

  it("keep the deductible back, and never pay less than nothing", () => {
    const cover = { name: "insurer", coverage: "0.9", limit: 100, deductible: 20 };
    expect(texts(exposure({ asOf, openItems: 150, insured: [cover] }))).toEqual([
      "150",
      "70",
      "30",
      "80",
    ]);
    const dear = { ...cover, deductible: 500 };
    expect(texts(exposure({ asOf, openItems: 150, insured: [dear] }))).toEqual([
      "150",
      "0",
      "100",
      "150",
    ]);
  });

  it("hold on their last day and not after it", () => {
    const on = (expires: string) =>
      exposure({ asOf, openItems: 100, insured: [{ name: "bank", coverage: 1, expires }] });
    expect(texts(on("2026-06-30"))).toEqual(["100", "100", "0", "0"]);
    expect(texts(on("2026-06-29"))).toEqual(["100", "0", "0", "100"]);
    expect([on("2026-06-30").coverUntil, on("2026-06-29").coverUntil]).toEqual([asOf, undefined]);
  });

  it("take what those before them have left, after offsets", () => {
    // 200 − 50 set off = 150; the first covers 100 of it, the second the other 50.
    const found = exposure({
      asOf,
      openItems: 200,
      offsets: [{ name: "vendor account", amount: 50 }],
      insured: [
        { name: "insurer", coverage: "0.8", limit: 100 },
        { name: "bank", coverage: "0.5", limit: 100 },
      ],
    });
    expect(texts(found)).toEqual(["200", "105", "45", "45"]);
  });

  it("offsets never pass the exposure, and a credit balance stays one", () => {
    const offsets = [{ name: "vendor account", amount: 500 }];
    expect(texts(exposure({ asOf, openItems: 200, offsets }))).toEqual(["200", "0", "0", "0"]);
    expect(texts(exposure({ asOf, openItems: -20, offsets }))).toEqual(["-20", "0", "0", "-20"]);
  });
});

describe("customers below", () => {
  it("add their own gross and net; covers of the group are for the group's own", () => {
    const insured = [{ name: "insurer", coverage: "0.9", expires: "2026-09-30" }];
    const child = exposure({ asOf, openItems: 100, insured });
    const group = exposure({
      asOf,
      openItems: 50,
      insured: [{ name: "bank", coverage: 1, limit: 20, expires: "2026-12-31" }],
      children: [
        { id: "A", exposure: child },
        { id: "B", exposure: 7 },
        { id: "C", exposure: JSON.parse(JSON.stringify(child)) as Exposure },
      ],
    });
    // Gross 50 + 100 + 7 + 100; insured 20 + 90 + 90; net 30 + 10 + 7 + 10.
    expect(texts(group)).toEqual(["257", "200", "20", "57"]);
    expect(group.coverUntil).toBe("2026-09-30");
  });

  it("split off change nothing in sum where there is no cover", () => {
    const amounts = fc.array(fc.integer({ min: -50, max: 500 }), { maxLength: 5 });
    fc.assert(
      fc.property(fc.integer({ min: -50, max: 500 }), amounts, (openItems, below) => {
        const children = below.map((amount, index) => ({ id: String(index), exposure: amount }));
        const split = exposure({ asOf, openItems, children });
        const whole = exposure({ asOf, openItems: below.reduce((a, b) => a + b, openItems) });
        expect(texts(split)).toEqual(texts(whole));
      }),
    );
  });
});
