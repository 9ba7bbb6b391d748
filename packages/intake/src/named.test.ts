import { writeTitleFile } from "@cleartitle/title";
import { expect, it } from "vitest";
import { archiveOf } from "./corpus/made-corpus.fixture.js";
import { importFrom, memoryFile, type Persons } from "./index.js";
import { databaseBytes } from "./mlflow/made-database.fixture.js";
import { logBytes, madeRecord, runRecord } from "./wandb/made-log.fixture.js";
import { ggufBytes, safetensorsBytes } from "./weights/made-weights.fixture.js";

const read = (files: Readonly<Record<string, string | Uint8Array>>, persons?: Persons) =>
  importFrom(Object.entries(files).map(([path, content]) => memoryFile(path, content)), { us: "acme", recordedAt: "2026-11-21", ...(persons === undefined ? {} : { persons }) });

const [run, model] = ["a".repeat(32), `m-${"b".repeat(32)}`];
const mlflowRun = { info: { run_id: run, experiment_id: "7", lifecycle_stage: "active", artifact_uri: "x" }, data: { tags: [{ key: "mlflow.user", value: "jane" }] }, outputs: { model_outputs: [{ model_id: model }] } };
const artifact = { node: { digest: "e".repeat(32), versionIndex: 0, artifactType: { name: "model" }, artifactSequence: { name: "net" } } };
const xmp = (inner: string) => `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:plus="http://ns.useplus.org/ldf/xmp/1.0/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/">${inner}</rdf:Description></rdf:RDF></x:xmpmeta>`;

