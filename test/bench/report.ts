/** Gathers what was measured, prints it, and writes it to docs/benchmarks.md. */
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import type { ObjectTimes } from "./cases/objects.ts";
import { peerVersion } from "./peers/peer.ts";
import type { Timed } from "./timing.ts";
import { median } from "./timing.ts";

/** Scripts run in the folder of the package. */
const PAGE = join("docs", "benchmarks.md");

/** What a figure should reach. */
export type Goal = { readonly atLeast: number } | { readonly atMost: number };

/** What one case reports: plain data, to be handed from process to process. */
export interface Part {
  readonly lines: readonly string[];
  readonly unequal: readonly string[];
  readonly goals: readonly (readonly [what: string, goal: Goal, reached: number])[];
}

/** What one run measured. */
export class Report {
  readonly #rows: number;
  readonly #isCheck: boolean;
  readonly #lines: string[] = [];
  readonly #unequal: string[] = [];
  readonly #goals: Part["goals"][number][] = [];

  constructor(rows: number, isCheck: boolean) {
    this.#rows = rows;
    this.#isCheck = isCheck;
  }

  /** All of it so far. */
  part(): Part {
    return { lines: this.#lines, unequal: this.#unequal, goals: this.#goals };
  }

  /** Takes over what a case reported, which has been printed already. */
  join({ lines, unequal, goals }: Part): void {
    this.#lines.push(...lines);
    this.#unequal.push(...unequal);
    this.#goals.push(...goals);
  }

  /** The first is ours; the others as multiples of it. */
  compare(title: string, times: readonly Timed[], rows: number): void {
    const [first] = times as [Timed];
    this.#head(title, ["", "ms", "ns a row", "times ours", "equal"]);
    for (const { name, milliseconds, equal } of times) {
      const perRow = ((milliseconds * 1e6) / rows).toFixed(1);
      const ratio = (milliseconds / first.milliseconds).toFixed(2);
      this.#row([name, milliseconds.toFixed(1), perRow, ratio, equal ? "yes" : "**no**"]);
      if (!equal) this.#unequal.push(`${title}: ${name}`);
    }
  }

  /** What a target asks and what came of it: listed at the end, hits and misses alike. */
  goal(what: string, goal: Goal, reached: number): void {
    this.#goals.push([what, goal, reached]);
  }

  /** Rows that differ from the exact answer where none may. */
  differences(what: string, differing: number, rows: number): void {
    this.#say(
      `${what}: ${differing.toLocaleString("en")} of ${rows.toLocaleString("en")} rows differ.`,
    );
    if (differing > 0) this.#unequal.push(what);
  }

  /** A sentence of its own. */
  note(text: string): void {
    this.#say(text);
  }

