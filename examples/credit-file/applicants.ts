/** Three hundred invented customers; a seed makes them, so that every run has the same. */
import type { ScorecardValue } from "trade-credit";
import { companyName } from "../month-end/generate/names.ts";
import { Random } from "../month-end/generate/random.ts";

const SEED = 20260630;
const COUNT = 300;

/** A customer as the card, the forecast and the budget want it. */
export interface Applicant {
  readonly id: string;
  readonly name: string;
  readonly group: string;
  /** Whether production would stand still without its orders: it keeps a least limit. */
  readonly isKey: boolean;
  readonly annualPurchases: number;
  readonly values: Readonly<Record<string, ScorecardValue>>;
}

export function inventedApplicants(): Applicant[] {
  return Array.from({ length: COUNT }, (_, index) => applicant(index));
}

function applicant(index: number): Applicant {
  const random = new Random(SEED, index);
  const group = random.pick(["construction", "machinery", "machinery", "export"]);
  const quality = random.bell();
  const annualPurchases = 1000 * Math.round(40 + 110 * random.unit() + 900 * random.unit() ** 4);
  const isKnown = random.chance(0.85);
  return {
    id: `C${String(index + 1).padStart(4, "0")}`,
    name: companyName(random, index, group === "export" ? "Export" : "North"),
    group,
    isKey: annualPurchases >= 400_000 && random.chance(0.6),
    annualPurchases,
    values: {
      daysLate: tenths(9 - 7 * quality + 5 * random.bell()),
      daysLateTrend: tenths(1 + 4 * random.bell()),
      solvency: isKnown ? tenths(2.4 + quality + 0.6 * random.bell()) : null,
      interestCover: isKnown ? tenths(3.5 + 1.6 * quality + random.bell()) : null,
      yearsTrading: random.whole(1, 30),
      bankReport: random.pick(["good", "good", "satisfactory", "poor", null]),
      // A club is on no card of ours: it stays without a score.
      legalForm: random.chance(0.01)
        ? "club"
        : random.pick(["corporation", "corporation", "partnership", "sole trader"]),
    },
  };
}

/** A decimal of one place as text, as a database would hand it over. */
function tenths(value: number): string {
  return value.toFixed(1);
}
