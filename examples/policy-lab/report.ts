/** The comparison of credit policies as text, one section a way of looking at them. */
import type {
  DiscountEvaluationInput,
  DiscountPlanCosts,
  Figure,
  MarginalAnalysisInput,
  PolicyComparisonInput,
  PolicyPresentValueInput,
} from "trade-credit";
import {
  breakEvenBadDebtRate,
  breakEvenDiscount,
  breakEvenDso,
  breakEvenMargin,
  discountEvaluation,
  marginalAnalysis,
  policyComparison,
  policyPresentValue,
  sensitivity,
} from "trade-credit";
import type { Answer } from "../month-end/format.ts";
import { answer, heading, isFound, money, NOTHING, table } from "../month-end/format.ts";
import { tornadoOf } from "./tornado.ts";

type Plans<Input extends { plan: unknown }> = Omit<Input, "plan"> & {
  readonly plans: Readonly<Record<string, Input["plan"]>>;
};

interface Titled {
  readonly title?: string;
}

/** What a file of plans may hold; every section may be left out. */
export interface PlansFile extends Titled {
  readonly marginal?: Titled & Plans<MarginalAnalysisInput> & { readonly vary?: Vary };
  readonly presentValue?: Titled & PolicyPresentValueInput;
  readonly discounts?: Titled & DiscountEvaluationInput;
  readonly policies?: Titled & PolicyComparisonInput;
}

/** The ends between which an assumption may lie, by its path. */
export type Vary = Readonly<Record<string, { readonly low: string; readonly high: string }>>;

export function labReport(file: PlansFile): string {
  const { title, marginal, presentValue, discounts, policies } = file;
  return [
    title === undefined ? "" : heading(title),
    marginal ? marginalSection(marginal) : "",
    presentValue ? presentValueSection(presentValue) : "",
    discounts ? discountSection(discounts) : "",
    policies ? policySection(policies) : "",
  ]
    .filter((section) => section !== "")
    .join("\n\n\n");
}

function marginalSection(given: NonNullable<PlansFile["marginal"]>): string {
  const { title = "What is won or given up", plans, vary, ...shared } = given;
  const inputs = Object.entries(plans).map(([name, plan]) => ({
    name,
    input: { ...shared, plan },
  }));
  const rows = inputs.map(({ name, input }) => {
    const found = marginalAnalysis(input);
    const { profitChange, opportunityCostChange, badDebtChange, managementCostChange } = found;
    const parts = [profitChange, opportunityCostChange, badDebtChange, managementCostChange];
    return [name, ...parts.map(amount), amount(found.netBenefit)];
  });
  const limits = inputs.map(({ name, input }) => {
    const asked = { model: "marginal", ...input } as const;
    return [
      name,
      share(answer(() => breakEvenBadDebtRate(asked))),
      number(answer(() => breakEvenDso(asked))),
      share(answer(() => breakEvenMargin(asked))),
    ];
  });
  const tornadoes = vary
    ? inputs.flatMap(({ name, input }) => {
        const { tornado } = sensitivity(marginalAnalysis, input, { of: "netBenefit", vary });
        const base = marginalAnalysis(input).netBenefit.value.toNumber();
        return [
          "",
          `Net benefit of ${name}, one assumption at a time:`,
          "",
          tornadoOf(tornado, base),
        ];
      })
    : [];
  return [
    heading(title),
    "",
    table(["Plan", "Profit", "Opportunity", "Bad debts", "Management", "Net benefit"], rows),
    "",
    "The plan leaves nothing where, all else as stated, the sales won or given up have",
    "",
    table(["Plan", "bad debts of", "a DSO of", "a margin of"], limits),
    ...tornadoes,
  ].join("\n");
}

function presentValueSection(given: NonNullable<PlansFile["presentValue"]>): string {
  const { title = "By present value", ...input } = given;
  const { base, plan, gain, gainPerYear } = policyPresentValue(input);
  const asked = { model: "present-value", ...input } as const;
  return [
    heading(title),
    "",
    table(
      ["", "A day"],
      [
        ["Now", amount(base)],
        ["Plan", amount(plan)],
        ["Gain", amount(gain)],
        ["Gain a year", amount(gainPerYear)],
      ],
    ),
    "",
    `It pays up to bad debts of ${share(answer(() => breakEvenBadDebtRate(asked)))} or a DSO of ${number(answer(() => breakEvenDso(asked)))} days.`,
  ].join("\n");
}

function discountSection(given: NonNullable<PlansFile["discounts"]>): string {
  const { title = "Cash discounts", plans, ...today } = given;
  const found = discountEvaluation({ ...today, plans });
  const costs: [string, DiscountPlanCosts & { saving?: Figure }][] = [
    ["today", found.base],
    ...Object.entries(found.plans),
  ];
  const rows = costs.map(([name, cost]) => [
    name,
    amount(cost.discountCost),
    number(cost.averageCollectionDays),
    amount(cost.opportunityCost),
    amount(cost.badDebtCost),
    amount(cost.managementCost),
    amount(cost.totalCost),
    cost.saving ? amount(cost.saving) : "",
  ]);
  const limits = Object.entries(plans).map(([name, plan]) => [
    name,
    share(answer(() => breakEvenDiscount({ ...today, plan }))),
  ]);
  const head = [
    "Plan",
    "Discount",
    "Days",
    "Interest",
    "Bad debts",
    "Management",
    "Cost",
    "Saving",
  ];
  return [
    heading(title),
    "",
    table(head, rows),
    "",
    "The discount that would leave nothing, the rest as stated:",
    "",
    table(["Plan", "Discount"], limits),
  ].join("\n");
}

function policySection(given: NonNullable<PlansFile["policies"]>): string {
  const { title = "Policies compared", ...input } = given;
  const { base, plans, best } = policyComparison(input);
  const rows = [
    ["as it is", amount(base.profitAfterCreditCost), "", ""],
    ...Object.entries(plans).map(([name, { profitAfterCreditCost, gain, breaks }]) => [
      name,
      amount(profitAfterCreditCost),
      amount(gain),
      breaks.join(", "),
    ]),
  ];
  const verdict =
    best.length === 0 ? "Every policy breaks a constraint." : `Best: ${best.join(", ")}.`;
  const head = ["Policy", "Profit after credit cost", "Gain", "Breaks"];
  return [heading(title), "", table(head, rows, [0, 3]), "", verdict].join("\n");
}

function amount(found: Answer): string {
  return isFound(found) ? money(found, 2) : NOTHING;
}

function share(found: Answer): string {
  return isFound(found) ? `${found.value.times(100).toFixed(2)} %` : NOTHING;
}

function number(found: Answer): string {
  return isFound(found) ? money(found, 1) : NOTHING;
}
