/**
 * Rows made to lie on ties and bounds, and a few doubles beside them, against fractions written for
 * this test: the bounds of the errors hold where they matter.
 */
import { describe, expect, it } from "vitest";

import {
  altmanZDoublePrimeModel,
  creditLimitColumns,
  scoreColumns,
  weightedScoreColumns,
} from "trade-credit/batch";

import { roundedOver, timesIn } from "../../src/batch/wholes.kernel.ts";
import { Draw } from "./rows.ts";

interface Exact {
  readonly over: bigint;
  readonly under: bigint;
}

/** The shortest decimal of a double, or a text, as a fraction. */
function exactly(value: number | string): Exact {
  const [digits = "", exponent = "0"] = String(value).split("e");
  const [whole = "", places = ""] = digits.split(".");
  const zeros = Number(exponent) - places.length;
  const over = BigInt(whole + places);
  return zeros < 0
    ? { over, under: 10n ** BigInt(-zeros) }
    : { over: over * 10n ** BigInt(zeros), under: 1n };
}

const plus = (a: Exact, b: Exact): Exact => ({
  over: a.over * b.under + b.over * a.under,
  under: a.under * b.under,
});
const times = (a: Exact, b: Exact): Exact => ({ over: a.over * b.over, under: a.under * b.under });
const inverse = ({ over, under }: Exact): Exact => ({ over: under, under: over });
const negated = ({ over, under }: Exact): Exact => ({ over: -over, under });
const isBelow = (a: Exact, b: Exact) => a.over * b.under < b.over * a.under;
const asDouble = ({ over, under }: Exact) => Number((over * 10n ** 30n) / under) / 1e30;

/** Half even, and the double nearest to it. */
function rounded({ over, under }: Exact, places: number): number {
  const scaled = over * 10n ** BigInt(places);
  const size = scaled < 0n ? -scaled : scaled;
  let whole = size / under;
  const twice = 2n * (size % under);
  if (twice > under || (twice === under && whole % 2n === 1n)) whole += 1n;
  return whole === 0n ? 0 : Number(`${scaled < 0n ? "-" : ""}${String(whole)}e-${String(places)}`);
}

/** The double so many steps away. */
function beside(value: number, steps: number): number {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  view.setBigInt64(0, view.getBigInt64(0) + BigInt(steps));
  const found = view.getFloat64(0);
  return Number.isFinite(found) ? found : value;
}

/** A tie at so many places, or one of the bounds, near a value. */
function target(draw: Draw, near: number, places: number, bounds: readonly string[]): Exact {
  const bound = bounds[draw.next(2 * bounds.length)];
  if (bound !== undefined) return exactly(bound);
  const whole = BigInt(Math.round(near * 10 ** Math.min(places, 6)));
  return { over: 2n * whole + 1n, under: 2n * 10n ** BigInt(Math.min(places, 6)) };
}

const ROWS = 500;
const Z = {
  currentAssets: "6.56",
  currentLiabilities: "-6.56",
  retainedEarnings: "3.26",
  ebit: "6.72",
};

describe("Z'' near ties and bounds", () => {
  const money = {
    cents: (draw: Draw) => (draw.next(4_000_000_000) + 1) / 100,
    round: (draw: Draw) => 1_000 * (draw.next(200) + 1),
    // Tiny liabilities make great quotients, which are left to the exact path.
    wild: (draw: Draw) => ((draw.next(4_000_000_000) + 1) / 7) * 10 ** (draw.next(16) - 10),
  };
  const styles = Object.keys(money) as (keyof typeof money)[];
  it.each(styles.flatMap((style) => [0, 2, 4, 6, 9, 15].map((places) => [style, places] as const)))(
    "%s to %i places",
    (style, places) => {
      const draw = new Draw(places + style.length);
      const make = () => Float64Array.from({ length: ROWS }, () => money[style](draw));
      const columns = {
        currentAssets: make(),
        currentLiabilities: make(),
        retainedEarnings: make(),
        ebit: make(),
        totalAssets: make(),
        totalLiabilities: make(),
        equity: make(),
      };
      const exact = columns.equity.map(() => 0);
      const zones = columns.equity.map(() => 0);
      for (let row = 0; row < ROWS; row += 1) {
        const line = (name: keyof typeof columns) => exactly(columns[name][row] as number);
        const sum = Object.entries(Z)
          .map(([name, weight]) => times(exactly(weight), line(name as keyof typeof Z)))
          .reduce(plus);
        const others = times(sum, inverse(line("totalAssets")));
        const by = times(line("totalLiabilities"), inverse(exactly("1.05")));
        const aim = target(draw, asDouble(others), places, ["1.1", "2.6"]);
        // Equity that makes the score the one aimed at, or nearly.
        const found = asDouble(times(plus(aim, negated(others)), by));
        const isPlain = Math.abs(found) < 2 ** 52;
        if (isPlain) columns.equity[row] = beside(found, draw.next(7) - 3);
        const score = plus(others, times(line("equity"), inverse(by)));
        exact[row] = rounded(score, places);
        zones[row] = isBelow(score, exactly("1.1")) ? 1 : isBelow(exactly("2.6"), score) ? 3 : 2;
      }
      const { values, zone } = scoreColumns(altmanZDoublePrimeModel, columns, { places });
      expect(firstDifference(values, exact)).toBeUndefined();
      expect(firstDifference(zone?.codes ?? [], zones)).toBeUndefined();
    },
  );
});

