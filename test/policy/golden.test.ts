/** Every printed case of credit policies: exact, and within the tolerance of what is printed. */
import { describe, expect, it } from "vitest";

import * as policy from "../../src/policy/index.ts";
import { testPrintedCases } from "../support/golden.ts";

const slide60 = {
  annualRate: "0.1",
  compounding: "compound",
  base: { unitPrice: 1000, unitCost: 500, unitsPerDay: 400, dso: 40, badDebtRate: "0.02" },
  plan: { unitPrice: 1000, unitCost: 440, unitsPerDay: 500, dso: 50, badDebtRate: "0.03" },
} as const;

describe("printed cases", () => {
  testPrintedCases("policy.json", policy);

  it("slide 60 with compound interest gains 70,782.0187 a day at 10 % and 70,367.1406 at 12 %", () => {
    const gain = (annualRate: string) =>
      policy.policyPresentValue({ ...slide60, annualRate }).gain.value.toFixed(4);
    expect([gain("0"), gain("0.1"), gain("0.12")]).toEqual([
      "73000.0000",
      "70782.0187",
      "70367.1406",
    ]);
  });

  it("the perpetuity is absent at a rate of 0", () => {
    const { perpetuityValue } = policy.policyPresentValue({ ...slide60, annualRate: 0 });
    expect(perpetuityValue.value === null && perpetuityValue.reason.code).toBe("not_defined");
  });
});
