/**
 * @module collections/habits
 *
 * How many days late each customer pays: measured on its own payments of a window, weighted by
 * amount, early payment counting against late.
 */
import type { DaysBeyondTerms } from "../aging/days-beyond-terms.ts";
import {
  amountOf,
  rowsWithOrigin,
  weightedAverage,
  weightedRows,
  windowInputs,
} from "../aging/late-figures.ts";
import { entered } from "../ground/exact.ts";
import { Fault } from "../ground/fault.ts";
import { throwAbsent } from "../ground/figure.ts";
import type { Fraction } from "../ground/fraction.ts";
import type { DaySpan } from "../ground/months.ts";
import type { Amounts } from "../ledger/columns.ts";
import { amountAt } from "../ledger/columns.ts";
import { sumsOf } from "../ledger/exact-sums.ts";
import type { Groups } from "../ledger/groups.kernel.ts";
import { groupByKey } from "../ledger/groups.kernel.ts";
import type { LedgerData } from "../ledger/ledger.ts";
import { snapshotCaveats } from "../ledger/ledger.ts";
import { valuesAt } from "../ledger/lists.kernel.ts";
import { paidByDays, paymentsOf } from "../ledger/payment-list.ts";
import type { PaidAfter } from "../ledger/payment-list.ts";
import { daysLate } from "../ledger/payment-list.kernel.ts";
import type { ScopeTerms } from "../ledger/scope.ts";
import { scopeInputs } from "../ledger/scope.ts";
import { addWeighted } from "./habits.kernel.ts";

/** How late somebody pays. */
export interface Habit {
  readonly figure: DaysBeyondTerms;
  /** The same, exact, remembering the figure. */
  readonly days: Fraction;
  /** Whether measured on the customer's own payments, or on all of the ledger's. */
  readonly measuredOn: "own" | "ledger";
}

const ID = "aging/days-beyond-terms-paid-signed";

/** The habits of all customers, from one pass over the payments of a window. */
export class Habits {
  readonly #fn: string;
  readonly #data: LedgerData;
  readonly #window: DaySpan;
  readonly #scope: ScopeTerms;
  readonly #amount: Float64Array;
  readonly #daysLate: Int32Array;
  readonly #party: Int32Array;
  #places: Groups | undefined;
  #ledger: Habit | undefined;

  constructor(
    fn: string,
    data: LedgerData,
    window: DaySpan,
    scope: ScopeTerms,
    test: ((item: number) => boolean) | undefined,
  ) {
    this.#fn = fn;
    this.#data = data;
    this.#window = window;
    this.#scope = scope;
    const payments = paymentsOf(data, window, test);
    this.#amount = payments.amount;
    this.#daysLate = daysLate(payments);
    this.#party = valuesAt(data.journal.party.codes, payments.item);
  }

  /** A customer's own habit; where it paid nothing in the window, that of the whole ledger. */
  of(code: number): Habit {
    const { categories } = this.#data.journal.party;
    const { start, order } = (this.#places ??= groupByKey(this.#party, categories.length));
    const own = order.subarray(start[code], start[code + 1]);
    if (own.length === 0) return this.#ofLedger();
    const amount = sumsOf(this.#amount)(own.length);
    own.forEach((place, at) => (amount[at] = this.#amount[place] as number));
    const paid = paidByDays(amount, valuesAt(this.#daysLate, own));
    return this.#habit(paid, { ...this.#scope, party: categories[code] }, "own");
  }

  /** By party code, of some customers: their days late, part of a day counting as the whole. */
  wholeDays(codes: readonly number[]): Int32Array {
    const { paid, weighted } = this.#weights();
    const whole = new Int32Array(paid.length);
    for (const code of codes) {
      const own = amountAt(paid, code);
      whole[code] =
        own === 0n ? wholeDaysOf(this.#ofLedger().days) : roundedUp(amountAt(weighted, code), own);
    }
    return whole;
  }

  /** What each party paid, and that times its days late. */
  #weights(): { readonly paid: Amounts; readonly weighted: Amounts } {
    const parties = this.#data.journal.party.categories.length;
    if (this.#amount instanceof Float64Array) {
      const [paid, weighted] = [new Float64Array(parties), new Float64Array(parties)];
      const size = addWeighted(this.#amount, this.#daysLate, this.#party, paid, weighted);
      if (size <= Number.MAX_SAFE_INTEGER) return { paid, weighted };
    }
    const [paid, weighted] = [0, 1].map(() => new Array<bigint>(parties).fill(0n)) as [
      bigint[],
      bigint[],
    ];
    this.#party.forEach((own, at) => {
      const each = amountAt(this.#amount, at);
      paid[own] = (paid[own] as bigint) + each;
      weighted[own] = (weighted[own] as bigint) + each * BigInt(this.#daysLate[at] as number);
    });
    return { paid, weighted };
  }

  #ofLedger(): Habit {
    if (this.#ledger) return this.#ledger;
    const paid = paidByDays(this.#amount, this.#daysLate);
    return (this.#ledger = this.#habit(paid, this.#scope, "ledger"));
  }

  #habit(paid: readonly PaidAfter[], scope: ScopeTerms, measuredOn: Habit["measuredOn"]): Habit {
    const { from, to } = this.#window;
    const rows = weightedRows(this.#data, paid);
    const asked = { ...windowInputs(from, to), ...scopeInputs(scope), counted: "days-late" };
    const inputs = () => ({
      ...asked,
      payments: rowsWithOrigin(this.#data, rows, "ledger/payments", asked),
    });
    const reason = "nothing was paid in the window that days late are measured on";
    const caveats = snapshotCaveats(this.#data, to);
    const figure = weightedAverage(ID, rows, amountOf(rows), inputs, reason, caveats);
    if (Object.hasOwn(figure, "reason")) throwAbsent(this.#fn, figure as never);
    const days = entered(figure as DaysBeyondTerms);
    if (days instanceof Fault) throw new RangeError(days.rule);
    return { figure: figure as DaysBeyondTerms, days, measuredOn };
  }
}

/** Part of a day counts as the whole of it; due dates are whole, so one rounding serves all. */
export function wholeDaysOf({ numerator, denominator }: Fraction): number {
  return roundedUp(numerator, denominator);
}

function roundedUp(numerator: bigint, denominator: bigint): number {
  const quotient = numerator / denominator;
  return Number(quotient * denominator < numerator ? quotient + 1n : quotient);
}
