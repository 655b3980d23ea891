/**
 * @module terms/parse-terms
 *
 * Payment terms from the text on an invoice. For the way back see `terms/format-terms`; every
 * function that takes terms also takes the text itself.
 */
import { refuse } from "../ground/errors.ts";
import { readText } from "./grammar.ts";
import { termsOf } from "./reader.ts";
import { requireTerms } from "./require-terms.ts";
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
 * | `net 0`, `immediate`, `CIA`, `cash with order`, 款到发货 | on the document date |
 * | `COD`, 货到付款; `due on receipt`, 票到付款 | on delivery; on receipt of the invoice |
 * | `n/30 from delivery`, `n/30 ROG`, 货到30天 | 30 days after delivery; likewise 票到, 验收 |
 * | `2/10, n/30`, `2/10 net 30`, `2% 10, net 30` | the same, and 2 % off within 10 days |
 * | `3/10, 2/20, n/45` | several discounts |
 * | `EOM`, `end of month`, `net EOM` | the month end |
 * | `EOM+30`, `n/30 EOM`, `net 30 end of month` | the month end, then 30 days |
 * | `30 days end of month` | 30 days, then the month end |
 * | `30 days end of month + 10` | 30 days, the month end, then 10 days |
 * | `net 2 months`, 三个月 | the same day, months later |
 * | `10th prox`, `15 MFI`, 次月结15日付 | that day of the next month |
 * | 月结30天, 当月结, 次月结 | as `EOM+30`; the month end; the next month end |
 * | `10th prox, cut-off 25`, 次月结，25日截止 | invoices after the 25th count as the next month's |
 * | `50% 30, 50% 60`, `30% immediate, 70% EOM` | parts that sum to 100 %, each with its own rule |
 * | `30% deposit, balance net 60`, 预付30%余款60天 | a part on the document date, the rest later |
 * | `net 30, retention 5% 1 year`, 货到30天，质保金5%一年 | the rest, and a part that is held back |
 *
 * Case, spacing and full-width forms do not matter; between parts may stand `, ; . - / | &`, `and`
 * or `or`. Terms count from one date: a clause such as `from delivery` covers all parts. Refused
 * because people read them in two ways: `30 days EOM` and `30 EOM`, a discount beside a bare month
 * end (`2/10 EOM`, `2/10, n/30 EOM`), `2% 10` above 10 % beside a net day (it may be a part
 * payment), `30 days after receipt` (of what?), 月结 and `prox` without a day, parts from different
 * dates, and a number alone.
 *
 * `MFI` alone (month following invoice) is the end of the next month, as 次月结 is. A retention alone
 * (质保金5%一年) leaves the rest due at once, as what nothing is agreed of is due by law.
 *
 * @units days as whole numbers; rates and shares as fractions, exact decimal texts
 *
 * @param text - At most 1,000 characters; reading is linear in the length.
 * @returns The structure, plain data; without what is 0 or by default.
 *
 * @throws {@link CreditError} `invalid_input`: the text is not understood (the message says how far
 *   it was), ambiguous, or contradicts itself (`2/30, n/30`).
 *
 * @source "3+1" deck, slide 78, for `2/10, N/30` and `3/10, 2/20, N/45`; the others follow common
 *   use in invoices. 月结30天 is read as 30 days after the month end.
 *
 * @example
 * ```ts
 * parseTerms("n/30"); // => { tiers: [], due: { kind: "days", days: 30 } }
 * parseTerms("2/10, n/30").tiers; // => [{ discountRate: "0.02", days: 10 }]
 * parseTerms("EOM+30").due; // => { kind: "end-of-month", daysAfter: 30 }
 * parseTerms("货到30天");
 * // => { tiers: [], due: { kind: "days", days: 30 }, anchor: "delivery" }
 * parseTerms("50% 30, 50% 60").due; // => { kind: "days", days: 60 }
 * ```
 */
export function parseTerms(text: string): Terms {
  if (typeof text !== "string") refuse("parseTerms", "", "must be a text", text);
  requireTerms("parseTerms", "", text, termsOf(text));
  return readText(text) as Terms;
}
