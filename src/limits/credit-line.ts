/**
 * @module limits/credit-line
 *
 * A credit line in use: how much of it is drawn, paid back and still available.
 *
 * A line is what a customer may draw on; the credit limit is the ceiling that the line itself may
 * not pass. A revolving line is freed by payment; a single-use line is spent once and must then be
 * applied for again.
 */
import { CreditError, issue } from "../ground/errors.ts";
import { asTerm } from "../ground/exact.ts";
import type { Figure } from "../ground/figure.ts";
import type { Fraction } from "../ground/fraction.ts";
import { greatest, ZERO } from "../ground/fraction.ts";
import type { Read, Terms } from "../ground/input.ts";
import { lazily, read } from "../ground/input.ts";
import { amount, list, money, object, optional, withDefault, word } from "../ground/input-atoms.ts";
import { variants } from "../ground/input-variants.ts";
import type { Numeric } from "../ground/numeric.ts";
import { toText } from "../ground/numeric.ts";
import type { List } from "../ground/rows.ts";
import { amountOf } from "./amount.ts";

/** A step that moves money: drawn, paid back; or a new amount of the line. */
export interface CreditLineAmount {
  /** `use` draws on the line, `pay` pays back, `change` sets the line to another amount. */
  readonly kind: "use" | "pay" | "change";
  /** How much: more than 0 for `use` and `pay`, at least 0 for `change`. Money. */
  readonly amount: Numeric;
}

/** A step that stops or opens the line. */
export interface CreditLineStop {
  /** `suspend` stops further use, `resume` lets it go on. */
  readonly kind: "suspend" | "resume";
}

/** One step in the life of a line. */
export type CreditLineEvent = CreditLineAmount | CreditLineStop;

/** What {@link creditLine} needs. One currency throughout. */
export interface CreditLineInput {
  /** Whether payments free the line again. */
  readonly kind: "single-use" | "revolving";
  /** The amount of the line when it was opened. Money, at least 0. */
  readonly line: Numeric;
  /** The credit limit: the line may never be above it. Money, at least 0. */
  readonly limit?: Numeric;
  /** What happened since, in order; at most 10,000 steps. */
  readonly events?: List<CreditLineEvent>;
}

/** A credit line as it stands. */
export interface CreditLine {
  /** `suspended` before all else; `exhausted` where nothing is available; else `open`. */
  readonly status: "open" | "exhausted" | "suspended";
  /** The amount of the line after all changes. Money. */
  readonly line: Figure<"limits/line-amount">;
  /** What of the line is taken: for a single-use line all that was ever drawn. Money. */
  readonly used: Figure<"limits/line-used">;
  /** What the customer owes. Money. */
  readonly outstanding: Figure<"limits/line-outstanding">;
  /** The line less what is used; below 0 where the line was cut below its use. Money. */
  readonly available: Figure<"limits/line-available">;
  /** By how much the use is above the line; 0 as a rule. Money. */
  readonly excess: Figure<"limits/line-excess">;
}

/** The schema of {@link CreditLineInput}. */
export const creditLineSchema = lazily(() => {
  const moved = (kind: "use" | "pay") =>
    object({ kind: word(kind), amount: money({ above: ZERO }) });
  const stopped = (kind: "suspend" | "resume") => object({ kind: word(kind) });
  const event = variants("kind", {
    use: moved("use"),
    pay: moved("pay"),
    change: object({ kind: word("change"), amount: amount() }),
    suspend: stopped("suspend"),
    resume: stopped("resume"),
  });
  return object({
    kind: word("single-use", "revolving"),
    line: amount(),
    limit: optional(amount()),
    events: withDefault(list(event, { atMost: 10_000 }), []),
  });
});

type LineTerms = Read<Terms<ReturnType<typeof creditLineSchema>>>;

const FN = "creditLine";

/**
 * A credit line (信用额度): its amount, what is used, what is owed and what is available, after every
 * use, payment, change and suspension.
 *
 * Use it for one customer's line. It has no memory: the line after one more step is the same call
 * with one more event, and a step that the line does not allow throws and changes nothing. What an
 * order screen asks, with invoices, orders, insurance and a group, is {@link creditCheck}.
 *
 * @formula available = line − used; used = Σ drawn − Σ paid for a revolving line (循环额度), Σ drawn
 *   for a single-use line (单项额度); outstanding = Σ drawn − Σ paid
 * @units money in, money out
 *
 * @param input - The kind, the amount, the credit limit above it, and what happened since.
 * @returns The line as it stands. Cutting a line below its use is allowed: `available` is then
 *   below 0 and `excess` says by how much.
 *
 * @throws {@link CreditError} `invalid_input`: a field is missing, unknown, negative or no plain
 *   decimal; all faults are listed.
 * @throws {@link CreditError} `infeasible`: the line does not allow a step: a use above what is
 *   available or while suspended, a payment above what is owed, a line above the credit limit, a
 *   suspension of a suspended line. The first such step is named.
 *
 * @source "3+1" deck, slides 77 (line and limit) and 94 (单项额度, 循环额度).
 *
 * @example
 * ```ts
 * const events = [
 *   { kind: "use", amount: 60_000 },
 *   { kind: "pay", amount: 25_000 },
 * ] as const;
 * const line = { line: 100_000, limit: 150_000, events };
 * creditLine({ kind: "revolving", ...line }).available.value.toString(); // => "65000"
 * creditLine({ kind: "single-use", ...line }).available.value.toString(); // => "40000"
 * creditLine({ kind: "revolving", ...line, events: [{ kind: "use", amount: 100_001 }] });
 * // throws infeasible
 * ```
 */
