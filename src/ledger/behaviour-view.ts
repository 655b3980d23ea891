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
import { paymentStats } from "./payment-stats.ts";

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

  row(party: number): PaymentBehaviour {
    const { cells, data, halves } = this;
    const row = new BehaviourRow(this, party);
    const stats = paymentStats(cells.payments.totals, party);
    const paid = new Punctuality(this, party, stats);
    const lastSale = cells.flows.lastSale[party] as number;
    const lastReceipt = cells.flows.lastReceipt[party] as number;
    return {
      party: data.journal.party.categories[party] as string,
      monthsOfTrading: row.monthsOfTrading(),
      sales: row.sales(halves.from, halves.to, [0, 1, 2]),
      salesTrend: row.salesTrend(),
      highestBalance: row.given("ledger/highest-balance", cells.highest.highest, row.window),
      highestBalanceOn: formatDay(cells.highest.on[party] as number),
      balance: row.balance(),
      overdue: row.overdue(),
      oldestDaysPastDue: row.oldestDaysPastDue(),
      onTimeShareByCount: paid.onTimeByCount(),
      onTimeShareByAmount: paid.onTimeByAmount(),
      meanDaysLate: paid.mean(),
      medianDaysLate: paid.median(),
      worstDaysLate: paid.worst(),
      daysLateTrend: paid.trend(),
      disputedShare: row.disputedShare(),
      dilution: row.dilution(),
      discountTakeUp: row.discountTakeUp(),
      writtenOff: row.line("writeOffs", this.flow(party, FLOW.writeOffs)),
      lastSaleOn: lastSale === NO_DAY ? null : formatDay(lastSale),
      lastReceiptOn: lastReceipt === NO_DAY ? null : formatDay(lastReceipt),
    };
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

function partiesUntil({ journal }: LedgerData, day: number): number[] {
  const seen = new Uint8Array(journal.party.categories.length);
  for (let item = 0; item < journal.count; item += 1) {
    if ((journal.documentDate[item] as number) <= day) {
      seen[journal.party.codes[item] as number] = 1;
    }
  }
  return Array.from(seen.keys()).filter((party) => seen[party] === 1);
}
