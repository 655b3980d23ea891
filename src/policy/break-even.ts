/**
 * @module policy/break-even
 *
 * How far may one assumption of a plan be wrong before nothing is gained? Four fields, two models,
 * all in closed form: put back into the analysis, the answer makes the gain exactly 0.
 */
import type { Figure } from "../ground/figure.ts";
import { present } from "../ground/figure.ts";
import {
  marginalBadDebtRate,
  marginalDso,
  marginalMargin,
  marginalSales,
} from "./break-even-marginal.ts";
import {
  presentBadDebtRate,
  presentDso,
  presentMargin,
  presentUnits,
} from "./break-even-present-value.ts";
import type { MarginalBreakEvenInput, PresentValueBreakEvenInput } from "./break-even-terms.ts";
import { readBreakEven } from "./break-even-terms.ts";

/** What {@link breakEvenBadDebtRate} needs. */
export type BreakEvenBadDebtRateInput =
  MarginalBreakEvenInput<"incrementBadDebtRate"> | PresentValueBreakEvenInput<"badDebtRate">;

/** Break-even bad-debt rate, a fraction. */
export type BreakEvenBadDebtRate = Figure<
  "policy/break-even-bad-debt-rate" | "policy/break-even-bad-debt-rate-present-value"
>;

/**
 * Break-even bad-debt rate (盈亏平衡坏账率): the bad-debt rate at which a plan gains nothing.
 *
 * Use it to see how much worse the new customers may pay before the plan is no longer worth while;
 * the same for other fields are {@link breakEvenDso}, {@link breakEvenMargin} and
 * {@link breakEvenSales}. For several fields at once, without a root, see {@link sensitivity}.
 *
 * @formula marginal: b = margin − incrementDso × c − F ÷ Δ, with c = annualRate × invested share ÷
 *   yearDays, F = base sales × existingDsoChange × c + managementCostChange, Δ = plan sales − base
 *   sales; present value: b = 1 − (base value + C Q) ÷ (P Q × discount factor)
 * @units as the model; a fraction out
 *
 * @param input - `model`, and the input of that model. The field sought
 *   (`plan.incrementBadDebtRate` or `plan.badDebtRate`) may be left out; given, it is ignored and
 *   named in the caveat `field_ignored`.
 * @returns The rate; `inputs.heldFixed` lists what stays as it is. Outside 0 to 1 it carries
 *   `outside_range`.
 *
 * @throws {@link CreditError} `invalid_input`: a field is missing, unknown, out of range or no
 *   plain decimal.
 * @throws {@link CreditError} `no_solution`: no rate does, because the plan changes no sales, or
 *   sells nothing.
 *
 * @source ours; the models are those of "3+1" deck, slides 59 and 60.
 *
 * @example Plan B of slide 59
 * ```ts
 * const planB = {
 *   model: "marginal",
 *   annualRate: "0.12",
 *   base: { creditSales: 800, margin: "0.15" },
 *   plan: { creditSales: 1200, incrementDso: 90, managementCostChange: 8 },
 * } as const;
 * breakEvenBadDebtRate(planB).value.toFixed(6); // => "0.100411"
 * ```
 */
export function breakEvenBadDebtRate(input: BreakEvenBadDebtRateInput): BreakEvenBadDebtRate {
  const fn = "breakEvenBadDebtRate";
  const given = readBreakEven(fn, "badDebtRate", input);
  if (given.model === "marginal") return present(fn, marginalBadDebtRate(fn, given));
  return present(fn, presentBadDebtRate(fn, given));
}

/** What {@link breakEvenDso} needs. */
export type BreakEvenDsoInput =
  MarginalBreakEvenInput<"incrementDso"> | PresentValueBreakEvenInput<"dso">;

/** Break-even DSO, in days. */
export type BreakEvenDso = Figure<"policy/break-even-dso" | "policy/break-even-dso-present-value">;

/**
 * Break-even DSO (盈亏平衡账期): how late a plan may be paid before it gains nothing.
 *
 * Use it to see how much patience a plan can bear; see {@link breakEvenBadDebtRate} for its
 * siblings.
 *
 * @formula marginal: dso = (margin − incrementBadDebtRate − F ÷ Δ) ÷ c, with F, Δ and c as in
 *   {@link breakEvenBadDebtRate}; present value: dso = (P Q (1 − b) ÷ (base value + C Q) − 1) ×
 *   yearDays ÷ annualRate
 * @units as the model; days out
 *
 * @param input - `model`, and the input of that model, without `plan.incrementDso` or `plan.dso`;
 *   given, it is ignored and named.
 * @returns The days; `inputs.heldFixed` lists what stays as it is. Below 0 they carry
 *   `outside_range`.
 *
 * @throws {@link CreditError} `invalid_input`: a field is missing, unknown, out of range or no
 *   plain decimal.
 * @throws {@link CreditError} `no_solution`: no DSO does: waiting costs nothing, the plan changes
 *   no sales, or gains however late it is paid.
 * @throws {@link CreditError} `unsupported`: compound interest, by which the DSO is irrational.
 *
 * @source ours; the models are those of "3+1" deck, slides 59 and 60.
 *
 * @example Plan B of slide 59
 * ```ts
 * const planB = {
 *   model: "marginal",
 *   annualRate: "0.12",
 *   base: { creditSales: 800, margin: "0.15" },
 *   plan: { creditSales: 1200, incrementBadDebtRate: "0.05", managementCostChange: 8 },
 * } as const;
 * breakEvenDso(planB).value.toFixed(4); // => "243.3333"
 * ```
 */
