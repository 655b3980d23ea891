/**
 * Random checks of orders: limits of 0, not set and unlimited, exposure at the limit, groups with
 * less left than their members, rules that are just kept, overdue items with ties.
 */
import fc from "fast-check";

import type { Figure } from "../../../src/ground/figure.ts";
import { creditCheck, exposure } from "../../../src/limits/index.ts";
import type { CheckedParty, CreditCheck, CreditCheckInput } from "../../../src/limits/index.ts";
import { amount, answers, merged, rate } from "./atoms.ts";
import { small } from "./limits.ts";

const maybe = <T extends object>(part: fc.Arbitrary<T>) => fc.oneof(fc.constant({}), part);

const limit = fc.oneof(
  { weight: 5, arbitrary: small.map((value) => ({ kind: "amount", amount: value }) as const) },
  { weight: 1, arbitrary: amount.map((value) => ({ kind: "amount", amount: value }) as const) },
  { weight: 1, arbitrary: fc.constant({ kind: "unlimited" } as const) },
  { weight: 1, arbitrary: fc.constant({ kind: "not-set" } as const) },
);

const parts = fc
  .record({ openItems: small, openOrders: small, coverage: rate, covered: small })
  .map(({ openItems, openOrders, coverage, covered }) =>
    exposure({
      asOf: "2026-06-30",
      openItems,
      openOrders,
      insured: [{ name: "insurer", coverage, limit: covered, expires: "2026-08-31" }],
    }),
  );

const items = fc
  .array(fc.record({ open: small, daysPastDue: fc.integer({ min: -5, max: 9 }) }), {
    maxLength: 5,
  })
  .map((rows) => rows.map((row, index) => ({ id: `I-${String(index)}`, ...row })));

const party: fc.Arbitrary<Omit<CheckedParty, "id">> = merged(
  fc.record({ limit, exposure: fc.oneof(small, amount, parts) }),
  maybe(fc.record({ overdueItems: items })),
);

/** A check of any shape; rules only where the customer's figures allow them. */
export const checkInput: fc.Arbitrary<CreditCheckInput> = fc
  .record({
    order: fc.oneof(small, amount),
    parties: fc.array(party, { minLength: 1, maxLength: 3 }),
    rest: merged(
      maybe(fc.record({ whenNotSet: fc.constantFrom("hold" as const, "ok" as const) })),
      merged(maybe(fc.record({ watchRatio: rate })), maybe(fc.record({ validDays: fc.nat(90) }))),
    ),
    rules: merged(
      merged(
        maybe(fc.record({ maxOverdueDays: fc.integer({ min: 0, max: 9 }) })),
        maybe(fc.record({ maxOverdueAmount: small })),
      ),
      maybe(fc.record({ maxOverdueShare: rate })),
    ),
    slices: fc.array(
      fc.record({
        name: fc.constantFrom("openItems" as const, "openOrders" as const),
        limit: small,
      }),
      { maxLength: 1 },
    ),
  })
  .map(({ order, parties, rest, rules, slices }) => {
    const [first] = parties as [Omit<CheckedParty, "id">];
    const inParts = typeof first.exposure === "object" && "bySlice" in first.exposure;
    return {
      asOf: "2026-06-30",
      order,
      parties: parties.map((each, index) => ({ id: `P-${String(index)}`, ...each })),
      ...rest,
      rules: {
        ...(first.overdueItems ? rules : {}),
        ...(inParts && slices.length > 0 ? { slices } : {}),
      },
    };
  });

const checked = (id: string, find: (check: CreditCheck) => unknown) =>
  answers(id, checkInput, (input) => find(creditCheck(input)));

/** One arbitrary for each formula of the check. */
export const producers: Readonly<Record<string, fc.Arbitrary<Figure>>> = {
  "limits/available": checked("limits/available", ({ levels }) => levels.at(-1)?.available),
  "limits/utilisation": checked("limits/utilisation", ({ utilisation }) => utilisation),
  "limits/credit-available": checked("limits/credit-available", (check) => check.availableBefore),
  "limits/credit-available-after": checked(
    "limits/credit-available-after",
    (check) => check.availableAfter,
  ),
  "limits/effective-limit": checked("limits/effective-limit", (check) => check.effectiveLimit),
  "limits/credit-excess": answers(
    "limits/credit-excess",
    checkInput,
    (input) => creditCheck(input).excess,
  ).filter(({ inputs }) => (inputs as { bounded: boolean }).bounded),
  "limits/release-amount": checked("limits/release-amount", (check) => check.releaseAmount),
  "limits/prepayment-needed": checked(
    "limits/prepayment-needed",
    (check) => check.prepaymentNeeded,
  ),
  "limits/clearing-payment": checked("limits/clearing-payment", ({ clears }) => clears?.amount),
};
