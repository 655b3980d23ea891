/** What does not go as invoiced: returns, disputes, cash without advice, failures, revaluation. */

import { LAST_DAY, dayOf } from "./calendar.ts";
import { openOf, unusedOf } from "./account.ts";
import type { Account, Claim } from "./account.ts";
import type { Line } from "./receipts.ts";
import type { Dispute } from "./model.ts";

const REASONS = ["price", "quantity", "damaged", "late delivery", "no order number"];
const VALUATIONS = ["2024-12-31", "2025-06-30", "2025-12-31", "2026-06-30"].map(dayOf);

/** Decided when an invoice is issued: whether something comes back, or is disputed. */
export function mayGoWrong(account: Account, claim: Claim): void {
  const { random } = account;
  const { day } = claim.item;
  if (random.chance(0.045)) {
    account.later(day + random.whole(4, 30), (then) => {
      goodsReturned(account, then, claim);
    });
  } else if (random.chance(0.036)) {
    account.later(day + random.whole(5, 25), (then) => {
      disputed(account, then, claim);
    });
  }
}

function goodsReturned(account: Account, day: number, claim: Claim): void {
  const { random } = account;
  const share = random.chance(0.1) ? 1 : random.real(0.05, 0.35);
  const amount = Math.round(claim.item.amount * share);
  if (random.chance(0.2)) {
    // Sent on its own; the customer deducts it from some later payment, or forgets to.
    if (account.imported(day)) return;
    const usableFrom = random.chance(0.8) ? day + random.whole(0, 60) : Infinity;
    account.receive("credit-note", day, amount, { usableFrom });
    return;
  }
  credited(account, day, claim, amount);
}

/** A credit note for an invoice; what the invoice no longer holds is left for the next run. */
function credited(account: Account, day: number, claim: Claim, amount: number): void {
  const fits = Math.min(amount, openOf(claim));
  if (account.imported(day)) {
    account.settle(claim, { day, amount: fits, kind: "credit-note" });
    return;
  }
  const credit = account.receive("credit-note", day, amount);
  // The customer deducted it when it paid, so it is applied as of then, before the note's date.
  const early = account.random.chance(0.06) ? account.random.whole(2, 8) : 0;
  const date = Math.max(day - early, claim.item.day);
  account.settle(claim, { day, amount: fits, kind: "credit-note", credit, date });
}

function disputed(account: Account, day: number, claim: Claim): void {
  const { random } = account;
  const share = random.real(0.1, 0.7);
  const amount = Math.min(Math.round(claim.item.amount * share), openOf(claim));
  if (amount === 0) return;
  const dispute = account.dispute(claim, day, amount, random.pick(REASONS));
  if (random.chance(0.13)) return;
  account.later(day + random.whole(12, 75), (then) => {
    resolved(account, then, claim, dispute);
  });
}

function resolved(account: Account, day: number, claim: Claim, dispute: Dispute): void {
  const { random } = account;
  claim.held = 0;
  // Nobody closed some of them in the books; the money came all the same.
  if (random.chance(0.9)) dispute.to = day;
  const amount = Math.min(dispute.amount, openOf(claim));
  if (amount === 0) return;
  const outcome = random.unit();
  if (outcome < 0.45) credited(account, day, claim, Math.round(amount * random.real(0.5, 1)));
  else if (outcome < 0.55) account.settle(claim, { day, amount, kind: "write-off" });
}

/** Cash without a word what it is for: applied weeks later, or still open at the end. */
export function unapplied(account: Account, day: number, lines: readonly Line[]): void {
  const amount = lines.reduce((sum, line) => sum + line.cash, 0);
  const credit = account.receive("payment", day, amount, { usableFrom: Infinity });
  for (const { claim } of lines) claim.waitUntil = Infinity;
  if (account.random.chance(0.2)) return;
  account.later(day + account.random.whole(5, 50), (then) => {
    for (const { claim } of lines) {
      const part = Math.min(openOf(claim), unusedOf(credit));
      account.settle(claim, { day: then, amount: part, kind: "payment", credit });
      claim.waitUntil = then;
    }
  });
}

/** A little is recovered, the rest written off, half a year or more after the last payment. */
export function windUp(account: Account, failsOn: number): void {
  account.later(failsOn + account.random.whole(190, 240), (day) => {
    const open = account.claims.map((claim) => ({ claim, part: Math.round(openOf(claim) / 10) }));
    const recovered = open.reduce((sum, { part }) => sum + part, 0);
    if (recovered === 0) return;
    const credit = account.imported(day) ? undefined : account.receive("payment", day, recovered);
    for (const { claim, part } of open) {
      account.settle(claim, { day, amount: part, kind: "payment", credit });
      account.settle(claim, { day, amount: openOf(claim), kind: "write-off" });
    }
  });
}

/** Twice a year the largest open Export items are restated at the closing rate. */
export function revaluations(account: Account): void {
  if (account.customer.region !== "Export" || account.customer.size < 3) return;
  for (const closing of VALUATIONS) {
    account.later(closing, (day) => {
      for (const claim of account.claims) {
        if (openOf(claim) < 500_000 || openOf(claim) !== claim.item.amount) continue;
        const amount = Math.round(claim.item.amount * account.random.real(-0.004, 0.004));
        account.settle(claim, { day, amount, kind: "exchange" });
      }
    });
  }
}

/** A rebate of one per cent for large customers, in January and July, for the half year past. */
export function rebates(account: Account): void {
  const { customer } = account;
  if (customer.size < 8 || customer.failsOn !== undefined) return;
  for (const iso of ["2025-01-15", "2025-07-15", "2026-01-15"]) {
    account.later(dayOf(iso), (day) => {
      const sales = account.claims
        .filter((claim) => claim.item.day >= day - 184)
        .reduce((sum, claim) => sum + claim.item.amount, 0);
      if (sales > 0 && !account.imported(day)) {
        account.receive("credit-note", day, Math.round(sales / 100), { usableFrom: day + 5 });
      }
    });
  }
}

/** Goods come back after everything was paid and trade has ended. */
export function lastReturn(account: Account): void {
  account.later(LAST_DAY - 60, (day) => {
    account.receive("credit-note", day, 184_650, { usableFrom: Infinity });
  });
}
