/**
 * @module ledger/recompute-allocation
 *
 * What a class of an aging table shows under a credit policy, computed by setting credits against
 * open items one by one, party by party: the slow road that the views are checked against.
 */
import { NO_DAY, parseDay } from "../ground/days.ts";
import type { Journal } from "./columns.ts";
import type { OpenUnit } from "./item-by-item.ts";
import { eachOpenUnit } from "./item-by-item.ts";

/** A span of ages in days, both ends inclusive. */
export interface DayRange {
  readonly from: number;
  readonly to: number;
}

/** The ages of a stored bucket: texts or null. */
export function bucketRange(bucket: unknown): DayRange {
  if (typeof bucket !== "object" || bucket === null) return { from: -Infinity, to: Infinity };
  const { from, to } = bucket as { from?: unknown; to?: unknown };
  return {
    from: typeof from === "string" ? Number(from) : -Infinity,
    to: typeof to === "string" ? Number(to) : Infinity,
  };
}

type Inputs = Readonly<Record<string, unknown>>;

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
  const ageOf = (unit: OpenUnit) => until - (byDue ? unit.dueDate : unit.documentDate);
  const range = bucketRange(inputs["bucket"]);
  const inBucket = (age: number) =>
    age <= range.to && (age >= range.from || (!byDue && range.from === 0));
  let shown = 0n;
  let unallocated = 0n;
  for (const units of byParty(journal, asOf, test).values()) {
    const left = allocateItems(units, String(inputs["policy"]), ageOf, !byDue);
    for (const { age, amount } of left.items) if (inBucket(age)) shown += amount;
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
  readonly items: { readonly age: number; amount: bigint }[];
  readonly unallocated: bigint;
}

function allocateItems(
  units: readonly OpenUnit[],
  policy: string,
  ageOf: (unit: OpenUnit) => number,
  byDocument: boolean,
): Left {
  const debits = units.filter(({ credit }) => !credit);
  const credits = units.filter(({ credit }) => credit);
  const items = debits.map((unit) => ({ age: ageOf(unit), amount: unit.open }));
  let rest = 0n;
  for (const { open } of credits) rest += open;
  if (policy === "separate") return { items, unallocated: rest };
  if (policy === "own-date") {
    const own = credits.map((unit) => ({ age: ageOf(unit), amount: -unit.open }));
    return { items: [...items, ...own], unallocated: 0n };
  }
  if (policy === "current") {
    // One entry of the youngest age there is: not due, or 0 days old.
    return { items: [...items, { age: byDocument ? 0 : -1, amount: -rest }], unallocated: 0n };
  }
  items.sort((a, b) => (policy === "oldest-first" ? b.age - a.age : a.age - b.age));
  for (const item of items) {
    const taken = item.amount < rest ? item.amount : rest;
    item.amount -= taken;
    rest -= taken;
  }
  return { items, unallocated: rest };
}
