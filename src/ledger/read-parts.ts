/**
 * @module ledger/read-parts
 *
 * Reads the lists inside a document: applications, disputes, installments, dimensions. Each part
 * reports its faults with a path and gives what could be read.
 */
import { ownFields } from "../ground/own-fields.ts";
import { NO_DAY } from "../ground/days.ts";
import { issue, MAX_ISSUES } from "../ground/errors.ts";
import { entriesOf } from "../ground/entries.ts";
import type { InstallmentParts } from "./columns.ts";
import type { DraftApplication, DraftDispute } from "./draft.ts";
import { APPLICATION_KINDS, MAX_DIMENSIONS } from "./items.ts";
import type { MinorAmount } from "./minor-units.ts";
import { minorText } from "./minor-units.ts";
import type { ReadContext } from "./read-values.ts";
import { wordsText } from "./read-rules.ts";
import { readAmount, readDay, readText } from "./read-values.ts";
import { Shapes } from "./row-shape.ts";

/** At most so many parts in one document. */
const MAX_PARTS = 10_000;

/** A dispute without end. */
const LAST_DAY_OF_ALL = 2_147_483_647;

/** Reads lists of parts; one for a whole ledger, so that shapes are remembered. */
export class PartReader {
  readonly #context: ReadContext;
  readonly #applications = new Shapes(["date", "amount", "kind", "source", "crossParty"] as const);
  readonly #disputes = new Shapes(["from", "to", "amount", "reason"] as const);
  readonly #installments = new Shapes(["dueDate", "amount"] as const);

  constructor(context: ReadContext) {
    this.#context = context;
  }

  /** The applications of a document. */
  applications(value: unknown, item: number): DraftApplication[] {
    const read: DraftApplication[] = [];
    for (const [place, row] of this.#parts("applications", value)) {
      const application = this.application(`applications[${String(place)}]`, row, item, place);
      if (application) read.push(application);
    }
    return read;
  }

