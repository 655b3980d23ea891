/**
 * @module ledger/behaviour-view
 *
 * Rows of the payment behaviour, made of the passes' sums when they are asked for.
 */
import { formatDay, NO_DAY } from "../ground/days.ts";
import { wholeMonths } from "../ground/months.ts";
import { BehaviourCells } from "./behaviour-cells.ts";
import { BehaviourRow } from "./behaviour-row.ts";
import { Punctuality } from "./behaviour-punctuality.ts";
import { amountAt } from "./columns.ts";
import type { LedgerData } from "./ledger.ts";
import { valuesAt } from "./lists.kernel.ts";
import { PARTS } from "./open-by-party.kernel.ts";
import { partiesUntil } from "./parties.kernel.ts";
import type { PaymentBehaviour } from "./payment-behaviour.ts";
import { NEVER_SOLD } from "./trading-dates.kernel.ts";
import type { Halves } from "./window-cells.ts";
import { PERIODS } from "./window-sums.kernel.ts";

/** Sums of every party, and rows made of them. */
export class BehaviourView {
  readonly data: LedgerData;
  readonly halves: Halves;
  readonly cells: BehaviourCells;
  /** Parties with a document on or before the last day. */
  readonly parties: Int32Array;

  constructor(data: LedgerData, halves: Halves) {
    this.data = data;
    this.halves = halves;
    this.cells = new BehaviourCells(data, halves);
    this.parties = partiesUntil(data.journal, data.units.range, halves.to);
  }

  /** A customer's row. */
  row(party: number): PaymentBehaviour {
    return this.fields(party, ALL_FIELDS) as unknown as PaymentBehaviour;
  }

  /** The named fields of it. */
  fields(party: number, names: readonly string[]): Record<string, unknown> {
    const maker = new FieldMaker(this, party);
    const row: Record<string, unknown> = {};
    for (const name of names) {
      const field = Object.hasOwn(FIELDS, name) ? FIELDS[name as Field] : undefined;
      if (field) row[name] = field(maker);
    }
    return row;
  }

  /** A date of every row as day numbers; undefined where no date has this name. */
  days(name: string): Int32Array | undefined {
    const days = this.#daysOfParties(name);
    return days && valuesAt(days, this.parties);
  }

  #daysOfParties(name: string): Int32Array | undefined {
    if (name === "lastSaleOn") return this.cells.saleDates().lastSale;
    if (name === "lastReceiptOn") return this.cells.lastReceipt();
    if (name !== "highestBalanceOn") return undefined;
    return this.cells.window.highest().day.map((day) => day + this.halves.from);
  }

  nameOf(party: number): string {
    return this.data.journal.party.categories[party] as string;
  }

  /** Minor units of the net sales of some periods, and how many documents are behind them. */
  sales(party: number, periods: readonly number[]) {
    const { sales, salesCount } = this.cells.window.sums();
    let [sum, count] = [0n, 0];
    for (const period of periods) {
      sum += amountAt(sales, party * PERIODS + period);
      count += salesCount[party * PERIODS + period] as number;
    }
    return { sum, count };
  }

  /** Minor units of what is owed on the last day. */
  balance(party: number): bigint {
    const { sums, credits } = this.cells.open();
    return amountAt(sums, party * PARTS) - amountAt(credits, party);
  }

  /** Minor units of the highest balance. */
  highestBalance(party: number): bigint {
    return this.balance(party) + amountAt(this.cells.window.highest().above, party);
  }

  /** Whole months from the first sale to the last day; undefined without a sale. */
  monthsOfTrading(party: number): number | undefined {
    const first = this.cells.saleDates().firstSale[party] as number;
    return first === NEVER_SOLD ? undefined : wholeMonths(first, this.halves.to);
  }
}

/** What the fields of one row are made of. */
class FieldMaker {
  readonly view: BehaviourView;
  readonly party: number;
  readonly row: BehaviourRow;
  #paid: Punctuality | undefined;

  constructor(view: BehaviourView, party: number) {
    this.view = view;
    this.party = party;
    this.row = new BehaviourRow(view, party);
  }

  get paid(): Punctuality {
    const { view, party } = this;
    return (this.#paid ??= new Punctuality(view, party, view.cells.punctuality(party)));
  }
}

type Field = keyof PaymentBehaviour;

const FIELDS: { readonly [Name in Field]: (maker: FieldMaker) => PaymentBehaviour[Name] } = {
  party: ({ view, party }) => view.nameOf(party),
  monthsOfTrading: ({ row }) => row.monthsOfTrading(),
  sales: ({ row, view: { halves } }) => row.sales(halves.from, halves.to, [0, 1, 2]),
  salesTrend: ({ row }) => row.salesTrend(),
  highestBalance: ({ row }) => row.highestBalance(),
  highestBalanceOn: ({ view: { cells, halves }, party }) =>
    formatDay(halves.from + (cells.window.highest().day[party] as number)),
  balance: ({ row }) => row.balance(),
  overdue: ({ row }) => row.overdue(),
  oldestDaysPastDue: ({ row }) => row.oldestDaysPastDue(),
  onTimeShareByCount: ({ paid }) => paid.onTimeByCount(),
  onTimeShareByAmount: ({ paid }) => paid.onTimeByAmount(),
  meanDaysLate: ({ paid }) => paid.mean(),
  medianDaysLate: ({ paid }) => paid.median(),
  worstDaysLate: ({ paid }) => paid.worst(),
  daysLateTrend: ({ paid }) => paid.trend(),
  disputedShare: ({ row }) => row.disputedShare(),
  dilution: ({ row }) => row.dilution(),
  discountTakeUp: ({ row }) => row.discountTakeUp(),
  writtenOff: ({ row }) => row.writtenOff(),
  lastSaleOn: ({ view: { cells }, party }) =>
    dateOrNull(cells.saleDates().lastSale[party] as number),
  lastReceiptOn: ({ view: { cells }, party }) => dateOrNull(cells.lastReceipt()[party] as number),
};

const ALL_FIELDS = /* @__PURE__ */ Object.keys(FIELDS);

function dateOrNull(day: number): string | null {
  return day === NO_DAY ? null : formatDay(day);
}
