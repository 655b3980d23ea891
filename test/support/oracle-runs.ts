/**
 * On how many random inputs each figure is compared with the oracle: `ORACLE_RUNS`, else
 * `FC_RUNS`, else few enough for seconds. With `ORACLE_RUNS` every comparison prints what came of
 * its inputs: how many were answered, and how many refused, by code.
 */
import fc from "fast-check";
import { expect } from "vitest";

import type { Absent, Figure } from "../../src/ground/figure.ts";
import { isFigure } from "../../src/ground/figure.ts";
import { isCreditError } from "../../src/ground/errors.ts";
import { exactOf } from "./exact.ts";

const asked = process.env["ORACLE_RUNS"] ?? "";
const few = process.env["FC_RUNS"] ?? "";

/** How many inputs; fewer where `FC_RUNS` says so, exactly as many as `ORACLE_RUNS` says. */
export function oracleRuns(fallback = 200): { readonly numRuns: number } {
  if (asked !== "") return { numRuns: Number(asked) };
  return { numRuns: few === "" ? fallback : Number(few) };
}

/** Long enough for the runs asked. */
export const ORACLE_TIMEOUT = 60_000 + oracleRuns().numRuns * 500;

/** Compares on random inputs; `judge` compares, and says what became of the input. */
export function agree<T>(
  what: string,
  inputs: fc.Arbitrary<T>,
  judge: (input: T) => string,
  fallback?: number,
): void {
  const seen = new Map<string, number>();
  fc.assert(
    fc.property(inputs, (input) => {
      const came = judge(input);
      seen.set(came, (seen.get(came) ?? 0) + 1);
    }),
    oracleRuns(fallback),
  );
  if (asked === "") return;
  const total = [...seen.values()].reduce((sum, count) => sum + count, 0);
  const parts = [...seen]
    .sort(([, a], [, b]) => b - a)
    .map(([came, count]) => `${came} ${String(count)} (${((100 * count) / total).toFixed(1)} %)`);
  console.info(`${what}: ${String(total)} inputs: ${parts.join(", ")}`);
}

/** The exact value of an answer, or the code with which it was refused. */
export function cameTo(call: () => Figure | Absent): string {
  try {
    const answer = call();
    return isFigure(answer) ? exactOf(answer).toFraction() : answer.reason.code;
  } catch (error) {
    if (!isCreditError(error)) throw error;
    return error.absent?.reason.code ?? error.code;
  }
}

/** Expects both to have come to the same; says whether it was a number, or the code. */
export function same(found: string, expected: string): string {
  expect(found).toBe(expected);
  return /\d/.test(found) ? "answered" : found;
}
