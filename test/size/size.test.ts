/**
 * What one function of each entry point weighs, against the table committed in `sizes.json` and
 * shown in docs/sizes.md. `UPDATE_SIZES=1` writes both anew.
 */
import { readFileSync, writeFileSync } from "node:fs";

import { describe, expect, it } from "vitest";

import { entryPoints } from "../../.config/entry-points.ts";
import type { Bundled } from "./bundle.ts";
import { bundled, loaded } from "./bundle.ts";
import type { Sizes } from "./page.ts";
import { pageOf } from "./page.ts";

/** Columns of customers: none of them may bring a package, or weigh much. */
const COLUMNS = [
  "scoreColumns, altmanZDoublePrimeModel",
  "fiveCScoreColumns",
  "scorecardColumns",
  "gradeColumns",
  "creditLimitColumns",
];

/** The functions measured: what is imported first of each entry point. */
const MEASURED: Readonly<Record<string, readonly string[]>> = {
  "trade-credit": ["toPlain", "isoDate"],
  "trade-credit/terms": ["parseTerms", "dueDate"],
  "trade-credit/ledger": ["ledgerFromItems", "ledgerFromColumns"],
  "trade-credit/dso": ["dsoPeriodAverage", "dsoCountback"],
  "trade-credit/aging": ["overdueRate", "agingTable"],
  "trade-credit/collections": ["dunningStage"],
  "trade-credit/cost": ["badDebtCost"],
  "trade-credit/policy": ["marginalAnalysis"],
  "trade-credit/limits": ["creditLimit"],
  "trade-credit/discount": ["discountAnnualRate"],
  "trade-credit/scoring": ["gradeFor", "altmanZ"],
  "trade-credit/performance": ["badDebtRate"],
  "trade-credit/explain": ["explain"],
  "trade-credit/adapters": ["pick", "itemsFromCsvRows"],
  "trade-credit/batch": ["agingAccumulator", "dsoAccumulator", ...COLUMNS],
};

/** Most bytes, compressed, of what must stay small: a formula with its reading and its decimals. */
const MOST: Readonly<Record<string, number>> = {
  parseTerms: 10_000,
  dsoPeriodAverage: 24_000,
  dsoCountback: 24_000,
  overdueRate: 24_000,
  dunningStage: 24_000,
  marginalAnalysis: 24_000,
  badDebtCost: 24_000,
  creditLimit: 24_000,
  discountAnnualRate: 24_000,
  gradeFor: 24_000,
  altmanZ: 24_000,
  badDebtRate: 24_000,
  agingAccumulator: 14_000,
  dsoAccumulator: 13_000,
  ...Object.fromEntries(COLUMNS.map((name) => [name, 6_000])),
};

/** Packages that must not come along. */
const WITHOUT: Readonly<Record<string, readonly string[]>> = {
  isoDate: ["decimal.js", "zod"],
  pick: ["decimal.js", "zod", "date-fns"],
  parseTerms: ["decimal.js", "zod", "date-fns"],
  explain: ["zod", "date-fns"],
  agingAccumulator: ["decimal.js", "zod", "date-fns"],
  dsoAccumulator: ["decimal.js", "zod", "date-fns"],
  ...Object.fromEntries(COLUMNS.map((name) => [name, ["decimal.js", "zod", "date-fns"]])),
};

/**
 * How much larger a bundle may be than the table says. Compressed bytes differ between versions of
 * zlib by up to 1 %, and a message more or less is nobody's decision; a module more is.
 */
const TOLERANCE = 1.02;

const TABLE = new URL("./sizes.json", import.meta.url);
const PAGE = new URL("../../docs/sizes.md", import.meta.url);

async function measured(): Promise<Sizes> {
  const sizes: Record<string, Record<string, Bundled>> = {};
  for (const [specifier, names] of Object.entries(MEASURED)) {
    const functions: Record<string, Bundled> = {};
    for (const name of names) functions[name] = await bundled(specifier, name);
    sizes[specifier] = functions;
  }
  return sizes;
}

const sizes = await measured();
if (process.env["UPDATE_SIZES"]) {
  writeFileSync(TABLE, `${JSON.stringify(sizes, undefined, 2)}\n`);
  writeFileSync(PAGE, pageOf(sizes));
}
const committed = JSON.parse(readFileSync(TABLE, "utf8")) as Sizes;

const rows = Object.entries(sizes).flatMap(([specifier, functions]) =>
  Object.entries(functions).map(([name, size]) => [`${specifier}: ${name}`, specifier, name, size]),
) as [string, string, string, Bundled][];

describe("the table of sizes", () => {
  it("has every entry point", () => {
    expect(Object.keys(committed).sort()).toEqual(
      entryPoints()
        .map(({ specifier }) => specifier)
        .sort(),
    );
    expect(Object.keys(MEASURED)).toEqual(Object.keys(committed));
  });

  it("is what the page shows", () => {
    expect(readFileSync(PAGE, "utf8")).toBe(pageOf(committed));
  });
});

describe.each(rows)("%s", (_, specifier, name, size) => {
  it("is no larger than the table says", () => {
    const known = committed[specifier]?.[name] as Bundled;
    expect(size.minified).toBeLessThanOrEqual(known.minified * TOLERANCE);
    expect(size.gzip).toBeLessThanOrEqual(known.gzip * TOLERANCE);
    expect(size.gzip).toBeLessThanOrEqual(MOST[name] ?? Infinity);
  });

  it("brings the packages that the table says, and none that it must not", () => {
    expect(size.packages).toEqual(committed[specifier]?.[name]?.packages);
    const unwanted = WITHOUT[name] ?? [];
    expect(size.packages.filter((each) => unwanted.includes(each))).toEqual([]);
  });
});

describe("importing without a bundler", () => {
  it("trade-credit/batch loads no package at all", async () => {
    expect(await loaded("trade-credit/batch")).toEqual([]);
  });

  it("is seen by this test where there is something to load", async () => {
    expect(await loaded("trade-credit/dso")).toEqual(
      expect.arrayContaining(["decimal.js", "zod/v4/core"]),
    );
  });
});
