/**
 * Figures that were read from a ledger, computed again item by item: on random ledgers, every
 * figure of every table says what its items say, and one that is off by a cent does not.
 */
import { describe, expect, it } from "vitest";

import {
  agedItems,
  agingSums,
  agingTable,
  agingView,
  daysBeyondTerms,
  dsoByParty,
  dsoTrue,
  isCreditError,
  ledgerFromColumns,
  ledgerFromItems,
  mergeAging,
  monthlySales,
  receivablesBalance,
  receivablesRollForward,
  rollRates,
  totalSales,
  weightedDaysToPay,
} from "trade-credit";
import type { AgingTableInput, Ledger, LedgerItem, LedgerScope } from "trade-credit";
import { verify } from "trade-credit/explain";

import { creditPolicies, Random, randomAsOf, randomPolicy } from "../oracle/arbitraries.ts";
import { expectOften } from "../support/often.ts";
import { monthEndsBetween } from "../support/producers/provisions.ts";
import { onRandomLedgers } from "../support/random-ledgers.ts";
import type { LedgerPair } from "../support/random-ledgers.ts";

const COUNT = Number(process.env["LEDGERS"] ?? 150);
const TIMEOUT = 60_000 + COUNT * 100;

interface Question {
  readonly ours: Ledger;
  readonly random: Random;
  readonly asOf: string;
  readonly from: string;
  readonly scope: LedgerScope;
  readonly pair: LedgerPair;
}

function onQuestions(ask: (question: Question) => unknown): { nodes: number; given: number } {
  const seen = { nodes: 0, given: 0 };
  onRandomLedgers((pair) => {
    const { seed, random: ledger, ours } = pair;
    const [from, asOf] = [randomAsOf(seed, ledger), randomAsOf(seed + 3, ledger)].sort() as [
      string,
      string,
    ];
    const random = new Random(seed ^ 0x7e21f);
    const answer = answered(() =>
      ask({ ours, random, asOf, from, scope: scopeOf(pair, random), pair }),
    );
    if (answer === undefined) return;
    for (const result of [answer, stored(answer)]) {
      const { ok, failures, unverified, nodes, given } = verify(result, { ledger: ours });
      expect({ ok, failures, given }).toEqual({ ok: true, failures: [], given: 0 });
      expect(unverified).toBe(absentIn(result));
      seen.nodes += nodes;
      seen.given += given;
    }
  }, COUNT);
  return seen;
}

