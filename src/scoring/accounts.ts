/**
 * @module scoring/accounts
 *
 * The numbers that ratios are made of: the lines of a statement, of a year, and those of the year
 * before; and each ratio of them once, so that two models that use one share its figure.
 */
import { asTerm } from "../ground/exact.ts";
import type { Absent, Caveat, Figure } from "../ground/figure.ts";
import { figure } from "../ground/figure.ts";
import { Fraction, sumOf } from "../ground/fraction.ts";
import { measure } from "./measure.ts";
import type { RatioDefinition } from "./measure.ts";
import type { StatementLine } from "./lines.ts";
import { FLOWS, LINES } from "./lines.ts";
import type { StatementTerms } from "./statement.ts";
import { isYear } from "./statement.ts";

/** Lines of the year before that ratios use. */
export const PREVIOUS = {
  previousTotalAssets: "totalAssets",
  previousTotalLiabilities: "totalLiabilities",
  previousEquity: "equity",
  previousNetIncome: "netIncome",
} as const satisfies Readonly<Record<string, StatementLine>>;

/** A line, or one of the year before. */
export type Line = StatementLine | keyof typeof PREVIOUS;

/** Amounts by line: of a map, so that a line of the same name elsewhere is never read for it. */
type Values = ReadonlyMap<Line, Fraction>;

/** One statement, and the one of the year before where there is one. */
export class Accounts {
  readonly hasPrevious: boolean;
  readonly yearDays: Fraction;
  readonly currency: string | undefined;
  /** What a reader of anything made of the flows must know. */
  readonly caveats: readonly Caveat[];
  readonly #values: Values;
  readonly #ratios = new Map<RatioDefinition, Figure | Absent>();

  constructor(current: StatementTerms, previous?: StatementTerms, currency?: string) {
    this.hasPrevious = previous !== undefined;
    this.yearDays = current.yearDays;
    this.currency = currency;
    this.caveats = [current, ...(previous ? [previous] : [])].flatMap(caveatsOf);
    const values = valuesOf(current, currency);
    const before = previous && valuesOf(previous, currency);
    for (const [name, line] of Object.entries(PREVIOUS) as [Line, StatementLine][]) {
      const amount = before?.get(line);
      if (amount) values.set(name, amount);
    }
    this.#values = values;
  }

  /** The amount of a line; undefined where it was not given. */
  line(name: Line): Fraction | undefined {
    return this.#values.get(name);
  }

  /** A ratio; absent where a line is missing or its divisor is not above 0. */
  ratio(definition: RatioDefinition): Figure | Absent {
    const known = this.#ratios.get(definition);
    if (known) return known;
    const found = measure(definition, this);
    this.#ratios.set(definition, found);
    return found;
  }
}

function caveatsOf(statement: StatementTerms): readonly Caveat[] {
  if (isYear(statement) || statement.annualise === "scale") return [];
  const { months, days } = statement.period ?? {};
  const covered = months === undefined ? `${String(days)} days` : `${String(months)} months`;
  return [{ code: "flows_not_of_a_year", covered }];
}

function valuesOf(statement: StatementTerms, currency: string | undefined): Map<Line, Fraction> {
  const values = new Map<Line, Fraction>();
  for (const line of LINES) {
    const given = statement[line];
    if (given) values.set(line, given);
  }
  if (!isYear(statement) && statement.annualise === "scale") {
    for (const line of FLOWS) {
      const amount = values.get(line);
      if (amount) values.set(line, asTerm(annualised(amount, statement, currency)));
    }
  }
  const netIncome = values.get("netIncome");
  const depreciation = values.get("depreciation");
  const amortisation = values.get("amortisation");
  if (!values.has("fundsFromOperations") && netIncome && depreciation && amortisation) {
    const funds = sumOf([netIncome, depreciation, amortisation]);
    const inputs = { netIncome, depreciation, amortisation };
    const id = "scoring/funds-from-operations";
    values.set("fundsFromOperations", asTerm(figure(id, funds, "money", inputs, { currency })));
  }
  return values;
}

/** A flow of the statement's period, as it would be in a year. */
function annualised(
  amount: Fraction,
  { period, yearDays }: StatementTerms,
  currency: string | undefined,
): Figure {
  const { months, days } = period ?? {};
  const counted = months === undefined ? "days" : "months";
  const covered = Fraction.whole(months ?? days ?? 12);
  const year = counted === "months" ? Fraction.whole(12) : yearDays;
  const ofYear = amount.times(year).over(covered);
  const inputs = { amount, covered, year, counted };
  return figure("scoring/annualised", ofYear, "money", inputs, { currency });
}
