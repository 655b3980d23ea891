/**
 * @module ledger/recompute-roll-forward
 *
 * One line of a roll-forward computed again, document by document: the slow road that the kernel is
 * checked against.
 */
import type { Journal } from "./columns.ts";
import { amountAt } from "./columns.ts";
import { documentsTotal } from "./item-by-item.ts";
import { APPLICATION_KINDS, DOCUMENT_KINDS } from "./items.ts";

/** The kinds of documents and of source-less applications behind each line. */
const KINDS: ReadonlyMap<string, { documents: readonly string[]; applied: string | undefined }> =
  new Map([
    ["sales", { documents: ["invoice", "debit-note"], applied: undefined }],
    ["payments", { documents: ["payment"], applied: "payment" }],
    ["creditNotes", { documents: ["credit-note"], applied: "credit-note" }],
    ["discounts", { documents: [], applied: "discount" }],
    ["writeOffs", { documents: [], applied: "write-off" }],
    ["bills", { documents: ["bill"], applied: "bill" }],
    ["offsets", { documents: [], applied: "offset" }],
    ["exchange", { documents: [], applied: "exchange" }],
  ]);

type Test = (item: number) => boolean;

/** The line in minor units. */
export function rollForwardLine(
  journal: Journal,
  line: string,
  from: number,
  to: number,
  test: Test,
): bigint {
  if (line === "opening") return documentsTotal(journal, from - 1, test);
  if (line === "transfers") return transfers(journal, from, to, test);
  const { documents = [], applied } = KINDS.get(line) ?? {};
  let total = 0n;
  for (let item = 0; item < journal.count; item += 1) {
    const day = journal.documentDate[item] as number;
    const kind = DOCUMENT_KINDS[journal.kind?.[item] ?? 0] as string;
    if (day < from || day > to || !test(item) || !documents.includes(kind)) continue;
    total += amountAt(journal.amount, item);
  }
  const { applications } = journal;
  for (let row = 0; row < applications.count; row += 1) {
    const day = applications.date[row] as number;
    const kind = APPLICATION_KINDS[applications.kind[row] as number];
    const outside = (applications.source[row] as number) < 0;
    if (day < from || day > to || kind === undefined || kind !== applied || !outside) continue;
    if (!test(applications.item[row] as number)) continue;
    const amount = amountAt(applications.amount, row);
    total += line === "exchange" ? -amount : amount;
  }
  return total;
}

/** Settled with a source of another group: falls here, rises there. */
function transfers({ applications }: Journal, from: number, to: number, test: Test): bigint {
  let total = 0n;
  for (let row = 0; row < applications.count; row += 1) {
    const day = applications.date[row] as number;
    const source = applications.source[row] as number;
    if (day < from || day > to || source < 0) continue;
    const amount = amountAt(applications.amount, row);
    if (test(applications.item[row] as number)) total -= amount;
    if (test(source)) total += amount;
  }
  return total;
}
