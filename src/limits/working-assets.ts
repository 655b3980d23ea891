/**
 * @module limits/working-assets
 *
 * The credit limit that a customer's balance sheet bears: a share of its working worth, the greater
 * the better four ratios stand.
 */
import type { Issue } from "../ground/errors.ts";
import { CreditError, issue } from "../ground/errors.ts";
import { asTerm } from "../ground/exact.ts";
import type { Absent, Figure } from "../ground/figure.ts";
import { absent, figure, isAbsent } from "../ground/figure.ts";
import type { Fraction } from "../ground/fraction.ts";
import { Fraction as Exact, greatest, ONE, ZERO } from "../ground/fraction.ts";
import type { Read, Terms } from "../ground/input.ts";
import { lazily, read } from "../ground/input.ts";
import {
  amount,
  list,
  money,
  numeric,
  object,
  optional,
  rate,
  text,
  withDefault,
} from "../ground/input-atoms.ts";
import type { Numeric } from "../ground/numeric.ts";
import type { List } from "../ground/rows.ts";
import { workingAssetsBands } from "./presets.ts";

/** One band of evaluation values. */
export interface WorkingAssetsBand {
  /** Evaluation values above this one are in the band; the first band has none. */
  readonly above?: Numeric;
  /** Share of working worth that may be granted, from 0 to 1. */
  readonly share: Numeric;
  /** How the risk is called. */
  readonly zone: string;
}

/** What {@link workingAssetsLimit} needs: lines of one balance sheet. */
export interface WorkingAssetsLimitInput {
  /** Current assets. Money, at least 0. */
  readonly currentAssets: Numeric;
  /** Inventory, which is part of them. Money, at least 0. */
  readonly inventory: Numeric;
  /** Current liabilities. Money, at least 0. */
  readonly currentLiabilities: Numeric;
  /** All liabilities, current ones included. Money, at least 0. */
  readonly totalLiabilities: Numeric;
  /** Owners' equity, of either sign. Money. */
  readonly equity: Numeric;
  /** Shares by evaluation value, ascending; {@link workingAssetsBands} unless stated. */
  readonly bands?: List<WorkingAssetsBand>;
  /** Factor for the customer's class, at least 0; 1 unless stated. */
  readonly classFactor?: Numeric;
}

/** One of the four ratios. */
export type WorkingAssetsRatio = Figure<
  | "limits/current-ratio"
  | "limits/quick-ratio"
  | "limits/current-liabilities-to-equity"
  | "limits/liabilities-to-equity"
>;

/** The share of working worth that may be granted, with the risk it stands for. */
export type WorkingAssetsShare = Figure<"limits/working-assets-share"> & {
  /** The risk, in the word of the band. */
  readonly zone: string;
};

/** The limit and what it rests on. */
export interface WorkingAssetsLimit {
  /** The limit. Money; absent where the evaluation value is. */
  readonly limit: Figure<"limits/working-assets"> | Absent<"limits/working-assets">;
  /** Half of working capital and equity. Money, of either sign. */
  readonly workingWorth: Figure<"limits/working-worth">;
  /** Both liquidity ratios less both debt ratios; absent where one of them has no meaning. */
  readonly evaluation:
    Figure<"limits/working-assets-evaluation"> | Absent<"limits/working-assets-evaluation">;
  /** The share of the evaluation value, with its zone. */
  readonly share: WorkingAssetsShare | Absent<"limits/working-assets-share">;
}

/** The schema of {@link WorkingAssetsLimitInput}. */
export const workingAssetsLimitSchema = lazily(() => {
  const band = object({ above: optional(numeric("score")), share: rate(), zone: text() });
  return object({
    currentAssets: amount(),
    inventory: amount(),
    currentLiabilities: amount(),
    totalLiabilities: amount(),
    equity: money(),
    bands: withDefault(list(band, { atLeast: 1, atMost: 1_000 }), workingAssetsBands),
    classFactor: withDefault(numeric("any", { atLeast: ZERO }), 1),
  });
});

