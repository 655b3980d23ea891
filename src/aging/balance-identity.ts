/**
 * @module aging/balance-identity
 *
 * What can be said of the balance of a table made from balances: there are no documents to compute
 * it from a second and third time, so only the general ledger can contradict it.
 */
import type { Absent, Figure } from "../ground/figure.ts";
import { figure } from "../ground/figure.ts";
import type { Fraction } from "../ground/fraction.ts";
import { sumOf, ZERO } from "../ground/fraction.ts";
import { Rows } from "../ground/rows.ts";
import { balanceMeasures, unknown } from "./balance-measures.ts";
import type { ControlTerms } from "./control.ts";
import type { BalanceMeasures, BalanceQuestion, BalanceTerms } from "./from-balances.ts";
import type { AgingControl, ControlDifference } from "./identity.ts";

/** The one side that balances have, and the comparison with the general ledger. */
export interface BalanceIdentity {
  /** Σ classes less credits. */
  readonly buckets: Figure<"aging/net">;
  /** Absent: there are no items. */
  readonly openItems: Absent;
  /** Absent: there are no documents. */
  readonly documents: Absent;
  /** Nothing beyond the sums can be computed, so nothing can agree or disagree. */
  readonly holds: "not-computable";
  /** The comparison with the general ledger; `not-given` where no control balance was. */
  readonly control: "not-given" | AgingControl;
}

type Groups = ReadonlyMap<string, readonly BalanceTerms[]>;

/** The identity of a table of balances. */
export function balanceIdentity(
  question: BalanceQuestion,
  { net }: BalanceMeasures,
  groups: Groups,
): BalanceIdentity {
  const { controlBalance: control } = question.terms;
  const reason = "only balances were given, and no documents";
  return {
    buckets: net,
    openItems: unknown("ledger/open-items-total", "money", reason),
    documents: unknown("ledger/documents-total", "money", reason),
    holds: "not-computable",
    control: control ? controlOf(question, net, groups, control) : "not-given",
  };
}

function controlOf(
  question: BalanceQuestion,
  net: Figure<"aging/net">,
  groups: Groups,
  { total, parties }: ControlTerms,
): AgingControl {
  const { currency } = question.terms;
  const differs = (party: string | undefined, own: Figure, balance: Fraction, control: Fraction) =>
    figure<AgingControl["difference"]>(
      "aging/control-difference",
      balance.minus(control),
      "money",
      { party, balance: own, control },
      { currency },
    );
  const given = new Map((parties ?? []).map(({ party, amount }) => [party, amount]));
  const names = parties ? [...new Set([...groups.keys(), ...given.keys()])] : [];
  const rows = names.flatMap((party): ControlDifference[] => {
    const own = groups.get(party) ?? [];
    const balance = netOf(own);
    const control = given.get(party) ?? ZERO;
    if (balance.equals(control)) return [];
    const { net: ofParty } = balanceMeasures(question, own, { party });
    return [{ party, difference: differs(party, ofParty, balance, control) }];
  });
  const balance = netOf([...groups.values()].flat());
  const difference = differs(undefined, net, balance, total);
  const holds = rows.length === 0 && balance.equals(total);
  return {
    difference,
    holds,
    differences: new Rows(rows.length, (index) => rows[index] as ControlDifference),
  };
}

function netOf(balances: readonly BalanceTerms[]): Fraction {
  return sumOf(balances.map(({ amount }) => amount));
}
