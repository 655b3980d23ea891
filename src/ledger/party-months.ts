/**
 * @module ledger/party-months
 *
 * Sales and what is open, by party and month, side by side: what columns of DSO are counted from.
 */
import type { DaySpan } from "../ground/months.ts";
import type { ApplicationColumns } from "./columns.ts";
import { isWide } from "./columns.ts";
import type { LedgerData } from "./ledger.ts";
import type { PartyMonthsCells, PartyMonthsQuestion } from "./party-months.kernel.ts";
import { addAppliedSales, addPartyMonths } from "./party-months.kernel.ts";
import { SALES_SIGNS } from "./period-cells.ts";
import { periodTable } from "./period-table.ts";
import { isNarrow, isNarrowMovements } from "./planes.ts";

/**
 * Sales net of credit notes and what is open, by party and month up to `asOf`, the last month's
 * end. Undefined where doubles do not hold the sums, and where documents fall due in parts: their
 * units are not what was sold.
 */
export function partyMonths(
  { units, journal }: LedgerData,
  periods: readonly DaySpan[],
  asOf: number,
): PartyMonthsCells | undefined {
  const { applications } = journal;
  if (units.item || !isNarrow(units) || !isNarrowMovements(units.movements)) return undefined;
  if (!isNarrowApplications(applications)) return undefined;
  const { firstDocument, lastDocument } = units.range;
  const { document: documentSign, application: applicationSign } = SALES_SIGNS["of-credit-notes"];
  const months = periods.length;
  const first = Math.min(firstDocument, periods[0]?.from ?? asOf);
  const table = periodTable(periods, first, Math.max(lastDocument, asOf));
  const question: PartyMonthsQuestion = { asOf, table, months, documentSign, applicationSign };
  const parties = journal.party.categories.length;
  const cells = {
    sums: new Float64Array(parties * (months + 1) * 2),
    there: new Uint8Array(parties),
  };
  let size = addPartyMonths(units, units.movements, question, cells);
  if (isAnyOf(applications.kind, applicationSign)) {
    size += addAppliedSales(applications, units.party, question, cells);
  }
  return size <= Number.MAX_SAFE_INTEGER ? cells : undefined;
}

/** True where some application is of a kind that counts: most ledgers have none. */
function isAnyOf(kind: Uint8Array, sign: readonly number[]): boolean {
  return sign.some((each, code) => each !== 0 && kind.includes(code));
}

function isNarrowApplications(
  applications: ApplicationColumns,
): applications is ApplicationColumns & { readonly amount: Float64Array } {
  return !isWide(applications.amount);
}
