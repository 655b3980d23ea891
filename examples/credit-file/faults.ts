/** Every fault of a file at once: each part is asked, and what refuses it is kept until the end. */
import type { CreditError } from "trade-credit";
import { isCreditError } from "trade-credit";

/** What is wrong with a file, a fault to a line. */
export class FileFaults extends Error {
  readonly faults: readonly string[];

  constructor(faults: readonly string[]) {
    super(faults.join("\n"));
    this.faults = faults;
  }
}

/** Asks all; the answers by name, or all that was refused, each under the name of its part. */
export function askAll<Asks extends Readonly<Record<string, () => unknown>>>(
  asks: Asks,
): { readonly [Name in keyof Asks]: ReturnType<Asks[Name]> } {
  const faults: string[] = [];
  const answers: [string, unknown][] = [];
  for (const [name, ask] of Object.entries(asks)) {
    try {
      answers.push([name, ask()]);
    } catch (error) {
      faults.push(...faultsOf(name, error));
    }
  }
  if (faults.length > 0) throw new FileFaults([...new Set(faults)]);
  return Object.fromEntries(answers) as { [Name in keyof Asks]: ReturnType<Asks[Name]> };
}

function faultsOf(name: string, error: unknown): readonly string[] {
  if (error instanceof FileFaults) return error.faults;
  if (!isCreditError(error)) throw error;
  return linesOf(error).map((line) => `${name}: ${line}`);
}

/** What the library refuses, a fault to a line. */
export function linesOf({ issues }: CreditError): string[] {
  return issues.map(({ path, rule, received }) => {
    const line = `${path} ${rule}`.trim();
    return received === undefined ? line : `${line}, got ${received}`;
  });
}