type BalanceTerms = Read<Terms<ReturnType<typeof workingAssetsLimitSchema>>>;

const FN = "workingAssetsLimit";

/**
 * Limit by working assets (营运资产分析模型): the share of a customer's working worth that its balance
 * sheet allows.
 *
 * Use it where a balance sheet is all there is: it is what all suppliers together may lend, not one
 * of them. With a score of payment and management use {@link ratingLimit}; for what the customer
 * needs use {@link salesForecastLimit}.
 *
 * @formula workingWorth = (currentAssets − currentLiabilities + equity) ÷ 2; evaluation =
 *   currentAssets ÷ currentLiabilities + (currentAssets − inventory) ÷ currentLiabilities −
 *   currentLiabilities ÷ equity − totalLiabilities ÷ equity; limit = workingWorth × share of the
 *   evaluation × classFactor
 * @units money in, money out; the evaluation is a score
 *
 * @param input - Lines of one balance sheet, the bands, and a factor for the customer's class.
 * @returns The limit, working worth, evaluation and share. Equity of 0 or less is the zone of the
 *   first band and a limit of 0, whatever the ratios say: dividing by negative equity turns the
 *   deepest debt into the best value. Working worth below 0 is a limit of 0. Without current
 *   liabilities there is no evaluation, and the limit is absent.
 *
 * @throws {@link CreditError} `invalid_input`: a field is missing, unknown, negative or no plain
 *   decimal; inventory above current assets, current above all liabilities, bands that do not
 *   ascend. All faults are listed.
 *
 * @source Two Chinese pages on the model (one prints the whole table); "3+1" deck, slide 77, names
 *   it with a misprint (应运) and gives no formula. The guards are ours.
 *
 * @example
 * ```ts
 * const sheet = { currentAssets: 2600, inventory: 1200, currentLiabilities: 2400 };
 * const { limit, evaluation, share } = workingAssetsLimit({
 *   ...sheet,
 *   totalLiabilities: 4200,
 *   equity: 1400,
 * });
 * evaluation.value?.toFixed(8); // => "-3.04761905"
 * limit.value?.toString(); // => "60"
 * "zone" in share && share.zone; // => "elevated"
 * ```
 */
export function workingAssetsLimit(input: WorkingAssetsLimitInput): WorkingAssetsLimit {
  const terms = read(FN, workingAssetsLimitSchema, input);
  requireBalanceSheet(terms);
  const { currentAssets, currentLiabilities, equity, classFactor, currency } = terms;
  const workingCapital = currentAssets.minus(currentLiabilities);
  const worth = workingCapital.plus(equity).over(TWO);
  const worthInputs = { currentAssets, currentLiabilities, equity };
  const workingWorth: WorkingAssetsLimit["workingWorth"] = figure(
    "limits/working-worth",
    worth,
    "money",
    worthInputs,
    { currency },
  );
  const evaluation = evaluationOf(terms);
  const share = shareOf(terms, evaluation);
  const id = "limits/working-assets";
  if (isAbsent(share)) {
    const { code, message } = share.reason;
    const limit = absent(id, "money", { workingWorth, share }, code, message);
    return { limit, workingWorth, evaluation, share };
  }
  const granted = asTerm(share);
  const exact = greatest(worth, ZERO).times(granted).times(classFactor);
  const inputs = { workingWorth, share, classFactor };
  const limit: WorkingAssetsLimit["limit"] = figure(id, exact, "money", inputs, { currency });
  return { limit, workingWorth, evaluation, share };
}

const TWO = /* @__PURE__ */ Exact.of(2n);

