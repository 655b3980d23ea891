/**
 * @module discount/take-up
 *
 * What customers really took: the share of sales settled with a discount, read from a ledger.
 */
import { formatDay } from "../ground/days.ts";
import { refuse } from "../ground/errors.ts";
import { asTerm } from "../ground/exact.ts";
import type { Absent, Figure } from "../ground/figure.ts";
import { absent, figure } from "../ground/figure.ts";
import { Fraction } from "../ground/fraction.ts";
import { lazily, read } from "../ground/input.ts";
import { isoDay, object } from "../ground/input-atoms.ts";
import { discountsTaken } from "../ledger/discounts.ts";
import type { Ledger, LedgerData } from "../ledger/ledger.ts";
import { insideOf, requireKnown, snapshotCaveats } from "../ledger/ledger.ts";
import { minorFraction } from "../ledger/minor.ts";
import type { LedgerScope } from "../ledger/scope.ts";
import { scopeInputs, scopeShape, scopeTest } from "../ledger/scope.ts";

/** What {@link discountTakeUp} asks. */
export interface DiscountTakeUpInput extends LedgerScope {
  /** First date of the invoices. */
  readonly from: string;
  /** Last date of the invoices. */
  readonly to: string;
  /** The day as of which their discounts are read; on or after `to`. */
  readonly asOf: string;
}

/** What was taken. */
export interface DiscountTakeUp {
  /** Invoices and debit notes of the span. */
  readonly sales: Figure<"ledger/sales">;
  /** Those of them that have a discount. */
  readonly discountedSales: Figure<"ledger/discounted-sales">;
  /** Their discounts. */
  readonly discounts: Figure<"ledger/discounts-taken">;
  /** The share of sales that took one. */
  readonly takeUp: Figure<"discount/take-up"> | Absent<"discount/take-up">;
  /** The same by number of invoices. */
  readonly takeUpByCount: Figure<"discount/take-up-by-count"> | Absent<"discount/take-up-by-count">;
  /** The average discount of those who took one. */
  readonly averageRate:
    Figure<"discount/average-rate-taken"> | Absent<"discount/average-rate-taken">;
}

/** The schema of {@link DiscountTakeUpInput}. */
export const discountTakeUpSchema = lazily(() =>
  object({ from: isoDay(), to: isoDay(), asOf: isoDay(), ...scopeShape() }),
);

/**
 * Discount take-up (现金折扣享用率): the share of the sales of a span that customers settled with a
 * cash discount, and the average discount they took.
 *
 * Use it for the `takeUp` that {@link discountEvaluation} asks, instead of a guess. Leave time
 * between `to` and `asOf`: an invoice whose discount period is not over counts as not taken.
 *
 * @formula takeUp = amount of invoices with a discount ÷ amount of all; averageRate = discounts ÷
 *   amount of invoices with one
 * @units money and counts read from the ledger; fractions out
 *
 * @param ledger - The ledger.
 * @param input - Document dates, the day of reading, and the scope.
 * @returns The amounts and the shares. An invoice counts whole, also where only a part of it was
 *   paid with a discount; a discount that was reversed does not count; credit notes do not reduce
 *   sales here. Shares are absent where there were no sales, the average where nobody took one.
 *
 * @throws {@link CreditError} `invalid_input`: `to` is before `from`, or `asOf` before `to`.
 * @throws {@link CreditError} `history_too_short`: the span begins before the ledger's snapshots,
 *   which do not say how they were settled.
 *
 * @source ours: applications of kind `discount`, docs/ledger.md
 *
 * @example
 * ```ts
 * const sale = (id: string, amount: number, discount?: number) => ({
 *   id,
 *   party: "Ahorn",
 *   documentDate: "2026-03-02",
 *   terms: "2/10, n/30",
 *   amount,
 *   applications: discount
 *     ? [{ date: "2026-03-12", amount: discount, kind: "discount" as const }]
 *     : [],
 * });
 * const items = [sale("1", 600, 12), sale("2", 400)];
 * const ledger = ledgerFromItems(items, { currency: "EUR" });
 * const taken = discountTakeUp(ledger, {
 *   from: "2026-03-01",
 *   to: "2026-03-31",
 *   asOf: "2026-04-30",
 * });
 * taken.takeUp.value?.toString(); // => "0.6"
 * taken.averageRate.value?.toString(); // => "0.02"
 * ```
 */
export function discountTakeUp(ledger: Ledger, input: DiscountTakeUpInput): DiscountTakeUp {
  const fn = "discountTakeUp";
  const data = insideOf(fn, ledger);
  const { from, to, asOf, ...scope } = read(fn, discountTakeUpSchema, input);
  if (to < from) refuse(fn, "to", "must not be before `from`", input.to);
  if (asOf < to) refuse(fn, "asOf", "must not be before `to`", input.asOf);
  requireKnown(fn, data, from, "from");
  const taken = discountsTaken(data.journal, { from, to, asOf, test: scopeTest(fn, data, scope) });
  const asked = {
    from: formatDay(from),
    to: formatDay(to),
    asOf: formatDay(asOf),
    ...scopeInputs(scope),
  };
  const money = moneyOf(data, asked, asOf);
  const sales = money<"ledger/sales">("ledger/sales", taken.sales, { net: "gross" });
  const discountedSales = money<"ledger/discounted-sales">(
    "ledger/discounted-sales",
    taken.discountedSales,
  );
  const discounts = money<"ledger/discounts-taken">("ledger/discounts-taken", taken.discounts);
  const count = countOf("ledger/sales-count", taken.count, asked);
  const discountedCount = countOf("ledger/discounted-count", taken.discountedCount, asked);
  const none = "there were no sales";
  return {
    sales,
    discountedSales,
    discounts,
    takeUp: share("discount/take-up", { discountedSales, sales }, none),
    takeUpByCount: share("discount/take-up-by-count", { discountedCount, count }, none),
    averageRate: share(
      "discount/average-rate-taken",
      { discounts, discountedSales },
      "nobody took a discount",
    ),
  };
}

function moneyOf(data: LedgerData, asked: object, asOf: number) {
  const { currency, places } = data;
  const options = { currency, caveats: snapshotCaveats(data, asOf) };
  return <Id extends string>(id: Id, minor: bigint, more: object = {}): Figure<Id> =>
    figure(id, minorFraction(minor, places), "money", { ...asked, ...more, currency }, options);
}

function countOf(id: string, count: bigint, asked: object): Figure {
  return figure(id, Fraction.of(count), "count", asked);
}

/** The first of two figures over the second. */
function share<Id extends string>(
  id: Id,
  inputs: Readonly<Record<string, Figure>>,
  reason: string,
): Figure<Id> | Absent<Id> {
  const [part, whole] = Object.values(inputs).map(asTerm) as [Fraction, Fraction];
  if (whole.sign <= 0) return absent(id, "fraction", inputs, "not_defined", reason);
  return figure<Figure<Id>>(id, part.over(whole), "fraction", inputs);
}
