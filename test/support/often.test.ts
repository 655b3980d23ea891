import { expect, test } from "vitest";

import { isTooRare } from "./often.ts";

test("a case is too rare only when chance cannot explain it", () => {
  // 0.5^30 is 9.3e-10, 0.5^29 1.9e-9.
  expect([29, 30].map((runs) => isTooRare(0, runs, 0.5))).toEqual([false, true]);
  expect(isTooRare(8, 25, 0.5)).toBe(false);
  expect(isTooRare(30, 300, 0.5)).toBe(true);
  expect(isTooRare(150, 300, 0.5)).toBe(false);
  expect(isTooRare(0, 10, 0.1)).toBe(false);
  expect(isTooRare(0, 1_000, 0.1)).toBe(true);
});
