/**
 * @module scoring/bins
 *
 * What a characteristic tells, bin by bin: weight of evidence and information value.
 */
import { CreditError } from "../ground/errors.ts";
import { asTerm } from "../ground/exact.ts";
import type { Absent, Caveat, Figure } from "../ground/figure.ts";
import { absent, figure, present } from "../ground/figure.ts";
import type { Fraction } from "../ground/fraction.ts";
import { sumOf, ZERO } from "../ground/fraction.ts";
import type { Terms } from "../ground/input.ts";
import { lazily, read } from "../ground/input.ts";
import { list, numeric, object, text, withDefault } from "../ground/input-atoms.ts";
import type { Numeric } from "../ground/numeric.ts";
import { toText } from "../ground/numeric.ts";
import type { List } from "../ground/rows.ts";
import { asPrinted, ln } from "../ground/transcendental.ts";
import { repeatsOf } from "./repeats.ts";

/** One bin of a characteristic, counted. */
export interface GoodBadBin {
  /** What it is called; each once. */
  readonly id: string;
  /** Goods in it, at least 0. */
  readonly goods: Numeric;
  /** Bads in it, at least 0. */
  readonly bads: Numeric;
}

/** What {@link informationValue} and {@link weightOfEvidence} need. */
export interface GoodBadBinsInput {
  /** The bins, at most 1,000; {@link binCounts} counts them. */
  readonly bins: List<GoodBadBin>;
  /** Added to both counts of every bin, so that none is 0; 0 unless stated, 0.5 is usual. */
  readonly smoothing?: Numeric;
}

/** What one bin tells. */
export interface BinEvidence {
  /** The bin. */
  readonly id: string;
  /** ln of its share of the goods ÷ its share of the bads: above 0 it holds better risks. */
  readonly weightOfEvidence:
    Figure<"scoring/weight-of-evidence"> | Absent<"scoring/weight-of-evidence">;
  /** What it adds to the information value; at least 0. */
  readonly informationValue:
    Figure<"scoring/information-value-of-bin"> | Absent<"scoring/information-value-of-bin">;
}

/** What every bin tells. */
export interface WeightOfEvidence {
  /** One a bin, in the order given. */
  readonly bins: readonly BinEvidence[];
}

/** Information value, at least 0. */
export type InformationValue = Figure<"scoring/information-value">;

/** The schema of {@link GoodBadBinsInput}. */
export const goodBadBinsSchema = lazily(() =>
  object({
    bins: list(
      object({
        id: text(),
        goods: numeric("any", { atLeast: ZERO }),
        bads: numeric("any", { atLeast: ZERO }),
      }),
      { atLeast: 1, atMost: 1_000 },
    ),
    smoothing: withDefault(numeric("any", { atLeast: ZERO }), 0),
  }),
);

type BinTerms = Terms<ReturnType<typeof goodBadBinsSchema>>;

/**
 * The weight of evidence of each bin (证据权重, WOE): the logarithm of its share of the goods over its
 * share of the bads.
 *
 * Use it to see which values of a characteristic stand for good and bad risks, and to make points
 * of them with {@link pointsScale}. For the characteristic as a whole use {@link informationValue}.
 *
 * @formula WOE = ln(goods ÷ all goods ÷ (bads ÷ all bads)); its part of the information value =
 *   (share of goods − share of bads) × WOE
 * @units counts in; natural units out
 *
 * @param input - Bins with counts, and the smoothing where a bin may be empty on one side: it is
 *   added to both counts of every bin, and the shares are of the smoothed counts.
 * @returns One row a bin. Without smoothing a bin without goods or without bads has no weight: it
 *   is absent there. With smoothing every figure has the caveat `counts_smoothed`.
 *
 * @throws {@link CreditError} `invalid_input`: a bin that is there twice, a count below 0.
 * @throws {@link CreditError} `not_defined`: there are no goods, or no bads, in any bin.
 *
 * @source standard; goods over bads, so that higher is better. Some texts have it the other way
 *   round: the sign differs, the information value does not
 *
 * @example
 * ```ts
 * const { bins } = weightOfEvidence({
 *   bins: [
 *     { id: "own", goods: 300, bads: 50 },
 *     { id: "rent", goods: 100, bads: 50 },
 *   ],
 * });
 * bins.map(({ weightOfEvidence: woe }) => woe.value?.toFixed(4)); // => ["0.4055", "-0.6931"]
 * ```
 */
