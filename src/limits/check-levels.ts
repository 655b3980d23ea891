/**
 * @module limits/check-levels
 *
 * The levels of a check, from the customer up to its group: limit, exposure, what is available.
 */
import type { Absent, Figure } from "../ground/figure.ts";
import { absent, figure } from "../ground/figure.ts";
import type { Fraction } from "../ground/fraction.ts";
import { Fraction as Exact, greatest, sumOf, ZERO } from "../ground/fraction.ts";
import { amountOf } from "./amount.ts";
import type { CheckTerms } from "./check-input.ts";

/** What of a limit is left. */
export type LevelAvailable = Figure<"limits/available"> | Absent<"limits/available">;

/** Exposure with the order as a share of the limit. */
export type LevelUtilisation = Figure<"limits/utilisation"> | Absent<"limits/utilisation">;

/** A level of the check. */
export interface CheckLevel {
  /** Who. */
  readonly party: string;
  /** What its limit is. */
  readonly kind: "amount" | "not-set" | "unlimited";
  /** Limit less exposure, before the order. Money; absent where there is no amount. */
  readonly available: LevelAvailable;
  /** Exposure and order ÷ limit; absent where there is no amount, or one of 0. */
  readonly utilisation: LevelUtilisation;
}

/** A level as it is computed with. */
export interface Level {
  readonly id: string;
  readonly kind: CheckLevel["kind"];
  readonly limit: Fraction | undefined;
  readonly exposure: Fraction;
  readonly gross: Fraction;
  readonly overdue: Overdue | undefined;
  readonly items: readonly Item[];
}

interface Overdue {
  readonly amount: Fraction;
  readonly oldestDays: Fraction;
}

type Item = NonNullable<CheckTerms["parties"][number]["overdueItems"]>[number];

/** The levels as read; what is overdue is counted where only its items are given. */
export function levelsOf({ parties }: CheckTerms): readonly Level[] {
  return parties.map(({ id, limit, exposure, overdue, overdueItems }) => {
    const isNumber = exposure instanceof Exact;
    const items = (overdueItems ?? []).filter(isDebt);
    const counted = overdueItems && {
      amount: sumOf(items.map(({ open }) => open)),
      oldestDays: items.map(({ daysPastDue }) => daysPastDue).reduce(greatest, ZERO),
    };
    return {
      id,
      kind: limit.kind,
      limit: limit.kind === "amount" ? limit.amount : undefined,
      exposure: isNumber ? exposure : exposure.net,
      gross: isNumber ? exposure : exposure.gross,
      overdue: overdue ?? counted,
      items,
    };
  });
}

const isDebt = ({ open, daysPastDue }: Item): boolean => open.sign > 0 && daysPastDue.sign > 0;

/** A level with its figures. */
export function shownLevel(level: Level, order: Fraction, currency: string | undefined) {
  const { id: party, kind, limit, exposure } = level;
  const given = { party, limit, exposure };
  if (!limit) {
    const [code, reason] = whyOpen(kind);
    const available = absent("limits/available", "money", given, code, reason);
    const utilisation = absent("limits/utilisation", "fraction", given, code, reason);
    return { party, kind, available, utilisation };
  }
  const left = limit.minus(exposure);
  const available: LevelAvailable = amountOf("limits/available", left, given, currency);
  return { party, kind, available, utilisation: utilisationOf(level, limit, order) };
}

function utilisationOf(level: Level, limit: Fraction, order: Fraction): LevelUtilisation {
  const id = "limits/utilisation";
  const inputs = { party: level.id, limit, exposure: level.exposure, order };
  if (limit.isZero) return absent(id, "fraction", inputs, "not_defined", "the limit is 0");
  const share = level.exposure.plus(order).over(limit);
  return figure(id, share, "fraction", inputs);
}

/** Why a level without an amount has nothing to compute with. */
export function whyOpen(kind: CheckLevel["kind"]): readonly ["not_defined" | "unlimited", string] {
  return kind === "unlimited"
    ? ["unlimited", "there is no limit"]
    : ["not_defined", "no limit is set"];
}

/** The levels whose limit leaves least, the customer's first; none without an amount anywhere. */
export function tightest(levels: readonly Level[]): readonly Level[] {
  let found: Level[] = [];
  let least: Fraction | undefined;
  for (const level of levels) {
    const left = level.limit?.minus(level.exposure);
    if (!left) continue;
    const order = least ? left.compare(least) : -1;
    if (order < 0) [found, least] = [[level], left];
    else if (order === 0) found.push(level);
  }
  return found;
}
