/** All that the library says of one customer: each answer goes into the next, with its derivation. */
import type {
  ClassMigration,
  CreditCheck,
  CreditLimit,
  Exposure,
  ExposureInput,
  FiveCScore,
  AgedItem,
  GradeBand,
  GradeFor,
  Ledger,
  Numeric,
  PaymentBehaviour,
  Scorecard,
} from "trade-credit";
import {
  agedItems,
  classMigration,
  creditLimit,
  exposure,
  financialRatios,
  gradeFor,
  paymentBehaviour,
  receivablesBalance,
  scorecard,
  solvencyPanel,
} from "trade-credit";
import { pick } from "trade-credit/adapters";
import { askAll, FileFaults } from "./faults.ts";
import type { CustomerFile, ReadFile } from "./file.ts";
import type { Bound, Facts } from "./methods.ts";
import {
  balanceSheetOf,
  boundsOf,
  cardValues,
  checkOf,
  decide,
  fiveCOf,
  needOf,
} from "./methods.ts";
import * as policy from "./policy.ts";

/** A customer assessed. */
export interface Assessment extends Facts {
  readonly asOf: string;
  readonly fiveC: FiveCScore;
  readonly points: Scorecard;
  readonly grade: GradeFor;
  readonly review: ClassMigration;
  readonly termDays: number;
  readonly bounds: readonly Bound[];
  readonly decision: CreditLimit;
  readonly check: CreditCheck;
  /** The same, were all that is overdue paid. */
  readonly checkWhenPaid: CreditCheck;
}

type OpenItem = Pick<AgedItem, "id" | "open" | "daysPastDue">;

/** Assesses a customer as of a day; a file with faults is refused with all of them. */
export function assess({ file, ledger }: ReadFile, asOf: string): Assessment {
  const { statements, size, customer, request, facts: stated } = file;
  const [previous, current] = statements.slice(-2);
  if (!current || !previous) throw new FileFaults(["statements must be a list of two or three"]);
  const given = size === undefined ? {} : { size };
  const found = askAll({
    // The panel reads the statements that the ratios have read: one asking tells their faults.
    statements: () => ({
      ratios: financialRatios(statements),
      panel: solvencyPanel({ current, previous, ...given }),
    }),
    size: () => solvencyPanel({ current: {}, ...given }),
    items: () => behaviourOf(ledger, customer.id, asOf),
    exposure: () =>
      exposureOf(file, asOf, receivablesBalance(ledger, { asOf, party: customer.id })),
    // These need the answers above; asked of the file alone they tell its faults along with the rest.
    facts: () => scorecard({ card: policy.card, values: stated }),
    judged: () => fiveCOf(file),
    class: () => reviewOf(file, 0),
    presentLimit: () =>
      creditLimit({ bounds: [{ name: "present", amount: customer.presentLimit }] }),
    request: () => creditLimit({ requested: request.limit, bounds: [] }),
    need: () => needOf(file, request.termDays),
    balanceSheet: () => balanceSheetOf(file),
    order: () => checkOf(file, asOf, { limit: { kind: "not-set" }, exposure: 0, overdueItems: [] }),
  });
  const { ratios, panel } = found.statements;
  const { items: behaviour } = found;
  const facts: Facts = { file, ratios, panel, behaviour, exposure: found.exposure };
  return { ...facts, asOf, ...judge(facts, itemsOf(ledger, customer.id, asOf), asOf) };
}

/** From what is known to what is decided. */
function judge(facts: Facts, items: readonly OpenItem[], asOf: string) {
  const { file } = facts;
  const fiveC = fiveCOf(file, facts);
  const points = scorecard({ card: policy.card, values: cardValues(facts) });
  const grade = gradeFor({ score: points.score, bands: bandsOf(policy.grades) });
  const review = reviewOf(file, fiveC);
  const termDays = policy.termDaysOf(review.newClass.grade);
  const bounds = boundsOf(facts, { fiveC, score: points.score, termDays });
  const decision = decide(file, bounds);
  const limit = { kind: "amount", amount: decision.limit } as const;
  const account = { limit, exposure: facts.exposure, overdueItems: items };
  const check = checkOf(file, asOf, account);
  const notDue = items.filter(({ daysPastDue }) => daysPastDue.value.lte(0));
  const whenPaid = exposureOf(file, asOf, pick(notDue, ["id", "open"]));
  const paid = { limit, exposure: whenPaid, overdueItems: [] };
  const checkWhenPaid = checkOf(file, asOf, paid);
  return { fiveC, points, grade, review, termDays, bounds, decision, check, checkWhenPaid };
}

/** The class after the newest score. */
function reviewOf({ customer }: CustomerFile, newest: Numeric): ClassMigration {
  const { class: current, formerScores } = customer;
  const { bands, downMargin, upAfter } = policy.classes;
  const scores = [...formerScores, newest];
  return classMigration({ current, scores, bands: bandsOf(bands), downMargin, upAfter });
}

/** `gradeFor` takes bounds and grades only. */
function bandsOf(bands: readonly GradeBand[]): GradeBand[] {
  return bands.map(({ minScore, grade }) => ({ minScore, grade }));
}

function behaviourOf(ledger: Ledger, id: string, asOf: string): PaymentBehaviour {
  const months = policy.behaviourMonths;
  const rows = paymentBehaviour(ledger, { asOf, months });
  const own = [...rows].find(({ party }) => party === id);
  if (!own) throw new FileFaults([`items: none are of customer ${id} as of ${asOf}`]);
  return own;
}

function exposureOf(
  { openOrders, horizon, cover }: CustomerFile,
  asOf: string,
  openItems: ExposureInput["openItems"],
): Exposure {
  return exposure({ asOf, openItems, openOrders, horizon, insured: cover });
}

/** Items that are not overdue may be among them: the check passes over those. */
function itemsOf(ledger: Ledger, party: string, asOf: string): OpenItem[] {
  return pick(agedItems(ledger, { asOf, party }), ["id", "open", "daysPastDue"]);
}
