/**
 * @module ground/sensitivity
 *
 * How far an answer moves when its assumptions do: one at a time, two at a time, and sorted by how
 * much each matters.
 */
import { lazily, read } from "./input.ts";
import { list, numeric, object, optional, text, wholeNumber } from "./input-atoms.ts";
import { byName } from "./input-variants.ts";
import type { Named } from "./input-variants.ts";
import { CreditError, isCreditError, refuse } from "./errors.ts";
import { entered } from "./exact.ts";
import { Fault } from "./fault.ts";
import type { Absent, Figure } from "./figure.ts";
import { absent, isAbsent, isFigure } from "./figure.ts";
import { Fraction } from "./fraction.ts";
import type { Decimal, Numeric } from "./numeric.ts";
import { toDecimal, toWrittenText } from "./numeric.ts";
import type { List } from "./rows.ts";
import { parentOfPath, placedAt, valueAtPath } from "./paths.ts";

/** The values that a field takes: from low to high in equal steps, or a list. */
export interface Variation {
  /** The lowest value; together with `high`. */
  readonly low?: Numeric;
  /** The highest value. */
  readonly high?: Numeric;
  /** Steps from low to high: 2 by default, so that the middle is looked at, too. At most 1,000. */
  readonly steps?: number;
  /** The values themselves, instead of `low` and `high`. */
  readonly values?: List<Numeric>;
}

/** How {@link sensitivity} varies an input. */
export interface SensitivityOptions {
  /** Which figure of a composite answer: `netBenefit`, `plans.A.saving`. */
  readonly of?: string;
  /** Fields by path (`plan.incrementDso`, `collections[0].share`), and the values each takes. */
  readonly vary: Readonly<Record<string, Variation>>;
}

/** An answer, or why there is none. */
export type SensitivityAnswer = Figure | Absent;

/** One value of one field, the others as they are. */
export interface SensitivityRow {
  /** The field. */
  readonly path: string;
  /** Its value, as a plain decimal. */
  readonly value: string;
  /** What the function answers: equal to a call of your own. */
  readonly result: SensitivityAnswer;
}

/** Two fields at once. */
export interface SensitivityCell {
  /** The value of the first field. */
  readonly row: string;
  /** The value of the second field. */
  readonly column: string;
  /** What the function answers. */
  readonly result: SensitivityAnswer;
}

/** One bar of the tornado. */
export interface TornadoBar {
  /** The field. */
  readonly path: string;
  /** What its first value gives. */
  readonly low: SensitivityAnswer;
  /** What its last value gives. */
  readonly high: SensitivityAnswer;
  /** How far the two are apart; left out where one of them has no value. */
  readonly swing?: Decimal;
}

/** How far an answer moves. */
export interface Sensitivity {
  /** The answer on the input as it is. */
  readonly base: SensitivityAnswer;
  /** Every value of every field, one at a time. */
  readonly oneWay: readonly SensitivityRow[];
  /** Where two fields are varied: every pair of their values. */
  readonly twoWay?: {
    /** The first field. */
    readonly row: string;
    /** The second field. */
    readonly column: string;
    /** Row by row. */
    readonly cells: readonly SensitivityCell[];
  };
  /** First and last value of each field, the widest swing first; without a swing last. */
  readonly tornado: readonly TornadoBar[];
}

/** The schema of {@link SensitivityOptions}. */
export const sensitivityOptionsSchema = lazily(() =>
  object({
    of: optional(text()),
    vary: byName(
      object({
        low: optional(numeric("any")),
        high: optional(numeric("any")),
        steps: optional(wholeNumber(1, 1_000)),
        values: optional(list(numeric("any"), { atLeast: 1, atMost: 1_000 })),
      }),
      { atMost: 100 },
    ),
  }),
);

const FN = "sensitivity";
const MAX_CELLS = 100_000;

/**
 * Sensitivity (敏感性分析): how far an answer moves when its assumptions do.
 *
 * Use it on any function of the library that takes one input object: which assumption matters most
 * (the tornado), what happens between two ends (one way), and what two assumptions do together (two
 * way). The value of one field at which nothing is gained is {@link breakEvenBadDebtRate} and its
 * siblings.
 *
 * @param fn - The function.
 * @param input - Its input, as it is.
 * @param options - The fields to vary, and which figure of a composite answer.
 * @returns The answers, each equal to a direct call. A value that the function refuses gives an
 *   absent answer with the reason, and takes no other with it.
 *
 * @throws {@link CreditError} `invalid_input`: an option is unknown or no number; a path leads
 *   nowhere; the input itself is refused as malformed; `of` names no figure; more than 100,000
 *   pairs. What `fn` itself throws, other than a CreditError, is thrown on.
 *
 * @example Plan B of slide 59
 * ```ts
 * const planB = {
 *   annualRate: "0.12",
 *   base: { creditSales: 800, margin: "0.15" },
 *   plan: {
 *     creditSales: 1200,
 *     incrementDso: 90,
 *     incrementBadDebtRate: "0.05",
 *     managementCostChange: 8,
 *   },
 * };
 * const { tornado } = sensitivity(marginalAnalysis, planB, {
 *   of: "netBenefit",
 *   vary: {
 *     "plan.incrementDso": { low: 60, high: 120 },
 *     "plan.incrementBadDebtRate": { low: "0.02", high: "0.12" },
 *   },
 * });
 * tornado.map(({ path, swing }) => `${path} ${swing?.toFixed(2)}`);
 * // => ["plan.incrementBadDebtRate 40.00", "plan.incrementDso 7.89"]
 * ```
 */
