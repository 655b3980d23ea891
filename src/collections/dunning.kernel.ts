/**
 * @module collections/dunning.kernel
 *
 * Which open units a round of letters is about, and whom it goes to, in the order of the ledger.
 */
import type { Units } from "../ledger/columns.ts";
import { FIRST_CREDIT_KIND } from "../ledger/items.ts";
import type { OpenList } from "../ledger/open-units.kernel.ts";

/** How an open unit stands in a round; each class has what those before it lack. */
export const STANDING = { elsewhere: 0, excluded: 1, disputed: 2, asked: 3 } as const;

/** What is left out of a round. */
export interface LeftOut {
  /** Units due later are not on the ladder yet. */
  readonly lastDue: number;
  /** Documents that the caller excludes. */
  readonly excluded: ReadonlySet<number>;
  /** The disputed part of units; one that is disputed as a whole is not asked for. */
  readonly disputed: ReadonlyMap<number, bigint>;
}

/** The standing of every open unit. */
export function standings(
  { unit, open }: OpenList,
  { kind, dueDate, item }: Units,
  { lastDue, excluded, disputed }: LeftOut,
): Uint8Array {
  const standing = new Uint8Array(unit.length);
  const [someExcluded, someDisputed] = [excluded.size > 0, disputed.size > 0];
  for (let at = 0; at < unit.length; at += 1) {
    const own = unit[at]!;
    if (dueDate[own]! > lastDue) continue;
    if (kind !== undefined && kind[own]! >= FIRST_CREDIT_KIND) continue;
    if (someExcluded && excluded.has(item === undefined ? own : item[own]!)) {
      standing[at] = STANDING.excluded;
      continue;
    }
    const share = someDisputed ? disputed.get(own) : undefined;
    const whole = share !== undefined && share === BigInt(open[at]!);
    standing[at] = whole ? STANDING.disputed : STANDING.asked;
  }
  return standing;
}

/** Parties of whom anything is asked, in the order in which they come to the ladder. */
export function askedParties(
  { unit }: OpenList,
  standing: Uint8Array,
  party: Int32Array,
  parties: number,
): number[] {
  const codes: number[] = [];
  const best = new Uint8Array(parties);
  for (let at = 0; at < unit.length; at += 1) {
    const own = standing[at]!;
    if (own === STANDING.elsewhere) continue;
    const code = party[unit[at]!]!;
    if (best[code] === 0) codes.push(code);
    if (own > best[code]!) best[code] = own;
  }
  return codes.filter((code) => best[code] === STANDING.asked);
}
