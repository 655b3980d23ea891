/**
 * @module ledger/past-due
 *
 * Open debit items that are past due for longer than two rules allow: one pass for both, by the
 * kernel of the aging table.
 */
import type { Rows } from "../ground/rows.ts";
import type { AgedItem } from "./aged-items.ts";
import { itemRows } from "./aged-items.ts";
import type { Bucket } from "./buckets.ts";
import { bucketEnds, bucketsOf, oldestDays } from "./buckets.ts";
import type { Amounts } from "./columns.ts";
import { amountAt } from "./columns.ts";
import type { LedgerData } from "./ledger.ts";
import { isCredit, openOfUnit } from "./open.ts";
import { oneGroup, openPlanes } from "./planes.ts";

/** More than so many days, or calendar months, past due. */
export interface PastDueRule {
  readonly unit: "days" | "months";
  readonly end: number;
}

/** An amount in minor units, and of how many units. */
export interface CountedAmount {
  readonly amount: bigint;
  readonly count: number;
}

/** What two rules find. */
export interface PastDue {
  /** All open debit units. */
  readonly all: CountedAmount;
  /** Those past the first rule, and those past the second. */
  readonly bad: readonly [CountedAmount, CountedAmount];
  /** The open debit units of which the test says yes, told which rules find them. */
  readonly units: (test: (found: readonly [boolean, boolean]) => boolean) => number[];
}

/** Everything open by two rules. */
export function pastDue(
  data: LedgerData,
  asOf: number,
  rules: readonly [PastDueRule, PastDueRule],
  test: ((item: number) => boolean) | undefined,
): PastDue {
  const { units } = data;
  const limits = rules.map((rule) => oldestDays(classesOf(rule), asOf)[ALLOWED] as number);
  const [first, second] = limits as [number, number];
  const { firstDue, lastDue } = units.range;
  const bucket = new Uint8Array(lastDue - firstDue + 1);
  // Bit by bit: 1 where the first rule finds the due date, 2 where the second does.
  for (let at = 0; at < bucket.length; at += 1) {
    bucket[at] = (firstDue + at < first ? 1 : 0) + (firstDue + at < second ? 2 : 0);
  }
  const group = oneGroup(data, test);
  const planes = openPlanes(data, {
    ...{ asOf, ageFrom: units.dueDate, table: { firstDay: firstDue, bucket }, stride: 4 },
    ...{ groups: 1, group, lastOverdueDay: asOf - 1 },
  });
  const sumOf = (cells: readonly number[]) => cellSum(planes.charges, planes.count, cells);
  return {
    all: sumOf([0, 1, 2, 3]),
    bad: [sumOf([1, 3]), sumOf([2, 3])],
    units: (wanted) => {
      const found: number[] = [];
      for (let unit = 0; unit < units.count; unit += 1) {
        const bits = bucket[(units.dueDate[unit] as number) - firstDue] as number;
        if (bits === 0 || (group[unit] as number) < 0 || isCredit(units.kind, unit)) continue;
        if (!wanted([(bits & 1) > 0, (bits & 2) > 0])) continue;
        if (openOfUnit(units, unit, asOf) !== 0n) found.push(unit);
      }
      return found;
    },
  };
}

/** The class of what is past a rule. */
export function pastDueBucket(rule: PastDueRule): Omit<Bucket, "label"> {
  return bucketEnds(classesOf(rule)[ALLOWED + 1] as Bucket);
}

/** Rows of units, in the classes of a rule. */
export function pastDueItems(
  data: LedgerData,
  asOf: number,
  rule: PastDueRule,
  units: readonly number[],
): Rows<AgedItem> {
  const terms = { asOf, ...ruleTerms(rule) };
  return itemRows(data, terms, classesOf(rule), () => units);
}

/** Of not due, allowed and past the rule: the second. */
const ALLOWED = 1;

function classesOf(rule: PastDueRule): Bucket[] {
  return bucketsOf(ruleTerms(rule));
}

function ruleTerms({ unit, end }: PastDueRule) {
  return {
    basis: "due-date",
    edges: { unit, ends: [end] },
    dueDayIsOverdue: false,
  } as const;
}

function cellSum(charges: Amounts, count: Float64Array, cells: readonly number[]): CountedAmount {
  let [amount, units] = [0n, 0];
  for (const cell of cells) {
    amount += amountAt(charges, cell);
    units += count[cell] as number;
  }
  return { amount, count: units };
}
