/**
 * @module aging/policies
 *
 * Where credit items go: five policies, each a view of one group's buckets.
 */

/** How open credit items are shown; see the guide "How the ledger counts", Aging. */
export type CreditPolicy = "separate" | "own-date" | "current" | "oldest-first" | "newest-first";

/** The policies, the default first. */
export const CREDIT_POLICIES = [
  "separate",
  "own-date",
  "current",
  "oldest-first",
  "newest-first",
] as const;

/** One group's buckets under a policy, in minor units. */
export interface Allocated {
  readonly buckets: readonly bigint[];
  /** Credits that no bucket shows. */
  readonly unallocated: bigint;
}

/** Shows a group's credits by the policy. `current` is the first bucket that is not overdue. */
export function allocate(
  policy: CreditPolicy,
  charges: readonly bigint[],
  credits: readonly bigint[],
  current: number,
): Allocated {
  let total = 0n;
  for (const credit of credits) total += credit;
  switch (policy) {
    case "separate":
      return { buckets: charges, unallocated: total };
    case "own-date":
      return { buckets: charges.map((each, at) => each - (credits[at] ?? 0n)), unallocated: 0n };
    case "current":
      return {
        buckets: charges.map((each, at) => (at === current ? each - total : each)),
        unallocated: 0n,
      };
    case "oldest-first":
      return waterfall(charges, total, charges.length - 1, -1);
    case "newest-first":
      return waterfall(charges, total, 0, 1);
  }
}

/** Takes the credits off bucket after bucket, none below zero. */
function waterfall(charges: readonly bigint[], total: bigint, start: number, step: 1 | -1) {
  const buckets = [...charges];
  let rest = total;
  for (let at = start; at >= 0 && at < buckets.length; at += step) {
    const charge = buckets[at] as bigint;
    const taken = charge < rest ? charge : rest;
    buckets[at] = charge - taken;
    rest -= taken;
  }
  return { buckets, unallocated: rest };
}
