/**
 * @module ledger/read-item
 *
 * Reads one document into the draft. Written by hand: a schema library would cost more a row than
 * everything else together.
 */
import { issue, MAX_ISSUES } from "../ground/errors.ts";
import type { Draft, DraftApplication, DraftDispute } from "./draft.ts";
import { DOCUMENT_KINDS, FIRST_CREDIT_KIND, MAX_DIMENSIONS } from "./items.ts";
import type { Field, Given, ItemSettings } from "./item-fields.ts";
import { ITEM_FIELDS } from "./item-fields.ts";
import { DueReader, NO_ANCHORS, readAnchors } from "./read-due.ts";
import { PartReader } from "./read-parts.ts";
import { wordsText } from "./read-rules.ts";
import { readAmount, readDay, readText } from "./read-values.ts";
import { readSnapshot } from "./read-snapshot.ts";
import type { Shape } from "./row-shape.ts";
import { Shapes } from "./row-shape.ts";

/** What became of a row. */
export type RowOutcome = "taken" | "draft" | "void" | "rejected";

/** The lists inside a document. */
interface Lists {
  readonly applications: readonly DraftApplication[];
  readonly disputes: readonly DraftDispute[];
  readonly dimensions: readonly (readonly [string, string])[];
}

const NO_LISTS: Lists = { applications: [], disputes: [], dimensions: [] };

/** Reads row after row into a draft. */
export class ItemReader {
  readonly #draft: Draft;
  readonly #settings: ItemSettings;
  readonly #parts: PartReader;
  readonly #due: DueReader;
  readonly #shapes = new Shapes(ITEM_FIELDS);

  constructor(draft: Draft, settings: ItemSettings) {
    this.#draft = draft;
    this.#settings = settings;
    this.#parts = new PartReader(settings);
    this.#due = new DueReader(draft, settings, this.#parts);
  }

  /** Takes a row; on `rejected` the faults are in the settings. */
  read(row: unknown, position: number): RowOutcome {
    const settings = this.#settings;
    const { count, by } = settings.tally;
    if (settings.faults.length > 0) settings.faults = [];
    const outcome = this.#tryRow(row, position);
    if (outcome === "rejected") {
      // Installments and roundings are noted before the row is known to be good.
      this.#draft.installments.delete(this.#draft.count);
      Object.assign(settings.tally, { count, by });
    }
    return outcome;
  }

