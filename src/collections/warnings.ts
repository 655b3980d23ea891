/**
 * @module collections/warnings
 *
 * Which customers behave in a way that asks for attention: rules as data over rows of behaviour.
 */
import { refuse } from "../ground/errors.ts";
import type { AbsentReason, Figure } from "../ground/figure.ts";
import { lazily, read } from "../ground/input.ts";
import {
  isoDay,
  list,
  numeric,
  object,
  optional,
  text,
  wholeNumber,
  word,
} from "../ground/input-atoms.ts";
import type { Numeric } from "../ground/numeric.ts";
import type { List, Rows } from "../ground/rows.ts";
import { warningsByColumns } from "./warning-columns.ts";
import type { WarningRuleTerms } from "./warning-judge.ts";
import { warningsByRows } from "./warning-judge.ts";

/** How a field is compared. */
export type WarningTest = "at-least" | "at-most" | "above" | "below" | "older-than";

/** What must be so of one field of a customer's row. */
export interface WarningCondition {
  /** Which field of the row: `oldestDaysPastDue`, `lastSaleOn`. */
  readonly field: string;
  /** How it is compared. */
  readonly is: WarningTest;
  /** For all tests but `older-than`: with what. */
  readonly value?: Numeric;
  /** For `older-than`, of a date: months before `asOf`; a date that is null is older than any. */
  readonly months?: number;
}

/** One rule: a warning is given where every condition holds. */
export interface WarningRule {
  /** What it is called: `watch-list`. */
  readonly code: string;
  /** How much it matters. */
  readonly severity: "low" | "medium" | "high";
  /** What must be so, all of it. */
  readonly when: List<WarningCondition>;
}

/** What {@link earlyWarnings} is asked. */
export interface EarlyWarningsInput {
  /** The day of the rows: what dates are compared with. */
  readonly asOf: string;
  /** The rules; see {@link warningRules} for those of the sources. */
  readonly rules: List<WarningRule>;
}

/** A customer's row: its name, and any fields, of which the rules name some. */
export interface BehaviourRow {
  /** The customer. */
  readonly party: string;
}

/** What was found of one condition. */
export interface WarningFinding {
  /** Which field. */
  readonly field: string;
  /** How it was compared. */
  readonly is: WarningTest;
  /** With what: a number as text, or the date that it is before. */
  readonly threshold: string;
  /** What stood there: the figure given, a number as text, a date, or null. */
  readonly found: Figure | string | null;
}

/** A rule that holds of a customer. */
export interface Warning {
  /** The customer. */
  readonly party: string;
  /** The rule. */
  readonly code: string;
  /** How much it matters. */
  readonly severity: WarningRule["severity"];
  /** One for each condition. */
  readonly findings: readonly WarningFinding[];
}

/** A rule that could not be judged, because a field has no value. */
export interface NotJudged {
  /** The customer. */
  readonly party: string;
  /** The rule. */
  readonly code: string;
  /** Which field. */
  readonly field: string;
  /** Why it has none. */
  readonly reason: AbsentReason["code"];
}

/** What the rules found. */
export interface EarlyWarnings {
  /** The gravest first, then in the order of the rows and of the rules; each made when read. */
  readonly warnings: Rows<Warning>;
  /** Where a field that a rule needs is absent. */
  readonly notJudged: readonly NotJudged[];
}

const FN = "earlyWarnings";

/** The schema of {@link EarlyWarningsInput}. */
export const earlyWarningsSchema = lazily(() => {
  const condition = object({
    field: text(),
    is: word("at-least", "at-most", "above", "below", "older-than"),
    value: optional(numeric("any")),
    months: optional(wholeNumber(1, 1200)),
  });
  const rule = object({
    code: text(),
    severity: word("low", "medium", "high"),
    when: list(condition, { atLeast: 1, atMost: 100 }),
  });
  return object({ asOf: isoDay(), rules: list(rule, { atMost: 1000 }) });
});

/**
 * Early warnings (信用预警): the customers of whom a rule holds, with what was found.
 *
 * Use it every month on the rows of {@link paymentBehaviour}; for what is owed right now, letter by
 * letter, use {@link dunningSchedule}. Rules are data: a field of the row, a comparison, a code and
 * a severity; {@link warningRules} has those that the sources state.
 *
 * @formula a warning where every condition of a rule holds: ≥, ≤, >, <, or a date before asOf −
 *   months
 * @units of the fields themselves
 *
 * @param behaviour - One row a customer, with a `party` and the fields that the rules name:
 *   numbers, figures, absent answers, dates. Other fields are not looked at. Of the table of
 *   {@link paymentBehaviour} only those are computed.
 * @param input - The day, and the rules.
 * @returns Warnings, the gravest first, and the rules that could not be judged of a customer
 *   because a field is absent. A date that is null (there never was a sale) is older than any.
 *
 * @throws {@link CreditError} `invalid_input`: a row without a party or without a field that a rule
 *   names; a field that is no number where one is compared, or no date.
 *
 * @source the form is ours; the rules in {@link warningRules} name theirs
 *
 * @example
 * ```ts
 * const rows = [
 *   { party: "A", oldestDaysPastDue: 75, lastSaleOn: "2026-06-01", lastReceiptOn: "2026-05-20" },
 *   { party: "B", oldestDaysPastDue: 0, lastSaleOn: "2026-01-09", lastReceiptOn: "2026-02-27" },
 * ];
 * const found = earlyWarnings(rows, { asOf: "2026-06-30", rules: warningRules.deck });
 * found.warnings.toArray().map(({ party, code }) => `${party}: ${code}`);
 * // => ["A: watch-list", "B: close-account"]
 * ```
 */
export function earlyWarnings<Row extends BehaviourRow>(
  behaviour: List<Row>,
  input: EarlyWarningsInput,
): EarlyWarnings {
  const question = read(FN, earlyWarningsSchema, input);
  question.rules.forEach(checkRule);
  return warningsByColumns(FN, behaviour, question) ?? warningsByRows(FN, behaviour, question);
}

function checkRule({ when }: WarningRuleTerms, index: number): void {
  when.forEach(({ is, value, months }, nth) => {
    const path = `rules[${String(index)}].when[${String(nth)}]`;
    const byDate = is === "older-than";
    if (byDate === (months === undefined)) {
      refuse(FN, `${path}.months`, "must be given for older-than, and for nothing else", months);
    }
    if (byDate === (value === undefined)) return;
    refuse(FN, `${path}.value`, "must be given for all tests but older-than");
  });
}
