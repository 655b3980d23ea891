/**
 * @module aging/comparison.kernel
 *
 * The amounts that are compared of every customer, and who got better or worse: shares are
 * quotients of two whole numbers that doubles hold, so where the nearest doubles of two shares
 * differ, the shares differ the same way; where they do not, whole numbers decide.
 */

/** What is compared of every customer, in whole minor units that doubles hold exactly. */
export interface PartyAmounts {
  /** Open debit items. */
  readonly gross: Float64Array;
  readonly overdue: Float64Array;
  readonly longOverdue: Float64Array;
  readonly disputed: Float64Array;
}

/** The planes they are read off: cell `group × stride + class`, and by group. */
interface Planes {
  readonly charges: Float64Array;
  readonly disputed: Float64Array;
  readonly overdue: Float64Array;
  readonly stride: number;
}

/** The amounts of the groups, long overdue from a class on. */
export function amountsOf(
  { charges, disputed, overdue, stride }: Planes,
  groups: Int32Array,
  longOverdueFrom: number,
): PartyAmounts {
  const doubles = () => new Float64Array(groups.length);
  const found = {
    gross: doubles(),
    overdue: doubles(),
    longOverdue: doubles(),
    disputed: doubles(),
  };
  for (let row = 0; row < groups.length; row += 1) {
    const group = groups[row]!;
    const first = group * stride;
    let [gross, late, inDispute] = [0, 0, 0];
    for (let bucket = 0; bucket < stride; bucket += 1) {
      const amount = charges[first + bucket]!;
      gross += amount;
      if (bucket >= longOverdueFrom) late += amount;
      inDispute += disputed[first + bucket]!;
    }
    found.gross[row] = gross;
    found.overdue[row] = overdue[group]!;
    found.longOverdue[row] = late;
    found.disputed[row] = inDispute;
  }
  return found;
}

/**
 * The sign of each share less last month's: cell `row × 3 + measure`, of overdue, long overdue and
 * disputed. 0 where a customer had no receivables; `places` says where it stood, −1 for nowhere.
 */
export function changesOf(
  current: PartyAmounts,
  previous: PartyAmounts,
  places: Int32Array,
): Int8Array {
  const signs = new Int8Array(3 * places.length);
  for (let row = 0; row < places.length; row += 1) {
    const place = places[row]!;
    const whole = current.gross[row]!;
    const last = place < 0 ? 0 : previous.gross[place]!;
    if (whole === 0 || last === 0) continue;
    const { overdue, longOverdue, disputed } = previous;
    const cell = 3 * row;
    signs[cell] = signOfChange(current.overdue[row]!, whole, overdue[place]!, last);
    signs[cell + 1] = signOfChange(current.longOverdue[row]!, whole, longOverdue[place]!, last);
    signs[cell + 2] = signOfChange(current.disputed[row]!, whole, disputed[place]!, last);
  }
  return signs;
}

/** The sign of `amount ÷ whole − lastAmount ÷ lastWhole`, all of them whole and exact. */
function signOfChange(
  amount: number,
  whole: number,
  lastAmount: number,
  lastWhole: number,
): number {
  const share = amount / whole;
  const last = lastAmount / lastWhole;
  if (share !== last) return share > last ? 1 : -1;
  if (amount === 0) return 0;
  const now = BigInt(amount) * BigInt(lastWhole);
  const before = BigInt(lastAmount) * BigInt(whole);
  return now > before ? 1 : now < before ? -1 : 0;
}