  /** One application; undefined with faults otherwise. */
  application(
    path: string,
    row: object,
    item: number,
    place: number,
  ): DraftApplication | undefined {
    const context = this.#context;
    const before = context.faults.length;
    const own = this.#applications.of(row);
    const given = row as Record<string, unknown>;
    this.#refuseUnknown(path, own.unknown);
    const date = readDay(context, `${path}.date`, own.date ? given["date"] : undefined);
    const amount = readAmount(
      context,
      `${path}.amount`,
      own.amount ? given["amount"] : undefined,
      "not-zero",
    );
    const kind = this.#wordCode(
      `${path}.kind`,
      own.kind ? given["kind"] : undefined,
      APPLICATION_KINDS,
    );
    const source = own.source ? given["source"] : undefined;
    const sourceId = source === undefined ? undefined : readText(context, `${path}.source`, source);
    const crossParty = own.crossParty ? given["crossParty"] : undefined;
    if (crossParty !== undefined && typeof crossParty !== "boolean") {
      context.faults.push(issue(`${path}.crossParty`, "must be true or false", crossParty));
    }
    if (context.faults.length > before || amount === undefined) return undefined;
    return { item, date, amount, kind, source: sourceId, crossParty: crossParty === true, place };
  }

  /** The disputes of a document. */
  disputes(value: unknown, item: number): DraftDispute[] {
    const context = this.#context;
    const read: DraftDispute[] = [];
    for (const [place, row] of this.#parts("disputes", value)) {
      const path = `disputes[${String(place)}]`;
      const own = this.#disputes.of(row);
      const given = row as Record<string, unknown>;
      this.#refuseUnknown(path, own.unknown);
      const from = readDay(context, `${path}.from`, own.from ? given["from"] : undefined);
      const until = own.to ? given["to"] : undefined;
      const to = until === undefined ? LAST_DAY_OF_ALL : readDay(context, `${path}.to`, until);
      if (to !== NO_DAY && to < from) {
        context.faults.push(issue(`${path}.to`, "must not be before `from`", until));
      }
      const amount = readAmount(
        context,
        `${path}.amount`,
        own.amount ? given["amount"] : undefined,
        "positive",
      );
      const why = own.reason ? given["reason"] : undefined;
      const reason = why === undefined ? undefined : readText(context, `${path}.reason`, why);
      if (amount !== undefined) read.push({ item, from, to, amount, reason });
    }
    return read;
  }

  /** The installments of a document, in due-date order; they must sum to its amount. */
  installments(value: unknown, total: MinorAmount | undefined): InstallmentParts | undefined {
    const context = this.#context;
    const before = context.faults.length;
    const parts: { due: number; amount: bigint }[] = [];
    for (const [place, row] of this.#parts("installments", value)) {
      const path = `installments[${String(place)}]`;
      const own = this.#installments.of(row);
      const given = row as Record<string, unknown>;
      this.#refuseUnknown(path, own.unknown);
      const due = readDay(context, `${path}.dueDate`, own.dueDate ? given["dueDate"] : undefined);
      const amount = readAmount(
        context,
        `${path}.amount`,
        own.amount ? given["amount"] : undefined,
        "positive",
      );
      if (amount !== undefined) parts.push({ due, amount: BigInt(amount) });
    }
    if (context.faults.length > before || total === undefined) return undefined;
    return this.#inOrder(parts, BigInt(total));
  }

  #inOrder(parts: { due: number; amount: bigint }[], total: bigint): InstallmentParts | undefined {
    const { faults, places } = this.#context;
    if (parts.length === 0) {
      faults.push(issue("installments", "must have at least 1 entry"));
      return undefined;
    }
    let sum = 0n;
    for (const { amount } of parts) sum += amount;
    if (sum !== total) {
      const rule = `must sum to the amount ${minorText(total, places)}`;
      faults.push({ path: "installments", rule, received: minorText(sum, places) });
      return undefined;
    }
    parts.sort((a, b) => a.due - b.due);
    return { dueDate: parts.map(({ due }) => due), amount: parts.map(({ amount }) => amount) };
  }

  /** Names and values of the dimensions of a document. */
  dimensions(value: unknown): [string, string][] {
    const context = this.#context;
    const fields = ownFields(value);
    const names = Object.keys(fields ?? {});
    if (!fields || names.length > MAX_DIMENSIONS) {
      const rule = `must be an object of at most ${String(MAX_DIMENSIONS)} texts`;
      context.faults.push(issue("dimensions", rule, value));
      return [];
    }
    const read: [string, string][] = [];
    for (const name of names) {
      const given = fields[name];
      if (given === undefined) continue;
      const text = readText(context, `dimensions.${name}`, given);
      if (text !== undefined) read.push([name, text]);
    }
    return read;
  }

  /** The code of a word; −1 with a fault when it is none of them. */
  #wordCode(path: string, value: unknown, words: readonly string[]): number {
    const code = words.indexOf(value as string);
    if (code < 0) this.#context.faults.push(issue(path, `must be ${wordsText(words)}`, value));
    return code;
  }

  #refuseUnknown(path: string, unknown: readonly string[]): void {
    for (const key of unknown.slice(0, MAX_ISSUES)) {
      this.#context.faults.push({ path: `${path}.${key}`, rule: "is not a field of this input" });
    }
  }

  /** The objects of a list, with their places; faults for anything else. */
  *#parts(path: string, value: unknown): Generator<[number, object]> {
    const { faults } = this.#context;
    const list = entriesOf(value);
    if (!list || list.length > MAX_PARTS) {
      faults.push(issue(path, `must be a list of at most ${String(MAX_PARTS)} entries`, value));
      return;
    }
    for (let place = 0; place < list.length; place += 1) {
      const row = list[place];
      if (typeof row === "object" && row !== null) yield [place, row];
      else faults.push(issue(`${path}[${String(place)}]`, "must be an object", row));
    }
  }
}
