/**
 * @module aging/days-beyond-terms
 *
 * How late customers pay, or are: four readings of one name, none of them the default.
 */
import { formatDay } from "../ground/days.ts";
import { refuse } from "../ground/errors.ts";
import type { Absent, Figure } from "../ground/figure.ts";
import { figure, present } from "../ground/figure.ts";
import { lazily, read } from "../ground/input.ts";
import { isoDay, object, optional, word } from "../ground/input-atoms.ts";
import type { Ledger, LedgerData } from "../ledger/ledger.ts";
import { insideOf, requireKnown, snapshotCaveats } from "../ledger/ledger.ts";
import { minorFraction } from "../ledger/minor.ts";
import { openOfDays, openUnits } from "../ledger/open-units.ts";
import { paidByDays, paymentsOf } from "../ledger/payment-list.ts";
import { daysLate } from "../ledger/payment-list.kernel.ts";
import type { LedgerScope, ScopeTerms } from "../ledger/scope.ts";
import { scopeInputs, scopeShape, scopeTest } from "../ledger/scope.ts";
import {
  amountOf,
  rowsWithOrigin,
  weightedAverage,
  weightedRows,
  windowInputs,
} from "./late-figures.ts";

/** Which reading of days beyond terms; see {@link daysBeyondTerms}. */
export type DaysBeyondTermsVariant =
  "paid-signed" | "paid-late-only" | "open-over-all" | "open-over-past-due";

const VARIANTS = [
  "paid-signed",
  "paid-late-only",
  "open-over-all",
  "open-over-past-due",
] as const satisfies readonly DaysBeyondTermsVariant[];

/** What {@link daysBeyondTerms} asks. */
export interface DaysBeyondTermsInput extends LedgerScope {
  /** Which reading. */
  readonly variant: DaysBeyondTermsVariant;
  /** For the paid variants: first day of the payments. */
  readonly from?: string;
  /** For the paid variants: last day of the payments. */
  readonly to?: string;
  /** For the open variants: the day at whose end items are open. */
  readonly asOf?: string;
}

/** Average days beyond the due date. */
export type DaysBeyondTerms = Figure<`aging/days-beyond-terms-${DaysBeyondTermsVariant}`>;

/** The schema of {@link DaysBeyondTermsInput}. */
export const daysBeyondTermsSchema = lazily(() =>
  object({
    variant: word(...VARIANTS),
    from: optional(isoDay()),
    to: optional(isoDay()),
    asOf: optional(isoDay()),
    ...scopeShape(),
  }),
);

/**
 * Days beyond terms (加权平均逾期天数): how many days after the due date money comes, or has not come,
 * weighted by amount.
 *
 * Use `paid-signed` for the habit of payers (early payment counts against late), `paid-late-only`
 * where early payment earns no credit, `open-over-all` for the state of the whole book, and
 * `open-over-past-due` for how old the overdue part is. Figures of credit agencies by this name are
 * proprietary and none of these.
 *
 * @formula paid: Σ amount × (payment date − due date) ÷ Σ amount, `paid-late-only` with negative
 *   days as 0; open: Σ open × days past due (where above 0) ÷ Σ all open, or ÷ Σ open past due
 * @units days
 *
 * @param ledger - The ledger.
 * @param input - The variant; `from` and `to` for the paid ones, `asOf` for the open ones; scope.
 *   The open variants count credit items, signed.
 * @returns The average; its rows give the amount by number of days.
 *
 * @throws {@link CreditError} `invalid_input`: dates of the other kind of variant.
 * @throws {@link CreditError} `not_defined`: nothing was paid, or the denominator is not above 0.
 * @throws {@link CreditError} `history_too_short`: before the ledger's snapshots.
 *
 * @source usual definitions of credit associations, which vary; docs/ledger.md, "Payments"
 *
 * @example
 * ```ts
 * const open = (id: string, amount: number, documentDate: string) => ({
 *   id,
 *   party: "A",
 *   documentDate,
 *   terms: "net 30",
 *   amount,
 * });
 * const ledger = ledgerFromItems(
 *   [open("1", 120, "2001-04-20"), open("2", 310, "2001-05-16"), open("3", 600, "2001-06-10")],
 *   { currency: "CNY" },
 * );
 * const asOf = "2001-06-30";
 * const over = (variant: "open-over-all" | "open-over-past-due") =>
 *   daysBeyondTerms(ledger, { variant, asOf }).value.toFixed(4);
 * over("open-over-all"); // => "9.2913"
 * over("open-over-past-due"); // => "22.2558"
 * ```
 */
