/**
 * Random ledgers for laws: as many as `LEDGERS` says (CI asks 100,000), else enough to find a
 * plain mistake within seconds.
 */
import { ledgerFromItems } from "trade-credit";
import type { Ledger, LedgerItem } from "trade-credit";

import { randomLedger } from "../oracle/arbitraries.ts";
import type { RandomLedger } from "../oracle/arbitraries.ts";
import { OracleLedger } from "../oracle/ledger.ts";

export const LEDGERS = Number(process.env["LEDGERS"] ?? 1500);

export interface LedgerPair {
  readonly seed: number;
  readonly random: RandomLedger;
  readonly ours: Ledger;
  readonly oracle: OracleLedger;
}

export function ledgerPair(seed: number): LedgerPair {
  const random = randomLedger(seed);
  return {
    seed,
    random,
    ours: ledgerFromItems(random.items as readonly LedgerItem[], random.options),
    oracle: new OracleLedger(random.items, random.options),
  };
}

/** Runs a check on every random ledger, naming the seed of the one that fails. */
export function onRandomLedgers(check: (pair: LedgerPair) => void, count = LEDGERS): void {
  for (let seed = 1; seed <= count; seed += 1) {
    const pair = ledgerPair(seed);
    try {
      check(pair);
    } catch (error) {
      throw new Error(`random ledger ${String(seed)}`, { cause: error });
    }
  }
}

/** Copies of a ledger's documents in one, each with parties and documents of its own. */
export function copies(items: unknown, count: number): LedgerItem[] {
  return Array.from({ length: count }, (_, copy) => {
    const text = JSON.stringify(items, (key, each: unknown) =>
      (key === "id" || key === "party" || key === "source") && typeof each === "string"
        ? `${String(copy)}/${each}`
        : each,
    );
    return JSON.parse(text) as LedgerItem[];
  }).flat();
}

/** The same documents with every amount 10^14 times as large: no double holds the sums. */
export function widened({ items, options }: RandomLedger): readonly LedgerItem[] {
  const zeros = "0".repeat(14);
  if (options.minorUnits >= zeros.length) throw new Error("an amount would not be whole");
  const text = JSON.stringify(items, (key, each: unknown) => {
    if (key !== "amount" && key !== "openAmount") return each;
    const [whole = "", part = ""] = String(each).split(".");
    return `${whole}${part}${zeros.slice(part.length)}`;
  });
  return JSON.parse(text) as LedgerItem[];
}
