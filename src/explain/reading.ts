/**
 * @module explain/reading
 *
 * Numbers as people read them: grouped, and cut to the digits that matter. Only for reading; the
 * whole number stands in the result.
 */
import { Fraction } from "../ground/fraction.ts";
import { parsePlainDecimal, toFixedText, toText } from "../ground/numeric.ts";
import { padStart } from "./layout.ts";

/** Significant digits shown, though never fewer than two decimal places. */
const DIGITS = 10;

/** A number for reading: `1,170,000`, `63.82459313`. */
export function readable(number: Fraction, places = placesOf(number)): string {
  return grouped(withoutEndZeros(toFixedText(number, places)));
}

/** An amount of money for reading: with no decimal places or at least two, `1,200.50`. */
export function readableMoney(number: Fraction): string {
  return readable(number).replace(/\.[0-9]$/, "$&0");
}

/** Decimal places with which a number is shown. */
export function placesOf(number: Fraction): number {
  const [whole = "", decimals = ""] = toText(number.absolute()).split(".");
  const leadingZeros = decimals.length - decimals.replace(/^0+/, "").length;
  return whole === "0" ? leadingZeros + DIGITS : Math.max(2, DIGITS - whole.length);
}

/** Whether {@link readable} shows all of the number. */
export function isShownWhole(number: Fraction): boolean {
  const shown = parsePlainDecimal(readable(number).replaceAll(",", ""), 10_000);
  return shown?.equals(number) ?? false;
}

/** A fraction as a percentage: `5.12 %`. */
export function percentage(number: Fraction): string {
  const percent = toFixedText(number.times(Fraction.whole(100)), 4);
  return `${grouped(withoutEndZeros(percent))} %`;
}

function withoutEndZeros(text: string): string {
  return text.includes(".") ? text.replace(/0+$/, "").replace(/\.$/, "") : text;
}

function grouped(text: string): string {
  const [whole = "", decimals] = text.split(".");
  const digits = whole.replace("-", "");
  const length = Math.ceil(digits.length / 3) * 3;
  const groups = padStart(digits, length).match(/.{3}/g) ?? [];
  const start = whole.startsWith("-") ? "-" : "";
  return start + groups.join(",").trim() + (decimals === undefined ? "" : `.${decimals}`);
}
