/**
 * @module collections/forecast
 *
 * When money will come, by three methods: the customers' habits, a DSO target, roll rates.
 */
import { formatDay } from "../ground/days.ts";
import { refuse } from "../ground/errors.ts";
import { ZERO } from "../ground/fraction.ts";
import type { Terms } from "../ground/input.ts";
import { lazily, read } from "../ground/input.ts";
import {
  days,
  isoDay,
  list,
  object,
  optional,
  rate,
  wholeNumber,
  word,
} from "../ground/input-atoms.ts";
import { salesPeriods } from "../ground/input-periods.ts";
import type { DaySpan } from "../ground/months.ts";
import { addMonths } from "../ground/months.ts";
import { receivablesBalance } from "../ledger/balance.ts";
import { bucketsOf, checkEdges } from "../ledger/buckets.ts";
import { MAX_EDGES } from "../ledger/edge-terms.ts";
import type { Ledger, LedgerData } from "../ledger/ledger.ts";
import { insideOf, requireKnown } from "../ledger/ledger.ts";
import type { ScopeTerms } from "../ledger/scope.ts";
import { scopeShape, scopeTest } from "../ledger/scope.ts";
import type { PlanBy } from "./due-periods.ts";
import { MAX_PLAN_PERIODS, periodsFrom, planBy } from "./due-periods.ts";
import { forecastByHabit } from "./forecast-days-late.ts";
import { forecastByTarget } from "./forecast-dso-target.ts";
import { forecastByRollRates } from "./forecast-roll-rates.ts";
import type {
  CashByDaysLate,
  CashByDsoTarget,
  CashByRollRates,
  CashForecast,
  CashForecastInput,
  DaysLateForecastInput,
  DsoTargetForecastInput,
  RollRateForecastInput,
} from "./forecast-types.ts";
import { Habits } from "./habits.ts";
import { OpenBook } from "./open-by-age.ts";

const FN = "cashForecast";

/** The schema of {@link CashForecastInput}: the fields of all methods; each refuses the others'. */
export const cashForecastSchema = lazily(() =>
  object({
    method: word("days-late", "dso-target", "roll-rates"),
    asOf: isoDay(),
    by: optional(planBy()),
    periods: optional(wholeNumber(1, MAX_PLAN_PERIODS)),
    months: optional(wholeNumber(1, 1200)),
    dso: optional(days()),
    sales: optional(salesPeriods()),
    edges: optional(list(wholeNumber(0, 100_000), { atMost: MAX_EDGES })),
    rates: optional(list(rate(), { atMost: MAX_EDGES + 2 })),
    ...scopeShape(),
  }),
);

type ForecastTerms = Terms<ReturnType<typeof cashForecastSchema>>;

/** The fields that only some methods take. */
const FIELDS = {
  "days-late": ["by", "periods", "months"],
  "dso-target": ["dso", "sales"],
  "roll-rates": ["by", "periods", "edges", "rates"],
} as const satisfies Readonly<Record<CashForecastInput["method"], readonly string[]>>;

/** Periods of a forecast by roll rates: each rests on the one before. */
const MAX_ROLLS = 60;

/**
 * The cash forecast (回款预测): what will come in week by week or month by month, by one of three
 * methods.
 *
 * Use `days-late` where the ledger knows how customers paid: every open, undisputed item is
 * expected as many days after its due date as its customer paid late on average (by amount, early
 * payment counting against late) in the months up to `asOf`; a customer that paid nothing then is
 * taken to pay like the whole ledger; what should have come already is expected in the first
 * period. Use `dso-target` to say what must come for a target to be met, and `roll-rates` where
 * only rates by class are known. What is merely due, without a guess, is {@link collectionPlan}.
 *
 * @formula days-late: Σ (open − disputed) of the items with max(days late − days past due, 0) in
 *   the period, part of a day counting as a day; dso-target: cash = opening + sales − closing,
 *   closing = min(DSO × sales ÷ days, opening + sales); roll-rates: cash = Σ balance × (1 − rate)
 * @units money in the ledger's currency
 *
 * @param ledger - The ledger; nothing dated after `asOf` is looked at.
 * @param input - The method and what it needs; see the types of the three.
 * @returns Cash by period; for `days-late` also by customer, with its habit. Sales still to be made
 *   are in a forecast by DSO target only.
 *
 * @throws {@link CreditError} `invalid_input`: a field of another method, or one missing; sales
 *   that do not begin the day after `asOf`; not one rate a class; for roll rates a day that ends no
 *   week or month.
 * @throws {@link CreditError} `not_defined`: nothing was paid in the months before.
 * @throws {@link CreditError} `history_too_short`: before the ledger's snapshots.
 *
 * @source `dso-target`: "3+1" deck, slides 70 and 71, of which only the titles are left; the others
 *   ours. How near `days-late` comes is measured in docs/collections.md
 *
 * @example
 * ```ts
 * const items = [
 *   {
 *     id: "1",
 *     party: "A",
 *     documentDate: "2026-04-01",
 *     terms: "net 30",
 *     amount: 400,
 *     applications: [{ date: "2026-05-13", amount: 400, kind: "payment" as const }],
 *   },
 *   { id: "2", party: "A", documentDate: "2026-05-26", terms: "net 30", amount: 700 },
 * ];
 * const ledger = ledgerFromItems(items, { currency: "EUR" });
 * const asOf = "2026-06-30";
 * const habit = cashForecast(ledger, { method: "days-late", asOf, by: "week", periods: 2 });
 * // 12 days late in May, so of 25 June: on 7 July.
 * habit.periods.map(({ to, amount }) => `${to}: ${amount.value}`);
 * // => ["2026-07-05: 0", "2026-07-12: 700"]
 * const sales = [{ period: "2026-07", sales: 620 }];
 * const target = cashForecast(ledger, { method: "dso-target", asOf, dso: 40, sales });
 * target.periods[0]?.amount.value.toNumber(); // => 520
 * ```
 */
