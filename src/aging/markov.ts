/**
 * @module aging/markov
 *
 * What becomes of receivables in the end, paid or lost, when every period moves the same share of
 * each class to every other: an absorbing Markov chain.
 */
import { CreditError } from "../ground/errors.ts";
import type { Issue } from "../ground/errors.ts";
import type { Figure } from "../ground/figure.ts";
import type { Fraction } from "../ground/fraction.ts";
import { ONE, sumOf, ZERO } from "../ground/fraction.ts";
import type { Read, Terms } from "../ground/input.ts";
import { lazily, read } from "../ground/input.ts";
import { amount, list, object, rate, text } from "../ground/input-atoms.ts";
import type { Numeric } from "../ground/numeric.ts";
import type { List } from "../ground/rows.ts";
import { fundamentalMatrix, visitsOf } from "./fundamental-matrix.ts";
import { requireOnce } from "./loss-rates.ts";
import { Outcome } from "./markov-outcome.ts";

/** What {@link receivablesMarkov} needs. */
export interface ReceivablesMarkovInput {
  /** What a period makes of each class. */
  readonly transitions: List<ClassTransition>;
  /** What is open by class; classes not named hold nothing. */
  readonly balances: List<ClassBalance>;
}

/** What becomes of one class in a period; the shares sum to 1. */
export interface ClassTransition {
  /** The class. */
  readonly bucket: string;
  /** The share that is paid. */
  readonly paid: Numeric;
  /** The share that is lost. */
  readonly bad: Numeric;
  /** The shares that are in each class a period later, in the order of `transitions`. */
  readonly next: List<Numeric>;
}

/** What is open in one class. */
export interface ClassBalance {
  /** The class. */
  readonly bucket: string;
  /** What is open in it. Money, at least 0. */
  readonly amount: Numeric;
}

/** What becomes of receivables; see {@link receivablesMarkov}. */
export interface ReceivablesMarkov {
  /** Class by class. */
  readonly classes: readonly ClassOutcome[];
  /** What of the balances will be paid. */
  readonly paid: Figure<"aging/markov-paid">;
  /** What of them will be lost. */
  readonly bad: Figure<"aging/markov-bad">;
}

/** What becomes of one class. */
export interface ClassOutcome {
  /** The class. */
  readonly bucket: string;
  /** The share that is paid in the end. */
  readonly paidShare: Figure<"aging/markov-paid-share">;
  /** The share that is lost in the end. */
  readonly badShare: Figure<"aging/markov-bad-share">;
  /** Periods until it is paid or lost, on average. */
  readonly periods: Figure<"aging/markov-periods">;
}

/** Most classes: the matrix is inverted exactly. */
const MAX_CLASSES = 40;

/** The schema of {@link ReceivablesMarkovInput}. */
export const receivablesMarkovSchema = lazily(() =>
  object({
    transitions: list(
      object({
        bucket: text(),
        paid: rate(),
        bad: rate(),
        next: list(rate(), { atMost: MAX_CLASSES }),
      }),
      { atLeast: 1, atMost: MAX_CLASSES },
    ),
    balances: list(object({ bucket: text(), amount: amount() }), { atMost: MAX_CLASSES }),
  }),
);

/** The input as read. */
export type MarkovTerms = Read<Terms<ReturnType<typeof receivablesMarkovSchema>>>;

/** One class as read. */
export type TransitionTerms = MarkovTerms["transitions"][number];

/**
 * What of receivables will be paid and what lost, by an absorbing Markov chain (马尔可夫链坏账估计).
 *
 * Use it where shares of classes that go back and forth are known: unlike {@link lossRates} it lets
 * money skip classes, stay, and return. It assumes that the shares stay as they are. Shares
 * measured on accounts aged by their oldest item differ from shares measured item by item: give
 * balances of the same kind.
 *
 * @formula N = (I − Q)⁻¹ with Q the shares between classes; share lost = N × bad, share paid = N ×
 *   paid; lost = Σ balance × share lost; periods = row sums of N
 * @units money; fractions; a count of periods
 *
 * @param input - Shares by class, and balances.
 * @returns The outcome by class and in total. Every figure holds the row of N that it rests on (in
 *   a total: the balances' own), which `verify` checks against the shares to 30 digits. Rounded
 *   once each: paid and lost add up to the balances to the last digit but one.
 *
 * @throws {@link CreditError} `invalid_input`: shares that do not sum to 1 exactly, a class named
 *   twice, balances of an unknown class.
 * @throws {@link CreditError} `no_solution`: from some class money is neither paid nor lost, ever.
 *
 * @source R. M. Cyert, H. J. Davidson, G. L. Thompson, Estimation of the Allowance for Doubtful
 *   Accounts by Markov Chains, 1962; the numbers of the example are a textbook's
 *
 * @example
 * ```ts
 * const { bad, classes } = receivablesMarkov({
 *   transitions: [
 *     { bucket: "0-1 months", paid: 0.6, bad: 0, next: [0.2, 0.2] },
 *     { bucket: "1-3 months", paid: 0.4, bad: 0.1, next: [0.3, 0.2] },
 *   ],
 *   balances: [
 *     { bucket: "0-1 months", amount: 2000 },
 *     { bucket: "1-3 months", amount: 5000 },
 *   ],
 * });
 * bad.value.toFixed(2); // => "758.62"
 * classes[1]?.badShare.value.toFixed(4); // => "0.1379"
 * ```
 */
