/**
 * @module policy/break-even-present-value
 *
 * Break-evens of the comparison by present value: each field of the plan in closed form.
 */
import { CreditError } from "../ground/errors.ts";
import { asTerm } from "../ground/exact.ts";
import type { Absent, Figure, Unit } from "../ground/figure.ts";
import { absent, figure, present, throwAbsent } from "../ground/figure.ts";
import type { Fraction } from "../ground/fraction.ts";
import { ONE } from "../ground/fraction.ts";
import { refuseHighRates } from "../ground/input-interest.ts";
import type { BreakEvenOf } from "./break-even-terms.ts";
import { outsideOf } from "./break-even-range.ts";
import { discountFactor, simpleDiscountFactor } from "./compounding.ts";
import { dailyValue } from "./present-value.ts";
import type { PresentValueTerms } from "./present-value-terms.ts";

/** A comparison by present value without the field sought. */
export type PresentValueBreakEven = BreakEvenOf<"present-value", PresentValueTerms>;

type Answer<Id extends string> = Figure<Id> | Absent<Id>;

/** The plan's bad-debt rate at which nothing is gained. */
export function presentBadDebtRate(
  fn: string,
  given: PresentValueBreakEven,
): Answer<"policy/break-even-bad-debt-rate-present-value"> {
  const id = "policy/break-even-bad-debt-rate-present-value";
  const { terms, caveats, heldFixed } = given;
  const { unitPrice, unitCost, unitsPerDay, dso } = terms.plan;
  const baseValue = baseValueOf(fn, given);
  const factor = factorOf(fn, dso, given);
  const inputs = { unitPrice, unitCost, unitsPerDay, discountFactor: factor, baseValue, heldFixed };
  const priceToday = unitPrice.times(unitsPerDay).times(factor);
  if (priceToday.isZero) return none(id, "fraction", inputs, "nothing is sold, or for nothing");
  const needed = baseValue.plus(unitCost.times(unitsPerDay));
  const root = ONE.minus(needed.over(priceToday));
  return figure(id, root, "fraction", inputs, { caveats: outsideOf(caveats, root, ONE) });
}

/** The plan's DSO at which nothing is gained, by simple interest. */
export function presentDso(
  fn: string,
  given: PresentValueBreakEven,
): Answer<"policy/break-even-dso-present-value"> {
  const id = "policy/break-even-dso-present-value";
  const { terms, caveats, heldFixed } = given;
  if (terms.compounding === "compound") {
    const rule = 'must be "simple": by compound interest the DSO has no exact answer';
    throw new CreditError("unsupported", fn, [{ path: "compounding", rule }]);
  }
  const { annualRate, yearDays } = terms;
  const { unitPrice, unitCost, unitsPerDay, badDebtRate } = terms.plan;
  const baseValue = baseValueOf(fn, given);
  const sold = { unitPrice, unitCost, unitsPerDay, badDebtRate };
  const inputs = { ...sold, annualRate, yearDays, baseValue, heldFixed };
  const paid = unitPrice.times(unitsPerDay).times(ONE.minus(badDebtRate));
  const needed = baseValue.plus(unitCost.times(unitsPerDay));
  if (annualRate.isZero) return none(id, "days", inputs, "at a rate of 0 waiting costs nothing");
  if (paid.isZero) return none(id, "days", inputs, "nothing is sold, or nothing paid");
  if (needed.sign <= 0) {
    return none(id, "days", inputs, "the plan gains however late it is paid");
  }
  const growth = paid.over(needed);
  const root = growth.minus(ONE).times(yearDays).over(annualRate);
  return figure(id, root, "days", inputs, { caveats: outsideOf(caveats, root) });
}

/** The plan's margin on the price at which nothing is gained; the unit cost is nested. */
export function presentMargin(
  fn: string,
  given: PresentValueBreakEven,
): Answer<"policy/break-even-margin-present-value"> {
  const id = "policy/break-even-margin-present-value";
  const { terms, caveats, heldFixed } = given;
  const { unitPrice, unitsPerDay, dso, badDebtRate } = terms.plan;
  const baseValue = baseValueOf(fn, given);
  const factor = factorOf(fn, dso, given);
  const sold = { unitPrice, unitsPerDay, badDebtRate };
  const inputs = { ...sold, discountFactor: factor, baseValue, heldFixed };
  if (unitPrice.isZero || unitsPerDay.isZero) {
    return none(id, "fraction", inputs, "nothing is sold, or for nothing");
  }
  const priceToday = unitPrice.times(ONE.minus(badDebtRate)).times(factor);
  const cost = priceToday.minus(baseValue.over(unitsPerDay));
  const of = { currency: terms.currency };
  const unitCost = asTerm(figure("policy/break-even-unit-cost", cost, "money", inputs, of));
  const root = ONE.minus(unitCost.over(unitPrice));
  return figure(
    id,
    root,
    "fraction",
    { unitPrice, unitCost },
    {
      caveats: outsideOf(caveats, root, ONE),
    },
  );
}

/** The units a day of the plan at which nothing is gained; the increment is nested. */
export function presentUnits(
  fn: string,
  given: PresentValueBreakEven,
): Answer<"policy/break-even-units"> {
  const id = "policy/break-even-units";
  const { terms, caveats, heldFixed } = given;
  const { unitPrice, unitCost, dso, badDebtRate } = terms.plan;
  const { unitsPerDay } = terms.base;
  const baseValue = baseValueOf(fn, given);
  const factor = factorOf(fn, dso, given);
  const base = { unitsPerDay };
  const plan = { unitPrice, unitCost, badDebtRate };
  const inputs = { base, plan, discountFactor: factor, baseValue, heldFixed };
  const earned = unitPrice.times(ONE.minus(badDebtRate)).times(factor).minus(unitCost);
  if (earned.isZero) return none(id, "count", inputs, "a unit more earns nothing");
  const more = baseValue.over(earned).minus(unitsPerDay);
  const increment = asTerm(figure("policy/break-even-units-increment", more, "count", inputs));
  const root = unitsPerDay.plus(increment);
  return figure(id, root, "count", { base, increment }, { caveats: outsideOf(caveats, root) });
}

/** What a day is worth as it is. */
function baseValueOf(fn: string, { terms }: PresentValueBreakEven): Fraction {
  refuseHighRates(fn, { annualRate: terms.annualRate }, terms.allowHighRate);
  return asTerm(present(fn, dailyValue(terms.base, terms)));
}

/** The plan's discount factor. */
function factorOf(fn: string, dso: Fraction, { terms }: PresentValueBreakEven): Fraction {
  if (terms.compounding === "simple") return simpleDiscountFactor(dso, terms);
  const factor = discountFactor(dso, terms);
  if (factor) return factor;
  const inputs = { days: dso, annualRate: terms.annualRate, yearDays: terms.yearDays };
  const reason = "the discount factor is below e^-1000";
  const lacking = absent("policy/discount-factor", "fraction", inputs, "not_defined", reason);
  return throwAbsent(fn, lacking);
}

function none<Id extends string>(id: Id, unit: Unit, inputs: object, reason: string): Absent<Id> {
  return absent(id, unit, inputs, "no_solution", reason);
}
