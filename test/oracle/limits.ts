/**
 * The oracle of limits, in exact fractions and by other ways than the library's: exact shares by
 * trying every state of every customer, whole units one by one, returns by trying every split.
 */
import Fraction from "fraction.js";

import type { Numeric } from "./calendar.ts";
import { fraction as f, sum } from "./calendar.ts";

const ZERO = new Fraction(0);
const atMost = (a: Fraction, b: Fraction) => (a.compare(b) < 0 ? a : b);
const atLeast = (a: Fraction, b: Fraction) => (a.compare(b) > 0 ? a : b);

export interface Sheet {
  currentAssets: Numeric;
  inventory: Numeric;
  currentLiabilities: Numeric;
  totalLiabilities: Numeric;
  equity: Numeric;
}

const TABLE: readonly (readonly [string, string])[] = [
  ["-4.6", "0"],
  ["-3.9", "0.025"],
  ["-3.2", "0.05"],
  ["-2.5", "0.075"],
  ["-1.8", "0.1"],
  ["-1.1", "0.125"],
  ["-0.4", "0.15"],
  ["0.3", "0.175"],
  ["1", "0.2"],
];

/** Working worth by the printed table. */
export function workingAssets(sheet: Sheet): Fraction | "not_defined" {
  const [ca, inventory, cl] = [
    f(sheet.currentAssets),
    f(sheet.inventory),
    f(sheet.currentLiabilities),
  ];
  const [tl, equity] = [f(sheet.totalLiabilities), f(sheet.equity)];
  if (equity.compare(0) <= 0) return ZERO;
  if (cl.n === 0n) return "not_defined";
  const value = ca.mul(2).sub(inventory).div(cl).sub(cl.add(tl).div(equity));
  const share = TABLE.find(([end]) => value.compare(end) <= 0)?.[1] ?? "0.25";
  const worth = ca.sub(cl).add(equity).div(2);
  return atLeast(worth, ZERO).mul(share);
}

export interface Cover {
  coverage: Numeric;
  limit?: Numeric;
  deductible?: Numeric;
  expires?: string;
}

/** Insured and retained of an exposure, cover by cover. */
export function covered(exposed: Fraction, covers: readonly Cover[], asOf: string) {
  let open = atLeast(exposed, ZERO);
  let [insured, retained] = [ZERO, ZERO];
  for (const { coverage, limit, deductible = 0, expires = "9999-12-31" } of covers) {
    if (expires < asOf) continue;
    const part = limit === undefined ? open : atMost(f(limit), open);
    const paid = atLeast(part.mul(f(coverage)).sub(f(deductible)), ZERO);
    [open, insured, retained] = [open.sub(part), insured.add(paid), retained.add(part.sub(paid))];
  }
  return { insured, retained };
}

export interface Claim {
  id: string;
  weight: Fraction;
  floor: Fraction;
  /** Undefined: none. */
  cap: Fraction | undefined;
  group: string | undefined;
  value: Fraction;
}

export interface Problem {
  budget: Fraction;
  claims: readonly Claim[];
  /** By group. */
  caps: ReadonlyMap<string, Fraction>;
}

/** The shares of one pool at the level that spends the total, by trying every state. */
function pool(claims: readonly Claim[], total: Fraction): Fraction[] | undefined {
  const states = ["floor", "cap", "moving"] as const;
  const count = 3 ** claims.length;
  for (let code = 0; code < count; code += 1) {
    const own = claims.map((_, place) => states[Math.floor(code / 3 ** place) % 3]!);
    if (own.some((state, at) => state === "cap" && !claims[at]!.cap)) continue;
    if (own.some((state, at) => state === "moving" && claims[at]!.weight.n === 0n)) continue;
    const fixed = sum(
      claims.map(({ floor, cap }, at) =>
        own[at] === "moving" ? ZERO : own[at] === "cap" ? cap! : floor,
      ),
    );
    const moving = sum(claims.map(({ weight }, at) => (own[at] === "moving" ? weight : ZERO)));
    if (moving.n === 0n && !fixed.equals(total)) continue;
    const levels = moving.n === 0n ? edges(claims) : [total.sub(fixed).div(moving)];
    for (const level of levels) {
      const shares = claims.map((claim) => at(claim, level));
      const fits = shares.every((share, place) => {
        const { floor, cap, weight } = claims[place]!;
        const expected =
          own[place] === "moving" ? level.mul(weight) : own[place] === "cap" ? cap! : floor;
        return share.equals(expected);
      });
      if (level.compare(0) >= 0 && fits && sum(shares).equals(total)) return shares;
    }
  }
  return undefined;
}

function at({ weight, floor, cap }: Claim, level: Fraction): Fraction {
  const raised = atLeast(level.mul(weight), floor);
  return cap ? atMost(cap, raised) : raised;
}

/** Where nothing moves: the levels at which something starts or stops. */
function edges(claims: readonly Claim[]): Fraction[] {
  return claims
    .filter(({ weight }) => weight.n !== 0n)
    .flatMap(({ weight, floor, cap }) => [floor, cap ?? floor].map((end) => end.div(weight)))
    .concat(ZERO)
    .sort((a, b) => a.compare(b));
}

