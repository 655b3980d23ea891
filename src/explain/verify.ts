/**
 * @module explain/verify
 *
 * Does a result follow from what it was given? Walks the tree from the leaves up and judges every
 * figure by its formula (`explain/judge`), with the recomputed values of the figures beneath it.
 */
import { refuse } from "../ground/errors.ts";
import { isAbsent, isFigure } from "../ground/figure.ts";
import type { Fraction } from "../ground/fraction.ts";
import { isDecimal } from "../ground/numeric.ts";
import { isRows } from "../ground/entries.ts";
import { insideOf } from "../ledger/ledger.ts";
import type { Catalogue } from "./catalogue.ts";
import { ownCatalogue } from "./catalogue.ts";
import { Problem } from "./evaluate.ts";
import { FingerprintMemo, fingerprintOf } from "./fingerprint.ts";
import type { Fault, FoundFigure } from "./judge.ts";
import { judge, shown } from "./judge.ts";
import type { Enter } from "./sheet.ts";
import * as tree from "./tree.ts";
import type {
  Verification,
  VerificationFailure,
  VerifiedFigure,
  VerifiedStatus,
  VerifyOptions,
} from "./verification.ts";

/**
 * Recomputes a result exactly from what it was given, and names what does not follow (复核).
 *
 * Use it on a result that was stored, sent or edited, before anybody relies on it: every printed
 * number is compared after the one rounding, so there is no tolerance. It shows that a result
 * follows from its inputs, not that the inputs are true: give it the `ledger` to have the figures
 * that were read from it computed again, and keep the {@link fingerprint} of a result to see later
 * that inputs and labels are the same.
 *
 * A figure enters the next one with its recomputed value. Where one fails, those that rest on it
 * are not accused as well: they count as `unverified` unless they agree all the same. Of each
 * figure the first fault is reported. A figure that stands in many places of a live tree is judged
 * and counted once.
 *
 * @param result - A figure, a composite of figures, `Rows`, or a list of them; live, or
 *   `JSON.parse`d. The entries of a list are results of their own. Within one result, a figure that
 *   stands in two places (the same formula and inputs) must have the same value in both.
 * @param options - The ledger, where there is one.
 * @returns What was found; `ok` is false where any figure failed.
 *
 * @throws `CreditError` `invalid_input`: there is no figure in it (a list may be empty), it
 *   cannot be read, rests on itself, or is nested more than 1,000 deep; or `ledger` is none.
 *
 * @example A stored result, and what somebody did to it
 * ```ts
 * const dso = dsoPeriodAverage({ receivables: 300, sales: 600, days: 30, sameTaxBasis: true });
 * const stored = JSON.parse(JSON.stringify(dso));
 * verify(stored).ok; // => true
 * stored.inputs.sales = "500";
 * const [failure] = verify(stored).failures;
 * failure?.path; // => "value"
 * failure?.expected; // => "18"
 * failure?.found; // => "15"
 * ```
 */
export function verify(result: unknown, options: VerifyOptions = {}): Verification {
  return verifyWith(ownCatalogue(), result, options);
}

/** {@link verify} by another catalogue. */
export function verifyWith(
  catalogue: Catalogue,
  result: unknown,
  options: VerifyOptions = {},
): Verification {
  return tree.guarded("verify", () => {
    if (options.ledger) insideOf("verify", options.ledger);
    const walk = new Walk(catalogue, options);
    if (Array.isArray(result)) tree.finite(result);
    const isList = Array.isArray(result) || (tree.isObject(result) && isRows(result));
    if (isList) {
      let index = 0;
      for (const entry of result as Iterable<unknown>) walk.whole(entry, `[${index++}]`);
      if (index === 0) return walk.outcome();
    } else {
      walk.whole(result, "");
    }
    const outcome = walk.outcome();
    if (outcome.nodes === 0) refuse("verify", "", "must hold at least one figure", result);
    return outcome;
  });
}

const MAX_FAILURES = 100;
const MAX_STEPS = 1_000;

/** A figure once judged: its value, and whether neither it nor anything beneath it failed. */
interface Judged {
  readonly exact: Fraction | undefined;
  readonly sound: boolean;
}

/** Among a figure's inputs: the currencies met in them. Elsewhere undefined. */
type Inside = Set<unknown> | undefined;

class Walk {
  readonly #catalogue: Catalogue;
  readonly #options: VerifyOptions;
  readonly #counts = { recomputed: 0, checked: 0, given: 0, unverified: 0, failed: 0 };
  readonly #failures: VerificationFailure[] = [];
  readonly #steps: VerifiedFigure[] = [];
  #labels = 0;
  /** Live trees share figures: each is judged once. Undefined while it is being judged. */
  readonly #judged = new WeakMap<object, Judged | undefined>();
  readonly #fingerprints = new FingerprintMemo();
  /** Where figures that are not recomputed stand and what they say, by formula and inputs. */
  #stated = new Map<string, FoundFigure["printed"] & { readonly path: string }>();

  constructor(catalogue: Catalogue, options: VerifyOptions) {
    this.#catalogue = catalogue;
    this.#options = options;
  }

