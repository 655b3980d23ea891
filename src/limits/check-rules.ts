/**
 * @module limits/check-rules
 *
 * Why an order is held or watched: the limits of all levels, and the rules besides them.
 */
import { refuse } from "../ground/errors.ts";
import type { Fraction } from "../ground/fraction.ts";
import { Fraction as Exact, greatest, ZERO } from "../ground/fraction.ts";
import { toText } from "../ground/numeric.ts";
import type { CheckTerms } from "./check-input.ts";
import type { Level } from "./check-levels.ts";

/** Why an order is held or watched. */
export interface CheckReason {
  /** What was found. */
  readonly code:
    | "limit_not_set"
    | "limit_exceeded"
    | "overdue_days"
    | "overdue_amount"
    | "overdue_share"
    | "slice_exceeded"
    | "near_limit";
  /** Whether it holds the order or asks to watch it. */
  readonly effect: "hold" | "watch";
  /** The level. */
  readonly party: string;
  /** For `slice_exceeded`: which slice. */
  readonly slice?: string;
  /** What was found, with the order where it counts: a plain decimal. */
  readonly found?: string;
  /** What is allowed at most: a plain decimal. */
  readonly allowed?: string;
}

/** What is left of a slice's limit, or how far it is passed. */
export interface SliceRoom {
  readonly name: "openItems" | "deliveredNotBilled" | "openOrders";
  readonly limit: Fraction;
  readonly amount: Fraction;
}

/** The slices that have a rule. */
export function slicesRuled(fn: string, { parties, rules }: CheckTerms): readonly SliceRoom[] {
  const exposure = parties[0]?.exposure;
  const names = new Set<string>();
  return rules.slices.map(({ name, limit }, index) => {
    const slices = exposure instanceof Exact ? undefined : exposure?.bySlice;
    const amount = slices?.[name];
    if (!amount) {
      const rule = `must have the slice ${name}, of which there is a rule`;
      return refuse(fn, "parties[0].exposure", rule);
    }
    const path = `rules.slices[${String(index)}].name`;
    if (names.has(name)) refuse(fn, path, "must be a slice with one rule only", name);
    names.add(name);
    return { name, limit, amount };
  });
}

/** Refuses rules on what is overdue where the customer's overdue is not known. */
export function requireOverdue(fn: string, { rules }: CheckTerms, levels: readonly Level[]): void {
  const { maxOverdueAmount, maxOverdueDays, maxOverdueShare } = rules;
  const isAsked = maxOverdueAmount ?? maxOverdueDays ?? maxOverdueShare;
  if (!isAsked || levels[0]?.overdue) return;
  refuse(fn, "parties[0].overdue", "must be given, or `overdueItems`: there are rules on it");
}

/** All reasons, by level from the customer up; those of slices last. */
export function reasonsOf(
  terms: CheckTerms,
  levels: readonly Level[],
  slices: readonly SliceRoom[],
): CheckReason[] {
  const ofLevels = levels.flatMap((level) => [
    ...limitReasons(terms, level),
    ...overdueReasons(terms, level),
  ]);
  return [...ofLevels, ...sliceReasons(terms, slices)];
}

function limitReasons(terms: CheckTerms, level: Level): CheckReason[] {
  const { order, whenNotSet, watchRatio } = terms;
  const { id: party, kind, limit, exposure } = level;
  if (!limit) {
    const holds = kind === "not-set" && whenNotSet === "hold";
    return holds ? [reason("limit_not_set", party)] : [];
  }
  const after = exposure.plus(order);
  const found = toText(after);
  if (after.compare(limit) > 0) {
    return [reason("limit_exceeded", party, { found, allowed: toText(limit) })];
  }
  const watched = watchRatio && limit.times(watchRatio);
  if (!watched || after.compare(watched) <= 0) return [];
  return [reason("near_limit", party, { found, allowed: toText(watched) })];
}

function overdueReasons({ rules }: CheckTerms, { id: party, overdue, gross }: Level) {
  if (!overdue) return [];
  const { maxOverdueDays, maxOverdueAmount, maxOverdueShare } = rules;
  const { amount, oldestDays } = overdue;
  const shared = maxOverdueShare && greatest(gross, ZERO).times(maxOverdueShare);
  const tests = [
    ["overdue_days", oldestDays, maxOverdueDays],
    ["overdue_amount", amount, maxOverdueAmount],
    ["overdue_share", amount, shared],
  ] as const;
  return tests.flatMap(([code, found, allowed]): CheckReason[] => {
    if (!allowed || found.compare(allowed) <= 0) return [];
    return [reason(code, party, { found: toText(found), allowed: toText(allowed) })];
  });
}

function sliceReasons({ order, parties }: CheckTerms, slices: readonly SliceRoom[]) {
  const party = parties[0]?.id ?? "";
  return slices.flatMap(({ name: slice, limit, amount }): CheckReason[] => {
    const after = slice === "openOrders" ? amount.plus(order) : amount;
    if (after.compare(limit) <= 0) return [];
    const texts = { found: toText(after), allowed: toText(limit) };
    return [reason("slice_exceeded", party, { slice, ...texts })];
  });
}

/** A reason; all of them hold but nearness to the limit. */
function reason(
  code: CheckReason["code"],
  party: string,
  found: Pick<CheckReason, "slice" | "found" | "allowed"> = {},
): CheckReason {
  return { code, effect: code === "near_limit" ? "watch" : "hold", party, ...found };
}

/** True for what stops any order, however small. */
export function isBlocking({ code, effect, slice }: CheckReason): boolean {
  if (effect !== "hold" || code === "limit_exceeded") return false;
  return !(code === "slice_exceeded" && slice === "openOrders");
}
