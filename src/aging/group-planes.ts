/**
 * @module aging/group-planes
 *
 * Sums by group and bucket in separate planes: open debit units, open credit items, disputed
 * amounts, counts. Planes of equal questions add up group by group.
 */
import type { Amounts } from "../ledger/columns.ts";
import { amountAt, isWide } from "../ledger/columns.ts";
import type { OpenCounts } from "../ledger/planes.ts";
import { once } from "../ground/once.ts";

/** Whom a group stands for. */
export interface GroupKey {
  readonly party: string;
  /** The dimension value; null for items without one, undefined where no dimension was asked. */
  readonly value?: string | null;
}

/** Whom the groups stand for: an array, or keys that are made when one is asked for. */
export interface GroupKeys {
  readonly length: number;
  at(group: number): GroupKey | undefined;
}

/**
 * The planes of a list of groups: cell `group × stride + bucket`. No plane holds negative amounts,
 * and the sum over a plane of doubles is a safe integer: so is every sum of some of its cells.
 */
export interface GroupPlanes {
  readonly keys: GroupKeys;
  readonly stride: number;
  /** The class that the policy `current` takes credits off. */
  readonly current: number;
  readonly charges: Amounts;
  readonly credits: Amounts;
  readonly disputed: Amounts;
  readonly overdue: Amounts;
  /** How many there are, on first use. */
  readonly counts: () => OpenCounts;
}

/** Adds planes of the same buckets, matching groups by their key, in the order of first mention. */
export function mergePlanes(list: readonly GroupPlanes[]): GroupPlanes {
  const { keys, places } = mergedKeys(list);
  const { stride, current } = list[0] as GroupPlanes;
  const cells = keys.length * stride;
  const money = (plane: "charges" | "credits" | "disputed") =>
    addAmounts(list, places, stride, cells, (planes) => planes[plane]);
  const counted = (plane: keyof OpenCounts, width: number) =>
    addCounts(list, places, width, keys.length * width, (planes) => planes.counts()[plane]);
  return {
    keys,
    stride,
    current,
    charges: money("charges"),
    credits: money("credits"),
    disputed: money("disputed"),
    overdue: addAmounts(list, places, 1, keys.length, (planes) => planes.overdue),
    counts: once(() => ({
      count: counted("count", stride),
      creditCount: counted("creditCount", 1),
      overdueCount: counted("overdueCount", 1),
    })),
  };
}

/** The groups of all lists, and where each list's groups stand among them. */
function mergedKeys(list: readonly GroupPlanes[]) {
  const keys: GroupKey[] = [];
  const placeOf = new Map<string, number>();
  const places = list.map((planes) =>
    Array.from({ length: planes.keys.length }, (_, group) => {
      const key = keyOf(planes, group);
      const name = JSON.stringify([key.party, key.value]);
      let place = placeOf.get(name);
      if (place === undefined) {
        place = keys.length;
        placeOf.set(name, place);
        keys.push(key);
      }
      return place;
    }),
  );
  return { keys, places };
}

/** Whom a group stands for. */
export function keyOf({ keys }: GroupPlanes, group: number): GroupKey {
  return keys.at(group) as GroupKey;
}

type Pick<T> = (planes: GroupPlanes) => T;

function addAmounts(
  list: readonly GroupPlanes[],
  places: readonly (readonly number[])[],
  width: number,
  cells: number,
  pick: Pick<Amounts>,
): Amounts {
  const sum = new Float64Array(cells);
  let total = 0;
  for (const [index, planes] of list.entries()) {
    const plane = pick(planes);
    if (isWide(plane)) return addWide(list, places, width, cells, pick);
    total += addInto(sum, plane, places[index] as readonly number[], width);
    if (total > Number.MAX_SAFE_INTEGER) return addWide(list, places, width, cells, pick);
  }
  return sum;
}

/** Adds a plane and answers the sum over it. */
function addInto(
  sum: Float64Array,
  plane: Float64Array,
  places: readonly number[],
  width: number,
): number {
  let total = 0;
  places.forEach((place, group) => {
    for (let column = 0; column < width; column += 1) {
      const amount = plane[group * width + column] as number;
      total += amount;
      (sum[place * width + column] as number) += amount;
    }
  });
  return total;
}

function addWide(
  list: readonly GroupPlanes[],
  places: readonly (readonly number[])[],
  width: number,
  cells: number,
  pick: Pick<Amounts>,
): bigint[] {
  const sum = new Array<bigint>(cells).fill(0n);
  list.forEach((planes, index) => {
    const plane = pick(planes);
    (places[index] as readonly number[]).forEach((place, group) => {
      for (let column = 0; column < width; column += 1) {
        const cell = place * width + column;
        sum[cell] = (sum[cell] as bigint) + amountAt(plane, group * width + column);
      }
    });
  });
  return sum;
}

function addCounts(
  list: readonly GroupPlanes[],
  places: readonly (readonly number[])[],
  width: number,
  cells: number,
  pick: Pick<Float64Array>,
): Float64Array {
  const sum = new Float64Array(cells);
  list.forEach((planes, index) => {
    addInto(sum, pick(planes), places[index] as readonly number[], width);
  });
  return sum;
}

/** Sums over all groups, by column. */
export function columnSums(amounts: Amounts | Float64Array, width: number): bigint[] {
  if (isWide(amounts)) return wideColumnSums(amounts, width);
  return Array.from({ length: width }, (_, column) => columnSum(amounts, width, column));
}

function columnSum(amounts: Float64Array, width: number, column: number): bigint {
  let sum = 0;
  for (let cell = column; cell < amounts.length; cell += width) sum += amounts[cell] as number;
  return BigInt(sum);
}

function wideColumnSums(amounts: readonly bigint[], width: number): bigint[] {
  const sums = new Array<bigint>(width).fill(0n);
  amounts.forEach((amount, cell) => {
    sums[cell % width] = (sums[cell % width] as bigint) + amount;
  });
  return sums;
}

/** The groups that have anything open. */
export function openGroups(planes: GroupPlanes): Int32Array {
  const open = new Int32Array(planes.keys.length);
  let found = 0;
  for (let group = 0; group < open.length; group += 1) {
    if (isOpenGroup(planes, group)) {
      open[found] = group;
      found += 1;
    }
  }
  return open.subarray(0, found);
}

/** What is open is above 0, so a group has something open where a cell has. */
function isOpenGroup({ charges, credits, stride }: GroupPlanes, group: number): boolean {
  for (let cell = group * stride; cell < (group + 1) * stride; cell += 1) {
    if ((charges[cell] as number | bigint) > 0 || (credits[cell] as number | bigint) > 0) {
      return true;
    }
  }
  return false;
}
