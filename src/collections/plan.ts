/**
 * @module collections/plan
 *
 * What is to come in, and when: the open items by the week or month in which they are due.
 */
import { formatDay } from "../ground/days.ts";
import type { Figure } from "../ground/figure.ts";
import { figureColumns } from "../ground/figure-columns.ts";
import { lazily, read } from "../ground/input.ts";
import { isoDay, object, wholeNumber, withDefault } from "../ground/input-atoms.ts";
import type { DaySpan } from "../ground/months.ts";
import { Rows } from "../ground/rows.ts";
import type { Ledger, LedgerData } from "../ledger/ledger.ts";
import { insideOf, requireKnown } from "../ledger/ledger.ts";
import type { LedgerScope, ScopeTerms } from "../ledger/scope.ts";
import { scopeShape, scopeTest } from "../ledger/scope.ts";
import type { PlanBy } from "./due-periods.ts";
import { MAX_PLAN_PERIODS, periodsFrom, planBy } from "./due-periods.ts";
import type { AgeSpan, Collectable, OpenCell, OpenOfParty } from "./open-by-age.ts";
import { OpenBook, OpenFigures, sumOfCells } from "./open-by-age.ts";

/** What {@link collectionPlan} asks. */
export interface CollectionPlanInput extends LedgerScope {
  /** The day at whose end items are open. */
  readonly asOf: string;
  /** By calendar weeks (Monday to Sunday) or calendar months. */
  readonly by: PlanBy;
  /** How many weeks or months, the running one included; 12 unless stated. */
  readonly periods?: number;
}

/** What is due in one week or month. */
export interface PlanPeriod {
  /** First day on which it can come in. */
  readonly from: string;
  /** Last day of the week or month. */
  readonly to: string;
  /** What is open, not disputed and due by then, and was not due before. */
  readonly amount: Collectable;
}

/** What is to come in, by when it is due. */
export interface PlanAmounts {
  /** Due before the day of the plan. */
  readonly overdue: Collectable;
  /** By week or month; the first also has what is due on the day of the plan itself. */
  readonly periods: readonly PlanPeriod[];
  /** Due after the last period. */
  readonly later: Collectable;
  /** Everything that is open and not disputed: overdue, all periods and later together. */
  readonly total: Collectable;
  /** The disputed part of open items, which is in none of these. */
  readonly disputed: Figure<"ledger/disputed">;
  /** Open credit items, which are taken off none of these. */
  readonly credits: Figure<"ledger/credits">;
}

/** What is to come in from one customer. */
export interface PlanOfParty extends PlanAmounts {
  /** The customer. */
  readonly party: string;
}

/** A collection plan: in total and by customer. */
export interface CollectionPlan extends PlanAmounts {
  /** The day of the plan. */
  readonly asOf: string;
  /** Weeks or months. */
  readonly by: PlanBy;
  /** Currency of the amounts. */
  readonly currency: string;
  /** One row a customer with open items. */
  readonly parties: Rows<PlanOfParty>;
}

/** The schema of {@link CollectionPlanInput}. */
export const collectionPlanSchema = lazily(() =>
  object({
    asOf: isoDay(),
    by: planBy(),
    periods: withDefault(wholeNumber(1, MAX_PLAN_PERIODS), 12),
    ...scopeShape(),
  }),
);

/**
 * The collection plan (收款计划): what is open and not disputed, by the week or month in which it is
 * due, what is overdue first.
 *
 * Use it to tell collectors and the treasurer what falls due; it says when money is owed and not
 * when it comes, for which see {@link cashForecast}. Compare it with what came by {@link
 * planAttainment}.
 *
 * @formula amount = open − disputed, of the debit items due in the period; overdue + Σ periods +
 *   later = total
 * @units money in the ledger's currency
 *
 * @param ledger - The ledger.
 * @param input - The day, weeks or months, how many, and the scope. The first period begins the day
 *   after `asOf`, for what came on the day itself is in the ledger already.
 * @returns The amounts in total and by customer. Credit items are shown beside them and taken off
 *   nothing: which item they will settle is not known.
 *
 * @throws {@link CreditError} `invalid_input`: an unknown dimension, or periods past 9999.
 * @throws {@link CreditError} `history_too_short`: before the ledger's snapshots.
 *
 * @source ours; the plan that slide 74 of the "3+1" deck compares the month with is not in it
 *
 * @example
 * ```ts
 * const ledger = ledgerFromItems(
 *   [
 *     { id: "1", party: "A", documentDate: "2026-05-10", terms: "net 30", amount: 500 },
 *     { id: "2", party: "A", documentDate: "2026-06-10", terms: "net 30", amount: 300 },
 *     { id: "3", party: "B", documentDate: "2026-06-20", terms: "net 60", amount: 900 },
 *   ],
 *   { currency: "EUR" },
 * );
 * const plan = collectionPlan(ledger, { asOf: "2026-06-30", by: "month", periods: 2 });
 * plan.overdue.value.toNumber(); // => 500
 * plan.periods.map(({ to, amount }) => `${to}: ${amount.value}`);
 * // => ["2026-07-31: 300", "2026-08-31: 900"]
 * ```
 */