function answered(ask: () => unknown): unknown {
  try {
    return ask();
  } catch (error) {
    if (isCreditError(error) && error.code !== "invalid_input") return undefined;
    throw error;
  }
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any
const stored = (result: unknown): any => JSON.parse(JSON.stringify(result));

/** Absent answers are not verified. */
function absentIn(result: unknown): number {
  return JSON.stringify(result).split('"value":null,"unit"').length - 1;
}

function scopeOf({ random: { items }, ours }: LedgerPair, random: Random): LedgerScope {
  if (items.length === 0 || random.chance(0.3)) return {};
  const item = random.pick(items);
  const party = random.chance(0.5) ? { party: item.party } : {};
  const name = random.pick(["region", "salesperson"]);
  if (!ours.dimensions.includes(name) || random.chance(0.4)) return party;
  const value = new Map(Object.entries(item.dimensions ?? {})).get(name);
  return { ...party, dimension: value === undefined ? { name } : { name, value } };
}

describe("a ledger figure verifies against its ledger", () => {
  it.each<[string, (question: Question) => unknown]>([
    [
      "balances, of any scope, net and gross",
      ({ ours, asOf, scope }) => [
        receivablesBalance(ours, { asOf, ...scope }),
        receivablesBalance(ours, { asOf, ...scope, credits: "gross" }),
      ],
    ],
    [
      "sales and what is outstanding of them",
      ({ ours, asOf, from, scope: { party } }) => [
        monthlySales(ours, {
          from: from.slice(0, 7),
          through: asOf,
          outstandingAsOf: asOf,
          ...(party === undefined ? {} : { party }),
        }),
        monthlySales(ours, { from, through: asOf, net: "gross" }),
      ],
    ],
    [
      "sales of a span, of any scope",
      ({ ours, asOf, from, scope }) => totalSales(ours, { from, through: asOf, ...scope }),
    ],
    [
      "open items with their ages and disputes",
      ({ ours, asOf, scope }) => agedItems(ours, { asOf, ...scope }),
    ],
    ["true DSO", ({ ours, asOf, scope }) => dsoTrue(ours, { asOf, ...scope })],
    [
      "DSO by party, by every method",
      ({ ours, asOf, random }) => dsoByParty(ours, { asOf, months: random.int(1, 14) }),
    ],
    [
      "days to pay, and beyond terms, of what was paid",
      ({ ours, asOf, from, scope }) => [
        weightedDaysToPay(ours, { from, to: asOf, ...scope }),
        daysBeyondTerms(ours, { variant: "paid-signed", from, to: asOf, ...scope }),
        daysBeyondTerms(ours, { variant: "paid-late-only", from, to: asOf, ...scope }),
      ],
    ],
    [
      "days beyond terms of what is open",
      ({ ours, asOf, scope }) =>
        daysBeyondTerms(ours, { variant: "open-over-all", asOf, ...scope }),
    ],
    [
      "days beyond terms of what is past due",
      ({ ours, asOf, scope }) =>
        daysBeyondTerms(ours, { variant: "open-over-past-due", asOf, ...scope }),
    ],
    [
      "roll-forwards, in total and by group",
      ({ ours, asOf, from, random }) => {
        const by = random.pick(["party", ...ours.dimensions]);
        return receivablesRollForward(ours, { from, to: asOf, by });
      },
    ],
    [
      "roll rates, in total, by month and by customer",
      ({ ours, asOf, from, scope }) =>
        rollRates(ours, { monthEnds: monthEndsBetween(from, asOf), by: "party", ...scope }),
    ],
  ])(
    "%s",
    (_, ask) => {
      expectOften(onQuestions(ask).nodes, COUNT, 0.5);
    },
    TIMEOUT,
  );

  it.each(creditPolicies)(
    "aging tables under %s, by party, by dimension, of a scope, with a control balance",
    (credits) => {
      const { nodes } = onQuestions(({ ours, pair, scope, random }) => {
        const question = { ...randomPolicy(pair.seed, pair.random), credits };
        if (!ours.dimensions.includes(question.by ?? "")) delete question.by;
        const input = { ...question, scope, controlBalance: "12" } as AgingTableInput;
        const byParty = ours.parties.map((party) => ({ party, amount: 5 }));
        return random.chance(0.5)
          ? agingTable(ours, input)
          : agingTable(ours, { ...input, controlBalance: byParty });
      });
      expectOften(nodes / 20, COUNT, 0.5);
    },
    TIMEOUT,
  );

  it(
    "views of sums that were merged verify against the ledger of the whole",
    () => {
      onQuestions(({ pair, asOf, random }) => {
        const { items, options } = pair.random;
        if (items.some(({ applications = [] }) => applications.some(({ source }) => source))) {
          return undefined;
        }
        const part = items.map(() => random.int(0, 1));
        const sums = [0, 1].map((each) => {
          const own = items.filter((_, at) => part[at] === each) as readonly LedgerItem[];
          return agingSums(ledgerFromItems(own, options), { asOf });
        });
        const merged = mergeAging(sums[0] as never, sums[1] as never);
        return agingView(merged, { credits: "oldest-first" });
      });
    },
    TIMEOUT,
  );

  it("a ledger without ids knows its items by their rows", () => {
    const ledger = ledgerFromColumns(
      {
        party: ["A", "A"],
        documentDate: ["2026-01-01", "2026-01-02"],
        dueDate: ["2026-01-31", "2026-01-31"],
        amount: Float64Array.of(10_000, 5_000),
      },
      { currency: "EUR" },
    );
    const rows = agedItems(ledger, { asOf: "2026-03-31" });
    expect(verify(rows, { ledger })).toMatchObject({ ok: true, given: 0, unverified: 0 });
  });
});

describe("a ledger figure that was changed", () => {
  /** Every figure in a tree that was read from the ledger. */
  function* ledgerFigures(node: unknown): Generator<{ formula: string; value: string }> {
    if (typeof node !== "object" || node === null) return;
    const { formula, inputs } = node as { formula?: string; inputs?: unknown };
    if (typeof formula === "string" && formula.startsWith("ledger/") && inputs !== undefined) {
      yield node as { formula: string; value: string };
    }
    for (const inner of Object.values(node)) yield* ledgerFigures(inner);
  }

  it(
    "by one of its smallest units fails, wherever it stands",
    () => {
      const formulas = new Set<string>();
      onRandomLedgers(({ seed, random: ledger, ours }) => {
        const random = new Random(seed ^ 0xca11);
        const asOf = randomAsOf(seed, ledger);
        const results = [
          () => agingTable(ours, { asOf, credits: random.pick(creditPolicies) }),
          () => agedItems(ours, { asOf }).toArray(),
          () => monthlySales(ours, { from: "2023-11", through: "2024-06", outstandingAsOf: asOf }),
          () => dsoTrue(ours, { asOf }),
          () => weightedDaysToPay(ours, { from: "2023-01-01", to: asOf }),
          () => daysBeyondTerms(ours, { variant: "open-over-all", asOf }),
        ];
        const answer = answered(random.pick(results));
        if (answer === undefined) return;
        const tree = stored(answer);
        const all = [...ledgerFigures(tree)];
        if (all.length === 0) return;
        const figure = random.pick(all);
        const one = figure.formula.endsWith("-count") || figure.formula.endsWith("-due");
        const digits = one ? 0 : ledger.options.minorUnits;
        figure.value = plusOne(figure.value, digits);
        const { ok, failures } = verify(tree, { ledger: ours });
        expect([figure.formula, ok]).toEqual([figure.formula, false]);
        expect(failures[0]?.formula).toBe(figure.formula);
        formulas.add(figure.formula);
      }, COUNT);
      expect(formulas.size).toBeGreaterThan(Math.min(10, COUNT / 15));
    },
    TIMEOUT,
  );

  function plusOne(value: string, places: number): string {
    const [whole = "", decimals = ""] = value.split(".");
    const scaled = BigInt(whole + decimals.padEnd(places, "0")) + 1n;
    const text = (scaled < 0n ? -scaled : scaled).toString().padStart(places + 1, "0");
    const plain = places === 0 ? text : `${text.slice(0, -places)}.${text.slice(-places)}`;
    return scaled < 0n ? `-${plain}` : plain;
  }

  it("of another ledger fails where that one has other items", () => {
    const item: LedgerItem = {
      id: "1",
      party: "A",
      documentDate: "2026-01-01",
      dueDate: "2026-01-31",
      amount: 100,
    };
    const options = { currency: "EUR" };
    const [one, other] = [100, 101].map((amount) =>
      ledgerFromItems([{ ...item, amount }], options),
    );
    const balance = receivablesBalance(one as Ledger, { asOf: "2026-03-31" });
    expect(verify(balance, { ledger: one as Ledger }).ok).toBe(true);
    expect(verify(balance, { ledger: other as Ledger }).failures[0]).toMatchObject({
      formula: "ledger/balance",
      expected: "101",
      found: "100",
    });
    const dollars = ledgerFromItems([item], { currency: "USD" });
    expect(verify(balance, { ledger: dollars }).given).toBe(1);
  });
});
