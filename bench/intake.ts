import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { importFrom, memoryFile, type SourceFile } from "@cleartitle/intake";
import sqlite from "node-sqlite3-wasm";
import { growSlowly } from "../apps/cli/src/heap.js";
import { archiveOf, parquetOf } from "../packages/intake/src/corpus/made-corpus.fixture.js";
import { logBytes, madeRecord, runRecord, usedRecord } from "../packages/intake/src/wandb/made-log.fixture.js";
import { alone, type Row } from "./alone.js";
import { count } from "./measure.js";

const hex = (n: number): string => n.toString(16).padStart(32, "0");

/** A file whose bytes are made when a reader asks for them, as those of a disk are: what is held of it is what the reader holds. */
class MadeFile implements SourceFile {
  readonly size: number;
  constructor(readonly path: string, private readonly i: number, private readonly make: (i: number) => string | Uint8Array) {
    this.size = Buffer.byteLength(make(i));
  }
  chunks(): Iterable<Uint8Array> {
    return memoryFile(this.path, this.make(this.i)).chunks() as Iterable<Uint8Array>;
  }
}

const madeFiles = (n: number, path: (i: number) => string, make: (i: number) => string | Uint8Array): SourceFile[] => Array.from({ length: n }, (_, i) => new MadeFile(path(i), i, make));

const cards = (n: number): SourceFile[] => madeFiles(n, (i) => `models--acme--m${i}/snapshots/r/README.md`, (i) => `---\nlicense: apache-2.0\nbase_model: acme/m${i >> 1}\nbase_model_relation: finetune\n---\n# a card\n`);

