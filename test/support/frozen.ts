/** An input frozen to its depth: a function that changes it fails. Figures are frozen as they are. */
import { isFigure } from "../../src/ground/figure.ts";

export function frozen<T>(value: T): T {
  if (typeof value === "object" && value !== null && !isFigure(value)) {
    Object.values(value).forEach(frozen);
    Object.freeze(value);
  }
  return value;
}
