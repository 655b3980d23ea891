/**
 * One valid call, or a few, of every exported function: the ground on which bad inputs are tried.
 * A test compares this table with what the package exports, so that no function is forgotten.
 */
import { Decimal } from "decimal.js";
import * as adapters from "trade-credit/adapters";
import * as batch from "trade-credit/batch";
import * as explain from "trade-credit/explain";
import * as credit from "trade-credit";

export interface ValidCall {
  /** The exported name. */
  readonly name: string;
  /** What sets this call apart from others of the same function. */
  readonly variant: string;
  readonly fn: (...args: never[]) => unknown;
  /** Fresh arguments; plain records and lists in them are what gets replaced. */
  readonly args: () => unknown[];
  /** Places that take whatever is given: data of the caller, results of any shape. */
  readonly anything: RegExp;
  /** True where values of the caller come back as they are. */
  readonly echoes: boolean;
  /** Places of functions of the caller, which may throw what they like. */
  readonly callbacks: RegExp;
}

interface Particulars {
  readonly anything?: RegExp;
  readonly echoes?: boolean;
  readonly callbacks?: RegExp;
}

const NOTHING = /^$/;

/** Exports that are not functions to be called with input. */
export const NOT_CALLED: ReadonlyMap<string, string> = new Map([
  ["CreditError", "made by the library; applications read it"],
]);

const calls: ValidCall[] = [];

function valid(
  name: string,
  fn: unknown,
  args: () => unknown[],
  { anything = NOTHING, echoes = false, callbacks = NOTHING }: Particulars = {},
): void {
  const variant = String(calls.filter((call) => call.name === name).length + 1);
  calls.push({ name, variant, fn: fn as ValidCall["fn"], args, anything, echoes, callbacks });
}

/** Every call of the table. */
export const VALID_CALLS: readonly ValidCall[] = calls;

// --------------------------------------------------------------------------------------- ledgers

const invoice = (id: string, party: string, more: object = {}) => ({
  id,
  party,
  kind: "invoice",
  documentDate: "2026-01-10",
  dueDate: "2026-02-09",
  amount: "500.00",
  currency: "EUR",
  dimensions: { region: "North" },
  ...more,
});

/** Documents that use every field. */
export function items(): unknown[] {
  return [
    invoice("I-1", "Ahorn", {
      disputes: [{ from: "2026-02-01", to: "2026-04-30", amount: "60", reason: "short delivery" }],
      applications: [
        { date: "2026-02-20", amount: "120.00", kind: "payment", source: "P-1" },
        { date: "2026-03-01", amount: "30.00", kind: "discount", crossParty: false },
      ],
      status: "posted",
      meta: { order: 7 },
    }),
    {
      ...invoice("I-2", "Birke", { dueDate: undefined, amount: 300 }),
      installments: [
        { dueDate: "2026-02-28", amount: "100" },
        { dueDate: "2026-03-31", amount: "200" },
      ],
    },
    {
      ...invoice("I-3", "Birke", { dueDate: undefined, amount: new Decimal("99.50") }),
      terms: "2/10, n/30",
      anchors: { delivery: "2026-01-12" },
    },
    {
      ...invoice("I-4", "Birke", { dueDate: undefined, amount: 80n }),
      terms: { tiers: [], due: { kind: "days", days: 30 }, anchor: "invoiceReceived" },
      anchors: { invoiceReceived: "2026-01-15" },
    },
    { id: "P-1", party: "Ahorn", kind: "payment", documentDate: "2026-02-20", amount: "200" },
    { ...invoice("C-1", "Birke"), kind: "credit-note", amount: "12.30" },
  ];
}

const options = () => ({ currency: "EUR", minorUnits: 2 });

/** The same documents with what is open on a day. */
function snapshotItems(): unknown[] {
  return [
    invoice("I-1", "Ahorn", { openAmount: "200", openAsOf: "2026-02-28" }),
    invoice("I-2", "Birke", { openAmount: "0" }),
  ];
}

export function ledger(): credit.Ledger {
  return credit.ledgerFromItems(items() as credit.LedgerItem[], options());
}

const columns = () => ({
  party: ["Ahorn", "Birke", "Ahorn"],
  kind: { codes: Uint8Array.of(0, 0, 1), categories: ["invoice", "payment"] },
  documentDate: ["2026-01-10", "2026-01-11", "2026-02-01"],
  dueDate: Int32Array.of(20_493, 20_494, 20_500),
  amount: Float64Array.of(50_000, 30_000, 20_000),
  id: ["I-1", "I-2", "P-1"],
  dimensions: { region: ["North", null, "South"] },
  applications: {
    item: [0, 0],
    date: ["2026-02-20", "2026-03-01"],
    amount: ["120.00", "30.00"],
    kind: ["payment", "discount"],
    source: [2, -1],
  },
  disputes: { item: [1], from: ["2026-02-01"], to: ["2026-03-01"], amount: ["60"] },
});

valid("ledgerFromItems", credit.ledgerFromItems, () => [items(), options()], {
  anything: /^0\[0\]\.meta/,
});
valid("ledgerFromItems", credit.ledgerFromItems, () => [
  snapshotItems(),
  { currency: "EUR", amounts: { round: "half-even" }, openAsOf: "2026-03-31" },
]);
valid(
  "ledgerFromItems",
  credit.ledgerFromItems,
  () => [items(), { ...options(), onBadRow: "collect" }],
  // A bad row is rejected and reported, not thrown.
  { anything: /^0/ },
);
valid("ledgerFromColumns", credit.ledgerFromColumns, () => [columns(), options()]);
valid("ledgerFromColumns", credit.ledgerFromColumns, () => [
  {
    party: Uint16Array.of(0, 1, 0),
    documentDate: Int32Array.of(20_463, 20_464, 20_485),
    dueDate: Int32Array.of(20_493, 20_494, 20_500),
    amount: BigInt64Array.of(50_000n, 30_000n, 20_000n),
  },
  options(),
]);
valid("extendLedger", credit.extendLedger, () => [
  ledger(),
  [invoice("I-9", "Ahorn")],
  [{ item: "I-9", date: "2026-03-02", amount: "50", kind: "payment", source: "P-1" }],
]);
valid(
  "partitionByCurrency",
  credit.partitionByCurrency,
  () => [[invoice("I-1", "Ahorn"), invoice("I-2", "Birke")]],
  // Rows are checked when a ledger reads them; here only their currency is.
  { anything: /^0\[[0-9]\]\.(?!currency$)/, echoes: true },
);
valid("receivablesBalance", credit.receivablesBalance, () => [
  ledger(),
  {
    asOf: "2026-03-31",
    party: "Ahorn",
    credits: "net",
    dimension: { name: "region", value: "North" },
  },
]);
valid("monthlySales", credit.monthlySales, () => [
  ledger(),
  {
    from: "2026-01",
    through: "2026-03-15",
    party: "Ahorn",
    net: "gross",
    outstandingAsOf: "2026-03-31",
  },
]);
valid("totalSales", credit.totalSales, () => [
  ledger(),
  { from: "2026-01", through: "2026-03-15", party: "Ahorn", net: "gross" },
]);
valid("receivablesRollForward", credit.receivablesRollForward, () => [
  ledger(),
  { from: "2026-01-01", to: "2026-03-15", by: "region" },
]);
valid("paymentBehaviour", credit.paymentBehaviour, () => [
  ledger(),
  { asOf: "2026-03-31", months: 4 },
]);
valid("paymentBehaviourTrend", credit.paymentBehaviourTrend, () => [
  ledger(),
  { monthEnds: ["2026-02-28", "2026-03-31"], months: 2 },
]);
valid("partyStatement", credit.partyStatement, () => [
  ledger(),
  { party: "Ahorn", from: "2026-01-01", to: "2026-03-31", edges: [15, 45], dueDayIsOverdue: true },
]);
valid("averageCreditTerm", credit.averageCreditTerm, () => [
  ledger(),
  { from: "2026-01-01", to: "2026-03-31", party: "Ahorn" },
]);
valid("agedItems", credit.agedItems, () => [
  ledger(),
  {
    asOf: "2026-03-31",
    agedTo: "2026-04-01",
    basis: "due-date",
    edges: [30, 60],
    dueDayIsOverdue: true,
    bucket: "31-60",
    party: "Birke",
    dimension: { name: "region", value: "North" },
  },
]);

