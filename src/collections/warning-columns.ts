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

/** What a condition comes to of a row; `open` where its field has no value. */
type Verdict = "fails" | "holds" | "open";

/** A condition ready to be asked row by row. */
interface Judge {
  readonly field: string;
  verdict(row: number): Verdict;
  /** Of a row that is open. */
  reason(row: number): AbsentReason["code"];
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
  const judges = facts && judgesOf(fn, facts, { asOf, rules });
  if (!judges) return undefined;
  const hits = new Map(SEVERITIES.map((severity) => [severity, [] as Hit[]]));
  const notJudged: NotJudged[] = [];
  const { length } = behaviour as Rows<unknown>;
  for (let row = 0; row < length; row += 1) {
    rules.forEach((rule, index) => {
      const own = judges[index] as readonly Judge[];
      const verdict = together(own, row);
      if (verdict === "holds") hits.get(rule.severity)?.push({ row, rule });
      if (verdict !== "open") return;
      for (const judge of own) {
        if (judge.verdict(row) !== "open") continue;
        const { field } = judge;
        const party = facts.nameOf(row);
        notJudged.push({ party, code: rule.code, field, reason: judge.reason(row) });
      }
    });
  }
  const found = [...hits.values()].flat();
  const warningOf = (index: number) => shown(fn, facts, found[index] as Hit, asOf);
  return { warnings: new Rows(found.length, warningOf), notJudged };
}

/** One that fails settles a rule, whatever the open ones would say. */
function together(judges: readonly Judge[], row: number): Verdict {
  let all: Verdict = "holds";
  for (const judge of judges) {
    const verdict = judge.verdict(row);
    if (verdict === "fails") return verdict;
    if (verdict === "open") all = verdict;
  }
  return all;
}

/** The judges of every rule; undefined where one asks for what the table has no column of. */
function judgesOf(fn: string, facts: RowFacts, { asOf, rules }: WarningTerms) {
  const conditions = rules.flatMap(({ when }) => when);
  const numbers = facts.numbers(conditions.flatMap(({ field, value }) => (value ? [field] : [])));
  const judges = new Map<WarningConditionTerms, Judge>();
  for (const condition of conditions) {
    const { field, months } = condition;
    const column = Object.hasOwn(numbers, field) ? numbers[field] : undefined;
    const judge =
      months === undefined
        ? column && numberJudge(fn, facts, column, condition)
        : dateJudge(facts, field, addMonths(asOf, -months));
    if (!judge) return undefined;
    judges.set(condition, judge);
  }
  return rules.map(({ when }) => when.map((condition) => judges.get(condition) as Judge));
}

function numberJudge(
  fn: string,
  facts: RowFacts,
  { values, valid, unit, reasons }: Column,
  condition: WarningConditionTerms,
): Judge {
  const { field, is } = condition;
  const bound = condition.value as Fraction;
  const scale = unit === "money" ? facts.minorUnits : 1n;
  const limit = nearestDouble(bound.numerator * scale, bound.denominator);
  const decided = (row: number): boolean => {
    const value = values[row] as number;
    if (value !== limit) return compares(is, value < limit ? -1 : 1);
    // No number of a ledger is so small that its nearest double is 0.
    if (value === 0 && bound.isZero) return compares(is, 0);
    const exact = judged(fn, facts.fields(row, [field]), pathOf(row), condition, 0);
    return exact.kind === "judged" && exact.holds;
  };
  return {
    field,
    verdict: (row) => (valid[row] === 0 ? "open" : decided(row) ? "holds" : "fails"),
    reason: (row) => reasons?.[row] as AbsentReason["code"],
  };
}

function dateJudge(facts: RowFacts, field: string, before: number): Judge | undefined {
  const days = facts.days(field);
  // A date that is null is the least day there is: older than any.
  return (
    days && {
      field,
      verdict: (row) => ((days[row] as number) < before ? "holds" : "fails"),
      reason: () => "not_defined",
    }
  );
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
