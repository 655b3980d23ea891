/**
 * @module dso/formulas
 *
 * The catalogue records of the DSO figures.
 */
import type { FormulaRecord } from "../ground/formulas.ts";

/** Records of `dso/…`. */
export const dsoFormulas: readonly FormulaRecord[] = [
  {
    id: "dso/period-average",
    name: { en: "DSO, period average", zh: "销售未清账期（期间平均法）" },
    unit: "days",
    direction: "lower-is-better",
    source: '"3+1" deck, slide 66',
    value: "receivables / (1 + taxRate) / sales * days",
    terms: {
      receivables: { en: "closing receivables", zh: "期末应收账款余额" },
      sales: { en: "credit sales of the period", zh: "期间赊销额" },
      days: { en: "days of the period", zh: "期间天数" },
      taxRate: { en: "sales tax in receivables", zh: "应收账款所含税率" },
    },
  },
];
