/** A few lines on what was written, from the checked items: enough to see a living business. */

import { LAST_DAY } from "./calendar.ts";
import type { CheckedItem, RuleCheck } from "./check.ts";

const BUCKETS = ["not due", "1-30", "31-60", "61-90", "91+"];

export function summary(check: RuleCheck): string {
  const counts = tally([...check.items.values()].map(({ kind }) => kind));
  const sales = salesSince(check, 0);
  const aMonth = salesSince(check, LAST_DAY - 90) / 3;
  const lines = [
    `rows: ${told(check.rowsByRecord)}`,
    `documents: ${told(counts)}`,
    `open balance: ${(check.balance / 100).toFixed(2)}`,
    `months of recent sales open: ${(check.balance / aMonth).toFixed(2)}`,
    `written off: ${percent(check.settled.get("write-off") ?? 0, sales)} of sales`,
    ["open debit items".padEnd(18), ...BUCKETS.map((label) => label.padStart(9))].join(""),
  ];
  const regions = [...new Set([...check.items.values()].map(({ region }) => region))].sort();
  for (const region of [...regions, ""]) lines.push(agingLine(check, region));
  return lines.join("\n") + "\n";
}

function agingLine(check: RuleCheck, region: string): string {
  const open = BUCKETS.map(() => 0);
  for (const item of check.items.values()) {
    if (item.debit && item.counts && (region === "" || item.region === region)) age(item, open);
  }
  const sum = open.reduce((all, one) => all + one, 0);
  const shares = open.map((amount) => percent(amount, sum).padStart(9));
  return `${region || "all"} ${Math.round(sum / 100)}`.padEnd(18) + shares.join("");
}

/** Installments are filled oldest first; a restated item is open for more on its first one. */
function age({ units, applied }: CheckedItem, open: number[]): void {
  let left = applied;
  for (const unit of [...units].sort((one, other) => one.due - other.due)) {
    const received = Math.min(left, unit.amount);
    left = Math.max(left - unit.amount, 0);
    const bucket = Math.min(Math.max(Math.ceil((LAST_DAY - unit.due) / 30), 0), 4);
    open[bucket] = (open[bucket] ?? 0) + unit.amount - received;
  }
}

function salesSince(check: RuleCheck, day: number): number {
  let sum = 0;
  for (const item of check.items.values()) {
    if (item.counts && item.debit && item.day >= day) sum += item.amount;
  }
  return sum;
}

function tally(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

function told(counts: ReadonlyMap<string, number>): string {
  return [...counts].map(([word, count]) => `${count} ${word}`).join(", ");
}

function percent(part: number, whole: number): string {
  return `${((100 * part) / whole).toFixed(2)} %`;
}
