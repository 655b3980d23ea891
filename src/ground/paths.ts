/**
 * @module ground/paths
 *
 * Places inside plain data by path: `plan.incrementDso`, `collections[0].share`.
 */

/** The keys of a path. */
function keysOf(path: string): string[] {
  return path.split(/[.[\]]/).filter((key) => key !== "");
}

/** What stands at a path; undefined where it leads nowhere, or where only a prototype has it. */
export function valueAtPath(container: unknown, path: string): unknown {
  return keysOf(path).reduce<unknown>(own, container);
}

/** What the record or list around the place is; undefined where the path leads nowhere. */
export function parentOfPath(container: unknown, path: string): unknown {
  return keysOf(path).slice(0, -1).reduce<unknown>(own, container);
}

/** A copy with another value at a path; what lies beside the path is shared. */
export function placedAt(container: unknown, path: string, value: unknown): unknown {
  return place(container, keysOf(path), value);
}

function place(container: unknown, [key, ...rest]: readonly string[], value: unknown): unknown {
  if (key === undefined) return value;
  const inner = place(own(container, key), rest, value);
  if (Array.isArray(container)) {
    return (container as unknown[]).map((each, index) => (String(index) === key ? inner : each));
  }
  const entries = Object.entries(container as object).filter(([name]) => name !== key);
  return Object.fromEntries([...entries, [key, inner]]);
}

function own(container: unknown, key: string): unknown {
  if (typeof container !== "object" || container === null) return undefined;
  return Object.hasOwn(container, key) ? (container as Record<string, unknown>)[key] : undefined;
}
