/**
 * @module collections/stage
 *
 * Which step of a dunning ladder a debt has reached by its days past due.
 */
import { CreditError, refuse } from "../ground/errors.ts";
import type { Absent, Figure } from "../ground/figure.ts";
import { absent, figure, present } from "../ground/figure.ts";
import type { Fraction } from "../ground/fraction.ts";
import { Fraction as Exact, greatest } from "../ground/fraction.ts";
import type { Terms } from "../ground/input.ts";
import { lazily, read } from "../ground/input.ts";
import {
  list,
  numeric,
  object,
  optional,
  text,
  wholeNumber,
  withDefault,
} from "../ground/input-atoms.ts";
import type { Numeric } from "../ground/numeric.ts";
import type { List } from "../ground/rows.ts";

/** One step of a dunning ladder. */
export interface DunningStep {
  /** Days past due from which it is reached, on the day itself; negative: before the due date. */
  readonly fromDay: number;
  /** Last day of it; without one it lasts to the next step. Days between steps are undefined. */
  readonly toDay?: number;
  /** What it is called. */
  readonly stage: string;
  /** Who acts. */
  readonly actor?: string;
  /** Days in which payment is asked for. */
  readonly payWithin?: number;
}

/** What {@link dunningStage} needs. */
export interface DunningStageInput {
  /** Days past due, whole; negative before the due date. */
  readonly daysPastDue: Numeric;
  /** The ladder, ascending; see {@link dunningLadders} for those of the sources. */
  readonly ladder: List<DunningStep>;
  /** What it is called before the first step; `none` unless stated. */
  readonly below?: string;
}

/** Days past due with the stage that they mean. */
export type DunningStage = Figure<"collections/dunning-stage"> & {
  /** The step reached, or what comes before the first. */
  readonly stage: string;
};

/** Days of a ladder: far more than debts live. */
const MOST_DAYS = 100_000;

/** The ladder of a schema. */
export const dunningLadder = () =>
  list(
    object({
      fromDay: wholeNumber(-MOST_DAYS, MOST_DAYS),
      toDay: optional(wholeNumber(-MOST_DAYS, MOST_DAYS)),
      stage: text(),
      actor: optional(text()),
      payWithin: optional(wholeNumber(0, MOST_DAYS)),
    }),
    { atLeast: 1, atMost: 1000 },
  );

/** The schema of {@link DunningStageInput}. */
export const dunningStageSchema = lazily(() =>
  object({
    daysPastDue: numeric("days", { whole: true }),
    ladder: dunningLadder(),
    below: withDefault(text(), "none"),
  }),
);

/** A ladder as read. */
export type Ladder = Terms<ReturnType<typeof dunningStageSchema>>["ladder"];

/**
 * The dunning stage (催收阶段) of a debt: the step of the ladder that its days past due have reached.
 *
 * Use it for one debt or one customer; for a whole ledger, with history, blocks and dates, use
 * {@link dunningSchedule}. A step is reached on its first day: day 30 is on a step from 30, not
 * before.
 *
 * @formula the last step with fromDay ≤ daysPastDue; below the first one, `below`
 * @units days
 *
 * @param input - Days past due (whole, negative before the due date) and the ladder.
 * @returns The days, with `stage`.
 *
 * @throws {@link CreditError} `invalid_input`: a ladder that does not ascend.
 * @throws {@link CreditError} `not_defined`: the ladder says nothing of the day; two of the
 *   sources' ladders have such days.
 *
 * @source "3+1" deck, slides 99, 111 and 112; the flow guide; the collection guide; the collection
 *   texts. They disagree, so ladders are data: {@link dunningLadders}, {@link threeStageLadder}
 *
 * @example
 * ```ts
 * const ladder = dunningLadders.deckSlide99;
 * dunningStage({ daysPastDue: 14, ladder }).stage; // => "first-letter"
 * dunningStage({ daysPastDue: 15, ladder }).stage; // => "second-letter"
 * dunningStage({ daysPastDue: -7, ladder }).stage; // => "none"
 * ```
 */
export function dunningStage(input: DunningStageInput): DunningStage {
  const { daysPastDue, ladder, below } = read("dunningStage", dunningStageSchema, input);
  checkLadder("dunningStage", ladder);
  return present<DunningStage>("dunningStage", stageOf(daysPastDue, ladder, below));
}

