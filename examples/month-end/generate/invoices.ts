/** What a customer is billed: invoices and debit notes, through the seasons of two years. */

import { LAST_DAY, ledgerMonths, isWorkday, workdayFrom } from "./calendar.ts";
import { item } from "./model.ts";
import { dueDay } from "./terms.ts";
import type { Customer, Installment, Item } from "./model.ts";
import type { Random } from "./random.ts";

/** Share of an average month, January first: a spring and a long autumn season. */
const SEASON = [0.86, 0.9, 1.04, 1.02, 1.0, 1.03, 0.94, 0.82, 1.08, 1.14, 1.15, 1.02];
const GROWTH_A_MONTH = 0.006;
const INVOICES_A_MONTH = 0.53;
const SMALLEST_TICKET = 220_000;
const LARGE = 900_000;

/** In the order of their days. */
export function billing(random: Random, customer: Customer): Item[] {
  const items: Item[] = [];
  ledgerMonths().forEach((month, index) => {
    const rate = (SEASON[month.number - 1] ?? 1) * (1 + GROWTH_A_MONTH * index);
    const count = Math.floor(rate * INVOICES_A_MONTH * Math.sqrt(customer.size) + random.unit());
    const workdays = daysOf(month).filter(isWorkday);
    for (let one = 0; one < count; one += 1) {
      const day = random.pick(random.chance(0.3) ? workdays.slice(-5) : workdays);
      if (day < customer.firstDay || day > customer.lastDay) continue;
      items.push(invoice(random, customer, day));
      if (random.chance(0.014)) items.push(charge(random, customer, day));
    }
  });
  return items.sort((one, other) => one.day - other.day);
}

function invoice(random: Random, customer: Customer, day: number): Item {
  const amount = ticket(random, customer);
  const base = { kind: "invoice", customer, day, amount } as const;
  if (amount > LARGE && random.chance(0.3)) {
    return item({ ...base, installments: installments(random, day, amount) });
  }
  if (!customer.statesDueDate) return item({ ...base, terms: customer.terms });
  return item({ ...base, due: workdayFrom(dueDay(customer.terms, day)) });
}

/** Skewed: many small tickets, now and then a big one. */
function ticket(random: Random, customer: Customer): number {
  const typical = SMALLEST_TICKET * Math.sqrt(customer.size);
  const spread = random.real(0.25, 1.35) * random.real(0.5, 1.3);
  return Math.round(typical * spread * (random.chance(0.07) ? random.real(2, 4) : 1));
}

/** Three or four equal parts, thirty days apart; the last one takes the odd cents. */
function installments(random: Random, day: number, amount: number): Installment[] {
  const count = random.whole(3, 4);
  const part = Math.floor(amount / count);
  return Array.from({ length: count }, (_, index) => ({
    due: day + 30 * (index + 1),
    amount: index < count - 1 ? part : amount - part * (count - 1),
  }));
}

/** Freight, a price correction, interest: small, due in thirty days. */
export function charge(random: Random, customer: Customer, day: number): Item {
  const amount = random.whole(1_800, 36_000);
  return item({ kind: "debit-note", customer, day, amount, due: workdayFrom(day + 30) });
}

/** Documents that must not count: entered twice and voided, or drafted and not yet issued. */
export function strays(random: Random, invoices: readonly Item[]): Item[] {
  const stray: Item[] = [];
  for (const one of invoices) {
    if (random.chance(0.0022)) stray.push({ ...one, status: "void" });
    if (one.day >= LAST_DAY - 6 && random.chance(0.1)) {
      stray.push(
        item({
          ...one,
          amount: ticket(random, one.customer),
          installments: [],
          terms: one.customer.terms,
          due: undefined,
          status: "draft",
        }),
      );
    }
  }
  return stray;
}

function daysOf(month: { first: number; length: number }): number[] {
  return Array.from({ length: month.length }, (_, index) => month.first + index);
}