/** A tracking store with a run, a data set, a model, its tags and parameters for each number. */
function store(n: number): SourceFile[] {
  const folder = mkdtempSync(join(tmpdir(), "cleartitle-bench-"));
  try {
    const database = new sqlite.Database(join(folder, "mlflow.db"));
    database.exec(`CREATE TABLE experiments (experiment_id INTEGER, lifecycle_stage TEXT); INSERT INTO experiments VALUES (1, 'active');
      CREATE TABLE runs (run_uuid TEXT, lifecycle_stage TEXT, start_time BIGINT, end_time BIGINT, experiment_id INTEGER); CREATE TABLE tags (key TEXT, value TEXT, run_uuid TEXT); CREATE TABLE params (key TEXT, value TEXT, run_uuid TEXT);
      CREATE TABLE datasets (dataset_uuid TEXT, name TEXT, digest TEXT, dataset_source_type TEXT, dataset_source TEXT); CREATE TABLE inputs (input_uuid TEXT, source_type TEXT, source_id TEXT, destination_type TEXT, destination_id TEXT);
      CREATE TABLE logged_models (model_id TEXT, source_run_id TEXT, lifecycle_stage TEXT, experiment_id INTEGER); BEGIN;`);
    for (let i = 0; i < n; i++) {
      database.exec(`INSERT INTO runs VALUES ('${hex(i)}', 'active', 1748696156348, 1748696186237, 1); INSERT INTO tags VALUES ('mlflow.source.git.commit', '${"c".repeat(40)}', '${hex(i)}'); INSERT INTO params VALUES ('base_model', 'acme/base', '${hex(i)}'), ('lr', '0.1', '${hex(i)}');
        INSERT INTO datasets VALUES ('d${i}', 'd', '1', 'hugging_face', '{"path": "acme/d${i}"}'); INSERT INTO inputs VALUES ('${i}', 'DATASET', 'd${i}', 'RUN', '${hex(i)}'); INSERT INTO logged_models VALUES ('m-${hex(i)}', '${hex(i)}', 'active', 1);`);
    }
    database.exec("COMMIT");
    database.close();
    return [memoryFile("mlflow.db", readFileSync(join(folder, "mlflow.db")))];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const spdx = (n: number): SourceFile[] => [memoryFile("a.spdx3.json", JSON.stringify({
  "@context": "https://spdx.org/rdf/3.0.1/spdx-context.jsonld",
  "@graph": Array.from({ length: n }, (_, i) => [
    { type: "ai_AIPackage", spdxId: `urn:m${i}`, name: `m${i}` }, { type: "Relationship", spdxId: `urn:r${i}`, relationshipType: "descendantOf", from: `urn:m${i}`, to: [`urn:m${i >> 1}`] },
    { type: "Relationship", spdxId: `urn:l${i}`, relationshipType: "hasDeclaredLicense", from: `urn:m${i}`, to: ["https://spdx.org/licenses/MIT"] },
  ]).flat(),
}))];

const bom = (n: number): SourceFile[] => [memoryFile("a.cdx.json", JSON.stringify({
  bomFormat: "CycloneDX", specVersion: "1.7", serialNumber: "urn:uuid:1",
  components: Array.from({ length: n }, (_, i) => ({ type: "machine-learning-model", "bom-ref": `m${i}`, name: `m${i}`, licenses: [{ license: { id: "MIT" } }], modelCard: { modelParameters: { datasets: [{ type: "dataset", name: `d${i}` }] } } })),
}))];

const bomInXml = (n: number): SourceFile[] => [memoryFile("a.cdx.xml", `<bom xmlns="http://cyclonedx.org/schema/bom/1.7" serialNumber="urn:uuid:1"><components>${Array.from({ length: n }, (_, i) => `<component type="data" bom-ref="d${i}"><name>d${i}</name><licenses><license><id>MIT</id></license></licenses></component>`).join("\n")}</components></bom>`)];

const turtle = (n: number): SourceFile[] => [memoryFile("a.ttl", `@prefix prov: <http://www.w3.org/ns/prov#> .\n@prefix dct: <http://purl.org/dc/terms/> .\n${Array.from({ length: n }, (_, i) => `<urn:d${i}> a prov:Entity ; dct:license "MIT" ; prov:wasQuotedFrom <urn:d${i >> 1}> .`).join("\n")}\n`)];

const listing = (n: number): SourceFile[] => [memoryFile("models.jsonl", `${Array.from({ length: n }, (_, i) => JSON.stringify({ id: `acme/m${i}`, license: ["mit"], base_models: [{ relation: "finetune", id: `acme/m${i >> 1}` }] })).join("\n")}\n`)];

const guid = (i: number): string => `00000000-0000-0000-0000-${String(i).padStart(12, "0")}`;
const catalogue = (n: number): SourceFile[] => [memoryFile("entities.json", JSON.stringify({ entities: Array.from({ length: n }, (_, i) => ({ typeName: "hive_table", guid: guid(i), status: "ACTIVE", attributes: { qualifiedName: `db.t${i}@cl1`, license: "MIT" } })), referredEntities: {} }))];

const packages = (n: number): SourceFile[] => madeFiles(n, (i) => `packages/p${i}/package.json`, (i) => `{"name": "p${i}", "version": "1.0.0", "license": "MIT"}`);

/** Folders of runs, each with a binary log in which a data set is taken in and a model made. */
const runs = (n: number): SourceFile[] => madeFiles(n, (i) => `wandb/run-20260301_100000-r${i}/run-r${i}.wandb`, (i) => logBytes([runRecord({ base_model: "acme/base" }, `r${i}`), usedRecord("dataset", `notes${i}:v1`), madeRecord("model", `net${i}`, { license: "mit" }, hex(i))]));

const exported = (n: number): SourceFile[] => [memoryFile("answer.json", JSON.stringify({ data: { project: { artifacts: { edges: Array.from({ length: n }, (_, i) => ({ node: { digest: hex(i), artifactType: { name: "model" }, artifactSequence: { name: `net${i}`, project: { name: "demo", entityName: "acme" } }, versionIndex: 0, metadata: "{\"license\": \"mit\"}", createdBy: { __typename: "Run", name: `r${i}`, project: { name: "demo", entityName: "acme" } } } })) } } } }))];

/** An archive of answers, of which no row becomes an asset. */
const crawl = (n: number): SourceFile[] => [memoryFile("crawl.warc", archiveOf({ software: "crawler/1.0" }, Array.from({ length: n }, (_, i) => ({ uri: `https://site${i % 997}.example/${i}`, headers: i % 10 === 0 ? { "X-Robots-Tag": "noai" } : {} }))))];

/** A table in files of a hundred rows. */
const tables = (n: number): SourceFile[] => {
  const bytes = parquetOf({ URL: Array.from({ length: 100 }, (_, i) => `https://acme.example/${i}.png`), LICENSE: Array.from({ length: 100 }, () => "CC BY 4.0") });
  return Array.from({ length: n / 100 }, (_, i) => memoryFile(`laion/part-${String(i).padStart(5, "0")}.parquet`, bytes));
};

/** One document, which lies on a disk while it is read. */
const single: Readonly<Record<string, (n: number) => SourceFile[]>> = {
  "MLflow, one SQLite file": store, "SPDX 3, one document": spdx, "CycloneDX, one document": bom, "CycloneDX in XML": bomInXml, "PROV in Turtle": turtle, "a listing, one a line": listing,
  "Atlas, one answer": catalogue, "W&B, one answer": exported, "a crawl, one archive, by its answers": crawl,
};

/** Files in their thousands, which a disk takes minutes to make and remove. */
const many: Readonly<Record<string, (n: number) => SourceFile[]>> = { "cards, one file each": cards, "package manifests, one file each": packages, "W&B, one log each": runs, "a table in parts of 100 rows, by its rows": tables };

interface Measured {
  readonly assets: number;
  readonly seconds: number;
  readonly problems: number;
  /** What is held of memory before, in bytes: the program. */
  readonly held: number;
  /** What is held of memory when the graph alone is left, in bytes, the program included. */
  readonly left: number;
}

/** Collections that are asked for, without a program started for them. Bytes of files are given back beside the program, and what a call that was waited for holds in the next turn. */
async function collect(): Promise<void> {
  setFlagsFromString("--expose-gc");
  for (let turn = 0; turn < 3; turn++) {
    (runInNewContext("gc") as () => void)();
    await setImmediate();
  }
}

/** One import, in a process whose memory is its own. */
export async function importOne(name: string, n: number, folder: string): Promise<Measured> {
  let files = many[name]?.(n) ?? folder;
  await collect();
  const held = inUse();
  // As the command does where much is imported.
  growSlowly();
  const before = process.cpuUsage();
  const { graph, problems } = await importFrom(files, { us: "us" });
  const { user, system } = process.cpuUsage(before);
  files = "";
  await collect();
  return { assets: graph.assets.size, seconds: (user + system) / 1e6, problems: problems.length, held, left: inUse() };
}

/** What came of a row in a process of its own. */
async function measured(name: string, n: number): Promise<Row<Measured>> {
  const folder = mkdtempSync(join(tmpdir(), "cleartitle-bench-"));
  try {
    for (const file of single[name]?.(n) ?? []) for (const chunk of file.chunks() as Iterable<Uint8Array>) writeFileSync(join(folder, file.path), chunk);
    return await alone<Measured>("./intake.js", "importOne", name, n, folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function inUse(): number {
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

const sizes = [1_000, 10_000, 100_000];

/** Imports of growing size: how many records a second become a graph, and whether that stays so; with the most memory that a process of one import held, and what of it the graph takes. Of all rows, or of those whose names contain what is given. */
export async function benchIntake(asked: string): Promise<void> {
  console.log(`| | ${sizes.map((n) => `${count(n)}, s`).join(" | ")} | a second, at ${count(sizes.at(-1) ?? 0)} | peak MB there | of it program before | MB left of the graph |\n| --- |${" --- |".repeat(sizes.length + 4)}`);
  for (const name of [...Object.keys(many), ...Object.keys(single)].filter((each) => each.includes(asked))) {
    const rows = [];
    for (const n of sizes) rows.push(await measured(name, n));
    const wrong = rows.reduce((sum, each) => sum + each.result.problems, 0);
    const last = rows.at(-1);
    console.log(`| ${[name, ...rows.map((each) => each.result.seconds.toFixed(2)), count(Math.round((sizes.at(-1) ?? 0) / (last?.result.seconds ?? 1))), ...[last?.peak, last?.result.held, last?.result.left].map((bytes) => count(Math.round((bytes ?? 0) / 2 ** 20)))].join(" | ")} |${wrong === 0 ? "" : ` ${wrong} problems`}`);
  }
}
