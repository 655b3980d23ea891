/**
 * Finds the TypeScript in words: the ```ts blocks of docstrings and of Markdown pages.
 *
 * A block directly followed by a ```text block must print exactly that. A block of a page with
 * `<!-- continues -->` above it goes on where the block before it ended.
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { posix } from "node:path";
import { fileURLToPath } from "node:url";

/** One block of code in words. */
export interface DocBlock {
  /** The file, from the project's root. */
  readonly path: string;
  /** The line of its first line of code, from 1. */
  readonly line: number;
  readonly code: string;
  /** The code of the blocks that it continues. */
  readonly before: string;
  /** What it must print, and between which lines of the file that stands, from 0. */
  readonly prints?: Prints;
  /** True for docstrings: they import nothing, every export is at hand. */
  readonly isDocstring: boolean;
}

/** The ```text block below a block of code. */
export interface Prints {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const root = fileURLToPath(new URL("../../", import.meta.url));

/** The pages whose blocks run. */
export const PAGES: readonly string[] = [
  "README.md",
  ...filesIn("docs").filter((path) => path.endsWith(".md")),
];

/** The blocks of all docstrings below src. */
export function docstringBlocks(): DocBlock[] {
  const files = filesIn("src").filter((path) => path.endsWith(".ts"));
  return files.flatMap((path) => blocksOfSource(path, textOf(path)));
}

/** The blocks of all pages. */
export function pageBlocks(): DocBlock[] {
  return PAGES.flatMap((path) => blocksOfPage(path, textOf(path)));
}

/** Puts what blocks print now into their pages. */
export function rewritePrints(path: string, prints: readonly Prints[]): void {
  const lines = textOf(path).split("\n");
  for (const { text, start, end } of [...prints].sort((a, b) => b.start - a.start)) {
    lines.splice(start, end - start, ...text.split("\n"));
  }
  writeFileSync(root + path, lines.join("\n"));
}

/** The text of a file of the project. */
export function textOf(path: string): string {
  return readFileSync(root + path, "utf8");
}

/** The files below a folder, by their path from the root. */
export function filesIn(folder: string): string[] {
  const entries = readdirSync(root + folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => posix.join(entry.parentPath.slice(root.length), entry.name))
    .sort();
}

/** The blocks of the docstrings in a source file. */
export function blocksOfSource(path: string, source: string): DocBlock[] {
  return [...source.matchAll(/\/\*\*[^]*?\*\//g)].flatMap(({ index, 0: comment }) => {
    const first = source.slice(0, index).split("\n").length;
    const lines = comment.split("\n").map((line) => line.replace(/^\s*\/?\*+\/? ?/, ""));
    return fencesOf(lines).flatMap((fence, place, all) =>
      fence.language === "ts" ? [blockOf(path, first, "", fence, all[place + 1])] : [],
    );
  });
}

const CONTINUES = "<!-- continues -->";

/** The blocks of a Markdown page. */
export function blocksOfPage(path: string, page: string): DocBlock[] {
  const blocks: DocBlock[] = [];
  const fences = fencesOf(page.split("\n"));
  for (const [place, fence] of fences.entries()) {
    if (fence.language !== "ts") continue;
    const last = blocks.at(-1);
    const before = fence.above === CONTINUES && last ? `${last.before}${last.code}\n` : "";
    const block = blockOf(path, 1, before, fence, fences[place + 1]);
    blocks.push({ ...block, isDocstring: false });
  }
  return blocks;
}

/** A piece of a source file on a page, under `<!-- from src/dso/countback.ts -->`. */
export interface Quotation {
  readonly line: number;
  /** The file that it is from. */
  readonly from: string;
  readonly text: string;
}

/** The quotations of a Markdown page. */
export function quotationsOf(page: string): Quotation[] {
  return fencesOf(page.split("\n")).flatMap(({ above, start, text }) => {
    const [, from] = /^<!-- from (\S+) -->$/.exec(above) ?? [];
    return from === undefined ? [] : [{ line: start + 1, from, text }];
  });
}

/** What stands between two ``` lines. */
interface Fence {
  readonly language: string;
  /** Place of the first line inside, from 0. */
  readonly start: number;
  /** Place of the closing line. */
  readonly end: number;
  readonly text: string;
  /** The last line above it that is not blank. */
  readonly above: string;
  /** Nothing but blank lines between this one and the one before. */
  readonly follows: boolean;
}

function fencesOf(lines: readonly string[]): Fence[] {
  const fences: Fence[] = [];
  let open: { indent: number; language: string; start: number } | undefined;
  lines.forEach((line, place) => {
    const [, indent = "", language = ""] = /^(\s*)```(\S*)/.exec(line) ?? [];
    if (!line.trimStart().startsWith("```")) return;
    if (!open) {
      open = { indent: indent.length, language, start: place + 1 };
      return;
    }
    const { start } = open;
    const inside = lines.slice(start, place).map((each) => each.slice(open?.indent ?? 0));
    const above = lines.slice(fences.at(-1)?.end ?? 0, start - 1).filter((each) => each.trim());
    const follows = fences.length > 0 && above.length === 1;
    fences.push({
      language: open.language,
      start,
      end: place,
      text: inside.join("\n"),
      above: above.at(-1)?.trim() ?? "",
      follows,
    });
    open = undefined;
  });
  return fences;
}

function blockOf(
  path: string,
  firstLine: number,
  before: string,
  { start, text }: Fence,
  next: Fence | undefined,
): DocBlock {
  const line = firstLine + start;
  const block = { path, line, code: text, before, isDocstring: true };
  if (!next?.follows || next.language !== "text") return block;
  const offset = firstLine - 1;
  const prints = { text: next.text, start: next.start + offset, end: next.end + offset };
  return { ...block, prints };
}
