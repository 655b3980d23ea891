/**
 * The oracle of financial ratios and solvency models, in exact fractions: written from the formulas
 * of the papers, one model a function, without tables of coefficients.
 */
import Fraction from "fraction.js";

/** The lines of a statement as exact numbers. */
export type Lines = Readonly<Record<string, Fraction>>;

/** An exact number, or `none` where a divisor is not above 0. */
export type Answer = Fraction | "none";

const by = (above: Fraction, below: Fraction): Answer =>
  below.compare(0) > 0 ? above.div(below) : "none";

const n = (text: string): Fraction => new Fraction(text);

/** Σ weight × ratio, or `none` where a ratio is. */
function weighed(constant: string, ...parts: readonly (readonly [string, Answer])[]): Answer {
  let total = n(constant);
  for (const [weight, ratio] of parts) {
    if (ratio === "none") return "none";
    total = total.add(n(weight).mul(ratio));
  }
  return total;
}

const workingCapital = (s: Lines): Fraction => s["currentAssets"]!.sub(s["currentLiabilities"]!);

/** Flows of so many months or days, brought to a year; the funds from operations where not given. */
export function ofAYear(s: Lines, factor: Fraction, flows: readonly string[]): Lines {
  const scaled = Object.entries(s).map(([line, amount]) => [
    line,
    flows.includes(line) ? amount.mul(factor) : amount,
  ]);
  const lines = Object.fromEntries(scaled) as Record<string, Fraction>;
  lines["fundsFromOperations"] ??= lines["netIncome"]!.add(lines["depreciation"]!).add(
    lines["amortisation"]!,
  );
  return lines;
}

export function z(s: Lines, salesWeight: string): Answer {
  const assets = s["totalAssets"]!;
  return weighed(
    "0",
    ["1.2", by(workingCapital(s), assets)],
    ["1.4", by(s["retainedEarnings"]!, assets)],
    ["3.3", by(s["ebit"]!, assets)],
    ["0.6", by(s["marketEquity"]!, s["totalLiabilities"]!)],
    [salesWeight, by(s["sales"]!, assets)],
  );
}

export function zPrime(s: Lines): Answer {
  const assets = s["totalAssets"]!;
  return weighed(
    "0",
    ["0.717", by(workingCapital(s), assets)],
    ["0.847", by(s["retainedEarnings"]!, assets)],
    ["3.107", by(s["ebit"]!, assets)],
    ["0.420", by(s["equity"]!, s["totalLiabilities"]!)],
    ["0.998", by(s["sales"]!, assets)],
  );
}

export function zDoublePrime(s: Lines, constant: string): Answer {
  const assets = s["totalAssets"]!;
  return weighed(
    constant,
    ["6.56", by(workingCapital(s), assets)],
    ["3.26", by(s["retainedEarnings"]!, assets)],
    ["6.72", by(s["ebit"]!, assets)],
    ["1.05", by(s["equity"]!, s["totalLiabilities"]!)],
  );
}

interface BathoryReading {
  readonly interest: boolean;
  readonly capitalEmployed: boolean;
  readonly mean: boolean;
}

export function bathory(s: Lines, { interest, capitalEmployed, mean }: BathoryReading): Answer {
  const added = interest ? s["amortisation"]!.add(s["interestExpense"]!) : s["deferredTax"]!;
  const capital = capitalEmployed
    ? s["totalAssets"]!.sub(s["currentLiabilities"]!)
    : workingCapital(s);
  const weight = mean ? "0.2" : "1";
  const cashProfit = s["profitBeforeTax"]!.add(s["depreciation"]!).add(added);
  return weighed(
    "0",
    [weight, by(cashProfit, s["currentLiabilities"]!)],
    [weight, by(s["profitBeforeTax"]!, capital)],
    [weight, by(s["equity"]!, s["currentLiabilities"]!)],
    [weight, by(s["equity"]!.sub(s["intangibleAssets"]!), s["totalLiabilities"]!)],
    [weight, by(workingCapital(s), s["totalAssets"]!)],
  );
}

export function springate(s: Lines): Answer {
  const assets = s["totalAssets"]!;
  return weighed(
    "0",
    ["1.03", by(workingCapital(s), assets)],
    ["3.07", by(s["ebit"]!, assets)],
    ["0.66", by(s["profitBeforeTax"]!, s["currentLiabilities"]!)],
    ["0.40", by(s["sales"]!, assets)],
  );
}

