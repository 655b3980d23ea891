/**
 * @module ledger/roll-forward-view
 *
 * The figures, rows and columns of a roll-forward, made of its cells when they are read.
 */
import { formatDay } from "../ground/days.ts";
import type { Figure } from "../ground/figure.ts";
import { figure } from "../ground/figure.ts";
import type { Column } from "../ground/rows.ts";
import { Rows } from "../ground/rows.ts";
import type { Amounts } from "./columns.ts";
import { amountAt } from "./columns.ts";
import type { LedgerData } from "./ledger.ts";
import { minorFraction } from "./minor.ts";
import type { RollForward, RollForwardOfParty } from "./roll-forward.ts";
import type { Line } from "./roll-forward.kernel.ts";
import { ADDED, LINE_COUNT, LINES } from "./roll-forward.kernel.ts";
import { closingCells, rollForwardCells, totalCells } from "./roll-forward-cells.ts";
import type { ScopeTerms } from "./scope.ts";
import { scopeInputs } from "./scope.ts";

/** First and last day, as day numbers. */
export interface RollForwardWindow {
  readonly from: number;
  readonly to: number;
}

/** The roll-forward of every customer, from one pass: rows are made when they are read. */
export interface RollForwardByParty {
  /** Minor units: cell `party × LINE_COUNT + line`. */
  readonly cells: Amounts;
  /** The customers that any line touches. */
  readonly parties: readonly number[];
  readonly row: (party: number) => RollForwardOfParty;
}

/** Adds the lines up by customer. */
export function rollForwardByParty(
  data: LedgerData,
  window: RollForwardWindow,
): RollForwardByParty {
  const { codes, categories } = data.journal.party;
  const cells = rollForwardCells(data, { ...window, group: codes }, categories.length);
  const row = (own: number) => {
    const party = categories[own] as string;
    return { party, ...linesOf(data, window, { party }, cells, own) };
  };
  return { cells, parties: groupsTouched(cells, categories.length), row };
}

/** All customers together. */
export function rollForwardTotal(
  data: LedgerData,
  window: RollForwardWindow,
  cells: Amounts,
): RollForward {
  return linesOf(data, window, {}, totalCells(cells), 0);
}

/** A row of each group. */
export function tableOf<R extends object>(
  cells: Amounts,
  groups: readonly number[],
  row: (group: number) => R,
): Rows<R> {
  const rowOf = (index: number) => row(groups[index] as number);
  return new Rows(groups.length, rowOf, () => columnsOf(cells, groups));
}

/** The lines of the groups as columns, straight from the cells. */
function columnsOf(cells: Amounts, groups: readonly number[]): Readonly<Record<string, Column>> {
  const lines = LINES.map((name, line) => [name, column(cells, groups, LINE_COUNT, line)] as const);
  return { ...Object.fromEntries(lines), closing: column(closingCells(cells), groups, 1, 0) };
}

/** Cell `group × stride + line` of each group. */
function column(cells: Amounts, groups: readonly number[], stride: number, line: number): Column {
  const values = new Float64Array(groups.length);
  for (let row = 0; row < values.length; row += 1) {
    values[row] = Number(cells[(groups[row] as number) * stride + line]);
  }
  return { values, valid: new Uint8Array(groups.length).fill(1), unit: "money" };
}

/** The closing balance of a group, in minor units. */
export function closingOf(cells: Amounts, group: number): bigint {
  let closing = 0n;
  for (let line = 0; line < LINE_COUNT; line += 1) {
    const amount = amountAt(cells, group * LINE_COUNT + line);
    closing += ADDED[line] === 1 ? amount : -amount;
  }
  return closing;
}

/** The groups that any line touches. */
export function groupsTouched(cells: Amounts, groups: number): number[] {
  const touched: number[] = [];
  for (let group = 0; group < groups; group += 1) {
    for (let line = 0; line < LINE_COUNT; line += 1) {
      if (Number(cells[group * LINE_COUNT + line]) === 0) continue;
      touched.push(group);
      break;
    }
  }
  return touched;
}

/** The figures of one group. */
export function linesOf(
  { places, currency }: LedgerData,
  { from, to }: RollForwardWindow,
  scope: ScopeTerms,
  cells: Amounts,
  group: number,
): RollForward {
  const minor = LINES.map((_, line) => amountAt(cells, group * LINE_COUNT + line));
  const lines = LINES.map((line, index): [Line, Figure] => {
    const span = { from: formatDay(from), to: formatDay(to) };
    const inputs = () => ({ line, ...span, ...scopeInputs(scope), currency });
    const amount = minorFraction(minor[index] as bigint, places);
    return [line, figure("ledger/roll-forward-line", amount, "money", inputs, { currency })];
  });
  const byName = Object.fromEntries(lines) as Omit<RollForward, "closing">;
  const balance = minorFraction(closingOf(cells, group), places);
  return {
    ...byName,
    closing: figure("ledger/roll-forward", balance, "money", { ...byName }, { currency }),
  };
}
