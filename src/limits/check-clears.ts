/**
 * @module limits/check-clears
 *
 * Which overdue items a customer has to pay, the oldest first, until an order is no longer held.
 */
import type { Figure } from "../ground/figure.ts";
import type { Fraction } from "../ground/fraction.ts";
import { greatest, sumOf, ZERO } from "../ground/fraction.ts";
import { amountOf } from "./amount.ts";
import type { CheckTerms } from "./check-input.ts";
import type { Level } from "./check-levels.ts";
import type { SliceRoom } from "./check-rules.ts";
import { reasonsOf } from "./check-rules.ts";

/** The payment that lifts a hold. */
export interface ClearingPayment {
  /** The items to be paid, the oldest first. */
  readonly items: readonly string[];
  /** What they come to. Money. */
  readonly amount: Figure<"limits/clearing-payment">;
}

interface Debt {
  readonly id: string;
  readonly open: Fraction;
  readonly daysPastDue: Fraction;
  /** The lowest level that it belongs to; it is in the exposure of all levels above, too. */
  readonly level: number;
}

/** The oldest items whose payment lifts the hold; undefined where no payment of them does. */
export function clearingOf(
  terms: CheckTerms,
  levels: readonly Level[],
  slices: readonly SliceRoom[],
): ClearingPayment | undefined {
  const debts = debtsOf(levels);
  const lifts = (count: number): boolean => {
    const paid = debts.slice(0, count);
    const left = debts.slice(count);
    const after = levels.map((level, at) => paidLevel(level, at, paid, left));
    const rest = slices.map((slice) => paidSlice(slice, paid));
    return !reasonsOf(terms, after, rest).some(({ effect }) => effect === "hold");
  };
  if (debts.length === 0 || !lifts(debts.length)) return undefined;
  // Paying more never brings a hold back, so the least number of items is found by halving.
  let [low, high] = [1, debts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (lifts(middle)) high = middle;
    else low = middle + 1;
  }
  const items = debts.slice(0, low).map(({ id, open }) => ({ id, open }));
  const amount = sumOf(items.map(({ open }) => open));
  return {
    items: items.map(({ id }) => id),
    amount: amountOf("limits/clearing-payment", amount, { items }, terms.currency),
  };
}

/** Every item once, the oldest first; of equal ones those of the customer before the group's. */
function debtsOf(levels: readonly Level[]): readonly Debt[] {
  const byId = new Map<string, Debt>();
  levels.forEach(({ items }, level) => {
    for (const { id, open, daysPastDue } of items) {
      const known = byId.get(id);
      // One number twice on a level are installments of one document: they are paid together.
      if (known?.level === level) {
        const oldest = greatest(known.daysPastDue, daysPastDue);
        byId.set(id, { id, open: known.open.plus(open), daysPastDue: oldest, level });
      } else if (!known) byId.set(id, { id, open, daysPastDue, level });
    }
  });
  return [...byId.values()].sort(
    (a, b) => b.daysPastDue.compare(a.daysPastDue) || a.level - b.level,
  );
}

function paidLevel(level: Level, at: number, paid: readonly Debt[], left: readonly Debt[]): Level {
  const own = (debts: readonly Debt[]) => debts.filter((debt) => debt.level <= at);
  const payment = sumOf(own(paid).map(({ open }) => open));
  const gross = level.gross.minus(payment);
  // What insurers bear may fall by as much as is paid: no more relief is counted on than is sure.
  const borne = greatest(level.gross.minus(level.exposure), ZERO);
  const relief = greatest(payment.minus(borne), ZERO);
  const exposure = level.exposure.minus(relief);
  if (!level.overdue) return { ...level, gross, exposure };
  const amount = greatest(level.overdue.amount.minus(payment), ZERO);
  const listed = sumOf(own(left).map(({ open }) => open));
  const oldest = own(left)
    .map((debt) => debt.daysPastDue)
    .reduce(greatest, ZERO);
  // Overdue amounts beyond the items listed may be as old as the oldest of all.
  const isListed = listed.compare(amount) >= 0;
  const oldestDays = isListed ? oldest : level.overdue.oldestDays;
  return { ...level, gross, exposure, overdue: { amount, oldestDays } };
}

/** Only the customer's own items are among its open items. */
function paidSlice(slice: SliceRoom, paid: readonly Debt[]): SliceRoom {
  if (slice.name !== "openItems") return slice;
  const own = paid.filter(({ level }) => level === 0).map(({ open }) => open);
  return { ...slice, amount: slice.amount.minus(sumOf(own)) };
}