/** Refuses steps that do not ascend, or overlap. */
export function checkLadder(fn: string, ladder: Ladder): void {
  let after = -Infinity;
  ladder.forEach(({ fromDay, toDay = fromDay }, index) => {
    const path = `ladder[${String(index)}]`;
    if (fromDay <= after)
      refuse(fn, `${path}.fromDay`, "must be after the step before it", fromDay);
    if (toDay < fromDay) refuse(fn, `${path}.toDay`, "must not be before fromDay", toDay);
    after = toDay;
  });
}

/** The place of the step reached; −1 before the first, undefined where the ladder says nothing. */
export function stepAt(days: number, ladder: Ladder): number | undefined {
  let found = -1;
  for (const [index, { fromDay }] of ladder.entries()) if (fromDay <= days) found = index;
  const last = ladder[found]?.toDay;
  return last !== undefined && days > last ? undefined : found;
}

/** The figure, or why there is none: for tables, which do not throw. */
export function stageOf(
  daysPastDue: Fraction,
  ladder: Ladder,
  below: string,
): DunningStage | Absent<"collections/dunning-stage"> {
  const id = "collections/dunning-stage";
  const days = Number(daysPastDue.numerator / daysPastDue.denominator);
  const first = Exact.whole(ladder[0]?.fromDay ?? 0);
  const rows = () =>
    ladder.map(({ fromDay, toDay, stage }) => {
      const from = Exact.whole(fromDay);
      const reached = fromDay <= days ? greatest(from, first) : first;
      return { fromDay: from, toDay, stage, reached };
    });
  const inputs = () => ({ daysPastDue, below, ladder: rows() });
  const step = stepAt(days, ladder);
  if (step === undefined) {
    const reason = `the ladder says nothing of day ${String(days)}`;
    return absent(id, "days", inputs, "not_defined", reason);
  }
  const stage = ladder[step]?.stage ?? below;
  return figure<DunningStage>(id, daysPastDue, "days", inputs, { label: { stage } });
}

/** What {@link threeStageLadder} needs. */
export interface ThreeStageLadderInput {
  /** First day past due of the coordination stage. */
  readonly coordinationFrom: number;
  /** First day past due of the recovery stage. */
  readonly recoveryFrom: number;
}

/** A ladder with the name of what comes before it, as {@link dunningStage} takes them. */
export interface ThreeStageLadder {
  /** The two later stages. */
  readonly ladder: readonly DunningStep[];
  /** The first one. */
  readonly below: string;
}

/** The schema of {@link ThreeStageLadderInput}. */
export const threeStageLadderSchema = lazily(() =>
  object({
    coordinationFrom: wholeNumber(-MOST_DAYS, MOST_DAYS),
    recoveryFrom: wholeNumber(-MOST_DAYS, MOST_DAYS),
  }),
);

/**
 * The ladder of the three stages of collection (信用期、协调期、清欠期): within terms, coordination,
 * recovery, with days of your own.
 *
 * Use it where the debt passes from sales to finance and on to the credit department; the source
 * names the stages and who acts, and leaves the days to the reader. Ladders with days are in {@link
 * dunningLadders}.
 *
 * @formula credit-period before coordinationFrom, coordination from there, recovery from
 *   recoveryFrom
 * @units days past due
 *
 * @param input - First day of the second and of the third stage.
 * @returns What {@link dunningStage} and {@link dunningSchedule} take as `ladder` and `below`.
 *
 * @throws {@link CreditError} `invalid_input`: recovery that does not come after coordination.
 *
 * @source the collection texts
 *
 * @example
 * ```ts
 * const stages = threeStageLadder({ coordinationFrom: 1, recoveryFrom: 90 });
 * dunningStage({ daysPastDue: 0, ...stages }).stage; // => "credit-period"
 * dunningStage({ daysPastDue: 90, ...stages }).stage; // => "recovery"
 * ```
 */
export function threeStageLadder(input: ThreeStageLadderInput): ThreeStageLadder {
  const fn = "threeStageLadder";
  const { coordinationFrom, recoveryFrom } = read(fn, threeStageLadderSchema, input);
  if (recoveryFrom <= coordinationFrom) {
    const rule = "must be after coordinationFrom";
    throw new CreditError("invalid_input", fn, [{ path: "recoveryFrom", rule }]);
  }
  return {
    below: "credit-period",
    ladder: [
      { fromDay: coordinationFrom, stage: "coordination", actor: "finance" },
      { fromDay: recoveryFrom, stage: "recovery", actor: "credit" },
    ],
  };
}
