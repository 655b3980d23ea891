/**
 * The law of the source tree: which folder may import which, who may use which package, how long
 * a file may be, and what src never touches.
 *
 * The tables below are the law; the functions under them find what breaks it. The last part runs
 * each of them on a small tree with a known fault, so that this test is known to be able to fail.
 */
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { posix } from "node:path";
import { fileURLToPath } from "node:url";

import ts from "typescript";
import { describe, expect, it } from "vitest";

import { readManifest } from "../.config/entry-points.ts";

// ------------------------------------------------------------------------------------- the law

/** A folder imports from lower floors only, never sideways. */
const FLOORS: Readonly<Record<string, number>> = {
  ground: 0,
  terms: 1,
  ledger: 2,
  dso: 3,
  aging: 3,
  cost: 3,
  discount: 3,
  scoring: 3,
  policy: 4,
  limits: 4,
  performance: 4,
  collections: 4,
  explain: 5,
  engine: 6,
  charts: 6,
  adapters: 6,
  peers: 6,
  schemas: 6,
  batch: 6,
  selftest: 6,
};

/** The only steps sideways: `from → to`. */
const SIDEWAYS: readonly string[] = ["discount → cost"];

/** `src/index.ts` shows the floors up to the decisions; the rest is reached by subpath. */
const FACE = "index.ts";
const FACE_FLOOR = 4;

/** Who may import a package, and how. Whatever is not listed is not imported at all. */
const PACKAGES: Readonly<Record<string, PackageRule>> = {
  "date-fns": { files: /^ground\/calendar\.ts$/ },
  "zod/v4/core": { files: /^(?:ground\/input(?:-[^/]+)?\.ts|schemas\/.+)$/, form: "namespace" },
  "decimal.js": { files: /^ground\/(?:numeric|decimal[^/]*)\.ts$/, types: /^ground\// },
};

interface PackageRule {
  /** Files that may import it. */
  readonly files: RegExp;
  /** Files that may import its types: `import type`. The same ones unless said. */
  readonly types?: RegExp;
  /** `namespace`: only as `import * as`. */
  readonly form?: "namespace";
}

/**
 * The catalogue's records (`dso/formulas.ts`, `formulas-….ts` where one file gets long) are read
 * by explain alone, so that others can leave them behind. `ground/formulas.ts` is their shape.
 */
const CATALOGUE = /^(?!ground\/).+\/formulas(?:-[^/]+)?\.ts$/;
const CATALOGUE_READER = "explain";

const MAX_CODE_LINES = 200;
const MAX_COLUMNS = 100;

/** Names src never uses as values. */
const BANNED_NAMES: ReadonlySet<string> = new Set(["console", "process", "globalThis", "eval"]);
const BANNED_MEMBERS: ReadonlySet<string> = new Set(["Date.now", "Math.random"]);

/** Folders below src that are not a way in. */
const INNER_FOLDERS: ReadonlySet<string> = new Set(["ground"]);

// ---------------------------------------------------------------------------- reading the source

/** Source files by path below src, with forward slashes: `dso/countback.ts`. */
type Tree = ReadonlyMap<string, string>;

interface Import {
  readonly specifier: string;
  /** Gone after compilation: `import type`, `export type … from`. */
  readonly isType: boolean;
  readonly form: "namespace" | "named" | "default" | "bare" | "dynamic";
}

function parse(path: string, text: string): ts.SourceFile {
  return ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
}

function importsOf(path: string, text: string): Import[] {
  const found: Import[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) found.push(importDeclaration(node));
    if (ts.isExportDeclaration(node) && node.moduleSpecifier !== undefined) {
      const isNamespace =
        node.exportClause !== undefined && ts.isNamespaceExport(node.exportClause);
      const form = isNamespace ? "namespace" : "named";
      found.push({ specifier: textOf(node.moduleSpecifier), isType: node.isTypeOnly, form });
    }
    if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
      found.push({ specifier: textOf(node.argument.literal), isType: true, form: "dynamic" });
    }
    if (ts.isCallExpression(node) && isLoader(node.expression)) {
      const specifier = node.arguments[0] === undefined ? "" : textOf(node.arguments[0]);
      found.push({ specifier, isType: false, form: "dynamic" });
    }
    ts.forEachChild(node, visit);
  };
  visit(parse(path, text));
  return found;
}

