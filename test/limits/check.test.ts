/** The check of an order: levels, rules, what may go, what lifts a hold. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { verify } from "../../src/explain/verify.ts";
import { isAbsent } from "../../src/ground/figure.ts";
import { creditCheck, exposure } from "../../src/limits/index.ts";
import type { CheckedParty, CreditCheckInput } from "../../src/limits/index.ts";
import { exactOrReason } from "../support/exact.ts";
import { checkInput } from "../support/producers/limits-check.ts";

const limited = (amount: number) => ({ kind: "amount", amount }) as const;
const customer = (limit: CheckedParty["limit"], owed: CheckedParty["exposure"], more = {}) => ({
  id: "C",
  limit,
  exposure: owed,
  ...more,
});
const check = (order: number, parties: readonly CheckedParty[], more = {}) =>
  creditCheck({ asOf: "2026-06-30", order, parties, ...more });
const codes = ({ reasons }: ReturnType<typeof check>) => reasons.map(({ code }) => code);

describe("the limit", () => {
  it("holds an order above what is available, and says what may go and what must be prepaid", () => {
    const found = check(80, [customer(limited(100), 40)]);
    expect([found.status, codes(found)]).toEqual(["hold", ["limit_exceeded"]]);
    const { availableBefore, availableAfter, effectiveLimit, utilisation, excess } = found;
    const { releaseAmount, prepaymentNeeded } = found;
    expect(
      [availableBefore, availableAfter, effectiveLimit, utilisation, excess].map(exactOrReason),
    ).toEqual(["60", "-20", "100", "6/5", "20"]);
    expect([releaseAmount, prepaymentNeeded].map(exactOrReason)).toEqual(["60", "20"]);
    expect(found.approval).toEqual(["credit-manager", "general-manager"]);
  });

  it("holds equality inside", () => {
    const found = check(60, [customer(limited(100), 40)]);
    expect([found.status, found.approval, found.prepaymentNeeded.value.toString()]).toEqual([
      "ok",
      [],
      "0",
    ]);
    expect(check(60.01, [customer(limited(100), 40)]).status).toBe("hold");
  });

  it("of 0 is a limit; not set holds or not, as stated; unlimited is absent", () => {
    const zero = check(1, [customer(limited(0), 0)]);
    expect([zero.status, exactOrReason(zero.utilisation)]).toEqual(["hold", "not_defined"]);
    const notSet = check(5, [customer({ kind: "not-set" }, 7)]);
    expect([notSet.status, codes(notSet)]).toEqual(["hold", ["limit_not_set"]]);
    expect([notSet.availableBefore, notSet.releaseAmount].map(exactOrReason)).toEqual([
      "not_defined",
      "0",
    ]);
    const open = check(5, [customer({ kind: "not-set" }, 7)], { whenNotSet: "ok" });
    expect([open.status, open.releaseAmount.value.toString()]).toEqual(["ok", "5"]);
    const free = check(5, [customer({ kind: "unlimited" }, 7)]);
    const { availableBefore, availableAfter, effectiveLimit, utilisation } = free;
    expect(free.status).toBe("ok");
    expect(
      [availableBefore, availableAfter, effectiveLimit, utilisation].map(exactOrReason),
    ).toEqual(Array(4).fill("unlimited"));
  });

  it("of the group binds where it leaves less, and unlimited at one level lifts no other", () => {
    const group = { id: "G", limit: limited(150), exposure: 130 };
    for (const limit of [limited(100), { kind: "unlimited" } as const]) {
      const found = check(30, [customer(limit, 40), group]);
      expect([found.status, found.binding]).toEqual(["hold", ["G"]]);
      expect([found.releaseAmount, found.effectiveLimit].map(exactOrReason)).toEqual(["20", "150"]);
    }
    const above = { ...group, limit: { kind: "unlimited" } as const };
    expect(check(70, [customer(limited(100), 40), above]).status).toBe("hold");
    const tie = check(0, [customer(limited(100), 80), group]);
    expect([tie.binding, exactOrReason(tie.effectiveLimit)]).toEqual([["C", "G"], "100"]);
  });

  it("already passed holds an order of 0; nothing may go, and all of an order is prepaid", () => {
    const found = check(0, [customer(limited(100), 150)]);
    expect([found.status, found.excess.value.toString()]).toEqual(["hold", "50"]);
    const order = check(30, [customer(limited(100), 150)]);
    expect([order.excess, order.releaseAmount, order.prepaymentNeeded].map(exactOrReason)).toEqual([
      "80",
      "0",
      "30",
    ]);
  });

  it("compares with what is at one's own risk, and holds no longer than the cover", () => {
    const insured = [{ name: "insurer", coverage: "0.9", expires: "2026-07-10" }];
    const parts = exposure({ asOf: "2026-06-30", openItems: 200, insured });
    const found = check(80, [customer(limited(100), parts)], { validDays: 30 });
    expect([found.status, found.validUntil]).toEqual(["ok", "2026-07-10"]);
    expect(check(80, [customer(limited(100), 20)], { validDays: 30 }).validUntil).toBe(
      "2026-07-30",
    );
    expect("validUntil" in check(80, [customer(limited(100), 20)])).toBe(false);
  });

  it("is watched above the ratio, not at it", () => {
    const parties = [customer(limited(100), 40)];
    expect(check(40, parties, { watchRatio: "0.8" }).status).toBe("ok");
    const found = check(41, parties, { watchRatio: "0.8" });
    expect([found.status, codes(found)]).toEqual(["watch", ["near_limit"]]);
  });
});

describe("rules", () => {
  const overdue = { amount: 30, oldestDays: 10 };
  const parties = [customer(limited(1000), 100, { overdue })];

  it.each([
    [{ maxOverdueDays: 10, maxOverdueAmount: 30, maxOverdueShare: "0.3" }, []],
    [{ maxOverdueDays: 9 }, ["overdue_days"]],
    [{ maxOverdueAmount: "29.99" }, ["overdue_amount"]],
    [{ maxOverdueShare: "0.2999" }, ["overdue_share"]],
  ])("%j gives %j", (rules, expected) => {
    const found = check(5, parties, { rules });
    expect(codes(found)).toEqual(expected);
    expect(found.releaseAmount.value.toString()).toBe(expected.length === 0 ? "5" : "0");
    expect(found.prepaymentNeeded.value.toString()).toBe(expected.length === 0 ? "0" : "5");
  });

  it("ask for what they are about", () => {
    const rules = { maxOverdueDays: 9 };
    expect(() => check(5, [customer(limited(1), 0)], { rules })).toThrow(
      /parties\[0\]\.overdue must be given/,
    );
    const slices = [{ name: "openOrders", limit: 5 }];
    expect(() => check(5, [customer(limited(1), 0)], { rules: { slices } })).toThrow(
      /parties\[0\]\.exposure must have the slice openOrders/,
    );
  });

  it("of a slice: orders are bounded, other slices stop everything once passed", () => {
    const parts = exposure({ asOf: "2026-06-30", openItems: 60, openOrders: 15 });
    const slices = (name: string, limit: number) => ({ rules: { slices: [{ name, limit }] } });
    const of = (more: object) => check(10, [customer(limited(1000), parts)], more);
    expect(of(slices("openOrders", 25)).status).toBe("ok");
    const bounded = of(slices("openOrders", 20));
    expect([codes(bounded), bounded.releaseAmount.value.toString()]).toEqual([
      ["slice_exceeded"],
      "5",
    ]);
    expect(of(slices("openItems", 60)).status).toBe("ok");
    const stopped = of(slices("openItems", 59));
    expect([stopped.status, stopped.releaseAmount.value.toString()]).toEqual(["hold", "0"]);
  });
});

describe("what lifts a hold", () => {
  const items = [
    { id: "I-1", open: 20, daysPastDue: 5 },
    { id: "I-2", open: 30, daysPastDue: 40 },
    { id: "I-3", open: 50, daysPastDue: 12 },
    { id: "I-4", open: 70, daysPastDue: 0 },
  ];

  it("are the oldest items, as many as it takes", () => {
    const parties = [customer(limited(200), 170, { overdueItems: items })];
    const found = check(60, parties);
    expect([found.clears?.items, found.clears?.amount.value.toString()]).toEqual([["I-2"], "30"]);
    const stricter = check(60, parties, { rules: { maxOverdueDays: 10 } });
    expect(stricter.clears?.items).toEqual(["I-2", "I-3"]);
    expect("clears" in check(30, parties)).toBe(false);
    expect("clears" in check(500, parties)).toBe(false);
  });

  it("count at every level above the one they belong to, and once", () => {
    const sister = { id: "I-9", open: 100, daysPastDue: 90 };
    const group = {
      id: "G",
      limit: limited(300),
      exposure: 300,
      overdueItems: [...items, sister],
    };
    const found = check(20, [customer(limited(180), 170, { overdueItems: items }), group]);
    expect(found.clears?.items).toEqual(["I-9", "I-2"]);
  });

  it("what insurers bear is taken to fall first", () => {
    // 80 + 60 passes 130 by 10. Without cover 30 would do; the first 90 paid may lower the insured
    // part and nothing else, so that only 100 are sure to help.
    const parts = { gross: 170, net: 80, insured: 90 };
    const found = check(60, [customer(limited(130), parts, { overdueItems: items })]);
    expect(found.clears?.items).toEqual(["I-2", "I-3", "I-1"]);
    const plain = check(60, [customer(limited(130), 80, { overdueItems: items })]);
    expect(plain.clears?.items).toEqual(["I-2"]);
  });

  it("a limit that is not set is not lifted by payment", () => {
    const found = check(1, [customer({ kind: "not-set" }, 0, { overdueItems: items })]);
    expect(found.clears).toBeUndefined();
  });
});

describe("laws", () => {
  const again = (input: CreditCheckInput, order: CreditCheckInput["order"]) =>
    creditCheck({ ...input, order });

  it("what may go passes, and one cent more does not", () => {
    fc.assert(
      fc.property(checkInput, (input) => {
        const found = creditCheck(input);
        const { releaseAmount, prepaymentNeeded, status } = found;
        if (status !== "hold") {
          expect(prepaymentNeeded.value.isZero()).toBe(true);
          return;
        }
        if (!releaseAmount.value.isZero()) {
          expect(again(input, releaseAmount).status).not.toBe("hold");
        }
        if (releaseAmount.value.times(100).isInteger()) {
          const more = releaseAmount.value.plus("0.01").toFixed();
          expect(again(input, more).status).toBe("hold");
        }
      }),
    );
  });

  it("the payment that lifts a hold lifts it, and the answer verifies", () => {
    fc.assert(
      fc.property(checkInput, (input) => {
        const found = creditCheck(input);
        expect(verify(JSON.parse(JSON.stringify(found))).failures).toEqual([]);
        const { clears } = found;
        const numbers = [...input.parties].every(
          ({ exposure: owed }) => typeof owed !== "object" || !("net" in owed),
        );
        if (!clears || !numbers) return;
        const gone = new Set(clears.items);
        const levels = [...input.parties];
        const paid = levels.map((level, at) => {
          const below = new Map(
            levels
              .slice(0, at + 1)
              .flatMap((each) => {
                return [...(each.overdueItems ?? [])]
                  .filter(({ id, open, daysPastDue }) => {
                    return gone.has(id) && Number(open) > 0 && Number(daysPastDue) > 0;
                  })
                  .map(({ id, open }) => [id, Number(open)] as const)
                  .reverse();
              })
              .reverse(),
          );
          const sum = [...below.values()].reduce((a, b) => a + b, 0);
          const owed = creditCheck({
            asOf: input.asOf,
            order: 0,
            parties: [{ id: "x", limit: limited(0), exposure: level.exposure }],
          }).availableBefore;
          const left = (level.overdueItems ?? []) as NonNullable<CheckedParty["overdueItems"]>;
          return {
            ...level,
            exposure: isAbsent(owed) ? 0 : owed.value.negated().minus(sum).toFixed(),
            ...(level.overdueItems
              ? { overdueItems: [...left].filter(({ id }) => !gone.has(id)) }
              : {}),
          };
        });
        expect(creditCheck({ ...input, parties: paid }).status).not.toBe("hold");
      }),
    );
  });

  it("more limit, less exposure or a smaller order never turn ok into hold", () => {
    fc.assert(
      fc.property(checkInput, (input) => {
        if (creditCheck(input).status === "hold") return;
        const looser = [...input.parties].map((level) => ({
          ...level,
          limit: { kind: "unlimited" } as const,
        }));
        expect(creditCheck({ ...input, parties: looser }).status).not.toBe("hold");
        expect(again(input, 0).status).not.toBe("hold");
      }),
    );
  });
});
