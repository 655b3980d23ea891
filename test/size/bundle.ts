/** Bundles one function as an application would, and says how large it is and what came along. */
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

import type * as Esbuild from "esbuild";

import { entryPoints } from "../../.config/entry-points.ts";

// The copy that tsup brings: it is no dependency of our own, wherever npm puts it.
const require = createRequire(createRequire(import.meta.url).resolve("tsup"));
const esbuild = require("esbuild") as typeof Esbuild;

const root = fileURLToPath(new URL("../../", import.meta.url));

/** The packages whose company is the question. */
export const PACKAGES = ["decimal.js", "zod", "date-fns"] as const;

export interface Bundled {
  /** Bytes, minified. */
  readonly minified: number;
  /** Bytes, minified and compressed. */
  readonly gzip: number;
  /** Which of our dependencies are in it. */
  readonly packages: readonly string[];
}

/** The size of one function of an entry point, from its source. */
export async function bundled(specifier: string, name: string): Promise<Bundled> {
  const result = await esbuild.build({
    stdin: { contents: `export { ${name} } from "./${sourceOf(specifier)}";`, resolveDir: root },
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    legalComments: "none",
    metafile: true,
    write: false,
    absWorkingDir: root,
  });
  const [file] = result.outputFiles;
  const [output] = Object.values(result.metafile.outputs);
  if (!file || !output) throw new Error(`${specifier}: nothing came out`);
  const inputs = Object.entries(output.inputs).filter(([, { bytesInOutput }]) => bytesInOutput > 0);
  const packages = PACKAGES.filter((each) =>
    inputs.some(([path]) => path.includes(`node_modules/${each}/`)),
  );
  return {
    minified: file.contents.length,
    gzip: gzipSync(file.contents, { level: 9 }).length,
    packages,
  };
}

/**
 * Packages that an entry point imports at all, used or not: what a runtime loads that knows no
 * tree-shaking.
 */
export async function loaded(specifier: string): Promise<string[]> {
  const result = await esbuild.build({
    entryPoints: [sourceOf(specifier)],
    bundle: true,
    treeShaking: false,
    packages: "external",
    format: "esm",
    metafile: true,
    write: false,
    absWorkingDir: root,
  });
  const imports = Object.values(result.metafile.inputs).flatMap((input) => input.imports);
  return [...new Set(imports.filter(({ external }) => external).map(({ path }) => path))];
}

function sourceOf(specifier: string): string {
  const entry = entryPoints().find((each) => each.specifier === specifier);
  if (!entry) throw new Error(`${specifier} is no entry point`);
  return entry.source;
}
