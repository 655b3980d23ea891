/**
 * @module ground/plain
 *
 * Answers as plain data: what goes over the wire, into a database or a worker.
 */
import { lazily, read } from "./input.ts";
import { flag, object, optional, wholeNumber, word } from "./input-atoms.ts";
import { guarded, partOf } from "./results.ts";
import type { NumberStyle } from "./written-number.ts";
import { writtenNumber } from "./written-number.ts";

/** How {@link toPlain} writes an answer. */
export interface PlainOptions extends Pick<NumberStyle, "numbers" | "places" | "rounding"> {
  /** The whole derivation instead of bare values; numbers are then exact texts. */
  readonly derivation?: boolean;
}

/** How numbers are written, for the schema of {@link PlainOptions} and of rows. */
export const numberStyleShape = () => ({
  numbers: optional(word("string", "number")),
  places: optional(wholeNumber(0, 100)),
  rounding: optional(word("half-up", "half-even")),
});

/** The schema of {@link PlainOptions}. */
export const plainOptionsSchema = lazily(() =>
  object({ derivation: optional(flag()), ...numberStyleShape() }),
);

/**
 * An answer as plain data: bare values under the same names, or with `derivation` the whole tree.
 *
 * Use it where results leave the program: Decimals cannot be cloned to a worker, and compare as
 * text. `JSON.stringify` of any result gives the derivation tree, too. For flat rows use
 * {@link toRows}.
 *
 * @param result - A figure, an absent answer, a composite, a list or a table.
 * @param options - Texts or numbers, decimal places, rounding; or the derivation.
 * @returns Plain data. A figure becomes its value; an absent one null, with its reason's code under
 *   `<field>Reason`.
 *
 * @throws {@link CreditError} `invalid_input`: an unknown option, `places` not a whole number from
 *   0 to 100, or a result that cannot be read.
 *
 * @example
 * ```ts
 * const dso = dsoPeriodAverage({ receivables: 100, sales: 300, days: 31, sameTaxBasis: true });
 * toPlain(dso, { places: 2 }); // => "10.33"
 * toPlain({ dso, note: "May" }, { places: 1, numbers: "number" }); // => { dso: 10.3, note: "May" }
 * ```
 */
export function toPlain(result: unknown, options: PlainOptions = {}): unknown {
  const style = read("toPlain", plainOptionsSchema, options);
  return guarded("toPlain", () =>
    style.derivation ? derivation(result) : plainValue(result, style),
  );
}

function plainValue(value: unknown, style: NumberStyle): unknown {
  const part = partOf(value);
  switch (part.kind) {
    case "figure":
      return writtenNumber(part.figure, style);
    case "absent":
      return null;
    case "list":
      return Array.from(part.list, (each) => plainValue(each, style));
    case "record":
      return Object.fromEntries(part.entries.flatMap((entry) => plainEntry(entry, style)));
    case "plain":
      return plainCell(part.value);
  }
}

/** JSON knows no bigint. */
function plainCell(value: unknown): unknown {
  return typeof value === "bigint" ? value.toString() : value;
}

/** An entry, with the reason beside it where there is no value. */
function plainEntry([key, value]: readonly [string, unknown], style: NumberStyle) {
  const part = partOf(value);
  const entry: [string, unknown] = [key, plainValue(value, style)];
  if (part.kind !== "absent") return [entry];
  return [entry, [`${key}Reason`, part.absent.reason.code] as [string, unknown]];
}

/** The tree as `JSON.stringify` writes it, without the text in between. */
function derivation(value: unknown): unknown {
  const part = partOf(value);
  if (part.kind === "figure" || part.kind === "absent") {
    const figure = part.kind === "figure" ? part.figure : part.absent;
    const tree = "toJSON" in figure ? (figure.toJSON as () => object).call(figure) : figure;
    return Object.fromEntries(Object.entries(tree).map(([key, each]) => [key, branch(each)]));
  }
  return branch(value);
}

function branch(value: unknown): unknown {
  const part = partOf(value);
  switch (part.kind) {
    case "list":
      return Array.from(part.list, derivation);
    case "record":
      return Object.fromEntries(part.entries.map(([key, each]) => [key, derivation(each)]));
    case "plain":
      return plainCell(part.value);
    default:
      return derivation(value);
  }
}
