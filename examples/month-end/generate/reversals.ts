/** What is taken back: payments that bounce, dishonoured bills, receipts put on the wrong item. */

import { charge } from "./invoices.ts";
import { openOf } from "./account.ts";
import type { Account, Credit } from "./account.ts";
import type { Line } from "./receipts.ts";

/**
 * The bank takes the money back. The receipt stays used, since it did come; the reversal has no
 * source, since the money left again: the customer owes what it owed, and the balance rises.
 */
export function bounce(
  account: Account,
  on: number,
  lines: readonly Line[],
  kind: "payment" | "bill",
): void {
  account.later(on, (day) => {
    for (const { claim, cash, discount, exchange } of lines) {
      account.settle(claim, { day, amount: -cash, kind });
      account.settle(claim, { day, amount: -discount, kind: "discount" });
      account.settle(claim, { day, amount: -exchange, kind: "exchange" });
      claim.waitUntil = day + account.random.whole(6, 25);
    }
    const fee = charge(account.random, account.customer, day);
    account.issue(fee, [{ day: day + 30, upTo: fee.amount }]);
  });
}

/** The clerk put a receipt on the wrong invoice, and moves it: taken off one, put on another. */
export function misapplied(
  account: Account,
  on: number,
  lines: readonly Line[],
  credit: Credit,
): void {
  account.later(on, (day) => {
    const [line] = lines;
    if (line === undefined) return;
    const other = account.claims.find((claim) => {
      return claim !== line.claim && claim.held === 0 && openOf(claim) > 0;
    });
    if (other === undefined) return;
    const amount = Math.min(line.cash, openOf(other));
    account.settle(line.claim, { day, amount: -amount, kind: "payment", credit });
    account.settle(other, { day, amount, kind: "payment", credit });
  });
}
