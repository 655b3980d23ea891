/**
 * Random ledgers that are valid by construction and rich in hard cases. The same seed always
 * gives the same ledger. `describe(n)` prints the distribution.
 */
import { dayNumber, isoText } from "./calendar.ts";
import type { AgingQuestion, CreditPolicy, Edge } from "./aging.ts";
import { effectiveDay, isDebitKind, isLeftOut } from "./items.ts";
import type { ApplicationKind, Kind, LedgerApplication, LedgerItem } from "./items.ts";

export interface RandomLedger {
  seed: number;
  items: LedgerItem[];
  /** `currency`, `minorUnits` and, where it has one, `openAsOf`: for the ledger's options. */
  options: { currency: string; minorUnits: number; openAsOf?: string };
}

/** A small generator of random numbers (mulberry32). */
export class Random {
  private state: number;

  constructor(seed: number) {
    this.state = seed >>> 0;
  }

  /** From 0 up to, but not, 1. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /** A whole number, both ends included. */
  int(least: number, greatest: number): number {
    return least + Math.floor(this.next() * (greatest - least + 1));
  }

  /** A whole number, both ends included. */
  bigint(least: bigint, greatest: bigint): bigint {
    const digits = BigInt(this.int(0, 2 ** 30)) * 2n ** 30n + BigInt(this.int(0, 2 ** 30));
    return least + (digits * (greatest - least)) / (2n ** 60n + 2n ** 30n);
  }

  pick<T>(values: readonly T[]): T {
    const value = values[this.int(0, values.length - 1)];
    if (value === undefined) throw new Error("nothing to pick from");
    return value;
  }

  shuffle<T>(values: T[]): void {
    for (let k = values.length - 1; k > 0; k--) {
      const other = this.int(0, k);
      [values[k], values[other]] = [values[other] as T, values[k] as T];
    }
  }
}

const parties = [
  "Aster",
  "Birch",
  "__proto__",
  "constructor",
  "Cedar Ltd",
  "7",
  "雪松",
  "toString",
];
const regions = ["north", "south", "__proto__", "east"];
const people = ["Li", "constructor"];
const currencies = [
  { currency: "CNY", minorUnits: 2 },
  { currency: "CNY", minorUnits: 2 },
  { currency: "EUR", minorUnits: 2 },
  { currency: "JPY", minorUnits: 0 },
  { currency: "KWD", minorUnits: 3 },
];
/** Documents are dated from this day on: it is before a leap day, and crosses a year's end. */
const firstDay = dayNumber("2023-11-05");
const lastDay = firstDay + 150;

type Size = "cents" | "ordinary" | "wide";

/** What the making of one ledger needs; amounts are minor units until the rows are written. */
interface Draft {
  item: LedgerItem;
  date: number;
  amount: bigint;
  parts: bigint[];
  /** Every movement that settles it, by the effective day; a snapshot's is one of them. */
  moves: { day: number; amount: bigint; isExchange: boolean }[];
  snapshot: number | null;
  applications: { row: LedgerApplication; amount: bigint }[];
}

export function randomLedger(seed: number): RandomLedger {
  const random = new Random(seed);
  const { currency, minorUnits } = random.pick(currencies);
  const options: RandomLedger["options"] = { currency, minorUnits };
  const names = [...parties];
  random.shuffle(names);
  names.length = random.int(1, 4);
  const size = random.pick<Size>(
    random.chance(0.06) ? ["wide"] : ["cents", "ordinary", "ordinary"],
  );
  const count = random.chance(0.03) ? 0 : random.int(1, 14);
  const drafts: Draft[] = [];
  for (let row = 0; row < count; row++) drafts.push(draftOf(random, row, names, size));
  const takesSnapshots = random.chance(0.12);
  if (takesSnapshots) addSnapshots(random, drafts, options);
  for (const draft of drafts) {
    if (isDebitKind(draft.item.kind)) addApplications(random, draft, drafts);
  }
  return { seed, items: drafts.map((draft) => written(random, draft, minorUnits)), options };
}

