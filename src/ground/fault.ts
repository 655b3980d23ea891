/**
 * @module ground/fault
 *
 * What a check answers instead of a term: the rule that was broken.
 */

/** Where inside the value, and which rule. */
export interface FaultPart {
  readonly path: readonly (string | number)[];
  readonly rule: string;
}

/** A broken rule, stated positively: `must be a plain decimal`; of a record, all that it breaks. */
export class Fault {
  readonly rule: string;
  /** One entry a broken rule; for a value without parts, the rule itself at its own place. */
  readonly parts: readonly FaultPart[];
  constructor(rule: string, parts: readonly FaultPart[] = [{ path: [], rule }]) {
    this.rule = rule;
    this.parts = parts;
  }
}
