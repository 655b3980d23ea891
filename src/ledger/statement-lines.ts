/**
 * @module ledger/statement-lines
 *
 * What moved one party's balance, in the order of a statement: by day, documents before what was
 * applied, each in the order of the ledger.
 */
import type { Journal } from "./columns.ts";
import { amountAt } from "./columns.ts";
import type { ApplicationKind, DocumentKind } from "./items.ts";
import { APPLICATION_KINDS, DOCUMENT_KINDS } from "./items.ts";
import { isCredit } from "./open.ts";

/** One movement of a balance. */
export interface StatementMove {
  readonly date: number;
  readonly kind: DocumentKind | ApplicationKind | "transfer";
  /** The document that moved, or that something was applied to. */
  readonly item: number;
  /** Its due date, where the movement is the document itself and adds to the balance. */
  readonly dueDate: number | undefined;
  /** Minor units, with the sign that it has in the balance. */
  readonly amount: bigint;
}

/** Movements of a party dated `from … to`. */
export function movesOfParty(
  journal: Journal,
  party: number,
  from: number,
  to: number,
): StatementMove[] {
  const moves = [
    ...documentMoves(journal, party, from, to),
    ...appliedMoves(journal, party, from, to),
  ];
  // Stable by the language: of one day documents stay before applications.
  return moves.sort((a, b) => a.date - b.date);
}

function documentMoves(journal: Journal, party: number, from: number, to: number): StatementMove[] {
  const moves: StatementMove[] = [];
  const { codes } = journal.party;
  for (let item = 0; item < journal.count; item += 1) {
    const date = journal.documentDate[item] as number;
    if (codes[item] !== party || date < from || date > to) continue;
    const credit = isCredit(journal.kind, item);
    const amount = amountAt(journal.amount, item);
    moves.push({
      date,
      kind: DOCUMENT_KINDS[journal.kind?.[item] ?? 0] as DocumentKind,
      item,
      dueDate: credit ? undefined : journal.dueDate[item],
      amount: credit ? -amount : amount,
    });
  }
  return moves;
}

/** Settled from outside, or with a credit item of another party, which moves both balances. */
function appliedMoves(journal: Journal, party: number, from: number, to: number): StatementMove[] {
  const moves: StatementMove[] = [];
  const { applications } = journal;
  const { codes } = journal.party;
  for (let row = 0; row < applications.count; row += 1) {
    const date = applications.date[row] as number;
    if (date < from || date > to) continue;
    const item = applications.item[row] as number;
    const source = applications.source[row] as number;
    const own = codes[item] === party;
    const amount = amountAt(applications.amount, row);
    if (source < 0) {
      if (!own) continue;
      const kind = APPLICATION_KINDS[applications.kind[row] as number] as ApplicationKind;
      const signed = isCredit(journal.kind, item) ? amount : -amount;
      moves.push({ date, kind, item, dueDate: undefined, amount: signed });
      continue;
    }
    if (own === (codes[source] === party)) continue;
    const at = { date, kind: "transfer", dueDate: undefined } as const;
    if (own) moves.push({ ...at, item, amount: -amount });
    else moves.push({ ...at, item: source, amount });
  }
  return moves;
}
