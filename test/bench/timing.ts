/**
 * Takes times so that they can be compared: candidates take turns in one process, the median of the
 * rounds counts, and every answer of every round is compared with the exact one.
 */
/** Something that is timed: `run` answers what is compared. */
export interface Candidate<Answer> {
  readonly name: string;
  readonly run: () => Answer | Promise<Answer>;
  /** Fewer rounds for those that take long. */
  readonly rounds?: number;
  /**
   * Rounds without being timed, where fewer do: an engine that compiles nothing needs one, and of
   * three long rounds the median passes over the one that is cold.
   */
  readonly warmUps?: number;
}

/** The median of a candidate in milliseconds, and whether its answers were right. */
export interface Timed {
  readonly name: string;
  readonly milliseconds: number;
  readonly equal: boolean;
}

/** How often everybody is asked, the first time without being timed. */
export interface Rounds {
  readonly rounds: number;
  readonly warmUps: number;
}

/**
 * Times candidates in turns. The first one's answer is the exact one.
 *
 * All garbage is collected once, before all of them; before every run only what is young, that
 * nobody pays for another's. Collecting all would throw away code that was compiled for shapes of
 * objects that nobody holds just then: nobody would ever be warm.
 */
export async function inTurns<Answer>(
  candidates: readonly Candidate<Answer>[],
  { rounds, warmUps }: Rounds,
  isEqual: (exact: Answer, other: Answer) => boolean,
): Promise<Timed[]> {
  const times = candidates.map((): number[] => []);
  const equal = candidates.map(() => true);
  let exact: Answer | undefined;
  collectGarbage();
  for (let round = -warmUps; round < rounds; round += 1) {
    for (const [index, candidate] of candidates.entries()) {
      const isEarly = round < -Math.min(candidate.warmUps ?? warmUps, candidate.rounds ?? warmUps);
      if (isEarly || round >= (candidate.rounds ?? rounds)) continue;
      collectYoungGarbage();
      const started = performance.now();
      const answer = await candidate.run();
      const took = performance.now() - started;
      if (index === 0) exact = answer;
      else if (!isEqual(exact as Answer, answer)) equal[index] = false;
      if (round >= 0) times[index]?.push(took);
      progress(`  ${candidate.name} ${took.toFixed(1)} ms`);
    }
  }
  progress("");
  return candidates.map(({ name }, index) => ({
    name,
    milliseconds: median(times[index] as number[]),
    equal: equal[index] as boolean,
  }));
}

/** The middle one, or the mean of the two middle ones. */
export function median(values: readonly number[]): number {
  const sorted = Float64Array.from(values).sort();
  const half = sorted.length / 2;
  const [lower, upper] = [sorted[Math.ceil(half) - 1], sorted[Math.floor(half)]];
  return ((lower as number) + (upper as number)) / 2;
}

/** Bytes held after collecting garbage; needs `node --expose-gc`. */
export function heldBytes(): number {
  // What arrays hold is given back a collection later than they are.
  collectGarbage();
  collectGarbage();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

/** Collects all garbage; needs `node --expose-gc`. */
export function collectGarbage(): void {
  (globalThis as { gc?: () => void }).gc?.();
}

function collectYoungGarbage(): void {
  (globalThis as { gc?: (options: { type: "minor" }) => void }).gc?.({ type: "minor" });
}

/** One line that is written over by the next, where there is a terminal. */
export function progress(text: string): void {
  if (!process.stderr.isTTY) return;
  process.stderr.write(`\r[2K${text}`);
}
