/** The oracle on random ledgers: its routes agree, and every random ledger is what it should be. */
import { describe, expect, it } from "vitest";

import { aging } from "./aging.ts";
import type { AgingQuestion, AgingRow } from "./aging.ts";
import {
  creditPolicies,
  distribution,
  mutate,
  randomAsOf,
  randomLedger,
  randomPolicy,
} from "./arbitraries.ts";
import { dayNumber, isoText } from "./calendar.ts";
import { OracleLedger, isValid, problems } from "./ledger.ts";
import type { LedgerItem, OpenUnit } from "./ledger.ts";

function known<T>(answer: T | string): T {
  if (typeof answer === "string") throw new Error(answer);
  return answer;
}

describe("random ledgers", () => {
  const seeds = 2000;
  const asOfDates = (seed: number): string[] => {
    return [0, 1, 2].map((k) => randomAsOf(seed + k * seeds, randomLedger(seed)));
  };
  const each = (test: (ledger: OracleLedger, seed: number, items: LedgerItem[]) => void): void => {
    for (let seed = 1; seed <= seeds; seed++) {
      const { items, options } = randomLedger(seed);
      test(new OracleLedger(items, options), seed, items);
    }
  };
  const plus = (values: readonly bigint[]): bigint => values.reduce((sum, one) => sum + one, 0n);

  it("are rich in hard cases, and the same for the same seed", () => {
    const shares = distribution(seeds);
    for (const share of Object.values(shares)) expect(share).toBeGreaterThan(0.02);
    expect(randomLedger(7)).toEqual(randomLedger(7));
    expect(randomPolicy(7)).toEqual(randomPolicy(7));
  });

  it("are valid", () => {
    for (let seed = 1; seed <= seeds * 5; seed++) {
      const { items, options } = randomLedger(seed);
      const found = problems(items, options);
      if (found.length > 0) throw new Error(`seed ${seed}: ${found.join("; ")}`);
    }
  });

  it("have one balance by both routes, also of every party and dimension value", () => {
    each((ledger, seed) => {
      const parties = new Set(ledger.documents.map(({ party }) => party));
      const regions = new Set(
        ledger.documents.map(({ dimensions }) => dimensions.get("region") ?? null),
      );
      for (const asOf of asOfDates(seed)) {
        const balance = ledger.balance(asOf); // throws where the routes differ
        if (typeof balance === "string") continue;
        const byParty = [...parties].map((party) => known(ledger.balance(asOf, { party })));
        const byRegion = [...regions].map((value) => {
          return known(ledger.balance(asOf, { dimension: { name: "region", value } }));
        });
        if (plus(byParty) !== balance) throw new Error(`seed ${seed}: parties`);
        if (plus(byRegion) !== balance) throw new Error(`seed ${seed}: regions`);
      }
    });
  });

  it("age to the same net under every policy, and allocate by bucket as by item", () => {
    each((ledger, seed) => {
      const question = randomPolicy(seed, randomLedger(seed));
      const balance = ledger.balance(question.asOf, question.scope);
      if (typeof balance === "string") return;
      const tables = creditPolicies.map((credits) => {
        return { credits, table: known(aging(ledger, { ...question, credits })) };
      });
      for (const { credits, table } of tables) {
        if (table.total.net !== balance) throw new Error(`seed ${seed}: net`);
        const inDimension = [...(table.byDimension?.values() ?? [])];
        const groups = [table, ...inDimension].flatMap(({ parties }) => [...parties.values()]);
        const sums = [table.total, ...inDimension.map(({ total }) => total)];
        for (const row of [...groups, ...sums]) checkRow(row, seed);
        for (const row of groups) checkWaterfall(row, credits, question, seed);
      }
    });
  });

  /** Buckets less what is unallocated are the net; parts lie within their wholes. */
  function checkRow(row: AgingRow, seed: number): void {
    const shown = plus(row.buckets.map(({ amount }) => amount)) - row.unallocated;
    const isWhole =
      shown === row.net &&
      row.net === row.gross - row.credits &&
      row.gross === plus(row.buckets.map(({ charges }) => charges)) &&
      row.credits === plus(row.buckets.map(({ credits }) => credits)) &&
      row.disputed === plus(row.buckets.map(({ disputed }) => disputed)) &&
      row.disputed <= row.gross &&
      row.overdue <= row.gross &&
      row.unallocated >= 0n;
    if (!isWhole) throw new Error(`seed ${seed}: a row does not add up`);
  }

  /** The same policy over the planes of the buckets, knowing no items. */
  function checkWaterfall(
    row: AgingRow,
    policy: (typeof creditPolicies)[number],
    question: AgingQuestion,
    seed: number,
  ): void {
    const amounts = row.buckets.map(({ charges }) => charges);
    const notDue = row.buckets.filter(({ to }) => to !== null && to <= 0).length;
    const current = question.basis === "document-date" ? 0 : notDue - 1;
    if (policy === "own-date") row.buckets.forEach(({ credits }, k) => (amounts[k]! -= credits));
    if (policy === "current") amounts[current]! -= row.credits;
    let left = row.credits;
    const order = amounts.map((_, k) => k);
    if (policy === "oldest-first") order.reverse();
    if (policy === "oldest-first" || policy === "newest-first") {
      for (const k of order) {
        const taken = left < amounts[k]! ? left : amounts[k]!;
        amounts[k]! -= taken;
        left -= taken;
      }
    }
    const shown = row.buckets.map(({ amount }) => amount);
    if (String(shown) !== String(amounts)) throw new Error(`seed ${seed}: ${policy}`);
  }

  it("are outstanding by month for the whole balance, and sold by month for all sales", () => {
    each((ledger, seed) => {
      const asOf = randomAsOf(seed, randomLedger(seed));
      const months = ledger.monthlySales("2023-11", "2024-12", "gross", undefined, asOf);
      if (typeof months === "string") return;
      const outstanding = plus(months.map((month) => month.outstanding ?? 0n));
      if (outstanding !== ledger.balance(asOf)) throw new Error(`seed ${seed}: outstanding`);
      const billed = ledger.documents.filter(({ isDebit }) => isDebit);
      const sales = plus(months.map((month) => month.sales));
      if (sales !== plus(billed.map(({ amount }) => amount)))
        throw new Error(`seed ${seed}: sales`);
      const [early, late] = [
        known(ledger.monthlySales("2023-11", "2024-02-10")),
        known(ledger.monthlySales("2024-02-11", "2024-12")),
      ];
      const net = plus([...early, ...late].map((month) => month.sales));
      const whole = ledger.sales(
        dayNumber("2023-11-01"),
        dayNumber("2024-12-31"),
        "of-credit-notes",
      );
      if (net !== whole) throw new Error(`seed ${seed}: net sales`);
    });
  });

  it("are paid by what stands after the reversals, and no unit beyond its amount", () => {
    each((ledger, seed) => {
      const to = randomAsOf(seed, randomLedger(seed));
      const pieces = ledger.payments("2023-01-01", to);
      if (typeof pieces === "string") return;
      for (const document of ledger.documents) {
        let standing = 0n;
        for (const { effective, amount, kind } of document.isDebit ? document.settlements : []) {
          if (effective > dayNumber(to) || !/payment|bill|offset/.test(kind)) continue;
          standing += amount;
          if (standing < 0n) standing = 0n;
        }
        const own = pieces.filter(({ id }) => id === document.id);
        if (plus(own.map(({ amount }) => amount)) !== standing) throw new Error(`seed ${seed}`);
        if (own.some(({ amount, date }) => amount <= 0n || date > to)) {
          throw new Error(`seed ${seed}: a piece`);
        }
        if (document.settlements.some(({ amount }) => amount < 0n)) continue;
        for (const due of new Set(own.map(({ dueDate }) => dueDate))) {
          const units = document.units.filter((unit) => unit.due === dayNumber(due));
          const paid = own.filter(({ dueDate }) => dueDate === due);
          if (plus(paid.map(({ amount }) => amount)) > plus(units.map(({ amount }) => amount))) {
            throw new Error(`seed ${seed}: a unit`);
          }
        }
      }
    });
  });

  it("show an open item only where something is open, and its parts in balance", () => {
    each((ledger, seed) => {
      const asOf = randomAsOf(seed, randomLedger(seed));
      const units = ledger.openUnits(asOf);
      if (typeof units === "string") return;
      const isSound = (unit: OpenUnit): boolean =>
        unit.open !== 0n &&
        unit.open > 0n === unit.isDebit &&
        unit.disputed >= 0n &&
        (unit.disputed === 0n || unit.disputed <= unit.open) &&
        unit.original - unit.applied === (unit.isDebit ? unit.open : -unit.open) &&
        unit.documentDate <= asOf;
      if (!units.every(isSound)) throw new Error(`seed ${seed}`);
    });
  });

  it("are moved by every fault on the days it says, and on no other", () => {
    let broken = 0;
    let refused = 0;
    for (let seed = 1; seed <= seeds; seed++) {
      const { items, options } = randomLedger(seed);
      const mutation = mutate(seed, items);
      if (mutation === null) continue;
      broken += 1;
      if (!isValid(mutation.items, options)) refused += 1;
      const [before, after] = [
        new OracleLedger(items, options),
        new OracleLedger(mutation.items, options),
      ];
      const moves = (day: number): boolean => {
        const asOf = isoText(day);
        const [one, other] = [before, after].map((ledger) => {
          return mutation.isSourced
            ? settledOf(ledger, mutation.id, day)
            : ledger.balanceFromDocuments(asOf);
        });
        return one !== other;
      };
      const first = dayNumber(mutation.from);
      const last = mutation.through === null ? first + 900 : dayNumber(mutation.through);
      if (before.answersFor(mutation.from) && !moves(first)) throw new Error(`seed ${seed}: first`);
      if (before.answersFor(isoText(last)) && !moves(last)) throw new Error(`seed ${seed}: last`);
      if (moves(first - 1)) throw new Error(`seed ${seed}: before`);
      if (mutation.through !== null && moves(last + 1)) throw new Error(`seed ${seed}: after`);
    }
    expect(broken).toBeGreaterThan(seeds / 2);
    expect(refused).toBeGreaterThan(0);
    expect(refused).toBeLessThan(broken);
  });

  function settledOf(ledger: OracleLedger, id: string, day: number): bigint {
    const document = ledger.documents.find((one) => one.id === id);
    const moves = (document?.settlements ?? []).filter(({ effective }) => effective <= day);
    return plus(moves.map(({ amount }) => amount));
  }
});
