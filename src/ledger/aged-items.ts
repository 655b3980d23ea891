/**
 * @module ledger/aged-items
 *
 * The open items behind every total: one row an installment, with its age.
 */
import { formatDay } from "../ground/days.ts";
import { CreditError } from "../ground/errors.ts";
import type { Figure } from "../ground/figure.ts";
import { figure } from "../ground/figure.ts";
import type { Unit } from "../ground/figure.ts";
import { figureColumns } from "../ground/figure-columns.ts";
import { Fraction } from "../ground/fraction.ts";
import type { Terms } from "../ground/input.ts";
import { lazily, read } from "../ground/input.ts";
import { flag, isoDay, object, optional, text, withDefault, word } from "../ground/input-atoms.ts";
import type { List } from "../ground/rows.ts";
import { Rows } from "../ground/rows.ts";
import type { AgingBasis, Bucket } from "./buckets.ts";
import { bucketIndex, bucketsOf, checkEdges, oldestDays } from "./buckets.ts";
import { amountAt } from "./columns.ts";
import type { AgingEdges } from "./edges.ts";
import { agingEdges, notDueEdges } from "./edges.ts";
import type { DocumentKind } from "./items.ts";
import { DOCUMENT_KINDS } from "./items.ts";
import type { Ledger, LedgerData } from "./ledger.ts";
import { insideOf, requireKnown, snapshotCaveats } from "./ledger.ts";
import { minorFraction } from "./minor.ts";
import { disputedUnits, isCredit, openOfUnit } from "./open.ts";
import { openUnits } from "./open-units.ts";
import { itemOfUnit } from "./planes.ts";
import { itemId } from "./recompute.ts";
import type { LedgerScope } from "./scope.ts";
import { scopeShape, scopeTest } from "./scope.ts";

/** What {@link agedItems} asks. */
export interface AgedItemsInput extends LedgerScope {
  /** The day at whose end items are open. */
  readonly asOf: string;
  /** The day that ages count to; `asOf` unless stated. */
  readonly agedTo?: string;
  /** What ages count from: `due-date` (default) or `document-date`. */
  readonly basis?: AgingBasis;
  /** Upper ends of the classes: days, months, years, or a preset; `days-30` unless stated. */
  readonly edges?: AgingEdges;
  /** Days before the due date that split what is not due: `[10, 30]`; not split unless stated. */
  readonly notDueEdges?: List<number>;
  /** Whether an item due on the day counts as overdue; false unless stated. */
  readonly dueDayIsOverdue?: boolean;
  /** Only items of the class with this label. */
  readonly bucket?: string;
}

/** One open unit. */
export interface AgedItem {
  /** Its document's number. */
  readonly id: string;
  /** Which installment, from 1; left out where the document has none. */
  readonly installment?: number;
  /** The customer. */
  readonly party: string;
  /** What the document is. */
  readonly kind: DocumentKind;
  /** When it was issued. */
  readonly documentDate: string;
  /** When it is due; for a credit item without due date the document date. */
  readonly dueDate: string;
  /** Its amount, without sign. */
  readonly original: Figure<"ledger/item-amount">;
  /** What was applied to it, or used of it. */
  readonly applied: Figure<"ledger/item-applied">;
  /** What is open; negative for credit items. */
  readonly open: Figure<"ledger/item-open">;
  /** The disputed part of it. */
  readonly disputed: Figure<"ledger/item-disputed">;
  /** Days past due; negative before. */
  readonly daysPastDue: Figure<"ledger/item-days-past-due">;
  /** The label of its class. */
  readonly bucket: string;
  /** What the caller attached to the item. */
  readonly meta?: unknown;
}

/** The schema of {@link AgedItemsInput}. */
export const agedItemsSchema = lazily(() =>
  object({
    asOf: isoDay(),
    agedTo: optional(isoDay()),
    basis: withDefault(word("due-date", "document-date"), "due-date"),
    edges: withDefault(agingEdges(), "days-30"),
    notDueEdges: optional(notDueEdges()),
    dueDayIsOverdue: withDefault(flag(), false),
    bucket: optional(text()),
    ...scopeShape(),
  }),
);

/**
 * Open items with their age (应收账款明细账龄): one row for every open unit, in the order of the
 * ledger.
 *
 * Use it for lists, reminders and reconciliation; for totals by age use {@link agingTable}, which
 * does not make a row an item.
 *
 * @formula open = amount − applied, negative for credit items; days past due = agedTo − due date
 * @units money in the ledger's currency; days
 *
 * @param ledger - The ledger.
 * @param input - The date, scope and classes.
 * @returns A table whose rows are made when they are read.
 *
 * @throws {@link CreditError} `invalid_input`: edges that do not ascend, an unknown bucket or
 *   dimension.
 * @throws {@link CreditError} `history_too_short`: before the ledger's snapshots.
 *
 * @source ours: docs/ledger.md, "Open amounts"
 *
 * @example
 * ```ts
 * const ledger = ledgerFromItems(
 *   [{ id: "1", party: "A", documentDate: "2026-01-10", dueDate: "2026-02-09", amount: 500 }],
 *   { currency: "EUR" },
 * );
 * const [row] = agedItems(ledger, { asOf: "2026-03-31" });
 * row?.daysPastDue.value.toNumber(); // => 50
 * row?.bucket; // => "31-60"
 * ```
 */
