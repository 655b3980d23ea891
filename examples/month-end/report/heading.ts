/** Which ledger, which day, what of the file is in it, and the proof of the balance. */
import { count, heading, money, table } from "../format.ts";
import type { Report } from "./input.ts";

const REJECTED_SHOWN = 5;

export function headingSection({ title, asOf, ledger, file }: Report): string {
  const { rows, accepted, leftOut, rejected } = file;
  const amounts = ledger.currency === "XXX" ? "no currency stated" : ledger.currency;
  const shown = rejected.slice(0, REJECTED_SHOWN).map(({ message }) => `  ${message}`);
  const more = rejected.length - shown.length;
  return [
    heading(`Month-end credit report as of ${asOf}`),
    "",
    `Ledger:   ${title}`,
    `Amounts:  ${amounts}`,
    `Holds:    ${count(ledger.items)} documents of ${count(ledger.parties.length)} customers`,
    `Rows:     ${count(rows)} read = ${count(accepted)} accepted + ` +
      `${count(leftOut.draft + leftOut.void)} of drafts and voids + ` +
      `${count(rejected.length)} rejected`,
    ...shown,
    ...(more > 0 ? [`  … and ${count(more)} more`] : []),
  ].join("\n");
}

export function balanceSection({ aging, places, control, inCurrency }: Report): string {
  const { identity } = aging;
  const sides = [
    ["Classes of the aging table, less credits", money(identity.buckets, places)],
    ["Open items, one by one", money(identity.openItems, places)],
    ["Documents less payments, by daily totals", money(identity.documents, places)],
  ];
  if (control === undefined || identity.control === "not-given") {
    return [
      heading(`Balance${inCurrency}`),
      "",
      table(["Computed from", "Balance"], sides),
      "",
      identity.holds ? "The three agree." : "THE THREE DIFFER.",
      "The general ledger's balance was not given (--control AMOUNT): not compared.",
    ].join("\n");
  }
  const { difference } = identity.control;
  const agreed = difference.value.isZero()
    ? "The general ledger agrees."
    : `THE GENERAL LEDGER DIFFERS by ${money(difference, places)} (subledger less general ledger).`;
  const stated = money({ value: identity.buckets.value.minus(difference.value) }, places);
  return [
    heading(`Balance${inCurrency}`),
    "",
    table(["Computed from", "Balance"], [...sides, ["General ledger, as given", stated]]),
    "",
    `${identity.holds ? "The three agree." : "THE THREE DIFFER."} ${agreed}`,
  ].join("\n");
}
