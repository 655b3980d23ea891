/** The command line. */
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import type { CsvListMap, CsvOptions } from "trade-credit/adapters";

export const HELP = `Prints a month-end credit report from a CSV file.

  npm run demo
  npm run demo -- FILE --as-of 2012-12-31 --currency XXX --dates M/D/YYYY \\
    --map id=invoiceNumber,party=customerID,documentDate=InvoiceDate,dueDate=DueDate \\
    --map amount=InvoiceAmount,settledDate=SettledDate,region=countryCode

Without FILE it reads the ledger that comes with the example, as of 2026-06-30.

  --as-of DATE       the day of the report, YYYY-MM-DD
  --currency CODE    of the amounts; XXX where there is none
  --map FIELD=COLUMN which column holds which field; repeated, or joined by commas
                     needed:   id party documentDate amount, and dueDate or terms
                     further:  kind status currency openAmount openAsOf settledDate
                               settledAmount disputed disputeReason name
                     any other name makes a table by that column: region=countryCode
  --dates FORMAT     YYYY-MM-DD (default), M/D/YYYY, D/M/YYYY, D.M.YYYY, YYYY/M/D or
                     YYYYMMDD
  --decimal MARK     parts whole and fraction: . (default) or ,
  --grouping MARK    parts the thousands, where the file does
  --negative WHAT    a negative amount is: refuse (default), credit-note or credit-items
  --delimiter MARK   parts the cells: , (default), ; or a tab written as \\t
  --journal          FILE has documents and payments in rows of their own, like ours
  --control AMOUNT   the general ledger's balance, to compare with
  --help             this text
`;

/** What the command line asks for. */
export interface Options {
  readonly path: string;
  readonly title: string;
  readonly asOf: string;
  readonly currency: string;
  readonly control?: string;
  readonly delimiter: string;
  readonly dimensions: readonly string[];
  readonly csv: CsvOptions;
}

/** A command line that cannot be followed; the message says what to do. */
export class UsageError extends Error {}

const OWN_LEDGER: Options = {
  path: fileURLToPath(new URL("ledger.csv", import.meta.url)),
  title: "ledger.csv of this example (an invented seller)",
  asOf: "2026-06-30",
  currency: "USD",
  delimiter: ",",
  dimensions: ["region"],
  csv: {
    layout: "journal",
    dates: "YYYY-MM-DD",
    map: { dimensions: { region: "region" }, meta: { name: "name" } },
  },
};

const FLAGS = {
  "as-of": { type: "string" },
  currency: { type: "string" },
  map: { type: "string", multiple: true },
  dates: { type: "string" },
  decimal: { type: "string" },
  grouping: { type: "string" },
  negative: { type: "string" },
  delimiter: { type: "string" },
  journal: { type: "boolean" },
  control: { type: "string" },
  help: { type: "boolean", short: "h" },
} as const;

/** The options of a command line, or `help`. */
export function readOptions(args: readonly string[]): Options | "help" {
  const { values, positionals } = parsed(args);
  if (values.help) return "help";
  const [path, ...others] = positionals;
  if (others.length > 0) throw new UsageError(`one FILE at a time, got ${positionals.join(" ")}`);
  const control = values.control === undefined ? {} : { control: values.control };
  if (path === undefined) {
    const asOf = values["as-of"] ?? OWN_LEDGER.asOf;
    const known = new Set(["as-of", "control"]);
    const needless = Object.keys(values).filter((name) => !known.has(name));
    if (needless.length > 0) throw new UsageError(`--${needless.join(", --")} needs a FILE`);
    return { ...OWN_LEDGER, asOf, ...control };
  }
  const asOf = needed(values["as-of"], "--as-of DATE, the day of the report");
  const currency = needed(values.currency, "--currency CODE (XXX where there is none)");
  const { map, dimensions } = readMap(values.map ?? []);
  const formats = {
    dates: values.dates ?? "YYYY-MM-DD",
    ...(values.decimal === undefined ? {} : { decimal: values.decimal }),
    ...(values.grouping === undefined ? {} : { grouping: values.grouping }),
    ...(values.negative === undefined ? {} : { negative: values.negative }),
  };
  // The library checks the words; what it refuses is told by `messageOf` in main.ts.
  const csv = { ...(values.journal ? { layout: "journal" } : {}), ...formats, map } as CsvOptions;
  const delimiter = values.delimiter === String.raw`\t` ? "\t" : (values.delimiter ?? ",");
  return { path, title: path, asOf, currency, ...control, delimiter, dimensions, csv };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: FLAGS, allowPositionals: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function needed(value: string | undefined, what: string): string {
  if (value === undefined) throw new UsageError(`needs ${what}`);
  return value;
}

const FIELDS: ReadonlySet<string> = new Set<keyof CsvListMap>([
  ...(["id", "party", "kind", "documentDate", "dueDate", "terms", "amount"] as const),
  ...(["currency", "status", "openAmount", "openAsOf", "settledDate", "settledAmount"] as const),
  ...(["disputed", "disputeReason"] as const),
]);
const JOURNAL_FIELDS = new Set(["record", "item", "source", "date", "from", "to", "reason"]);

/** `id=invoiceNumber,region=countryCode`: our fields, `name`, and dimensions. */
function readMap(texts: readonly string[]) {
  const columns: [string, string][] = [];
  const dimensions: [string, string][] = [];
  const meta: [string, string][] = [];
  for (const pair of texts.flatMap((text) => text.split(","))) {
    const [field = "", column = "", ...rest] = pair.split("=");
    if (field === "" || column === "" || rest.length > 0) {
      throw new UsageError(`--map wants FIELD=COLUMN, got "${pair}"`);
    }
    if (field === "name") meta.push([field, column]);
    else if (FIELDS.has(field) || JOURNAL_FIELDS.has(field)) columns.push([field, column]);
    else dimensions.push([field, column]);
  }
  const map = {
    ...Object.fromEntries(columns),
    ...(dimensions.length > 0 ? { dimensions: Object.fromEntries(dimensions) } : {}),
    ...(meta.length > 0 ? { meta: Object.fromEntries(meta) } : {}),
  };
  return { map, dimensions: dimensions.map(([name]) => name) };
}
