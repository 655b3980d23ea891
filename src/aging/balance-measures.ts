/**
 * @module aging/balance-measures
 *
 * The figures of one row of a table of balances: sums of what was given.
 */
import { formatDay } from "../ground/days.ts";
import type { Absent, Figure, Unit } from "../ground/figure.ts";
import { absent, figure } from "../ground/figure.ts";
import type { Fraction } from "../ground/fraction.ts";
import { sumOf } from "../ground/fraction.ts";
import type { Bucket } from "../ledger/buckets.ts";
import { currentBucket } from "../ledger/buckets.ts";
import type { BalanceMeasures, BalanceQuestion, BalanceTerms } from "./from-balances.ts";

type Balances = readonly BalanceTerms[];

/** The measures of these balances. */
export function balanceMeasures(
  { terms, buckets }: BalanceQuestion,
  balances: Balances,
  scope: { readonly party?: string },
): BalanceMeasures {
  const { currency } = terms;
  const asked = { asOf: formatDay(terms.asOf), ...scope };
  const debits = balances.filter(({ amount }) => amount.sign > 0);
  const shown = terms.credits === "separate" ? debits : balances;
  const gross = sumOfBalances(debits, { ...asked }, currency);
  const credits = creditsOf(balances, asked, currency);
  const hidden = terms.credits === "separate" ? credits : creditsOf([], asked, currency);
  return {
    buckets: buckets.map((bucket) => ({
      ...bucket,
      amount: sumOfBalances(inBucket(shown, bucket), { ...asked, bucket: bucket.label }, currency),
      count: unknown("ledger/open-count", "count", "balances do not say how many items they have"),
    })),
    credits,
    unallocated: hidden,
    gross,
    net: figure("aging/net", amountOf(balances), "money", { gross, credits }, { currency }),
    ...overdueMeasures({ terms, buckets }, debits, asked, gross),
    overdueCount: unknown("ledger/overdue-count", "count", "balances do not say how many items"),
    disputed: unknown("ledger/disputed", "money", "balances do not say what is disputed"),
  };
}

function overdueMeasures(
  { terms, buckets }: BalanceQuestion,
  debits: Balances,
  asked: object,
  gross: Figure,
): Pick<BalanceMeasures, "current" | "overdue"> {
  if (terms.basis === "document-date") {
    const reason = "ages from the document date do not say what is overdue";
    const current = unknown("aging/current", "money", reason);
    return { current, overdue: unknown("aging/class-balance", "money", reason) };
  }
  const { currency } = terms;
  const labels = new Set(buckets.slice(currentBucket(terms) + 1).map(({ label }) => label));
  const late = debits.filter(({ bucket }) => labels.has(bucket));
  const overdue = sumOfBalances(late, { ...asked, buckets: [...labels] }, currency);
  const current = amountOf(debits).minus(amountOf(late));
  return {
    current: figure("aging/current", current, "money", { gross, overdue }, { currency }),
    overdue,
  };
}

function inBucket(balances: Balances, { label }: Bucket): Balances {
  return balances.filter(({ bucket }) => bucket === label);
}

function amountOf(balances: Balances): Fraction {
  return sumOf(balances.map(({ amount }) => amount));
}

function sumOfBalances(
  balances: Balances,
  asked: object,
  currency: string,
): Figure<"aging/class-balance"> {
  const inputs = () => ({ ...asked, balances: [...balances] });
  return figure("aging/class-balance", amountOf(balances), "money", inputs, { currency });
}

function creditsOf(
  balances: Balances,
  asked: object,
  currency: string,
): Figure<"aging/credit-balances"> {
  const negative = balances.filter(({ amount }) => amount.sign < 0);
  const inputs = () => ({ ...asked, balances: negative });
  const total = amountOf(negative).negated();
  return figure("aging/credit-balances", total, "money", inputs, { currency });
}

/** What balances do not say. */
export function unknown<Id extends string>(id: Id, unit: Unit, message: string): Absent<Id> {
  return absent(id, unit, {}, "not_defined", message);
}
