/** A tornado in print: how far each assumption moves the answer, the widest first. */
import type { Figure } from "trade-credit";
import { money, NOTHING, table } from "../month-end/format.ts";

const HALF = 24;

/** One assumption and the answers at its ends. */
interface Swing {
  readonly path: string;
  readonly low: { readonly value: Figure["value"] | null };
  readonly high: { readonly value: Figure["value"] | null };
}

/** Bars around the answer as it stands: `<` at the low end of the assumption, `>` at the high one. */
export function tornadoOf(swings: readonly Swing[], base: number): string {
  const ends = swings.flatMap(({ low, high }) => [low, high]);
  const reach = ends.map(({ value }) => Math.abs((value?.toNumber() ?? base) - base));
  const most = Math.max(...reach, Number.MIN_VALUE);
  const rows = swings.map(({ path, low, high }) => [
    path,
    end(low),
    end(high),
    bar([low, high].map(({ value }) => ((value?.toNumber() ?? base) - base) / most)),
  ]);
  return table(["Assumption", "at its low", "at its high", ""], rows, [0, 3]);
}

function end({ value }: Swing["low"]): string {
  return value === null ? NOTHING : money({ value }, 2);
}

function bar([low = 0, high = 0]: readonly number[]): string {
  const cells = Array.from({ length: 2 * HALF + 1 }, () => " ");
  const place = (part: number) => HALF + Math.round(part * HALF);
  for (let at = Math.min(place(low), HALF); at <= Math.max(place(low), HALF); at += 1) {
    cells[at] = "<";
  }
  for (let at = Math.min(place(high), HALF); at <= Math.max(place(high), HALF); at += 1) {
    cells[at] = ">";
  }
  cells[HALF] = "|";
  return cells.join("").trimEnd();
}