// Documents

const kinds: Kind[] = [
  ...Array<Kind>(6).fill("invoice"),
  "debit-note",
  "credit-note",
  "credit-note",
  "payment",
  "payment",
  "bill",
];

function draftOf(random: Random, row: number, names: string[], size: Size): Draft {
  const kind = random.pick(kinds);
  const date = random.chance(0.3)
    ? firstDay + 15 * random.int(0, 10)
    : random.int(firstDay, lastDay);
  const amount = amountOf(random, size);
  const item: LedgerItem = {
    id: random.pick([`i${row}`, `${row}`, `${row}`, `__proto__${row}`]),
    party: random.pick(names),
    kind,
    documentDate: isoText(date),
    amount: "0",
  };
  if (row === 0 && random.chance(0.05)) item.id = random.pick(["__proto__", "constructor"]);
  const draft: Draft = {
    item,
    date,
    amount,
    parts: [],
    moves: [],
    snapshot: null,
    applications: [],
  };
  if (isDebitKind(kind) && amount >= 4n && random.chance(0.3)) addInstallments(random, draft);
  else if (isDebitKind(kind) || random.chance(0.3)) item.dueDate = dueText(random, date);
  if (random.chance(0.05)) item.status = random.pick(["draft", "void"]);
  addDimensions(random, item);
  return draft;
}

function amountOf(random: Random, size: Size): bigint {
  if (size === "cents" || random.chance(0.08)) return random.bigint(1n, random.pick([1n, 3n, 40n]));
  if (size === "wide") return random.bigint(2n ** 52n, 2n ** 62n);
  const round = random.pick([100n, 1_000n, 10_000n, 50_000n, 1_000_000n]);
  return random.chance(0.5) ? round : random.bigint(1n, round);
}

/** Mostly after the document, sometimes on its day, seldom before. */
function dueText(random: Random, date: number): string {
  if (random.chance(0.05)) return isoText(date - random.int(1, 20));
  return isoText(date + random.pick([0, 7, 10, 30, 30, 45, 60, 90, random.int(0, 120)]));
}

function addInstallments(random: Random, draft: Draft): void {
  const count = random.int(2, 4);
  let left = draft.amount;
  for (let k = 1; k < count; k++) {
    const part = random.bigint(1n, left - BigInt(count - k));
    draft.parts.push(part);
    left -= part;
  }
  draft.parts.push(left);
  const common = dueText(random, draft.date);
  draft.item.installments = draft.parts.map(() => ({
    dueDate: random.chance(0.3) ? common : dueText(random, draft.date),
    amount: "0",
  }));
}

function addDimensions(random: Random, item: LedgerItem): void {
  if (random.chance(0.2)) return;
  const entries: [string, string][] = [];
  if (random.chance(0.8)) entries.push(["region", random.pick(regions)]);
  if (random.chance(0.4)) entries.push(["salesperson", random.pick(people)]);
  item.dimensions = Object.fromEntries(entries);
}

/** Some items of the ledger know only what is open on a day. */
function addSnapshots(
  random: Random,
  drafts: readonly Draft[],
  options: RandomLedger["options"],
): void {
  const common = random.int(firstDay + 40, lastDay);
  if (random.chance(0.6)) options.openAsOf = isoText(common);
  for (const draft of drafts) {
    const own = random.int(firstDay + 40, lastDay);
    const isOwn = options.openAsOf === undefined || random.chance(0.3);
    const day = isOwn ? own : common;
    if (draft.date > day || random.chance(0.3)) continue;
    const settled = random.pick([0n, draft.amount, random.bigint(0n, draft.amount)]);
    draft.snapshot = day;
    draft.moves.push({ day, amount: settled, isExchange: false });
    if (isOwn) draft.item.openAsOf = isoText(day);
  }
}

// Applications

