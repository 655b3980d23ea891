/**
 * @module ledger/behaviour-cells
 *
 * All that a window tells of every party: one pass for what moved, one for what is open, one for
 * dates of trading, one for discounts; on doubles, and where their sums cannot be proved exact on
 * bigints, by the same loops. Each is made when one of its sums is first read.
 */
import type { DaySpan } from "../ground/months.ts";
import { once } from "../ground/once.ts";
import { isWide } from "./columns.ts";
import { settledWithDiscount } from "./discounted.kernel.ts";
import { asBigints, bigints, doubles } from "./exact-sums.ts";
import type { Groups } from "./groups.kernel.ts";
import { groupByKey } from "./groups.kernel.ts";
import type { LedgerData } from "./ledger.ts";
import { valuesAt } from "./lists.kernel.ts";
import { disputedUnits } from "./open.ts";
import type { OpenByParty, OpenCounts } from "./open-by-party.kernel.ts";
import { countByParty, openByParty } from "./open-by-party.kernel.ts";
import { openUnits } from "./open-units.ts";
import { isNarrow, isNarrowMovements } from "./planes.ts";
import { paymentsOf } from "./payment-list.ts";
import { daysLate } from "./payment-list.kernel.ts";
import type { DaysLateRow, LateList } from "./payment-stats.ts";
import { daysLateRows, PaymentStats } from "./payment-stats.ts";
import { lastReceipts, saleDates } from "./trading-dates.kernel.ts";
import type { Halves, WindowCells } from "./window-cells.ts";
import { windowCells } from "./window-cells.ts";

/** Payments one by one, and where those of each party stand. */
interface ListedPayments extends LateList {
  readonly places: Groups;
}

/** What the passes find, by party. */
export class BehaviourCells {
  readonly #data: LedgerData;
  readonly #halves: Halves;
  /** What moved in the window. */
  readonly window: WindowCells;
  /** Days of the first and last sale. */
  readonly saleDates = once(() => saleDates(this.#data.journal, this.#halves.to));
  /** The day of the last receipt. */
  readonly lastReceipt = once(() => lastReceipts(this.#data.journal, this.#halves.to));
  /** What is open and overdue on the last day. */
  readonly open = once(() => openOnDay(this.#data, this.#halves.to));
  /** Of how many units: derivations name them. */
  readonly openCounts = once(() => countsOnDay(this.#data, this.#halves.to));
  /** The disputed part of it, of the parties that dispute anything. */
  readonly disputed = once(() => disputedByParty(this.#data, this.#halves.to));
  /** Settled in the window on documents that took a discount in it. */
  readonly withDiscount = once(() => discounted(this.#data, this.#halves));
  readonly #listed = once(() => listedPayments(this.#data, this.#halves));

  constructor(data: LedgerData, halves: Halves) {
    this.#data = data;
    this.#halves = halves;
    this.window = windowCells(data, halves);
  }

  /** The punctuality of a party; undefined where it paid nothing. */
  punctuality(party: number): PaymentStats | undefined {
    const stats = new PaymentStats(this.window.punctuality(), party);
    return stats.count === 0 ? undefined : stats;
  }

  /** One row a number of days late: derivations name payments one by one. */
  lateRows(party: number, span: DaySpan): DaysLateRow[] {
    const listed = this.#listed();
    const { start, order } = listed.places;
    return daysLateRows(listed, order.subarray(start[party], start[party + 1]), span);
  }
}

function listedPayments(data: LedgerData, window: DaySpan): ListedPayments {
  const list = paymentsOf(data, window, undefined);
  const { codes, categories } = data.journal.party;
  const party = valuesAt(codes, list.item);
  const places = groupByKey(party, categories.length);
  return { date: list.date, daysLate: daysLate(list), amount: list.amount, places };
}

/** On doubles, and where their sums cannot be proved exact on bigints, by the same loops. */
function openOnDay({ units, journal }: LedgerData, asOf: number): OpenByParty {
  const parties = journal.party.categories.length;
  const { movements } = units;
  if (isNarrow(units) && isNarrowMovements(movements)) {
    const open = openByParty(units, movements, parties, asOf, doubles);
    if (open.size <= Number.MAX_SAFE_INTEGER) return open;
  }
  const wide = { ...units, amount: asBigints(units.amount) };
  const moved = movements && { ...movements, amount: asBigints(movements.amount) };
  return openByParty(wide, moved, parties, asOf, bigints);
}

function countsOnDay(data: LedgerData, asOf: number): OpenCounts {
  const { units, journal } = data;
  const list = openUnits(data, asOf, undefined);
  return countByParty(list, units, journal.party.categories.length, asOf);
}

/** Minor units in dispute at the end of a day, of the parties that dispute anything. */
export function disputedByParty({ journal, units }: LedgerData, asOf: number): Map<number, bigint> {
  const disputed = new Map<number, bigint>();
  for (const [unit, share] of disputedUnits(journal, units, asOf)) {
    const party = units.party[unit] as number;
    disputed.set(party, (disputed.get(party) ?? 0n) + share);
  }
  return disputed;
}

function discounted({ journal }: LedgerData, { from, to }: DaySpan): Float64Array {
  const { amount } = journal.applications;
  if (!isWide(amount)) {
    const settled = settledWithDiscount(journal, amount, from, to, doubles);
    if (settled.size <= Number.MAX_SAFE_INTEGER) return settled.sums;
  }
  return settledWithDiscount(journal, asBigints(amount), from, to, bigints).sums;
}
