/** The exact value that a live figure carries, as `numerator/denominator` in lowest terms. */
import Fraction from "fraction.js";

import type { Absent, Figure } from "trade-credit";

interface Exact {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

export function exactOf(figure: Figure): Fraction {
  const exact = (figure as unknown as Record<symbol, Exact>)[Symbol.for("trade-credit/exact")];
  if (!exact) throw new Error(`${figure.formula} carries no exact value`);
  return new Fraction(exact.numerator, exact.denominator);
}

/** Whole minor units of a money figure. */
export function minorOf(figure: Figure, minorUnits: number): bigint {
  const scaled = exactOf(figure).mul(10 ** minorUnits);
  if (scaled.d !== 1n) throw new Error(`${figure.formula} is no whole number of minor units`);
  return scaled.s * scaled.n;
}

/** The exact value, or the code of why there is none. */
export function exactOrReason(answer: Figure | Absent): string {
  return answer.value === null ? answer.reason.code : exactOf(answer).toFraction();
}

/** The exact value of a call, or the code of the error that it threw. */
export function answerOf(call: () => Figure): string {
  try {
    return exactOf(call()).toFraction();
  } catch (error) {
    return (error as { code: string }).code;
  }
}
