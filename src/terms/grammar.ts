/**
 * @module terms/grammar
 *
 * Payment terms from their text: parts one after the other, then what the parts mean together.
 * Whatever has two readings or none is refused, saying how far the text was understood.
 */
import { Fault } from "../ground/fault.ts";
import { anchorOf } from "./anchor-of-parts.ts";
import { Cursor } from "./cursor.ts";
import { takeNextMonth } from "./due-forms-month.ts";
import { readBareDays, readDue } from "./due-forms.ts";
import { shiftPoint } from "./plain-rate.ts";
import type { NamedShare } from "./shares.ts";
import { readNamedShare, readPaidShare, readShareName, restOf } from "./shares.ts";
import type { DiscountTier, Terms } from "./terms.ts";
import type { WrittenDue } from "./written-due.ts";
import { takeDaysWord } from "./written-due.ts";

/** Longest text read; reading is linear in the length. */
export const MAX_TEXT_LENGTH = 1_000;

/** Above it, `d% n` beside a net day is rather a part payment than a discount. */
const LARGEST_PLAIN_DISCOUNT = 10;

/** Between two parts stands one of these, or nothing. */
const SEPARATORS = [",", ";", "-", "/", "|", "&", "and", "or"];

type Part =
  | { readonly kind: "discount"; readonly percent: string; readonly days: number }
  | { readonly kind: "share"; readonly percent: string; readonly written: WrittenDue }
  | NamedShare
  | { readonly kind: "net"; readonly written: WrittenDue };

type DuePart = Exclude<Part, { kind: "discount" }>;

/** The terms that a text states, not yet checked for sense; or how far it was understood. */
export function readText(text: string): Terms | Fault {
  if (text.length > MAX_TEXT_LENGTH) return new Fault("must have at most 1,000 characters");
  const parts = readParts(new Cursor(text));
  return parts instanceof Fault ? parts : meaningOf(parts);
}

function readParts(cursor: Cursor): Part[] | Fault {
  const parts: Part[] = [];
  do {
    const separator = cursor.mark;
    if (parts.length > 0) {
      // A point closes the text, too.
      const isPoint = cursor.take(".");
      if (isPoint && cursor.isAtEnd) break;
      if (!isPoint) cursor.takeOneOf(...SEPARATORS);
    }
    const part = readPart(cursor);
    if (part instanceof Fault) return part;
    if (!part) {
      cursor.back(separator);
      return notUnderstood(cursor);
    }
    parts.push(part);
  } while (!cursor.isAtEnd);
  return parts;
}

function notUnderstood(cursor: Cursor): Fault {
  const known = 'must be terms of a known form such as "2/10, n/30" or "EOM+30"';
  const [understood, rest] = [excerpt(cursor.taken()), excerpt(cursor.rest)];
  if (understood === '""') return new Fault(`${known}; understood nothing of it`);
  return new Fault(`${known}; understood ${understood}, then came ${rest}`);
}

/** At most 40 characters: enough to find the place. */
function excerpt(text: string): string {
  return JSON.stringify(text.length > 40 ? `${text.slice(0, 39)}…` : text);
}

function readPart(cursor: Cursor): Part | Fault | undefined {
  const mark = cursor.mark;
  const percent = cursor.takeNumber();
  if (percent !== undefined && cursor.take("%")) return readShare(cursor, percent);
  if (percent !== undefined && cursor.take("/")) return readDiscount(cursor, mark, percent);
  cursor.back(mark);
  const named = readNamedShare(cursor);
  if (named) return named;
  cursor.back(mark);
  const written = readDue(cursor);
  if (!written || written instanceof Fault) return written;
  const paid = readPaidShare(cursor);
  return paid === undefined ? { kind: "net", written } : { kind: "share", percent: paid, written };
}

/** What follows `2/`: `10`, `10 days`; a day of next month is no number of days. */
function readDiscount(cursor: Cursor, start: number, percent: string): Part | Fault | undefined {
  const days = cursor.takeWhole();
  if (days === undefined) return undefined;
  takeDaysWord(cursor);
  if (!takeNextMonth(cursor)) return { kind: "discount", percent, days };
  const phrase = JSON.stringify(cursor.taken(start));
  return new Fault(`must have discounts that count in days, unlike ${phrase}`);
}

