/**
 * @module terms/due-forms-chinese
 *
 * What Chinese invoices and contracts say: 月结30天, 次月结15日付, 货到30天, 票到付款, 款到发货.
 */
import { Fault } from "../ground/fault.ts";
import type { Cursor } from "./cursor.ts";
import { isAtCutoff, onDay } from "./due-forms-month.ts";
import type { TermsAnchor } from "./terms.ts";
import type { WrittenDue } from "./written-due.ts";
import {
  afterDays,
  endOfMonth,
  onEvent,
  plainly,
  takeDaysWord,
  takeMonthsWord,
} from "./written-due.ts";

/** Whole phrases that mean payment at once. */
const AT_ONCE: ReadonlyMap<string, TermsAnchor> = /* @__PURE__ */ new Map<string, TermsAnchor>([
  ["款到发货", "document"],
  ["先款后货", "document"],
  ["全额预付", "document"],
  ["预付全款", "document"],
  ["见票即付", "invoiceReceived"],
]);

/** Events that days count from. The longer phrase stands before its beginning. */
const EVENTS: ReadonlyMap<string, TermsAnchor> = /* @__PURE__ */ new Map<string, TermsAnchor>([
  ["货到后", "delivery"],
  ["货到", "delivery"],
  ["到货后", "delivery"],
  ["到货", "delivery"],
  ["收货后", "delivery"],
  ["交货后", "delivery"],
  ["收到发票后", "invoiceReceived"],
  ["收票后", "invoiceReceived"],
  ["票到后", "invoiceReceived"],
  ["票到", "invoiceReceived"],
  ["验收合格后", "accepted"],
  ["验收后", "accepted"],
  ["验收", "accepted"],
  ["开票后", "document"],
  ["开票日后", "document"],
  ["发票日后", "document"],
]);

/** 款到发货, 货到付款, 货到30天, 验收后三个月. */
export function uponEvent(cursor: Cursor): WrittenDue | undefined {
  const atOnce = cursor.takeKey(AT_ONCE);
  if (atOnce) return onEvent(atOnce);
  const anchor = cursor.takeKey(EVENTS);
  if (!anchor) return undefined;
  if (takePay(cursor) || isAtPaidShare(cursor)) return onEvent(anchor);
  const counted = readCount(cursor);
  return counted && { ...counted, from: { anchor, isEvent: false } };
}

/** 30天, 账期30天, 30天账期, 三个月. */
export function creditPeriod(cursor: Cursor): WrittenDue | undefined {
  const isNamed = takePeriodWord(cursor);
  const counted = readCount(cursor);
  if (!counted) return undefined;
  const isNet = takePeriodWord(cursor) || isNamed;
  return isNet ? { ...counted, isPlainDays: false } : counted;
}

/** Takes the word for the time allowed to pay. */
export function takePeriodWord(cursor: Cursor): boolean {
  return cursor.takeOneOf("账期", "帐期", "信用期");
}

/** 月结30天, 当月结, 次月结, 次月结15日付, 次月底付. */
export function monthlySettlement(cursor: Cursor): WrittenDue | Fault | undefined {
  if (cursor.takeOneOf("当月结", "当月月结", "当月底", "当月末")) {
    takePay(cursor);
    return plainly(endOfMonth({}));
  }
  if (cursor.takeOneOf("次月结", "次月", "下月结", "下月")) return nextMonth(cursor);
  const start = cursor.mark;
  if (!cursor.takeOneOf("月结")) return undefined;
  const days = cursor.takeCount();
  if (days === undefined || !takeDaysWord(cursor)) {
    const phrase = JSON.stringify(cursor.taken(start));
    return new Fault(
      `must say which day beside ${phrase}: as 月结30天, 当月结 and 次月结15日付 do`,
    );
  }
  takePay(cursor);
  return { ...plainly(endOfMonth({ daysAfter: days })), isLooseMonthEnd: true };
}

/** What follows 次月结: its end, or a day of it. */
function nextMonth(cursor: Cursor): WrittenDue {
  const mark = cursor.mark;
  const day = cursor.takeCount();
  const isDay = day !== undefined && cursor.takeOneOf("日前", "号前", "日", "号");
  // 次月结25日截止: the day that follows is a cut-off day.
  if (isDay && !isAtCutoff(cursor)) {
    takePay(cursor);
    return onDay(day, 1);
  }
  cursor.back(mark);
  cursor.takeOneOf("底", "末");
  takePay(cursor);
  return plainly(endOfMonth({ months: 1 }));
}

/** A number of days or months. */
function readCount(cursor: Cursor): WrittenDue | undefined {
  const count = cursor.takeCount();
  if (count === undefined) return undefined;
  const unit = takeMonthsWord(cursor);
  const written = unit
    ? plainly({ kind: "months", months: count * unit })
    : takeDaysWord(cursor) && afterDays(count, true);
  if (!written) return undefined;
  takePay(cursor);
  return written;
}

/** True at the 付60% of 货到付60%, which the grammar reads as a share. */
function isAtPaidShare(cursor: Cursor): boolean {
  const mark = cursor.mark;
  cursor.takeOneOf("支付", "付款", "付");
  const isShare = cursor.takeNumber() !== undefined && cursor.take("%");
  cursor.back(mark);
  return isShare;
}

/** Takes 付款, but not the 付 of 付50%, which opens a share. */
export function takePay(cursor: Cursor): boolean {
  const mark = cursor.mark;
  const isPay = cursor.takeOneOf("付款", "支付", "付清", "即付", "付") && !cursor.isAtNumber;
  if (!isPay) cursor.back(mark);
  return isPay;
}
