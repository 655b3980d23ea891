// Runs the whole suite once under each time zone: business dates must not move with the machine.
// The plain suite of `.ci/run` runs under UTC, the first of the five.
//
//   node .ci/zones.mjs [arguments for vitest]
//
// FC_RUNS     fast-check runs a property (default 25: the plain suite runs them in full)
// LEDGERS     random ledgers a law (default 200)
// RESULTS_DIR also writes one vitest JSON report a zone to this folder
import { spawnSync } from "node:child_process";

const zones = [
  "America/New_York", // summer time
  "America/St_Johns", // half an hour off
  "Asia/Shanghai",
  "Pacific/Apia", // skipped a whole day in 2011
];

const resultsDir = process.env["RESULTS_DIR"];
const failed = [];

for (const zone of zones) {
  console.log(`TZ=${zone}`);
  const reporters = ["--reporter=dot"];
  if (resultsDir !== undefined) {
    const file = `${resultsDir}/zone-${zone.replace("/", "-")}.json`;
    reporters.push("--reporter=json", `--outputFile.json=${file}`);
  }
  const run = spawnSync(
    process.execPath,
    ["node_modules/vitest/vitest.mjs", "run", "--config", "test/vitest.config.ts"].concat(
      reporters,
      process.argv.slice(2),
    ),
    {
      stdio: ["ignore", "inherit", "inherit"],
      env: {
        ...process.env,
        TZ: zone,
        FC_RUNS: process.env["FC_RUNS"] ?? "25",
        LEDGERS: process.env["LEDGERS"] ?? "200",
      },
    },
  );
  if (run.status !== 0) failed.push(zone);
}

if (failed.length > 0) {
  console.error(`failed under ${failed.join(", ")}`);
  process.exitCode = 1;
}
