/**
 * @module aging/merge
 *
 * Sums of parts of a ledger add up to the sums of the whole: by branch, by file, by worker.
 */
import { formatDay } from "../ground/days.ts";
import { CreditError } from "../ground/errors.ts";
import { once } from "../ground/once.ts";
import { mergePlanes } from "./group-planes.ts";
import type { AgingSums, SumsData } from "./sums.ts";
import { insideOfSums, makeSums } from "./sums.ts";

/**
 * Adds sums of parts of a ledger: the result is what one pass over the whole would have given.
 *
 * Use it where a ledger is aged in parts. Split by item, never by application: an item and all that
 * settled it belong in one part.
 *
 * @param first - Sums.
 * @param others - More of them, of the same question.
 * @returns The sums of all together; parties are matched by their id.
 *
 * @throws {@link CreditError} `invalid_input`: sums of different dates, classes, basis, scope,
 *   dimension or minor units. `currency_mismatch`: of different currencies.
 *
 * @example
 * ```ts
 * const part = (id: string) =>
 *   ledgerFromItems(
 *     [{ id, party: "A", documentDate: "2026-01-10", dueDate: "2026-02-09", amount: 500 }],
 *     { currency: "EUR" },
 *   );
 * const asked = { asOf: "2026-03-31" };
 * const whole = mergeAging(agingSums(part("1"), asked), agingSums(part("2"), asked));
 * agingView(whole).total.gross.value.toString(); // => "1000"
 * ```
 */
export function mergeAging(first: AgingSums, ...others: readonly AgingSums[]): AgingSums {
  const all = [first, ...others].map((sums) => insideOfSums("mergeAging", sums));
  const base = all[0] as SumsData;
  for (const sums of all) requireSameQuestion(base, sums);
  const pairs = all.flatMap(({ byPair }) => byPair ?? []);
  const side = (pick: (sums: SumsData) => bigint) =>
    once(() => all.reduce((total, sums) => total + pick(sums), 0n));
  return makeSums({
    ...base,
    byParty: mergePlanes(all.map(({ byParty }) => byParty)),
    byPair: pairs.length > 0 ? mergePlanes(pairs) : undefined,
    openItems: side((sums) => sums.openItems()),
    documents: side((sums) => sums.documents()),
    knownFrom: latest(all.map((sums) => sums.knownFrom)),
  });
}

/** The whole has the snapshots of all its parts. */
function latest(days: readonly (number | undefined)[]): number | undefined {
  let last: number | undefined;
  for (const day of days) if (day !== undefined && !(day <= (last ?? -Infinity))) last = day;
  return last;
}

function requireSameQuestion(base: SumsData, other: SumsData): void {
  if (base.currency !== other.currency) {
    throw new CreditError("currency_mismatch", "mergeAging", [
      { path: "currency", rule: `must be ${base.currency} in all`, received: other.currency },
    ]);
  }
  const issues = [];
  const [wanted, found] = [questionText(base), questionText(other)];
  for (const [path, text] of wanted) {
    if (found.get(path) === text) continue;
    issues.push({ path, rule: `must be ${text} in all`, received: found.get(path) ?? "nothing" });
  }
  if (issues.length > 0) throw new CreditError("invalid_input", "mergeAging", issues);
}

function questionText({ terms, places }: SumsData): Map<string, string> {
  const { asOf, agedTo, edges, ...others } = terms;
  const dates = { asOf: formatDay(asOf), agedTo: formatDay(agedTo) };
  const ends = edges.ends.map((end) => (edges.unit === "days" ? end : { months: end }));
  const question = Object.entries({ ...dates, edges: ends, ...others, minorUnits: places });
  return new Map(question.map(([key, value]) => [key, JSON.stringify(value)]));
}