  /** One result: what stands in two places is compared within it. */
  whole(result: unknown, path: string): void {
    this.#stated = new Map();
    this.#visit(result, path, 0, undefined);
  }

  outcome(): Verification {
    const { recomputed, checked, given, unverified, failed } = this.#counts;
    return {
      ok: failed === 0,
      nodes: recomputed + checked + given + unverified + failed,
      ...this.#counts,
      labels: this.#labels,
      failures: this.#failures,
      steps: this.#steps,
    };
  }

  /** Judges every figure in a node; true where all of them are sound. */
  #visit(node: unknown, path: string, depth: number, inside: Inside): boolean {
    if (!tree.isObject(node) || isDecimal(node)) {
      // What stands among a figure's inputs was given; what stands beside figures is a label.
      if (!inside && node !== undefined && node !== null) this.#labels += 1;
      return true;
    }
    tree.requireDepth("verify", depth);
    if (isFigure(node)) {
      if (node.currency !== undefined) inside?.add(node.currency);
      return this.#figure(node, path, depth).sound;
    }
    if (isAbsent(node)) {
      this.#record(path, shown(node.formula), "unverified");
      return this.#visit(node.inputs, tree.join(path, "inputs"), depth + 1, new Set());
    }
    if (tree.isBrokenFigure(node)) {
      this.#fail(path, shown(tree.own(node, "formula")), NOT_A_FIGURE);
      return false;
    }
    let sound = true;
    for (const [key, inner] of tree.entriesOf(node)) {
      const at = typeof key === "number" ? `${path}[${key}]` : tree.join(path, key);
      if (!this.#visit(inner, at, depth + 1, inside)) sound = false;
    }
    return sound;
  }

  #figure(node: object, path: string, depth: number): Judged {
    if (this.#judged.has(node)) {
      return this.#judged.get(node) ?? refuse("verify", path, "must not rest on itself");
    }
    this.#judged.set(node, undefined);
    const { formula, value, unit, inputs, caveats, currency } = node as Record<string, unknown>;
    const currencies = new Set(currency === undefined ? [] : [currency]);
    const inputsPath = tree.join(path, "inputs");
    const soundBelow = this.#visit(inputs, inputsPath, depth + 1, currencies);
    const printed = tree.printedOf(value);
    let judged: Judged = { exact: undefined, sound: false };
    if (typeof formula !== "string" || !tree.isObject(inputs) || !printed) {
      this.#fail(path, shown(formula), NOT_A_FIGURE);
    } else {
      const enter = this.#enterer(tree.pathsAsPrinted(caveats));
      const found: FoundFigure = { node, formula, unit, inputs, printed, currencies };
      judged = this.#judge(found, path, enter, soundBelow);
    }
    this.#judged.set(node, judged);
    return judged;
  }

  #judge(figure: FoundFigure, path: string, enter: Enter, soundBelow: boolean): Judged {
    const formula = this.#catalogue.formula(figure.formula);
    const verdict = judge(figure, formula, enter, this.#options.ledger);
    const { exact, status } = verdict;
    const fault = verdict.fault ?? this.#unequal(figure, path, status);
    if (!fault) {
      this.#record(path, figure.formula, status);
      return { exact, sound: soundBelow };
    }
    if (soundBelow) this.#fail(path, figure.formula, fault);
    else this.#record(path, figure.formula, "unverified");
    return { exact, sound: false };
  }

  /** With which values the figures beneath enter: recomputed, or printed where a caveat says so. */
  #enterer(asPrinted: ReadonlySet<unknown>): Enter {
    return (figure, at) => {
      const exact = this.#judged.get(figure)?.exact;
      const printed = tree.printedOf((figure as { value?: unknown }).value)?.number;
      if (!exact || !printed) throw new Problem(`${at} must have a value`);
      return asPrinted.has(at) ? printed : tree.entering(exact, printed);
    };
  }

  /** A recomputed figure is equal wherever it stands; one that is taken as it is may not be. */
  #unequal(figure: FoundFigure, path: string, status: VerifiedStatus): Fault | undefined {
    if (status === "recomputed") return undefined;
    const key = `${figure.formula} ${fingerprintOf(figure.inputs, this.#fingerprints)}`;
    const { text, number } = figure.printed;
    const stated = this.#stated.get(key);
    if (!stated) this.#stated.set(key, { text, number, path });
    if (!stated || stated.number.equals(number)) return undefined;
    const expected = `${stated.text}, as at ${tree.append(stated.path, "value")}`;
    return { place: "value", reason: "unequal", expected, found: text };
  }

  #fail(path: string, formula: string, { place, ...fault }: Fault): void {
    const at = place === "" ? path : tree.append(path, place);
    if (this.#failures.length < MAX_FAILURES) {
      this.#failures.push({ path: at, formula, ...fault });
    }
    this.#record(path, formula, "failed");
  }

  #record(path: string, formula: string, status: VerifiedStatus): void {
    this.#counts[status] += 1;
    if (this.#steps.length < MAX_STEPS) this.#steps.push({ path, formula, status });
  }
}

const NOT_A_FIGURE: Fault = {
  place: "",
  reason: "malformed",
  expected: "a figure: formula, value, unit and inputs",
  found: "something else",
};
