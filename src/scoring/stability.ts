/**
 * @module scoring/stability
 *
 * Whether those who are scored today are still like those whom the card was made for.
 */
import { CreditError } from "../ground/errors.ts";
import type { Absent, Figure } from "../ground/figure.ts";
import { absent, figure, present } from "../ground/figure.ts";
import { sumOf, ZERO } from "../ground/fraction.ts";
import type { Terms } from "../ground/input.ts";
import { lazily, read } from "../ground/input.ts";
import { list, numeric, object, text, withDefault } from "../ground/input-atoms.ts";
import type { Numeric } from "../ground/numeric.ts";
import type { List } from "../ground/rows.ts";
import { asPrinted, ln } from "../ground/transcendental.ts";
import { smoothingCaveats } from "./bins.ts";
import { repeatsOf } from "./repeats.ts";

/** One bin in two samples. */
export interface StabilityBin {
  /** What it is called; each once. */
  readonly id: string;
  /** How many are in it now, or their share; at least 0. */
  readonly actual: Numeric;
  /** How many were in it when the card was made, or their share; at least 0. */
  readonly expected: Numeric;
}

/** What {@link populationStabilityIndex} needs. */
export interface PopulationStabilityIndexInput {
  /** The bins, at most 1,000; each side is divided by its sum. */
  readonly bins: List<StabilityBin>;
  /** Added to both sides of every bin, so that none is 0; 0 unless stated. */
  readonly smoothing?: Numeric;
}

/** Population stability index, at least 0. */
export type PopulationStabilityIndex = Figure<"scoring/population-stability-index">;

/** The schema of {@link PopulationStabilityIndexInput}. */
export const populationStabilityIndexSchema = lazily(() =>
  object({
    bins: list(
      object({
        id: text(),
        actual: numeric("any", { atLeast: ZERO }),
        expected: numeric("any", { atLeast: ZERO }),
      }),
      { atLeast: 1, atMost: 1_000 },
    ),
    smoothing: withDefault(numeric("any", { atLeast: ZERO }), 0),
  }),
);

/**
 * The population stability index (群体稳定性指标, PSI): how far today's distribution over bins has
 * moved from the one a card was made on.
 *
 * Use it each month on the bins of the score, and of each characteristic. It says that the people
 * have changed, not that the score has become worse: for that wait for outcomes, and use {@link
 * rocAuc}.
 *
 * @formula PSI = Σ (a − e) × ln(a ÷ e), with a and e the shares now and then
 * @units counts or shares in; natural units out
 *
 * @param input - Bins with counts or shares of both samples.
 * @returns The index, rounded once to 34 digits; `inputs.bins` has shares and parts. With smoothing
 *   the caveat `counts_smoothed`.
 *
 * @throws {@link CreditError} `invalid_input`: a bin that is there twice, a count below 0.
 * @throws {@link CreditError} `not_defined`: a bin that is empty in one of the samples, and no
 *   smoothing; or a sample that is empty.
 *
 * @source standard. Conventional readings, from no source at hand: below 0.1 stable, to 0.25 watch,
 *   above that shifted ({@link stabilityBands})
 *
 * @example
 * ```ts
 * const actual = ["0.12", "0.22", "0.36", "0.18", "0.12"];
 * const expected = ["0.10", "0.20", "0.40", "0.20", "0.10"];
 * const bins = actual.map((share, i) => {
 *   return { id: `${i}`, actual: share, expected: expected[i] ?? 0 };
 * });
 * populationStabilityIndex({ bins }).value.toFixed(10); // => "0.0155206968"
 * ```
 */
export function populationStabilityIndex(
  input: PopulationStabilityIndexInput,
): PopulationStabilityIndex {
  const fn = "populationStabilityIndex";
  const terms = read(fn, populationStabilityIndexSchema, input);
  const ids = terms.bins.map(({ id }) => id);
  const issues = repeatsOf(ids, (at) => `bins[${at}].id`);
  if (issues.length > 0) throw new CreditError("invalid_input", fn, issues);
  return present(fn, indexOf(terms));
}

type StabilityTerms = Terms<ReturnType<typeof populationStabilityIndexSchema>>;

function indexOf(
  terms: StabilityTerms,
): PopulationStabilityIndex | Absent<"scoring/population-stability-index"> {
  const { bins, smoothing } = terms;
  const id = "scoring/population-stability-index";
  const none = (reason: string) => absent(id, "score", terms, "not_defined", reason);
  if (sumOf(bins.map(({ actual }) => actual)).isZero) return none("there is nobody in any bin now");
  if (sumOf(bins.map(({ expected }) => expected)).isZero)
    return none("there was nobody in any bin");
  const counted = bins.map((bin) => ({
    ...bin,
    actualCounted: bin.actual.plus(smoothing),
    expectedCounted: bin.expected.plus(smoothing),
  }));
  const now = sumOf(counted.map(({ actualCounted }) => actualCounted));
  const then = sumOf(counted.map(({ expectedCounted }) => expectedCounted));
  const rows = counted.map((bin) => {
    const actualShare = bin.actualCounted.over(now);
    const expectedShare = bin.expectedCounted.over(then);
    const ratio = expectedShare.isZero ? undefined : ln(actualShare.over(expectedShare));
    const added = ratio && actualShare.minus(expectedShare).times(ratio.value);
    return { ...bin, actualShare, expectedShare, added };
  });
  const empty = rows.find(({ added }) => !added);
  if (empty) {
    const bin = JSON.stringify(empty.id);
    return none(`bin ${bin} is empty in one of the samples: state a smoothing`);
  }
  const index = asPrinted(sumOf(rows.map(({ added }) => added ?? ZERO)));
  const options = { caveats: smoothingCaveats(smoothing) };
  return figure<PopulationStabilityIndex>(id, index, "score", { smoothing, bins: rows }, options);
}
