/**
 * Does Z'' rank real firms? On 5,910 Polish firms, 410 of which went bankrupt within a year (not
 * part of the repository; without the file the test is skipped and says so). Equity is by the books
 * there, so that Z' and Z'' apply. docs/scoring.md has the numbers; this test recomputes them.
 *
 * The area under the curve is the share of pairs of a bankrupt and a sound firm in which the sound
 * one scores higher, ties a half; computed by ranks over all firms, and on 500 drawn rows by
 * comparing every pair.
 */
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import Fraction from "fraction.js";
import { describe, expect, it } from "vitest";

import { altmanZDoublePrime, altmanZPrime } from "trade-credit/scoring";
import type { Zone } from "trade-credit/scoring";

import { exactOf } from "../support/exact.ts";

const FILE = "polish-bankruptcy-5year-altman-ratios.csv";
const folder =
  process.env["TRADE_CREDIT_DATA"] ??
  fileURLToPath(new URL("../../../shared/data", import.meta.url));
const path = `${folder}/${FILE}`;
const isThere = existsSync(path);
if (!isThere) console.info(`skipped: ${FILE} is not in the data folder (TRADE_CREDIT_DATA)`);

interface Firm {
  readonly score: Fraction;
  readonly zone: Zone;
  readonly bankrupt: boolean;
}

const COLUMNS = {
  wc_ta: "workingCapitalToAssets",
  re_ta: "retainedEarningsToAssets",
  ebit_ta: "ebitToAssets",
  bve_tl: "equityToLiabilities",
  s_ta: "salesToAssets",
} as const;

/** The firms with every ratio that a model needs, and how many lack one. */
function firms(columns: readonly (keyof typeof COLUMNS)[], model: (ratios: never) => unknown) {
  const [head = "", ...lines] = readFileSync(path, "utf8").trim().split("\n");
  const names = head.trim().split(",");
  let missing = 0;
  const scored: Firm[] = [];
  for (const line of lines) {
    const cells = line.trim().split(",");
    const cell = (name: string): string => cells[names.indexOf(name)] ?? "";
    if (columns.some((column) => cell(column) === "")) {
      missing += 1;
      continue;
    }
    const ratios = columns.map((column) => [COLUMNS[column], cell(column)] as const);
    const score = model(Object.fromEntries(ratios) as never) as Parameters<typeof exactOf>[0];
    const { zone } = score as unknown as Firm;
    scored.push({ score: exactOf(score), zone, bankrupt: cell("bankrupt") === "1" });
  }
  return { scored, missing };
}

/** By ranks, ties by their mean: Σ ranks of the sound − s (s + 1) / 2, over all pairs. */
function areaByRanks(all: readonly Firm[]): Fraction {
  const sorted = [...all].sort((a, b) => a.score.compare(b.score));
  let twice = 0;
  for (let from = 0; from < sorted.length;) {
    let to = from;
    while (to < sorted.length && sorted[to]!.score.equals(sorted[from]!.score)) to += 1;
    // Twice the mean of the ranks from + 1 to `to`.
    const rank = from + 1 + to;
    for (let at = from; at < to; at += 1) if (!sorted[at]!.bankrupt) twice += rank;
    from = to;
  }
  const sound = all.filter(({ bankrupt }) => !bankrupt).length;
  return new Fraction(twice - sound * (sound + 1), 2 * sound * (all.length - sound));
}

function areaByPairs(all: readonly Firm[]): Fraction {
  let twice = 0;
  let pairs = 0;
  for (const bad of all.filter(({ bankrupt }) => bankrupt)) {
    for (const good of all.filter(({ bankrupt }) => !bankrupt)) {
      twice += 1 + good.score.compare(bad.score);
      pairs += 1;
    }
  }
  return new Fraction(twice, 2 * pairs);
}

/** 500 rows, drawn by a generator of the test's own. */
function drawn(all: readonly Firm[]): Firm[] {
  let state = 20_260_630;
  const chosen = new Set<number>();
  while (chosen.size < 500) {
    state = (state * 48_271) % 2_147_483_647;
    chosen.add(state % all.length);
  }
  return [...chosen].map((index) => all[index]!);
}

describe.skipIf(!isThere)("Polish firms", () => {
  const four = ["wc_ta", "re_ta", "ebit_ta", "bve_tl"] as const;
  const doublePrime = () => firms(four, (ratios) => altmanZDoublePrime({ ratios }));

  it("Z'' ranks them: the area by ranks and by pairs", () => {
    const { scored, missing } = doublePrime();
    expect([scored.length, missing]).toEqual([5891, 19]);
    // 0.76627, by another program over all pairs, too.
    expect(areaByRanks(scored).valueOf().toFixed(7)).toBe("0.7662734");
    const some = drawn(scored);
    expect(areaByPairs(some).equals(areaByRanks(some))).toBe(true);
  });

  it("bankruptcies by zone fall from distress to safe, and every zone has some", () => {
    const { scored } = doublePrime();
    const share = (zone: Zone): string => {
      const inZone = scored.filter((firm) => firm.zone === zone);
      const bankrupt = inZone.filter((firm) => firm.bankrupt).length;
      return `${String(bankrupt)} of ${String(inZone.length)}`;
    };
    expect(share("distress")).toBe("266 of 1430"); // 18.6 %
    expect(share("grey")).toBe("38 of 908"); // 4.2 %
    expect(share("safe")).toBe("102 of 3553"); // 2.9 %
  });

  it("Z' ranks them, too", () => {
    const { scored, missing } = firms([...four, "s_ta"], (ratios) => altmanZPrime({ ratios }));
    expect([scored.length, missing]).toEqual([5891, 19]);
    expect(areaByRanks(scored).valueOf().toFixed(7)).toBe("0.7079110");
  });
});
