/** The first aging call of a process, on 1,000 rows; prints milliseconds. */
import { agingTable } from "trade-credit";

import { AS_OF, columnsOf, ledgerOf } from "./data.ts";

const ledger = ledgerOf(columnsOf(1_000, false, 50));
const started = performance.now();
const { value } = agingTable(ledger, { asOf: AS_OF }).total.net;
const took = performance.now() - started;
if (value.isZero()) throw new Error("an empty table");
console.log(took.toFixed(3));
