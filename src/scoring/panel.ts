/**
 * @module scoring/panel
 *
 * Every solvency model that the data allow, side by side, and where they disagree.
 */
import { CreditError, issue } from "../ground/errors.ts";
import type { Absent } from "../ground/figure.ts";
import { absent } from "../ground/figure.ts";
import type { Terms } from "../ground/input.ts";
import { lazily, read } from "../ground/input.ts";
import { object, optional } from "../ground/input-atoms.ts";
import { Accounts } from "./accounts.ts";
import type { AltmanZ, AltmanZDoublePrime, AltmanZEmerging, AltmanZPrime } from "./altman.ts";
import {
  BOOK_RATIOS_OF_FIVE,
  BOOK_RATIOS_OF_FOUR,
  MARKET_RATIOS_OF_FIVE,
  zDoublePrimeOf,
  zEmergingOf,
  zOf,
  zPrimeOf,
} from "./altman.ts";
import type { Bathory } from "./bathory.ts";
import { bathoryOf, bathoryRatios } from "./bathory.ts";
import { LINES } from "./lines.ts";
import type { ModelRatios, RatioSource } from "./model-input.ts";
import {
  accountsOf,
  fromAccounts,
  refuseFaults,
  refuseFields,
  scoreFrom,
  STATEMENT_FIELDS,
  twoYearsShape,
} from "./model-input.ts";
import { zmijewskiModels } from "./models-zmijewski.ts";
import type { OhlsonO, OhlsonSize } from "./ohlson.ts";
import { OHLSON_MODEL_RATIOS, ohlsonOf, ohlsonSizeSchema, withSize } from "./ohlson.ts";
import { numberOf } from "./score.ts";
import type { Zone } from "./score.ts";
import type { Springate } from "./springate.ts";
import { SPRINGATE_RATIOS, springateOf } from "./springate.ts";
import type { FinancialStatement } from "./statement.ts";
import { periodFaults, statementShape } from "./statement.ts";
import type { ZhouF } from "./zhou.ts";
import { zhouOf, zhouRatios } from "./zhou.ts";
import type { Zmijewski } from "./zmijewski.ts";
import { ZMIJEWSKI_RATIOS } from "./zmijewski.ts";

/** Two statements, of which the earlier one may be missing, and the size for Ohlson's model. */
export interface SolvencyPanelYears {
  /** The statement that is judged. */
  readonly current: FinancialStatement;
  /** The statement of the year before: {@link zhouF} and {@link ohlsonO} need it. */
  readonly previous?: FinancialStatement;
  /** The size of the firm: {@link ohlsonO} needs it. */
  readonly size?: OhlsonSize;
}

/** What {@link solvencyPanel} needs: a statement, or the statements of two years. */
export type SolvencyPanelInput = FinancialStatement | SolvencyPanelYears;

/** The score of each model, or why it has none. */
export interface SolvencyScores {
  /** Altman's Z of 1968, with equity at its market price. */
  readonly altmanZ: AltmanZ | Absent;
  /** Altman's Z' of 1983. */
  readonly altmanZPrime: AltmanZPrime | Absent;
  /** Altman's Z'' of 1995. */
  readonly altmanZDoublePrime: AltmanZDoublePrime | Absent;
  /** Altman's Z'' with the constant for emerging markets. */
  readonly altmanZEmerging: AltmanZEmerging | Absent;
  /** Bathory's score, which has no zones. */
  readonly bathory: Bathory | Absent;
  /** Springate's S. */
  readonly springate: Springate | Absent;
  /** Zmijewski's X. */
  readonly zmijewski: Zmijewski | Absent;
  /** Zhou's F. */
  readonly zhouF: ZhouF | Absent;
  /** Ohlson's O, by the cut-off 0.5. */
  readonly ohlsonO: OhlsonO | Absent;
}

/** The name of a model. */
export type SolvencyModelName = keyof SolvencyScores;

/** Two models that put the firm into different zones. */
export interface ZoneDisagreement {
  /** The model that sees more danger. */
  readonly worse: SolvencyModelName;
  /** Its zone. */
  readonly worseZone: Zone;
  /** The other one. */
  readonly better: SolvencyModelName;
  /** Its zone. */
  readonly betterZone: Zone;
}

/** All models side by side. */
export interface SolvencyPanel {
  /** The score of each model, or why it has none. */
  readonly scores: SolvencyScores;
  /** The models by the zone they put the firm into. */
  readonly zones: Readonly<Record<Zone, readonly SolvencyModelName[]>>;
  /** Models without a zone: no score, or no published cut-off. */
  readonly withoutZone: readonly SolvencyModelName[];
  /** True where all models that have a zone name the same one. */
  readonly agree: boolean;
  /** Every pair that does not, those farthest apart first. */
  readonly disagreements: readonly ZoneDisagreement[];
}

/** The schema of {@link SolvencyPanelInput}. */
export const solvencyPanelSchema = lazily(() =>
  object({ ...statementShape(), ...twoYearsShape(), size: optional(ohlsonSizeSchema()) }),
);

