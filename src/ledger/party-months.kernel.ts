/**
 * @module ledger/party-months.kernel
 *
 * Sales and what is open, of every party and month at once: where units are documents, one pass
 * reads both. The two stand side by side, as in `aging.kernel`, with the same proof of exactness.
 */
import type { NarrowMovements, NarrowUnits } from "./aging.kernel.ts";
import { NO_MOVEMENTS } from "./aging.kernel.ts";
import type { DayTable } from "./buckets.ts";
import type { ApplicationColumns } from "./columns.ts";
import { FIRST_CREDIT_KIND } from "./items.ts";

/** One question to the loop. */
export interface PartyMonthsQuestion {
  readonly asOf: number;
  /** The month of each date; `months` for dates outside. */
  readonly table: DayTable;
  readonly months: number;
  /** What a document of each kind does to sales: +1, −1 or 0. */
  readonly documentSign: readonly number[];
  /** What a source-less application of each kind does. */
  readonly applicationSign: readonly number[];
}

/** Where the loops add. */
export interface PartyMonthsCells {
  /** Sales, then what is open: `2 × (party × (months + 1) + month)`, the last for other dates. */
  readonly sums: Float64Array;
  /** 1 for parties with sales in the months or anything open. */
  readonly there: Uint8Array;
}

/** Adds documents and what is open of them; answers the sum of sizes, the proof. */
export function addPartyMonths(
  units: NarrowUnits,
  movements: NarrowMovements | undefined,
  question: PartyMonthsQuestion,
  { sums, there }: PartyMonthsCells,
): number {
  const { count, kind, documentDate, amount, party } = units;
  const { asOf, months, documentSign } = question;
  const { firstDay, bucket } = question.table;
  const { start, date, amount: moves } = movements ?? NO_MOVEMENTS;
  const last = start.length - 1;
  let size = 0;
  let row = 0;
  for (let unit = 0; unit < count; unit += 1) {
    const end = unit < last ? start[unit + 1]! : 0;
    const day = documentDate[unit]!;
    if (day > asOf) {
      row = end;
      continue;
    }
    const sold = amount[unit]!;
    size += sold;
    let open = sold;
    for (; row < end; row += 1) {
      const moved = date[row]! > asOf ? 0 : moves[row]!;
      open -= moved;
      size += moved < 0 ? -moved : moved;
    }
    const code = kind === undefined ? 0 : kind[unit]!;
    const sign = documentSign[code]!;
    const to = party[unit]!;
    const month = bucket[day - firstDay]!;
    const cell = (to * (months + 1) + month) * 2;
    sums[cell]! += sign * sold;
    sums[cell + 1]! += code >= FIRST_CREDIT_KIND ? -open : open;
    if (open !== 0 || (month < months && sign !== 0)) there[to] = 1;
  }
  return size;
}

/** Adds source-less applications that are sales or take off them; answers the sum of sizes. */
export function addAppliedSales(
  applications: ApplicationColumns & { readonly amount: Float64Array },
  party: Int32Array,
  question: PartyMonthsQuestion,
  { sums, there }: PartyMonthsCells,
): number {
  const { count, item, date, amount, kind, source } = applications;
  const { asOf, months, applicationSign } = question;
  const { firstDay, bucket } = question.table;
  let size = 0;
  for (let row = 0; row < count; row += 1) {
    const sign = applicationSign[kind[row]!]!;
    const day = date[row]!;
    if (sign === 0 || day > asOf || source[row]! >= 0) continue;
    const month = bucket[day - firstDay]!;
    if (month === months) continue;
    const to = party[item[row]!]!;
    const each = amount[row]!;
    sums[(to * (months + 1) + month) * 2]! += sign * each;
    size += each < 0 ? -each : each;
    there[to] = 1;
  }
  return size;
}
