/**
 * @module ledger/read-item
 *
 * Reads one document into the draft. Written by hand: a schema library would cost more a row than
 * everything else together.
 */
import { LAST_DAY, NO_DAY } from "../ground/days.ts";
import { issue } from "../ground/errors.ts";
import { exactNumber } from "../ground/exact.ts";
import { Fault } from "../ground/fault.ts";
import type { Fraction } from "../ground/fraction.ts";
import type { InternalTerms } from "../terms/reader.ts";
import { dueDayOf, installmentsOf, termsOf } from "../terms/reader.ts";
import type { Draft, DraftApplication, DraftDispute } from "./draft.ts";
import { DOCUMENT_KINDS, FIRST_CREDIT_KIND } from "./items.ts";
import type { MinorAmount } from "./minor.ts";
import type { ReadContext } from "./read-parts.ts";
import { PartReader, readAmount, readDay, readText, wordsText } from "./read-parts.ts";
import type { Shape } from "./row-shape.ts";
import { Shapes } from "./row-shape.ts";

/** What a ledger's rows are read by. */
export interface ItemSettings extends ReadContext {
  readonly currency: string;
  /** Default date of the items' open amounts. */
  readonly openAsOf: number | undefined;
}

/** What became of a row. */
export type RowOutcome = "taken" | "draft" | "void" | "rejected";

const FIELDS = [
  "id",
  "party",
  "kind",
  "documentDate",
  "dueDate",
  "terms",
  "installments",
  "amount",
  "currency",
  "dimensions",
  "disputes",
  "applications",
  "anchors",
  "status",
  "openAmount",
  "openAsOf",
  "meta",
] as const;

type Field = (typeof FIELDS)[number];
type Given = Partial<Record<Field, unknown>>;

/** The lists inside a document. */
interface Lists {
  readonly applications: readonly DraftApplication[];
  readonly disputes: readonly DraftDispute[];
  readonly dimensions: readonly (readonly [string, string])[];
}

const NO_LISTS: Lists = { applications: [], disputes: [], dimensions: [] };

const MAX_TERMS_CACHE = 10_000;

/** Reads row after row into a draft. */
export class ItemReader {
  readonly #draft: Draft;
  readonly #settings: ItemSettings;
  readonly #parts: PartReader;
  readonly #shapes = new Shapes(FIELDS);
  readonly #terms = new Map<string, InternalTerms | Fault>();

  constructor(draft: Draft, settings: ItemSettings) {
    this.#draft = draft;
    this.#settings = settings;
    this.#parts = new PartReader(settings);
  }