export function sensitivity<Input extends object>(
  fn: (input: Input) => object,
  input: Input,
  options: SensitivityOptions,
): Sensitivity {
  if (typeof fn !== "function") refuse(FN, "fn", "must be a function", fn);
  const { of, vary } = read(FN, sensitivityOptionsSchema, options);
  const base = baseAnswer(fn, input, of);
  const fields = vary.map(([path, variation]) => {
    const parent = parentOfPath(input, path);
    if (typeof parent !== "object" || parent === null || isFigure(parent)) {
      refuse(FN, `vary.${path}`, "must be the path of a field of the input");
    }
    return { path, values: valuesOf(path, variation) };
  });
  const answer = (...changes: Named<Fraction>): SensitivityAnswer => {
    const changed = changes.reduce<unknown>((all, [path, value]) => {
      return placedAt(all, path, passed(value, valueAtPath(input, path)));
    }, input);
    return answerOf(fn, changed as Input, of, base);
  };
  const oneWay = fields.flatMap(({ path, values }) =>
    values.map((value) => ({ path, value: toWrittenText(value), result: answer([path, value]) })),
  );
  const tornado = tornadoOf(fields.map(({ path }) => oneWay.filter((row) => row.path === path)));
  const [row, column] = fields;
  if (!row || !column || fields.length !== 2) return { base, oneWay, tornado };
  if (row.values.length * column.values.length > MAX_CELLS) {
    refuse(FN, "vary", `must leave at most ${MAX_CELLS} pairs`);
  }
  const cells = row.values.flatMap((first) =>
    column.values.map((second) => ({
      row: toWrittenText(first),
      column: toWrittenText(second),
      result: answer([row.path, first], [column.path, second]),
    })),
  );
  return { base, oneWay, twoWay: { row: row.path, column: column.path, cells }, tornado };
}

type Call<Input> = (input: Input) => object;

/** The answer on the input as it is; malformed input is the caller's mistake and thrown on. */
function baseAnswer<Input>(fn: Call<Input>, input: Input, of: string | undefined) {
  try {
    return chosen(fn(input), of);
  } catch (error) {
    if (!isCreditError(error)) throw error;
    return error.absent ?? ofInput(error);
  }
}

/** A refusal of the input as one of this function's own. */
function ofInput(error: CreditError): never {
  if (error.function === FN) throw error;
  const { code, issues } = error;
  const placed = issues.map((fault) => {
    return { ...fault, path: fault.path === "" ? "input" : `input.${fault.path}` };
  });
  throw new CreditError(code, FN, placed);
}

/** The answer on a changed input; a refusal is absent, under the id of the base's answer. */
function answerOf<Input>(
  fn: Call<Input>,
  input: Input,
  of: string | undefined,
  { formula, unit }: SensitivityAnswer,
): SensitivityAnswer {
  try {
    return chosen(fn(input), of);
  } catch (error) {
    if (!isCreditError(error)) throw error;
    // A path that the function does not know leads nowhere, whatever the value.
    const isNowhere = error.issues.some(({ rule }) => rule.startsWith("is not a field of"));
    if (isNowhere || error.function === FN) ofInput(error);
    const message = error.message.slice(error.function.length + 2);
    return error.absent ?? absent(formula, unit, {}, error.code, message);
  }
}

/** The figure itself, or the one named in a composite. */
function chosen(answer: object, of: string | undefined): SensitivityAnswer {
  const found = of === undefined ? answer : valueAtPath(answer, of);
  if (isFigure(found) || isAbsent(found)) return found;
  return refuse(FN, "of", "must name a figure of the answer", of);
}

interface ReadVariation {
  readonly low?: Fraction | undefined;
  readonly high?: Fraction | undefined;
  readonly steps?: number | undefined;
  readonly values?: readonly Fraction[] | undefined;
}

function valuesOf(path: string, { low, high, steps, values }: ReadVariation): readonly Fraction[] {
  const hasEnds = low !== undefined || high !== undefined || steps !== undefined;
  if (values && !hasEnds) return values;
  if (values || !low || !high) {
    const rule = "must have `low` and `high`, or `values`";
    throw new CreditError("invalid_input", FN, [{ path: `vary.${path}`, rule }]);
  }
  const count = steps ?? 2;
  const width = high.minus(low);
  const inner = Array.from({ length: count - 1 }, (_, index) =>
    low.plus(width.times(Fraction.of(BigInt(index + 1), BigInt(count)))),
  );
  return [low, ...inner, high];
}

/** The value as it is passed on: the figure it came from, a text for a text, else a number. */
function passed(value: Fraction, current: unknown): Numeric {
  if (isFigure(value.origin)) return value.origin;
  const text = toWrittenText(value);
  return typeof current !== "string" && String(Number(text)) === text ? Number(text) : text;
}

function tornadoOf(fields: readonly (readonly SensitivityRow[])[]): TornadoBar[] {
  const bars = fields.map((rows) => {
    const [first, last] = [rows[0], rows.at(-1)] as [SensitivityRow, SensitivityRow];
    const bar = { path: first.path, low: first.result, high: last.result };
    const [low, high] = [exactly(bar.low), exactly(bar.high)];
    return { bar, swing: low && high && high.minus(low).absolute() };
  });
  bars.sort((a, b) => {
    if (a.swing && b.swing) return b.swing.compare(a.swing);
    return Number(b.swing !== undefined) - Number(a.swing !== undefined);
  });
  return bars.map(({ bar, swing }) => (swing ? { ...bar, swing: toDecimal(swing) } : bar));
}

function exactly(answer: SensitivityAnswer): Fraction | undefined {
  if (isAbsent(answer)) return undefined;
  const exact = entered(answer);
  return exact instanceof Fault ? undefined : exact;
}
