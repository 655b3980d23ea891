/** What a refused call says. */
import { isCreditError } from "../../src/ground/errors.ts";

/** The code and every `path rule` of the error that a call throws. */
export function refusalOf(call: () => unknown): { code: string; faults: string[] } {
  try {
    call();
  } catch (error) {
    if (!isCreditError(error)) throw error;
    return {
      code: error.code,
      faults: error.issues.map(({ path, rule }) => `${path} ${rule}`.trim()),
    };
  }
  throw new Error("was not refused");
}
