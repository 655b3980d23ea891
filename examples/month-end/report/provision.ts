/** What will be lost of the receivables, by the rates of the last twelve months. */
import type { ProvisionMatrix, RollRates } from "trade-credit";
import { isCreditError, lossRates, provisionMatrix, rollRates } from "trade-credit";
import { monthEndsUpTo } from "../periods.ts";
import { heading, money, percent, reasonsOf, share, table } from "../format.ts";
import type { Report } from "./input.ts";

const MONTH_ENDS = 13;

/** Through so many months past due rates are observed; what gets there counts as lost. */
const THROUGH = 3;

export function provisionSection(report: Report): string {
  const title = heading(`Provision by roll rates${report.inCurrency}`);
  try {
    return [title, "", ...matrixOf(report)].join("\n");
  } catch (error) {
    if (!isCreditError(error)) throw error;
    return [title, "", ...reasonsOf([error.absent ?? { reason: error }])].join("\n");
  }
}

function matrixOf(report: Report): string[] {
  const { ledger, asOf, firstDay, aging } = report;
  const monthEnds = monthEndsUpTo(asOf, firstDay, MONTH_ENDS);
  if (monthEnds.length < 2) return ["Two month ends are needed, and the ledger has fewer."];
  const observed = rollRates(ledger, { monthEnds, through: THROUGH });
  const { buckets } = aging.total;
  const rates = classRates(observed, buckets.length);
  const matrix = provisionMatrix({
    rows: buckets.map(({ label, amount }, place) => ({
      bucket: label,
      balance: amount,
      lossRate: rates[place]?.lossRate ?? 1,
    })),
    forwardFactor: 1,
  });
  const lost = share(matrix.total.value, aging.total.gross.value);
  return [
    table(
      ["Class", "Balance", "Rolls on", "Loss rate", "Provision"],
      rowsOf(report, observed, matrix),
    ),
    "",
    `Rates of ${monthEnds.length - 1} months: what reaches ${THROUGH} months past due counts as lost, whole months past`,
    "due stand for classes of 30 days, and nothing is added for what is to come (forward factor 1).",
    `The provision is ${lost} of what is open; credits lower none of it.`,
  ];
}

/** One a class: not due, 1–30, 31–60, 61–90; beyond them everything counts as lost. */
function classRates({ rolls }: RollRates, classes: number) {
  return lossRates({ rolls: rolls.slice(0, classes - 1) }).rows;
}

function rowsOf(report: Report, { rolls }: RollRates, matrix: ProvisionMatrix): string[][] {
  const { aging, places } = report;
  const rows = aging.total.buckets.map(({ label, amount }, place) => {
    const { lossRate, provision } = matrix.rows[place] as ProvisionMatrix["rows"][number];
    const rate = rolls[place]?.rate;
    const rollsOn = rate?.value ? percent(rate.value) : "";
    return [
      label,
      money(amount, places),
      rollsOn,
      percent(lossRate.value),
      money(provision, places),
    ];
  });
  const { gross } = aging.total;
  return [...rows, ["In all", money(gross, places), "", "", money(matrix.total, places)]];
}
