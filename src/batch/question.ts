/**
 * @module batch/question
 *
 * Reads what an accumulator is asked, by hand: a schema would bring its library along.
 */
import { FIRST_DAY, NO_DAY, parseDay } from "../ground/days.ts";
import type { Issue } from "../ground/errors.ts";
import { CreditError, issue, MAX_ISSUES } from "../ground/errors.ts";
import type { DaySpan } from "../ground/months.ts";
import { ownFields } from "../ground/own-fields.ts";
import { minorUnitsOf } from "../ledger/currency.ts";
import { DATE_RULE, isText, TEXT_RULE } from "../ledger/read-rules.ts";

/** The money that every accumulator adds up. */
export interface AccumulatorMoney {
  /** The one currency of all chunks: an ISO 4217 code, or `XXX` where there is none. */
  readonly currency: string;
  /** Decimal places of its smallest unit; by the currency unless stated (EUR 2, JPY 0, KWD 3). */
  readonly minorUnits?: number;
}

/** A question while it is being read: each reader gives a term, faults are kept for the end. */
export class Question {
  readonly issues: Issue[] = [];
  protected readonly fields: Readonly<Record<string, unknown>>;
  readonly #fn: string;

  constructor(fn: string, value: unknown, names: readonly string[]) {
    this.#fn = fn;
    const fields = ownFields(value);
    if (!fields)
      throw new CreditError("invalid_input", fn, [issue("", "must be an object", value)]);
    this.fields = fields;
    for (const key of Object.keys(fields)) {
      if (names.includes(key) || this.issues.length >= MAX_ISSUES) continue;
      this.issues.push({ path: key, rule: "is not a field of this input" });
    }
  }

  /** A date; where it may be left out, the one that then stands for it. */
  day(name: string, otherwise?: number): number {
    const value = this.fields[name];
    if (value === undefined && otherwise !== undefined) return otherwise;
    const day = typeof value === "string" ? parseDay(value) : NO_DAY;
    return day === NO_DAY ? this.fault(name, DATE_RULE, FIRST_DAY) : day;
  }

  /** A whole number. */
  whole(name: string, least: number, most: number, otherwise?: number): number {
    const value = this.fields[name] ?? otherwise;
    if (Number.isInteger(value) && (value as number) >= least && (value as number) <= most) {
      return (value as number) + 0;
    }
    const rule = `must be a whole number from ${String(least)} to ${String(most)}`;
    return this.fault(name, rule, least);
  }

  /** The currency and its decimal places. */
  money(): Required<AccumulatorMoney> {
    const value = this.fields["currency"];
    const currency = isText(value) ? value : this.fault("currency", TEXT_RULE, "");
    return { currency, minorUnits: this.whole("minorUnits", 0, 9, minorUnitsOf(currency)) };
  }

  /** A rule between two fields. */
  require(holds: boolean, name: string, rule: string): void {
    if (!holds) this.fault(name, rule, undefined);
  }

  /** Throws where there were faults. */
  end(): void {
    if (this.issues.length > 0) throw new CreditError("invalid_input", this.#fn, this.issues);
  }

  /** Notes a fault; answers what stands in for the term. */
  protected fault<T>(name: string, rule: string, instead: T): T {
    this.issues.push(issue(name, rule, this.fields[name]));
    return instead;
  }
}

/** The days from `from` to `to`, both of them in it. */
export function windowOf(given: Question): DaySpan {
  const { length } = given.issues;
  const [from, to] = [given.day("from"), given.day("to")];
  // Of a day that was at fault nothing more can be said.
  const areDays = given.issues.length === length;
  if (areDays) given.require(from <= to, "to", "must not be before `from`");
  return { from, to };
}
