/**
 * Random payment terms, in two sorts: those that a text can express, in the very shape in which
 * `parseTerms` gives them, and any that a user may write by hand.
 */
import fc from "fast-check";

import type { DueRule, Terms, TermsInstallment } from "trade-credit/terms";

const FIRST = Date.UTC(1900, 0, 1) / 86_400_000;
const LAST = Date.UTC(2400, 0, 1) / 86_400_000;

/** Dates from 1900 to 2400, month ends and leap days often. */
export const dates: fc.Arbitrary<string> = fc.oneof(
  fc.integer({ min: FIRST, max: LAST }).map(textOfDay),
  fc
    .record({ year: fc.integer({ min: 1900, max: 2399 }), month: fc.integer({ min: 0, max: 11 }) })
    // Day 0 of a month is the last of the month before.
    .map(({ year, month }) => textOfDay(Date.UTC(year, month + 1, 0) / 86_400_000)),
  fc.constantFrom("2024-02-29", "2000-02-29", "1900-02-28", "2100-02-28", "2023-12-31"),
);

/** By the clock's arithmetic in UTC: not the way the library goes. */
export function textOfDay(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}

export function dayOfText(text: string): number {
  return Date.parse(`${text}T00:00:00Z`) / 86_400_000;
}

const days = fc.oneof(
  { arbitrary: fc.integer({ min: 0, max: 120 }), weight: 4 },
  { arbitrary: fc.integer({ min: 0, max: 36_500 }), weight: 1 },
);

const afterDays: fc.Arbitrary<DueRule> = days.map((count) => ({ kind: "days", days: count }));

/** Month ends that a text expresses: no further months, zeros left out. */
const writtenMonthEnd: fc.Arbitrary<DueRule> = fc
  .record({ daysBefore: days, daysAfter: days })
  .map(({ daysBefore, daysAfter }) => ({
    kind: "end-of-month",
    ...(daysBefore > 0 ? { daysBefore } : {}),
    ...(daysAfter > 0 ? { daysAfter } : {}),
  }));

export const monthEnds: fc.Arbitrary<DueRule> = fc.record(
  {
    kind: fc.constant("end-of-month" as const),
    months: fc.integer({ min: 0, max: 24 }),
    daysBefore: days,
    daysAfter: days,
  },
  { requiredKeys: ["kind"] },
);

export const monthRules: fc.Arbitrary<DueRule> = fc.record({
  kind: fc.constant("months" as const),
  months: fc.integer({ min: 0, max: 60 }),
});

export const dayOfMonthRules: fc.Arbitrary<DueRule> = fc.record(
  {
    kind: fc.constant("day-of-month" as const),
    day: fc.integer({ min: 1, max: 31 }),
    months: fc.integer({ min: 0, max: 12 }),
    cutoffDay: fc.integer({ min: 1, max: 31 }),
  },
  { requiredKeys: ["kind", "day", "months"] },
);

export const dueRules: fc.Arbitrary<DueRule> = fc.oneof(
  afterDays,
  monthEnds,
  monthRules,
  dayOfMonthRules,
);

/** `0`, `0.025`, `0.9999`: shortest decimal texts below 1. */
const rateTexts = fc.integer({ min: 0, max: 9_999 }).map((units) => String(units / 10_000));

const tiersWithin = (limit: number) =>
  fc
    .record({
      ends: fc.uniqueArray(fc.integer({ min: 0, max: limit }), { maxLength: 5 }),
      rates: fc.uniqueArray(rateTexts, { minLength: 5, maxLength: 5 }),
    })
    .map(({ ends, rates }) => {
      const falling = rates.sort((a, b) => Number(b) - Number(a));
      return ends
        .sort((a, b) => a - b)
        .map((end, index) => ({ discountRate: falling[index]!, days: end }));
    });

/** Shares that sum to 1, from whole parts of it. */
const shareTexts = fc
  .array(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 8 })
  .map((parts) => {
    const shares = parts.map((part) => part / 10_000);
    const rest = 10_000 - parts.reduce((sum, part) => sum + part, 0);
    return [...shares, rest / 10_000].map(String);
  });

function inParts(rule: fc.Arbitrary<DueRule>): fc.Arbitrary<Terms> {
  return shareTexts.chain((shares) =>
    fc.array(rule, { minLength: shares.length, maxLength: shares.length }).map((rules) => {
      const ordered = inOrder(rules);
      const installments: TermsInstallment[] = shares.map((share, index) => ({
        share,
        due: ordered[index]!,
      }));
      return { tiers: [], due: { ...ordered.at(-1)! }, installments };
    }),
  );
}

/** Neighbours of one kind in the order that the library asks for. */
function inOrder(rules: readonly DueRule[]): DueRule[] {
  const size = (rule: DueRule): number =>
    rule.kind === "days" ? rule.days : rule.kind === "months" ? rule.months : 0;
  return [...rules].sort((a, b) => a.kind.localeCompare(b.kind) || size(a) - size(b));
}

const withTiers = (rule: fc.Arbitrary<DueRule>): fc.Arbitrary<Terms> =>
  rule.chain((due) => {
    const limit = due.kind === "days" ? due.days - 1 : 20;
    const isPossible = due.kind === "days" ? due.days > 0 : due.kind === "end-of-month";
    const tiers = isPossible ? tiersWithin(Math.min(limit, 200)) : fc.constant([]);
    return tiers.map((list) => ({ tiers: list, due }));
  });

/** Terms that a text expresses, just as `parseTerms` gives them. */
export const writtenTerms: fc.Arbitrary<Terms> = fc.oneof(
  withTiers(fc.oneof(afterDays, writtenMonthEnd)),
  inParts(fc.oneof(afterDays, writtenMonthEnd)),
);

/** Terms of every kind. */
export const anyTerms: fc.Arbitrary<Terms> = fc
  .record({
    terms: fc.oneof(withTiers(dueRules), inParts(dueRules)),
    anchor: fc.constantFrom(
      undefined,
      "document" as const,
      "delivery" as const,
      "invoiceReceived" as const,
      "accepted" as const,
    ),
  })
  .map(({ terms, anchor }) => (anchor === undefined ? terms : { ...terms, anchor }));

/** Every anchor date set to one day. */
export const allAnchors = (date: string) => ({
  delivery: date,
  invoiceReceived: date,
  accepted: date,
});
