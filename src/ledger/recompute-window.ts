/**
 * @module ledger/recompute-window
 *
 * Figures of a span of days computed again, document by document.
 */
import { Fraction } from "../ground/fraction.ts";
import { amountAt } from "./columns.ts";
import type { DiscountsTaken } from "./discounts.ts";
import { discountsTaken } from "./discounts.ts";
import type { LedgerData } from "./ledger.ts";
import { minorFraction } from "./minor.ts";
import { isCredit } from "./open.ts";
import { eachPayment } from "./payments.ts";
import { highestBalance, paymentCount, settledAmount } from "./recompute-behaviour.ts";
import type { Inputs } from "./recompute-inputs.ts";
import { dayOf, scopeOf } from "./recompute-inputs.ts";
import { rollForwardLine } from "./recompute-roll-forward.ts";
import { statementLine } from "./recompute-statement.ts";

/** What is asked: days, documents, and the rest of the stored inputs. */
interface Asked {
  readonly from: number;
  readonly to: number;
  readonly test: (item: number) => boolean;
  readonly inputs: Inputs;
}

type Recompute = (data: LedgerData, asked: Asked) => bigint | undefined;

const RECOMPUTED: ReadonlyMap<string, Recompute> = new Map<string, Recompute>([
  ["ledger/sales", sales],
  ["ledger/payments", payments],
  ["ledger/roll-forward-line", line],
  ["ledger/statement-amount", statement("amount")],
  ["ledger/statement-balance", statement("balance")],
  ["ledger/sold-at-term", soldAtTerm],
  [
    "ledger/highest-balance",
    ({ journal }, { from, to, test }) => highestBalance(journal, from, to, test),
  ],
  [
    "ledger/settled",
    ({ journal }, { from, to, test, inputs }) =>
      settledAmount(journal, from, to, test, inputs["withDiscount"] === true),
  ],
  ["ledger/payment-count", count],
  ["ledger/sales-count", ofDiscounts("count")],
  ["ledger/discounted-sales", ofDiscounts("discountedSales")],
  ["ledger/discounted-count", ofDiscounts("discountedCount")],
  ["ledger/discounts-taken", ofDiscounts("discounts")],
]);

/** The ids of these figures. */
export const WINDOW_FIGURES: ReadonlySet<string> = new Set(RECOMPUTED.keys());

/** The exact value; undefined where the inputs are not such a figure's. */
export function windowValue(
  data: LedgerData,
  formula: string,
  inputs: Inputs,
): Fraction | undefined {
  const from = dayOf(inputs["from"]);
  const to = dayOf(inputs["to"]);
  if (from === undefined || to === undefined) return undefined;
  const test = scopeOf(data, inputs) ?? (() => true);
  const found = RECOMPUTED.get(formula)?.(data, { from, to, test, inputs });
  if (found === undefined) return undefined;
  return formula.endsWith("-count") ? Fraction.of(found) : minorFraction(found, data.places);
}

function ofDiscounts(part: keyof DiscountsTaken): Recompute {
  return ({ journal }, { from, to, test, inputs }) => {
    const asOf = dayOf(inputs["asOf"]);
    return asOf === undefined ? undefined : discountsTaken(journal, { from, to, asOf, test })[part];
  };
}

function sales({ journal }: LedgerData, { from, to, test, inputs }: Asked): bigint {
  const { applications } = journal;
  const net = inputs["net"] !== "gross";
  let total = 0n;
  for (let item = 0; item < journal.count; item += 1) {
    const day = journal.documentDate[item] as number;
    if (day < from || day > to || !test(item)) continue;
    const amount = amountAt(journal.amount, item);
    if (!isCredit(journal.kind, item)) total += amount;
    else if (net && journal.kind?.[item] === CREDIT_NOTE) total -= amount;
  }
  for (let row = 0; net && row < applications.count; row += 1) {
    const day = applications.date[row] as number;
    const counts = applications.kind[row] === CREDIT_NOTE_APPLIED && day >= from && day <= to;
    if (!counts || (applications.source[row] as number) >= 0) continue;
    if (test(applications.item[row] as number)) total -= amountAt(applications.amount, row);
  }
  return total;
}

/** Codes of `credit-note` as a document and as an application. */
const CREDIT_NOTE = 2;
const CREDIT_NOTE_APPLIED = 1;

function payments({ journal }: LedgerData, { from, to, test, inputs }: Asked): bigint {
  const late = inputs["counted"] === "days-late";
  let total = 0n;
  eachPayment(journal, from, to, test, (piece) => {
    const days = piece.date - (late ? piece.dueDate : piece.documentDate);
    if (String(days) === inputs["days"]) total += piece.amount;
  });
  return total;
}

function line({ journal }: LedgerData, { from, to, test, inputs }: Asked): bigint | undefined {
  const name = inputs["line"];
  return typeof name === "string" ? rollForwardLine(journal, name, from, to, test) : undefined;
}

function statement(what: "amount" | "balance"): Recompute {
  return ({ journal }, { from, to, inputs: { party, line: number } }) =>
    typeof party === "string"
      ? statementLine(journal, what, party, { from, to }, Number(number))
      : undefined;
}

/** Debit units of the window whose due date is so many days after the document. */
function soldAtTerm({ journal }: LedgerData, { from, to, test, inputs }: Asked): bigint {
  let total = 0n;
  for (let item = 0; item < journal.count; item += 1) {
    const date = journal.documentDate[item] as number;
    if (date < from || date > to || !test(item) || isCredit(journal.kind, item)) continue;
    const parts = journal.installments.get(item) ?? {
      dueDate: [journal.dueDate[item] as number],
      amount: [amountAt(journal.amount, item)],
    };
    parts.dueDate.forEach((due, part) => {
      if (String(due - date) === inputs["days"]) total += parts.amount[part] as bigint;
    });
  }
  return total;
}

function count({ journal }: LedgerData, { from, to, test, inputs }: Asked): bigint {
  const standingOn = dayOf(inputs["standingOn"]) ?? to;
  const days = Number(inputs["days"]);
  return BigInt(paymentCount(journal, { from, to, standingOn }, test, days));
}
