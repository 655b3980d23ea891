/**
 * @module ledger/recompute-statement
 *
 * A line of a statement computed again: the balance at the end of a day from the documents alone,
 * and of the movements of a day only their order is taken from the statement.
 */
import type { Journal } from "./columns.ts";
import { documentsTotal } from "./item-by-item.ts";
import { movesOfParty } from "./statement-lines.ts";

/** The amount of a line, or the balance after it, in minor units; undefined past the last line. */
export function statementLine(
  journal: Journal,
  what: "amount" | "balance",
  party: string,
  { from, to }: { readonly from: number; readonly to: number },
  line: number,
): bigint | undefined {
  const code = journal.party.categories.indexOf(party);
  const moves = movesOfParty(journal, code, from, to);
  const move = moves[line - 1];
  if (!move) return undefined;
  if (what === "amount") return move.amount;
  const isOwn = (item: number) => journal.party.codes[item] === code;
  let balance = documentsTotal(journal, move.date, isOwn);
  for (const later of moves.slice(line)) {
    if (later.date > move.date) break;
    balance -= later.amount;
  }
  return balance;
}
