/**
 * @module ledger/edge-terms
 *
 * Edges of aging classes as a caller writes them: days, months or years, or the name of a preset.
 * Read by hand, since columns are asked the same question without a schema.
 */
import type { FaultPart } from "../ground/fault.ts";
import { Fault } from "../ground/fault.ts";
import { ownFields } from "../ground/own-fields.ts";
import type { EdgePreset } from "./edge-presets.ts";
import { PRESET_EDGES } from "./edge-presets.ts";

/** Edges as read: days, or calendar months. */
export interface EdgeTerms {
  readonly unit: "days" | "months";
  readonly ends: readonly number[];
}

/** Most classes a table may have: their numbers fit a byte. */
export const MAX_EDGES = 100;

/** Most days that an edge may be from the date. */
export const MAX_DAYS = 100_000;
const MAX_MONTHS = 1_200;

/** Edges of a preset's name, or of a list of days, `{ months }`, `{ years }`. */
export function edgeTerms(value: unknown): EdgeTerms | Fault {
  if (typeof value === "string") return presetEdges(value);
  if (!Array.isArray(value)) return new Fault("must be a list, or the name of a preset");
  if (value.length > MAX_EDGES) {
    return new Fault(`must have at most ${String(MAX_EDGES)} entries`);
  }
  return readEdges(value);
}

function presetEdges(name: string): EdgeTerms | Fault {
  if (Object.hasOwn(PRESET_EDGES, name)) return readEdges(PRESET_EDGES[name as EdgePreset]);
  const names = Object.keys(PRESET_EDGES).map((each) => JSON.stringify(each));
  return new Fault(`must be a list of edges, or ${names.join(" or ")}`);
}

function readEdges(list: readonly unknown[]): EdgeTerms | Fault {
  const unit = typeof list[0] === "object" ? "months" : "days";
  const faults: FaultPart[] = [];
  const ends = list.map((each, index) => {
    const end = unit === "days" ? wholeDays(each) : wholeMonths(each);
    if (!(end instanceof Fault)) return end;
    faults.push({ path: [index], rule: end.rule });
    return 0;
  });
  const [first] = faults;
  return first ? new Fault(first.rule, faults) : { unit, ends };
}

function wholeDays(value: unknown): number | Fault {
  if (typeof value === "object") return new Fault("must be in days, as the first edge is");
  if (isWhole(value, 0, MAX_DAYS)) return value + 0;
  return new Fault(`must be a whole number from 0 to ${String(MAX_DAYS)}`);
}

function wholeMonths(value: unknown): number | Fault {
  const fields = ownFields(value);
  const [key, ...others] = Object.keys(fields ?? {});
  if (!fields || others.length > 0 || (key !== "months" && key !== "years")) {
    return new Fault("must be { months } or { years }, as the first edge is");
  }
  const count = fields[key];
  const most = key === "years" ? MAX_MONTHS / 12 : MAX_MONTHS;
  if (!isWhole(count, 1, most)) {
    return new Fault(`must be a whole number of ${key} from 1 to ${String(most)}`);
  }
  return key === "years" ? count * 12 : count;
}

function isWhole(value: unknown, from: number, to: number): value is number {
  return Number.isInteger(value) && (value as number) >= from && (value as number) <= to;
}
