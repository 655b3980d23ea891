/**
 * Prints a month-end credit report: `npm run demo`, or of a file of your own
 * `npm run demo -- FILE --as-of DATE …`; `npm run demo -- --help` tells how.
 *
 * The report goes to stdout, and nothing else does.
 */
import { CsvError } from "csv-parse";
import { isCreditError } from "trade-credit";
import type { Options } from "./options.ts";
import { HELP, readOptions, UsageError } from "./options.ts";
import { ledgerOf, readRows } from "./read-ledger.ts";
import { monthEndReport } from "./report/index.ts";

/** The report that a command line asks for. */
export async function reportFor(options: Options): Promise<string> {
  const { path, title, asOf, currency, control, delimiter, dimensions, csv } = options;
  const rows = await readRows(path, delimiter, (count) => progress(`${count} rows read`));
  progress(`${rows.rows.length} rows read; making the ledger`);
  const { ledger, file, names, firstDay } = ledgerOf(rows, csv, currency);
  progress("");
  if (firstDay === undefined || ledger.items === 0) {
    const [first] = file.rejected;
    const because = first ? `; the first: ${first.message}` : "";
    throw new UsageError(`no row of ${path} could be taken${because}`);
  }
  const given = control === undefined ? {} : { control };
  return monthEndReport({ title, ledger, asOf, file, names, dimensions, firstDay, ...given });
}

/** One line on stderr, written over; silent where nobody watches. */
function progress(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${text}`);
}

/** What went wrong, in the words of the command line. */
export function messageOf(error: unknown): string {
  if (error instanceof UsageError) return error.message;
  if (isCreditError(error)) {
    const told = error.issues.map(({ path, rule, received }) => {
      const name = flagOf(path);
      return [name, rule].join(" ").trim() + (received === undefined ? "" : `, got ${received}`);
    });
    return told.join("\n  ");
  }
  if (!(error instanceof Error)) return String(error);
  const { code, path } = error as NodeJS.ErrnoException;
  if (code === "ENOENT") return `there is no file ${String(path)}`;
  return error instanceof CsvError ? `${error.message} (is --delimiter right?)` : error.message;
}

/** The flag that a field of the library was given by. */
function flagOf(path: string): string {
  if (path.startsWith("map.")) return path.replace(/^map\.(?:dimensions\.|meta\.)?/, "--map ");
  const flags: Record<string, string> = { asOf: "as-of", controlBalance: "control" };
  return path === "" ? "" : `--${flags[path] ?? path}`;
}

async function main(): Promise<void> {
  try {
    const options = readOptions(process.argv.slice(2));
    process.stdout.write(options === "help" ? HELP : `${await reportFor(options)}\n`);
  } catch (error) {
    progress("");
    process.stderr.write(`month-end: ${messageOf(error)}\n`);
    if (error instanceof UsageError) process.stderr.write("npm run demo -- --help tells how\n");
    process.exitCode = 1;
  }
}

if (process.argv[1] === import.meta.filename) await main();
