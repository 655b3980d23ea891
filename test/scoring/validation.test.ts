/** Validation of scores: printed examples, ties, empty bins, one class, laws, many rows. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";

import {
  binCounts,
  brierScore,
  brierSkillScore,
  gini,
  gradeFor,
  informationValue,
  informationValueBands,
  ksStatistic,
  logLoss,
  populationStabilityIndex,
  rocAuc,
  stabilityBands,
  weightOfEvidence,
} from "trade-credit";
import type { Figure } from "trade-credit";
import { verify } from "trade-credit/explain";

import { deepFrozen } from "../bad-input/calls.ts";
import { answerOf, exactOf } from "../support/exact.ts";
import * as make from "../support/producers/scorecards.ts";

const example = {
  scores: [820, 790, 760, 720, 700, 660, 740, 680, 640, 610],
  bad: [0, 0, 0, 0, 0, 0, 1, 1, 1, 1],
} as const;

describe("printed examples", () => {
  it("AUC 0.833333333, Gini 0.666666667, KS 0.583333333 at most 680", () => {
    // 3 goods are above 740, 5 above 680, 6 above 640 and 6 above 610: 20 of 24 pairs.
    expect(exactOf(rocAuc(example)).toFraction()).toBe("5/6");
    expect(exactOf(gini(example)).toFraction()).toBe("2/3");
    // Up to 680: 3 of 4 bads and 1 of 6 goods.
    const ks = ksStatistic(example);
    expect(exactOf(ks).toFraction()).toBe("7/12");
    expect((ks.inputs as { at: string }).at).toBe("680");
    expect(verify(ks).ok).toBe(true);
  });

  it("Brier 0.284080, its reference 0.24, skill −0.183666667, log loss 0.829789472", () => {
    const predicted = {
      defaultProbabilities: [
        "0.01",
        "0.02",
        "0.03",
        "0.05",
        "0.06",
        "0.08",
        "0.12",
        "0.15",
        "0.2",
        "0.3",
      ],
      bad: [0, 0, 0, 1, 0, 0, 1, 0, 1, 1],
    } as const;
    expect(brierScore(predicted).value.toString()).toBe("0.28408");
    const skill = brierSkillScore(predicted);
    const { reference } = skill.inputs as { reference: Figure };
    expect(reference.value.toString()).toBe("0.24");
    expect(skill.value.toFixed(9)).toBe("-0.183666667");
    expect(logLoss(predicted).value.toFixed(9)).toBe("0.829789472");
  });

  it("information value 1.97397391, stability index 0.0155206968", () => {
    const goods = [400, 350, 200, 50];
    const bads = [5, 15, 30, 50];
    const bins = goods.map((count, at) => ({ id: `${at}`, goods: count, bads: bads[at] ?? 0 }));
    const value = informationValue({ bins });
    expect(value.value.toFixed(8)).toBe("1.97397391");
    expect(gradeFor({ score: value, bands: informationValueBands }).grade).toBe("suspicious");
    const actual = ["0.12", "0.22", "0.36", "0.18", "0.12"];
    const expected = ["0.10", "0.20", "0.40", "0.20", "0.10"];
    const samples = actual.map((share, at) => ({
      id: `${at}`,
      actual: share,
      expected: expected[at] ?? 0,
    }));
    const index = populationStabilityIndex({ bins: samples });
    expect(index.value.toFixed(10)).toBe("0.0155206968");
    expect(gradeFor({ score: index, bands: stabilityBands }).grade).toBe("stable");
    // Counts say the same as shares.
    const counts = samples.map((bin) => ({ ...bin, actual: Number(bin.actual) * 200 }));
    expect(populationStabilityIndex({ bins: counts }).value.toFixed(30)).toBe(
      index.value.toFixed(30),
    );
  });
});

describe("edges", () => {
  it("ties count half, and a score that says nothing has an area of one half", () => {
    const scores = [5, 5, 5, 5];
    const bad = [true, false, true, false];
    expect(exactOf(rocAuc({ scores, bad })).toFraction()).toBe("1/2");
    expect(gini({ scores, bad }).value.toString()).toBe("0");
    expect(ksStatistic({ scores, bad }).value.toString()).toBe("0");
  });

  it("numbers, texts, columns and what is equal to them give one answer", () => {
    const scores = [0.1, 0.2, 0.3, 0.25];
    const bad = [1, 0, 1, 0] as const;
    const area = exactOf(rocAuc({ scores, bad })).toFraction();
    const texts = ["0.10", "0.2", 0.3, "0.250"];
    const columns = { scores: Float64Array.from(scores), bad: Uint8Array.from(bad) };
    expect(exactOf(rocAuc({ scores: texts, bad })).toFraction()).toBe(area);
    expect(exactOf(rocAuc(columns)).toFraction()).toBe(area);
  });

  it("one class alone has no answer", () => {
    const good = { scores: [1, 2], bad: [false, false] };
    const bad = { scores: [1, 2], bad: [1, 1] } as const;
    for (const measure of [rocAuc, gini, ksStatistic]) {
      expect([answerOf(() => measure(good)), answerOf(() => measure(bad))]).toEqual([
        "not_defined",
        "not_defined",
      ]);
    }
    const predicted = { defaultProbabilities: ["0.1", "0.5"], bad: [0, 0] } as const;
    expect(answerOf(() => brierScore(predicted))).toBe("13/100");
    expect(answerOf(() => brierSkillScore(predicted))).toBe("not_defined");
    const bins = [{ id: "a", goods: 5, bads: 0 }];
    expect(answerOf(() => informationValue({ bins, smoothing: "0.5" }))).toBe("not_defined");
  });

  it("an infinite log loss is no answer; certainty that was right costs nothing", () => {
    expect(answerOf(() => logLoss({ defaultProbabilities: [0, 1], bad: [0, 1] }))).toBe("0");
    expect(answerOf(() => logLoss({ defaultProbabilities: [0, "0.5"], bad: [1, 0] }))).toBe(
      "not_defined",
    );
    expect(answerOf(() => logLoss({ defaultProbabilities: [1], bad: [0] }))).toBe("not_defined");
  });

  it("a bin that is empty on one side needs smoothing, which is added everywhere and said", () => {
    const bins = [
      { id: "a", goods: 9, bads: 0 },
      { id: "b", goods: 1, bads: 10 },
    ];
    expect(answerOf(() => informationValue({ bins }))).toBe("not_defined");
    const rows = weightOfEvidence({ bins }).bins;
    expect(rows.map(({ weightOfEvidence: woe }) => woe.value === null)).toEqual([true, false]);
    // ln((9.5 ÷ 11) ÷ (0.5 ÷ 11)) = ln 19
    const smoothed = weightOfEvidence({ bins, smoothing: "0.5" }).bins[0]?.weightOfEvidence;
    expect(smoothed?.value?.toFixed(10)).toBe("2.9444389792");
    expect(smoothed && "caveats" in smoothed && smoothed.caveats).toEqual([
      { code: "counts_smoothed", by: "0.5" },
    ]);
    const empty = [...bins, { id: "c", goods: 0, bads: 0 }];
    expect(answerOf(() => informationValue({ bins: empty }))).toBe("not_defined");
  });

  it("lists of different lengths, and outcomes that are none, are refused", () => {
    const codes = [
      answerOf(() => rocAuc({ scores: [1, 2], bad: [0] })),
      answerOf(() => rocAuc({ scores: [1, 2], bad: [0, 2] as never })),
      answerOf(() => rocAuc({ scores: [], bad: [] })),
      answerOf(() => brierScore({ defaultProbabilities: [5], bad: [0] })),
      answerOf(() => brierScore({ defaultProbabilities: ["1.01"], bad: [0] })),
    ];
    expect(codes).toEqual(codes.map(() => "invalid_input"));
    expect(() =>
      binCounts({ values: [1, 2], bad: [0], attributes: [{ to: 5, points: 1 }] }),
    ).toThrow("as many entries");
    expect(() =>
      binCounts({ values: [7, null], bad: [0, 1], attributes: [{ to: 5, points: 1 }] }),
    ).toThrow(/values\[0\].*values\[1\]/);
  });
});

describe("laws", () => {
  it("AUC = 1 − AUC of reversed labels; Gini = 2 AUC − 1; KS does not see the labels", () => {
    fc.assert(
      fc.property(make.outcomes, (given) => {
        const input = deepFrozen(given);
        if (answerOf(() => rocAuc(input)) === "not_defined") return;
        const reversed = { ...input, bad: input.bad.map((bad) => !bad) };
        const area = exactOf(rocAuc(input));
        expect(exactOf(rocAuc(reversed)).toFraction()).toBe(area.neg().add(1).toFraction());
        expect(exactOf(gini(input)).toFraction()).toBe(area.mul(2).sub(1).toFraction());
        expect(exactOf(ksStatistic(reversed)).toFraction()).toBe(
          exactOf(ksStatistic(input)).toFraction(),
        );
      }),
    );
  });

  it("the information value is the sum of what the bins add, and at least 0", () => {
    fc.assert(
      fc.property(make.binsInput, (given) => {
        const input = deepFrozen(given);
        if (answerOf(() => informationValue(input)) === "not_defined") return;
        const total = informationValue(input);
        const parts = weightOfEvidence(input).bins.map((bin) => bin.informationValue.value);
        const sum = parts.reduce((a, b) => (a && b ? a.plus(b) : null));
        expect(sum?.minus(total.value).abs().lt("1e-30")).toBe(true);
        expect(total.value.gte(0)).toBe(true);
        // The same formula, goods in one sample and bads in the other.
        const bins = input.bins.map(({ id, goods, bads }) => ({
          id,
          actual: goods,
          expected: bads,
        }));
        const index = populationStabilityIndex({ ...input, bins });
        expect(index.value.toString()).toBe(total.value.toString());
      }),
    );
  });
});

describe("many rows", () => {
  it("100,000 rows are counted, exactly", () => {
    const count = 100_000;
    // Each score from 0 to 9,999 ten times; 3 of every ten rows bad, the lower scores more often.
    const scores = Array.from({ length: count }, (_, row) => (row * 7919) % 10_000);
    const bad = scores.map((score, row) => (row * 31 + (score < 5_000 ? 0 : 4)) % 10 < 3);
    const area = rocAuc({ scores, bad });
    const { goods, bads } = area.inputs as { goods: string; bads: string };
    expect(Number(goods) + Number(bads)).toBe(count);
    expect(verify(area).ok).toBe(true);
    expect(exactOf(gini({ scores, bad })).toFraction()).toBe(
      exactOf(area).mul(2).sub(1).toFraction(),
    );
    expect(ksStatistic({ scores, bad }).value.gte(gini({ scores, bad }).value.abs().div(2))).toBe(
      true,
    );
  });
});
