/**
 * @module scoring/model-input
 *
 * What a solvency model is given: a statement, or two years of them, or the ratios themselves.
 */
import type { Issue } from "../ground/errors.ts";
import { CreditError, issue } from "../ground/errors.ts";
import type { Absent, Figure, Unit } from "../ground/figure.ts";
import type { Fraction } from "../ground/fraction.ts";
import { numeric, object, optional } from "../ground/input-atoms.ts";
import { LINES } from "./lines.ts";
import { Accounts, PREVIOUS } from "./accounts.ts";
import type { Line } from "./accounts.ts";
import type { RatioDefinition } from "./measure.ts";
import { missingLines } from "./measure.ts";
import type { IdentifiedFormula } from "./models.ts";
import type { RatioValue, ScoreOptions } from "./score.ts";
import { scoreOf } from "./score.ts";
import type { StatementTerms } from "./statement.ts";
import { periodFaults, statementShape } from "./statement.ts";

/** The ratios of a model by the names it has for them: how each is taken off a statement. */
export type ModelRatios = Readonly<Record<string, RatioDefinition>>;

/** Choices as they were read: those left out are there as undefined. */
export type Stated<Choices> = { readonly [K in keyof Choices]?: Choices[K] | undefined };

/** The ratios of a call, for a schema. */
export function ratiosSchema<const R extends Readonly<Record<string, Unit>>>(units: R) {
  const shape = Object.entries(units).map(([name, unit]) => [name, numeric(unit)] as const);
  type Shape = Record<keyof R & string, ReturnType<typeof numeric>>;
  return optional(object(Object.fromEntries(shape) as Shape));
}

/** Two statements, for a schema. */
export const twoYearsShape = () => ({
  current: optional(object(statementShape())),
  previous: optional(object(statementShape())),
});

/** Ratios as they were read. */
type GivenRatios = Readonly<Record<string, Fraction>>;

/** Where the ratios of a call come from. */
export interface RatioSource {
  readonly ratioOf: (name: string) => RatioValue;
  /** The statements, where there are any. */
  readonly accounts?: Accounts;
}

interface OneYear extends StatementTerms {
  readonly ratios?: GivenRatios | undefined;
  readonly currency?: string;
}

interface TwoYears {
  readonly current?: StatementTerms | undefined;
  readonly previous?: StatementTerms | undefined;
  readonly ratios?: GivenRatios | undefined;
  readonly currency?: string;
}

/** The ratios of a model that needs one statement. */
export function ratiosOfYear(fn: string, terms: OneYear, needed: ModelRatios): RatioSource {
  const { ratios, currency } = terms;
  if (ratios) return givenRatios(fn, ratios, terms, STATEMENT_FIELDS);
  const accounts = new Accounts(terms, undefined, currency);
  refuseFaults(fn, [...periodFaults(terms, ""), ...missing(needed, accounts, placeOfLine)]);
  return { accounts, ratioOf: fromAccounts(accounts, needed) };
}

/** The ratios of a model that compares two years. */
export function ratiosOfYears(fn: string, terms: TwoYears, needed: ModelRatios): RatioSource {
  const { current, previous, ratios, currency } = terms;
  if (ratios) return givenRatios(fn, ratios, terms, ["current", "previous"]);
  if (!current || !previous) {
    const absent = (["current", "previous"] as const).filter((field) => !terms[field]);
    const faults = absent.map((field) =>
      issue(field, "must be given, or `ratios` instead of both"),
    );
    throw new CreditError("invalid_input", fn, faults);
  }
  const accounts = accountsOf(fn, current, previous, currency);
  refuseFaults(fn, missing(needed, accounts, placeInTwo));
  return { accounts, ratioOf: fromAccounts(accounts, needed) };
}

/** Two statements as accounts; `previous` must be the earlier one, where dates are given. */
export function accountsOf(
  fn: string,
  current: StatementTerms,
  previous: StatementTerms | undefined,
  currency: string | undefined,
): Accounts {
  const faults = periodFaults(current, "current");
  if (previous) {
    faults.push(...periodFaults(previous, "previous"));
    const [end, before] = [current.periodEnd, previous.periodEnd];
    if (end !== undefined && before !== undefined && end <= before) {
      faults.push(issue("current.periodEnd", "must be later than that of `previous`"));
    }
  }
  refuseFaults(fn, faults);
  return new Accounts(current, previous, currency);
}

/** The score of a model, with the caveats of the statements. */
export function scoreFrom(
  model: IdentifiedFormula,
  { ratioOf, accounts }: RatioSource,
  options: ScoreOptions = {},
): Figure | Absent {
  return scoreOf(model, ratioOf, { ...options, caveats: accounts?.caveats ?? [] });
}

/** The ratios of accounts by the model's names. */
export function fromAccounts(accounts: Accounts, needed: ModelRatios) {
  return (name: string): Figure | Absent => accounts.ratio(needed[name] as RatioDefinition);
}

function givenRatios(
  fn: string,
  ratios: GivenRatios,
  terms: object,
  fields: readonly string[],
): RatioSource {
  refuseFields(fn, terms, fields, BESIDE_RATIOS);
  return { ratioOf: (name) => ratios[name] as Fraction };
}

/** Why a field is refused where the ratios themselves are given. */
export const BESIDE_RATIOS = "must be left out beside `ratios`";

/** The fields of a statement. */
export const STATEMENT_FIELDS = ["periodEnd", "period", "annualise", ...LINES] as const;

/** Refuses those of the fields that are given. */
export function refuseFields(
  fn: string,
  terms: object,
  fields: readonly string[],
  rule: string,
): void {
  const all = terms as Readonly<Record<string, unknown>>;
  const given = fields.filter((field) => all[field] !== undefined);
  refuseFaults(
    fn,
    given.map((field) => issue(field, rule)),
  );
}

/** Every line that the ratios need and do not find. */
function missing(
  needed: ModelRatios,
  accounts: Accounts,
  place: (line: Line) => string,
): readonly Issue[] {
  const lines = Object.values(needed).flatMap((each) => missingLines(each, accounts));
  return [...new Set(lines)].map((line) => issue(place(line), "must be given"));
}

const placeOfLine = (line: Line): string => line;

function placeInTwo(line: Line): string {
  const before: Readonly<Record<string, string>> = PREVIOUS;
  return Object.hasOwn(before, line) ? `previous.${String(before[line])}` : `current.${line}`;
}

/** Throws where there are faults. */
export function refuseFaults(fn: string, faults: readonly Issue[]): void {
  if (faults.length > 0) throw new CreditError("invalid_input", fn, faults);
}
