/**
 * @module ledger/behaviour-row
 *
 * The figures of one customer's behaviour that are read off sums: sales, balances, shares.
 */
import { formatDay } from "../ground/days.ts";
import type { Absent, Figure, Unit } from "../ground/figure.ts";
import { absent, figure } from "../ground/figure.ts";
import { Fraction } from "../ground/fraction.ts";
import { FLOW, PERIODS } from "./behaviour.kernel.ts";
import { sumAt } from "./behaviour-cells.ts";
import type { BehaviourView } from "./behaviour-view.ts";
import { amountAt } from "./columns.ts";
import { snapshotCaveats } from "./ledger.ts";
import { minorFraction } from "./minor.ts";
import { PAID, PAID_SUMS } from "./payment-totals.kernel.ts";
import { salesFigure } from "./sales.ts";

/** Makes the figures of one row. */
export class BehaviourRow {
  readonly window: object;
  readonly #view: BehaviourView;
  readonly #party: number;
  readonly #name: string;
  readonly #asked: object;

  constructor(view: BehaviourView, party: number) {
    const { data, halves } = view;
    this.#view = view;
    this.#party = party;
    this.#name = data.journal.party.categories[party] as string;
    const window = { from: formatDay(halves.from), to: formatDay(halves.to) };
    this.window = { ...window, party: this.#name };
    this.#asked = { asOf: formatDay(halves.to), party: this.#name };
  }

  /** Money that the ledger gives, by party. */
  given<Id extends string>(id: Id, sums: Float64Array, asked: object): Figure<Id> {
    return this.#money(id, sumAt(sums, this.#party), asked);
  }

  monthsOfTrading() {
    const id = "ledger/months-of-trading";
    const months = this.#view.monthsOfTrading(this.#party);
    const { currency } = this.#view.data;
    const inputs = { ...this.#asked, currency };
    if (months === undefined)
      return absent(id, "months", inputs, "not_defined", "nothing was sold");
    return this.#plain(id, Fraction.whole(months), "months", this.#asked);
  }

  sales(from: number, to: number, periods: readonly number[]): Figure<"ledger/sales"> {
    const { data, cells } = this.#view;
    let sum = 0n;
    let count = 0;
    for (const period of periods) {
      sum += this.#view.flow(this.#party, period);
      count += cells.flows.salesCount[this.#party * PERIODS + period] as number;
    }
    const scope = { party: this.#name };
    const one = { sum: [sum], count: [count] };
    return salesFigure(data, { from, to }, scope, "of-credit-notes", one, 0);
  }

  salesTrend() {
    const id = "ledger/sales-trend";
    const { earlier, later, to } = this.#view.halves;
    if (later > to) return absent(id, "fraction", this.window, "not_defined", ONE_MONTH);
    const before = this.#view.flow(this.#party, FLOW.salesEarlier);
    const after = this.#view.flow(this.#party, FLOW.salesLater);
    const earlierDays = Fraction.whole(later - earlier);
    const laterDays = Fraction.whole(to - later + 1);
    const inputs = () => ({
      earlier: this.sales(earlier, later - 1, [1]),
      earlierDays,
      later: this.sales(later, to, [2]),
      laterDays,
    });
    if (before <= 0n) {
      const reason = "nothing was sold in the earlier half";
      return absent(id, "fraction", inputs, "not_defined", reason);
    }
    const earlierRate = Fraction.of(before).over(earlierDays);
    const laterRate = Fraction.of(after).over(laterDays);
    const trend = laterRate.over(earlierRate).minus(Fraction.whole(1));
    return figure<Figure<typeof id>>(id, trend, "fraction", inputs);
  }

  balance(): Figure<"ledger/balance"> {
    const { open } = this.#view.cells;
    const net = amountAt(open.charges, this.#party) - amountAt(open.credits, this.#party);
    const { count, creditCount } = open.counts();
    const items = (count[this.#party] as number) + (creditCount[this.#party] as number);
    return this.#money("ledger/balance", net, { ...this.#asked, credits: "net", items });
  }

  overdue(): Figure<"ledger/overdue"> {
    const { open } = this.#view.cells;
    const items = open.counts().overdueCount[this.#party] as number;
    return this.#money("ledger/overdue", amountAt(open.overdue, this.#party), {
      ...this.#asked,
      dueDayIsOverdue: false,
      items,
    });
  }

  oldestDaysPastDue(): Figure<"ledger/oldest-days-past-due"> {
    const due = this.#view.cells.oldestDue[this.#party] as number;
    const days = Fraction.whole(this.#view.halves.to - due);
    return this.#plain("ledger/oldest-days-past-due", days, "days", this.#asked);
  }

  disputedShare() {
    const id = "ledger/disputed-share";
    const { cells } = this.#view;
    const open = amountAt(cells.open.charges, this.#party);
    const share = cells.disputed[this.#party] as bigint;
    const items = cells.open.counts().count[this.#party] as number;
    const inputs = () => ({
      disputed: this.#money("ledger/disputed", share, this.#asked),
      open: this.#money("ledger/charges", open, { ...this.#asked, items }),
    });
    return this.#ratio(id, share, open, inputs, "nothing is open");
  }

  dilution() {
    const creditNotes = this.#view.flow(this.#party, FLOW.creditNotes);
    const discounts = this.#view.flow(this.#party, FLOW.discounts);
    const sales = this.#view.flow(this.#party, FLOW.grossSales);
    const inputs = () => ({
      creditNotes: this.line("creditNotes", creditNotes),
      discounts: this.line("discounts", discounts),
      sales: this.line("sales", sales),
    });
    const reason = "nothing was sold in the window";
    return this.#ratio("ledger/dilution", creditNotes + discounts, sales, inputs, reason);
  }

  discountTakeUp() {
    const { payments } = this.#view.cells;
    const settled = sumAt(payments.sums, this.#party * PAID_SUMS + PAID.settled);
    const taken = sumAt(payments.sums, this.#party * PAID_SUMS + PAID.withDiscount);
    const inputs = () => ({
      withDiscount: this.#money("ledger/settled", taken, { ...this.window, withDiscount: true }),
      settled: this.#money("ledger/settled", settled, this.window),
    });
    const reason = "nothing was settled in the window";
    return this.#ratio("ledger/discount-take-up", taken, settled, inputs, reason);
  }

  line(line: string, minor: bigint): Figure<"ledger/roll-forward-line"> {
    return this.#money("ledger/roll-forward-line", minor, { line, ...this.window });
  }

  #ratio<Id extends string>(
    id: Id,
    part: bigint,
    whole: bigint,
    inputs: () => object,
    reason: string,
  ): Figure<Id> | Absent<Id> {
    if (whole <= 0n) return absent(id, "fraction", inputs, "not_defined", reason);
    const caveats = this.#caveats();
    return figure<Figure<Id>>(id, Fraction.of(part, whole), "fraction", inputs, { caveats });
  }

  #money<Id extends string>(id: Id, minor: bigint, asked: object): Figure<Id> {
    const { currency, places } = this.#view.data;
    const inputs = { ...asked, currency };
    const caveats = this.#caveats();
    return figure(id, minorFraction(minor, places), "money", inputs, { currency, caveats });
  }

  #plain<Id extends string>(id: Id, value: Fraction, unit: Unit, asked: object): Figure<Id> {
    const { currency } = this.#view.data;
    return figure(id, value, unit, { ...asked, currency }, { caveats: this.#caveats() });
  }

  #caveats() {
    return snapshotCaveats(this.#view.data, this.#view.halves.to);
  }
}

const ONE_MONTH = "a window of one month has no halves";
