// Installs the packed package into an empty folder and uses it as ES module and as CommonJS: tests
// on the source do not show that the package works.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const folder = mkdtempSync(join(tmpdir(), "trade-credit-"));
/** @type {(command: string, args: string[], cwd: string) => string} */
const run = (command, args, cwd) => execFileSync(command, args, { cwd, encoding: "utf8" });

const program = `
const items = [{ id: "1", party: "A", documentDate: "2026-01-10", terms: "net 30", amount: 500 }];
const ledger = ledgerFromItems(items, { currency: "EUR" });
const table = agingTable(ledger, { asOf: "2026-03-31" });
const dso = dsoPeriodAverage({ receivables: table.total.net, sales: 1500, days: 90, sameTaxBasis: true });
const stored = JSON.parse(JSON.stringify(dso));
console.log(dso.value.toString(), table.identity.holds, verify(stored).ok, verify(dso, { ledger }).ok);
`;

const expected = "30 true true true";

try {
  run("npm", ["pack", "--silent", "--pack-destination", folder], resolve("."));
  const tarball = readdirSync(folder).find((name) => name.endsWith(".tgz"));
  if (tarball === undefined) throw new Error("npm pack made no tarball");
  writeFileSync(join(folder, "package.json"), '{ "private": true }\n');
  run("npm", ["install", "--silent", "--no-audit", "--no-fund", join(folder, tarball)], folder);
  writeFileSync(
    join(folder, "use.mjs"),
    `import { agingTable, dsoPeriodAverage, ledgerFromItems } from "trade-credit";
     import { verify } from "trade-credit/explain";${program}`,
  );
  writeFileSync(
    join(folder, "use.cjs"),
    `const { agingTable, dsoPeriodAverage, ledgerFromItems } = require("trade-credit");
     const { verify } = require("trade-credit/explain");${program}`,
  );
  // A figure of one copy enters a formula of the other with its exact value.
  writeFileSync(
    join(folder, "both.mjs"),
    `import { createRequire } from "node:module";
     import { delayAgainstTerms, isCreditError } from "trade-credit";
     const other = createRequire(import.meta.url)("trade-credit");
     const dso = other.dsoPeriodAverage({ receivables: 1, sales: 3, days: 30, sameTaxBasis: true });
     let known = false;
     try { other.dsoPeriodAverage({}); } catch (error) { known = isCreditError(error); }
     const delay = delayAgainstTerms({ dso, termDays: 7 });
     console.log(delay.value.toString(), delay.caveats.length, known);`,
  );
  const uses = { "use.mjs": expected, "use.cjs": expected, "both.mjs": "3 0 true" };
  for (const [file, wanted] of Object.entries(uses)) {
    const printed = run(process.execPath, [file], folder).trim();
    if (printed !== wanted) throw new Error(`${file}: expected ${wanted}, got ${printed}`);
    console.log(`${file}: ${printed}`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