/** The most, or with `least` the smallest, of the end-of-day sums from a day on. */
function extreme(draft: Draft, from: number, wanted: "most" | "least"): bigint {
  const until = (day: number): bigint => {
    const moves = draft.moves.filter((move) => {
      return move.day <= day && !(wanted === "least" && move.isExchange);
    });
    return moves.reduce((sum, { amount }) => sum + amount, 0n);
  };
  let found = until(from);
  for (const { day } of draft.moves) {
    if (day <= from) continue;
    const sum = until(day);
    if (wanted === "most" ? sum > found : sum < found) found = sum;
  }
  return found;
}

function addApplications(random: Random, draft: Draft, drafts: readonly Draft[]): void {
  const count = random.chance(0.25) ? 0 : random.int(1, 4);
  for (let k = 0; k < count; k++) {
    const first = addSettlement(random, draft, drafts);
    if (first !== null && random.chance(0.3)) addReversal(random, draft, drafts, first);
    if (random.chance(0.12)) addExchange(random, draft);
  }
  if (random.chance(0.3)) random.shuffle(draft.applications);
}

/** Before the document, on its day, or up to some months later; after a snapshot always. */
function applicationDay(random: Random, draft: Draft, source: Draft | null): number {
  const around = random.pick([draft.date, source?.date ?? draft.date + 30]);
  const day = random.chance(0.1)
    ? around - random.int(1, 25)
    : around + random.pick([0, 0, 1, 15, 30, random.int(0, 120)]);
  const snapshot = Math.max(draft.snapshot ?? -Infinity, source?.snapshot ?? -Infinity);
  return day > snapshot ? day : snapshot + random.int(1, 60);
}

const sourceless: ApplicationKind[] = [
  "payment",
  "payment",
  "payment",
  "credit-note",
  "discount",
  "write-off",
  "bill",
  "offset",
];

function addSettlement(
  random: Random,
  draft: Draft,
  drafts: readonly Draft[],
): LedgerApplication | null {
  const crossParty = random.chance(0.1);
  const sources = drafts.filter(({ item }) => {
    const isCredit = !isDebitKind(item.kind) && !isLeftOut(item);
    return isCredit && (crossParty || item.party === draft.item.party);
  });
  const source = sources.length > 0 && random.chance(0.6) ? random.pick(sources) : null;
  const row: LedgerApplication = {
    date: isoText(applicationDay(random, draft, source)),
    amount: "0",
    kind: random.pick(sourceless),
  };
  if (source !== null) {
    row.source = source.item.id;
    if (crossParty) row.crossParty = true; // harmless where the party is the same
    if (random.chance(0.8) && isApplicationKind(source.item.kind)) row.kind = source.item.kind;
  }
  const day = effectiveDay(row, draft, source);
  let room = draft.amount - extreme(draft, day, "most");
  if (source !== null && !isLeftOut(draft.item)) {
    const left = source.amount - extreme(source, day, "most");
    room = left < room ? left : room;
  }
  if (room <= 0n) return null;
  const amount = partOf(random, room);
  record(draft, source, row, day, amount, false);
  return row;
}

function isApplicationKind(kind: Kind): kind is Kind & ApplicationKind {
  return kind === "payment" || kind === "credit-note" || kind === "bill";
}

/** Takes back some or all of an application, on its day or later. */
function addReversal(
  random: Random,
  draft: Draft,
  drafts: readonly Draft[],
  reversed: LedgerApplication,
): void {
  const source = drafts.find(({ item }) => item.id === reversed.source) ?? null;
  const date = dayNumber(reversed.date) + random.pick([0, 0, 1, 20, random.int(0, 90)]);
  const row: LedgerApplication = { ...reversed, date: isoText(date), amount: "0" };
  const day = effectiveDay(row, draft, source);
  let room = extreme(draft, day, "least");
  if (source !== null && !isLeftOut(draft.item)) {
    const used = extremeOfUse(source, day);
    room = used < room ? used : room;
  }
  if (room <= 0n) return;
  record(draft, source, row, day, -partOf(random, room), false);
}