// ----------------------------------------------------------------------------------------- aging

const agingQuestion = () => ({
  asOf: "2026-03-31",
  agedTo: "2026-04-01",
  basis: "due-date",
  edges: [30, 60],
  dueDayIsOverdue: false,
  scope: { party: "Birke", dimension: { name: "region", value: "North" } },
  by: "region",
});

valid("agingTable", credit.agingTable, () => [
  ledger(),
  { ...agingQuestion(), credits: "oldest-first", controlBalance: "467.20" },
]);
valid("agingTable", credit.agingTable, () => [
  ledger(),
  { asOf: "2026-03-31", controlBalance: [{ party: "Ahorn", amount: -5 }] },
]);
valid("agingSums", credit.agingSums, () => [ledger(), agingQuestion()]);
valid("agingSums", credit.agingSums, () => [
  ledger(),
  { asOf: "2026-03-31", edges: [{ months: 3 }, { years: 1 }], notDueEdges: [10, 30] },
]);
valid("agingFromBalances", credit.agingFromBalances, () => [
  [
    { party: "Ahorn", bucket: "due in 11+", amount: "1200.00" },
    { party: "Birke", bucket: "31+", amount: -75 },
  ],
  {
    asOf: "2026-03-31",
    currency: "EUR",
    basis: "due-date",
    edges: [30],
    notDueEdges: [10],
    dueDayIsOverdue: false,
    credits: "own-date",
    controlBalance: [{ party: "Ahorn", amount: "1125" }],
  },
]);
valid("mergeAging", credit.mergeAging, () => [
  credit.agingSums(ledger(), { asOf: "2026-03-31" }),
  credit.agingSums(ledger(), { asOf: "2026-03-31" }),
]);
valid("agingView", credit.agingView, () => [
  credit.agingSums(ledger(), { asOf: "2026-03-31" }),
  { credits: "own-date", controlBalance: 5 },
]);
const compared = (asOf: string) => {
  const {
    asOf: day,
    buckets,
    scopes,
    total,
    byDimension,
  } = credit.agingTable(ledger(), {
    asOf,
    by: "region",
  });
  const measures = ({ gross, overdue, disputed }: credit.AgingMeasures) => ({
    buckets: [{ label: "31-60", amount: gross }],
    ...{ gross, overdue, disputed },
  });
  const rows = (byDimension?.toArray() ?? []).map((row) => ({
    value: row.value,
    ...measures(row),
  }));
  return { asOf: day, buckets, scopes, total: measures(total), byDimension: rows };
};
valid(
  "agingComparison",
  credit.agingComparison,
  () => [
    {
      current: compared("2026-03-31"),
      previous: compared("2026-02-28"),
      plan: [
        { overdue: "0.3", longOverdue: 0.1, disputed: 0.05 },
        { segment: "North", overdue: 1 },
      ],
      by: "region",
      longOverdueFrom: "31-60",
    },
  ],
  // The number of classes in front, and what stands in them beside their labels, is not compared.
  { anything: /\.buckets\[[0-9]\]\.(?:from|to)$|\.scopes/ },
);
valid("rollRates", credit.rollRates, () => [
  ledger(),
  {
    monthEnds: ["2026-01-31", "2026-02-28"],
    through: 2,
    by: "party",
    party: "Birke",
    dimension: { name: "region", value: "North" },
  },
]);
valid("rollRatesFromBalances", credit.rollRatesFromBalances, () => [
  {
    classes: [
      { bucket: "not due", balances: [1000, "1100.50"] },
      { bucket: "1-30", balances: [300, 330] },
    ],
    writtenOff: [30, 32],
  },
]);
valid("lossRates", credit.lossRates, () => [
  {
    rolls: [
      { bucket: "not due", months: -1, rate: "0.3" },
      { bucket: "1-30", rate: 0.4 },
    ],
  },
]);
valid("lossRates", credit.lossRates, () => [
  {
    reached: [
      { bucket: "not due", reached: 100 },
      { bucket: "1-30", reached: "50" },
    ],
    loss: 2,
  },
]);
valid("provisionMatrix", credit.provisionMatrix, () => [
  {
    rows: [
      { bucket: "not due", balance: "300000", lossRate: "0.02" },
      { bucket: "1-30", balance: 140_000, reached: 50 },
    ],
    history: { loss: 2 },
    forwardFactor: "1.1",
    specific: [{ id: "I-7", bucket: "1-30", amount: 4000, provision: "2500" }],
    existingAllowance: 9000,
  },
]);
valid("receivablesMarkov", credit.receivablesMarkov, () => [
  {
    transitions: [
      { bucket: "0-1 months", paid: "0.6", bad: 0, next: ["0.2", 0.2] },
      { bucket: "1-3 months", paid: 0.4, bad: "0.1", next: [0.3, 0.2] },
    ],
    balances: [
      { bucket: "0-1 months", amount: 2000 },
      { bucket: "1-3 months", amount: "5000" },
    ],
  },
]);
valid("badDebtByRule", credit.badDebtByRule, () => [
  ledger(),
  {
    asOf: "2026-06-30",
    after: { months: 3 },
    comparedWith: { days: 90 },
    party: "Birke",
    dimension: { name: "region", value: "North" },
  },
]);
valid("overdueRate", credit.overdueRate, () => [{ overdue: "430", receivables: 1030 }]);
valid("weightedDaysToPay", credit.weightedDaysToPay, () => [
  ledger(),
  {
    from: "2026-01-01",
    to: "2026-03-31",
    party: "Ahorn",
    dimension: { name: "region", value: "North" },
  },
]);
valid("daysBeyondTerms", credit.daysBeyondTerms, () => [
  ledger(),
  {
    variant: "paid-signed",
    from: "2026-01-01",
    to: "2026-03-31",
    party: "Ahorn",
    dimension: { name: "region", value: "North" },
  },
]);
valid("daysBeyondTerms", credit.daysBeyondTerms, () => [
  ledger(),
  { variant: "open-over-all", asOf: "2026-03-31" },
]);
valid("concentration", credit.concentration, () => [
  {
    balances: [
      { party: "Ahorn", amount: "400" },
      { party: "Birke", amount: 250 },
    ],
    top: [1, 5],
  },
]);

// ----------------------------------------------------------------------------------- collections

const ofRegion = () => ({ party: "Birke", dimension: { name: "region", value: "North" } });
const july = (amount: unknown) => ({ from: "2026-07-01", to: "2026-07-31", amount });

