/**
 * The month-end numbers counted by hand, so to speak: plain loops over the rows of the two files,
 * by the rules of docs/ledger.md, with nothing of the library. Amounts are whole cents, days are
 * days since 1970; fractions of whole numbers are rounded only for print.
 */
import { readFileSync } from "node:fs";

/** A cell is text between commas, or between quotes; "" is a quote. */
export function readCsv(path: string): Record<string, string>[] {
  const [head = "", ...lines] = readFileSync(path, "utf8").trimEnd().split(/\r?\n/);
  const columns = cellsOf(head);
  return lines.map((line) => {
    const cells = cellsOf(line);
    return Object.fromEntries(columns.map((column, place) => [column, cells[place] ?? ""]));
  });
}

function cellsOf(line: string): string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? "",
  );
}

export function dayOf(iso: string): number {
  return Date.parse(`${iso}T00:00:00Z`) / 86_400_000;
}

/** `1234.5` and `-1234.56` as cents. */
export function centsOf(text: string): number {
  const cents = Math.round(Number(text) * 100);
  if (!Number.isSafeInteger(cents)) throw new RangeError(text);
  return cents;
}

interface Part {
  readonly due: number;
  readonly amount: number;
}

interface Applied {
  readonly day: number;
  readonly amount: number;
  readonly kind: string;
  readonly sourced: boolean;
}

export interface Doc {
  readonly party: string;
  readonly region: string;
  readonly debit: boolean;
  readonly kind: string;
  readonly day: number;
  readonly amount: number;
  readonly parts: Part[];
  readonly applied: Applied[];
  /** Of a credit item: what was used of it. */
  readonly used: { day: number; amount: number }[];
  readonly disputes: { from: number; to: number; amount: number }[];
}

const DEBITS = ["invoice", "debit-note"];

/** The documents of the journal, without drafts and voids. */
export function readJournal(path: string): Doc[] {
  const rows = readCsv(path);
  const docs = new Map<string, Doc>();
  for (const row of rows) {
    if (row["record"] !== "document" || row["status"] !== "") continue;
    const day = dayOf(row["documentDate"]!);
    const amount = centsOf(row["amount"]!);
    const due = row["dueDate"] !== "" ? dayOf(row["dueDate"]!) : dueBy(row["terms"]!, day);
    docs.set(row["id"]!, {
      party: row["party"]!,
      region: row["region"]!,
      debit: DEBITS.includes(row["kind"]!),
      kind: row["kind"]!,
      day,
      amount,
      parts: due === undefined ? [] : [{ due, amount }],
      applied: [],
      used: [],
      disputes: [],
    });
  }
  for (const row of rows) {
    const doc = docs.get(row["item"]!);
    if (!doc || row["record"] === "document") continue;
    const amount = centsOf(row["amount"]!);
    if (row["record"] === "installment") doc.parts.push({ due: dayOf(row["dueDate"]!), amount });
    if (row["record"] === "dispute") {
      const to = row["to"] === "" ? Infinity : dayOf(row["to"]!);
      doc.disputes.push({ from: dayOf(row["from"]!), to, amount });
    }
    if (row["record"] !== "application") continue;
    const source = docs.get(row["source"]!);
    const day = Math.max(dayOf(row["date"]!), doc.day, source?.day ?? -Infinity);
    doc.applied.push({ day, amount, kind: row["kind"]!, sourced: source !== undefined });
    source?.used.push({ day, amount });
  }
  for (const { parts } of docs.values()) parts.sort((one, other) => one.due - other.due);
  return [...docs.values()];
}

/** The terms of the file: `net 30`, `2/10, n/30`, and `n/30 EOM`, counted from the month's end. */
function dueBy(terms: string, day: number): number | undefined {
  const [, days] = /(?:net |n\/)(\d+)/.exec(terms) ?? [];
  if (days === undefined) return undefined;
  const date = new Date(day * 86_400_000);
  const monthEnd = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0) / 86_400_000;
  return (terms.endsWith("EOM") ? monthEnd : day) + Number(days);
}

const sum = (numbers: Iterable<number>): number => {
  let all = 0;
  for (const number of numbers) all += number;
  return all;
};

function upTo(day: number, rows: readonly { day: number; amount: number }[]): number {
  return sum(rows.filter((row) => row.day <= day).map(({ amount }) => amount));
}

export interface OpenPart {
  readonly doc: Doc;
  readonly open: number;
  readonly due: number;
}