/** The smallest use of a source from a day on; exchange differences have no source. */
function extremeOfUse(source: Draft, day: number): bigint {
  return extreme(source, day, "least");
}

/** Up to nothing more is open, or down, also below 0. */
function addExchange(random: Random, draft: Draft): void {
  const date = applicationDay(random, draft, null);
  const row: LedgerApplication = { date: isoText(date), amount: "0", kind: "exchange" };
  const day = effectiveDay(row, draft, null);
  if (random.chance(0.5)) {
    record(draft, null, row, day, -random.bigint(1n, draft.amount), true);
    return;
  }
  const room = draft.amount - extreme(draft, day, "most");
  if (room > 0n) record(draft, null, row, day, partOf(random, room), true);
}

function record(
  draft: Draft,
  source: Draft | null,
  row: LedgerApplication,
  day: number,
  amount: bigint,
  isExchange: boolean,
): void {
  draft.applications.push({ row, amount });
  draft.moves.push({ day, amount, isExchange });
  if (!isLeftOut(draft.item)) source?.moves.push({ day, amount, isExchange });
}

function partOf(random: Random, room: bigint): bigint {
  const half = room / 2n > 0n ? room / 2n : 1n;
  return random.pick([room, room, half, 1n, random.bigint(1n, room)]);
}

// Writing the rows

function written(random: Random, draft: Draft, minorUnits: number): LedgerItem {
  const { item, amount } = draft;
  const write = (minor: bigint): string | number => writtenAmount(random, minor, minorUnits);
  item.amount = write(amount);
  draft.parts.forEach((part, k) => {
    const installment = item.installments?.[k];
    if (installment !== undefined) installment.amount = write(part);
  });
  if (draft.snapshot !== null) {
    item.openAmount = write(amount - (draft.moves[0]?.amount ?? 0n)); // the snapshot came first
  }
  if (draft.applications.length > 0) {
    item.applications = draft.applications.map(({ row, amount: applied }) => {
      return { ...row, amount: write(applied) };
    });
  }
  if (isDebitKind(item.kind) && random.chance(0.25)) {
    item.disputes = Array.from({ length: random.int(1, 3) }, () => {
      const from = draft.date + random.int(-10, 100);
      const disputed = write(random.pick([1n, amount, random.bigint(1n, amount), amount * 2n]));
      const dispute = { from: isoText(from), amount: disputed };
      return random.chance(0.5) ? dispute : { ...dispute, to: isoText(from + random.int(0, 80)) };
    });
  }
  return item;
}

/** Text, sometimes without the zeros at its end, sometimes a number. */
function writtenAmount(random: Random, minor: bigint, minorUnits: number): string | number {
  const digits = String(minor < 0n ? -minor : minor).padStart(minorUnits + 1, "0");
  const point = digits.length - minorUnits;
  const decimals = minorUnits === 0 ? "" : `.${digits.slice(point)}`;
  const text = `${minor < 0n ? "-" : ""}${digits.slice(0, point)}${decimals}`;
  const shape = random.int(0, 3);
  if (shape === 0 && digits.length <= 15) return Number(text);
  return shape === 1 && minorUnits > 0 ? text.replace(/\.?0+$/, "") : text;
}

// Questions

/** Mostly while the ledger moves, often long after, sometimes before its first document. */
export function randomAsOf(seed: number, ledger?: RandomLedger): string {
  const random = new Random(seed ^ 0x5bd1e995);
  const day = random.chance(0.05)
    ? firstDay - random.int(1, 5)
    : random.pick([random.int(firstDay, lastDay), random.int(lastDay, lastDay + 260)]);
  const snapshots = (ledger?.items ?? []).filter((item) => item.openAmount !== undefined);
  const latest = snapshots.map((item) => item.openAsOf ?? ledger?.options.openAsOf ?? "").sort();
  const last = latest[latest.length - 1];
  if (last === undefined || random.chance(0.2)) return isoText(day);
  return isoText(Math.max(day, dayNumber(last)));
}

