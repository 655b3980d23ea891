/** Whether random inputs met a case often enough, said so that chance cannot fail the test. */
import { expect } from "vitest";

/** Once in a thousand million. */
const SELDOM = 1e-9;

/**
 * The case turned up in so few of the runs that, were it met in at least `share` of them, chance
 * would explain it less than once in 10^9. Few runs say nothing, and pass.
 */
export function isTooRare(times: number, runs: number, share: number): boolean {
  const met = times / runs;
  if (met >= share) return false;
  // Chernoff: P(at most this many) ≤ exp(−runs × relative entropy of met to share).
  const term = (a: number, b: number) => (a === 0 ? 0 : a * Math.log(a / b));
  const entropy = term(met, share) + term(1 - met, 1 - share);
  return Math.exp(-runs * entropy) < SELDOM;
}

/** Expects a case in about `share` of the runs or more. */
export function expectOften(times: number, runs: number, share: number): void {
  const said = `${String(times)} of ${String(runs)} runs, expected a share of ${String(share)}`;
  expect(isTooRare(times, runs, share) ? `too rare: ${said}` : "often enough").toBe("often enough");
}
