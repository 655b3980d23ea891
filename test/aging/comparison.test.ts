/** Aging tables compared with last month and plan: the conclusions of slide 74 as codes. */
import Fraction from "fraction.js";
import { describe, expect, it } from "vitest";

import { agingComparison, agingFromBalances, agingTable, ledgerFromItems } from "trade-credit";
import type {
  AgingComparisonInput,
  AgingFinding,
  AgingTable,
  Figure,
  LedgerItem,
} from "trade-credit";
import { verify } from "trade-credit/explain";

import { randomAsOf } from "../oracle/arbitraries.ts";
import { dayNumber, isoText } from "../oracle/calendar.ts";
import { exactOf } from "../support/exact.ts";
import { expectOften } from "../support/often.ts";
import { LEDGERS, onRandomLedgers } from "../support/random-ledgers.ts";

/** One open invoice; paid where a day is given. */
const item = (id: string, market: string, dueDate: string, amount: number, paidOn?: string) => ({
  id,
  party: `${market} ${id}`,
  documentDate: "2026-01-01",
  dueDate,
  amount,
  dimensions: { market },
  applications: paidOn ? [{ date: paidOn, amount, kind: "payment" as const }] : [],
});

const items: LedgerItem[] = [
  // Government: 300 long overdue in both months, 700 not due.
  item("1", "government", "2026-01-10", 300),
  item("2", "government", "2026-08-10", 700),
  // Export: 400 overdue in April, paid in May; 100 disputed since May.
  item("3", "export", "2026-04-10", 400, "2026-05-05"),
  {
    ...item("4", "export", "2026-07-10", 600),
    disputes: [{ from: "2026-05-10", amount: 100, reason: "quality" }],
  },
  // Domestic: falls overdue in May. Forwarding: settled in May.
  item("5", "domestic", "2026-05-10", 200),
  item("6", "domestic", "2026-07-10", 800),
  item("7", "forwarding", "2026-06-10", 50, "2026-05-20"),
];
const ledger = ledgerFromItems(items, { currency: "CNY" });
const on = (asOf: string) => agingTable(ledger, { asOf, by: "market" });
const months = { current: on("2026-05-31"), previous: on("2026-04-30"), by: "market" };

const told = ({ code, measure, segment = "total" }: AgingFinding) =>
  [code, measure, segment].join(" ");

const exact = (figure: Figure | undefined, expected: Fraction) => {
  expect(figure && exactOf(figure).toFraction()).toBe(expected.toFraction());
};

