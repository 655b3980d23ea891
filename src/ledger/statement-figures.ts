/**
 * @module ledger/statement-figures
 *
 * The figures of a statement of account.
 */
import { formatDay } from "../ground/days.ts";
import type { Figure } from "../ground/figure.ts";
import { figure } from "../ground/figure.ts";
import { Fraction } from "../ground/fraction.ts";
import type { Bucket } from "./buckets.ts";
import { bucketEnds, bucketIndex, oldestDays } from "./buckets.ts";
import type { LedgerData } from "./ledger.ts";
import { snapshotCaveats } from "./ledger.ts";
import { minorFraction } from "./minor.ts";
import { isCredit, openOfUnit } from "./open.ts";
import type { StatementAging, StatementLine, StatementTerms } from "./party-statement.ts";
import { itemId } from "./recompute.ts";
import type { StatementMove } from "./statement-lines.ts";

/** Open debit less credit units at the end of a day. */
export function signedTotal({ units }: LedgerData, own: readonly number[], asOf: number): bigint {
  let total = 0n;
  for (const unit of own) {
    const open = openOfUnit(units, unit, asOf);
    total += isCredit(units.kind, unit) ? -open : open;
  }
  return total;
}

/** Figures that share the statement's question. */
export class StatementFigures {
  readonly #data: LedgerData;
  readonly #terms: StatementTerms;
  readonly #units: readonly number[];

  constructor(data: LedgerData, terms: StatementTerms, units: readonly number[]) {
    this.#data = data;
    this.#terms = terms;
    this.#units = units;
  }

  opening(): Figure<"ledger/balance"> {
    const { units } = this.#data;
    const asOf = this.#terms.from - 1;
    const open = this.#units.filter((unit) => openOfUnit(units, unit, asOf) !== 0n);
    const items = open.length;
    const asked = { asOf: formatDay(asOf), party: this.#terms.party, credits: "net", items };
    return this.#money("ledger/balance", signedTotal(this.#data, open, asOf), asked);
  }

  line(move: StatementMove, balance: bigint, index: number): StatementLine {
    const { date, kind, item, dueDate } = move;
    return {
      date: formatDay(date),
      kind,
      id: itemId(this.#data, item),
      ...(dueDate === undefined ? {} : { dueDate: formatDay(dueDate) }),
      amount: this.#amount(move, index),
      balance: this.#money("ledger/statement-balance", balance, this.#asked(index)),
    };
  }

  closing(
    opening: Figure<"ledger/balance">,
    moves: readonly StatementMove[],
    balances: readonly bigint[],
    openingMinor: bigint,
  ): Figure<"ledger/statement"> {
    const { currency, places } = this.#data;
    const last = balances[balances.length - 1] ?? openingMinor;
    const inputs = () => ({
      opening,
      lines: moves.map((move, index) => ({
        amount: this.#amount(move, index),
        balance: minorFraction(balances[index] as bigint, places),
      })),
    });
    const caveats = this.#caveats();
    return figure("ledger/statement", minorFraction(last, places), "money", inputs, {
      currency,
      caveats,
    });
  }

  aging(buckets: readonly Bucket[]): StatementAging {
    const { to, party, dueDayIsOverdue } = this.#terms;
    const charges = buckets.map(() => ({ amount: 0n, items: 0 }));
    const credits = { amount: 0n, items: 0 };
    const { units } = this.#data;
    const oldest = oldestDays(buckets, to);
    for (const unit of this.#units) {
      const open = openOfUnit(units, unit, to);
      if (open === 0n) continue;
      const age = bucketIndex(oldest, units.dueDate[unit] as number);
      const credit = isCredit(units.kind, unit);
      const cell = credit ? credits : (charges[age] as { amount: bigint; items: number });
      cell.amount += open;
      cell.items += 1;
    }
    const day = formatDay(to);
    const asked = { asOf: day, agedTo: day, basis: "due-date", dueDayIsOverdue, party };
    return {
      buckets: buckets.map((bucket, index) => {
        const { amount, items } = charges[index] as { amount: bigint; items: number };
        const inputs = { ...asked, bucket: bucketEnds(bucket), items };
        return { ...bucket, amount: this.#money("ledger/charges", amount, inputs) };
      }),
      credits: this.#money("ledger/credits", credits.amount, { ...asked, items: credits.items }),
    };
  }

  #amount({ amount }: StatementMove, index: number): Figure<"ledger/statement-amount"> {
    return this.#money("ledger/statement-amount", amount, this.#asked(index));
  }

  #asked(index: number): object {
    const { party, from, to } = this.#terms;
    const line = Fraction.whole(index + 1);
    return { from: formatDay(from), to: formatDay(to), party, line };
  }

  #money<Id extends string>(id: Id, minor: bigint, asked: object): Figure<Id> {
    const { currency, places } = this.#data;
    const inputs = { ...asked, currency };
    const caveats = this.#caveats();
    return figure(id, minorFraction(minor, places), "money", inputs, { currency, caveats });
  }

  #caveats() {
    return snapshotCaveats(this.#data, this.#terms.to);
  }
}
