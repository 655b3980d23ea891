/**
 * One case a process: what an earlier case left in the heap, and how the engine compiled our
 * functions for it, is nobody's advantage and nobody's burden.
 */
import { fork } from "node:child_process";

import type { Part } from "./report.ts";

const ALONE = "--alone";

/** Whether this process was made for one case. */
export const isAlone = process.argv.includes(ALONE);

/** Arguments as the caller gave them. */
export const given = process.argv.slice(2).filter((each) => each !== "--" && each !== ALONE);

/** Runs a case in a process of its own, which prints as it goes; answers what it reported. */
export async function inOwnProcess(name: string): Promise<Part> {
  const flags = given.filter((each) => !each.startsWith("--only="));
  const child = fork(process.argv[1] as string, [...flags, `--only=${name}`, ALONE]);
  return await new Promise((resolve, reject) => {
    let part: Part | undefined;
    child.on("message", (message) => {
      part = message as Part;
    });
    child.on("error", reject);
    child.on("exit", (code) => {
      if (part && code === 0) resolve(part);
      else reject(new Error(`the case ${name} ended with ${String(code)}`));
    });
  });
}

/** Hands the report of the one case to the process that asked for it. */
export function handOver(part: Part): void {
  process.send?.(part, () => {
    process.disconnect();
  });
}
