/**
 * The oracle of the collection figures: docs/collections.md and formulas.md 8.3, in exact
 * fractions.
 */
import Fraction from "fraction.js";

import { dayNumber, fraction, isoText, sum } from "./calendar.ts";
import type { Numeric, Reason } from "./calendar.ts";
import type { OracleLedger } from "./ledger.ts";

export interface Span {
  from: string;
  to: string;
}

/** Weeks from Monday to Sunday or months, found by walking through the days one by one. */
export function spansFrom(first: string, by: "week" | "month", count: number): Span[] {
  const spans: Span[] = [];
  let start = dayNumber(first);
  while (spans.length < count) {
    let end = start;
    while (!endsPeriod(end, by)) end += 1;
    spans.push({ from: isoText(start), to: isoText(end) });
    start = end + 1;
  }
  return spans;
}

function endsPeriod(day: number, by: "week" | "month"): boolean {
  if (by === "week") return new Date(day * 86_400_000).getUTCDay() === 0;
  return isoText(day + 1).endsWith("-01");
}

/** Amounts in minor units: before the first period, in each, and after the last. */
export interface Spread {
  before: bigint;
  periods: bigint[];
  after: bigint;
}

interface Collectable {
  party: string;
  due: number;
  amount: bigint;
}

function collectableItems(ledger: OracleLedger, asOf: string): Collectable[] | Reason {
  const units = ledger.openUnits(asOf);
  if (typeof units === "string") return units;
  return units
    .filter(({ isDebit }) => isDebit)
    .map(({ party, dueDate, open, disputed }) => {
      if (dueDate === null) throw new Error("a debit item has a due date");
      return { party, due: dayNumber(dueDate), amount: open - disputed };
    });
}

/** What is due by period; what is due on the day of the plan is in the first one. */
export function plan(
  ledger: OracleLedger,
  asOf: string,
  spans: readonly Span[],
  party?: string,
): Spread | Reason {
  const items = collectableItems(ledger, asOf);
  if (typeof items === "string") return items;
  const own = items.filter((item) => party === undefined || item.party === party);
  const today = dayNumber(asOf);
  return spread(own, spans, ({ due }) => (due === today ? today + 1 : due), today);
}

/** Each item as late as its party pays; what should have come comes in the first period. */
export function expected(
  ledger: OracleLedger,
  asOf: string,
  spans: readonly Span[],
  window: Span,
  party?: string,
): Spread | Reason {
  const items = collectableItems(ledger, asOf);
  if (typeof items === "string") return items;
  const late = new Map<string, Fraction | Reason>();
  const today = dayNumber(asOf);
  for (const { party: payer } of items) {
    if (late.has(payer)) continue;
    const habit = { variant: "paid-signed", ...window } as const;
    const own = ledger.daysBeyondTerms({ ...habit, party: payer });
    late.set(payer, typeof own === "string" ? ledger.daysBeyondTerms(habit) : own);
  }
  const reason = [...late.values()].find((each) => typeof each === "string");
  if (typeof reason === "string") return reason;
  const own = items.filter((item) => party === undefined || item.party === party);
  const dayOf = ({ due, party: payer }: Collectable): number => {
    const day = (late.get(payer) as Fraction).add(due).ceil().valueOf();
    return Math.max(day, today + 1);
  };
  return spread(own, spans, dayOf, today);
}

function spread(
  items: readonly Collectable[],
  spans: readonly Span[],
  dayOf: (item: Collectable) => number,
  today: number,
): Spread {
  const found: Spread = { before: 0n, periods: spans.map(() => 0n), after: 0n };
  for (const item of items) {
    const day = dayOf(item);
    const place = spans.findIndex(({ from, to }) => dayNumber(from) <= day && day <= dayNumber(to));
    if (place >= 0) found.periods[place] = (found.periods[place] as bigint) + item.amount;
    else if (day <= today) found.before += item.amount;
    else found.after += item.amount;
  }
  return found;
}

