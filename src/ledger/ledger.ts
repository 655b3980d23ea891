/**
 * @module ledger/ledger
 *
 * The ledger object: parsed once at the edge, asked many questions at memory speed. What it holds
 * inside is for the library's own kernels.
 */
import { CreditError } from "../ground/errors.ts";
import { formatDay } from "../ground/days.ts";
import type { Caveat } from "../ground/figure.ts";
import { unitsOf } from "./assemble-parts.ts";
import type { DailyBalance, Journal, Units } from "./columns.ts";
import { dailyBalanceOf } from "./daily-balance.ts";
import type { LedgerReport } from "./items.ts";

const INSIDE = Symbol.for("trade-credit/ledger");
const INSPECT = Symbol.for("nodejs.util.inspect.custom");

/** A receivables ledger of one currency; see `ledgerFromItems` and `ledgerFromColumns`. */
export interface Ledger {
  /** Its currency. */
  readonly currency: string;
  /** Decimal places of the currency's smallest unit. */
  readonly minorUnits: number;
  /** Documents in it. */
  readonly items: number;
  /** Parties in it, in the order of their first document. */
  readonly parties: readonly string[];
  /** Names of the dimensions that its documents have. */
  readonly dimensions: readonly string[];
  /** Date of its first document; undefined where it has none. */
  readonly firstDate: string | undefined;
  /** Date of its last document; undefined where it has none. */
  readonly lastDate: string | undefined;
  /** What became of the rows it was made from. */
  readonly report: LedgerReport;
}

/** What a ledger holds inside. */
export interface LedgerData {
  readonly currency: string;
  readonly places: number;
  readonly journal: Journal;
  readonly units: Units;
  readonly daily: DailyBalance;
}

class ColumnLedger implements Ledger {
  readonly currency: string;
  readonly minorUnits: number;
  readonly report: LedgerReport;
  readonly #data: LedgerData;
  #parties: readonly string[] | undefined;

  constructor(data: LedgerData, report: LedgerReport) {
    this.currency = data.currency;
    this.minorUnits = data.places;
    this.report = report;
    this.#data = data;
  }

  get items(): number {
    return this.#data.journal.count;
  }

  get parties(): readonly string[] {
    return (this.#parties ??= partiesOf(this.#data.journal));
  }

  get dimensions(): readonly string[] {
    return [...this.#data.journal.dimensions.keys()];
  }

  get firstDate(): string | undefined {
    return this.items === 0 ? undefined : formatDay(this.#data.units.range.firstDocument);
  }

  get lastDate(): string | undefined {
    return this.items === 0 ? undefined : formatDay(this.#data.units.range.lastDocument);
  }

  get [INSIDE](): LedgerData {
    return this.#data;
  }

  [INSPECT](): string {
    const { items, parties, currency } = this;
    return `Ledger of ${String(items)} items, ${String(parties.length)} parties, ${currency}`;
  }
}

/** The parties that have documents: a column that was adopted may know others. */
function partiesOf({ party: { codes, categories } }: Journal): string[] {
  const seen = new Uint8Array(categories.length);
  const parties: string[] = [];
  for (const code of codes) {
    if (seen[code] === 1) continue;
    seen[code] = 1;
    parties.push(categories[code] as string);
  }
  return parties;
}

/** Makes the ledger of a checked journal. */
export function makeLedger(
  journal: Journal,
  currency: string,
  places: number,
  report: LedgerReport,
): Ledger {
  const units = unitsOf(journal);
  const daily = dailyBalanceOf(journal);
  return new ColumnLedger({ currency, places, journal, units, daily }, report);
}

/** The inside of a ledger, also one made by another copy of the library. */
export function insideOf(fn: string, ledger: unknown): LedgerData {
  const inside = readInside(ledger);
  if (inside) return inside;
  const rule = "must be a ledger, made by ledgerFromItems or ledgerFromColumns";
  throw new CreditError("invalid_input", fn, [{ path: "ledger", rule }]);
}

function readInside(ledger: unknown): LedgerData | undefined {
  try {
    const inside = (ledger as { [INSIDE]?: Partial<LedgerData> })[INSIDE];
    return inside?.journal && inside.units && inside.daily ? (inside as LedgerData) : undefined;
  } catch {
    return undefined;
  }
}

/** Refuses dates that a ledger of snapshots cannot know. */
export function requireKnown(
  fn: string,
  { journal: { knownFrom } }: LedgerData,
  asOf: number,
  path = "asOf",
): void {
  if (knownFrom === undefined || asOf >= knownFrom) return;
  const known = formatDay(knownFrom);
  const rule = `must be on or after ${known}: the ledger holds snapshots of that day`;
  throw new CreditError("history_too_short", fn, [{ path, rule, received: formatDay(asOf) }]);
}

/** The caveat owed when snapshots are asked about a later day. */
export function snapshotCaveats({ journal }: LedgerData, asOf: number): Caveat[] {
  return knownFromCaveats(journal.knownFrom, asOf);
}

/** The same where only the day of the snapshots is at hand. */
export function knownFromCaveats(knownFrom: number | undefined, asOf: number): Caveat[] {
  if (knownFrom === undefined || asOf <= knownFrom) return [];
  return [{ code: "no_movements_since", day: formatDay(knownFrom) }];
}
