/**
 * @module aging/formulas-markov
 *
 * The catalogue records of the Markov chain: numbers found by elimination, and what must be true of
 * them.
 */
import type { FormulaRecord } from "../ground/formulas.ts";

const STARTED = "lookup(into, classes.place, classes.start)";
const PASSED = "lookup(into, classes.place, classes.visits)";

const RATE = { unit: "fraction", direction: "lower-is-better" } as const;

const CHAIN = {
  terms: {
    bucket: { en: "class", zh: "账龄段" },
    classes: { en: "classes", zh: "各账龄段" },
    place: { en: "place", zh: "序号" },
    paid: { en: "paid in a period", zh: "当期收回比例" },
    bad: { en: "lost in a period", zh: "当期坏账比例" },
    start: { en: "at the start", zh: "期初" },
    visits: { en: "passes through", zh: "累计经过" },
    ended: { en: "ends there", zh: "在此终结" },
    outcome: { en: "outcome", zh: "结果" },
    flows: { en: "flows", zh: "流转" },
    into: { en: "into", zh: "转入" },
    share: { en: "share", zh: "比例" },
    flow: { en: "flow", zh: "流量" },
    arrived: { en: "arrived so far", zh: "累计转入" },
    gap: { en: "gap", zh: "差额" },
  },
  source: "R. M. Cyert, H. J. Davidson, G. L. Thompson, 1962",
  conditions: [
    "abs(value - sum(classes.outcome)) <= greatest(classes.visits) / 10 ^ 30",
    "abs(sum(classes.ended) - sum(classes.start)) <= greatest(classes.visits) / 10 ^ 30",
    "greatest(flows.gap) <= greatest(classes.visits) / 10 ^ 30",
    "0 - least(flows.gap) <= greatest(classes.visits) / 10 ^ 30",
    "least(flows.share) >= 0",
    "least(classes.start) >= 0",
  ],
};

/** The columns of a chain; `outcome` says what of a class the figure counts. */
function chainColumns(outcome: string): NonNullable<FormulaRecord["columns"]> {
  return {
    classes: { ended: "visits * (paid + bad)", outcome },
    flows: {
      flow: "share * lookup(place, classes.place, classes.visits)",
      arrived: `if(place = 1, ${STARTED}, previous(arrived, 0)) + flow`,
      gap: `if(place = greatest(classes.place), arrived - ${PASSED}, 0)`,
    },
  };
}

/** Records of `aging/markov-…`. */
export const markovFormulas: readonly FormulaRecord[] = [
  {
    id: "aging/markov-paid-share",
    name: { en: "share paid in the end", zh: "最终收回比例" },
    unit: "fraction",
    direction: "higher-is-better",
    ...CHAIN,
    columns: chainColumns("visits * paid"),
  },
  {
    id: "aging/markov-bad-share",
    name: { en: "share lost in the end", zh: "最终坏账比例" },
    ...RATE,
    ...CHAIN,
    columns: chainColumns("visits * bad"),
  },
  {
    id: "aging/markov-periods",
    name: { en: "periods until paid or lost", zh: "平均终结期数" },
    unit: "count",
    direction: "lower-is-better",
    ...CHAIN,
    columns: chainColumns("visits"),
  },
  {
    id: "aging/markov-paid",
    name: { en: "receivables paid in the end", zh: "最终收回金额" },
    unit: "money",
    direction: "higher-is-better",
    ...CHAIN,
    columns: chainColumns("visits * paid"),
  },
  {
    id: "aging/markov-bad",
    name: { en: "receivables lost in the end", zh: "最终坏账金额" },
    unit: "money",
    direction: "lower-is-better",
    ...CHAIN,
    columns: chainColumns("visits * bad"),
  },
];
