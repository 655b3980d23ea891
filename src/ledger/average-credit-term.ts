/**
 * @module ledger/average-credit-term
 *
 * The term that customers really have: the line to measure every DSO against.
 */
import { formatDay } from "../ground/days.ts";
import { refuse } from "../ground/errors.ts";
import type { Absent, Figure } from "../ground/figure.ts";
import { absent, figure, present } from "../ground/figure.ts";
import { Fraction } from "../ground/fraction.ts";
import { lazily, read } from "../ground/input.ts";
import { isoDay, object } from "../ground/input-atoms.ts";
import { amountAt } from "./columns.ts";
import type { Ledger, LedgerData } from "./ledger.ts";
import { insideOf } from "./ledger.ts";
import { minorFraction } from "./minor.ts";
import { isCredit } from "./open.ts";
import { isNarrow, itemOfUnit } from "./planes.ts";
import type { LedgerScope, ScopeTerms } from "./scope.ts";
import { scopeInputs, scopeShape, scopeTest } from "./scope.ts";
import { soldTerms } from "./sold-terms.kernel.ts";

/** What {@link averageCreditTerm} asks. */
export interface AverageCreditTermInput extends LedgerScope {
  /** First day of the sales. */
  readonly from: string;
  /** Last day of the sales. */
  readonly to: string;
}

/** Average days from document to due date. */
export type AverageCreditTerm = Figure<"ledger/average-credit-term">;

/** The schema of {@link AverageCreditTermInput}. */
export const averageCreditTermSchema = lazily(() =>
  object({ from: isoDay(), to: isoDay(), ...scopeShape() }),
);

/**
 * Average credit term (平均信用期): days from document to due date, weighted by the amounts sold.
 *
 * Use it as the term in {@link delayAgainstTerms}: what was agreed with customers on paper is not
 * what their invoices say. Installments count one by one.
 *
 * @formula Σ amount × (due date − document date) ÷ Σ amount, of invoices and debit notes
 * @units days
 *
 * @param ledger - The ledger.
 * @param input - The window of the sales, and the scope.
 * @returns The average; its rows give the amount by number of days.
 *
 * @throws {@link CreditError} `not_defined`: nothing was sold in the window.
 *
 * @source "3+1" deck, slide 66, which sets DSO against an average term and gives it as 30; the
 *   weighting is ours
 *
 * @example
 * ```ts
 * const ledger = ledgerFromItems(
 *   [
 *     { id: "1", party: "A", documentDate: "2026-06-01", terms: "net 30", amount: 300 },
 *     { id: "2", party: "B", documentDate: "2026-06-01", terms: "net 60", amount: 100 },
 *   ],
 *   { currency: "EUR" },
 * );
 * const june = { from: "2026-06-01", to: "2026-06-30" };
 * averageCreditTerm(ledger, june).value.toString(); // => "37.5"
 * ```
 */
export function averageCreditTerm(
  ledger: Ledger,
  input: AverageCreditTermInput,
): AverageCreditTerm {
  const fn = "averageCreditTerm";
  const data = insideOf(fn, ledger);
  const { from, to, ...scope } = read(fn, averageCreditTermSchema, input);
  if (to < from) refuse(fn, "to", "must not be before `from`", input.to);
  return present(fn, averageTerm(data, from, to, scope));
}

/** The figure, or why there is none: for tables, which do not throw. */
export function averageTerm(
  data: LedgerData,
  from: number,
  to: number,
  scope: ScopeTerms,
): AverageCreditTerm | Absent<"ledger/average-credit-term"> {
  const sums = { sold: 0n, weighted: 0n };
  for (const [days, minor] of soldByTerm(data, from, to, scope)) {
    sums.sold += minor;
    sums.weighted += minor * BigInt(days);
  }
  return termOfSums(data, from, to, scope, sums);
}

/** The same where the sums are known already; its rows are looked up when they are read. */
export function termOfSums(
  data: LedgerData,
  from: number,
  to: number,
  scope: ScopeTerms,
  { sold, weighted }: { readonly sold: bigint; readonly weighted: bigint },
): AverageCreditTerm | Absent<"ledger/average-credit-term"> {
  const id = "ledger/average-credit-term";
  const inputs = () => termInputs(data, from, to, scope);
  if (sold === 0n) {
    return absent(id, "days", inputs, "not_defined", "nothing was sold in the window");
  }
  return figure<AverageCreditTerm>(id, Fraction.of(weighted, sold), "days", inputs);
}

function termInputs(data: LedgerData, from: number, to: number, scope: ScopeTerms): object {
  const { currency, places } = data;
  const asked = { from: formatDay(from), to: formatDay(to), ...scopeInputs(scope) };
  const amounts = [...soldByTerm(data, from, to, scope)].sort(([a], [b]) => a - b);
  const sold = amounts.map(([term, minor]) => {
    const days = Fraction.whole(term);
    const amount = minorFraction(minor, places);
    const given = { ...asked, days, currency };
    return {
      days,
      amount: figure("ledger/sold-at-term", amount, "money", given, { currency }),
      weighted: amount.times(days),
    };
  });
  return { ...asked, sold };
}

/** Minor units sold, by days from document to due date. */
function soldByTerm(
  data: LedgerData,
  from: number,
  to: number,
  scope: ScopeTerms,
): Map<number, bigint> {
  const { units } = data;
  const test = scopeTest("averageCreditTerm", data, scope);
  if (isNarrow(units)) {
    const { days, sold, size } = soldTerms(units, from, to, test);
    if (size <= Number.MAX_SAFE_INTEGER) {
      return new Map(days.map((term, place) => [term, BigInt(sold[place] as number)]));
    }
  }
  const amounts = new Map<number, bigint>();
  for (let unit = 0; unit < units.count; unit += 1) {
    const date = units.documentDate[unit] as number;
    if (date < from || date > to || isCredit(units.kind, unit)) continue;
    if (test && !test(itemOfUnit(units, unit))) continue;
    const days = (units.dueDate[unit] as number) - date;
    amounts.set(days, (amounts.get(days) ?? 0n) + amountAt(units.amount, unit));
  }
  return amounts;
}
