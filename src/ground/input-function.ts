/**
 * @module ground/input-function
 *
 * A function of the caller's where data would do as well: a cost that is sampled on a grid.
 */
import type { Schema } from "./input.ts";
import { schemaOf } from "./input-step.ts";
import { through } from "./input-variants.ts";

/** What the schema accepts, or a function, which is taken as it is. */
export function orFunction<Fn, Out, In>(schema: Schema<Out, In>): Schema<Out | Fn, In | Fn> {
  return schemaOf((value, whole) =>
    typeof value === "function" ? value : through(schema, value, undefined, whole),
  );
}
