/**
 * @module scoring/outcomes
 *
 * Scores and what became of them, read by hand: a hundred thousand rows are no rarity here. Scores
 * that are all plain numbers are compared as such; what is given otherwise is compared exactly.
 */
import { exactNumber } from "../ground/exact.ts";
import { CreditError, MAX_ISSUES } from "../ground/errors.ts";
import type { FaultPart } from "../ground/fault.ts";
import { Fault } from "../ground/fault.ts";
import type { Fraction } from "../ground/fraction.ts";
import { ONE } from "../ground/fraction.ts";
import type { Schema } from "../ground/input.ts";
import { atom } from "../ground/input-atoms.ts";
import type { Numeric } from "../ground/numeric.ts";
import { printed } from "../ground/numeric.ts";
import type { List } from "../ground/rows.ts";

/** Numbers as a list, or as a column. Figures among them enter with their printed value. */
export type NumberColumn = List<Numeric> | Float64Array | Int32Array;

/** Whether each turned out bad: true or 1. */
export type BadColumn = List<boolean | 0 | 1> | Uint8Array;

/** What the measures of a score need: at most 1,000,000 rows. */
export interface OutcomesInput {
  /** One score a row; higher is better. */
  readonly scores: NumberColumn;
  /** In the same order: whether it turned out bad (true or 1) or good (false or 0). */
  readonly bad: BadColumn;
}

/** Numbers as read: all plain, or all exact. */
export type ReadNumbers =
  | { readonly kind: "plain"; readonly values: readonly number[] }
  | { readonly kind: "exact"; readonly values: readonly Fraction[] };

/** The schema of a column of numbers; of probabilities where they lie from 0 to 1. */
export const numbersSchema = (range: "any" | "probability"): Schema<ReadNumbers, NumberColumn> =>
  atom<ReadNumbers, NumberColumn>((value) => {
    if (!Array.isArray(value)) return new Fault("must be a list");
    if (value.length === 0) return new Fault("must have at least 1 entry");
    return range === "any" ? readNumbers(value) : readProbabilities(value);
  });

/** The schema of a column of outcomes. */
export const badSchema = (): Schema<readonly boolean[], BadColumn> =>
  atom<readonly boolean[], BadColumn>((value) => {
    if (!Array.isArray(value)) return new Fault("must be a list");
    const bad: boolean[] = [];
    const faults: FaultPart[] = [];
    for (let row = 0; row < value.length && faults.length < MAX_ISSUES; row += 1) {
      const each: unknown = value[row];
      if (each === true || each === 1) bad.push(true);
      else if (each === false || each === 0) bad.push(false);
      else faults.push({ path: [row], rule: "must be true, false, 1 (bad) or 0 (good)" });
    }
    const [first] = faults;
    return first ? new Fault(first.rule, faults) : bad;
  });

function readNumbers(list: readonly unknown[]): ReadNumbers | Fault {
  const isPlain = (value: unknown): boolean =>
    typeof value === "number" &&
    (Number.isInteger(value) ? Number.isSafeInteger(value) : Number.isFinite(value));
  if (list.every(isPlain)) return { kind: "plain", values: list as number[] };
  return readExact(list, () => undefined);
}

function readProbabilities(list: readonly unknown[]): ReadNumbers | Fault {
  const inside = (value: unknown): boolean => typeof value === "number" && value >= 0 && value <= 1;
  if (list.every(inside)) return { kind: "plain", values: list as number[] };
  return readExact(list, (value) => {
    if (value.sign >= 0 && value.compare(ONE) <= 0) return undefined;
    return "must be from 0 to 1 (rates are fractions: write 5 % as 0.05)";
  });
}

function readExact(
  list: readonly unknown[],
  ruleFor: (value: Fraction) => string | undefined,
): ReadNumbers | Fault {
  const values: Fraction[] = [];
  const faults: FaultPart[] = [];
  for (let row = 0; row < list.length && faults.length < MAX_ISSUES; row += 1) {
    const value = exactNumber(list[row], "any");
    const rule = value instanceof Fault ? value.rule : ruleFor(value);
    if (rule !== undefined) faults.push({ path: [row], rule });
    else if (!(value instanceof Fault)) values.push(withoutOrigin(value));
  }
  const [first] = faults;
  return first ? new Fault(first.rule, faults) : { kind: "exact", values };
}

/** A figure in a column is a number like the others: it enters as it is printed. */
function withoutOrigin(value: Fraction): Fraction {
  return value.hasOrigin ? printed(value) : value;
}

/** Rows with the same number, counted. */
export interface OutcomeGroup {
  readonly goods: number;
  readonly bads: number;
  /** The number, made when it is asked for. */
  readonly value: () => Fraction;
}

/** Rows with the same number together, ascending. */
export function groupsOf(
  fn: string,
  field: string,
  numbers: ReadNumbers,
  bad: readonly boolean[],
): OutcomeGroup[] {
  const { length } = numbers.values;
  if (bad.length !== length) {
    const rule = `must have as many entries as ${field}: ${length}`;
    throw new CreditError("invalid_input", fn, [{ path: "bad", rule }]);
  }
  const compare = comparing(numbers);
  const order = Array.from({ length }, (_, row) => row).sort(compare);
  const groups: OutcomeGroup[] = [];
  for (let start = 0; start < length;) {
    const first = order[start] as number;
    let [goods, bads, next] = [0, 0, start];
    for (; next < length && compare(first, order[next] as number) === 0; next += 1) {
      if (bad[order[next] as number] === true) bads += 1;
      else goods += 1;
    }
    groups.push({ goods, bads, value: () => exactAt(numbers, first) });
    start = next;
  }
  return groups;
}

function comparing(numbers: ReadNumbers): (a: number, b: number) => number {
  // Doubles lie in the order of the decimals that they stand for.
  if (numbers.kind === "plain") {
    const { values } = numbers;
    return (a, b) => (values[a] as number) - (values[b] as number);
  }
  const { values } = numbers;
  return (a, b) => (values[a] as Fraction).compare(values[b] as Fraction);
}

function exactAt(numbers: ReadNumbers, row: number): Fraction {
  if (numbers.kind === "exact") return numbers.values[row] as Fraction;
  return exactNumber(numbers.values[row], "any") as Fraction;
}

/** Goods and bads in all. */
export function totalsOf(groups: readonly OutcomeGroup[]): { goods: number; bads: number } {
  let [goods, bads] = [0, 0];
  for (const group of groups) {
    goods += group.goods;
    bads += group.bads;
  }
  return { goods, bads };
}

/** Why a comparison of goods with bads has no value, where one of the two is not there. */
export function oneClassReason(goods: number, bads: number): string | undefined {
  if (goods > 0 && bads > 0) return undefined;
  return goods === 0 ? "there are no goods to compare with" : "there are no bads to compare with";
}
