/**
 * Explanations as people read them. The expected texts were read and judged line by line; where
 * they change, read them again.
 */
import { describe, expect, it } from "vitest";

import { dsoPeriodAverage } from "../../src/dso/period-average.ts";
import { clean, tableLines, widthOf, wrapped } from "../../src/explain/layout.ts";
import { isShownWhole, percentage, readable } from "../../src/explain/reading.ts";
import type { ExplainOptions } from "../../src/explain/text.ts";
import { explain, explainWith } from "../../src/explain/text.ts";
import { verifyWith } from "../../src/explain/verify.ts";
import { isCreditError } from "../../src/ground/errors.ts";
import { absent, figure } from "../../src/ground/figure.ts";
import { Fraction } from "../../src/ground/fraction.ts";
import { Rows } from "../../src/ground/rows.ts";
import {
  allocation,
  balance,
  cashReleased,
  catalogue,
  compound,
  countback,
  deckMonths,
  entering,
  exact,
  penalty,
  score,
} from "./synthetic.ts";

const text = (result: unknown, options?: ExplainOptions): string =>
  explainWith(catalogue, result, options);

const deck = () => countback(entering(balance("1170000")), deckMonths);

describe("a figure in words", () => {
  it("says what it is, by which formula, from what, with which caveats and source", () => {
    const dso = dsoPeriodAverage({ receivables: "1170000", sales: "3318000", days: 181 });
    expect(explain(dso)).toBe(
      `
DSO, period average ≈ 63.82459313 days
  in full  63.82459312839059674502712477396022
  formula  closing receivables ÷ (1 + sales tax in receivables) ÷ credit sales of the period × days
           of the period
  numbers  1,170,000 ÷ (1 + 0) ÷ 3,318,000 × 181 ≈ 63.82459313
  given    closing receivables                           1,170,000
           credit sales of the period                    3,318,000
           days of the period                                  181
           scope of receivables        all that is open at the end
           sales tax in receivables                              0
           tax basis                   not stated
  caveat   it was not stated whether receivables and sales both include sales tax
  source   "3+1" deck, slide 66 (dso/period-average)
`.trim(),
    );
  });

  it("says it in Chinese", () => {
    const dso = dsoPeriodAverage({ receivables: "1170000", sales: "3318000", days: 181 });
    expect(explain(dso, { language: "zh" })).toBe(
      `
销售未清账期（期间平均法） ≈ 63.82459313 天
  全值  63.82459312839059674502712477396022
  公式  期末应收账款余额 ÷ (1 + 应收账款所含税率) ÷ 期间赊销额 × 期间天数
  代入  1,170,000 ÷ (1 + 0) ÷ 3,318,000 × 181 ≈ 63.82459313
  已知  期末应收账款余额     1,170,000
        期间赊销额           3,318,000
        期间天数                   181
        应收账款范围      期末全部未收
        应收账款所含税率             0
        含税口径          未说明
  注意  未说明应收账款与赊销额的含税口径是否一致
  出处  "3+1" deck, slide 66 (dso/period-average)
`.trim(),
    );
  });

  it("shows tables in columns, what the columns are, and the figures it rests on", () => {
    expect(text(deck())).toBe(
      `
DSO, countback = 66.3 days
  formula  sum of days counted
  numbers  30 + 31 + 5.3 = 66.3
  given    closing receivables   1,170,000 CNY
           months without sales  count-days
  table    the walk back, latest month first
           month    credit sales  days  still to cover  covered  days counted
           2001-06       630,000    30       1,170,000  630,000            30
           2001-05       434,000    31         540,000  434,000            31
           2001-04       600,000    30         106,000  106,000           5.3
           2001-03       558,000    31               0        0             0
           still to cover = in the first row closing receivables, then (still to cover − covered)
           of the row above
           covered = the lesser of still to cover and credit sales
           days counted = (0 if months without sales = are skipped, otherwise days) if credit sales
           = 0, otherwise covered ÷ credit sales × days
  source   "3+1" deck, slide 67 (test/countback)
  from     closing receivables: Receivables balance = 1,170,000 CNY
             given   as of      2001-06-30
                     documents  37
                     currency   CNY
             source  the ledger (test/balance)
`.trim(),
    );
  });

  it("shows them in Chinese, with Chinese characters two places wide", () => {
    expect(text(deck(), { language: "zh" })).toBe(
      `
销售未清账期（倒推法） = 66.3 天
  公式  计入天数合计
  代入  30 + 31 + 5.3 = 66.3
  已知  期末应收账款余额  1,170,000 CNY
        无销售月份        count-days
  表    逐月倒推（由近及远）
        月份      赊销额  天数   待抵余额  本月抵减  计入天数
        2001-06  630,000    30  1,170,000   630,000        30
        2001-05  434,000    31    540,000   434,000        31
        2001-04  600,000    30    106,000   106,000       5.3
        2001-03  558,000    31          0         0         0
        待抵余额 = 首行为 期末应收账款余额，其后为上一行的 (待抵余额 − 本月抵减)
        本月抵减 = 待抵余额与赊销额中较小者
        计入天数 = 若 赊销额 = 0 则 (若 无销售月份 = 跳过 则 0，否则 天数)，否则 本月抵减 ÷
        赊销额 × 天数
  出处  "3+1" deck, slide 67 (test/countback)
  来自  期末应收账款余额：应收账款余额 = 1,170,000 CNY
          已知  截至    2001-06-30
                单据数  37
                币种    CNY
          出处  the ledger (test/balance)
`.trim(),
    );
  });

  it("shows the word of a class and its rule", () => {
    expect(text(score([{ weight: exact("4"), score: exact("3.5") }]))).toBe(
      `
Score = 3.5, zone: safe
  formula  sum of contribution
  class    distress if the value < 2, otherwise (safe if the value > 3, otherwise grey)
  table    criteria
           id  weight  score  share  contribution
           c0       4    3.5      1           3.5
           share = weight ÷ (sum of weight)
           contribution = share × score
  source   made up (test/score)
`.trim(),
    );
  });

  it("shows what must be true of an answer found by an algorithm", () => {
    expect(text(allocation(exact("100"), [exact("30"), exact("50")]))).toBe(
      `
Limits allocated = 80
  holds   the value = sum of limit
          the value ≤ budget
          least of limit ≥ 0
  given   budget  100
  table   allocations
          id  limit
          p0     30
          p1     50
  source  made up (test/allocation)
`.trim(),
    );
  });

  it("puts numbers into the branch that is taken, powers, lookups and signs", () => {
    const numbers = (result: unknown): unknown =>
      text(result)
        .split("\n")
        .find((line) => line.startsWith("  numbers"))
        ?.slice(11);
    expect(numbers(penalty("B", exact("12"), exact("3")))).toBe(
      "2 × (the greater of 12 − 3 and 0) = 18",
    );
    expect(numbers(compound(exact("100"), exact("-0.1"), 3))).toBe("100 × (1 + (-0.1))^3 = 72.9");
    expect(numbers(cashReleased(exact("365"), exact("2"), exact("-3")))).toBe(
      "365 × (2 − (-3)) ÷ 365 = 5",
    );
  });

  it("leaves numbers out that do not fit the formula: it shows, and does not judge", () => {
    const tree: unknown = { ...(JSON.parse(JSON.stringify(deck())) as object), inputs: {} };
    expect(text(tree)).toBe(
      `
DSO, countback = 66.3 days
  formula  sum of days counted
  source   "3+1" deck, slide 67 (test/countback)
`.trim(),
    );
  });

  it("shows a fraction as a percentage beside it", () => {
    const rate = figure("test/rate", Fraction.of(1n, 16n), "fraction", {});
    expect(text(rate)).toBe("test/rate = 0.0625 (6.25 %)");
  });

  it("shows an unknown formula's figure with what is in it", () => {
    const inputs = { party: "10023", plan: { dso: "1170000" }, top: ["1", "5"], isNet: true };
    expect(text(figure("other/figure", exact("5"), "count", inputs))).toBe(
      `
other/figure = 5
  given  customer  10023
         plan dso  1170000
         top       1, 5
         is net    yes
`.trim(),
    );
  });
});