export function creditLine(input: CreditLineInput): CreditLine {
  const terms = read(FN, creditLineSchema, input);
  const { rows, isSuspended } = walk(terms);
  const { kind: type, line: opening, currency } = terms;
  const last = rows.at(-1);
  const line: CreditLine["line"] = amountOf(
    "limits/line-amount",
    last?.line ?? opening,
    () => ({ opening, events: columns(rows, "line", "changed") }),
    currency,
  );
  const used: CreditLine["used"] = amountOf(
    "limits/line-used",
    last?.used ?? ZERO,
    () => ({ type, events: columns(rows, "drawn") }),
    currency,
  );
  const outstanding: CreditLine["outstanding"] = amountOf(
    "limits/line-outstanding",
    last?.owed ?? ZERO,
    () => ({ events: columns(rows, "borrowed") }),
    currency,
  );
  const left = asTerm(line).minus(asTerm(used));
  const over = greatest(left.negated(), ZERO);
  const inputs = { line, used };
  const available: CreditLine["available"] = amountOf(
    "limits/line-available",
    left,
    inputs,
    currency,
  );
  const excess: CreditLine["excess"] = amountOf("limits/line-excess", over, inputs, currency);
  const status = isSuspended ? "suspended" : left.sign > 0 ? "open" : "exhausted";
  return { status, line, used, outstanding, available, excess };
}

/** The steps with what one figure reads of them. */
function columns(rows: readonly Step[], ...names: ("line" | "changed" | "drawn" | "borrowed")[]) {
  return rows.map((row) => ({
    kind: row.kind,
    amount: row.amount,
    ...Object.fromEntries(names.map((name) => [name, row[name]])),
  }));
}

/** A step that moves money, as read. */
type MoneyStep = Extract<LineTerms["events"][number], { readonly amount: Fraction }>;

interface Step {
  readonly kind: CreditLineEvent["kind"];
  readonly amount: Fraction | undefined;
  readonly line: Fraction;
  readonly used: Fraction;
  readonly owed: Fraction;
  readonly changed: Fraction;
  readonly drawn: Fraction;
  readonly borrowed: Fraction;
}

/** Every step with what it did; refuses the first one that the line does not allow. */
function walk({ kind, line: opening, limit, events }: LineTerms) {
  const rows: Step[] = [];
  let [line, used, owed, isSuspended] = [opening, ZERO, ZERO, false];
  requireWithin("line", opening, limit, "the credit limit");
  events.forEach((event, index) => {
    const path = `events[${String(index)}]`;
    const moved = Object.hasOwn(event, "amount") ? (event as MoneyStep).amount : undefined;
    let [changed, drawn, borrowed] = [ZERO, ZERO, ZERO];
    if (event.kind === "use") {
      if (isSuspended) refuseStep(`${path}.kind`, "must not be `use` while the line is suspended");
      requireWithin(`${path}.amount`, event.amount, greatest(line.minus(used), ZERO), "available");
      drawn = borrowed = event.amount;
    } else if (event.kind === "pay") {
      requireWithin(`${path}.amount`, event.amount, owed, "owed");
      borrowed = event.amount.negated();
      drawn = kind === "revolving" ? borrowed : ZERO;
    } else if (event.kind === "change") {
      requireWithin(`${path}.amount`, event.amount, limit, "the credit limit");
      changed = event.amount.minus(line);
    } else {
      const stops = event.kind === "suspend";
      if (stops === isSuspended) {
        refuseStep(
          `${path}.kind`,
          `must change the line, which is ${stops ? "" : "not "}suspended`,
        );
      }
      isSuspended = stops;
    }
    [line, used, owed] = [line.plus(changed), used.plus(drawn), owed.plus(borrowed)];
    rows.push({ kind: event.kind, amount: moved, line, used, owed, changed, drawn, borrowed });
  });
  return { rows, isSuspended };
}

function requireWithin(path: string, value: Fraction, most: Fraction | undefined, what: string) {
  if (!most || value.compare(most) <= 0) return;
  refuseStep(path, `must be at most ${toText(most)}, ${what}`, toText(value));
}

function refuseStep(path: string, rule: string, ...received: [string?]): never {
  throw new CreditError("infeasible", FN, [issue(path, rule, ...received)]);
}
