/**
 * The libraries that are compared with live in a `node_modules` of their own beside this folder's
 * `package.json`, so that the library's own dependencies stay what they are.
 */
import { createRequire } from "node:module";
import { resolve } from "node:path";

/** Scripts run in the folder of the package, wherever they were compiled to. */
const PEERS = resolve("test", "bench", "package.json");
const require = createRequire(PEERS);

/** A peer library; undefined where `npm install --prefix test/bench` has not been run. */
export function peer<Library>(name: string): Library | undefined {
  try {
    return require(name) as Library;
  } catch (error) {
    if ((error as { code?: string }).code === "MODULE_NOT_FOUND") return undefined;
    throw error;
  }
}

/** The version of a peer, for the report. */
export function peerVersion(name: string): string | undefined {
  const { dependencies } = require(PEERS) as { dependencies: Record<string, string> };
  return dependencies[name];
}
