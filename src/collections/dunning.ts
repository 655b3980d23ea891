/**
 * @module collections/dunning
 *
 * A round of letters: who has come to which stage, and what is to be done today.
 */
import { refuse } from "../ground/errors.ts";
import { figureColumns } from "../ground/figure-columns.ts";
import { lazily, read } from "../ground/input.ts";
import {
  amount,
  isoDay,
  list,
  object,
  optional,
  text,
  wholeNumber,
  withDefault,
  word,
  yearDays,
} from "../ground/input-atoms.ts";
import { Rows } from "../ground/rows.ts";
import type { Ledger, LedgerData } from "../ledger/ledger.ts";
import { insideOf, requireKnown } from "../ledger/ledger.ts";
import { itemId } from "../ledger/recompute.ts";
import { scopeShape, scopeTest } from "../ledger/scope.ts";
import { Debts } from "./dunning-debts.ts";
import type { DunningTerms } from "./dunning-rows.ts";
import { DunningView } from "./dunning-rows.ts";
import type { DunningRow, DunningScheduleInput } from "./dunning-types.ts";
import type { ReadRate } from "./interest-rates.ts";
import { interestRates, readRates } from "./interest-rates.ts";
import { checkLadder, dunningLadder } from "./stage.ts";

/** The schema of {@link DunningScheduleInput}. */
export const dunningScheduleSchema = lazily(() => {
  const action = object({ party: text(), item: optional(text()), stage: text(), on: isoDay() });
  const block = object({ party: text(), until: optional(isoDay()) });
  return object({
    asOf: isoDay(),
    ladder: dunningLadder(),
    below: withDefault(text(), "none"),
    by: withDefault(word("party", "item"), "party"),
    graceDays: withDefault(wholeNumber(0, 10_000), 0),
    minimumAmount: withDefault(amount(), 0),
    minimumInterval: withDefault(wholeNumber(0, 10_000), 0),
    history: withDefault(list(action), []),
    blocked: withDefault(list(block), []),
    exclude: withDefault(list(text()), []),
    rates: optional(interestRates()),
    yearDays: withDefault(yearDays(), 365),
    ...scopeShape(),
  });
});

const FN = "dunningSchedule";

/**
 * The dunning schedule (催收日程): of every customer or open item that has come to the ladder, the
 * stage and since when, the next one, what is asked for, who acts, and whether today.
 *
 * Use it for the daily or weekly round; for one debt use {@link dunningStage}, for the order of
 * calls {@link collectionPriority}. A customer stands where its oldest debt does. What is disputed
 * or excluded is not asked for, and of a customer's debts only those on the ladder are.
 *
 * @formula stage by the days past due of the oldest debt, days of grace counting as none; amount =
 *   open − disputed − excluded of the debts on the ladder; interest as {@link latePaymentInterest},
 *   on what is open now, from each due date
 * @units money in the ledger's currency; days
 *
 * @param ledger - The ledger.
 * @param input - The day, the ladder, and what else is to be minded: grace, history, blocks,
 *   minimums. A letter counts as sent where its stage is this one or a later one, and it is no
 *   older than the debt's first day on the ladder.
 * @returns One row for each that has reached the first step, in the order of the ledger. In a gap
 *   of the ladder `stage` is absent and `status` is `undefined`.
 *
 * @throws {@link CreditError} `invalid_input`: a ladder that does not ascend, an excluded item or
 *   history of a stage that there is not, rates that begin after the first late day, an unknown
 *   dimension.
 * @throws {@link CreditError} `history_too_short`: before the ledger's snapshots.
 *
 * @source the ladders in {@link dunningLadders}; who acts after the three-level dunning of the
 *   collection texts; grace, intervals, minimums and blocks as dunning runs of common systems have
 *   them
 *
 * @example
 * ```ts
 * const invoice = { party: "A", terms: "net 30", amount: 500 };
 * const ledger = ledgerFromItems(
 *   [
 *     { ...invoice, id: "1", documentDate: "2026-05-01" },
 *     { ...invoice, id: "2", documentDate: "2026-05-23" },
 *   ],
 *   { currency: "EUR" },
 * );
 * const ladder = dunningLadders.deckSlide99;
 * const [row] = dunningSchedule(ledger, { asOf: "2026-06-30", ladder });
 * // 30 and 8 days past due: both on the ladder, and the older one counts.
 * row?.stage.value?.toNumber(); // => 30
 * [row?.status, row?.since, row?.nextOn]; // => ["act", "2026-06-30", "2026-07-31"]
 * row?.amount.value.toNumber(); // => 1000
 * ```
 */
export function dunningSchedule(ledger: Ledger, input: DunningScheduleInput): Rows<DunningRow> {
  const data = insideOf(FN, ledger);
  const terms = read(FN, dunningScheduleSchema, input);
  const { asOf, by } = terms;
  requireKnown(FN, data, asOf);
  checkLadder(FN, terms.ladder);
  checkHistory(terms);
  const excluded = excludedItems(data, terms.exclude);
  const test = scopeTest(FN, data, { party: terms.party, dimension: terms.dimension });
  const fromAge = new DunningView(data, terms, undefined).firstAge();
  const debts = new Debts(data, { asOf, fromAge, by, excluded }, test);
  const view = new DunningView(data, terms, ratesOf(terms, debts));
  const rows: Rows<DunningRow> = new Rows(
    debts.count,
    (index) => view.row(debts.at(index)),
    () => figureColumns(rows, data.places),
  );
  return rows;
}

function checkHistory({ history, ladder }: DunningTerms): void {
  const stages = new Set(ladder.map(({ stage }) => stage));
  history.forEach(({ stage }, index) => {
    if (stages.has(stage)) return;
    refuse(FN, `history[${String(index)}].stage`, "must be a stage of the ladder", stage);
  });
}

/** The documents that are not asked for; refuses names that are none. */
function excludedItems(data: LedgerData, exclude: readonly string[]): Set<number> {
  const found = new Map<string, number>();
  const wanted = new Set(exclude);
  for (let item = 0; wanted.size > 0 && item < data.journal.count; item += 1) {
    const id = itemId(data, item);
    if (wanted.delete(id)) found.set(id, item);
  }
  exclude.forEach((id, index) => {
    if (found.has(id)) return;
    refuse(FN, `exclude[${String(index)}]`, "must be an item of the ledger", id);
  });
  return new Set(found.values());
}

/** Rates that reach back to the first late day of the oldest debt. */
function ratesOf({ asOf, rates }: DunningTerms, debts: Debts): ReadRate[] | undefined {
  return rates && readRates(FN, rates, asOf - debts.oldest() + 1);
}
