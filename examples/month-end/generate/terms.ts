import { monthEnd } from "./calendar.ts";

/** When an invoice of this day falls due, for the few terms this seller grants. */
export function dueDay(terms: string, day: number): number {
  const days = Number(/(?:net |n\/)(\d+)/.exec(terms)?.[1]);
  if (!Number.isInteger(days)) throw new RangeError(`terms "${terms}" are not known here`);
  return (terms.endsWith("EOM") ? monthEnd(day) : day) + days;
}

const DISCOUNT_TERMS = "2/10, n/30";
export const DISCOUNT_DAYS = 10;

export function grantsDiscount(terms: string | undefined): boolean {
  return terms === DISCOUNT_TERMS;
}

/** 2 %, to the cent. */
export function discountOn(amount: number): number {
  return Math.round(amount / 50);
}
