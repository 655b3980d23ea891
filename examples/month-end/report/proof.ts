/** One figure with its derivation, and the check that a stored copy still follows from it. */
import type { DsoComparison } from "trade-credit";
import { isAbsent } from "trade-credit";
import type { Verification } from "trade-credit/explain";
import { explain, verify } from "trade-credit/explain";
import { count, heading, reasonsOf } from "../format.ts";
import type { Report } from "./input.ts";

export function proofSection({ ledger }: Report, compared: DsoComparison | undefined): string {
  const title = heading("Where the countback DSO comes from");
  const figure = compared?.countback;
  if (!figure || isAbsent(figure)) {
    const reason = figure?.reason ?? { message: "the ledger as a whole has a credit balance" };
    return [title, "", ...reasonsOf([{ reason }])].join("\n");
  }
  const stored: unknown = JSON.parse(JSON.stringify(figure));
  return [
    title,
    "",
    explain(figure),
    "",
    `Stored as JSON and read back: ${outcome(verify(stored))}.`,
    `Against the ledger itself:    ${outcome(verify(figure, { ledger }))}.`,
  ].join("\n");
}

function outcome({ ok, nodes, recomputed, checked, given, failed }: Verification): string {
  const parts = [
    [recomputed, "recomputed"],
    [checked, "checked"],
    [given, "as given by the ledger"],
    [failed, "WRONG"],
  ] as const;
  const told = parts.filter(([number]) => number > 0).map(([number, what]) => `${number} ${what}`);
  return `${ok ? "verified" : "NOT VERIFIED"}, ${count(nodes)} figures (${told.join(", ")})`;
}
