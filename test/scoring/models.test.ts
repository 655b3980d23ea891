/** What the models refuse, what they need, and the traps that a careless implementation falls into. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { performanceRatio } from "../../src/performance/index.ts";
import * as scoring from "../../src/scoring/index.ts";
import { exactOf } from "../support/exact.ts";
import { fullStatement } from "../support/producers/scoring-models.ts";
import { refusalOf } from "../support/refusals.ts";
import { CURRENT, PREVIOUS, SIZE } from "./acme.ts";

const both = { current: CURRENT, previous: PREVIOUS };

describe("three traps: a divisor below 0 makes the worst firm look like the best", () => {
  it("liabilities over negative equity are no ratio, though the working-assets sum would be +9.17", () => {
    // CA/CL 0.667 + (CA − inventory)/CL 0.5 − CL/equity (−3) − TL/equity (−5) = 9.17.
    const ratios = scoring.financialRatios({
      currentAssets: 2000,
      inventory: 500,
      currentLiabilities: 3000,
      totalLiabilities: 5000,
      equity: -1000,
    });
    expect(ratios.currentRatio.value?.toFixed(3)).toBe("0.667");
    expect(ratios.quickRatio.value?.toFixed(1)).toBe("0.5");
    expect(ratios.currentLiabilitiesToEquity.value).toBeNull();
    expect(ratios.liabilitiesToEquity.value).toBeNull();
  });

  it("a loss over negative working capital is no strength in Bathory's model", () => {
    // −100 ÷ −50 would be +2.
    const firm = {
      ...CURRENT,
      currentAssets: 950,
      currentLiabilities: 1000,
      profitBeforeTax: -100,
    };
    const refused = refusalOf(() => scoring.bathory(firm));
    expect(refused).toEqual({
      code: "not_defined",
      faults: ["working capital must be above 0"],
    });
    expect(scoring.solvencyPanel(firm).scores.bathory.value).toBeNull();
    // Capital employed is above 0, so that this reading has an answer.
    const answer = scoring.bathory({ ...firm, x2Denominator: "capital-employed" });
    expect(exactOf(answer).compare(0)).toBe(1);
  });

  it("two losses are no growth of 0.628", () => {
    const year = { creditSales: 100, badDebtRate: "0.5", dso: 10, managementCost: 5 };
    const { ratio } = performanceRatio({
      margin: "0.1",
      annualRate: "0.1",
      current: year,
      previous: { ...year, creditSales: 200 },
    });
    expect(ratio.value).toBeNull();
  });
});

describe("a model", () => {
  it("names every line that it misses, at once", () => {
    expect(refusalOf(() => scoring.altmanZ({ currentAssets: 1, sales: 2 }))).toEqual({
      code: "invalid_input",
      faults: [
        "currentLiabilities must be given",
        "totalAssets must be given",
        "retainedEarnings must be given",
        "ebit must be given",
        "marketEquity must be given",
        "totalLiabilities must be given",
      ],
    });
    const current = { ...CURRENT, interestExpense: undefined } as never;
    const previous = { ...PREVIOUS, totalLiabilities: undefined } as never;
    expect(refusalOf(() => scoring.zhouF({ current, previous })).faults).toEqual([
      "previous.totalLiabilities must be given",
      "current.interestExpense must be given",
    ]);
    const one = { current: CURRENT } as never;
    expect(refusalOf(() => scoring.zhouF(one)).faults).toEqual([
      "previous must be given, or `ratios` instead of both",
    ]);
  });

  it("takes a statement or ratios, and not both", () => {
    const ratios = {
      returnOnAssets: "0.06",
      debtRatio: "0.45",
      currentRatio: "1.7",
    };
    const mixed = { ratios, netIncome: 5 } as never;
    expect(refusalOf(() => scoring.zmijewski(mixed)).faults).toEqual([
      "netIncome must be left out beside `ratios`",
    ]);
    const chosen = { ratios: bathoryRatios(), variant: "cn-interest" } as never;
    expect(refusalOf(() => scoring.bathory(chosen)).faults).toEqual([
      "variant must be left out beside `ratios`",
    ]);
  });

  it("gives with the ratios of a statement what it gives with the statement", () => {
    const z = scoring.altmanZPrime(CURRENT);
    const ratios = Object.fromEntries(
      Object.entries(z.inputs).filter(([name]) => name !== "contributions"),
    );
    const again = scoring.altmanZPrime({ ratios: ratios as never });
    expect(exactOf(again).equals(exactOf(z))).toBe(true);
    const named = scoring.financialRatios(CURRENT);
    const { workingCapitalToAssets, retainedEarningsToAssets, ebitToAssets } = named;
    const { salesToAssets, equityToLiabilities } = named;
    const five = {
      workingCapitalToAssets,
      retainedEarningsToAssets,
      ebitToAssets,
      equityToLiabilities,
      salesToAssets,
    };
    expect(exactOf(scoring.altmanZPrime({ ratios: five as never })).equals(exactOf(z))).toBe(true);
  });

  it("an absent ratio given is no ratio", () => {
    const { quickRatio } = scoring.financialRatios({});
    const ratios = { returnOnAssets: 0, debtRatio: 0, currentRatio: quickRatio } as never;
    expect(refusalOf(() => scoring.zmijewski({ ratios })).code).toBe("not_defined");
  });

  it("both bounds are grey", () => {
    const ratios = (x: string) => ({
      workingCapitalToAssets: 0,
      retainedEarningsToAssets: 0,
      ebitToAssets: 0,
      equityToLiabilities: 0,
      salesToAssets: x,
    });
    const z = (x: string) => scoring.altmanZ({ ratios: ratios(x), salesCoefficient: "1" }).zone;
    expect(["1.81", "2.99", "2.5", "1.80999", "2.99001"].map(z)).toEqual([
      "grey",
      "grey",
      "grey",
      "distress",
      "safe",
    ]);
    const s = (x: string) => scoring.springate({ ratios: springate(x) }).zone;
    expect(["0.862", "0.86199", "0.86201"].map((x) => s(String(Number(x) / 0.4)))).toEqual([
      "grey",
      "distress",
      "safe",
    ]);
  });

  it("the zones of Z'' and of Z''-EM are those of one score shifted by 3.25", () => {
    fc.assert(
      fc.property(fullStatement, (statement) => {
        const zone = (fn: (input: typeof statement) => scoring.Score): string => {
          try {
            return fn(statement).zone;
          } catch (error) {
            return (error as { code: string }).code;
          }
        };
        expect(zone(scoring.altmanZEmerging)).toBe(zone(scoring.altmanZDoublePrime));
      }),
    );
    const least = { workingCapitalToAssets: 0, retainedEarningsToAssets: 0, ebitToAssets: 0 };
    // The commonest mistake: −0.65 + 3.25 = 2.6 judged by the zones without constant.
    const ratios = { ...least, equityToLiabilities: "-0.619047619047619" };
    expect(scoring.altmanZEmerging({ ratios }).zone).toBe("distress");
  });

  it("every statement multiplied by a number has the same score, but for Ohlson's size", () => {
    const scaled = Object.fromEntries(
      Object.entries(CURRENT).map(([line, amount]) => [line, String(amount * 7)]),
    );
    for (const name of ["altmanZ", "altmanZPrime", "bathory", "springate", "zmijewski"] as const) {
      const [one, seven] = [scoring[name](CURRENT), scoring[name](scaled)];
      expect(exactOf(one).equals(exactOf(seven))).toBe(true);
    }
  });

  it("leaves frozen input as it is", () => {
    const input = Object.freeze({
      current: Object.freeze({ ...CURRENT }),
      previous: Object.freeze({ ...PREVIOUS }),
      size: Object.freeze({ ...SIZE }),
    });
    const before = JSON.stringify(input);
    scoring.solvencyPanel(input);
    expect(JSON.stringify(input)).toBe(before);
  });

  it("statements the wrong way round are refused where they are dated", () => {
    const wrong = {
      current: { ...CURRENT, periodEnd: "2024-12-31" },
      previous: { ...PREVIOUS, periodEnd: "2025-12-31" },
    };
    expect(refusalOf(() => scoring.zhouF(wrong)).faults).toEqual([
      "current.periodEnd must be later than that of `previous`",
    ]);
  });

  it("Ohlson's size has no default, and its indicators are 0 or 1", () => {
    expect(refusalOf(() => scoring.ohlsonO(both as never)).faults).toEqual(["size must be given"]);
    const ratios = { ...ohlsonRatios(), lossInBothYears: 2 };
    expect(refusalOf(() => scoring.ohlsonO({ ratios })).faults).toEqual([
      "ratios.lossInBothYears must be 0 or 1",
    ]);
    const input = { ratios: ohlsonRatios(), cutOff: 1 };
    expect(refusalOf(() => scoring.ohlsonO(input)).faults).toEqual(["cutOff must be less than 1"]);
  });

  it("both years without income are no change", () => {
    const none = { current: { ...CURRENT, netIncome: 0 }, previous: { netIncome: 0 }, size: SIZE };
    const { netIncomeChange } = scoring.ohlsonO(none).inputs as Record<string, scoring.Ratio>;
    expect(netIncomeChange?.value?.toString()).toBe("0");
  });

  it("a score so low that its probability has no digits has none", () => {
    const ratios = { returnOnAssets: 20, debtRatio: 0, currentRatio: 1 };
    expect(scoring.zmijewski({ ratios }).zone).toBe("safe");
    expect(refusalOf(() => scoring.zmijewskiProbability({ ratios })).faults).toEqual([
      "the probability is below e^-1000",
    ]);
  });

  it("is data: what is remembered and not read says so", () => {
    const remembered = Object.entries(scoring.solvencyModels)
      .filter(([, model]) => model.remembered !== undefined)
      .map(([name]) => name);
    expect(remembered).toEqual([
      "altmanZEmerging",
      "bathory",
      "springate",
      "zmijewski",
      "zhouF",
      "ohlsonO",
    ]);
    const texts = Object.values(scoring.solvencyModels).flatMap(({ terms }) =>
      terms.map(({ coefficient }) => coefficient),
    );
    expect(texts.every((text) => /^-?\d+(\.\d+)?$/.test(text))).toBe(true);
  });
});

describe("the data of models and ratings", () => {
  it("cannot be changed: every score comes from them", () => {
    const isFrozen = (value: unknown): boolean =>
      typeof value !== "object" ||
      value === null ||
      (Object.isFrozen(value) && Object.values(value).every(isFrozen));
    expect(isFrozen(scoring.solvencyModels)).toBe(true);
    expect(isFrozen(scoring.ratingTables)).toBe(true);
  });

  it("lists ratings from the worst up, and zones in order", () => {
    for (const table of Object.values(scoring.ratingTables)) {
      const averages = table.map(({ average }) => Number(average));
      expect(averages).toEqual([...averages].sort((a, b) => a - b));
      expect([table[0]?.grade, table.at(-1)?.grade]).toEqual(["D", "AAA"]);
    }
    for (const { zones } of Object.values(scoring.solvencyModels)) {
      expect(Number(zones?.lower ?? 0) <= Number(zones?.upper ?? 0)).toBe(true);
    }
  });
});

describe("the panel", () => {
  it("has every model that the data allow, and says what the others lack", () => {
    const { scores, withoutZone } = scoring.solvencyPanel(CURRENT);
    const reason = (score: { value: unknown; reason?: { message: string } }) =>
      score.value === null ? score.reason?.message : undefined;
    expect(reason(scores.zhouF as never)).toBe("needs the statement of the year before");
    expect(reason(scores.ohlsonO as never)).toBe("needs size");
    expect(withoutZone).toEqual(["bathory", "zhouF", "ohlsonO"]);
  });

  it("says where the models disagree, distress against safe first", () => {
    // EBIT and net income turned: Z 2.78, Z' 1.86, Z'' 3.07, S 0.29, X −1.37, each by hand.
    const weak = { ...CURRENT, ebit: -700, profitBeforeTax: -900, netIncome: -900 };
    const panel = scoring.solvencyPanel(weak);
    expect(panel.zones).toEqual({
      distress: ["springate"],
      grey: ["altmanZ", "altmanZPrime"],
      safe: ["altmanZDoublePrime", "altmanZEmerging", "zmijewski"],
    });
    expect(panel.agree).toBe(false);
    expect(panel.disagreements[0]).toEqual({
      worse: "springate",
      worseZone: "distress",
      better: "altmanZDoublePrime",
      betterZone: "safe",
    });
  });

  it("refuses lines beside `current`, and nothing at all", () => {
    const mixed = { current: CURRENT, cash: 1 } as never;
    expect(refusalOf(() => scoring.solvencyPanel(mixed)).faults).toEqual([
      "cash must be left out beside `current`",
    ]);
    expect(refusalOf(() => scoring.solvencyPanel({})).faults).toEqual([
      "must have lines of a statement, or `current`",
    ]);
  });
});

describe("a rating equivalent", () => {
  it("two ratings equally near: the worse one", () => {
    // 4.15 is B, 3.75 is B−: 3.95 lies between.
    const nearest = (score: string) =>
      scoring.ratingEquivalent({ score, mapping: "nearest" }).grade;
    expect(nearest("3.95")).toBe("B-");
    expect(nearest("3.9500001")).toBe("B");
  });

  it("the average itself is reached, and nothing is below D", () => {
    const floor = (score: string) => scoring.ratingEquivalent({ score }).grade;
    expect(["8.15", "8.14999", "0", "-7", "1.75"].map(floor)).toEqual([
      "AAA",
      "AA+",
      "D",
      "D",
      "CCC-",
    ]);
  });
});

const bathoryRatios = () => ({
  cashProfitToCurrentLiabilities: 1,
  profitBeforeTaxToCapital: 1,
  equityToCurrentLiabilities: 1,
  tangibleNetWorthToLiabilities: 1,
  workingCapitalToAssets: 1,
});

const springate = (salesToAssets: string) => ({
  workingCapitalToAssets: 0,
  ebitToAssets: 0,
  profitBeforeTaxToCurrentLiabilities: 0,
  salesToAssets,
});

const ohlsonRatios = () => ({
  size: 12,
  debtRatio: "0.5",
  workingCapitalToAssets: "0.2",
  currentLiabilitiesToCurrentAssets: "0.5",
  liabilitiesExceedAssets: 0,
  returnOnAssets: "0.05",
  fundsFromOperationsToLiabilities: "0.2",
  lossInBothYears: 0,
  netIncomeChange: 0,
});
