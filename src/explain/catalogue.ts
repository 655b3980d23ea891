/**
 * @module explain/catalogue
 *
 * The formula catalogue: the records that the domains keep beside their code, and their expressions
 * read, each once and only when asked for.
 */
import { agingFormulas } from "../aging/formulas.ts";
import { collectionsFormulas } from "../collections/formulas.ts";
import { costFormulas } from "../cost/formulas.ts";
import { discountFormulas } from "../discount/formulas.ts";
import { dsoFormulas } from "../dso/formulas.ts";
import { CreditError, isCreditError } from "../ground/errors.ts";
import type { FormulaRecord } from "../ground/formulas.ts";
import { ledgerFormulas } from "../ledger/formulas.ts";
import { behaviourFormulas } from "../ledger/formulas-behaviour.ts";
import { limitsFormulas } from "../limits/formulas.ts";
import { policyFormulas } from "../policy/formulas.ts";
import { performanceFormulas } from "../performance/formulas.ts";
import { modelFormulas } from "../scoring/formulas-models.ts";
import { ratioFormulas } from "../scoring/formulas-ratios.ts";
import { scoringFormulas } from "../scoring/formulas.ts";
import type { Expression } from "./expression.ts";
import { parseExpression } from "./expression.ts";
import type { ColumnFormulas } from "./sheet.ts";

/** A record with its expressions read. */
export interface Formula {
  readonly record: FormulaRecord;
  readonly value: Expression | undefined;
  /** By the path of the table, then by column. */
  readonly columns: ReadonlyMap<string, ColumnFormulas>;
  readonly conditions: readonly Expression[];
  readonly label: { readonly key: string; readonly rule: Expression } | undefined;
}

/** Where formulas are looked up by id. */
export interface Catalogue {
  readonly records: readonly FormulaRecord[];
  formula(id: string): Formula | undefined;
}

/**
 * Every formula of the library: what it is called, what it is measured in, where it is from and
 * how it is calculated.
 *
 * Use it to document a report, to translate the names of figures, or to show an auditor the formula
 * of every number before there are any numbers. For one formula use {@link formulaRecord}.
 *
 * @returns The records, frozen, in the order of the library's domains.
 *
 * @example
 * ```ts
 * const dso = formulaCatalogue().filter(({ id }) => id.startsWith("dso/"));
 * dso[0]?.name.en; // => "DSO, period average"
 * ```
 */
export function formulaCatalogue(): readonly FormulaRecord[] {
  return ownCatalogue().records;
}

/**
 * The record of one formula, by the id that its figures carry.
 *
 * @param id - The `formula` of a figure: `dso/period-average`.
 * @returns The record, frozen; undefined for an id that this version of the library does not know.
 *
 * @example
 * ```ts
 * formulaRecord("dso/period-average")?.value; // => "receivables / (1 + taxRate) / sales * days"
 * formulaRecord("dso/of-tomorrow"); // => undefined
 * ```
 */
export function formulaRecord(id: string): FormulaRecord | undefined {
  return ownCatalogue().formula(id)?.record;
}

let made: Catalogue | undefined;

/** The library's own catalogue. */
export function ownCatalogue(): Catalogue {
  return (made ??= catalogueOf([
    ...ledgerFormulas,
    ...behaviourFormulas,
    ...dsoFormulas,
    ...agingFormulas,
    ...discountFormulas,
    ...performanceFormulas,
    ...collectionsFormulas,
    ...costFormulas,
    ...policyFormulas,
    ...ratioFormulas,
    ...modelFormulas,
    ...scoringFormulas,
    ...limitsFormulas,
  ]));
}

/** A catalogue of the records given; expressions are read when their formula is first asked for. */
export function catalogueOf(records: readonly FormulaRecord[]): Catalogue {
  const byId = new Map(records.map((record) => [record.id, deepFrozen(record)]));
  const formulas = new Map<string, Formula>();
  return {
    records: Object.freeze([...records]),
    formula(id) {
      const record = byId.get(id);
      let formula = formulas.get(id);
      if (record && !formula) formulas.set(id, (formula = formulaOf(record)));
      return formula;
    },
  };
}

/** The record with its expressions read; a malformed one is named. */
function formulaOf(record: FormulaRecord): Formula {
  const { id, value, columns = {}, conditions = [], label } = record;
  const read = (field: string, text: string): Expression => parsed(`${id} ${field}`, text);
  const tables = Object.entries(columns).map(([table, formulas]) => {
    const entries = Object.entries(formulas);
    const each = entries.map(
      ([key, text]) => [key, read(`columns.${table}.${key}`, text)] as const,
    );
    return [table, new Map(each)] as const;
  });
  return {
    record,
    value: value === undefined ? undefined : read("value", value),
    columns: new Map(tables),
    conditions: conditions.map((text, index) => read(`conditions[${index}]`, text)),
    label: label && { key: label.key, rule: read("label.rule", label.rule) },
  };
}

function parsed(place: string, text: string): Expression {
  try {
    return parseExpression(text);
  } catch (error) {
    if (!isCreditError(error)) throw error;
    throw new CreditError(error.code, "formulaRecord", [
      { path: place, rule: error.issues[0]?.rule ?? "must be an expression" },
    ]);
  }
}

function deepFrozen<T extends object>(value: T): T {
  for (const inner of Object.values(value)) {
    if (typeof inner === "object" && inner !== null) deepFrozen(inner as object);
  }
  return Object.freeze(value);
}
