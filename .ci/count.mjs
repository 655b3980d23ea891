// Prints `N passed, N failed` over all vitest JSON reports in a folder.
//
//   node .ci/count.mjs <folder>
//
// A test file that could not be loaded, and a run that failed without naming a test, each count
// as one failure: a run without tests must not look like a good one.
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

/**
 * @typedef {{ status: string, assertionResults: { status: string }[] }} FileResult
 * @typedef {{ success: boolean, testResults: FileResult[] }} Report
 */

/** @param {Report} report */
function count(report) {
  let passed = 0;
  let failed = 0;
  for (const file of report.testResults) {
    const before = failed;
    for (const { status } of file.assertionResults) {
      if (status === "passed") passed += 1;
      if (status === "failed") failed += 1;
    }
    if (file.status === "failed" && failed === before) failed += 1;
  }
  if (!report.success && failed === 0) failed = 1;
  return { passed, failed };
}

const folder = process.argv[2] ?? "build/test-results";
const total = { passed: 0, failed: 0 };
const names = existsSync(folder) ? readdirSync(folder) : [];
for (const name of names.filter((each) => each.endsWith(".json"))) {
  const { passed, failed } = count(JSON.parse(readFileSync(join(folder, name), "utf8")));
  total.passed += passed;
  total.failed += failed;
}
console.log(`${total.passed} passed, ${total.failed} failed`);
