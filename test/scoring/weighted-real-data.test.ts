/**
 * A card for a file of real borrowers (1,000 consumers; not part of the repository: without it the
 * test is skipped and says so). The file exercises looking up, counting and reasons; the points are
 * made up and say nothing of the borrowers.
 */
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";

import {
  binCounts,
  gini,
  informationValue,
  ksStatistic,
  rocAuc,
  scorecard,
  weightOfEvidence,
} from "trade-credit";
import type { ScorecardAttribute } from "trade-credit";
import { verify } from "trade-credit/explain";

import { exactOf } from "../support/exact.ts";

const FILE = "german-credit-1000.csv";
const folder =
  process.env["TRADE_CREDIT_DATA"] ??
  fileURLToPath(new URL("../../../shared/data", import.meta.url));
const path = `${folder}/${FILE}`;
const isThere = existsSync(path);
if (!isThere) console.info(`skipped: ${FILE} is not in the data folder (TRADE_CREDIT_DATA)`);

type Borrower = Readonly<Record<string, string>>;

const ACCOUNT = "status_of_existing_checking_account";
const DURATION = "duration_in_month";
const HOUSING = "housing";

/** Whole points by hand: two attributes of categories, one of ranges. */
const attributes: Readonly<Record<string, readonly ScorecardAttribute[]>> = {
  [ACCOUNT]: [
    { values: ["... < 0 DM"], points: 0 },
    { values: ["0 <= ... < 200 DM"], points: 15 },
    {
      values: ["... >= 200 DM / salary assignments for at least 1 year", "no checking account"],
      points: 40,
    },
  ],
  [DURATION]: [
    { to: 12, points: 30 },
    { from: 12, to: 24, points: 20 },
    { from: 24, to: 36, points: 10 },
    { from: 36, points: 0 },
  ],
  [HOUSING]: [
    { values: ["own"], points: 15 },
    { values: ["rent", "for free"], points: 5 },
    { missing: true, points: 0 },
  ],
};

const card = {
  initialScore: 400,
  reasonMethod: "pointsBelow",
  characteristics: [ACCOUNT, DURATION, HOUSING].map((name, at) => ({
    name,
    reasonCode: `R${at + 1}`,
    baseline: [40, 30, 15][at] ?? 0,
    attributes: attributes[name] ?? [],
  })),
} as const;

const columns = [ACCOUNT, DURATION, HOUSING] as const;

describe.skipIf(!isThere)("a card on 1,000 real borrowers", () => {
  const borrowers: Borrower[] = isThere ? parse(readFileSync(path, "utf8"), { columns: true }) : [];
  const bad = borrowers.map(({ creditability }) => creditability === "bad");
  const valuesOf = (row: Borrower) =>
    Object.fromEntries(columns.map((name) => [name, row[name] ?? null]));

  it("has 1,000 borrowers, 300 of them bad", () => {
    expect([borrowers.length, bad.filter(Boolean).length]).toEqual([1000, 300]);
  });

  it.each(columns)("%s: information value and counts are those of the raw rows", (name) => {
    const own = attributes[name] ?? [];
    const values = borrowers.map((row) => row[name] ?? null);
    const bins = binCounts({ values, bad, attributes: own });
    // Counted again, attribute by attribute, without the library.
    const held = own.map((each) => (row: Borrower) => {
      const value = row[name] ?? "";
      if ("missing" in each) return false;
      if ("values" in each) return ([...each.values] as unknown[]).includes(value);
      const [from, to] = [Number(each.from ?? -Infinity), Number(each.to ?? Infinity)];
      return Number(value) >= from && Number(value) < to;
    });
    const raw = held.map((holds) => {
      const rows = borrowers.filter(holds);
      const bads = rows.filter(({ creditability }) => creditability === "bad").length;
      return { goods: rows.length - bads, bads };
    });
    expect(bins.map(({ goods, bads }) => ({ goods, bads }))).toEqual(raw);
    const filled = bins.filter(({ goods, bads }) => goods + bads > 0);
    const expected = raw
      .filter(({ goods, bads }) => goods + bads > 0)
      .reduce((sum, { goods, bads }) => {
        const [g, b] = [goods / 700, bads / 300];
        return sum + (g - b) * Math.log(g / b);
      }, 0);
    const value = informationValue({ bins: filled });
    expect(value.value.toNumber()).toBeCloseTo(expected, 12);
    expect(verify(value).ok).toBe(true);
  });

  it("housing by hand: 527 of 700 goods and 186 of 300 bads own their home", () => {
    const values = borrowers.map((row) => row[HOUSING] ?? null);
    const bins = binCounts({ values, bad, attributes: attributes[HOUSING] ?? [] }).slice(0, 2);
    expect(bins).toEqual([
      { id: "own", goods: 527, bads: 186 },
      { id: "rent, for free", goods: 173, bads: 114 },
    ]);
    const [own] = weightOfEvidence({ bins }).bins;
    // ln((527 ÷ 700) ÷ (186 ÷ 300)) = ln 1.2142857…
    expect(own?.weightOfEvidence.value?.toFixed(6)).toBe(Math.log(527 / 434).toFixed(6));
  });

  const results = borrowers.map((row) => scorecard({ card, values: valuesOf(row) }));

  it("removing the first reason's shortfall raises the score by exactly it", () => {
    let tried = 0;
    borrowers.forEach((row, at) => {
      const { score, reasons, contributions } = results[at]!;
      const first = contributions.find(({ reasonCode }) => reasonCode === reasons[0]);
      if (!first) return;
      tried += 1;
      const best: Readonly<Record<string, string>> = {
        [ACCOUNT]: "no checking account",
        [DURATION]: "6",
        [HOUSING]: "own",
      };
      const values = { ...valuesOf(row), [first.name]: best[first.name] ?? null };
      const better = scorecard({ card, values }).score;
      const raise = exactOf(better).sub(exactOf(score));
      expect(raise.toFraction()).toBe(exactOf(first.shortfall).toFraction());
    });
    expect(tried).toBeGreaterThan(500);
  });

  it("ranks better than chance, and every score follows from its card", () => {
    const scores = results.map(({ score }) => score);
    const area = rocAuc({ scores, bad });
    expect(area.value.gt("0.65") && area.value.lt("0.85")).toBe(true);
    expect(exactOf(gini({ scores, bad })).toFraction()).toBe(
      exactOf(area).mul(2).sub(1).toFraction(),
    );
    expect(verify([area, ksStatistic({ scores, bad }), ...results.slice(0, 20)]).ok).toBe(true);
  });
});
