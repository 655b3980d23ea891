/**
 * @module scoring/formulas-model-terms
 *
 * What the catalogue records of the solvency models have in common: the names of the ratios, the
 * table of contributions, and the rule of the zones.
 */
import type { FormulaRecord } from "../ground/formulas.ts";

const TABLE = {
  contributions: { en: "contributions", zh: "各项贡献" },
  term: { en: "term", zh: "项目" },
  coefficient: { en: "weight", zh: "系数" },
  ratio: { en: "ratio", zh: "比率" },
  contribution: { en: "contribution", zh: "贡献" },
  constant: { en: "constant", zh: "常数项" },
};

const RATIOS = {
  workingCapitalToAssets: { en: "working capital ÷ assets", zh: "营运资本/资产" },
  retainedEarningsToAssets: { en: "retained earnings ÷ assets", zh: "留存收益/资产" },
  ebitToAssets: { en: "EBIT ÷ assets", zh: "息税前利润/资产" },
  equityToLiabilities: { en: "equity ÷ liabilities", zh: "权益/负债" },
  salesToAssets: { en: "sales ÷ assets", zh: "营业收入/资产" },
  salesCoefficient: { en: "weight of sales", zh: "营业收入系数" },
  profitBeforeTaxToCurrentLiabilities: {
    en: "profit before tax ÷ current liabilities",
    zh: "利润总额/流动负债",
  },
  cashProfitToCurrentLiabilities: {
    en: "cash profit ÷ current liabilities",
    zh: "现金利润/流动负债",
  },
  profitBeforeTaxToCapital: { en: "profit before tax ÷ capital", zh: "利润总额/资本" },
  equityToCurrentLiabilities: { en: "equity ÷ current liabilities", zh: "权益/流动负债" },
  tangibleNetWorthToLiabilities: { en: "tangible net worth ÷ liabilities", zh: "有形净资产/负债" },
  returnOnAssets: { en: "net income ÷ assets", zh: "净利润/资产" },
  debtRatio: { en: "liabilities ÷ assets", zh: "负债/资产" },
  currentRatio: { en: "current assets ÷ current liabilities", zh: "流动资产/流动负债" },
  cashFlowToAverageLiabilities: { en: "cash flow ÷ average liabilities", zh: "现金流量/平均负债" },
  cashFlowToAverageAssets: { en: "cash flow ÷ average assets", zh: "现金流量/平均资产" },
  size: { en: "size", zh: "规模" },
  currentLiabilitiesToCurrentAssets: {
    en: "current liabilities ÷ current assets",
    zh: "流动负债/流动资产",
  },
  liabilitiesExceedAssets: { en: "liabilities exceed assets", zh: "资不抵债" },
  fundsFromOperationsToLiabilities: {
    en: "funds from operations ÷ liabilities",
    zh: "经营所得资金/负债",
  },
  lossInBothYears: { en: "loss in both years", zh: "连续两年亏损" },
  netIncomeChange: { en: "change of net income", zh: "净利润变动率" },
};

/** The table of a score and the named ones of its ratios. */
export function ratios(...names: readonly (keyof typeof RATIOS)[]): FormulaRecord["terms"] {
  return { ...TABLE, ...Object.fromEntries(names.map((name) => [name, RATIOS[name]])) };
}

/** Every row of the table, and that the rows add up to the score. */
export const contributions: Pick<FormulaRecord, "columns" | "conditions"> = {
  columns: { contributions: { contribution: "coefficient * ratio" } },
  conditions: ["sum(contributions.contribution) = value"],
};

/** The zone of a score of which high ones are good. */
export function zones(lower: string, upper: string): Pick<FormulaRecord, "label"> {
  const rule = `if(value < ${lower}, "distress", if(value > ${upper}, "safe", "grey"))`;
  return { label: { key: "zone", rule } };
}

/** The zone of a score of which high ones are bad. */
export function zonesReversed(cutOff: string): Pick<FormulaRecord, "label"> {
  const rule = `if(value > ${cutOff}, "distress", if(value < ${cutOff}, "safe", "grey"))`;
  return { label: { key: "zone", rule } };
}
