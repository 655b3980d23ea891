/**
 * @module terms/check
 *
 * Checks payment terms given as a structure. By hand: it runs once a ledger row, and where no
 * schema library may be.
 */
import { Fault } from "../ground/fault.ts";
import type { Fraction } from "../ground/fraction.ts";
import { ONE, sumOf } from "../ground/fraction.ts";
import type { InternalDue, InternalInstallment, InternalTerms, InternalTier } from "./due-day.ts";
import { longestDays } from "./due-day.ts";
import type { Given, Path } from "./record-check.ts";
import { isRecord, ownValue, placeOf, RecordCheck } from "./record-check.ts";
import type { TermsAnchor } from "./terms.ts";

/** Reads a rate or share; which kinds of number there are is the caller's matter. */
export type RateReader = (value: unknown) => Fraction | Fault;

/** The most days and months that a rule may count: a hundred years. */
const DAYS = { from: 0, to: 36_500 };
const MONTHS = { from: 0, to: 1_200 };
const DAY_OF_MONTH = { from: 1, to: 31 };

/** The most tiers, and the most installments. */
const MAX_PARTS = 1_000;

const ANCHORS: readonly TermsAnchor[] = ["document", "delivery", "invoiceReceived", "accepted"];
const ANCHOR_RULE = `must be ${ANCHORS.map((word) => JSON.stringify(word)).join(" or ")}`;
const KIND_RULE = 'must be "days" or "end-of-month" or "months" or "day-of-month"';
const RATE_RULE = "must be at least 0 and less than 1 (rates are fractions: write 2 % as 0.02)";

/** The checked terms, or every rule that the structure breaks. */
export function checkTerms(value: object, rateOf: RateReader): InternalTerms | Fault {
  const check = new TermsCheck(rateOf);
  let terms: InternalTerms | undefined;
  try {
    terms = check.terms(value);
  } catch {
    return new Fault("must be readable; reading it threw");
  }
  const [first] = check.faults;
  if (terms && !first) return terms;
  if (!first) return new Fault("must be payment terms");
  return new Fault(`${placeOf(first.path)} ${first.rule}`.trim(), check.faults);
}

class TermsCheck extends RecordCheck {
  readonly #rateOf: RateReader;

  constructor(rateOf: RateReader) {
    super();
    this.#rateOf = rateOf;
  }

  terms(value: object): InternalTerms | undefined {
    const given = this.record([], value, ["tiers", "due", "anchor", "installments"]);
    if (!given) return undefined;
    const tiers = this.list(["tiers"], given["tiers"], MAX_PARTS, this.#tier);
    const due = this.#due(["due"], given["due"]);
    const anchor = this.#anchor(given["anchor"]);
    const installments = this.#installments(given["installments"]);
    // What follows compares parts with each other, which broken ones do not bear.
    if (!due || this.faults.length > 0) return undefined;
    this.#tierOrder(tiers, due);
    if (installments) this.#installmentOrder(installments, due, tiers);
    return { tiers, due, anchor, installments };
  }

  readonly #tier = (path: Path, value: unknown): InternalTier | undefined => {
    const given = this.record(path, value, ["discountRate", "days"]);
    if (!given) return undefined;
    const rate = this.#rate([...path, "discountRate"], given["discountRate"]);
    const days = this.whole(path, given, "days", DAYS);
    if (!rate) return undefined;
    const inRange = rate.sign >= 0 && rate.compare(ONE) < 0;
    return inRange ? { rate, days } : this.fault([...path, "discountRate"], RATE_RULE);
  };

  #installments(value: unknown): InternalInstallment[] | undefined {
    if (value === undefined) return undefined;
    const path = ["installments"];
    const parts = this.list(path, value, MAX_PARTS, this.#installment);
    if (Array.isArray(value) && value.length === 0) this.fault(path, "must have an entry");
    if (this.faults.length > 0) return undefined;
    const total = sumOf(parts.map(({ share }) => share));
    if (!total.equals(ONE)) this.fault(path, "must have shares that sum to 1");
    return parts;
  }

