/**
 * @module policy/security-costs
 *
 * The costs of each way to secure a receivable, part by part.
 */
import { asTerm } from "../ground/exact.ts";
import type { Figure } from "../ground/figure.ts";
import { figure } from "../ground/figure.ts";
import type { Fraction } from "../ground/fraction.ts";
import { greatest, ONE, sumOf, ZERO } from "../ground/fraction.ts";
import type { OptionTerms, SecurityTerms } from "./security-terms.ts";

/** The parts of what one way costs, and the cash that it brings today. */
export interface SecurityCosts {
  /** Commission, premium or charges. */
  readonly fee: Figure<"policy/security-fee" | "policy/security-guarantee-fee">;
  /** Interest that the financier takes; what the customer pays on instalments is negative. */
  readonly interest: Figure<"policy/security-interest" | "policy/security-interest-earned">;
  /** What waiting for the money that does not come today costs. */
  readonly waitingCost: Figure<
    "policy/security-waiting-cost" | "policy/security-waiting-cost-covered"
  >;
  /** The expected loss that stays with the seller. */
  readonly lossKept: Figure<"policy/security-loss-kept" | "policy/security-loss-kept-covered">;
  /** Money that comes today less what is paid today; below 0 where only a fee is paid. */
  readonly cashToday: Figure<
    "policy/security-cash-today" | "policy/security-cash-today-instalments"
  >;
}

type Kind<K extends OptionTerms["kind"]> = Extract<OptionTerms, { readonly kind: K }>;

/** What is compared, without the ways. */
export type Debt = Omit<SecurityTerms, "options">;

/** The parts of one way; without one, of doing nothing. */
export function securityCosts(debt: Debt, option: OptionTerms | undefined): SecurityCosts {
  switch (option?.kind) {
    case "factoring":
      return financed(debt, option, option.advanceShare, debt.days);
    case "bill-discounting":
      return financed(debt, option, ONE, option.days ?? debt.days);
    case "insurance":
      return covered(debt, option, feeOf(debt, option.premiumRate), option.firstLoss);
    case "guarantee":
      return covered(debt, option, guaranteeFeeOf(debt, option), ZERO);
    case "instalments":
      return paidInParts(debt, option);
    default:
      return financed(debt, { feeRate: ZERO, annualRate: ZERO, recourse: true }, ZERO, debt.days);
  }
}

interface Financing {
  readonly feeRate: Fraction;
  readonly annualRate: Fraction;
  readonly recourse: boolean;
}

/** A share of the receivable is paid out today. */
function financed(
  debt: Debt,
  { feeRate, annualRate, recourse }: Financing,
  shareToday: Fraction,
  days: Fraction,
): SecurityCosts {
  const { receivable, yearDays, currency } = debt;
  const fee = feeOf(debt, feeRate);
  const charged = receivable.times(shareToday).times(annualRate).times(days).over(yearDays);
  const financing = { receivable, shareToday, annualRate, days, yearDays };
  const interest: Figure<"policy/security-interest"> = figure(
    "policy/security-interest",
    charged,
    "money",
    financing,
    { currency },
  );
  const waitingCost = waitingOf(debt, shareToday, debt.days);
  const lossKept = lossOf(debt, recourse ? ONE : ZERO);
  return {
    fee,
    interest,
    waitingCost,
    lossKept,
    cashToday: cashOf(debt, shareToday, fee, interest),
  };
}

/** Somebody else bears a part of the loss; the money comes when the customer pays. */
function covered(
  debt: Debt,
  { coverageShare, waitingDays }: Kind<"insurance"> | Kind<"guarantee">,
  fee: SecurityCosts["fee"],
  firstLoss: Fraction,
): SecurityCosts {
  const { receivable, days, annualRate, yearDays, currency } = debt;
  const { defaultProbability, lossGivenDefault } = debt;
  const loss = receivable.times(lossGivenDefault);
  const paid = coverageShare.times(greatest(ZERO, loss.minus(firstLoss)));
  const cover = { receivable, lossGivenDefault, firstLoss, coverageShare };
  const indemnity = asTerm(figure("policy/security-indemnity", paid, "money", cover, { currency }));
  const wait = receivable.times(days).plus(defaultProbability.times(indemnity).times(waitingDays));
  const waitingCost: SecurityCosts["waitingCost"] = figure(
    "policy/security-waiting-cost-covered",
    wait.times(annualRate).over(yearDays),
    "money",
    { receivable, days, defaultProbability, indemnity, waitingDays, annualRate, yearDays },
    { currency },
  );
  const lossKept: SecurityCosts["lossKept"] = figure(
    "policy/security-loss-kept-covered",
    defaultProbability.times(loss.minus(indemnity)),
    "money",
    { defaultProbability, receivable, lossGivenDefault, indemnity },
    { currency },
  );
  const { interest } = financed(
    debt,
    { feeRate: ZERO, annualRate: ZERO, recourse: true },
    ZERO,
    days,
  );
  return { fee, interest, waitingCost, lossKept, cashToday: cashOf(debt, ZERO, fee, interest) };
}

