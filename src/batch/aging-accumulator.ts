/**
 * @module batch/aging-accumulator
 *
 * Aging of more rows than memory holds, or of rows that arrive in parts: chunk after chunk, worker
 * beside worker, the sums come out as of one ledger. Use `agingTable` where the whole ledger
 * is at hand.
 */
import type { AgingSums, SumsData } from "../aging/sums.ts";
import type { Bucket } from "../ledger/buckets.ts";
import { currentBucket, dayTable } from "../ledger/buckets.ts";
import type { Amounts } from "../ledger/columns.ts";
import { isWide } from "../ledger/columns.ts";
import { asBigints, bigints, doubles } from "../ledger/exact-sums.ts";
import type { LedgerData } from "../ledger/ledger.ts";
import type { MinorAmount } from "../ledger/minor-units.ts";
import { disputedUnits } from "../ledger/open.ts";
import { once } from "../ground/once.ts";
import { openPlanes } from "../ledger/planes.ts";
import type { Accumulator, AccumulatorData } from "./accumulator.ts";
import { ChunkSums, questionOf } from "./accumulator.ts";
import type { AgingAccumulatorInput, AgingAccumulatorQuestion, AgingTerms } from "./aging-terms.ts";
import { readAgingTerms } from "./aging-terms.ts";
import type { CellsByName, Measure, TotalsByName } from "./party-sums.ts";
import type { Sides } from "./sides.kernel.ts";
import { addSides } from "./sides.kernel.ts";

/** Aging sums by party, parties by name; lists have one entry a class. Money in minor units. */
export interface AgingAccumulatorColumns {
  /** The customers with anything open. */
  readonly party: readonly string[];
  /** Open debit items by class. */
  readonly charges: readonly Amounts[];
  /** Number of open debit items by class. */
  readonly counts: readonly Float64Array[];
  /** Open credit items by class of their own age, without sign. */
  readonly credits: readonly Amounts[];
  /** Number of open credit items. */
  readonly creditCount: Float64Array;
  /** Overdue debit items, by due date whatever the basis. */
  readonly overdue: Amounts;
  /** Number of overdue debit items. */
  readonly overdueCount: Float64Array;
  /** The disputed part of the charges by class. */
  readonly disputed: readonly Amounts[];
}

/** What an aging accumulator writes. */
export type AgingAccumulatorData = AccumulatorData<"aging", AgingAccumulatorQuestion>;

/** Aging sums of chunks; `agingView` and `mergeAging` take it as it stands. */
export interface AgingAccumulator
  extends Accumulator<"aging", AgingAccumulatorQuestion, AgingAccumulatorColumns>, AgingSums {}

/**
 * Adds up open items by party and age, chunk by chunk (分块账龄汇总).
 *
 * Use it for rows that come in parts: a stream, files, workers. Any split of the rows into chunks,
 * in any order, and any order of merging gives the same sums, as long as a document stands in one
 * chunk with all that settled it. For a table with figures give it to `agingView`; for a
 * ledger that is at hand as a whole use `agingTable`.
 *
 * @units whole minor units of the currency; counts
 *
 * @param input - Dates, classes and currency; or what `toJSON` gave.
 * @returns An empty accumulator, or the one that was written out.
 *
 * @throws CreditError `invalid_input`: a field at fault, or edges that do not ascend.
 *
 * @source ours: docs/ledger.md, "Aging"
 *
 * @example
 * ```ts
 * const sums = agingAccumulator({ asOf: "2026-03-31", currency: "EUR" });
 * sums.add({
 *   party: ["Ahorn", "Birke"],
 *   documentDate: ["2026-01-10", "2026-03-10"],
 *   dueDate: ["2026-02-09", "2026-04-09"],
 *   amount: Float64Array.of(50_000, 30_000),
 * });
 * const { party, charges } = sums.columns();
 * party; // => ["Ahorn", "Birke"]
 * Array.from(charges[0] ?? [], Number); // => [0, 30000]
 * Array.from(charges[2] ?? [], Number); // => [50000, 0]
 * ```
 */
export function agingAccumulator(
  input: AgingAccumulatorInput | AgingAccumulatorData,
): AgingAccumulator {
  const { question, stored } = questionOf<AgingAccumulatorData>(input);
  const sums = new AgingChunks(readAgingTerms(FN, question));
  return stored ? sums.merge(stored) : sums;
}

const FN = "agingAccumulator";
/** Sides of the identity: of all parties together. */
const SIDES = ["openItems", "documents"];
const SUMS = Symbol.for("trade-credit/aging-sums");

function measuresOf(classes: number): Measure[] {
  return [
    { name: "charges", width: classes, kind: "size" },
    { name: "credits", width: classes, kind: "size" },
    { name: "disputed", width: classes, kind: "size" },
    { name: "count", width: classes, kind: "count" },
    { name: "creditCount", width: 1, kind: "count" },
    { name: "overdue", width: 1, kind: "size" },
    { name: "overdueCount", width: 1, kind: "count" },
  ];
}

