/**
 * @module aging/provision-rows
 *
 * One class of the provision matrix: its rate, and the allowance on what the matrix covers of it.
 */
import type { Issue } from "../ground/errors.ts";
import { CreditError } from "../ground/errors.ts";
import { figure } from "../ground/figure.ts";
import type { Fraction } from "../ground/fraction.ts";
import { least, ONE, sumOf, ZERO } from "../ground/fraction.ts";
import { capCaveats, lossOfReached, lossShare, requireOnce } from "./loss-rates.ts";
import type { MatrixTerms, ProvisionRow } from "./provision-matrix.ts";

type RowTerms = MatrixTerms["rows"][number];

/** The row of a class. */
export function provisionRow(
  row: RowTerms,
  { specific = [], forwardFactor = ONE, history }: MatrixTerms,
  currency: string | undefined,
): ProvisionRow {
  const { bucket, balance } = row;
  const lossRate = row.lossRate ?? reachedRate(row, history?.loss ?? ZERO);
  const expected = lossRate.times(forwardFactor);
  const applied = least(ONE, expected);
  const rate: ProvisionRow["lossRate"] = figure(
    "aging/provision-rate",
    applied,
    "fraction",
    { bucket, lossRate, forwardFactor },
    { caveats: capCaveats(expected) },
  );
  const own = specific.filter((item) => item.bucket === bucket);
  const leftOut = sumOf(own.map(({ amount }) => amount));
  const provision = balance.minus(leftOut).times(applied);
  const specificItems = own.map(({ id, amount }) => ({ id, amount }));
  const inputs = { bucket, balance, specific: specificItems, rate };
  return {
    bucket,
    lossRate: rate,
    provision: figure("aging/provision", provision, "money", inputs, { currency }),
  };
}

/** The loss rate of what reached the class, remembering how it came about. */
function reachedRate({ bucket, reached = ONE }: RowTerms, loss: Fraction): Fraction {
  return lossShare(reached, loss).from(lossOfReached({ bucket, reached }, loss));
}

/** Refuses rows without one rate, and specific items that are in no row or beyond it. */
export function checkMatrix(fn: string, terms: MatrixTerms): void {
  requireOnce(fn, "rows", terms.rows);
  const issues = [
    ...terms.rows.flatMap((row, at) => rateFaults(row, at, terms)),
    ...outside(terms),
  ];
  if (issues.length > 0) throw new CreditError("invalid_input", fn, issues);
}

function rateFaults(row: RowTerms, at: number, { history }: MatrixTerms): Issue[] {
  const path = `rows[${String(at)}]`;
  if (row.lossRate && row.reached) {
    return [{ path: `${path}.reached`, rule: "must be left out where `lossRate` is given" }];
  }
  if (row.lossRate) return [];
  if (!row.reached) return [{ path: `${path}.lossRate`, rule: "must be given, or `reached`" }];
  return history ? [] : [{ path: "history", rule: "must be given where a row has `reached`" }];
}

function outside({ rows, specific = [] }: MatrixTerms): Issue[] {
  const left = new Map(rows.map(({ bucket, balance }) => [bucket, balance]));
  return specific.flatMap(({ bucket, amount, provision }, at) => {
    const path = `specific[${String(at)}]`;
    const balance = left.get(bucket);
    if (!balance) return [{ path: `${path}.bucket`, rule: "must be the class of a row" }];
    left.set(bucket, balance.minus(amount));
    const issues: Issue[] = [];
    if (amount.compare(balance) > 0) {
      issues.push({ path: `${path}.amount`, rule: "must be within the balance of its class" });
    }
    if (provision.compare(amount) > 0) {
      issues.push({ path: `${path}.provision`, rule: "must be at most the amount of the item" });
    }
    return issues;
  });
}
