/** What is known: statements, solvency models, payments. */
import type { RatioName } from "trade-credit";
import { heading, isFound, list, NOTHING, table } from "../../month-end/format.ts";
import type { Assessment } from "../assess.ts";
import { amount, cellsOf, daysOf, given, number, shareOf } from "./print.ts";
import { modelNames } from "./words.ts";

const RATIOS: readonly (readonly [RatioName, string])[] = [
  ["currentRatio", "Current ratio"],
  ["quickRatio", "Quick ratio"],
  ["debtRatio", "Liabilities ÷ assets"],
  ["liabilitiesToEquity", "Liabilities ÷ equity"],
  ["interestCover", "Interest cover"],
  ["grossMargin", "Gross margin"],
  ["netMargin", "Net margin"],
  ["returnOnEquity", "Return on equity"],
  ["receivableDays", "Receivable days"],
  ["inventoryDays", "Inventory days"],
  ["payableDays", "Payable days"],
  ["cashCycle", "Cash cycle"],
];

const LINES = [
  ["sales", "Sales"],
  ["ebit", "Operating profit (EBIT)"],
  ["netIncome", "Net income"],
  ["operatingCashFlow", "Operating cash flow"],
  ["currentAssets", "Current assets"],
  ["currentLiabilities", "Current liabilities"],
  ["totalAssets", "Total assets"],
  ["totalLiabilities", "Total liabilities"],
  ["equity", "Equity"],
] as const;

/** Lines of the statements as given, then the ratios of each year and where they point. */
export function statementSection({ file, ratios }: Assessment): string {
  const { statements, currency } = file;
  const years = statements.map(({ periodEnd = "" }) => periodEnd);
  const lines = LINES.map(([line, label]) => [
    label,
    ...statements.map((each) => given(each[line])),
  ]);
  const cells = cellsOf(ratios.years, 2);
  const found = RATIOS.map(([name, label]) => [
    label,
    ...cells.map((cell) => cell(name)),
    ratios.trend[name].direction,
  ]);
  return [
    heading(`Statements, in ${currency}`),
    "",
    table(["", ...years], lines),
    "",
    table(["Ratio", ...years, "Trend"], found),
  ].join("\n");
}

/** Every model's score and zone, and where they part. */
export function solvencySection({ panel }: Assessment): string {
  const { scores, disagreements, agree } = panel;
  const names = Object.keys(modelNames) as (keyof typeof modelNames)[];
  const rows = names.map((name) => {
    const score = scores[name];
    if (!isFound(score)) return [modelNames[name], NOTHING, "", score.reason.message];
    return [modelNames[name], number(score, 3), "zone" in score ? score.zone : "", ""];
  });
  const parting = disagreements.map(({ worse, worseZone, better, betterZone }) => {
    return `  ${modelNames[worse]} says ${worseZone}, ${modelNames[better]} ${betterZone}.`;
  });
  return [
    heading("Solvency models"),
    "",
    table(["Model", "Score", "Zone", "Why not"], rows, [0, 2, 3]),
    "",
    agree ? "All models that have a zone name the same one." : "The models disagree:",
    ...parting,
  ].join("\n");
}

/** How it has bought and paid. */
export function behaviourSection({ behaviour, file, asOf }: Assessment): string {
  const { meanDaysLate, medianDaysLate, worstDaysLate, daysLateTrend } = behaviour;
  const rows = [
    [`Sales of the window, ${file.currency}`, amount(behaviour.sales)],
    ["Sales, later half against earlier", shareOf(behaviour.salesTrend)],
    [`Balance, ${file.currency}`, amount(behaviour.balance)],
    [`Highest balance (${behaviour.highestBalanceOn})`, amount(behaviour.highestBalance)],
    ["Overdue", amount(behaviour.overdue)],
    ["Oldest item, days past due", daysOf(behaviour.oldestDaysPastDue)],
    ["Disputed, of what is open", shareOf(behaviour.disputedShare)],
    ["Paid on time, by amount", shareOf(behaviour.onTimeShareByAmount)],
    ["Days late: mean", daysOf(meanDaysLate)],
    ["Days late: median", daysOf(medianDaysLate)],
    ["Days late: worst", daysOf(worstDaysLate)],
    ["Days late: later half less earlier", daysOf(daysLateTrend)],
    ["Last payment", behaviour.lastReceiptOn ?? NOTHING],
  ];
  return [heading(`How it pays: twelve months to ${asOf}`), "", list(rows)].join("\n");
}
