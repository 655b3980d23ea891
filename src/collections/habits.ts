/**
 * @module collections/habits
 *
 * How many days late each customer pays: measured on its own payments of a window, weighted by
 * amount, early payment counting against late.
 */
import type { DaysBeyondTerms } from "../aging/days-beyond-terms.ts";
import {
  addDays,
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
import type { LedgerData } from "../ledger/ledger.ts";
import { snapshotCaveats } from "../ledger/ledger.ts";
import { eachPayment } from "../ledger/payments.ts";
import type { ScopeTerms } from "../ledger/scope.ts";
import { scopeInputs } from "../ledger/scope.ts";

/** How late somebody pays. */
export interface Habit {
  readonly figure: DaysBeyondTerms;
  /** The same, exact, remembering the figure. */
  readonly days: Fraction;
  /** Whether measured on the customer's own payments, or on all of the ledger's. */
  readonly measuredOn: "own" | "ledger";
}

/** Minor units by days late. */
type Paid = Map<number, bigint>;

const ID = "aging/days-beyond-terms-paid-signed";

/** The habits of all customers, from one pass over the payments of a window. */
export class Habits {
  readonly #fn: string;
  readonly #data: LedgerData;
  readonly #window: DaySpan;
  readonly #scope: ScopeTerms;
  readonly #byParty = new Map<number, Paid>();
  readonly #all: Paid = new Map();
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
    const { codes } = data.journal.party;
    let party = -1;
    // Each item is tested just before its payments are visited: the test sees whose they are.
    const own = (item: number) => {
      party = codes[item] as number;
      return !test || test(item);
    };
    eachPayment(data.journal, window.from, window.to, own, (piece) => {
      const paid = this.#byParty.get(party) ?? new Map<number, bigint>();
      this.#byParty.set(party, paid);
      addDays(paid, piece.date - piece.dueDate, piece.amount);
      addDays(this.#all, piece.date - piece.dueDate, piece.amount);
    });
  }

  /** A customer's own habit; where it paid nothing in the window, that of the whole ledger. */
  of(code: number): Habit {
    const paid = this.#byParty.get(code);
    if (!paid) return (this.#ledger ??= this.#habit(this.#all, this.#scope, "ledger"));
    const party = this.#data.journal.party.categories[code] as string;
    return this.#habit(paid, { ...this.#scope, party }, "own");
  }

  #habit(paid: Paid, scope: ScopeTerms, measuredOn: Habit["measuredOn"]): Habit {
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