/** What is open at the end of a day: debit parts, oldest due first, and credit items. */
export function openAt(docs: readonly Doc[], day: number) {
  const debits: OpenPart[] = [];
  const credits: OpenPart[] = [];
  for (const doc of docs) {
    if (doc.day > day) continue;
    if (!doc.debit) {
      const open = doc.amount - upTo(day, doc.used);
      if (open !== 0) credits.push({ doc, open, due: doc.parts[0]?.due ?? doc.day });
      continue;
    }
    let rest = upTo(day, doc.applied);
    doc.parts.forEach(({ due, amount }, place) => {
      // What is applied below zero (an exchange difference) stands on the first part alone.
      const received = rest < 0 ? (place === 0 ? rest : 0) : Math.min(rest, amount);
      rest = rest < 0 ? 0 : rest - received;
      if (received !== amount) debits.push({ doc, open: amount - received, due });
    });
  }
  return { debits, credits };
}

export const total = (parts: readonly OpenPart[]): number => sum(parts.map(({ open }) => open));

/** Not due, 1-30, 31-60, 61-90, 91 and more. */
export function classOf(daysPastDue: number): number {
  if (daysPastDue <= 0) return 0;
  return Math.min(Math.ceil(daysPastDue / 30), 4);
}

/** Of every document the lesser of what is disputed on the day and what is open. */
export function disputedAt(docs: readonly Doc[], day: number): number {
  const { debits } = openAt(docs, day);
  const openOf = new Map<Doc, number>();
  for (const { doc, open } of debits) openOf.set(doc, (openOf.get(doc) ?? 0) + open);
  return sum(
    docs.map(({ disputes }, place) => {
      const inForce = disputes.filter(({ from, to }) => from <= day && day <= to);
      const open = openOf.get(docs[place]!) ?? 0;
      return Math.min(sum(inForce.map(({ amount }) => amount)), open);
    }),
  );
}

/** Credit sales from one day to another: debit documents less credit notes of either form. */
export function salesOf(docs: readonly Doc[], from: number, to: number): number {
  const within = (day: number): boolean => day >= from && day <= to;
  return sum(
    docs.map(({ debit, kind, day, amount, applied }) => {
      const own = !within(day) ? 0 : debit ? amount : kind === "credit-note" ? -amount : 0;
      const granted = applied.filter(
        (row) => row.kind === "credit-note" && !row.sourced && within(row.day),
      );
      return own - sum(granted.map((row) => row.amount));
    }),
  );
}

/** Payments of a window with their days since the invoice; reversals undo the latest ones. */
export function paymentsOf(docs: readonly Doc[], from: number, to: number) {
  const paid: { amount: number; days: number }[] = [];
  for (const { applied, day } of docs) {
    const rows = applied
      .filter((row) => ["payment", "bill", "offset"].includes(row.kind) && row.day <= to)
      .map((row) => ({ ...row }))
      .sort((one, other) => one.day - other.day);
    const standing: { day: number; amount: number }[] = [];
    for (const row of rows) {
      if (row.amount > 0) standing.push(row);
      let undone = -Math.min(row.amount, 0);
      while (undone > 0) {
        const last = standing.at(-1)!;
        const taken = Math.min(undone, last.amount);
        last.amount -= taken;
        undone -= taken;
        if (last.amount === 0) standing.pop();
      }
    }
    for (const row of standing) {
      if (row.day >= from) paid.push({ amount: row.amount, days: row.day - day });
    }
  }
  return paid;
}

/** A fraction of whole numbers to so many places, half up, as exact long division gives it. */
export function ratio(numerator: bigint, denominator: bigint, places: number): string {
  const negative = numerator < 0n !== denominator < 0n && numerator !== 0n;
  const [top, bottom] = [abs(numerator), abs(denominator)];
  const scaled = (2n * top * 10n ** BigInt(places) + bottom) / (2n * bottom);
  const text = scaled.toString().padStart(places + 1, "0");
  const sign = negative && scaled !== 0n ? "-" : "";
  return `${sign}${text.slice(0, -places)}.${text.slice(-places)}`;
}

const abs = (number: bigint): bigint => (number < 0n ? -number : number);

/** `1,234.56` of cents. */
export function moneyText(cents: number): string {
  return (cents / 100).toLocaleString("en-US", {
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
  });
}

export function percentText(part: number, whole: number): string {
  return `${ratio(BigInt(part) * 100n, BigInt(whole), 1)} %`;
}

export function daysText(numerator: number | bigint, denominator: number | bigint): string {
  return ratio(BigInt(numerator), BigInt(denominator), 1);
}
