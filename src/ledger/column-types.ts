/**
 * @module ledger/column-types
 *
 * What columns may be given as.
 */

/** Something with a length and an index; or a vector with `toArray()`. */
export type VectorOf<T> =
  | ArrayLike<T>
  | {
      /** The values. */
      toArray(): ArrayLike<T>;
    };

/** Whole days since 1970-01-01, or `YYYY-MM-DD` texts. */
export type DateColumn = VectorOf<number> | VectorOf<string>;

/** Typed arrays hold whole minor units; lists hold amounts in major units, best as texts. */
export type MoneyColumn = VectorOf<number> | VectorOf<bigint> | VectorOf<string>;

/** Texts; typed indices; or indices with the texts they stand for. */
export type CodedColumn =
  | VectorOf<string | null | undefined>
  | VectorOf<number>
  | {
      /** One index a row. */
      readonly codes: VectorOf<number>;
      /** The texts that the indices stand for. */
      readonly categories: VectorOf<string>;
    };

/** What settled the documents, one row an application, in any order. */
export interface ApplicationColumnsInput {
  /** Row number of the debit item. */
  readonly item: VectorOf<number>;
  /** When. */
  readonly date: DateColumn;
  /** How much; a reversal is negative. */
  readonly amount: MoneyColumn;
  /** How: texts, or `{ codes, categories }`. */
  readonly kind: CodedColumn;
  /** Row number of the credit item used up, −1 for none; none unless stated. */
  readonly source?: VectorOf<number>;
}

/** Disputes, one row each, in any order. */
export interface DisputeColumnsInput {
  /** Row number of the item. */
  readonly item: VectorOf<number>;
  /** First day. */
  readonly from: DateColumn;
  /** Last day. */
  readonly to: DateColumn;
  /** Disputed amount. */
  readonly amount: MoneyColumn;
}