function firstDifference(found: ArrayLike<number>, exact: ArrayLike<number>) {
  for (let row = 0; row < exact.length; row += 1) {
    if (!Object.is(found[row], exact[row])) return [row, found[row], exact[row]];
  }
  return undefined;
}

interface Weighing {
  readonly weights: readonly (number | string)[];
  readonly from: number;
  readonly to: number;
  readonly bounds: readonly string[];
  readonly places: number;
  readonly score: (draw: Draw) => number;
}

const tenths = (draw: Draw) => draw.next(1_001) / 10;
const any = (draw: Draw) => draw.next(2 ** 32) / 2 ** 32;
const steps = (count: number, over: number) =>
  Array.from({ length: count }, (_, at) => String((at * over) / count));

describe("weighted scores near ties and bounds", () => {
  const five = [30, 25, 20, 15, 10];
  const bounds = ["0", "50", "65", "80"];
  const base = { weights: five, from: 0, to: 100, bounds, places: 4, score: tenths };
  const cases: readonly (readonly [string, Weighing])[] = [
    ["tenths", base],
    ["round figures", { ...base, score: (draw) => 5 * draw.next(21) }],
    ["more decimals than are whole steps", { ...base, score: (draw) => 100 * any(draw) }],
    ["no places", { ...base, places: 0 }],
    ["15 places", { ...base, places: 15 }],
    ["bounds that are no doubles", { ...base, bounds: ["33.3333333333333333333", "50.05"] }],
    ["weights in thirds and more lines", { ...base, weights: ["1.5", 7, 0, "0.25", 3, 9, 11] }],
    ["many bounds", { ...base, bounds: steps(900, 100) }],
    [
      // 4,095 points have a cell of the table of grades each, so that these bounds lie on the edges
      // of cells: a sum that is one, and comes out a little below, has another cell.
      "bounds on the edges of the cells of grades",
      {
        ...base,
        weights: [25, 30, 20, 15, 10],
        to: 4_095,
        bounds: ["1000", "2000", "2048", "2047.9999999999998", "3001"],
        score: (draw) => draw.next(4_096),
      },
    ],
    ["a scale about 0", { ...base, from: -1, to: 1, bounds: ["-0.5", "0"], score: any }],
    ["a scale below 0", { ...base, from: -100, to: -5, score: (draw) => -5 - draw.next(96) }],
    [
      "a narrow scale far away",
      { ...base, from: 2 ** 45, to: 2 ** 45 + 1, bounds: steps(3, 1), score: () => 2 ** 45 },
    ],
    [
      "a wide scale",
      { ...base, from: 0, to: Number.MAX_SAFE_INTEGER, score: (draw) => draw.next(2 ** 32) * 2e6 },
    ],
  ];
  it.each(cases)("%s", (_, { weights, from, to, bounds: at, places, score }) => {
    const draw = new Draw(places + weights.length + at.length);
    const columns = weights.map(() => Float64Array.from({ length: ROWS }, () => score(draw)));
    const parts = weights.map(exactly);
    const total = inverse(parts.reduce(plus));
    const exact = new Float64Array(ROWS);
    const grades = new Float64Array(ROWS);
    const first = columns[0] as Float64Array;
    for (let row = 0; row < ROWS; row += 1) {
      const sum = () =>
        times(
          parts
            .map((weight, part) => times(weight, exactly(columns[part]?.[row] ?? 0)))
            .reduce(plus),
          total,
        );
      // The first score is moved so that the sum is the one aimed at, or nearly.
      const aim = plus(target(draw, asDouble(sum()), places, at), negated(sum()));
      const share = inverse(times(parts[0] as Exact, total));
      const moved = asDouble(plus(exactly(first[row] as number), times(aim, share)));
      const found = beside(moved, draw.next(4) === 0 ? draw.next(7) - 3 : 0);
      if (found >= from && found <= to) first[row] = found;
      const score = sum();
      exact[row] = rounded(score, places);
      grades[row] = at.filter((bound) => !isBelow(score, exactly(bound))).length;
    }
    const { values, valid, grade } = weightedScoreColumns({
      criteria: columns.map((column, part) => ({
        id: String(part),
        weight: weights[part] ?? 0,
        score: column,
      })),
      scale: { from, to },
      bands: at.map((minScore) => ({ minScore, grade: minScore })),
      places,
    });
    expect(valid.every((each) => each === 1)).toBe(true);
    expect(firstDifference(values, exact)).toBeUndefined();
    expect(firstDifference(grade?.codes ?? [], grades)).toBeUndefined();
  });

  it("refuses what is no number, or off the scale by one double", () => {
    const scores = Float64Array.of(NaN, Infinity, -5e-324, 100.00000000000001, 0, 100, -Infinity);
    const { reasons } = weightedScoreColumns({
      criteria: [{ id: "a", weight: 1, score: scores }],
      scale: { from: 0, to: 100 },
    });
    expect(Array.from(reasons?.codes ?? [])).toEqual([1, 1, 1, 1, 0, 0, 1]);
  });

  it("refuses Infinity on a scale without end", () => {
    const criteria = [{ id: "a", weight: 1, score: Float64Array.of(Infinity, 7) }];
    const { valid } = weightedScoreColumns({ criteria, scale: { from: 0, to: 10n ** 30n } });
    expect(Array.from(valid)).toEqual([0, 1]);
  });
});