export const creditPolicies: readonly CreditPolicy[] = [
  "separate",
  "own-date",
  "current",
  "oldest-first",
  "newest-first",
];

/** An aging question; with a ledger also for one of its parties or dimension values. */
export function randomPolicy(seed: number, ledger?: RandomLedger): AgingQuestion {
  const random = new Random(seed ^ 0x2545f491);
  const asOf = randomAsOf(seed, ledger);
  const question: AgingQuestion = {
    asOf,
    basis: random.pick(["due-date", "due-date", "document-date"]),
    edges: random.pick<readonly Edge[]>([
      [30, 60, 90],
      [30, 60, 90],
      [],
      [1],
      [7, 8],
      [60, 120, 180, 365],
      [{ months: 1 }, { months: 2 }, { months: 3 }],
      [{ months: 1 }, { months: 6 }, { years: 1 }, { years: 2 }],
      [{ years: 1 }],
    ]),
    dueDayIsOverdue: random.chance(0.3),
    credits: random.pick(creditPolicies),
  };
  if (random.chance(0.2)) {
    question.agedTo = isoText(dayNumber(asOf) + random.int(-60, 60));
  }
  if (question.basis === "due-date" && random.chance(0.2)) {
    question.notDueEdges = random.pick([[10, 30], [7], [1, 2, 90]]);
  }
  if (random.chance(0.4)) question.by = random.pick(["region", "salesperson"]);
  const item = ledger === undefined || ledger.items.length === 0 ? null : random.pick(ledger.items);
  if (item !== null && random.chance(0.2)) question.scope = { party: item.party };
  else if (item !== null && random.chance(0.2)) {
    const value = new Map(Object.entries(item.dimensions ?? {})).get("region") ?? null;
    question.scope = { dimension: { name: "region", value } };
  }
  return question;
}

// Faults

export interface Mutation {
  what: "dropped" | "doubled" | "misdated";
  /** The item, and the place of the application on it. */
  id: string;
  index: number;
  /** A sourced application moves what is open of two items, but not the balance. */
  isSourced: boolean;
  /** Open amounts differ on these days: from the first through the last (null: for good). */
  from: string;
  through: string | null;
  items: LedgerItem[];
}

/** The items with one application broken; null where there is none. May break a rule as well. */
export function mutate(seed: number, items: readonly LedgerItem[]): Mutation | null {
  const random = new Random(seed ^ 0x7f4a7c15);
  const copy = structuredClone([...items]);
  const places = copy.flatMap((item) => {
    return isLeftOut(item) ? [] : (item.applications ?? []).map((_, index) => ({ item, index }));
  });
  if (places.length === 0) return null;
  const { item, index } = random.pick(places);
  const applications = item.applications ?? [];
  const application = applications[index];
  if (application === undefined) return null;
  const source = copy.find(({ id }) => id === application.source);
  const dated = (document: LedgerItem): { date: number } => {
    return { date: dayNumber(document.documentDate) };
  };
  const effective = (): number => {
    return effectiveDay(application, dated(item), source === undefined ? null : dated(source));
  };
  const what = random.pick(["dropped", "doubled", "misdated"] as const);
  const before = effective();
  let from = before;
  let through: number | null = null;
  if (what === "dropped") applications.splice(index, 1);
  if (what === "doubled") applications.splice(index, 0, { ...application });
  if (what === "misdated") {
    // An earlier date that changes nothing, because a document is later, becomes a later one.
    application.date = isoText(before + random.int(1, 60) * random.pick([-1, 1]));
    if (effective() === before) application.date = isoText(before + random.int(1, 60));
    from = Math.min(before, effective());
    through = Math.max(before, effective()) - 1;
  }
  return {
    what,
    id: item.id,
    index,
    isSourced: application.source !== undefined,
    from: isoText(from),
    through: through === null ? null : isoText(through),
    items: copy,
  };
}

// The distribution

