import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildEmptyDatabase } from "../packages/store/src/connection/empty-database.js";

/**
 * Builds what tests use as it is built, once before them: the packages, of which they run programs, the catalogue, the command and the empty database. Where the records have problems the
 * tests of the catalogue say so: here nothing stops. The run has a folder for what its files share, which goes with it.
 */
export default async function setup(): Promise<() => void> {
  const cwd = fileURLToPath(new URL("..", import.meta.url));
  const built = spawnSync(process.execPath, ["node_modules/@typescript/native/bin/tsc", "-b"], { cwd, stdio: ["ignore", "inherit", "inherit"] });
  if (built.status !== 0) throw new Error("the packages do not build");
  for (const each of ["build-catalogue", "build-command"]) spawnSync(process.execPath, [`scripts/${each}.mjs`], { cwd, stdio: "ignore" });
  await buildEmptyDatabase();
  const folder = mkdtempSync(join(tmpdir(), "cleartitle-run-"));
  process.env["CLEARTITLE_TEST_RUN"] = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
