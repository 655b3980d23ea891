/**
 * The oracle of scores, cards, grades and validation: plain loops over fraction.js, every pair and
 * every cut-off looked at; logarithms of decimal.js at 60 digits, rounded once to 34.
 */
import { Decimal as AnyDecimal } from "decimal.js";
import Fraction from "fraction.js";

export type Exact = Fraction;

/** Decimals of 60 digits. */
const Wide = AnyDecimal.clone({ defaults: true, precision: 60 });
type Wide = InstanceType<typeof Wide>;

/** As results are printed: 34 digits, half even. */
export function printed(value: Wide): string {
  const rounded = value.toSignificantDigits(34, AnyDecimal.ROUND_HALF_EVEN);
  return rounded.isZero() ? "0" : rounded.toFixed();
}

const wide = (value: Exact): Wide =>
  new Wide((value.s * value.n).toString()).div(new Wide(value.d.toString()));

/** Σ weight × score ÷ Σ weight. */
export function weightedMean(rows: readonly { weight: Exact; score: Exact }[]): Exact | undefined {
  let [above, below] = [new Fraction(0), new Fraction(0)];
  for (const { weight, score } of rows) {
    above = above.add(weight.mul(score));
    below = below.add(weight);
  }
  return below.n === 0n ? undefined : above.div(below);
}

/** What a card says of a value: the points, or nothing. */
export interface OracleAttribute {
  readonly missing?: true;
  readonly values?: readonly (string | number | boolean)[];
  readonly from?: Exact;
  readonly to?: Exact;
  readonly points: Exact;
}

/** The points of a value: each attribute is asked in turn. */
export function pointsOf(
  attributes: readonly OracleAttribute[],
  value: string | boolean | Exact | null,
): Exact | undefined {
  const hasRanges = attributes.some(({ from, to }) => from !== undefined || to !== undefined);
  const isNumber = (text: unknown): boolean => /^-?\d+(\.\d+)?$/.test(String(text));
  const number =
    value instanceof Fraction ? value : isNumber(value) ? new Fraction(String(value)) : undefined;
  for (const { missing, values, from, to, points } of attributes) {
    if (missing) {
      if (value === null) return points;
    } else if (value === null) {
      continue;
    } else if (values) {
      const isListed = values.some((each) =>
        hasRanges && isNumber(each)
          ? number?.equals(new Fraction(String(each)))
          : !(value instanceof Fraction) && String(each) === String(value),
      );
      if (isListed) return points;
    } else if (number) {
      if (from && number.compare(from) < 0) continue;
      if (to && number.compare(to) >= 0) continue;
      return points;
    }
  }
  return undefined;
}

/** The grade of the band with the greatest bound that is not above the score. */
export function gradeOf(
  score: Exact,
  bands: readonly { minScore: Exact; grade: string }[],
): string | undefined {
  let found: { minScore: Exact; grade: string } | undefined;
  for (const band of bands) {
    if (band.minScore.compare(score) > 0) continue;
    if (!found || band.minScore.compare(found.minScore) > 0) found = band;
  }
  return found?.grade;
}

/** The class one step at a time: up while all of the last scores allow it, else down likewise. */
export function classOf(input: {
  bands: readonly { minScore: Exact; grade: string }[];
  current: string;
  scores: readonly Exact[];
  upMargin: Exact;
  downMargin: Exact;
  upAfter: number;
  downAfter: number;
}): string | undefined {
  const { scores, upMargin, downMargin, upAfter, downAfter } = input;
  const bands = [...input.bands].sort((a, b) => a.minScore.compare(b.minScore));
  let at = bands.findIndex(({ grade }) => grade === input.current);
  const rises = (bound: Exact) =>
    scores.length >= upAfter &&
    scores.slice(-upAfter).every((score) => score.compare(bound.add(upMargin)) >= 0);
  const falls = (bound: Exact) =>
    scores.length >= downAfter &&
    scores.slice(-downAfter).every((score) => score.compare(bound.sub(downMargin)) < 0);
  for (let next = bands[at + 1]; next && rises(next.minScore); next = bands[at + 1]) at += 1;
  while (at >= 0 && falls((bands[at] as { minScore: Exact }).minScore)) at -= 1;
  return bands[at]?.grade;
}

