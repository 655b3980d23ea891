/** Payment runs: what is ready is paid together, by credits first, then by bill or cash. */

import { openOf, payable, unusedOf } from "./account.ts";
import { unapplied } from "./incidents.ts";
import { bounce, misapplied } from "./reversals.ts";
import { DISCOUNT_DAYS, discountOn, grantsDiscount } from "./terms.ts";
import type { Account, Claim, Credit } from "./account.ts";
import type { SettlementKind } from "./model.ts";

/** What one run pays of one claim; the three add up to what it takes off the claim. */
export interface Line {
  readonly claim: Claim;
  readonly cash: number;
  readonly discount: number;
  readonly exchange: number;
}

const BILL_DAYS = 60;
/** Below this a residue is the bank's fee, and not worth a letter. */
const SMALL = 1_000;

export function payRun(account: Account, day: number): void {
  useCredits(account, day);
  offset(account, day);
  const ready = readyClaims(account, day);
  if (ready.length === 0) return;
  if (account.customer.paysByBill) {
    const lines = ready.map((claim) => plainLine(claim, payable(claim, day)));
    pay(account, day, lines, "bill");
    return;
  }
  const lines = cashLines(account, day, ready);
  if (!account.imported(day) && account.random.chance(0.012)) {
    unapplied(account, day, lines);
  } else {
    pay(account, day, lines, "payment");
  }
}

export function readyClaims(account: Account, day: number): Claim[] {
  return account.claims.filter((claim) => payable(claim, day) > 0);
}

function useCredits(account: Account, day: number): void {
  for (const credit of account.credits) {
    if (day < credit.usableFrom || unusedOf(credit) === 0) continue;
    for (const claim of readyClaims(account, day)) {
      const amount = Math.min(payable(claim, day), unusedOf(credit));
      const kind = credit.item.kind === "credit-note" ? "credit-note" : "payment";
      account.settle(claim, { day, amount, kind, credit });
      if (unusedOf(credit) === 0) break;
    }
  }
}

/** A customer who also supplies sets its own invoice off against ours. */
function offset(account: Account, day: number): void {
  const [claim] = readyClaims(account, day);
  if (!account.customer.alsoSupplies || claim === undefined || !account.random.chance(0.3)) return;
  const amount = Math.round(payable(claim, day) * account.random.real(0.2, 0.8));
  account.settle(claim, { day, amount, kind: "offset" });
}

function cashLines(account: Account, day: number, ready: readonly Claim[]): Line[] {
  let budget = roundSum(account, day, ready);
  const lines: Line[] = [];
  for (const claim of ready) {
    const amount = Math.min(payable(claim, day), budget);
    if (amount <= 0) break;
    budget -= amount;
    lines.push(cashLine(account, day, claim, amount));
  }
  return lines;
}

/** Slow payers now and then send a round sum instead of what is due. */
function roundSum(account: Account, day: number, ready: readonly Claim[]): number {
  const due = ready.reduce((sum, claim) => sum + payable(claim, day), 0);
  const short = account.customer.lag.usual > 12 && due > 400_000 && account.random.chance(0.12);
  return short ? Math.floor((due * account.random.real(0.5, 0.9)) / 50_000) * 50_000 : due;
}

function cashLine(account: Account, day: number, claim: Claim, amount: number): Line {
  const { random, customer } = account;
  const whole = amount === claim.item.amount;
  const inTime = day - claim.item.day <= DISCOUNT_DAYS;
  if (whole && inTime && customer.takesDiscount && grantsDiscount(claim.item.terms)) {
    const discount = discountOn(amount);
    return { ...plainLine(claim, amount - discount), discount };
  }
  if (customer.region !== "Export" || amount < openOf(claim)) return plainLine(claim, amount);
  // Paid in the customer's money: the rate of the day leaves a little too much or too little.
  if (random.chance(0.3)) {
    const exchange = Math.round(amount * random.real(-0.003, 0.004));
    return { ...plainLine(claim, amount - exchange), exchange };
  }
  if (amount > 10 * SMALL && random.chance(0.04)) {
    const fee = random.whole(150, SMALL);
    writeOffLater(account, day, claim);
    return plainLine(claim, amount - fee);
  }
  return plainLine(claim, amount);
}

function plainLine(claim: Claim, cash: number): Line {
  return { claim, cash, discount: 0, exchange: 0 };
}

function writeOffLater(account: Account, day: number, claim: Claim): void {
  claim.waitUntil = Infinity;
  account.later(day + account.random.whole(25, 60), (then) => {
    const rest = openOf(claim);
    if (rest > SMALL) claim.waitUntil = then;
    else account.settle(claim, { day: then, amount: rest, kind: "write-off" });
  });
}

function pay(
  account: Account,
  day: number,
  lines: readonly Line[],
  kind: "payment" | "bill",
): void {
  const { random } = account;
  const cash = lines.reduce((sum, line) => sum + line.cash, 0);
  const overpaid = kind === "payment" && random.chance(0.009) ? random.whole(2_000, 60_000) : 0;
  const due = kind === "bill" ? { due: day + BILL_DAYS } : {};
  const credit = account.imported(day)
    ? undefined
    : account.receive(kind, day, cash + overpaid, {
        ...due,
        usableFrom: random.chance(0.5) ? day + random.whole(10, 90) : Infinity,
      });
  for (const line of lines) book(account, day, line, kind, credit);
  if (kind === "bill") {
    if (random.chance(0.03)) bounce(account, day + BILL_DAYS, lines, kind);
  } else if (random.chance(0.0025)) {
    bounce(account, day + random.whole(3, 6), lines, kind);
  } else if (credit !== undefined && random.chance(0.002)) {
    misapplied(account, day + random.whole(4, 15), lines, credit);
  }
}

export function book(
  account: Account,
  day: number,
  { claim, cash, discount, exchange }: Line,
  kind: SettlementKind,
  credit: Credit | undefined,
): void {
  // The exchange gain first: cash beyond the open amount fits only when both are in.
  account.settle(claim, { day, amount: exchange, kind: "exchange" });
  account.settle(claim, { day, amount: cash, kind, credit });
  account.settle(claim, { day, amount: discount, kind: "discount" });
}
