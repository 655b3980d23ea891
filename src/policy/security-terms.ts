/**
 * @module policy/security-terms
 *
 * What ways of securing one receivable, or of turning it into cash, are compared from.
 */
import type { Issue } from "../ground/errors.ts";
import { CreditError, issue } from "../ground/errors.ts";
import { ONE, sumOf, ZERO } from "../ground/fraction.ts";
import type { Read, Terms } from "../ground/input.ts";
import { lazily } from "../ground/input.ts";
import {
  amount,
  days,
  flag,
  list,
  money,
  object,
  optional,
  rate,
  withDefault,
  word,
} from "../ground/input-atoms.ts";
import type { InterestOptions } from "../ground/input-interest.ts";
import { interestRate, interestShape, refuseHighRates } from "../ground/input-interest.ts";
import { byName, variants } from "../ground/input-variants.ts";
import type { Numeric } from "../ground/numeric.ts";
import type { List } from "../ground/rows.ts";

/** Factoring (保理): a factor advances a share of the receivable and collects it. */
export interface Factoring {
  /** Which way this is. */
  readonly kind: "factoring";
  /** Share of the receivable advanced today, from 0 to 1; the rest comes when it is collected. */
  readonly advanceShare: Numeric;
  /** The factor's commission as a share of the receivable, from 0 to 1; taken today. */
  readonly feeRate: Numeric;
  /** The factor's interest a year on the advance; taken today for all the days. */
  readonly annualRate: Numeric;
  /** True where the factor takes the money back if the customer does not pay. */
  readonly recourse: boolean;
}

/** Discounting of a bill (票据贴现) over the whole receivable. */
export interface BillDiscounting {
  /** Which way this is. */
  readonly kind: "bill-discounting";
  /** The bank's discount a year, on the face of the bill; taken today. */
  readonly annualRate: Numeric;
  /** Days until the bill is due; those of the receivable by default. */
  readonly days?: Numeric;
  /** Charges as a share of the receivable, from 0 to 1; 0 by default. */
  readonly feeRate?: Numeric;
  /** True where the bank takes the money back if the bill is not paid. */
  readonly recourse: boolean;
}

/** Credit insurance (信用保险). */
export interface CreditInsurance {
  /** Which way this is. */
  readonly kind: "insurance";
  /** Premium as a share of the receivable, from 0 to 1; paid today. */
  readonly premiumRate: Numeric;
  /** Share of the loss, less the first loss, that is paid, from 0 to 1. */
  readonly coverageShare: Numeric;
  /** First loss that stays with the insured. Money, at least 0; 0 by default. */
  readonly firstLoss?: Numeric;
  /** Days from the day on which the customer should pay until the claim is paid; 0 by default. */
  readonly waitingDays?: Numeric;
}

/** A guarantee (担保) by a bank or a third party. */
export interface Guarantee {
  /** Which way this is. */
  readonly kind: "guarantee";
  /** Commission a year on the amount guaranteed, for the days; paid today. */
  readonly annualFeeRate: Numeric;
  /** Share of the receivable guaranteed, from 0 to 1. */
  readonly coverageShare: Numeric;
  /** Days from the day on which the customer should pay until the guarantor does; 0 by default. */
  readonly waitingDays?: Numeric;
}

/** A part of the receivable, and when it is paid. */
export interface SecurityInstalment {
  /** Share of the receivable, from 0 to 1; all shares sum to 1. */
  readonly share: Numeric;
  /** The day on which it is paid, counted from today; 0 is today. */
  readonly day: Numeric;
}

/** Payment by instalments (分期付款). */
export interface InstalmentPlan {
  /** Which way this is. */
  readonly kind: "instalments";
  /** When which share is paid; the shares sum to 1. */
  readonly instalments: List<SecurityInstalment>;
  /** Interest a year that the customer pays on every instalment until its day; 0 by default. */
  readonly annualRate?: Numeric;
  /** Default probability of the instalments, from 0 to 1; that of the receivable by default. */
  readonly defaultProbability?: Numeric;
}

