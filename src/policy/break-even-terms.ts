/**
 * @module policy/break-even-terms
 *
 * What a break-even is given: the input of a model, without the field that is sought.
 *
 * The field sought is ignored where it is given all the same, so that the input of an analysis can
 * be handed on as it is; the answer then names it in a caveat.
 */
import type { Issue } from "../ground/errors.ts";
import { CreditError, issue } from "../ground/errors.ts";
import type { Caveat } from "../ground/figure.ts";
import { Fraction, ZERO } from "../ground/fraction.ts";
import type { Read, Terms } from "../ground/input.ts";
import { lazily, read } from "../ground/input.ts";
import { object, optional, word } from "../ground/input-atoms.ts";
import { variants } from "../ground/input-variants.ts";
import type {
  MarginalAnalysisInput,
  MarginalBase,
  MarginalPlan,
  MarginalTerms,
} from "./marginal-terms.ts";
import { marginalBaseShape, marginalPlanShape, marginalRatesShape } from "./marginal-terms.ts";
import type {
  DailySales,
  PolicyPresentValueInput,
  PresentValueTerms,
} from "./present-value-terms.ts";
import { dailySalesShape, presentValueRatesShape } from "./present-value-terms.ts";

/** A record of which one field may be left out. */
export type Without<T, K extends keyof T> = Omit<T, K> & Partial<Pick<T, K>>;

/** A marginal analysis, of which one field of base or plan is sought. */
export type MarginalBreakEvenInput<
  InPlan extends keyof MarginalPlan = never,
  InBase extends keyof MarginalBase = never,
> = Omit<MarginalAnalysisInput, "base" | "plan"> & {
  /** Which model: the sales won or given up. */
  readonly model: "marginal";
  /** The policy as it is. */
  readonly base: Without<MarginalBase, InBase>;
  /** The plan. */
  readonly plan: Without<MarginalPlan, InPlan>;
};

/** A comparison by present value, of which one field of the plan is sought. */
export type PresentValueBreakEvenInput<InPlan extends keyof DailySales> = Omit<
  PolicyPresentValueInput,
  "plan"
> & {
  /** Which model: all sales, by present value. */
  readonly model: "present-value";
  /** How the product would be sold under the plan. */
  readonly plan: Without<DailySales, InPlan>;
};

/** What can be sought, and where it stands in each model. */
const FIELDS = {
  badDebtRate: { marginal: "plan.incrementBadDebtRate", "present-value": "plan.badDebtRate" },
  dso: { marginal: "plan.incrementDso", "present-value": "plan.dso" },
  margin: { marginal: "base.margin", "present-value": "plan.unitCost" },
  sales: { marginal: "plan.creditSales", "present-value": "plan.unitsPerDay" },
} as const;

/** What can be sought. */
export type Sought = keyof typeof FIELDS;

/** The schema of every break-even: any of the fields sought may be left out. */
export const breakEvenSchema = lazily(() => {
  const plan = marginalPlanShape();
  const base = marginalBaseShape();
  const daily = dailySalesShape();
  return variants("model", {
    marginal: object({
      model: word("marginal"),
      ...marginalRatesShape(),
      base: object({ ...base, margin: optional(base.margin) }),
      plan: object({
        ...plan,
        creditSales: optional(plan.creditSales),
        incrementDso: optional(plan.incrementDso),
        incrementBadDebtRate: optional(plan.incrementBadDebtRate),
      }),
    }),
    "present-value": object({
      model: word("present-value"),
      ...presentValueRatesShape(),
      base: object(daily),
      plan: object({
        unitPrice: daily.unitPrice,
        unitCost: optional(daily.unitCost),
        unitsPerDay: optional(daily.unitsPerDay),
        dso: optional(daily.dso),
        badDebtRate: optional(daily.badDebtRate),
      }),
    }),
  });
});

type BreakEvenTerms = Read<Terms<ReturnType<typeof breakEvenSchema>>>;

/** The input of a model, complete but for the field sought, which holds 0. */
export interface BreakEvenOf<Model extends string, ModelTerms> {
  readonly model: Model;
  readonly terms: Read<ModelTerms>;
  /** Paths of the fields that stay as they are. */
  readonly heldFixed: readonly string[];
  /** Names the field sought where it was given. */
  readonly caveats: readonly Caveat[];
}

/** A break-even of one of the two models. */
export type BreakEven =
  BreakEvenOf<"marginal", MarginalTerms> | BreakEvenOf<"present-value", PresentValueTerms>;

/** Reads the input of a break-even: everything but the field sought must be there. */
export function readBreakEven(fn: string, sought: Sought, input: object): BreakEven {
  const terms = read(fn, breakEvenSchema, input as never) as BreakEvenTerms;
  const path = FIELDS[sought][terms.model];
  const others = Object.values(FIELDS)
    .map((field) => field[terms.model])
    .filter((other) => other !== path);
  requireGiven(fn, terms, others);
  const caveats = valueAt(terms, path) ? [{ code: "field_ignored", field: path }] : [];
  const heldFixed = heldIn(terms).filter((other) => other !== path);
  return { model: terms.model, terms: filled(terms, path), heldFixed, caveats } as BreakEven;
}

function requireGiven(fn: string, terms: BreakEvenTerms, paths: readonly string[]): void {
  const missing = paths.filter((path) => !valueAt(terms, path));
  const issues: Issue[] = missing.map((path) => issue(path, "must be given"));
  if (issues.length > 0) throw new CreditError("invalid_input", fn, issues);
}

function valueAt(terms: BreakEvenTerms, path: string): unknown {
  const [part, field] = path.split(".") as ["base" | "plan", string];
  return (terms[part] as Readonly<Record<string, unknown>>)[field];
}

/** Every number of base and plan. */
function heldIn({ base, plan }: BreakEvenTerms): string[] {
  const named = (part: string, fields: object): string[] =>
    Object.entries(fields).flatMap(([field, value]) =>
      value instanceof Fraction ? [`${part}.${field}`] : [],
    );
  return [...named("base", base), ...named("plan", plan)];
}

function filled(terms: BreakEvenTerms, path: string): object {
  const [part, field] = path.split(".") as ["base" | "plan", string];
  return { ...terms, [part]: { ...terms[part], [field]: ZERO } };
}
