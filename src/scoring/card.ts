/**
 * @module scoring/card
 *
 * A scorecard as data: what is looked at, what each value earns, and what it is measured against.
 */
import type { Terms } from "../ground/input.ts";
import { lazily } from "../ground/input.ts";
import { list, numeric, object, text, word } from "../ground/input-atoms.ts";
import type { Numeric } from "../ground/numeric.ts";
import type { List } from "../ground/rows.ts";
import type { ScorecardAttribute } from "./attributes.ts";
import { attributesSchema } from "./attributes.ts";
import type { ScorecardValues } from "./facts.ts";
import { factsSchema } from "./facts.ts";

/** Which difference makes a reason: points below the baseline, or above it. */
export type ReasonMethod = "pointsBelow" | "pointsAbove";

/** One characteristic of a card. */
export interface ScorecardCharacteristic {
  /** Its name: the key of its value. */
  readonly name: string;
  /** The code of the reason that it gives. Several characteristics may share one. */
  readonly reasonCode: string;
  /** The points that its own are measured against. */
  readonly baseline: Numeric;
  /** Its attributes; no two hold the same value. */
  readonly attributes: List<ScorecardAttribute>;
}

/** A scorecard. */
export interface ScorecardDefinition {
  /** Points that everybody has. */
  readonly initialScore: Numeric;
  /**
   * `pointsBelow` where more points are better: a reason is what falls short of the baseline;
   * `pointsAbove` where fewer are.
   */
  readonly reasonMethod: ReasonMethod;
  /** Its characteristics, at most 1,000. */
  readonly characteristics: List<ScorecardCharacteristic>;
}

/** What {@link scorecard} needs. */
export interface ScorecardInput {
  /** The card. */
  readonly card: ScorecardDefinition;
  /** The applicant's values by name; null or left out is missing. */
  readonly values: ScorecardValues;
}

/** The schema of {@link ScorecardInput}. */
export const scorecardSchema = lazily(() =>
  object({
    card: object({
      initialScore: numeric("any"),
      reasonMethod: word("pointsBelow", "pointsAbove"),
      characteristics: list(
        object({
          name: text(),
          reasonCode: text(),
          baseline: numeric("any"),
          attributes: attributesSchema(),
        }),
        { atLeast: 1, atMost: 1_000 },
      ),
    }),
    values: factsSchema(),
  }),
);

/** A card and an applicant as read. */
export type ScorecardTerms = Terms<ReturnType<typeof scorecardSchema>>;