/** One way to secure a receivable, or to turn it into cash. */
export type SecurityOption =
  Factoring | BillDiscounting | CreditInsurance | Guarantee | InstalmentPlan;

/** What {@link securityComparison} needs. One currency throughout. */
export interface SecurityComparisonInput extends InterestOptions {
  /** The receivable. Money, above 0. */
  readonly receivable: Numeric;
  /** Days until the customer is expected to pay: the term and the usual delay. Above 0. */
  readonly days: Numeric;
  /** What waiting for money costs a year. */
  readonly annualRate: Numeric;
  /** Probability that the customer never pays, from 0 to 1. */
  readonly defaultProbability: Numeric;
  /** Share lost where the customer does not pay, from 0 to 1; all by default. */
  readonly lossGivenDefault?: Numeric;
  /** The ways to compare, by your names; to do nothing is always among them. */
  readonly options: Readonly<Record<string, SecurityOption>>;
}

const option = () =>
  variants("kind", {
    factoring: object({
      kind: word("factoring"),
      advanceShare: rate(),
      feeRate: rate(),
      annualRate: interestRate(),
      recourse: flag(),
    }),
    "bill-discounting": object({
      kind: word("bill-discounting"),
      annualRate: interestRate(),
      days: optional(days()),
      feeRate: withDefault(rate(), 0),
      recourse: flag(),
    }),
    insurance: object({
      kind: word("insurance"),
      premiumRate: rate(),
      coverageShare: rate(),
      firstLoss: withDefault(amount(), 0),
      waitingDays: withDefault(days(), 0),
    }),
    guarantee: object({
      kind: word("guarantee"),
      annualFeeRate: interestRate(),
      coverageShare: rate(),
      waitingDays: withDefault(days(), 0),
    }),
    instalments: object({
      kind: word("instalments"),
      instalments: list(object({ share: rate(), day: days() }), { atLeast: 1, atMost: 1_000 }),
      annualRate: withDefault(interestRate(), 0),
      defaultProbability: optional(rate()),
    }),
  });

/** The schema of {@link SecurityComparisonInput}. */
export const securityComparisonSchema = lazily(() =>
  object({
    receivable: money({ above: ZERO }),
    days: days({ above: ZERO }),
    annualRate: interestRate(),
    ...interestShape(),
    defaultProbability: rate(),
    lossGivenDefault: withDefault(rate(), 1),
    options: byName(option()),
  }),
);

/** The terms of a comparison. */
export type SecurityTerms = Read<Terms<ReturnType<typeof securityComparisonSchema>>>;

/** The terms of one option. */
export type OptionTerms = SecurityTerms["options"][number][1];

/** The name under which doing nothing competes. */
export const NOTHING = "nothing";

/** Refuses what no one field shows. */
export function requireSecurity(fn: string, terms: SecurityTerms): void {
  const { allowHighRate, options } = terms;
  const issues: Issue[] = [];
  refuseHighRates(fn, { annualRate: terms.annualRate }, allowHighRate);
  for (const [name, each] of options) {
    const path = `options.${name}`;
    if (name === NOTHING) {
      issues.push(issue(path, "must have another name: `nothing` is to do nothing"));
    }
    const isWhole = (parts: readonly { readonly share: typeof ONE }[]) =>
      sumOf(parts.map(({ share }) => share)).equals(ONE);
    if (each.kind === "instalments" && !isWhole(each.instalments)) {
      issues.push(issue(`${path}.instalments`, "must have shares that sum to 1"));
    }
    const [field, found] =
      each.kind === "guarantee"
        ? (["annualFeeRate", each.annualFeeRate] as const)
        : (["annualRate", each.kind === "insurance" ? undefined : each.annualRate] as const);
    refuseHighRates(fn, { [`${path}.${field}`]: found }, allowHighRate);
  }
  if (issues.length > 0) throw new CreditError("invalid_input", fn, issues);
}