valid("collectionPlan", credit.collectionPlan, () => [
  ledger(),
  { asOf: "2026-03-31", by: "week", periods: 4, ...ofRegion() },
]);
valid("cashForecast", credit.cashForecast, () => [
  ledger(),
  { method: "days-late", asOf: "2026-03-31", by: "month", periods: 2, months: 6, party: "Ahorn" },
]);
valid("cashForecast", credit.cashForecast, () => [
  ledger(),
  {
    method: "dso-target",
    asOf: "2026-03-31",
    dso: "40",
    sales: [{ period: "2026-04", sales: "620", days: 30 }],
    ...ofRegion(),
  },
]);
valid("cashForecast", credit.cashForecast, () => [
  ledger(),
  {
    method: "roll-rates",
    asOf: "2026-03-31",
    by: "month",
    periods: 2,
    edges: [30, 60],
    rates: ["0.5", 0.25, 1, "0.9"],
  },
]);
valid("receipts", credit.receipts, () => [
  ledger(),
  { from: "2026-01-01", to: "2026-03-15", by: "week", party: "Ahorn" },
]);
valid("planAttainment", credit.planAttainment, () => [
  { plan: [july(300)], overdue: "500", actual: [july("600.50")] },
]);
valid(
  "earlyWarnings",
  credit.earlyWarnings,
  () => [
    [
      { party: "Ahorn", overdue: "500", lastSaleOn: "2026-01-05", other: null },
      { party: "Birke", overdue: 20, lastSaleOn: null },
    ],
    {
      asOf: "2026-06-30",
      rules: [
        {
          code: "quiet-and-late",
          severity: "high",
          when: [
            { field: "overdue", is: "above", value: "60" },
            { field: "lastSaleOn", is: "older-than", months: 3 },
          ],
        },
      ],
    },
  ],
  // Fields that no rule names are not looked at; null is a date that never was.
  { anything: /^0\[[0-9]\]\.(?:other|lastSaleOn)$/ },
);

const ladder = () => [
  { fromDay: -3, stage: "reminder" },
  { fromDay: 7, toDay: 20, stage: "letter", actor: "finance", payWithin: 7 },
];
const interestRates = () => [
  { from: "2026-01-01", perDay: "0.0005" },
  { from: "2026-03-01", perYear: 0.08 },
];
const recoveryBands = () => [
  { fromDay: 0, rate: "0.8" },
  { fromDay: 731, rate: 0.2 },
];
const debts = () => [
  { id: "A", amount: "1000", ageDays: 400 },
  { id: "B", amount: 500, ageDays: 720 },
];

valid("dunningStage", credit.dunningStage, () => [
  { daysPastDue: "14", ladder: ladder(), below: "none" },
]);
valid("threeStageLadder", credit.threeStageLadder, () => [
  { coordinationFrom: 1, recoveryFrom: 61 },
]);
valid("dunningSchedule", credit.dunningSchedule, () => [
  ledger(),
  {
    asOf: "2026-02-28",
    ladder: ladder(),
    below: "none",
    by: "item",
    graceDays: 2,
    minimumAmount: "10",
    minimumInterval: 5,
    history: [{ party: "Ahorn", item: "I-1", stage: "reminder", on: "2026-02-20" }],
    blocked: [{ party: "Birke", until: "2026-03-31" }],
    exclude: ["I-3"],
    rates: interestRates(),
    yearDays: 360,
    ...ofRegion(),
  },
]);
valid("latePaymentInterest", credit.latePaymentInterest, () => [
  {
    principal: 100_000,
    dueDate: "2026-02-01",
    paidDate: "2026-04-15",
    payments: [{ date: "2026-03-15", amount: "400" }],
    rates: interestRates(),
    order: "principal-first",
    cap: "5000",
    fixed: 40,
    yearDays: 360,
  },
]);
valid("recoveryExpectation", credit.recoveryExpectation, () => [
  { debts: debts(), bands: recoveryBands() },
]);
valid("collectionPriority", credit.collectionPriority, () => [
  { debts: debts(), bands: recoveryBands(), waitDays: 14 },
]);
valid("accountReview", credit.accountReview, () => [
  {
    asOf: "2026-06-30",
    accounts: [
      {
        party: "A",
        reviewedOn: "2025-12-30",
        everyMonths: 3,
        lastSaleOn: "2026-06-02",
        lastReceiptOn: "2026-05-02",
        balance: "80",
      },
    ],
    everyMonths: 6,
    inactiveMonths: 3,
  },
]);

// ------------------------------------------------------------------------------------------- dso

const periods = () => [
  { period: "2001-03", sales: "558000", days: 31, outstanding: "100000" },
  { period: "2001-04", sales: 600_000, days: 30, outstanding: "270000" },
  { period: { from: "2001-05-01", to: "2001-05-31" }, sales: 434_000n, outstanding: 200_000 },
  { period: "2001-06", sales: new Decimal(630_000), outstanding: 600_000 },
];
const sameTaxBasis = { sameTaxBasis: true };
const withTax = { taxRate: "0.13" };

valid("dsoPeriodAverage", credit.dsoPeriodAverage, () => [
  {
    receivables: 1_170_000,
    sales: "3318000",
    days: 181,
    receivablesScope: "closing",
    ...withTax,
  },
]);
valid("dsoCountback", credit.dsoCountback, () => [
  {
    receivables: "1170000",
    periods: periods(),
    zeroSales: "skip",
    negativeSales: "stop",
    whenExhausted: "lower-bound",
    dayBasis: 30,
    ...withTax,
  },
]);
valid("dsoAgingBuckets", credit.dsoAgingBuckets, () => [{ periods: periods(), ...sameTaxBasis }]);
valid("dsoComparison", credit.dsoComparison, () => [
  { receivables: 1_170_000, periods: periods(), ...sameTaxBasis },
]);
valid("dsoBestPossible", credit.dsoBestPossible, () => [
  { currentReceivables: 600, sales: 1664, days: 91, ...sameTaxBasis },
]);
valid("dsoBestPossible", credit.dsoBestPossible, () => [
  { currentReceivables: 600, periods: periods(), ...sameTaxBasis },
]);
valid("dsoDelinquent", credit.dsoDelinquent, () => [
  { receivables: 1170, currentReceivables: 600, sales: 1664, days: 91, ...withTax },
]);
valid("averageDaysDelinquent", credit.averageDaysDelinquent, () => [
  { dso: "63.984375", bestPossibleDso: 32.8125 },
]);
valid("delayAgainstTerms", credit.delayAgainstTerms, () => [{ dso: "63.8", termDays: 30 }]);
valid("collectionEffectivenessIndex", credit.collectionEffectivenessIndex, () => [
  {
    openingReceivables: 980,
    sales: 1664,
    closingReceivables: 1170,
    closingCurrent: 600,
    salesBasis: "monthly-average",
    months: 3,
    ...sameTaxBasis,
  },
]);
valid("receivablesTurnover", credit.receivablesTurnover, () => [
  {
    sales: 1664,
    openingReceivables: 980,
    closingReceivables: 1170,
    days: 90,
    yearDays: 360,
    ...sameTaxBasis,
  },
]);
valid("cashReleased", credit.cashReleased, () => [
  { annualSales: 12_000, fromDso: 50, toDso: "40", yearDays: 365 },
]);
valid("dsoTrue", credit.dsoTrue, () => [
  ledger(),
  { asOf: "2026-03-31", party: "Birke", dimension: { name: "region", value: "North" } },
]);
valid("dsoTrend", credit.dsoTrend, () => [
  ledger(),
  {
    monthEnds: ["2026-02-28", "2026-03-31"],
    months: 3,
    methods: ["countback", "aging-buckets"],
    countback: { whenExhausted: "lower-bound" },
  },
]);
valid("collectionEffectiveness", credit.collectionEffectiveness, () => [
  ledger(),
  { from: "2026-03-01", to: "2026-03-31", dueDayIsOverdue: true },
]);
valid("collectionEffectivenessTrend", credit.collectionEffectivenessTrend, () => [
  ledger(),
  { monthEnds: ["2026-02-28", "2026-03-31"], dueDayIsOverdue: true },
]);
valid("dsoTrendByParty", credit.dsoTrendByParty, () => [
  ledger(),
  {
    monthEnds: ["2026-02-28", "2026-03-31"],
    months: 3,
    methods: ["countback", "period-average"],
    countback: { whenExhausted: "lower-bound" },
  },
]);
valid("dsoByParty", credit.dsoByParty, () => [
  ledger(),
  {
    asOf: "2026-03-31",
    months: 6,
    methods: ["countback", "period-average", "aging-buckets"],
    countback: { zeroSales: "skip", negativeSales: "stop", whenExhausted: "refuse", dayBasis: 30 },
  },
]);

