/**
 * @module aging/control
 *
 * The general ledger's balance, given in total or by party: what the subledger is compared with.
 */
import { ownFields } from "../ground/own-fields.ts";
import { CreditError } from "../ground/errors.ts";
import { exactNumber } from "../ground/exact.ts";
import type { FaultPart } from "../ground/fault.ts";
import { Fault } from "../ground/fault.ts";
import type { Fraction } from "../ground/fraction.ts";
import { sumOf } from "../ground/fraction.ts";
import type { Schema } from "../ground/input.ts";
import { atom } from "../ground/input-atoms.ts";
import type { Numeric } from "../ground/numeric.ts";
import type { List } from "../ground/rows.ts";

/** The general ledger's balance of one party. */
export interface ControlBalance {
  /** The customer. */
  readonly party: string;
  /** Its balance; negative for a credit balance. Money. */
  readonly amount: Numeric;
}

/** The control balance as read. */
export interface ControlTerms {
  readonly total: Fraction;
  /** By party, where it was given so. */
  readonly parties: readonly { readonly party: string; readonly amount: Fraction }[] | undefined;
}

/** A control balance: a number, or a list of `{ party, amount }`. */
export function controlBalance(): Schema<ControlTerms, Numeric | List<ControlBalance>> {
  return atom<ControlTerms, Numeric | List<ControlBalance>>((value) => {
    if (Array.isArray(value)) return byParty(value);
    const total = exactNumber(value, "money");
    return total instanceof Fault ? total : { total, parties: undefined };
  });
}

/** Refuses a balance that came as a figure of another currency. */
export function requireCurrency(fn: string, given: string | undefined, wanted: string): void {
  if (given === undefined || given === wanted) return;
  const rule = `must be in ${wanted}, the ledger's currency`;
  throw new CreditError("currency_mismatch", fn, [
    { path: "controlBalance", rule, received: given },
  ]);
}

function byParty(rows: readonly unknown[]): ControlTerms | Fault {
  const faults: FaultPart[] = [];
  const seen = new Set<string>();
  const parties: { party: string; amount: Fraction }[] = [];
  rows.forEach((row, index) => {
    const own = ownFields(row);
    if (!own) {
      faults.push({ path: [index], rule: "must be an object" });
      return;
    }
    const { party, amount, ...others } = own;
    const exact = exactNumber(amount, "money");
    for (const key of Object.keys(others)) {
      faults.push({ path: [index, key], rule: "is not a field of a control balance" });
    }
    if (typeof party !== "string") {
      faults.push({ path: [index, "party"], rule: "must be a text" });
    } else if (seen.has(party)) {
      faults.push({ path: [index, "party"], rule: "must be given once" });
    } else if (exact instanceof Fault) {
      faults.push({ path: [index, "amount"], rule: exact.rule });
    } else {
      seen.add(party);
      parties.push({ party, amount: exact });
    }
  });
  const [first] = faults;
  if (first) return new Fault(first.rule, faults.slice(0, 100));
  return { total: sumOf(parties.map(({ amount }) => amount)), parties };
}