  objects({ parse, ours, byHand, equal, bytesPerRow }: ObjectTimes): void {
    this.#head("Objects of five texts to a ledger and a table", ["", "ms", "times ours"]);
    this.#row(["trade-credit", ours.toFixed(0), "1.00"]);
    this.#row(["JSON.parse of the same rows", parse.toFixed(0), (parse / ours).toFixed(2)]);
    const tenth = "decimal.js and date-fns by hand (a tenth of the rows, times ten)";
    this.#row([tenth, byHand.toFixed(0), (byHand / ours).toFixed(2)]);
    this.#say(
      `Ours is ${(ours / parse).toFixed(2)} of JSON.parse; equal: ${equal ? "yes" : "no"}.`,
    );
    this.#say(`The ledger holds ${bytesPerRow.toFixed(1)} bytes a row beside the rows.`);
    if (!equal) this.#unequal.push("objects");
  }

  countback({ ours, byHand, equal }: { ours: number; byHand: number; equal: boolean }): void {
    const ratio = (ours / byHand).toFixed(2);
    const [mine, theirs] = [ours, byHand].map((each) => (each / 1000).toFixed(1));
    this.#head("One call of countback over twelve months", ["", "µs", "of decimal.js"]);
    this.#row(["trade-credit, derivation unread", mine as string, ratio]);
    this.#row(["decimal.js by hand, unexplained", theirs as string, "1.00"]);
    if (!equal) this.#unequal.push("countback");
  }

  /** Writes the page; ends the process with an error where an answer differed. */
  finish(): void {
    if (this.#unequal.length > 0) {
      console.error(`not equal: ${this.#unequal.join("; ")}`);
      process.exitCode = 1;
    }
    this.#listGoals();
    if (this.#isCheck) return;
    const key = this.#rows.toLocaleString("en");
    writeFileSync(PAGE, withSection(key, [`## ${key} documents`, "", ...this.#lines]));
    console.log(`written to ${PAGE}`);
  }

  #listGoals(): void {
    if (this.#goals.length === 0) return;
    this.#head("Targets", ["", "asked", "reached", ""]);
    for (const [what, goal, reached] of this.#goals) {
      const isMost = "atMost" in goal;
      const limit = isMost ? goal.atMost : goal.atLeast;
      const short = isMost ? reached / limit : limit / reached;
      const verdict = short <= 1 ? "reached" : `missed by ${((short - 1) * 100).toFixed(0)} %`;
      const asked = `${isMost ? "≤" : "≥"} ${String(limit)}`;
      this.#row([what, asked, reached.toPrecision(3), verdict]);
    }
    this.#line("");
  }

  #head(title: string, columns: readonly string[]): void {
    const rule = columns.map((_, index) => (index === 0 ? "---" : "--:"));
    this.#say(`### ${title}`);
    this.#line(`| ${columns.join(" | ")} |`);
    this.#line(`| ${rule.join(" | ")} |`);
  }

  #row(cells: readonly string[]): void {
    this.#line(`| ${cells.join(" | ")} |`);
  }

  /** A paragraph of its own. */
  #say(text: string): void {
    this.#line("");
    this.#line(text);
    this.#line("");
  }

  #line(text: string): void {
    if (text === "" && this.#lines.at(-1) === "") return;
    this.#lines.push(text);
    console.log(text);
  }
}

/** The median of three processes. */
export function coldTime(): number {
  const script = fileURLToPath(new URL("./cold.js", import.meta.url));
  const times = Array.from({ length: 3 }, () =>
    Number(execFileSync(process.execPath, [script], { encoding: "utf8" })),
  );
  return median(times);
}

const MARK = (size: string): [string, string] => [`<!-- ${size} -->`, `<!-- end ${size} -->`];

/** The page with the section of this size put in or replaced. */
function withSection(size: string, lines: readonly string[]): string {
  const [from, to] = MARK(size);
  const section = [from, "", ...lines, machine(), "", to].join("\n");
  const page = existsSync(PAGE) ? readFileSync(PAGE, "utf8") : HEAD;
  const [start, end] = [page.indexOf(from), page.indexOf(to)];
  const put =
    start < 0
      ? `${page.trimEnd()}\n\n${section}\n`
      : page.slice(0, start) + section + page.slice(end + to.length);
  return put.replace(/\n{3,}/g, "\n\n");
}

function machine(): string {
  const [cpu] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  const names = ["@duckdb/node-api", "nodejs-polars", "arquero"];
  const peers = names.map((name) => `${name} ${peerVersion(name) ?? "?"}`).join(", ");
  return `Machine: ${String(cpus().length)} × ${cpu?.model.trim() ?? "?"}, ${String(memory)} GiB, Node ${process.versions.node}. Peers: ${peers}.`;
}

const HEAD = `# Benchmarks

Read the ratios, not the milliseconds: candidates took turns in one process on the same rows, every
case in a process of its own, and the median of the rounds counts. Every peer has its data loaded in
its own columns before the clock starts, runs in its best form, and its answer is read back and
compared with ours cell by cell: cents exactly, days within what doubles can do. We use one thread.

Rows are hashed from their number, in no order by customer or date; 20,000 customers. Run it again:

\`\`\`sh
npm install --prefix test/bench
npm run bench            # 1,000,000 documents
npm run bench -- 1e7     # ten million, and the scaling
\`\`\`
`;
