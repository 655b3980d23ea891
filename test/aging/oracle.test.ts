import { expect, test } from "vitest";

import { agedItems, agingTable, monthlySales, receivablesBalance } from "trade-credit";
import type { Figure } from "trade-credit";
import type { AgingMeasures, AgingTableInput } from "trade-credit/aging";
import { daysBeyondTerms, weightedDaysToPay } from "trade-credit/aging";
import { dsoTrue } from "trade-credit/dso";

import { aging, creditPoliciesOf } from "../support/oracle-aging.ts";
import { randomAsOf, randomPolicy } from "../oracle/arbitraries.ts";
import { trueDso } from "../oracle/dso.ts";
import type { AgingRow } from "../oracle/aging.ts";
import { answerOf, minorOf } from "../support/exact.ts";
import { LEDGERS, onRandomLedgers } from "../support/random-ledgers.ts";

const TIMEOUT = 60_000 + LEDGERS * 60;

test(
  "aging tables equal an item-by-item allocation, under every policy",
  () => {
    onRandomLedgers(({ seed, random, ours, oracle }) => {
      const minor = (figure: Figure) => minorOf(figure, random.options.minorUnits);
      for (const credits of creditPoliciesOf()) {
        const question = { ...randomPolicy(seed, random), credits };
        if (!ours.dimensions.includes(question.by ?? "")) delete question.by;
        if (question.scope?.dimension && !ours.dimensions.includes("region")) delete question.scope;
        const expected = aging(oracle, question);
        if (typeof expected === "string") {
          expect(() => agingTable(ours, asked(question))).toThrow(/snapshots/);
          continue;
        }
        const table = agingTable(ours, asked(question));
        expect(table.identity.holds).toBe(true);
        const classes = table.buckets.map(({ label: _, ...ends }) => ends);
        expect(classes).toEqual(expected.buckets);
        expect(plain(table.total, minor)).toEqual(wanted(expected.total));
        const parties = table.parties.toArray().map(({ party }) => party);
        expect(parties.sort()).toEqual([...expected.parties.keys()].sort());
        for (const row of table.parties) {
          const own = expected.parties.get(row.party);
          expect(plain(row, minor)).toEqual(own && wanted(own));
        }
        for (const row of table.byDimension ?? []) {
          const own = expected.byDimension?.get(row.value)?.total;
          expect(plain(row, minor)).toEqual(own && wanted(own));
        }
        expect(table.byDimension?.length).toBe(expected.byDimension?.size);
      }
    });
  },
  TIMEOUT,
);

function asked(question: ReturnType<typeof randomPolicy>): AgingTableInput {
  const { scope, ...rest } = question;
  const dimension = scope?.dimension;
  return {
    ...rest,
    ...(scope
      ? {
          scope: {
            ...(scope.party === undefined ? {} : { party: scope.party }),
            ...(dimension
              ? {
                  dimension: {
                    name: dimension.name,
                    ...(dimension.value === null ? {} : { value: dimension.value }),
                  },
                }
              : {}),
          },
        }
      : {}),
  };
}

function plain(row: AgingMeasures, minor: (figure: Figure) => bigint) {
  return {
    buckets: row.buckets.map(({ amount, count }) => [minor(amount), count.value.toNumber()]),
    credits: minor(row.credits),
    unallocated: minor(row.unallocated),
    gross: minor(row.gross),
    net: minor(row.net),
    overdue: minor(row.overdue),
    overdueCount: row.overdueCount.value.toNumber(),
    disputed: minor(row.disputed),
  };
}

function wanted(row: AgingRow) {
  const { buckets, credits, unallocated, gross, net, overdue, overdueCount, disputed } = row;
  const shown = buckets.map(({ amount, count }) => [amount, count]);
  return { buckets: shown, credits, unallocated, gross, net, overdue, overdueCount, disputed };
}

test(
  "balances, open items and sales equal the slow ledger's",
  () => {
    onRandomLedgers(({ seed, random, ours, oracle }) => {
      const asOf = randomAsOf(seed, random);
      const minorUnits = random.options.minorUnits;
      const minor = (figure: Figure) => minorOf(figure, minorUnits);
      const units = oracle.openUnits(asOf);
      if (typeof units === "string") {
        expect(() => receivablesBalance(ours, { asOf })).toThrow(/snapshots/);
        return;
      }
      expect(minor(receivablesBalance(ours, { asOf }))).toBe(oracle.balance(asOf));
      for (const party of ours.parties) {
        expect(minor(receivablesBalance(ours, { asOf, party }))).toBe(
          oracle.balance(asOf, { party }),
        );
      }
      const rows = agedItems(ours, { asOf }).toArray();
      expect(
        rows.map((row) => [
          row.id,
          row.kind,
          row.documentDate,
          minor(row.original),
          minor(row.applied),
          minor(row.open),
          minor(row.disputed),
          row.daysPastDue.value.toNumber(),
        ]),
      ).toEqual(
        units.map((unit) => [
          unit.id,
          unit.kind,
          unit.documentDate,
          unit.original,
          unit.applied,
          unit.open,
          unit.disputed,
          unit.daysPastDue,
        ]),
      );
      for (const net of ["of-credit-notes", "gross"] as const) {
        const from = "2023-01";
        const months = monthlySales(ours, { from, through: asOf, net, outstandingAsOf: asOf });
        expect(
          months.map((month) => [
            month.period,
            month.days,
            minor(month.sales),
            month.outstanding && minor(month.outstanding),
          ]),
        ).toEqual(
          (oracle.monthlySales(from, asOf, net, undefined, asOf) as object[]).map((month) =>
            Object.values(month),
          ),
        );
      }
    });
  },
  TIMEOUT,
);

test(
  "days to pay, days beyond terms and true DSO equal the slow ledger's",
  () => {
    onRandomLedgers(({ seed, random, ours, oracle }) => {
      const [from, to] = [
        randomAsOf(seed, random),
        randomAsOf(seed + 7_000_000, random),
      ].sort() as [string, string];
      const wdp = oracle.weightedDaysToPay(from, to);
      expect(answerOf(() => weightedDaysToPay(ours, { from, to }))).toBe(text(wdp));
      for (const variant of ["paid-signed", "paid-late-only"] as const) {
        const expected = oracle.daysBeyondTerms({ variant, from, to });
        expect(answerOf(() => daysBeyondTerms(ours, { variant, from, to }))).toBe(text(expected));
      }
      for (const variant of ["open-over-all", "open-over-past-due"] as const) {
        const expected = oracle.daysBeyondTerms({ variant, asOf: to });
        expect(answerOf(() => daysBeyondTerms(ours, { variant, asOf: to }))).toBe(text(expected));
      }
      expect(answerOf(() => dsoTrue(ours, { asOf: to }))).toBe(text(trueDso(oracle, { asOf: to })));
    });
  },
  TIMEOUT,
);

function text(answer: string | { toFraction(): string }): string {
  return typeof answer === "string" ? answer : answer.toFraction();
}
