/**
 * @module aging/provision-matrix
 *
 * The loss allowance by age: a rate a class, applied to its balance.
 */
import { entered } from "../ground/exact.ts";
import type { Caveat, Figure } from "../ground/figure.ts";
import { figure } from "../ground/figure.ts";
import type { Fraction } from "../ground/fraction.ts";
import { sumOf, ZERO } from "../ground/fraction.ts";
import type { Terms } from "../ground/input.ts";
import { lazily, read } from "../ground/input.ts";
import {
  amount,
  list,
  money,
  numeric,
  object,
  optional,
  rate,
  text,
} from "../ground/input-atoms.ts";
import type { Numeric } from "../ground/numeric.ts";
import type { List } from "../ground/rows.ts";
import { checkMatrix, provisionRow } from "./provision-rows.ts";

/** What {@link provisionMatrix} needs. */
export interface ProvisionMatrixInput {
  /** The classes, each with a loss rate, or with what reached it and the loss in `history`. */
  readonly rows: List<ProvisionMatrixRow>;
  /** The closed period that `reached` is of. */
  readonly history?: {
    /** What of its sales was lost in the end. Money, at least 0. */
    readonly loss: Numeric;
  };
  /** What is expected against the past: 1.1 is ten percent worse; 1 unless stated. */
  readonly forwardFactor?: Numeric;
  /** Items assessed one by one: in a class's balance, and left out of the matrix. */
  readonly specific?: List<SpecificItem>;
  /** The allowance in the books; with it the charge is answered. Money, at least 0. */
  readonly existingAllowance?: Numeric;
}

/** One class. */
export interface ProvisionMatrixRow {
  /** The class. */
  readonly bucket: string;
  /** What is open in it. Money, at least 0: a credit balance needs no allowance and gives none. */
  readonly balance: Numeric;
  /** The share that is lost, from 0 to 1. */
  readonly lossRate?: Numeric;
  /** Instead: what of the period in `history` was unpaid when it reached the class; above 0. */
  readonly reached?: Numeric;
}

/** An item that is assessed by itself. */
export interface SpecificItem {
  /** Which: a customer, a document. */
  readonly id: string;
  /** The class whose balance it is in. */
  readonly bucket: string;
  /** What of that balance it is. Money, at least 0. */
  readonly amount: Numeric;
  /** Its own allowance, at most its amount. */
  readonly provision: Numeric;
}

/** The allowance; see {@link provisionMatrix}. */
export interface ProvisionMatrix {
  /** Class by class. */
  readonly rows: readonly ProvisionRow[];
  /** The allowance of the matrix. */
  readonly total: Figure<"aging/provision-total">;
  /** What was left out of the matrix, and its own allowance. */
  readonly specific: {
    /** How many items. */
    readonly items: number;
    /** Their amounts. */
    readonly amount: Figure<"aging/specific-amount">;
    /** Their allowances. */
    readonly provision: Figure<"aging/specific-provision">;
  };
  /** Matrix and specific items together. */
  readonly allowance: Figure<"aging/allowance">;
  /** What is still to be charged, or released where negative; with `existingAllowance`. */
  readonly charge?: Figure<"aging/allowance-charge">;
}

/** One class of the matrix. */
export interface ProvisionRow {
  /** The class. */
  readonly bucket: string;
  /** Its loss rate times the forward factor, at most 1. */
  readonly lossRate: Figure<"aging/provision-rate">;
  /** The allowance on its balance less specific items. */
  readonly provision: Figure<"aging/provision">;
}

/** The schema of {@link ProvisionMatrixInput}. */
export const provisionMatrixSchema = lazily(() =>
  object({
    rows: list(
      object({
        bucket: text(),
        balance: amount(),
        lossRate: optional(rate()),
        reached: optional(money({ above: ZERO })),
      }),
      { atMost: 1000 },
    ),
    history: optional(object({ loss: amount() })),
    forwardFactor: optional(numeric("any", { atLeast: ZERO })),
    specific: optional(
      list(object({ id: text(), bucket: text(), amount: amount(), provision: amount() })),
    ),
    existingAllowance: optional(amount()),
  }),
);

