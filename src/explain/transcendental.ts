/**
 * @module explain/transcendental
 *
 * Where the functions without exact answers will stand: a power with a fractional exponent, ln, exp
 * and the normal distribution. No formula in the catalogue needs them yet.
 */
import { CreditError } from "../ground/errors.ts";
import type { Fraction } from "../ground/fraction.ts";

/** The functions whose answers are rounded. */
export type Transcendental = "power" | "ln" | "exp" | "normalCdf";

/** The value of a transcendental function, rounded once. */
export function transcendental(name: Transcendental, _args: readonly Fraction[]): Fraction {
  const rule = `must be a formula without ${name === "power" ? "a fractional power" : name}`;
  throw new CreditError("unsupported", "verify", [{ path: "", rule }]);
}
