/**
 * @module ledger/extend
 *
 * A ledger with more in it; the old one stays as it was.
 */
import { ownFields } from "../ground/own-fields.ts";
import type { Issue } from "../ground/errors.ts";
import { CreditError, issue, MAX_ISSUES } from "../ground/errors.ts";
import { ZERO } from "../ground/fraction.ts";
import type { List } from "../ground/rows.ts";
import type { Draft } from "./draft.ts";
import { NOT_THERE } from "./draft.ts";
import type { ItemFault } from "./from-draft.ts";
import { finish } from "./from-draft.ts";
import { rowsOf } from "./from-items.ts";
import { draftOf } from "./from-journal.ts";
import type { Application, LedgerItem } from "./items.ts";
import type { Ledger } from "./ledger.ts";
import { insideOf, makeLedger } from "./ledger.ts";
import type { ItemSettings } from "./item-fields.ts";
import { ItemReader } from "./read-item.ts";
import { PartReader } from "./read-parts.ts";
import { readText } from "./read-values.ts";

/** An application on an item of the ledger. */
export interface AddedApplication extends Application {
  /** The debit item that it settles, old or new. */
  readonly item: string;
}

/**
 * The ledger with further documents and applications: what came in since.
 *
 * Use it for the day's postings on a ledger that was read once; to correct or remove documents read
 * the ledger anew.
 *
 * @param ledger - The ledger; it is not changed.
 * @param items - New documents, as for {@link ledgerFromItems}.
 * @param applications - What settled old or new items, each with its `item`.
 * @returns A new ledger; its `report` adds the new rows to the old ones.
 *
 * @throws {@link CreditError} `invalid_input`: a bad row, an unknown item, an id that exists, or
 *   more applied than either side holds; nothing is taken then.
 *
 * @example
 * ```ts
 * const may = ledgerFromItems(
 *   [{ id: "1", party: "A", documentDate: "2026-05-04", dueDate: "2026-06-03", amount: 500 }],
 *   { currency: "EUR" },
 * );
 * const june = extendLedger(may, [], [
 *   { item: "1", date: "2026-06-02", amount: 200, kind: "payment" },
 * ]);
 * receivablesBalance(june, { asOf: "2026-06-30" }).value.toString(); // => "300"
 * receivablesBalance(may, { asOf: "2026-06-30" }).value.toString(); // => "500"
 * ```
 */
export function extendLedger(
  ledger: Ledger,
  items: List<LedgerItem>,
  applications: List<AddedApplication> = [],
): Ledger {
  const { currency, places, journal } = insideOf("extendLedger", ledger);
  const rows = rowsOf("extendLedger", items);
  const draft = draftOf(journal, rows.length);
  const context: ItemSettings = {
    places,
    rounding: undefined,
    tally: { count: 0, by: ZERO },
    currency,
    openAsOf: undefined,
    faults: [],
    days: new Map(),
  };
  const leftOut = { ...ledger.report.leftOut };
  const issues: Issue[] = [];
  const reader = new ItemReader(draft, context);
  rows.forEach((row, position) => {
    const outcome = reader.read(row, position);
    if (outcome === "draft" || outcome === "void") leftOut[outcome] += 1;
    if (outcome !== "rejected" || issues.length >= MAX_ISSUES) return;
    for (const fault of context.faults) issues.push(under(`items[${String(position)}]`, fault));
  });
  addApplications(draft, rowsOf("extendLedger", applications, "applications"), context, issues);
  if (issues.length > 0) throw new CreditError("invalid_input", "extendLedger", issues);
  const finished = finish(draft, { places, rejectedIds: new Set() });
  if ("faults" in finished) throw finishedError(draft, finished.faults);
  return makeLedger(finished.journal, currency, places, {
    ...ledger.report,
    rows: ledger.report.rows + rows.length,
    accepted: draft.count,
    leftOut,
  });
}

function addApplications(
  draft: Draft,
  rows: readonly unknown[],
  context: ItemSettings,
  issues: Issue[],
): void {
  const parts = new PartReader(context);
  rows.forEach((row, place) => {
    const path = `applications[${String(place)}]`;
    if (issues.length >= MAX_ISSUES) return;
    const own = ownFields(row);
    if (!own) {
      issues.push(issue(path, "must be an object with an `item`", row));
      return;
    }
    context.faults = [];
    const { item: id, ...rest } = own;
    const given = readText(context, `${path}.item`, id);
    const item = given === undefined ? NOT_THERE : draft.findId(given);
    if (given !== undefined && item < 0) {
      context.faults.push(issue(`${path}.item`, "must name an item of the ledger", given));
    }
    const read = parts.application(path, rest, item, place);
    if (context.faults.length > 0) issues.push(...context.faults);
    // From the list of this call, not from an item's own: told apart by the sign.
    else if (read) draft.applications.push({ ...read, place: -2 - place });
  });
}

/** Faults that show only when all is known: of a new item, of this call's list, or of old ones. */
function finishedError(draft: Draft, faults: readonly ItemFault[]): CreditError {
  const issues = faults.map(({ item, application, issue: fault }): Issue => {
    if (application && application.place <= -2) {
      const field = fault.path.slice(fault.path.lastIndexOf("."));
      return { ...fault, path: `applications[${String(-2 - application.place)}]${field}` };
    }
    const row = draft.row[item] as number;
    if (row >= 0) return under(`items[${String(row)}]`, fault);
    // Its application was taken long ago, and nobody knows its place any more.
    return { ...fault, path: `item ${JSON.stringify(draft.ids[item])}` };
  });
  return new CreditError("invalid_input", "extendLedger", issues);
}

function under(path: string, fault: Issue): Issue {
  return { ...fault, path: fault.path === "" ? path : `${path}.${fault.path}` };
}
