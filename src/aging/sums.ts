/**
 * @module aging/sums
 *
 * What one pass over a ledger adds up, before anybody decides how credits are shown: sums merge,
 * tables are views of them.
 */
import { formatDay } from "../ground/days.ts";
import { refuse } from "../ground/errors.ts";
import { read } from "../ground/input.ts";
import { once } from "../ground/once.ts";
import type { Bucket } from "../ledger/buckets.ts";
import { bucketsOf, checkEdges, currentBucket, dayTable } from "../ledger/buckets.ts";
import type { Amounts, Coded } from "../ledger/columns.ts";

import { balanceOn } from "../ledger/daily-balance.ts";
import { documentsTotal, openItemsTotal } from "../ledger/item-by-item.ts";
import type { Ledger, LedgerData } from "../ledger/ledger.ts";
import { insideOf, requireKnown } from "../ledger/ledger.ts";
import { disputedUnits } from "../ledger/open.ts";
import { itemOfUnit, openPlanes } from "../ledger/planes.ts";
import { dimensionColumn, scopeTest } from "../ledger/scope.ts";
import type { GroupKey, GroupKeys, GroupPlanes } from "./group-planes.ts";
import type { AgingSumsInput, AgingSumsTerms } from "./question.ts";
import { agingSumsSchema } from "./question.ts";

/** Sums of one aging question; see {@link agingSums}. Opaque but for what they were asked. */
export interface AgingSums {
  /** The day at whose end balances stand. */
  readonly asOf: string;
  /** The day that ages count to. */
  readonly agedTo: string;
  /** The classes. */
  readonly buckets: readonly Bucket[];
  /** Currency of the amounts. */
  readonly currency: string;
}

/** What sums hold inside. */
export interface SumsData {
  readonly terms: AgingSumsTerms & { readonly agedTo: number };
  readonly buckets: readonly Bucket[];
  readonly currency: string;
  readonly places: number;
  readonly byParty: GroupPlanes;
  /** By party × value of the dimension asked. */
  readonly byPair: GroupPlanes | undefined;
  /** Σ open items and Σ documents: the other sides of the identity. */
  readonly openItems: () => bigint;
  readonly documents: () => bigint;
  /** The day of the latest snapshot, where there is one. */
  readonly knownFrom: number | undefined;
}

const INSIDE = Symbol.for("trade-credit/aging-sums");

/** Sums as an object that shows only what they were asked. */
class PlaneSums implements AgingSums {
  readonly asOf: string;
  readonly agedTo: string;
  readonly buckets: readonly Bucket[];
  readonly currency: string;
  readonly #data: SumsData;

  constructor(data: SumsData) {
    this.asOf = formatDay(data.terms.asOf);
    this.agedTo = formatDay(data.terms.agedTo);
    this.buckets = data.buckets;
    this.currency = data.currency;
    this.#data = data;
  }

  get [INSIDE](): SumsData {
    return this.#data;
  }
}

/**
 * Adds up a ledger by party and age, to be merged and viewed: the one pass behind every aging
 * table.
 *
 * Use it to age parts of a ledger apart (by branch, by worker, by file) and merge them with
 * {@link mergeAging}, or to view one pass under several credit policies with {@link agingView}; for
 * one table use {@link agingTable}.
 *
 * @param ledger - The ledger.
 * @param input - Dates, classes, scope and dimension.
 * @returns The sums.
 *
 * @throws {@link CreditError} `invalid_input`: edges that do not ascend, an unknown dimension.
 * @throws {@link CreditError} `history_too_short`: before the ledger's snapshots.
 *
 * @example
 * ```ts
 * const ledger = ledgerFromItems(
 *   [{ id: "1", party: "A", documentDate: "2026-01-10", dueDate: "2026-02-09", amount: 500 }],
 *   { currency: "EUR" },
 * );
 * const sums = agingSums(ledger, { asOf: "2026-03-31" });
 * agingView(sums).total.gross.value.toString(); // => "500"
 * ```
 */
export function agingSums(ledger: Ledger, input: AgingSumsInput): AgingSums {
  const terms = read("agingSums", agingSumsSchema, input);
  return sumsOf("agingSums", insideOf("agingSums", ledger), terms);
}

/** The sums of a question that was read already. */
export function sumsOf(fn: string, data: LedgerData, asked: AgingSumsTerms): AgingSums {
  requireKnown(fn, data, asked.asOf);
  checkEdges(fn, asked);
  const terms = { ...asked, agedTo: asked.agedTo ?? asked.asOf };
  const buckets = bucketsOf(terms);
  const test = scopeTest(fn, data, terms.scope);
  const parties = partyGroups(data, test);
  const by =
    terms.by === undefined ? undefined : dimensionColumn(fn, data.journal.dimensions, terms.by);
  const { journal, currency, places } = data;
  return new PlaneSums({
    terms,
    buckets,
    currency,
    places,
    byParty: planesOf(data, terms, buckets, parties),
    byPair: by && planesOf(data, terms, buckets, pairGroups(data, by, parties.group)),
    openItems: once(() => openItemsTotal(journal, terms.asOf, test)),
    documents: once(() =>
      test ? documentsTotal(journal, terms.asOf, test) : balanceOn(data.daily, terms.asOf),
    ),
    knownFrom: journal.knownFrom,
  });
}

