/**
 * Statements, judgements and requests as columns, made by hashing the row's number: random numbers
 * in cents, or round figures in thousands, where ties of the rounding are common.
 */
import { hash } from "./data.ts";

/** What is scored: money in euros, judgements from 0 to 100. */
export interface Statements {
  readonly name: string;
  readonly count: number;
  /** Whole numbers in one euro and in one point of a judgement, that all columns are made of. */
  readonly perEuro: number;
  readonly perPoint: number;
  readonly money: Readonly<Record<Money, Float64Array>>;
  readonly judged: Readonly<Record<Judged, Float64Array>>;
  /** The greatest limit of all rows, in euros. */
  readonly policy: number;
}

export const MONEY = [
  "currentAssets",
  "currentLiabilities",
  "totalAssets",
  "totalLiabilities",
  "retainedEarnings",
  "equity",
  "ebit",
  "requested",
] as const;
export type Money = (typeof MONEY)[number];

export const JUDGED = ["character", "capacity", "capital", "collateral", "conditions"] as const;
export type Judged = (typeof JUDGED)[number];

/** One of three is below 0. */
const SIGNED: readonly string[] = ["retainedEarnings", "equity", "ebit"];

interface Style {
  readonly perEuro: number;
  readonly perPoint: number;
  readonly policy: number;
  /** Of 32 random bits, above 0: in the units of the style. */
  readonly money: (bits: number) => number;
  readonly points: (bits: number) => number;
}

const STYLES: Readonly<Record<string, Style>> = {
  "random numbers": {
    perEuro: 100,
    perPoint: 10,
    policy: 2_500_000,
    money: (bits) => 1 + (bits % 4_000_000_000),
    points: (bits) => bits % 1_001,
  },
  "round figures": {
    perEuro: 1,
    perPoint: 1,
    policy: 15_000,
    money: (bits) => 1_000 * (1 + (bits % 200)),
    points: (bits) => 5 * (bits % 21),
  },
};

/** Both sets. */
export function statementsOf(count: number): Statements[] {
  return Object.entries(STYLES).map(([name, { perEuro, perPoint, policy, money, points }]) => {
    const column = (at: number, value: (row: number, salt: number) => number) => {
      const values = new Float64Array(count);
      for (let row = 0; row < count; row += 1) values[row] = value(row, 20 + 2 * at);
      return values;
    };
    const moneyOf = (line: Money) => (row: number, salt: number) => {
      const isBelow = SIGNED.includes(line) && hash(row, salt + 1) % 3 === 0;
      return ((isBelow ? -1 : 1) * money(hash(row, salt))) / perEuro;
    };
    const pointsOf = (row: number, salt: number) => points(hash(row, salt)) / perPoint;
    return {
      name,
      count,
      perEuro,
      perPoint,
      policy,
      money: byName(MONEY, (line, at) => column(at, moneyOf(line))),
      judged: byName(JUDGED, (_, at) => column(MONEY.length + at, pointsOf)),
    };
  });
}

/** A record of one thing for each name. */
export function byName<Name extends string, T>(
  names: readonly Name[],
  make: (name: Name, at: number) => T,
): Record<Name, T> {
  return Object.fromEntries(names.map((name, at) => [name, make(name, at)])) as Record<Name, T>;
}
