/**
 * @module ledger/flocks
 *
 * The moves of a window by flocks of parties: rows in long loops, and one by one what is no row:
 * the other side of a credit item used by another party, and payments told piece by piece.
 */
import type { Journal } from "./columns.ts";
import type { Sums } from "./exact-sums.ts";
import { doubles } from "./exact-sums.ts";
import type { Flocks, Move } from "./flocks.kernel.ts";
import { countByFlock, placeDocuments, placeMove } from "./flocks.kernel.ts";
import { placeApplications } from "./flock-applications.kernel.ts";
import { EFFECT, FLOCK_BITS, foreignRows, kindOf, MOVE } from "./moves.kernel.ts";
import { standingPieces } from "./payments.ts";
import { eachSlowDocument, slowDocuments } from "./slow-documents.kernel.ts";

/** Flocks, and the sum of the sizes of all rows: the proof that all sums of theirs are exact. */
export function flocksOf(
  journal: Journal,
  from: number,
  to: number,
  amounts: Float64Array,
  applied: Float64Array,
  sums: Sums,
): Flocks & { readonly size: number } {
  const { counts, slow, foreign } = countsOf(journal);
  const pieces = pieceMoves(journal, slow, to, sums);
  const others = [...pieces, ...foreignMoves(journal, foreign, applied)];
  const room = counts.slice();
  for (const { party } of others)
    room[party >> FLOCK_BITS] = (room[party >> FLOCK_BITS] as number) + 1;
  const flocks = emptyFlocks(room, sums);
  const documents = placeDocuments(journal, amounts, from, to, flocks, sums(1)[0] as number);
  const size = placeApplications(journal, applied, slow, from, to, flocks, documents);
  for (const move of others) placeMove(flocks, from, to, move);
  return { ...flocks, size };
}

/** What no question changes: counted when a ledger is first asked, a few numbers a flock. */
interface JournalCounts {
  /** Documents and applications by flock. */
  readonly counts: Int32Array;
  readonly slow: Uint8Array | undefined;
  readonly foreign: readonly number[];
}

const COUNTED = /* @__PURE__ */ new WeakMap<Journal, JournalCounts>();

function countsOf(journal: Journal): JournalCounts {
  const known = COUNTED.get(journal);
  if (known) return known;
  const { count, party, applications } = journal;
  const counts = new Int32Array((party.categories.length >> FLOCK_BITS) + 1);
  countByFlock(party.codes, undefined, count, counts);
  countByFlock(party.codes, applications.item, applications.count, counts);
  const slow = slowDocuments(journal, applications.amount as Float64Array);
  const made = { counts, slow, foreign: foreignRows(applications, party.codes) };
  COUNTED.set(journal, made);
  return made;
}

function emptyFlocks(counts: Int32Array, sums: Sums): Flocks {
  const start = new Int32Array(counts.length);
  let moves = 0;
  counts.forEach((count, flock) => {
    start[flock] = moves;
    moves += count;
  });
  return { start, end: start.slice(), facts: new Int32Array(2 * moves), amount: sums(moves) };
}

/** Where an application uses up another party's credit item, that party owes more. */
function foreignMoves(
  { party, applications }: Journal,
  rows: readonly number[],
  applied: Float64Array,
): Move[] {
  return rows.map((row) => ({
    party: party.codes[applications.source[row] as number] as number,
    date: applications.date[row] as number,
    kind: kindOf(EFFECT.raises, MOVE.other),
    late: 0,
    amount: applied[row] as number,
  }));
}

/** Payments of documents with installments or reversals, as they stand at the end. */
function pieceMoves(
  journal: Journal,
  slow: Uint8Array | undefined,
  to: number,
  sums: Sums,
): Move[] {
  const moves: Move[] = [];
  eachSlowDocument(journal, slow, (item, first, end) => {
    const party = journal.party.codes[item] as number;
    for (const { date, dueDate, amount } of standingPieces(journal, item, first, end, to)) {
      const each = sums === doubles ? Number(amount) : (amount as unknown as number);
      const kind = kindOf(EFFECT.none, MOVE.piece);
      moves.push({ party, date, kind, late: date - dueDate, amount: each });
    }
  });
  return moves;
}
