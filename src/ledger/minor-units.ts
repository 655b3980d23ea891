/**
 * @module ledger/minor-units
 *
 * Whole minor units, as doubles where these are exact. Reads no text and knows no decimals: what
 * takes typed columns alone needs no more than this.
 */

/** A whole number of minor units; a bigint beyond 2^53 − 1. */
export type MinorAmount = number | bigint;

/** A double where that is exact, else the bigint. */
export function narrow(minor: bigint): MinorAmount {
  const near = Number(minor);
  return Number.isSafeInteger(near) ? near : minor;
}

/** Minor units as a plain decimal text: for messages and lists. */
export function minorText(minor: MinorAmount, places: number): string {
  const size = BigInt(minor < 0 ? -minor : minor);
  const digits = size.toString().padStart(places + 1, "0");
  const point = digits.length - places;
  const part = digits.slice(point).replace(/0+$/, "");
  const text = part === "" ? digits.slice(0, point) : `${digits.slice(0, point)}.${part}`;
  return minor < 0 ? `-${text}` : text;
}