/** Cash by DSO target, period by period. */
export function cashAtTarget(
  opening: Numeric,
  dso: Numeric,
  periods: readonly { sales: Numeric; days: number }[],
): { closing: Fraction; cash: Fraction }[] {
  let owed = fraction(opening);
  return periods.map(({ sales, days }) => {
    const before = owed.add(fraction(sales));
    const target = fraction(dso).mul(fraction(sales)).div(days);
    owed = target.compare(before) > 0 ? before : target;
    return { closing: owed, cash: before.sub(owed) };
  });
}

/** Cash by roll rates: every class moves on by its rate, the last one stays by its. */
export function cashByRollRates(
  balances: readonly Numeric[],
  rates: readonly Numeric[],
  periods: number,
): Fraction[] {
  let now = balances.map(fraction);
  const cash: Fraction[] = [];
  for (let period = 0; period < periods; period += 1) {
    const unpaid = now.map((balance, k) => balance.mul(fraction(rates[k] as Numeric)));
    cash.push(sum(now).sub(sum(unpaid)));
    const next = now.map(() => new Fraction(0));
    unpaid.forEach((amount, k) => {
      const to = Math.min(k + 1, next.length - 1);
      next[to] = (next[to] as Fraction).add(amount);
    });
    now = next;
  }
  return cash;
}

// Late-payment interest, one day at a time

export interface Interest {
  principal: Numeric;
  dueDate: string;
  paidDate: string;
  payments?: readonly { date: string; amount: Numeric }[];
  rates: readonly { from: string; perDay?: Numeric; perYear?: Numeric }[];
  order?: "interest-first" | "principal-first";
  cap?: Numeric;
  yearDays?: number;
}

export interface InterestAnswer {
  interest: Fraction;
  principalLeft: Fraction;
  interestLeft: Fraction;
  overpaid: Fraction;
  isLate: boolean;
}

export function lateInterest(input: Interest): InterestAnswer {
  const zero = new Fraction(0);
  const due = dayNumber(input.dueDate);
  const answer: InterestAnswer = {
    interest: zero,
    principalLeft: fraction(input.principal),
    interestLeft: zero,
    overpaid: zero,
    isLate: false,
  };
  const settle = (payment: Numeric): void => {
    let rest = fraction(payment);
    const take = (key: "principalLeft" | "interestLeft"): void => {
      const part = rest.compare(answer[key]) < 0 ? rest : answer[key];
      answer[key] = answer[key].sub(part);
      rest = rest.sub(part);
    };
    const first = input.order === "principal-first" ? "principalLeft" : "interestLeft";
    take(first);
    take(first === "principalLeft" ? "interestLeft" : "principalLeft");
    answer.overpaid = answer.overpaid.add(rest);
  };
  const payments = input.payments ?? [];
  for (const { date, amount } of payments) if (dayNumber(date) <= due) settle(amount);
  for (let day = due + 1; day <= dayNumber(input.paidDate); day += 1) {
    const rate = input.rates.filter(({ from }) => dayNumber(from) <= day).at(-1);
    const perDay =
      rate?.perDay === undefined
        ? fraction(rate?.perYear ?? 0).div(input.yearDays ?? 365)
        : fraction(rate.perDay);
    if (answer.principalLeft.compare(0) > 0) answer.isLate = true;
    const room = input.cap === undefined ? undefined : fraction(input.cap).sub(answer.interest);
    const accrued = answer.principalLeft.mul(perDay);
    const counted = room && accrued.compare(room) > 0 ? room : accrued;
    answer.interest = answer.interest.add(counted);
    answer.interestLeft = answer.interestLeft.add(counted);
    for (const { date, amount } of payments) if (dayNumber(date) === day) settle(amount);
  }
  return answer;
}

// Stages and recovery, from the last step back

export function stageAt(
  days: number,
  ladder: readonly { fromDay: number; toDay?: number; stage: string }[],
): string {
  for (const { fromDay, toDay, stage } of [...ladder].reverse()) {
    if (days < fromDay) continue;
    return toDay !== undefined && days > toDay ? "not_defined" : stage;
  }
  return "none";
}

export function recoveryAt(
  age: number,
  bands: readonly { fromDay: number; rate: Numeric }[],
): Fraction {
  const found = [...bands].reverse().find(({ fromDay }) => fromDay <= age);
  if (!found) throw new Error("bands begin at 0");
  return fraction(found.rate);
}
