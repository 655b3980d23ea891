/**
 * @module performance/alerts
 *
 * Customers of whose balance too much stands in one age class.
 */
import type { Issue } from "../ground/errors.ts";
import { issue } from "../ground/errors.ts";
import type { Figure } from "../ground/figure.ts";
import { figure } from "../ground/figure.ts";
import type { Fraction } from "../ground/fraction.ts";
import { sumOf } from "../ground/fraction.ts";
import { amount, list, object, rate, text } from "../ground/input-atoms.ts";
import type { Numeric } from "../ground/numeric.ts";
import type { List } from "../ground/rows.ts";

/** What a customer owes in one age class; the rows of `agingFromBalances` without a dimension. */
export interface PartyClassBalance {
  /** The customer. */
  readonly party: string;
  /** The age class, by its label: `31-60`. */
  readonly bucket: string;
  /** What stands in it. Money, at least 0. */
  readonly amount: Numeric;
}

/** From which share of a customer's balance on an age class is a matter for attention. */
export interface AlertShare {
  /** The age class, by its label. */
  readonly bucket: string;
  /** The share of the customer's balance, from 0 to 1: up to it there is no alert. */
  readonly share: Numeric;
}

/** Balances by customer and age class, and the shares that raise an alert. */
export interface BucketAlertsInput {
  /** One row a customer and class, at most 10^6; a class left out holds nothing. */
  readonly balances: List<PartyClassBalance>;
  /** One share a class, at most 1,000; other classes raise no alert. */
  readonly alertShares: List<AlertShare>;
}

/** An age class that holds more of a customer's balance than it may. */
export interface BucketAlert {
  /** The customer. */
  readonly party: string;
  /** The age class. */
  readonly bucket: string;
  /** The class as a share of the customer's balance. */
  readonly share: Figure<"performance/bucket-share">;
  /** That less the share allowed: above 0. */
  readonly excess: Figure<"performance/bucket-excess">;
}

/** The schema of {@link BucketAlertsInput}. */
export const bucketAlertsSchema = () =>
  object({
    balances: list(object({ party: text(), bucket: text(), amount: amount() }), {
      atMost: 1_000_000,
    }),
    alertShares: list(object({ bucket: text(), share: rate() }), { atLeast: 1, atMost: 1_000 }),
  });

interface Balance {
  readonly party: string;
  readonly bucket: string;
  readonly amount: Fraction;
}

interface AlertTerms {
  readonly balances: readonly Balance[];
  readonly alertShares: readonly { readonly bucket: string; readonly share: Fraction }[];
}

/** Classes or rows that are stated twice. */
export function alertFaults({ balances, alertShares }: AlertTerms, path: string): Issue[] {
  const rule = "must be stated once";
  const twice = <Row>(rows: readonly Row[], keyOf: (row: Row) => string, at: string): Issue[] => {
    const seen = new Set<string>();
    return rows.flatMap((row, index) => {
      const key = keyOf(row);
      if (seen.has(key)) return [issue(`${at}[${index}]`, rule)];
      seen.add(key);
      return [];
    });
  };
  return [
    ...twice(balances, ({ party, bucket }) => JSON.stringify([party, bucket]), `${path}.balances`),
    ...twice(alertShares, ({ bucket }) => bucket, `${path}.alertShares`),
  ];
}

/** The alerts, by customer in the order in which they first come, classes in the order given. */
export function bucketAlerts({ balances, alertShares }: AlertTerms): BucketAlert[] {
  const allowed = new Map(alertShares.map(({ bucket, share }) => [bucket, share]));
  const byParty = new Map<string, Balance[]>();
  for (const balance of balances) {
    const own = byParty.get(balance.party);
    if (own) own.push(balance);
    else byParty.set(balance.party, [balance]);
  }
  return [...byParty.values()].flatMap((own) => alertsOf(own, allowed));
}

function alertsOf(own: readonly Balance[], allowed: ReadonlyMap<string, Fraction>): BucketAlert[] {
  const buckets = own.map(({ bucket, amount }) => ({ bucket, amount }));
  const total = sumOf(own.map(({ amount }) => amount));
  // Who owes nothing has no shares.
  if (total.isZero) return [];
  return own.flatMap(({ party, bucket, amount }): BucketAlert[] => {
    const alertShare = allowed.get(bucket);
    const held = amount.over(total);
    if (!alertShare || held.compare(alertShare) <= 0) return [];
    const share: BucketAlert["share"] = figure("performance/bucket-share", held, "fraction", {
      amount,
      buckets,
    });
    const inputs = { share, alertShare };
    const over = held.minus(alertShare);
    const excess: BucketAlert["excess"] = figure(
      "performance/bucket-excess",
      over,
      "fraction",
      inputs,
    );
    return [{ party, bucket, share, excess }];
  });
}
