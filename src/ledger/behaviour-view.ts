/**
 * @module ledger/behaviour-view
 *
 * Rows of the payment behaviour, made of the passes' sums when they are asked for.
 */
import { formatDay, NO_DAY } from "../ground/days.ts";
import { wholeMonths } from "../ground/months.ts";
import { FLOW, FLOWS, NEVER_SOLD } from "./behaviour.kernel.ts";
import type { Halves } from "./behaviour-cells.ts";
import { BehaviourCells, sumAt } from "./behaviour-cells.ts";
import { BehaviourRow } from "./behaviour-row.ts";
import { Punctuality } from "./behaviour-punctuality.ts";
import type { LedgerData } from "./ledger.ts";
import type { PaymentBehaviour } from "./payment-behaviour.ts";

/** Sums of every party, and rows made of them. */
export class BehaviourView {
  readonly data: LedgerData;
  readonly halves: Halves;
  readonly cells: BehaviourCells;
  /** Parties with a document on or before the last day. */
  readonly parties: readonly number[];

  constructor(data: LedgerData, halves: Halves) {
    this.data = data;
    this.halves = halves;
    this.cells = new BehaviourCells(data, halves);
    this.parties = partiesUntil(data, halves.to);
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
    return days && Int32Array.from(this.parties, (party) => days[party] as number);
  }

  #daysOfParties(name: string): Int32Array | undefined {
    if (name === "lastSaleOn") return this.cells.flows.lastSale;
    if (name === "lastReceiptOn") return this.cells.flows.lastReceipt;
    return name === "highestBalanceOn" ? this.cells.highest.on : undefined;
  }

  nameOf(party: number): string {
    return this.data.journal.party.categories[party] as string;
  }

  /** Minor units of one flow of a party. */
  flow(party: number, flow: number): bigint {
    return sumAt(this.cells.flows.sum, party * FLOWS + flow);
  }

  /** Minor units of the window's net sales. */
  sales(party: number): bigint {
    const { salesBefore, salesEarlier, salesLater } = FLOW;
    return [salesBefore, salesEarlier, salesLater].reduce(
      (total, flow) => total + this.flow(party, flow),
      0n,
    );
  }

  /** Whole months from the first sale to the last day; undefined without a sale. */
  monthsOfTrading(party: number): number | undefined {
    const first = this.cells.flows.firstSale[party] as number;
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
    const stats = this.view.cells.punctuality(this.party);
    return (this.#paid ??= new Punctuality(this.view, this.party, stats));
  }
}

type Field = keyof PaymentBehaviour;

const FIELDS: { readonly [Name in Field]: (maker: FieldMaker) => PaymentBehaviour[Name] } = {
  party: ({ view, party }) => view.nameOf(party),
  monthsOfTrading: ({ row }) => row.monthsOfTrading(),
  sales: ({ row, view: { halves } }) => row.sales(halves.from, halves.to, [0, 1, 2]),
  salesTrend: ({ row }) => row.salesTrend(),
  highestBalance: ({ row, view: { cells } }) =>
    row.given("ledger/highest-balance", cells.highest.highest, row.window),
  highestBalanceOn: ({ view: { cells }, party }) => formatDay(cells.highest.on[party] as number),
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
  writtenOff: ({ row, view, party }) => row.line("writeOffs", view.flow(party, FLOW.writeOffs)),
  lastSaleOn: ({ view: { cells }, party }) => dateOrNull(cells.flows.lastSale[party] as number),
  lastReceiptOn: ({ view: { cells }, party }) =>
    dateOrNull(cells.flows.lastReceipt[party] as number),
};

const ALL_FIELDS = /* @__PURE__ */ Object.keys(FIELDS);

function dateOrNull(day: number): string | null {
  return day === NO_DAY ? null : formatDay(day);
}

function partiesUntil({ journal }: LedgerData, day: number): number[] {
  const seen = new Uint8Array(journal.party.categories.length);
  for (let item = 0; item < journal.count; item += 1) {
    if ((journal.documentDate[item] as number) <= day) {
      seen[journal.party.codes[item] as number] = 1;
    }
  }
  return Array.from(seen.keys()).filter((party) => seen[party] === 1);
}
