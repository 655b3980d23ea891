/**
 * @module aging/measures
 *
 * The figures of one row: numbers read from the ledger, each with its origin.
 */
import { formatDay } from "../ground/days.ts";
import type { Figure, Unit } from "../ground/figure.ts";
import { figure } from "../ground/figure.ts";
import { Fraction } from "../ground/fraction.ts";
import { once, withOnce } from "../ground/once.ts";
import type { Bucket } from "../ledger/buckets.ts";
import { bucketEnds } from "../ledger/buckets.ts";
import { knownFromCaveats } from "../ledger/ledger.ts";
import { minorFraction } from "../ledger/minor.ts";
import type { ScopeTerms } from "../ledger/scope.ts";
import { scopeInputs } from "../ledger/scope.ts";
import type { CreditPolicy } from "./policies.ts";
import type { RowAmounts } from "./row-amounts.ts";
import type { SumsData } from "./sums.ts";
import type { AgedAmount, AgingMeasures } from "./view.ts";

/**
 * The measures of a row of this scope, behind the field that names it. Figures of numbers of units
 * are made when they are read: counting takes a pass over the ledger.
 */
export function measuresOf<Head extends object>(
  data: SumsData,
  policy: CreditPolicy,
  scope: ScopeTerms,
  row: RowAmounts,
  head: Head,
): Head & AgingMeasures {
  const make = new FigureMaker(data, scope);
  const counts = once(row.counts);
  const gross = make.money("ledger/charges", row.gross, () => ({
    items: sumOfCounts(counts().buckets),
  }));
  const credits = make.money("ledger/credits", row.credits, () => ({ items: counts().credits }));
  const overdue = make.money("ledger/overdue", row.overdue, () => ({ items: counts().overdue }));
  const net = minorFraction(row.gross - row.credits, data.places);
  const current = minorFraction(row.gross - row.overdue, data.places);
  const { currency } = data;
  const amounts = {
    ...head,
    buckets: data.buckets.map((bucket, index) => {
      const amount = row.buckets[index] as bigint;
      const count = () => counts().buckets[index] as number;
      return agedAmount(make, policy, bucket, amount, count);
    }),
    credits,
    unallocated:
      policy === "separate"
        ? credits
        : make.money("ledger/unallocated-credits", row.unallocated, () => ({ policy })),
    gross,
    net: figure("aging/net", net, "money", { gross, credits }, { currency }),
    current: figure("aging/current", current, "money", { gross, overdue }, { currency }),
    overdue,
  };
  const countOverdue = () => make.count("ledger/overdue-count", counts().overdue);
  const disputed = make.money("ledger/disputed", row.disputed);
  const measures = Object.assign(withOnce(amounts, "overdueCount", countOverdue), { disputed });
  return measures as Head & AgingMeasures;
}

/** What a class shows: open debit units, or what the policy leaves of them. */
function agedAmount(
  make: FigureMaker,
  policy: CreditPolicy,
  bucket: Bucket,
  amount: bigint,
  counted: () => number,
): AgedAmount {
  const ends = { bucket: bucketEnds(bucket) };
  const shown =
    policy === "separate"
      ? make.money("ledger/charges", amount, () => ({ ...ends, items: counted() }))
      : make.money("ledger/aged-net", amount, () => ({ ...ends, policy }));
  const count = () => make.count("ledger/open-count", counted(), () => ends) as AgedAmount["count"];
  return withOnce({ ...bucket, amount: shown }, "count", count);
}

/** Figures that share the question they answer. */
class FigureMaker {
  readonly #data: SumsData;
  readonly #scope: ScopeTerms;

  constructor(data: SumsData, scope: ScopeTerms) {
    this.#data = data;
    this.#scope = scope;
  }

  money(id: string, minor: bigint, inputs?: () => object): Figure {
    const { places, currency } = this.#data;
    const stated = () => ({ ...inputs?.(), currency });
    return this.#make(id, minorFraction(minor, places), "money", stated);
  }

  count(id: string, count: number, inputs?: () => object): Figure {
    return this.#make(id, Fraction.whole(count), "count", inputs);
  }

  #make(id: string, value: Fraction, unit: Unit, inputs?: () => object): Figure {
    const { terms, currency, knownFrom } = this.#data;
    const asked = () => ({
      asOf: formatDay(terms.asOf),
      agedTo: formatDay(terms.agedTo),
      basis: terms.basis,
      dueDayIsOverdue: terms.dueDayIsOverdue,
      ...scopeInputs(this.#scope),
      ...inputs?.(),
    });
    const money = unit === "money" ? currency : undefined;
    const caveats = knownFromCaveats(knownFrom, terms.asOf);
    return figure(id, value, unit, asked, { currency: money, caveats });
  }
}

function sumOfCounts(counts: readonly number[]): number {
  let all = 0;
  for (const count of counts) all += count;
  return all;
}
