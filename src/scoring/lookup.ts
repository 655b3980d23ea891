/**
 * @module scoring/lookup
 *
 * Which band a score has reached, and which attribute of a card holds a value: searches alone,
 * without reading or writing numbers, for exact fractions and for doubles alike.
 */

/** −1, 0 or 1 (or any number of that sign) as the first is below, equal to or above the second. */
export type Compare<N> = (a: N, b: N) => number;

/**
 * The last of `count` ascending bounds that is reached; −1 where none is. The bounds are asked for
 * by place, and never copied.
 */
export function lastReached(count: number, reaches: (place: number) => boolean): number {
  let [reached, beyond] = [0, count];
  while (reached < beyond) {
    const middle = (reached + beyond) >> 1;
    if (reaches(middle)) reached = middle + 1;
    else beyond = middle;
  }
  return reached - 1;
}

/** Numbers from `from` up to but not including `to`; without one of them open on that side. */
export interface Span<N> {
  readonly from: N | undefined;
  readonly to: N | undefined;
  /** One number alone: `to` is then equal to `from`, and belongs to it. */
  readonly single: boolean;
  /** Which attribute it belongs to. */
  readonly place: number;
}

/** The attributes of a characteristic, ready for looking up. */
export interface AttributeIndex<N> {
  /** The attribute of a category, by its text. */
  readonly texts: ReadonlyMap<string, number>;
  /** Ranges and single numbers, ascending; no two hold the same number. */
  readonly spans: readonly Span<N>[];
  /** The attribute of a missing value, where one is declared. */
  readonly missing: number | undefined;
}

/** Ascending by where they begin; what is open below comes first. */
export function inOrder<N>(spans: readonly Span<N>[], compare: Compare<N>): Span<N>[] {
  return [...spans].sort((a, b) => {
    if (a.from === undefined || b.from === undefined) {
      return Number(b.from === undefined) - Number(a.from === undefined);
    }
    return compare(a.from, b.from);
  });
}

/** The span that holds a number. */
export function spanOf<N>(
  spans: readonly Span<N>[],
  value: N,
  compare: Compare<N>,
): Span<N> | undefined {
  const last = lastReached(spans.length, (place) => {
    const from = spans[place]?.from;
    return from === undefined || compare(value, from) >= 0;
  });
  const span = spans[last];
  if (!span || span.to === undefined) return span;
  const order = compare(value, span.to);
  return order < 0 || (span.single && order === 0) ? span : undefined;
}

/** What is wrong between two neighbours, if anything: both hold a number, or neither does. */
export function clashOf<N>(
  left: Span<N>,
  right: Span<N>,
  compare: Compare<N>,
): "overlap" | "gap" | undefined {
  if (left.to === undefined || right.from === undefined) return "overlap";
  const order = compare(right.from, left.to);
  if (order < 0 || (order === 0 && left.single)) return "overlap";
  return order > 0 && !left.single && !right.single ? "gap" : undefined;
}
