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
import { amountAt, isWide } from "../ledger/columns.ts";
import { sumsOf } from "../ledger/exact-sums.ts";
import type { Groups } from "../ledger/groups.kernel.ts";
import { groupByKey } from "../ledger/groups.kernel.ts";
import type { LedgerData } from "../ledger/ledger.ts";
import { snapshotCaveats } from "../ledger/ledger.ts";
import { valuesAt } from "../ledger/lists.kernel.ts";
import { paidByDays, paymentsOf } from "../ledger/payment-list.ts";
import type { PaidAfter } from "../ledger/payment-list.ts";
import { daysLate } from "../ledger/payment-list.kernel.ts";
import { standingPieces } from "../ledger/payments.ts";
import type { ScopeTerms } from "../ledger/scope.ts";
import { scopeInputs } from "../ledger/scope.ts";
import { eachSlowDocument, slowDocuments } from "../ledger/slow-documents.kernel.ts";
import { addWeighted, WEIGHTS } from "./habits.kernel.ts";

/** How late somebody pays. */
export interface Habit {
  readonly figure: DaysBeyondTerms;
  /** The same, exact, remembering the figure. */
  readonly days: Fraction;
  /** Whether measured on the customer's own payments, or on all of the ledger's. */
  readonly measuredOn: "own" | "ledger";
}

/** Payments in no particular order. */
interface Payments {
  readonly amount: Float64Array;
  readonly daysLate: Int32Array;
  readonly party: Int32Array;
}

const ID = "aging/days-beyond-terms-paid-signed";

/** The habits of all customers, from one pass over the payments of a window. */
export class Habits {
  readonly #fn: string;
  readonly #data: LedgerData;
  readonly #window: DaySpan;
  readonly #scope: ScopeTerms;
  readonly #test: ((item: number) => boolean) | undefined;
  #payments: Payments | undefined;
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
    this.#test = test;
  }

  /** A customer's own habit; where it paid nothing in the window, that of the whole ledger. */
  of(code: number): Habit {
    const { categories } = this.#data.journal.party;
    const payments = this.#listed();
    const { start, order } = (this.#places ??= groupByKey(payments.party, categories.length));
    const own = order.subarray(start[code], start[code + 1]);
    if (own.length === 0) return this.#ofLedger();
    const amount = sumsOf(payments.amount)(own.length);
    own.forEach((place, at) => (amount[at] = payments.amount[place] as number));
    const paid = paidByDays(amount, valuesAt(payments.daysLate, own));
    return this.#habit(paid, { ...this.#scope, party: categories[code] }, "own");
  }

  /** By party code, of some customers: their days late, part of a day counting as the whole. */
  wholeDays(codes: readonly number[]): Int32Array {
    const sum = this.#weights();
    const whole = new Int32Array(sum.length / WEIGHTS);
    for (const code of codes) {
      const paid = sum[code * WEIGHTS] as number | bigint;
      whole[code] =
        paid === 0 || paid === 0n
          ? wholeDaysOf(this.#ofLedger().days)
          : roundedUp(sum[code * WEIGHTS + 1] as number | bigint, paid);
    }
    return whole;
  }

  /** What each party paid, and that times its days late, as `addWeighted` leaves them. */
  #weights(): Amounts {
    const { journal } = this.#data;
    const { amount } = journal.applications;
    const cells = journal.party.categories.length * WEIGHTS;
    if (!isWide(amount)) {
      const sum = new Float64Array(cells);
      const slow = slowDocuments(journal, amount);
      const question = { ...this.#window, test: this.#test, slow };
      let size = addWeighted(journal, amount, question, sum);
      this.#eachSlowPiece(slow, (party, paid, late) => {
        sum[party * WEIGHTS] = (sum[party * WEIGHTS] as number) + paid;
        sum[party * WEIGHTS + 1] = (sum[party * WEIGHTS + 1] as number) + paid * late;
        size += paid * (1 + Math.abs(late));
      });
      if (size <= Number.MAX_SAFE_INTEGER) return sum;
    }
    const sum = new Array<bigint>(cells).fill(0n);
    const { party, amount: paid, daysLate } = this.#listed();
    party.forEach((own, at) => {
      const each = amountAt(paid, at);
      sum[own * WEIGHTS] = (sum[own * WEIGHTS] as bigint) + each;
      const cell = own * WEIGHTS + 1;
      sum[cell] = (sum[cell] as bigint) + each * BigInt(daysLate[at] as number);
    });
    return sum;
  }

  /** The payments of documents with installments or reversals. */
  #eachSlowPiece(
    slow: Uint8Array | undefined,
    visit: (party: number, paid: number, late: number) => void,
  ): void {
    const { journal } = this.#data;
    const { from, to } = this.#window;
    eachSlowDocument(journal, slow, (item, first, end) => {
      if (this.#test && !this.#test(item)) return;
      const party = journal.party.codes[item] as number;
      for (const { date, dueDate, amount } of standingPieces(journal, item, first, end, to)) {
        if (date >= from) visit(party, Number(amount), date - dueDate);
      }
    });
  }

  /** The payments one by one: who reads a habit's derivation pays for the list. */
  #listed(): Payments {
    if (this.#payments) return this.#payments;
    const list = paymentsOf(this.#data, this.#window, this.#test);
    const party = valuesAt(this.#data.journal.party.codes, list.item);
    return (this.#payments = { amount: list.amount, daysLate: daysLate(list), party });
  }

  #ofLedger(): Habit {
    if (this.#ledger) return this.#ledger;
    const { amount, daysLate: late } = this.#listed();
    const paid = paidByDays(amount, late);
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

function roundedUp(numerator: number | bigint, denominator: number | bigint): number {
  if (typeof numerator === "number" && typeof denominator === "number") {
    // Remainders of doubles are exact, and so is the quotient of what they leave.
    const rest = numerator % denominator;
    return (numerator - rest) / denominator + (rest > 0 ? 1 : 0);
  }
  const [part, whole] = [BigInt(numerator), BigInt(denominator)];
  const quotient = part / whole;
  return Number(quotient * whole < part ? quotient + 1n : quotient);
}
