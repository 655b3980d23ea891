import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";

import { defineConfig } from "vitest/config";

import { entryPoints } from "../.config/entry-points.ts";

const root = fileURLToPath(new URL("..", import.meta.url));

export default defineConfig({
  root,
  resolve: {
    // `trade-credit/dso` means the source: tests need no build.
    alias: entryPoints().map(({ specifier, source }) => ({
      find: new RegExp(`^${specifier}$`),
      replacement: `${root}${source}`,
    })),
  },
  test: {
    // Type tests (*.test-d.ts) are checked by `npm run typecheck`.
    include: ["test/**/*.test.ts"],
    setupFiles: ["test/setup.ts"],
    // Comparisons with the oracle on many inputs (ORACLE_RUNS) take their time.
    testTimeout: process.env["ORACLE_RUNS"] ? 3_600_000 : 60_000,
    // Hooks write out the examples, which on a busy machine takes as long as a test.
    hookTimeout: 60_000,
    // Vitest leaves one core free, which of two is half.
    maxWorkers: availableParallelism(),
    coverage: {
      provider: "v8",
      include: ["src/**/*.ts"],
      reporter: ["text", "html"],
      reportsDirectory: "coverage",
    },
  },
});