export function receivablesMarkov(input: ReceivablesMarkovInput): ReceivablesMarkov {
  const fn = "receivablesMarkov";
  const { transitions, balances, currency } = read(fn, receivablesMarkovSchema, input);
  checkTransitions(fn, transitions, balances);
  const matrix = fundamentalMatrix(transitions.map(({ next }) => next));
  const from = (starts: readonly Fraction[], named: object, unit?: string) =>
    new Outcome(transitions, starts, visitsOf(starts, matrix), named, unit);
  const classes = transitions.map(({ bucket }, own) => {
    const one = transitions.map((_, other) => (other === own ? ONE : ZERO));
    const outcome = from(one, { bucket });
    return {
      bucket,
      paidShare: outcome.figure<ClassOutcome["paidShare"]>("aging/markov-paid-share", "fraction"),
      badShare: outcome.figure<ClassOutcome["badShare"]>("aging/markov-bad-share", "fraction"),
      periods: outcome.figure<ClassOutcome["periods"]>("aging/markov-periods", "count"),
    };
  });
  const amounts = new Map(balances.map((each) => [each.bucket, each.amount]));
  const open = transitions.map(({ bucket }) => amounts.get(bucket) ?? ZERO);
  const outcome = from(open, {}, currency);
  return {
    classes,
    paid: outcome.figure("aging/markov-paid", "money"),
    bad: outcome.figure("aging/markov-bad", "money"),
  };
}

function checkTransitions(
  fn: string,
  transitions: readonly TransitionTerms[],
  balances: MarkovTerms["balances"],
): void {
  requireOnce(fn, "transitions", transitions);
  requireOnce(fn, "balances", balances);
  const known = new Set(transitions.map(({ bucket }) => bucket));
  const issues: Issue[] = transitions.flatMap(({ paid, bad, next }, at) => {
    const path = `transitions[${String(at)}]`;
    const size = transitions.length;
    if (next.length !== size) {
      return [{ path: `${path}.next`, rule: `must have ${String(size)} entries, one a class` }];
    }
    const sum = sumOf([paid, bad, ...next]);
    if (sum.equals(ONE)) return [];
    return [{ path, rule: "must have shares that sum to 1", received: sum.toString() }];
  });
  balances.forEach(({ bucket }, at) => {
    if (known.has(bucket)) return;
    issues.push({ path: `balances[${String(at)}].bucket`, rule: "must be a class of transitions" });
  });
  if (issues.length > 0) throw new CreditError("invalid_input", fn, issues);
  requireEnd(fn, transitions);
}

/** Refuses a class from which money never leaves. */
function requireEnd(fn: string, transitions: readonly TransitionTerms[]): void {
  const ending = new Set<number>();
  transitions.forEach(({ paid, bad }, at) => {
    if (paid.sign > 0 || bad.sign > 0) ending.add(at);
  });
  for (let before = -1; before !== ending.size;) {
    before = ending.size;
    transitions.forEach(({ next }, at) => {
      if (next.some((share, other) => share.sign > 0 && ending.has(other))) ending.add(at);
    });
  }
  const issues = transitions.flatMap(({ bucket }, at) =>
    ending.has(at)
      ? []
      : [
          {
            path: `transitions[${String(at)}]`,
            rule: "must lead to paid or bad in the end",
            received: JSON.stringify(bucket),
          },
        ],
  );
  if (issues.length > 0) throw new CreditError("no_solution", fn, issues);
}
