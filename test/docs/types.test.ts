/**
 * Every example of a docstring, the README and the docs compiles.
 */
import { expect, it } from "vitest";

import { blocksOfPage, docstringBlocks, pageBlocks } from "../support/doc-blocks.ts";
import { loadLibrary } from "../support/doc-runner.ts";
import { typeFaults } from "../support/doc-types.ts";

const { homes } = await loadLibrary();

it("compiles every example as strictly as the source", { timeout: 120_000 }, () => {
  const wrong = ["```ts", "", 'const days: number = "30";', "```"].join("\n");
  const blocks = [...docstringBlocks(), ...pageBlocks(), ...blocksOfPage("wrong.md", wrong)];
  expect(typeFaults(blocks, homes)).toEqual([
    "wrong.md:3: Type 'string' is not assignable to type 'number'.",
  ]);
});
