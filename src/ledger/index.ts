/**
 * @module ledger
 *
 * The receivables ledger: read once, then asked for any past date.
 */
export { ledgerFromItems } from "./from-items.ts";
export { ledgerFromColumns } from "./from-columns.ts";
export { extendLedger } from "./extend.ts";
export { partitionByCurrency } from "./partition.ts";
export { receivablesBalance } from "./balance.ts";
export { monthlySales } from "./sales.ts";
export { totalSales } from "./total-sales.ts";
export { agedItems } from "./aged-items.ts";
export { receivablesRollForward } from "./roll-forward.ts";
export { averageCreditTerm } from "./average-credit-term.ts";
export { partyStatement } from "./party-statement.ts";
export { paymentBehaviour } from "./payment-behaviour.ts";
export { paymentBehaviourTrend } from "./behaviour-trend.ts";
export { EDGE_PRESETS } from "./edge-presets.ts";

export type { Ledger } from "./ledger.ts";
export type {
  Application,
  ApplicationKind,
  Dispute,
  DocumentKind,
  Installment,
  LedgerItem,
  LedgerOptions,
  LedgerReport,
  RejectedRow,
} from "./items.ts";
export type { AddedApplication } from "./extend.ts";
export type { LedgerColumns } from "./from-columns.ts";
export type {
  ApplicationColumnsInput,
  CodedColumn,
  DateColumn,
  DisputeColumnsInput,
  MoneyColumn,
  VectorOf,
} from "./column-types.ts";
export type { LedgerScope, DimensionValue } from "./scope.ts";
export type { AverageCreditTerm, AverageCreditTermInput } from "./average-credit-term.ts";
export type {
  PartyStatement,
  PartyStatementInput,
  StatementAging,
  StatementClass,
  StatementLine,
} from "./party-statement.ts";
export type {
  BehaviourFigure,
  PaymentBehaviour,
  PaymentBehaviourInput,
} from "./payment-behaviour.ts";
export type { PaymentBehaviourAt, PaymentBehaviourTrendInput } from "./behaviour-trend.ts";
export type { ReceivablesBalance, ReceivablesBalanceInput } from "./balance.ts";
export type { MonthlySalesInput, MonthOfSales } from "./sales.ts";
export type { TotalSales, TotalSalesInput } from "./total-sales.ts";
export type { AgedItem, AgedItemsInput } from "./aged-items.ts";
export type {
  ReceivablesRollForward,
  ReceivablesRollForwardInput,
  RollForward,
  RollForwardLine,
  RollForwardOfParty,
  RollForwardOfValue,
} from "./roll-forward.ts";
export type { AgingBasis, Bucket } from "./buckets.ts";
export type { AgingEdges } from "./edges.ts";
export type { AgingEdge, EdgePreset, EdgePresetRecord } from "./edge-presets.ts";