describe("a comparison", () => {
  const plan = [
    { overdue: "0.15", longOverdue: "0.05" },
    { segment: "export", overdue: "0.2", disputed: 0.05 },
    { segment: "domestic", overdue: "0.1" },
  ];
  const compared = agingComparison({ ...months, plan });

  it("says who missed the plan this month, last month too, or meets it again; what to act on", () => {
    // In all: overdue 700/3050 in April, 500/2600 in May; long overdue 300/3050, 300/2600.
    expect(compared.findings.toArray().map(told)).toEqual([
      "plan_missed_twice overdue total",
      "plan_missed_twice longOverdue total",
      "plan_missed disputed export",
      "plan_missed overdue domestic",
      "plan_met_again overdue export",
      "worsened longOverdue total",
      "worsened disputed total",
      "worsened disputed export",
      "worsened overdue domestic",
      "improved overdue total",
      "improved overdue export",
      "act_on longOverdue government",
    ]);
    expect(compared.cleared).toEqual(["forwarding"]);
    expect(compared.longOverdueFrom).toBe("61-90");
  });

  it("gives the numbers behind: amounts, shares, changes, against plan", () => {
    const { overdue, longOverdue } = compared.total;
    exact(overdue?.amount, new Fraction(500));
    exact(overdue?.share as Figure, new Fraction(500, 2600));
    exact(overdue?.shareChange, new Fraction(500, 2600).sub(new Fraction(700, 3050)));
    exact(overdue?.amountChange, new Fraction(-200));
    exact(overdue?.againstPlan, new Fraction(500, 2600).sub("0.15"));
    exact(overdue?.previousAgainstPlan, new Fraction(700, 3050).sub("0.15"));
    exact(longOverdue.amount, new Fraction(300));
    expect(longOverdue.amount.formula).toBe("aging/long-overdue");
    expect(overdue?.amount.formula).toBe("ledger/overdue");
    expect(compared.segments.toArray().map(({ segment }) => segment)).toEqual([
      "government",
      "export",
      "domestic",
    ]);
    expect(compared.total.receivables.value.toNumber()).toBe(2600);
    expect(overdue?.amount.currency).toBe("CNY");
  });

  it("follows from its tables, live and stored", () => {
    expect(verify(compared, { ledger }).failures).toEqual([]);
    expect(verify(JSON.parse(JSON.stringify(compared)), { ledger }).failures).toEqual([]);
  });

  it("is the same from stored tables, to their printed digits", () => {
    const stored = JSON.parse(JSON.stringify(months)) as AgingComparisonInput;
    expect(
      agingComparison({ ...stored, plan })
        .findings.toArray()
        .map(told),
    ).toEqual(compared.findings.toArray().map(told));
  });

  it("by customer, without last month, without plan: what to act on", () => {
    const { findings, previousAsOf, segments } = agingComparison({
      current: months.current,
      by: "party",
      longOverdueFrom: "1-30",
    });
    expect(findings.toArray().map(told)).toEqual([
      "act_on longOverdue government 1",
      "act_on longOverdue domestic 5",
    ]);
    expect(previousAsOf).toBeUndefined();
    expect(segments).toHaveLength(5);
  });

  it("of balances aged elsewhere: what they do not say is left out", () => {
    const rows = [
      { party: "A", bucket: "not due", amount: 60 },
      { party: "A", bucket: "over 3 months", amount: 40 },
    ];
    const current = agingFromBalances(rows, {
      ...{ asOf: "2026-05-31", currency: "CNY", edges: [{ months: 3 }] },
    });
    const { total, findings, longOverdueFrom } = agingComparison({ current, by: "party" });
    expect(longOverdueFrom).toBe("over 3 months");
    expect(total.disputed).toBeUndefined();
    exact(total.longOverdue.share as Figure, new Fraction(40, 100));
    expect(findings.toArray().map(told)).toEqual(["act_on longOverdue A"]);
  });
});

describe("a comparison of random ledgers", () => {
  it("adds up: the segments' amounts are the total's, and nothing changes against itself", () => {
    onRandomLedgers(({ seed, random, ours }) => {
      const asOf = randomAsOf(seed, random);
      const table = answered(() => agingTable(ours, { asOf }));
      if (!table) return;
      const { total, segments, findings } = agingComparison({
        ...{ current: table, previous: table, by: "party" },
      });
      for (const measure of ["overdue", "longOverdue", "disputed"] as const) {
        const sum = segments
          .toArray()
          .reduce((all, row) => all.add(exactOf(row[measure]?.amount as Figure)), new Fraction(0));
        exact(total[measure]?.amount, sum);
        expect(total[measure]?.amountChange?.value.toNumber()).toBe(0);
      }
      expect(findings.toArray().every(({ code }) => code === "act_on")).toBe(true);
      const acts = findings.toArray().map(({ figure }) => exactOf(figure));
      acts.slice(1).forEach((each, at) => {
        expect(each.compare(acts[at] as Fraction)).toBeLessThanOrEqual(0);
      });
    }, 200);
  }, 60_000);
});

