import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { edgesOf, type EdgeColumns, type Edges } from "../packages/engine/src/compiled/edges.js";
import { descendantsOf, upstreamOf } from "../packages/engine/src/compiled/reach.js";
import { alone } from "./alone.js";
import { layeredGraph, type LayeredGraph } from "./layered-graph.js";
import { count, measured, megabytes, ms, table, times, type Measured } from "./measure.js";
import { duckdbWith } from "./peer/duckdb.js";
import { postgresWith } from "./peer/postgres.js";

const seed = 20261121;
const sizes = [10_000, 100_000, 1_000_000] as const;
const rounds = 15;

const bytesOf = (edges: Edges): number => Object.values(edges).reduce<number>((sum, each) => sum + (typeof each === "boolean" ? 0 : (each as Int32Array).byteLength), 0);

/** Source and result of every edge as 32 bit integers, one after the other. */
function binaryOf({ columns }: LayeredGraph): Buffer {
  return Buffer.concat([columns.source, columns.result].map((each) => Buffer.from(each.buffer)));
}

/** Reads such a file and orders the edges both ways. */
function edgesFrom(file: string, { nodes, columns }: LayeredGraph): Edges {
  const bytes = readFileSync(file);
  const half = bytes.byteLength / 2;
  const read = (from: number): Int32Array => new Int32Array(bytes.buffer.slice(bytes.byteOffset + from, bytes.byteOffset + from + half));
  const own: EdgeColumns = { ...columns, source: read(0), result: read(half) };
  return edgesOf(nodes, own, false);
}

/** The first node of the last layer that three edges go into. */
function lateWithSources({ inStart }: Edges, nodes: number): number {
  for (let node = nodes - nodes / 50; node < nodes; node++) if (inStart[node + 1]! - inStart[node]! >= 3) return node;
  return nodes - 1;
}

const cell = ({ median, result }: { median: number; result: number }): string => `${ms(median)} (${count(result)})`;

/** Reach in a graph of one size, in a process of its own. */
export async function growthOf(nodes: number, folder: string): Promise<string[]> {
  const graph = layeredGraph(nodes, seed);
  const file = join(folder, `${nodes}.bin`);
  writeFileSync(file, binaryOf(graph));
  const load = await measured(3, () => edgesFrom(file, graph));
  const edges = load.result;
  const root = await measured(rounds, () => descendantsOf(edges, nodes, graph.root).nodes.length);
  const early = await measured(rounds, () => descendantsOf(edges, nodes, graph.early).nodes.length);
  const last = lateWithSources(edges, nodes);
  const up = await measured(rounds, () => upstreamOf(edges, nodes, last).nodes.length);
  const later = layeredGraph(nodes, seed, true);
  const dated = edgesOf(nodes, later.columns, true);
  const inTime = await measured(rounds, () => descendantsOf(dated, nodes, later.root).nodes.length);
  return [count(nodes), count(graph.columns.source.length), ms(load.median), cell(root), cell(early), cell(up), cell(inTime), megabytes(bytesOf(edges))];
}

/** What one evaluator found from the root and from layer 0. */
interface Found {
  readonly name: string;
  readonly load: number;
  readonly reached: readonly Pick<Measured<number>, "median" | "least" | "result">[];
}

/** The edges compiled, in a process of its own. */
export async function compiledReach(nodes: number): Promise<Found> {
  const graph = layeredGraph(nodes, seed);
  const load = await measured(3, () => edgesOf(nodes, graph.columns, false));
  const reached = [];
  for (const node of [graph.root, graph.early]) reached.push(await measured(rounds, () => descendantsOf(load.result, nodes, node).nodes.length));
  return { name: "compiled", load: load.median, reached };
}

/** A database over the same edges, in a process of its own; a text that says why not. */
export async function peerReach(peer: "duckdb" | "postgres", nodes: number, csv: string, folder: string): Promise<Found | string> {
  const graph = layeredGraph(nodes, seed);
  const edges = graph.columns.source.length;
  const opened = peer === "duckdb" ? await duckdbWith(csv, edges) : await postgresWith(csv, edges, folder);
  if (typeof opened === "string") return opened;
  const reached = [];
  for (const node of [graph.root, graph.early]) reached.push(await opened.descendants(node, 5));
  await opened.close();
  return { name: opened.name, load: opened.load.median, reached };
}

function writeCsv(file: string, { columns: { source, result } }: LayeredGraph): void {
  const rows: string[] = [];
  for (let i = 0; i < source.length; i++) rows.push(`${source[i]},${result[i]}`);
  writeFileSync(file, rows.join("\n"));
}

/** The reach alone, against the recursive queries of databases over the same edges, in the same run. */
async function againstDatabases(folder: string): Promise<void> {
  const nodes = sizes[2];
  const csv = join(folder, "edges.csv");
  writeCsv(csv, layeredGraph(nodes, seed));
  const own = await alone<Found>(import.meta.url, "compiledReach", nodes);
  const rows: string[][] = [];
  const add = (found: Found, peak: string): void => {
    for (const [i, from] of ["root", "layer 0"].entries()) {
      const [one, other] = [own.result.reached[i]!, found.reached[i]!];
      if (one.result !== other.result) throw new Error(`${one.result} descendants here, ${other.result} by ${found.name}`);
      rows.push([from, found.name, count(other.result), ms(other.median), times(other.median, one.median), ms(other.least), times(other.least, one.least), ms(found.load), peak]);
    }
  };
  add(own.result, megabytes(own.peak));
  for (const peer of ["duckdb", "postgres"]) {
    const found = await alone<Found | string>(import.meta.url, "peerReach", peer, nodes, csv, folder);
    if (typeof found.result === "string") rows.push(["", peer, found.result]);
    // A server's memory is in processes of its own.
    else add(found.result, peer === "duckdb" ? megabytes(found.peak) : "");
  }
  table(`Everything that an asset went into, ${count(nodes)} assets and three times as many derivations, counted: the reach alone; ms`,
    ["from", "evaluator", "descendants", "median", "ratio", "least", "ratio", "load", "peak MB"], rows);
}

/** Descendants and what is upstream in the seeded layered graph, as it grows, and against databases. */
export async function benchReach(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "cleartitle-bench-"));
  try {
    const rows: string[][] = [];
    for (const nodes of sizes) {
      const { result, peak } = await alone<string[]>(import.meta.url, "growthOf", nodes, folder);
      rows.push([...result, megabytes(peak)]);
    }
    table(`Reach in a layered graph, seed ${seed}; median ms of ${rounds} (nodes met); load from a binary file, both ways`,
      ["nodes", "edges", "load", "root, down", "layer 0, down", "last, up", "root, dated", "edges MB", "peak MB"], rows);
    await againstDatabases(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