/** What follows `50%`: `30`, `/30`, `30 days`, `net 30`, `EOM+30`, `in advance`. */
function readShare(cursor: Cursor, percent: string): Part | Fault | undefined {
  cursor.take("/");
  const named = readShareName(cursor, percent);
  if (named) return named;
  const written = readDue(cursor) ?? readBareDays(cursor);
  return !written || written instanceof Fault ? written : { kind: "share", percent, written };
}

function meaningOf(parts: readonly Part[]): Terms | Fault {
  const due = parts.filter((part) => part.kind !== "discount");
  const anchor = anchorOf(due);
  if (anchor instanceof Fault) return anchor;
  const terms = untilAnchor(parts, due);
  if (terms instanceof Fault || anchor === "document") return terms;
  return { ...terms, anchor };
}

/** What the parts mean, but for the date that they count from. */
function untilAnchor(parts: readonly Part[], due: readonly DuePart[]): Terms | Fault {
  const nets = due.filter(({ kind }) => kind === "net");
  const isInParts = due.some(({ kind }) => kind === "named-share");
  if (isInParts && due.length < parts.length) {
    return new Fault("must have either discounts or parts, not both");
  }
  if (isInParts) return installments(due);
  if (nets.length === 0 && due.length === parts.length) return installments(due);
  const [net] = nets;
  if (!net) return new Fault('must say when the amount is due, as "n/30" does');
  if (nets.length > 1) return new Fault("must say once when the amount is due");
  return withDiscounts(parts, net.written);
}

/** Parts by their percentages; the one without takes what the others leave. */
function installments(due: readonly DuePart[]): Terms | Fault {
  const stated = due.flatMap((part) => {
    const percent = part.kind === "net" ? undefined : part.percent;
    return percent === undefined ? [] : [percent];
  });
  const open = due.length - stated.length;
  if (open > 1) return new Fault("must say once when the rest is due");
  const rest = open === 0 ? "" : restOf(stated);
  if (rest instanceof Fault) return rest;
  const shares = due.map((part) => ({
    share: rateOfPercent((part.kind === "net" ? undefined : part.percent) ?? rest),
    due: part.written.due,
  }));
  const left = open === 0 && due.some(isNamed) ? restOf(stated) : undefined;
  if (left !== undefined && !(left instanceof Fault)) {
    if (!due.every((part) => isNamed(part) && part.isRetention)) {
      return new Fault(`must say when the other ${left} % are due, as "balance net 60" does`);
    }
    // Nothing is agreed of the rest but that it is not held back: it is due at once.
    shares.unshift({ share: rateOfPercent(left), due: { kind: "days", days: 0 } });
  }
  const last = due.at(-1) as DuePart;
  return { tiers: [], due: { ...last.written.due }, installments: shares };
}

function isNamed(part: DuePart): part is NamedShare {
  return part.kind === "named-share";
}

function withDiscounts(parts: readonly Part[], net: WrittenDue): Terms | Fault {
  const tiers: DiscountTier[] = [];
  for (const part of parts) {
    if (part.kind === "net" || part.kind === "named-share") continue;
    const days = part.kind === "discount" ? part.days : discountDays(part);
    if (days === undefined) {
      return new Fault(
        'must be parts that sum to 100 %, or discounts such as "2/10" and a net day',
      );
    }
    tiers.push({ discountRate: rateOfPercent(part.percent), days });
  }
  if (tiers.length > 0 && net.isLooseMonthEnd) {
    return new Fault(
      "must say from when the discount days count: beside a month end they are read from the " +
        'document and from the month end; "2/10, EOM+30" and "2/10, net EOM" are from the document',
    );
  }
  return { tiers, due: net.due };
}

/** The days of a discount written `2% 10`; nothing where it may as well be a part payment. */
function discountDays({ percent, written }: Extract<Part, { kind: "share" }>): number | undefined {
  const { due, isPlainDays } = written;
  const isSmall = Number(percent) <= LARGEST_PLAIN_DISCOUNT;
  return due.kind === "days" && isPlainDays && isSmall ? due.days : undefined;
}

/** `2.5` per cent is `0.025`. */
function rateOfPercent(percent: string): string {
  const point = percent.indexOf(".");
  const places = point < 0 ? 0 : percent.length - point - 1;
  return shiftPoint(percent.replace(".", ""), places + 2);
}
