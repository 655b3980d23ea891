/**
 * @module dso/effectiveness-view
 *
 * Movements of a window and what is open at its end, by customer, and rows made of them when they
 * are read.
 */
import { formatDay } from "../ground/days.ts";
import { asTerm } from "../ground/exact.ts";
import type { Figure } from "../ground/figure.ts";
import { figure } from "../ground/figure.ts";
import { greatest, least, ZERO } from "../ground/fraction.ts";
import { once } from "../ground/once.ts";
import type { Column } from "../ground/rows.ts";
import { Rows } from "../ground/rows.ts";
import { bucketEnds, bucketsOf, dayTable } from "../ledger/buckets.ts";
import type { Bucket } from "../ledger/buckets.ts";
import type { Amounts } from "../ledger/columns.ts";
import { amountAt } from "../ledger/columns.ts";
import type { LedgerData } from "../ledger/ledger.ts";
import { snapshotCaveats } from "../ledger/ledger.ts";
import { minorFraction } from "../ledger/minor.ts";
import { openPlanes } from "../ledger/planes.ts";
import type { RollForward } from "../ledger/roll-forward.ts";
import type { RollForwardByParty } from "../ledger/roll-forward-view.ts";
import { rollForwardByParty, rollForwardTotal } from "../ledger/roll-forward-view.ts";
import { closingCells } from "../ledger/roll-forward-cells.ts";
import { LINE_COUNT, LINES } from "../ledger/roll-forward.kernel.ts";
import type { Whole } from "../ledger/whole-numbers.ts";
import { effectiveness } from "./collection-effectiveness.ts";
import { EffectivenessColumns } from "./effectiveness-columns.ts";
import type {
  CollectionEffectiveness,
  CollectionEffectivenessOfParty,
} from "./effectiveness-by-party.ts";

/** The window, and which items are past due at its end. */
export interface EffectivenessTerms {
  readonly from: number;
  readonly to: number;
  readonly dueDayIsOverdue: boolean;
}

/** Classes of what is open: not past due and past due. */
const CLASSES = 2;

const OPENING = LINES.indexOf("opening");
const SALES = LINES.indexOf("sales");

/** The sums of one window, and the rows made of them. */
export class EffectivenessView {
  readonly #data: LedgerData;
  readonly #terms: EffectivenessTerms;
  readonly #moved: RollForwardByParty;
  readonly #notDueClass: Bucket;
  /** Open debit items: cell `party × CLASSES + class`. */
  readonly #open: Amounts;
  readonly #closings = once(() => closingCells(this.#moved.cells));

  constructor(data: LedgerData, terms: EffectivenessTerms) {
    this.#data = data;
    this.#terms = terms;
    this.#moved = rollForwardByParty(data, terms);
    const { to, dueDayIsOverdue } = terms;
    const edges = { unit: "days", ends: [] } as const;
    const classes = bucketsOf({ basis: "due-date", edges, dueDayIsOverdue });
    this.#notDueClass = classes[0] as Bucket;
    const { units, journal } = data;
    const { firstDue, lastDue } = units.range;
    const { charges } = openPlanes(data, {
      asOf: to,
      ageFrom: units.dueDate,
      table: dayTable(classes, to, firstDue, lastDue),
      stride: CLASSES,
      groups: journal.party.categories.length,
      group: units.party,
      lastOverdueDay: dueDayIsOverdue ? to : to - 1,
    });
    this.#open = charges;
  }

  /** All customers together. */
  total(): CollectionEffectiveness {
    let notDue = 0n;
    for (let cell = 0; cell < this.#open.length; cell += CLASSES) {
      notDue += amountAt(this.#open, cell);
    }
    const moved = rollForwardTotal(this.#data, this.#terms, this.#moved.cells);
    return this.#measures(moved, {}, notDue);
  }

  /** One row a customer that any line touches. */
  rows(): Rows<CollectionEffectivenessOfParty> {
    const { parties } = this.#moved;
    const rowOf = (index: number) => this.row(parties[index] as number);
    return new Rows(parties.length, rowOf, () => this.#columns());
  }

  /** The row of a customer. */
  row(party: number): CollectionEffectivenessOfParty {
    const { party: name, ...moved } = this.#moved.row(party);
    return { party: name, ...this.#measures(moved, { party: name }, this.#notDue(party)) };
  }

  /** Open debit items of a customer that are not past due. */
  #notDue(party: number): bigint {
    return amountAt(this.#open, party * CLASSES);
  }

  #measures(moved: RollForward, scope: object, notDueMinor: bigint): CollectionEffectiveness {
    const { currency } = this.#data;
    const { opening, sales, closing } = moved;
    const notDue = this.#notDueFigure(scope, notDueMinor);
    const covered = least(asTerm(closing), asTerm(notDue));
    const current = figure<CollectionEffectiveness["current"]>(
      "dso/closing-current",
      greatest(ZERO, covered),
      "money",
      { closing, notDue },
      { currency },
    );
    const index = effectiveness({
      openingReceivables: asTerm(opening),
      sales: asTerm(sales),
      closingReceivables: asTerm(closing),
      closingCurrent: asTerm(current),
      salesBasis: "period",
      months: undefined,
      taxRate: undefined,
      sameTaxBasis: true,
      currency,
    });
    return { opening, sales, closing, current, index };
  }

  #notDueFigure(scope: object, minor: bigint): Figure<"ledger/charges"> {
    const { currency, places } = this.#data;
    const { to, dueDayIsOverdue } = this.#terms;
    const inputs = () => ({
      asOf: formatDay(to),
      agedTo: formatDay(to),
      basis: "due-date",
      dueDayIsOverdue,
      ...scope,
      bucket: bucketEnds(this.#notDueClass),
      currency,
    });
    const caveats = snapshotCaveats(this.#data, to);
    const amount = minorFraction(minor, places);
    return figure("ledger/charges", amount, "money", inputs, { currency, caveats });
  }

  /** What a customer's index follows from, in minor units: as `EffectivenessColumns` takes it. */
  numbers(party: number): [opening: Whole, sales: Whole, closing: Whole, notDue: Whole] {
    const { cells } = this.#moved;
    const first = party * LINE_COUNT;
    const [opening, sales] = [cells[first + OPENING], cells[first + SALES]] as [Whole, Whole];
    const closing = this.#closings()[party] as Whole;
    return [opening, sales, closing, this.#open[party * CLASSES] as Whole];
  }

  /** The measures as columns. */
  #columns(): Readonly<Record<string, Column>> {
    const { parties } = this.#moved;
    const columns = new EffectivenessColumns(parties.length, this.#data.places);
    parties.forEach((party, row) => {
      columns.put(row, ...this.numbers(party));
    });
    return columns.done();
  }
}
