/**
 * @module batch/normal.kernel
 *
 * The normal distribution in doubles, of + − × ÷ alone. With u = 2^−53, `normalOf(x)` is within 16u
 * of Φ(x), and below −2.5 within 128u × Φ(x).
 *
 * Up to 2.5 in size Φ is a half and the density times x + x³/3 + x⁵/(3·5) + …, all of one sign and
 * at most 0.494: sixty terms are each within 3n u of themselves, but their weights fall so that the
 * sum is within 12u, and the density within 12u; of a half that makes 12u, and one rounding.
 *
 * Beyond, what is left is the density over x + 1/(x + 2/(x + 3/(x + …))), 120 deep, which at 2.5
 * leaves less than 2^−53; every part is positive, so that errors stay as they are: 4u. The density
 * is exp(−h²/2) × exp(−(x − h)(x + h)/2) ÷ √(2π) with h the 24 upper bits of x, whose square is
 * exact: 8u each, and 3u × (x − h)(x + h)/2, which is below 2^−13. Below −37.5 Φ is 0 or one of the
 * least doubles, within 2^−1074 besides.
 */
import { expOf } from "./elementary.kernel.ts";

/** What {@link normalOf} is within; below −2.5 times eight, and relatively. */
export const NORMAL_ERROR = 16 * 2 ** -53;

const FROM_TAIL = 2.5;
const DEPTH = 120;
const ROOT_OF_TWO_PI = 2.5066282746310002;

/** The share of a standard normal distribution below a value. */
export function normalOf(value: number): number {
  const size = Math.abs(value);
  if (size > 39) return value < 0 ? 0 : 1;
  if (size >= FROM_TAIL) {
    const tail = density(size) / fraction(size);
    return value < 0 ? tail : 1 - tail;
  }
  const square = value * value;
  let [sum, term] = [0, value];
  for (let odd = 3; Math.abs(term) > 2 ** -60 * size; odd += 2) {
    sum += term;
    term = (term * square) / odd;
  }
  return 0.5 + density(size) * sum;
}

function density(size: number): number {
  const step = 2 ** -18;
  const upper = Math.floor(size / step) * step;
  const rest = (size - upper) * (size + upper);
  return (expOf((-upper * upper) / 2) * expOf(-rest / 2)) / ROOT_OF_TWO_PI;
}

/** x + 1/(x + 2/(x + 3/(x + …))), from its end. */
function fraction(x: number): number {
  let sum = x;
  for (let place = DEPTH; place >= 1; place -= 1) sum = x + place / sum;
  return sum;
}
