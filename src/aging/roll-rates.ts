/**
 * @module aging/roll-rates
 *
 * How much of what is so many months past due is still unpaid a month later, item by item. Where
 * only balances by class are known, `aging/roll-rates-from-balances` has to assume what here is
 * seen.
 */
import { formatDay } from "../ground/days.ts";
import { CreditError } from "../ground/errors.ts";
import type { Absent, Figure } from "../ground/figure.ts";
import { lazily, read } from "../ground/input.ts";
import {
  isoDay,
  list,
  object,
  optional,
  wholeNumber,
  withDefault,
  word,
} from "../ground/input-atoms.ts";
import { monthEnd } from "../ground/months.ts";
import type { List, Rows } from "../ground/rows.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { insideOf, requireKnown } from "../ledger/ledger.ts";
import { monthRolls, rollsByParty } from "../ledger/rolls.ts";
import { FIRST_MONTHS } from "../ledger/rolls.kernel.ts";
import type { LedgerScope } from "../ledger/scope.ts";
import { scopeShape, scopeTest } from "../ledger/scope.ts";
import { monthRows, partyRows, pooledRolls } from "./roll-rates-view.ts";

/** What {@link rollRates} asks. */
export interface RollRatesInput extends LedgerScope {
  /** The last days of consecutive months, two at least: `["2026-04-30", "2026-05-31"]`. */
  readonly monthEnds: List<string>;
  /** The months past due that the last rate leads to; 3 unless stated. */
  readonly through?: number;
  /** `party`: the rates of each customer, too. */
  readonly by?: "party";
}

/** A share that rolls on. */
export type RollRate = Figure<"aging/roll-rate">;

/** One class and what of it rolls on. */
export interface ClassRoll {
  /** `due next month`, `0 months`, `1 month`, … past due. */
  readonly bucket: string;
  /** Whole months past due; −1 for what is due in the month to come. */
  readonly months: number;
  /** The share still unpaid a month later; absent where nothing was open. */
  readonly rate: RollRate | Absent;
}

/** What rolls from one month end to the next. */
export interface MonthOfRolls {
  /** A month end. */
  readonly from: string;
  /** The next one. */
  readonly to: string;
  /** Class by class. */
  readonly rolls: readonly MonthRollRow[];
}

/** One class in one month. */
export interface MonthRollRow extends ClassRoll {
  /** Open at the first month end. */
  readonly opening: Figure<"ledger/open-by-months">;
  /** Of the same items, still open at the next. */
  readonly stillOpen: Figure<"ledger/still-open">;
}

/** What of one customer rolls on. */
export interface RollRatesOfParty {
  /** The customer. */
  readonly party: string;
  /** Over all months: Σ still open ÷ Σ open. */
  readonly rolls: readonly ClassRoll[];
}

/** The shares that roll on; see {@link rollRates}. */
export interface RollRates {
  /** Over all months: Σ still open ÷ Σ open. What {@link lossRates} takes. */
  readonly rolls: readonly ClassRoll[];
  /** Month by month. */
  readonly months: Rows<MonthOfRolls>;
  /** With `by`: one row a customer that had anything open in a class. */
  readonly parties?: Rows<RollRatesOfParty>;
}

/** The schema of {@link RollRatesInput}. */
export const rollRatesSchema = lazily(() =>
  object({
    monthEnds: list(isoDay(), { atLeast: 2, atMost: 1200 }),
    through: withDefault(wholeNumber(0, 120), 3),
    by: optional(word("party")),
    ...scopeShape(),
  }),
);

/**
 * Roll rates (滚动率, 迁徙率): the share of each class of months past due that is still unpaid at the
 * next month end, from the items themselves.
 *
 * Use it for loss rates and to see in which month money stops coming. Items are followed one by
 * one, so new overdue items and credit notes of other months move nothing; where only balances are
 * known use {@link rollRatesFromBalances}. An item is whole months past due when so many have
 * passed since its due date; at month ends that is the number of months between, so every item
 * moves on by one.
 *
 * @formula rate of a class = Σ still open at the next month end ÷ Σ open, pooled over all months
 * @units money in the ledger's currency; fractions
 *
 * @param ledger - The ledger.
 * @param input - Consecutive month ends, how many months past due to follow, the scope, and whether
 *   to answer by customer, too.
 * @returns Pooled rates from `due next month` to `through − 1` months, each leading to the next
 *   class, and the same month by month; with `by`, the pooled rates of each customer, with a column
 *   for each class. Open debit items count, before credits. A reversed payment can make a rate
 *   pass 1.
 *
 * @throws {@link CreditError} `invalid_input`: days that are no consecutive month ends.
 * @throws {@link CreditError} `history_too_short`: before the ledger's snapshots.
 *
 * @source usual definition, pooled; by item and whole months is our reading
 *
 * @example
 * ```ts
 * const item = (id: string, amount: number, paidOn?: string) => ({
 *   id,
 *   party: "A",
 *   documentDate: "2026-01-05",
 *   dueDate: "2026-02-05",
 *   amount,
 *   applications: paidOn ? [{ date: paidOn, amount, kind: "payment" as const }] : [],
 * });
 * const ledger = ledgerFromItems([item("1", 300, "2026-02-10"), item("2", 100)], {
 *   currency: "EUR",
 * });
 * const { rolls } = rollRates(ledger, { monthEnds: ["2026-01-31", "2026-02-28"] });
 * const [first] = rolls;
 * first?.bucket; // => "due next month"
 * first?.rate.value?.toString(); // => "0.25"
 * ```
 */
export function rollRates(ledger: Ledger, input: RollRatesInput): RollRates {
  const fn = "rollRates";
  const data = insideOf(fn, ledger);
  const { monthEnds, through, by, ...scope } = read(fn, rollRatesSchema, input);
  checkMonthEnds(fn, monthEnds);
  requireKnown(fn, data, monthEnds[0] as number, "monthEnds[0]");
  const last = monthEnds[monthEnds.length - 1] as number;
  const classes = through - FIRST_MONTHS;
  const view = { data, scope, classes, last };
  const terms = { monthEnds, classes, test: scopeTest(fn, data, scope) };
  const byParty = by && rollsByParty(data, terms);
  const months = byParty ? byParty.months : monthRolls(data, terms);
  return {
    rolls: pooledRolls(view, months),
    months: monthRows(view, months),
    ...(byParty ? { parties: partyRows(view, byParty) } : {}),
  };
}

function checkMonthEnds(fn: string, days: readonly number[]): void {
  const issues = days.flatMap((day, index) => {
    const path = `monthEnds[${String(index)}]`;
    const wanted = index === 0 ? monthEnd(day) : monthEnd((days[index - 1] as number) + 1);
    if (day === wanted) return [];
    const rule = index === 0 ? "must be the last day of a month" : "must be the next month end";
    return [{ path, rule: `${rule}, ${formatDay(wanted)}`, received: formatDay(day) }];
  });
  if (issues.length > 0) throw new CreditError("invalid_input", fn, issues);
}
