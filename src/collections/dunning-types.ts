/**
 * @module collections/dunning-types
 *
 * What {@link dunningSchedule} is asked and answers.
 */
import type { Absent, Figure } from "../ground/figure.ts";
import type { YearDays } from "../ground/input-atoms.ts";
import type { Numeric } from "../ground/numeric.ts";
import type { List } from "../ground/rows.ts";
import type { LedgerScope } from "../ledger/scope.ts";
import type { InterestRate } from "./interest-rates.ts";
import type { DunningStage, DunningStep } from "./stage.ts";

/** A letter that was sent, a call that was made. */
export interface DunningAction {
  /** To whom. */
  readonly party: string;
  /** About which document; left out for one about all that the customer owes. */
  readonly item?: string;
  /** Which stage of the ladder. */
  readonly stage: string;
  /** When. */
  readonly on: string;
}

/** A customer that is not to be asked. */
export interface DunningBlock {
  /** Who. */
  readonly party: string;
  /** Last day of it; for good unless stated. */
  readonly until?: string;
}

/** What {@link dunningSchedule} asks. */
export interface DunningScheduleInput extends LedgerScope {
  /** The day of the round. */
  readonly asOf: string;
  /** The ladder; steps before the due date (negative days) are reminders. */
  readonly ladder: List<DunningStep>;
  /** What comes before the first step; `none` unless stated. */
  readonly below?: string;
  /** One row a customer (`party`, default), by its oldest debt, or one an open item. */
  readonly by?: "party" | "item";
  /** Days past due that count as none; 0 unless stated. After them every day counts. */
  readonly graceDays?: number;
  /** Less than this is not worth a letter. Money; 0 unless stated. */
  readonly minimumAmount?: Numeric;
  /** Days that lie between two letters; 0 unless stated. */
  readonly minimumInterval?: number;
  /** What was sent before. */
  readonly history?: List<DunningAction>;
  /** Who is not to be asked now. */
  readonly blocked?: List<DunningBlock>;
  /** Documents that are not to be asked for. */
  readonly exclude?: List<string>;
  /** Rates of late-payment interest; without them none is counted. */
  readonly rates?: List<InterestRate>;
  /** Days of a year for rates per year; 365 unless stated. */
  readonly yearDays?: YearDays;
}

/**
 * What is to be done: `act` now; `sent`, this stage was; `wait`, the last letter is too recent;
 * `blocked`; `below-minimum`; `undefined`, the ladder says nothing of the day.
 */
export type DunningStatus = "act" | "sent" | "wait" | "blocked" | "below-minimum" | "undefined";

/** One customer, or one open item, that has reached the ladder. */
export interface DunningRow {
  /** The customer. */
  readonly party: string;
  /** By item: its document. */
  readonly item?: string;
  /** By item: which installment, from 1, where the document has some. */
  readonly installment?: number;
  /** What is to be done. */
  readonly status: DunningStatus;
  /** The stage, by the days of the oldest debt. */
  readonly stage: DunningStage | Absent<"collections/dunning-stage">;
  /** Since when it is in that stage; null where the ladder says nothing. */
  readonly since: string | null;
  /** The next step; null on the last one. */
  readonly nextStage: string | null;
  /** When it is reached. */
  readonly nextOn: string | null;
  /** What is asked for: open, not disputed, not excluded, and on the ladder. */
  readonly amount: Figure<"collections/dunned-amount">;
  /** Days past due of the oldest of it. */
  readonly oldestDays: Figure<"ledger/item-days-past-due">;
  /** With `rates`: interest to the day on what is asked for. */
  readonly interest?: Figure<"collections/interest-to-date">;
  /** Where there is to be acted and the step says in how many days: by when to pay. */
  readonly payBy: string | null;
  /** Who acts, by the step. */
  readonly actor: string | null;
  /** The last letter about this debt; null where there was none. */
  readonly lastAction: DunningAction | null;
}
