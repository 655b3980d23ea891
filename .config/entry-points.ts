/**
 * The package's entry points, read from the exports map of package.json: the only place where
 * they are listed. The build, the tests' aliases and the architecture test all start here.
 */
import { readFileSync } from "node:fs";

/** One public way in: `trade-credit/dso` is read from `src/dso/index.ts`. */
export interface EntryPoint {
  /** What a user imports: `trade-credit/dso`. */
  readonly specifier: string;
  /** The folder below src, or undefined for the root. */
  readonly folder: string | undefined;
  /** The source file, from the project's root. */
  readonly source: string;
  /** The built file, from dist, without its ending. */
  readonly output: string;
}

interface Manifest {
  readonly name: string;
  readonly exports: Readonly<Record<string, unknown>>;
}

/** The part of package.json that speaks about exports. */
export function readManifest(): Manifest {
  const text = readFileSync(new URL("../package.json", import.meta.url), "utf8");
  return JSON.parse(text) as Manifest;
}

/** Every export of package.json except `./package.json` itself. */
export function entryPoints(manifest: Manifest = readManifest()): EntryPoint[] {
  return Object.keys(manifest.exports)
    .filter((key) => key !== "./package.json")
    .map((key) => {
      const folder = key === "." ? undefined : key.slice("./".length);
      const output = folder === undefined ? "index" : `${folder}/index`;
      const specifier = folder === undefined ? manifest.name : `${manifest.name}/${folder}`;
      return { specifier, folder, source: `src/${output}.ts`, output };
    });
}