export function cashForecast(ledger: Ledger, input: DaysLateForecastInput): CashByDaysLate;
export function cashForecast(ledger: Ledger, input: DsoTargetForecastInput): CashByDsoTarget;
export function cashForecast(ledger: Ledger, input: RollRateForecastInput): CashByRollRates;
export function cashForecast(ledger: Ledger, input: CashForecastInput): CashForecast;
export function cashForecast(ledger: Ledger, input: CashForecastInput): CashForecast {
  const data = insideOf(FN, ledger);
  const terms = read(FN, cashForecastSchema, input);
  refuseOthers(terms);
  requireKnown(FN, data, terms.asOf);
  if (terms.method === "days-late") return byHabit(data, terms);
  return terms.method === "dso-target" ? byTarget(ledger, data, terms) : byRollRates(data, terms);
}

/** A field of another method says that the caller means something else. */
function refuseOthers(terms: ForecastTerms): void {
  const own: readonly string[] = FIELDS[terms.method];
  for (const field of Object.values(FIELDS).flat()) {
    if (own.includes(field) || terms[field] === undefined) continue;
    refuse(FN, field, `must be left out for the method ${terms.method}`);
  }
}

function byHabit(data: LedgerData, terms: ForecastTerms): CashByDaysLate {
  const { asOf, periods = 12, months = 12 } = terms;
  const spans = periodsFrom(FN, asOf + 1, required(terms, "by"), periods);
  const scope = scopeOf(terms);
  const test = scopeTest(FN, data, scope);
  const window: DaySpan = { from: addMonths(asOf, -months) + 1, to: asOf };
  requireKnown(FN, data, window.from, "months");
  const habits = new Habits(FN, data, window, scope, test);
  const open = new OpenBook(data, asOf, test);
  return {
    method: "days-late",
    asOf: formatDay(asOf),
    currency: data.currency,
    measured: { from: formatDay(window.from), to: formatDay(window.to) },
    ...forecastByHabit({ data, asOf, spans, scope, open, habits }),
  };
}

function byTarget(ledger: Ledger, data: LedgerData, terms: ForecastTerms): CashByDsoTarget {
  const { party, dimension } = terms;
  // An unknown dimension is refused here, in this function's name.
  scopeTest(FN, data, scopeOf(terms));
  const asOf = formatDay(terms.asOf);
  const dso = required(terms, "dso");
  const sales = required(terms, "sales");
  const next = formatDay(terms.asOf + 1);
  if (sales[0]?.from !== terms.asOf + 1) {
    refuse(FN, "sales[0].period", `must begin on ${next}, the day after \`asOf\``);
  }
  sales.forEach(({ sales: planned }, index) => {
    if (planned.compare(ZERO) >= 0) return;
    refuse(FN, `sales[${String(index)}].sales`, "must be at least 0");
  });
  const scope = { ...(party === undefined ? {} : { party }), ...asGiven(dimension) };
  const balance = receivablesBalance(ledger, { asOf, ...scope });
  const { currency } = ledger;
  return {
    method: "dso-target",
    asOf,
    currency,
    periods: forecastByTarget(balance, dso, sales, currency),
  };
}

function asGiven(dimension: ForecastTerms["dimension"]) {
  if (!dimension) return {};
  const { name, value } = dimension;
  return { dimension: value === undefined ? { name } : { name, value } };
}

function byRollRates(data: LedgerData, terms: ForecastTerms): CashByRollRates {
  const { asOf, edges = [30, 60, 90], periods = 12 } = terms;
  const by = required(terms, "by");
  const rates = required(terms, "rates");
  const classes = { unit: "days", ends: edges } as const;
  const rule = { basis: "due-date", edges: classes, dueDayIsOverdue: false } as const;
  checkEdges(FN, rule);
  const buckets = bucketsOf(rule);
  if (rates.length !== buckets.length) {
    const count = String(buckets.length);
    refuse(FN, "rates", `must be ${count} rates, one a class: ${labels(buckets)}`);
  }
  requireWhole(asOf, by);
  if (periods > MAX_ROLLS) refuse(FN, "periods", `must be at most ${String(MAX_ROLLS)}`);
  const spans = periodsFrom(FN, asOf + 1, by, periods);
  const scope = scopeOf(terms);
  const open = new OpenBook(data, asOf, scopeTest(FN, data, scope)).all();
  return {
    method: "roll-rates",
    asOf: formatDay(asOf),
    currency: data.currency,
    ...forecastByRollRates({ data, asOf, scope, open, buckets, rates, spans }),
  };
}

/** A roll rate is of a whole week or month: the first period must be one. */
function requireWhole(asOf: number, by: PlanBy): void {
  const [ending] = periodsFrom(FN, asOf, by, 1);
  if (ending?.to === asOf) return;
  refuse(FN, "asOf", `must be the last day of a ${by}: roll rates are of whole ones`);
}

function labels(buckets: readonly { readonly label: string }[]): string {
  return buckets.map(({ label }) => label).join(", ");
}

function scopeOf({ party, dimension }: ForecastTerms): ScopeTerms {
  return { party, dimension };
}

function required<K extends "by" | "dso" | "sales" | "rates">(
  terms: ForecastTerms,
  field: K,
): NonNullable<ForecastTerms[K]> {
  return terms[field] ?? refuse(FN, field, `must be given for the method ${terms.method}`);
}
