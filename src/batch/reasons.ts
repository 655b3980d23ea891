/**
 * @module batch/reasons
 *
 * Why rows have no answer.
 */
import type { CodedColumn, RowReason } from "./column-types.ts";

/** Why rows have no answer; nothing is kept where all have one. */
export class Reasons {
  #codes: Uint8Array | undefined;

  add(row: number, rows: number, isInvalid: boolean): void {
    this.#codes ??= new Uint8Array(rows);
    this.#codes[row] = isInvalid ? 1 : 2;
  }

  column(): { readonly reasons?: CodedColumn<RowReason> } {
    if (!this.#codes) return {};
    return { reasons: { codes: this.#codes, categories: ["", "invalid_input", "not_defined"] } };
  }
}
