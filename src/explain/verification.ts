/**
 * @module explain/verification
 *
 * What `verify` answers.
 */
import type { Ledger } from "../ledger/ledger.ts";

/** What {@link verify} may be told besides the result. */
export interface VerifyOptions {
  /** The ledger that the result was made from: its figures are computed again, item by item. */
  readonly ledger?: Ledger | undefined;
}

/**
 * What became of a figure.
 *
 * - `recomputed`: calculated again from its inputs, and every printed number agrees.
 * - `checked`: found by an algorithm; what must be true of it is.
 * - `given`: read from a ledger; there is nothing to calculate.
 * - `unverified`: of a formula that the catalogue does not know, an answer that does not exist, or
 *   resting on a figure that failed.
 * - `failed`: does not follow from its inputs.
 */
export type VerifiedStatus = "recomputed" | "checked" | "given" | "unverified" | "failed";

/**
 * Why a figure failed.
 *
 * - `differs`: another number comes out.
 * - `no_answer`: its formula has no answer on its inputs: one is missing, or a divisor is 0.
 * - `condition`: what must be true of it is not.
 * - `label`: its word is another one.
 * - `unit`, `currency`: it is measured in something else.
 * - `unequal`: the same figure stands elsewhere in the result with another value.
 * - `malformed`: it is not a figure any more.
 */
export type VerificationReason =
  "differs" | "no_answer" | "condition" | "label" | "unit" | "currency" | "unequal" | "malformed";

/** A figure that does not follow from its inputs. */
export interface VerificationFailure {
  /** Where the number stands, seen from the result: `value`, `plans.A.inputs.walk[2].consumed`. */
  readonly path: string;
  /** The figure's formula. */
  readonly formula: string;
  /** Why. */
  readonly reason: VerificationReason;
  /** What it would have to be; for a condition and for no answer, what would have to be true. */
  readonly expected: string;
  /** What stands there. */
  readonly found: string;
}

/** One figure of a result and what became of it. */
export interface VerifiedFigure {
  /** Where it stands, seen from the result; empty for the result itself. */
  readonly path: string;
  /** Its formula. */
  readonly formula: string;
  /** What became of it. */
  readonly status: VerifiedStatus;
}

/** What {@link verify} found. */
export interface Verification {
  /** True where no figure failed. It does not speak for `given`, `unverified` and `labels`. */
  readonly ok: boolean;
  /** Figures looked at, absent ones too: the sum of the next five. */
  readonly nodes: number;
  /** Calculated again from their inputs; every printed number agrees. */
  readonly recomputed: number;
  /** Found by an algorithm; what must be true of them is. */
  readonly checked: number;
  /** Read from a ledger: nothing to calculate. */
  readonly given: number;
  /** Of an unknown formula, absent, or resting on a figure that failed. */
  readonly unverified: number;
  /** Not following from their inputs. */
  readonly failed: number;
  /** Words and bare numbers beside figures; no formula speaks of them, {@link fingerprint} does. */
  readonly labels: number;
  /** What does not follow, the lowest first; at most 100. */
  readonly failures: readonly VerificationFailure[];
  /** The figures as they were judged, the lowest first; at most 1,000. */
  readonly steps: readonly VerifiedFigure[];
}
