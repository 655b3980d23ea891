/**
 * A seeded source of chance. Only integer operations, + − × ÷ and square roots are used, here
 * and by its callers: these are exact everywhere, so every engine writes the same file.
 */
export class Random {
  readonly #state = new Uint32Array(4);

  /** Each stream of a seed is independent: one more draw for a customer moves no other. */
  constructor(seed: number, stream: number) {
    let mixed = (seed >>> 0) ^ Math.imul(stream + 1, 0x9e3779b1);
    for (let index = 0; index < 4; index += 1) {
      mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d) + 0x6a09e667;
      this.#state[index] = mixed ^ (mixed >>> 13);
    }
    // Never all zero, which the generator could not leave.
    this.#state[3] = (this.#state[3] ?? 0) | 1;
    for (let draw = 0; draw < 16; draw += 1) this.unit();
  }

  /** A number in [0, 1): a 128-bit xorshift register. */
  unit(): number {
    const state = this.#state;
    const [a = 0, b = 0, c = 0, d = 0] = state;
    const t = a ^ (a << 11);
    state[0] = b;
    state[1] = c;
    state[2] = d;
    const next = d ^ (d >>> 19) ^ t ^ (t >>> 8);
    state[3] = next;
    return (next >>> 0) / 4294967296;
  }

  chance(probability: number): boolean {
    return this.unit() < probability;
  }

  real(low: number, high: number): number {
    return low + (high - low) * this.unit();
  }

  /** A whole number, both ends included. */
  whole(low: number, high: number): number {
    return low + Math.floor(this.unit() * (high - low + 1));
  }

  /** Bell-shaped, mean 0, deviation 1, never beyond ±3.5: four uniform draws, scaled. */
  bell(): number {
    return (this.unit() + this.unit() + this.unit() + this.unit() - 2) * Math.sqrt(3);
  }

  pick<T>(list: readonly T[]): T {
    const one = list[this.whole(0, list.length - 1)];
    if (one === undefined) throw new RangeError("nothing to pick from");
    return one;
  }

  shuffled<T>(list: readonly T[]): T[] {
    const keyed = list.map((value) => ({ key: this.unit(), value }));
    return keyed.sort((one, other) => one.key - other.key).map(({ value }) => value);
  }
}
