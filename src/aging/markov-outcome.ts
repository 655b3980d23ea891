/**
 * @module aging/markov-outcome
 *
 * The figures of a Markov chain with their certificate: what passes through each class, and the
 * flows between classes that it must agree with.
 */
import type { Figure, Unit } from "../ground/figure.ts";
import { figure } from "../ground/figure.ts";
import type { Fraction } from "../ground/fraction.ts";
import { ONE, sumOf, ZERO } from "../ground/fraction.ts";
import { printed } from "../ground/numeric.ts";
import type { TransitionTerms } from "./markov.ts";

/** What becomes of what starts in each class. */
export class Outcome {
  readonly #transitions: readonly TransitionTerms[];
  readonly #starts: readonly Fraction[];
  readonly #visits: readonly Fraction[];
  readonly #named: object;
  readonly #currency: string | undefined;

  constructor(
    transitions: readonly TransitionTerms[],
    starts: readonly Fraction[],
    visits: readonly Fraction[],
    named: object,
    currency: string | undefined,
  ) {
    this.#transitions = transitions;
    this.#starts = starts;
    this.#visits = visits;
    this.#named = named;
    this.#currency = currency;
  }

  figure<F extends Figure>(id: F["formula"], unit: Unit): F {
    const shareOf = (row: TransitionTerms): Fraction => {
      if (id === "aging/markov-periods") return ONE;
      return id.startsWith("aging/markov-paid") ? row.paid : row.bad;
    };
    const shares = this.#transitions.map(shareOf);
    const exact = sumOf(shares.map((share, at) => share.times(this.#visits[at] as Fraction)));
    const inputs = () => ({ ...this.#named, classes: this.#classes(shares), flows: this.#flows() });
    // What an algorithm found enters further formulas as printed, so that they can be redone.
    return figure<F>(id, printed(exact), unit, inputs, { currency: this.#currency });
  }

  /** The certificate is printed too: all that is computed of it is computed of what is printed. */
  #printedVisits(): Fraction[] {
    return this.#visits.map(printed);
  }

  #classes(shares: readonly Fraction[]): object[] {
    const visits = this.#printedVisits();
    return this.#transitions.map(({ bucket, paid, bad }, at) => {
      const passed = visits[at] as Fraction;
      return {
        bucket,
        place: at + 1,
        paid,
        bad,
        start: this.#starts[at],
        visits: passed,
        ended: passed.times(paid.plus(bad)),
        outcome: passed.times(shares[at] as Fraction),
      };
    });
  }

  #flows(): object[] {
    const visits = this.#printedVisits();
    return this.#transitions.flatMap((_, into) => {
      let arrived = this.#starts[into] as Fraction;
      return this.#transitions.map(({ next }, place) => {
        const share = next[into] as Fraction;
        const flow = share.times(visits[place] as Fraction);
        arrived = arrived.plus(flow);
        const isLast = place === this.#transitions.length - 1;
        const gap = isLast ? arrived.minus(visits[into] as Fraction) : ZERO;
        return { into: into + 1, place: place + 1, share, flow, arrived, gap };
      });
    });
  }
}
