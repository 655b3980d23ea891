/**
 * Roll rates of every customer, from the one pass that also gives the total: against the slow
 * oracle, and against the question of one customer alone.
 */
import { describe, expect, it, test } from "vitest";

import Fraction from "fraction.js";

import { ledgerFromItems, rollRates } from "trade-credit";
import type { ClassRoll, LedgerItem, RollRates, RollRatesOfParty } from "trade-credit";
import { verify } from "trade-credit/explain";

import { Random, randomAsOf } from "../oracle/arbitraries.ts";
import * as oracle from "../oracle/provisions.ts";
import { exactOrReason, minorOf } from "../support/exact.ts";
import { expectOften } from "../support/often.ts";
import { monthEndsBetween } from "../support/producers/provisions.ts";
import { LEDGERS, onRandomLedgers } from "../support/random-ledgers.ts";
import { refusalOf } from "../support/refusals.ts";

const TIMEOUT = 60_000 + LEDGERS * 60;

const rowsOf = (answer: RollRates): RollRatesOfParty[] => {
  if (!answer.parties) throw new Error("there are rows by customer");
  return answer.parties.toArray();
};

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** Σ of what a rate says was open, or still open, over its months. */
const sumOf = (name: "opening" | "stillOpen", { rate }: ClassRoll, minorUnits: number): bigint => {
  const { months } = rate.inputs as {
    months: Record<typeof name, Parameters<typeof minorOf>[0]>[];
  };
  return months.reduce((sum, month) => sum + minorOf(month[name], minorUnits), 0n);
};

test(
  "rates by customer are those of its items, and add up to those of all",
  () => {
    const seen = { rates: 0, none: 0, scoped: 0 };
    onRandomLedgers(
      ({ seed, random, ours, oracle: slow }) => {
        const days = [randomAsOf(seed, random), randomAsOf(seed + 7, random)].sort();
        const monthEnds = monthEndsBetween(days[0] as string, days[1] as string);
        const pick = new Random(seed ^ 0x2b917);
        const through = pick.int(0, 4);
        if (!slow.answersFor(monthEnds[0] as string)) return;
        const name =
          ours.dimensions.length > 0 && pick.chance(0.4) ? pick.pick(ours.dimensions) : "";
        const values = random.items.flatMap(({ dimensions }) => dimensions?.[name] ?? []);
        const value = values.length > 0 && pick.chance(0.7) ? pick.pick(values) : null;
        const dimension = value === null ? { name } : { name, value };
        const scope = name === "" ? {} : { dimension };
        const filter = name === "" ? {} : { dimension: { name, value } };
        if (name !== "") seen.scoped += 1;

        const answer = rollRates(ours, { monthEnds, through, by: "party", ...scope });
        const undivided = rollRates(ours, { monthEnds, through, ...scope });
        expect(undivided.parties).toBeUndefined();
        expect(plain({ rolls: answer.rolls, months: answer.months })).toEqual(plain(undivided));

        const classes = answer.rolls.map(({ months }) => months);
        const expected = ours.parties.flatMap((party) => {
          const own = { party, ...filter };
          const amounts = classes.map((each) => oracle.rollAmounts(slow, monthEnds, each, own));
          return amounts.some(({ opening }) => opening !== 0n) ? [{ party, amounts }] : [];
        });
        const rows = rowsOf(answer);
        expect(rows.map(({ party }) => party)).toEqual(expected.map(({ party }) => party));
        const columns = answer.parties?.columns() ?? {};
        expect(Object.keys(columns)).toEqual(answer.rolls.map(({ bucket }) => bucket));
        rows.forEach(({ party, rolls }, row) => {
          expect(plain(rolls)).toEqual(
            plain(rollRates(ours, { monthEnds, through, party, ...scope }).rolls),
          );
          rolls.forEach((roll, own) => {
            const { opening, still } = expected[row]?.amounts[own] as {
              opening: bigint;
              still: bigint;
            };
            const share = () => new Fraction(still).div(new Fraction(opening)).toFraction();
            expect(exactOrReason(roll.rate)).toBe(opening === 0n ? "not_defined" : share());
            const column = columns[roll.bucket];
            expect(column?.valid[row]).toBe(opening === 0n ? 0 : 1);
            expect(column?.values[row]).toBe(
              roll.rate.value === null ? 0 : Number(roll.rate.value),
            );
            if (opening === 0n) expect(column?.reasons?.[row]).toBe("not_defined");
            seen[opening === 0n ? "none" : "rates"] += 1;
          });
        });
        const { minorUnits } = random.options;
        answer.rolls.forEach((roll, own) => {
          for (const sum of ["opening", "stillOpen"] as const) {
            const all = rows.reduce(
              (total, { rolls }) => total + sumOf(sum, rolls[own] as ClassRoll, minorUnits),
              0n,
            );
            expect(all).toBe(sumOf(sum, roll, minorUnits));
          }
        });
        if (seed % 10 === 0) {
          expect(verify(answer, { ledger: ours }).failures).toEqual([]);
          expect(verify(plain(answer), { ledger: ours }).failures).toEqual([]);
        }
      },
      Math.min(LEDGERS, 500),
    );
    expectOften(seen.rates, Math.min(LEDGERS, 500), 0.5);
    expectOften(seen.none, Math.min(LEDGERS, 500), 0.5);
    expectOften(seen.scoped, Math.min(LEDGERS, 500), 0.1);
  },
  TIMEOUT,
);