export function collectionPlan(ledger: Ledger, input: CollectionPlanInput): CollectionPlan {
  const fn = "collectionPlan";
  const data = insideOf(fn, ledger);
  const { asOf, by, periods: count, ...scope } = read(fn, collectionPlanSchema, input);
  requireKnown(fn, data, asOf);
  const spans = periodsFrom(fn, asOf + 1, by, count);
  const open = new OpenBook(data, asOf, scopeTest(fn, data, scope));
  const plan = new Plan(data, asOf, spans);
  const row = (index: number): PlanOfParty => {
    const code = open.parties[index] as number;
    const party = data.journal.party.categories[code] as string;
    return { party, ...plan.amounts({ ...scope, party }, open.of(code)) };
  };
  const parties: Rows<PlanOfParty> = new Rows(open.parties.length, row, () =>
    figureColumns(parties, data.places),
  );
  return {
    asOf: formatDay(asOf),
    by,
    currency: data.currency,
    ...plan.amounts(scope, open.all()),
    parties,
  };
}

/** Sorts ages into periods. */
class Plan {
  readonly #data: LedgerData;
  readonly #asOf: number;
  /** First and last day of each period. */
  readonly #dates: readonly { readonly from: string; readonly to: string }[];
  /** Days past due of overdue items, of each period, and of what is due later. */
  readonly #ages: readonly AgeSpan[];

  constructor(data: LedgerData, asOf: number, spans: readonly DaySpan[]) {
    this.#data = data;
    this.#asOf = asOf;
    this.#dates = spans.map(({ from, to }) => ({ from: formatDay(from), to: formatDay(to) }));
    const last = (spans[spans.length - 1] as DaySpan).to;
    this.#ages = [
      { from: 1, to: null },
      // What is due on the day itself can only come in later.
      ...spans.map(({ from, to }, index) => ({
        from: asOf - to,
        to: index === 0 ? 0 : asOf - from,
      })),
      { from: null, to: asOf - last - 1 },
    ];
  }

  amounts(scope: ScopeTerms, open: OpenOfParty): PlanAmounts {
    const figures = new OpenFigures(this.#data, this.#asOf, scope);
    const cells = this.#cells(open);
    const amounts = this.#ages.map((ages, index) =>
      figures.collectable(ages, sumOfCells(cells[index] as readonly OpenCell[])),
    );
    const all = sumOfCells(open.byAge);
    const [overdue, ...rest] = amounts as [Collectable, ...Collectable[]];
    return {
      overdue,
      periods: this.#dates.map(({ from, to }, index) => ({
        from,
        to,
        amount: rest[index] as Collectable,
      })),
      later: rest[this.#dates.length] as Collectable,
      total: figures.collectable({ from: null, to: null }, all),
      disputed: figures.disputed(all),
      credits: figures.credits(open),
    };
  }

  /** What is open, place by place. */
  #cells({ byAge }: OpenOfParty): OpenCell[][] {
    const cells = this.#ages.map((): OpenCell[] => []);
    for (const cell of byAge) cells[this.#placeOf(cell.age)]?.push(cell);
    return cells;
  }

  /** Where an age belongs: the ages of the places descend. */
  #placeOf(age: number): number {
    let [low, high] = [0, this.#ages.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      const { from } = this.#ages[middle] as AgeSpan;
      if (from === null || age >= from) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}
