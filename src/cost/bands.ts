/**
 * @module cost/bands
 *
 * Costs that jump: constant within a band of volume, then higher or lower in the next (阶跃性).
 *
 * Bands are open on the right: a boundary belongs to the band that begins there.
 */
import type { Fraction } from "../ground/fraction.ts";
import type { Schema } from "../ground/input.ts";
import { amount, list, money, object } from "../ground/input-atoms.ts";
import { ascending } from "../ground/input-variants.ts";
import type { Numeric } from "../ground/numeric.ts";
import type { List } from "../ground/rows.ts";

/** One band: what it costs from here up to the next band. */
export interface CostBand {
  /** Where the band begins; this value is inside it. */
  readonly from: Numeric;
  /** What every volume in the band costs. Money, at least 0. */
  readonly cost: Numeric;
}

/** A band as it is read. */
export interface ReadBand {
  readonly from: Fraction;
  readonly cost: Fraction;
}

/** At least one band, each beginning above the one before. */
export function bandsSchema(): Schema<ReadBand[], List<CostBand>> {
  const band = object({ from: money(), cost: amount() });
  return ascending(list(band, { atLeast: 1, atMost: 1_000 }), "from");
}

/** The place of the band that holds the volume; −1 below the first. */
export function bandAt(bands: readonly ReadBand[], volume: Fraction): number {
  let at = -1;
  while (at + 1 < bands.length && volume.compare((bands[at + 1] as ReadBand).from) >= 0) at += 1;
  return at;
}
