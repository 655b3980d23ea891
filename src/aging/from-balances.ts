/**
 * @module aging/from-balances
 *
 * An aging table from balances that somebody else has aged already: the report of another system,
 * where the documents are not at hand.
 */
import { formatDay } from "../ground/days.ts";
import { CreditError } from "../ground/errors.ts";
import type { Absent, Figure } from "../ground/figure.ts";
import type { Fraction } from "../ground/fraction.ts";
import type { Terms } from "../ground/input.ts";
import { lazily, read } from "../ground/input.ts";
import {
  flag,
  isoDay,
  list,
  money,
  object,
  optional,
  text,
  withDefault,
  word,
} from "../ground/input-atoms.ts";
import type { Numeric } from "../ground/numeric.ts";
import { figureColumns } from "../ground/figure-columns.ts";
import type { List } from "../ground/rows.ts";
import { Rows } from "../ground/rows.ts";
import type { AgingBasis, Bucket } from "../ledger/buckets.ts";
import { bucketsOf, checkEdges } from "../ledger/buckets.ts";
import { minorUnitsOf } from "../ledger/currency.ts";
import type { AgingEdges } from "../ledger/edges.ts";
import { agingEdges, notDueEdges } from "../ledger/edges.ts";
import { balanceIdentity } from "./balance-identity.ts";
import type { BalanceIdentity } from "./balance-identity.ts";
import { balanceMeasures } from "./balance-measures.ts";
import type { ControlBalance } from "./control.ts";
import { controlBalance } from "./control.ts";

/** What one customer has in one class. */
export interface AgedBalance {
  /** The customer. */
  readonly party: string;
  /** The label of the class: `not due`, `1-30`, `0-1 years`. */
  readonly bucket: string;
  /** The balance; negative for a credit balance. Money. */
  readonly amount: Numeric;
}

/** How {@link agingFromBalances} reads its rows. */
export interface AgingFromBalancesOptions {
  /** The day at whose end the balances stand. */
  readonly asOf: string;
  /** Currency of the amounts. */
  readonly currency: string;
  /** What ages count from: `due-date` (default) or `document-date`. */
  readonly basis?: AgingBasis;
  /** Upper ends of the classes: days, months, years, or a preset; `days-30` unless stated. */
  readonly edges?: AgingEdges;
  /** Days before the due date that split what is not due. */
  readonly notDueEdges?: List<number>;
  /** Whether an item due on the day counts as overdue; false unless stated. */
  readonly dueDayIsOverdue?: boolean;
  /** Where credit balances go: apart (`separate`, default), or in their class (`own-date`). */
  readonly credits?: "separate" | "own-date";
  /** The general ledger's balance, in total or by party. */
  readonly controlBalance?: Numeric | List<ControlBalance>;
}

/** One class of a row. */
export interface BalanceClass extends Bucket {
  /** What the class shows under the policy. */
  readonly amount: Figure<"aging/class-balance">;
  /** Not known: balances do not say how many items they are of. */
  readonly count: Absent;
}

/** The measures of a row or of the total, as those of an aging table. */
export interface BalanceMeasures {
  /** Class by class, from not due to oldest. */
  readonly buckets: readonly BalanceClass[];
  /** Credit balances, without sign. */
  readonly credits: Figure<"aging/credit-balances">;
  /** Credits that no class shows under the policy. */
  readonly unallocated: Figure<"aging/credit-balances">;
  /** Debit balances. */
  readonly gross: Figure<"aging/class-balance">;
  /** Gross less credits. */
  readonly net: Figure<"aging/net">;
  /** Debit balances that are not overdue; absent on the document-date basis. */
  readonly current: Figure<"aging/current"> | Absent;
  /** Debit balances that are overdue; absent on the document-date basis. */
  readonly overdue: Figure<"aging/class-balance"> | Absent;
  /** Not known: balances do not say how many items they are of. */
  readonly overdueCount: Absent;
  /** Not known: balances do not say what is disputed. */
  readonly disputed: Absent;
}

/** One customer's row. */
export interface BalanceRow extends BalanceMeasures {
  /** The customer. */
  readonly party: string;
}

/** An aging table of balances; see {@link agingFromBalances}. */
export interface AgingOfBalances {
  /** The day at whose end the balances stand. */
  readonly asOf: string;
  /** The same day. */
  readonly agedTo: string;
  /** What ages count from. */
  readonly basis: AgingBasis;
  /** Whether an item due on the day counts as overdue. */
  readonly dueDayIsOverdue: boolean;
  /** The credit policy. */
  readonly credits: "separate" | "own-date";
  /** Always `party`: a balance is one customer's. */
  readonly scopes: readonly string[];
  /** Currency of the amounts. */
  readonly currency: string;
  /** The classes. */
  readonly buckets: readonly Bucket[];
  /** Everything together. */
  readonly total: BalanceMeasures;
  /** One row a customer, in the order of the rows given. */
  readonly parties: Rows<BalanceRow>;
  /** What can be said of the balance: its sum, and the comparison with the general ledger. */
  readonly identity: BalanceIdentity;
}

