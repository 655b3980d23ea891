/**
 * Compiles blocks of code in words as strictly as the source, without writing files: a user who
 * copies an example must not be the first to compile it.
 */
import { fileURLToPath } from "node:url";

import ts from "typescript";

import type { DocBlock } from "./doc-blocks.ts";
import { programOf } from "./doc-program.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** What the compiler has to say about the blocks, each with its place in the words. */
export function typeFaults(
  blocks: readonly DocBlock[],
  homes: ReadonlyMap<string, string>,
): string[] {
  const options = compilerOptions();
  const virtual = new Map(
    blocks.map((block, index) => {
      const { source, lead } = programOf(block, homes);
      // `export {}` makes a module of it: two examples may use the same names.
      const text = `${source}export {};\n`;
      return [`${root}test/docs/block-${index}.ts`, { text, lead, block }] as const;
    }),
  );
  const program = ts.createProgram([...virtual.keys()], options, hostOf(virtual, options));
  return [...virtual].flatMap(([name, { lead, block }]) => {
    const file = program.getSourceFile(name);
    if (!file) return [`${block.path}:${block.line}: not compiled`];
    const found = [
      ...program.getSyntacticDiagnostics(file),
      ...program.getSemanticDiagnostics(file),
    ];
    return found.map(({ start = 0, messageText }) => {
      const { line } = file.getLineAndCharacterOfPosition(start);
      const message = ts.flattenDiagnosticMessageText(messageText, " ");
      return `${block.path}:${block.line + line - lead}: ${message}`;
    });
  });
}

function compilerOptions(): ts.CompilerOptions {
  const { config } = ts.readConfigFile(`${root}test/tsconfig.json`, (path) =>
    ts.sys.readFile(path),
  );
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, `${root}test`, undefined);
  // An example may name a value that only its reader needs.
  return { ...options, noUnusedLocals: false, noUnusedParameters: false };
}

function hostOf(
  virtual: ReadonlyMap<string, { readonly text: string }>,
  options: ts.CompilerOptions,
): ts.CompilerHost {
  const host = ts.createCompilerHost(options);
  return {
    ...host,
    fileExists: (path) => virtual.has(path) || host.fileExists(path),
    readFile: (path) => virtual.get(path)?.text ?? host.readFile(path),
    getSourceFile: (path, version) => {
      const text = virtual.get(path)?.text ?? host.readFile(path);
      return text === undefined ? undefined : ts.createSourceFile(path, text, version);
    },
  };
}
