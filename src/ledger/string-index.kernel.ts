/**
 * @module ledger/string-index
 *
 * Texts to dense numbers, first come first: a hash table over typed arrays. A Map of a million
 * texts costs more than everything else that reading a ledger does.
 */

import { hashOf } from "./duplicates.kernel.ts";

const EMPTY = -1;
const FIRST_SIZE = 1024;

/** A run of probes as long as this is no accident: the texts were made to collide. */
const MAX_PROBES = 128;

/** Numbers texts in the order in which they are added. */
export class StringIndex {
  /** The texts by number. */
  readonly texts: string[] = [];
  #slots = new Int32Array(FIRST_SIZE).fill(EMPTY);
  #hashes = new Int32Array(FIRST_SIZE / 2);
  /** Takes over where texts collide on purpose. */
  #map: Map<string, number> | undefined;

  constructor(texts: readonly string[] = []) {
    for (const text of texts) this.add(text);
  }

  /** The number of a text, or −1. */
  find(text: string): number {
    if (this.#map) return this.#map.get(text) ?? EMPTY;
    const slot = this.#slotOf(text, hashOf(text));
    return slot < 0 ? this.find(text) : this.#slots[slot]!;
  }

  /** The number of a text, which is added when it is new. */
  add(text: string): number {
    if (this.#map) return this.#addToMap(this.#map, text);
    const hash = hashOf(text);
    const slot = this.#slotOf(text, hash);
    if (slot < 0) return this.add(text);
    const found = this.#slots[slot]!;
    if (found !== EMPTY) return found;
    const number = this.texts.length;
    this.texts.push(text);
    this.#slots[slot] = number;
    this.#hashes[number] = hash;
    if (this.texts.length === this.#hashes.length) this.#grow();
    return number;
  }

  /** The slot that holds the text or is free for it; −1 when the Map has taken over. */
  #slotOf(text: string, hash: number): number {
    const slots = this.#slots;
    const mask = slots.length - 1;
    let slot = (hash ^ (hash >>> 15)) & mask;
    for (let probes = 0; probes < MAX_PROBES; probes += 1) {
      const number = slots[slot]!;
      if (number === EMPTY) return slot;
      if (this.#hashes[number] === hash && this.texts[number] === text) return slot;
      slot = (slot + 1) & mask;
    }
    this.#map = new Map(this.texts.map((each, number) => [each, number]));
    return EMPTY;
  }

  #addToMap(map: Map<string, number>, text: string): number {
    const found = map.get(text);
    if (found !== undefined) return found;
    const number = this.texts.length;
    this.texts.push(text);
    map.set(text, number);
    return number;
  }

  /** Twice the room; never more than half of it taken. */
  #grow(): void {
    const size = this.#slots.length * 2;
    const slots = new Int32Array(size).fill(EMPTY);
    const hashes = new Int32Array(size / 2);
    hashes.set(this.#hashes);
    for (let number = 0; number < this.texts.length; number += 1) {
      const hash = hashes[number]!;
      let slot = (hash ^ (hash >>> 15)) & (size - 1);
      while (slots[slot] !== EMPTY) slot = (slot + 1) & (size - 1);
      slots[slot] = number;
    }
    this.#slots = slots;
    this.#hashes = hashes;
  }
}
