/** When a customer means to pay an item, and in how many parts. */

import { DISCOUNT_DAYS, discountOn, dueDay, grantsDiscount } from "./terms.ts";
import type { Intent } from "./account.ts";
import type { Customer, Item } from "./model.ts";
import type { Random } from "./random.ts";

const PART_SHARE = 0.045;
const LATE_DISCOUNT_SHARE = 0.04;

export function intentsFor(random: Random, customer: Customer, debit: Item): Intent[] {
  if (customer.takesDiscount && grantsDiscount(debit.terms) && random.chance(0.9)) {
    return discountIntents(random, debit);
  }
  if (debit.installments.length > 0) return installmentIntents(random, customer, debit);
  const due = debit.due ?? dueDay(debit.terms ?? "", debit.day);
  const day = readyDay(random, customer, due);
  const whole = { day, upTo: debit.amount };
  if (!random.chance(PART_SHARE)) return [whole];
  const part = Math.round(debit.amount * random.real(0.3, 0.7));
  return [
    { day, upTo: part },
    { day: day + random.whole(15, 45), upTo: debit.amount },
  ];
}

function discountIntents(random: Random, debit: Item): Intent[] {
  // Two days of slack: a weekend must not cost the discount.
  const inTime = debit.day + random.whole(4, DISCOUNT_DAYS - 2);
  if (!random.chance(LATE_DISCOUNT_SHARE)) return [{ day: inTime, upTo: debit.amount }];
  // Taken too late, and not granted: the two percent stay open until somebody asks for them.
  const late = debit.day + random.whole(DISCOUNT_DAYS + 1, DISCOUNT_DAYS + 6);
  return [
    { day: late, upTo: debit.amount - discountOn(debit.amount) },
    { day: late + random.whole(30, 80), upTo: debit.amount },
  ];
}

function installmentIntents(random: Random, customer: Customer, debit: Item): Intent[] {
  let upTo = 0;
  return debit.installments.map(({ due, amount }) => {
    upTo += amount;
    return { day: readyDay(random, customer, due), upTo };
  });
}

function readyDay(random: Random, customer: Customer, due: number): number {
  const { usual, spread, drift } = customer.lag;
  const late = usual + spread * random.bell() + (drift * due) / 365;
  return due + Math.round(late);
}
