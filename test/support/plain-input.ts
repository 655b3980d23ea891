/** An input with every number as the oracles take it: figures by their exact values. */
import { isFigure } from "../../src/ground/figure.ts";
import { exactOf } from "./exact.ts";

export function plainInput(value: unknown): never {
  if (isFigure(value)) return exactOf(value) as never;
  if (Array.isArray(value)) return value.map(plainInput) as never;
  if (typeof value !== "object" || value === null) return value as never;
  const entries = Object.entries(value).map(([key, each]) => [key, plainInput(each) as unknown]);
  return Object.fromEntries(entries) as never;
}
