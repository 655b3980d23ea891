/** How the customers who owe the most have bought and paid over the last twelve months. */
import type { PaymentBehaviour, Rows } from "trade-credit";
import { isCreditError, paymentBehaviour } from "trade-credit";
import type { Answer } from "../format.ts";
import { days, heading, isFound, money, NOTHING, percent, reasonsOf, table } from "../format.ts";
import type { Report } from "./input.ts";

const SHOWN = 10;
const MONTHS = 12;

export function behaviourSection(report: Report): string {
  const { ledger, asOf, places, inCurrency } = report;
  const title = heading(`Behaviour of the ten largest customers${inCurrency}`);
  let behaviour: Rows<PaymentBehaviour>;
  try {
    behaviour = paymentBehaviour(ledger, { asOf, months: MONTHS });
  } catch (error) {
    if (!isCreditError(error)) throw error;
    return [title, "", ...reasonsOf([{ reason: error }])].join("\n");
  }
  const rows = largest(behaviour).map((row) => [
    row.party,
    money(row.balance, places),
    money(row.highestBalance, places),
    shareText(row.onTimeShareByAmount),
    daysText(row.meanDaysLate),
    daysText(row.medianDaysLate),
    signedDays(row.daysLateTrend),
    shareText(row.dilution),
    shareText(row.disputedShare),
    row.lastReceiptOn ?? NOTHING,
  ]);
  if (rows.length === 0) return [title, "", "No customer owes anything."].join("\n");
  const head = [
    "Customer",
    "Balance",
    "Highest",
    "On time",
    "Mean",
    "Median",
    "Trend",
    "Dilution",
    "Disputed",
    "Last receipt",
  ];
  return [
    title,
    "",
    table(head, rows),
    "",
    `Of the last ${MONTHS} months. On time is by amount; mean and median days late count each`,
    "payment once, early ones negative; the trend is the last six months less the six before.",
  ].join("\n");
}

/** By what they owe, ranked in the typed column: rows are made of the ten alone. */
function largest(behaviour: Rows<PaymentBehaviour>): PaymentBehaviour[] {
  const balance = behaviour.columns()?.["balance"]?.values ?? new Float64Array();
  const places = [...balance.keys()].filter((place) => (balance[place] ?? 0) > 0);
  places.sort((a, b) => (balance[b] ?? 0) - (balance[a] ?? 0) || a - b);
  return places.slice(0, SHOWN).flatMap((place) => behaviour.at(place) ?? []);
}

function shareText(found: Answer): string {
  return isFound(found) ? percent(found.value) : NOTHING;
}

function daysText(found: Answer): string {
  return isFound(found) ? days(found) : NOTHING;
}

function signedDays(found: Answer): string {
  if (!isFound(found)) return NOTHING;
  return found.value.isPositive() && !found.value.isZero() ? `+${days(found)}` : days(found);
}
