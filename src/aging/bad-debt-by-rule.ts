/**
 * @module aging/bad-debt-by-rule
 *
 * Bad debt by the calendar: what is so long past due that a rule calls it bad. The sources have two
 * such rules, which differ by up to two days' invoices; this says by which ones.
 */
import { formatDay } from "../ground/days.ts";
import { refuse } from "../ground/errors.ts";
import type { Absent, Figure } from "../ground/figure.ts";
import { absent, figure } from "../ground/figure.ts";
import type { Terms } from "../ground/input.ts";
import { lazily, read } from "../ground/input.ts";
import { isoDay, object, optional, wholeNumber } from "../ground/input-atoms.ts";
import type { Rows } from "../ground/rows.ts";
import type { AgedItem } from "../ledger/aged-items.ts";
import type { Ledger, LedgerData } from "../ledger/ledger.ts";
import { insideOf, requireKnown, snapshotCaveats } from "../ledger/ledger.ts";
import { minorFraction } from "../ledger/minor.ts";
import type { PastDue, PastDueRule } from "../ledger/past-due.ts";
import { pastDue, pastDueBucket, pastDueItems } from "../ledger/past-due.ts";
import type { LedgerScope } from "../ledger/scope.ts";
import { scopeInputs, scopeShape, scopeTest } from "../ledger/scope.ts";

/** How long past due is bad: more than so many calendar months, or more than so many days. */
export type BadDebtRule =
  | {
      /** Calendar months from the due date. */
      readonly months: number;
    }
  | {
      /** Days from the due date. */
      readonly days: number;
    };

/** What {@link badDebtByRule} asks. */
export interface BadDebtByRuleInput extends LedgerScope {
  /** The day at whose end items are open. */
  readonly asOf: string;
  /** The rule: `{ months: 3 }` or `{ days: 90 }`. */
  readonly after: BadDebtRule;
  /** The rule it is compared with; 30 days for a month and the other way round unless stated. */
  readonly comparedWith?: BadDebtRule;
}

/** Bad debt by one rule. */
export interface BadDebt {
  /** The rule. */
  readonly after: BadDebtRule;
  /** Open debit items that it calls bad. */
  readonly amount: Figure<"ledger/charges">;
  /** Their share of all open debit items; absent where there are none. */
  readonly rate: Figure<"aging/bad-debt-rate-by-rule"> | Absent;
  /** The items. */
  readonly items: Rows<AgedItem>;
}

/** Bad debt by a rule; see {@link badDebtByRule}. */
export interface BadDebtByRule extends BadDebt {
  /** The other rule, and what it would change; left out where there is none to compare with. */
  readonly difference?: {
    /** The other rule. */
    readonly after: BadDebtRule;
    /** What it calls bad. */
    readonly amount: Figure<"ledger/charges">;
    /** Bad by the rule asked less bad by the other. */
    readonly change: Figure<"aging/bad-debt-rule-difference">;
    /** The items that one of the two calls bad and the other does not. */
    readonly items: Rows<AgedItem>;
  };
}

const ruleShape = () =>
  object({ months: optional(wholeNumber(1, 1200)), days: optional(wholeNumber(1, 100_000)) });

/** The schema of {@link BadDebtByRuleInput}. */
export const badDebtByRuleSchema = lazily(() =>
  object({
    asOf: isoDay(),
    after: ruleShape(),
    comparedWith: optional(ruleShape()),
    ...scopeShape(),
  }),
);

/**
 * Bad debt by rule (坏账认定): open items past due for longer than the rule allows, their share, and
 * what the other usual rule would change.
 *
 * Use it for the share that a policy limits, month by month. A rule by the calendar is no
 * assessment: for what will be lost use {@link provisionMatrix}.
 *
 * @formula rate = open debit items more than so many months (days) past due ÷ all open debit items
 * @units money in the ledger's currency; a fraction
 *
 * @param ledger - The ledger.
 * @param input - The day, the rule, the rule to compare with, and the scope. Three months after 30
 *   November end on 28 February (29th in leap years); on that day an item is not yet bad.
 * @returns Amount, rate, the items, and the difference between the rules. Items count before
 *   credits, disputed or not.
 *
 * @throws {@link CreditError} `invalid_input`: a rule with neither or both of months and days.
 * @throws {@link CreditError} `history_too_short`: before the ledger's snapshots.
 *
 * @source "3+1" deck, slide 86 (more than 3 months past the agreed term, at most 2 %; of what, it
 *   does not say) and slide 99 (more than 90 days)
 *
 * @example
 * ```ts
 * const item = (id: string, dueDate: string, amount: number) => ({
 *   id,
 *   party: "A",
 *   documentDate: "2025-11-01",
 *   dueDate,
 *   amount,
 * });
 * const ledger = ledgerFromItems(
 *   [item("1", "2025-12-31", 30), item("2", "2025-12-30", 20), item("3", "2026-03-31", 150)],
 *   { currency: "EUR" },
 * );
 * const { amount, rate, difference } = badDebtByRule(ledger, {
 *   asOf: "2026-03-31",
 *   after: { months: 3 },
 * });
 * amount.value.toString(); // => "20"
 * rate.value?.toString(); // => "0.1"
 * difference?.amount.value.toString(); // => "20"
 * ```
 */
