/**
 * @module limits/exposure
 *
 * How much is at risk with a customer: open items, deliveries not billed, open orders; what of it
 * others bear; and the customers below it.
 */
import { asTerm } from "../ground/exact.ts";
import type { Figure } from "../ground/figure.ts";
import type { Fraction } from "../ground/fraction.ts";
import { Fraction as Exact, greatest, least, sumOf, ZERO } from "../ground/fraction.ts";
import { read } from "../ground/input.ts";
import { dayText } from "../ground/input-atoms.ts";
import { amountOf } from "./amount.ts";
import { coverRows, coverUntilOf } from "./exposure-cover.ts";
import type { ExposureInput, ExposureTerms, ReadExposure } from "./exposure-input.ts";
import { exposureSchema } from "./exposure-input.ts";
import type { ExposureSlices } from "./exposure-slices.ts";
import { slicesOf } from "./exposure-slices.ts";

/** Exposure to a customer. */
export interface Exposure {
  /** All slices together, with those of the customers below. Money. */
  readonly gross: Figure<"limits/exposure-gross">;
  /** What insurers and guarantors bear of it. Money. */
  readonly insured: Figure<"limits/exposure-insured">;
  /** What of the covered part is left at one's own risk: uncovered share and deductible. Money. */
  readonly retained: Figure<"limits/exposure-retained">;
  /** What is set off. Money. */
  readonly offset: Figure<"limits/exposure-offset">;
  /** Gross less what is set off and insured: at one's own risk. Money. */
  readonly net: Figure<"limits/exposure-net">;
  /** The parts of `gross`; none holds what is in another. */
  readonly bySlice: ExposureSlices;
  /** The last day on which every cover counted here still holds; left out where none ends. */
  readonly coverUntil?: string;
}

const FN = "exposure";

/**
 * Credit exposure (授信敞口): how much is at risk with a customer, before and after insurance.
 *
 * Use it for what {@link creditCheck} compares with the limit. A commitment counts once: an order
 * is an open order until it is delivered, then delivered and not billed, then an open item. State
 * how much of each order was delivered and billed, and each part goes to its slice. The balance
 * alone is {@link receivablesBalance}.
 *
 * @formula gross = openItems + deliveredNotBilled + openOrders + Σ children; insured = Σ
 *   max(covered × coverage − deductible, 0), covered = what a cover's limit holds of the customer's
 *   own exposure after offsets that earlier covers left; retained = Σ covered − insured; net =
 *   gross − offset − insured
 * @units money in, money out
 *
 * @param input - The day, the slices as numbers or rows, covers, offsets and the customers below.
 * @returns Gross, insured, retained and net exposure, and the slices. Orders to be delivered after
 *   the horizon are left out; an order without a date counts. A cover that has expired bears
 *   nothing; on its last day it still does. Covers and offsets are the customer's own: those of a
 *   customer below belong into its own exposure. Credits above the open items make the exposure
 *   negative.
 *
 * @throws {@link CreditError} `invalid_input`: a field is missing, unknown, out of range or no
 *   plain decimal; two orders of one number; a horizon beside orders that are no list.
 * @throws {@link CreditError} `currency_mismatch`: figures in two currencies.
 *
 * @source ours: docs/exposure.md; "3+1" deck, slide 94 (open items, deliveries, approved orders).
 *
 * @example An order half delivered, and cover for 90 % of up to 50,000
 * ```ts
 * const { gross, insured, retained, net } = exposure({
 *   asOf: "2026-06-30",
 *   openItems: 70_000,
 *   openOrders: [{ id: "O-1", amount: 20_000, delivered: 10_000, date: "2026-07-15" }],
 *   horizon: "2026-07-31",
 *   insured: [{ name: "insurer", coverage: "0.9", limit: 50_000, expires: "2026-12-31" }],
 * });
 * [gross, insured, retained, net].map(({ value }) => value.toString());
 * // => ["90000", "45000", "5000", "45000"]
 * ```
 */
export function exposure(input: ExposureInput): Exposure {
  const terms = read(FN, exposureSchema, input);
  const children = terms.children.map(childRow);
  const { own, bySlice } = slicesOf(FN, terms, children);
  const gross: Exposure["gross"] = amountOf(
    "limits/exposure-gross",
    asTerm(own).plus(asTerm(bySlice.children)),
    { own, children: bySlice.children },
    terms.currency,
  );
  const offset = offsetOf(terms, own);
  const parts = coveredParts(terms, own, offset, children);
  const until = coverUntilOf(terms);
  const ends = until === undefined ? {} : { coverUntil: dayText(until) };
  return { gross, ...parts, offset, bySlice, ...ends };
}

/** What of the exposure is insured and retained, and what is left at one's own risk. */
function coveredParts(
  terms: ExposureTerms,
  own: Figure<"limits/exposure-own">,
  offset: Exposure["offset"],
  children: readonly ChildRow[],
): Pick<Exposure, "insured" | "retained" | "net"> {
  const { currency } = terms;
  const exposed = asTerm(own).minus(asTerm(offset));
  const covers = coverRows(terms, exposed);
  const insuredOwn = sumOf(covers.map((row) => row.insured));
  const below = (...names: ("insured" | "retained" | "net")[]) =>
    children.map((row) => ({
      id: row.id,
      ...Object.fromEntries(names.map((name) => [name, row[name]])),
    }));
  const insured: Exposure["insured"] = amountOf(
    "limits/exposure-insured",
    insuredOwn.plus(sumOf(children.map((row) => row.insured))),
    { own, offset, covers, children: below("insured") },
    currency,
  );
  const retained: Exposure["retained"] = amountOf(
    "limits/exposure-retained",
    sumOf([...covers, ...children].map((row) => row.retained)),
    { own, offset, covers, children: below("retained") },
    currency,
  );
  const net: Exposure["net"] = amountOf(
    "limits/exposure-net",
    exposed.minus(insuredOwn).plus(sumOf(children.map((row) => row.net))),
    { own, offset, insured, children: below("insured", "net") },
    currency,
  );
  return { insured, retained, net };
}

type ChildRow = ReturnType<typeof childRow>;

/** A customer below as a row: a number is all at one's own risk. */
function childRow({ id, exposure: given }: { id: string; exposure: ReadExposure }) {
  if (given instanceof Exact) {
    return { id, gross: given, insured: ZERO, retained: ZERO, net: given };
  }
  const { gross, insured, retained, net } = given;
  return { id, gross, insured, retained, net };
}

/** What is set off: not more than the customer's own exposure. */
function offsetOf(
  { offsets, currency }: ExposureTerms,
  own: Figure<"limits/exposure-own">,
): Exposure["offset"] {
  const owed: Fraction = sumOf(offsets.map((each) => each.amount));
  const setOff = greatest(least(owed, asTerm(own)), ZERO);
  const inputs = { own, offsets };
  return amountOf("limits/exposure-offset", setOff, inputs, currency);
}
