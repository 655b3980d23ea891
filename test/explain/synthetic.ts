/**
 * Formulas of a made-up domain, with everything the language can do, and figures made by them: the
 * tests of explain do not wait for the real domains.
 */
import fc from "fast-check";

import type { Figure } from "../../src/ground/figure.ts";
import { exactOf, figure } from "../../src/ground/figure.ts";
import type { FormulaRecord } from "../../src/ground/formulas.ts";
import { Fraction, least, ONE, powerOf, sumOf, ZERO } from "../../src/ground/fraction.ts";
import { parsePlainDecimal, toText } from "../../src/ground/numeric.ts";
import { catalogueOf } from "../../src/explain/catalogue.ts";

/** What every made-up record shares. */
const base = { unit: "money", direction: "neutral", source: "made up", terms: {} } as const;

export const records: readonly FormulaRecord[] = [
  {
    ...base,
    id: "test/balance",
    name: { en: "Receivables balance", zh: "应收账款余额" },
    source: "the ledger",
  },
  {
    ...base,
    id: "test/countback",
    name: { en: "DSO, countback", zh: "销售未清账期（倒推法）" },
    unit: "days",
    source: '"3+1" deck, slide 67',
    value: "sum(walk.counted)",
    columns: {
      walk: {
        remaining: "previous(remaining - consumed, receivables)",
        consumed: "min(remaining, sales)",
        counted: 'if(sales = 0, if(zeroSales = "skip", 0, days), consumed / sales * days)',
      },
    },
    terms: {
      receivables: { en: "closing receivables", zh: "期末应收账款余额" },
      walk: { en: "the walk back, latest month first", zh: "逐月倒推（由近及远）" },
      zeroSales: { en: "months without sales", zh: "无销售月份" },
      skip: { en: "are skipped", zh: "跳过" },
      period: { en: "month", zh: "月份" },
      sales: { en: "credit sales", zh: "赊销额" },
      days: { en: "days", zh: "天数" },
      remaining: { en: "still to cover", zh: "待抵余额" },
      consumed: { en: "covered", zh: "本月抵减" },
      counted: { en: "days counted", zh: "计入天数" },
    },
  },
  {
    ...base,
    id: "test/cash-released",
    name: { en: "Cash released", zh: "释放的资金" },
    direction: "higher-is-better",
    value: "annualSales * (fromDso - toDso) / yearDays",
    terms: {
      annualSales: { en: "annual credit sales", zh: "年度赊销额" },
      fromDso: { en: "DSO now", zh: "目前账期" },
      toDso: { en: "DSO aimed at", zh: "目标账期" },
    },
  },
  {
    ...base,
    id: "test/score",
    name: { en: "Score", zh: "评分" },
    unit: "score",
    value: "sum(criteria.contribution)",
    columns: {
      criteria: {
        share: "weight / sum(criteria.weight)",
        contribution: "share * score",
      },
    },
    label: { key: "zone", rule: 'if(value < 2, "distress", if(value > 3, "safe", "grey"))' },
  },
  {
    ...base,
    id: "test/allocation",
    name: { en: "Limits allocated", zh: "额度分配" },
    conditions: [
      "value = sum(allocations.limit)",
      "value <= budget",
      "least(allocations.limit) >= 0",
    ],
    terms: { budget: { en: "budget", zh: "预算" }, limit: { en: "limit", zh: "额度" } },
  },
  {
    ...base,
    id: "test/compound",
    name: { en: "Compounded", zh: "复利终值" },
    value: "principal * (1 + plan.rate) ^ plan.years",
  },
  {
    ...base,
    id: "test/penalty",
    name: { en: "Penalty of a grade", zh: "等级罚款" },
    value: "lookup(grade, table.grade, table.perDay) * max(days - grace, 0)",
  },
];

export const catalogue = catalogueOf(records);

/** A plain decimal as a fraction. */
export function exact(text: string): Fraction {
  // Printed values may be longer than given ones.
  const fraction = parsePlainDecimal(text, 10_000);
  if (!fraction) throw new RangeError(text);
  return fraction;
}

export interface Month {
  readonly period: string;
  readonly sales: Fraction;
  readonly days: Fraction;
}

/** Countback in a few lines, written without looking at the record above. */
export function countback(
  receivables: Fraction,
  months: readonly Month[],
  zeroSales: "skip" | "count-days" = "count-days",
): Figure {
  let remaining = receivables;
  const walk = months.map(({ period, sales, days }) => {
    const consumed = least(remaining, sales);
    const ofZero = zeroSales === "skip" ? ZERO : days;
    const counted = sales.isZero ? ofZero : consumed.over(sales).times(days);
    // `from(undefined)`: a cell is a number of this figure and not the figure it was read from.
    const [rest, used] = [remaining.from(undefined), consumed.from(undefined)];
    remaining = remaining.minus(consumed);
    return { period, sales, days, remaining: rest, consumed: used, counted };
  });
  const total = sumOf(walk.map(({ counted }) => counted));
  return figure("test/countback", total, "days", { receivables, zeroSales, walk });
}

/** The exact value of a figure with the figure as its origin: how one enters another. */
export function entering(made: Figure): Fraction {
  const value = exactOf(made);
  if (!value) throw new RangeError(made.formula);
  return value.from(made);
}

