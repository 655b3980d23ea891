/**
 * @module collections/recovery
 *
 * What old debts will still bring, and which of them loses most by waiting.
 */
import { refuse } from "../ground/errors.ts";
import type { Figure } from "../ground/figure.ts";
import { figure } from "../ground/figure.ts";
import type { Fraction } from "../ground/fraction.ts";
import { Fraction as Exact, sumOf } from "../ground/fraction.ts";
import type { Terms } from "../ground/input.ts";
import { lazily, read } from "../ground/input.ts";
import { amount, list, object, rate, text, wholeNumber } from "../ground/input-atoms.ts";
import type { Numeric } from "../ground/numeric.ts";
import type { List } from "../ground/rows.ts";
import { exactly } from "./forecast-later.ts";

/** The share of debts that is recovered, from an age on. */
export interface RecoveryBand {
  /** Age in days from which the rate holds; the first is 0. */
  readonly fromDay: number;
  /** Share that is recovered. A fraction. */
  readonly rate: Numeric;
}

/** One debt. */
export interface Debt {
  /** What it is called: a customer, a document. */
  readonly id: string;
  /** What is owed. Money, at least 0. */
  readonly amount: Numeric;
  /** Its age in whole days, as the bands count it. */
  readonly ageDays: number;
}

/** What {@link recoveryExpectation} needs. One currency throughout. */
export interface RecoveryExpectationInput {
  /** The debts. */
  readonly debts: List<Debt>;
  /** Rates by age, ascending; see {@link recoveryRates} for that of the sources. */
  readonly bands: List<RecoveryBand>;
}

/** What debts will still bring. */
export type RecoveryExpectation = Figure<"collections/recovery-expectation">;

/** What {@link collectionPriority} needs. One currency throughout. */
export interface CollectionPriorityInput extends RecoveryExpectationInput {
  /** Days that waiting is compared with: the next round of calls. At least 1. */
  readonly waitDays: number;
}

/** A debt in the order of urgency. */
export interface PriorityRow {
  /** The debt. */
  readonly id: string;
  /** 1 for the first to be asked for. */
  readonly rank: number;
  /** What is lost by waiting: amount × (rate now − rate then). */
  readonly lossOfWaiting: Figure<"collections/loss-of-waiting">;
  /** What it will bring if asked for now. */
  readonly expected: RecoveryExpectation;
}

const shape = () => ({
  debts: list(object({ id: text(), amount: amount(), ageDays: wholeNumber(0, 100_000) })),
  bands: list(object({ fromDay: wholeNumber(0, 100_000), rate: rate() }), {
    atLeast: 1,
    atMost: 1000,
  }),
});

/** The schema of {@link RecoveryExpectationInput}. */
export const recoveryExpectationSchema = lazily(() => object(shape()));

/** The schema of {@link CollectionPriorityInput}. */
export const collectionPrioritySchema = lazily(() =>
  object({ ...shape(), waitDays: wholeNumber(1, 100_000) }),
);

type RecoveryTerms = Terms<ReturnType<typeof recoveryExpectationSchema>>;
type ReadDebt = RecoveryTerms["debts"][number];
type Bands = RecoveryTerms["bands"];

/**
 * Expected recovery (预计可收回金额): what debts will still bring, each at the rate of its age.
 *
 * Use it for debts handed over for collection; for the allowance of a whole book by class use a
 * provision matrix, which starts from losses.
 *
 * @formula Σ amount × rate of the last band with fromDay ≤ ageDays
 * @units money in one currency
 *
 * @param input - Debts with their age, and rates by age.
 * @returns The expectation, with one row a debt.
 *
 * @throws {@link CreditError} `invalid_input`: bands that do not begin at 0 and ascend.
 *
 * @source the collection texts: 80 % up to two years, 20 % beyond ({@link recoveryRates})
 *
 * @example
 * ```ts
 * const bands = recoveryRates.collectionTexts;
 * const debts = [
 *   { id: "A", amount: 1000, ageDays: 400 },
 *   { id: "B", amount: 500, ageDays: 900 },
 * ];
 * recoveryExpectation({ debts, bands }).value.toNumber(); // => 900
 * ```
 */
