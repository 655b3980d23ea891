/**
 * Every example of a docstring, the README and the docs runs, and does what its remarks say.
 *
 * `UPDATE_DOCS=1` puts what the pages' blocks print now into the pages; read the difference before
 * you keep it.
 */
import { describe, expect, it } from "vitest";

import type { DocBlock, Prints } from "../support/doc-blocks.ts";
import {
  blocksOfPage,
  blocksOfSource,
  docstringBlocks,
  pageBlocks,
  rewritePrints,
} from "../support/doc-blocks.ts";
import { checkBlock, loadLibrary, runBlock } from "../support/doc-runner.ts";

const UPDATE = process.env["UPDATE_DOCS"] === "1";

const library = await loadLibrary();
const docstrings = docstringBlocks();
const pages = pageBlocks();

const named = (blocks: readonly DocBlock[]) =>
  blocks.map((block) => [`${block.path}:${block.line}`, block] as const);

describe("docstrings", () => {
  it.each(named(docstrings))("%s", async (_, block) => {
    await checkBlock(block, library);
  });

  it("show every function in use", () => {
    const code = docstrings.map((block) => block.code).join("\n");
    const functions = [...library.modules.values()].flatMap((exported) =>
      Object.entries(exported).flatMap(([name, value]) =>
        typeof value === "function" && /^[a-z]/.test(name) ? [name] : [],
      ),
    );
    const unused = functions.filter((name) => !new RegExp(`\\b${name}\\b`).test(code));
    expect(unused).toEqual([]);
  });
});

describe("pages", () => {
  if (UPDATE) {
    it("take over what is printed now", async () => {
      const updated = new Map<string, Prints[]>();
      for (const block of pages) {
        if (!block.prints) continue;
        const text = await runBlock(block, library);
        updated.set(block.path, [...(updated.get(block.path) ?? []), { ...block.prints, text }]);
      }
      for (const [path, prints] of updated) rewritePrints(path, prints);
    });
  } else {
    it.each(named(pages))("%s", async (_, block) => {
      await checkBlock(block, library);
    });
  }
});

// ------------------------------------------------------------------------------ the runner bites

describe("the runner", () => {
  const run = async (...lines: string[]): Promise<void> => {
    const page = ["```ts", ...lines, "```"].join("\n");
    for (const block of blocksOfPage("page.md", page)) await checkBlock(block, library);
  };
  const printing = async (code: string, text: string): Promise<void> => {
    const page = `\`\`\`ts\n${code}\n\`\`\`\n\n\`\`\`text\n${text}\n\`\`\``;
    for (const block of blocksOfPage("page.md", page)) await checkBlock(block, library);
  };
  const dso = 'import { dsoPeriodAverage } from "trade-credit";';

  it("compares values deeply, Decimals by value", async () => {
    await run("1 + 1; // => 2");
    await run("({ a: [1] });", "// => { a: [1] }");
    await run("[1, 2];", "// => [1,", "//   2]");
    await run(dso, "dsoPeriodAverage({ receivables: 1, sales: 2, days: 30 }).value; // => 15");
    await expect(run("1 + 1; // => 3")).rejects.toThrow("page.md:2");
    await expect(run("({ a: [1] }); // => { a: [2] }")).rejects.toThrow("page.md:2");
  });

  it("compares refusals by code and message", async () => {
    const call = "dsoPeriodAverage({ receivables: 1, sales: 0, days: 30 });";
    await run(dso, `${call} // throws not_defined`);
    await run(dso, `${call} // throws not_defined: dsoPeriodAverage: credit sales are not above 0`);
    await expect(run(dso, `${call} // throws invalid_input`)).rejects.toThrow("page.md:3");
    await expect(run(dso, `${call} // throws not_defined: it`)).rejects.toThrow("page.md:3");
    await expect(run("1; // throws invalid_input")).rejects.toThrow("page.md:2");
  });

  it("compares what is printed", async () => {
    await printing('console.log("a", 1);', "a 1");
    await expect(printing('console.log("a", 1);', "a 2")).rejects.toThrow("prints");
    await expect(run('console.log("a");', "1; // => 1")).rejects.toThrow("prints");
  });

  it("fails a block that promises nothing, unless it says so", async () => {
    await expect(run("const one = 1;")).rejects.toThrow("promises nothing");
    await run("const one = 1; // no assertion");
  });

  it("fails a promise that is never reached or stands behind no expression", async () => {
    await expect(run("if (1 > 2) {", "1; // => 1", "}", "2; // => 2")).rejects.toThrow("reached");
    await expect(run("const one = 1; // => 1")).rejects.toThrow("no expression");
    await expect(run("// => 1")).rejects.toThrow("no expression");
  });

  it("goes on where the block before ended", async () => {
    const page = [
      ...["```ts", "const one = 1;", "one; // => 1", "```", "Then:", "<!-- continues -->"],
      ...["```ts", "one + 1; // => 2", "```", "```ts", "typeof one; // => 'undefined'", "```"],
    ].join("\n");
    const blocks = blocksOfPage("page.md", page);
    expect(blocks.map(({ line }) => line)).toEqual([2, 8, 11]);
    for (const block of blocks) await checkBlock(block, library);
  });

  it("gives docstrings the exports that they name", async () => {
    const source = [
      ...["const a = 1;", "/**", " * @example", " * ```ts"],
      ...[" * const dueDate = formatTerms('net 30');", " * dueDate; // => 'n/30'", " * ```", " */"],
    ].join("\n");
    const [block] = blocksOfSource("a.ts", source);
    expect(block?.line).toBe(5);
    if (block) await checkBlock(block, library);
  });
});