describe("a comparison by customer", () => {
  /** The same table with its rows made: an array, of which nothing is known before it is read. */
  const made = (table: AgingTable) => ({ ...table, parties: table.parties.toArray() });

  it("is the same of tables whose rows are made when they are read, ties with plan included", () => {
    const seen = { findings: 0, codes: new Set<string>() };
    onRandomLedgers(({ seed, random, ours }) => {
      const asOf = randomAsOf(seed, random);
      const before = isoText(dayNumber(asOf) - 10 * (seed % 9));
      const tables = answered(() => ({
        current: agingTable(ours, { asOf, credits: seed % 5 === 0 ? "own-date" : "separate" }),
        previous: agingTable(ours, { asOf: before }),
      }));
      if (!tables) return;
      const { current, previous } = tables;
      const question = { by: "party", plan: planOf(current, seed) };
      const lazy = agingComparison({ ...question, current, previous });
      const plain = agingComparison({
        ...{ ...question, current: made(current), previous: made(previous) },
      });
      expect(JSON.stringify(lazy)).toBe(JSON.stringify(plain));
      const alone = agingComparison({ ...question, current, previous: made(previous) });
      expect(JSON.stringify(alone)).toBe(JSON.stringify(plain));
      seen.findings += lazy.findings.length;
      for (const { code } of lazy.findings) seen.codes.add(code);
    }, LEDGERS / 5);
    expectOften(seen.findings, LEDGERS / 5, 0.5);
    expect([...seen.codes].sort()).toEqual([
      ...["act_on", "improved", "plan_met_again", "plan_missed", "plan_missed_twice", "worsened"],
    ]);
  }, 60_000);

  it("beyond 2^53 minor units, where no double holds the amounts", () => {
    const large = "90071992547409931.01";
    const book = (paid: string) =>
      ledgerFromItems(
        [{ ...item("1", "A", "2026-01-10", 1), amount: large, applications: [] }].map((each) => ({
          ...each,
          applications: [{ date: "2026-05-05", amount: paid, kind: "payment" as const }],
        })),
        { currency: "CNY" },
      );
    const wide = book("0.01");
    const ask = (asOf: string) => agingTable(wide, { asOf });
    const { findings } = agingComparison({
      ...{ current: ask("2026-05-31"), previous: ask("2026-01-31"), by: "party" },
    });
    // Long overdue: nothing in January, all of it in May; overdue all the time.
    expect(findings.toArray().map(told)).toEqual([
      "worsened longOverdue total",
      "worsened longOverdue A 1",
      "act_on longOverdue A 1",
    ]);
  });

  /** Shares of a customer as its plan, where they are decimals: met to the last digit. */
  function planOf({ parties }: AgingTable, seed: number) {
    const row = parties.at(seed % Math.max(parties.length, 1));
    if (!row || seed % 3 === 0) return [{ overdue: "0.5", disputed: 0 }];
    const share = exactOf(row.overdue).div(exactOf(row.gross).equals(0) ? 1 : exactOf(row.gross));
    const digits = share.toString(30);
    const overdue = digits.includes("(") ? "0.25" : digits;
    return [{ segment: row.party, overdue, longOverdue: 0, disputed: "0.1" }];
  }
});

function answered<T>(ask: () => T): T | undefined {
  try {
    return ask();
  } catch {
    return undefined;
  }
}

describe("a comparison is refused", () => {
  const refused = (input: object) => () => agingComparison({ ...months, ...input });

  it.each([
    [{ by: "region" }, /current must be a table by "region"/],
    [
      { previous: agingTable(ledger, { asOf: "2026-04-30", by: "market", edges: [30] }) },
      /classes/,
    ],
    [{ previous: agingTable(ledger, { asOf: "2026-04-30" }) }, /previous/],
    [{ longOverdueFrom: "61+" }, /longOverdueFrom must be a class of the tables/],
    [{ plan: [{ segment: "military", overdue: 0.1 }] }, /plan\[0\]\.segment must be a segment/],
    [{ plan: [{ overdue: 15 }] }, /plan\[0\]\.overdue must be at most 1/],
    [{ current: 5 }, /current must be an object/],
    [{ current: {} }, /current/],
    [{ currents: 5 }, /currents is not a field/],
  ])("for its tables or plan: case %#", (input, message) => {
    expect(refused(input)).toThrow(message);
  });

  it("for two currencies", () => {
    const euro = agingTable(ledgerFromItems(items, { currency: "EUR" }), {
      ...{ asOf: "2026-04-30", by: "market" },
    });
    expect(refused({ previous: euro })).toThrow(/currency/);
  });
});
