/**
 * @module aging/comparison-findings
 *
 * What a comparison comes to, as codes: the words of the report are the reader's.
 */
import { entered } from "../ground/exact.ts";
import { Fault } from "../ground/fault.ts";
import type { Figure } from "../ground/figure.ts";
import { Rows } from "../ground/rows.ts";
import type { AgingMeasure, ComparedMeasure, ComparedSegment } from "./comparison.ts";

/** What was found. */
export type AgingFindingCode =
  "plan_missed_twice" | "plan_missed" | "plan_met_again" | "worsened" | "improved" | "act_on";

/** One finding. */
export interface AgingFinding {
  /** What was found. */
  readonly code: AgingFindingCode;
  /** Of which measure. */
  readonly measure: AgingMeasure;
  /** Of which segment; null for items without one; left out for all together. */
  readonly segment?: string | null;
  /** The number that it rests on: against plan, change, or amount to act on. */
  readonly figure: Figure;
}

/** The measures that are looked at, in the order of their findings. */
export const MEASURES = ["overdue", "longOverdue", "disputed"] as const;

/** The order of findings; what to act on comes after them. */
export const ORDER: readonly AgingFindingCode[] = [
  "plan_missed_twice",
  "plan_missed",
  "plan_met_again",
  "worsened",
  "improved",
];

/** Every finding, by code; what to act on last, largest first. */
export function findingsByRows(
  total: ComparedSegment,
  segments: Rows<ComparedSegment>,
): Rows<AgingFinding> {
  const found = [total, ...segments].flatMap(findingsOfRow);
  const sorted = ORDER.flatMap((code) => found.filter((finding) => finding.code === code));
  const findings = [...sorted, ...toActOn(segments.toArray())];
  return new Rows(findings.length, (index) => findings[index] as AgingFinding);
}

/** The findings of one row, but for what to act on. */
export function findingsOfRow(row: ComparedSegment): AgingFinding[] {
  return MEASURES.flatMap((measure) => {
    // Own fields only: the host may have set `Object.prototype.disputed`.
    const compared = Object.hasOwn(row, measure) ? row[measure] : undefined;
    return compared ? findingsOfMeasure(row, measure, compared) : [];
  });
}

function findingsOfMeasure(
  row: ComparedSegment,
  measure: AgingMeasure,
  compared: ComparedMeasure,
): AgingFinding[] {
  const own = Object.assign(Object.create(null) as Partial<ComparedMeasure>, compared);
  const { againstPlan, previousAgainstPlan, shareChange } = own;
  const findings: AgingFinding[] = [];
  const add = (code: AgingFindingCode, of: Figure) => {
    const segment = Object.hasOwn(row, "segment") ? { segment: row.segment ?? null } : {};
    findings.push({ code, measure, ...segment, figure: of });
  };
  const isMissed = againstPlan && signOf(againstPlan) > 0;
  const wasMissed = previousAgainstPlan && signOf(previousAgainstPlan) > 0;
  if (isMissed) add(wasMissed ? "plan_missed_twice" : "plan_missed", againstPlan);
  else if (againstPlan && wasMissed) add("plan_met_again", againstPlan);
  const change = shareChange ? signOf(shareChange) : 0;
  if (shareChange && change !== 0) add(change > 0 ? "worsened" : "improved", shareChange);
  return findings;
}

function toActOn(segments: readonly ComparedSegment[]): AgingFinding[] {
  return segments
    .filter(({ longOverdue }) => signOf(longOverdue.amount) > 0)
    .sort((a, b) => b.longOverdue.amount.value.cmp(a.longOverdue.amount.value))
    .map(actOn);
}

/** The finding that something of the segment is long overdue. */
export function actOn({ segment = null, longOverdue }: ComparedSegment): AgingFinding {
  const code: AgingFindingCode = "act_on";
  return { code, measure: "longOverdue", segment, figure: longOverdue.amount };
}

function signOf(of: Figure): number {
  const exact = entered(of);
  return exact instanceof Fault ? 0 : exact.sign;
}
