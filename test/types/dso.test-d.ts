/**
 * Checked by the compiler alone: the schemas accept what the interfaces say, and misuse of the DSO
 * functions does not compile.
 */
import type { Accepts } from "../../src/ground/input.ts";
import type { Decimal } from "../../src/ground/numeric.ts";
import type { dsoAgingBucketsSchema } from "../../src/dso/aging-buckets.ts";
import type { dsoBestPossibleSchema } from "../../src/dso/best-possible.ts";
import type { cashReleasedSchema } from "../../src/dso/cash-released.ts";
import type { collectionEffectivenessIndexSchema } from "../../src/dso/collection-effectiveness.ts";
import type { collectionEffectivenessSchema } from "../../src/dso/effectiveness-by-party.ts";
import type { collectionEffectivenessTrendSchema } from "../../src/dso/effectiveness-trend.ts";
import type { dsoComparisonSchema } from "../../src/dso/comparison.ts";
import type { dsoCountbackSchema } from "../../src/dso/countback.ts";
import type { delayAgainstTermsSchema } from "../../src/dso/delay-against-terms.ts";
import type { averageDaysDelinquentSchema, dsoDelinquentSchema } from "../../src/dso/delinquent.ts";
import type { dsoPeriodAverageSchema } from "../../src/dso/period-average.ts";
import type { receivablesTurnoverSchema } from "../../src/dso/turnover.ts";
import type * as dso from "trade-credit/dso";
import {
  averageDaysDelinquent,
  collectionEffectivenessIndex,
  dsoAgingBuckets,
  dsoBestPossible,
  dsoComparison,
  dsoCountback,
  dsoPeriodAverage,
  receivablesTurnover,
} from "trade-credit/dso";

import type { Equal } from "./same.ts";
import { same } from "./same.ts";

same<typeof dsoPeriodAverageSchema, dso.DsoPeriodAverageInput>(true);
same<typeof dsoCountbackSchema, dso.DsoCountbackInput>(true);
same<typeof dsoAgingBucketsSchema, dso.DsoAgingBucketsInput>(true);
same<typeof dsoComparisonSchema, dso.DsoComparisonInput>(true);
same<typeof dsoDelinquentSchema, dso.DsoDelinquentInput>(true);
same<typeof averageDaysDelinquentSchema, dso.AverageDaysDelinquentInput>(true);
same<typeof delayAgainstTermsSchema, dso.DelayAgainstTermsInput>(true);
same<typeof collectionEffectivenessIndexSchema, dso.CollectionEffectivenessIndexInput>(true);
same<typeof collectionEffectivenessSchema, dso.CollectionEffectivenessInput>(true);
same<typeof collectionEffectivenessTrendSchema, dso.CollectionEffectivenessTrendInput>(true);
same<typeof receivablesTurnoverSchema, dso.ReceivablesTurnoverInput>(true);
same<typeof cashReleasedSchema, dso.CashReleasedInput>(true);

// The comparison can fail: these differ in the types of fields, and in which may be left out.
same<typeof dsoCountbackSchema, dso.DsoComparisonInput>(false);
same<typeof dsoDelinquentSchema, Partial<dso.DsoDelinquentInput>>(false);

// The best possible DSO has one schema for two ways, each of which it accepts.
type BestPossibleAccepts = Accepts<ReturnType<typeof dsoBestPossibleSchema>>;
type Both = Pick<dso.DsoBestPossibleAverageInput, "currentReceivables" | "sales" | "days"> &
  Pick<dso.DsoBestPossibleCountbackInput, "periods" | keyof dso.CountbackRules> &
  dso.TaxBasisInput;
const accepts = (input: BestPossibleAccepts): BestPossibleAccepts => input;
const eitherWay = (input: dso.DsoBestPossibleInput): BestPossibleAccepts => accepts(input);
const sameFields: Equal<keyof BestPossibleAccepts, keyof Both> = true;

const periods = [{ period: "2001-06", sales: "630.5", days: 30, outstanding: 600n }];

// What a figure is.
const back = dsoCountback({ receivables: 5, periods });
const days: Decimal = back.value;
const id: "dso/countback" | "dso/countback-at-least" | "dso/countback-extrapolated" = back.formula;
const consumed: string | undefined = back.inputs.walk[0]?.consumed;
const outstanding: string | dso.DsoCountback | object | undefined = dsoAgingBuckets({ periods })
  .inputs.periods[0]?.outstanding;

// One figure feeds the next; lists may be read-only.
averageDaysDelinquent({ dso: back, bestPossibleDso: back.value });
dsoAgingBuckets({ periods: Object.freeze([...periods]) });
dsoBestPossible({ currentReceivables: 1, periods, zeroSales: "skip" });
dsoBestPossible({ currentReceivables: 1, sales: 2, days: 3, taxRate: "0.13" });

// A method may be absent: its value is asked for before it is used.
const { countback, differences } = dsoComparison({ receivables: 5, periods });
const reason: string | undefined = countback.value === null ? countback.reason.code : undefined;
const rows: readonly dso.DsoDifferenceRow[] =
  differences.averageMinusAging.value === null
    ? []
    : (differences.averageMinusAging as dso.DsoDifference).inputs.periods;

// @ts-expect-error no field of this input
dsoPeriodAverage({ receivables: 1, sales: 2, days: 3, period: "2001" });
// @ts-expect-error a field is missing
dsoPeriodAverage({ receivables: 1, sales: 2 });
// @ts-expect-error null is no number
dsoPeriodAverage({ receivables: 1, sales: null, days: 3 });
// @ts-expect-error a Date is no number
dsoPeriodAverage({ receivables: new Date(), sales: 1, days: 3 });
// @ts-expect-error a misspelt rule
dsoCountback({ receivables: 1, periods, zeroSales: "ignore" });
// @ts-expect-error 31 is no day basis
dsoCountback({ receivables: 1, periods, dayBasis: 31 });
// @ts-expect-error a period without sales
dsoCountback({ receivables: 1, periods: [{ period: "2001-06" }] });
// @ts-expect-error a period is text or both ends
dsoCountback({ receivables: 1, periods: [{ period: 2001, sales: 1 }] });
// @ts-expect-error walks that stop are not compared
dsoComparison({ receivables: 1, periods, zeroSales: "stop" });
// @ts-expect-error totals or periods, not both
dsoBestPossible({ currentReceivables: 1, sales: 2, days: 3, periods });
// @ts-expect-error the rules are those of a countback
dsoBestPossible({ currentReceivables: 1, sales: 2, days: 3, zeroSales: "skip" });
// @ts-expect-error the value of what may be absent is not simply there
countback.value.toFixed(2);
// @ts-expect-error a year has 365, 360 or 366 days
receivablesTurnover({ sales: 1, openingReceivables: 1, closingReceivables: 1, yearDays: 252 });
collectionEffectivenessIndex({
  openingReceivables: 1,
  sales: 1,
  closingReceivables: 1,
  closingCurrent: 1,
  // @ts-expect-error a misspelt basis
  salesBasis: "month",
});

export { consumed, days, eitherWay, id, outstanding, reason, rows, sameFields };
