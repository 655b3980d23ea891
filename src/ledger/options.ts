/**
 * @module ledger/options
 *
 * How a ledger is read: currency, minor unit, rounding, what happens to bad rows.
 */
import { lazily, read } from "../ground/input.ts";
import {
  isoDay,
  object,
  optional,
  text,
  wholeNumber,
  withDefault,
  word,
} from "../ground/input-atoms.ts";
import { minorUnitsOf } from "./currency.ts";
import type { LedgerOptions } from "./items.ts";
import type { AmountRounding } from "./minor.ts";

/** The schema of {@link LedgerOptions}. */
export const ledgerOptionsSchema = lazily(() =>
  object({
    currency: text(),
    minorUnits: optional(wholeNumber(0, 9)),
    amounts: optional(object({ round: word("half-even", "half-up") })),
    openAsOf: optional(isoDay()),
    onBadRow: withDefault(word("refuse", "collect"), "refuse"),
  }),
);

/** The options as the readers use them. */
export interface LedgerSettings {
  readonly currency: string;
  readonly places: number;
  readonly rounding: AmountRounding;
  readonly openAsOf: number | undefined;
  readonly collect: boolean;
}

/** Reads the options of a ledger. */
export function readLedgerOptions(fn: string, options: LedgerOptions): LedgerSettings {
  const terms = read(fn, ledgerOptionsSchema, options);
  const currency: string = terms.currency;
  return {
    currency,
    places: terms.minorUnits ?? minorUnitsOf(currency),
    rounding: terms.amounts?.round,
    openAsOf: terms.openAsOf,
    collect: terms.onBadRow === "collect",
  };
}
