/**
 * The oracle of roll rates, loss rates, provisions, bad debt by rule and the Markov chain: item by
 * item, rate by rate, and by solving for each class what becomes of it.
 */
import Fraction from "fraction.js";

import { dayInMonth, dayNumber, dayOfMonth, fraction, monthOf, sum } from "./calendar.ts";
import type { Numeric, Reason } from "./calendar.ts";
import type { Filter, OpenUnit, OracleLedger } from "./ledger.ts";

const known = (units: OpenUnit[] | Reason): OpenUnit[] => (typeof units === "string" ? [] : units);

const nameOf = ({ row, unit }: OpenUnit): string => `${String(row)}/${String(unit)}`;

/** Of what is so many whole months past due at month ends, the share open at the next. */
export function rollRate(
  ledger: OracleLedger,
  monthEnds: readonly string[],
  months: number,
  scope?: Filter,
): Fraction | Reason {
  const { opening, still } = rollAmounts(ledger, monthEnds, months, scope);
  return opening === 0n ? "not_defined" : new Fraction(still).div(new Fraction(opening));
}

/** What is so many whole months past due at month ends, and what of it is open at the next. */
export function rollAmounts(
  ledger: OracleLedger,
  monthEnds: readonly string[],
  months: number,
  scope?: Filter,
): { opening: bigint; still: bigint } {
  let [opening, still] = [0n, 0n];
  for (const [index, to] of monthEnds.slice(1).entries()) {
    const from = monthEnds[index] as string;
    const later = new Map(
      known(ledger.openUnits(to, to, scope)).map((unit) => [nameOf(unit), unit.open]),
    );
    for (const unit of known(ledger.openUnits(from, from, scope))) {
      if (!unit.isDebit || wholeMonthsPastDue(unit.dueDate as string, from) !== months) continue;
      opening += unit.open;
      still += later.get(nameOf(unit)) ?? 0n;
    }
  }
  return { opening, still };
}

/** The greatest number of months that have passed since the due date; negative before it. */
function wholeMonthsPastDue(dueDate: string, day: string): number {
  const [due, now] = [dayNumber(dueDate), dayNumber(day)];
  let months = monthOf(now) - monthOf(due) - 2;
  while (dayInMonth(monthOf(due) + months + 1, dayOfMonth(due)) <= now) months += 1;
  return months;
}

export type Rule = { months: number } | { days: number };

/** Open debit units that are longer past due than the rule allows. */
export function badUnits(units: readonly OpenUnit[], asOf: string, rule: Rule): OpenUnit[] {
  return units.filter(({ isDebit, dueDate }) => {
    if (!isDebit) return false;
    const due = dayNumber(dueDate as string);
    const last =
      "days" in rule ? due + rule.days : dayInMonth(monthOf(due) + rule.months, dayOfMonth(due));
    return dayNumber(asOf) > last;
  });
}

export function totalOf(units: readonly OpenUnit[]): bigint {
  return units.reduce((total, { open }) => total + open, 0n);
}

const one = new Fraction(1);
const atMostOne = (rate: Fraction): Fraction => (rate.compare(1) > 0 ? one : rate);

/** Rates that lead on, the last one into loss. */
export function lossRates(rolls: readonly Numeric[]): Fraction[] {
  return rolls.map((_, at) =>
    atMostOne(
      rolls.slice(at).reduce<Fraction>((product, each) => product.mul(fraction(each)), one),
    ),
  );
}

export interface MatrixRow {
  balance: Numeric;
  lossRate?: Numeric;
  reached?: Numeric;
  specific: Numeric;
}

export function provisions(
  rows: readonly MatrixRow[],
  loss: Numeric,
  factor: Numeric = 1,
): Fraction[] {
  return rows.map(({ balance, lossRate, reached, specific }) => {
    const past =
      reached === undefined
        ? fraction(lossRate as Numeric)
        : atMostOne(fraction(loss).div(fraction(reached)));
    return fraction(balance)
      .sub(fraction(specific))
      .mul(atMostOne(past.mul(fraction(factor))));
  });
}

export interface Chain {
  paid: readonly Numeric[];
  bad: readonly Numeric[];
  next: readonly (readonly Numeric[])[];
}

/** x with x = ends + next · x: what becomes of one unit of each class. */
export function outcomes(next: Chain["next"], ends: readonly Numeric[]): Fraction[] {
  // One class after the other is put into the equations of those that are left.
  const size = ends.length;
  const rows = next.map((row) => row.map(fraction));
  const free = ends.map(fraction);
  for (let out = size - 1; out >= 0; out -= 1) {
    const stays = one.sub(rows[out]?.[out] as Fraction);
    rows[out] = (rows[out] as Fraction[]).map((share) => share.div(stays));
    free[out] = (free[out] as Fraction).div(stays);
    for (let at = 0; at < out; at += 1) {
      const share = rows[at]?.[out] as Fraction;
      rows[at] = (rows[at] as Fraction[]).map((each, column) =>
        column < out ? each.add(share.mul(rows[out]?.[column] as Fraction)) : each,
      );
      free[at] = (free[at] as Fraction).add(share.mul(free[out] as Fraction));
    }
  }
  const found: Fraction[] = [];
  for (let at = 0; at < size; at += 1) {
    const own = sum(found.map((x, before) => (rows[at]?.[before] as Fraction).mul(x)));
    found.push((free[at] as Fraction).add(own));
  }
  return found;
}
