/** From the opening to the closing balance of the month: what moved it. */
import type { RollForward } from "trade-credit";
import { receivablesRollForward } from "trade-credit";
import type { NoAnswer } from "../format.ts";
import { answer, heading, money, reasonsOf, table } from "../format.ts";
import type { Report } from "./input.ts";

/** The lines as they are read from top to bottom, and how each moves the balance. */
const LINES: readonly (readonly [name: string, line: keyof RollForward, sign: "" | "-"])[] = [
  ["Opening balance", "opening", ""],
  ["Invoices and debit notes", "sales", ""],
  ["Payments", "payments", "-"],
  ["Credit notes", "creditNotes", "-"],
  ["Discounts", "discounts", "-"],
  ["Write-offs", "writeOffs", "-"],
  ["Bills of exchange", "bills", "-"],
  ["Offsets", "offsets", "-"],
  ["Exchange differences", "exchange", ""],
  ["Closing balance", "closing", ""],
];

export function rollForwardSection(report: Report): string {
  const { month, quarter, inCurrency, aging } = report;
  const title = heading(`Roll-forward${inCurrency}`);
  const periods = [month, quarter];
  const found = periods.map(({ from, to }) => rolled(report, from, to));
  const missing = found.filter((each): each is NoAnswer => "reason" in each);
  if (missing.length > 0) return [title, "", ...reasonsOf(missing)].join("\n");
  const lines = found as RollForward[];
  const closes = lines.every(({ closing }) => closing.value.eq(aging.total.net.value));
  return [
    title,
    "",
    table(
      ["", ...periods.map(({ name }) => name)],
      LINES.map(([name, line, sign]) => [
        name,
        ...lines.map((each) => signed(each[line], sign, report.places)),
      ]),
    ),
    "",
    closes
      ? "It closes to the balance of the aging table."
      : "IT DOES NOT CLOSE to the balance of the aging table.",
  ].join("\n");
}

/** The lines of a window, or why there are none (snapshots know no past). */
function rolled({ ledger }: Report, from: string, to: string): RollForward | NoAnswer {
  let lines: RollForward | undefined;
  const closing = answer(() => {
    lines = receivablesRollForward(ledger, { from, to }).total;
    return lines.closing;
  });
  return lines ?? (closing as NoAnswer);
}

function signed(line: RollForward[keyof RollForward], sign: "" | "-", places: number): string {
  const text = money(line, places);
  return line.value.isZero() ? text : `${sign}${text}`.replace("--", "");
}
