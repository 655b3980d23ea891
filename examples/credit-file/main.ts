/**
 * One customer's credit file, and a budget of limits shared among 300:
 * `npx tsx --tsconfig tsconfig.json examples/credit-file/main.ts [FILE] [--as-of DATE]`.
 * Without FILE it is the customer of this example; a FILE of your own looks like `customer.json`.
 */
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { isCreditError } from "trade-credit";
import { assess } from "./assess.ts";
import { FileFaults, linesOf } from "./faults.ts";
import { readFile } from "./file.ts";
import { inventedApplicants } from "./applicants.ts";
import { portfolioOf } from "./portfolio.ts";
import { customerReport } from "./report/index.ts";
import { portfolioReport } from "./report/portfolio.ts";

const OWN = fileURLToPath(new URL("customer.json", import.meta.url));
const OWN_DAY = "2026-06-30";

/** The report that a command line asks for. */
export function reportFor(args: readonly string[]): string {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { "as-of": { type: "string" } },
    allowPositionals: true,
  });
  const [path, ...others] = positionals;
  if (others.length > 0) throw new FileFaults([`one FILE at a time, got ${positionals.join(" ")}`]);
  const asOf = values["as-of"];
  if (path === undefined) {
    const own = customerReport(assess(readFile(OWN), asOf ?? OWN_DAY));
    return `${own}\n\n\n${portfolioReport(portfolioOf(inventedApplicants()))}`;
  }
  if (asOf === undefined) throw new FileFaults(["needs --as-of DATE, the day of the file"]);
  return customerReport(assess(readFile(path), asOf));
}

/** What is wrong, every fault on a line. */
export function messageOf(error: unknown): string {
  if (error instanceof FileFaults) return error.faults.join("\n  ");
  if (isCreditError(error)) return linesOf(error).join("\n  ");
  if (!(error instanceof Error)) return String(error);
  const { code, path } = error as NodeJS.ErrnoException;
  return code === "ENOENT" ? `there is no file ${String(path)}` : error.message;
}

function main(): void {
  try {
    process.stdout.write(`${reportFor(process.argv.slice(2))}\n`);
  } catch (error) {
    process.stderr.write(`credit-file: ${messageOf(error)}\n`);
    process.exitCode = 1;
  }
}

if (process.argv[1] === import.meta.filename) main();
