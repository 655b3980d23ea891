/**
 * @module policy/stance
 *
 * Words for a credit policy: how strictly credit is granted, and how strictly it is collected.
 */
import { lazily, read } from "../ground/input.ts";
import { object, word } from "../ground/input-atoms.ts";

/** A credit policy in one word. */
export type Stance = "tight" | "fairly-loose" | "loose" | "balanced";

/** What {@link policyStance} needs. */
export interface PolicyStanceInput {
  /** How credit is granted, before the sale (前). */
  readonly granting: "tight" | "loose";
  /** How it is collected, after the sale (后). */
  readonly collecting: "tight" | "loose";
}

/** A stance and what the deck expects of it. */
export interface PolicyStance {
  /** The stance. */
  readonly stance: Stance;
  /** How much is sold. */
  readonly sales: "low" | "high" | "greatest";
  /** How it is paid. */
  readonly payment: "prompt" | "slow";
  /** How much is never paid. */
  readonly badDebt: "none" | "least" | "high";
  /** Where it leads. */
  readonly outcome: "low-profit" | "low-profit-and-short-of-cash" | "cash-crisis" | "most-profit";
}

/** The schema of {@link PolicyStanceInput}. */
export const policyStanceSchema = lazily(() =>
  object({ granting: word("tight", "loose"), collecting: word("tight", "loose") }),
);

/** By granting, then by collecting: the four cases of slides 53 and 56. */
const STANCES: Readonly<Record<string, PolicyStance>> = {
  "tight tight": {
    stance: "tight",
    sales: "low",
    payment: "prompt",
    badDebt: "none",
    outcome: "low-profit",
  },
  "tight loose": {
    stance: "fairly-loose",
    sales: "low",
    payment: "slow",
    badDebt: "none",
    outcome: "low-profit-and-short-of-cash",
  },
  "loose loose": {
    stance: "loose",
    sales: "high",
    payment: "slow",
    badDebt: "high",
    outcome: "cash-crisis",
  },
  "loose tight": {
    stance: "balanced",
    sales: "greatest",
    payment: "prompt",
    badDebt: "least",
    outcome: "most-profit",
  },
};

/**
 * Stance of a credit policy (宽松、较宽松、紧缩、平衡): the word for how credit is granted and
 * collected, and what the deck expects of it.
 *
 * Use it to name a policy in a report. It is a table of words, no calculation: what a policy earns
 * is {@link policyProfit}.
 *
 * @param input - How strictly credit is granted (前), and how strictly collected (后).
 * @returns The stance and what is expected of it, all in words.
 *
 * @throws {@link CreditError} `invalid_input`: a word that is none of these.
 *
 * @source "3+1" deck, slides 52, 53 and 56: 前紧后紧 tight, 前紧后松 fairly loose, 前松后松 loose,
 *   前松后紧 balanced.
 *
 * @example Granted freely, collected strictly
 * ```ts
 * policyStance({ granting: "loose", collecting: "tight" }).stance; // => "balanced"
 * ```
 */
export function policyStance(input: PolicyStanceInput): PolicyStance {
  const { granting, collecting } = read("policyStance", policyStanceSchema, input);
  return { ...(STANCES[`${granting} ${collecting}`] as PolicyStance) };
}

/** Where a product stands in its life (slide 55). */
export type LifeCycleStage = "launch" | "growth" | "maturity" | "decline" | "end";

/** Which stance goes with which stage: a decision of the firm. */
export type LifeCycleTable = Readonly<Record<LifeCycleStage, Stance>>;

/** The schema of a {@link LifeCycleTable}. */
export const lifeCycleTableSchema = lazily(() => {
  const stance = word("tight", "fairly-loose", "loose", "balanced");
  return object({ launch: stance, growth: stance, maturity: stance, decline: stance, end: stance });
});

const lifeCycleStanceSchema = lazily(() =>
  object({
    stage: word("launch", "growth", "maturity", "decline", "end"),
    table: lifeCycleTableSchema(),
  }),
);

/**
 * Stance by stage of the product's life (产品生命周期): the stance that a firm has decided on.
 *
 * Use it where a policy follows the product's life. The table is the caller's: the deck's mapping
 * is drawn, and lost.
 *
 * @param stage - The stage: `launch`, `growth`, `maturity`, `decline` or `end`.
 * @param table - The stance of every stage.
 * @returns The stance.
 *
 * @throws {@link CreditError} `invalid_input`: a stage that is none, or a table without one of
 *   them.
 *
 * @source "3+1" deck, slide 55 (the stages; the mapping is lost).
 *
 * @example
 * ```ts
 * const table = {
 *   launch: "loose",
 *   growth: "balanced",
 *   maturity: "balanced",
 *   decline: "tight",
 *   end: "tight",
 * } as const;
 * lifeCycleStance("growth", table); // => "balanced"
 * ```
 */
export function lifeCycleStance(stage: LifeCycleStage, table: LifeCycleTable): Stance {
  const given = read("lifeCycleStance", lifeCycleStanceSchema, { stage, table });
  return given.table[given.stage];
}
