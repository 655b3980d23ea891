/**
 * @module terms/parse-terms
 *
 * Payment terms from the text on an invoice. For the way back see `terms/format-terms`; every
 * function that takes terms also takes the text itself.
 */
import { refuse } from "../ground/errors.ts";
import { readText } from "./grammar.ts";
import { readTerms } from "./input.ts";
import type { Terms } from "./terms.ts";

/**
 * Reads payment terms (付款条件) from their text; whatever has no reading or more than one is
 * refused, never guessed.
 *
 * Use it to look at terms or to store them as data: {@link dueDate} and the other functions take
 * the text itself. {@link formatTerms} is the way back.
 *
 * | text | meaning |
 * | --- | --- |
 * | `net 30`, `n/30`, `30 days`, `30 days net` | 30 days after the document date |
 * | `net 0`, `immediate`, `due immediately` | on the document date |
 * | `2/10, n/30`, `2/10 net 30`, `2% 10, net 30` | the same, and 2 % off within 10 days |
 * | `3/10, 2/20, n/45` | several discounts |
 * | `EOM`, `end of month`, `net EOM` | the month end |
 * | `EOM+30`, `n/30 EOM`, `net 30 end of month` | the month end, then 30 days |
 * | `30 days end of month` | 30 days, then the month end |
 * | `30 days end of month + 10` | 30 days, the month end, then 10 days |
 * | `50% 30, 50% 60`, `30% immediate, 70% EOM` | parts that sum to 100 %, each with its own rule |
 *
 * Case, spacing and full-width forms do not matter; between parts may stand `, ; . - / | &`, `and`
 * or `or`. Refused because people read them in two ways: `30 days EOM` and `30 EOM`, a discount
 * beside a bare month end (`2/10 EOM`, `2/10, n/30 EOM`), `2% 10` above 10 % beside a net day (it
 * may be a part payment), `due on receipt` and `COD` (zero days from a date of their own), and a
 * number alone.
 *
 * @units days as whole numbers; rates and shares as fractions, exact decimal texts
 *
 * @param text - At most 1,000 characters; reading is linear in the length.
 * @returns The structure, plain data; without what is 0 or by default.
 *
 * @throws {@link CreditError} `invalid_input`: the text is not understood (the message says how far
 *   it was), ambiguous, or contradicts itself (`2/30, n/30`).
 *
 * @source "3+1" deck, slide 78, for `2/10, N/30` and `3/10, 2/20, N/45`; the month ends follow
 *   common use in invoices.
 *
 * @example
 * ```ts
 * parseTerms("n/30"); // => { tiers: [], due: { kind: "days", days: 30 } }
 * parseTerms("2/10, n/30").tiers; // => [{ discountRate: "0.02", days: 10 }]
 * parseTerms("EOM+30").due; // => { kind: "end-of-month", daysAfter: 30 }
 * parseTerms("50% 30, 50% 60").due; // => { kind: "days", days: 60 }
 * ```
 */
export function parseTerms(text: string): Terms {
  if (typeof text !== "string") refuse("parseTerms", "", "must be a text", text);
  readTerms("parseTerms", "", text);
  return readText(text) as Terms;
}
