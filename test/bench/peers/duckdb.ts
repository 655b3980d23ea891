/**
 * DuckDB in memory: tables loaded before the clock starts, answers read back as typed arrays, which
 * is its fastest way out.
 */
import { peer } from "./peer.ts";

interface Vector {
  readonly items: Int32Array | BigInt64Array | Float64Array;
  flush(): void;
}

interface Chunk {
  readonly rowCount: number;
  getColumnVector(index: number): Vector;
}

interface Appender {
  appendDataChunk(chunk: Chunk): void;
  flushSync(): void;
  closeSync(): void;
}

interface Connection {
  run(sql: string): Promise<{ fetchChunk(): Promise<Chunk | null> }>;
  createAppender(table: string): Promise<Appender>;
}

interface DuckDb {
  readonly version: () => string;
  readonly INTEGER: unknown;
  readonly BIGINT: unknown;
  readonly DOUBLE: unknown;
  readonly DuckDBInstance: {
    create(
      path: string,
      options: Record<string, string>,
    ): Promise<{ connect(): Promise<Connection> }>;
  };
  readonly DuckDBDataChunk: { create(types: readonly unknown[], rows: number): Chunk };
}

/** Rows that an appender takes at once. */
const CHUNK_ROWS = 2048;

/** A column to load: whole numbers of 32 or 64 bits, or doubles. */
export interface LoadedColumn {
  readonly name: string;
  readonly type: "INTEGER" | "BIGINT" | "DOUBLE";
  readonly values: Int32Array | Float64Array;
}

/** One database with its connection. */
export class DuckDbPeer {
  readonly #library: DuckDb;
  readonly #connection: Connection;

  private constructor(library: DuckDb, connection: Connection) {
    this.#library = library;
    this.#connection = connection;
  }

  /** Undefined where the peers are not installed. */
  static async open(threads: number): Promise<DuckDbPeer | undefined> {
    const library = peer<DuckDb>("@duckdb/node-api");
    if (!library) return undefined;
    const instance = await library.DuckDBInstance.create(":memory:", { threads: String(threads) });
    return new DuckDbPeer(library, await instance.connect());
  }

  async run(sql: string): Promise<void> {
    await this.#connection.run(sql);
  }

  /** Makes a table of columns of numbers. */
  async load(table: string, columns: readonly LoadedColumn[]): Promise<void> {
    const fields = columns.map(({ name, type }) => `${name} ${type}`).join(", ");
    await this.run(`CREATE TABLE ${table} (${fields})`);
    const appender = await this.#connection.createAppender(table);
    const rows = columns[0]?.values.length ?? 0;
    for (let from = 0; from < rows; from += CHUNK_ROWS) {
      const types = columns.map(({ type }) => this.#library[type]);
      const count = Math.min(CHUNK_ROWS, rows - from);
      const chunk = this.#library.DuckDBDataChunk.create(types, count);
      for (const [index, { values }] of columns.entries()) {
        const vector = chunk.getColumnVector(index);
        fill(vector.items, values.subarray(from, from + count));
        vector.flush();
      }
      appender.appendDataChunk(chunk);
    }
    appender.flushSync();
    appender.closeSync();
  }

  /** Hands every row of an answer over as numbers. */
  async each(sql: string, visit: (values: readonly number[]) => void): Promise<void> {
    const result = await this.#connection.run(sql);
    for (;;) {
      const chunk = await result.fetchChunk();
      if (!chunk) return;
      // Asked once a chunk: it is a call into the engine.
      const { rowCount } = chunk;
      if (rowCount === 0) return;
      const vectors = columnsOf(chunk);
      const values = new Array<number>(vectors.length);
      for (let row = 0; row < rowCount; row += 1) {
        for (let index = 0; index < vectors.length; index += 1) {
          values[index] = Number((vectors[index] as Vector["items"])[row]);
        }
        visit(values);
      }
    }
  }
}

/** Puts numbers into a vector at once: one call a value takes ten times as long. */
function fill(items: Vector["items"], values: LoadedColumn["values"]): void {
  if (items instanceof BigInt64Array) {
    for (let row = 0; row < values.length; row += 1) items[row] = BigInt(values[row] as number);
  } else {
    items.set(values);
  }
}

function columnsOf(chunk: Chunk): Vector["items"][] {
  const { columnCount } = chunk as Chunk & { readonly columnCount: number };
  return Array.from({ length: columnCount }, (_, index) => chunk.getColumnVector(index).items);
}
