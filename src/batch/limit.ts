/**
 * @module batch/limit
 *
 * Credit limits over columns: the least of what was asked for and of every bound.
 */
import type { NumberColumn, PlainNumber, ValueColumns } from "./column-types.ts";
import { nearestOf, roundedDouble } from "./exact-row.ts";
import { roundedAmounts, wholeUnits } from "./limit.kernel.ts";
import type { ReadBound } from "./limit-bounds.ts";
import { exactLimit, isAllowed, readBounds } from "./limit-bounds.ts";
import type { Steps } from "./limit-steps.ts";
import { fixedOf, inSteps, stepsOf, takesOf } from "./limit-steps.ts";
import { BLOCK } from "./quotients.kernel.ts";
import type { Rational } from "./rational.ts";
import { Reading } from "./reading.ts";
import { readNumber, readPlaces } from "./reading-values.ts";
import { Reasons } from "./reasons.ts";

/** One bound of the limits: amounts, or a share of a base. */
export interface LimitBoundColumns {
  /** What it is called; each once. */
  readonly name: string;
  /** The amounts, or one for all rows. Money, at least 0. */
  readonly amount?: NumberColumn | PlainNumber;
  /** What a share is taken of; below 0 it counts as 0. Money. */
  readonly base?: NumberColumn;
  /** The shares of the base, or one for all rows; at least 0. */
  readonly share?: NumberColumn | PlainNumber;
}

/** What {@link creditLimitColumns} needs. */
export interface CreditLimitColumnsInput {
  /** What was asked for: a bound called `requested`. */
  readonly requested?: NumberColumn;
  /** The other bounds; at most 32 with the one asked for. */
  readonly bounds: readonly LimitBoundColumns[];
  /** Limits are whole multiples of this. More than 0. */
  readonly unit?: PlainNumber;
  /** Without a unit: decimal places to round to, half even; 2 unless stated. */
  readonly places?: number;
}

/** Limits, and which bounds bind them. */
export interface CreditLimitColumns extends ValueColumns {
  /** One bit a bound, the first the lowest: set where the bound is least, before rounding. */
  readonly binding: Uint32Array;
  /** The names of the bounds, in the order of the bits. */
  readonly names: readonly string[];
}

/**
 * The credit limit of every row (批量信用限额): the least of what was asked for and of every bound,
 * as `creditLimit` gives it.
 *
 * Use it for a portfolio; for one customer, with its derivation, use `creditLimit`.
 *
 * @formula the least of amount, or max(base, 0) × share; with `unit` rounded down to a whole
 *   multiple of it
 * @units money in, money out, in one currency
 *
 * @param input - What was asked for and the bounds, each a column or one number for all rows.
 * @returns Limits, and a bit for each bound that is least. A row with a gap, no number, or an
 *   amount or share below 0 is `invalid_input`.
 *
 * @throws `CreditError` `invalid_input`: no bound, a bound with both an amount and a base, or
 *   neither; two of one name; a column that is none; all faults are listed.
 *
 * @source as `creditLimit`
 *
 * @example
 * ```ts
 * const { values, binding, names } = creditLimitColumns({
 *   requested: new Float64Array([50_000, 20_000]),
 *   bounds: [{ name: "net-worth", base: new Float64Array([400_000, 380_500]), share: "0.1" }],
 *   unit: 1000,
 * });
 * Array.from(values); // => [40000, 20000]
 * names.filter((_, bound) => ((binding[0] ?? 0) >> bound) & 1); // => ["net-worth"]
 * ```
 */
export function creditLimitColumns(input: CreditLimitColumnsInput): CreditLimitColumns {
  const reading = new Reading("creditLimitColumns");
  const fields = reading.record("", input, ["requested", "bounds", "unit", "places"]);
  const bounds = readBounds(reading, fields["requested"], fields["bounds"]);
  const unit =
    fields["unit"] === undefined ? undefined : readNumber(reading, "unit", fields["unit"]);
  if (unit && unit.numerator <= 0n) reading.refuse("unit", "must be more than 0");
  const places = readPlaces(reading, fields["places"], 2);
  return new Limits(bounds, unit, places, reading.finish()).answer();
}

class Limits {
  readonly #bounds: readonly ReadBound[];
  readonly #unit: Rational | undefined;
  readonly #places: number;
  readonly #rows: number;
  readonly #values: Float64Array;
  readonly #masks: Uint32Array;
  readonly #valid: Uint8Array;
  readonly #reasons = new Reasons();

  constructor(
    bounds: readonly ReadBound[],
    unit: Rational | undefined,
    places: number,
    rows: number,
  ) {
    this.#bounds = bounds;
    this.#unit = unit;
    this.#places = places;
    this.#rows = rows;
    this.#values = new Float64Array(rows);
    this.#masks = new Uint32Array(rows);
    this.#valid = new Uint8Array(rows).fill(1);
  }

  answer(): CreditLimitColumns {
    const steps = stepsOf(this.#bounds, this.#unit, this.#places);
    const takes = takesOf(this.#bounds, steps);
    const fixed = fixedOf(this.#bounds, steps);
    const finish = this.#finish(steps);
    const low = new Float64Array(BLOCK);
    const undecided = new Int32Array(BLOCK);
    for (let from = 0; from < this.#rows; from += BLOCK) {
      const to = Math.min(from + BLOCK, this.#rows);
      low.fill(fixed.amount);
      this.#masks.fill(fixed.mask, from, to);
      for (const take of takes) take(low, this.#masks, from, to);
      const open = finish(low, undecided, from, to);
      for (let each = 0; each < open; each += 1) this.#decide(undecided[each] as number);
    }
    this.#gaps();
    return {
      values: this.#values,
      valid: this.#valid,
      ...this.#reasons.column(),
      binding: this.#masks,
      names: this.#bounds.map(({ name }) => name),
    };
  }

  #finish({ all }: Steps) {
    const values = this.#values;
    const power = 10 ** this.#places;
    const unit = this.#unit;
    if (!unit) {
      const rest = Number(all) / power;
      return (low: Float64Array, undecided: Int32Array, from: number, to: number): number =>
        roundedAmounts(low, values, undecided, rest, power, from, to);
    }
    const steps = inSteps(unit, all);
    const worth = Float64Array.of(Number(unit.numerator), Number(unit.denominator));
    return (low: Float64Array, undecided: Int32Array, from: number, to: number): number =>
      wholeUnits(low, values, undecided, steps, worth, from, to);
  }

  #decide(row: number): void {
    const isKnown = this.#bounds.every((bound) => isAllowed(bound, row));
    if (!isKnown) {
      this.#values[row] = 0;
      this.#masks[row] = 0;
      this.#valid[row] = 0;
      this.#reasons.add(row, this.#rows, true);
      return;
    }
    const { limit, mask } = exactLimit(this.#bounds, row, this.#unit);
    this.#values[row] = this.#unit ? nearestOf(limit) : roundedDouble(limit, this.#places);
    this.#masks[row] = mask;
  }

  #gaps(): void {
    const columns = this.#bounds.flatMap(({ base, share }) => [base, ...(share ? [share] : [])]);
    for (const { valid } of columns) {
      if (!valid) continue;
      for (let row = 0; row < this.#rows; row += 1) if (valid[row] === 0) this.#decide(row);
    }
  }
}
