import { measured, once, type Measured } from "../measure.js";
import { installed } from "./installed.js";

/** A database that holds the same edges and counts what is reached from a node by its recursive query. */
export interface Peer {
  readonly name: string;
  readonly load: Measured<unknown>;
  readonly descendants: (root: number, times: number) => Promise<Measured<number>>;
  readonly close: () => Promise<void>;
}

export const reachedFrom = (root: number): string => `with recursive reached(node) as (select ${root} union select result from reached join edges on source = node) select count(*) from reached`;

/** DuckDB in memory; a text that says why not, where npm has no build of it for the machine. */
export async function duckdbWith(csv: string, edges: number): Promise<Peer | string> {
  const duck = await installed(() => import("@duckdb/node-api"));
  if (typeof duck === "string") return duck;
  const instance = await duck.DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  const single = async (sql: string): Promise<number> => Number((await connection.runAndReadAll(sql)).getRows()[0]![0]);
  await connection.run("create table edges (source integer, result integer)");
  const load = await once(() => connection.run(`copy edges from '${csv}' (header false)`));
  const rows = await single("select count(*) from edges");
  if (rows !== edges) throw new Error(`DuckDB read ${rows} edges`);
  return {
    name: `DuckDB ${duck.version()}`, load,
    descendants: (root, times) => measured(times, () => single(reachedFrom(root))),
    close: () => Promise.resolve(connection.closeSync()),
  };
}
