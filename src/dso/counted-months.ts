/**
 * @module dso/counted-months
 *
 * Sales and what is open by customer and month, with how many documents each sum is of: what the
 * derivations in a row tell.
 */
import type { DaySpan } from "../ground/months.ts";
import type { LedgerData } from "../ledger/ledger.ts";
import type { CountedCells, OutstandingCells, PeriodCells } from "../ledger/period-cells.ts";
import { outstandingByGroup, salesByGroup } from "../ledger/period-cells.ts";
import type { ByPartyTerms } from "./by-party.ts";

/** Sales by customer and month, and what is open, with their counts. */
export interface CountedMonths {
  readonly sales: CountedCells;
  readonly open: OutstandingCells;
  /** By month, where the aging method is asked. */
  readonly outstanding: PeriodCells | undefined;
}

/** Both, one pass each. */
export function countedMonths(
  data: LedgerData,
  { asOf, methods }: ByPartyTerms,
  months: readonly DaySpan[],
): CountedMonths {
  const { codes, categories } = data.journal.party;
  const groups = categories.length;
  const byMonth = methods.includes("aging-buckets");
  const spans = byMonth ? months : [];
  const sales = salesByGroup(data, months, "of-credit-notes", codes, groups);
  const open = outstandingByGroup(data, spans, asOf, data.units.party, groups);
  return { sales, open, outstanding: byMonth ? open : undefined };
}

/** Documents of a customer in all months. */
export function totalCount({ count }: CountedCells, party: number, months: number): number {
  let total = 0;
  for (let cell = party * months; cell < (party + 1) * months; cell += 1) {
    total += count[cell] as number;
  }
  return total;
}
