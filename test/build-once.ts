import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { buildEmptyDatabase } from "../packages/store/src/connection/empty-database.js";

/**
 * Builds the catalogue and the empty database once before the tests, so that no file of tests reads the records or sets up a database by itself. Where the records have
 * problems the tests of the catalogue say so: here nothing stops.
 */
export default async function setup(): Promise<void> {
  const root = fileURLToPath(new URL("..", import.meta.url));
  spawnSync(process.execPath, ["--conditions=source", "--import", "tsx", "scripts/build-catalogue.mjs"], { cwd: root, stdio: "ignore" });
  await buildEmptyDatabase();
}