describe("an answer that does not exist", () => {
  it("says why", () => {
    const inputs = { sales: balance("0") };
    const none = absent("test/countback", "days", inputs, "not_defined", "credit sales are zero");
    expect(text(none)).toBe(
      `
DSO, countback: no value
  reason   not defined: credit sales are zero
  formula  sum of days counted
  given    credit sales  0 CNY
  source   "3+1" deck, slide 67 (test/countback)
  from     credit sales: Receivables balance = 0 CNY
             given   as of      2001-06-30
                     documents  37
                     currency   CNY
             source  the ledger (test/balance)
`.trim(),
    );
    expect(text(none, { language: "zh" }).split("\n").slice(0, 2)).toEqual([
      "销售未清账期（倒推法）：无值",
      "  原因  无定义：credit sales are zero",
    ]);
  });
});

describe("composites and lists", () => {
  it("are explained figure by figure; labels and figures from a ledger take a line each", () => {
    const dso = penalty("A", exact("1"), exact("0"));
    const plans = { A: { total: balance("5.5"), binding: ["x", "y"], none: null, dso }, n: 3 };
    expect(text(plans)).toBe(
      `
A.total: Receivables balance = 5.50 CNY
A.binding: x, y

A.dso: Penalty of a grade = 0.50
  formula  (per day where grade is grade) × (the greater of days − grace and 0)
  numbers  0.5 × (the greater of 1 − 0 and 0) = 0.5
  given    grade  A
           days   1
           grace  0
  table    table
           grade  per day
           A          0.5
           B            2
  source   made up (test/penalty)

n: 3
`.trim(),
    );
  });

  it("are tables where they are lists of labels and figures from a ledger", () => {
    const buckets = [
      { label: "not due", from: null, to: 0, amount: balance("3000"), due: "2026-03-31" },
      { label: "1-30", from: 1, to: 30, amount: balance("80.5"), due: "2026-03-01" },
    ];
    expect(text({ buckets, total: balance("3080.5") })).toBe(
      `
buckets:
  label    from  to     amount  due
  not due         0  3,000 CNY  2026-03-31
  1-30        1  30  80.50 CNY  2026-03-01

total: Receivables balance = 3,080.50 CNY
`.trim(),
    );
  });

  it("are numbered; of a long list the first 50 entries are explained", () => {
    const rows = new Rows(120, (index) => ({ open: balance(String(index)) }));
    const lines = text(rows).split("\n");
    expect(lines).toHaveLength(52);
    expect(lines[1]).toBe(" 0 CNY");
    expect(lines.at(-1)).toBe("… 70 more");
    const explained = text(new Rows(120, () => deck())).split("\n");
    expect(explained[0]).toBe("[0]: DSO, countback = 66.3 days");
    expect(explained.at(-2)).toBe("[49]: DSO, countback = 66.3 days (as above)");
  });

  it("that compute parts of themselves when they are read are taken as JSON sees them", () => {
    class Identity {
      get open(): unknown {
        return balance("5");
      }
      toJSON(): object {
        return { open: this.open };
      }
    }
    expect(text({ identity: new Identity() })).toBe("identity.open: Receivables balance = 5 CNY");
    expect(verifyWith(catalogue, { identity: new Identity() }).nodes).toBe(1);
  });

  it("explain a figure once: where it stands again, its name and value do", () => {
    const both = { a: deck(), b: deck() };
    expect(text(both).split("\n").at(-1)).toBe("b: DSO, countback = 66.3 days (as above)");
  });

  it("say how many figures a column holds, and of what", () => {
    const rows = deckMonths.map((month) => ({ ...month, sales: entering(balance("600", "1")) }));
    const lines = text(countback(exact("100"), rows)).split("\n");
    expect(lines).toContain(
      "           2001-06       600 CNY    30             100      100             5",
    );
    expect(lines).toContain("           credit sales: 4 figures, Receivables balance");
  });

  it("of a long table the first and last rows are shown", () => {
    const months = Array.from({ length: 100 }, (_, index) => ({
      period: `m${index}`,
      sales: exact("1"),
      days: exact("30"),
    }));
    const lines = text(countback(exact("100"), months)).split("\n");
    expect(lines.filter((line) => /^ +m\d/.test(line))).toHaveLength(45);
    expect(lines).toContain("  numbers  30 + 30 + 30 + … + 30 = 3,000");
  });
});

