/**
 * @module ledger/from-items
 *
 * A ledger from a list of documents: what most applications have.
 */
import type { Issue } from "../ground/errors.ts";
import { bounded, CreditError, MAX_ISSUES, refuse } from "../ground/errors.ts";
import { ZERO } from "../ground/fraction.ts";
import { toText } from "../ground/numeric.ts";
import type { List } from "../ground/rows.ts";
import { entriesOf } from "../ground/entries.ts";
import { Draft } from "./draft.ts";
import type { ItemFault } from "./from-draft.ts";
import { finish, repeatedIds } from "./from-draft.ts";
import type { LedgerItem, LedgerOptions, LedgerReport, RejectedRow } from "./items.ts";
import type { Ledger } from "./ledger.ts";
import { makeLedger } from "./ledger.ts";
import type { LedgerSettings } from "./options.ts";
import { readLedgerOptions } from "./options.ts";
import type { ItemSettings } from "./item-fields.ts";
import { ItemReader } from "./read-item.ts";
import { MAX_TEXT } from "./read-rules.ts";

/**
 * A receivables ledger (应收账款明细账) from a list of documents, checked once and kept as columns.
 *
 * Use it for documents as objects, from an ERP, a file or an adapter; for columns that exist
 * already use {@link ledgerFromColumns}. Every figure of the ledger is then a question asked of the
 * same object, for any past date.
 *
 * @param items - Documents of one currency; see {@link LedgerItem} and the guide "How the ledger
 *   counts". An application names its source by id, wherever in the list that stands.
 * @param options - The currency, and how rows are read; see {@link LedgerOptions}.
 * @returns The ledger; `report` says what became of every row.
 *
 * @throws {@link CreditError} `invalid_input`: every fault of every row (at most 100), each with
 *   path and rule. With `onBadRow: "collect"` rows at fault are rejected and reported instead, and
 *   with them rows whose applications name a rejected source.
 * @throws {@link CreditError} `currency_mismatch`: items of another currency, and no other fault.
 *
 * @example
 * ```ts
 * const ledger = ledgerFromItems(
 *   [
 *     {
 *       id: "I-1",
 *       party: "Ahorn",
 *       documentDate: "2026-05-04",
 *       terms: "net 30",
 *       amount: "1200.00",
 *       applications: [{ date: "2026-06-10", amount: "700.00", kind: "payment" }],
 *     },
 *     { id: "I-2", party: "Birke", documentDate: "2026-06-20", terms: "net 30", amount: 300 },
 *   ],
 *   { currency: "EUR" },
 * );
 * receivablesBalance(ledger, { asOf: "2026-06-30" }).value.toFixed(2); // => "800.00"
 * receivablesBalance(ledger, { asOf: "2026-06-09" }).value.toFixed(2); // => "1200.00"
 * ```
 */
export function ledgerFromItems(items: List<LedgerItem>, options: LedgerOptions): Ledger {
  const settings = readLedgerOptions("ledgerFromItems", options);
  const reading = new Reading("ledgerFromItems", rowsOf("ledgerFromItems", items), settings);
  return reading.ledger();
}

/** The rows of a list, refused when it is none. */
export function rowsOf(fn: string, items: unknown, path = "items"): readonly unknown[] {
  return entriesOf(items) ?? refuse(fn, path, "must be a list", items);
}

/** Readings more than necessary, to keep as many rows as can stand together. */
const SECOND_CHANCES = 3;

/** Reads a list of rows, as often as rejected rows make necessary (rarely more than once). */
class Reading {
  readonly #fn: string;
  readonly #rows: readonly unknown[];
  readonly #settings: LedgerSettings;
  readonly #rejected = new Map<number, RejectedRow>();
  /** Of these the rows that would stand if another one did not use the same source. */
  readonly #contested = new Set<number>();

  constructor(fn: string, rows: readonly unknown[], settings: LedgerSettings) {
    this.#fn = fn;
    this.#rows = rows;
    this.#settings = settings;
  }

