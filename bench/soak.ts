import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * Runs the properties of random worlds many times over, every text of the SPDX list in every rendering by the quick way of naming licenses and by the long one, requests made from the document of the API, and twenty rounds of kills on both databases: `npm run soak -- 50 7` for fifty times the runs of a build, from seed 7.
 * Without a seed the one of the build, so that a soak can be had again; what fails is printed with the world that fails it.
 */
const [times = "20", seed = "20261121"] = process.argv.slice(2);
if (!/^\d+$/.test(times) || Number(times) < 1 || !/^\d+$/.test(seed)) {
  console.error("usage: npm run soak -- [TIMES] [SEED], both whole numbers");
  process.exit(64);
}

interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly testResults: readonly { readonly name: string; readonly status: string; readonly assertionResults: readonly { readonly status: string; readonly title: string; readonly duration?: number }[] }[];
}

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const folder = mkdtempSync(join(tmpdir(), "cleartitle-soak-"));
try {
  const report = join(folder, "report.json");
  const started = process.hrtime.bigint();
  const { status } = spawnSync(process.execPath, [join(root, "node_modules/vitest/vitest.mjs"), "run", "test/properties", "test/identify/rivals.test.ts", "test/store/killed.test.ts", "test/api/fuzz.test.ts", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`], {
    cwd: root, stdio: "inherit", env: { ...process.env, CLEARTITLE_RUNS: times, CLEARTITLE_SEED: seed, CLEARTITLE_ROUNDS: "20" },
  });
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(report, "utf8")) as Report;
  const seconds = Number((process.hrtime.bigint() - started) / 1_000_000_000n);
  for (const file of testResults) for (const each of file.assertionResults) console.log(`${each.status === "passed" ? "held" : "FAILED"}  ${each.title}  ${Math.round((each.duration ?? 0) / 1000)} s`);
  console.log(`\n${times} times the runs of a build, seed ${seed}: ${numPassedTests} properties held, ${numFailedTests} failed, ${seconds} s`);
  process.exitCode = status === 0 && numPassedTests > 0 ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
