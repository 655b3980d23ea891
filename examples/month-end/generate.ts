/**
 * Writes the ledger of this example: two years of an invented seller's receivables, in one
 * currency (read the amounts as US dollars), as the journal of a subledger.
 *
 *     tsx examples/month-end/generate.ts [--seed N] [--scale N] [--out FILE]
 *
 * The same seed and scale give the same bytes. `--scale` multiplies customers and documents.
 */

import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { RuleCheck } from "./generate/check.ts";
import { makeCustomers } from "./generate/customers.ts";
import { COLUMNS, Journal, csvLine } from "./generate/journal.ts";
import { play } from "./generate/settle.ts";
import { summary } from "./generate/summary.ts";

/** Chosen among 300 for its closing: Export clearly slowest, something in every bucket. */
const SEED = "119";

const { values } = parseArgs({
  options: {
    seed: { type: "string", default: SEED },
    scale: { type: "string", default: "1" },
    out: { type: "string", default: fileURLToPath(new URL("ledger.csv", import.meta.url)) },
  },
});

const journal = makeJournal(whole("seed", values.seed, 0), whole("scale", values.scale, 1));
// Checked before anything is written: a ledger that breaks a rule never becomes a file.
const check = checked(journal);
await pipeline(Readable.from(lines(journal)), createWriteStream(values.out));
process.stdout.write(summary(check));

function makeJournal(seed: number, scale: number): Journal {
  const made = new Journal();
  for (const customer of makeCustomers(seed, scale)) play(seed, customer, made);
  made.close();
  return made;
}

function checked(made: Journal): RuleCheck {
  const rules = new RuleCheck();
  for (const { day, rows } of made.rows()) rules.readDay(day, rows);
  rules.finish();
  return rules;
}

function* lines(made: Journal): Generator<string> {
  yield COLUMNS.join(",") + "\n";
  for (const { rows } of made.rows()) yield rows.map(csvLine).join("");
}

function whole(name: string, text: string, least: number): number {
  const value = Number(text);
  if (/^\d+$/.test(text) && Number.isSafeInteger(value) && value >= least) return value;
  throw new RangeError(`--${name} must be a whole number from ${least}, got "${text}"`);
}
