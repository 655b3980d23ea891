/**
 * @module aging/comparison-rows
 *
 * One segment compared: amounts, shares, and how they differ from last month and from plan.
 */
import type { Absent, Figure } from "../ground/figure.ts";
import { absent, figure } from "../ground/figure.ts";
import type { Fraction } from "../ground/fraction.ts";
import { sumOf, ZERO } from "../ground/fraction.ts";
import type { AgingMeasure, ComparedMeasure, ComparedSegment } from "./comparison.ts";
import type { ComparedMeasures, ComparisonTerms } from "./comparison-input.ts";

/** What every row is asked. */
export interface ComparisonQuestion {
  /** Planned shares by segment; those of all together under undefined. */
  readonly plans: ReadonlyMap<string | undefined, PlanTerms>;
  readonly longOverdueFrom: string;
  readonly currency: string | undefined;
}

type PlanTerms = NonNullable<ComparisonTerms["plan"]>[number];

/** A row this month, beside the same row last month. */
export function comparedRow(
  question: ComparisonQuestion,
  now: ComparedMeasures,
  before: ComparedMeasures | undefined,
  segment: string | undefined,
): Omit<ComparedSegment, "segment"> {
  const plan = question.plans.get(segment);
  const compare = (name: AgingMeasure) => {
    const amounts = (row: ComparedMeasures) => amountOf(question, row, name);
    return compared(question, amounts(now), before && amounts(before), plan?.[name]);
  };
  return {
    receivables: asFigure(question, now.gross),
    ...(now.overdue && { overdue: compare("overdue") }),
    longOverdue: compare("longOverdue"),
    ...(now.disputed && { disputed: compare("disputed") }),
  };
}

/** An amount and the receivables it is a part of. */
interface Part {
  readonly amount: Fraction;
  readonly receivables: Fraction;
}

function amountOf(question: ComparisonQuestion, row: ComparedMeasures, name: AgingMeasure): Part {
  const receivables = row.gross;
  if (name !== "longOverdue") return { amount: row[name] ?? ZERO, receivables };
  const first = row.buckets.findIndex(({ label }) => label === question.longOverdueFrom);
  const classes = first < 0 ? [] : row.buckets.slice(first);
  const total = sumOf(classes.map(({ amount }) => amount));
  const inputs = { classes: classes.map(({ label, amount }) => ({ label, amount })) };
  const { currency } = question;
  const origin = figure("aging/long-overdue", total, "money", inputs, { currency });
  return { amount: total.from(origin), receivables };
}

function compared(
  question: ComparisonQuestion,
  now: Part,
  before: Part | undefined,
  target: Fraction | undefined,
): ComparedMeasure {
  const { currency } = question;
  const share = shareOf(now);
  const last = before && shareOf(before);
  const againstPlan = target && share.exact && planGap(share.exact, target);
  const previousAgainstPlan = target && last?.exact && planGap(last.exact, target);
  return {
    amount: asFigure(question, now.amount),
    share: share.figure,
    ...(share.exact &&
      last?.exact && {
        shareChange: figure<Figure<"aging/share-change">>(
          "aging/share-change",
          share.exact.minus(last.exact),
          "fraction",
          { current: share.exact, previous: last.exact },
        ),
      }),
    ...(before && {
      amountChange: figure<Figure<"aging/amount-change">>(
        "aging/amount-change",
        now.amount.minus(before.amount),
        "money",
        { current: now.amount, previous: before.amount },
        { currency },
      ),
    }),
    ...(againstPlan && { againstPlan }),
    ...(previousAgainstPlan && { previousAgainstPlan }),
  };
}

function shareOf({ amount, receivables }: Part): {
  readonly figure: Figure<"aging/share-of-receivables"> | Absent;
  readonly exact?: Fraction;
} {
  const id = "aging/share-of-receivables";
  const inputs = { amount, receivables };
  if (receivables.sign <= 0) {
    const message = "there are no receivables for it to be a share of";
    return { figure: absent(id, "fraction", inputs, "not_defined", message) };
  }
  const exact = amount.over(receivables);
  const share = figure<Figure<"aging/share-of-receivables">>(id, exact, "fraction", inputs);
  return { figure: share, exact: exact.from(share) };
}

function planGap(share: Fraction, plan: Fraction): Figure<"aging/share-against-plan"> {
  return figure("aging/share-against-plan", share.minus(plan), "fraction", { share, plan });
}

/** The figure that an amount was read from, or one that says where it is from. */
function asFigure({ currency }: ComparisonQuestion, amount: Fraction): Figure {
  const { origin } = amount;
  if (typeof origin === "object" && origin !== null && Object.hasOwn(origin, "formula")) {
    return origin as Figure;
  }
  const inputs = { classes: [{ label: "as given", amount }] };
  return figure("aging/long-overdue", amount, "money", inputs, { currency });
}
