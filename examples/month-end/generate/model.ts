/** What the journal is made of. Amounts are whole cents, days those of `calendar.ts`. */

export type Region = "North" | "South" | "Export";
export type DebitKind = "invoice" | "debit-note";
export type CreditKind = "credit-note" | "payment" | "bill";
export type SettlementKind =
  "payment" | "credit-note" | "discount" | "write-off" | "bill" | "offset" | "exchange";

export interface Customer {
  readonly id: string;
  readonly stream: number;
  readonly name: string;
  readonly region: Region;
  readonly salesperson: string;
  /** 1 is the smallest customer; sales grow with it. */
  readonly size: number;
  readonly terms: string;
  /** The due date is stated instead of the terms, moved to a workday as this seller does. */
  readonly statesDueDate: boolean;
  readonly firstDay: number;
  readonly lastDay: number;
  /** Days between due date and readiness to pay: usual, how much it varies, growth a year. */
  readonly lag: { readonly usual: number; readonly spread: number; readonly drift: number };
  readonly paysEvery: PayRun;
  readonly takesDiscount: boolean;
  readonly paysByBill: boolean;
  readonly alsoSupplies: boolean;
  /** Up to this day settlements came from an older system, which knew no receipts; −1: never. */
  readonly importedUntil: number;
  /** From this day on nothing is paid. */
  readonly failsOn: number | undefined;
  /** Everything paid, trade ended, and then a credit note: the customer with a credit balance. */
  readonly endsInCredit: boolean;
}

export interface PayRun {
  readonly rhythm: "daily" | "weekly" | "fortnightly";
  readonly weekday: number;
  readonly week: number;
}

export interface Installment {
  readonly due: number;
  readonly amount: number;
}

export interface Item {
  readonly record: "document";
  readonly kind: DebitKind | CreditKind;
  readonly customer: Customer;
  readonly day: number;
  readonly amount: number;
  readonly due: number | undefined;
  readonly terms: string | undefined;
  readonly installments: readonly Installment[];
  readonly status: "" | "draft" | "void";
  /** Given last, in the order of the journal, as a numbering run would. */
  id: string;
}

export interface Application {
  readonly record: "application";
  readonly item: Item;
  readonly date: number;
  readonly amount: number;
  readonly kind: SettlementKind;
  readonly source: Item | undefined;
}

export interface Dispute {
  readonly record: "dispute";
  readonly item: Item;
  readonly from: number;
  to: number | undefined;
  readonly amount: number;
  readonly reason: string;
}

export type Entry = Item | Application | Dispute;

type ItemParts = Pick<Item, "kind" | "customer" | "day" | "amount"> & Partial<Item>;

export function item(parts: ItemParts): Item {
  const nothing = {
    due: undefined,
    terms: undefined,
    installments: [],
    status: "",
    id: "",
  } as const;
  return { record: "document", ...nothing, ...parts };
}