function importDeclaration(node: ts.ImportDeclaration): Import {
  const specifier = textOf(node.moduleSpecifier);
  const clause = node.importClause;
  if (clause === undefined) return { specifier, isType: false, form: "bare" };
  const isType = clause.phaseModifier === ts.SyntaxKind.TypeKeyword;
  if (clause.name !== undefined) return { specifier, isType, form: "default" };
  const isNamespace =
    clause.namedBindings !== undefined && ts.isNamespaceImport(clause.namedBindings);
  return { specifier, isType, form: isNamespace ? "namespace" : "named" };
}

function isLoader(callee: ts.Expression): boolean {
  if (callee.kind === ts.SyntaxKind.ImportKeyword) return true;
  return ts.isIdentifier(callee) && callee.text === "require";
}

function textOf(node: ts.Node): string {
  return ts.isStringLiteralLike(node) ? node.text : node.getText();
}

/** Lines that hold code: neither blank nor only comment. */
function codeLines(path: string, text: string): number {
  const source = parse(path, text);
  const lines = new Set<number>();
  const visit = (node: ts.Node): void => {
    if (ts.isJSDoc(node)) return;
    const children = node.getChildren(source);
    for (const child of children) visit(child);
    if (children.length > 0 || node.getEnd() === node.getStart(source)) return;
    const first = source.getLineAndCharacterOfPosition(node.getStart(source)).line;
    const last = source.getLineAndCharacterOfPosition(node.getEnd()).line;
    for (let line = first; line <= last; line += 1) lines.add(line);
  };
  visit(source);
  return lines.size;
}

const isRelative = (specifier: string): boolean => /^\.{1,2}\//.test(specifier);
const folderOf = (path: string): string => path.split("/").slice(0, -1)[0] ?? "";
const targetOf = (path: string, specifier: string): string =>
  posix.join(posix.dirname(path), specifier);

// -------------------------------------------------------------------------------- finding faults

/** Runs a check on every import of a tree; a check answers with a fault or nothing. */
function eachImport(
  tree: Tree,
  check: (path: string, item: Import) => string | undefined,
): string[] {
  return [...tree].flatMap(([path, text]) =>
    importsOf(path, text).flatMap((item) => {
      const fault = check(path, item);
      return fault === undefined ? [] : [`${path} imports ${item.specifier}: ${fault}`];
    }),
  );
}

function placeFaults(tree: Tree): string[] {
  return [...tree.keys()].flatMap((path) => {
    if (!path.endsWith(".ts") || path.endsWith(".d.ts")) return [`${path}: not a .ts source file`];
    if (path === FACE || folderOf(path) in FLOORS) return [];
    return [`${path}: its folder stands on no floor`];
  });
}

function floorFaults(tree: Tree): string[] {
  return eachImport(tree, (path, { specifier }) => {
    if (!isRelative(specifier)) return undefined;
    const target = targetOf(path, specifier);
    if (target.startsWith("../")) return "outside src";
    if (target === FACE) return "the face is for users";
    const [from, to] = [folderOf(path), folderOf(target)];
    if (from === to || SIDEWAYS.includes(`${from} → ${to}`)) return undefined;
    const floor = path === FACE ? FACE_FLOOR + 1 : FLOORS[from];
    const targetFloor = FLOORS[to];
    if (floor === undefined || targetFloor === undefined) return "a folder that stands on no floor";
    if (targetFloor < floor) return undefined;
    return targetFloor === floor ? "sideways" : "upwards";
  });
}

