/**
 * @module performance/pay-band
 *
 * Pay by result: the amount of the highest band that a result reaches.
 */
import { CreditError, issue } from "../ground/errors.ts";
import type { Absent, Figure } from "../ground/figure.ts";
import { absent, figure, present } from "../ground/figure.ts";
import type { Fraction } from "../ground/fraction.ts";
import { sumOf, ZERO } from "../ground/fraction.ts";
import { lazily, read } from "../ground/input.ts";
import { amount, list, numeric, object } from "../ground/input-atoms.ts";
import type { Numeric } from "../ground/numeric.ts";
import { toText } from "../ground/numeric.ts";
import type { List } from "../ground/rows.ts";

/** A band of results and its pay. */
export interface PayBandRow {
  /** The least result of the band. */
  readonly from: Numeric;
  /** What it pays. Money, at least 0. */
  readonly pay: Numeric;
}

/** What {@link payBand} needs. */
export interface PayBandInput {
  /** The result: a performance ratio, a score, a rate. */
  readonly result: Numeric;
  /** The bands, rising. At most 1,000. */
  readonly bands: List<PayBandRow>;
}

/** Pay, in money. */
export type PayBand = Figure<"performance/pay">;

/** The schema of {@link PayBandInput}. */
export const payBandSchema = lazily(() =>
  object({
    result: numeric("any"),
    bands: list(object({ from: numeric("any"), pay: amount() }), { atLeast: 1, atMost: 1_000 }),
  }),
);

/**
 * Pay by result (绩效工资档次): what the highest band pays that a result reaches.
 *
 * Use it with the answer of {@link performanceRatio}, or any other result that higher is better of.
 *
 * @formula the pay of the last band with from ≤ result, as Σ of the steps reached: pay − the pay of
 *   the band before
 * @units any in; money out
 *
 * @param input - The result, and bands with rising `from`; a result on the bound has reached it.
 * @returns The pay.
 *
 * @throws {@link CreditError} `invalid_input`: a field is missing, unknown or out of range, or the
 *   bands do not rise; all faults are listed.
 * @throws {@link CreditError} `not_defined`: the result is below all bands.
 *
 * @source "3+1" deck, slides 102 and 103, which tie pay to the performance ratio; bands are the
 *   caller's
 *
 * @example
 * ```ts
 * const bands = [
 *   { from: 1, pay: 5000 },
 *   { from: "1.1", pay: 8000 },
 * ];
 * payBand({ result: "1.05", bands }).value.toFixed(); // => "5000"
 * payBand({ result: "1.1", bands }).value.toFixed(); // => "8000"
 * ```
 */
export function payBand(input: PayBandInput): PayBand {
  const { result, bands, currency } = read("payBand", payBandSchema, input);
  const issues = bands.flatMap(({ from }, index) => {
    const before = bands[index - 1];
    if (!before || from.compare(before.from) > 0) return [];
    return [issue(`bands[${index}].from`, "must be above that of the band before", toText(from))];
  });
  if (issues.length > 0) throw new CreditError("invalid_input", "payBand", issues);
  return present("payBand", payOf(result, bands, currency));
}

function payOf(
  result: Fraction,
  bands: readonly { readonly from: Fraction; readonly pay: Fraction }[],
  currency: string | undefined,
): PayBand | Absent<"performance/pay"> {
  const rows = bands.map(({ from, pay }, index) => {
    const step = pay.minus(bands[index - 1]?.pay ?? ZERO);
    return { from, pay, step, reached: result.compare(from) >= 0 ? step : ZERO };
  });
  const inputs = { result, bands: rows };
  if (rows[0] && result.compare(rows[0].from) < 0) {
    const reason = "the result is below all bands";
    return absent("performance/pay", "money", inputs, "not_defined", reason);
  }
  const pay = sumOf(rows.map(({ reached }) => reached));
  return figure("performance/pay", pay, "money", inputs, { currency });
}
