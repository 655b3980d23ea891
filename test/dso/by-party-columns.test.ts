/** The columns of a table by customer are made without derivations: they must not differ for it. */
import { expect, test } from "vitest";

import { dsoByParty, isAbsent, isFigure } from "trade-credit";
import type { Absent, Figure } from "trade-credit";

import { randomAsOf } from "../oracle/arbitraries.ts";
import { expectOften } from "../support/often.ts";
import { LEDGERS, onRandomLedgers } from "../support/random-ledgers.ts";

const SOME = Math.min(LEDGERS, 300);

test(
  "columns hold what the rows hold",
  () => {
    let cells = 0;
    onRandomLedgers(({ seed, random, ours }) => {
      const whenExhausted = seed % 2 === 0 ? "lower-bound" : "refuse";
      const question = { asOf: randomAsOf(seed, random), months: 1 + (seed % 5) };
      let rows;
      try {
        rows = dsoByParty(ours, { ...question, countback: { whenExhausted } });
      } catch (error) {
        expect((error as { code: string }).code).toBe("history_too_short");
        return;
      }
      const columns = rows.columns() ?? {};
      const scale = 10 ** random.options.minorUnits;
      rows.toArray().forEach((row, index) => {
        for (const [name, cell] of Object.entries(row) as [string, Figure | Absent][]) {
          if (!isFigure(cell) && !isAbsent(cell)) continue;
          cells += 1;
          const column = columns[name];
          expect(column?.valid[index]).toBe(cell.value === null ? 0 : 1);
          if (cell.value === null) expect(column?.reasons?.[index]).toBe(cell.reason.code);
          const value = cell.value?.times(cell.unit === "money" ? scale : 1).toNumber() ?? 0;
          expect(column?.values[index]).toBe(value);
        }
      });
    }, SOME);
    expectOften(cells, SOME, 0.5);
  },
  60_000 + SOME * 60,
);
