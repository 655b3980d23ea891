/**
 * One customer's account while its two years are played. It books entries into the journal and
 * refuses what would break the ledger's rules at the moment it is tried, so that a fault in the
 * story fails where it is made. (`check.ts` proves the rules again, from the written rows.)
 */

import { LAST_DAY, workdayFrom } from "./calendar.ts";
import { item } from "./model.ts";
import type { CreditKind, Customer, Dispute, Item, SettlementKind } from "./model.ts";
import type { Journal } from "./journal.ts";
import type { Random } from "./random.ts";

/** What the customer means to have paid of an item by a day. */
export interface Intent {
  readonly day: number;
  readonly upTo: number;
}

export interface Claim {
  readonly item: Item;
  readonly intents: readonly Intent[];
  applied: number;
  /** Held back in a dispute. */
  held: number;
  /** Nothing is paid before this day: the customer believes it has paid, or cannot. */
  waitUntil: number;
}

export interface Credit {
  readonly item: Item;
  used: number;
  readonly usableFrom: number;
}

export interface Settlement {
  readonly day: number;
  readonly amount: number;
  readonly kind: SettlementKind;
  readonly credit?: Credit | undefined;
  /** Stated when it lies before the day of booking. */
  readonly date?: number;
}

export class Account {
  readonly claims: Claim[] = [];
  readonly credits: Credit[] = [];
  readonly customer: Customer;
  readonly random: Random;
  readonly #journal: Journal;
  readonly #agenda = new Map<number, (() => void)[]>();

  constructor(customer: Customer, random: Random, journal: Journal) {
    this.customer = customer;
    this.random = random;
    this.#journal = journal;
  }

  /** Up to the takeover nothing but the settlement itself is known: no receipt, no credit note. */
  imported(day: number): boolean {
    return day <= this.customer.importedUntil;
  }

  issue(debit: Item, intents: readonly Intent[]): Claim {
    const claim = { item: debit, intents, applied: 0, held: 0, waitUntil: 0 };
    this.#journal.add(debit.day, debit);
    this.claims.push(claim);
    return claim;
  }

  receive(kind: CreditKind, day: number, amount: number, more: CreditTerms = {}): Credit {
    const { due, usableFrom = day } = more;
    const credit = {
      item: item({ kind, customer: this.customer, day, amount, due }),
      used: 0,
      usableFrom,
    };
    this.#journal.add(day, credit.item);
    this.credits.push(credit);
    return credit;
  }

  settle(claim: Claim, { day, amount, kind, credit, date = day }: Settlement): void {
    if (amount === 0) return;
    claim.applied += amount;
    if (credit !== undefined) credit.used += amount;
    const used = credit?.used ?? 0;
    if (claim.applied > claim.item.amount || used < 0 || used > (credit?.item.amount ?? 0)) {
      throw new Error(`${this.customer.id}: ${kind} of ${amount} on day ${day} does not fit`);
    }
    const application = { item: claim.item, date, amount, kind, source: credit?.item };
    this.#journal.add(day, { record: "application", ...application });
  }

  dispute(claim: Claim, day: number, amount: number, reason: string): Dispute {
    const entry: Dispute = {
      record: "dispute",
      item: claim.item,
      from: day,
      to: undefined,
      amount,
      reason,
    };
    claim.held = amount;
    this.#journal.add(day, entry);
    return entry;
  }

  /** Lets something happen on the first workday from `day`; what lies beyond the end never does. */
  later(day: number, action: (day: number) => void): void {
    if (day > LAST_DAY) return;
    const workday = workdayFrom(day);
    const actions = this.#agenda.get(workday) ?? [];
    actions.push(() => {
      action(workday);
    });
    this.#agenda.set(workday, actions);
  }

  act(day: number): void {
    // An action may add to the same day; the loop sees what is added.
    for (const action of this.#agenda.get(day) ?? []) action();
    this.#agenda.delete(day);
  }
}

interface CreditTerms {
  readonly due?: number;
  readonly usableFrom?: number;
}

export function openOf(claim: Claim): number {
  return claim.item.amount - claim.applied;
}

export function unusedOf(credit: Credit): number {
  return credit.item.amount - credit.used;
}

/** What the customer is ready to pay of a claim on a day. */
export function payable(claim: Claim, day: number): number {
  if (day < claim.waitUntil) return 0;
  let upTo = 0;
  for (const intent of claim.intents) {
    if (intent.day <= day && intent.upTo > upTo) upTo = intent.upTo;
  }
  return Math.max(0, Math.min(upTo - claim.applied, openOf(claim) - claim.held));
}