describe("limits near whole units and equal bounds", () => {
  const great = (draw: Draw) => draw.next(2 ** 32) * 2 ** draw.next(16);
  const styles = {
    cents: (draw: Draw) => draw.next(2 ** 28) / 100,
    units: (draw: Draw) => 1_000 * draw.next(50) + (draw.next(3) - 1) / 100 + 1,
    great,
    places: (draw: Draw) => draw.next(2 ** 32) / 1e6,
  };
  const cases = Object.entries(styles).flatMap(([style, make]) =>
    ["1000", "0.5", "7", "0.03", undefined].map((unit) => [style, unit, make] as const),
  );
  it.each(cases)("%s, unit %s", (style, unit, make) => {
    const draw = new Draw(style.length);
    const requested = Float64Array.from({ length: ROWS }, () => make(draw));
    const base = requested.map((each) => {
      const near = each * 10 + (draw.next(3) - 1) / 10;
      return draw.next(3) === 0 ? -near : draw.next(2) === 0 ? near : 10 * make(draw);
    });
    const fixed = ["25000.5", "25000.5", "30000"];
    const found = creditLimitColumns({
      requested,
      bounds: [
        { name: "base", base, share: "0.1" },
        ...fixed.map((amount, at) => ({ name: String(at), amount })),
      ],
      ...(unit === undefined ? { places: 2 } : { unit }),
    });
    const limits = new Float64Array(ROWS);
    const masks = new Float64Array(ROWS);
    for (let row = 0; row < ROWS; row += 1) {
      const share = times(exactly(base[row] as number), exactly("0.1"));
      const zero = exactly(0);
      const all = [
        exactly(requested[row] as number),
        isBelow(share, zero) ? zero : share,
        ...fixed.map(exactly),
      ];
      const least = all.reduce((low, each) => (isBelow(each, low) ? each : low));
      const by = unit === undefined ? undefined : exactly(unit);
      const count = by && times(least, inverse(by));
      const limit = by && count ? times(by, { over: count.over / count.under, under: 1n }) : least;
      limits[row] = by ? Number(decimalText(limit)) : rounded(limit, 2);
      all.forEach((each, at) => {
        if (!isBelow(least, each)) masks[row] = (masks[row] as number) + 2 ** at;
      });
    }
    expect(firstDifference(found.values, limits)).toBeUndefined();
    expect(firstDifference(found.binding, masks)).toBeUndefined();
  });

  /** A fraction whose denominator divides a power of ten. */
  function decimalText({ over, under }: Exact): string {
    return `${String((over * 10n ** 20n) / under)}e-20`;
  }
});

describe("whole numbers in doubles", () => {
  it("are divided and rounded exactly near every multiple", () => {
    const draw = new Draw(11);
    const wrong: number[][] = [];
    for (let each = 0; each < 20_000; each += 1) {
      const divisor = draw.next(4) === 0 ? 1 + draw.next(9) : 1 + draw.next(2 ** 31);
      const most = Math.floor(2 ** 52 / divisor) - 1;
      const multiple = Math.floor((draw.next(2 ** 32) / 2 ** 32) * most) * divisor;
      const half = Math.floor(divisor / 2);
      const amount = multiple + ([0, 1, -1, half, half + 1, half - 1][draw.next(6)] as number);
      const [whole, by] = [BigInt(amount), BigInt(divisor)];
      const down = whole >= 0n ? whole / by : -((-whole + by - 1n) / by);
      const twice = 2n * (whole - down * by);
      const isUp = twice > by || (twice === by && down % 2n !== 0n);
      const exact = [Number(down), Number(isUp ? down + 1n : down)];
      const found = [timesIn(amount, divisor), roundedOver(amount, divisor)];
      if (found[0] !== exact[0] || found[1] !== exact[1]) wrong.push([amount, divisor, ...found]);
    }
    expect(wrong).toEqual([]);
  });
});