export function agedItems(ledger: Ledger, input: AgedItemsInput): Rows<AgedItem> {
  const data = insideOf("agedItems", ledger);
  const terms = read("agedItems", agedItemsSchema, input);
  const { asOf, bucket } = terms;
  requireKnown("agedItems", data, asOf);
  checkEdges("agedItems", terms);
  const buckets = bucketsOf(terms);
  const wanted = bucket === undefined ? undefined : bucketNamed(buckets, bucket);
  const test = scopeTest("agedItems", data, terms);
  return itemRows(data, terms, buckets, (bucketOf) => {
    const open = openUnits(data, asOf, test).unit;
    return wanted === undefined ? open : open.filter((unit) => bucketOf(unit) === wanted);
  });
}

/** What the rows of items are asked, as read. */
export type ItemTerms = Terms<ReturnType<typeof agedItemsSchema>>;

/** A table of the units that are selected. */
export function itemRows(
  data: LedgerData,
  terms: ItemTerms,
  buckets: readonly Bucket[],
  select: (bucketOf: (unit: number) => number) => Int32Array,
): Rows<AgedItem> {
  const view = new ItemView(data, terms, buckets);
  const units = select((unit) => view.bucketOf(unit));
  const rowOf = (index: number) => view.row(units[index] as number);
  const rows: Rows<AgedItem> = new Rows(units.length, rowOf, () =>
    figureColumns(rows, data.places),
  );
  return rows;
}

function bucketNamed(buckets: readonly Bucket[], label: string): number {
  const index = buckets.findIndex((bucket) => bucket.label === label);
  if (index >= 0) return index;
  const known = buckets.map((bucket) => JSON.stringify(bucket.label)).join(", ");
  throw new CreditError("invalid_input", "agedItems", [
    { path: "bucket", rule: `must be one of ${known}`, received: JSON.stringify(label) },
  ]);
}

/** Makes rows of units. */
class ItemView {
  readonly #data: LedgerData;
  readonly #terms: ItemTerms;
  readonly #buckets: readonly Bucket[];
  readonly #oldest: readonly number[];
  readonly #disputed: ReadonlyMap<number, bigint>;

  constructor(data: LedgerData, terms: ItemTerms, buckets: readonly Bucket[]) {
    this.#data = data;
    this.#terms = terms;
    this.#buckets = buckets;
    this.#oldest = oldestDays(buckets, terms.agedTo ?? terms.asOf);
    this.#disputed = disputedUnits(data.journal, data.units, terms.asOf);
  }

  bucketOf(unit: number): number {
    const { units } = this.#data;
    const from = this.#terms.basis === "due-date" ? units.dueDate : units.documentDate;
    return bucketIndex(this.#oldest, from[unit] as number);
  }

  row(unit: number): AgedItem {
    const { units, journal } = this.#data;
    const { asOf, agedTo = asOf } = this.#terms;
    const item = itemOfUnit(units, unit);
    const open = openOfUnit(units, unit, asOf);
    const amount = amountAt(units.amount, unit);
    const credit = isCredit(units.kind, unit);
    const dueDate = units.dueDate[unit] as number;
    const days = Fraction.whole(agedTo - dueDate);
    const parts = journal.installments.has(item);
    const part = parts ? unit - (units.first?.[item] as number) + 1 : undefined;
    const money = (id: string, value: bigint) =>
      this.#figure(id, item, part, minorFraction(value, this.#data.places), "money");
    const meta = journal.meta?.[item];
    return {
      id: itemId(this.#data, item),
      ...(part === undefined ? {} : { installment: part }),
      party: journal.party.categories[units.party[unit] as number] as string,
      kind: DOCUMENT_KINDS[units.kind?.[unit] ?? 0] as DocumentKind,
      documentDate: formatDay(units.documentDate[unit] as number),
      dueDate: formatDay(dueDate),
      original: money("ledger/item-amount", amount) as AgedItem["original"],
      applied: money("ledger/item-applied", amount - open) as AgedItem["applied"],
      open: money("ledger/item-open", credit ? -open : open) as AgedItem["open"],
      disputed: money(
        "ledger/item-disputed",
        this.#disputed.get(unit) ?? 0n,
      ) as AgedItem["disputed"],
      daysPastDue: this.#figure(
        "ledger/item-days-past-due",
        item,
        part,
        days,
        "days",
      ) as AgedItem["daysPastDue"],
      bucket: (this.#buckets[this.bucketOf(unit)] as Bucket).label,
      ...(meta === undefined ? {} : { meta }),
    };
  }

  #figure(id: string, item: number, part: number | undefined, value: Fraction, unit: Unit): Figure {
    const { asOf, agedTo } = this.#terms;
    const { currency } = this.#data;
    const inputs = () => ({
      asOf: formatDay(asOf),
      agedTo: agedTo === undefined ? undefined : formatDay(agedTo),
      item: itemId(this.#data, item),
      installment: part,
      currency,
    });
    const caveats = snapshotCaveats(this.#data, asOf);
    return figure(id, value, unit, inputs, {
      currency: unit === "money" ? currency : undefined,
      caveats,
    });
  }
}