describe("explain", () => {
  it("refuses what is no result, and languages and formats it does not have", () => {
    const refusal = (result: unknown, options?: object): string => {
      try {
        explain(result, options);
      } catch (error) {
        if (isCreditError(error)) return error.message;
      }
      return "no refusal";
    };
    expect(refusal(5)).toBe("explain: must be a result of the library, got 5");
    expect(refusal({}, { language: "de" })).toBe(
      'explain: language must be "en" or "zh", got "de"',
    );
    expect(refusal({}, { format: "latex" })).toBe('explain: format must be "text", got "latex"');
  });

  it("keeps what stored texts hold on one line, without control characters", () => {
    const inputs = { party: "a\nb\u001b[31m\u202ec", note: "x".repeat(300) };
    const lines = text(figure("other/figure", exact("5"), "count", inputs)).split("\n");
    expect(lines).toHaveLength(3);
    expect(lines[1]).toBe("  given  customer  a·b·[31m·c");
    expect(widthOf(lines[2] ?? "")).toBeLessThan(250);
  });
});

describe("numbers for reading", () => {
  it.each([
    ["1170000", "1,170,000"],
    ["63.82459312839059674502712477396022", "63.82459313"],
    ["0.00008511443764554641", "0.00008511443765"],
    ["1234567890123.456", "1,234,567,890,123.46"],
    ["999.99999999999", "1,000"],
    ["-1234.5", "-1,234.5"],
    ["0", "0"],
    ["100", "100"],
    ["0.1", "0.1"],
  ])("%s reads %s", (number, expected) => {
    expect(readable(exact(number))).toBe(expected);
  });

  it("are known to be whole or shortened", () => {
    expect(isShownWhole(exact("1170000"))).toBe(true);
    expect(isShownWhole(exact("63.82459312839"))).toBe(false);
    expect(isShownWhole(Fraction.of(1n, 3n))).toBe(false);
  });

  it("as percentages have four places at most", () => {
    expect(percentage(exact("0.05"))).toBe("5 %");
    expect(percentage(Fraction.of(1n, 3n))).toBe("33.3333 %");
    expect(percentage(exact("12"))).toBe("1,200 %");
  });
});

describe("layout", () => {
  it("counts places, two for Chinese and none for accents that stand on a letter", () => {
    expect(widthOf("DSO")).toBe(3);
    expect(widthOf("账期（天）")).toBe(10);
    expect(widthOf("é")).toBe(1);
    expect(widthOf("𠀀")).toBe(2);
    expect(widthOf("÷ − ≤")).toBe(5);
  });

  it("wraps at spaces, and keeps long words whole", () => {
    expect(wrapped("one two three", 7)).toEqual(["one two", "three"]);
    expect(wrapped("incomprehensible", 7)).toEqual(["incomprehensible"]);
    expect(wrapped("天 天 天", 5)).toEqual(["天 天", "天"]);
  });

  it("sets numbers to the right", () => {
    const cell = (content: string, isNumber = false) => ({ text: content, isNumber });
    expect(
      tableLines([
        [cell("账期"), cell("9", true)],
        [cell("a"), cell("10", true)],
      ]),
    ).toEqual(["账期   9", "a     10"]);
  });

  it("takes control and direction characters out", () => {
    expect(clean("a\u0000b\u2028c\u200bd\ud800")).toBe("a·b·c·d·");
  });
});