  ledger(): Ledger {
    let ledger = this.#withoutFaults();
    // A row that lost its source to one that was rejected itself gets a second chance.
    for (let round = 0; round < SECOND_CHANCES && this.#contested.size > 0; round += 1) {
      const before = new Map(this.#rejected);
      for (const position of this.#contested) this.#rejected.delete(position);
      this.#contested.clear();
      const again = this.#withoutFaults();
      if (this.#rejected.size >= before.size) break;
      ledger = again;
    }
    return ledger;
  }

  /** The ledger of the rows that stand; in as many readings as rejected rows make necessary. */
  #withoutFaults(): Ledger {
    const { currency, places } = this.#settings;
    for (;;) {
      const { draft, report } = this.#readAll();
      const finished = finish(draft, { places, rejectedIds: this.#rejectedIds() });
      if ("journal" in finished) return makeLedger(finished.journal, currency, places, report());
      this.#take(draft, finished.faults);
    }
  }

  #readAll() {
    const { currency, places, rounding, openAsOf } = this.#settings;
    const draft = new Draft(this.#rows.length);
    const tally = { count: 0, by: ZERO };
    const context: ItemSettings = {
      places,
      rounding,
      tally,
      currency,
      openAsOf,
      faults: [],
      days: new Map(),
    };
    const reader = new ItemReader(draft, context);
    const leftOut = { draft: 0, void: 0 };
    const issues: Issue[] = [];
    for (let position = 0; position < this.#rows.length; position += 1) {
      if (this.#rejected.size > 0 && this.#rejected.has(position)) continue;
      const outcome = reader.read(this.#rows[position], position);
      if (outcome === "draft" || outcome === "void") leftOut[outcome] += 1;
      if (outcome === "rejected") this.#reject(position, context.faults, issues);
      if (issues.length >= MAX_ISSUES) break;
    }
    if (issues.length > 0) throw errorOf(this.#fn, [...issues, ...this.#repeated(draft)]);
    const report = (): LedgerReport => ({
      rows: this.#rows.length,
      accepted: draft.count,
      rejected: [...this.#rejected.values()].sort((a, b) => a.row - b.row),
      leftOut,
      ...(rounding ? { rounded: { count: tally.count, by: toText(tally.by) } } : {}),
    });
    return { draft, report };
  }

  /** Notes a bad row, or gathers its faults for the one error. */
  #reject(position: number, faults: readonly Issue[], issues: Issue[]): void {
    if (this.#settings.collect) {
      this.#rejected.set(position, this.#rejectedRow(position, faults));
      return;
    }
    for (const fault of faults) issues.push(inRow(position, fault));
  }

  /** Ids that occur twice among the rows that are good so far. */
  #repeated(draft: Draft): Issue[] {
    return repeatedIds(draft).map(({ item, issue }) => inRow(draft.row[item] as number, issue));
  }

  /** The same for faults that show only when all rows are known. */
  #take(draft: Draft, faults: readonly ItemFault[]): void {
    const byPosition = new Map<number, Issue[]>();
    const settled = new Set<number>();
    for (const { item, issue: fault, contested } of faults) {
      const position = draft.row[item] as number;
      if (contested) this.#contested.add(position);
      else settled.add(position);
      const sofar = byPosition.get(position);
      if (sofar) sofar.push(fault);
      else byPosition.set(position, [fault]);
    }
    for (const position of settled) this.#contested.delete(position);
    const issues: Issue[] = [];
    for (const [position, found] of byPosition) this.#reject(position, found, issues);
    if (issues.length > 0) throw errorOf(this.#fn, issues);
  }

  #rejectedRow(row: number, faults: readonly Issue[]): RejectedRow {
    const id = idOf(this.#rows[row]);
    const issues = faults.slice(0, MAX_ISSUES).map(bounded);
    return id === undefined ? { row, issues } : { row, id, issues };
  }

  #rejectedIds(): Set<string> {
    const ids = new Set<string>();
    for (const { id } of this.#rejected.values()) if (id !== undefined) ids.add(id);
    return ids;
  }
}

function errorOf(fn: string, issues: readonly Issue[]): CreditError {
  const currencyOnly = issues.every(({ path }) => /^items\[[0-9]+\]\.currency$/.test(path));
  return new CreditError(currencyOnly ? "currency_mismatch" : "invalid_input", fn, issues);
}

function inRow(position: number, fault: Issue): Issue {
  const row = `items[${String(position)}]`;
  return { ...fault, path: fault.path === "" ? row : `${row}.${fault.path}` };
}

function idOf(row: unknown): string | undefined {
  try {
    const id: unknown =
      typeof row === "object" && row !== null && Object.hasOwn(row, "id")
        ? (row as { id: unknown }).id
        : undefined;
    return typeof id === "string" && id.length <= MAX_TEXT ? id : undefined;
  } catch {
    return undefined;
  }
}
