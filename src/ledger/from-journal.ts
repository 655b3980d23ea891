/**
 * @module ledger/from-journal
 *
 * A journal opened again as a draft, with room for more: how a ledger is extended.
 */
import type { Journal } from "./columns.ts";
import { amountAt } from "./columns.ts";
import { Coder, Draft } from "./draft.ts";
import { narrow } from "./minor-units.ts";

/** A draft that holds the journal's documents and has room for `more`. */
export function draftOf(journal: Journal, more: number): Draft {
  const { count } = journal;
  const draft = new Draft(count + more, new Coder(journal.party.categories));
  draft.count = count;
  draft.party.set(journal.party.codes);
  if (journal.kind) draft.kind.set(journal.kind);
  draft.documentDate.set(journal.documentDate);
  draft.dueDate.set(journal.dueDate);
  draft.row.fill(-1, 0, count);
  for (let item = 0; item < count; item += 1) {
    draft.setAmount(item, narrow(amountAt(journal.amount, item)));
    draft.setId(item, journal.ids?.[item] ?? String(item));
  }
  journal.meta?.forEach((meta, item) => (draft.meta[item] = meta));
  copyLists(draft, journal);
  return draft;
}

function copyLists(draft: Draft, journal: Journal): void {
  for (const [name, { codes, categories }] of journal.dimensions) {
    const room = new Int32Array(draft.capacity).fill(-1);
    room.set(codes);
    draft.dimensions.set(name, { coder: new Coder(categories), codes: room });
  }
  for (const [item, parts] of journal.installments) draft.installments.set(item, parts);
  for (const [item, day] of journal.snapshots) draft.snapshots.set(item, day);
  const { applications, disputes } = journal;
  for (let row = 0; row < applications.count; row += 1) {
    const source = applications.source[row] as number;
    draft.applications.push({
      item: applications.item[row] as number,
      date: applications.date[row] as number,
      amount: narrow(amountAt(applications.amount, row)),
      kind: applications.kind[row] as number,
      source: source < 0 ? undefined : source,
      // Checked when it was first taken.
      crossParty: true,
      place: -1,
    });
  }
  for (let row = 0; row < disputes.count; row += 1) {
    draft.disputes.push({
      item: disputes.item[row] as number,
      from: disputes.from[row] as number,
      to: disputes.to[row] as number,
      amount: narrow(amountAt(disputes.amount, row)),
      reason: disputes.reason[row],
    });
  }
}
