/**
 * @module ledger/read-rules
 *
 * What texts and dates of a ledger must be, in words.
 */

/** The rule of a date field. */
export const DATE_RULE = "must be a date YYYY-MM-DD from 1900 on";
/** The rule of a text field. */
export const TEXT_RULE = "must be a text of 1 to 1,000 characters";

/** Characters that an id, a name or a value may have. */
export const MAX_TEXT = 1000;

/** Whether a value is a text of that length. */
export function isText(value: unknown): value is string {
  return typeof value === "string" && value.length >= 1 && value.length <= MAX_TEXT;
}

/** `"a" or "b" or "c"`. */
export function wordsText(words: readonly string[]): string {
  return words.map((each) => JSON.stringify(each)).join(" or ");
}
