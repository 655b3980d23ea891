/** Random figures that are computed from what a random ledger gives. */
import { dsoTrue } from "../../../src/dso/index.ts";
import {
  averageCreditTerm,
  partyStatement,
  paymentBehaviour,
  receivablesRollForward,
} from "../../../src/ledger/index.ts";
import type { PaymentBehaviour } from "../../../src/ledger/index.ts";
import { CreditError } from "../../../src/ground/errors.ts";
import { isFigure } from "../../../src/ground/figure.ts";
import { fromLedgers } from "./aging.ts";
import type { Producers } from "./index.ts";

/** The first figure of a field among the parties of a random ledger; a refusal where none is. */
const behaviour = (field: keyof PaymentBehaviour) =>
  fromLedgers(({ ours, seed }, _, asOf) => {
    for (const row of paymentBehaviour(ours, { asOf, months: 2 + (seed % 7) })) {
      const cell = row[field];
      if (isFigure(cell)) return cell;
    }
    throw new CreditError("not_defined", "paymentBehaviour", []);
  });

export const producers: Producers = {
  "dso/true": fromLedgers(({ ours }, _, asOf) => dsoTrue(ours, { asOf })),
  "ledger/roll-forward": fromLedgers(
    ({ ours }, from, to) => receivablesRollForward(ours, { from, to }).total.closing,
  ),
  "ledger/statement": fromLedgers(
    ({ ours }, from, to) =>
      partyStatement(ours, { party: ours.parties[0] ?? "nobody", from, to }).closing,
  ),
  "ledger/average-credit-term": fromLedgers(({ ours }, from, to) =>
    averageCreditTerm(ours, { from, to }),
  ),
  "ledger/sales-trend": behaviour("salesTrend"),
  "ledger/on-time-share-by-count": behaviour("onTimeShareByCount"),
  "ledger/on-time-share-by-amount": behaviour("onTimeShareByAmount"),
  "ledger/mean-days-late": behaviour("meanDaysLate"),
  "ledger/median-days-late": behaviour("medianDaysLate"),
  "ledger/worst-days-late": behaviour("worstDaysLate"),
  "ledger/days-late-trend": behaviour("daysLateTrend"),
  "ledger/disputed-share": behaviour("disputedShare"),
  "ledger/dilution": behaviour("dilution"),
  "ledger/discount-take-up": behaviour("discountTakeUp"),
};