export function cashReleased(
  annualSales: Fraction,
  from: Fraction,
  to: Fraction,
  yearDays = exact("365"),
): Figure {
  const released = annualSales.times(from.minus(to)).over(yearDays);
  const inputs = { annualSales, fromDso: from, toDso: to, yearDays };
  return figure("test/cash-released", released, "money", inputs, { currency: "CNY" });
}

export function balance(amount: string, items = "37"): Figure {
  const inputs = { asOf: "2001-06-30", items, currency: "CNY" };
  return figure("test/balance", exact(amount), "money", inputs, { currency: "CNY" });
}

export function score(criteria: readonly { weight: Fraction; score: Fraction }[]): Figure {
  const weights = sumOf(criteria.map(({ weight }) => weight));
  const rows = criteria.map(({ weight, score: points }, index) => {
    const share = weight.over(weights);
    return { id: `c${index}`, weight, score: points, share, contribution: share.times(points) };
  });
  const total = sumOf(rows.map(({ contribution }) => contribution));
  const isLow = total.compare(exact("2")) < 0;
  const zone = isLow ? "distress" : total.compare(exact("3")) > 0 ? "safe" : "grey";
  return figure("test/score", total, "score", { criteria: rows }, { label: { zone } });
}

export function allocation(budget: Fraction, limits: readonly Fraction[]): Figure {
  const allocations = limits.map((limit, index) => ({ id: `p${index}`, limit }));
  return figure("test/allocation", sumOf(limits), "money", { budget, allocations });
}

export function compound(principal: Fraction, rate: Fraction, years: number): Figure {
  const value = principal.times(powerOf(ONE.plus(rate), years));
  return figure("test/compound", value, "money", { principal, plan: { rate, years } });
}

const penalties = [
  { grade: "A", perDay: "0.5" },
  { grade: "B", perDay: "2" },
];

export function penalty(
  grade: string,
  days: Fraction,
  grace: Fraction,
  table: readonly { grade: string; perDay: string }[] = penalties,
): Figure {
  const late = days.compare(grace) > 0 ? days.minus(grace) : ZERO;
  const perDay = exact(table.find((row) => row.grade === grade)?.perDay ?? "0");
  return figure("test/penalty", perDay.times(late), "money", { grade, days, grace, table });
}

/** The half year of slide 66, latest month first. */
export const deckMonths: readonly Month[] = [
  { period: "2001-06", sales: exact("630000"), days: exact("30") },
  { period: "2001-05", sales: exact("434000"), days: exact("31") },
  { period: "2001-04", sales: exact("600000"), days: exact("30") },
  { period: "2001-03", sales: exact("558000"), days: exact("31") },
];

/** Numbers with the troubles of real ones: zeros, ties, many digits, thirds among the results. */
export const amounts: fc.Arbitrary<Fraction> = fc.oneof(
  fc.constantFrom("0", "1", "600", "600.00", "0.01").map(exact),
  fc.integer({ min: 0, max: 2_000 }).map((n) => Fraction.whole(n)),
  fc.bigInt({ min: 0n, max: 10n ** 40n }).map((n) => Fraction.of(n, 10n ** 12n)),
);

const positive = amounts.map((amount) => amount.plus(exact("0.5")));

const months = fc.array(
  fc.record({ sales: amounts, days: fc.constantFrom("28", "30", "31").map(exact) }),
  { minLength: 1, maxLength: 8 },
);

/** What a ledger holds: whole cents. */
const cents = fc.integer({ min: 0, max: 10 ** 9 }).map((n) => Fraction.of(BigInt(n), 100n));

/** Random figures of every made-up formula. */
export const figures: Readonly<Record<string, fc.Arbitrary<Figure>>> = {
  "test/balance": cents.map((amount) => balance(toText(amount))),
  "test/countback": fc
    .tuple(
      fc.oneof(
        amounts,
        cents.map((amount) => entering(balance(toText(amount), toText(amount)))),
      ),
      months,
      fc.constantFrom("skip" as const, "count-days" as const),
    )
    .map(([receivables, rows, zeroSales]) =>
      countback(
        receivables,
        rows.map((row, index) => ({ period: `m${index}`, ...row })),
        zeroSales,
      ),
    ),
  "test/score": fc
    .array(fc.record({ weight: positive, score: amounts }), { minLength: 1, maxLength: 6 })
    .map(score),
  "test/allocation": fc
    // Sums of at most 34 digits: a condition reads the printed value.
    .array(
      fc.integer({ min: 0, max: 5_000 }).map((n) => Fraction.of(BigInt(n), 100n)),
      {
        minLength: 1,
        maxLength: 6,
      },
    )
    .map((limits) => allocation(sumOf(limits), limits)),
  "test/compound": fc
    .tuple(amounts, amounts, fc.integer({ min: -3, max: 40 }))
    .map(([principal, rate, years]) => compound(principal, rate, years)),
  "test/penalty": fc
    .tuple(fc.constantFrom("A", "B"), amounts, amounts)
    .map(([grade, days, grace]) => penalty(grade, days, grace)),
};

/** A figure of figures: cash released by bringing one countback down to another. */
export const nested: fc.Arbitrary<Figure> = fc
  .tuple(amounts, figures["test/countback"]!, figures["test/countback"]!)
  .map(([sales, from, to]) => cashReleased(sales, entering(from), entering(to)));
