/** Every caveat and every reason that the source can give has a sentence of its own, in both languages. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

import { caveatText, reasonText, spaced } from "../../src/explain/words.ts";

const SOURCE = fileURLToPath(new URL("../../src", import.meta.url));

/** Codes of findings and of schema faults, which are no caveats. */
const OTHERS = new Set(["act_on", "custom", "invalid_type", "unrecognized_keys"]);

const REASONS = ["not_defined", "credit_balance", "history_too_short", "no_solution", "infeasible"];

/** `code: "…"` of a literal, outside comments. */
function codesOf(): string[] {
  const codes = new Set<string>();
  for (const entry of readdirSync(SOURCE, { recursive: true, encoding: "utf8" })) {
    if (!entry.endsWith(".ts")) continue;
    const code = readFileSync(join(SOURCE, entry), "utf8").replaceAll(/\/\*[^]*?\*\//g, "");
    for (const [, found = ""] of code.matchAll(/code: "([a-z_]+)"/g)) codes.add(found);
  }
  return [...codes].filter((code) => !OTHERS.has(code)).sort();
}

const codes = codesOf();

it("finds the codes of the source", () => {
  expect(codes).toContain("tax_basis_not_stated");
  expect(codes).toContain("entered_as_printed");
});

it.each(codes.filter((code) => !REASONS.includes(code)))("%s is told in a sentence", (code) => {
  for (const language of ["en", "zh"] as const) {
    expect(caveatText(code, language)).not.toBe(spaced(code));
  }
});

it.each(REASONS)("%s is told in Chinese", (code) => {
  expect(reasonText(code, "zh")).not.toBe(spaced(code));
});