interface Groups {
  readonly keys: GroupKeys;
  /** By unit; −1 for none. */
  readonly group: Int32Array;
}

function partyGroups(
  { units, journal }: LedgerData,
  test: ((item: number) => boolean) | undefined,
): Groups {
  const { categories } = journal.party;
  const at = (group: number) => ({ party: categories[group] as string });
  const keys = { length: categories.length, at };
  if (!test) return { keys, group: units.party };
  const group = units.party.map((party, unit) => (test(itemOfUnit(units, unit)) ? party : -1));
  return { keys, group };
}

/** Groups of party × value, coded as they occur: most pairs of a large ledger never do. */
function pairGroups({ units, journal }: LedgerData, by: Coded, party: Int32Array): Groups {
  const keys: GroupKey[] = [];
  const codes = new Map<number, number>();
  const values = by.categories.length + 1;
  const group = new Int32Array(units.count);
  for (let unit = 0; unit < units.count; unit += 1) {
    const own = party[unit] as number;
    const value = by.codes[itemOfUnit(units, unit)] as number;
    const pair = own * values + value + 1;
    let code = own < 0 ? -1 : codes.get(pair);
    if (code === undefined) {
      code = keys.length;
      codes.set(pair, code);
      keys.push({
        party: journal.party.categories[own] as string,
        value: by.categories[value] ?? null,
      });
    }
    group[unit] = code;
  }
  return { keys, group };
}

function planesOf(
  data: LedgerData,
  terms: SumsData["terms"],
  buckets: readonly Bucket[],
  { keys, group }: Groups,
): GroupPlanes {
  const { units } = data;
  const { firstDue, lastDue, firstDocument, lastDocument } = units.range;
  const due = terms.basis === "due-date";
  const stride = buckets.length;
  const table = due
    ? dayTable(buckets, terms.agedTo, firstDue, lastDue)
    : dayTable(buckets, terms.agedTo, firstDocument, lastDocument);
  const planes = openPlanes(data, {
    asOf: terms.asOf,
    ageFrom: due ? units.dueDate : units.documentDate,
    table,
    stride,
    groups: keys.length,
    group,
    lastOverdueDay: terms.dueDayIsOverdue ? terms.agedTo : terms.agedTo - 1,
  });
  const cellOf = (unit: number): number => {
    const day = (due ? units.dueDate : units.documentDate)[unit] as number;
    const own = group[unit] as number;
    return own < 0 ? -1 : own * stride + (table.bucket[day - table.firstDay] as number);
  };
  const cells = keys.length * stride;
  const current = currentBucket(terms);
  return {
    keys,
    stride,
    current,
    ...planes,
    disputed: disputedPlane(data, terms.asOf, cells, cellOf),
  };
}

function disputedPlane(
  { journal, units }: LedgerData,
  asOf: number,
  cells: number,
  cellOf: (unit: number) => number,
): Amounts {
  const disputed = disputedUnits(journal, units, asOf);
  if (disputed.size === 0) return new Float64Array(cells);
  const plane = new Map<number, bigint>();
  let total = 0n;
  for (const [unit, amount] of disputed) {
    const cell = cellOf(unit);
    if (cell < 0) continue;
    plane.set(cell, (plane.get(cell) ?? 0n) + amount);
    total += amount;
  }
  if (total > BigInt(Number.MAX_SAFE_INTEGER)) {
    return Array.from({ length: cells }, (_, cell) => plane.get(cell) ?? 0n);
  }
  const narrow = new Float64Array(cells);
  for (const [cell, amount] of plane) narrow[cell] = Number(amount);
  return narrow;
}

/** Sums of their inside. */
export function makeSums(data: SumsData): AgingSums {
  return new PlaneSums(data);
}

/** The inside of sums, also of another copy's. */
export function insideOfSums(fn: string, sums: unknown): SumsData {
  return (
    readInside(sums) ?? refuse(fn, "sums", "must be sums, made by agingSums or mergeAging", sums)
  );
}

function readInside(sums: unknown): SumsData | undefined {
  try {
    const inside = (sums as { [INSIDE]?: Partial<SumsData> })[INSIDE];
    return inside?.terms && inside.byParty ? (inside as SumsData) : undefined;
  } catch {
    return undefined;
  }
}