class AgingChunks
  extends ChunkSums<"aging", AgingAccumulatorQuestion, AgingAccumulatorColumns>
  implements AgingAccumulator
{
  readonly #terms: AgingTerms;

  constructor(terms: AgingTerms) {
    super("aging", FN, terms.question, measuresOf(terms.buckets.length), SIDES);
    this.#terms = terms;
  }

  get asOf(): string {
    return this.question.asOf;
  }

  get agedTo(): string {
    return this.question.agedTo;
  }

  get currency(): string {
    return this.question.currency;
  }

  get buckets(): readonly Bucket[] {
    return this.#terms.buckets;
  }

  columns(): AgingAccumulatorColumns {
    const chosen = this.sums.parties();
    const byClass = (name: string) =>
      this.buckets.map((_, bucket) => this.sums.column(chosen, name, bucket));
    const column = (name: string) => this.sums.column(chosen, name);
    return {
      party: chosen.names,
      charges: byClass("charges"),
      counts: byClass("count") as Float64Array[],
      credits: byClass("credits"),
      creditCount: column("creditCount") as Float64Array,
      overdue: column("overdue"),
      overdueCount: column("overdueCount") as Float64Array,
      disputed: byClass("disputed"),
    };
  }

  protected cellsOf(data: LedgerData, groups: number): CellsByName {
    const { basis, agedTo, asOf, buckets, dueDayIsOverdue } = this.#terms;
    const { units, journal } = data;
    const { firstDue, lastDue, firstDocument, lastDocument } = units.range;
    const due = basis === "due-date";
    const ageFrom = due ? units.dueDate : units.documentDate;
    const table = due
      ? dayTable(buckets, agedTo, firstDue, lastDue)
      : dayTable(buckets, agedTo, firstDocument, lastDocument);
    const stride = buckets.length;
    const lastOverdueDay = dueDayIsOverdue ? agedTo : agedTo - 1;
    const question = { asOf, ageFrom, table, stride, groups, group: units.party, lastOverdueDay };
    const cellOf = (unit: number) =>
      (units.party[unit] as number) * stride +
      (table.bucket[(ageFrom[unit] as number) - table.firstDay] as number);
    const disputed = disputedCells(disputedUnits(journal, units, asOf), groups * stride, cellOf);
    const { charges, credits, overdue, counts } = openPlanes(data, question);
    return { charges, credits, overdue, disputed, ...counts() };
  }

  protected override totalsOf(data: LedgerData): TotalsByName {
    const { openItems, documents } = sidesOf(data, this.#terms.asOf);
    return { openItems, documents };
  }

  /** The sums as they stand, for views and merging of tables. */
  get [SUMS](): SumsData {
    const { question, buckets, ...terms } = this.#terms;
    const chosen = this.sums.parties();
    const amounts = (name: string) => planeOf(this.sums.cells(chosen, name));
    const counts = (name: string) => Float64Array.from(this.sums.cells(chosen, name), Number);
    const [openItems, documents] = [this.total("openItems"), this.total("documents")];
    return {
      terms: { ...terms, scope: {}, by: undefined },
      buckets,
      currency: question.currency,
      places: question.minorUnits,
      byParty: {
        keys: chosen.names.map((party) => ({ party })),
        stride: buckets.length,
        current: currentBucket(terms),
        charges: amounts("charges"),
        credits: amounts("credits"),
        disputed: amounts("disputed"),
        overdue: amounts("overdue"),
        counts: once(() => ({
          count: counts("count"),
          creditCount: counts("creditCount"),
          overdueCount: counts("overdueCount"),
        })),
      },
      byPair: undefined,
      openItems: () => openItems,
      documents: () => documents,
      knownFrom: undefined,
    };
  }
}

/** A plane of doubles where the sum over it is a safe integer, too. */
function planeOf(cells: readonly MinorAmount[]): Amounts {
  const total = cells.reduce<number>((sum, amount) => sum + Number(amount), 0);
  return total <= Number.MAX_SAFE_INTEGER ? Float64Array.from(cells, Number) : cells.map(BigInt);
}

/** Disputed amounts by cell; nearly always none. */
function disputedCells(
  units: ReadonlyMap<number, bigint>,
  cells: number,
  cellOf: (unit: number) => number,
): Amounts {
  if (units.size === 0) return new Float64Array(cells);
  const disputed = new Array<bigint>(cells).fill(0n);
  for (const [unit, amount] of units) {
    const cell = cellOf(unit);
    disputed[cell] = (disputed[cell] as bigint) + amount;
  }
  return disputed;
}

/** Both sides on doubles, or where these cannot be proved exact on bigints. */
function sidesOf({ journal }: LedgerData, asOf: number): Sides {
  const { amount, applications } = journal;
  const applied = applications.amount;
  if (!isWide(amount) && !isWide(applied)) {
    const sides = addSides(journal, amount, applied, asOf, doubles);
    if (sides.size <= Number.MAX_SAFE_INTEGER) return sides;
  }
  return addSides(journal, asBigints(amount), asBigints(applied), asOf, bigints);
}
