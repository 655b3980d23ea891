/**
 * @module limits/formulas-allocation
 *
 * The catalogue records of a budget shared. The level is the certificate: every share follows from
 * it, and the total shows that it is the right one.
 */
import type { FormulaRecord } from "../ground/formulas.ts";

const TERMS = {
  budget: { en: "budget", zh: "额度总额" },
  parties: { en: "customers", zh: "各客户" },
  groups: { en: "full groups", zh: "已满集团" },
  group: { en: "group", zh: "集团" },
  id: { en: "customer", zh: "客户" },
  party: { en: "customer", zh: "客户" },
  weight: { en: "weight", zh: "权重" },
  floor: { en: "floor", zh: "下限" },
  cap: { en: "cap", zh: "上限" },
  capped: { en: "has a cap", zh: "设有上限" },
  state: { en: "state", zh: "状态" },
  moving: { en: "weight that shares", zh: "参与分配权重" },
  fixed: { en: "fixed", zh: "固定额" },
  most: { en: "at most", zh: "最多" },
  last: { en: "level of the last to stop", zh: "最后停止水位" },
  level: { en: "level", zh: "水位" },
  limit: { en: "limit", zh: "额度" },
  share: { en: "exact share", zh: "精确份额" },
  unit: { en: "unit", zh: "单位" },
  units: { en: "units", zh: "单位数" },
  amount: { en: "amount", zh: "金额" },
  unitValue: { en: "value of a unit", zh: "单位收益" },
  weighted: { en: "weighted value", zh: "加权收益" },
  earned: { en: "earned", zh: "收益" },
  wants: { en: "could take more", zh: "尚可增加" },
  short: { en: "room", zh: "余地" },
  requested: { en: "requested", zh: "申请额" },
  allocated: { en: "allocated", zh: "已分配" },
} as const;

type Parts = Pick<FormulaRecord, "id"> & Partial<FormulaRecord>;

function record(en: string, zh: string, parts: Parts): FormulaRecord {
  const common = { unit: "money", direction: "neutral", source: "ours: docs/limits.md" } as const;
  return { name: { en, zh }, ...common, terms: TERMS, ...parts };
}

const SPENT = "min(budget, sum(parties.most) + sum(groups.cap))";
const CLAMPED = "if(capped, min(cap, max(level * weight, floor)), max(level * weight, floor))";
const WITHIN = ["value >= floor", "if(capped, value <= cap, value >= floor)"];

const levels: readonly FormulaRecord[] = [
  record("water level", "水位", {
    id: "limits/water-level",
    unit: "times",
    source: "water-filling",
    value:
      `if(sum(parties.moving) = 0, last, ` +
      `(${SPENT} - sum(parties.fixed) - sum(groups.cap)) / sum(parties.moving))`,
    columns: {
      parties: {
        most: "if(weight > 0, if(capped, cap, budget), floor)",
        fixed: 'if(state = "moving", 0, if(state = "floor", floor, cap))',
        moving: 'if(state = "moving", weight, 0)',
      },
    },
  }),
  record("level at a cap", "上限水位", {
    id: "limits/full-level",
    unit: "times",
    value: "cap / weight",
  }),
  record("last step taken", "最后一个单位的档位", {
    id: "limits/unit-level",
    unit: "times",
    source: "the divisor rule of Webster and Sainte-Laguë",
    value: "if(weight = 0, 0, (units - 0.5) / weight)",
  }),
  record("cut-off value", "收益门槛", {
    id: "limits/cut-off-value",
    unit: "times",
    source: "fractional knapsack",
    value: "unitValue",
  }),
];

const shares: readonly FormulaRecord[] = [
  record("limit by share", "按比例分配额度", {
    id: "limits/allocated-share",
    source: "water-filling",
    value: CLAMPED,
  }),
  record("limit in whole units", "按单位分配额度", {
    id: "limits/allocated-units",
    source: "the divisor rule of Webster and Sainte-Laguë",
    value: "units * unit",
    conditions: [
      "units = whole(units)",
      ...WITHIN,
      "if(value > floor, units - 0.5 <= level * weight, value >= floor)",
      "if(capped, if(value < cap, level * weight <= units + 0.5, value = cap), " +
        "level * weight <= units + 0.5)",
    ],
  }),
  record("limit by largest remainder", "最大余数法额度", {
    id: "limits/allocated-by-remainder",
    source: "largest remainder",
    value: "units * unit",
    conditions: ["units = whole(units)", "abs(value - share) < unit"],
  }),
  record("limit by return", "按收益分配额度", {
    id: "limits/allocated-by-return",
    source: "fractional knapsack",
    conditions: [
      ...WITHIN,
      "if(unitValue > level, if(capped, value = cap, 1 = 0), value >= floor)",
      "if(unitValue < level, value = floor, value >= floor)",
    ],
  }),
  record("floor in whole units", "下限（取整）", {
    id: "limits/floor-in-units",
    value: "-whole(-amount / unit) * unit",
  }),
  record("amount in whole units", "金额（取整）", {
    id: "limits/amount-in-units",
    value: "whole(amount / unit) * unit",
  }),
];

const totals: readonly FormulaRecord[] = [
  record("allocated", "已分配额度", {
    id: "limits/allocated",
    value: "sum(parties.limit)",
    columns: { parties: { short: "if(wants, if(capped, cap - limit, 1), 0)" } },
    conditions: ["value <= budget", "if(value < budget, sum(parties.short) = 0, value = budget)"],
  }),
  record("allocated to a group", "集团已分配额度", {
    id: "limits/group-allocated",
    value: "sum(parties.limit)",
    conditions: ["value <= cap"],
  }),
  record("not allocated", "未分配额度", {
    id: "limits/not-allocated",
    value: "budget - allocated",
  }),
  record("cut against the request", "核减额", {
    id: "limits/request-cut",
    direction: "lower-is-better",
    value: "requested - limit",
  }),
  record("value of one more unit", "增加一个单位的收益", {
    id: "limits/next-unit-value",
    direction: "higher-is-better",
    value: "if(sum(parties.weight) = 0, 0, unit * sum(parties.weighted) / sum(parties.weight))",
    columns: { parties: { weighted: "weight * unitValue" } },
  }),
  record("value of the allocation", "额度分配收益", {
    id: "limits/allocation-value",
    direction: "higher-is-better",
    value: "sum(parties.earned)",
    columns: { parties: { earned: "limit * unitValue" } },
  }),
];

/** Records of allocation. */
export const allocationFormulas: readonly FormulaRecord[] = [...levels, ...shares, ...totals];
