import { cpSync, existsSync } from "node:fs";
import { constants, mkdir, readFile, rename, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { PGlite } from "@electric-sql/pglite";

/**
 * Setting up a database from nothing takes ten times as long as opening one, so that the build sets one up, and each new folder begins as a copy of it. It belongs to the version
 * of the embedded database that made it.
 */
async function emptyDatabase(): Promise<string> {
  const own = createRequire(import.meta.url).resolve("@electric-sql/pglite");
  const { version } = JSON.parse(await readFile(join(dirname(own), "../package.json"), "utf8")) as { readonly version: string };
  return fileURLToPath(new URL(`../../dist/empty-database-${version}`, import.meta.url));
}

/** Makes the folder by `fill`, whole or not at all: what a killed process left of it is made anew. */
async function madeWhole(folder: string, fill: (half: string) => Promise<void>): Promise<void> {
  const half = `${folder}-half-made`;
  await rm(half, { recursive: true, force: true });
  await mkdir(dirname(half), { recursive: true });
  await fill(half);
  await rename(half, folder);
}

/** Sets up the database that new folders are copies of. Says whether it was there already. */
export async function buildEmptyDatabase(): Promise<"built" | "found"> {
  const folder = await emptyDatabase();
  if (existsSync(folder)) return "found";
  await madeWhole(folder, async (half) => {
    const database = await PGlite.create({ dataDir: half });
    await database.close();
  });
  return "built";
}

/** Gives a place its database, unless it has one. Where the build left none, opening sets it up. The caller holds the lock of the place. */
export async function provideDatabase(folder: string): Promise<void> {
  const empty = await emptyDatabase();
  if (existsSync(folder) || !existsSync(empty)) return;
  // A thousand small files: at once it takes an eighth of the processor time.
  await madeWhole(folder, async (half) => cpSync(empty, half, { recursive: true, mode: constants.COPYFILE_FICLONE }));
}
