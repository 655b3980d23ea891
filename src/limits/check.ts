/**
 * @module limits/check
 *
 * May this order go? Everything that an order screen shows.
 */
import { asTerm } from "../ground/exact.ts";
import type { Absent, Figure } from "../ground/figure.ts";
import { absent, isAbsent } from "../ground/figure.ts";
import type { Fraction } from "../ground/fraction.ts";
import { Fraction as Exact, greatest, least, ZERO } from "../ground/fraction.ts";
import { read } from "../ground/input.ts";
import { dayText } from "../ground/input-atoms.ts";
import { amountOf } from "./amount.ts";
import type { ClearingPayment } from "./check-clears.ts";
import { clearingOf } from "./check-clears.ts";
import type { CheckTerms, CreditCheckInput } from "./check-input.ts";
import { creditCheckSchema } from "./check-input.ts";
import type { CheckLevel, Level, LevelUtilisation } from "./check-levels.ts";
import { levelsOf, shownLevel, tightest, whyOpen } from "./check-levels.ts";
import type { CheckReason, SliceRoom } from "./check-rules.ts";
import { isBlocking, reasonsOf, requireOverdue, slicesRuled } from "./check-rules.ts";
import { earlier } from "./exposure-cover.ts";

/** What is left of the limits, before the order or after it. */
export type CreditAvailable =
  | Figure<"limits/credit-available" | "limits/credit-available-after">
  | Absent<"limits/credit-available" | "limits/credit-available-after">;

/** The limit that binds. */
export type EffectiveLimit = Figure<"limits/effective-limit"> | Absent<"limits/effective-limit">;

/** What the check of an order found. */
export interface CreditCheck {
  /** `hold` where any reason holds, `watch` where one asks to watch, else `ok`. */
  readonly status: "ok" | "watch" | "hold";
  /** Why, by level from the customer up. */
  readonly reasons: readonly CheckReason[];
  /** The levels whose limit leaves least; more than one where they leave the same. */
  readonly binding: readonly string[];
  /** The least of what the levels' limits leave, before the order. Money. */
  readonly availableBefore: CreditAvailable;
  /** What is left after the order; below 0 where it is too much. Money. */
  readonly availableAfter: CreditAvailable;
  /** The limit of the binding level. Money. */
  readonly effectiveLimit: EffectiveLimit;
  /** Exposure and order ÷ limit, of the binding level. */
  readonly utilisation: LevelUtilisation;
  /** By how much exposure and order pass the limit. Money. */
  readonly excess: Figure<"limits/credit-excess">;
  /** What of the order may go now. Money. */
  readonly releaseAmount: Figure<"limits/release-amount">;
  /** What of the order has to be paid in advance: the order less what may go. Money. */
  readonly prepaymentNeeded: Figure<"limits/prepayment-needed">;
  /** Every level with what its limit leaves. */
  readonly levels: readonly CheckLevel[];
  /** The oldest overdue items whose payment lifts the hold; left out where none does. */
  readonly clears?: ClearingPayment;
  /** Who must agree before a held order goes; nobody where it is not held. */
  readonly approval: readonly string[];
  /** The last day on which the answer holds: `validDays` on, or an earlier end of a cover. */
  readonly validUntil?: string;
}

const FN = "creditCheck";

/** Slide 94: shipping beyond what was approved needs both. */
const APPROVERS = ["credit-manager", "general-manager"] as const;

/**
 * The credit check of an order (信用审核): may it go, how much of it, what lifts the hold.
 *
 * Use it when an order is entered, and with an order of 0 to look at an account. Each level, from
 * the customer up to its group, is checked against its own limit, and the one that leaves least
 * binds; `unlimited` at one level lifts no other. Equality is inside every limit and rule. What
 * goes in as exposure is {@link exposure}; the limit is {@link creditLimit}.
 *
 * @formula available = the least of limit − exposure over the levels; excess = max(order −
 *   available, 0); releaseAmount = what of the order is available, 0 where a rule stops every
 *   order; prepaymentNeeded = order − releaseAmount
 * @units money in; money and fractions out
 *
 * @param input - The day, the order, the levels from the customer up, and the rules. Exposure is
 *   before the order; of an exposure in parts the net is compared with the limit.
 * @returns Status and reasons, what is available, the limit that binds, what may go. Where no level
 *   has an amount these are absent: `unlimited`, or `not_defined` where a limit is not set. A held
 *   order of which `releaseAmount` is above 0 may go in that amount, and not in a cent more.
 *
 * @throws {@link CreditError} `invalid_input`: a field is missing, unknown, out of range or no
 *   plain decimal; rules on overdue or slices of which the customer's figures are not given.
 * @throws {@link CreditError} `currency_mismatch`: figures in two currencies.
 *
 * @source ours: docs/exposure.md; "3+1" deck, slide 94 (available, approval); the credit texts
 *   (part prepayment of an order above the limit).
 *
 * @example The group has less left than the customer
 * ```ts
 * const check = creditCheck({
 *   asOf: "2026-06-30",
 *   order: 30_000,
 *   parties: [
 *     { id: "Ahorn", limit: { kind: "amount", amount: 100_000 }, exposure: 40_000 },
 *     { id: "Group", limit: { kind: "amount", amount: 150_000 }, exposure: 130_000 },
 *   ],
 * });
 * check.status; // => "hold"
 * check.binding; // => ["Group"]
 * check.releaseAmount.value.toString(); // => "20000"
 * check.prepaymentNeeded.value.toString(); // => "10000"
 * ```
 */