/** Refuses what cannot stand in one balance sheet, and bands that are none. */
function requireBalanceSheet(terms: BalanceTerms): void {
  const { currentAssets, inventory, currentLiabilities, totalLiabilities, bands } = terms;
  const issues: Issue[] = [];
  if (inventory.compare(currentAssets) > 0) {
    issues.push(issue("inventory", "must be at most currentAssets: it is part of them"));
  }
  if (currentLiabilities.compare(totalLiabilities) > 0) {
    issues.push(issue("totalLiabilities", "must be at least currentLiabilities"));
  }
  bands.forEach(({ above }, index) => {
    const path = `bands[${String(index)}].above`;
    const before = bands[index - 1]?.above;
    if (index === 0 && above) issues.push(issue(path, "must be left out in the first band"));
    if (index > 0 && !above) issues.push(issue(path, "must be given in all bands but the first"));
    if (above && before && above.compare(before) <= 0) {
      issues.push(issue(path, "must be greater than that of the band before"));
    }
  });
  if (issues.length > 0) throw new CreditError("invalid_input", FN, issues);
}

/** Both liquidity ratios less both debt ratios. */
function evaluationOf(terms: BalanceTerms): WorkingAssetsLimit["evaluation"] {
  const { currentAssets, inventory, currentLiabilities, totalLiabilities, equity } = terms;
  const id = "limits/working-assets-evaluation";
  if (equity.sign <= 0 || currentLiabilities.isZero) {
    const reason = equity.sign <= 0 ? "equity is not above 0" : "current liabilities are 0";
    const inputs = { equity, currentLiabilities };
    return absent(id, "score", inputs, "not_defined", reason);
  }
  const current = ratio("limits/current-ratio", { currentAssets, currentLiabilities });
  const quickAssets = currentAssets.minus(inventory);
  const quick = figure<WorkingAssetsRatio>(
    "limits/quick-ratio",
    quickAssets.over(currentLiabilities),
    "times",
    { currentAssets, inventory, currentLiabilities },
  );
  const currentDebt = ratio("limits/current-liabilities-to-equity", { currentLiabilities, equity });
  const debt = ratio("limits/liabilities-to-equity", { totalLiabilities, equity });
  const liquidity = asTerm(current).plus(asTerm(quick));
  const exact = liquidity.minus(asTerm(currentDebt)).minus(asTerm(debt));
  const inputs = {
    currentRatio: current,
    quickRatio: quick,
    currentLiabilitiesToEquity: currentDebt,
    liabilitiesToEquity: debt,
  };
  return figure(id, exact, "score", inputs);
}

/** The first of two lines over the second. */
function ratio(
  id: WorkingAssetsRatio["formula"],
  lines: Readonly<Record<string, Fraction>>,
): WorkingAssetsRatio {
  const [over, under] = Object.values(lines) as [Fraction, Fraction];
  return figure(id, over.over(under), "times", lines);
}

/** The share of the band that the evaluation value lies in; without equity, of the first one. */
function shareOf(
  { equity, bands }: BalanceTerms,
  evaluation: WorkingAssetsLimit["evaluation"],
): WorkingAssetsLimit["share"] {
  const id = "limits/working-assets-share";
  if (isAbsent(evaluation) && equity.sign > 0) {
    const { code, message } = evaluation.reason;
    return absent(id, "fraction", { equity, evaluation }, code, message);
  }
  const found = isAbsent(evaluation) ? undefined : asTerm(evaluation);
  const rows = bands.map((band, index) => {
    const place = Exact.whole(index + 1);
    const isReached = found && (!band.above || found.compare(band.above) > 0);
    return { ...band, place, reached: isReached ? place : ONE };
  });
  // Bands ascend: the last one reached is the one that the value lies in.
  const [first] = rows as [(typeof rows)[number]];
  const { share, zone } = rows.filter(({ place, reached }) => place === reached).at(-1) ?? first;
  const inputs = { equity, evaluation: found, bands: rows };
  return figure<WorkingAssetsShare>(id, found ? share : ZERO, "fraction", inputs, {
    label: { zone },
  });
}
