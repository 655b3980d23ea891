/**
 * @module collections/dunning-rows
 *
 * One row of the dunning schedule: stage, dates, amount, interest, and what is to be done.
 */
import { formatDay } from "../ground/days.ts";
import type { Figure } from "../ground/figure.ts";
import { figure } from "../ground/figure.ts";
import { Fraction, sumOf, ZERO } from "../ground/fraction.ts";
import type { Terms } from "../ground/input.ts";
import type { LedgerData } from "../ledger/ledger.ts";
import { itemId } from "../ledger/recompute.ts";
import type { dunningScheduleSchema } from "./dunning.ts";
import type { DebtGroup, DebtUnit } from "./dunning-debts.ts";
import { DebtFigures, installmentOf, oldestOf } from "./dunning-debts.ts";
import type { DunningAction, DunningRow, DunningStatus } from "./dunning-types.ts";
import { exactly } from "./forecast-later.ts";
import type { ReadRate } from "./interest-rates.ts";
import { interestOf } from "./interest.ts";
import { stageOf, stepAt } from "./stage.ts";

/** The question as read. */
export type DunningTerms = Terms<ReturnType<typeof dunningScheduleSchema>>;

type Action = DunningTerms["history"][number];

/** Makes rows of groups of debts. */
export class DunningView {
  readonly #data: LedgerData;
  readonly #terms: DunningTerms;
  readonly #rates: readonly ReadRate[] | undefined;
  readonly #blocked: ReadonlySet<string>;
  readonly #history = new Map<string, Action[]>();

  constructor(data: LedgerData, terms: DunningTerms, rates: readonly ReadRate[] | undefined) {
    this.#data = data;
    this.#terms = terms;
    this.#rates = rates;
    const { asOf, blocked, history } = terms;
    const inForce = blocked.filter(({ until }) => until === undefined || until >= asOf);
    this.#blocked = new Set(inForce.map(({ party }) => party));
    for (const action of history) {
      if (action.on > asOf) continue;
      const known = this.#history.get(action.party) ?? [];
      known.push(action);
      this.#history.set(action.party, known);
    }
  }

  row(group: DebtGroup): DunningRow {
    const { asOf, by, ladder, below, party: own, dimension } = this.#terms;
    const party = this.#data.journal.party.categories[group.party] as string;
    const scope = by === "party" ? { party, dimension } : { party: own, dimension };
    const figures = new DebtFigures(this.#data, asOf, by, scope);
    const oldest = oldestOf(group) as DebtUnit;
    const oldestDays = figures.days(oldest);
    const counted = this.#counted(oldestDays, oldest.age);
    const step = stepAt(Number(counted.numerator), ladder);
    const amount = figures.amount(group.units, { from: this.firstAge(), to: null });
    const due = asOf - oldest.age;
    const lastAction = this.#lastAction(party, oldest, due);
    const status = this.#status(party, step, exactly(amount), lastAction);
    const at = step === undefined ? undefined : ladder[step];
    const next = ladder.find(({ fromDay }) => fromDay > Number(counted.numerator));
    const item = itemId(this.#data, oldest.item);
    const installment = installmentOf(this.#data, oldest.unit, oldest.item);
    return {
      party,
      ...(by === "item" ? { item, ...(installment === undefined ? {} : { installment }) } : {}),
      status,
      stage: stageOf(counted, ladder, below),
      since: at ? formatDay(this.#reachedOn(due, at.fromDay)) : null,
      nextStage: next?.stage ?? null,
      nextOn: next ? formatDay(this.#reachedOn(due, next.fromDay)) : null,
      amount,
      oldestDays,
      ...(this.#rates ? { interest: this.#interest(group, figures, this.#rates) } : {}),
      payBy:
        status === "act" && at?.payWithin !== undefined ? formatDay(asOf + at.payWithin) : null,
      actor: at?.actor ?? null,
      lastAction: lastAction ? actionOf(lastAction) : null,
    };
  }

  /** The least days past due that are on the ladder. */
  firstAge(): number {
    const { ladder, graceDays } = this.#terms;
    const first = ladder[0]?.fromDay ?? 0;
    return first > 0 ? Math.max(first, graceDays + 1) : first;
  }

  /** Days past due, those of grace counting as none. */
  #counted(oldest: Figure, age: number): Fraction {
    const { graceDays } = this.#terms;
    const daysPastDue = exactly(oldest);
    if (graceDays === 0) return daysPastDue;
    const days = Fraction.whole(age > graceDays ? age : Math.min(age, 0));
    const inputs = { daysPastDue, graceDays };
    return exactly(figure("collections/days-after-grace", days, "days", inputs));
  }

  /** The day on which a debt comes to a step. */
  #reachedOn(due: number, fromDay: number): number {
    const { graceDays } = this.#terms;
    return due + (fromDay > 0 ? Math.max(fromDay, graceDays + 1) : fromDay);
  }

  /** The last letter about this debt: those from before it was on the ladder were about others. */
  #lastAction(party: string, oldest: DebtUnit, due: number): Action | undefined {
    const { by, ladder } = this.#terms;
    const id = itemId(this.#data, oldest.item);
    const since = due + (ladder[0]?.fromDay ?? 0);
    let last: Action | undefined;
    for (const action of this.#history.get(party) ?? []) {
      const isAbout = action.item === undefined || (by === "item" && action.item === id);
      if (isAbout && action.on >= since && (!last || action.on >= last.on)) last = action;
    }
    return last;
  }

  #status(
    party: string,
    step: number | undefined,
    amount: Fraction,
    last: Action | undefined,
  ): DunningStatus {
    const { asOf, ladder, minimumAmount, minimumInterval } = this.#terms;
    if (this.#blocked.has(party)) return "blocked";
    if (step === undefined) return "undefined";
    if (amount.compare(minimumAmount) < 0) return "below-minimum";
    if (!last) return "act";
    if (ladder.findIndex(({ stage }) => stage === last.stage) >= step) return "sent";
    return last.on + minimumInterval > asOf ? "wait" : "act";
  }

  /** Interest on what is asked for, each age from its own due date. */
  #interest(
    { units }: DebtGroup,
    figures: DebtFigures,
    rates: readonly ReadRate[],
  ): Figure<"collections/interest-to-date"> {
    const { asOf, yearDays } = this.#terms;
    const { currency } = this.#data;
    const ages = [...new Set(units.map(({ age }) => age))].filter((age) => age > 0);
    const rows = ages.map((age) => {
      const ofAge = units.filter((each) => each.age === age);
      const principal = exactly(figures.amount(ofAge, { from: age, to: age }));
      const walk = { principal, dueDate: asOf - age, until: asOf, payments: [], rates };
      const terms = { ...walk, order: "interest-first", cap: undefined } as const;
      return { daysPastDue: age, interest: exactly(interestOf(terms, yearDays, currency)) };
    });
    const interest = rows.length === 0 ? ZERO : sumOf(rows.map((row) => row.interest));
    const inputs = { debts: rows };
    return figure("collections/interest-to-date", interest, "money", inputs, { currency });
  }
}

function actionOf({ party, item, stage, on }: Action): DunningAction {
  return { party, ...(item === undefined ? {} : { item }), stage, on: formatDay(on) };
}
