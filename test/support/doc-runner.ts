/**
 * Runs blocks of code in words against the source: `trade-credit` is src, and what a block promises
 * is compared with what it does.
 */
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { format } from "node:util";
import { compileFunction } from "node:vm";

import { Decimal } from "decimal.js";
import ts from "typescript";
import { expect } from "vitest";

import { isCreditError } from "trade-credit";

import { entryPoints } from "../../.config/entry-points.ts";
import type { DocBlock } from "./doc-blocks.ts";
import { DocFault, programOf } from "./doc-program.ts";

type Namespace = Readonly<Record<string, unknown>>;

/** The library as its users import it, and which specifier exports a name. */
export interface Library {
  readonly modules: ReadonlyMap<string, Namespace>;
  readonly homes: ReadonlyMap<string, string>;
}

const root = new URL("../../", import.meta.url);
const requireFrom = createRequire(import.meta.url);

/** Every way in, from the source. */
export async function loadLibrary(): Promise<Library> {
  const modules = new Map<string, Namespace>();
  const homes = new Map<string, string>();
  for (const { specifier, source } of entryPoints()) {
    const url = new URL(source, root);
    if (!existsSync(url)) continue;
    const namespace = (await import(url.href)) as Namespace;
    modules.set(specifier, namespace);
    for (const name of Object.keys(namespace)) if (!homes.has(name)) homes.set(name, specifier);
  }
  return { modules, homes };
}

/** Runs a block and gives what it printed; throws where it does not do what its words say. */
export async function runBlock(block: DocBlock, { modules, homes }: Library): Promise<string> {
  const { checked, promises } = programOf(block, homes);
  const isSilent = block.code.includes("// no assertion");
  if (promises.length === 0 && block.prints === undefined && !isSilent) {
    throw new DocFault(`${block.path}:${block.line}: the block promises nothing`);
  }
  const kept = new Set<number>();
  const printed: string[] = [];
  const at = (line: number): string => `${block.path}:${line}`;
  const scope = {
    require: (specifier: string): unknown => modules.get(specifier) ?? requireFrom(specifier),
    exports: {},
    console: { log: (...values: unknown[]) => void printed.push(format(...values)) },
    began(): void {
      // What the blocks before it print is theirs.
      printed.length = 0;
    },
    promised(line: number, value: unknown, promise: () => unknown): void {
      kept.add(line);
      const expected = promise();
      expect(comparable(value, expected), at(line)).toEqual(expected);
    },
    refused(line: number, call: () => unknown, code: string, message?: string): void {
      kept.add(line);
      const error = errorOf(call);
      expect(error?.code, at(line)).toBe(code);
      if (message !== undefined) expect(error?.message, at(line)).toBe(message);
    },
  };
  await evaluate(checked, scope);
  const unkept = promises.filter((line) => !kept.has(line));
  expect(unkept.map(at), "promises that were never reached").toEqual([]);
  return printed.join("\n").replace(/ +$/gm, "");
}

/** Runs a block and compares what it printed with the ```text block below it. */
export async function checkBlock(block: DocBlock, library: Library): Promise<void> {
  const text = await runBlock(block, library);
  expect(text, `${block.path}:${block.line} prints`).toBe(block.prints?.text ?? "");
}

/** A Decimal may be promised as the number that it is. */
function comparable(value: unknown, expected: unknown): unknown {
  return Decimal.isDecimal(value) && typeof expected === "number" ? value.toNumber() : value;
}

function errorOf(call: () => unknown) {
  try {
    call();
  } catch (error) {
    if (isCreditError(error)) return error;
    throw error;
  }
  return undefined;
}

/** Runs TypeScript as a module with these names in scope. */
async function evaluate(code: string, scope: Namespace): Promise<void> {
  const { outputText } = ts.transpileModule(code, {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 },
  });
  // A function and not a file: it shares its modules with the tests, and may await.
  const run = compileFunction(`return (async () => {${outputText}\n})();`, Object.keys(scope));
  await (run as (...values: unknown[]) => Promise<void>)(...Object.values(scope));
}