export function recoveryExpectation(input: RecoveryExpectationInput): RecoveryExpectation {
  const fn = "recoveryExpectation";
  const { debts, bands, currency } = read(fn, recoveryExpectationSchema, input);
  checkBands(fn, bands);
  return expectationOf(debts, bands, currency);
}

/**
 * The order in which debts are to be asked for (催收优先级): those that lose most by waiting first.
 *
 * Use it to set the order of calls. A large fresh debt loses nothing by waiting a week; a small one
 * about to pass into a class where little is recovered does. For who gets which letter use
 * {@link dunningSchedule}.
 *
 * @formula loss of waiting = amount × (rate at ageDays − rate at ageDays + waitDays)
 * @units money in one currency
 *
 * @param input - Debts, rates by age, and how long the next round is away.
 * @returns One row a debt, by loss of waiting, then by expected recovery, then as given.
 *
 * @throws {@link CreditError} `invalid_input`: bands that do not begin at 0 and ascend.
 *
 * @source ours, on the rates of {@link recoveryExpectation}
 *
 * @example
 * ```ts
 * const bands = recoveryRates.collectionTexts;
 * const debts = [
 *   { id: "A", amount: 1000, ageDays: 400 },
 *   { id: "B", amount: 500, ageDays: 720 },
 * ];
 * const [first] = collectionPriority({ debts, bands, waitDays: 14 });
 * first?.id; // => "B"
 * first?.lossOfWaiting.value.toNumber(); // => 300
 * ```
 */
export function collectionPriority(input: CollectionPriorityInput): PriorityRow[] {
  const fn = "collectionPriority";
  const { debts, bands, waitDays, currency } = read(fn, collectionPrioritySchema, input);
  checkBands(fn, bands);
  const rows = debts.map((debt) => {
    const { id, amount: owed, ageDays } = debt;
    const rateNow = exactly(rateAt(ageDays, bands));
    const rateThen = exactly(rateAt(ageDays + waitDays, bands));
    const fall = rateNow.minus(rateThen);
    const loss = owed.times(fall);
    const inputs = { amount: owed, rateNow, rateThen, waitDays };
    const lossOfWaiting: PriorityRow["lossOfWaiting"] = figure(
      "collections/loss-of-waiting",
      loss,
      "money",
      inputs,
      { currency },
    );
    return { id, loss, back: owed.times(rateNow), lossOfWaiting, debt };
  });
  rows.sort((a, b) => b.loss.compare(a.loss) || b.back.compare(a.back));
  return rows.map(({ id, lossOfWaiting, debt }, index) => ({
    id,
    rank: index + 1,
    lossOfWaiting,
    expected: expectationOf([debt], bands, currency),
  }));
}

function checkBands(fn: string, bands: Bands): void {
  bands.forEach(({ fromDay }, index) => {
    const path = `bands[${String(index)}].fromDay`;
    if (index === 0 && fromDay !== 0)
      refuse(fn, path, "must be 0: debts begin at that age", fromDay);
    const before = bands[index - 1];
    if (before && fromDay <= before.fromDay) {
      refuse(
        fn,
        path,
        `must be above ${String(before.fromDay)}, where the band before begins`,
        fromDay,
      );
    }
  });
}

function expectationOf(
  debts: readonly ReadDebt[],
  bands: Bands,
  currency: string | undefined,
): RecoveryExpectation {
  const rows = debts.map(({ id, amount: owed, ageDays }) => {
    const share = exactly(rateAt(ageDays, bands));
    return { id, amount: owed, rate: share, expected: owed.times(share) };
  });
  const expected = sumOf(rows.map((row) => row.expected));
  const inputs = { debts: rows };
  return figure("collections/recovery-expectation", expected, "money", inputs, { currency });
}

/** The rate of an age, as a figure that shows the bands. */
function rateAt(ageDays: number, bands: Bands): Figure<"collections/recovery-rate"> {
  let found: Fraction | undefined;
  for (const band of bands) if (band.fromDay <= ageDays) found = band.rate;
  const inputs = () => ({
    ageDays,
    bands: bands.map(({ fromDay, rate: share }) => {
      const reached = Exact.whole(fromDay <= ageDays ? fromDay : 0);
      return { fromDay, rate: share, reached };
    }),
  });
  const share = found as Fraction;
  return figure("collections/recovery-rate", share, "fraction", inputs);
}
