/**
 * @module ledger/party-blocks
 *
 * The moves of a window by blocks of parties: rows in long loops, and one by one what is no row:
 * the other side of a credit item used by another party, and payments told piece by piece.
 */
import type { Journal } from "./columns.ts";
import type { Sums } from "./exact-sums.ts";
import { doubles } from "./exact-sums.ts";
import type { PartyBlocks, Move } from "./party-blocks.kernel.ts";
import { countByBlock, placeDocuments, placeMove } from "./party-blocks.kernel.ts";
import { placeApplications } from "./block-applications.kernel.ts";
import { EFFECT, BLOCK_BITS, foreignRows, kindOf, MOVE } from "./moves.kernel.ts";
import { standingPieces } from "./payments.ts";
import { eachSlowDocument, slowDocuments } from "./slow-documents.kernel.ts";

/** Moves by block, and the sum of the sizes of all rows: the proof that their sums are exact. */
export function partyBlocksOf(
  journal: Journal,
  from: number,
  to: number,
  amounts: Float64Array,
  applied: Float64Array,
  sums: Sums,
): PartyBlocks & { readonly size: number } {
  const slow = slowDocuments(journal, applied);
  const pieces = pieceMoves(journal, slow, to, sums);
  const others = [...pieces, ...foreignMoves(journal, applied)];
  const room = countsOf(journal);
  for (const { party } of others)
    room[party >> BLOCK_BITS] = (room[party >> BLOCK_BITS] as number) + 1;
  const blocks = emptyBlocks(room, sums);
  const documents = placeDocuments(journal, amounts, from, to, blocks, sums(1)[0] as number);
  blocks.applied.set(blocks.end);
  const size = placeApplications(journal, applied, slow, from, to, blocks, documents);
  for (const move of others) placeMove(blocks, from, to, move);
  return { ...blocks, size };
}

/** Documents and applications of each block: its moves are no more. */
function countsOf({ count, party, applications }: Journal): Int32Array {
  const counts = new Int32Array((party.categories.length >> BLOCK_BITS) + 1);
  countByBlock(party.codes, undefined, count, counts);
  countByBlock(party.codes, applications.item, applications.count, counts);
  return counts;
}

function emptyBlocks(counts: Int32Array, sums: Sums): PartyBlocks {
  const start = new Int32Array(counts.length);
  let moves = 0;
  counts.forEach((count, block) => {
    start[block] = moves;
    moves += count;
  });
  const [applied, end] = [start.slice(), start.slice()];
  return { start, applied, end, facts: new Int32Array(2 * moves), amount: sums(moves) };
}

/** Where an application uses up another party's credit item, that party owes more. */
function foreignMoves({ party, applications }: Journal, applied: Float64Array): Move[] {
  return foreignRows(applications, party.codes).map((row) => ({
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
