/** A budget of limits shared, in print. */
import type { Figure } from "trade-credit";
import { count, heading, money, table } from "../../month-end/format.ts";
import type { Portfolio } from "../portfolio.ts";
import * as policy from "../policy.ts";
import { amount, number } from "./print.ts";

const SHOWN = 20;
const BOUNDS = ["none", "cap", "floor", "group"] as const;

export function portfolioReport({ scored, unscored, shared }: Portfolio): string {
  const { allocations, groups, level, allocated, notAllocated } = shared;
  const rows = [...allocations].map(({ id, limit, bound }, place) => {
    const { applicant, score, grade, need } = scored[place] ?? missing(id);
    return { applicant, score, grade, need, limit, bound };
  });
  const first = rows
    .slice(0, SHOWN)
    .map(({ applicant, score, grade, need, limit, bound }) => [
      applicant.id,
      applicant.name,
      applicant.group,
      number(score, 0),
      grade,
      amount(need),
      money(limit, 0),
      bound,
    ]);
  const classes = policy.budget.bands.map(({ grade }) => {
    const own = rows.filter((row) => row.grade === grade);
    return [grade, count(own.length), sum(own.map(({ limit }) => limit))];
  });
  const bounds = BOUNDS.map((bound) => {
    const own = rows.filter((row) => row.bound === bound);
    return [bound, count(own.length), sum(own.map(({ limit }) => limit))];
  });
  const total = ["all", count(rows.length), money(allocated, 0)];
  const byGroup = groups.map(({ group, allocated: own, level: ownLevel, binding }) => {
    return [group, money(own, 0), perThousand(ownLevel), binding ? "at its cap" : ""];
  });
  const head = ["Id", "Name", "Group", "Score", "Class", "Need", "Limit", "Bound by"];
  return [
    heading(`One budget of ${count(policy.budget.amount)} for ${count(rows.length)} customers`),
    "",
    `The first ${String(SHOWN)}:`,
    "",
    table(head, first, [0, 1, 2, 7]),
    "",
    table(["Class", "Customers", "Limits"], [...classes, total]),
    "",
    table(["Bound by", "Customers", "Limits"], [...bounds, total]),
    "",
    table(
      ["Group", "Limits", "Level", ""],
      [...byGroup, ["all", money(allocated, 0), "", ""]],
      [0, 3],
    ),
    "",
    `Level ${perThousand(level)} to a weight of 1,000; of the budget ${money(notAllocated, 0)} is left.`,
    ...(unscored.length === 0 ? [] : ["", "Without a score, and so without a limit:"]),
    ...unscored.map(({ id, why }) => `  ${id}: ${why}`),
  ].join("\n");
}

function missing(id: string): never {
  throw new Error(`${id} is in no row`);
}

/** Whole units have a level of units to a weight of 1; here it is thousands to a thousand. */
function perThousand({ value }: Figure): string {
  return value.times(1000).toFixed(4);
}

/** Limits are whole thousands: their sum is exact. */
function sum(limits: readonly Figure[]): string {
  const [first, ...others] = limits;
  if (!first) return "0";
  return money({ value: others.reduce((all, { value }) => all.plus(value), first.value) }, 0);
}