function specifierFaults(tree: Tree): string[] {
  return eachImport(tree, (path, { specifier }) => {
    if (!isRelative(specifier)) return undefined;
    if (!specifier.endsWith(".ts")) return "a relative specifier ends in .ts";
    return tree.has(targetOf(path, specifier)) ? undefined : "no such file";
  });
}

function packageFaults(tree: Tree): string[] {
  return eachImport(tree, (path, { specifier, isType, form }) => {
    if (isRelative(specifier)) return undefined;
    const rule = PACKAGES[specifier];
    if (rule === undefined) return "not a package src may use";
    const allowed = isType ? (rule.types ?? rule.files) : rule.files;
    if (!allowed.test(path)) return isType ? "its types are not for this file" : "not in this file";
    if (!isType && rule.form !== undefined && form !== rule.form) return `only as a ${rule.form}`;
    return undefined;
  });
}

function catalogueFaults(tree: Tree): string[] {
  return eachImport(tree, (path, { specifier }) => {
    if (!isRelative(specifier) || !CATALOGUE.test(targetOf(path, specifier))) return undefined;
    const isReader = folderOf(path) === CATALOGUE_READER || CATALOGUE.test(path);
    return isReader ? undefined : "only explain reads the catalogue";
  });
}

/**
 * Files that load each other in a ring. Types do not count, they are gone at run time: `Numeric`
 * includes `Figure`, whose value is a number.
 */
function cycleFaults(tree: Tree): string[] {
  const edges = new Map(
    [...tree].map(([path, text]) => {
      const loaded = importsOf(path, text).filter((item) => !item.isType);
      const targets = loaded.filter(({ specifier }) => isRelative(specifier));
      return [path, targets.map(({ specifier }) => targetOf(path, specifier))];
    }),
  );
  const done = new Set<string>();
  const faults: string[] = [];
  const walk = (path: string, trail: readonly string[]): void => {
    const start = trail.indexOf(path);
    if (start >= 0) faults.push([...trail.slice(start), path].join(" → "));
    if (start >= 0 || done.has(path)) return;
    for (const target of edges.get(path) ?? []) walk(target, [...trail, path]);
    done.add(path);
  };
  for (const path of edges.keys()) walk(path, []);
  return faults;
}

function sizeFaults(tree: Tree): string[] {
  return [...tree].flatMap(([path, text]) => {
    const lines = codeLines(path, text);
    const long = lines > MAX_CODE_LINES ? [`${path}: ${lines} lines of code`] : [];
    const wide = text.split("\n").flatMap((line, index) => {
      const columns = Array.from(line).length;
      return columns > MAX_COLUMNS ? [`${path}:${index + 1}: ${columns} columns`] : [];
    });
    return [...long, ...wide];
  });
}

