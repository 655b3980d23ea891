/**
 * @module aging/group-planes
 *
 * Sums by group and bucket in separate planes: open debit units, open credit items, disputed
 * amounts, counts. Planes of equal questions add up group by group.
 */
import type { Amounts } from "../ledger/columns.ts";
import { amountAt, isWide } from "../ledger/columns.ts";

/** Whom a group stands for. */
export interface GroupKey {
  readonly party: string;
  /** The dimension value; null for items without one, undefined where no dimension was asked. */
  readonly value?: string | null;
}

/** The planes of a list of groups: cell `group × stride + bucket`. */
export interface GroupPlanes {
  readonly keys: readonly GroupKey[];
  readonly stride: number;
  /** The class that the policy `current` takes credits off. */
  readonly current: number;
  readonly charges: Amounts;
  readonly credits: Amounts;
  readonly disputed: Amounts;
  readonly count: Float64Array;
  readonly creditCount: Float64Array;
  readonly overdue: Amounts;
  readonly overdueCount: Float64Array;
}

/** Adds planes of the same buckets, matching groups by their key, in the order of first mention. */
export function mergePlanes(list: readonly GroupPlanes[]): GroupPlanes {
  const { keys, places } = mergedKeys(list);
  const { stride, current } = list[0] as GroupPlanes;
  const cells = keys.length * stride;
  const money = (plane: "charges" | "credits" | "disputed") =>
    addAmounts(list, places, stride, cells, (planes) => planes[plane]);
  const counts = (plane: "count" | "creditCount" | "overdueCount", width: number) =>
    addCounts(list, places, width, keys.length * width, (planes) => planes[plane]);
  return {
    keys,
    stride,
    current,
    charges: money("charges"),
    credits: money("credits"),
    disputed: money("disputed"),
    count: counts("count", stride),
    creditCount: counts("creditCount", 1),
    overdue: addAmounts(list, places, 1, keys.length, (planes) => planes.overdue),
    overdueCount: counts("overdueCount", 1),
  };
}

/** The groups of all lists, and where each list's groups stand among them. */
function mergedKeys(list: readonly GroupPlanes[]) {
  const keys: GroupKey[] = [];
  const placeOf = new Map<string, number>();
  const places = list.map((planes) =>
    planes.keys.map((key) => {
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

type Pick<T> = (planes: GroupPlanes) => T;

function addAmounts(
  list: readonly GroupPlanes[],
  places: readonly (readonly number[])[],
  width: number,
  cells: number,
  pick: Pick<Amounts>,
): Amounts {
  const sum = new Float64Array(cells);
  for (const [index, planes] of list.entries()) {
    const plane = pick(planes);
    if (isWide(plane)) return addWide(list, places, width, cells, pick);
    const largest = addInto(sum, plane, places[index] as readonly number[], width);
    // No plane holds negative amounts, so the largest cell bounds every partial sum.
    if (largest > Number.MAX_SAFE_INTEGER) return addWide(list, places, width, cells, pick);
  }
  return sum;
}

/** Adds a plane and answers the largest cell that came of it. */
function addInto(
  sum: Float64Array,
  plane: Float64Array,
  places: readonly number[],
  width: number,
): number {
  let largest = 0;
  places.forEach((place, group) => {
    for (let column = 0; column < width; column += 1) {
      const cell = place * width + column;
      const total = (sum[cell] as number) + (plane[group * width + column] as number);
      sum[cell] = total;
      if (total > largest) largest = total;
    }
  });
  return largest;
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
  const sums = new Array<bigint>(width).fill(0n);
  const running = new Float64Array(width);
  const wide = isWide(amounts);
  for (let cell = 0; cell < amounts.length; cell += 1) {
    const column = cell % width;
    const each = amounts[cell] as number | bigint;
    const total = wide ? Infinity : (running[column] as number) + Number(each);
    if (total <= Number.MAX_SAFE_INTEGER) running[column] = total;
    else sums[column] = (sums[column] as bigint) + BigInt(each);
  }
  return sums.map((sum, column) => sum + BigInt(running[column] as number));
}

/** True for a group that has anything open. */
export function isOpenGroup({ count, creditCount, stride }: GroupPlanes, group: number): boolean {
  if ((creditCount[group] as number) > 0) return true;
  for (let cell = group * stride; cell < (group + 1) * stride; cell += 1) {
    if ((count[cell] as number) > 0) return true;
  }
  return false;
}