export function breakEvenDso(input: BreakEvenDsoInput): BreakEvenDso {
  const given = readBreakEven("breakEvenDso", "dso", input);
  if (given.model === "marginal")
    return present("breakEvenDso", marginalDso("breakEvenDso", given));
  return present("breakEvenDso", presentDso("breakEvenDso", given));
}

/** What {@link breakEvenMargin} needs. */
export type BreakEvenMarginInput =
  MarginalBreakEvenInput<never, "margin"> | PresentValueBreakEvenInput<"unitCost">;

/** Break-even margin, a fraction of the price. */
export type BreakEvenMargin = Figure<
  "policy/break-even-margin" | "policy/break-even-margin-present-value"
>;

/**
 * Break-even margin (盈亏平衡利润率): the margin at which a plan gains nothing.
 *
 * Use it to see what margin the sales won must have; see {@link breakEvenBadDebtRate} for its
 * siblings. By present value it is the plan's margin on the unit price, (P − C) ÷ P, and the unit
 * cost that it means is nested in it.
 *
 * @formula marginal: margin = incrementDso × c + incrementBadDebtRate + F ÷ Δ, with F, Δ and c as
 *   in {@link breakEvenBadDebtRate}; present value: C = P (1 − b) × discount factor − base value ÷
 *   Q, margin = 1 − C ÷ P
 * @units as the model; a fraction out
 *
 * @param input - `model`, and the input of that model, without `base.margin` or `plan.unitCost`;
 *   given, it is ignored and named.
 * @returns The margin; what stays as it is stands in `heldFixed`. Outside 0 to 1 it carries
 *   `outside_range`.
 *
 * @throws {@link CreditError} `invalid_input`: a field is missing, unknown, out of range or no
 *   plain decimal.
 * @throws {@link CreditError} `no_solution`: the plan changes no sales, or sells nothing.
 *
 * @source ours; the models are those of "3+1" deck, slides 59 and 60.
 *
 * @example Plan B of slide 59
 * ```ts
 * const plan = {
 *   creditSales: 1200,
 *   incrementDso: 90,
 *   incrementBadDebtRate: "0.05",
 *   managementCostChange: 8,
 * };
 * const base = { creditSales: 800 };
 * const margin = breakEvenMargin({ model: "marginal", annualRate: "0.12", base, plan });
 * margin.value.toFixed(6); // => "0.099589"
 * ```
 */
export function breakEvenMargin(input: BreakEvenMarginInput): BreakEvenMargin {
  const given = readBreakEven("breakEvenMargin", "margin", input);
  const fn = "breakEvenMargin";
  if (given.model === "marginal") return present(fn, marginalMargin(fn, given));
  return present(fn, presentMargin(fn, given));
}

/** What {@link breakEvenSales} needs. */
export type BreakEvenSalesInput =
  MarginalBreakEvenInput<"creditSales"> | PresentValueBreakEvenInput<"unitsPerDay">;

/** Break-even credit sales in money, or units a day. */
export type BreakEvenSales = Figure<"policy/break-even-sales" | "policy/break-even-units">;

/**
 * Break-even sales (盈亏平衡销售额): what a plan must sell to gain nothing and lose nothing.
 *
 * Use it to see how many of the sales hoped for must come; see {@link breakEvenBadDebtRate} for its
 * siblings.
 *
 * @formula marginal: plan sales = base sales + F ÷ (margin − incrementDso × c −
 *   incrementBadDebtRate), with F and c as in {@link breakEvenBadDebtRate}; present value: units =
 *   base value ÷ (P (1 − b) × discount factor − C)
 * @units as the model; money a year out, or units a day
 *
 * @param input - `model`, and the input of that model, without `plan.creditSales` or
 *   `plan.unitsPerDay`; given, it is ignored and named.
 * @returns The sales of the plan; the increment over the base is nested in it, and has what stays
 *   as it is in `heldFixed`. Below 0 they carry `outside_range`.
 *
 * @throws {@link CreditError} `invalid_input`: a field is missing, unknown, out of range or no
 *   plain decimal.
 * @throws {@link CreditError} `no_solution`: a sale more earns nothing.
 *
 * @source ours; the models are those of "3+1" deck, slides 59 and 60.
 *
 * @example Plan B of slide 59 must win 113.6 of its 400
 * ```ts
 * const sales = breakEvenSales({
 *   model: "marginal",
 *   annualRate: "0.12",
 *   base: { creditSales: 800, margin: "0.15" },
 *   plan: { incrementDso: 90, incrementBadDebtRate: "0.05", managementCostChange: 8 },
 * });
 * sales.value.toFixed(4); // => "913.6187"
 * ```
 */
export function breakEvenSales(input: BreakEvenSalesInput): BreakEvenSales {
  const given = readBreakEven("breakEvenSales", "sales", input);
  const fn = "breakEvenSales";
  if (given.model === "marginal") return present(fn, marginalSales(fn, given));
  return present(fn, presentUnits(fn, given));
}
