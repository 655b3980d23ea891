/**
 * @module aging
 *
 * Receivables by age: tables that prove themselves, sums that merge, and what they say.
 */
export { agingTable } from "./table.ts";
export { agingSums } from "./sums.ts";
export { mergeAging } from "./merge.ts";
export { agingView } from "./view.ts";
export { agingFromBalances } from "./from-balances.ts";
export { overdueRate } from "./overdue-rate.ts";
export { weightedDaysToPay } from "./weighted-days-to-pay.ts";
export { daysBeyondTerms } from "./days-beyond-terms.ts";
export { concentration } from "./concentration.ts";
export { rollRates } from "./roll-rates.ts";
export { rollRatesFromBalances } from "./roll-rates-from-balances.ts";
export { lossRates } from "./loss-rates.ts";
export { provisionMatrix } from "./provision-matrix.ts";
export { PROVISION_PRESETS } from "./presets.ts";
export { receivablesMarkov } from "./markov.ts";
export { badDebtByRule } from "./bad-debt-by-rule.ts";
export { agingComparison } from "./comparison.ts";

export type { AgingTableInput } from "./table.ts";
export type { AgingSumsInput } from "./question.ts";
export type { AgingSums } from "./sums.ts";
export type {
  AgedAmount,
  AgingDimensionRow,
  AgingMeasures,
  AgingRow,
  AgingTable,
  AgingViewInput,
} from "./view.ts";
export type {
  AgedBalance,
  AgingFromBalancesOptions,
  AgingOfBalances,
  BalanceClass,
  BalanceMeasures,
  BalanceRow,
} from "./from-balances.ts";
export type { BalanceIdentity } from "./balance-identity.ts";
export type { ControlBalance } from "./control.ts";
export type { AgingControl, AgingIdentity, ControlDifference } from "./identity.ts";
export type { CreditPolicy } from "./policies.ts";
export type { OverdueRate, OverdueRateInput } from "./overdue-rate.ts";
export type { WeightedDaysToPay, WeightedDaysToPayInput } from "./weighted-days-to-pay.ts";
export type {
  DaysBeyondTerms,
  DaysBeyondTermsInput,
  DaysBeyondTermsVariant,
} from "./days-beyond-terms.ts";
export type { Concentration, ConcentrationInput, PartyBalance, TopShare } from "./concentration.ts";
export type {
  ClassRoll,
  MonthOfRolls,
  MonthRollRow,
  RollRate,
  RollRates,
  RollRatesInput,
  RollRatesOfParty,
} from "./roll-rates.ts";
export type {
  ClassBalances,
  ClassRollFromBalances,
  RollRateFromBalances,
  RollRatesFromBalances,
  RollRatesFromBalancesInput,
} from "./roll-rates-from-balances.ts";
export type {
  ClassLoss,
  LossRate,
  LossRates,
  LossRatesInput,
  ReachedClass,
  RollStep,
} from "./loss-rates.ts";
export type {
  ProvisionMatrix,
  ProvisionMatrixInput,
  ProvisionMatrixRow,
  ProvisionRow,
  SpecificItem,
} from "./provision-matrix.ts";
export type { ProvisionPreset, ProvisionPresetName } from "./presets.ts";
export type {
  ClassBalance,
  ClassOutcome,
  ClassTransition,
  ReceivablesMarkov,
  ReceivablesMarkovInput,
} from "./markov.ts";
export type {
  BadDebt,
  BadDebtByRule,
  BadDebtByRuleInput,
  BadDebtRule,
} from "./bad-debt-by-rule.ts";
export type {
  AgingComparison,
  AgingComparisonInput,
  AgingMeasure,
  AgingPlan,
  ComparableMeasures,
  ComparableTable,
  ComparedMeasure,
  ComparedSegment,
} from "./comparison.ts";
export type { AgingFinding, AgingFindingCode } from "./comparison-findings.ts";
