/**
 * @module terms/grammar
 *
 * Payment terms from their text: parts one after the other, then what the parts mean together.
 * Whatever has two readings or none is refused, saying how far the text was understood.
 */
import { Fault } from "../ground/fault.ts";
import { Cursor } from "./cursor.ts";
import type { WrittenDue } from "./due-forms.ts";
import { readBareDays, readDue, takeDaysWord } from "./due-forms.ts";
import { shiftPoint } from "./plain-rate.ts";
import type { DiscountTier, Terms } from "./terms.ts";

/** Longest text read; reading is linear in the length. */
export const MAX_TEXT_LENGTH = 1_000;

/** Above it, `d% n` beside a net day is rather a part payment than a discount. */
const LARGEST_PLAIN_DISCOUNT = 10;

/** Between two parts stands one of these, or nothing. */
const SEPARATORS = [",", ";", "-", "/", "|", "&", "and", "or"];

type Part =
  | { readonly kind: "discount"; readonly percent: string; readonly days: number }
  | { readonly kind: "share"; readonly percent: string; readonly written: WrittenDue }
  | { readonly kind: "net"; readonly written: WrittenDue };

type Share = Extract<Part, { kind: "share" }>;

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
  if (percent !== undefined && cursor.take("/")) {
    const days = cursor.takeWhole();
    if (days === undefined) return undefined;
    takeDaysWord(cursor);
    return { kind: "discount", percent, days };
  }
  cursor.back(mark);
  const written = readDue(cursor);
  return !written || written instanceof Fault ? written : { kind: "net", written };
}

/** What follows `50%`: `30`, `/30`, `30 days`, `net 30`, `EOM+30`. */
function readShare(cursor: Cursor, percent: string): Share | Fault | undefined {
  cursor.take("/");
  const written = readDue(cursor) ?? readBareDays(cursor);
  return !written || written instanceof Fault ? written : { kind: "share", percent, written };
}

function meaningOf(parts: readonly Part[]): Terms | Fault {
  const nets = parts.filter((part) => part.kind === "net");
  const shares = parts.filter((part) => part.kind === "share");
  if (shares.length === parts.length) return installments(shares);
  const [net] = nets;
  if (!net) return new Fault('must say when the amount is due, as "n/30" does');
  if (nets.length > 1) return new Fault("must say once when the amount is due");
  return withDiscounts(parts, net.written);
}

function installments(shares: readonly Share[]): Terms {
  const parts = shares.map(({ percent, written }) => ({
    share: rateOfPercent(percent),
    due: written.due,
  }));
  const last = shares.at(-1) as Share;
  return { tiers: [], due: { ...last.written.due }, installments: parts };
}

function withDiscounts(parts: readonly Part[], net: WrittenDue): Terms | Fault {
  const tiers: DiscountTier[] = [];
  for (const part of parts) {
    if (part.kind === "net") continue;
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
function discountDays({ percent, written }: Share): number | undefined {
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
