/** The page docs/sizes.md: its table is made of the sizes committed. */
import type { Bundled } from "./bundle.ts";

/** Sizes by function, by entry point. */
export type Sizes = Readonly<Record<string, Readonly<Record<string, Bundled>>>>;

const HEAD = `# Sizes

What one function costs in a bundle: minified by esbuild, as an ES module, with everything that it
brings along. A bundler leaves out what is not imported; the whole library is only as large as the
part of it in use.

| entry point | function | minified | gzip | with |
| --- | --- | ---: | ---: | --- |
`;

const FOOT = `
Where the bytes are: \`decimal.js\` is 13 kB of each figure (gzip), and the core of \`zod\` that reads
inputs 2 kB. What answers with columns alone has neither (\`trade-credit/batch\`), and importing it loads
no package at all; texts of payment terms are read with neither, too. An accumulator is larger than
what scores columns: it checks every chunk as a ledger is checked, and what another one wrote.
\`explain\` has the records of every formula, since any of them may be asked. \`date-fns\` serves \`isoDate\` alone.

A test bundles these functions and compares: it fails when one has grown by more than 2 %, or has
taken in a package that is not in its row. \`UPDATE_SIZES=1 npx vitest run --config
test/vitest.config.ts test/size\` writes this table anew.
`;

/** The whole page. */
export function pageOf(sizes: Sizes): string {
  const rows = Object.entries(sizes).flatMap(([specifier, functions]) =>
    Object.entries(functions).map(([name, { minified, gzip, packages }]) => {
      const list = packages.map((each) => `\`${each}\``).join(", ");
      const cells = [`\`${specifier}\``, `\`${name}\``, kilobytes(minified), kilobytes(gzip), list];
      return `| ${cells.join(" | ").trimEnd()} |\n`;
    }),
  );
  return HEAD + rows.join("") + FOOT;
}

/** Thousands of bytes with one digit after the point. */
function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
