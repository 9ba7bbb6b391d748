import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { edgesOf, type EdgeColumns, type Edges } from "../packages/engine/src/compiled/edges.js";
import { descendantsOf, upstreamOf } from "../packages/engine/src/compiled/reach.js";
import { duckdbWith } from "./duckdb.js";
import { layeredGraph, type LayeredGraph } from "./layered-graph.js";
import { count, measured, megabytes, ms, table } from "./measure.js";

const seed = 20261121;
const sizes = [10_000, 100_000, 1_000_000] as const;
const times = 15;

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

async function growthOf(nodes: number, folder: string): Promise<string[]> {
  const graph = layeredGraph(nodes, seed);
  const file = join(folder, `${nodes}.bin`);
  writeFileSync(file, binaryOf(graph));
  const load = await measured(3, () => edgesFrom(file, graph));
  const edges = load.result;
  const root = await measured(times, () => descendantsOf(edges, nodes, graph.root).nodes.length);
  const early = await measured(times, () => descendantsOf(edges, nodes, graph.early).nodes.length);
  const last = lateWithSources(edges, nodes);
  const up = await measured(times, () => upstreamOf(edges, nodes, last).nodes.length);
  const later = layeredGraph(nodes, seed, true);
  const dated = edgesOf(nodes, later.columns, true);
  const inTime = await measured(times, () => descendantsOf(dated, nodes, later.root).nodes.length);
  return [count(nodes), count(graph.columns.source.length), ms(load.median), cell(root), cell(early), cell(up), cell(inTime), megabytes(bytesOf(edges))];
}

/** Against the recursive query of a database, in the same run, over the same edges. */
async function againstDuckdb(folder: string): Promise<void> {
  const graph = layeredGraph(sizes[2], seed);
  const csv = join(folder, "edges.csv");
  const rows: string[] = [];
  for (let i = 0; i < graph.columns.source.length; i++) rows.push(`${graph.columns.source[i]},${graph.columns.result[i]}`);
  writeFileSync(csv, rows.join("\n"));
  const peer = await duckdbWith(graph, csv);
  if (typeof peer === "string") {
    console.log(`\nDuckDB, recursive query: ${peer}`);
    return;
  }
  const edges = edgesOf(graph.nodes, graph.columns, false);
  const lines: string[][] = [];
  for (const [name, node] of [["root", graph.root], ["layer 0", graph.early]] as const) {
    const own = await measured(times, () => descendantsOf(edges, graph.nodes, node).nodes.length);
    const theirs = await peer.descendants(node, 5);
    if (own.result !== theirs.result) throw new Error(`${own.result} descendants here, ${theirs.result} there`);
    lines.push([name, count(own.result), ms(own.median), ms(theirs.median), `${(theirs.median / own.median).toFixed(0)} x`, ms(own.least), ms(theirs.least), `${(theirs.least / own.least).toFixed(0)} x`]);
  }
  table(`Against DuckDB ${peer.version}, recursive query with union (loaded from CSV in ${ms(peer.load.median)} ms); ms`, ["from", "descendants", "compiled, median", "DuckDB, median", "ratio", "compiled, least", "DuckDB, least", "ratio"], lines);
}

/** Descendants and what is upstream in the seeded layered graph, as it grows, and against a peer. */
export async function benchReach(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "cleartitle-bench-"));
  try {
    const rows: string[][] = [];
    for (const nodes of sizes) rows.push(await growthOf(nodes, folder));
    table(`Reach in a layered graph, seed ${seed}; median ms of ${times} (nodes met); load from a binary file, both ways`,
      ["nodes", "edges", "load", "root, down", "layer 0, down", "last, up", "root, dated", "edges MB"], rows);
    await againstDuckdb(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  console.log(`\nresident after all: ${megabytes(process.memoryUsage().rss)} MB`);
}