  #tryRow(row: unknown, position: number): RowOutcome {
    try {
      return this.#readRow(row, position);
    } catch {
      this.#settings.faults.push(issue("", "must be readable; reading it threw"));
      return "rejected";
    }
  }

  #readRow(row: unknown, position: number): RowOutcome {
    const { faults } = this.#settings;
    if (typeof row !== "object" || row === null) {
      faults.push(issue("", "must be an object", row));
      return "rejected";
    }
    const own = this.#shapes.of(row);
    const given = row as Given;
    if (own.unknown.length > 0) this.#refuseUnknown(own.unknown);
    const status = own.status ? this.#status(given.status) : "posted";
    if (status !== "posted") return this.#leaveOut(status, own.id ? given.id : undefined);
    this.#readFields(given, own, position);
    return faults.length > 0 ? "rejected" : "taken";
  }

  #refuseUnknown(keys: readonly string[]): void {
    for (const key of keys.slice(0, MAX_ISSUES)) {
      const rule = "is not a field of a ledger item; `meta` takes anything";
      this.#settings.faults.push({ path: key, rule });
    }
  }

  /** Each field is read once, and only where the row has it of its own. */
  #readFields(given: Given, own: Shape<Field>, position: number): void {
    const draft = this.#draft;
    const settings = this.#settings;
    const { faults } = settings;
    const item = draft.count;
    const id = readText(settings, "id", own.id ? given.id : undefined);
    const party = readText(settings, "party", own.party ? given.party : undefined);
    const kind = own.kind ? this.#kind(given.kind) : 0;
    const date = readDay(
      settings,
      "documentDate",
      own.documentDate ? given.documentDate : undefined,
    );
    const amount = readAmount(
      settings,
      "amount",
      own.amount ? given.amount : undefined,
      "positive",
    );
    if (own.currency) this.#checkCurrency(given.currency);
    const anchors = own.anchors ? readAnchors(settings, given.anchors) : NO_ANCHORS;
    const due = this.#due.read(given, own, item, kind, date, amount, anchors);
    const lists =
      own.applications || own.disputes || own.dimensions
        ? this.#lists(given, own, item, kind)
        : NO_LISTS;
    const snapshot =
      own.openAmount || own.openAsOf
        ? readSnapshot(settings, given, own, date, amount, lists.applications)
        : undefined;
    if (faults.length > 0 || id === undefined || party === undefined) return;
    if (amount === undefined) return;
    draft.party[item] = draft.parties.codeOf(party);
    draft.kind[item] = kind;
    draft.documentDate[item] = date;
    draft.dueDate[item] = due;
    draft.setAmount(item, amount);
    draft.row[item] = position;
    draft.setId(item, id);
    if (own.meta && given.meta !== undefined) draft.meta[item] = given.meta;
    for (const [name, value] of lists.dimensions) draft.setDimension(item, name, value);
    if (snapshot) draft.applySnapshot(item, snapshot.day, snapshot.settled);
    for (const dispute of lists.disputes) draft.disputes.push(dispute);
    for (const application of lists.applications) draft.applications.push(application);
    draft.count += 1;
  }

  #status(value: unknown): "posted" | "draft" | "void" {
    if (value === undefined || value === "posted") return "posted";
    if (value === "draft" || value === "void") return value;
    const rule = `must be ${wordsText(["posted", "draft", "void"])}`;
    this.#settings.faults.push(issue("status", rule, value));
    return "posted";
  }

  #leaveOut(status: "draft" | "void", id: unknown): RowOutcome {
    if (typeof id === "string") this.#draft.leftOut.add(id);
    return status;
  }

  #kind(value: unknown): number {
    if (value === undefined || value === "invoice") return 0;
    const kind = DOCUMENT_KINDS.indexOf(value as (typeof DOCUMENT_KINDS)[number]);
    if (kind < 0) {
      this.#settings.faults.push(issue("kind", `must be ${wordsText(DOCUMENT_KINDS)}`, value));
    }
    return kind;
  }

  #checkCurrency(value: unknown): void {
    const { currency, faults } = this.#settings;
    if (value === undefined || value === currency) return;
    const rule = `must be ${currency}, the ledger's currency; partitionByCurrency splits a list`;
    faults.push(issue("currency", rule, value));
  }

  #lists(given: Given, own: Shape<Field>, item: number, kind: number): Lists {
    const { faults } = this.#settings;
    const credit = kind >= FIRST_CREDIT_KIND;
    const applications = own.applications ? given.applications : undefined;
    const disputes = own.disputes ? given.disputes : undefined;
    const dimensions = own.dimensions ? given.dimensions : undefined;
    const onDebitItems = [
      ["applications", applications],
      ["disputes", disputes],
    ] as const;
    for (const [path, value] of onDebitItems) {
      if (!credit || value === undefined || (Array.isArray(value) && value.length === 0)) continue;
      faults.push({ path, rule: "must stand on a debit item" });
    }
    const parts = this.#parts;
    return {
      applications:
        credit || applications === undefined ? [] : parts.applications(applications, item),
      disputes: credit || disputes === undefined ? [] : parts.disputes(disputes, item),
      dimensions: dimensions === undefined ? [] : this.#dimensions(dimensions),
    };
  }

  #dimensions(value: unknown): [string, string][] {
    const dimensions = this.#parts.dimensions(value);
    const known = this.#draft.dimensions;
    const added = dimensions.filter(([name]) => !known.has(name)).length;
    if (added > 0 && known.size + added > MAX_DIMENSIONS) {
      const rule = `must bring the ledger to at most ${String(MAX_DIMENSIONS)} dimensions`;
      this.#settings.faults.push({ path: "dimensions", rule });
    }
    return dimensions;
  }
}
