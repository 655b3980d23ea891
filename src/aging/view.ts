/**
 * @module aging/view
 *
 * An aging table as a view of sums: the credit policy, the rows and the identity are decided here,
 * without another pass over the ledger.
 */
import { formatDay } from "../ground/days.ts";
import type { Figure } from "../ground/figure.ts";
import { lazily, read } from "../ground/input.ts";
import { object, optional, withDefault, word } from "../ground/input-atoms.ts";
import type { Numeric } from "../ground/numeric.ts";
import type { List } from "../ground/rows.ts";
import { once } from "../ground/once.ts";
import { Rows } from "../ground/rows.ts";
import type { AgingBasis, Bucket } from "../ledger/buckets.ts";
import type { ControlBalance, ControlTerms } from "./control.ts";
import { controlBalance, requireCurrency } from "./control.ts";
import type { AgingIdentity } from "./identity.ts";
import { identityOf } from "./identity.ts";
import { dimensionRows } from "./dimension-rows.ts";
import { keyOf, openGroups } from "./group-planes.ts";
import { measuresOf } from "./measures.ts";
import { PartyFacts } from "./party-facts.ts";
import type { CreditPolicy } from "./policies.ts";
import { CREDIT_POLICIES } from "./policies.ts";
import type { AgingSums, SumsData } from "./sums.ts";
import { insideOfSums } from "./sums.ts";
import { groupAmounts, totalAmounts } from "./row-amounts.ts";
import { agingColumns } from "./table-columns.ts";

/** What {@link agingView} decides. */
export interface AgingViewInput {
  /** Where open credit items go; `separate` unless stated. */
  readonly credits?: CreditPolicy;
  /** The general ledger's balance, in total or by party: the fourth side of the identity. */
  readonly controlBalance?: Numeric | List<ControlBalance>;
}

/** One class of a row. */
export interface AgedAmount extends Bucket {
  /** What the class shows under the policy. */
  readonly amount: Figure;
  /** Open debit units in it, before credits. */
  readonly count: Figure<"ledger/open-count">;
}

/** The measures of a row or of the total. */
export interface AgingMeasures {
  /** Class by class, from not due to oldest. */
  readonly buckets: readonly AgedAmount[];
  /** Open credit items, without sign. */
  readonly credits: Figure<"ledger/credits">;
  /** Credits that no class shows under the policy. */
  readonly unallocated: Figure;
  /** Open debit items. */
  readonly gross: Figure<"ledger/charges">;
  /** Gross less credits. */
  readonly net: Figure<"aging/net">;
  /** Debit items that are not overdue: gross less overdue. */
  readonly current: Figure<"aging/current">;
  /** Overdue debit items, before credits, by due date whatever the basis. */
  readonly overdue: Figure<"ledger/overdue">;
  /** How many units are overdue. */
  readonly overdueCount: Figure<"ledger/overdue-count">;
  /** The disputed part of gross. */
  readonly disputed: Figure<"ledger/disputed">;
}

/** One customer's row. */
export interface AgingRow extends AgingMeasures {
  /** The customer. */
  readonly party: string;
}

/** The row of one value of the dimension asked. */
export interface AgingDimensionRow extends AgingMeasures {
  /** The value; null for items that have none. */
  readonly value: string | null;
}

/** An aging table; see {@link agingTable}. */
export interface AgingTable {
  /** The day at whose end balances stand. */
  readonly asOf: string;
  /** The day that ages count to. */
  readonly agedTo: string;
  /** What ages count from. */
  readonly basis: AgingBasis;
  /** Whether an item due on the day counts as overdue. */
  readonly dueDayIsOverdue: boolean;
  /** The credit policy. */
  readonly credits: CreditPolicy;
  /** Within what credits were set against charges: `party`, and with a dimension `party × name`. */
  readonly scopes: readonly string[];
  /** Currency of the amounts. */
  readonly currency: string;
  /** The classes. */
  readonly buckets: readonly Bucket[];
  /** Everything together. */
  readonly total: AgingMeasures;
  /** One row a customer with anything open, in the order of the ledger. */
  readonly parties: Rows<AgingRow>;
  /** With `by`: one row a value. */
  readonly byDimension?: Rows<AgingDimensionRow>;
  /** The balance computed three ways, and compared with the control balance. */
  readonly identity: AgingIdentity;
}

/** The fields of {@link AgingViewInput}, for a schema. */
export const agingViewShape = () => ({
  credits: withDefault(word(...CREDIT_POLICIES), "separate"),
  controlBalance: optional(controlBalance()),
});

/** The schema of {@link AgingViewInput}. */
export const agingViewSchema = lazily(() => object(agingViewShape()));

/**
 * An aging table from sums, under a credit policy.
 *
 * Use it to show one pass under several policies, or sums that were merged; for a table straight
 * from a ledger use {@link agingTable}.
 *
 * @param sums - Sums of {@link agingSums} or {@link mergeAging}.
 * @param input - The credit policy and the control balance.
 * @returns The table.
 *
 * @throws {@link CreditError} `invalid_input`: not sums, or an unknown policy.
 *
 * @example
 * ```ts
 * const ledger = ledgerFromItems(
 *   [
 *     { id: "1", party: "A", documentDate: "2026-01-10", dueDate: "2026-02-09", amount: 500 },
 *     { id: "2", party: "A", kind: "payment", documentDate: "2026-03-01", amount: 120 },
 *   ],
 *   { currency: "EUR" },
 * );
 * const sums = agingSums(ledger, { asOf: "2026-03-31" });
 * const amounts = (credits: "separate" | "oldest-first") =>
 *   agingView(sums, { credits }).total.buckets.map(({ amount }) => amount.value.toNumber());
 * amounts("separate"); // => [0, 0, 500, 0, 0]
 * amounts("oldest-first"); // => [0, 0, 380, 0, 0]
 * ```
 */
export function agingView(sums: AgingSums, input: AgingViewInput = {}): AgingTable {
  const data = insideOfSums("agingView", sums);
  const terms = read("agingView", agingViewSchema, input);
  requireCurrency("agingView", terms.currency, data.currency);
  return viewOf(data, terms);
}

/** The view of a policy that was read already. */
export function viewOf(
  data: SumsData,
  {
    credits,
    controlBalance: control,
  }: { readonly credits: CreditPolicy; readonly controlBalance?: ControlTerms | undefined },
): AgingTable {
  const { terms, buckets, byParty, byPair, currency } = data;
  const { scope } = terms;
  const open = openGroups(byParty);
  const partyRow = (index: number): AgingRow => {
    const group = open[index] as number;
    const { party } = keyOf(byParty, group);
    const amounts = groupAmounts(byParty, group, credits);
    return measuresOf(data, credits, { ...scope, party }, amounts, { party });
  };
  const columns = (names?: readonly string[]) => agingColumns(data, credits, open, names);
  const facts = new PartyFacts({ data, credits, open, rowOf: partyRow, columns });
  const total = once(() => measuresOf(data, credits, scope, totalAmounts(byParty, credits), {}));
  return {
    asOf: formatDay(terms.asOf),
    agedTo: formatDay(terms.agedTo),
    basis: terms.basis,
    dueDayIsOverdue: terms.dueDayIsOverdue,
    credits,
    scopes: terms.by === undefined ? ["party"] : ["party", `party × ${terms.by}`],
    currency,
    buckets,
    get total() {
      return total();
    },
    parties: new Rows(open.length, partyRow, columns, facts),
    ...(byPair ? { byDimension: dimensionRows(data, credits) } : {}),
    identity: identityOf(data, () => total().net, control),
  };
}
