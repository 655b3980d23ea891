/**
 * @module ledger/read-due
 *
 * When a document is due: by its due date, its terms, or its installments, and by one of them only.
 */
import { ownFields } from "../ground/own-fields.ts";
import { LAST_DAY, NO_DAY } from "../ground/days.ts";
import { issue, MAX_ISSUES } from "../ground/errors.ts";
import { exactNumber } from "../ground/exact.ts";
import { Fault } from "../ground/fault.ts";
import type { Fraction } from "../ground/fraction.ts";
import type { InternalTerms } from "../terms/reader.ts";
import { dueDayOf, installmentsOf, termsOf } from "../terms/reader.ts";
import type { Draft } from "./draft.ts";
import type { Field, Given, ItemSettings } from "./item-fields.ts";
import { FIRST_CREDIT_KIND } from "./items.ts";
import type { MinorAmount } from "./minor-units.ts";
import type { PartReader } from "./read-parts.ts";
import { readDay } from "./read-values.ts";
import type { Shape } from "./row-shape.ts";

/** Texts of terms that are remembered; a ledger has a few dozen. */
const MAX_TERMS_CACHE = 10_000;

/** Reads due dates; installments go to the draft. */
export class DueReader {
  readonly #draft: Draft;
  readonly #settings: ItemSettings;
  readonly #parts: PartReader;
  readonly #terms = new Map<string, InternalTerms | Fault>();

  constructor(draft: Draft, settings: ItemSettings, parts: PartReader) {
    this.#draft = draft;
    this.#settings = settings;
    this.#parts = parts;
  }

  /** The due date: given, by terms, or the first installment's. */
  read(
    given: Given,
    own: Shape<Field>,
    item: number,
    kind: number,
    date: number,
    amount: MinorAmount | undefined,
    anchors: AnchorDays,
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
    if (kind >= FIRST_CREDIT_KIND) {
      return this.#dueOfCredit(terms, installments, anchors, date);
    }
    if (installments !== undefined) return this.#installments(installments, item, amount);
    if (terms !== undefined) return this.#dueByTerms(terms, anchors, item, date, amount);
    faults.push({ path: "dueDate", rule: "must be given, or terms, or installments" });
    return NO_DAY;
  }

  /** A credit item is one unit, due by its terms where an export prints them, else on its date. */
  #dueOfCredit(given: unknown, installments: unknown, anchors: AnchorDays, date: number): number {
    if (installments !== undefined) {
      const rule = "must be left out: a credit item has one due date";
      this.#settings.faults.push({ path: "installments", rule });
      return NO_DAY;
    }
    if (given === undefined) return date;
    const terms = this.#termsOf(given);
    if (terms instanceof Fault) {
      this.#settings.faults.push(issue("terms", terms.rule, given));
      return NO_DAY;
    }
    const anchor = this.#anchorDay(terms, anchors, date);
    return anchor === NO_DAY ? NO_DAY : this.#dueInRange(dueDayOf(terms, anchor));
  }

  #installments(value: unknown, item: number, amount: MinorAmount | undefined): number {
    const parts = this.#parts.installments(value, amount);
    if (!parts) return NO_DAY;
    if (parts.amount.length > 1) this.#draft.installments.set(item, parts);
    return parts.dueDate[0] as number;
  }

  #dueByTerms(
    value: unknown,
    anchors: AnchorDays,
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
  #anchorDay({ anchor }: InternalTerms, anchors: AnchorDays, date: number): number {
    if (anchor === "document") return date;
    return anchors.get(anchor) ?? readDay(this.#settings, `anchors.${anchor}`, undefined);
  }
}

/** The dates that terms may run from; `NO_DAY` where one is none. */
export type AnchorDays = ReadonlyMap<string, number>;

/** No anchors: the rule. */
export const NO_ANCHORS: AnchorDays = /* @__PURE__ */ new Map();

const ANCHORS: readonly string[] = ["delivery", "invoiceReceived", "accepted"];

/** Reads anchor dates, each with its fault. */
export function readAnchors(settings: ItemSettings, value: unknown): AnchorDays {
  if (value === undefined) return NO_ANCHORS;
  const given = ownFields(value);
  if (!given) {
    settings.faults.push(issue("anchors", "must be an object", value));
    return NO_ANCHORS;
  }
  const days = new Map<string, number>();
  for (const key of Object.keys(given).slice(0, MAX_ISSUES)) {
    const path = `anchors.${key}`;
    if (!ANCHORS.includes(key)) {
      settings.faults.push({ path, rule: "is not a date that terms run from" });
    } else if (given[key] !== undefined) days.set(key, readDay(settings, path, given[key]));
  }
  return days;
}

/** Rates in terms may be any kind of number; the ledger itself does not use them. */
function anyRate(rate: unknown): Fraction | Fault {
  return exactNumber(rate, "fraction");
}