/** Per format: files that name Jane Roe, and what is recorded of her where that is asked for. */
const naming: Readonly<Record<string, readonly [Readonly<Record<string, string | Uint8Array>>, readonly (readonly [role: string, name: string])[]]>> = {
  dvc: [{ "raw.csv.dvc": "outs:\n- md5: 0cc175b9c0f1b6a831c399e269772661\n  path: raw.csv\nmeta:\n  origin:\n    producer: Jane Roe\n    license: MIT\n" }, [["producer", "Jane Roe"]]],
  "mlflow, a tree": [{ [`mlruns/7/${run}/meta.yaml`]: `run_id: ${run}\nexperiment_id: '7'\nlifecycle_stage: active\nuser_id: jane\n`, [`mlruns/7/${run}/outputs/${model}/meta.yaml`]: `destination_id: ${model}\ndestination_type: MODEL_OUTPUT\n` }, [["user", "jane"]]],
  "mlflow, a database": [{
    "mlflow.db": databaseBytes(`CREATE TABLE experiments (experiment_id INTEGER, lifecycle_stage TEXT); INSERT INTO experiments VALUES (7, 'active'); CREATE TABLE runs (run_uuid TEXT, lifecycle_stage TEXT, experiment_id INTEGER, user_id TEXT); INSERT INTO runs VALUES ('${run}', 'active', 7, 'jane');
      CREATE TABLE logged_models (model_id TEXT, source_run_id TEXT, lifecycle_stage TEXT, experiment_id INTEGER); INSERT INTO logged_models VALUES ('${model}', '${run}', 'active', 7);`),
  }, [["user", "jane"]]],
  "mlflow, an answer": [{ "runs.json": JSON.stringify({ runs: [mlflowRun] }) }, [["user", "jane"]]],
  "spdx-2": [{ "a.spdx.json": JSON.stringify({ spdxVersion: "SPDX-2.3", creationInfo: { creators: ["Person: Jane Roe (jane@acme.example)"] }, packages: [{ SPDXID: "SPDXRef-p", name: "net", originator: "Person: Jane Roe (jane@acme.example)", supplier: "Organization: Acme" }] }) }, [["originator", "Jane Roe (jane@acme.example)"]]],
  "spdx-2, tags": [{ "a.spdx": "SPDXVersion: SPDX-2.3\nPackageName: x\nSPDXID: SPDXRef-x\nPackageSupplier: Person: Jane Roe\n" }, [["supplier", "Jane Roe"]]],
  "spdx-3": [{ "a.spdx3.json": JSON.stringify({ "@context": "https://spdx.org/rdf/3.0.1/spdx-context.jsonld", "@graph": [{ type: "Person", spdxId: "urn:acme:p1", name: "Jane Roe" }, { type: "ai_AIPackage", spdxId: "urn:acme:net", name: "net", originatedBy: ["urn:acme:p1"] }] }) }, [["originator", "Jane Roe"]]],
  cyclonedx: [{
    "a.cdx.json": JSON.stringify({ bomFormat: "CycloneDX", specVersion: "1.7", components: [{ type: "library", "bom-ref": "net", name: "net", author: "Jane Roe", authors: [{ name: "Jane Roe", email: "jane@acme.example" }], supplier: { name: "Acme", contact: [{ email: "jane@acme.example" }] }, licenses: [{ license: { id: "MIT", licensing: { licensor: { individual: { name: "Jane Roe" } }, licensee: { organization: { name: "Acme" } } } } }] }] }),
  }, [["author", "Jane Roe"], ["author", "Jane Roe <jane@acme.example>"], ["contact", "jane@acme.example"], ["licensor", "Jane Roe"]]],
  croissant: [{ "a.json": JSON.stringify({ "@context": { cr: "http://mlcommons.org/croissant/" }, "@type": "sc:Dataset", name: "a", url: "https://huggingface.co/datasets/acme/a", license: "MIT", creator: [{ "@type": "sc:Person", "sc:name": "Jane Roe" }, { "@type": "Organization", name: "Acme" }] }) }, [["creator", "Jane Roe"]]],
  scancode: [{
    "a.json": JSON.stringify({ headers: [{ tool_name: "scancode-toolkit", tool_version: "32" }], packages: [{ purl: "pkg:npm/a@1", name: "a", parties: [{ type: "person", role: "author", name: "Jane Roe", email: "jane@acme.example" }, { type: "organization", role: "owner", name: "Acme" }] }], files: [{ path: "a.c", type: "file", authors: [], holders: [{ holder: "Jane Roe", start_line: 1 }], license_detections: [{ license_expression: "mit", license_expression_spdx: "MIT", matches: [{ score: 100, match_coverage: 100, start_line: 1, end_line: 3 }] }] }] }),
  }, [["author", "Jane Roe <jane@acme.example>"], ["holder", "Jane Roe"]]],
  openlineage: [{ "e.json": JSON.stringify({ eventType: "COMPLETE", eventTime: "2026-03-01T10:00:00Z", run: { runId: "r" }, job: { namespace: "j", name: "n" }, outputs: [{ namespace: "db", name: "t", facets: { ownership: { owners: [{ name: "user:jane", type: "MAINTAINER" }] } } }] }) }, [["owner", "user:jane"]]],
  atlas: [{ "t.json": JSON.stringify({ entities: [{ typeName: "hive_table", guid: "1", createdBy: "jane", attributes: { qualifiedName: "db.t@c", owner: "jane" } }], referredEntities: {} }) }, [["creator", "jane"], ["owner", "jane"]]],
  "wandb, a run's description": [{ "wandb/run-20260301_100000-abc/run-abc.wandb": logBytes([runRecord({}), madeRecord("model", "net")]), "wandb/run-20260301_100000-abc/files/wandb-metadata.json": JSON.stringify({ username: "jane", email: "jane@acme.example", host: "jane-laptop" }) }, [["user", "jane"]]],
  "wandb, an answer": [{ "r.json": JSON.stringify({ data: { project: { name: "demo", entityName: "acme", runs: { edges: [{ node: { name: "r2", config: "{}", user: { username: "jane", name: "Jane Roe" }, inputArtifacts: { edges: [] }, outputArtifacts: { edges: [artifact] } } }] } } } }) }, [["user", "Jane Roe"]]],
  prov: [{
    "p.json": JSON.stringify({ prefix: { ex: "https://acme.example/", foaf: "http://xmlns.com/foaf/0.1/" }, entity: { "ex:data": { "prov:type": "ex:Dataset" } }, agent: { "ex:p1": { "prov:type": { $: "prov:Person", type: "xsd:QName" }, "foaf:name": "Jane Roe" }, "ex:o1": { "prov:type": "prov:Organization", "foaf:name": "Acme" } }, wasAttributedTo: { "_:1": { "prov:entity": "ex:data", "prov:agent": "ex:p1" }, "_:2": { "prov:entity": "ex:data", "prov:agent": "ex:o1" } } }),
  }, [["attributed", "Jane Roe"]]],
  weights: [{ "net.gguf": ggufBytes({ "general.license": "mit", "general.author": "Jane Roe" }) }, [["author", "Jane Roe"]]],
  "weights, by the model specification": [{ "net.safetensors": safetensorsBytes({ "modelspec.license": "MIT", "modelspec.author": "Jane Roe" }) }, [["author", "Jane Roe"]]],
  c2pa: [{ "r.json": JSON.stringify({ active_manifest: "urn:c2pa:1", manifests: { "urn:c2pa:1": { format: "image/jpeg", assertions: [{ label: "stds.schema-org.CreativeWork", data: { author: [{ "@type": "Person", name: "Jane Roe" }, { "@type": "Organization", name: "Acme" }] } }] } } }) }, [["author", "Jane Roe"]]],
  "image-metadata": [{ "a.jpg.xmp": xmp("<dc:creator><rdf:Seq><rdf:li>Jane Roe</rdf:li></rdf:Seq></dc:creator><photoshop:Credit>Jane Roe</photoshop:Credit><dc:rights><rdf:Alt><rdf:li xml:lang=\"x-default\">© Jane Roe</rdf:li></rdf:Alt></dc:rights>") }, [["author", "Jane Roe"], ["owner", "Jane Roe"]]],
  "manifest, npm": [{ "package.json": JSON.stringify({ name: "a", version: "1.0.0", license: "MIT", author: "Jane Roe <jane@acme.example>", contributors: [{ name: "Jane Roe" }] }) }, [["author", "Jane Roe <jane@acme.example>"], ["contributor", "Jane Roe"]]],
  "manifest, Python": [{ "pyproject.toml": '[project]\nname = "a"\nversion = "1.0"\nauthors = [{ name = "Jane Roe", email = "jane@acme.example" }]\n' }, [["author", "Jane Roe <jane@acme.example>"]]],
  "manifest, settings": [{ "setup.cfg": "[metadata]\nname = a\nversion = 1.0\nauthor = Jane Roe\nlicense = MIT\n" }, [["author", "Jane Roe"]]],
  "manifest, a crate": [{ "Cargo.toml": '[package]\nname = "a"\nversion = "1.0.0"\nauthors = ["Jane Roe"]\n' }, [["author", "Jane Roe"]]],
  "manifest, a citation": [{ "CITATION.cff": "cff-version: 1.2.0\ntitle: Net\nauthors:\n  - given-names: Jane\n    family-names: Roe\n  - name: Acme\nlicense: MIT\n" }, [["author", "Jane Roe"]]],
  "provenance-collection": [{ "data_summaries/a.json": JSON.stringify({ a: { "Unique Dataset Identifier": "a", Licenses: [{ License: "MIT" }], "License Verified By": "Jane Roe" } }) }, [["verifier", "Jane Roe"]]],
  corpus: [{ "crawl/a.warc": archiveOf({ isPartOf: "CRAWL-1", operator: "Jane Roe" }, []) }, [["operator", "Jane Roe"]]],
};

