/**
 * Compares credit policies: `npx tsx --tsconfig tsconfig.json examples/policy-lab/main.ts [FILE]`.
 * Without FILE it computes the cases of the source deck; a FILE of your own looks like `plans.json`.
 */
import { readFileSync } from "node:fs";
import { isCreditError } from "trade-credit";
import type { PlansFile } from "./report.ts";
import { labReport } from "./report.ts";

const OWN = new URL("plans.json", import.meta.url);

/** The report on a file of plans. */
export function reportFor(path: string | URL = OWN): string {
  return labReport(JSON.parse(readFileSync(path, "utf8")) as PlansFile);
}

function main(): void {
  try {
    process.stdout.write(`${reportFor(process.argv[2])}\n`);
  } catch (error) {
    process.stderr.write(`policy-lab: ${messageOf(error)}\n`);
    process.exitCode = 1;
  }
}

/** What is wrong with the plans, every fault on a line. */
export function messageOf(error: unknown): string {
  if (!isCreditError(error)) return error instanceof Error ? error.message : String(error);
  const faults = error.issues.map(({ path, rule, received }) =>
    [path, rule, received === undefined ? "" : `(got ${received})`].join(" ").trim(),
  );
  return [`${error.function} refuses the plans:`, ...faults].join("\n  ");
}

if (process.argv[1] === import.meta.filename) main();
