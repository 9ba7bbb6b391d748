import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

/**
 * Builds the catalogue once before the tests, so that no file of tests reads the records by itself. Where the records have problems the
 * tests of the catalogue say so: here nothing stops.
 */
export default function setup(): void {
  const root = fileURLToPath(new URL("..", import.meta.url));
  spawnSync(process.execPath, ["--conditions=source", "--import", "tsx", "scripts/build-catalogue.mjs"], { cwd: root, stdio: "ignore" });
}