/** The input as read. */
export type MatrixTerms = Terms<ReturnType<typeof provisionMatrixSchema>>;

/**
 * The provision matrix (坏账准备计提矩阵): the loss allowance on receivables, class by class.
 *
 * Use it at the closing, with the balances of {@link agingTable} and the rates of
 * {@link lossRates}, a source's bands (`PROVISION_PRESETS`), or what reached each class of a period
 * that is closed. Loss rates are of the past: without `forwardFactor` the answer says so, for the
 * standard asks for what is expected. Items with a cause of their own are assessed by themselves
 * and named in `specific`, so that they do not count twice.
 *
 * @formula rate = min(1, loss rate × forward factor); provision = (balance − specific items) ×
 *   rate; allowance = Σ provision + Σ specific provisions; charge = allowance − existing allowance
 * @units money; fractions
 *
 * @param input - Balance and loss rate by class, what is expected, specific items, the allowance in
 *   the books.
 * @returns Rows, their total, what was left out, the allowance and the charge. A rate that would
 *   pass 1 is 1 and says `capped_at_one`.
 *
 * @throws {@link CreditError} `invalid_input`: a negative balance, a rate above 1, a row with both
 *   `lossRate` and `reached` or neither, a class named twice, specific items of an unknown class or
 *   beyond its balance.
 *
 * @source IFRS 9, 5.5.15 and B5.5.35 (practical expedient)
 *
 * @example
 * ```ts
 * const { rows, total, charge } = provisionMatrix({
 *   rows: [
 *     { bucket: "not due", balance: 300_000, lossRate: "0.02" },
 *     { bucket: "1-30", balance: 140_000, lossRate: "0.04" },
 *   ],
 *   forwardFactor: "1.1",
 *   existingAllowance: 12_000,
 * });
 * rows.map(({ provision }) => provision.value.toString()); // => ["6600", "6160"]
 * total.value.toString(); // => "12760"
 * charge?.value.toString(); // => "760"
 * ```
 */
export function provisionMatrix(input: ProvisionMatrixInput): ProvisionMatrix {
  const fn = "provisionMatrix";
  const { existingAllowance, currency, ...terms } = read(fn, provisionMatrixSchema, input);
  const specific = terms.specific ?? [];
  checkMatrix(fn, terms);
  const rows = terms.rows.map((row) => provisionRow(row, terms, currency));
  const matrix = sumOf(rows.map(({ provision }) => entered(provision) as Fraction));
  const own = sumOf(specific.map(({ provision }) => provision));
  const needed = matrix.plus(own);
  const caveats = terms.forwardFactor ? [] : [{ code: "forward_factor_not_stated" }];
  const money = <F extends Figure>(
    id: F["formula"],
    exact: Fraction,
    inputs: object,
    stated: readonly Caveat[] = [],
  ) => figure<F>(id, exact, "money", inputs, { currency, caveats: stated });
  const byRow = rows.map(({ bucket, provision }) => ({ bucket, provision }));
  const total = money<ProvisionMatrix["total"]>(
    "aging/provision-total",
    matrix,
    { rows: byRow },
    caveats,
  );
  const amounts = sumOf(specific.map((item) => item.amount));
  const leftOut = {
    items: specific.length,
    amount: money<Figure<"aging/specific-amount">>("aging/specific-amount", amounts, { specific }),
    provision: money<SpecificProvision>("aging/specific-provision", own, { specific }),
  };
  const parts = { total, specific: leftOut.provision };
  const allowance = money<ProvisionMatrix["allowance"]>("aging/allowance", needed, parts);
  const answer = { rows, total, specific: leftOut, allowance };
  if (!existingAllowance) return answer;
  const rest = needed.minus(existingAllowance);
  return {
    ...answer,
    charge: money("aging/allowance-charge", rest, { allowance, existingAllowance }),
  };
}

type SpecificProvision = Figure<"aging/specific-provision">;
