/**
 * @module limits/credit-limit
 *
 * The credit limit: the least of what was asked for and what every method and rule allows.
 */
import type { Issue } from "../ground/errors.ts";
import { CreditError, issue } from "../ground/errors.ts";
import type { Figure } from "../ground/figure.ts";
import { figure } from "../ground/figure.ts";
import type { Fraction } from "../ground/fraction.ts";
import { floorOf, Fraction as Exact, greatest, least, ZERO } from "../ground/fraction.ts";
import type { Read, Terms } from "../ground/input.ts";
import { lazily, read } from "../ground/input.ts";
import { amount, list, money, numeric, object, optional, text } from "../ground/input-atoms.ts";
import type { Numeric } from "../ground/numeric.ts";
import type { List } from "../ground/rows.ts";

/** One bound of the limit: an amount, or a share of a base. */
export interface LimitBound {
  /** What it is called: `model`, `policy`, `collateral`, `insurer`. */
  readonly name: string;
  /** The amount that the limit may not exceed. Money, at least 0. */
  readonly amount?: Numeric;
  /** What a share is taken of; below 0 it counts as 0. Money. */
  readonly base?: Numeric;
  /** The share of the base, at least 0. */
  readonly share?: Numeric;
}

/** What {@link creditLimit} needs. One currency throughout. */
export interface CreditLimitInput {
  /** What was asked for: a bound called `requested`. Money, at least 0. */
  readonly requested?: Numeric;
  /** The other bounds, at most 1,000; none of them may be called `requested`. */
  readonly bounds: List<LimitBound>;
  /** Limits are whole multiples of this. Money, more than 0; as exact as it is unless stated. */
  readonly unit?: Numeric;
}

/** The credit limit and what binds it. */
export interface CreditLimit {
  /** The limit. Money. */
  readonly limit: Figure<"limits/credit-limit" | "limits/credit-limit-in-units">;
  /** The names of the least bounds, in the order given: more than one where they are equal. */
  readonly binding: readonly string[];
}

/** The schema of {@link CreditLimitInput}. */
export const creditLimitSchema = lazily(() => {
  const bound = object({
    name: text(),
    amount: optional(amount()),
    base: optional(money()),
    share: optional(numeric("fraction", { atLeast: ZERO })),
  });
  return object({
    requested: optional(amount()),
    bounds: list(bound, { atMost: 1_000 }),
    unit: optional(money({ above: ZERO })),
  });
});

type LimitTerms = Read<Terms<ReturnType<typeof creditLimitSchema>>>;
type ReadBound = LimitTerms["bounds"][number];

const FN = "creditLimit";
const REQUESTED = "requested";

/**
 * The credit limit (信用限额): the least of what was asked for and of every bound, and which of them
 * binds.
 *
 * Use it after the methods ({@link workingAssetsLimit}, {@link ratingLimit}, {@link
 * salesForecastLimit}…): each is one bound, with the policy's maximum, the collateral, the
 * insurer's decision, what is left of a group's or portfolio's limit. To share one budget among
 * many customers use {@link allocateLimits}.
 *
 * @formula limit = the least of the bounds, where a bound is its amount, or max(base, 0) × share;
 *   with `unit` rounded down to a whole multiple of it
 * @units money in, money out
 *
 * @param input - What was asked for, and the bounds by name.
 * @returns The limit, and the names of the bounds that are least (before rounding).
 *
 * @throws {@link CreditError} `invalid_input`: a field is missing, unknown, out of range or no
 *   plain decimal; a bound with both an amount and a base, or neither; two of one name; none at
 *   all. All faults are listed.
 * @throws {@link CreditError} `currency_mismatch`: figures in two currencies.
 *
 * @source ours; "3+1" deck, slides 77 and 88, names the methods and a maximum of the department.
 *
 * @example
 * ```ts
 * const { limit, binding } = creditLimit({
 *   requested: 50_000,
 *   bounds: [
 *     { name: "working-worth", amount: "38750.40" },
 *     { name: "net-worth", base: 400_000, share: "0.1" },
 *     { name: "policy", amount: 60_000 },
 *   ],
 *   unit: 1000,
 * });
 * limit.value.toString(); // => "38000"
 * binding; // => ["working-worth"]
 * ```
 */
export function creditLimit(input: CreditLimitInput): CreditLimit {
  const terms = read(FN, creditLimitSchema, input);
  requireBounds(terms);
  const { requested, unit, currency } = terms;
  const asked = requested ? [{ name: REQUESTED, amount: requested }] : [];
  const bounds = [...asked, ...terms.bounds.map((bound) => boundOf(bound, currency))];
  const lowest = bounds.map((bound) => bound.amount).reduce(least);
  const binding = bounds.filter((bound) => bound.amount.equals(lowest)).map(({ name }) => name);
  if (!unit) {
    const limit = figure<CreditLimit["limit"]>(
      "limits/credit-limit",
      lowest,
      "money",
      { bounds },
      { currency },
    );
    return { limit, binding };
  }
  const units = Exact.of(floorOf(lowest.over(unit)));
  const limit = figure<CreditLimit["limit"]>(
    "limits/credit-limit-in-units",
    units.times(unit),
    "money",
    { bounds, unit },
    { currency },
  );
  return { limit, binding };
}

/** A bound as a row; one that is a share of a base remembers how it came about. */
function boundOf(bound: ReadBound, currency: string | undefined) {
  const { name, amount: stated, base = ZERO, share = ZERO } = bound;
  if (stated) return { name, amount: stated };
  const allowed: Fraction = greatest(base, ZERO).times(share);
  const inputs = { base, share };
  const origin = figure("limits/bound-by-share", allowed, "money", inputs, { currency });
  return { name, amount: allowed.from(origin) };
}

function requireBounds({ requested, bounds }: LimitTerms): void {
  const issues: Issue[] = [];
  const names = new Set<string>([REQUESTED]);
  if (!requested && bounds.length === 0) {
    issues.push(issue("bounds", "must have at least one entry, or `requested` be given"));
  }
  bounds.forEach(({ name, amount: stated, base, share }, index) => {
    const path = `bounds[${String(index)}]`;
    if (names.has(name)) issues.push(issue(`${path}.name`, "must be a name of its own", name));
    names.add(name);
    if (stated && (base ?? share)) {
      issues.push(issue(path, "must have an amount, or a base and a share, not both"));
    }
    if (!stated && !(base && share)) {
      issues.push(issue(path, "must have an amount, or a base and a share"));
    }
  });
  if (issues.length > 0) throw new CreditError("invalid_input", FN, issues);
}
