/**
 * @module ground/input-step
 *
 * A schema of one step, and a schema inside a schema: its value, and its faults with the place they
 * stand at.
 *
 * Of zod this takes the core alone: the methods of its schemas (`parse`, `safeParse`, …) and its
 * class of errors would come along with every formula, and nobody could reach them.
 */
import * as z from "zod/v4/core";

import type { Fault } from "./fault.ts";
import type { Schema } from "./input.ts";

/** What a schema was given so far: the value, and the faults found in it. */
export type Step = z.ParsePayload;

// No code is generated for a schema: what is asked once would pay for it, and hosts may forbid it.
const PLAINLY = { async: false, jitless: true } as const;

/** A schema that makes something of a value, or puts faults into the step and answers anything. */
export function schemaOf<Out, In>(make: (value: unknown, whole: Step) => unknown): Schema<Out, In> {
  const step = new z.$ZodTransform({ type: "transform", transform: make });
  return step as unknown as Schema<Out, In>;
}

/** What a schema makes of a value, with every fault. */
export function runStep<Out, In>(schema: Schema<Out, In>, value: unknown): Step {
  return schema._zod.run({ value, issues: [] }, PLAINLY) as Step;
}

/** What a schema makes of a value; its faults join those of the whole, `key` before their path. */
export function stepInto<Out, In>(
  schema: Schema<Out, In>,
  value: unknown,
  key: string | number | undefined,
  whole: Step,
): Out {
  const step = runStep(schema, value);
  for (const fault of step.issues) {
    const path = fault.path ?? [];
    whole.issues.push(key === undefined ? fault : { ...fault, path: [key, ...path] });
  }
  return step.value as Out;
}

/** The faults of a value, put into the step; there is no answer then. */
export function refused(whole: Step, { parts }: Fault, input: unknown): never {
  for (const { path, rule } of parts) {
    whole.issues.push({ code: "custom", message: rule, input, path: [...path] });
  }
  return undefined as never;
}