// -------------------------------------------------------------------------------------- discount

const withoutDiscount = () => ({
  creditSales: "8300",
  badDebtRate: "0.02",
  managementCost: 30,
  termDays: 60,
  annualRate: "0.06",
  allowHighRate: false,
  yearDays: 365,
});
const discountPlan = () => ({
  terms: "3/10, 2/20, n/45",
  takeUps: ["0.6", "0.18"],
  badDebtRate: "0.01",
  managementCost: 18,
});

valid("discountAnnualRate", credit.discountAnnualRate, () => [
  { discountRate: "0.02", discountDay: 10, paymentDay: 30, yearDays: 360 },
]);
valid("tierAnnualRates", credit.tierAnnualRates, () => [
  { terms: "3/10, 2/20, n/45", yearDays: 365 },
]);
valid("discountCostGrid", credit.discountCostGrid, () => [
  { discountRates: ["0.01", "0.02"], discountDay: 10, paymentDays: [30, 60], yearDays: 365 },
]);
valid("buyerDiscountChoice", credit.buyerDiscountChoice, () => [
  {
    terms: "3/10, 2/20, n/45",
    amount: "1000",
    annualRate: "0.33",
    paymentDay: 50,
    allowHighRate: false,
    yearDays: 365,
  },
]);
valid("discountEvaluation", credit.discountEvaluation, () => [
  {
    ...withoutDiscount(),
    plans: { two: discountPlan() },
    badDebtBase: "all-sales",
    financedAmount: "net-of-discount",
  },
]);
valid("breakEvenDiscount", credit.breakEvenDiscount, () => [
  { ...withoutDiscount(), plan: discountPlan(), tier: 1, badDebtBase: "all-sales" },
]);
valid("breakEvenLoanRate", credit.breakEvenLoanRate, () => [
  {
    ...withoutDiscount(),
    plan: discountPlan(),
    badDebtBase: "all-sales",
    financedAmount: "gross",
  },
]);
valid("optimalDiscount", credit.optimalDiscount, () => [
  {
    creditSales: "8300",
    termDays: 60,
    discountDay: 10,
    annualRate: "0.06",
    badDebtRate: "0.02",
    takerBadDebtRate: "0.01",
    takeUpSlope: 40,
    allowHighRate: false,
    yearDays: 365,
  },
]);
valid("discountOnPartPayment", credit.discountOnPartPayment, () => [
  {
    amount: "1000.50",
    paid: 485,
    terms: "2/10, n/30",
    documentDate: "2026-03-02",
    paidDate: "2026-03-12",
    basis: "paid-part",
    anchors: { delivery: "2026-03-03" },
    minorUnits: 2,
  },
]);
valid("discountTakeUp", credit.discountTakeUp, () => [
  ledger(),
  {
    from: "2026-01-01",
    to: "2026-01-31",
    asOf: "2026-03-31",
    party: "Ahorn",
    dimension: { name: "region", value: "North" },
  },
]);

// ----------------------------------------------------------------------------------- performance

const creditYear = () => ({
  creditSales: "9800",
  badDebtRate: "0.02",
  dso: 50,
  managementCost: 120,
});
const interest = () => ({ annualRate: "0.06", allowHighRate: false, yearDays: 365 });

valid("creditProfit", credit.creditProfit, () => [
  { ...creditYear(), margin: "0.15", ...interest() },
]);
valid("performanceRatio", credit.performanceRatio, () => [
  { margin: "0.15", ...interest(), current: creditYear(), previous: creditYear() },
]);
valid("badDebtRate", credit.badDebtRate, () => [
  { badDebts: "166", base: 8300, of: "credit-sales" },
]);
valid("recoverySuccessRate", credit.recoverySuccessRate, () => [
  { recovered: 30, base: "120", of: "placed" },
]);
valid("collectionRate", credit.collectionRate, () => [
  { collected: 90, base: "100", of: "amounts-due" },
]);
valid("managementCostRatio", credit.managementCostRatio, () => [
  { managementCost: "30", base: 8300, of: "credit-sales" },
]);
valid("approvalRate", credit.approvalRate, () => [{ approved: 45, applications: 60 }]);
valid("creditSalesShare", credit.creditSalesShare, () => [
  { creditSales: "9100", totalSales: 14_000 },
]);
valid("targetAttainment", credit.targetAttainment, () => [
  {
    indicators: [
      {
        name: "DSO",
        actual: 48,
        target: "50",
        direction: "lower-is-better",
        loosenAt: 40,
        escalateAt: 60,
      },
    ],
    aging: {
      balances: [
        { party: "A", bucket: "1-30", amount: 20 },
        { party: "A", bucket: "31+", amount: "60" },
      ],
      alertShares: [{ bucket: "31+", share: "0.5" }],
    },
  },
]);
valid("industryComparison", credit.industryComparison, () => [
  { indicators: [{ name: "DSO", own: 50, industry: "40", direction: "lower-is-better" }] },
]);
valid("lossResponsibility", credit.lossResponsibility, () => [
  {
    loss: "1000",
    shares: [
      { name: "credit", share: "0.8" },
      { name: "sales", share: 0.2 },
    ],
  },
]);
valid("payBand", credit.payBand, () => [
  {
    result: "1.05",
    bands: [
      { from: 1, pay: "5000" },
      { from: "1.1", pay: 8000 },
    ],
  },
]);
valid("creditStaffing", credit.creditStaffing, () => [
  { creditSales: "95000000", customers: 60, largeFromSales: 80_000_000, largeFromCustomers: 200 },
]);

// ----------------------------------------------------------------------------------------- terms

const terms = () => ({
  tiers: [{ discountRate: "0.02", days: 10 }],
  due: { kind: "end-of-month", months: 1, daysBefore: 0, daysAfter: 5 },
  anchor: "delivery",
});
const anchors = () => ({ delivery: "2026-01-12", accepted: "2026-01-20" });

valid("parseTerms", credit.parseTerms, () => ["2/10, n/30"]);
valid("formatTerms", credit.formatTerms, () => [terms()]);
valid("formatTerms", credit.formatTerms, () => [
  {
    tiers: [],
    due: { kind: "months", months: 2 },
    installments: [
      { share: "0.5", due: { kind: "days", days: 30 } },
      { share: 0.5, due: { kind: "months", months: 2 } },
    ],
  },
]);
valid("dueDate", credit.dueDate, () => [
  { documentDate: "2026-01-15", terms: terms(), anchors: anchors() },
]);
valid("paymentSchedule", credit.paymentSchedule, () => [
  {
    documentDate: "2026-01-15",
    terms: "3/10, 2/20, n/45",
    amount: "1000.50",
    minorUnits: 2,
    anchors: anchors(),
  },
]);

// ---------------------------------------------------------------------------------------- ground

const averages = () => [
  { month: "April", receivables: 900, sales: 600 },
  { month: "May", receivables: 800, sales: 0 },
];

