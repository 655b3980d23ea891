/**
 * @module scoring/rating-tables
 *
 * The average Z''-EM of the firms of each rating, in two vintages, from the worst rating up. They
 * are averages and not bounds: how a score is read off them is a choice.
 */

/** One rating and the average score of its firms. */
export interface RatingAverage {
  /** The rating. */
  readonly grade: string;
  /** The average score of its firms. A plain decimal. */
  readonly average: string;
}

const of = (...rows: readonly (readonly [string, string])[]): readonly RatingAverage[] =>
  Object.freeze(rows.map(([grade, average]) => Object.freeze({ grade, average })));

/** The tables by vintage, each from D to AAA. */
export const ratingTables: Readonly<Record<"1995" | "2013", readonly RatingAverage[]>> =
  /* @__PURE__ */ Object.freeze({
    // A public repository's module, equal to what is remembered of the paper.
    "1995": /* @__PURE__ */ of(
      ["D", "0"],
      ["CCC-", "1.75"],
      ["CCC", "2.5"],
      ["CCC+", "3.2"],
      ["B-", "3.75"],
      ["B", "4.15"],
      ["B+", "4.5"],
      ["BB-", "4.75"],
      ["BB", "4.95"],
      ["BB+", "5.25"],
      ["BBB-", "5.65"],
      ["BBB", "5.85"],
      ["BBB+", "6.25"],
      ["A-", "6.4"],
      ["A", "6.65"],
      ["A+", "6.85"],
      ["AA-", "7"],
      ["AA", "7.3"],
      ["AA+", "7.6"],
      ["AAA", "8.15"],
    ),
    // The head of another one; the year is remembered. It has neither AA+ nor AA-.
    "2013": /* @__PURE__ */ of(
      ["D", "0.05"],
      ["CCC-", "1.72"],
      ["CCC", "2.57"],
      ["CCC+", "2.84"],
      ["B-", "3.74"],
      ["B", "4.03"],
      ["B+", "4.81"],
      ["BB-", "5.07"],
      ["BB", "5.52"],
      ["BB+", "5.65"],
      ["BBB-", "5.7"],
      ["BBB", "5.75"],
      ["BBB+", "5.8"],
      ["A-", "6.12"],
      ["A", "6.94"],
      ["A+", "8.22"],
      ["AA", "8.4"],
      ["AAA", "8.8"],
    ),
  });
