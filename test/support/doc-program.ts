/**
 * Makes a program of a block of code in words: what its remarks promise becomes a check.
 *
 * - `expression; // => value`: the expression equals the value. The remark may stand on the line
 *   below, and go on over further lines that begin with `//   `.
 * - `expression; // throws code`, `// throws code: message`: a `CreditError` of that code, and with
 *   exactly that message.
 */
import ts from "typescript";

import type { DocBlock } from "./doc-blocks.ts";

/** A block, ready to be compiled. */
export interface DocProgram {
  /** The code as written, behind the imports that a docstring leaves out. */
  readonly source: string;
  /**
   * The same with every promise as a call of `promised` or `refused`, and with a call of `began`
   * where the block's own code begins.
   */
  readonly checked: string;
  /** Lines that stand before the block's own first line. */
  readonly lead: number;
  /** Lines of the block that promise something. */
  readonly promises: readonly number[];
}

/** An expression and what is promised of it. */
interface DocPromise {
  /** The line of the remark, within the program, from 0. */
  readonly line: number;
  readonly expression: ts.Expression;
  readonly kind: "value" | "refusal";
  readonly text: string;
}

/** A block whose words cannot be made into checks. */
export class DocFault extends Error {}

/** The program of a block; `homes` tells which module exports a name. */
export function programOf(block: DocBlock, homes: ReadonlyMap<string, string>): DocProgram {
  const imports = block.isDocstring ? `${importsFor(block.code, homes)}\n` : "";
  const lead = `${imports}${block.before}`;
  const source = `${lead}${block.code}\n`;
  const leadLines = lead.split("\n").length - 1;
  // Lines of the blocks before this one are theirs to check: they stand as negative numbers.
  const placeOf = (line: number): number => (line < leadLines ? -1 : block.line + line - leadLines);
  const file = ts.createSourceFile("block.ts", source, ts.ScriptTarget.ES2022, true);
  const promises = promisesOf(source, file, (line) => `${block.path}:${placeOf(line)}`);
  return {
    source,
    checked: withChecks(source, file, promises, { start: lead.length, placeOf }),
    lead: leadLines,
    promises: promises.map(({ line }) => placeOf(line)).filter((line) => line >= 0),
  };
}

/** Where the block's own code begins, and on which line of the words a line of it stands. */
interface Own {
  readonly start: number;
  readonly placeOf: (line: number) => number;
}

/** Import declarations for the exported names that a docstring uses and does not declare itself. */
function importsFor(code: string, homes: ReadonlyMap<string, string>): string {
  const file = ts.createSourceFile("block.ts", code, ts.ScriptTarget.ES2022, true);
  const used = new Set<string>();
  const declared = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) {
      const { parent } = node;
      const isMember = ts.isPropertyAccessExpression(parent) && parent.name === node;
      const isKey = ts.isPropertyAssignment(parent) && parent.name === node;
      const isDeclared =
        (ts.isVariableDeclaration(parent) ||
          ts.isBindingElement(parent) ||
          ts.isParameter(parent) ||
          ts.isFunctionDeclaration(parent)) &&
        parent.name === node;
      if (isDeclared) declared.add(node.text);
      else if (!isMember && !isKey) used.add(node.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  const byHome = new Map<string, string[]>();
  for (const name of used) {
    const home = declared.has(name) ? undefined : homes.get(name);
    if (home !== undefined) byHome.set(home, [...(byHome.get(home) ?? []), name]);
  }
  const lines = [...byHome].map(
    ([home, names]) => `import { ${names.join(", ")} } from "${home}";`,
  );
  return lines.join(" ");
}

const REMARK = /^\/\/ (=>|throws) (.*)$/;

/** What is promised, in order; every remark must stand behind an expression. */
function promisesOf(
  source: string,
  file: ts.SourceFile,
  at: (line: number) => string,
): DocPromise[] {
  const promises = expressionStatements(file).flatMap(({ end, expression }) => {
    const comments = [
      ...(ts.getTrailingCommentRanges(source, end) ?? []),
      ...(ts.getLeadingCommentRanges(source, end) ?? []),
    ];
    const remarks = comments.map(({ pos, end: last }) => ({
      line: file.getLineAndCharacterOfPosition(pos).line,
      text: source.slice(pos, last),
    }));
    const first = remarks.findIndex(({ text }) => REMARK.test(text));
    const promised = remarks[first];
    const [, sign, text = ""] = REMARK.exec(promised?.text ?? "") ?? [];
    if (!promised || sign === undefined) return [];
    const kind = sign === "=>" ? "value" : "refusal";
    const more = continuation(remarks.slice(first));
    const joint = kind === "value" ? "\n" : " ";
    return [{ line: promised.line, expression, kind, text: [text, ...more].join(joint) } as const];
  });
  const kept = new Set(promises.map(({ line }) => line));
  source.split("\n").forEach((text, line) => {
    if (!/(?:^|\s)\/\/ (?:=>|throws) /.test(text) || kept.has(line)) return;
    throw new DocFault(`${at(line)}: the remark stands behind no expression`);
  });
  return promises;
}

/** The lines that go on where a remark ended. */
function continuation(remarks: readonly { line: number; text: string }[]): string[] {
  const more: string[] = [];
  for (let place = 1; place < remarks.length; place += 1) {
    const [before, { line, text }] = remarks.slice(place - 1) as [Remark, Remark];
    if (line !== before.line + 1 || !text.startsWith("//   ")) break;
    more.push(text.slice("//".length).trimStart());
  }
  return more;
}

type Remark = { readonly line: number; readonly text: string };

/** The source with a check around every expression that a remark speaks of. */
function withChecks(
  source: string,
  file: ts.SourceFile,
  promises: readonly DocPromise[],
  { start, placeOf }: Own,
): string {
  const edits = promises.map((promised) => {
    const [from, to] = [promised.expression.getStart(file), promised.expression.end];
    const text = callOf(promised, source.slice(from, to), placeOf(promised.line));
    return { from, to, text };
  });
  edits.push({ from: start, to: start, text: "began(); " });
  // From the end on, so that places before stay what they are.
  edits.sort((a, b) => b.from - a.from || b.to - a.to);
  return edits.reduce(
    (text, edit) => text.slice(0, edit.from) + edit.text + text.slice(edit.to),
    source,
  );
}

function callOf({ kind, text }: DocPromise, expression: string, place: number): string {
  if (kind === "value") return `promised(${place}, (${expression}), () => (${text}))`;
  const colon = text.indexOf(": ");
  const code = colon < 0 ? text : text.slice(0, colon);
  const message = colon < 0 ? "undefined" : JSON.stringify(text.slice(colon + 2));
  return `refused(${place}, () => (${expression}), ${JSON.stringify(code.trim())}, ${message})`;
}

/** By where they end. */
function expressionStatements(file: ts.SourceFile): ts.ExpressionStatement[] {
  const found: ts.ExpressionStatement[] = [];
  const visit = (node: ts.Node): void => {
    ts.forEachChild(node, visit);
    if (ts.isExpressionStatement(node)) found.push(node);
  };
  visit(file);
  return found.sort((a, b) => a.end - b.end);
}
