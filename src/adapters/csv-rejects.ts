/**
 * @module adapters/csv-rejects
 *
 * The rows of a file that were not taken, each with its line and everything that is wrong with it.
 */
import type { Issue } from "../ground/errors.ts";

/** A row of a file that was not taken, and why. */
export interface RejectedLine {
  /** Its line in the file. */
  readonly line: number;
  /** The number of its document, where that could be read. */
  readonly id?: string;
  /** Every fault found, the column as `path`. */
  readonly issues: readonly Issue[];
  /** The faults in a sentence: `line 3: amount must be an amount like 1234.56, got "x"`. */
  readonly message: string;
}

/** Gathers rejected rows. */
export class Rejects {
  readonly #rows: RejectedLine[] = [];

  add(line: number, id: string | undefined, issues: readonly Issue[]): void {
    this.#rows.push(rejectedLine(line, id, issues));
  }

  /** All of them, in the order of the file. */
  byLine(): RejectedLine[] {
    return [...this.#rows].sort((a, b) => a.line - b.line);
  }
}

/** A rejected row with its message. */
export function rejectedLine(
  line: number,
  id: string | undefined,
  issues: readonly Issue[],
): RejectedLine {
  const message = `line ${String(line)}: ${issues.map(issueText).join("; ")}`;
  return id === undefined ? { line, issues, message } : { line, id, issues, message };
}

/** Why a row that belongs to a rejected document is rejected. */
export function wasRejected(line: number): string {
  return `must name a document that was accepted; line ${String(line)} was rejected`;
}

/** Why a second row with the number of a document is rejected. */
export function notUnique(line: number): string {
  return `must be unique; line ${String(line)} has it`;
}

function issueText({ path, rule, received }: Issue): string {
  const start = path === "" ? rule : `${path} ${rule}`;
  return received === undefined ? start : `${start}, got ${received}`;
}
