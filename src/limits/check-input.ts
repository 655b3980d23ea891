/**
 * @module limits/check-input
 *
 * What the check of an order is asked, as it is given and read.
 */
import type { Read, Terms } from "../ground/input.ts";
import { lazily } from "../ground/input.ts";
import {
  amount,
  days,
  isoDay,
  list,
  money,
  object,
  optional,
  rate,
  text,
  wholeNumber,
  withDefault,
  word,
} from "../ground/input-atoms.ts";
import { numeric } from "../ground/input-atoms.ts";
import { variants, without } from "../ground/input-variants.ts";
import type { Numeric } from "../ground/numeric.ts";
import type { List } from "../ground/rows.ts";
import type { ExposureParts } from "./exposure-input.ts";
import { AGED_ITEM_FIELDS, exposureOrParts } from "./exposure-input.ts";

/** A limit of an amount; 0 is a limit like any other. */
export interface AmountLimit {
  /** An amount. */
  readonly kind: "amount";
  /** The limit. Money, at least 0. */
  readonly amount: Numeric;
}

/** No limit was decided, or there is to be none. */
export interface OpenLimit {
  /** `not-set`: nobody has decided yet; `unlimited`: it was decided that there is none. */
  readonly kind: "not-set" | "unlimited";
}

/** What is overdue with a party. */
export interface OverdueSummary {
  /** How much. Money, at least 0. */
  readonly amount: Numeric;
  /** Days past due of the oldest item, at least 0. */
  readonly oldestDays: Numeric;
}

/** One overdue item; rows of {@link agedItems} are such. Further fields are not looked at. */
export interface OverdueItem {
  /** Its document's number. */
  readonly id: string;
  /** What is open of it. Money; what is not above 0 is no debt. */
  readonly open: Numeric;
  /** Days past due; what is not above 0 is not overdue. */
  readonly daysPastDue: Numeric;
}

/** A level of the check: the customer, or what it belongs to. */
export interface CheckedParty {
  /** Who. */
  readonly id: string;
  /** Its limit. */
  readonly limit: AmountLimit | OpenLimit;
  /** Its exposure before the order, all that belongs to it included; of parts the net counts. */
  readonly exposure: Numeric | ExposureParts;
  /** What is overdue; taken from `overdueItems` unless stated. */
  readonly overdue?: OverdueSummary;
  /** The overdue items, from which those to be paid first are chosen. */
  readonly overdueItems?: List<OverdueItem>;
}

/** A limit of one slice of the customer's exposure. */
export interface SliceRule {
  /** Which slice. */
  readonly name: "openItems" | "deliveredNotBilled" | "openOrders";
  /** What it may be at most. Money, at least 0. */
  readonly limit: Numeric;
}

/** Rules besides the limit. Equality keeps every one of them. */
export interface CreditCheckRules {
  /** The oldest item may be overdue for so many days at most. */
  readonly maxOverdueDays?: Numeric;
  /** So much may be overdue at most. Money, at least 0. */
  readonly maxOverdueAmount?: Numeric;
  /** Overdue may be this share of the gross exposure at most, from 0 to 1. */
  readonly maxOverdueShare?: Numeric;
  /** Limits of slices of the customer's exposure, which must then be given in parts. */
  readonly slices?: List<SliceRule>;
}

/** What {@link creditCheck} is asked. One currency throughout. */
export interface CreditCheckInput {
  /** The day. */
  readonly asOf: string;
  /** The order; 0 checks the account as it stands. Money, at least 0. */
  readonly order: Numeric;
  /** From the customer up to its group; at most 100 levels. */
  readonly parties: List<CheckedParty>;
  /** What a limit that is not set does; it holds unless stated. */
  readonly whenNotSet?: "hold" | "ok";
  /** Above this share of a limit the order is watched, from 0 to 1; not watched unless stated. */
  readonly watchRatio?: Numeric;
  /** Days for which the answer holds. */
  readonly validDays?: number;
  /** Rules besides the limit. */
  readonly rules?: CreditCheckRules;
}

/** The schema of {@link CreditCheckInput}. */
export const creditCheckSchema = lazily(() => {
  const limit = variants("kind", {
    amount: object({ kind: word("amount"), amount: amount() }),
    "not-set": object({ kind: word("not-set") }),
    unlimited: object({ kind: word("unlimited") }),
  });
  const item = object({ id: text(), open: money(), daysPastDue: numeric("days") });
  const party = object({
    id: text(),
    limit,
    exposure: exposureOrParts(),
    overdue: optional(object({ amount: amount(), oldestDays: days() })),
    overdueItems: optional(list(without(AGED_ITEM_FIELDS, item))),
  });
  const slice = object({
    name: word("openItems", "deliveredNotBilled", "openOrders"),
    limit: amount(),
  });
  const rules = object({
    maxOverdueDays: optional(days()),
    maxOverdueAmount: optional(amount()),
    maxOverdueShare: optional(rate()),
    slices: withDefault(list(slice, { atMost: 3 }), []),
  });
  return object({
    asOf: isoDay(),
    order: amount(),
    parties: list(party, { atLeast: 1, atMost: 100 }),
    whenNotSet: withDefault(word("hold", "ok"), "hold"),
    watchRatio: optional(rate()),
    validDays: optional(wholeNumber(0, 100_000)),
    rules: withDefault(rules, {}),
  });
});

/** The check as read. */
export type CheckTerms = Read<Terms<ReturnType<typeof creditCheckSchema>>>;
