/** Random ledgers as chunks of columns, and the same documents as one ledger. */
import { ledgerFromItems } from "trade-credit";
import type { Ledger, LedgerItem } from "trade-credit";
import type { ChunkColumns } from "trade-credit/batch";

import { parseDay } from "../../src/ground/days.ts";
import { Random, randomLedger } from "../oracle/arbitraries.ts";
import { toMinor } from "../oracle/items.ts";
import type { LedgerItem as OracleItem } from "../oracle/items.ts";
import { isValid } from "../oracle/validity.ts";

export interface Chunkable {
  readonly items: readonly OracleItem[];
  readonly money: { readonly currency: string; readonly minorUnits: number };
  readonly ledger: Ledger;
}

/** What columns can say: no installments, snapshots or sources of others. */
export function chunkable(seed: number): Chunkable | undefined {
  const { items, options } = randomLedger(seed);
  const posted = items.filter(
    ({ status, installments, openAmount }) =>
      status === undefined && !installments && openAmount === undefined,
  );
  const parties = new Map(posted.map(({ id, party }) => [id, party]));
  const fits = posted.every(({ applications = [], party }) =>
    applications.every(({ source }) => source === undefined || parties.get(source) === party),
  );
  if (!fits || !isValid(posted, options)) return undefined;
  const money = { currency: options.currency, minorUnits: options.minorUnits };
  const ledger = ledgerFromItems(posted as readonly LedgerItem[], money);
  return { items: posted, money, ledger };
}

/** Documents in parts that no application crosses; a party may be in several of them. */
export function partsOf(
  items: readonly OracleItem[],
  count: number,
  random: Random,
): OracleItem[][] {
  const rowOf = new Map(items.map(({ id }, row) => [id, row]));
  const root = items.map((_, row) => row);
  const find = (row: number): number => (root[row] === row ? row : find(root[row] as number));
  items.forEach(({ applications = [] }, row) => {
    for (const { source } of applications) {
      const other = source === undefined ? undefined : rowOf.get(source);
      if (other !== undefined) root[find(other)] = find(row);
    }
  });
  const partOf = new Map<number, number>();
  const parts = Array.from({ length: count }, (): OracleItem[] => []);
  items.forEach((item, row) => {
    const own = partOf.get(find(row)) ?? random.int(0, count - 1);
    partOf.set(find(row), own);
    parts[own]?.push(item);
  });
  return parts;
}

const arrow = (values: unknown) => ({ toArray: () => values });

/** A chunk in a random form: its rows, its columns and its applications in random order. */
export function chunkOf(
  given: readonly OracleItem[],
  places: number,
  random: Random,
  factor = 1n,
): ChunkColumns {
  const items = [...given];
  random.shuffle(items);
  const rowOf = new Map(items.map(({ id }, row) => [id, row]));
  const applied = items.flatMap((item, row) =>
    (item.applications ?? []).map((each) => ({ ...each, item: row })),
  );
  const disputed = items.flatMap((item, row) =>
    (item.disputes ?? []).map((each) => ({ ...each, item: row })),
  );
  const dates = (texts: readonly string[]) =>
    random.pick<() => unknown>([
      () => texts,
      () => Int32Array.from(texts, parseDay),
      () => arrow(Int32Array.from(texts, parseDay)),
    ])();
  const amounts = (values: readonly { readonly amount: string | number }[]) => {
    const minor = values.map(({ amount }) => factor * toMinor(amount, places));
    const isSafe = minor.every((each) => Number.isSafeInteger(Number(each)));
    return random.pick<() => unknown>([
      () => BigInt64Array.from(minor),
      () => arrow(BigInt64Array.from(minor)),
      () => (isSafe ? Float64Array.from(minor, Number) : BigInt64Array.from(minor)),
    ])();
  };
  const texts = (values: readonly string[]) => {
    const categories = [...new Set(["nobody", ...values])];
    const codes = values.map((value) => categories.indexOf(value));
    return random.pick<() => unknown>([
      () => values,
      () => ({ codes: Int32Array.from(codes), categories }),
    ])();
  };
  return {
    party: texts(items.map(({ party }) => party)),
    kind: texts(items.map(({ kind }) => kind)),
    documentDate: dates(items.map(({ documentDate }) => documentDate)),
    dueDate: dates(items.map(({ dueDate, documentDate }) => dueDate ?? documentDate)),
    amount: amounts(items),
    applications: {
      item: applied.map(({ item }) => item),
      date: dates(applied.map(({ date }) => date)),
      amount: amounts(applied),
      kind: texts(applied.map(({ kind }) => kind)),
      source: applied.map(({ source }) => (source === undefined ? -1 : rowOf.get(source))),
    },
    disputes: {
      item: disputed.map(({ item }) => item),
      from: dates(disputed.map(({ from }) => from)),
      to: dates(disputed.map(({ to = "9999-12-31" }) => to)),
      amount: amounts(disputed),
    },
  } as unknown as ChunkColumns;
}

interface Adding {
  add(chunk: ChunkColumns): unknown;
  merge(other: never): unknown;
  toJSON(): unknown;
}

/**
 * The documents in random chunks, added to one or several accumulators that are then merged in a
 * random tree, some of them by way of a file.
 */
export function inParts<A extends Adding>(
  make: (stored?: unknown) => A,
  { items, money }: Chunkable,
  random: Random,
  factor = 1n,
): A {
  const chunks = partsOf(items, random.int(1, 5), random).map((part) =>
    chunkOf(part, money.minorUnits, random, factor),
  );
  let heap = Array.from({ length: random.int(1, 3) }, () => make());
  for (const chunk of chunks) random.pick(heap).add(chunk);
  while (heap.length > 1) {
    random.shuffle(heap);
    const [first, second, ...others] = heap as [A, A, ...A[]];
    const part = random.pick<() => unknown>([
      () => second,
      () => JSON.parse(JSON.stringify(second)) as unknown,
      () => make(structuredClone(second.toJSON())),
    ])();
    first.merge(part as never);
    heap = [first, ...others];
  }
  return heap[0] as A;
}

/** Runs a check on every random ledger that columns can say, naming the seed that fails. */
export function onChunkable(
  count: number,
  check: (given: Chunkable, random: Random, seed: number) => void,
): number {
  let checked = 0;
  for (let seed = 1; seed <= count; seed += 1) {
    const given = chunkable(seed);
    if (!given) continue;
    checked += 1;
    try {
      check(given, new Random(seed ^ 0x57e), seed);
    } catch (error) {
      throw new Error(`random ledger ${String(seed)}`, { cause: error });
    }
  }
  return checked;
}
