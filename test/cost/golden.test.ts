/** Every printed case of the cost of credit: exact, and within the tolerance of what is printed. */
import { describe } from "vitest";

import * as cost from "../../src/cost/index.ts";
import { testPrintedCases } from "../support/golden.ts";

describe("printed cases", () => {
  testPrintedCases("cost.json", cost);
});
