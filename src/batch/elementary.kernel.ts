/**
 * @module batch/elementary.kernel
 *
 * ln, exp and power in doubles, of + − × ÷ alone: the same bytes in every runtime, which Math.log
 * and Math.exp do not promise. With u = 2^−53:
 *
 * - `lnOf(x)` is within 8u of ln x, relatively. x = m × 2^k with m from √½ to √2; ln m = 2 artanh s
 *   with s = (m − 1) ÷ (m + 1), where m − 1 is exact: s is within 2u, s² ≤ 0.0295, so that the
 *   terms after the first add up to less than a hundredth of it, with as many u; eleven terms
 *   leave 2^−57. k ln 2 comes in two parts, the greater one exact. Where k ≠ 0 the answer is at
 *   least 0.34, and parts up to 0.35 + 0.70 in size are added, each within a few u of its own size.
 * - `expOf(x)` is within 8u of e^x, relatively, for |x| ≤ 708; beyond 709.78 it is Infinity, below
 *   −745 it is 0, and between −745 and −708 within 2^−1074 besides. x = k ln 2 + r with |r| ≤
 *   0.35, r within u × 0.35 + 2^−66 k; fourteen terms leave 2^−60.
 * - `powerOf(b, x)` is exp(x ln b): within (16 |x ln b| + 16) u, relatively.
 */

/** ln 2: 33 bits of it, so that its product with an exponent is exact, and the rest. */
const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;
/** 1/23, 1/21, … 1/3: what the powers of s² are taken by. */
const SHARES = /* @__PURE__ */ Array.from({ length: 11 }, (_, place) => 1 / (23 - 2 * place));
const SQRT_HALF = 0.7071067811865476;

/** What {@link lnOf} and {@link expOf} are relatively within. */
export const ELEMENTARY_ERROR = 8 * 2 ** -53;

const bits = /* @__PURE__ */ new DataView(/* @__PURE__ */ new ArrayBuffer(8));

/** The natural logarithm of a number above 0. */
export function lnOf(value: number): number {
  if (!(value > 0)) return value === 0 ? -Infinity : Number.NaN;
  if (value === Infinity) return Infinity;
  let twos = 0;
  let rest = value;
  if (rest < 2 ** -1022) [rest, twos] = [rest * 2 ** 54, -54];
  bits.setFloat64(0, rest);
  const high = bits.getUint32(0);
  twos += (high >>> 20) - 1_022;
  // From 1/2 to 1.
  bits.setUint32(0, (high & 0xfffff) | (1_022 << 20));
  rest = bits.getFloat64(0);
  if (rest < SQRT_HALF) [rest, twos] = [2 * rest, twos - 1];
  const beyond = rest - 1;
  const s = beyond / (rest + 1);
  const square = s * s;
  let tail = 0;
  for (const share of SHARES) tail = tail * square + share;
  // 2s apart from what follows it, which is small.
  const small = 2 * s * square * tail;
  return twos === 0 ? 2 * s + small : twos * LN2_HIGH + (2 * s + (small + twos * LN2_LOW));
}

/** e to a power. */
export function expOf(value: number): number {
  if (!(value < 709.782712893384)) return value >= 709 ? Infinity : Number.NaN;
  if (value < -745.2) return 0;
  const twos = Math.floor(value / (LN2_HIGH + LN2_LOW) + 0.5);
  const rest = value - twos * LN2_HIGH - twos * LN2_LOW;
  let sum = 1;
  for (let step = 14; step >= 1; step -= 1) sum = 1 + (rest / step) * sum;
  // In two steps: 2^1024 is no double, and below 2^−1022 there is one rounding.
  const half = twos >> 1;
  return sum * powerOfTwo(half) * powerOfTwo(twos - half);
}

/** 2 to a whole power from −1022 to 1023. */
function powerOfTwo(exponent: number): number {
  bits.setUint32(0, (exponent + 1_023) << 20);
  bits.setUint32(4, 0);
  return bits.getFloat64(0);
}

/** A number above 0 to any power. */
export function powerOf(base: number, exponent: number): number {
  return expOf(exponent * lnOf(base));
}
