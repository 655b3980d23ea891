/**
 * Random figures by formula id, from the files beside this one: one file a domain, each exporting
 * `producers`. A file that is added is found by itself.
 */
import { readdirSync } from "node:fs";

import type fc from "fast-check";

import type { Figure } from "../../../src/ground/figure.ts";

/** What a file of producers exports: figures on random, hard inputs, by formula id. */
export type Producers = Readonly<Record<string, fc.Arbitrary<Figure>>>;

/** All producers of all domains; two for one id are a mistake. */
export async function allProducers(): Promise<ReadonlyMap<string, fc.Arbitrary<Figure>>> {
  const all = new Map<string, fc.Arbitrary<Figure>>();
  const files = readdirSync(new URL(".", import.meta.url)).sort();
  for (const file of files.filter((name) => name.endsWith(".ts") && name !== "index.ts")) {
    const { producers } = (await import(new URL(file, import.meta.url).href)) as {
      producers?: Producers;
    };
    for (const [id, producer] of Object.entries(producers ?? {})) {
      if (all.has(id)) throw new Error(`${file}: ${id} has a producer already`);
      all.set(id, producer);
    }
  }
  return all;
}
