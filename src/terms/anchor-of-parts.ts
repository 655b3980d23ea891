/**
 * @module terms/anchor-of-parts
 *
 * The one date that all parts of some terms count from. Terms have one; a text that names two is
 * refused, and so is one of which it would have to be guessed.
 */
import { Fault } from "../ground/fault.ts";
import type { TermsAnchor } from "./terms.ts";
import type { WrittenDue } from "./written-due.ts";

/**
 * The date named; `document` where none is. A clause (`from delivery`, 货到30天) covers the
 * parts that name none; an event (`COD`) covers a part of months only: a warranty runs from it,
 * while days beside it may as well run from the invoice.
 */
export function anchorOf(parts: readonly { readonly written: WrittenDue }[]): TermsAnchor | Fault {
  const named = parts.flatMap(({ written: { from } }) => (from ? [from] : []));
  const anchors = [...new Set(named.map(({ anchor }) => anchor))];
  const [anchor = "document", other] = anchors;
  if (other) return new Fault(`must count from one date, and names ${anchor} and ${other}`);
  const isByEvent = anchor !== "document" && named.every(({ isEvent }) => isEvent);
  const open = parts.filter(({ written }) => !written.from);
  if (isByEvent && open.some(({ written }) => written.due.kind !== "months")) {
    return new Fault(`must say from when each part counts, as "from ${WORDS[anchor]}" does`);
  }
  return anchor;
}

const WORDS: Readonly<Record<TermsAnchor, string>> = {
  document: "invoice date",
  delivery: "delivery",
  invoiceReceived: "receipt of invoice",
  accepted: "acceptance",
};