export function weightOfEvidence(input: GoodBadBinsInput): WeightOfEvidence {
  const terms = readBins("weightOfEvidence", input);
  const { goods, bads } = countsOf(terms);
  const totals = { totalGoods: totalOf(goods, terms), totalBads: totalOf(bads, terms) };
  return { bins: terms.bins.map((bin, place) => evidenceOf(bin, place, terms, totals)) };
}

/**
 * The information value of a characteristic (信息值, IV): how far the goods and the bads are spread
 * differently over its bins.
 *
 * Use it to choose characteristics. It is the sum of what the bins add ({@link weightOfEvidence}).
 * How two samples of the same characteristic differ is {@link populationStabilityIndex}, the same
 * formula.
 *
 * @formula IV = Σ (share of goods − share of bads) × ln(share of goods ÷ share of bads)
 * @units counts in; natural units out
 *
 * @param input - As in {@link weightOfEvidence}.
 * @returns The value, rounded once to 34 digits; `inputs.bins` has the shares and parts.
 *
 * @throws {@link CreditError} `invalid_input`: a bin that is there twice, a count below 0.
 * @throws {@link CreditError} `not_defined`: a bin without goods or without bads, and no smoothing;
 *   or none in any bin.
 *
 * @source standard. Conventional readings, from no source at hand: below 0.02 none, to 0.1 weak, to
 *   0.3 medium, to 0.5 strong, above that suspicious ({@link informationValueBands})
 *
 * @example
 * ```ts
 * const [goods, bads] = [[400, 350, 200, 50], [5, 15, 30, 50]];
 * const bins = goods.map((count, i) => ({ id: `${i}`, goods: count, bads: bads[i] ?? 0 }));
 * informationValue({ bins }).value.toFixed(8); // => "1.97397391"
 * ```
 */
export function informationValue(input: GoodBadBinsInput): InformationValue {
  const terms = readBins("informationValue", input);
  return present("informationValue", valueOf(terms));
}

function readBins(fn: string, input: GoodBadBinsInput): BinTerms {
  const terms = read(fn, goodBadBinsSchema, input);
  const issues = repeatsOf(
    terms.bins.map(({ id }) => id),
    (at) => `bins[${at}].id`,
  );
  if (issues.length > 0) throw new CreditError("invalid_input", fn, issues);
  const { goods, bads } = countsOf(terms);
  // Smoothing fills bins, not a whole side.
  for (const [side, counts] of [
    ["goods", goods],
    ["bads", bads],
  ] as const) {
    if (!sumOf(counts).isZero) continue;
    const rule = `there are no ${side} in any bin`;
    const none = absent("scoring/information-value", "score", terms, "not_defined", rule);
    throw new CreditError("not_defined", fn, [{ path: "bins", rule }], none);
  }
  return terms;
}

function countsOf({ bins }: BinTerms): { goods: Fraction[]; bads: Fraction[] } {
  return { goods: bins.map(({ goods }) => goods), bads: bins.map(({ bads }) => bads) };
}

/** Both counts of a bin as they are counted, and their shares. */
function sharesOf(
  { goods, bads }: BinTerms["bins"][number],
  smoothing: Fraction,
  totalGoods: Fraction,
  totalBads: Fraction,
) {
  const goodsCounted = goods.plus(smoothing);
  const badsCounted = bads.plus(smoothing);
  const goodShare = goodsCounted.over(totalGoods);
  const badShare = badsCounted.over(totalBads);
  return { goodsCounted, badsCounted, goodShare, badShare };
}

