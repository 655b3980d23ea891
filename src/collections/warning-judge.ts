/**
 * @module collections/warning-judge
 *
 * Rules of warning judged on rows, whatever they are: each field is read by hand and compared
 * exactly.
 */
import type { CopyNotes } from "../ground/copy.ts";
import { ownFields } from "../ground/own-fields.ts";
import { copyOwn } from "../ground/copy.ts";
import { formatDay, NO_DAY, parseDay } from "../ground/days.ts";
import { refuse } from "../ground/errors.ts";
import { exactNumber } from "../ground/exact.ts";
import { Fault } from "../ground/fault.ts";
import type { Absent, AbsentReason } from "../ground/figure.ts";
import { isAbsent, isFigure } from "../ground/figure.ts";
import type { Fraction } from "../ground/fraction.ts";
import type { Terms } from "../ground/input.ts";
import { addMonths } from "../ground/months.ts";
import { toWrittenText } from "../ground/numeric.ts";
import { entriesOf } from "../ground/entries.ts";
import { Rows } from "../ground/rows.ts";
import type {
  EarlyWarnings,
  earlyWarningsSchema,
  NotJudged,
  Warning,
  WarningFinding,
  WarningTest,
} from "./warnings.ts";

/** The question as read. */
export type WarningTerms = Terms<ReturnType<typeof earlyWarningsSchema>>;

/** A rule as read. */
export type WarningRuleTerms = WarningTerms["rules"][number];

/** A condition as read. */
export type WarningConditionTerms = WarningRuleTerms["when"][number];

/** Severities, the gravest first. */
export const SEVERITIES = ["high", "medium", "low"] as const;

/** The warnings of rows of any make, one after the other. */
export function warningsByRows(
  fn: string,
  behaviour: unknown,
  { asOf, rules }: WarningTerms,
): EarlyWarnings {
  const rows = entriesOf(behaviour) ?? refuse(fn, "behaviour", "must be a list", behaviour);
  const warnings: Warning[] = [];
  const notJudged: NotJudged[] = [];
  rows.forEach((entry, index) => {
    const path = `behaviour[${String(index)}]`;
    const row = ownFields(entry) ?? refuse(fn, path, "must be an object", entry);
    const party = row["party"];
    if (typeof party !== "string" || party === "") {
      refuse(fn, `${path}.party`, "must be a text: it names the customer", party);
    }
    for (const { code, severity, when } of rules) {
      const judgements = when.map((condition) => judged(fn, row, path, condition, asOf));
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
  const rank = ({ severity }: Warning) => SEVERITIES.indexOf(severity);
  warnings.sort((a, b) => rank(a) - rank(b));
  return {
    warnings: new Rows(warnings.length, (index) => warnings[index] as Warning),
    notJudged,
  };
}

/** What a condition comes to, or why it cannot be judged. */
export type Judged =
  | { readonly kind: "judged"; readonly holds: boolean; readonly finding: WarningFinding }
  | { readonly kind: "open"; readonly field: string; readonly reason: AbsentReason["code"] };

/** One condition of one row; a field that cannot be compared is refused. */
export function judged(
  fn: string,
  row: Readonly<Record<string, unknown>>,
  path: string,
  condition: WarningConditionTerms,
  asOf: number,
): Judged {
  const { field, is, value, months } = condition;
  const found = row[field];
  const at = `${path}.${field}`;
  if (found === undefined) refuse(fn, at, "must be given: a rule asks for it");
  if (isAbsent(found)) return { kind: "open", field, reason: reasonOf(fn, found, at) };
  if (months !== undefined) return judgedDate(fn, found, condition, at, addMonths(asOf, -months));
  const given = copied(fn, found, at);
  const number = exactNumber(given, "any");
  if (number instanceof Fault) refuse(fn, at, number.rule, found);
  const bound = value as Fraction;
  const shown = isFigure(given) ? given : toWrittenText(number);
  const finding = { field, is, threshold: toWrittenText(bound), found: shown };
  return { kind: "judged", holds: compares(is, number.compare(bound)), finding };
}

/** What came, as plain data of our own: it is handed back with the warning. */
function copied(fn: string, found: unknown, at: string): unknown {
  const notes: CopyNotes = { issues: [], absents: [], currencies: new Set() };
  const own = copyOwn(found, notes);
  const [fault] = notes.issues;
  return fault ? refuse(fn, at, fault.rule) : own;
}

/** Any object can look like an absent answer. */
function reasonOf(fn: string, absent: Absent, at: string): AbsentReason["code"] {
  const reason = ownFields(absent.reason);
  const code = reason?.["code"];
  if (typeof code === "string" && code.length <= 100) return code as AbsentReason["code"];
  return refuse(fn, at, "must be an absent answer with the code of its reason");
}

function judgedDate(
  fn: string,
  found: unknown,
  { field }: WarningConditionTerms,
  at: string,
  before: number,
): Judged {
  const finding = { field, is: "older-than", threshold: formatDay(before) } as const;
  if (found === null) return { kind: "judged", holds: true, finding: { ...finding, found } };
  const day = typeof found === "string" ? parseDay(found) : NO_DAY;
  if (day === NO_DAY) refuse(fn, at, "must be a date YYYY-MM-DD from 1900 on, or null", found);
  return { kind: "judged", holds: day < before, finding: { ...finding, found: formatDay(day) } };
}

/** Whether a comparison holds of this order. */
export function compares(is: WarningTest, order: -1 | 0 | 1): boolean {
  if (is === "above") return order > 0;
  if (is === "below") return order < 0;
  return is === "at-least" ? order >= 0 : order <= 0;
}
