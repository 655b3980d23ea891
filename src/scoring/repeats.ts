/**
 * @module scoring/repeats
 *
 * Names that must differ.
 */
import type { Issue } from "../ground/errors.ts";
import { issue } from "../ground/errors.ts";

/** An issue for every name that stood before; `path` says where one is. */
export function repeatsOf(names: readonly string[], path: (at: number) => string): Issue[] {
  const seen = new Set<string>();
  return names.flatMap((name, at) => {
    if (seen.has(name)) return [issue(path(at), "must be there once", name)];
    seen.add(name);
    return [];
  });
}
