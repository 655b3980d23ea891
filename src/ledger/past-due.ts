/**
 * @module ledger/past-due
 *
 * Open debit items that are past due for longer than two rules allow: one pass for both.
 */
import type { Rows } from "../ground/rows.ts";
import type { AgedItem } from "./aged-items.ts";
import { itemRows } from "./aged-items.ts";
import type { Bucket } from "./buckets.ts";
import { bucketEnds, bucketsOf, oldestDays } from "./buckets.ts";
import type { LedgerData } from "./ledger.ts";
import { openOfDays, openUnits } from "./open-units.ts";
import { debitsDue } from "./open-units.kernel.ts";

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
  /** Open debit units past the first rule. */
  readonly units: Int32Array;
  /** Those that only one of the rules finds. */
  readonly unitsApart: () => Int32Array;
}

/** Everything open by two rules. */
export function pastDue(
  data: LedgerData,
  asOf: number,
  rules: readonly [PastDueRule, PastDueRule],
  test: ((item: number) => boolean) | undefined,
): PastDue {
  const limits = rules.map((rule) => oldestDays(classesOf(rule), asOf)[ALLOWED] as number);
  const [first, second] = limits as [number, number];
  const list = openUnits(data, asOf, test);
  const days = openOfDays(data, list, "dueDate");
  const sumOf = (wanted: (due: number) => boolean): CountedAmount => {
    let [amount, count] = [0n, 0];
    for (const each of days) {
      if (!wanted(each.day)) continue;
      amount += each.charges;
      count += each.count;
    }
    return { amount, count };
  };
  return {
    all: sumOf(() => true),
    bad: [sumOf((due) => due < first), sumOf((due) => due < second)],
    units: debitsDue(list, data.units, -Infinity, first),
    unitsApart: () => debitsDue(list, data.units, Math.min(first, second), Math.max(first, second)),
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
  units: Int32Array,
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
