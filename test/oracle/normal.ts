/**
 * The normal distribution at more than 60 digits by two ways that the library does not go: the
 * alternating series of the error function, and in the tail a continued fraction.
 */
import { Decimal } from "decimal.js";

export const Wider = Decimal.clone({
  defaults: true,
  precision: 160,
  toExpNeg: -9e15,
  toExpPos: 9e15,
});

const rootOfTwoPi = (): Decimal => Wider.acos(-1).times(2).sqrt();

/** Φ by x − x³/(2·3) + x⁵/(4·2!·5) − …: good to 60 digits and more up to |x| = 12. */
export function shareBySeries(value: Decimal.Value): Decimal {
  const x = new Wider(value);
  const square = x.times(x);
  let power = x;
  let total = new Wider(0);
  for (let k = 0; power.abs().gt("1e-140"); k += 1) {
    total = total.plus(power.div(2 * k + 1));
    power = power.times(square).div(-2 * (k + 1));
  }
  return total.div(rootOfTwoPi()).plus("0.5");
}

/** The tail by the continued fraction φ(x) ÷ (x + 1/(x + 2/(x + 3/(x + …)))), from the far end. */
export function tailByFraction(value: Decimal.Value): Decimal {
  const x = new Wider(value).abs();
  let below = x;
  for (let k = 3000; k > 0; k -= 1) below = x.plus(new Wider(k).div(below));
  return x.times(x).div(-2).exp().div(rootOfTwoPi()).div(below);
}
