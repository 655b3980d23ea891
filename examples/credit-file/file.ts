/** A customer's file as it is stored, and the two that it is made of: JSON, and CSV items beside. */
import { readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { parse } from "csv-parse/sync";
import type {
  Cover,
  FinancialStatement,
  Ledger,
  Numeric,
  OhlsonSize,
  OrderItem,
  ScorecardValue,
} from "trade-credit";
import { ledgerFromItems } from "trade-credit";
import { itemsFromCsvRows, reportByLine } from "trade-credit/adapters";
import { FileFaults } from "./faults.ts";

/** The lines that a limit by the balance sheet needs. */
export const BALANCE_SHEET = [
  ...(["currentAssets", "inventory", "currentLiabilities"] as const),
  ...(["totalLiabilities", "equity"] as const),
] as const;

/** A statement that has them. */
export type Statement = FinancialStatement &
  Required<Pick<FinancialStatement, (typeof BALANCE_SHEET)[number]>>;

/** What a file holds. Amounts are in one currency, whole: not in thousands. */
export interface CustomerFile {
  readonly customer: {
    readonly id: string;
    readonly name: string;
    readonly trade: string;
    readonly since: string;
    /** The class that it has now, and the scores before this one, the newest last. */
    readonly class: string;
    readonly formerScores: readonly Numeric[];
    readonly presentLimit: Numeric;
  };
  readonly currency: string;
  /** Two or three years, the oldest first. */
  readonly statements: readonly Statement[];
  readonly size?: OhlsonSize;
  /** The CSV file of its documents, beside this one. */
  readonly items: string;
  /** What the credit manager judges, from 0 to 100. */
  readonly judged: Readonly<Record<JudgedName, Numeric>>;
  /** What the card asks for and no statement says. */
  readonly facts: Readonly<Record<string, ScorecardValue>>;
  readonly request: {
    readonly limit: Numeric;
    readonly termDays: number;
    readonly annualPurchases: Numeric;
  };
  /** Orders to be delivered after this day do not count yet. */
  readonly horizon: string;
  readonly openOrders: readonly OrderItem[];
  readonly cover: readonly Cover[];
  readonly order: { readonly id: string; readonly amount: Numeric };
}

export type JudgedName = "references" | "management" | "collateral" | "trade" | "region";

/** A file, and the ledger of its items. */
export interface ReadFile {
  readonly file: CustomerFile;
  readonly ledger: Ledger;
}

const FIELDS: Readonly<Record<string, readonly string[]>> = {
  "": [
    ...["customer", "currency", "statements", "items", "judged", "facts", "request", "horizon"],
    ...["openOrders", "cover", "order"],
  ],
  customer: ["id", "name", "trade", "since", "class", "formerScores", "presentLimit"],
  judged: ["references", "management", "collateral", "trade", "region"],
  request: ["limit", "termDays", "annualPurchases"],
  order: ["id", "amount"],
};

const ITEM_COLUMNS = {
  id: "number",
  party: "customer",
  documentDate: "date",
  dueDate: "due",
  amount: "amount",
  settledDate: "paid",
  disputed: "disputed",
};

/** Reads a file and its items, or throws all that is wrong with their form. */
export function readFile(path: string): ReadFile {
  const data: unknown = JSON.parse(readFileSync(path, "utf8"));
  const faults = formFaults(data);
  if (faults.length > 0) throw new FileFaults(faults);
  const file = data as CustomerFile;
  if (!Array.isArray(file.statements) || ![2, 3].includes(file.statements.length)) {
    throw new FileFaults(["statements must be a list of two or three"]);
  }
  return { file, ledger: ledgerOf(resolve(dirname(path), file.items), file.currency) };
}

/** Fields that are missing or unknown; what they hold is checked by the functions that take it. */
function formFaults(data: unknown): string[] {
  return Object.entries(FIELDS).flatMap(([part, fields]) => {
    const isFile = part === "";
    const holder = isFile ? data : (data as Record<string, unknown> | null)?.[part];
    if (typeof holder !== "object" || holder === null) {
      if (isFile) return ["the file must hold an object"];
      return holder === undefined ? [] : [`${part} must hold fields`];
    }
    const named = (field: string) => (isFile ? field : `${part}.${field}`);
    const given = Object.keys(holder);
    const known = isFile ? [...fields, "size"] : fields;
    const missing = fields.filter((field) => !given.includes(field));
    const unknown = given.filter((field) => !known.includes(field));
    return [
      ...missing.map((field) => `${named(field)} is missing`),
      ...unknown.map((field) => `${named(field)} is no field of a customer's file`),
    ];
  });
}

/** The ledger of a list of items; here a row that cannot be taken is a fault of the file. */
function ledgerOf(path: string, currency: string): Ledger {
  const rows = parse(readFileSync(path, "utf8"), { bom: true, columns: true, trim: true });
  const read = itemsFromCsvRows(rows as Record<string, string>[], {
    map: ITEM_COLUMNS,
    dates: "YYYY-MM-DD",
  });
  const ledger = ledgerFromItems(read.items, { currency, onBadRow: "collect" });
  const { rejected } = reportByLine(read, ledger.report);
  if (rejected.length > 0) {
    throw new FileFaults(rejected.map(({ message }) => `items: ${message}`));
  }
  return ledger;
}
