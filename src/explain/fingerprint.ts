/**
 * @module explain/fingerprint
 *
 * A short text that stands for everything in a result: numbers, inputs, labels, caveats. Two
 * results with the same fingerprint are the same result, live or stored.
 */
import { guarded, isObject, plainOf, requireDepth, finite } from "./tree.ts";

/**
 * A short text for all that a result says (指纹): its values, inputs, labels and caveats.
 *
 * Use it beside {@link verify}: `verify` shows that numbers follow from inputs; the fingerprint,
 * kept elsewhere, shows that the inputs that do not bind, the labels and the numbers read from a
 * ledger are the same as they were. A live result and its `JSON.parse`d copy have the same one, in
 * whatever order the keys come.
 *
 * It finds mistakes and careless edits. It is not cryptographic: whoever wants to can make another
 * result with the same fingerprint; against that, sign the text of the result.
 *
 * @param result - Whatever a function of the library answered, live or `JSON.parse`d.
 * @returns `tc1-` and 32 hexadecimal digits. What the fingerprint covers never changes under `tc1`.
 *
 * @throws `CreditError` `invalid_input`: it cannot be read, or is nested more than 1,000
 *   deep.
 *
 * @example
 * ```ts
 * const dso = dsoPeriodAverage({ receivables: 300, sales: 600, days: 30, sameTaxBasis: true });
 * const stored = JSON.parse(JSON.stringify(dso));
 * fingerprint(stored) === fingerprint(dso); // => true
 * stored.inputs.taxBasis = "not-stated";
 * fingerprint(stored) === fingerprint(dso); // => false
 * ```
 */
export function fingerprint(result: unknown): string {
  return guarded("fingerprint", () => `tc1-${fingerprintOf(result, new FingerprintMemo())}`);
}

/** Fingerprints of objects met before: live trees share figures. */
export class FingerprintMemo extends WeakMap<object, string> {}

/** The digits of the fingerprint. */
export function fingerprintOf(value: unknown, memo: FingerprintMemo): string {
  const digest = new Digest();
  digest.add(written(value, memo, 0));
  return digest.toString();
}

/** A value as JSON would write it; an object by its digest, with a sign before it. */
function written(value: unknown, memo: FingerprintMemo, depth: number): string {
  switch (typeof value) {
    case "string":
      return JSON.stringify(value);
    case "number":
      return Number.isFinite(value) ? `${value}` : "null";
    case "boolean":
    case "bigint":
      return `${value}`;
    case "object":
      return value === null ? "null" : writtenObject(value, memo, depth);
    default:
      return "null";
  }
}

function writtenObject(value: object, memo: FingerprintMemo, depth: number): string {
  const known = memo.get(value);
  if (known !== undefined) return known;
  requireDepth("fingerprint", depth);
  const plain = plainOf(value);
  const text = isObject(plain) ? `#${digestOf(plain, memo, depth)}` : written(plain, memo, depth);
  memo.set(value, text);
  return text;
}

function digestOf(plain: object, memo: FingerprintMemo, depth: number): string {
  const digest = new Digest();
  if (Array.isArray(plain)) {
    for (const entry of finite(plain)) digest.add(`[${written(entry, memo, depth + 1)}`);
    digest.add("]");
  } else {
    const entries = Object.entries(plain).filter(([, entry]) => isWritten(entry));
    for (const [key, entry] of entries.sort(byKey)) {
      digest.add(`{${JSON.stringify(key)}:${written(entry, memo, depth + 1)}`);
    }
    digest.add("}");
  }
  return digest.toString();
}

/** What JSON leaves out of a record. */
function isWritten(entry: unknown): boolean {
  return entry !== undefined && typeof entry !== "function" && typeof entry !== "symbol";
}

/** By code units: the same order in every language and runtime. */
function byKey([a]: [string, unknown], [b]: [string, unknown]): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/**
 * 128 bits in four lanes. A lane takes each character in by exclusive or, multiplication with an
 * odd number and rotation, each of which can be undone, so that no lane forgets; at the end every
 * lane is stirred into every other.
 */
class Digest {
  #a = 0x6a09e667;
  #b = 0xbb67ae85;
  #c = 0x3c6ef372;
  #d = 0xa54ff53a;
  #length = 0;

  add(text: string): void {
    let [a, b, c, d] = [this.#a, this.#b, this.#c, this.#d];
    for (let index = 0; index < text.length; index += 1) {
      const code = text.charCodeAt(index);
      a = rotated(Math.imul(a ^ code, 0x9e3779b1), 13);
      b = rotated(Math.imul(b ^ code, 0x85ebca6b), 17);
      c = rotated(Math.imul(c ^ code, 0xc2b2ae35), 11);
      d = rotated(Math.imul(d ^ code, 0x27d4eb2f), 19);
    }
    [this.#a, this.#b, this.#c, this.#d] = [a, b, c, d];
    this.#length += text.length;
  }

  toString(): string {
    const lanes = [this.#a, this.#b, this.#c, this.#d];
    for (let round = 0; round < 12; round += 1) {
      const [from, to] = [round % 4, (round + 1) % 4];
      lanes[to] = stirred((lanes[to] ?? 0) ^ (lanes[from] ?? 0) ^ (this.#length + round));
    }
    return lanes.map((lane) => (lane >>> 0).toString(16).padStart(8, "0")).join("");
  }
}

function rotated(value: number, bits: number): number {
  return (value << bits) | (value >>> (32 - bits));
}

/** Spreads every bit over all 32. */
function stirred(value: number): number {
  let bits = Math.imul(value ^ (value >>> 16), 0x21f0aaad);
  bits = Math.imul(bits ^ (bits >>> 15), 0x735a2d97);
  return bits ^ (bits >>> 15);
}