valid("isCreditError", credit.isCreditError, () => [new Error("five")], { anything: /^0/ });
valid("isFigure", credit.isFigure, () => ["5"], { anything: /^0/ });
valid("isAbsent", credit.isAbsent, () => ["5"], { anything: /^0/ });
valid("isoDate", credit.isoDate, () => [new Date(0), "Asia/Shanghai"]);
valid(
  "tabulate",
  credit.tabulate,
  () => [
    credit.dsoPeriodAverage,
    averages(),
    { id: "month", with: { days: 30, sameTaxBasis: true } },
  ],
  // Bad inputs of a row become its error.
  { anything: /^1\[|^2\.with/, echoes: true, callbacks: /^0$|^2\.id$/ },
);
valid(
  "toPlain",
  credit.toPlain,
  () => [
    { dso: credit.averageDaysDelinquent({ dso: 3, bestPossibleDso: 1 }), note: ["May"] },
    { derivation: false, numbers: "number", places: 2, rounding: "half-even" },
  ],
  { anything: /^0/, echoes: true },
);
valid("toPlain", credit.toPlain, () => [{ a: [5] }, { derivation: true }], {
  anything: /^0/,
  echoes: true,
});
valid(
  "toRows",
  credit.toRows,
  () => [
    [{ dso: credit.averageDaysDelinquent({ dso: 3, bestPossibleDso: 1 }), note: ["May"] }],
    {
      numbers: "number",
      places: 2,
      rounding: "half-up",
      scale: 1000,
      percent: true,
      separator: "_",
    },
  ],
  { anything: /^0/, echoes: true },
);

// -------------------------------------------------------------------------------- cost of credit

const interestOptions = () => ({ allowHighRate: false, yearDays: 365 });
const curve = () => ({ kind: "linear", intercept: 90, slope: "-0.01" });

valid("badDebtCost", credit.badDebtCost, () => [{ creditSales: 100, badDebtRate: "0.02" }]);
valid("opportunityCost", credit.opportunityCost, () => [
  {
    creditSales: 100,
    dso: 30,
    annualRate: "0.06",
    investmentBase: "cost",
    variableCostRate: "0.6",
    ...interestOptions(),
  },
]);
valid("opportunityCost", credit.opportunityCost, () => [
  { creditSales: 100, dso: 30, profitRate: "0.1", loanRate: "0.06" },
]);
const bands = () => [
  { from: 0, cost: 10 },
  { from: "50.5", cost: 20 },
];
valid("managementCost", credit.managementCost, () => [{ volume: 60, bands: bands() }]);
valid("shortageCost", credit.shortageCost, () => [{ receivables: 60, curve: curve() }]);
valid("shortageCost", credit.shortageCost, () => [
  { receivables: 60, curve: { kind: "polynomial", coefficients: [90, "-0.5", "0.001"] } },
]);
valid("shortageCost", credit.shortageCost, () => [
  { receivables: 60, curve: { kind: "steps", bands: bands() } },
]);
valid("shortageCost", credit.shortageCost, () => [
  {
    receivables: 60,
    curve: {
      kind: "points",
      points: [
        { receivables: 0, cost: 90 },
        { receivables: 100, cost: 10 },
      ],
    },
  },
]);
valid("creditCost", credit.creditCost, () => [
  { badDebtCost: 1, opportunityCost: "2.5", managementCost: 3n, shortageCost: 0 },
]);
const costs = () => ({ holding: { kind: "linear", intercept: 1, slope: "0.1" }, lost: curve() });
const grid = () => ({ from: 0, to: 40, step: 10 });
valid(
  "optimalReceivables",
  credit.optimalReceivables,
  () => [{ costs: costs(), grid: grid(), tolerance: 1, flatWithin: "0.01" }],
  { anything: /^0\.costs\.\w+$/, callbacks: /costs/ },
);
valid(
  "creditCostCurve",
  credit.creditCostCurve,
  () => [{ grid: grid(), managementLevels: { plain: costs(), strict: costs() } }],
  { anything: /^0\.managementLevels\.\w+\.\w+$/, callbacks: /managementLevels/ },
);
valid("monthsOfMargin", credit.monthsOfMargin, () => [
  {
    netMargin: "0.1",
    annualRate: "0.05",
    allowHighRate: true,
    investmentBase: "cost",
    compounding: "compound",
  },
]);
valid("opportunityToBadDebtRatio", credit.opportunityToBadDebtRatio, () => [
  { opportunityCost: 60, badDebtCost: 25 },
]);
valid("unproductiveCostRatio", credit.unproductiveCostRatio, () => [
  { badDebtCost: 5, opportunityCost: 7, managementCost: 2, sales: 100 },
]);
valid("expectedLoss", credit.expectedLoss, () => [
  {
    defaultProbability: "0.02",
    lossGivenDefault: "0.6",
    exposureAtDefault: 1500,
    horizonDays: 60,
    yearDays: 360,
  },
]);

valid("lossDeviation", credit.lossDeviation, () => [
  {
    defaultProbability: "0.02",
    lossGivenDefault: "0.6",
    exposureAtDefault: 1500,
    horizonDays: 60,
    yearDays: 360,
  },
]);
valid("breakEvenDefaultProbability", credit.breakEvenDefaultProbability, () => [
  {
    price: 100,
    variableCost: 85,
    annualRate: "0.1",
    days: 60,
    customer: "repeat",
    ...interestOptions(),
  },
]);

// ------------------------------------------------------------------------------- credit policies

const marginalPlan = () => ({
  annualRate: "0.12",
  base: { creditSales: 800, margin: "0.15" },
  plan: {
    creditSales: 1200,
    incrementDso: 90,
    incrementBadDebtRate: "0.05",
    managementCostChange: 8,
    existingDsoChange: -1,
  },
  investmentBase: "cost",
  variableCostRate: "0.85",
  ...interestOptions(),
});
const dailySales = () => ({
  unitPrice: 1000,
  unitCost: 500,
  unitsPerDay: 400,
  dso: 40,
  badDebtRate: "0.02",
});
const daily = (compounding: string) => ({
  annualRate: "0.1",
  compounding,
  base: dailySales(),
  plan: { ...dailySales(), unitCost: 440 },
  ...interestOptions(),
});
const policyData = () => ({
  creditSales: 5000,
  variableCostRate: "0.4",
  collections: [
    { share: "0.6", day: 10, discountRate: "0.03" },
    { share: "0.4", day: 45 },
  ],
  badDebtRate: "0.025",
  badDebtBase: "undiscounted-sales",
  collectionCost: 120,
  managementCost: 5,
  otherInvestment: 7,
});
const wholePolicy = () => ({
  ...policyData(),
  annualRate: "0.1",
  investmentBase: "cost",
  ...interestOptions(),
});

valid("marginalAnalysis", credit.marginalAnalysis, () => [marginalPlan()]);
valid("incrementalReturn", credit.incrementalReturn, () => [marginalPlan()]);
valid("policyPresentValue", credit.policyPresentValue, () => [daily("simple")]);
valid("policyPresentValue", credit.policyPresentValue, () => [daily("compound")]);
valid("policyProfit", credit.policyProfit, () => [wholePolicy()]);
valid("policyComparison", credit.policyComparison, () => [
  {
    base: wholePolicy(),
    plans: { A: policyData(), B: { badDebt: 50, badDebtBase: "all-sales" } },
    constraints: { maxDso: 50, maxBadDebtRate: "0.02", pool: 300 },
  },
]);
for (const name of [
  "breakEvenBadDebtRate",
  "breakEvenDso",
  "breakEvenMargin",
  "breakEvenSales",
] as const) {
  valid(name, credit[name], () => [{ model: "marginal", ...marginalPlan() }]);
  valid(name, credit[name], () => [{ model: "present-value", ...daily("simple") }]);
}
const securedDebt = (option: object) => ({
  receivable: 1000,
  days: 90,
  annualRate: "0.08",
  defaultProbability: "0.03",
  lossGivenDefault: "0.9",
  ...interestOptions(),
  options: { way: option },
});
valid("securityComparison", credit.securityComparison, () => [
  securedDebt({
    kind: "factoring",
    advanceShare: "0.8",
    feeRate: "0.01",
    annualRate: "0.06",
    recourse: false,
  }),
]);
valid("securityComparison", credit.securityComparison, () => [
  securedDebt({
    kind: "bill-discounting",
    annualRate: "0.04",
    days: 80,
    feeRate: "0.001",
    recourse: true,
  }),
]);
valid("securityComparison", credit.securityComparison, () => [
  securedDebt({
    kind: "insurance",
    premiumRate: "0.006",
    coverageShare: "0.9",
    firstLoss: 10,
    waitingDays: 180,
  }),
]);
valid("securityComparison", credit.securityComparison, () => [
  securedDebt({ kind: "guarantee", annualFeeRate: "0.02", coverageShare: 1, waitingDays: 30 }),
]);
valid("securityComparison", credit.securityComparison, () => [
  securedDebt({
    kind: "instalments",
    instalments: [
      { share: "0.3", day: 0 },
      { share: "0.7", day: 120 },
    ],
    annualRate: "0.05",
    defaultProbability: "0.01",
  }),
]);
valid("paymentInKindValue", credit.paymentInKindValue, () => [
  {
    claim: 1000,
    salePrice: 700,
    sellingCostRate: "0.05",
    taxRate: "0.03",
    holdingCostPerDay: "0.1",
    takeoverCost: 4,
    days: 180,
    annualRate: "0.08",
    ...interestOptions(),
  },
]);
valid("policyStance", credit.policyStance, () => [{ granting: "loose", collecting: "tight" }]);
valid("lifeCycleStance", credit.lifeCycleStance, () => [
  "growth",
  { launch: "loose", growth: "balanced", maturity: "balanced", decline: "tight", end: "tight" },
]);
// ---------------------------------------------------------------------------------------- limits

valid("workingAssetsLimit", credit.workingAssetsLimit, () => [
  {
    currentAssets: 2600,
    inventory: "1200",
    currentLiabilities: 2400,
    totalLiabilities: 4200,
    equity: 1400,
    bands: [
      { share: 0, zone: "high" },
      { above: "-1.5", share: "0.1", zone: "low" },
    ],
    classFactor: "0.8",
  },
]);
valid("steppedLimit", credit.steppedLimit, () => [
  {
    initial: 50,
    steps: [
      { outcome: "on-time", change: "0.25", amount: 5 },
      { outcome: "late", change: "-0.5" },
    ],
    history: [{ outcome: "on-time", period: "January" }, { outcome: "late" }],
    maximum: 500,
    minimum: 10,
  },
]);
const grades = (field: string) => [
  { minScore: 80, grade: "A", [field]: "0.2" },
  { minScore: "60", grade: "B", [field]: "0.1" },
];
valid("ratingLimit", credit.ratingLimit, () => [
  { score: "75.5", base: 40_000, bands: grades("share"), below: "none" },
]);
valid("dynamicLimit", credit.dynamicLimit, () => [
  { score: "75.5", current: 40_000, bands: grades("change"), below: "none", maximum: 50_000 },
]);
valid("dynamicLimit", credit.dynamicLimit, () => [
  {
    current: 40_000,
    bands: grades("change"),
    criteria: [
      { name: "payment", weight: 3, score: "70" },
      { name: "basic", weight: 1, score: 90 },
    ],
  },
]);
valid("salesForecastLimit", credit.salesForecastLimit, () => [
  { annualPurchases: 1200, termDays: 60, toleratedDelayDays: 5, peak: "0.2", yearDays: 360 },
]);
valid("riskReturnLimit", credit.riskReturnLimit, () => [
  {
    levels: [
      { limit: 50, defaultProbability: "0.01" },
      { limit: 100, defaultProbability: "0.06" },
    ],
    margin: "0.04",
    lossGivenDefault: "0.6",
    annualRate: "0.073",
    days: 60,
    rule: "marginal",
    ...interestOptions(),
  },
]);
valid("creditLimit", credit.creditLimit, () => [
  {
    requested: 500,
    bounds: [
      { name: "policy", amount: "387.50" },
      { name: "worth", base: 4000, share: "0.1" },
    ],
    unit: 10,
  },
]);
valid("receivablesTarget", credit.receivablesTarget, () => [
  { annualCreditSales: 9800, dso: 50, yearDays: 365 },
]);
valid("creditSalesRange", credit.creditSalesRange, () => [
  { totalSales: 14_000, shares: ["0.6", "0.7"] },
]);
valid("creditLine", credit.creditLine, () => [
  {
    kind: "revolving",
    line: 100,
    limit: 150,
    events: [
      { kind: "use", amount: 60 },
      { kind: "pay", amount: "25.5" },
      { kind: "change", amount: 120 },
      { kind: "suspend" },
      { kind: "resume" },
    ],
  },
]);
const exposed = () => ({
  asOf: "2026-06-30",
  openItems: [{ id: "I-1", open: "500.00" }, { open: -20 }],
  deliveredNotBilled: [{ id: "D-1", amount: 40 }],
  openOrders: [
    { id: "O-1", amount: 100, delivered: 60, billed: "20", date: "2026-07-15" },
    { id: "O-2", amount: 30 },
  ],
  horizon: "2026-07-31",
  insured: [
    { name: "insurer", coverage: "0.9", limit: 300, deductible: 10, expires: "2026-12-31" },
    { name: "bank", coverage: 1 },
  ],
  offsets: [{ name: "vendor account", amount: 15 }],
  children: [
    { id: "A", exposure: { gross: 90, net: 40, insured: 50, retained: 5 } },
    { id: "B", exposure: 7 },
  ],
});
valid("exposure", credit.exposure, () => [exposed()]);
valid("exposure", credit.exposure, () => [
  { asOf: "2026-06-30", openItems: 500, deliveredNotBilled: "40", openOrders: 130n },
]);

const overdueItems = () => [
  { id: "I-1", open: "20.00", daysPastDue: 5 },
  { id: "I-2", open: 30, daysPastDue: "40" },
];
valid("creditCheck", credit.creditCheck, () => [
  {
    asOf: "2026-06-30",
    order: "60.00",
    parties: [
      {
        id: "C",
        limit: { kind: "amount", amount: 200 },
        exposure: {
          gross: 170,
          net: 160,
          insured: 10,
          retained: 2,
          bySlice: { openItems: 100, deliveredNotBilled: 20, openOrders: 50 },
          coverUntil: "2026-12-31",
        },
        overdue: { amount: 50, oldestDays: 40 },
        overdueItems: overdueItems(),
      },
      { id: "G", limit: { kind: "unlimited" }, exposure: 500 },
    ],
    whenNotSet: "hold",
    watchRatio: "0.8",
    validDays: 30,
    rules: {
      maxOverdueDays: 30,
      maxOverdueAmount: 100,
      maxOverdueShare: "0.5",
      slices: [{ name: "openOrders", limit: 200 }],
    },
  },
]);

const claims = () => [
  { id: "A", weight: 40, cap: 500, floor: 15, requested: "450", group: "G", value: "0.08" },
  { id: "B", weight: "30", value: "-0.01" },
];
valid("allocateLimits", credit.allocateLimits, () => [
  { budget: 1000, parties: claims(), groupCaps: { G: "300" }, maxShare: "0.7" },
]);
valid("allocateLimits", credit.allocateLimits, () => [
  { budget: 1000, parties: claims(), unit: 10, method: "proportional", rounding: "divisor" },
]);
valid("allocateLimits", credit.allocateLimits, () => [
  { budget: 1000, parties: claims(), unit: 10, rounding: "largest-remainder" },
]);
valid("allocateLimits", credit.allocateLimits, () => [
  { budget: 1000, parties: claims(), method: "return" },
]);

valid(
  "sensitivity",
  credit.sensitivity,
  () => [
    credit.badDebtCost,
    { creditSales: 100, badDebtRate: "0.02" },
    { vary: { badDebtRate: { low: 0, high: "0.1", steps: 3 }, creditSales: { values: [1, 2] } } },
  ],
  // The function is the caller's, and so is what it is given.
  { anything: /^[01]/, callbacks: /^[01]/ },
);

// --------------------------------------------------------------------------------------- scoring

const gradeBands = () => [
  { minScore: 80, grade: "A" },
  { minScore: "40.5", grade: "B" },
  { minScore: 0, grade: "C" },
];
const cardAttributes = () => [
  { missing: true, points: 5 },
  { to: 3, points: "10.5" },
  { from: 3, to: 12, points: 20 },
  { from: "12", points: 30 },
];

valid("weightedScore", credit.weightedScore, () => [
  {
    criteria: [
      { id: "record", weight: 30, score: "85.5" },
      { id: "capital", weight: "0.5", score: 70 },
    ],
    scale: { from: 0, to: 100 },
  },
]);
valid("fiveCScore", credit.fiveCScore, () => [
  {
    character: {
      weight: 30,
      elements: [
        { id: "record", score: 90 },
        { id: "years", fact: "2.5", attributes: cardAttributes() },
      ],
    },
    capacity: { weight: 25, score: 78 },
    capital: { weight: "20", score: 70 },
    collateral: { weight: 15, score: "60.25" },
    conditions: { weight: 10, score: 75 },
    scale: { from: 0, to: 100 },
  },
]);
valid("characteristicsScore", credit.characteristicsScore, () => [
  {
    features: [
      { feature: "payment-record", weight: 10, score: "7.5" },
      { feature: "solvency", weight: 8, score: 5 },
      { feature: "total-capital", weight: 3 },
    ],
  },
]);
valid("scorecard", credit.scorecard, () => [
  {
    card: {
      initialScore: 500,
      reasonMethod: "pointsBelow",
      characteristics: [
        { name: "years", reasonCode: "R1", baseline: 30, attributes: cardAttributes() },
        {
          name: "form",
          reasonCode: "R2",
          baseline: "20",
          attributes: [
            { values: ["corporation", "partnership"], points: 20 },
            { missing: true, points: 0 },
          ],
        },
      ],
    },
    values: { years: 4, form: "corporation" },
  },
]);
valid("gradeFor", credit.gradeFor, () => [{ score: "65.6", bands: gradeBands() }]);
valid("classMigration", credit.classMigration, () => [
  {
    current: "B",
    scores: [78, "82.5"],
    bands: gradeBands(),
    upMargin: 2,
    downMargin: "5",
    upAfter: 1,
    downAfter: 2,
  },
]);
valid("pointsScale", credit.pointsScale, () => [
  { baseScore: 600, baseOdds: 50, pointsToDoubleOdds: 20, defaultProbability: "0.02" },
]);
valid("pointsScale", credit.pointsScale, () => [
  { baseScore: 600, baseOdds: 50, pointsToDoubleOdds: "20", score: 620 },
]);

const outcomes = () => ({ scores: [700, "640.5", 640, 590], bad: [false, false, true, 1] });
const predicted = () => ({ defaultProbabilities: ["0.1", 0.4, "0.8"], bad: [0, 0, 1] });
const bins = () => ({
  bins: [
    { id: "own", goods: 300, bads: 50 },
    { id: "rent", goods: "100", bads: 50 },
  ],
  smoothing: "0.5",
});

valid("rocAuc", credit.rocAuc, () => [outcomes()]);
valid("gini", credit.gini, () => [outcomes()]);
valid("ksStatistic", credit.ksStatistic, () => [outcomes()]);
valid("brierScore", credit.brierScore, () => [predicted()]);
valid("brierSkillScore", credit.brierSkillScore, () => [predicted()]);
valid("logLoss", credit.logLoss, () => [predicted()]);
valid("weightOfEvidence", credit.weightOfEvidence, () => [bins()]);
valid("informationValue", credit.informationValue, () => [bins()]);
valid("populationStabilityIndex", credit.populationStabilityIndex, () => [
  {
    bins: [
      { id: "low", actual: "0.4", expected: 60 },
      { id: "high", actual: "0.6", expected: 40 },
    ],
    smoothing: 0,
  },
]);
valid("binCounts", credit.binCounts, () => [
  { values: [1, 4, null, "12.5"], bad: [true, 0, 1, false], attributes: cardAttributes() },
]);

// --------------------------------------------------------------------------------------- explain

const dso = () => credit.averageDaysDelinquent({ dso: "3.5", bestPossibleDso: 1 });
const stored = () => JSON.parse(JSON.stringify(dso())) as unknown;

valid("explain", explain.explain, () => [stored(), { language: "zh", format: "text" }], {
  anything: /^0/,
});
valid("verify", explain.verify, () => [{ dso: stored() }, { ledger: ledger() }], {
  anything: /^0/,
  echoes: true,
});
valid("fingerprint", explain.fingerprint, () => [stored()], { anything: /^0/ });
valid("formulaCatalogue", explain.formulaCatalogue, () => []);
valid("formulaRecord", explain.formulaRecord, () => ["dso/period-average"], { anything: /^0/ });

// --------------------------------------------------------------------------- statements and models

const statementLines = () => ({
  currentAssets: 5200,
  inventory: "2300",
  currentLiabilities: 3000n,
  totalAssets: 10_000,
  totalLiabilities: "4500.50",
  equity: 5500,
  retainedEarnings: -25,
  intangibleAssets: 200,
  marketEquity: 9000,
  sales: 12_000,
  ebit: 1000,
  interestExpense: 200,
  profitBeforeTax: 800,
  netIncome: 600,
  depreciation: 350,
  amortisation: 50,
  deferredTax: 60,
});
const statement = (periodEnd: string) => ({
  periodEnd,
  period: { days: 180 },
  annualise: "scale",
  yearDays: 360,
  cash: 900,
  receivables: 1500,
  payables: 1000,
  fixedAssets: 4000,
  interestBearingDebt: 2000,
  costOfSales: 9000,
  tax: 200,
  operatingCashFlow: 900,
  fundsFromOperations: 1000,
  ...statementLines(),
});
const statementsOfTwoYears = () => ({
  current: statement("2025-12-31"),
  previous: statement("2024-12-31"),
});
const ohlsonSize = () => ({ totalAssetsInDollars: "100000000", priceIndex: 500 });
const fourRatios = () => ({
  workingCapitalToAssets: "0.22",
  retainedEarningsToAssets: "0.25",
  ebitToAssets: 0.1,
  equityToLiabilities: 2,
});
const probit = () => ({ returnOnAssets: "0.06", debtRatio: "0.45", currentRatio: 2 });
const ohlsonRatios = () => ({
  size: "12.2",
  debtRatio: "0.45",
  workingCapitalToAssets: "0.22",
  currentLiabilitiesToCurrentAssets: "0.6",
  liabilitiesExceedAssets: 0,
  returnOnAssets: "0.06",
  fundsFromOperationsToLiabilities: "0.2",
  lossInBothYears: 1,
  netIncomeChange: "0.1",
});

valid("financialRatios", credit.financialRatios, () => [statement("2025-12-31")]);
valid("financialRatios", credit.financialRatios, () => [
  [statement("2024-12-31"), statement("2025-12-31")],
]);
valid("altmanZ", credit.altmanZ, () => [{ ...statementLines(), salesCoefficient: "1" }]);
valid("altmanZ", credit.altmanZ, () => [{ ratios: { ...fourRatios(), salesToAssets: "1.2" } }]);
valid("altmanZPrime", credit.altmanZPrime, () => [statementLines()]);
valid("altmanZDoublePrime", credit.altmanZDoublePrime, () => [{ ratios: fourRatios() }]);
valid("altmanZEmerging", credit.altmanZEmerging, () => [{ ratios: fourRatios() }]);
valid("bathory", credit.bathory, () => [
  {
    ...statementLines(),
    variant: "cn-interest",
    x2Denominator: "capital-employed",
    aggregate: "mean",
    bands: { distressBelow: "0.2", safeAbove: 1 },
  },
]);
valid("springate", credit.springate, () => [statementLines()]);
valid("zmijewski", credit.zmijewski, () => [{ ...statementLines(), coefficients: "weighted" }]);
valid("zmijewskiProbability", credit.zmijewskiProbability, () => [{ ratios: probit() }]);
valid("zhouF", credit.zhouF, () => [
  { ...statementsOfTwoYears(), equityBasis: "book", interest: "deducted" },
]);
valid("ohlsonO", credit.ohlsonO, () => [
  { ...statementsOfTwoYears(), size: ohlsonSize(), cutOff: "0.038" },
]);
valid("ohlsonO", credit.ohlsonO, () => [{ ratios: ohlsonRatios() }]);
valid("ohlsonProbability", credit.ohlsonProbability, () => [{ ratios: ohlsonRatios() }]);
valid("solvencyPanel", credit.solvencyPanel, () => [
  { ...statementsOfTwoYears(), size: ohlsonSize() },
]);
valid("solvencyPanel", credit.solvencyPanel, () => [statementLines()]);
valid("ratingEquivalent", credit.ratingEquivalent, () => [
  { score: "7.46", vintage: "2013", mapping: "nearest" },
]);

// -------------------------------------------------------------------------------------- adapters

const csvRows = () => [
  { no: "1001", customer: "Ahorn", date: "5/4/2026", due: "6/3/2026", total: "1,200.00" },
  { no: "1002", customer: "Birke", date: "5/9/2026", due: "6/30/2026", total: "300" },
];
const csvOptions = () => ({
  map: { id: "no", party: "customer", documentDate: "date", dueDate: "due", amount: "total" },
  dates: "M/D/YYYY",
  decimal: ".",
  grouping: ",",
  negative: "refuse",
  kinds: { CM: "credit-note" },
  statuses: { Cancelled: "void" },
  lines: [2, 3],
});

valid("itemsFromCsvRows", adapters.itemsFromCsvRows, () => [csvRows(), csvOptions()], {
  // A bad row never throws: it is rejected and reported.
  anything: /^0\[/,
  echoes: true,
});
valid(
  "reportByLine",
  adapters.reportByLine,
  () => {
    const read = adapters.itemsFromCsvRows(
      csvRows(),
      csvOptions() as unknown as adapters.CsvOptions,
    );
    return [read, credit.ledgerFromItems(read.items, { currency: "EUR" }).report];
  },
  // Answers of the library, handed on.
  { anything: /./, echoes: true },
);
valid("pick", adapters.pick, () => [averages(), ["receivables", "sales"]], {
  anything: /^0/,
  echoes: true,
});

// ----------------------------------------------------------------------------------------- batch

const chunk = (): batch.ChunkColumns => ({
  party: ["Ahorn", "Birke", "Ahorn"],
  kind: { codes: Uint8Array.of(0, 0, 1), categories: ["invoice", "payment"] },
  documentDate: ["2026-01-10", "2026-01-11", "2026-02-01"],
  dueDate: Int32Array.of(20_493, 20_494, 20_500),
  amount: Float64Array.of(50_000, 30_000, 20_000),
  applications: {
    item: [0, 0],
    date: ["2026-02-20", "2026-03-01"],
    amount: BigInt64Array.of(12_000n, 3_000n),
    kind: ["payment", "discount"],
    source: [2, -1],
  },
  disputes: {
    item: [1],
    from: ["2026-02-01"],
    to: ["2026-03-01"],
    amount: Float64Array.of(6_000),
  },
});

/** Made of a question, made of what one wrote, given a chunk, given another one. */
function validAccumulator<Q extends object>(
  name: string,
  make: (input: Q) => batch.Accumulator<string, unknown, unknown>,
  question: () => Q,
): void {
  const stored = () => JSON.parse(JSON.stringify(make(question()).add(chunk()))) as Q;
  valid(name, make, () => [question()]);
  valid(name, make, () => [stored()]);
  valid(
    name,
    (given: batch.ChunkColumns) => make(question()).add(given),
    () => [chunk()],
  );
  valid(
    name,
    (given: never) => make(question()).merge(given),
    () => [stored()],
  );
}

const batchMoney = { currency: "EUR", minorUnits: 2 };
const batchWindow = () => ({ from: "2026-01-01", to: "2026-03-31", ...batchMoney });

validAccumulator("agingAccumulator", batch.agingAccumulator, () => ({
  asOf: "2026-03-31",
  agedTo: "2026-04-01",
  basis: "due-date" as const,
  edges: [30, 60],
  notDueEdges: [10],
  dueDayIsOverdue: false,
  ...batchMoney,
}));
validAccumulator("dsoAccumulator", batch.dsoAccumulator, () => ({
  asOf: "2026-03-31",
  months: 3,
  ...batchMoney,
}));
validAccumulator("rollForwardAccumulator", batch.rollForwardAccumulator, batchWindow);
validAccumulator("daysLateAccumulator", batch.daysLateAccumulator, batchWindow);
// --------------------------------------------------------------------------------------- columns

const column = (...values: number[]): Float64Array => Float64Array.from(values);
const bandsOfGrades = () => [
  { minScore: "0.5", grade: "A" },
  { minScore: 0, grade: "B" },
];
const balanceColumns = () => ({
  currentAssets: column(5200, 900),
  currentLiabilities: column(3000, 800),
  totalAssets: { values: column(10_000, 1_000), valid: Uint8Array.of(1, 0) },
  totalLiabilities: column(4500, 800),
  retainedEarnings: column(2500, -20),
  equity: column(5500, 100),
  ebit: Int32Array.of(1000, 5),
});
const ratiosOfColumns = () => ({
  ratios: {
    returnOnAssets: column(0.06, 0.02),
    debtRatio: column(0.45, 0.9),
    currentRatio: column(2, 0.7),
  },
});

valid("scoreColumns", batch.scoreColumns, () => [
  batch.altmanZDoublePrimeModel,
  balanceColumns(),
  { places: 2 },
]);
valid("probabilityColumns", batch.probabilityColumns, () => [
  batch.zmijewskiModel,
  ratiosOfColumns(),
  { coefficients: "paper" },
]);
valid("gradeColumns", batch.gradeColumns, () => [bandsOfGrades(), column(0.2, 0.7)]);
valid("weightedScoreColumns", batch.weightedScoreColumns, () => [
  {
    criteria: [
      { id: "a", weight: "0.4", score: column(0.2, 0.7) },
      { id: "b", weight: 1, score: column(0.1, 0.9) },
    ],
    scale: { from: 0, to: 1 },
    places: 3,
    bands: bandsOfGrades(),
  },
]);
valid("fiveCScoreColumns", batch.fiveCScoreColumns, () => [
  {
    character: { weight: 3, elements: [column(0.2, 0.7), column(0.1, 0.9)] },
    capacity: { weight: 1, score: column(0.2, 0.7) },
    capital: { weight: 1, score: column(0.2, 0.7) },
    collateral: { weight: 1, score: column(0.2, 0.7) },
    conditions: { weight: 1, score: column(0.2, 0.7) },
    scale: { from: 0, to: "1" },
  },
]);
valid("creditLimitColumns", batch.creditLimitColumns, () => [
  {
    requested: column(50_000, 20_000),
    bounds: [
      { name: "net-worth", base: column(400_000, -5), share: "0.1" },
      { name: "policy", amount: "60000" },
    ],
    unit: 1000,
  },
]);
valid("scorecardColumns", batch.scorecardColumns, () => [
  {
    initialScore: 500,
    reasonMethod: "pointsBelow",
    characteristics: [
      {
        name: "years",
        reasonCode: "R1",
        baseline: 30,
        attributes: [
          { missing: true, points: 5 },
          { to: 3, points: 10 },
          { from: "3", points: 30 },
        ],
      },
      {
        name: "premises",
        reasonCode: "R2",
        baseline: 20,
        attributes: [{ values: ["own", "rent"], points: 25 }],
      },
    ],
  },
  {
    years: column(2.5, 3),
    premises: { codes: Uint8Array.of(0, 1), categories: ["own", "rent"] },
  },
]);