/** Exact shares, or undefined where the floors cannot be met. */
export function exactShares({ budget, claims, caps }: Problem): Map<string, Fraction> | undefined {
  if (!isFeasible({ budget, claims, caps })) return undefined;
  const most = (members: readonly Claim[]) =>
    sum(members.map(({ weight, cap, floor }) => (weight.n === 0n ? floor : (cap ?? budget))));
  const names = [...caps.keys()];
  // Every set of groups may be the one whose caps bind; the right one is consistent.
  for (let code = 0; code < 2 ** names.length; code += 1) {
    const bound = names.filter((_, place) => Math.floor(code / 2 ** place) % 2 === 1);
    const found = new Map<string, Fraction>();
    let isRight = true;
    for (const name of bound) {
      const members = claims.filter(({ group }) => group === name);
      const shares =
        most(members).compare(caps.get(name)!) > 0 ? pool(members, caps.get(name)!) : undefined;
      if (!shares) isRight = false;
      members.forEach(({ id }, place) => found.set(id, shares?.[place] ?? ZERO));
    }
    const rest = claims.filter(({ group }) => !bound.includes(group ?? ""));
    const left = budget.sub(sum(bound.map((name) => caps.get(name)!)));
    const shares =
      isRight && left.compare(0) >= 0 ? pool(rest, atMost(left, most(rest))) : undefined;
    if (!shares) continue;
    rest.forEach(({ id }, place) => found.set(id, shares[place]!));
    // A group is right to be bound where its members would take no less at the others' level…
    const level = (members: readonly Claim[]) =>
      members
        .filter(({ id, weight, floor }) => weight.n !== 0n && found.get(id)!.compare(floor) > 0)
        .map(({ id, weight }) => found.get(id)!.div(weight))
        .reduce(atLeast, ZERO);
    const isLower = bound.every((name) => {
      const members = claims.filter(({ group }) => group === name);
      return canRise(rest, found) ? level(members).compare(riseLevel(rest, found)) <= 0 : true;
    });
    // …and free where they keep its cap.
    const isKept = names.every((name) => {
      const members = claims.filter(({ group }) => group === name);
      return sum(members.map(({ id }) => found.get(id)!)).compare(caps.get(name)!) <= 0;
    });
    if (isLower && isKept) return found;
  }
  return undefined;
}

const canRise = (claims: readonly Claim[], found: ReadonlyMap<string, Fraction>) =>
  claims.some(({ id, weight, cap }) => weight.n !== 0n && !(cap && found.get(id)!.equals(cap)));

/** The highest level at which those that can still rise stand. */
function riseLevel(claims: readonly Claim[], found: ReadonlyMap<string, Fraction>): Fraction {
  return claims
    .filter(({ id, weight, cap }) => weight.n !== 0n && !(cap && found.get(id)!.equals(cap)))
    .map(({ id, weight }) => found.get(id)!.div(weight))
    .reduce((a, b) => atMost(a, b));
}

export function isFeasible({ budget, claims, caps }: Problem): boolean {
  const floors = (members: readonly Claim[]) => sum(members.map(({ floor }) => floor));
  return (
    claims.every(({ floor, cap }) => !cap || floor.compare(cap) <= 0) &&
    floors(claims).compare(budget) <= 0 &&
    [...caps].every(
      ([name, cap]) => floors(claims.filter(({ group }) => group === name)).compare(cap) <= 0,
    )
  );
}

/** Bounds and budget in whole units. */
export function inUnits({ budget, claims, caps }: Problem, unit: Fraction): Problem {
  return {
    budget: budget.div(unit).floor(),
    caps: new Map([...caps].map(([name, cap]) => [name, cap.div(unit).floor()])),
    claims: claims.map((claim) => ({
      ...claim,
      floor: claim.floor.div(unit).ceil(),
      cap: claim.cap?.div(unit).floor(),
    })),
  };
}

/** Whole units by the divisor rule, one after the other. */
export function unitByUnit(problem: Problem): Map<string, Fraction> | undefined {
  if (!isFeasible(problem)) return undefined;
  const { budget, claims, caps } = problem;
  const found = new Map(claims.map(({ id, floor }) => [id, floor]));
  for (;;) {
    if (sum([...found.values()]).compare(budget) >= 0) return found;
    const open = claims.filter(({ id, cap, weight, group }) => {
      const own = claims.filter((each) => group !== undefined && each.group === group);
      const taken = sum(own.map((each) => found.get(each.id)!));
      const limit = group === undefined ? undefined : caps.get(group);
      const isShut = limit !== undefined && taken.compare(limit) >= 0;
      return weight.n !== 0n && !(cap && found.get(id)!.compare(cap) >= 0) && !isShut;
    });
    if (open.length === 0) return found;
    const step = ({ id, weight }: Claim) => found.get(id)!.add("1/2").div(weight);
    open.sort(
      (a, b) => step(a).compare(step(b)) || b.weight.compare(a.weight) || (a.id < b.id ? -1 : 1),
    );
    const [next] = open;
    found.set(next!.id, found.get(next!.id)!.add(1));
  }
}

/** The greatest return in whole units, by trying every split. */
export function bestReturn(problem: Problem): Fraction | undefined {
  if (!isFeasible(problem)) return undefined;
  const { budget, claims, caps } = problem;
  let best: Fraction | undefined;
  const walk = (
    place: number,
    left: number,
    room: ReadonlyMap<string, number>,
    value: Fraction,
  ) => {
    const claim = claims[place];
    if (!claim) {
      if (!best || value.compare(best) > 0) best = value;
      return;
    }
    const { floor, cap, group } = claim;
    const own = group === undefined ? undefined : room.get(group);
    const most = Math.min(left, own ?? left, (cap ?? budget).valueOf());
    for (let units = floor.valueOf(); units <= most; units += 1) {
      const rest = new Map(room);
      if (own !== undefined) rest.set(group!, own - units);
      walk(place + 1, left - units, rest, value.add(claim.value.mul(units)));
    }
  };
  const room = new Map([...caps].map(([name, cap]) => [name, cap.valueOf()]));
  walk(0, budget.valueOf(), room, ZERO);
  return best;
}
