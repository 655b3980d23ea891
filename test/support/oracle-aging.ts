export { aging } from "../oracle/aging.ts";
import type { CreditPolicy } from "../oracle/aging.ts";
import { creditPolicies } from "../oracle/arbitraries.ts";

export function creditPoliciesOf(): readonly CreditPolicy[] {
  return creditPolicies;
}
