/** The house's methods: what is known of a customer, put to the library under the house's policy. */
import type {
  CheckedParty,
  CreditCheck,
  CreditLimit,
  Exposure,
  Figure,
  FinancialRatiosOverTime,
  FiveCScore,
  PaymentBehaviour,
  ScorecardValues,
  SolvencyPanel,
} from "trade-credit";
import {
  creditCheck,
  creditLimit,
  dynamicLimit,
  fiveCScore,
  ratingLimit,
  riskReturnLimit,
  salesForecastLimit,
  workingAssetsLimit,
} from "trade-credit";
import { pick } from "trade-credit/adapters";
import type { Answer } from "../month-end/format.ts";
import { isFound } from "../month-end/format.ts";
import { FileFaults } from "./faults.ts";
import type { CustomerFile } from "./file.ts";
import { BALANCE_SHEET } from "./file.ts";
import type { FactName } from "./policy.ts";
import * as policy from "./policy.ts";

/** What is known of a customer. */
export interface Facts {
  readonly file: CustomerFile;
  readonly ratios: FinancialRatiosOverTime;
  readonly panel: SolvencyPanel;
  readonly behaviour: PaymentBehaviour;
  readonly exposure: Exposure;
}

/** What a limit could be, by one method. */
export interface Bound {
  readonly name: string;
  readonly amount: Answer;
}

/** The five Cs: what is judged beside what the facts earn; without facts they count as missing. */
export function fiveCOf({ judged }: CustomerFile, facts?: Facts): FiveCScore {
  const ratios = facts?.ratios.years.at(-1);
  const { references, management, collateral, trade, region } = judged;
  const fact = (id: FactName, found: Answer | undefined) => {
    return { id, fact: valueOf(found), attributes: policy.elements[id] };
  };
  const { character, capacity, capital, conditions, collateral: security } = policy.weights;
  return fiveCScore({
    character: {
      weight: character,
      elements: [
        { id: "references", score: references },
        { id: "management", score: management },
        fact("onTime", facts?.behaviour.onTimeShareByAmount),
      ],
    },
    capacity: {
      weight: capacity,
      elements: [
        fact("interestCover", ratios?.interestCover),
        fact("quickRatio", ratios?.quickRatio),
      ],
    },
    capital: { weight: capital, elements: [fact("debtRatio", ratios?.debtRatio)] },
    collateral: { weight: security, score: collateral },
    conditions: {
      weight: conditions,
      elements: [
        { id: "trade", score: trade },
        { id: "region", score: region },
      ],
    },
    scale: policy.scale,
  });
}

export function cardValues({ file, ratios, panel, behaviour }: Facts): ScorecardValues {
  return {
    ...file.facts,
    daysLate: valueOf(behaviour.meanDaysLate),
    daysLateTrend: valueOf(behaviour.daysLateTrend),
    solvency: valueOf(panel.scores.altmanZPrime),
    interestCover: valueOf(ratios.years.at(-1)?.interestCover),
  };
}

/** A figure as a fact; an answer that does not exist is a missing value. */
function valueOf(found: Answer | undefined): Figure | null {
  return found && isFound(found) ? found : null;
}

interface Judged {
  readonly fiveC: FiveCScore;
  readonly score: Figure;
  readonly termDays: number;
}

/** The limits that the methods come to; one that does not exist bounds nothing, and is told. */
export function boundsOf({ file }: Facts, { fiveC, score, termDays }: Judged): Bound[] {
  const { statements, customer } = file;
  const { levels, margin, lossGivenDefault, annualRate, mostForOne } = policy.limits;
  const risk = { levels, margin, lossGivenDefault, annualRate, days: termDays };
  const review = { current: customer.presentLimit, bands: policy.classes.bands };
  const base = statements.at(-1)?.equity ?? 0;
  return [
    { name: "need", amount: needOf(file, termDays) },
    { name: "balance sheet", amount: balanceSheetOf(file) },
    { name: "rating", amount: ratingLimit({ score, base, bands: policy.grades }) },
    { name: "risk", amount: riskReturnLimit(risk).limit },
    { name: "review", amount: dynamicLimit({ ...review, score: fiveC }) },
    {
      name: "policy",
      amount: creditLimit({ bounds: [{ name: "most", amount: mostForOne }] }).limit,
    },
  ];
}

/** What is outstanding when it buys as expected, on the terms of its class. */
export function needOf({ request }: CustomerFile, termDays: number): Figure {
  const { annualPurchases } = request;
  const { toleratedDelayDays, peak } = policy.limits;
  return salesForecastLimit({ annualPurchases, termDays, toleratedDelayDays, peak });
}

/** Our part of what all suppliers together may lend. */
export function balanceSheetOf({ statements }: CustomerFile): Answer {
  const statement = statements.at(-1);
  if (!statement) throw new FileFaults(["statements must be a list of two or three"]);
  const { limit } = workingAssetsLimit(pick(statement, BALANCE_SHEET));
  if (!isFound(limit)) return limit;
  const share = policy.limits.supplierShare;
  return creditLimit({ bounds: [{ name: "our share", base: limit, share }] }).limit;
}

/** The least of what was asked for and the bounds that exist. */
export function decide({ request }: CustomerFile, bounds: readonly Bound[]): CreditLimit {
  const known = bounds.flatMap(({ name, amount }) => (isFound(amount) ? [{ name, amount }] : []));
  return creditLimit({ requested: request.limit, bounds: known, unit: policy.limits.unit });
}

/** May the order in hand go? */
export function checkOf(
  { customer, order }: CustomerFile,
  asOf: string,
  account: Omit<CheckedParty, "id">,
): CreditCheck {
  const { watchRatio, validDays, rules } = policy.orders;
  const parties = [{ id: customer.id, ...account }];
  return creditCheck({ asOf, order: order.amount, parties, watchRatio, validDays, rules });
}
