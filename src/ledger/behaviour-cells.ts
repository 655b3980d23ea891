/**
 * @module ledger/behaviour-cells
 *
 * All that a window tells of every party, from one pass each: on doubles, and where their sums
 * cannot be proved exact on bigints, by the same loops.
 */
import type { FlowCells } from "./behaviour.kernel.ts";
import { addFlows, emptyFlows } from "./behaviour.kernel.ts";
import type { Amounts, Units } from "./columns.ts";
import { amountAt, isWide } from "./columns.ts";
import type { Highest } from "./highest-balance.kernel.ts";
import { highestBalances } from "./highest-balance.kernel.ts";
import type { LedgerData } from "./ledger.ts";
import { disputedUnits, isCredit, openOfUnit } from "./open.ts";
import type { PartyPayments } from "./party-payments.kernel.ts";
import { paymentsByParty } from "./party-payments.kernel.ts";
import { standingPieces } from "./payments.ts";
import type { OpenPlanes } from "./planes.ts";
import { openPlanes } from "./planes.ts";

/** The days of a window, and of its halves. */
export interface Halves {
  readonly from: number;
  readonly earlier: number;
  readonly later: number;
  readonly to: number;
}

/** What the passes found, by party. */
export interface BehaviourCells {
  readonly flows: FlowCells;
  readonly highest: Highest;
  readonly payments: PartyPayments;
  readonly open: OpenPlanes;
  readonly disputed: readonly bigint[];
  /** The due date of the oldest overdue debit unit; the day after the window where none is. */
  readonly oldestDue: Int32Array;
}

type Sums = (length: number) => Float64Array;

const doubles: Sums = (length) => new Float64Array(length);

/** Bigints in the place of doubles: the kernels only add, negate and compare. */
const bigints: Sums = (length) => new Array<bigint>(length).fill(0n) as unknown as Float64Array;

/** Asks the kernels. */
export function behaviourCells(data: LedgerData, halves: Halves): BehaviourCells {
  const { units } = data;
  const { firstDue, lastDue } = units.range;
  const asOf = halves.to;
  const open = openPlanes(data, {
    asOf,
    ageFrom: units.dueDate,
    table: { firstDay: firstDue, bucket: new Uint8Array(lastDue - firstDue + 1) },
    stride: 1,
    groups: data.journal.party.categories.length,
    group: units.party,
    lastOverdueDay: asOf - 1,
  });
  const disputed = disputedByParty(data, asOf);
  const oldestDue = oldestOverdue(units, data.journal.party.categories.length, asOf);
  return { ...exactPasses(data, halves), open, disputed, oldestDue };
}

function exactPasses({ journal }: LedgerData, halves: Halves) {
  const { amount, applications } = journal;
  if (!isWide(amount) && !isWide(applications.amount)) {
    const found = passes(journal, amount, applications.amount, halves, doubles);
    if (found.size <= Number.MAX_SAFE_INTEGER) return found;
  }
  return passes(journal, asBigints(amount), asBigints(applications.amount), halves, bigints);
}

function asBigints(amounts: Amounts): Float64Array {
  return Array.from(amounts, BigInt) as unknown as Float64Array;
}

function passes(
  journal: LedgerData["journal"],
  amounts: Float64Array,
  applied: Float64Array,
  halves: Halves,
  sums: Sums,
) {
  const parties = journal.party.categories.length;
  const flows = emptyFlows(parties, sums);
  const window = { ...halves, party: journal.party.codes };
  const [zero] = sums(1) as unknown as [number];
  const flowSize = addFlows(journal, amounts, applied, window, flows, zero);
  const highest = highestBalances(journal, amounts, applied, halves, sums);
  const payments = paymentsByParty(journal, applied, halves, sums, (item, row, end) =>
    standingPieces(journal, item, row, end, halves.to),
  );
  return { flows, highest, payments, size: flowSize + highest.size + payments.size };
}

function disputedByParty({ journal, units }: LedgerData, asOf: number): bigint[] {
  const disputed = new Array<bigint>(journal.party.categories.length).fill(0n);
  for (const [unit, share] of disputedUnits(journal, units, asOf)) {
    const party = units.party[unit] as number;
    disputed[party] = (disputed[party] as bigint) + share;
  }
  return disputed;
}

/** Looks at what is open of a unit only where that would make it the oldest so far. */
function oldestOverdue(units: Units, parties: number, asOf: number): Int32Array {
  const oldest = new Int32Array(parties).fill(asOf);
  for (let unit = 0; unit < units.count; unit += 1) {
    const due = units.dueDate[unit] as number;
    const party = units.party[unit] as number;
    if (due >= (oldest[party] as number) || isCredit(units.kind, unit)) continue;
    if (isOpen(units, unit, asOf)) oldest[party] = due;
  }
  return oldest;
}

/** Whether something is open of a debit unit; on doubles while these are surely exact. */
function isOpen(units: Units, unit: number, asOf: number): boolean {
  const { amount, movements } = units;
  if (isWide(amount) || (movements && isWide(movements.amount))) {
    return openOfUnit(units, unit, asOf) > 0n;
  }
  if ((units.documentDate[unit] as number) > asOf) return false;
  let open = amount[unit] as number;
  const end = movements ? (movements.start[unit + 1] as number) : 0;
  for (let row = movements ? (movements.start[unit] as number) : 0; row < end; row += 1) {
    if ((movements?.date[row] as number) > asOf) break;
    open -= movements?.amount[row] as number;
    if (!Number.isSafeInteger(open)) return openOfUnit(units, unit, asOf) > 0n;
  }
  return open > 0;
}

/** A sum by party as a bigint, on either path. */
export function sumAt(sums: Float64Array, cell: number): bigint {
  return amountAt(sums, cell);
}
