/**
 * @module ledger/item-fields
 *
 * The fields of a document as a row gives them, and what they are read by.
 */
import type { ReadContext } from "./read-values.ts";

/** What a ledger's rows are read by. */
export interface ItemSettings extends ReadContext {
  /** Default date of the items' open amounts. */
  readonly openAsOf: number | undefined;
}

/** The fields that a row may have. */
export const ITEM_FIELDS = [
  "id",
  "party",
  "kind",
  "documentDate",
  "dueDate",
  "terms",
  "installments",
  "amount",
  "currency",
  "dimensions",
  "disputes",
  "applications",
  "anchors",
  "status",
  "openAmount",
  "openAsOf",
  "meta",
] as const;

/** One of them. */
export type Field = (typeof ITEM_FIELDS)[number];

/** A row whose fields are still anything. */
export type Given = Partial<Record<Field, unknown>>;
