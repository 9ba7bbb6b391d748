import fs, { closeSync, cpSync, existsSync, openSync, readdirSync } from "node:fs";
import { constants, mkdir, readFile, rename, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { PGlite } from "@electric-sql/pglite";
import { sha256 } from "@cleartitle/norms";
import { Kysely, PostgresDialect, sql, WithSchemaPlugin } from "kysely";
import type { Tables } from "../database.js";
import { migrate, migrations } from "../migration/migrate.js";
import { SingleConnection } from "./single-connection.js";

/** What a new folder begins as: with no schema, for whoever brings one, or with that of this program. */
export type Beginning = "bare" | "migrated";

/**
 * Setting up a database from nothing takes ten times as long as opening one, and its schema as long again, so that the build sets them up, and each new folder begins as a copy. A
 * copy belongs to the version of the embedded database that made it, and to the schema.
 */
async function emptyDatabase(beginning: Beginning): Promise<string> {
  const own = createRequire(import.meta.url).resolve("@electric-sql/pglite");
  const { version } = JSON.parse(await readFile(join(dirname(own), "../package.json"), "utf8")) as { readonly version: string };
  const schema = beginning === "bare" ? "" : `-${sha256(JSON.stringify(migrations)).slice("sha256:".length, "sha256:".length + 16)}`;
  return fileURLToPath(new URL(`../../dist/empty-database-${version}${schema}`, import.meta.url));
}

/** Writes a file or a folder through to the disk. A system on which a folder cannot be opened keeps its names by itself. */
function writeThrough(path: string): void {
  let opened: number;
  try {
    opened = openSync(path, "r");
  } catch (error) {
    if (process.platform === "win32") return;
    throw error;
  }
  try {
    fs.fsyncSync(opened);
  } finally {
    closeSync(opened);
  }
}

/** Makes the folder by `fill`, whole or not at all: what a killed process left of it is made anew. */
async function madeWhole(folder: string, fill: (half: string) => Promise<void>): Promise<void> {
  const half = `${folder}-half-made`;
  await rm(half, { recursive: true, force: true });
  await mkdir(dirname(half), { recursive: true });
  await fill(half);
  await rename(half, folder);
}

/** Sets up the databases that new folders are copies of. Says whether they were there already. */
export async function buildEmptyDatabase(): Promise<"built" | "found"> {
  const [bare, migrated] = await Promise.all([emptyDatabase("bare"), emptyDatabase("migrated")]);
  if (existsSync(bare) && existsSync(migrated)) return "found";
  if (!existsSync(bare)) {
    await madeWhole(bare, async (half) => {
      const database = await PGlite.create({ dataDir: half });
      await database.close();
    });
  }
  await madeWhole(migrated, async (half) => {
    copied(bare, half);
    const database = await PGlite.create({ dataDir: half });
    const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: new SingleConnection(database, async () => database) }), plugins: [new WithSchemaPlugin("cleartitle")] });
    await migrate(db);
    // Else each copy would go through the log of all that again.
    await sql`checkpoint`.execute(db);
    await db.destroy();
  });
  return "built";
}

// A thousand small files: at once it takes an eighth of the processor time.
const copied = (from: string, to: string): void => cpSync(from, to, { recursive: true, mode: constants.COPYFILE_FICLONE });

/** A copy of which nothing is lost with the machine: the database writes through what it changes, and takes the rest for kept. */
function copiedThrough(from: string, to: string): void {
  copied(from, to);
  for (const entry of readdirSync(to, { recursive: true, withFileTypes: true })) writeThrough(join(entry.parentPath, entry.name));
  writeThrough(to);
}

/** Gives a place its database, unless it has one. Where the build left none, opening sets it up. The caller holds the lock of the place. */
export async function provideDatabase(folder: string, beginning: Beginning): Promise<void> {
  if (existsSync(folder)) return;
  const empty = await emptyDatabase(beginning);
  if (!existsSync(empty)) return;
  await madeWhole(folder, async (half) => copiedThrough(empty, half));
  writeThrough(dirname(folder));
}
