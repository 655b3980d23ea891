/**
 * @module collections/warning-columns
 *
 * Rules of warning judged on a table's columns: a customer's figures are made only where a warning
 * shows them. A column has the double nearest to each exact number, and rounding keeps order: where
 * it differs from the double nearest to the bound, the numbers differ the same way; where the two
 * are the same, the exact number decides.
 */
import type { AbsentReason } from "../ground/figure.ts";
import { nearestDouble } from "../ground/figure-columns.ts";
import type { Fraction } from "../ground/fraction.ts";
import { addMonths } from "../ground/months.ts";
import type { Column, RowFacts } from "../ground/rows.ts";
import { factsOf, Rows } from "../ground/rows.ts";
import type { WarningConditionTerms, WarningRuleTerms, WarningTerms } from "./warning-judge.ts";
import { compares, judged, SEVERITIES } from "./warning-judge.ts";
import type { EarlyWarnings, NotJudged, Warning, WarningFinding } from "./warnings.ts";

/** What a condition or a rule comes to of a row: it fails, or holds, or a field has no value. */
const [FAILS, HOLDS, OPEN] = [0, 1, 2] as const;

/** A condition judged of every row. */
interface Judged {
  readonly field: string;
  /** By row: fails, holds or open. */
  readonly verdicts: Uint8Array;
  /** Of a row that is open. */
  readonly reason: (row: number) => AbsentReason["code"];
}

/** A rule that holds of a row. */
interface Hit {
  readonly row: number;
  readonly rule: WarningRuleTerms;
}

/** The warnings; undefined where the table has no columns for all that the rules name. */
export function warningsByColumns(
  fn: string,
  behaviour: unknown,
  { asOf, rules }: WarningTerms,
): EarlyWarnings | undefined {
  const facts = factsOf(behaviour);
  if (!facts) return undefined;
  const { length } = behaviour as Rows<unknown>;
  const conditions = judgedRules(fn, facts, length, { asOf, rules });
  if (!conditions) return undefined;
  const verdicts = conditions.map((own) => together(own, length));
  const hits = new Map(SEVERITIES.map((severity) => [severity, [] as Hit[]]));
  const notJudged: NotJudged[] = [];
  for (let row = 0; row < length; row += 1) {
    for (const [index, rule] of rules.entries()) {
      const verdict = verdicts[index]?.[row];
      if (verdict === FAILS) continue;
      if (verdict === HOLDS) {
        hits.get(rule.severity)?.push({ row, rule });
        continue;
      }
      for (const { field, verdicts: own, reason } of conditions[index] ?? []) {
        if (own[row] !== OPEN) continue;
        notJudged.push({ party: facts.nameOf(row), code: rule.code, field, reason: reason(row) });
      }
    }
  }
  const found = [...hits.values()].flat();
  const warningOf = (index: number) => shown(fn, facts, found[index] as Hit, asOf);
  return { warnings: new Rows(found.length, warningOf), notJudged };
}

/** One that fails settles a rule, whatever the open ones would say. */
function together(conditions: readonly Judged[], length: number): Uint8Array {
  const all = new Uint8Array(length).fill(HOLDS);
  for (const { verdicts } of conditions) {
    for (let row = 0; row < length; row += 1) {
      const own = verdicts[row] as number;
      if (own === FAILS || all[row] === FAILS) all[row] = FAILS;
      else if (own === OPEN) all[row] = OPEN;
    }
  }
  return all;
}

/** The conditions of every rule; undefined where one asks for what the table has no column of. */
function judgedRules(fn: string, facts: RowFacts, length: number, { asOf, rules }: WarningTerms) {
  const conditions = rules.flatMap(({ when }) => when);
  const numbers = facts.numbers(conditions.flatMap(({ field, value }) => (value ? [field] : [])));
  const all = new Map<WarningConditionTerms, Judged>();
  for (const condition of conditions) {
    const { field, months } = condition;
    const column = Object.hasOwn(numbers, field) ? numbers[field] : undefined;
    const own =
      months === undefined
        ? column && judgedNumbers(fn, facts, column, condition)
        : judgedDates(facts, length, field, addMonths(asOf, -months));
    if (!own) return undefined;
    all.set(condition, own);
  }
  return rules.map(({ when }) => when.map((condition) => all.get(condition) as Judged));
}

function judgedNumbers(
  fn: string,
  facts: RowFacts,
  { values, valid, unit, reasons }: Column,
  condition: WarningConditionTerms,
): Judged {
  const { field, is } = condition;
  const bound = condition.value as Fraction;
  const scale = unit === "money" ? facts.minorUnits : 1n;
  const limit = nearestDouble(bound.numerator * scale, bound.denominator);
  const [below, above] = [Number(compares(is, -1)), Number(compares(is, 1))];
  const atLimit = (row: number): number => {
    // No number of a ledger is so small that its nearest double is 0.
    if (limit === 0 && bound.isZero) return Number(compares(is, 0));
    const exact = judged(fn, facts.fields(row, [field]), pathOf(row), condition, 0);
    return exact.kind === "judged" && exact.holds ? HOLDS : FAILS;
  };
  const verdicts = new Uint8Array(values.length);
  for (let row = 0; row < verdicts.length; row += 1) {
    const value = values[row] as number;
    if (valid[row] === 0) verdicts[row] = OPEN;
    else if (value === limit) verdicts[row] = atLimit(row);
    else verdicts[row] = value < limit ? below : above;
  }
  return { field, verdicts, reason: (row) => reasons?.[row] as AbsentReason["code"] };
}

function judgedDates(
  facts: RowFacts,
  length: number,
  field: string,
  before: number,
): Judged | undefined {
  const days = facts.days(field);
  if (!days) return undefined;
  // A date that is null is the least day there is: older than any.
  const verdicts = new Uint8Array(length);
  for (let row = 0; row < length; row += 1) {
    verdicts[row] = (days[row] as number) < before ? HOLDS : FAILS;
  }
  return { field, verdicts, reason: () => "not_defined" };
}

/** The warning with what was found, exactly as rows tell it. */
function shown(fn: string, facts: RowFacts, { row, rule }: Hit, asOf: number): Warning {
  const { code, severity, when } = rule;
  const names = when.map(({ field }) => field);
  const fields = facts.fields(row, names);
  const findings = when.flatMap((condition): WarningFinding[] => {
    const found = judged(fn, fields, pathOf(row), condition, asOf);
    return found.kind === "judged" ? [found.finding] : [];
  });
  return { party: facts.nameOf(row), code, severity, findings };
}

function pathOf(row: number): string {
  return `behaviour[${String(row)}]`;
}
