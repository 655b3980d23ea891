/**
 * @module adapters/csv-formats
 *
 * How people write dates and amounts in files. The format is stated and never guessed: 1/2/2026 is
 * two days, and 1.234 two amounts.
 */
import { NO_DAY, parseDay } from "../ground/days.ts";

/** How the dates of a file are written; `M` and `D` with or without a leading zero. */
export type CsvDates =
  "YYYY-MM-DD" | "M/D/YYYY" | "D/M/YYYY" | "D.M.YYYY" | "YYYY/M/D" | "YYYYMMDD";

/** What parts whole and fraction of an amount. */
export type CsvDecimal = "." | ",";

/** What parts the thousands of an amount; the last two are the no-break spaces. */
export type CsvGrouping = "," | "." | " " | "'" | "’" | "\u00a0" | "\u202f";

/** The formats, in the order that messages name them. */
export const CSV_DATES = [
  "YYYY-MM-DD",
  "M/D/YYYY",
  "D/M/YYYY",
  "D.M.YYYY",
  "YYYY/M/D",
  "YYYYMMDD",
] as const satisfies readonly CsvDates[];

/** What may part whole and fraction. */
export const CSV_DECIMALS = [".", ","] as const satisfies readonly CsvDecimal[];

/** What may part thousands. */
export const CSV_GROUPINGS = [
  ",",
  ".",
  " ",
  "'",
  "’",
  "\u00a0",
  "\u202f",
] as const satisfies readonly CsvGrouping[];

interface DateFormat {
  readonly pattern: RegExp;
  /** Which group of the pattern holds year, month and day. */
  readonly order: readonly [year: number, month: number, day: number];
}

const DATE_FORMATS: Readonly<Record<Exclude<CsvDates, "YYYY-MM-DD">, DateFormat>> = {
  "M/D/YYYY": { pattern: /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/, order: [3, 1, 2] },
  "D/M/YYYY": { pattern: /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/, order: [3, 2, 1] },
  "D.M.YYYY": { pattern: /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/, order: [3, 2, 1] },
  "YYYY/M/D": { pattern: /^(\d{4})\/(\d{1,2})\/(\d{1,2})$/, order: [1, 2, 3] },
  YYYYMMDD: { pattern: /^(\d{4})(\d{2})(\d{2})$/, order: [1, 2, 3] },
};

/** Gives the `YYYY-MM-DD` text of a date of the format, or undefined. */
export function dateReader(format: CsvDates): (text: string) => string | undefined {
  if (format === "YYYY-MM-DD") return isoText;
  const { pattern, order } = DATE_FORMATS[format];
  const [year, month, day] = order;
  return (text) => {
    const parts = pattern.exec(text);
    if (!parts) return undefined;
    return isoText(`${parts[year]}-${twoDigits(parts[month])}-${twoDigits(parts[day])}`);
  };
}

function isoText(text: string): string | undefined {
  return parseDay(text) === NO_DAY ? undefined : text;
}

function twoDigits(text = ""): string {
  return text.length === 1 ? `0${text}` : text;
}

/** Digits that an amount may have with all its marks. */
const MAX_AMOUNT_LENGTH = 64;

/**
 * Gives the plain decimal text of an amount, or undefined. Thousands are parted everywhere or
 * nowhere, by threes, with at most a minus sign in front.
 */
export function amountReader(
  decimal: CsvDecimal,
  grouping: CsvGrouping | undefined,
): (text: string) => string | undefined {
  const point = escaped(decimal);
  const mark = grouping === undefined ? undefined : escaped(grouping);
  const whole = mark === undefined ? "\\d+" : `(?:\\d+|\\d{1,3}(?:${mark}\\d{3})+)`;
  const pattern = new RegExp(`^-?${whole}(?:${point}\\d+)?$`);
  return (text) => {
    if (text.length > MAX_AMOUNT_LENGTH || !pattern.test(text)) return undefined;
    const plain = grouping === undefined ? text : text.replaceAll(grouping, "");
    return decimal === "." ? plain : plain.replace(decimal, ".");
  };
}

/** An amount as the file should write it, for messages: `1,234.56`. */
export function amountSample(decimal: CsvDecimal, grouping: CsvGrouping | undefined): string {
  return `1${grouping ?? ""}234${decimal}56`;
}

function escaped(mark: string): string {
  return mark === "." ? "\\." : mark;
}
