/**
 * @module limits/allocation-bounds
 *
 * How the bounds of a share came about: the least of several caps, cut to the unit; a floor,
 * raised.
 */
import type { Fraction } from "../ground/fraction.ts";
import { floorOf, Fraction as Exact, least } from "../ground/fraction.ts";
import type { AllocationTerms, Claim } from "./allocation-input.ts";
import { cutTo } from "./allocation-input.ts";
import { amountOf } from "./amount.ts";

/** Floor and cap of a claim with their derivations. */
export function boundsOf(terms: AllocationTerms, { party, floor, cap }: Claim) {
  const { unit, currency } = terms;
  const stated = party.floor;
  const raised = unit && stated && !stated.equals(floor);
  const inputs = { amount: stated, unit };
  return {
    floor: raised
      ? floor.from(amountOf("limits/floor-in-units", floor, inputs, currency))
      : (stated ?? floor),
    cap: cap ? capOf(terms, party) : undefined,
    capped: cap !== undefined,
  };
}

function capOf(terms: AllocationTerms, party: Claim["party"]): Fraction {
  const { budget, maxShare, unit, currency } = terms;
  const share = maxShare && budget.times(maxShare);
  const shared = () =>
    amountOf(
      "limits/bound-by-share",
      share as Fraction,
      { base: budget, share: maxShare },
      currency,
    );
  const bounds = [
    ...(party.cap ? [{ name: "cap", amount: party.cap }] : []),
    ...(party.requested ? [{ name: "requested", amount: party.requested }] : []),
    ...(share ? [{ name: "maxShare", amount: share.from(shared()) }] : []),
  ];
  const lowest = bounds.map(({ amount }) => amount).reduce(least);
  if (bounds.length === 1) return amountInUnits(lowest, unit, currency);
  const origin = amountOf("limits/credit-limit", lowest, { bounds }, currency);
  return amountInUnits(lowest.from(origin), unit, currency);
}

/** An amount cut to the unit, where there is one and it is no multiple of it. */
export function amountInUnits(
  amount: Fraction,
  unit: Fraction | undefined,
  currency?: string,
): Fraction {
  const cut = unit ? cutTo(amount, unit) : amount;
  if (cut.equals(amount)) return amount;
  return cut.from(amountOf("limits/amount-in-units", cut, { amount, unit }, currency));
}

/** How many units an amount is. */
export function unitsIn(amount: Fraction, unit: Fraction): Fraction {
  return Exact.of(floorOf(amount.over(unit)));
}
