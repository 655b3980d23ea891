/**
 * @module ledger/currency
 *
 * Decimal places of a currency's smallest unit, by ISO 4217; two for all that are not listed.
 */

const PLACES: ReadonlyMap<string, number> = new Map([
  ..."BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF"
    .split(" ")
    .map((code) => [code, 0] as const),
  ..."BHD IQD JOD KWD LYD OMR TND".split(" ").map((code) => [code, 3] as const),
  ..."CLF UYW".split(" ").map((code) => [code, 4] as const),
]);

/** Decimal places of the smallest unit of `currency`. */
export function minorUnitsOf(currency: string): number {
  return PLACES.get(currency) ?? 2;
}
