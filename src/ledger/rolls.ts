/**
 * @module ledger/rolls
 *
 * How much of what is open at a month end is still open at the next, by whole months past due. At a
 * month end these are the months between the month of the due date and this one, whatever the day,
 * so that every item is one class further at the next.
 */
import { monthNumber, monthSpan } from "../ground/months.ts";
import { once } from "../ground/once.ts";
import type { Amounts, DateRange } from "./columns.ts";
import { amountAt } from "./columns.ts";
import { groupByKey } from "./groups.kernel.ts";
import type { LedgerData } from "./ledger.ts";
import { isNarrow, isNarrowMovements, itemOfUnit, oneGroup } from "./planes.ts";
import type { MonthTable, RollQuestion, RollSums } from "./rolls.kernel.ts";
import { addRolls, SUMS } from "./rolls.kernel.ts";
import { plainMonths, plainRolls } from "./rolls-plain.ts";

/** What is followed. */
export interface RollTerms {
  /** Consecutive month ends. */
  readonly monthEnds: readonly number[];
  /** How many classes, from due in the month to come on. */
  readonly classes: number;
  /** The documents that count; undefined where all do. */
  readonly test: ((item: number) => boolean) | undefined;
}

/** What is open of one class, and what of that is still open later, in minor units. */
export interface Roll {
  readonly opening: bigint;
  readonly stillOpen: bigint;
}

/** From one month end to the next, class by class. */
export interface MonthRoll {
  readonly from: number;
  readonly to: number;
  readonly classes: readonly Roll[];
}

/** The rolls of every customer, from one pass. */
export interface RollsByParty {
  /** All customers together, month by month. */
  readonly months: readonly MonthRoll[];
  /** The customers that had anything open in a class. */
  readonly parties: readonly number[];
  /** One class of a customer over all months. */
  readonly pooled: (party: number, own: number) => Roll;
  /** One customer's months, from its units alone. */
  readonly monthsOf: (party: number) => readonly MonthRoll[];
}

/** The rolls from each month end to the next. */
export function monthRolls(data: LedgerData, terms: RollTerms): MonthRoll[] {
  const question = questionOf(data, terms, oneGroup(data, terms.test));
  return monthsOf(question, rollSums(data, question, 0).byMonth);
}

/** The same, and those of each customer. */
export function rollsByParty(data: LedgerData, terms: RollTerms): RollsByParty {
  const { units, journal } = data;
  const parties = journal.party.categories.length;
  const question = questionOf(data, terms, partyOfUnits(data, terms.test));
  const { byMonth, byGroup } = rollSums(data, question, parties);
  const unitsOf = once(() => groupByKey(question.group, parties));
  return {
    months: monthsOf(question, byMonth),
    parties: groupsOpen(byGroup, parties, terms.classes),
    pooled: (party, own) => rollAt(byGroup, party * terms.classes + own),
    monthsOf: (party) => {
      const { start, order } = unitsOf();
      const own = order.subarray(start[party], start[party + 1]);
      return monthsOf(question, plainMonths(units, question, own));
    },
  };
}

function questionOf(data: LedgerData, terms: RollTerms, group: Int32Array): RollQuestion {
  const { monthEnds, classes } = terms;
  const months = monthTable(data.units.range, monthEnds[0] as number);
  return { monthEnds: Int32Array.from(monthEnds), months, classes, group };
}

/** The month of every day that a document or due date can have. */
function monthTable(range: DateRange, from: number): MonthTable {
  const firstDay = Math.min(range.firstDue, range.firstDocument);
  const lastDay = Math.max(range.lastDue, range.lastDocument);
  const month = new Int32Array(lastDay - firstDay + 1);
  const zero = monthNumber(from);
  for (let number = monthNumber(firstDay); number <= monthNumber(lastDay); number += 1) {
    const span = monthSpan(number);
    month.fill(number - zero, Math.max(span.from - firstDay, 0), span.to - firstDay + 1);
  }
  return { firstDay, month };
}

/** The customer of each unit, `test` leaving some out. */
function partyOfUnits({ units }: LedgerData, test: RollTerms["test"]): Int32Array {
  if (!test) return units.party;
  return units.party.map((party, unit) => (test(itemOfUnit(units, unit)) ? party : -1));
}

/** All sums of a question: on doubles, or (where these cannot be proved exact) on bigints. */
function rollSums(
  { units }: LedgerData,
  question: RollQuestion,
  groups: number,
): RollSums<Amounts> {
  const { movements } = units;
  const { monthEnds, classes } = question;
  if (isNarrow(units) && isNarrowMovements(movements)) {
    const room = (rows: number) => new Float64Array(rows * classes * SUMS);
    const sums = { byMonth: room(monthEnds.length - 1), byGroup: room(groups) };
    const size = addRolls(units, movements, question, sums);
    if (size <= Number.MAX_SAFE_INTEGER) return sums;
  }
  return plainRolls(units, question, groups);
}

function monthsOf({ monthEnds, classes }: RollQuestion, byMonth: Amounts): MonthRoll[] {
  return Array.from(monthEnds.subarray(1), (to, month) => ({
    from: monthEnds[month] as number,
    to,
    classes: Array.from({ length: classes }, (_, own) => rollAt(byMonth, month * classes + own)),
  }));
}

function rollAt(sums: Amounts, cell: number): Roll {
  const at = cell * SUMS;
  return { opening: amountAt(sums, at), stillOpen: amountAt(sums, at + 1) };
}

/** The groups that had anything open in a class. */
function groupsOpen(byGroup: Amounts, groups: number, classes: number): number[] {
  const open: number[] = [];
  for (let group = 0; group < groups; group += 1) {
    for (let own = 0; own < classes; own += 1) {
      if (Number(byGroup[(group * classes + own) * SUMS]) === 0) continue;
      open.push(group);
      break;
    }
  }
  return open;
}
