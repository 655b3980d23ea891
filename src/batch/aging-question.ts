/**
 * @module batch/aging-question
 *
 * Reads what an aging accumulator is asked besides dates and currency: classes, and words.
 */
import { entriesOf } from "../ground/entries.ts";
import { issue } from "../ground/errors.ts";
import { Fault } from "../ground/fault.ts";
import type { EdgeTerms } from "../ledger/edge-terms.ts";
import { edgeTerms, MAX_DAYS, MAX_EDGES } from "../ledger/edge-terms.ts";
import { at } from "../ledger/read-columns.ts";
import { wordsText } from "../ledger/read-rules.ts";
import { Question } from "./question.ts";

/** A question about classes of age while it is being read. */
export class AgingQuestion extends Question {
  /** One of a few words, the first where it is left out. */
  word<W extends string>(name: string, words: readonly [W, ...W[]]): W {
    const value = this.fields[name];
    if (value === undefined) return words[0];
    const known = words.find((word) => word === value);
    return known ?? this.fault(name, `must be ${wordsText(words)}`, words[0]);
  }

  /** True or false; false where it is left out. */
  flag(name: string): boolean {
    const value = this.fields[name] ?? false;
    return typeof value === "boolean" ? value : this.fault(name, "must be true or false", false);
  }

  /** The upper ends of aging classes. */
  edges(name: string, preset: string): EdgeTerms {
    const value = this.fields[name] ?? preset;
    const edges = edgeTerms(typeof value === "string" ? value : entriesOf(value));
    if (!(edges instanceof Fault)) return edges;
    for (const { path, rule } of edges.parts) {
      const [index] = path as [number?];
      const isWhole = index === undefined;
      this.issues.push(isWhole ? issue(name, rule, value) : { path: at(name, index), rule });
    }
    return { unit: "days", ends: [] };
  }

  /** A list of days; undefined where it is left out. */
  days(name: string): number[] | undefined {
    const value = this.fields[name];
    if (value === undefined) return undefined;
    const list = entriesOf(value, MAX_EDGES);
    const isDay = (each: unknown) =>
      Number.isInteger(each) && (each as number) >= 0 && (each as number) <= MAX_DAYS;
    if (list?.every(isDay)) return list.map((each) => (each as number) + 0);
    const most = String(MAX_EDGES);
    const rule = `must be a list of at most ${most} whole numbers from 0 to ${String(MAX_DAYS)}`;
    return this.fault(name, rule, []);
  }
}
