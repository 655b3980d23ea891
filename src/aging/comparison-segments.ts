/**
 * @module aging/comparison-segments
 *
 * The segments of the tables compared: those of our own tables by customer are made when they are
 * read, those of any other table at once.
 */
import { Rows } from "../ground/rows.ts";
import { factsOf } from "../ground/rows.ts";
import type { ComparedSegment } from "./comparison.ts";
import type { ComparedMeasures, ComparedTable } from "./comparison-input.ts";
import { measuresOfRow } from "./comparison-input.ts";
import type { ComparisonQuestion } from "./comparison-rows.ts";
import { comparedRow } from "./comparison-rows.ts";
import { PartyFacts } from "./party-facts.ts";

/** The segments of one table. */
export interface Segments {
  readonly names: readonly (string | null)[];
  /** What a comparison reads of a segment. */
  measures(index: number): ComparedMeasures;
  /** Where rows are made when they are read: what is known before. */
  readonly facts?: PartyFacts;
}

/** Segments of this month, and where they stood last month. */
export interface SegmentPair {
  readonly now: Segments;
  readonly before: Segments | undefined;
  /** By place of this month that of last month; −1 for none. */
  readonly places: Int32Array;
}

/** The segments as read, or of a table of ours whose rows were left where they are. */
export function segmentsOf(
  fn: string,
  { rows }: ComparedTable,
  parties: Rows<unknown> | undefined,
): Segments {
  const facts = factsOf(parties);
  if (parties && facts instanceof PartyFacts) {
    const names = Array.from({ length: parties.length }, (_, index) => facts.nameOf(index));
    return { names, measures: (index) => measuresOfRow(fn, parties.at(index)), facts };
  }
  const names = rows.map(({ segment }) => segment);
  return { names, measures: (index) => rows[index] as ComparedMeasures };
}

/** Both months, each segment beside itself. */
export function pairOf(now: Segments, before: Segments | undefined): SegmentPair {
  const places = new Int32Array(now.names.length).fill(-1);
  if (!before) return { now, before, places };
  const { names } = before;
  // Tables of one ledger have their customers in one order: most stand where they are looked for.
  let byName: Map<string | null, number> | undefined;
  let next = 0;
  now.names.forEach((name, index) => {
    let place = names[next] === name && before.facts ? next : undefined;
    if (place === undefined) {
      byName ??= new Map(names.map((each, at) => [each, at]));
      place = byName.get(name);
    }
    if (place === undefined) return;
    places[index] = place;
    next = place + 1;
  });
  return { now, before, places };
}

/** Segments of last month that this month does not have. */
export function clearedOf({ now, before, places }: SegmentPair): (string | null)[] {
  if (!before) return [];
  const stands = new Uint8Array(before.names.length);
  for (const place of places) if (place >= 0) stands[place] = 1;
  const gone = before.names.filter((_, place) => stands[place] === 0);
  if (before.facts) return gone;
  // Rows of another make may name a segment twice.
  const named = new Set(now.names);
  return [...new Set(gone)].filter((segment) => !named.has(segment));
}

/** Every segment of this month beside last month. */
export function comparedSegments(
  question: ComparisonQuestion,
  { now, before, places }: SegmentPair,
): Rows<ComparedSegment> {
  const make = (index: number): ComparedSegment => {
    const segment = now.names[index] as string | null;
    const place = places[index] as number;
    const last = place < 0 ? undefined : before?.measures(place);
    return {
      segment,
      ...comparedRow(question, now.measures(index), last, segment ?? undefined),
    };
  };
  if (now.facts) return new Rows(now.names.length, make);
  const made = now.names.map((_, index) => make(index));
  return new Rows(made.length, (index) => made[index] as ComparedSegment);
}
