/**
 * @module ledger/recompute-allocation
 *
 * What a class of an aging table shows under a credit policy, computed by setting credits against
 * open items one by one, party by party: the slow road that the views are checked against.
 */
import { NO_DAY, parseDay } from "../ground/days.ts";
import { addMonths } from "../ground/months.ts";
import type { Journal } from "./columns.ts";
import type { OpenUnit } from "./item-by-item.ts";
import { eachOpenUnit } from "./item-by-item.ts";

type Inputs = Readonly<Record<string, unknown>>;

/** Whether an item of a date is in the class that a figure's inputs name; all are where none is. */
export function bucketTest(inputs: Inputs, agedTo: number): (date: number) => boolean {
  const { bucket } = inputs;
  if (typeof bucket !== "object" || bucket === null) return () => true;
  const stored = bucket as { from?: unknown; to?: unknown; unit?: unknown };
  const from = typeof stored.from === "string" ? Number(stored.from) : -Infinity;
  const to = typeof stored.to === "string" ? Number(stored.to) : Infinity;
  const byDocument = inputs["basis"] === "document-date";
  // The first class also takes documents dated after the day that ages count to.
  if (from === 0 && byDocument) return withinTest(to, stored.unit, agedTo);
  if (stored.unit !== "months") return (date) => agedTo - date >= from && agedTo - date <= to;
  const within = withinTest(to, "months", agedTo);
  const firstOverdue = inputs["dueDayIsOverdue"] === true ? 0 : 1;
  return (date) =>
    within(date) && (from === 0 ? agedTo - date >= firstOverdue : addMonths(date, from) < agedTo);
}

/** Whether no more than so many days or calendar months have passed since a date. */
function withinTest(to: number, unit: unknown, agedTo: number): (date: number) => boolean {
  if (to === Infinity) return () => true;
  return unit === "months"
    ? (date) => addMonths(date, to) >= agedTo
    : (date) => agedTo - date <= to;
}

/** `ledger/aged-net` or `ledger/unallocated-credits` in minor units. */
export function allocatedValue(
  journal: Journal,
  formula: string,
  inputs: Inputs,
  asOf: number,
  test: ((item: number) => boolean) | undefined,
): bigint {
  const agedTo = typeof inputs["agedTo"] === "string" ? parseDay(inputs["agedTo"]) : NO_DAY;
  const until = agedTo === NO_DAY ? asOf : agedTo;
  const byDue = inputs["basis"] !== "document-date";
  const dateOf = (unit: OpenUnit) => (byDue ? unit.dueDate : unit.documentDate);
  // The youngest date that is not overdue: where the policy `current` puts all credits.
  const notOverdue = until + (byDue && inputs["dueDayIsOverdue"] === true ? 1 : 0);
  const inBucket = bucketTest(inputs, until);
  let shown = 0n;
  let unallocated = 0n;
  for (const units of byParty(journal, asOf, test).values()) {
    const left = allocateItems(units, String(inputs["policy"]), dateOf, notOverdue);
    for (const { date, amount } of left.items) if (inBucket(date)) shown += amount;
    unallocated += left.unallocated;
  }
  return formula === "ledger/aged-net" ? shown : unallocated;
}

function byParty(
  journal: Journal,
  asOf: number,
  test: ((item: number) => boolean) | undefined,
): Map<number, OpenUnit[]> {
  const parties = new Map<number, OpenUnit[]>();
  eachOpenUnit(journal, asOf, test, (unit) => {
    const party = journal.party.codes[unit.item] as number;
    const sofar = parties.get(party);
    if (sofar) sofar.push(unit);
    else parties.set(party, [unit]);
  });
  return parties;
}

interface Left {
  readonly items: { readonly date: number; amount: bigint }[];
  readonly unallocated: bigint;
}

function allocateItems(
  units: readonly OpenUnit[],
  policy: string,
  dateOf: (unit: OpenUnit) => number,
  notOverdue: number,
): Left {
  const debits = units.filter(({ credit }) => !credit);
  const credits = units.filter(({ credit }) => credit);
  const items = debits.map((unit) => ({ date: dateOf(unit), amount: unit.open }));
  let rest = 0n;
  for (const { open } of credits) rest += open;
  if (policy === "separate") return { items, unallocated: rest };
  if (policy === "own-date") {
    const own = credits.map((unit) => ({ date: dateOf(unit), amount: -unit.open }));
    return { items: [...items, ...own], unallocated: 0n };
  }
  if (policy === "current") {
    return { items: [...items, { date: notOverdue, amount: -rest }], unallocated: 0n };
  }
  items.sort((a, b) => (policy === "oldest-first" ? a.date - b.date : b.date - a.date));
  for (const item of items) {
    const taken = item.amount < rest ? item.amount : rest;
    item.amount -= taken;
    rest -= taken;
  }
  return { items, unallocated: rest };
}
