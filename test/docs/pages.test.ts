/**
 * What the pages say of the source is so: what is quoted, linked and listed is there, and nothing is
 * left out.
 */
import { existsSync } from "node:fs";
import { posix } from "node:path";
import { fileURLToPath } from "node:url";

import { describe, expect, it } from "vitest";

import { formulaCatalogue } from "trade-credit/explain";

import { filesIn, PAGES, quotationsOf, textOf } from "../support/doc-blocks.ts";
import { loadLibrary } from "../support/doc-runner.ts";

const { modules } = await loadLibrary();
const root = fileURLToPath(new URL("../../", import.meta.url));
const all = [...PAGES, "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md", "docs/llms.txt"];

/** Every word in backticks. */
const wordsOf = (page: string): Set<string> =>
  new Set([...page.matchAll(/`([^`\n]+)`/g)].map(([, word = ""]) => word));

describe("links", () => {
  it.each(all)("of %s lead somewhere", (path) => {
    const page = withoutCode(textOf(path));
    const links = [...page.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = ""]) => target);
    const broken = links.filter((target) => !/^https:/.test(target) && !leads(path, target));
    expect(broken).toEqual([]);
  });
});

function leads(from: string, target: string): boolean {
  const [file = "", anchor] = target.split("#");
  const path = file === "" ? from : posix.join(posix.dirname(from), file);
  if (!existsSync(root + path)) return false;
  return anchor === undefined || headingsOf(textOf(path)).includes(anchor);
}

/** The anchors of a page's headings. */
function headingsOf(page: string): string[] {
  return [...withoutCode(page).matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} -]/gu, "")
      .replaceAll(" ", "-"),
  );
}

function withoutCode(page: string): string {
  return page.replace(/^```[^]*?^```$/gm, "");
}

describe("quotations", () => {
  const quotations = quotationsOf(textOf("CONTRIBUTING.md"));

  it.each(quotations.map((each) => [`line ${each.line}: ${each.from}`, each] as const))(
    "of CONTRIBUTING.md, %s",
    (_, { from, text }) => {
      expect(textOf(from)).toContain(text);
    },
  );
});

describe("lists", () => {
  const ids = formulaCatalogue().map(({ id }) => id);

  it("the changelog lists every formula once", () => {
    const listed = [...textOf("CHANGELOG.md").matchAll(/^- `([a-z]+\/[a-z0-9-]+)`/gm)].map(
      ([, id = ""]) => id,
    );
    expect(listed.sort()).toEqual([...ids].sort());
  });

  it("the README lists every function, and no other", () => {
    const exported = [...modules.values()].flatMap((names) =>
      Object.entries(names).flatMap(([name, value]) =>
        typeof value === "function" && /^[a-z]/.test(name) ? [name] : [],
      ),
    );
    const words = wordsOf(withoutCode(textOf("README.md")));
    expect(exported.filter((name) => !words.has(name))).toEqual([]);
    const rows = [...textOf("README.md").matchAll(/^\| (`.+?) \|/gm)].flatMap(([, cell = ""]) => [
      ...wordsOf(cell),
    ]);
    expect(rows.filter((name) => !exported.includes(name))).toEqual([]);
  });

  it("docs/errors.md has every code, docs/figures.md every caveat and unit", () => {
    const errors = wordsOf(textOf("docs/errors.md"));
    const figures = wordsOf(textOf("docs/figures.md"));
    const codes = unionOf("src/ground/errors.ts", "CreditErrorCode");
    expect(codes.length).toBeGreaterThan(0);
    expect(codes.filter((code) => !errors.has(code))).toEqual([]);
    expect(unionOf("src/ground/figure.ts", "Unit").filter((unit) => !figures.has(unit))).toEqual(
      [],
    );
    const stated = filesIn("src").flatMap((path) =>
      [...textOf(path).matchAll(/\{ code: "([a-z_]+)"/g)].map(([, code = ""]) => code),
    );
    const known = (code: string): boolean => errors.has(code) || figures.has(code);
    // zod's own words for what our atoms and records refuse.
    const internal = ["custom", "unrecognized_keys"];
    expect(stated.filter((code) => !internal.includes(code) && !known(code))).toEqual([]);
  });
});

/** The words of a union type. */
function unionOf(path: string, name: string): string[] {
  const [, union = ""] = new RegExp(`export type ${name} =([^;]*);`).exec(textOf(path)) ?? [];
  return [...union.matchAll(/"([a-z_]+)"/g)].map(([, word = ""]) => word);
}
