/**
 * @module cost/management
 *
 * The credit department's own cost, which jumps with volume.
 */
import type { Absent, Figure } from "../ground/figure.ts";
import { absent, figure, present } from "../ground/figure.ts";
import { ZERO } from "../ground/fraction.ts";
import type { Read, Terms } from "../ground/input.ts";
import { lazily, read } from "../ground/input.ts";
import { amount, object } from "../ground/input-atoms.ts";
import type { Numeric } from "../ground/numeric.ts";
import type { List } from "../ground/rows.ts";
import type { CostBand } from "./bands.ts";
import { bandAt, bandsSchema } from "./bands.ts";

/** What {@link managementCost} needs. */
export interface ManagementCostInput {
  /** What drives the cost: credit sales or receivables. Money, at least 0. */
  readonly volume: Numeric;
  /** The bands, ascending; a boundary belongs to the band that begins there. */
  readonly bands: List<CostBand>;
}

/** Management cost, in money. */
export type ManagementCost = Figure<"cost/management">;

/** The schema of {@link ManagementCostInput}. */
export const managementCostSchema = lazily(() =>
  object({ volume: amount(), bands: bandsSchema() }),
);

/**
 * Management cost (管理成本): investigation, supervision and collection, constant within a band of
 * volume and then higher by a step (阶跃性).
 *
 * Use it where a further clerk or system is needed from some volume on. For a cost that is
 * proportional to sales multiply yourself; in {@link optimalReceivables} the same bands are a curve
 * `{ kind: "steps", bands }`.
 *
 * @formula cost = Σ over the bands that begin at or below the volume: cost − cost of the band
 *   before
 * @units money in, money out
 *
 * @param input - The volume (≥ 0), and the bands, ascending by `from`.
 * @returns The cost of the band that holds the volume. Bands are open on the right;
 *   `inputs.boundary` says so: `next-band`.
 *
 * @throws {@link CreditError} `invalid_input`: a field is missing, unknown, negative or no plain
 *   decimal, or the bands do not ascend; all faults are listed.
 * @throws {@link CreditError} `not_defined`: the volume is below the first band.
 *
 * @source "3+1" deck, slide 13. The slide draws the steps without saying to which side a boundary
 *   belongs; here it belongs to the higher band.
 *
 * @example A second clerk from 5,000 on
 * ```ts
 * const bands = [{ from: 0, cost: 120 }, { from: 5000, cost: 210 }];
 * managementCost({ volume: 4999, bands }).value.toString(); // => "120"
 * managementCost({ volume: 5000, bands }).value.toString(); // => "210"
 * ```
 */
export function managementCost(input: ManagementCostInput): ManagementCost {
  const terms = read("managementCost", managementCostSchema, input);
  return present("managementCost", management(terms));
}

type ManagementTerms = Read<Terms<ReturnType<typeof managementCostSchema>>>;

function management(terms: ManagementTerms): ManagementCost | Absent<"cost/management"> {
  const { volume, bands, currency } = terms;
  const band = bands[bandAt(bands, volume)];
  if (!band) {
    const inputs = { volume, bands, boundary: BOUNDARY };
    const reason = "the volume is below the first band";
    return absent("cost/management", "money", inputs, "not_defined", reason);
  }
  const inputs = () => ({ volume, bands: withSteps(terms), boundary: BOUNDARY });
  return figure("cost/management", band.cost, "money", inputs, { currency });
}

const BOUNDARY = "next-band";

/** Each band with what it adds to the one before, where it has begun. */
function withSteps({ volume, bands }: ManagementTerms): object[] {
  return bands.map(({ from, cost }, index) => {
    const before = bands[index - 1];
    const rise = before ? cost.minus(before.cost) : cost.plus(ZERO);
    return { from, cost, step: volume.compare(from) >= 0 ? rise : ZERO };
  });
}
