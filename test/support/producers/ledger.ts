/** Random figures that are computed from what a random ledger gives. */
import { dsoTrue } from "../../../src/dso/index.ts";
import { receivablesRollForward } from "../../../src/ledger/index.ts";
import { fromLedgers } from "./aging.ts";
import type { Producers } from "./index.ts";

export const producers: Producers = {
  "dso/true": fromLedgers(({ ours }, _, asOf) => dsoTrue(ours, { asOf })),
  "ledger/roll-forward": fromLedgers(
    ({ ours }, from, to) => receivablesRollForward(ours, { from, to }).total.closing,
  ),
};
