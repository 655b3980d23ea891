/**
 * @module ledger/items
 *
 * What a caller hands over: documents with what settled them. The rules are in docs/ledger.md.
 */
import type { Issue } from "../ground/errors.ts";
import type { Numeric } from "../ground/numeric.ts";
import type { AnchorDates, Terms } from "../terms/index.ts";

/** The first two add to the balance; the others take off it and can be a source. */
export type DocumentKind = "invoice" | "debit-note" | "credit-note" | "payment" | "bill";

/** How an amount was settled. */
export type ApplicationKind =
  "payment" | "credit-note" | "discount" | "write-off" | "bill" | "offset" | "exchange";

/** What settled a part of a debit item, and when. */
export interface Application {
  /** When, `YYYY-MM-DD`; it counts from the latest of this and the documents' dates. */
  readonly date: string;
  /** How much; a reversal is negative. Money. */
  readonly amount: Numeric;
  /** How. */
  readonly kind: ApplicationKind;
  /** The credit item used up by it; without one it came from outside the ledger. */
  readonly source?: string;
  /** Allows a source of another party. */
  readonly crossParty?: boolean;
}

/** An amount under dispute for a time. */
export interface Dispute {
  /** First day, inclusive. */
  readonly from: string;
  /** Last day, inclusive; without it the dispute stands for good. */
  readonly to?: string;
  /** Disputed amount. Money, above 0. */
  readonly amount: Numeric;
  /** Why; kept for lists. */
  readonly reason?: string;
}

/** A part of an invoice with a due date of its own. */
export interface Installment {
  /** When it is due. */
  readonly dueDate: string;
  /** How much. Money, above 0; the installments of an item sum to its amount. */
  readonly amount: Numeric;
}

/** One document of a receivables ledger. */
export interface LedgerItem {
  /** Its number; unique in the ledger. */
  readonly id: string;
  /** The customer. */
  readonly party: string;
  /** What it is; `invoice` unless stated. */
  readonly kind?: DocumentKind;
  /** When it was issued: it is part of the balance from this day on. */
  readonly documentDate: string;
  /** When it is due. Debit items need this, `terms` or `installments`. */
  readonly dueDate?: string;
  /** Payment terms that give the due date; on credit items, too, as exports print them. */
  readonly terms?: string | Terms;
  /** Parts with due dates of their own. */
  readonly installments?: readonly Installment[];
  /** Its amount, above 0: the kind carries the sign. Money. */
  readonly amount: Numeric;
  /** Must be the ledger's currency where stated. */
  readonly currency?: string;
  /** Company, region, salesperson, cause, … */
  readonly dimensions?: Readonly<Record<string, string>>;
  /** Disputes, dated. */
  readonly disputes?: readonly Dispute[];
  /** What settled it (debit items only). */
  readonly applications?: readonly Application[];
  /** Dates that the terms run from, where not the document's. */
  readonly anchors?: AnchorDates;
  /** Drafts and voids are left out and counted; `posted` unless stated. */
  readonly status?: "posted" | "draft" | "void";
  /** What is open, where an export knows only that. Money, from 0 to the amount. */
  readonly openAmount?: Numeric;
  /** When `openAmount` was true. */
  readonly openAsOf?: string;
  /** Anything of yours; handed back untouched with the item. */
  readonly meta?: unknown;
}

/** How a ledger is read. */
export interface LedgerOptions {
  /** The one currency of the ledger: an ISO 4217 code, or `XXX` where there is none. */
  readonly currency: string;
  /** Decimal places of its smallest unit; by the currency unless stated (EUR 2, JPY 0, KWD 3). */
  readonly minorUnits?: number;
  /** Rounds amounts that do not fit the minor unit, and reports how many and by how much. */
  readonly amounts?: {
    /** How ties round. */
    readonly round: "half-even" | "half-up";
  };
  /** When the items' `openAmount` was true, unless an item says otherwise. */
  readonly openAsOf?: string;
  /** `refuse` (default) throws one error with every fault; `collect` keeps the good rows. */
  readonly onBadRow?: "refuse" | "collect";
}

/** A row that was not taken, and why. */
export interface RejectedRow {
  /** Its position in the list given, from 0. */
  readonly row: number;
  /** Its id, where it had a readable one. */
  readonly id?: string;
  /** Every fault found in it. */
  readonly issues: readonly Issue[];
}

/** What became of the rows: accepted + rejected + left out = rows. */
export interface LedgerReport {
  /** Rows given. */
  readonly rows: number;
  /** Rows taken. */
  readonly accepted: number;
  /** Rows not taken, with their faults. */
  readonly rejected: readonly RejectedRow[];
  /** Rows left out by their status. */
  readonly leftOut: {
    /** Drafts. */
    readonly draft: number;
    /** Voided documents. */
    readonly void: number;
  };
  /** With `amounts: { round }`: how many amounts were rounded, and the sum of the changes. */
  readonly rounded?: {
    /** Amounts changed. */
    readonly count: number;
    /** Sum of new less old amounts, a decimal text. */
    readonly by: string;
  };
}

/** Dimensions that a ledger may have: each is a column as long as the ledger. */
export const MAX_DIMENSIONS = 100;

/** The kinds by their code in the columns; codes 0 and 1 add to the balance. */
export const DOCUMENT_KINDS: readonly DocumentKind[] = [
  "invoice",
  "debit-note",
  "credit-note",
  "payment",
  "bill",
];

/** From this code on a document takes off the balance. */
export const FIRST_CREDIT_KIND = 2;

/** The kinds of application by their code in the columns. */
export const APPLICATION_KINDS: readonly ApplicationKind[] = [
  "payment",
  "credit-note",
  "discount",
  "write-off",
  "bill",
  "offset",
  "exchange",
];

/** Code of exchange differences, which may take what is applied below zero. */
export const EXCHANGE = 6;

/** Code of what a snapshot had settled by means unknown; never given by a caller. */
export const SNAPSHOT = 7;
