/**
 * @module limits/exposure-cover
 *
 * What insurance, guarantees and collateral bear of an exposure, one cover after the other.
 */
import type { Fraction } from "../ground/fraction.ts";
import { Fraction as Exact, greatest, least, ZERO } from "../ground/fraction.ts";
import { dayText } from "../ground/input-atoms.ts";
import type { ExposureTerms } from "./exposure-input.ts";

/** A cover as a row of the exposure. */
export interface CoverRow {
  readonly name: string;
  readonly coverage: Fraction;
  readonly limit: Fraction | undefined;
  readonly limited: boolean;
  readonly deductible: Fraction;
  readonly expires: string | undefined;
  readonly holds: boolean;
  readonly open: Fraction;
  readonly covered: Fraction;
  readonly insured: Fraction;
  readonly retained: Fraction;
}

/** Each cover takes its part of what those before it have left. */
export function coverRows({ asOf, insured: covers }: ExposureTerms, exposed: Fraction): CoverRow[] {
  let open = greatest(exposed, ZERO);
  return covers.map(({ name, coverage, limit, deductible, expires }) => {
    const holds = expires === undefined || expires >= asOf;
    const most = limit ? least(limit, open) : open;
    const covered = holds ? most : ZERO;
    const insured = greatest(covered.times(coverage).minus(deductible), ZERO);
    const retained = covered.minus(insured);
    const row = { name, coverage, limit, limited: limit !== undefined, deductible };
    const last = expires === undefined ? undefined : dayText(expires);
    const found = { ...row, expires: last, holds, open, covered, insured, retained };
    open = open.minus(covered);
    return found;
  });
}

/** The first day, of the covers that hold and of the customers below, on which a cover ends. */
export function coverUntilOf({ asOf, insured, children }: ExposureTerms): number | undefined {
  const own = insured.map(({ expires }) => expires).filter((day) => day !== undefined);
  const below = children.map(({ exposure }) => {
    return exposure instanceof Exact ? undefined : exposure.coverUntil;
  });
  const days = [...own.filter((day) => day >= asOf), ...below];
  return days.reduce<number | undefined>(earlier, undefined);
}

/** The earlier of two days, where there are two. */
export function earlier(a: number | undefined, b: number | undefined): number | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return a < b ? a : b;
}
