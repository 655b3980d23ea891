/**
 * @module ledger/party-statement
 *
 * The statement of account: what a customer is sent to reconcile.
 */
import { formatDay } from "../ground/days.ts";
import { refuse } from "../ground/errors.ts";
import type { Figure } from "../ground/figure.ts";
import { figureColumns } from "../ground/figure-columns.ts";
import type { Terms } from "../ground/input.ts";
import { lazily, read } from "../ground/input.ts";
import { flag, isoDay, object, optional, text, withDefault } from "../ground/input-atoms.ts";
import type { List } from "../ground/rows.ts";
import { Rows } from "../ground/rows.ts";
import type { Bucket } from "./buckets.ts";
import { bucketsOf, checkEdges } from "./buckets.ts";
import type { AgingEdges } from "./edges.ts";
import { agingEdges, notDueEdges } from "./edges.ts";
import type { ApplicationKind, DocumentKind } from "./items.ts";
import type { Ledger, LedgerData } from "./ledger.ts";
import { insideOf, requireKnown } from "./ledger.ts";
import { signedTotal, StatementFigures } from "./statement-figures.ts";
import type { StatementMove } from "./statement-lines.ts";
import { movesOfParty } from "./statement-lines.ts";

/** What {@link partyStatement} asks. */
export interface PartyStatementInput {
  /** The customer. */
  readonly party: string;
  /** First day of the statement. */
  readonly from: string;
  /** Last day of it, at whose end the footer stands. */
  readonly to: string;
  /** Upper ends of the footer's classes: days, months, years, or a preset; `days-30` if not. */
  readonly edges?: AgingEdges;
  /** Days before the due date that split what is not due: `[10, 30]`; not split unless stated. */
  readonly notDueEdges?: List<number>;
  /** Whether an item due on the last day counts as overdue; false unless stated. */
  readonly dueDayIsOverdue?: boolean;
}

/** One line of a statement. */
export interface StatementLine {
  /** When it moved the balance. */
  readonly date: string;
  /** What it is; `transfer` is a settlement with another customer's document. */
  readonly kind: DocumentKind | ApplicationKind | "transfer";
  /** The document, or the one that something was applied to. */
  readonly id: string;
  /** When the document is due; on lines that add to the balance. */
  readonly dueDate?: string;
  /** What it adds to the balance; negative where it takes off. */
  readonly amount: Figure<"ledger/statement-amount">;
  /** The balance after it. */
  readonly balance: Figure<"ledger/statement-balance">;
}

/** A class of the footer, and what is open in it. */
export interface StatementClass extends Bucket {
  /** Open debit items of that age. */
  readonly amount: Figure<"ledger/charges">;
}

/** What is open at the end, by days past due. */
export interface StatementAging {
  /** Open debit items by class, from not due to oldest. */
  readonly buckets: readonly StatementClass[];
  /** Open credit items, without sign. */
  readonly credits: Figure<"ledger/credits">;
}

/** A statement of account. */
export interface PartyStatement {
  /** The customer. */
  readonly party: string;
  /** First day. */
  readonly from: string;
  /** Last day. */
  readonly to: string;
  /** Currency of every amount. */
  readonly currency: string;
  /** The balance at the end of the day before `from`. */
  readonly opening: Figure<"ledger/balance">;
  /** What moved it, in order. */
  readonly lines: Rows<StatementLine>;
  /** Opening balance and lines, added up: the balance at the end of `to`. */
  readonly closing: Figure<"ledger/statement">;
  /** The same balance by age: the classes less the credits. */
  readonly aging: StatementAging;
}

/** The schema of {@link PartyStatementInput}. */
export const partyStatementSchema = lazily(() =>
  object({
    party: text(),
    from: isoDay(),
    to: isoDay(),
    edges: withDefault(agingEdges(), "days-30"),
    notDueEdges: optional(notDueEdges()),
    dueDayIsOverdue: withDefault(flag(), false),
  }),
);

/** The question as read. */
export type StatementTerms = Terms<ReturnType<typeof partyStatementSchema>>;

/**
 * A statement of account (对账单): the opening balance, everything that moved it, the balance after
 * each line, and what is open at the end by age.
 *
 * Use it to reconcile with a customer; for the movements of all customers by kind use
 * {@link receivablesRollForward}, for the open items alone {@link agedItems}. An application of one
 * of the customer's own credit items moves nothing and is no line.
 *
 * @formula closing = opening + Σ amounts = Σ classes − credits
 * @units money in the ledger's currency
 *
 * @param ledger - The ledger.
 * @param input - The customer, the first and the last day, the classes of the footer.
 * @returns The statement; a customer that the ledger does not know has one without lines.
 *
 * @throws {@link CreditError} `invalid_input`: `to` before `from`, edges that do not ascend.
 * @throws {@link CreditError} `history_too_short`: it begins before the ledger's snapshots.
 *
 * @source ours: docs/ledger.md, "Statements"
 *
 * @example
 * ```ts
 * const ledger = ledgerFromItems(
 *   [
 *     { id: "1", party: "A", documentDate: "2026-05-04", terms: "net 30", amount: 500 },
 *     { id: "2", party: "A", kind: "payment", documentDate: "2026-06-10", amount: 120 },
 *   ],
 *   { currency: "EUR" },
 * );
 * const june = partyStatement(ledger, { party: "A", from: "2026-06-01", to: "2026-06-30" });
 * june.opening.value.toString(); // => "500"
 * const [line] = june.lines;
 * line?.balance.value.toString(); // => "380"
 * june.closing.value.toString(); // => "380"
 * ```
 */
export function partyStatement(ledger: Ledger, input: PartyStatementInput): PartyStatement {
  const fn = "partyStatement";
  const data = insideOf(fn, ledger);
  const terms = read(fn, partyStatementSchema, input);
  const { party, from, to } = terms;
  if (to < from) refuse(fn, "to", "must not be before `from`", input.to);
  requireKnown(fn, data, from - 1, "from");
  const rule = { ...terms, basis: "due-date" as const };
  checkEdges(fn, rule);
  const code = data.journal.party.categories.indexOf(party);
  const units = unitsOfParty(data, code);
  const make = new StatementFigures(data, terms, units);
  const opening = make.opening();
  const openingMinor = signedTotal(data, units, from - 1);
  const moves = movesOfParty(data.journal, code, from, to);
  const balances = runningFrom(openingMinor, moves);
  const lines: Rows<StatementLine> = new Rows(
    moves.length,
    (index) => make.line(moves[index] as StatementMove, balances[index] as bigint, index),
    () => figureColumns(lines, data.places),
  );
  return {
    party,
    from: formatDay(from),
    to: formatDay(to),
    currency: data.currency,
    opening,
    lines,
    closing: make.closing(opening, moves, balances, openingMinor),
    aging: make.aging(bucketsOf(rule)),
  };
}

function unitsOfParty({ units }: LedgerData, code: number): number[] {
  const own: number[] = [];
  for (let unit = 0; unit < units.count; unit += 1) if (units.party[unit] === code) own.push(unit);
  return own;
}

function runningFrom(opening: bigint, moves: readonly StatementMove[]): bigint[] {
  let balance = opening;
  return moves.map(({ amount }) => (balance += amount));
}
