/**
 * @module collections/account-review
 *
 * Whose file is to be looked at again, and whose account is to be closed.
 */
import { formatDay } from "../ground/days.ts";
import { refuse } from "../ground/errors.ts";
import type { Terms } from "../ground/input.ts";
import { lazily, read } from "../ground/input.ts";
import {
  amount,
  isoDay,
  list,
  object,
  optional,
  text,
  wholeNumber,
} from "../ground/input-atoms.ts";
import { withDefault } from "../ground/input-atoms.ts";
import { addMonths } from "../ground/months.ts";
import type { Numeric } from "../ground/numeric.ts";
import type { List } from "../ground/rows.ts";

/** What is known of one account. */
export interface Account {
  /** The customer. */
  readonly party: string;
  /** When its file was made or last looked at. */
  readonly reviewedOn: string;
  /** Months between looks at this file, where not those of all. */
  readonly everyMonths?: number;
  /** Its last sale; left out where there never was one. */
  readonly lastSaleOn?: string;
  /** Its last receipt; left out where there never was one. */
  readonly lastReceiptOn?: string;
  /** What it owes. Money, at least 0; 0 unless stated. */
  readonly balance?: Numeric;
}

/** What {@link accountReview} needs. */
export interface AccountReviewInput {
  /** The day of the review. */
  readonly asOf: string;
  /** The accounts. */
  readonly accounts: List<Account>;
  /** Months between looks at a file; 6 unless stated. */
  readonly everyMonths?: number;
  /** Months without sale and receipt after which an account is closed; 3 unless stated. */
  readonly inactiveMonths?: number;
}

/** What is to be done about one account. */
export interface AccountReviewRow {
  /** The customer. */
  readonly party: string;
  /** `close`, `settle-and-close` where it still owes, `review`, or `none`. */
  readonly action: "close" | "settle-and-close" | "review" | "none";
  /** When its file is to be looked at again. */
  readonly reviewDueOn: string;
  /** Days since then; negative before. */
  readonly daysSinceDue: number;
  /** Its last sale or receipt; null where there was neither. */
  readonly lastActiveOn: string | null;
}

/** The schema of {@link AccountReviewInput}. */
export const accountReviewSchema = lazily(() => {
  const months = () => wholeNumber(1, 1200);
  const account = object({
    party: text(),
    reviewedOn: isoDay(),
    everyMonths: optional(months()),
    lastSaleOn: optional(isoDay()),
    lastReceiptOn: optional(isoDay()),
    balance: withDefault(amount(), 0),
  });
  return object({
    asOf: isoDay(),
    accounts: list(account),
    everyMonths: withDefault(months(), 6),
    inactiveMonths: withDefault(months(), 3),
  });
});

type ReadAccount = Terms<ReturnType<typeof accountReviewSchema>>["accounts"][number];

/**
 * The review of accounts (客户档案复核与清户): whose file is due for another look, and whose account is
 * to be closed.
 *
 * Use it every month beside {@link earlyWarnings}: that looks at how customers pay, this at whether
 * they are customers at all.
 *
 * @formula review due = reviewedOn + everyMonths; close where the last sale and the last receipt
 *   are both before asOf − inactiveMonths
 * @units dates
 *
 * @param input - The day, the accounts, and the two spans of months.
 * @returns One row an account, in the order given. Closing goes before reviewing. An account that
 *   never had a sale or receipt is measured from `reviewedOn`, when its file was made.
 *
 * @throws {@link CreditError} `invalid_input`: a date after `asOf`, or no date.
 *
 * @source "3+1" deck, slide 90 (no sale and no receipt in 3 months: close), slides 91 and 92 (files
 *   every 3 or 6 months, those of old customers every 6); that a debtor's account is settled first
 *   is ours
 *
 * @example
 * ```ts
 * const rows = accountReview({
 *   asOf: "2026-06-30",
 *   accounts: [
 *     { party: "A", reviewedOn: "2025-12-30", lastSaleOn: "2026-06-02" },
 *     { party: "B", reviewedOn: "2026-03-01", lastReceiptOn: "2026-03-09", balance: 80 },
 *   ],
 * });
 * rows.map(({ party, action }) => `${party}: ${action}`);
 * // => ["A: review", "B: settle-and-close"]
 * ```
 */
export function accountReview(input: AccountReviewInput): AccountReviewRow[] {
  const fn = "accountReview";
  const { asOf, accounts, everyMonths, inactiveMonths } = read(fn, accountReviewSchema, input);
  const activeSince = addMonths(asOf, -inactiveMonths);
  return accounts.map((account, index) => {
    const { party, reviewedOn, balance } = account;
    for (const field of ["reviewedOn", "lastSaleOn", "lastReceiptOn"] as const) {
      if ((account[field] ?? asOf) <= asOf) continue;
      refuse(fn, `accounts[${String(index)}].${field}`, "must not be after `asOf`");
    }
    const due = addMonths(reviewedOn, account.everyMonths ?? everyMonths);
    const lastActive = lastActiveDay(account);
    const isInactive = (lastActive ?? reviewedOn) < activeSince;
    const closing = balance.isZero ? "close" : "settle-and-close";
    const looking = due <= asOf ? "review" : "none";
    return {
      party,
      action: isInactive ? closing : looking,
      reviewDueOn: formatDay(due),
      daysSinceDue: asOf - due,
      lastActiveOn: lastActive === undefined ? null : formatDay(lastActive),
    };
  });
}

function lastActiveDay({ lastSaleOn, lastReceiptOn }: ReadAccount): number | undefined {
  if (lastSaleOn === undefined) return lastReceiptOn;
  return Math.max(lastSaleOn, lastReceiptOn ?? lastSaleOn);
}
