import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { importFrom, memoryFile, type SourceFile } from "@cleartitle/intake";
import sqlite from "node-sqlite3-wasm";
import { count } from "./measure.js";

const hex = (n: number): string => n.toString(16).padStart(32, "0");

const cards = (n: number): SourceFile[] => Array.from({ length: n }, (_, i) => memoryFile(`models--acme--m${i}/snapshots/r/README.md`, `---\nlicense: apache-2.0\nbase_model: acme/m${i >> 1}\nbase_model_relation: finetune\n---\n# a card\n`));

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

const kinds: readonly (readonly [string, (n: number) => SourceFile[]])[] = [["cards", cards], ["MLflow SQLite, runs", store], ["SPDX 3", spdx], ["CycloneDX", bom]];

/** Imports of growing size, held in memory: how many records a second become a graph, and whether that stays so. */
export async function benchIntake(): Promise<void> {
  for (const [name, make] of kinds) {
    for (const n of [1_000, 10_000, 100_000]) {
      const files = make(n);
      const before = process.cpuUsage();
      const { graph, problems } = await importFrom(files, { us: "us" });
      const seconds = (process.cpuUsage(before).user + process.cpuUsage(before).system) / 1e6;
      console.log(`${name.padEnd(20)} ${count(n).padStart(8)} records: ${count(graph.assets.size)} assets, ${count(graph.derivations.size)} derivations in ${seconds.toFixed(2)} s CPU, ${count(Math.round(n / seconds))} records/s; ${count(Math.round(process.memoryUsage().rss / 2 ** 20))} MiB; problems ${problems.length}`);
    }
  }
}