export function daysBeyondTerms(ledger: Ledger, input: DaysBeyondTermsInput): DaysBeyondTerms {
  const fn = "daysBeyondTerms";
  const data = insideOf(fn, ledger);
  const { variant, from, to, asOf, ...scope } = read(fn, daysBeyondTermsSchema, input);
  if (variant === "paid-signed" || variant === "paid-late-only") {
    if (asOf !== undefined) refuse(fn, "asOf", "must be left out for paid variants", input.asOf);
    if (from === undefined) refuse(fn, "from", "must be given for paid variants");
    if (to === undefined || to < from)
      refuse(fn, "to", "must be given, not before `from`", input.to);
    requireKnown(fn, data, from, "from");
    return present(fn, paid(data, variant, from, to, scope));
  }
  if (from !== undefined || to !== undefined) {
    refuse(fn, from === undefined ? "to" : "from", "must be left out for open variants");
  }
  if (asOf === undefined) refuse(fn, "asOf", "must be given for open variants");
  requireKnown(fn, data, asOf);
  return present(fn, open(data, variant, asOf, scope));
}

function paid(
  data: LedgerData,
  variant: "paid-signed" | "paid-late-only",
  from: number,
  to: number,
  scope: ScopeTerms,
): DaysBeyondTerms | Absent {
  const list = paymentsOf(data, { from, to }, scopeTest("daysBeyondTerms", data, scope));
  const amounts = paidByDays(list.amount, daysLate(list));
  const lateOnly = variant === "paid-late-only";
  const rows = weightedRows(data, amounts, lateOnly ? (days) => Math.max(days, 0) : undefined);
  const asked = { ...windowInputs(from, to), ...scopeInputs(scope), counted: "days-late" };
  const inputs = () => ({
    ...asked,
    payments: rowsWithOrigin(data, rows, "ledger/payments", asked),
  });
  const id = `aging/days-beyond-terms-${variant}` as const;
  const reason = "nothing was paid in the window";
  return weightedAverage(id, rows, amountOf(rows), inputs, reason, snapshotCaveats(data, to));
}

function open(
  data: LedgerData,
  variant: "open-over-all" | "open-over-past-due",
  asOf: number,
  scope: ScopeTerms,
): DaysBeyondTerms | Absent {
  const list = openUnits(data, asOf, scopeTest("daysBeyondTerms", data, scope));
  const signed = openOfDays(data, list, "dueDate").map(({ day, charges, credits }) => ({
    days: asOf - day,
    amount: charges - credits,
  }));
  const amounts = signed.filter(({ days }) => days > 0).reverse();
  let all = 0n;
  for (const { amount } of signed) all += amount;
  const rows = weightedRows(data, amounts);
  const { currency } = data;
  const asked = { asOf: formatDay(asOf), ...scopeInputs(scope) };
  const total = minorFraction(all, data.places);
  const overAll = variant === "open-over-all";
  const balanceInputs = { ...asked, credits: "net", currency };
  const inputs = () => ({
    ...asked,
    ...(overAll
      ? { balance: figure("ledger/balance", total, "money", balanceInputs, { currency }) }
      : {}),
    pastDue: rowsWithOrigin(data, rows, "ledger/open-at-age", asked),
  });
  const id = `aging/days-beyond-terms-${variant}` as const;
  const over = overAll ? total : amountOf(rows);
  const reason = "there is nothing to be beyond terms";
  return weightedAverage(id, rows, over, inputs, reason, snapshotCaveats(data, asOf));
}