/** The weights of return, debt and liquidity behind a constant. */
export const ZMIJEWSKI = {
  paper: ["-4.336", "-4.513", "5.679", "0.004"],
  "liquidity-minus": ["-4.336", "-4.513", "5.679", "-0.004"],
  rounded: ["-4.3", "-4.5", "5.7", "-0.004"],
  weighted: ["-4.803", "-3.599", "5.406", "-0.100"],
} as const;

export function zmijewski(s: Lines, set: keyof typeof ZMIJEWSKI): Answer {
  const [constant, income, debt, liquidity] = ZMIJEWSKI[set];
  return weighed(
    constant,
    [income, by(s["netIncome"]!, s["totalAssets"]!)],
    [debt, by(s["totalLiabilities"]!, s["totalAssets"]!)],
    [liquidity, by(s["currentAssets"]!, s["currentLiabilities"]!)],
  );
}

export function zhouF(s: Lines, before: Lines, book: boolean, interestDeducted: boolean): Answer {
  const assets = s["totalAssets"]!;
  const liabilities = s["totalLiabilities"]!;
  const cash = s["netIncome"]!.add(s["depreciation"]!);
  const interest = s["interestExpense"]!;
  return weighed(
    "-0.1774",
    ["1.1091", by(workingCapital(s), assets)],
    ["0.1074", by(s["retainedEarnings"]!, assets)],
    ["1.9271", by(cash.mul(2), liabilities.add(before["totalLiabilities"]!))],
    ["0.0302", by(book ? s["equity"]! : s["marketEquity"]!, liabilities)],
    [
      "0.4961",
      by(
        (interestDeducted ? cash.sub(interest) : cash.add(interest)).mul(2),
        assets.add(before["totalAssets"]!),
      ),
    ],
  );
}

/** Ohlson's O; the size is given, since it is no fraction. */
export function ohlson(s: Lines, before: Lines, size: Fraction): Answer {
  const [assets, liabilities] = [s["totalAssets"]!, s["totalLiabilities"]!];
  const [income, last] = [s["netIncome"]!, before["netIncome"]!];
  const sum = income.abs().add(last.abs());
  const one = (is: boolean): Fraction => n(is ? "1" : "0");
  return weighed(
    "-1.32",
    ["-0.407", size],
    ["6.03", by(liabilities, assets)],
    ["-1.43", by(workingCapital(s), assets)],
    ["0.0757", by(s["currentLiabilities"]!, s["currentAssets"]!)],
    ["-1.72", one(liabilities.compare(assets) > 0)],
    ["-2.37", by(income, assets)],
    ["-1.83", by(s["fundsFromOperations"]!, liabilities)],
    ["0.285", one(income.compare(0) < 0 && last.compare(0) < 0)],
    ["-0.521", sum.compare(0) === 0 ? n("0") : income.sub(last).div(sum)],
  );
}

/** Where a score lies; a score on a bound is grey. */
export function zone(score: Fraction, lower: string, upper: string, highIsBad = false): string {
  if (score.compare(lower) < 0) return highIsBad ? "safe" : "distress";
  if (score.compare(upper) > 0) return highIsBad ? "distress" : "safe";
  return "grey";
}

/** The textbook ratios. */
export function ratios(s: Lines, year: number): Readonly<Record<string, Answer>> {
  const days = (balance: string, flow: string): Answer => by(s[balance]!.mul(year), s[flow]!);
  const [receivable, stock, payable] = [
    days("receivables", "sales"),
    days("inventory", "costOfSales"),
    days("payables", "costOfSales"),
  ];
  const cycle =
    receivable === "none" || stock === "none" || payable === "none"
      ? "none"
      : receivable.add(stock).sub(payable);
  return {
    currentRatio: by(s["currentAssets"]!, s["currentLiabilities"]!),
    quickRatio: by(s["currentAssets"]!.sub(s["inventory"]!), s["currentLiabilities"]!),
    cashRatio: by(s["cash"]!, s["currentLiabilities"]!),
    debtRatio: by(s["totalLiabilities"]!, s["totalAssets"]!),
    liabilitiesToEquity: by(s["totalLiabilities"]!, s["equity"]!),
    currentLiabilitiesToEquity: by(s["currentLiabilities"]!, s["equity"]!),
    interestCover: by(s["ebit"]!, s["interestExpense"]!),
    grossMargin: by(s["sales"]!.sub(s["costOfSales"]!), s["sales"]!),
    netMargin: by(s["netIncome"]!, s["sales"]!),
    returnOnAssets: by(s["netIncome"]!, s["totalAssets"]!),
    returnOnEquity: by(s["netIncome"]!, s["equity"]!),
    receivableDays: receivable,
    inventoryDays: stock,
    payableDays: payable,
    cashCycle: cycle,
  };
}