const item = (id: string, party: string, amount: number, more: object = {}): LedgerItem => ({
  id,
  party,
  documentDate: "2025-12-10",
  dueDate: "2026-01-20",
  amount,
  ...more,
});

const paid = (...payments: readonly (readonly [string, number])[]) => ({
  applications: payments.map(([date, amount]) => ({ date, amount, kind: "payment" as const })),
});

const monthEnds = ["2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30"];

describe("roll rates by customer", () => {
  it("follow an item whose payment was taken back from where it stands again", () => {
    // Paid in February, open again in March: nothing of January is still open in February, and
    // what stands at the end of March came from nowhere that was open.
    const bounced = paid(["2026-02-10", 100], ["2026-03-05", -100]);
    const ledger = ledgerFromItems([item("1", "Ahorn", 100, bounced), item("2", "Birke", 50)], {
      currency: "EUR",
    });
    const { parties, rolls } = rollRates(ledger, { monthEnds, through: 3, by: "party" });
    const rates = (of: readonly ClassRoll[] = []) => of.map(({ rate }) => exactOrReason(rate));
    expect(parties?.map(({ party }) => party)).toEqual(["Ahorn", "Birke"]);
    expect(rates(parties?.at(0)?.rolls)).toEqual(["not_defined", "0", "not_defined", "1"]);
    expect(rates(parties?.at(1)?.rolls)).toEqual(["not_defined", "1", "1", "1"]);
    expect(rates(rolls)).toEqual(["not_defined", "1/3", "1", "1"]);
  });

  it("leave out who had nothing open in a class at a month end that is rolled from", () => {
    const ledger = ledgerFromItems(
      [
        item("1", "Ahorn", 10, paid(["2026-01-31", 10])),
        item("2", "Birke", 20, { dueDate: "2026-06-15" }),
        item("3", "Erle", 30, { documentDate: "2026-04-30", dueDate: "2026-04-30" }),
        item("4", "Linde", 40, { kind: "payment" }),
        item("5", "Ulme", 50),
      ],
      { currency: "EUR" },
    );
    const { parties } = rollRates(ledger, { monthEnds, by: "party" });
    expect(parties?.map(({ party }) => party)).toEqual(["Ulme"]);
    const scoped = rollRates(ledger, { monthEnds, by: "party", party: "Ahorn" });
    expect(scoped.parties?.length).toBe(0);
  });

  it("are the same from the wide path, where sums pass 2^53", () => {
    const amount = 9_000_000_000_000_000;
    const half = paid(["2026-02-01", amount / 2]);
    const items = [item("1", "A", amount, half), item("2", "A", amount), item("3", "B", amount)];
    const ledger = ledgerFromItems(items, { currency: "JPY" });
    const answer = rollRates(ledger, { monthEnds, by: "party", through: 1 });
    const rows = rowsOf(answer);
    expect(rows.map(({ rolls }) => rolls.map(({ rate }) => exactOrReason(rate)))).toEqual([
      ["not_defined", "3/4"],
      ["not_defined", "1"],
    ]);
    expect(exactOrReason(answer.rolls[1]?.rate as ClassRoll["rate"])).toBe("5/6");
    expect(Array.from(answer.parties?.columns(["0 months"])?.["0 months"]?.values ?? [])).toEqual([
      0.75, 1,
    ]);
    expect(verify(answer, { ledger }).failures).toEqual([]);
  });

  it("know no other division", () => {
    const ledger = ledgerFromItems([], { currency: "EUR" });
    expect(rollRates(ledger, { monthEnds, by: "party" }).parties?.length).toBe(0);
    const other = { monthEnds, by: "region" as never };
    expect(refusalOf(() => rollRates(ledger, other)).faults).toEqual(['by must be "party"']);
  });
});
