/**
 * @module ledger/partition
 *
 * Currencies are never added: a mixed list is split before it is read.
 */
import { refuse } from "../ground/errors.ts";
import type { List } from "../ground/rows.ts";
import { rowsOf } from "./from-items.ts";
import type { LedgerItem } from "./items.ts";
import { MAX_TEXT } from "./read-rules.ts";

/**
 * Splits documents by their currency, in the order in which the currencies first occur.
 *
 * Use it before {@link ledgerFromItems} on an export of several currencies: a ledger is of one.
 *
 * @param items - Documents, each with its `currency`.
 * @returns Currency to documents; the documents are the ones given, not copies.
 *
 * @throws {@link CreditError} `invalid_input`: a row without a currency text.
 *
 * @example
 * ```ts
 * const parts = partitionByCurrency([
 *   { id: "1", party: "A", documentDate: "2026-01-10", amount: 5, currency: "EUR" },
 *   { id: "2", party: "A", documentDate: "2026-01-10", amount: 7, currency: "JPY" },
 * ]);
 * [...parts.keys()]; // => ["EUR", "JPY"]
 * ```
 */
export function partitionByCurrency(items: List<LedgerItem>): Map<string, LedgerItem[]> {
  const parts = new Map<string, LedgerItem[]>();
  rowsOf("partitionByCurrency", items).forEach((row, position) => {
    const currency = currencyOf(row);
    if (typeof currency !== "string" || currency === "" || currency.length > MAX_TEXT) {
      const path = `items[${String(position)}].currency`;
      refuse("partitionByCurrency", path, "must be a currency", currency);
    }
    const part = parts.get(currency);
    if (part) part.push(row as LedgerItem);
    else parts.set(currency, [row as LedgerItem]);
  });
  return parts;
}

function currencyOf(row: unknown): unknown {
  try {
    const own = typeof row === "object" && row !== null && Object.hasOwn(row, "currency");
    return own ? (row as { currency?: unknown }).currency : undefined;
  } catch {
    return undefined;
  }
}
