/**
 * @module ledger/end-payments
 *
 * The payments of many windows: rows in one loop, and piece by piece those of documents with
 * installments or reversals, which stand at each month end as they stood then.
 */
import type { EndPayments } from "./end-payments.kernel.ts";
import { emptyPayments, listRows } from "./end-payments.kernel.ts";
import type { Journal } from "./columns.ts";
import { groupByKey } from "./groups.kernel.ts";
import type { Groups } from "./groups.kernel.ts";
import { distinctOf, valuesAt } from "./lists.kernel.ts";
import type { PartyBlocks } from "./party-blocks.kernel.ts";
import type { PaymentPiece } from "./payments.ts";
import { standingPieces } from "./payments.ts";
import { eachSlowDocument, slowDocuments } from "./slow-documents.kernel.ts";

/** A piece of a payment, and the month ends at which it stands. */
interface StandingPiece extends PaymentPiece {
  readonly party: number;
  readonly born: number;
  readonly gone: number;
}

/**
 * Lists the payments dated in any of the windows: `moves` are those of all days from the first on,
 * `ends` the last days of the windows.
 */
export function endPayments(
  journal: Journal,
  applied: Float64Array,
  moves: PartyBlocks,
  firstDay: number,
  ends: readonly number[],
): EndPayments {
  const slow = slowDocuments(journal, applied);
  const pieces = slowPieces(journal, slow, ends).filter(({ date }) => date >= firstDay);
  const room = emptyPayments(journal.applications.count + pieces.length);
  let count = listRows(moves, ends.length, room);
  for (const { party, date, dueDate, amount, born, gone } of pieces) {
    room.party[count] = party;
    room.day[count] = date - firstDay;
    room.born[count] = born;
    room.gone[count] = gone;
    room.late[count] = date - dueDate;
    room.amount[count] = Number(amount);
    count += 1;
  }
  return {
    party: room.party.subarray(0, count),
    day: room.day.subarray(0, count),
    born: room.born.subarray(0, count),
    gone: room.gone.subarray(0, count),
    late: room.late.subarray(0, count),
    amount: room.amount.subarray(0, count),
  };
}

/** Pieces change where an end sees applications that the one before did not. */
function slowPieces(
  journal: Journal,
  slow: Uint8Array | undefined,
  ends: readonly number[],
): StandingPiece[] {
  const found: StandingPiece[] = [];
  const { date } = journal.applications;
  eachSlowDocument(journal, slow, (item, first, end) => {
    const party = journal.party.codes[item] as number;
    let seen = first;
    for (let born = 0; born < ends.length;) {
      while (seen < end && (date[seen] as number) <= (ends[born] as number)) seen += 1;
      let gone = born + 1;
      while (
        gone < ends.length &&
        (seen === end || (date[seen] as number) > (ends[gone] as number))
      ) {
        gone += 1;
      }
      for (const piece of standingPieces(journal, item, first, seen, ends[born] as number)) {
        found.push({ ...piece, party, born, gone });
      }
      born = gone;
    }
  });
  return found;
}

/** Payments by party, each party's in the order of their days late. */
export function byDaysLate({ party, late }: EndPayments, parties: number): Groups {
  const { value, place } = distinctOf(late);
  const ascending = groupByKey(place, value.length).order;
  const { start, order } = groupByKey(valuesAt(party, ascending), parties);
  return { start, order: valuesAt(ascending, order) };
}
