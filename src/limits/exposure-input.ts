/**
 * @module limits/exposure-input
 *
 * What exposure is made of, as it is given and read.
 */
import { isFigure } from "../ground/figure.ts";
import type { Read, Terms } from "../ground/input.ts";
import { lazily } from "../ground/input.ts";
import {
  amount,
  isoDay,
  list,
  money,
  object,
  optional,
  rate,
  text,
  withDefault,
} from "../ground/input-atoms.ts";
import { either, without } from "../ground/input-variants.ts";
import type { Numeric } from "../ground/numeric.ts";
import { ZERO } from "../ground/fraction.ts";
import type { List } from "../ground/rows.ts";

/** One open item; rows of {@link agedItems} are such, whatever else they tell. */
export interface ExposureItem {
  /** Its document's number. */
  readonly id?: string;
  /** What is open; negative for credit items. Money. */
  readonly open: Numeric;
}

/** One delivery that is not billed yet. */
export interface DeliveredItem {
  /** Its number. */
  readonly id?: string;
  /** What it is worth. Money, at least 0. */
  readonly amount: Numeric;
}

/** One order, with what of it has been delivered and billed. */
export interface OrderItem {
  /** Its number; no two orders may have the same. */
  readonly id?: string;
  /** What it is worth as a whole. Money, at least 0. */
  readonly amount: Numeric;
  /** What of it has been delivered; 0 unless stated. Money, at least 0. */
  readonly delivered?: Numeric;
  /** What of it has been billed, and is among the open items or paid; 0 unless stated. */
  readonly billed?: Numeric;
  /** When the rest is to be delivered; an order without a date always counts. */
  readonly date?: string;
}

/** Insurance, a guarantee or collateral that covers part of the exposure. */
export interface Cover {
  /** Whose it is, or what. */
  readonly name: string;
  /** The share of a covered loss that is paid, from 0 to 1. */
  readonly coverage: Numeric;
  /** The exposure that is covered at most; all of it unless stated. Money, at least 0. */
  readonly limit?: Numeric;
  /** What of the payment is kept back first; 0 unless stated. Money, at least 0. */
  readonly deductible?: Numeric;
  /** The last day of the cover. */
  readonly expires?: string;
}

/** What is owed to the customer and may be set off. */
export interface Offset {
  /** What it is: `vendor account`. */
  readonly name: string;
  /** How much. Money, at least 0. */
  readonly amount: Numeric;
}

/** Exposure as a further call takes it: that of {@link exposure}, or numbers of one's own. */
export interface ExposureParts {
  /** All of it. Money. */
  readonly gross: Numeric;
  /** What is at one's own risk. Money. */
  readonly net: Numeric;
  /** What insurers and guarantors bear; 0 unless stated. Money, at least 0. */
  readonly insured?: Numeric;
  /** What of the covered part is at one's own risk; 0 unless stated. Money, at least 0. */
  readonly retained?: Numeric;
  /** Parts of the gross exposure. */
  readonly bySlice?: ExposureSliceParts;
  /** The last day on which every cover holds. */
  readonly coverUntil?: string;
}

/** Parts of a gross exposure. */
export interface ExposureSliceParts {
  /** Open items. Money. */
  readonly openItems?: Numeric;
  /** Delivered and not billed. Money, at least 0. */
  readonly deliveredNotBilled?: Numeric;
  /** Ordered and not delivered. Money, at least 0. */
  readonly openOrders?: Numeric;
}

/** A customer below this one. */
export interface ExposureChild {
  /** The customer. */
  readonly id: string;
  /** Its exposure: a number is all of it at one's own risk. */
  readonly exposure: Numeric | ExposureParts;
}

/** What {@link exposure} needs. One currency throughout. */
export interface ExposureInput {
  /** The day. */
  readonly asOf: string;
  /** Receivables, net of credits: a number, or open items. Money. */
  readonly openItems: Numeric | List<ExposureItem>;
  /** Delivered and not billed: a number, or deliveries; 0 unless stated. Money, at least 0. */
  readonly deliveredNotBilled?: Numeric | List<DeliveredItem>;
  /** Ordered and not delivered: a number, or orders; 0 unless stated. Money, at least 0. */
  readonly openOrders?: Numeric | List<OrderItem>;
  /** Orders to be delivered after this day do not count yet; they must then be a list. */
  readonly horizon?: string;
  /** Insurance, guarantees, collateral; each covers what those before it have left. */
  readonly insured?: List<Cover>;
  /** What may be set off against the customer's own exposure. */
  readonly offsets?: List<Offset>;
  /** Customers below this one, none of whose exposure is in the numbers above. */
  readonly children?: List<ExposureChild>;
}

/** What rows of {@link agedItems} have beside an id, what is open, and how late it is. */
export const AGED_ITEM_FIELDS: readonly string[] = [
  "installment",
  "party",
  "kind",
  "documentDate",
  "dueDate",
  "original",
  "applied",
  "disputed",
  "bucket",
  "meta",
];

const isList = (value: unknown): boolean => Array.isArray(value);

/** True for a record of parts, and not for a number in whatever form. */
export const isParts = (value: unknown): boolean =>
  typeof value === "object" && value !== null && Object.hasOwn(value, "gross") && !isFigure(value);

/** Exposure as a number or its parts, for a schema. */
export const exposureOrParts = () => {
  const slices = object({
    openItems: optional(money()),
    deliveredNotBilled: optional(amount()),
    openOrders: optional(amount()),
  });
  const parts = object({
    gross: money(),
    net: money(),
    insured: withDefault(amount(), 0),
    retained: withDefault(amount(), 0),
    bySlice: optional(without(["children"], slices)),
    coverUntil: optional(isoDay()),
  });
  return either(isParts, without(["offset"], parts), money());
};

/** The schema of {@link ExposureInput}. */
export const exposureSchema = lazily(() => {
  const item = object({ id: optional(text()), open: money() });
  const delivery = object({ id: optional(text()), amount: amount() });
  const order = object({
    id: optional(text()),
    amount: amount(),
    delivered: withDefault(amount(), 0),
    billed: withDefault(amount(), 0),
    date: optional(isoDay()),
  });
  const cover = object({
    name: text(),
    coverage: rate(),
    limit: optional(amount()),
    deductible: withDefault(amount(), 0),
    expires: optional(isoDay()),
  });
  return object({
    asOf: isoDay(),
    openItems: either(isList, list(without([...AGED_ITEM_FIELDS, "daysPastDue"], item)), money()),
    deliveredNotBilled: withDefault(either(isList, list(delivery), amount()), 0),
    openOrders: withDefault(either(isList, list(order), amount()), 0),
    horizon: optional(isoDay()),
    insured: withDefault(list(cover, { atMost: 1_000 }), []),
    offsets: withDefault(list(object({ name: text(), amount: money({ atLeast: ZERO }) })), []),
    children: withDefault(
      list(object({ id: text(), exposure: exposureOrParts() }), { atMost: 100_000 }),
      [],
    ),
  });
});

/** Exposure as read. */
export type ExposureTerms = Read<Terms<ReturnType<typeof exposureSchema>>>;

/** An exposure that is a number or its parts, as read. */
export type ReadExposure = ExposureTerms["children"][number]["exposure"];
