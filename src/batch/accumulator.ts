/**
 * @module batch/accumulator
 *
 * What all accumulators share: chunks are added, others merged, and the sums written out as plain
 * data and read back. A refused chunk or part leaves the sums as they were.
 */
import { ownFields } from "../ground/own-fields.ts";
import type { LedgerData } from "../ledger/ledger.ts";
import type { MinorAmount } from "../ledger/minor-units.ts";
import { narrow } from "../ledger/minor-units.ts";
import type { ChunkColumns } from "./chunk.ts";
import { readChunk } from "./chunk.ts";
import type { CellsByName, Measure, TotalsByName } from "./party-sums.ts";
import { PartySums } from "./party-sums.ts";
import type { AccumulatorMoney } from "./question.ts";
import { plainCopy, readParts } from "./stored.ts";

/** An accumulator as plain data: what `toJSON` writes, for files and workers. */
export interface AccumulatorData<Kind extends string = string, Asked = unknown> {
  /** Which accumulator. */
  readonly accumulator: Kind;
  /** The form of this record. */
  readonly version: 1;
  /** What it was asked, defaults filled in. */
  readonly question: Asked;
  /** Rows added. */
  readonly rows: number;
  /** Parties with anything, by name. */
  readonly parties: readonly string[];
  /** By measure, party after party: whole numbers, as texts where no double holds them. */
  readonly sums: Readonly<Record<string, readonly (number | string)[]>>;
  /** Sums of all parties together that no measure has. */
  readonly totals: Readonly<Record<string, number | string>>;
}

/** Sums of chunks. */
export interface Accumulator<Kind extends string, Asked, Columns> {
  /** What is added up, defaults filled in. */
  readonly question: Asked;
  /** Rows added so far. */
  readonly rows: number;
  /**
   * Adds a chunk; a refused one changes nothing.
   *
   * @param chunk - Documents as columns of one length, with all that settled them.
   * @returns The accumulator itself.
   * @throws CreditError `invalid_input`: rows at fault (at most 100, by row of the chunk), or
   *   columns of different lengths.
   */
  add(chunk: ChunkColumns): this;
  /**
   * Adds another one of the same question, or what it wrote.
   *
   * @param other - An accumulator, or its plain data.
   * @returns The accumulator itself.
   * @throws CreditError `invalid_input`: another question, or no such data. `currency_mismatch`:
   *   another currency.
   */
  merge(other: Accumulator<Kind, Asked, Columns> | AccumulatorData<Kind, Asked>): this;
  /** The sums by party, parties in the order of their names, whatever the split was. */
  columns(): Columns;
  /** Plain data: give it to a worker, a file, and then to `merge`. */
  toJSON(): AccumulatorData<Kind, Asked>;
}

/** One kind of accumulator. */
export abstract class ChunkSums<
  Kind extends string,
  Asked extends Required<AccumulatorMoney>,
  Columns,
> implements Accumulator<Kind, Asked, Columns> {
  readonly question: Asked;
  protected readonly sums: PartySums;
  readonly #kind: Kind;
  readonly #fn: string;
  readonly #totals: Map<string, bigint>;
  #rows = 0;

  constructor(
    kind: Kind,
    fn: string,
    question: Asked,
    measures: readonly Measure[],
    totals: readonly string[] = [],
  ) {
    this.question = question;
    this.sums = new PartySums(measures);
    this.#totals = new Map(totals.map((name) => [name, 0n]));
    this.#kind = kind;
    this.#fn = fn;
  }

  get rows(): number {
    return this.#rows;
  }

  add(chunk: ChunkColumns): this {
    const { currency, minorUnits } = this.question;
    const data = readChunk(this.#fn, chunk, currency, minorUnits);
    const { count, party } = data.journal;
    if (count === 0) return this;
    const cells = this.cellsOf(data, party.categories.length);
    this.#addTotals(this.totalsOf(data));
    this.sums.add(party, cells);
    this.#rows += count;
    return this;
  }

  merge(other: Accumulator<Kind, Asked, Columns> | AccumulatorData<Kind, Asked>): this {
    const asked = { accumulator: this.#kind, question: this.question };
    const wanted = { measures: this.sums.measures, totals: [...this.#totals.keys()] };
    const { party, cells, totals, rows } = readParts(this.#fn, asked, wanted, other);
    this.#addTotals(totals);
    this.sums.add(party, cells);
    this.#rows += rows;
    return this;
  }

  toJSON(): AccumulatorData<Kind, Asked> {
    const chosen = this.sums.parties();
    const list = ({ name }: Measure) => this.sums.cells(chosen, name).map(written);
    return {
      accumulator: this.#kind,
      version: 1,
      question: this.question,
      rows: this.#rows,
      parties: chosen.names,
      sums: Object.fromEntries(this.sums.measures.map((each) => [each.name, list(each)])),
      totals: Object.fromEntries(
        [...this.#totals].map(([name, sum]) => [name, written(narrow(sum))]),
      ),
    };
  }

  abstract columns(): Columns;

  /** What a chunk adds, by its own party codes. */
  protected abstract cellsOf(data: LedgerData, groups: number): CellsByName;

  /** What a chunk adds to the sums of all parties. */
  protected totalsOf(_: LedgerData): TotalsByName {
    return {};
  }

  /** A sum of all parties. */
  protected total(name: string): bigint {
    return this.#totals.get(name) ?? 0n;
  }

  #addTotals(totals: TotalsByName): void {
    for (const name of this.#totals.keys()) {
      this.#totals.set(name, this.total(name) + BigInt(totals[name] ?? 0));
    }
  }
}

function written(amount: MinorAmount): number | string {
  return typeof amount === "number" ? amount : amount.toString();
}

/** What an accumulator is made of: a question, or what another one wrote, with its question. */
export function questionOf<Data extends AccumulatorData>(
  input: object,
): { readonly question: unknown; readonly stored: Data | undefined } {
  const fields = ownFields(input);
  if (!fields) return { question: input, stored: undefined };
  if (!Object.hasOwn(fields, "accumulator")) return { question: fields, stored: undefined };
  // Read once: what is asked is compared with the question of the sums later on.
  const question = plainCopy(fields["question"]);
  return { question, stored: { ...fields, question } as unknown as Data };
}
