/**
 * @module collections/warnings
 *
 * Which customers behave in a way that asks for attention: rules as data over rows of behaviour.
 */
import type { CopyNotes } from "../ground/copy.ts";
import { copyOwn } from "../ground/copy.ts";
import { ownFields } from "../ground/own-fields.ts";
import { formatDay, NO_DAY, parseDay } from "../ground/days.ts";
import { refuse } from "../ground/errors.ts";
import { exactNumber } from "../ground/exact.ts";
import { Fault } from "../ground/fault.ts";
import type { Absent, AbsentReason, Figure } from "../ground/figure.ts";
import { isAbsent, isFigure } from "../ground/figure.ts";
import type { Fraction } from "../ground/fraction.ts";
import type { Terms } from "../ground/input.ts";
import { lazily, read } from "../ground/input.ts";
import {
  isoDay,
  list,
  numeric,
  object,
  optional,
  text,
  wholeNumber,
} from "../ground/input-atoms.ts";
import { word } from "../ground/input-atoms.ts";
import { addMonths } from "../ground/months.ts";
import type { Numeric } from "../ground/numeric.ts";
import { toWrittenText } from "../ground/numeric.ts";
import type { List } from "../ground/rows.ts";
import { entriesOf } from "../ground/entries.ts";

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
  /** The gravest first, then in the order of the rows and of the rules. */
  readonly warnings: readonly Warning[];
  /** Where a field that a rule needs is absent. */
  readonly notJudged: readonly NotJudged[];
}

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

const FN = "earlyWarnings";

type Rule = Terms<ReturnType<typeof earlyWarningsSchema>>["rules"][number];
type Condition = Rule["when"][number];

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
 *   numbers, figures, absent answers, dates. Other fields are not looked at.
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
 * found.warnings.map(({ party, code }) => `${party}: ${code}`);
 * // => ["A: watch-list", "B: close-account"]
 * ```
 */
export function earlyWarnings<Row extends BehaviourRow>(
  behaviour: List<Row>,
  input: EarlyWarningsInput,
): EarlyWarnings {
  const { asOf, rules } = read(FN, earlyWarningsSchema, input);
  rules.forEach(checkRule);
  const rows = entriesOf(behaviour) ?? refuse(FN, "behaviour", "must be a list", behaviour);
  const warnings: Warning[] = [];
  const notJudged: NotJudged[] = [];
  rows.forEach((entry, index) => {
    const path = `behaviour[${String(index)}]`;
    const row = ownFields(entry) ?? refuse(FN, path, "must be an object", entry);
    const party = row["party"];
    if (typeof party !== "string" || party === "") {
      refuse(FN, `${path}.party`, "must be a text: it names the customer", party);
    }
    for (const { code, severity, when } of rules) {
      const judgements = when.map((condition) => judged(row, path, condition, asOf));
      const open = judgements.flatMap((each) => (each.kind === "open" ? [each] : []));
      const found = judgements.flatMap((each) => (each.kind === "judged" ? [each] : []));
      // One condition that fails settles the rule, whatever the open ones would say.
      if (found.some(({ holds }) => !holds)) continue;
      for (const { field, reason } of open) notJudged.push({ party, code, field, reason });
      if (open.length > 0) continue;
      const findings = found.map(({ finding }) => finding);
      warnings.push({ party, code, severity, findings });
    }
  });
  const rank = ({ severity }: Warning) => ["high", "medium", "low"].indexOf(severity);
  return { warnings: warnings.sort((a, b) => rank(a) - rank(b)), notJudged };
}

function checkRule({ when }: Rule, index: number): void {
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

type Judged =
  | { readonly kind: "judged"; readonly holds: boolean; readonly finding: WarningFinding }
  | { readonly kind: "open"; readonly field: string; readonly reason: AbsentReason["code"] };

function judged(
  row: Readonly<Record<string, unknown>>,
  path: string,
  condition: Condition,
  asOf: number,
): Judged {
  const { field, is, value, months } = condition;
  const found = row[field];
  const at = `${path}.${field}`;
  if (found === undefined) refuse(FN, at, "must be given: a rule asks for it");
  if (isAbsent(found)) return { kind: "open", field, reason: reasonOf(found, at) };
  if (months !== undefined) return judgedDate(found, at, field, addMonths(asOf, -months));
  const given = copied(found, at);
  const number = exactNumber(given, "any");
  if (number instanceof Fault) refuse(FN, at, number.rule, found);
  const bound = value as Fraction;
  const shown = isFigure(given) ? given : toWrittenText(number);
  const finding = { field, is, threshold: toWrittenText(bound), found: shown };
  return { kind: "judged", holds: compares(is, number.compare(bound)), finding };
}

/** What came, as plain data of our own: it is handed back with the warning. */
function copied(found: unknown, at: string): unknown {
  const notes: CopyNotes = { issues: [], absents: [], currencies: new Set() };
  const own = copyOwn(found, notes);
  const [fault] = notes.issues;
  return fault ? refuse(FN, at, fault.rule) : own;
}

/** Any object can look like an absent answer. */
function reasonOf(absent: Absent, at: string): AbsentReason["code"] {
  const reason = ownFields(absent.reason);
  const code = reason?.["code"];
  if (typeof code === "string" && code.length <= 100) return code as AbsentReason["code"];
  return refuse(FN, at, "must be an absent answer with the code of its reason");
}

function judgedDate(found: unknown, at: string, field: string, before: number): Judged {
  const finding = { field, is: "older-than", threshold: formatDay(before) } as const;
  if (found === null) return { kind: "judged", holds: true, finding: { ...finding, found } };
  const day = typeof found === "string" ? parseDay(found) : NO_DAY;
  if (day === NO_DAY) refuse(FN, at, "must be a date YYYY-MM-DD from 1900 on, or null", found);
  return { kind: "judged", holds: day < before, finding: { ...finding, found: formatDay(day) } };
}

function compares(is: WarningTest, order: -1 | 0 | 1): boolean {
  if (is === "above") return order > 0;
  if (is === "below") return order < 0;
  return is === "at-least" ? order >= 0 : order <= 0;
}
