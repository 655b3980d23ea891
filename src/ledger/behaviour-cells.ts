/**
 * @module ledger/behaviour-cells
 *
 * All that a window tells of every party: one pass for what was bought, one for what was paid, one
 * for the highest balances, one for what is open; on doubles, and where their sums cannot be proved
 * exact on bigints, by the same loops. Who asks for one measure pays for its pass alone.
 */
import type { DaySpan } from "../ground/months.ts";
import type { FlowCells } from "./behaviour.kernel.ts";
import { addFlows, emptyFlows } from "./behaviour.kernel.ts";
import { amountAt, isWide } from "./columns.ts";
import type { Sums } from "./exact-sums.ts";
import { asBigints, bigints, doubles } from "./exact-sums.ts";
import type { Groups } from "./groups.kernel.ts";
import { groupByKey } from "./groups.kernel.ts";
import type { Highest } from "./highest-balance.kernel.ts";
import { highestBalances } from "./highest-balance.kernel.ts";
import type { LedgerData } from "./ledger.ts";
import { valuesAt } from "./lists.kernel.ts";
import { disputedUnits, openOfUnit } from "./open.ts";
import { oldestDue, oldestDueOf } from "./oldest-due.kernel.ts";
import { paymentsOf } from "./payment-list.ts";
import { daysLate } from "./payment-list.kernel.ts";
import type { DaysLateRow, LateList } from "./payment-stats.ts";
import { daysLateRows, PaymentStats } from "./payment-stats.ts";
import type { LateRuns } from "./late-runs.kernel.ts";
import { lateRuns } from "./late-runs.kernel.ts";
import type { PaymentTotals } from "./payment-totals.kernel.ts";
import { COUNT, COUNTS, paymentTotals } from "./payment-totals.kernel.ts";
import { standingPieces } from "./payments.ts";
import type { OpenPlanes } from "./planes.ts";
import { isNarrow, isNarrowMovements, openPlanes } from "./planes.ts";

/** The days of a window, and of its halves. */
export interface Halves {
  readonly from: number;
  readonly earlier: number;
  readonly later: number;
  readonly to: number;
}

/** Payments one by one, and where those of each party stand. */
interface ListedPayments extends LateList {
  readonly places: Groups;
}

/** What the passes find, by party; each is made when one of its sums is first read. */
export class BehaviourCells {
  readonly #data: LedgerData;
  readonly #halves: Halves;
  readonly #parties: number;
  #flows: FlowCells | undefined;
  #highest: Highest | undefined;
  #payments: PaymentTotals | undefined;
  #lateRuns: LateRuns | undefined;
  #listed: ListedPayments | undefined;
  #open: OpenPlanes | undefined;
  #disputed: readonly bigint[] | undefined;
  #oldestDue: Int32Array | undefined;

  constructor(data: LedgerData, halves: Halves) {
    this.#data = data;
    this.#halves = halves;
    this.#parties = data.journal.party.categories.length;
  }

  /** Sales, allowances, and the days of the first and last sale and of the last receipt. */
  get flows(): FlowCells {
    return (this.#flows ??= this.#addedFlows());
  }

  /** The highest balance at the end of a day. */
  get highest(): Highest {
    return (this.#highest ??= this.#exact((amounts, applied, sums) =>
      highestBalances(this.#data.journal, amounts, applied, this.#halves, sums),
    ));
  }

  /** What was paid, and how late. */
  get payments(): PaymentTotals {
    return (this.#payments ??= this.#exact((_, applied, sums) => {
      const { journal } = this.#data;
      const { to } = this.#halves;
      return paymentTotals(journal, applied, this.#halves, sums, (item, row, end) =>
        standingPieces(journal, item, row, end, to),
      );
    }));
  }

  /** The punctuality of a party; undefined where it paid nothing. */
  punctuality(party: number): PaymentStats | undefined {
    const { payments } = this;
    if (payments.counts[party * COUNTS + COUNT.payments] === 0) return undefined;
    return new PaymentStats(payments, () => (this.#lateRuns ??= lateRuns(payments)), party);
  }

  /** One row a number of days late: derivations name payments one by one. */
  lateRows(party: number, span: DaySpan): DaysLateRow[] {
    const listed = (this.#listed ??= this.#listedPayments());
    const { start, order } = listed.places;
    return daysLateRows(listed, order.subarray(start[party], start[party + 1]), span);
  }

  /** What is open and overdue on the last day. */
  get open(): OpenPlanes {
    return (this.#open ??= this.#openByParty());
  }

  /** The disputed part of it. */
  get disputed(): readonly bigint[] {
    return (this.#disputed ??= disputedByParty(this.#data, this.#halves.to));
  }

  /** The due date of the oldest overdue debit unit; the last day where none is. */
  get oldestDue(): Int32Array {
    return (this.#oldestDue ??= this.#oldestOverdue());
  }

  #addedFlows(): FlowCells {
    const { journal } = this.#data;
    const window = { ...this.#halves, party: journal.party.codes };
    return this.#exact((amounts, applied, sums) => {
      const flows = emptyFlows(this.#parties, sums);
      const size = addFlows(journal, amounts, applied, window, flows, sums(1)[0] as number);
      return { ...flows, size };
    });
  }

  #listedPayments(): ListedPayments {
    const list = paymentsOf(this.#data, this.#halves, undefined);
    const party = valuesAt(this.#data.journal.party.codes, list.item);
    return {
      ...{ date: list.date, daysLate: daysLate(list), amount: list.amount },
      places: groupByKey(party, this.#parties),
    };
  }

  #openByParty(): OpenPlanes {
    const { units } = this.#data;
    const { firstDue, lastDue } = units.range;
    const asOf = this.#halves.to;
    return openPlanes(this.#data, {
      asOf,
      ageFrom: units.dueDate,
      table: { firstDay: firstDue, bucket: new Uint8Array(lastDue - firstDue + 1) },
      stride: 1,
      groups: this.#parties,
      group: units.party,
      lastOverdueDay: asOf - 1,
    });
  }

  #oldestOverdue(): Int32Array {
    const { units } = this.#data;
    const asOf = this.#halves.to;
    const parties = this.#parties;
    if (isNarrow(units) && isNarrowMovements(units.movements)) {
      const found = oldestDue(units, units.movements, parties, asOf);
      if (found) return found;
    }
    return oldestDueOf(units, parties, asOf, (unit) => openOfUnit(units, unit, asOf) > 0n);
  }

  /** Runs a pass on doubles, and where their sums cannot be proved exact on bigints. */
  #exact<Found extends { readonly size: number }>(
    pass: (amounts: Float64Array, applied: Float64Array, sums: Sums) => Found,
  ): Found {
    const { amount, applications } = this.#data.journal;
    if (!isWide(amount) && !isWide(applications.amount)) {
      const found = pass(amount, applications.amount, doubles);
      if (found.size <= Number.MAX_SAFE_INTEGER) return found;
    }
    return pass(asBigints(amount), asBigints(applications.amount), bigints);
  }
}

function disputedByParty({ journal, units }: LedgerData, asOf: number): bigint[] {
  const disputed = new Array<bigint>(journal.party.categories.length).fill(0n);
  for (const [unit, share] of disputedUnits(journal, units, asOf)) {
    const party = units.party[unit] as number;
    disputed[party] = (disputed[party] as bigint) + share;
  }
  return disputed;
}

/** A sum by party as a bigint, on either path. */
export function sumAt(sums: Float64Array, cell: number): bigint {
  return amountAt(sums, cell);
}