function purityFaults(tree: Tree): string[] {
  return [...tree].flatMap(([path, text]) => {
    const source = parse(path, text);
    const faults: string[] = [];
    const visit = (node: ts.Node): void => {
      const name = impureName(node);
      if (name !== undefined) {
        const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
        faults.push(`${path}:${line + 1}: ${name}`);
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
    return faults;
  });
}

/** What makes a node impure, as it would be written; nothing for most nodes. */
function impureName(node: ts.Node): string | undefined {
  if (ts.isIdentifier(node) && BANNED_NAMES.has(node.text) && !isMemberName(node)) return node.text;
  if (ts.isPropertyAccessExpression(node)) {
    const member = `${node.expression.getText()}.${node.name.text}`;
    return BANNED_MEMBERS.has(member) ? member : undefined;
  }
  if (!ts.isNewExpression(node) && !ts.isCallExpression(node)) return undefined;
  const callee = node.expression.getText();
  if (callee === "Function") return "new Function";
  if (callee !== "Date") return undefined;
  const isClock = ts.isCallExpression(node) || (node.arguments?.length ?? 0) === 0;
  return isClock ? "new Date()" : undefined;
}

/** `x.process` and `{ process: … }` name a member; `{ process }` uses the value. */
function isMemberName(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isShorthandPropertyAssignment(parent)) return false;
  return (parent as { name?: ts.Node }).name === node;
}

/** Sources with an index.ts are exported, and exported folders have one. */
function exportFaults(exported: Readonly<Record<string, unknown>>, tree: Tree): string[] {
  const folders = new Set([...tree.keys()].map(folderOf).filter((folder) => folder !== ""));
  const subpaths = Object.keys(exported).filter((key) => !/^\.(?:\/package\.json)?$/.test(key));
  const shapes = [".", ...subpaths].flatMap((key) => {
    const expected = JSON.stringify(exportShape(key));
    return JSON.stringify(exported[key]) === expected ? [] : [`${key}: must be ${expected}`];
  });
  const promised = subpaths.flatMap((key) => {
    const folder = key.slice("./".length);
    if (INNER_FOLDERS.has(folder)) return [`${key}: ${folder} is not a way in`];
    if (!(folder in FLOORS)) return [`${key}: stands on no floor`];
    return !folders.has(folder) || tree.has(`${folder}/index.ts`) ? [] : [`${key}: no index.ts`];
  });
  const hidden = [...folders].flatMap((folder) => {
    const isWayIn = tree.has(`${folder}/index.ts`) && !INNER_FOLDERS.has(folder);
    return isWayIn && !(`./${folder}` in exported) ? [`src/${folder} is not exported`] : [];
  });
  return [...shapes, ...promised, ...hidden];
}

/** What package.json says for one subpath: ESM and CJS, each with its own types first. */
function exportShape(key: string): unknown {
  const stem = key === "." ? "./dist/index" : `./dist/${key.slice("./".length)}/index`;
  return {
    import: { types: `${stem}.d.ts`, default: `${stem}.js` },
    require: { types: `${stem}.d.cts`, default: `${stem}.cjs` },
  };
}

// ------------------------------------------------------------------------------------ the source

const root = fileURLToPath(new URL("../src/", import.meta.url));

function readTree(): Tree {
  if (!existsSync(root)) return new Map();
  const entries = readdirSync(root, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => posix.join(entry.parentPath.slice(root.length), entry.name))
    .sort();
  return new Map(paths.map((path) => [path, readFileSync(root + path, "utf8")]));
}

describe("the source tree", () => {
  const tree = readTree();

  it("has a floor for every folder", () => {
    expect(placeFaults(tree)).toEqual([]);
  });

  it("imports from lower floors only, never sideways", () => {
    expect(floorFaults(tree)).toEqual([]);
  });

  it("names the file it imports, with its ending", () => {
    expect(specifierFaults(tree)).toEqual([]);
  });

  it("uses each package in the one place meant for it", () => {
    expect(packageFaults(tree)).toEqual([]);
  });

  it("leaves the formula catalogue to explain", () => {
    expect(catalogueFaults(tree)).toEqual([]);
  });

  it("has no file that waits for itself", () => {
    expect(cycleFaults(tree)).toEqual([]);
  });

  it("keeps files to 200 lines of code and lines to 100 columns", () => {
    expect(sizeFaults(tree)).toEqual([]);
  });

  it("reads no clock, draws no random number and touches no host object", () => {
    expect(purityFaults(tree)).toEqual([]);
  });

  it("exports every folder with a face, and nothing else", () => {
    expect(exportFaults(readManifest().exports, tree)).toEqual([]);
  });
});

// ---------------------------------------------------------------------------------- the law bites

/** A tree of one file, or of the files given. */
const file = (path: string, text: string): Tree => new Map([[path, text]]);
const files = (entries: Readonly<Record<string, string>>): Tree => new Map(Object.entries(entries));

describe("floors", () => {
  const importing = (from: string, to: string): string[] =>
    floorFaults(file(from, `import { x } from "${to}";`));

  it("lets a folder look down, and into itself", () => {
    expect(importing("dso/a.ts", "../ground/fraction.ts")).toEqual([]);
    expect(importing("dso/a.ts", "../ledger/index.ts")).toEqual([]);
    expect(importing("dso/a.ts", "./b.ts")).toEqual([]);
    expect(importing("dso/parts/a.ts", "../../ledger/parts/b.ts")).toEqual([]);
    expect(importing("engine/a.ts", "../explain/index.ts")).toEqual([]);
  });

  it("refuses to look up", () => {
    expect(importing("ground/a.ts", "../dso/index.ts")).toEqual([
      "ground/a.ts imports ../dso/index.ts: upwards",
    ]);
    expect(importing("policy/a.ts", "../explain/index.ts")).toHaveLength(1);
  });

  it("refuses to look sideways, but for discount → cost", () => {
    expect(importing("dso/a.ts", "../aging/index.ts")).toEqual([
      "dso/a.ts imports ../aging/index.ts: sideways",
    ]);
    expect(importing("discount/a.ts", "../cost/index.ts")).toEqual([]);
    expect(importing("cost/a.ts", "../discount/index.ts")).toHaveLength(1);
    expect(importing("engine/a.ts", "../charts/index.ts")).toHaveLength(1);
  });

  it("sees types, re-exports, import types and dynamic imports too", () => {
    const look = (text: string): string[] => floorFaults(file("dso/a.ts", text));
    expect(look('import type { X } from "../aging/index.ts";')).toHaveLength(1);
    expect(look('export { x } from "../aging/index.ts";')).toHaveLength(1);
    expect(look('export * from "../aging/index.ts";')).toHaveLength(1);
    expect(look('type X = import("../aging/index.ts").X;')).toHaveLength(1);
    expect(look('const x = await import("../aging/index.ts");')).toHaveLength(1);
    expect(look('// import { x } from "../aging/index.ts";')).toEqual([]);
  });

  it("lets the face show ground to decisions only, to users only", () => {
    expect(importing("index.ts", "./collections/index.ts")).toEqual([]);
    expect(importing("index.ts", "./explain/index.ts")).toHaveLength(1);
    expect(importing("index.ts", "./adapters/index.ts")).toHaveLength(1);
    expect(importing("dso/a.ts", "../index.ts")).toHaveLength(1);
  });

  it("knows neither new folders nor files beside the face", () => {
    expect(placeFaults(file("helpers/a.ts", ""))).toHaveLength(1);
    expect(placeFaults(file("helpers.ts", ""))).toHaveLength(1);
    expect(placeFaults(file("dso/a.js", ""))).toHaveLength(1);
    expect(placeFaults(files({ "index.ts": "", "dso/a.ts": "" }))).toEqual([]);
    expect(importing("dso/a.ts", "../helpers/a.ts")).toHaveLength(1);
    expect(importing("dso/a.ts", "../../test/setup.ts")).toHaveLength(1);
  });
});

describe("specifiers", () => {
  it("end in .ts and lead to a file", () => {
    const importing = (to: string): string[] =>
      specifierFaults(files({ "dso/a.ts": `import { x } from "${to}";`, "dso/b.ts": "" }));
    expect(importing("./b.ts")).toEqual([]);
    expect(importing("./b.js")).toHaveLength(1);
    expect(importing("./b")).toHaveLength(1);
    expect(importing("./c.ts")).toHaveLength(1);
  });
});

describe("packages", () => {
  const using = (path: string, text: string): string[] => packageFaults(file(path, text));

  it("date-fns belongs to the calendar", () => {
    const text = 'import { addMonths } from "date-fns";';
    expect(using("ground/calendar.ts", text)).toEqual([]);
    expect(using("ground/figure.ts", text)).toHaveLength(1);
    expect(using("terms/due-date.ts", text)).toHaveLength(1);
  });

  it("zod belongs to input and schemas, as its core and whole", () => {
    const text = 'import * as z from "zod/v4/core";';
    expect(using("ground/input.ts", text)).toEqual([]);
    expect(using("ground/input-lists.ts", text)).toEqual([]);
    expect(using("schemas/index.ts", text)).toEqual([]);
    expect(using("dso/countback.ts", text)).toHaveLength(1);
    expect(using("ground/input.ts", 'import { $ZodTransform } from "zod/v4/core";')).toHaveLength(
      1,
    );
    expect(using("ground/input.ts", 'import { z } from "zod";')).toHaveLength(1);
    expect(using("ground/input.ts", 'import * as z from "zod/mini";')).toHaveLength(1);
    expect(using("ground/input.ts", 'import type { $ZodType } from "zod/v4/core";')).toEqual([]);
    expect(using("dso/a.ts", 'import type { $ZodType } from "zod/v4/core";')).toHaveLength(1);
  });

  it("decimals are made by ground/numeric, and typed anywhere in ground", () => {
    const value = 'import { Decimal } from "decimal.js";';
    const type = 'import type { Decimal } from "decimal.js";';
    expect(using("ground/numeric.ts", value)).toEqual([]);
    expect(using("ground/decimal-clone.ts", value)).toEqual([]);
    expect(using("ground/figure.ts", value)).toHaveLength(1);
    expect(using("ground/figure.ts", type)).toEqual([]);
    expect(using("ground/figure.ts", 'import { type Decimal } from "decimal.js";')).toHaveLength(1);
    expect(using("dso/a.ts", type)).toHaveLength(1);
  });

  it("no other package, no builtin, not even itself", () => {
    expect(using("ground/a.ts", 'import { readFileSync } from "node:fs";')).toHaveLength(1);
    expect(using("ground/a.ts", 'import _ from "lodash";')).toHaveLength(1);
    expect(using("dso/a.ts", 'import { isoDate } from "trade-credit";')).toHaveLength(1);
    expect(using("dso/a.ts", 'const fs = require("fs");')).toHaveLength(1);
  });

  it("formulas.ts is read by explain only", () => {
    const reading = (from: string, to: string): string[] =>
      catalogueFaults(file(from, `import { records } from "${to}";`));
    expect(reading("explain/catalogue.ts", "../dso/formulas.ts")).toEqual([]);
    expect(reading("dso/index.ts", "./formulas.ts")).toHaveLength(1);
    expect(reading("engine/a.ts", "../dso/formulas.ts")).toHaveLength(1);
    expect(reading("scoring/formulas.ts", "./formulas-altman.ts")).toEqual([]);
    expect(reading("scoring/altman.ts", "./formulas-altman.ts")).toHaveLength(1);
    expect(reading("dso/formulas.ts", "../ground/formulas.ts")).toEqual([]);
  });
});

describe("cycles", () => {
  it("are found, with their way round", () => {
    const ring = files({
      "dso/a.ts": 'import { b } from "./b.ts";',
      "dso/b.ts": 'export { c } from "./c.ts";',
      "dso/c.ts": 'import { a } from "./a.ts";',
    });
    expect(cycleFaults(ring)).toEqual(["dso/a.ts → dso/b.ts → dso/c.ts → dso/a.ts"]);
    expect(cycleFaults(file("dso/a.ts", 'import { a } from "./a.ts";'))).toHaveLength(1);
  });

  it("are not made by diamonds or types", () => {
    const diamond = files({
      "dso/a.ts": 'import { b } from "./b.ts"; import { c } from "./c.ts";',
      "dso/b.ts": 'import { d } from "./d.ts";',
      "dso/c.ts": 'import { d } from "./d.ts";',
      "dso/d.ts": 'import type { A } from "./a.ts";',
    });
    expect(cycleFaults(diamond)).toEqual([]);
  });
});

describe("size", () => {
  const statements = (count: number): string => "export {};\n".repeat(count);

  it("counts code, not comments or blank lines", () => {
    const text =
      "/** doc\n * more\n */\n\n// remark\nconst a = `x\n\n y`; // end\n\nfoo(\n  a,\n);\n";
    expect(codeLines("a.ts", text)).toBe(6);
    expect(codeLines("a.ts", "")).toBe(0);
    expect(codeLines("a.ts", "// only a remark\n")).toBe(0);
  });

  it("stops at 200 lines, kernels too", () => {
    expect(sizeFaults(file("dso/a.ts", `${statements(200)}// remark\n\n`))).toEqual([]);
    expect(sizeFaults(file("dso/a.ts", statements(201)))).toEqual(["dso/a.ts: 201 lines of code"]);
    expect(sizeFaults(file("ledger/a.kernel.ts", statements(201)))).toHaveLength(1);
  });

  it("stops at 100 columns, counting characters", () => {
    expect(sizeFaults(file("dso/a.ts", `// ${"账".repeat(97)}`))).toEqual([]);
    expect(sizeFaults(file("dso/a.ts", `\n// ${"x".repeat(98)}`))).toEqual([
      "dso/a.ts:2: 101 columns",
    ]);
  });
});

describe("purity", () => {
  const impure = (text: string): string[] => purityFaults(file("dso/a.ts", text));

  it.each([
    ["Date.now()", "Date.now"],
    ["const now = Date.now;", "Date.now"],
    ["new Date()", "new Date()"],
    ["new Date", "new Date()"],
    ["Date()", "new Date()"],
    ["console.log(1)", "console"],
    ["const x = { process };", "process"],
    ["process.env", "process"],
    ["globalThis.x = 1", "globalThis"],
    ["Math.random()", "Math.random"],
    ['eval("1")', "eval"],
    ['new Function("return 1")', "new Function"],
  ])("refuses %s", (text, name) => {
    expect(impure(text)).toEqual([`dso/a.ts:1: ${name}`]);
  });

  it("lets words be words", () => {
    expect(impure("/** Date.now() */ // console")).toEqual([]);
    expect(impure('const message = "no console, no eval(";')).toEqual([]);
    expect(impure("new Date(0); new Date(Date.UTC(2024, 0, 31));")).toEqual([]);
    expect(impure("const steps = { process: 1 }; steps.process;")).toEqual([]);
  });
});

describe("exports", () => {
  const shapes = (...keys: string[]): Record<string, unknown> => ({
    ...Object.fromEntries(keys.map((key) => [key, exportShape(key)])),
    "./package.json": "./package.json",
  });
  const dso = files({ "index.ts": "", "dso/index.ts": "", "ground/index.ts": "" });

  it("agree with the folders", () => {
    expect(exportFaults(shapes(".", "./dso"), dso)).toEqual([]);
    expect(exportFaults(shapes("."), dso)).toEqual(["src/dso is not exported"]);
    expect(exportFaults(shapes(".", "./dso"), file("dso/a.ts", ""))).toEqual([
      "./dso: no index.ts",
    ]);
  });

  it("may promise a folder nobody has begun; the build then says so", () => {
    expect(exportFaults(shapes(".", "./dso", "./aging"), dso)).toEqual([]);
  });

  it("never show ground, nor a folder without a floor", () => {
    expect(exportFaults(shapes(".", "./dso", "./ground"), dso)).toHaveLength(1);
    expect(exportFaults(shapes(".", "./dso", "./helpers"), dso)).toHaveLength(1);
  });

  it("have one shape: types first, for import and for require", () => {
    const bent = { ...shapes(".", "./dso"), "./dso": "./dist/dso/index.js" };
    expect(exportFaults(bent, dso)).toHaveLength(1);
    expect(exportFaults({ "./dso": exportShape("./dso") }, dso)).toHaveLength(1);
  });
});