export function badDebtByRule(ledger: Ledger, input: BadDebtByRuleInput): BadDebtByRule {
  const fn = "badDebtByRule";
  const data = insideOf(fn, ledger);
  const { asOf, after, comparedWith, ...scope } = read(fn, badDebtByRuleSchema, input);
  requireKnown(fn, data, asOf);
  const rule = ruleOf(fn, "after", after);
  const other = comparedWith ? ruleOf(fn, "comparedWith", comparedWith) : counterpart(rule);
  const found = pastDue(data, asOf, [rule, other ?? rule], scopeTest(fn, data, scope));
  const maker = new BadDebtMaker(data, { asOf: formatDay(asOf), ...scopeInputs(scope) }, asOf);
  const amount = maker.bad(rule, found.bad[0]);
  const answer: BadDebt = {
    after: asGiven(rule),
    amount,
    rate: maker.rate(amount, found),
    items: pastDueItems(data, asOf, rule, found.units),
  };
  if (!other) return answer;
  const otherAmount = maker.bad(other, found.bad[1]);
  const change = minorFraction(found.bad[0].amount - found.bad[1].amount, data.places);
  const compared = { badDebt: amount, otherBadDebt: otherAmount };
  return {
    ...answer,
    difference: {
      after: asGiven(other),
      amount: otherAmount,
      change: figure("aging/bad-debt-rule-difference", change, "money", compared, {
        currency: data.currency,
      }),
      items: pastDueItems(data, asOf, rule, found.unitsApart()),
    },
  };
}

/** Makes the figures of one question. */
class BadDebtMaker {
  readonly #data: LedgerData;
  readonly #asked: object;
  readonly #asOf: number;

  constructor(data: LedgerData, asked: object, asOf: number) {
    this.#data = data;
    this.#asked = asked;
    this.#asOf = asOf;
  }

  bad(rule: PastDueRule, found: PastDue["bad"][0]): Figure<"ledger/charges"> {
    return this.#charges(found, { bucket: pastDueBucket(rule) });
  }

  rate(badDebt: Figure, { bad, all }: PastDue): BadDebt["rate"] {
    const inputs = { badDebt, receivables: this.#charges(all, {}) };
    const id = "aging/bad-debt-rate-by-rule";
    if (all.amount === 0n) {
      return absent(id, "fraction", inputs, "not_defined", "no debit item is open");
    }
    const { places } = this.#data;
    const share = minorFraction(bad[0].amount, places).over(minorFraction(all.amount, places));
    return figure(id, share, "fraction", inputs);
  }

  #charges({ amount, count }: PastDue["all"], inputs: object): Figure<"ledger/charges"> {
    const { currency, places } = this.#data;
    const stated = { ...this.#asked, basis: "due-date", ...inputs, items: count, currency };
    const caveats = snapshotCaveats(this.#data, this.#asOf);
    const exact = minorFraction(amount, places);
    return figure("ledger/charges", exact, "money", stated, { currency, caveats });
  }
}

type RuleTerms = Terms<ReturnType<typeof ruleShape>>;

function ruleOf(fn: string, path: string, { months, days }: RuleTerms): PastDueRule {
  if (months !== undefined && days !== undefined) {
    refuse(fn, `${path}.days`, "must be left out where `months` are given");
  }
  if (months !== undefined) return { unit: "months", end: months };
  if (days === undefined) refuse(fn, `${path}.months`, "must be given, or `days`");
  return { unit: "days", end: days };
}

/** Thirty days for a month, and the other way round where it comes out even. */
function counterpart({ unit, end }: PastDueRule): PastDueRule | undefined {
  if (unit === "months") return { unit: "days", end: end * 30 };
  return end % 30 === 0 ? { unit: "months", end: end / 30 } : undefined;
}

function asGiven({ unit, end }: PastDueRule): BadDebtRule {
  return unit === "months" ? { months: end } : { days: end };
}
