/**
 * @module aging/roll-rates-from-balances
 *
 * Roll rates where only balances by class are known, month by month: what stands in a class is
 * taken to have stood in the class before a month ago.
 */
import { CreditError } from "../ground/errors.ts";
import type { Absent, Figure } from "../ground/figure.ts";
import { absent, figure } from "../ground/figure.ts";
import type { Fraction } from "../ground/fraction.ts";
import { sumOf } from "../ground/fraction.ts";
import { lazily, read } from "../ground/input.ts";
import { amount, list, object, optional, text } from "../ground/input-atoms.ts";
import type { Numeric } from "../ground/numeric.ts";
import type { List } from "../ground/rows.ts";

/** What {@link rollRatesFromBalances} needs. */
export interface RollRatesFromBalancesInput {
  /** The classes, youngest first, each one month wide. */
  readonly classes: List<ClassBalances>;
  /** What was written off in each month; without it the last class has no rate. */
  readonly writtenOff?: List<Numeric>;
}

/** The balances of one class. */
export interface ClassBalances {
  /** The class. */
  readonly bucket: string;
  /** Its balance at each month end, in order, two at least. Money, at least 0. */
  readonly balances: List<Numeric>;
}

/** A share taken to roll on. */
export type RollRateFromBalances = Figure<"aging/roll-rate-from-balances">;

/** One class and what of it rolls on. */
export interface ClassRollFromBalances {
  /** The class. */
  readonly bucket: string;
  /** The share taken to roll on; absent where the class was empty at every month end. */
  readonly rate: RollRateFromBalances | Absent;
}

/** The shares that roll on; see {@link rollRatesFromBalances}. */
export interface RollRatesFromBalances {
  /** One a class that has a next one. What {@link lossRates} takes. */
  readonly rolls: readonly ClassRollFromBalances[];
}

/** The schema of {@link RollRatesFromBalancesInput}. */
export const rollRatesFromBalancesSchema = lazily(() =>
  object({
    classes: list(
      object({ bucket: text(), balances: list(amount(), { atLeast: 2, atMost: 10_000 }) }),
      { atLeast: 1, atMost: 1000 },
    ),
    writtenOff: optional(list(amount(), { atLeast: 2, atMost: 10_000 })),
  }),
);

/**
 * Roll rates (滚动率) from balances by class at consecutive month ends.
 *
 * Use it where there is no ledger. It assumes that whatever stands in a class came from the class
 * before, one month ago: true of classes one month wide, without credit notes, reversals and items
 * that begin overdue. Every rate carries that as a caveat, and one above 1 is a sign that it does
 * not hold; with a ledger use {@link rollRates}, which follows the items.
 *
 * @formula rate = Σ balance of the next class a month later ÷ Σ balance, pooled over the months
 * @units money in; fractions out
 *
 * @param input - Balances by class and month end; what was written off follows the last class.
 * @returns One rate a class that has a next one.
 *
 * @throws {@link CreditError} `invalid_input`: a negative balance (a credit balance is no debt that
 *   rolls), classes of different numbers of months, a class named twice.
 *
 * @source usual definition: pooled, not the mean of monthly ratios
 *
 * @example
 * ```ts
 * const { rolls } = rollRatesFromBalances({
 *   classes: [
 *     { bucket: "not due", balances: [1000, 1100, 1050] },
 *     { bucket: "1-30", balances: [300, 330, 310] },
 *   ],
 * });
 * rolls[0]?.rate.value?.toFixed(9); // => "0.304761905"
 * ```
 */
export function rollRatesFromBalances(input: RollRatesFromBalancesInput): RollRatesFromBalances {
  const fn = "rollRatesFromBalances";
  const { classes, writtenOff } = read(fn, rollRatesFromBalancesSchema, input);
  const last = writtenOff ? [{ bucket: WRITTEN_OFF, balances: writtenOff }] : [];
  const chain = [...classes, ...last];
  checkClasses(fn, chain);
  const rolls = chain.slice(1).map((next, index) => {
    const own = chain[index] as ClassTerms;
    return { bucket: own.bucket, rate: pooledRate(own, next) };
  });
  return { rolls };
}

const WRITTEN_OFF = "written off";

interface ClassTerms {
  readonly bucket: string;
  readonly balances: readonly Fraction[];
}

function pooledRate(own: ClassTerms, next: ClassTerms): RollRateFromBalances | Absent {
  const id = "aging/roll-rate-from-balances";
  const months = own.balances.slice(0, -1).map((balance, index) => ({
    balance,
    next: next.balances[index + 1] as Fraction,
  }));
  const before = sumOf(months.map(({ balance }) => balance));
  const after = sumOf(months.map((month) => month.next));
  const inputs = { bucket: own.bucket, nextBucket: next.bucket, months };
  if (before.isZero) {
    return absent(id, "fraction", inputs, "not_defined", "the class was empty at every month end");
  }
  return figure<RollRateFromBalances>(id, after.over(before), "fraction", inputs, {
    caveats: [{ code: "next_class_taken_as_rolled" }],
  });
}

function checkClasses(fn: string, chain: readonly ClassTerms[]): void {
  const months = chain[0]?.balances.length ?? 0;
  const seen = new Set<string>();
  const issues = chain.flatMap(({ bucket, balances }, index) => {
    const isLast = bucket === WRITTEN_OFF && index === chain.length - 1;
    const path = isLast ? "writtenOff" : `classes[${String(index)}]`;
    const faults = [];
    if (balances.length !== months) {
      const at = isLast ? path : `${path}.balances`;
      faults.push({
        path: at,
        rule: `must have ${String(months)} entries, as the first class has`,
      });
    }
    if (seen.has(bucket)) faults.push({ path: `${path}.bucket`, rule: "must be given once" });
    seen.add(bucket);
    return faults;
  });
  if (issues.length > 0) throw new CreditError("invalid_input", fn, issues);
}
