/** One customer's file in print. */
import { explain } from "trade-credit/explain";
import { heading, isFound } from "../../month-end/format.ts";
import type { Assessment } from "../assess.ts";
import { exposureSection, limitSection, orderSection, recommendation } from "./decision.ts";
import { behaviourSection, solvencySection, statementSection } from "./evidence.ts";
import { cardSection, classSection, fiveCSection } from "./scores.ts";

export const PROOF = "Where the credit limit comes from";

export function customerReport(assessment: Assessment): string {
  const { file, asOf, decision, bounds } = assessment;
  const binding = bounds.filter(({ name }) => decision.binding.includes(name));
  const proofs = [decision.limit, ...binding.map(({ amount }) => amount).filter(isFound)];
  const { name, id, trade, since } = file.customer;
  return [
    `${heading(`Credit file of ${name} (${id})`)}\n\nAs of ${asOf}. ${trade}; a customer since ${since}.`,
    statementSection(assessment),
    solvencySection(assessment),
    behaviourSection(assessment),
    fiveCSection(assessment),
    cardSection(assessment),
    classSection(assessment),
    limitSection(assessment),
    exposureSection(assessment),
    orderSection(assessment),
    recommendation(assessment),
    `${heading(PROOF)}\n\n${proofs.map((figure) => explain(figure)).join("\n\n")}`,
  ].join("\n\n\n");
}
