/** The fixture company of the formula collection: every printed example of a model is of it. */
export const CURRENT = {
  currentAssets: 5200,
  inventory: 2300,
  currentLiabilities: 3000,
  totalAssets: 10_000,
  totalLiabilities: 4500,
  equity: 5500,
  retainedEarnings: 2500,
  intangibleAssets: 200,
  marketEquity: 9000,
  interestBearingDebt: 2000,
  sales: 12_000,
  ebit: 1000,
  interestExpense: 200,
  profitBeforeTax: 800,
  tax: 200,
  netIncome: 600,
  depreciation: 350,
  amortisation: 50,
  deferredTax: 60,
  operatingCashFlow: 900,
} as const;

export const PREVIOUS = {
  totalAssets: 9200,
  totalLiabilities: 4200,
  currentAssets: 4800,
  currentLiabilities: 2800,
  retainedEarnings: 2200,
  interestBearingDebt: 1800,
  netIncome: 500,
} as const;

export const SIZE = { totalAssetsInDollars: 100_000_000, priceIndex: 500 } as const;
