/**
 * @module scoring/ratios
 *
 * The ratios of one statement by name, or of up to three with their trend.
 */
import type { Issue } from "../ground/errors.ts";
import { CreditError, issue } from "../ground/errors.ts";
import { asTerm } from "../ground/exact.ts";
import type { Figure, Unit } from "../ground/figure.ts";
import { absent, figure, isAbsent } from "../ground/figure.ts";
import { lazily, read } from "../ground/input.ts";
import { list, object } from "../ground/input-atoms.ts";
import type { List } from "../ground/rows.ts";
import { isRows } from "../ground/entries.ts";
import { Accounts } from "./accounts.ts";
import type { RatioDefinition } from "./measure.ts";
import { MODEL_RATIOS, STATEMENT_RATIOS } from "./ratio-definitions.ts";
import { cashCycleOf, DAYS_RATIOS } from "./ratio-definitions-days.ts";
import { AVERAGE_RATIOS } from "./ratio-definitions-two-years.ts";
import type {
  FinancialRatios,
  FinancialRatiosOverTime,
  Ratio,
  RatioName,
  RatioTrend,
} from "./ratios-types.ts";
import type { FinancialStatement, StatementTerms } from "./statement.ts";
import { periodFaults, statementSchema, statementShape } from "./statement.ts";

/** Statements in a row, the oldest first. */
const statementsSchema = lazily(() =>
  object({ statements: list(object(statementShape()), { atLeast: 1, atMost: 3 }) }),
);

/**
 * Financial ratios (财务比率): liquidity, debt, profit, days and the ratios of the solvency models.
 *
 * Use it for one statement, or for two or three with the trend between them; the names are those
 * that the models ({@link altmanZ} and the others) take under `ratios`. For a verdict use {@link
 * solvencyPanel}.
 *
 * @formula each ratio has a formula of its own: `currentRatio` = currentAssets ÷ currentLiabilities
 * @units money in; times, fractions and days out
 *
 * @param input - A statement, or a list of one to three, the oldest first, each with `periodEnd`.
 *   Flows of a period that is not a year need `annualise`.
 * @returns Every ratio by name. Where a line is missing or a divisor is not above 0 it is absent
 *   and says so, and is never 0. Of a list: the ratios of each in `years`, and `trend`.
 *
 * @throws {@link CreditError} `invalid_input`: a field is unknown, out of range or no plain
 *   decimal; a period that is not a year without `annualise`; a list without `periodEnd`, or not in
 *   order.
 *
 * @source Common definitions; balances are those at the end, unless the name says average.
 *
 * @example
 * ```ts
 * const ratios = financialRatios({ currentAssets: 5200, currentLiabilities: 3000, equity: 5500 });
 * ratios.currentRatio.value?.toFixed(4); // => "1.7333"
 * const { quickRatio } = ratios;
 * quickRatio.value === null && quickRatio.reason.message; // => "needs inventory"
 * ```
 */
export function financialRatios(input: FinancialStatement): FinancialRatios;
export function financialRatios(input: List<FinancialStatement>): FinancialRatiosOverTime;
export function financialRatios(
  input: FinancialStatement | List<FinancialStatement>,
): FinancialRatios | FinancialRatiosOverTime {
  return isList(input) ? overTime(input) : ratiosOfOne(input);
}

const FN = "financialRatios";

/** What throws when it is looked at is no list: reading it will say what it is. */
function isList(
  input: FinancialStatement | List<FinancialStatement>,
): input is List<FinancialStatement> {
  try {
    return Array.isArray(input) || isRows(input);
  } catch {
    return false;
  }
}

function ratiosOfOne(input: FinancialStatement): FinancialRatios {
  const statement = read(FN, statementSchema, input);
  const faults = periodFaults(statement, "");
  if (faults.length > 0) throw new CreditError("invalid_input", FN, faults);
  return ratiosOf(new Accounts(statement, undefined, statement.currency));
}

function overTime(input: List<FinancialStatement>): FinancialRatiosOverTime {
  const { statements, currency } = read(FN, statementsSchema, { statements: input });
  const faults = statements.flatMap((statement, index) => {
    const place = `statements[${String(index)}]`;
    return [...periodFaults(statement, place), ...orderFaults(statements, index, place)];
  });
  if (faults.length > 0) throw new CreditError("invalid_input", FN, faults);
  const years = statements.map((statement, index) =>
    ratiosOf(new Accounts(statement, statements[index - 1], currency)),
  );
  const names = Object.keys(years[0] as FinancialRatios) as RatioName[];
  const trend = names.map((name) => [name, trendOf(years.map((year) => year[name]))] as const);
  return { years, trend: Object.fromEntries(trend) as FinancialRatiosOverTime["trend"] };
}

function orderFaults(
  statements: readonly StatementTerms[],
  index: number,
  place: string,
): readonly Issue[] {
  const [before, end] = [statements[index - 1]?.periodEnd, statements[index]?.periodEnd];
  const at = `${place}.periodEnd`;
  if (end === undefined) return [issue(at, "must be given in a list: the oldest comes first")];
  const isLater = before === undefined || end > before;
  return isLater ? [] : [issue(at, "must be later than that of the statement before")];
}

const DEFINITIONS = Object.entries<RatioDefinition>({
  ...STATEMENT_RATIOS,
  ...DAYS_RATIOS,
  ...MODEL_RATIOS,
  ...AVERAGE_RATIOS,
});

function ratiosOf(accounts: Accounts): FinancialRatios {
  const ratios = DEFINITIONS.map(([name, each]) => [name, accounts.ratio(each)] as const);
  const cashCycle = cashCycleOf(accounts);
  return { ...(Object.fromEntries(ratios) as unknown as FinancialRatios), cashCycle };
}

function trendOf(ratios: readonly Ratio[]): RatioTrend {
  const changes = ratios.slice(1).map((ratio, index) => changeOf(ratios[index] as Ratio, ratio));
  return { changes, direction: directionOf(changes) };
}

/** The ids of a change, by what the ratio is measured in. */
const CHANGES: Readonly<Partial<Record<Unit, string>>> = {
  fraction: "scoring/share-change",
  times: "scoring/multiple-change",
  days: "scoring/days-change",
};

function changeOf(previous: Ratio, current: Ratio): Ratio {
  const { unit } = current;
  const id = CHANGES[unit] as string;
  const lacking = [current, previous].find((ratio) => isAbsent(ratio));
  if (lacking) {
    const { code, message } = lacking.reason;
    return absent(id, unit, { previous, current }, code, message);
  }
  const inputs = { previous: asTerm(previous as Figure), current: asTerm(current as Figure) };
  return figure(id, inputs.current.minus(inputs.previous), unit, inputs);
}

function directionOf(changes: readonly Ratio[]): RatioTrend["direction"] {
  if (changes.length === 0 || changes.some((change) => isAbsent(change))) return "unknown";
  const signs = new Set(changes.map((change) => asTerm(change as Figure).sign));
  if (signs.size > 1) return "mixed";
  if (signs.has(0)) return "level";
  return signs.has(1) ? "rising" : "falling";
}