export function creditCheck(input: CreditCheckInput): CreditCheck {
  const terms = read(FN, creditCheckSchema, input);
  const levels = levelsOf(terms);
  requireOverdue(FN, terms, levels);
  const slices = slicesRuled(FN, terms);
  const reasons = reasonsOf(terms, levels, slices);
  const status = statusOf(reasons);
  const binding = tightest(levels);
  const shown = levels.map((level) => shownLevel(level, terms.order, terms.currency));
  const first = binding[0] ? levels.indexOf(binding[0]) : 0;
  const { utilisation } = shown[first] as CheckLevel;
  const clears = status === "hold" ? clearingOf(terms, levels, slices) : undefined;
  const until = validUntilOf(terms);
  return {
    status,
    reasons,
    binding: binding.map(({ id }) => id),
    ...amountsOf(terms, levels, slices, reasons.some(isBlocking)),
    utilisation: binding.length > 0 ? utilisation : noneOf(levels, "limits/utilisation"),
    levels: shown,
    ...(clears ? { clears } : {}),
    approval: status === "hold" ? APPROVERS : [],
    ...(until === undefined ? {} : { validUntil: dayText(until) }),
  };
}

function statusOf(reasons: readonly CheckReason[]): CreditCheck["status"] {
  if (reasons.some(({ effect }) => effect === "hold")) return "hold";
  return reasons.length > 0 ? "watch" : "ok";
}

/** What is available, what may go and what has to be paid in advance. */
function amountsOf(
  terms: CheckTerms,
  levels: readonly Level[],
  slices: readonly SliceRoom[],
  blocked: boolean,
) {
  const { order, currency } = terms;
  const available = availableOf(levels, currency);
  const bounded = !isAbsent(available);
  const left = bounded ? asTerm(available) : undefined;
  const over = left ? greatest(order.minus(left), ZERO) : ZERO;
  const excess: CreditCheck["excess"] = amountOf(
    "limits/credit-excess",
    over,
    { order, bounded, available },
    currency,
  );
  const room = [
    { bound: "order", amount: order },
    ...(left ? [{ bound: "limit", amount: left }] : []),
    ...slices
      .filter(({ name }) => name === "openOrders")
      .map((slice) => sliceRoom(slice, currency)),
  ];
  const most = room.map(({ amount }) => amount).reduce(least);
  const released = blocked ? ZERO : greatest(most, ZERO);
  const releaseAmount: CreditCheck["releaseAmount"] = amountOf(
    "limits/release-amount",
    released,
    { blocked, room },
    currency,
  );
  const prepaymentNeeded: CreditCheck["prepaymentNeeded"] = amountOf(
    "limits/prepayment-needed",
    order.minus(released),
    { order, releaseAmount },
    currency,
  );
  const availableAfter = afterOf(available, left, order, currency);
  const effectiveLimit = effectiveOf(levels, currency);
  return {
    availableBefore: available,
    availableAfter,
    effectiveLimit,
    excess,
    releaseAmount,
    prepaymentNeeded,
  };
}

/** The levels with a limit of an amount, as rows. */
function limited(levels: readonly Level[]) {
  return levels.flatMap(({ id: party, limit, exposure }) =>
    limit ? [{ party, limit, exposure, available: limit.minus(exposure) }] : [],
  );
}

function availableOf(levels: readonly Level[], currency: string | undefined): CreditAvailable {
  const rows = limited(levels);
  const id = "limits/credit-available";
  if (rows.length === 0) return noneOf(levels, id);
  const left = rows.map(({ available }) => available).reduce(least);
  return amountOf(id, left, { levels: rows }, currency);
}

function afterOf(
  available: CreditAvailable,
  left: Fraction | undefined,
  order: Fraction,
  currency: string | undefined,
): CreditAvailable {
  const id = "limits/credit-available-after";
  if (left) return amountOf(id, left.minus(order), { available, order }, currency);
  const { code, message } = (available as Absent).reason;
  return absent(id, "money", { order }, code, message);
}

function effectiveOf(levels: readonly Level[], currency: string | undefined): EffectiveLimit {
  const id = "limits/effective-limit";
  const limit = tightest(levels)[0]?.limit;
  return limit ? amountOf(id, limit, { levels: limited(levels) }, currency) : noneOf(levels, id);
}

/** No level has an amount: one that is not set says least, else there is no limit at all. */
function noneOf<Id extends string>(levels: readonly Level[], id: Id): Absent<Id> {
  const isNotSet = levels.some(({ kind }) => kind === "not-set");
  const [code, reason] = whyOpen(isNotSet ? "not-set" : "unlimited");
  const unit = id === "limits/utilisation" ? "fraction" : "money";
  const parties = levels.map(({ id: party, kind, exposure }) => ({ party, kind, exposure }));
  return absent(id, unit, { parties }, code, reason);
}

/** What is left of the limit of a slice, as a bound of the order. */
function sliceRoom({ name, limit, amount }: SliceRoom, currency: string | undefined) {
  const left = limit.minus(amount);
  const inputs = { party: name, limit, exposure: amount };
  return { bound: name, amount: left.from(amountOf("limits/available", left, inputs, currency)) };
}

/** The end of the answer: `validDays` on, or the end of a cover that the exposure counts on. */
function validUntilOf({ asOf, validDays, parties }: CheckTerms): number | undefined {
  const ends = parties.map(({ exposure }) =>
    exposure instanceof Exact ? undefined : exposure.coverUntil,
  );
  const stated = validDays === undefined ? undefined : asOf + validDays;
  return ends.reduce(earlier, stated);
}
