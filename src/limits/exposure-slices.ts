/**
 * @module limits/exposure-slices
 *
 * The slices of an exposure: what is open, what is delivered and not billed, what is ordered. None
 * holds what is in another.
 */
import { refuse } from "../ground/errors.ts";
import { asTerm } from "../ground/exact.ts";
import type { Figure } from "../ground/figure.ts";
import { figure } from "../ground/figure.ts";
import type { Fraction } from "../ground/fraction.ts";
import { Fraction as Exact, greatest, sumOf, ZERO } from "../ground/fraction.ts";
import { dayText } from "../ground/input-atoms.ts";
import type { ExposureTerms } from "./exposure-input.ts";

/** The parts of a gross exposure. */
export interface ExposureSlices {
  /** Open items, net of credits. Money. */
  readonly openItems: Figure<"limits/exposure-open-items">;
  /** Delivered and not billed. Money. */
  readonly deliveredNotBilled: Figure<"limits/exposure-delivered">;
  /** Ordered and not delivered, within the horizon. Money. */
  readonly openOrders: Figure<"limits/exposure-orders">;
  /** Gross exposure to the customers below. Money. */
  readonly children: Figure<"limits/exposure-children">;
}

interface ChildRow {
  readonly id: string;
  readonly gross: Fraction;
}

/** The slices, and the sum of the customer's own. */
export function slicesOf(fn: string, terms: ExposureTerms, below: readonly ChildRow[]) {
  const { currency } = terms;
  const openItems = openItemsOf(terms);
  const orders = orderRows(fn, terms);
  const deliveredNotBilled = deliveredOf(terms, orders);
  const openOrders = ordersOf(terms, orders);
  const rows = below.map(({ id, gross }) => ({ id, gross }));
  const children: ExposureSlices["children"] = figure(
    "limits/exposure-children",
    sumOf(rows.map(({ gross }) => gross)),
    "money",
    { children: rows },
    { currency },
  );
  const parts = { openItems, deliveredNotBilled, openOrders };
  const own = figure<Figure<"limits/exposure-own">>(
    "limits/exposure-own",
    sumOf(Object.values(parts).map(asTerm)),
    "money",
    parts,
    { currency },
  );
  return { own, bySlice: { ...parts, children } };
}

function openItemsOf({ openItems, currency }: ExposureTerms): ExposureSlices["openItems"] {
  const items = openItems instanceof Exact ? [] : openItems;
  const amount = openItems instanceof Exact ? openItems : ZERO;
  const open = amount.plus(sumOf(items.map((item) => item.open)));
  return figure("limits/exposure-open-items", open, "money", { amount, items }, { currency });
}

function deliveredOf(
  { deliveredNotBilled, currency }: ExposureTerms,
  orders: readonly OrderRow[],
): ExposureSlices["deliveredNotBilled"] {
  const items = deliveredNotBilled instanceof Exact ? [] : deliveredNotBilled;
  const amount = deliveredNotBilled instanceof Exact ? deliveredNotBilled : ZERO;
  const listed = sumOf(items.map((item) => item.amount));
  const unbilled = sumOf(orders.map((order) => order.unbilled));
  const rows = orders.map(({ id, delivered, billed, unbilled: rest }) => {
    return { id, delivered, billed, unbilled: rest };
  });
  const delivered = amount.plus(listed).plus(unbilled);
  const inputs = { amount, items, orders: rows };
  return figure("limits/exposure-delivered", delivered, "money", inputs, { currency });
}

function ordersOf(
  { openOrders, horizon, currency }: ExposureTerms,
  orders: readonly OrderRow[],
): ExposureSlices["openOrders"] {
  const amount = openOrders instanceof Exact ? openOrders : ZERO;
  const rows = orders.map(({ unbilled: _, ...order }) => order);
  const open = amount.plus(sumOf(rows.map((order) => order.undelivered)));
  const last = horizon === undefined ? undefined : dayText(horizon);
  const inputs = { amount, horizon: last, orders: rows };
  return figure("limits/exposure-orders", open, "money", inputs, { currency });
}

interface OrderRow {
  readonly id: string | undefined;
  readonly amount: Fraction;
  readonly delivered: Fraction;
  readonly billed: Fraction;
  readonly date: string | undefined;
  readonly counts: boolean;
  readonly undelivered: Fraction;
  readonly unbilled: Fraction;
}

/** Each order with its parts: what was billed is an open item already, delivered or not. */
function orderRows(fn: string, { openOrders, horizon }: ExposureTerms): OrderRow[] {
  if (openOrders instanceof Exact) {
    if (horizon === undefined || openOrders.isZero) return [];
    return refuse(fn, "openOrders", "must be a list of orders with dates where there is a horizon");
  }
  const ids = new Set<string>();
  return openOrders.map(({ id, amount, delivered, billed, date }, index) => {
    if (id !== undefined) {
      const path = `openOrders[${String(index)}].id`;
      if (ids.has(id)) refuse(fn, path, "must be the number of one order only", id);
      ids.add(id);
    }
    const counts = horizon === undefined || date === undefined || date <= horizon;
    const left = greatest(amount.minus(greatest(delivered, billed)), ZERO);
    const undelivered = counts ? left : ZERO;
    const unbilled = greatest(delivered.minus(billed), ZERO);
    const day = date === undefined ? undefined : dayText(date);
    return { id, amount, delivered, billed, date: day, counts, undelivered, unbilled };
  });
}
