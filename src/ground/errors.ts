/**
 * @module ground/errors
 *
 * The one error of the library, and how to recognise it. Every fault of an input is reported at
 * once, each with the path, the rule stated positively, and what came.
 */
import type { Absent } from "./figure.ts";

/**
 * Why a call was refused.
 *
 * - `invalid_input`: the input breaks a rule; `issues` lists every fault.
 * - `not_defined`: a legal input for which the figure has no value (credit sales are zero).
 * - `history_too_short`: the history given does not reach far enough.
 * - `currency_mismatch`: two currencies in one call.
 * - `infeasible`: the constraints leave no answer.
 * - `no_solution`: the equation has no root.
 * - `unsupported`: a legal request that this function does not serve.
 *
 * Further codes may be added in minor versions.
 */
export type CreditErrorCode =
  | "invalid_input"
  | "not_defined"
  | "history_too_short"
  | "currency_mismatch"
  | "infeasible"
  | "no_solution"
  | "unsupported";

/** One fault of an input. */
export interface Issue {
  /** Where: `periods[2].sales`; empty for the input as a whole. */
  readonly path: string;
  /** The rule, stated positively: `must be a plain decimal`. */
  readonly rule: string;
  /** A short account of what came, where that helps. */
  readonly received?: string;
}

/** At most so many faults are reported of one input. */
export const MAX_ISSUES = 100;

const BRAND = Symbol.for("trade-credit/error");

/** Longer texts are cut: keys and names of the caller stand in paths and rules. */
const MAX_LENGTH = { path: 200, rule: 400, received: 100 };

/** The error that every function of the library throws; see {@link isCreditError}. */
export class CreditError extends Error {
  /** Why. */
  readonly code: CreditErrorCode;
  /** The public function that refused. */
  readonly function: string;
  /** Every fault found, at most 100. */
  readonly issues: readonly Issue[];
  /** Where the refusal is about the numbers themselves: the figure without a value. */
  declare readonly absent?: Absent;

  /** Made by the library; applications read these errors and do not make them. */
  constructor(code: CreditErrorCode, fn: string, issues: readonly Issue[], absent?: Absent) {
    const kept = issues.slice(0, MAX_ISSUES).map(bounded);
    super(messageOf(fn, kept));
    this.name = "CreditError";
    this.code = code;
    this.function = fn;
    this.issues = kept;
    if (absent) this.absent = absent;
    // Without a prototype: a host may have set `get` on `Object.prototype`.
    const brand = { __proto__: null, value: true };
    Object.defineProperty(this, BRAND, brand);
  }

  /** Plain data: for logs, and for answers of a service. */
  toJSON(): Pick<CreditError, "code" | "function" | "message" | "issues"> {
    return {
      code: this.code,
      function: this.function,
      message: this.message,
      issues: this.issues,
    };
  }
}

/**
 * True for a {@link CreditError}, also one thrown by another copy of the library.
 *
 * Use this and not `instanceof`: the ESM and the CommonJS build each have a class of their own.
 *
 * @param error - Whatever was caught.
 * @example
 * ```ts
 * try {
 *   dsoPeriodAverage({ receivables: "1,0", sales: 100, days: 30 });
 * } catch (error) {
 *   isCreditError(error) && error.code; // => "invalid_input"
 * }
 * ```
 */
export function isCreditError(error: unknown): error is CreditError {
  try {
    return typeof error === "object" && error !== null && BRAND in error;
  } catch {
    return false;
  }
}

/** Throws an {@link CreditError} `invalid_input` with one fault. */
export function refuse(fn: string, path: string, rule: string, ...received: [unknown?]): never {
  throw new CreditError("invalid_input", fn, [issue(path, rule, ...received)]);
}

/** One fault, with a short account of what came where that is given. */
export function issue(path: string, rule: string, ...received: [unknown?]): Issue {
  return received.length === 0 ? { path, rule } : { path, rule, received: summary(received[0]) };
}

/** What came, in at most 40 characters: enough to find it, too little to leak a record. */
export function summary(value: unknown): string {
  switch (typeof value) {
    case "undefined":
      return "nothing";
    case "string":
      return JSON.stringify(value.length > 38 ? `${value.slice(0, 35)}…` : value);
    case "number":
      return Object.is(value, -0) ? "0" : String(value);
    case "bigint":
      return "a bigint";
    case "boolean":
      return String(value);
    case "object":
      return objectSummary(value);
    default:
      return `a ${typeof value}`;
  }
}

function objectSummary(value: object | null): string {
  if (value === null) return "null";
  try {
    return Array.isArray(value) ? `a list of ${String(value.length)}` : "an object";
  } catch {
    return "an unreadable object";
  }
}

/** The fault with its texts cut to a bearable length. */
export function bounded(fault: Issue): Issue {
  const path = cut(fault.path, MAX_LENGTH.path);
  const rule = cut(fault.rule, MAX_LENGTH.rule);
  if (fault.received === undefined) return { path, rule };
  return { path, rule, received: cut(fault.received, MAX_LENGTH.received) };
}

function cut(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length - 1)}…` : text;
}

function messageOf(fn: string, issues: readonly Issue[]): string {
  return `${fn}: ${issues.map(issueText).join("; ")}`;
}

function issueText({ path, rule, received }: Issue): string {
  const start = path === "" ? rule : `${path} ${rule}`;
  return received === undefined ? start : `${start}, got ${received}`;
}
