/**
 * @module policy/break-even-marginal
 *
 * Break-evens of the marginal analysis. Its net benefit is linear in each field, so each has one
 * root in closed form, or none.
 */
import { asTerm } from "../ground/exact.ts";
import type { Absent, Figure } from "../ground/figure.ts";
import { absent, figure } from "../ground/figure.ts";
import type { Fraction } from "../ground/fraction.ts";
import { ONE } from "../ground/fraction.ts";
import type { BreakEvenOf } from "./break-even-terms.ts";
import { outsideOf } from "./break-even-range.ts";
import type { MarginalTerms } from "./marginal-terms.ts";
import { settledInvestment } from "./marginal-terms.ts";

/** A marginal analysis without the field sought. */
export type MarginalBreakEven = BreakEvenOf<"marginal", MarginalTerms>;

type Answer<Id extends string> = Figure<Id> | Absent<Id>;

/** The bad-debt rate of the increment at which nothing is gained. */
export function marginalBadDebtRate(
  fn: string,
  given: MarginalBreakEven,
): Answer<"policy/break-even-bad-debt-rate"> {
  const id = "policy/break-even-bad-debt-rate";
  const { margin, waitingRate, fixedCost, increment, inputs } = partsOf(
    fn,
    given,
    "incrementBadDebtRate",
  );
  if (increment.isZero) return none(id, "fraction", inputs, NO_INCREMENT);
  const root = margin.minus(waitingRate).minus(fixedCost.over(increment));
  const caveats = outsideOf(given.caveats, root, ONE);
  return figure(id, root, "fraction", inputs, { caveats });
}

/** The DSO of the increment at which nothing is gained. */
export function marginalDso(fn: string, given: MarginalBreakEven): Answer<"policy/break-even-dso"> {
  const id = "policy/break-even-dso";
  const { margin, badDebtRate, fixedCost, increment, costOfDay, inputs } = partsOf(
    fn,
    given,
    "incrementDso",
  );
  if (increment.isZero) return none(id, "days", inputs, NO_INCREMENT);
  if (costOfDay.isZero) return none(id, "days", inputs, "waiting costs nothing");
  const left = margin.minus(badDebtRate).minus(fixedCost.over(increment));
  const root = left.over(costOfDay);
  const caveats = outsideOf(given.caveats, root);
  return figure(id, root, "days", inputs, { caveats });
}

/** The margin at which nothing is gained. */
export function marginalMargin(
  fn: string,
  given: MarginalBreakEven,
): Answer<"policy/break-even-margin"> {
  const id = "policy/break-even-margin";
  const { waitingRate, badDebtRate, fixedCost, increment, inputs } = partsOf(fn, given, "margin");
  if (increment.isZero) return none(id, "fraction", inputs, NO_INCREMENT);
  const root = waitingRate.plus(badDebtRate).plus(fixedCost.over(increment));
  const caveats = outsideOf(given.caveats, root, ONE);
  return figure(id, root, "fraction", inputs, { caveats });
}

/** The credit sales of the plan at which nothing is gained; the increment is nested. */
export function marginalSales(
  fn: string,
  given: MarginalBreakEven,
): Answer<"policy/break-even-sales"> {
  const id = "policy/break-even-sales";
  const { margin, waitingRate, badDebtRate, fixedCost, inputs } = partsOf(fn, given, "creditSales");
  const earned = margin.minus(waitingRate).minus(badDebtRate);
  if (earned.isZero) return none(id, "money", inputs, "a sale more earns nothing");
  const { currency, base } = given.terms;
  const increment = asTerm(
    figure("policy/break-even-increment", fixedCost.over(earned), "money", inputs, {
      currency,
    }),
  );
  const root = base.creditSales.plus(increment);
  const caveats = outsideOf(given.caveats, root);
  const sales = { base: { creditSales: base.creditSales }, increment };
  return figure(id, root, "money", sales, { currency, caveats });
}

const NO_INCREMENT = "the plan neither wins nor gives up sales";

function none<Id extends string>(
  id: Id,
  unit: Figure["unit"],
  inputs: object,
  reason: string,
): Absent<Id> {
  return absent(id, unit, inputs, "no_solution", reason);
}

interface MarginalParts {
  readonly margin: Fraction;
  readonly badDebtRate: Fraction;
  /** Cost of waiting for the increment, a unit of it. */
  readonly waitingRate: Fraction;
  /** Cost of one day of waiting, a unit of sales. */
  readonly costOfDay: Fraction;
  /** What the plan costs whatever is sold: existing sales paid later, and management. */
  readonly fixedCost: Fraction;
  readonly increment: Fraction;
  /** What the figure shows, without the field sought. */
  readonly inputs: object;
}

function partsOf(
  fn: string,
  { terms, heldFixed }: MarginalBreakEven,
  sought: "margin" | keyof MarginalTerms["plan"],
): MarginalParts {
  const { stated, investedShare } = settledInvestment(fn, terms);
  const { annualRate, yearDays, base, plan } = terms;
  const costOfDay = investedShare.times(annualRate).over(yearDays);
  const existing = base.creditSales.times(plan.existingDsoChange).times(costOfDay);
  const shownBase = sought === "margin" ? { creditSales: base.creditSales } : base;
  const shownPlan = { ...plan, [sought]: undefined };
  const rates = { annualRate, yearDays, ...stated };
  return {
    margin: base.margin,
    badDebtRate: plan.incrementBadDebtRate,
    waitingRate: plan.incrementDso.times(costOfDay),
    costOfDay,
    fixedCost: existing.plus(plan.managementCostChange),
    increment: plan.creditSales.minus(base.creditSales),
    inputs: { base: shownBase, plan: shownPlan, ...rates, heldFixed },
  };
}