  /** Takes a row; on `rejected` the faults are in the settings. */
  read(row: unknown, position: number): RowOutcome {
    this.#settings.faults = [];
    const outcome = this.#tryRow(row, position);
    // Installments are noted before the row is known to be good.
    if (outcome === "rejected") this.#draft.installments.delete(this.#draft.count);
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
    for (const key of own.unknown) {
      faults.push({ path: key, rule: "is not a field of a ledger item; `meta` takes anything" });
    }
    const status = own.status ? this.#status(given.status) : "posted";
    if (status !== "posted") return this.#leaveOut(status, own.id ? given.id : undefined);
    this.#readFields(given, own, position);
    return faults.length > 0 ? "rejected" : "taken";
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
    const due = this.#due(given, own, item, kind, date, amount);
    const lists =
      own.applications || own.disputes || own.dimensions
        ? this.#lists(given, own, item, kind)
        : NO_LISTS;
    const snapshot =
      own.openAmount || own.openAsOf
        ? this.#snapshot(given, own, date, amount, lists.applications)
        : undefined;
    if (faults.length > 0 || id === undefined || party === undefined) return;
    if (amount === undefined) return;
    draft.party[item] = draft.parties.codeOf(party);
    draft.kind[item] = kind;
    draft.documentDate[item] = date;
    draft.dueDate[item] = due;
    draft.setAmount(item, amount);
    draft.row[item] = position;
    draft.ids[item] = id;
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

  /** The due date: given, by terms, or the first installment's. */
  #due(
    given: Given,
    own: Shape<Field>,
    item: number,
    kind: number,
    date: number,
    amount: MinorAmount | undefined,
  ): number {
    const { faults } = this.#settings;
    const dueDate = own.dueDate ? given.dueDate : undefined;
    // The rule in most ledgers, and nothing else to look at.
    if (dueDate !== undefined && !own.terms && !own.installments) {
      return readDay(this.#settings, "dueDate", dueDate);
    }
    const terms = own.terms ? given.terms : undefined;
    const installments = own.installments ? given.installments : undefined;
    const ways = Number(dueDate !== undefined) + Number(terms !== undefined);
    const given3 = ways + Number(installments !== undefined);
    if (given3 > 1) {
      faults.push({
        path: "dueDate",
        rule: "must be the only one of dueDate, terms, installments",
      });
      return NO_DAY;
    }
    if (dueDate !== undefined) return readDay(this.#settings, "dueDate", dueDate);
    const credit = kind >= FIRST_CREDIT_KIND;
    if (credit && given3 > 0) {
      const path = terms === undefined ? "installments" : "terms";
      faults.push({ path, rule: "must be left out: credit items have at most a dueDate" });
      return NO_DAY;
    }
    if (credit) return date;
    if (installments !== undefined) return this.#installments(installments, item, amount);
    if (terms !== undefined) {
      const anchors = own.anchors ? given.anchors : undefined;
      return this.#dueByTerms(terms, anchors, item, date, amount);
    }
    faults.push({ path: "dueDate", rule: "must be given, or terms, or installments" });
    return NO_DAY;
  }

  #installments(value: unknown, item: number, amount: MinorAmount | undefined): number {
    const parts = this.#parts.installments(value, amount);
    if (!parts) return NO_DAY;
    if (parts.amount.length > 1) this.#draft.installments.set(item, parts);
    return parts.dueDate[0] as number;
  }

  #dueByTerms(
    value: unknown,
    anchors: unknown,
    item: number,
    date: number,
    amount: MinorAmount | undefined,
  ): number {
    const { faults } = this.#settings;
    const terms = this.#termsOf(value);
    if (terms instanceof Fault) {
      faults.push(issue("terms", terms.rule, value));
      return NO_DAY;
    }
    const anchor = this.#anchorDay(terms, anchors, date);
    if (anchor === NO_DAY || amount === undefined) return NO_DAY;
    const parts = installmentsOf(terms, anchor, BigInt(amount));
    if (!parts) return this.#dueInRange(dueDayOf(terms, anchor));
    // A tiny amount may leave a part of 0, which would never be open.
    const sorted = parts.filter((part) => part.amount > 0n).sort((a, b) => a.dueDay - b.dueDay);
    this.#dueInRange((sorted[sorted.length - 1] as { dueDay: number }).dueDay);
    this.#draft.installments.set(item, {
      dueDate: sorted.map(({ dueDay }) => dueDay),
      amount: sorted.map((part) => part.amount),
    });
    return (sorted[0] as { dueDay: number }).dueDay;
  }

  #dueInRange(day: number): number {
    if (day <= LAST_DAY) return day;
    this.#settings.faults.push({ path: "terms", rule: "must give a due date up to 9999-12-31" });
    return NO_DAY;
  }

  #termsOf(value: unknown): InternalTerms | Fault {
    if (typeof value !== "string") return termsOf(value, anyRate);
    let terms = this.#terms.get(value);
    if (!terms) {
      terms = termsOf(value);
      if (this.#terms.size < MAX_TERMS_CACHE) this.#terms.set(value, terms);
    }
    return terms;
  }

  /** The day that terms run from. */
  #anchorDay({ anchor }: InternalTerms, anchors: unknown, date: number): number {
    if (anchor === "document") return date;
    const given =
      typeof anchors === "object" && anchors !== null && Object.hasOwn(anchors, anchor)
        ? (anchors as Record<string, unknown>)[anchor]
        : undefined;
    return readDay(this.#settings, `anchors.${anchor}`, given);
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
      dimensions: dimensions === undefined ? [] : parts.dimensions(dimensions),
    };
  }

  /** What a snapshot had settled by its date. */
  #snapshot(
    given: Given,
    own: Shape<Field>,
    date: number,
    amount: MinorAmount | undefined,
    applications: readonly { date: number; place: number }[],
  ): { day: number; settled: bigint } | undefined {
    const settings = this.#settings;
    const openAmount = own.openAmount ? given.openAmount : undefined;
    const openAsOf = own.openAsOf ? given.openAsOf : undefined;
    const { faults } = settings;
    if (openAmount === undefined) {
      if (openAsOf !== undefined)
        faults.push({ path: "openAsOf", rule: "must go with openAmount" });
      return undefined;
    }
    const day =
      openAsOf === undefined && settings.openAsOf !== undefined
        ? settings.openAsOf
        : readDay(settings, "openAsOf", openAsOf);
    const open = readAmount(settings, "openAmount", openAmount, "not-negative");
    if (amount === undefined || open === undefined || day === NO_DAY) return undefined;
    if (open > amount) faults.push(issue("openAmount", "must be at most the amount", openAmount));
    if (date > day) faults.push({ path: "documentDate", rule: "must not be after openAsOf" });
    for (const application of applications) {
      if (application.date > day) continue;
      const path = `applications[${String(application.place)}].date`;
      faults.push({ path, rule: "must be after openAsOf: what came before is in openAmount" });
    }
    return { day, settled: BigInt(amount) - BigInt(open) };
  }
}

/** Rates in terms may be any kind of number; the ledger itself does not use them. */
function anyRate(rate: unknown): Fraction | Fault {
  return exactNumber(rate, "fraction");
}