/** Prints the distribution over the seeds from 1 through n. */
export function describe(n: number): void {
  for (const [name, share] of Object.entries(distribution(n))) {
    console.log(`${name.padEnd(34)} ${(share * 100).toFixed(1).padStart(5)} %`);
  }
}

/** The share of ledgers, over the seeds from 1 through n, that have each hard case. */
export function distribution(n: number): Record<string, number> {
  const counts = new Map<string, number>();
  for (let seed = 1; seed <= n; seed++) {
    const ledger = randomLedger(seed);
    for (const [name, holds] of Object.entries(traits(ledger))) {
      counts.set(name, (counts.get(name) ?? 0) + (holds ? 1 : 0));
    }
  }
  return Object.fromEntries([...counts].map(([name, count]) => [name, count / n]));
}

function traits(ledger: RandomLedger): Record<string, boolean> {
  const { items, options } = ledger;
  const live = items.filter((item) => !isLeftOut(item));
  const applied = live.flatMap((item) => {
    return (item.applications ?? []).map((application) => ({ item, application }));
  });
  const has = (test: (item: LedgerItem) => boolean): boolean => live.some(test);
  const hasApplied = (
    test: (application: LedgerApplication, item: LedgerItem) => boolean,
  ): boolean => applied.some(({ application, item }) => test(application, item));
  const asOf = dayNumber(randomAsOf(ledger.seed, ledger));
  const wide = 2 ** 53 / 10 ** options.minorUnits;
  const isReversal = (application: LedgerApplication): boolean => Number(application.amount) < 0;
  const dates = live.map(({ documentDate }) => documentDate);
  return {
    "no documents": items.length === 0,
    "two parties or more": new Set(live.map(({ party }) => party)).size > 1,
    "party __proto__ or constructor": has(({ party }) => /__proto__|constructor/.test(party)),
    "drafts or voids": live.length < items.length,
    "credit items": has(({ kind }) => !isDebitKind(kind)),
    "credit items with a due date": has((item) => {
      return !isDebitKind(item.kind) && item.dueDate !== undefined;
    }),
    installments: has((item) => item.installments !== undefined),
    "installments due on one day": has(({ installments }) => {
      return new Set(installments?.map((part) => part.dueDate)).size < (installments?.length ?? 0);
    }),
    applications: applied.length > 0,
    sources: hasApplied(({ source }) => source !== undefined),
    "sources of another party": hasApplied((application, item) => {
      const source = items.find(({ id }) => id === application.source);
      return source !== undefined && source.party !== item.party;
    }),
    reversals: hasApplied(isReversal),
    "reversals with a source": hasApplied((application) => {
      return isReversal(application) && application.source !== undefined;
    }),
    "exchange differences": hasApplied(({ kind }) => kind === "exchange"),
    "T below 0": has((item) => {
      const paid = (item.applications ?? []).map(({ amount }) => Number(amount));
      return paid.reduce((sum, amount) => sum + amount, 0) < -1e-6;
    }),
    "applied before the document": hasApplied(({ date }, item) => date < item.documentDate),
    "listed out of order": has((item) => {
      const listed = (item.applications ?? []).map(({ date }) => date);
      return listed.some((date, k) => date < (listed[k - 1] ?? ""));
    }),
    disputes: has(({ disputes }) => disputes !== undefined),
    snapshots: has(({ openAmount }) => openAmount !== undefined),
    "a dimension without a value": has(({ dimensions }) => dimensions?.["region"] === undefined),
    "documents of one day": new Set(dates).size < dates.length,
    "amounts of 1 minor unit": has(({ amount }) => Number(amount) * 10 ** options.minorUnits === 1),
    "amounts beyond 2^53": has(({ amount }) => Number(amount) > wide),
    "no decimals": options.minorUnits === 0,
    "three decimals": options.minorUnits === 3,
    "older than 180 days": has(({ documentDate }) => asOf - dayNumber(documentDate) > 180),
    "asked before a document": has(({ documentDate }) => asOf < dayNumber(documentDate)),
  };
}