  readonly #installment = (path: Path, value: unknown): InternalInstallment | undefined => {
    const given = this.record(path, value, ["share", "due"]);
    if (!given) return undefined;
    const share = this.#rate([...path, "share"], given["share"]);
    const due = this.#due([...path, "due"], given["due"]);
    if (!share || !due) return undefined;
    return share.sign > 0 ? { share, due } : this.fault([...path, "share"], "must be above 0");
  };

  #due(path: Path, value: unknown): InternalDue | undefined {
    if (!isRecord(value)) return this.fault(path, "must be an object");
    const kind = ownValue(value, "kind");
    const read = (...keys: string[]): Given => this.record(path, value, ["kind", ...keys]) ?? value;
    switch (kind) {
      case "days":
        return { kind, days: this.whole(path, read("days"), "days", DAYS) };
      case "end-of-month": {
        const given = read("months", "daysBefore", "daysAfter");
        const months = this.whole(path, given, "months", { ...MONTHS, otherwise: 0 });
        const daysBefore = this.whole(path, given, "daysBefore", { ...DAYS, otherwise: 0 });
        const daysAfter = this.whole(path, given, "daysAfter", { ...DAYS, otherwise: 0 });
        return { kind, months, daysBefore, daysAfter };
      }
      case "months":
        return { kind, months: this.whole(path, read("months"), "months", MONTHS) };
      case "day-of-month": {
        const given = read("day", "months", "cutoffDay");
        const day = this.whole(path, given, "day", DAY_OF_MONTH);
        const months = this.whole(path, given, "months", MONTHS);
        const cutoff = { ...DAY_OF_MONTH, otherwise: 31 };
        return { kind, day, months, cutoffDay: this.whole(path, given, "cutoffDay", cutoff) };
      }
      default:
        return this.fault([...path, "kind"], KIND_RULE);
    }
  }

  #anchor(value: unknown): TermsAnchor {
    if (value === undefined) return "document";
    const anchor = ANCHORS.find((word) => word === value);
    if (anchor === undefined) this.fault(["anchor"], ANCHOR_RULE);
    return anchor ?? "document";
  }

  #tierOrder(tiers: readonly InternalTier[], due: InternalDue): void {
    const end = longestDays(due);
    for (const [index, { rate, days }] of tiers.entries()) {
      const before = tiers[index - 1];
      const path = ["tiers", index];
      if (before && days <= before.days) {
        this.fault([...path, "days"], `must be above the ${before.days} of the tier before`);
      }
      if (before && rate.compare(before.rate) >= 0) {
        this.fault([...path, "discountRate"], "must be below that of the tier before");
      }
      if (days >= end) this.fault([...path, "days"], `must be below ${end}, when all is due`);
    }
  }

  #installmentOrder(
    parts: readonly InternalInstallment[],
    due: InternalDue,
    tiers: readonly InternalTier[],
  ): void {
    if (tiers.length > 0) this.fault(["tiers"], "must be empty where installments are given");
    for (const [index, part] of parts.entries()) {
      const before = parts[index - 1];
      if (before && comesBefore(part.due, before.due)) {
        this.fault(
          ["installments", index, "due"],
          "must be no sooner than that of the installment before",
        );
      }
    }
    const last = parts.at(-1);
    if (last && !sameRule(last.due, due)) {
      this.fault(["due"], "must be the rule of the last installment");
    }
  }

  #rate(path: Path, value: unknown): Fraction | undefined {
    const rate = this.#rateOf(value);
    return rate instanceof Fault ? this.fault(path, rate.rule) : rate;
  }
}

/** True where both rules are of one kind and the first is always the earlier. */
function comesBefore(a: InternalDue, b: InternalDue): boolean {
  if (a.kind === "days" && b.kind === "days") return a.days < b.days;
  return a.kind === "months" && b.kind === "months" && a.months < b.months;
}

function sameRule(a: InternalDue, b: InternalDue): boolean {
  const other = b as unknown as Given;
  return Object.entries(a).every(([key, value]) => other[key] === value);
}
