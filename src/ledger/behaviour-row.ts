/**
 * @module ledger/behaviour-row
 *
 * The figures of one customer's behaviour that are read off sums: sales, balances, shares.
 */
import { formatDay } from "../ground/days.ts";
import type { Absent, Figure, Unit } from "../ground/figure.ts";
import { absent, figure } from "../ground/figure.ts";
import { Fraction } from "../ground/fraction.ts";
import type { BehaviourView } from "./behaviour-view.ts";
import { amountAt } from "./columns.ts";
import { snapshotCaveats } from "./ledger.ts";
import { minorFraction } from "./minor.ts";
import { OVERDUE, PARTS } from "./open-by-party.kernel.ts";
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

  highestBalance(): Figure<"ledger/highest-balance"> {
    const highest = this.#view.highestBalance(this.#party);
    return this.#money("ledger/highest-balance", highest, this.window);
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
    const { data } = this.#view;
    const { sum, count } = this.#view.sales(this.#party, periods);
    const scope = { party: this.#name };
    const one = { sum: [sum], count: [count] };
    return salesFigure(data, { from, to }, scope, "of-credit-notes", one, 0);
  }

  salesTrend() {
    const id = "ledger/sales-trend";
    const { earlier, later, to } = this.#view.halves;
    if (later > to) return absent(id, "fraction", this.window, "not_defined", ONE_MONTH);
    const before = this.#view.sales(this.#party, [1]).sum;
    const after = this.#view.sales(this.#party, [2]).sum;
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
    const { counts, creditCount } = this.#view.cells.openCounts();
    const debits = counts[this.#party * PARTS] as number;
    const items = debits + (creditCount[this.#party] as number);
    const net = this.#view.balance(this.#party);
    return this.#money("ledger/balance", net, { ...this.#asked, credits: "net", items });
  }

  overdue(): Figure<"ledger/overdue"> {
    const { sums } = this.#view.cells.open();
    const { counts } = this.#view.cells.openCounts();
    const cell = this.#party * PARTS + OVERDUE;
    const items = counts[cell] as number;
    return this.#money("ledger/overdue", amountAt(sums, cell), {
      ...this.#asked,
      dueDayIsOverdue: false,
      items,
    });
  }

  oldestDaysPastDue(): Figure<"ledger/oldest-days-past-due"> {
    const due = this.#view.cells.open().oldestDue[this.#party] as number;
    const days = Fraction.whole(this.#view.halves.to - due);
    return this.#plain("ledger/oldest-days-past-due", days, "days", this.#asked);
  }

  disputedShare() {
    const id = "ledger/disputed-share";
    const { cells } = this.#view;
    const { sums } = cells.open();
    const { counts } = cells.openCounts();
    const open = amountAt(sums, this.#party * PARTS);
    const share = cells.disputed().get(this.#party) ?? 0n;
    const items = counts[this.#party * PARTS] as number;
    const inputs = () => ({
      disputed: this.#money("ledger/disputed", share, this.#asked),
      open: this.#money("ledger/charges", open, { ...this.#asked, items }),
    });
    return this.#ratio(id, share, open, inputs, "nothing is open");
  }

  dilution() {
    const sums = this.#view.cells.window.sums();
    const creditNotes = amountAt(sums.creditNotes, this.#party);
    const discounts = amountAt(sums.discounts, this.#party);
    const sales = amountAt(sums.grossSales, this.#party);
    const inputs = () => ({
      creditNotes: this.line("creditNotes", creditNotes),
      discounts: this.line("discounts", discounts),
      sales: this.line("sales", sales),
    });
    const reason = "nothing was sold in the window";
    return this.#ratio("ledger/dilution", creditNotes + discounts, sales, inputs, reason);
  }

  discountTakeUp() {
    const { cells } = this.#view;
    const settled = amountAt(cells.window.sums().settled, this.#party);
    const taken = amountAt(cells.withDiscount(), this.#party);
    const inputs = () => ({
      withDiscount: this.#money("ledger/settled", taken, { ...this.window, withDiscount: true }),
      settled: this.#money("ledger/settled", settled, this.window),
    });
    const reason = "nothing was settled in the window";
    return this.#ratio("ledger/discount-take-up", taken, settled, inputs, reason);
  }

  writtenOff(): Figure<"ledger/roll-forward-line"> {
    const { writeOffs } = this.#view.cells.window.sums();
    return this.line("writeOffs", amountAt(writeOffs, this.#party));
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
