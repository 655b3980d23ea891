/**
 * @module ledger/total-sales
 *
 * Credit sales of a span of days as one figure: what the period-average methods take.
 */
import { refuse } from "../ground/errors.ts";
import type { Figure } from "../ground/figure.ts";
import { lazily, read } from "../ground/input.ts";
import { object, withDefault, word } from "../ground/input-atoms.ts";
import type { Ledger } from "./ledger.ts";
import { insideOf } from "./ledger.ts";
import { salesCells } from "./period-cells.ts";
import { monthOrDay, salesFigure } from "./sales.ts";
import type { LedgerScope } from "./scope.ts";
import { scopeShape, scopeTest } from "./scope.ts";

/** What {@link totalSales} asks. */
export interface TotalSalesInput extends LedgerScope {
  /** First month (`2026-04`) or first day. */
  readonly from: string;
  /** Last month (`2026-06`) or last day. */
  readonly through: string;
  /** `of-credit-notes` (default): less credit notes; `gross`: invoices and debit notes alone. */
  readonly net?: "of-credit-notes" | "gross";
}

/** Credit sales of a span of days. */
export type TotalSales = Figure<"ledger/sales">;

/** The schema of {@link TotalSalesInput}. */
export const totalSalesSchema = lazily(() =>
  object({
    from: monthOrDay("from"),
    through: monthOrDay("to"),
    net: withDefault(word("of-credit-notes", "gross"), "of-credit-notes"),
    ...scopeShape(),
  }),
);

/**
 * Credit sales of a span of days (赊销额), as one figure with its origin.
 *
 * Use it as `sales` of {@link dsoPeriodAverage}, {@link collectionEffectivenessIndex} and the like;
 * for one figure a month, as countback and the aging method take them, use {@link monthlySales}.
 *
 * @formula sales = invoices + debit notes − credit notes (by document date) − source-less credit
 *   notes applied (by effective date)
 * @units money in the ledger's currency
 *
 * @param ledger - The ledger.
 * @param input - First and last month or day, scope, and whether credit notes reduce sales.
 * @returns The sales; negative where credit notes exceed them.
 *
 * @throws {@link CreditError} `invalid_input`: not a month or date, `through` before `from`, or an
 *   unknown dimension.
 *
 * @source ours: docs/ledger.md, "Sales and outstanding by month"
 *
 * @example
 * ```ts
 * const ledger = ledgerFromItems(
 *   [{ id: "1", party: "A", documentDate: "2026-04-10", dueDate: "2026-05-10", amount: 900 }],
 *   { currency: "EUR" },
 * );
 * const dso = dsoPeriodAverage({
 *   receivables: receivablesBalance(ledger, { asOf: "2026-06-30" }),
 *   sales: totalSales(ledger, { from: "2026-04", through: "2026-06" }),
 *   days: 91,
 *   sameTaxBasis: true,
 * });
 * dso.value.toString(); // => "91"
 * ```
 */
export function totalSales(ledger: Ledger, input: TotalSalesInput): TotalSales {
  const data = insideOf("totalSales", ledger);
  const { from, through, net, ...scope } = read("totalSales", totalSalesSchema, input);
  if (through < from) refuse("totalSales", "through", "must not be before `from`", input.through);
  const span = { from, to: through };
  const cells = salesCells(data, [span], net, scopeTest("totalSales", data, scope));
  return salesFigure(data, span, scope, net, cells, 0);
}
