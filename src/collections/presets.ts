/**
 * @module collections/presets
 *
 * What the sources print as tables: ladders of reminders, rules of warning, chances of recovery.
 */
import type { DunningStep } from "./stage.ts";
import type { RecoveryBand } from "./recovery.ts";
import type { WarningRule } from "./warnings.ts";

/**
 * Dunning ladders (催收阶梯) by source. The sources disagree, and two of them leave days out: there a
 * stage is not defined, and {@link dunningStage} says so.
 */
export const dunningLadders: Readonly<
  Record<"deckSlide99" | "deckSlide111" | "flowGuide" | "collectionGuide", readonly DunningStep[]>
> = {
  /**
   * "3+1" deck, slide 99. A delay of up to 10 days is normal where a month is settled at once, yet
   * the first letter goes out after 7: the ladder follows the letters. "More than 60 days" begins
   * on day 61.
   */
  deckSlide99: [
    { fromDay: 1, stage: "normal-delay" },
    { fromDay: 7, stage: "first-letter", actor: "finance" },
    { fromDay: 15, stage: "second-letter", actor: "credit" },
    { fromDay: 30, stage: "third-letter-and-visit", actor: "sales and credit" },
    { fromDay: 61, stage: "watch-list-and-final-demand", actor: "credit" },
    { fromDay: 91, stage: "bad-debt-and-agency", actor: "agency" },
  ],
  /** "3+1" deck, slides 111 and 112: one letter with days; the second one has none. */
  deckSlide111: [{ fromDay: 7, toDay: 10, stage: "inquiry-letter" }],
  /** The flow guide: four months, one stage each. */
  flowGuide: [
    { fromDay: 1, stage: "reminder" },
    { fromDay: 31, stage: "contact-and-plan" },
    { fromDay: 61, stage: "formal-letter", actor: "credit" },
    { fromDay: 91, stage: "legal-or-agency" },
  ],
  /** The collection guide; it says nothing of days 16 to 30. */
  collectionGuide: [
    { fromDay: 1, toDay: 15, stage: "phone-call" },
    { fromDay: 31, stage: "formal-letter", actor: "finance" },
    { fromDay: 60, stage: "lawyers-letter" },
    { fromDay: 91, stage: "court" },
  ],
};

/** Warning rules by source. */
export const warningRules: Readonly<Record<"deck" | "collectionGuide", readonly WarningRule[]>> = {
  /**
   * "3+1" deck: slide 99 (more than 60 and 90 days), slide 90 (3 months without sale or receipt).
   */
  deck: [
    {
      code: "bad-debt",
      severity: "high",
      when: [{ field: "oldestDaysPastDue", is: "above", value: 90 }],
    },
    {
      code: "watch-list",
      severity: "medium",
      when: [{ field: "oldestDaysPastDue", is: "above", value: 60 }],
    },
    {
      code: "close-account",
      severity: "medium",
      when: [
        { field: "lastSaleOn", is: "older-than", months: 3 },
        { field: "lastReceiptOn", is: "older-than", months: 3 },
      ],
    },
  ],
  /** The collection guide: more than 30 days overdue, deliveries may stop. */
  collectionGuide: [
    {
      code: "stop-deliveries",
      severity: "high",
      when: [{ field: "oldestDaysPastDue", is: "above", value: 30 }],
    },
  ],
};

/** Chances of recovery by source. */
export const recoveryRates: Readonly<Record<"collectionTexts", readonly RecoveryBand[]>> = {
  /**
   * The collection texts: 80 % of debts up to two years old, 20 % of older ones. Whether two years
   * to the day are old is not said; here they are not, and two years are 730 days.
   */
  collectionTexts: [
    { fromDay: 0, rate: "0.8" },
    { fromDay: 731, rate: "0.2" },
  ],
};