/** The customer pays in parts, with interest. */
function paidInParts(debt: Debt, option: Kind<"instalments">): SecurityCosts {
  const { receivable, yearDays, currency } = debt;
  const { instalments, annualRate, defaultProbability = debt.defaultProbability } = option;
  const rows = instalments.map(({ share, day }) => ({
    share,
    day,
    weighted: share.times(day),
    later: day.isZero ? ZERO : share.plus(ZERO),
  }));
  const averageDays = asTerm(
    figure("policy/security-average-days", sumOf(rows.map(({ weighted }) => weighted)), "days", {
      instalments: rows.map(({ share, day, weighted }) => ({ share, day, weighted })),
    }),
  );
  const shareLater = asTerm(
    figure("policy/security-share-later", sumOf(rows.map(({ later }) => later)), "fraction", {
      instalments: rows.map(({ share, day, later }) => ({ share, day, later })),
    }),
  );
  const earned = receivable.times(annualRate).times(averageDays).over(yearDays);
  const paying = { receivable, annualRate, averageDays, yearDays };
  const money = { currency };
  return {
    fee: feeOf(debt, ZERO),
    interest: figure("policy/security-interest-earned", earned.negated(), "money", paying, money),
    waitingCost: waitingOf(debt, ZERO, averageDays),
    lossKept: lossOf({ ...debt, defaultProbability }, shareLater),
    cashToday: figure(
      "policy/security-cash-today-instalments",
      receivable.times(ONE.minus(shareLater)),
      "money",
      { receivable, shareLater },
      money,
    ),
  };
}

function feeOf({ receivable, currency }: Debt, feeRate: Fraction): SecurityCosts["fee"] {
  const fee = receivable.times(feeRate);
  return figure("policy/security-fee", fee, "money", { receivable, feeRate }, { currency });
}

function guaranteeFeeOf(debt: Debt, option: Kind<"guarantee">): SecurityCosts["fee"] {
  const { receivable, days, yearDays, currency } = debt;
  const { coverageShare, annualFeeRate } = option;
  const guaranteed = receivable.times(coverageShare);
  const fee = guaranteed.times(annualFeeRate).times(days).over(yearDays);
  const inputs = { receivable, coverageShare, annualFeeRate, days, yearDays };
  return figure("policy/security-guarantee-fee", fee, "money", inputs, { currency });
}

/** What waiting costs for the share that does not come today. */
function waitingOf(
  { receivable, annualRate, yearDays, currency }: Debt,
  shareToday: Fraction,
  days: Fraction,
): SecurityCosts["waitingCost"] {
  const later = receivable.times(ONE.minus(shareToday));
  const cost = later.times(days).times(annualRate).over(yearDays);
  const inputs = { receivable, shareToday, days, annualRate, yearDays };
  return figure("policy/security-waiting-cost", cost, "money", inputs, { currency });
}

/** The expected loss on the share exposed. */
function lossOf(
  { receivable, defaultProbability, lossGivenDefault, currency }: Debt,
  shareExposed: Fraction,
): SecurityCosts["lossKept"] {
  const exposed = receivable.times(shareExposed);
  const loss = defaultProbability.times(lossGivenDefault).times(exposed);
  const inputs = { defaultProbability, lossGivenDefault, receivable, shareExposed };
  return figure("policy/security-loss-kept", loss, "money", inputs, { currency });
}

function cashOf(
  { receivable, currency }: Debt,
  shareToday: Fraction,
  taken: SecurityCosts["fee"],
  charged: Figure,
): SecurityCosts["cashToday"] {
  const fee = asTerm(taken);
  const interest = asTerm(charged);
  const cash = receivable.times(shareToday).minus(fee).minus(interest);
  const inputs = { receivable, shareToday, fee, interest };
  return figure("policy/security-cash-today", cash, "money", inputs, { currency });
}
