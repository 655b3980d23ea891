/**
 * @module aging/concentration
 *
 * How much of the receivables rests on few customers.
 */
import type { Figure } from "../ground/figure.ts";
import { absent, figure, throwAbsent } from "../ground/figure.ts";
import { Fraction, ONE, powerOf, sumOf } from "../ground/fraction.ts";
import { lazily, read } from "../ground/input.ts";
import { list, numeric, object, text, wholeNumber, withDefault } from "../ground/input-atoms.ts";
import type { Numeric } from "../ground/numeric.ts";
import type { List } from "../ground/rows.ts";

/** What {@link concentration} needs. */
export interface ConcentrationInput {
  /** Balance of each customer. */
  readonly balances: List<PartyBalance>;
  /** Of how many of the largest the share is asked; 1, 5 and 10 unless stated. */
  readonly top?: List<number>;
}

/** One customer's balance. */
export interface PartyBalance {
  /** The customer. */
  readonly party: string;
  /** Its balance, in any unit; 0 and less are left out and counted. */
  readonly amount: Numeric;
}

/** How concentrated receivables are. */
export interface Concentration {
  /** Herfindahl–Hirschman index: the sum of squared shares, from 1/n to 1. */
  readonly hhi: Figure<"aging/hhi">;
  /** As many customers of equal size would be as concentrated: 1 ÷ HHI. */
  readonly effectiveNumber: Figure<"aging/effective-number">;
  /** The index between 0 (all equal) and 1 (one customer). */
  readonly normalizedHhi: Figure<"aging/normalized-hhi">;
  /** The share of the largest, for each number asked. */
  readonly topShares: readonly TopShare[];
  /** Balances above 0. */
  readonly parties: number;
  /** Balances of 0 and less, left out. */
  readonly leftOut: number;
}

/** The share of the largest customers. */
export interface TopShare {
  /** How many of them. */
  readonly n: number;
  /** Their share of the total. */
  readonly share: Figure<"aging/top-share">;
}

/** The schema of {@link ConcentrationInput}. */
export const concentrationSchema = lazily(() =>
  object({
    balances: list(object({ party: text(), amount: numeric("any") })),
    top: withDefault(list(wholeNumber(1, 1_000_000), { atMost: 1000 }), [1, 5, 10]),
  }),
);

/**
 * Concentration of receivables (客户集中度): Herfindahl index, effective number of customers, and
 * the share of the largest.
 *
 * Use it on the balances of an aging table to see how much rests on few; give net balances, so that
 * what a customer has to its credit counts.
 *
 * @formula HHI = Σ (amount ÷ total)²; effective number = 1 ÷ HHI; normalized = (HHI − 1/n) ÷ (1 −
 *   1/n); top share = Σ of the n largest ÷ total
 * @units fractions; a count
 *
 * @param input - One balance a customer. Ties at the edge of a top share keep the order given.
 * @returns Four measures, with the number of customers and of balances left out.
 *
 * @throws {@link CreditError} `invalid_input`: an unreadable balance.
 * @throws {@link CreditError} `not_defined`: no balance above 0.
 *
 * @source standard: Herfindahl–Hirschman; the example is computed by hand
 *
 * @example
 * ```ts
 * const amounts = [400, 250, 150, 120, 80];
 * const balances = amounts.map((amount, index) => ({ party: `C${index}`, amount }));
 * const { hhi, effectiveNumber } = concentration({ balances });
 * hhi.value.toString(); // => "0.2658"
 * effectiveNumber.value.toFixed(4); // => "3.7622"
 * ```
 */
export function concentration(input: ConcentrationInput): Concentration {
  const { balances, top } = read("concentration", concentrationSchema, input);
  const rows = balances
    .filter(({ amount }) => amount.sign > 0)
    .sort((a, b) => b.amount.compare(a.amount));
  const total = sumOf(rows.map(({ amount }) => amount));
  if (rows.length === 0) {
    const message = "no balance is above 0, so nothing is concentrated";
    throwAbsent("concentration", absent("aging/hhi", "fraction", {}, "not_defined", message));
  }
  const squares = sumOf(rows.map(({ amount }) => amount.times(amount)));
  const index = squares.over(total.times(total));
  const hhi = figure<Concentration["hhi"]>("aging/hhi", index, "fraction", () => ({
    balances: rows.map(({ party, amount }) => {
      const share = amount.over(total);
      return { party, amount, share, squared: share.times(share) };
    }),
  }));
  return {
    hhi,
    effectiveNumber: figure("aging/effective-number", powerOf(index, -1), "count", { hhi }),
    normalizedHhi: normalized(hhi, index, rows.length),
    topShares: top.map((n) => ({ n, share: topShare(rows, total, n) })),
    parties: rows.length,
    leftOut: balances.length - rows.length,
  };
}

function normalized(hhi: Concentration["hhi"], index: Fraction, count: number) {
  const parties = Fraction.whole(count);
  // One customer alone is as concentrated as can be; the formula is 0 ÷ 0 there.
  const value = count === 1 ? ONE : index.times(parties).minus(ONE).over(parties.minus(ONE));
  return figure<Concentration["normalizedHhi"]>("aging/normalized-hhi", value, "fraction", {
    hhi,
    parties,
  });
}

function topShare(
  rows: readonly { readonly party: string; readonly amount: Fraction }[],
  total: Fraction,
  n: number,
): TopShare["share"] {
  const largest = rows.slice(0, n);
  const share = sumOf(largest.map(({ amount }) => amount)).over(total);
  return figure("aging/top-share", share, "fraction", () => ({
    largest: largest.map(({ party, amount }) => ({ party, amount })),
    others: rows.slice(n).map(({ party, amount }) => ({ party, amount })),
  }));
}
