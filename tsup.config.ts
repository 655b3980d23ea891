import { defineConfig } from "tsup";

import { entryPoints } from "./.config/entry-points.ts";

export default defineConfig({
  entry: Object.fromEntries(entryPoints().map(({ output, source }) => [output, source])),
  format: ["esm", "cjs"],
  target: "es2022",
  // One copy of every class and table, whichever subpath it is reached by.
  splitting: true,
  clean: true,
  // tsup sets `baseUrl` itself, which TypeScript 6 calls deprecated.
  dts: { compilerOptions: { ignoreDeprecations: "6.0" } },
});