/**
 * Solvency panel (偿付能力模型对照): every model that the data allow, and where they disagree.
 *
 * Use it first: models were estimated on different firms, and a verdict that only one of them gives
 * is weak. For one model with its choices call that model.
 *
 * @units money in; scores and zones out
 *
 * @param input - A statement, or `{ current, previous?, size? }`. Without the year before, Zhou's
 *   and Ohlson's models have no score; without `size` Ohlson's has none.
 * @returns The scores by model, absent with the lines they miss; the models by zone; every pair
 *   that disagrees.
 *
 * @throws {@link CreditError} `invalid_input`: a field is unknown, out of range or no plain
 *   decimal; `previous` is not the earlier one; no line is given.
 *
 * @source The models' own; see each.
 *
 * @example
 * ```ts
 * const { scores, zones, agree } = solvencyPanel({
 *   currentAssets: 5200,
 *   currentLiabilities: 3000,
 *   totalAssets: 10_000,
 *   totalLiabilities: 4500,
 *   equity: 5500,
 *   retainedEarnings: 2500,
 *   ebit: 1000,
 *   sales: 12_000,
 * });
 * zones.safe; // => ["altmanZDoublePrime", "altmanZEmerging"]
 * zones.grey; // => ["altmanZPrime"]
 * agree; // => false
 * const { altmanZ } = scores;
 * altmanZ.value === null && altmanZ.reason.message; // => "needs marketEquity"
 * ```
 */
export function solvencyPanel(input: SolvencyPanelInput): SolvencyPanel {
  const terms = read(FN, solvencyPanelSchema, input);
  const scores = scoresOf(accountsIn(terms), terms);
  const zoned = Object.entries(scores).flatMap(([name, score]: [string, object]) => {
    const zone = Object.hasOwn(score, "zone") ? (score as { zone: Zone }).zone : undefined;
    return [{ name: name as SolvencyModelName, zone }];
  });
  const inZone = (zone: Zone | undefined) =>
    zoned.filter((each) => each.zone === zone).map(({ name }) => name);
  const zones = { distress: inZone("distress"), grey: inZone("grey"), safe: inZone("safe") };
  const named = Object.values(zones).filter(({ length }) => length > 0).length;
  return {
    scores,
    zones,
    withoutZone: inZone(undefined),
    agree: named <= 1,
    disagreements: disagreementsOf(zones),
  };
}

const FN = "solvencyPanel";

type PanelTerms = Terms<ReturnType<typeof solvencyPanelSchema>> & { readonly currency?: string };

function accountsIn(terms: PanelTerms): Accounts {
  const { current, previous, currency } = terms;
  if (current) {
    refuseFields(FN, terms, STATEMENT_FIELDS, "must be left out beside `current`");
    return accountsOf(FN, current, previous, currency);
  }
  refuseFields(FN, terms, ["previous", "size"], "must be left out without `current`");
  refuseFaults(FN, periodFaults(terms, ""));
  if (LINES.some((line) => terms[line])) return new Accounts(terms, undefined, currency);
  const rule = "must have lines of a statement, or `current`";
  throw new CreditError("invalid_input", FN, [issue("", rule)]);
}

function scoresOf(accounts: Accounts, { size }: PanelTerms): SolvencyScores {
  const by = (ratios: ModelRatios): RatioSource => ({
    accounts,
    ratioOf: fromAccounts(accounts, ratios),
  });
  const scores = {
    altmanZ: zOf(by(MARKET_RATIOS_OF_FIVE), "0.999"),
    altmanZPrime: zPrimeOf(by(BOOK_RATIOS_OF_FIVE)),
    altmanZDoublePrime: zDoublePrimeOf(by(BOOK_RATIOS_OF_FOUR)),
    altmanZEmerging: zEmergingOf(by(BOOK_RATIOS_OF_FOUR)),
    bathory: bathoryOf(by(bathoryRatios({})), {}),
    springate: springateOf(by(SPRINGATE_RATIOS)),
    zmijewski: scoreFrom(zmijewskiModels.paper, by(ZMIJEWSKI_RATIOS)),
    zhouF: zhouOf(by(zhouRatios({})), {}),
    ohlsonO: size ? ohlsonOf(withSize(by(OHLSON_MODEL_RATIOS), size), numberOf("0.5")) : noSize(),
  };
  return scores as SolvencyScores;
}

function noSize(): Absent {
  return absent("scoring/ohlson-o", "score", {}, "not_defined", "needs size");
}

const WORST_FIRST = ["distress", "grey", "safe"] as const;

/** Every pair of models in two zones: distress against safe first. */
function disagreementsOf(zones: SolvencyPanel["zones"]): ZoneDisagreement[] {
  const pairs = [
    [0, 2],
    [0, 1],
    [1, 2],
  ] as const;
  return pairs.flatMap(([low, high]) => {
    const [worseZone, betterZone] = [WORST_FIRST[low], WORST_FIRST[high]];
    return zones[worseZone].flatMap((worse) =>
      zones[betterZone].map((better) => ({ worse, worseZone, better, betterZone })),
    );
  });
}
