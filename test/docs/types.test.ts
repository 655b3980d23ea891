/**
 * Every example of a docstring, the README and the docs compiles.
 */
import { expect, it } from "vitest";

import { blocksOfPage, docstringBlocks, pageBlocks } from "../support/doc-blocks.ts";
import { loadLibrary } from "../support/doc-runner.ts";
import { typeFaults } from "../support/doc-types.ts";

const { homes } = await loadLibrary();

// `.ci/zones.mjs` sets both: types do not depend on the time zone, and compiling takes its time.
const isZoneRun = process.env["TZ"] !== undefined && process.env["FC_RUNS"] !== undefined;

const TIMEOUT = 120_000;

it.skipIf(isZoneRun)(
  "every example compiles as strictly as the source",
  { timeout: TIMEOUT },
  () => {
    const wrong = ["```ts", "", 'const days: number = "30";', "```"].join("\n");
    const blocks = [...docstringBlocks(), ...pageBlocks(), ...blocksOfPage("wrong.md", wrong)];
    expect(typeFaults(blocks, homes)).toEqual([
      "wrong.md:3: Type 'string' is not assignable to type 'number'.",
    ]);
  },
);
