/**
 * @module ground/input-step
 *
 * A schema inside a schema: its value, and its faults with the place they stand at.
 */
import type * as z from "zod/mini";

import type { Schema } from "./input.ts";

/** What a schema was given so far: the value, and the faults found in it. */
export type Step = z.core.ParsePayload;

// No code is generated for a schema: what is asked once would pay for it, and hosts may forbid it.
const PLAINLY = { async: false, jitless: true } as const;

/** What a schema makes of a value; its faults join those of the whole, `key` before their path. */
export function stepInto<Out>(
  schema: Schema<Out, never>,
  value: unknown,
  key: string | number | undefined,
  whole: Step,
): Out {
  const step = schema._zod.run({ value, issues: [] }, PLAINLY) as Step;
  for (const fault of step.issues) {
    const path = fault.path ?? [];
    whole.issues.push(key === undefined ? fault : { ...fault, path: [key, ...path] });
  }
  return step.value as Out;
}