/** The schema of {@link AgingFromBalancesOptions}. */
export const agingFromBalancesSchema = lazily(() =>
  object({
    asOf: isoDay(),
    currency: text(),
    basis: withDefault(word("due-date", "document-date"), "due-date"),
    edges: withDefault(agingEdges(), "days-30"),
    notDueEdges: optional(notDueEdges()),
    dueDayIsOverdue: withDefault(flag(), false),
    credits: withDefault(word("separate", "own-date"), "separate"),
    controlBalance: optional(controlBalance()),
  }),
);

/** The schema of the rows. */
export const agedBalancesSchema = lazily(() =>
  list(object({ party: text(), bucket: text(), amount: money() })),
);

const inputSchema = lazily(() =>
  object({ rows: agedBalancesSchema(), options: agingFromBalancesSchema() }),
);

/** One balance as read. */
export interface BalanceTerms {
  readonly party: string;
  readonly bucket: string;
  readonly amount: Fraction;
}

/** What the measures of a table of balances rest on. */
export interface BalanceQuestion {
  readonly terms: Terms<ReturnType<typeof agingFromBalancesSchema>>;
  readonly buckets: readonly Bucket[];
}

/**
 * An aging table (账龄分析表) from balances by customer and class that were aged elsewhere.
 *
 * Use it where only the report of another system is at hand; with the documents use
 * {@link agingTable}, which ages them itself and proves its balance. The classes are described as
 * there, and rows name theirs by its label.
 *
 * @formula Σ classes − unallocated = gross − credits = net
 * @units money
 *
 * @param rows - One balance a customer and class; those not given are 0.
 * @param options - The day, the currency, the classes, the credit policy, a control balance.
 * @returns The table in the shape of {@link agingTable}. What balances do not say (counts, disputed
 *   amounts, on the document-date basis what is overdue) is absent; the identity has one side, the
 *   sum of the classes, and says that it is not computable.
 *
 * @throws {@link CreditError} `invalid_input`: an unknown class, a customer's class given twice,
 *   edges that do not ascend. `currency_mismatch`: figures of another currency.
 *
 * @source ours; "3+1" deck, slides 72-74, whose tables are lost
 *
 * @example
 * ```ts
 * const rows = [
 *   { party: "Ahorn", bucket: "not due", amount: "1200.00" },
 *   { party: "Ahorn", bucket: "31-60", amount: "300.00" },
 *   { party: "Birke", bucket: "not due", amount: "-75.00" },
 * ];
 * const table = agingFromBalances(rows, { asOf: "2026-06-30", currency: "EUR" });
 * table.total.net.value.toString(); // => "1425"
 * table.total.overdue.value?.toString(); // => "300"
 * table.identity.holds; // => "not-computable"
 * ```
 */
export function agingFromBalances(
  rows: List<AgedBalance>,
  options: AgingFromBalancesOptions,
): AgingOfBalances {
  const fn = "agingFromBalances";
  const { rows: balances, options: terms, currency } = read(fn, inputSchema, { rows, options });
  requireOneCurrency(fn, currency, terms.currency);
  checkEdges(fn, terms);
  const buckets = bucketsOf(terms);
  checkBalances(fn, balances, buckets);
  const question = { terms, buckets };
  const groups = balancesByParty(balances);
  const parties = [...groups.keys()];
  const rowOf = (index: number): BalanceRow => {
    const party = parties[index] as string;
    return { party, ...balanceMeasures(question, groups.get(party) ?? [], { party }) };
  };
  const total = balanceMeasures(question, balances, {});
  const { basis, dueDayIsOverdue, credits } = terms;
  const asOf = formatDay(terms.asOf);
  const partyRows: Rows<BalanceRow> = new Rows(parties.length, rowOf, () =>
    figureColumns(partyRows, minorUnitsOf(terms.currency)),
  );
  return {
    ...{ asOf, agedTo: asOf, basis, dueDayIsOverdue, credits, scopes: ["party"] },
    currency: terms.currency,
    buckets,
    total,
    parties: partyRows,
    identity: balanceIdentity(question, total, groups),
  };
}

function requireOneCurrency(fn: string, given: string | undefined, wanted: string): void {
  if (given === undefined || given === wanted) return;
  const rule = `must hold figures in ${wanted}, the currency stated`;
  throw new CreditError("currency_mismatch", fn, [{ path: "", rule, received: given }]);
}

function checkBalances(
  fn: string,
  balances: readonly BalanceTerms[],
  buckets: readonly Bucket[],
): void {
  const labels = new Set(buckets.map(({ label }) => label));
  const known = [...labels].map((label) => JSON.stringify(label)).join(" or ");
  const seen = new Set<string>();
  const issues = balances.flatMap(({ party, bucket }, index) => {
    const path = `rows[${String(index)}].bucket`;
    const received = JSON.stringify(bucket);
    if (!labels.has(bucket)) return [{ path, rule: `must be ${known}`, received }];
    const key = JSON.stringify([party, bucket]);
    if (seen.has(key)) return [{ path, rule: "must be given once for a customer", received }];
    seen.add(key);
    return [];
  });
  if (issues.length > 0) throw new CreditError("invalid_input", fn, issues);
}

function balancesByParty(balances: readonly BalanceTerms[]): Map<string, BalanceTerms[]> {
  const groups = new Map<string, BalanceTerms[]>();
  for (const balance of balances) {
    const group = groups.get(balance.party);
    if (group) group.push(balance);
    else groups.set(balance.party, [balance]);
  }
  return groups;
}
