/**
 * @module aging/identity
 *
 * The balance computed three ways by different code, and compared with the general ledger: returned
 * with every aging table, so that nobody has to believe one.
 */
import { formatDay } from "../ground/days.ts";
import type { Figure } from "../ground/figure.ts";
import { figure } from "../ground/figure.ts";
import { ZERO } from "../ground/fraction.ts";
import type { Fraction } from "../ground/fraction.ts";
import { Rows } from "../ground/rows.ts";
import { amountAt } from "../ledger/columns.ts";
import { knownFromCaveats } from "../ledger/ledger.ts";
import { minorFraction } from "../ledger/minor.ts";
import { scopeInputs } from "../ledger/scope.ts";
import type { ControlTerms } from "./control.ts";
import { keyOf } from "./group-planes.ts";
import type { SumsData } from "./sums.ts";
import type { AgingMeasures } from "./view.ts";

/** The sides of the balance. The second and third are computed when they are first read. */
export interface AgingIdentity {
  /** Σ classes less credits: from the table's own sums. */
  readonly buckets: Figure<"aging/net">;
  /** Σ open items, one by one. */
  readonly openItems: Figure<"ledger/open-items-total">;
  /** Signed documents less applications from outside, by daily totals. */
  readonly documents: Figure<"ledger/documents-total">;
  /** True when the three are equal. */
  readonly holds: boolean;
  /** The comparison with the general ledger; `not-given` where no control balance was. */
  readonly control: "not-given" | AgingControl;
}

/** The comparison with the general ledger. */
export interface AgingControl {
  /** Subledger less general ledger. */
  readonly difference: Figure<"aging/control-difference">;
  /** True when there is no difference, in total and by party. */
  readonly holds: boolean;
  /** Where balances were given by party: each party that differs. */
  readonly differences: Rows<ControlDifference>;
}

/** A party whose balances differ. */
export interface ControlDifference {
  /** The customer. */
  readonly party: string;
  /** Subledger less general ledger. */
  readonly difference: Figure<"aging/control-difference">;
}

/** The identity of a table. */
export function identityOf(
  data: SumsData,
  net: () => AgingMeasures["net"],
  control: ControlTerms | undefined,
): AgingIdentity {
  return new LazyIdentity(data, net, control);
}

class LazyIdentity implements AgingIdentity {
  readonly control: "not-given" | AgingControl;
  readonly #data: SumsData;
  readonly #net: () => Figure<"aging/net">;

  constructor(data: SumsData, net: () => Figure<"aging/net">, control: ControlTerms | undefined) {
    this.#data = data;
    this.#net = net;
    this.control = control ? controlOf(data, net(), control) : "not-given";
  }

  get buckets(): Figure<"aging/net"> {
    return this.#net();
  }

  get openItems(): Figure<"ledger/open-items-total"> {
    return this.#side("ledger/open-items-total", this.#data.openItems());
  }

  get documents(): Figure<"ledger/documents-total"> {
    return this.#side("ledger/documents-total", this.#data.documents());
  }

  get holds(): boolean {
    const openItems = this.#data.openItems();
    return openItems === this.#data.documents() && openItems === netOf(this.#data);
  }

  toJSON(): AgingIdentity {
    const { buckets, openItems, documents, holds, control } = this;
    return { buckets, openItems, documents, holds, control };
  }

  #side<Id extends string>(id: Id, minor: bigint): Figure<Id> {
    const { terms, places, currency, knownFrom } = this.#data;
    const caveats = knownFromCaveats(knownFrom, terms.asOf);
    const inputs = { asOf: formatDay(terms.asOf), ...scopeInputs(terms.scope), currency };
    return figure(id, minorFraction(minor, places), "money", inputs, { currency, caveats });
  }
}

/** Σ charges less Σ credits of all cells. */
function netOf({ byParty }: SumsData): bigint {
  let net = 0n;
  for (let cell = 0; cell < byParty.keys.length * byParty.stride; cell += 1) {
    net += amountAt(byParty.charges, cell) - amountAt(byParty.credits, cell);
  }
  return net;
}

function controlOf(
  data: SumsData,
  net: Figure<"aging/net">,
  { total, parties }: ControlTerms,
): AgingControl {
  const { places, currency } = data;
  const differs = (
    party: string | undefined,
    own: Figure | Fraction,
    balance: Fraction,
    given: Fraction,
  ) =>
    figure<Figure<"aging/control-difference">>(
      "aging/control-difference",
      balance.minus(given),
      "money",
      { party, balance: own, control: given },
      { currency },
    );
  const difference = differs(undefined, net, minorFraction(netOf(data), places), total);
  const rows = (parties ? partyBalances(data, parties) : []).map(({ party, balance, given }) => {
    const { scope } = data.terms;
    const asked = scopeInputs({ ...scope, party });
    const inputs = { asOf: formatDay(data.terms.asOf), ...asked, credits: "net", currency };
    // A party that the table is not about has no balance in it, whatever the ledger says of it.
    const isOutside = scope.party !== undefined && scope.party !== party;
    const own = isOutside
      ? balance
      : figure("ledger/balance", balance, "money", inputs, { currency });
    return { party, difference: differs(party, own, balance, given) };
  });
  const differences = new Rows(rows.length, (index) => rows[index] as ControlDifference);
  const holds = rows.length === 0 && difference.value.isZero();
  return { difference, holds, differences };
}

/** Parties whose balance is not the one given, also those that only one side knows. */
function partyBalances(
  { byParty, places }: SumsData,
  parties: NonNullable<ControlTerms["parties"]>,
) {
  const { keys, stride, charges, credits } = byParty;
  const given = new Map(parties.map(({ party, amount }) => [party, amount]));
  const own = new Map<string, bigint>();
  for (let group = 0; group < keys.length; group += 1) {
    let net = 0n;
    for (let cell = group * stride; cell < (group + 1) * stride; cell += 1) {
      net += amountAt(charges, cell) - amountAt(credits, cell);
    }
    own.set(keyOf(byParty, group).party, net);
  }
  const all = [...new Set([...own.keys(), ...given.keys()])];
  return all
    .map((party) => ({
      party,
      balance: minorFraction(own.get(party) ?? 0n, places),
      given: given.get(party) ?? ZERO,
    }))
    .filter(({ balance, given: stated }) => !balance.equals(stated));
}
