/**
 * @module ledger/recompute-inputs
 *
 * What a stored figure says of the items it sums: dates and scopes, read back.
 */
import { ownFields } from "../ground/own-fields.ts";
import { NO_DAY, parseDay } from "../ground/days.ts";
import type { LedgerData } from "./ledger.ts";
import type { DimensionTerms } from "./scope.ts";
import { scopeTest } from "./scope.ts";

/** A figure's inputs as stored: texts, records, nulls. */
export type Inputs = Readonly<Record<string, unknown>>;

/** A day that the inputs state. */
export function dayOf(value: unknown): number | undefined {
  const day = typeof value === "string" ? parseDay(value) : NO_DAY;
  return day === NO_DAY ? undefined : day;
}

/** The documents that the inputs name; undefined for all. */
export function scopeOf(data: LedgerData, { party, dimension, within }: Inputs) {
  return scopeTest("verify", data, {
    party: typeof party === "string" ? party : undefined,
    dimension: dimensionOf(dimension),
    within: dimensionOf(within),
  });
}

function dimensionOf(stored: unknown): DimensionTerms | undefined {
  const fields = ownFields(stored);
  if (typeof fields?.["name"] !== "string") return undefined;
  const { name, value } = fields as { name: string; value?: unknown };
  return { name, value: typeof value === "string" ? value : undefined };
}