function sumCounted(counts: readonly Fraction[], smoothing: Fraction): Fraction {
  return sumOf(counts.map((count) => count.plus(smoothing)));
}

type CountedInAll = Figure<"scoring/counted-in-all">;

function totalOf(counts: readonly Fraction[], { smoothing }: BinTerms): CountedInAll {
  return figure("scoring/counted-in-all", sumCounted(counts, smoothing), "count", () => ({
    smoothing,
    counts: counts.map((count) => ({ count, counted: count.plus(smoothing) })),
  }));
}

function evidenceOf(
  bin: BinTerms["bins"][number],
  place: number,
  terms: BinTerms,
  totals: { readonly totalGoods: CountedInAll; readonly totalBads: CountedInAll },
): BinEvidence {
  const { id, goods, bads } = bin;
  const { smoothing } = terms;
  const [totalGoods, totalBads] = [asTerm(totals.totalGoods), asTerm(totals.totalBads)];
  const inputs = { bin: id, goods, bads, smoothing, ...totals };
  const { goodShare, badShare } = sharesOf(bin, smoothing, totalGoods, totalBads);
  const woe = goodShare.isZero || badShare.isZero ? undefined : ln(goodShare.over(badShare));
  const reason = emptyReason(terms, place);
  const [own, part] = ["scoring/weight-of-evidence", "scoring/information-value-of-bin"] as const;
  if (!woe) {
    return {
      id,
      weightOfEvidence: absent(own, "score", inputs, "not_defined", reason),
      informationValue: absent(part, "score", inputs, "not_defined", reason),
    };
  }
  const caveats = smoothingCaveats(smoothing);
  const exact = woe.isRounded ? asPrinted(woe.value) : woe.value;
  const added = goodShare.minus(badShare).times(woe.value);
  const value = woe.isRounded ? asPrinted(added) : added;
  return {
    id,
    weightOfEvidence: figure(own, exact, "score", inputs, { caveats }),
    informationValue: figure(part, value, "score", inputs, { caveats }),
  };
}

function emptyReason({ bins }: BinTerms, place: number): string {
  const bin = bins[place];
  const side = bin?.goods.isZero ? "goods" : "bads";
  return `bin ${JSON.stringify(bin?.id)} has no ${side}: state a smoothing, such as 0.5`;
}

/** The figure, or why there is none. */
function valueOf(terms: BinTerms): InformationValue | Absent<"scoring/information-value"> {
  const { bins, smoothing } = terms;
  const counts = countsOf(terms);
  const totalGoods = sumCounted(counts.goods, smoothing);
  const totalBads = sumCounted(counts.bads, smoothing);
  const rows = bins.map((bin) => {
    const shares = sharesOf(bin, smoothing, totalGoods, totalBads);
    const { goodShare, badShare } = shares;
    const woe = badShare.isZero ? undefined : ln(goodShare.over(badShare))?.value;
    const added = woe && goodShare.minus(badShare).times(woe);
    return { ...bin, ...shares, woe, added };
  });
  const id = "scoring/information-value";
  const empty = rows.findIndex(({ added }) => !added);
  if (empty >= 0) {
    return absent(id, "score", { smoothing, bins }, "not_defined", emptyReason(terms, empty));
  }
  const value = asPrinted(sumOf(rows.map(({ added }) => added ?? ZERO)));
  const options = { caveats: smoothingCaveats(smoothing) };
  return figure<InformationValue>(id, value, "score", { smoothing, bins: rows }, options);
}

/** Says that counts are not those given. */
export function smoothingCaveats(smoothing: Fraction): readonly Caveat[] {
  return smoothing.isZero ? [] : [{ code: "counts_smoothed", by: toText(smoothing) }];
}
