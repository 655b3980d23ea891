/**
 * The customers. Traits are dealt like cards, from a full deck for every twenty customers of
 * about the same size: chance decides who is late or exporting, but not how much of the
 * business is, so every seed gives a business of the same shape.
 */

import { FIRST_DAY, LAST_DAY, dayOf } from "./calendar.ts";
import { companyName, salesperson } from "./names.ts";
import { Random } from "./random.ts";
import { grantsDiscount } from "./terms.ts";
import type { Customer, PayRun, Region } from "./model.ts";

const CUSTOMERS = 280;
const DECK = 20;

type Manners = "prompt" | "steady" | "slow" | "very-slow";
const MANNERS = deck<Manners>(["prompt", 7], ["steady", 7], ["slow", 4], ["very-slow", 2]);
/** A very slow payer among the twenty largest would be most of the overdue amount. */
const MANNERS_OF_LARGEST = deck<Manners>(["prompt", 7], ["steady", 9], ["slow", 4]);
const REGIONS = deck<Region>(["North", 9], ["South", 7], ["Export", 4]);

const LAG: Record<Manners, { usual: number; spread: number }> = {
  prompt: { usual: -2, spread: 2 },
  steady: { usual: 5, spread: 5 },
  slow: { usual: 19, spread: 13 },
  "very-slow": { usual: 62, spread: 34 },
};

const TERMS: Record<Region, readonly string[]> = {
  North: deck(["net 30", 5], ["2/10, n/30", 3], ["n/30 EOM", 2]),
  South: deck(["net 30", 4], ["n/30 EOM", 3], ["2/10, n/30", 1], ["net 45", 2]),
  Export: deck(["net 60", 5], ["n/30 EOM", 1], ["net 45", 4]),
};
const REGIONAL_LAG: Record<Region, number> = { North: 0, South: 1, Export: 12 };

/** Rank by size → day of failure: never the largest, and spread over both years. */
const FAILURES = new Map([
  [17, 150],
  [30, 390],
  [42, 265],
  [66, 560],
  [88, 455],
  [130, 640],
  [190, 330],
]);
const ENDS_IN_CREDIT = 101;
/** A branch was taken over; until then its settlements came without receipts. */
const TAKEOVER = dayOf("2025-12-31");

type Draft = Omit<Customer, "id" | "name">;

export function makeCustomers(seed: number, scale: number): Customer[] {
  const random = new Random(seed, -1);
  const drafts: Draft[] = [];
  for (let block = 0; block < scale; block += 1) {
    const manners = dealt(random, MANNERS, MANNERS_OF_LARGEST);
    const regions = dealt(random, REGIONS);
    const ranks = manners.map((_, rank) => rank);
    for (const rank of random.shuffled(ranks)) {
      const [manner = "steady", region = "North"] = [manners[rank], regions[rank]];
      drafts.push(draft(random, { rank, manner, region, stream: drafts.length }));
    }
  }
  // Customers are numbered as they came.
  drafts.sort((one, other) => one.firstDay - other.firstDay || one.stream - other.stream);
  return drafts.map((one, index) => ({
    ...one,
    id: `C${String(index + 1).padStart(4, "0")}`,
    name: companyName(random, index, one.region),
  }));
}

interface Dealt {
  readonly rank: number;
  readonly manner: Manners;
  readonly region: Region;
  readonly stream: number;
}

function draft(random: Random, { rank, manner, region, stream }: Dealt): Draft {
  const endsInCredit = rank === ENDS_IN_CREDIT;
  const failsOn = FAILURES.get(rank);
  const terms = endsInCredit ? "net 30" : random.pick(TERMS[region]);
  const takesDiscount = grantsDiscount(terms) && (manner === "prompt" || random.chance(0.4));
  const usual = LAG[manner].usual + REGIONAL_LAG[region] + random.real(-3, 2);
  const drift = random.chance(0.1) ? random.real(4, 12) : 0;
  return {
    stream,
    region,
    salesperson: salesperson(random, region),
    size: sizeAt(rank),
    terms,
    statesDueDate: terms.startsWith("net") && random.chance(0.4),
    ...trading(random, rank, failsOn, endsInCredit),
    lag: endsInCredit ? { ...LAG.prompt, drift: 0 } : { usual, spread: LAG[manner].spread, drift },
    paysEvery: payRun(random, takesDiscount),
    takesDiscount,
    paysByBill: region === "Export" && random.chance(0.12),
    alsoSupplies: region !== "Export" && random.chance(0.03),
    importedUntil: !endsInCredit && random.chance(1 / 3) ? TAKEOVER : -1,
    failsOn,
    endsInCredit,
  };
}

/** Pareto quantiles with exponent 4/3: the ten largest of 280 make up about 30 % of all sizes. */
function sizeAt(rank: number): number {
  const share = (rank + 1) / CUSTOMERS;
  return 1 / (Math.sqrt(share) * Math.sqrt(Math.sqrt(share)));
}

function trading(random: Random, rank: number, failsOn: number | undefined, inCredit: boolean) {
  // A failing customer still orders for some weeks, on account.
  if (failsOn !== undefined) return { firstDay: FIRST_DAY, lastDay: failsOn + 40 };
  if (inCredit) return { firstDay: FIRST_DAY, lastDay: dayOf("2026-02-13") };
  const late = random.chance(0.16);
  const stops = rank >= DECK && random.chance(0.09);
  const firstDay = late ? random.whole(40, 640) : FIRST_DAY;
  const lastDay = stops ? random.whole(Math.min(firstDay + 90, LAST_DAY), LAST_DAY) : LAST_DAY;
  return { firstDay, lastDay };
}

function payRun(random: Random, takesDiscount: boolean): PayRun {
  // Whoever takes the discount has to pay on the day, not at the next run.
  const rhythm = takesDiscount
    ? "daily"
    : random.pick(["daily", "weekly", "weekly", "weekly", "fortnightly"] as const);
  return { rhythm, weekday: random.whole(0, 4), week: random.whole(0, 1) };
}

function dealt<T>(random: Random, cards: readonly T[], first = cards): T[] {
  const all = random.shuffled(first);
  while (all.length < CUSTOMERS) all.push(...random.shuffled(cards));
  return all;
}

function deck<T>(...counts: [T, number][]): T[] {
  return counts.flatMap(([card, count]) => Array.from({ length: count }, () => card));
}
