/**
 * @module terms/due-forms-event
 *
 * Payment at an event, and the dates that days count from: `COD`, `CIA`, `due on receipt`, `from
 * delivery`, `n/30 ROG`.
 */
import { Fault } from "../ground/fault.ts";
import type { Cursor } from "./cursor.ts";
import type { TermsAnchor } from "./terms.ts";
import type { NamedAnchor, WrittenDue } from "./written-due.ts";
import { onEvent } from "./written-due.ts";

/** Phrases at which is paid at once. Before the goods go out, the invoice is the only date. */
const EVENTS: ReadonlyMap<string, TermsAnchor> = /* @__PURE__ */ new Map<string, TermsAnchor>([
  ["cash on delivery", "delivery"],
  ["cod", "delivery"],
  ["on receipt of goods", "delivery"],
  ["on receipt of the goods", "delivery"],
  ["upon receipt of goods", "delivery"],
  ["upon receipt of the goods", "delivery"],
  ["on delivery", "delivery"],
  ["upon delivery", "delivery"],
  ["on receipt of invoice", "invoiceReceived"],
  ["on receipt of the invoice", "invoiceReceived"],
  ["upon receipt of invoice", "invoiceReceived"],
  ["upon receipt of the invoice", "invoiceReceived"],
  ["on receipt", "invoiceReceived"],
  ["upon receipt", "invoiceReceived"],
  ["on acceptance", "accepted"],
  ["upon acceptance", "accepted"],
  ["cash in advance", "document"],
  ["cia", "document"],
  ["cash with order", "document"],
  ["cwo", "document"],
  ["payment in advance", "document"],
  ["pia", "document"],
  ["prepayment", "document"],
  ["immediate payment", "document"],
  ["immediately", "document"],
  ["immediate", "document"],
]);

/** `COD`, `CIA`, `due on receipt`, `immediate`. */
export function atEvent(cursor: Cursor): WrittenDue | undefined {
  cursor.takeOneOf("due", "payable");
  const anchor = cursor.takeKey(EVENTS);
  return anchor && onEvent(anchor);
}

/** Names of the dates that days count from. */
const DATES: ReadonlyMap<string, TermsAnchor> = /* @__PURE__ */ new Map<string, TermsAnchor>([
  ["receipt of goods", "delivery"],
  ["receipt of invoice", "invoiceReceived"],
  ["invoice receipt", "invoiceReceived"],
  ["delivery date", "delivery"],
  ["date of delivery", "delivery"],
  ["delivery", "delivery"],
  ["acceptance date", "accepted"],
  ["date of acceptance", "accepted"],
  ["acceptance", "accepted"],
  ["invoice date", "document"],
  ["date of invoice", "document"],
  ["document date", "document"],
  ["invoice", "document"],
]);

/** The date that a rule counts from, where it is named behind it; a fault where it is two. */
export function readAnchor(cursor: Cursor): NamedAnchor | Fault | undefined {
  const mark = cursor.mark;
  if (cursor.take("rog")) return { anchor: "delivery", isEvent: false };
  if (!cursor.takeOneOf("from", "after", "following", "of")) return undefined;
  cursor.take("the");
  const anchor = cursor.takeKey(DATES);
  if (anchor) return { anchor, isEvent: false };
  if (cursor.takeOneOf("receipt")) {
    const phrase = JSON.stringify(cursor.taken(mark));
    return new Fault(
      `must say of what: ${phrase} is read as "from receipt of invoice" and as ` +
        '"from receipt of goods"',
    );
  }
  cursor.back(mark);
  return undefined;
}
