/**
 * @module ground/written-number
 *
 * How a figure's number is written for people and programs: the one place where results are rounded
 * for display.
 */
import { entered } from "./exact.ts";
import { Fault } from "./fault.ts";
import type { Figure } from "./figure.ts";
import { Fraction } from "./fraction.ts";
import { toFixedText, toText } from "./numeric.ts";

/** How numbers are written. */
export interface NumberStyle {
  /** As exact texts (default) or as JavaScript numbers, the nearest double where there is one. */
  readonly numbers?: "string" | "number" | undefined;
  /** Decimal places to round to; as many as there are unless stated. Whole counts have none. */
  readonly places?: number | undefined;
  /** How ties round: `half-up` (default, as on invoices) or `half-even`. */
  readonly rounding?: "half-up" | "half-even" | undefined;
  /** Divides money: 10000 shows 万元, 1000 thousands. */
  readonly scale?: number | undefined;
  /** Shows fractions times 100. */
  readonly percent?: boolean | undefined;
}

/** A figure's number in that style, rounded once, from its exact value. */
export function writtenNumber(figure: Figure, style: NumberStyle): string | number {
  const exact = entered(figure);
  if (exact instanceof Fault) return String(figure.value);
  const shown = scaled(exact, figure.unit, style);
  const { places, rounding } = style;
  const isWhole = figure.unit === "count" && shown.numerator % shown.denominator === 0n;
  const text =
    places === undefined || isWhole ? toText(shown) : toFixedText(shown, places, rounding);
  if (style.numbers !== "number") return text;
  const near = Number(text);
  return Number.isFinite(near) ? near : text;
}

function scaled(value: Fraction, unit: string, { scale, percent }: NumberStyle): Fraction {
  if (unit === "money" && scale !== undefined) return value.over(Fraction.whole(scale));
  return unit === "fraction" && percent ? value.times(Fraction.whole(100)) : value;
}
