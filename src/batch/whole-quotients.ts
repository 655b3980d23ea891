/**
 * @module batch/whole-quotients
 *
 * A plan in whole numbers, for rows of them.
 */
import { greatestCommonDivisor } from "../ground/common-divisor.ts";
import type { Bound } from "./exact-row.ts";
import type { Plan } from "./plan.ts";
import type { WholeQuotients } from "./whole-quotients.kernel.ts";

const MOST_WEIGHT = 2n ** 52n;

/** How a plan is computed in whole numbers; undefined where these do not fit. */
export function wholeQuotients(
  { lines, quotients, scale, constant }: Plan,
  places: number,
  bounds: readonly Bound[],
): WholeQuotients | undefined {
  const halves = 2n * 10n ** BigInt(places);
  const shared = greatestCommonDivisor(halves, scale);
  // What is over the scale of the plan is, times this and over that, halves of the last place.
  const [times, by] = [halves / shared, scale / shared];
  const rows = [
    ...(constant === 0n ? [] : [{ over: [], under: [], own: constant }]),
    ...quotients.map((quotient) => ({ ...quotient, own: 0n })),
  ];
  const over = rows.flatMap(({ over: terms, own }) => [
    ...lines.map((_, at) => times * (terms.find(({ line }) => line === at)?.weight ?? 0n)),
    times * own,
  ]);
  const under = rows.flatMap(({ under: terms }) => [
    ...lines.map((_, at) => by * BigInt(terms.find(({ line }) => line === at)?.sign ?? 0)),
    terms.length === 0 ? by : 0n,
  ]);
  // A bound on a half is reached there, or behind it: in quarters, by the place next to it.
  const reached = bounds.map(
    ({ at, isReachedOnIt }) =>
      (2n * halves * at.numerator) / at.denominator + (isReachedOnIt ? 0n : 1n),
  );
  const isHeld =
    lines.every(({ exact }) => !exact) &&
    bounds.every(({ at }) => (halves * at.numerator) % at.denominator === 0n) &&
    [...over, ...under, ...reached].every((each) => each < MOST_WEIGHT && -each < MOST_WEIGHT);
  if (!isHeld) return undefined;
  return [
    lines.map(({ values }) => values),
    Float64Array.from(lines.flatMap(({ least, most }) => [least, most])),
    Float64Array.from(over, Number),
    Float64Array.from(under, Number),
    Float64Array.from(reached, Number),
    10 ** places,
  ];
}
