import { it, expect } from "vitest";
import { readRows, ledgerOf } from "/work/main/examples/month-end/read-ledger.ts";
import { monthEndReport } from "/work/main/examples/month-end/report/index.ts";
it("all days", async () => {
  const rows = await readRows("/work/shared/data/ibm-accounts-receivable-2586.csv", ",", () => {});
  const read = ledgerOf(rows, { dates: "M/D/YYYY", map: { id: "invoiceNumber", party: "customerID", documentDate: "InvoiceDate", dueDate: "DueDate", amount: "InvoiceAmount", settledDate: "SettledDate", disputed: "Disputed", dimensions: { region: "countryCode" } } }, "XXX");
  const t = performance.now();
  let n = 0; const reasons = new Map();
  for (let d = Date.UTC(2011, 11, 1); d <= Date.UTC(2014, 5, 1); d += 86400000) {
    const asOf = new Date(d).toISOString().slice(0, 10);
    const text = monthEndReport({ title: "x", ...read, firstDay: read.firstDay!, asOf, dimensions: ["region"] });
    n++;
    for (const l of text.split("\n").filter(l => /^n\/a/.test(l))) reasons.set(l, (reasons.get(l) ?? 0) + 1);
    if (/DIFFER|NOT VERIFIED|WRONG|NaN|undefined|Infinity|null/.test(text)) throw new Error(asOf + "\n" + text);
    if (asOf === "2011-12-05" || asOf === "2014-05-05") console.log(text);
  }
  console.log(n, performance.now() - t, reasons);
}, 600000);
