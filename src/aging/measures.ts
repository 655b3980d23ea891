/**
 * @module aging/measures
 *
 * The figures of one row: numbers read from the ledger, each with its origin.
 */
import { formatDay } from "../ground/days.ts";
import type { Figure, Unit } from "../ground/figure.ts";
import { figure } from "../ground/figure.ts";
import { Fraction } from "../ground/fraction.ts";
import type { Bucket } from "../ledger/buckets.ts";
import { bucketEnds } from "../ledger/buckets.ts";
import { knownFromCaveats } from "../ledger/ledger.ts";
import { minorFraction } from "../ledger/minor.ts";
import type { ScopeTerms } from "../ledger/scope.ts";
import { scopeInputs } from "../ledger/scope.ts";
import type { CreditPolicy } from "./policies.ts";
import type { RowAmounts } from "./row-amounts.ts";
import type { SumsData } from "./sums.ts";
import type { AgingMeasures } from "./view.ts";

/** The measures of a row of this scope. */
export function measuresOf(
  data: SumsData,
  policy: CreditPolicy,
  scope: ScopeTerms,
  row: RowAmounts,
): AgingMeasures {
  const make = new FigureMaker(data, scope);
  const gross = make.money("ledger/charges", row.gross, { items: sumOfCounts(row.counts) });
  const credits = make.money("ledger/credits", row.credits, { items: row.creditCount });
  const net = minorFraction(row.gross - row.credits, data.places);
  const overdue = make.money("ledger/overdue", row.overdue, { items: row.overdueCount });
  const current = minorFraction(row.gross - row.overdue, data.places);
  const { currency } = data;
  return {
    buckets: data.buckets.map((bucket, index) => ({
      ...bucket,
      amount: bucketAmount(make, policy, bucket, row, index),
      count: make.count("ledger/open-count", row.counts[index] as number, bucketInputs(bucket)),
    })) as AgingMeasures["buckets"],
    credits: credits as AgingMeasures["credits"],
    unallocated:
      policy === "separate"
        ? credits
        : make.money("ledger/unallocated-credits", row.unallocated, { policy }),
    gross: gross as AgingMeasures["gross"],
    net: figure("aging/net", net, "money", { gross, credits }, { currency }),
    current: figure("aging/current", current, "money", { gross, overdue }, { currency }),
    overdue: overdue as AgingMeasures["overdue"],
    overdueCount: make.count(
      "ledger/overdue-count",
      row.overdueCount,
    ) as AgingMeasures["overdueCount"],
    disputed: make.money("ledger/disputed", row.disputed) as AgingMeasures["disputed"],
  };
}

/** What a class shows: open debit units, or what the policy leaves of them. */
function bucketAmount(
  make: FigureMaker,
  policy: CreditPolicy,
  bucket: Bucket,
  row: RowAmounts,
  index: number,
): Figure {
  const amount = row.buckets[index] as bigint;
  const items = row.counts[index] as number;
  const inputs = bucketInputs(bucket);
  return policy === "separate"
    ? make.money("ledger/charges", amount, { ...inputs, items })
    : make.money("ledger/aged-net", amount, { ...inputs, policy });
}

function bucketInputs(bucket: Bucket): object {
  return { bucket: bucketEnds(bucket) };
}

/** Figures that share the question they answer. */
class FigureMaker {
  readonly #data: SumsData;
  readonly #scope: ScopeTerms;

  constructor(data: SumsData, scope: ScopeTerms) {
    this.#data = data;
    this.#scope = scope;
  }

  money(id: string, minor: bigint, inputs: object = {}): Figure {
    const { places, currency } = this.#data;
    return this.#make(id, minorFraction(minor, places), "money", { ...inputs, currency });
  }

  count(id: string, count: number, inputs: object = {}): Figure {
    return this.#make(id, Fraction.whole(count), "count", inputs);
  }

  #make(id: string, value: Fraction, unit: Unit, inputs: object): Figure {
    const { terms, currency, knownFrom } = this.#data;
    const asked = () => ({
      asOf: formatDay(terms.asOf),
      agedTo: formatDay(terms.agedTo),
      basis: terms.basis,
      dueDayIsOverdue: terms.dueDayIsOverdue,
      ...scopeInputs(this.#scope),
      ...inputs,
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
