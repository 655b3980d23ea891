/**
 * @module ground/written
 *
 * Writes a derivation out: the fractions, figures and rows that a pass kept become plain data, with
 * every number an exact decimal text.
 */
import { Fraction } from "./fraction.ts";
import { toWrittenText } from "./numeric.ts";

interface Written {
  readonly inputs: object;
  /** `entered_as_printed` for each nested figure that entered with its printed value only. */
  readonly caveats: readonly { readonly code: string; readonly path: string }[];
}

/** A figure that entered with its printed value, because its exact one was lost or too large. */
export class PrintedOrigin {
  readonly figure: object;
  constructor(figure: object) {
    this.figure = figure;
  }
}

/** The record with every fraction as text and every figure that a number came from in its place. */
export function writeInputs(source: object): Written {
  const caveats: { code: string; path: string }[] = [];
  const inputs = writeRecord(source, "", caveats);
  return { inputs, caveats };
}

function writeRecord(source: object, path: string, caveats: { code: string; path: string }[]) {
  const entries: [string, unknown][] = [];
  for (const [key, value] of Object.entries(source)) {
    if (value === undefined) continue;
    entries.push([key, writeValue(value, path === "" ? key : `${path}.${key}`, caveats)]);
  }
  // `fromEntries` makes own properties of all keys, also of a plan that is called `__proto__`.
  return Object.fromEntries(entries);
}

function writeValue(
  value: unknown,
  path: string,
  caveats: { code: string; path: string }[],
): unknown {
  if (value instanceof Fraction) return writeNumber(value, path, caveats);
  if (typeof value === "number" || typeof value === "bigint") return String(value);
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) {
    return value.map((item, index) => writeValue(item, `${path}[${String(index)}]`, caveats));
  }
  // Figures and absents stand as they are: they write themselves out when they are read.
  return Object.hasOwn(value, "formula") ? value : writeRecord(value, path, caveats);
}

function writeNumber(value: Fraction, path: string, caveats: { code: string; path: string }[]) {
  if (value.origin instanceof PrintedOrigin) {
    caveats.push({ code: "entered_as_printed", path });
    return value.origin.figure;
  }
  return value.origin ?? toWrittenText(value);
}
