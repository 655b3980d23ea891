/**
 * @module aging/comparison-columns
 *
 * Findings on the amounts of all customers, none of whose rows is made before its finding is read.
 */
import { nearestDouble } from "../ground/figure-columns.ts";
import type { Fraction } from "../ground/fraction.ts";
import { Rows } from "../ground/rows.ts";
import type { PartyAmounts } from "./comparison.kernel.ts";
import { changesOf } from "./comparison.kernel.ts";
import type { AgingMeasure, ComparedSegment } from "./comparison.ts";
import type { AgingFinding, AgingFindingCode } from "./comparison-findings.ts";
import { actOn, findingsOfRow, MEASURES, ORDER } from "./comparison-findings.ts";
import type { ComparisonQuestion } from "./comparison-rows.ts";
import type { SegmentPair } from "./comparison-segments.ts";

/** By code, in the order of {@link ORDER}: where it was found, `row × measures + measure`. */
type Found = ReadonlyMap<AgingFindingCode, number[]>;

/** The findings; undefined where a table has no amounts to look at. */
export function findingsByColumns(
  question: ComparisonQuestion,
  total: ComparedSegment,
  segments: Rows<ComparedSegment>,
  pair: SegmentPair,
): Rows<AgingFinding> | undefined {
  const { now, before } = pair;
  const current = now.facts?.amounts(question.longOverdueFrom);
  const previous = before?.facts?.amounts(question.longOverdueFrom);
  if (!current || (before && !previous)) return undefined;
  const found = new Map(ORDER.map((code): [AgingFindingCode, number[]] => [code, []]));
  const add = (code: AgingFindingCode, place: number) => {
    found.get(code)?.push(place);
  };
  againstPlans(question, pair, current, previous, add);
  if (previous) {
    changesOf(current, previous, pair.places).forEach((sign, place) => {
      if (sign !== 0) add(sign > 0 ? "worsened" : "improved", place);
    });
  }
  return listed(found, total, segments, actsOf(current));
}

type Add = (code: AgingFindingCode, place: number) => void;

/** What met or missed its plan. */
function againstPlans(
  { plans }: ComparisonQuestion,
  { now, places }: SegmentPair,
  current: PartyAmounts,
  previous: PartyAmounts | undefined,
  add: Add,
): void {
  if (plans.size === 0) return;
  now.names.forEach((name, row) => {
    const plan = plans.get(name ?? undefined);
    const place = places[row] as number;
    MEASURES.forEach((measure, index) => {
      const target = plan && Object.hasOwn(plan, measure) ? plan[measure] : undefined;
      if (!target || current.gross[row] === 0) return;
      const isMissed = isAbovePlan(current, measure, row, target);
      const wasMissed = previous && place >= 0 && isAbovePlan(previous, measure, place, target);
      const cell = row * MEASURES.length + index;
      if (isMissed) add(wasMissed ? "plan_missed_twice" : "plan_missed", cell);
      else if (wasMissed) add("plan_met_again", cell);
    });
  });
}

function isAbovePlan(
  amounts: PartyAmounts,
  measure: AgingMeasure,
  row: number,
  { numerator, denominator }: Fraction,
): boolean {
  const receivables = amounts.gross[row] as number;
  if (receivables === 0) return false;
  const amount = amounts[measure][row] as number;
  const share = amount / receivables;
  const planned = nearestDouble(numerator, denominator);
  if (share !== planned) return share > planned;
  return BigInt(amount) * denominator > numerator * BigInt(receivables);
}

/** Rows with anything long overdue. */
function actsOf({ longOverdue }: PartyAmounts) {
  const rows: number[] = [];
  for (let row = 0; row < longOverdue.length; row += 1) {
    if ((longOverdue[row] as number) > 0) rows.push(row);
  }
  let order: number[] | undefined;
  const sorted = () =>
    (order ??= rows.sort((a, b) => (longOverdue[b] as number) - (longOverdue[a] as number)));
  return { rows, sorted };
}

/** Findings by code, those of all together first; what to act on last, sorted when it is read. */
function listed(
  found: Found,
  total: ComparedSegment,
  segments: Rows<ComparedSegment>,
  acts: ReturnType<typeof actsOf>,
): Rows<AgingFinding> {
  const ofTotal = findingsOfRow(total);
  const runs = [...found].map(([code, places]) => ({
    code,
    first: ofTotal.filter((finding) => finding.code === code),
    places,
  }));
  const segmentAt = (row: number) => segments.at(row) as ComparedSegment;
  const findingAt = (code: AgingFindingCode, place: number) => {
    const measure = MEASURES[place % MEASURES.length];
    const own = findingsOfRow(segmentAt(Math.floor(place / MEASURES.length)));
    return own.find((each) => each.code === code && each.measure === measure) as AgingFinding;
  };
  let length = acts.rows.length;
  for (const { first, places } of runs) length += first.length + places.length;
  return new Rows(length, (index) => {
    let at = index;
    for (const { code, first, places } of runs) {
      if (at < first.length) return first[at] as AgingFinding;
      at -= first.length;
      if (at < places.length) return findingAt(code, places[at] as number);
      at -= places.length;
    }
    return actOn(segmentAt(acts.sorted()[at] as number));
  });
}
