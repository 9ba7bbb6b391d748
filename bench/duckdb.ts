import { createRequire } from "node:module";
import { join } from "node:path";
import type { LayeredGraph } from "./layered-graph.js";
import { measured, once, type Measured } from "./measure.js";

/** The part of `@duckdb/node-api` that is used; the package is no dependency, since only this comparison needs it. */
interface Duck {
  readonly DuckDBInstance: { create: (path: string) => Promise<{ connect: () => Promise<Connection> }> };
  readonly version: () => string;
}
interface Connection {
  run: (sql: string) => Promise<unknown>;
  runAndReadAll: (sql: string) => Promise<{ getRows: () => (readonly unknown[])[] }>;
}

export interface Peer {
  readonly version: string;
  readonly load: Measured<unknown>;
  readonly descendants: (root: number, times: number) => Promise<Measured<number>>;
}

const reachedFrom = (root: number): string => `with recursive reached(node) as (select ${root} union select result from reached join edges on source = node) select count(*) from reached`;

/** DuckDB in memory with the same edges, read from the same rows as CSV; a text that says why not, where it is not at hand. */
export async function duckdbWith(graph: LayeredGraph, csv: string): Promise<Peer | string> {
  const folder = process.env["CLEARTITLE_DUCKDB"];
  if (folder === undefined) return "not run: set CLEARTITLE_DUCKDB to a folder in which `@duckdb/node-api` is installed";
  let duck: Duck;
  try {
    duck = createRequire(join(folder, "from.js"))("@duckdb/node-api") as Duck;
  } catch (problem) {
    return `not run: ${problem instanceof Error ? problem.message.split("\n")[0] : String(problem)}`;
  }
  const connection = await (await duck.DuckDBInstance.create(":memory:")).connect();
  await connection.run("create table edges (source integer, result integer)");
  const load = await once(() => connection.run(`copy edges from '${csv}' (header false)`));
  const [[rows]] = (await connection.runAndReadAll("select count(*) from edges")).getRows() as [[unknown]];
  if (Number(rows) !== graph.columns.source.length) throw new Error(`the peer read ${String(rows)} edges`);
  return {
    version: duck.version(), load,
    descendants: (root, times) => measured(times, async () => Number((await connection.runAndReadAll(reachedFrom(root))).getRows()[0]![0])),
  };
}
