/**
 * @module terms/shares
 *
 * Parts of an amount that say what they are: a prepayment, a retention, the rest.
 */
import { Fault } from "../ground/fault.ts";
import type { Cursor } from "./cursor.ts";
import { readBareDays, readDue } from "./due-forms.ts";
import { shiftPoint } from "./plain-rate.ts";
import type { WrittenDue } from "./written-due.ts";
import { onEvent } from "./written-due.ts";

/** A part that says what it is; without a percentage it takes what the others leave. */
export interface NamedShare {
  readonly kind: "named-share";
  /** Held back until later: what the others do not take is due at once. */
  readonly isRetention: boolean;
  readonly percent: string | undefined;
  readonly written: WrittenDue;
}

/** `预付30%`, `质保金5%一年`, `余款60天`, `balance net 60`, `retention 5% 12 months`. */
export function readNamedShare(cursor: Cursor): NamedShare | Fault | undefined {
  if (cursor.takeOneOf("预付款", "预付", "定金", "订金", "首付")) {
    const percent = takePercent(cursor);
    return percent === undefined ? undefined : share(percent, onEvent("document"));
  }
  if (cursor.takeOneOf("质保金", "质保", "retention")) {
    const percent = takePercent(cursor);
    return percent === undefined ? undefined : retained(cursor, percent);
  }
  cursor.take("the");
  if (!cursor.takeOneOf("余款", "尾款", "其余", "余额", "balance", "remainder", "rest")) {
    return undefined;
  }
  return dueShare(cursor, takePercent(cursor));
}

/** What follows `30%`: `in advance`, `deposit`, `retention 12 months`. */
export function readShareName(cursor: Cursor, percent: string): NamedShare | Fault | undefined {
  const advance = [
    "in advance",
    "advance",
    "deposit",
    "down payment",
    "upfront",
    "prepaid",
    "预付",
  ];
  if (cursor.takeOneOf(...advance)) return share(percent, onEvent("document"));
  if (!cursor.takeOneOf("retention", "质保金")) return undefined;
  return retained(cursor, percent);
}

/** What follows a rule in Chinese: the `付60%` of 货到付60%. */
export function readPaidShare(cursor: Cursor): string | undefined {
  const mark = cursor.mark;
  cursor.takeOneOf("支付", "付款", "付");
  const percent = takePercent(cursor);
  if (percent === undefined) cursor.back(mark);
  return percent;
}

/** What percentages leave of 100, as plain digits; a fault where they leave nothing. */
export function restOf(percents: readonly string[]): string | Fault {
  const placesOf = (percent: string): number => (percent.split(".")[1] ?? "").length;
  let places = 0;
  for (const percent of percents) places = Math.max(places, placesOf(percent));
  let rest = 100n * 10n ** BigInt(places);
  for (const percent of percents) {
    const digits = percent.replace(".", "") + "0".repeat(places - placesOf(percent));
    rest -= BigInt(digits);
  }
  if (rest <= 0n) return new Fault("must have shares below 100 % where a rest is to be paid");
  return shiftPoint(String(rest), places);
}

function dueShare(cursor: Cursor, percent: string | undefined): NamedShare | Fault | undefined {
  const written = readDue(cursor) ?? readBareDays(cursor);
  return !written || written instanceof Fault ? written : share(percent, written);
}

function retained(cursor: Cursor, percent: string): NamedShare | Fault | undefined {
  const part = dueShare(cursor, percent);
  return !part || part instanceof Fault ? part : { ...part, isRetention: true };
}

function share(percent: string | undefined, written: WrittenDue): NamedShare {
  return { kind: "named-share", isRetention: false, percent, written };
}

function takePercent(cursor: Cursor): string | undefined {
  const mark = cursor.mark;
  const percent = cursor.takeNumber();
  if (percent !== undefined && cursor.take("%")) return percent;
  cursor.back(mark);
  return undefined;
}