const byRole = (a: readonly unknown[], b: readonly unknown[]): number => (a.join("\n") < b.join("\n") ? -1 : 1);

it.each(Object.entries(naming))("whom %s names is not recorded, told apart, or recorded as named", async (_, [files, expected]) => {
  const [plain, dropped, hashed, kept] = await Promise.all([undefined, "drop" as const, "hash" as const, "keep" as const].map(async (persons) => read(files, persons)));
  const persons = (of: typeof kept) => of!.graph.statements.filter((each) => each.what.startsWith("person-")).map((each) => [each.what.slice(7), each.value]).toSorted(byRole);
  expect(kept!.problems).toEqual([]);
  expect(persons(kept)).toEqual(expected.toSorted(byRole));
  expect(persons(hashed).map(([role]) => role).toSorted()).toEqual(expected.map(([role]) => role).toSorted());
  for (const [, value] of persons(hashed)) expect(value).toMatch(/^person:[0-9a-f]{16}$/);
  for (const of of [plain, dropped, hashed]) expect(writeTitleFile(of!.graph)).not.toMatch(/jane|roe/i);
  expect(writeTitleFile(plain!.graph)).toBe(writeTitleFile(dropped!.graph));
  // Nothing but what is said of persons, and how the rest was worded, differs: not what decisions are made on.
  const rest = (of: typeof kept) => [[...of!.graph.assets.values()], [...of!.graph.derivations.values()], of!.graph.findings, of!.graph.statements.filter((each) => !each.what.startsWith("person-")).map(({ about, what, value, scope, rung }) => JSON.stringify({ about, what, value, scope, rung })).toSorted()];
  expect(rest(hashed)).toEqual(rest(dropped));
  expect(rest(kept)).toEqual(rest(dropped));
});

it("a text keeps the names in it where that is asked for, and never the user part of an address", async () => {
  const card = "---\nlicense: other\nlicense_link: https://jane:secret@git.example/LICENSE\nextra_gated_prompt: write to jane@acme.example from /home/jane/x\n---\n";
  const raws = async (persons: Persons) => (await read({ "README.md": card }, persons)).graph.statements.map((each) => each.raw).join("\n");
  expect(await raws("keep")).toContain("write to jane@acme.example from /home/jane/x");
  expect(await raws("hash")).toMatch(/write to person:[0-9a-f]{16} from \/home\/person:[0-9a-f]{16}\/x/);
  for (const persons of ["drop", "hash", "keep"] as const) expect(await raws(persons)).not.toContain("secret");
});
