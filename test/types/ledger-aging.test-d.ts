/**
 * Checked by the compiler alone: the schemas of the ledger's and the aging functions accept what
 * the interfaces say, and misuse does not compile.
 */
import {
  agingTable,
  badDebtByRule,
  concentration,
  ledgerFromItems,
  overdueRate,
} from "trade-credit";
import type { List } from "trade-credit";
import type { AgedItemsInput, LedgerOptions, MonthlySalesInput } from "trade-credit/ledger";
import type { ReceivablesBalanceInput, ReceivablesRollForwardInput } from "trade-credit/ledger";
import type { Ledger, TotalSalesInput } from "trade-credit/ledger";
import type { AverageCreditTermInput, PartyStatementInput } from "trade-credit/ledger";
import type { PaymentBehaviourInput, PaymentBehaviourTrendInput } from "trade-credit/ledger";
import type * as aging from "trade-credit/aging";

import type { concentrationSchema } from "../../src/aging/concentration.ts";
import type { daysBeyondTermsSchema } from "../../src/aging/days-beyond-terms.ts";
import type { agedBalancesSchema, agingFromBalancesSchema } from "../../src/aging/from-balances.ts";
import type { badDebtByRuleSchema } from "../../src/aging/bad-debt-by-rule.ts";
import type { lossRatesSchema } from "../../src/aging/loss-rates.ts";
import type { receivablesMarkovSchema } from "../../src/aging/markov.ts";
import type { provisionMatrixSchema } from "../../src/aging/provision-matrix.ts";
import type { rollRatesSchema } from "../../src/aging/roll-rates.ts";
import type { rollRatesFromBalancesSchema } from "../../src/aging/roll-rates-from-balances.ts";
import type { overdueRateSchema } from "../../src/aging/overdue-rate.ts";
import type { agingSumsSchema } from "../../src/aging/question.ts";
import type { agingTableSchema } from "../../src/aging/table.ts";
import type { agingViewSchema } from "../../src/aging/view.ts";
import type { weightedDaysToPaySchema } from "../../src/aging/weighted-days-to-pay.ts";
import type { agedItemsSchema } from "../../src/ledger/aged-items.ts";
import type { averageCreditTermSchema } from "../../src/ledger/average-credit-term.ts";
import type { partyStatementSchema } from "../../src/ledger/party-statement.ts";
import type { paymentBehaviourTrendSchema } from "../../src/ledger/behaviour-trend.ts";
import type { paymentBehaviourSchema } from "../../src/ledger/payment-behaviour.ts";
import type { receivablesBalanceSchema } from "../../src/ledger/balance.ts";
import type { ledgerOptionsSchema } from "../../src/ledger/options.ts";
import type { receivablesRollForwardSchema } from "../../src/ledger/roll-forward.ts";
import type { monthlySalesSchema } from "../../src/ledger/sales.ts";
import type { totalSalesSchema } from "../../src/ledger/total-sales.ts";
import type { Accepts } from "../../src/ground/input.ts";
import { same } from "./same.ts";

same<typeof monthlySalesSchema, MonthlySalesInput>(true);
same<typeof receivablesRollForwardSchema, ReceivablesRollForwardInput>(true);
same<typeof paymentBehaviourSchema, PaymentBehaviourInput>(true);
same<typeof paymentBehaviourTrendSchema, PaymentBehaviourTrendInput>(true);
same<typeof overdueRateSchema, aging.OverdueRateInput>(true);
same<typeof monthlySalesSchema, TotalSalesInput>(false);

// Inputs with records inside: what one takes, the other takes, and the other way round.
type Takes<A, B> = A extends B ? (B extends A ? true : false) : false;
type Accepted<S extends () => unknown> = Accepts<ReturnType<S>>;
type Loose<T> = T extends object
  ? { readonly [K in keyof T]: Loose<T[K]> | (undefined extends T[K] ? undefined : never) }
  : T;

const holds = <T extends true>(proof: T): T => proof;
holds<Takes<Loose<LedgerOptions>, Loose<Accepted<typeof ledgerOptionsSchema>>>>(true);

declare const statement: PartyStatementInput;
declare const term: AverageCreditTermInput;
statement satisfies Accepted<typeof partyStatementSchema>;
term satisfies Accepted<typeof averageCreditTermSchema>;
declare const balance: ReceivablesBalanceInput;
declare const items: AgedItemsInput;
declare const sums: aging.AgingSumsInput;
declare const view: aging.AgingViewInput;
declare const table: aging.AgingTableInput;
declare const late: aging.DaysBeyondTermsInput;
declare const paid: aging.WeightedDaysToPayInput;
declare const shares: aging.ConcentrationInput;
declare const sales: TotalSalesInput;
balance satisfies Accepted<typeof receivablesBalanceSchema>;
items satisfies Accepted<typeof agedItemsSchema>;
sums satisfies Accepted<typeof agingSumsSchema>;
view satisfies Accepted<typeof agingViewSchema>;
table satisfies Accepted<typeof agingTableSchema>;
late satisfies Accepted<typeof daysBeyondTermsSchema>;
paid satisfies Accepted<typeof weightedDaysToPaySchema>;
shares satisfies Accepted<typeof concentrationSchema>;
sales satisfies Accepted<typeof totalSalesSchema>;

declare const balances: aging.AgingFromBalancesOptions;
declare const aged: List<aging.AgedBalance>;
balances satisfies Accepted<typeof agingFromBalancesSchema>;
aged satisfies Accepted<typeof agedBalancesSchema>;

declare const rolls: aging.RollRatesInput;
declare const balanceRolls: aging.RollRatesFromBalancesInput;
declare const losses: aging.LossRatesInput;
declare const matrix: aging.ProvisionMatrixInput;
declare const chain: aging.ReceivablesMarkovInput;
declare const badDebt: aging.BadDebtByRuleInput;
rolls satisfies Accepted<typeof rollRatesSchema>;
balanceRolls satisfies Accepted<typeof rollRatesFromBalancesSchema>;
losses satisfies Accepted<typeof lossRatesSchema>;
matrix satisfies Accepted<typeof provisionMatrixSchema>;
chain satisfies Accepted<typeof receivablesMarkovSchema>;
badDebt satisfies Accepted<typeof badDebtByRuleSchema>;

declare const ledger: Ledger;

// @ts-expect-error a ledger is of one currency, and says which
ledgerFromItems([], {});
// @ts-expect-error the day is always given
agingTable(ledger, {});
// @ts-expect-error dates are texts
agingTable(ledger, { asOf: new Date(0) });
// @ts-expect-error there are five policies, and this is none
agingTable(ledger, { asOf: "2026-06-30", credits: "fifo" });
// @ts-expect-error numbers are not given by position
overdueRate(430, 1030);
// @ts-expect-error a rule is in months or in days
badDebtByRule(ledger, { asOf: "2026-06-30", after: { weeks: 12 } });
// @ts-expect-error a preset is one of those there are
agingTable(ledger, { asOf: "2026-06-30", edges: "cn-year" });
// @ts-expect-error a balance is of somebody
concentration({ balances: [{ amount: 5 }] });