export interface Row {
  readonly value: Exact;
  readonly bad: boolean;
}

/** Every pair of a good and a bad. */
export function area(rows: readonly Row[]): Exact | undefined {
  let [points, pairs] = [0, 0];
  for (const good of rows.filter(({ bad }) => !bad)) {
    for (const other of rows.filter(({ bad }) => bad)) {
      pairs += 2;
      points += 1 + good.value.compare(other.value);
    }
  }
  return pairs === 0 ? undefined : new Fraction(points, pairs);
}

/** Every score as a cut-off. */
export function distance(rows: readonly Row[]): Exact | undefined {
  const goods = rows.filter(({ bad }) => !bad);
  const bads = rows.filter(({ bad }) => bad);
  if (goods.length === 0 || bads.length === 0) return undefined;
  let most = new Fraction(0);
  for (const { value } of rows) {
    const share = (some: readonly Row[]) =>
      new Fraction(some.filter((row) => row.value.compare(value) <= 0).length, some.length);
    const found = share(bads).sub(share(goods)).abs();
    if (found.compare(most) > 0) most = found;
  }
  return most;
}

/** The mean of squared differences. */
export function brier(rows: readonly Row[]): Exact {
  let sum = new Fraction(0);
  for (const { value, bad } of rows)
    sum = sum.add(value.sub(bad ? 1 : 0).mul(value.sub(bad ? 1 : 0)));
  return sum.div(rows.length);
}

/** 1 − Brier ÷ that of the base rate. */
export function skill(rows: readonly Row[]): Exact | undefined {
  const rate = new Fraction(rows.filter(({ bad }) => bad).length, rows.length);
  const base = rows.map(({ bad }) => ({ value: rate, bad }));
  const reference = brier(base);
  return reference.n === 0n ? undefined : new Fraction(1).sub(brier(rows).div(reference));
}

/** The mean of −ln of what was given to what happened. */
export function loss(rows: readonly Row[]): string | undefined {
  let sum = new Wide(0);
  for (const { value, bad } of rows) {
    const given = bad ? value : new Fraction(1).sub(value);
    if (given.n === 0n) return undefined;
    sum = sum.sub(wide(given).ln());
  }
  return printed(sum.div(rows.length));
}

/** (share here − share there) × ln of their quotient, by bin; and in all. */
export function divergence(
  bins: readonly { here: Exact; there: Exact }[],
  smoothing: Exact,
): { parts: (string | undefined)[]; logs: (string | undefined)[]; total: string | undefined } {
  const counted = bins.map(({ here, there }) => ({
    here: here.add(smoothing),
    there: there.add(smoothing),
  }));
  const all = (side: "here" | "there") =>
    counted.reduce((sum, bin) => sum.add(bin[side]), new Fraction(0));
  const [here, there] = [all("here"), all("there")];
  const terms = counted.map((bin) => {
    if (bin.here.n === 0n || bin.there.n === 0n) return undefined;
    const [a, e] = [bin.here.div(here), bin.there.div(there)];
    const log = wide(a.div(e)).ln();
    return { log, part: wide(a.sub(e)).mul(log) };
  });
  const isWhole = terms.every((term) => term !== undefined);
  return {
    logs: terms.map((term) => term && printed(term.log)),
    parts: terms.map((term) => term && printed(term.part)),
    total: isWhole
      ? printed(terms.reduce((sum, term) => sum.add(term.part), new Wide(0)))
      : undefined,
  };
}

/** Factor, offset and score; each goes on as it is printed. */
export function scaleOf(base: Exact, odds: Exact, double: Exact, probability: Exact) {
  const factor = printed(wide(double).div(new Wide(2).ln()));
  const offset = printed(wide(base).sub(new Wide(factor).mul(wide(odds).ln())));
  const log = wide(new Fraction(1).sub(probability).div(probability)).ln();
  return { factor, offset, score: printed(new Wide(offset).add(new Wide(factor).mul(log))) };
}

/** 1 ÷ (1 + e^((score − offset) ÷ factor)). */
export function probabilityOf(score: Exact, factor: string, offset: string): string {
  const exponent = wide(score).sub(offset).div(factor);
  return printed(new Wide(1).div(exponent.exp().add(1)));
}
