/**
 * @module aging/dimension-rows
 *
 * The rows by dimension: credits are set against charges within party × value, and the values then
 * add up over the parties.
 */
import { Rows } from "../ground/rows.ts";
import type { GroupPlanes } from "./group-planes.ts";
import { keyOf, openGroups } from "./group-planes.ts";
import { measuresOf } from "./measures.ts";
import type { CreditPolicy } from "./policies.ts";
import { addRows, groupAmounts } from "./row-amounts.ts";
import type { SumsData } from "./sums.ts";
import type { AgingDimensionRow } from "./view.ts";

/** One row a value that has anything open, values in the order of their first document. */
export function dimensionRows(data: SumsData, policy: CreditPolicy): Rows<AgingDimensionRow> {
  const planes = data.byPair as GroupPlanes;
  const name = data.terms.by as string;
  const groups = groupsByValue(planes);
  const values = [...groups.keys()];
  const { party, dimension: within } = data.terms.scope;
  const outer = within?.name === name ? undefined : within;
  return new Rows(values.length, (index) => {
    const value = values[index] as string | null;
    const own = groups.get(value) as readonly number[];
    const amounts = addRows(own.map((group) => groupAmounts(planes, group, policy)));
    const scope = { party, dimension: { name, value: value ?? undefined }, within: outer };
    return measuresOf(data, policy, scope, amounts, { value });
  });
}

function groupsByValue(planes: GroupPlanes): Map<string | null, number[]> {
  const groups = new Map<string | null, number[]>();
  for (const group of openGroups(planes)) {
    const { value = null } = keyOf(planes, group);
    const sofar = groups.get(value);
    if (sofar) sofar.push(group);
    else groups.set(value, [group]);
  }
  return groups;
}
