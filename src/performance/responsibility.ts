/**
 * @module performance/responsibility
 *
 * Who answers for a loss, and by how much.
 */
import { refuse } from "../ground/errors.ts";
import type { Figure } from "../ground/figure.ts";
import { figure } from "../ground/figure.ts";
import { ONE, sumOf } from "../ground/fraction.ts";
import { lazily, read } from "../ground/input.ts";
import { amount, list, object, rate, text } from "../ground/input-atoms.ts";
import type { Numeric } from "../ground/numeric.ts";
import { toText } from "../ground/numeric.ts";
import type { List } from "../ground/rows.ts";

/** Somebody's share of the responsibility. */
export interface ResponsibilityShare {
  /** Who: a department, a person. */
  readonly name: string;
  /** The share, from 0 to 1. */
  readonly share: Numeric;
}

/** What {@link lossResponsibility} needs. */
export interface LossResponsibilityInput {
  /** The loss. Money, at least 0. */
  readonly loss: Numeric;
  /** Who answers for it; the shares sum to 1. At most 1,000. */
  readonly shares: List<ResponsibilityShare>;
}

/** Somebody's part of a loss. */
export interface ResponsibilityPart {
  /** Who. */
  readonly name: string;
  /** How much. */
  readonly amount: Figure<"performance/responsibility">;
}

/** A loss, divided. */
export interface LossResponsibility {
  /** In the order given; the amounts sum to the loss. */
  readonly parts: readonly ResponsibilityPart[];
}

/** The schema of {@link LossResponsibilityInput}. */
export const lossResponsibilitySchema = lazily(() =>
  object({
    loss: amount(),
    shares: list(object({ name: text(), share: rate() }), { atLeast: 1, atMost: 1_000 }),
  }),
);

/**
 * Responsibility for a loss (坏账责任划分): a loss divided among those who approved and sold.
 *
 * Use it where a policy states the shares.
 *
 * @formula amount = loss × share
 * @units money in and out
 *
 * @param input - The loss and the shares, which sum to 1.
 * @returns A part for each; exact, so they sum to the loss.
 *
 * @throws {@link CreditError} `invalid_input`: a field is missing, unknown or out of range, or the
 *   shares do not sum to 1.
 *
 * @source "3+1" deck, slide 86 (there: credit 80 %, sales 20 %); the shares are the caller's
 *
 * @example The shares of slide 86
 * ```ts
 * const { parts } = lossResponsibility({
 *   loss: 1000,
 *   shares: [
 *     { name: "credit", share: "0.8" },
 *     { name: "sales", share: "0.2" },
 *   ],
 * });
 * parts.map(({ amount }) => amount.value.toFixed()); // => ["800", "200"]
 * ```
 */
export function lossResponsibility(input: LossResponsibilityInput): LossResponsibility {
  const fn = "lossResponsibility";
  const { loss, shares, currency } = read(fn, lossResponsibilitySchema, input);
  const total = sumOf(shares.map(({ share }) => share));
  if (!total.equals(ONE)) refuse(fn, "shares", "must sum to 1", toText(total));
  return {
    parts: shares.map(({ name, share }) => {
      const inputs = { loss, share };
      const part = loss.times(share);
      return {
        name,
        amount: figure("performance/responsibility", part, "money", inputs, { currency }),
      };
    }),
  };
}
