import { zipBytes } from "./atlas/made-zip.fixture.js";
import { archiveOf, parquetOf } from "./corpus/made-corpus.fixture.js";
import { pngOf, pngWith } from "./generated-image/made-image.fixture.js";
import { logBytes, madeRecord, runRecord } from "./wandb/made-log.fixture.js";
import { ggufBytes, safetensorsBytes } from "./weights/made-weights.fixture.js";

/** What every format must show of itself, so that one contract can be run over all of them. */
export interface Sample {
  readonly files: Readonly<Record<string, string | Uint8Array>>;
  /** Named by the files and described by none. */
  readonly placeholders: readonly string[];
  /** Described without a word on a license. */
  readonly silent: string;
  /** The same asset with `NONE` written in; `null` for a format that has no place for licenses. */
  readonly none: { readonly file: string; readonly content: string | Uint8Array; readonly asset: string } | null;
  /** A file of the format that is broken in one place, beside which the sample's files are still read. */
  readonly broken: { readonly file: string; readonly content: string | Uint8Array };
}

export const card = (...lines: string[]) => ["---", ...lines, "---", "# a card", ""].join("\n");
const hash = (digit: string) => digit.repeat(32);

export const samples: Record<string, Sample> = {
  "hugging-face-card": {
    files: {
      "models--acme--tuned/snapshots/r1/README.md": card("license: apache-2.0", "base_model: acme/base", "base_model_relation: finetune", "datasets: [acme/notes]"),
      "datasets--acme--quiet/snapshots/r1/README.md": card("source_datasets: [original]", "task_ids: [parsing]"),
      "api/models/acme/asked.json": JSON.stringify({ _id: "0123456789abcdef01234567", id: "acme/asked", modelId: "acme/asked", cardData: { license: "mit", base_model: "acme/base" }, tags: [] }),
    },
    placeholders: ["hf:dataset/acme/notes", "hf:model/acme/base"],
    silent: "hf:dataset/acme/quiet",
    none: { file: "datasets--acme--quiet/snapshots/r1/README.md", content: card("license: NONE", "task_ids: [parsing]"), asset: "hf:dataset/acme/quiet" },
    broken: { file: "broken/README.md", content: card("license: [mit", "base_model: x") },
  },
  "supply-chain": {
    files: {
      "models.jsonl": `${JSON.stringify({ id: "acme/tuned", license: ["mit"], base_models: [{ relation: "finetune", id: "acme/base" }], datasets: ["wikipedia"] })}\n`,
      "datasets.jsonl": `${JSON.stringify({ id: "acme/quiet", license: [] })}\n`,
      "repos.jsonl": `${JSON.stringify({ id: "acme/app", license: null, models: ["acme/tuned"] })}\n`,
    },
    placeholders: ["hf:dataset/wikipedia", "hf:model/acme/base"],
    silent: "hf:dataset/acme/quiet",
    none: { file: "datasets.jsonl", content: `${JSON.stringify({ id: "acme/quiet", license: "NONE" })}\n`, asset: "hf:dataset/acme/quiet" },
    broken: { file: "models-2.jsonl", content: '{"id": "acme/x", "license": \n' },
  },
  dvc: {
    files: {
      "data/raw.csv.dvc": `deps:\n- path: raw.csv\n  repo: { url: "https://git.example/data", rev_lock: abc }\nouts:\n- md5: ${hash("1")}\n  path: raw.csv\n`,
      "dvc.lock": `schema: '2.0'\nstages:\n  fit:\n    cmd: run\n    deps:\n    - { path: data/raw.csv, md5: ${hash("1")} }\n    outs:\n    - { path: out/net.safetensors, md5: ${hash("2")} }\n`,
    },
    placeholders: ["git:https://git.example/data@abc#raw.csv"],
    silent: `dvc:md5/${hash("1")}`,
    none: { file: "data/raw.csv.dvc", content: `meta: { license: NONE }\nouts:\n- md5: ${hash("1")}\n  path: raw.csv\n`, asset: `dvc:md5/${hash("1")}` },
    broken: { file: "bad/dvc.yaml", content: "stages:\n  fit: [\n" },
  },
};

samples["mlflow"] = {
  files: {
    [`mlruns/7/${hash("a")}/meta.yaml`]: `run_id: ${hash("a")}\nlifecycle_stage: active\n`,
    [`mlruns/7/${hash("a")}/params/base_model`]: "acme/base",
    [`mlruns/7/models/m-${hash("b")}/meta.yaml`]: `model_id: m-${hash("b")}\nsource_run_id: ${hash("a")}\n`,
    "server/api/2.0/mlflow/runs/search.json": JSON.stringify({ runs: [{ info: { run_id: hash("9"), experiment_id: "7", lifecycle_stage: "active" }, data: { params: [{ key: "base_model", value: "acme/base" }] }, inputs: {}, outputs: { model_outputs: [{ model_id: `m-${hash("8")}` }] } }] }),
  },
  placeholders: ["hf:model/acme/base"],
  silent: `mlflow:model/m-${hash("b")}`,
  none: { file: `mlruns/7/models/m-${hash("b")}/tags/license`, content: "NONE", asset: `mlflow:model/m-${hash("b")}` },
  broken: { file: `mlruns/7/${hash("c")}/meta.yaml`, content: "run_id: [\n" },
};

const spdxPackage = (more: object) => ({ SPDXID: "SPDXRef-p", name: "quiet", downloadLocation: "NOASSERTION", ...more });
const spdxDocument = (...packages: object[]) => JSON.stringify({
  spdxVersion: "SPDX-2.3", SPDXID: "SPDXRef-DOCUMENT", documentNamespace: "https://acme.example/spdx/1", packages,
  relationships: [{ spdxElementId: "SPDXRef-p", relationshipType: "CONTAINS", relatedSpdxElement: "DocumentRef-other:SPDXRef-q" }], externalDocumentRefs: [{ externalDocumentId: "DocumentRef-other", spdxDocument: "https://acme.example/spdx/2" }],
}, null, 1);
samples["spdx-2"] = {
  files: { "app.spdx.json": spdxDocument(spdxPackage({})), "app.spdx": "SPDXVersion: SPDX-2.3\nDocumentNamespace: https://acme.example/spdx/3\nPackageName: x\nSPDXID: SPDXRef-x\n" },
  placeholders: ["https://acme.example/spdx/2#SPDXRef-q"],
  silent: "https://acme.example/spdx/1#SPDXRef-p",
  none: { file: "app.spdx.json", content: spdxDocument(spdxPackage({ licenseDeclared: "NONE" })), asset: "https://acme.example/spdx/1#SPDXRef-p" },
  broken: { file: "bad.spdx.json", content: '{"spdxVersion": "SPDX-2.3", "packages": [' },
};
const spdxGraph = (...more: object[]) => JSON.stringify({
  "@context": "https://spdx.org/rdf/3.0.1/spdx-context.jsonld",
  "@graph": [{ type: "ai_AIPackage", spdxId: "urn:acme:net", name: "net" }, { type: "Relationship", spdxId: "urn:acme:r", relationshipType: "trainedOn", from: "urn:acme:net", to: ["urn:acme:data"] }, ...more],
}, null, 1);
samples["spdx-3"] = {
  files: { "net.spdx3.json": spdxGraph() },
  placeholders: ["urn:acme:data"],
  silent: "urn:acme:net",
  none: { file: "net.spdx3.json", content: spdxGraph({ type: "Relationship", spdxId: "urn:acme:l", relationshipType: "hasDeclaredLicense", from: "urn:acme:net", to: ["https://spdx.org/rdf/3.0.1/terms/ExpandedLicensing/NoneLicense"] }), asset: "urn:acme:net" },
  broken: { file: "bad.spdx3.json", content: '{"@context": "https://spdx.org/rdf/3.0.1/spdx-context.jsonld", "@graph": [' },
};
const bom = (more: object) => JSON.stringify({
  bomFormat: "CycloneDX", specVersion: "1.7", serialNumber: "urn:uuid:1",
  components: [{ type: "machine-learning-model", "bom-ref": "net", name: "net", modelCard: { modelParameters: { datasets: [{ type: "dataset", name: "notes", contents: { url: "https://huggingface.co/datasets/acme/notes" } }] } }, ...more }],
}, null, 1);
samples["cyclonedx"] = {
  files: { "net.cdx.json": bom({}), "part.cdx.xml": '<bom xmlns="http://cyclonedx.org/schema/bom/1.7" serialNumber="urn:uuid:2"><components><component type="data" bom-ref="part"><name>part</name></component></components></bom>' },
  placeholders: ["hf:dataset/acme/notes"],
  silent: "urn:uuid:1#net",
  none: { file: "net.cdx.json", content: bom({ licenses: [{ expression: "NONE" }] }), asset: "urn:uuid:1#net" },
  broken: { file: "bad.cdx.json", content: '{"bomFormat": "CycloneDX", "specVersion": "1.7", "components": [' },
};

const described = (more: object) => JSON.stringify({
  "@context": { cr: "http://mlcommons.org/croissant/" }, "@type": "sc:Dataset", conformsTo: "http://mlcommons.org/croissant/1.1", name: "quiet", url: "https://huggingface.co/datasets/acme/quiet", "prov:wasDerivedFrom": { "@id": "https://huggingface.co/datasets/acme/notes" }, ...more,
}, null, 1);
samples["croissant"] = {
  files: { "quiet/metadata.json": described({}) },
  placeholders: ["hf:dataset/acme/notes"],
  silent: "hf:dataset/acme/quiet",
  none: { file: "quiet/metadata.json", content: described({ license: "NONE" }), asset: "hf:dataset/acme/quiet" },
  broken: { file: "bad/metadata.json", content: '{"@context": {"cr": "http://mlcommons.org/croissant/"}, "license": ' },
};

const scan = (more: object) => JSON.stringify({ headers: [{ tool_name: "scancode-toolkit" }], packages: [{ purl: "pkg:npm/quiet@1", package_uid: "pkg:npm/quiet@1?uuid=1", ...more }], dependencies: [{ purl: "pkg:npm/other@1", for_package_uid: "pkg:npm/quiet@1?uuid=1" }] }, null, 1);
samples["scancode"] = {
  files: { "scan.json": scan({}) },
  placeholders: ["pkg:npm/other@1"],
  silent: "pkg:npm/quiet@1",
  none: { file: "scan.json", content: scan({ declared_license_expression_spdx: "NONE" }), asset: "pkg:npm/quiet@1" },
  broken: { file: "bad.json", content: '{"headers": [{"tool_name": "scancode-toolkit"' },
};
const lineage = (facets: object) => JSON.stringify({
  eventType: "COMPLETE", eventTime: "2026-03-01T10:00:00Z", run: { runId: "r" }, job: { namespace: "j", name: "n" },
  outputs: [{ namespace: "db", name: "quiet", facets: { columnLineage: { fields: { x: { inputFields: [{ namespace: "db", name: "other", field: "y" }] } } }, ...facets } }],
}, null, 1);
samples["openlineage"] = {
  files: { "event.json": lineage({}), "answer.json": JSON.stringify({ jobs: [{ name: "n2", simpleName: "n2", namespace: "j", inputs: [{ namespace: "db", name: "quiet" }], outputs: [], latestRun: null }], totalCount: 1 }) },
  placeholders: ["openlineage:db/other"],
  silent: "openlineage:db/quiet",
  none: { file: "event.json", content: lineage({ tags: { tags: [{ key: "license", value: "NONE" }] } }), asset: "openlineage:db/quiet" },
  broken: { file: "bad.json", content: '{"eventType": "COMPLETE", "job": ' },
};

const runFolder = "wandb/run-20260301_100000-abc/";
samples["wandb"] = {
  files: { [`${runFolder}run-abc.wandb`]: logBytes([runRecord({ base_model: "acme/base" }), madeRecord("model", "net")]), [`${runFolder}files/config.yaml`]: "wandb_version: 1\n", "answers/runs.json": JSON.stringify({ data: { project: { name: "demo", entityName: "acme", runs: { edges: [{ node: { name: "r2", config: "{}", inputArtifacts: { edges: [] }, outputArtifacts: { edges: [{ node: { digest: hash("e"), versionIndex: 0, artifactType: { name: "model" }, artifactSequence: { name: "other" } } }] } } }] } } } }) },
  placeholders: ["gh:acme/train", "hf:model/acme/base"],
  silent: `wandb:md5/${hash("d")}`,
  none: { file: `${runFolder}run-abc.wandb`, content: logBytes([madeRecord("model", "net", { license: "NONE" })]), asset: `wandb:md5/${hash("d")}` },
  broken: { file: "wandb/run-20260301_100000-bad/files/config.yaml", content: "dataset: [\n" },
};

const provenance = (more: object) => JSON.stringify({
  prefix: { ex: "https://acme.example/" }, entity: { "ex:quiet": { "prov:type": "ex:Dataset", ...more } }, wasDerivedFrom: { "_:1": { "prov:generatedEntity": "ex:quiet", "prov:usedEntity": "ex:other", "prov:type": "prov:Quotation" } },
}, null, 1);
samples["prov"] = {
  files: {
    "p.json": provenance({}),
    "p.ttl": "@prefix prov: <http://www.w3.org/ns/prov#> .\n<https://acme.example/told> a prov:Entity ; prov:wasQuotedFrom <https://acme.example/other> .\n",
    "p.xml": '<prov:document xmlns:prov="http://www.w3.org/ns/prov#" xmlns:ex="https://acme.example/"><prov:entity prov:id="ex:listed"/><prov:wasQuotedFrom><prov:generatedEntity prov:ref="ex:listed"/><prov:usedEntity prov:ref="ex:other"/></prov:wasQuotedFrom></prov:document>',
  },
  placeholders: ["https://acme.example/other"],
  silent: "https://acme.example/quiet",
  none: { file: "p.json", content: provenance({ "dcterms:license": "NONE" }), asset: "https://acme.example/quiet" },
  broken: { file: "bad.json", content: '{"prefix": {"ex": "https://acme.example/"}, "entity": {"ex:a": ' },
};

const headed = (more: Readonly<Record<string, string>>) => ggufBytes({ "general.base_model.0.repo_url": "https://huggingface.co/acme/base", ...more });
samples["weights"] = {
  files: { "net.gguf": headed({}), "part.safetensors": safetensorsBytes({ license: "mit" }) },
  placeholders: ["hf:model/acme/base"],
  silent: "weights:net.gguf",
  none: { file: "net.gguf", content: headed({ "general.license": "NONE" }), asset: "weights:net.gguf" },
  broken: { file: "bad.gguf", content: headed({}).subarray(0, 60) },
};

const duck = pngWith({ parameters: "a duck\nSteps: 15, Model hash: c0d1994c73, Model: real" });
samples["generated-image"] = {
  files: { "duck.png": duck },
  placeholders: ["model-hash:sha256-10/c0d1994c73"],
  silent: "image:duck.png",
  none: null,
  broken: { file: "bad.png", content: duck.subarray(0, -13) },
};

const credentials = (more: object) => JSON.stringify({
  active_manifest: "urn:c2pa:1",
  manifests: { "urn:c2pa:1": { claim_generator_info: [{ name: "Tool" }], ingredients: [{ relationship: "componentOf", instance_id: "xmp.iid:2" }], assertions: [{ label: "c2pa.actions", data: { actions: [{ action: "c2pa.created" }] } }, ...[more].filter((each) => Object.keys(each).length > 0)] } },
}, null, 1);
samples["c2pa"] = {
  files: { "report.json": credentials({}), "definition.json": JSON.stringify({ claim_generator: "Tool/1", assertions: [{ label: "c2pa.training-mining", data: { entries: { "c2pa.ai_training": { use: "notAllowed" } } } }] }) },
  placeholders: ["c2pa:xmp.iid:2"],
  silent: "c2pa:urn:c2pa:1",
  none: { file: "report.json", content: credentials({ label: "stds.schema-org.CreativeWork", data: { license: "NONE" } }), asset: "c2pa:urn:c2pa:1" },
  broken: { file: "bad.c2pa", content: Buffer.from("00000050 6a756d62 0000001e 6a756d64 63327061 00110010 800000aa 00389b71 03633270 6100".replaceAll(" ", ""), "hex") },
};

const packetWith = (inner: string) => `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:cc="http://creativecommons.org/ns#" xmlns:plus="http://ns.useplus.org/ldf/xmp/1.0/" xmlns:e="http://iptc.org/std/Iptc4xmpExt/2008-02-29/" plus:DataMining="http://ns.useplus.org/ldf/vocab/DMI-PROHIBITED">${inner}</rdf:Description></rdf:RDF></x:xmpmeta>`;
const picture = (inner: string) => pngOf(["iTXt", `XML:com.adobe.xmp\0\0\0\0\0${packetWith(inner)}`]);
const generatedBy = "<e:DigitalSourceType>http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia</e:DigitalSourceType><e:AISystemUsed>Maker</e:AISystemUsed>";
samples["image-metadata"] = {
  files: { "quiet.png": picture(generatedBy) },
  placeholders: ["image:quiet.png#model/Maker"],
  silent: "image:quiet.png",
  none: { file: "quiet.png", content: picture(`${generatedBy}<cc:license>NONE</cc:license>`), asset: "image:quiet.png" },
  broken: { file: "bad.png", content: picture("<open>") },
};

samples["manifest"] = {
  files: { "package.json": '{"name": "quiet", "version": "1.0.0"}', "CITATION.cff": "cff-version: 1.2.0\ntitle: Net\nlicense: MIT\n" },
  placeholders: [],
  silent: "pkg:npm/quiet@1.0.0",
  none: { file: "package.json", content: '{"name": "quiet", "version": "1.0.0", "license": "NONE"}', asset: "pkg:npm/quiet@1.0.0" },
  broken: { file: "bad/package.json", content: '{"name": "x", "license": ' },
};

const audited = (more: object) => JSON.stringify({ quiet: { "Unique Dataset Identifier": "quiet", Licenses: [], "Derived from Datasets": ["https://huggingface.co/datasets/acme/notes"], ...more } }, null, 1);
samples["provenance-collection"] = {
  files: { "data_summaries/quiet.json": audited({}), "sets.jsonl": `${JSON.stringify({ id: "other", licenses: [{ license: "CC BY 4.0" }], aggregators: { github: [] } })}\n` },
  placeholders: ["hf:dataset/acme/notes"],
  silent: "provenance-collection:quiet",
  none: { file: "data_summaries/quiet.json", content: audited({ "Inferred Metadata": { "GitHub License": "NONE" } }), asset: "provenance-collection:quiet" },
  broken: { file: "data_summaries/bad.json", content: '{"x": {"Unique Dataset Identifier": "x", "Licenses": [' },
};

const guid = (digit: string) => `${digit.repeat(8)}-${digit.repeat(4)}-${digit.repeat(4)}-${digit.repeat(4)}-${digit.repeat(12)}`;
const table = (name: string, digit: string, more: object = {}) => ({ typeName: "hive_table", guid: guid(digit), status: "ACTIVE", attributes: { qualifiedName: name, owner: "jane", ...more } });
samples["atlas"] = {
  files: {
    "tables.json": JSON.stringify({ entities: [table("db.quiet@cl1", "1")], referredEntities: {} }),
    "export.zip": zipBytes({ [`${guid("2")}.json`]: JSON.stringify({ entity: { typeName: "hive_process", guid: guid("2"), attributes: { qualifiedName: "p", inputs: [{ typeName: "hive_table", guid: guid("3"), uniqueAttributes: { qualifiedName: "db.other@cl1" } }], outputs: [{ typeName: "hive_table", guid: guid("1") }] } } }) }),
  },
  placeholders: ["atlas:hive_table/db.other@cl1"],
  silent: "atlas:hive_table/db.quiet@cl1",
  none: { file: "tables.json", content: JSON.stringify({ entities: [table("db.quiet@cl1", "1", { license: "NONE" })], referredEntities: {} }), asset: "atlas:hive_table/db.quiet@cl1" },
  broken: { file: "bad.json", content: '{"guidEntityMap": {"a": ' },
};

samples["corpus"] = {
  files: { "pairs/part-00001.parquet": parquetOf({ url: ["https://acme.example/1.png"] }), "crawl/a.warc": archiveOf({ isPartOf: "CRAWL-1" }, []) },
  placeholders: ["crawl:CRAWL-1"],
  silent: "corpus:pairs/part-*.parquet",
  none: { file: "pairs/part-00001.parquet", content: parquetOf({ license: ["NONE"], url: ["https://acme.example/1.png"] }), asset: "corpus:pairs/part-*.parquet" },
  broken: { file: "bad/part-00002.parquet", content: parquetOf({ url: ["https://acme.example/1.png"] }).subarray(0, -20) },
};
const entry = (license: string) => `- name: Quiet\n  organization: Acme\n  type: model\n  dependencies:\n  - Notes\n${license}`;
samples["ecosystem-graphs"] = {
  files: { "assets/acme.yaml": entry("") },
  placeholders: ["ecosystem-graphs:Notes"],
  silent: "ecosystem-graphs:Quiet",
  none: { file: "assets/acme.yaml", content: entry("  license: NONE\n"), asset: "ecosystem-graphs:Quiet" },
  broken: { file: "assets/bad.yaml", content: entry("  license: [\n") },
};
const standard = (use: object) => JSON.stringify({ source: { id: "quiet", title: "Quiet" }, provenance: { source: "https://acme.example/notes.json", "generation-method": [{ code: "feeds" }] }, use }, null, 1);
samples["provenance-standard"] = {
  files: { "quiet.json": standard({}) },
  placeholders: ["url:https://acme.example/notes.json"],
  silent: "provenance-standard:quiet",
  none: { file: "quiet.json", content: standard({ license: "NONE" }), asset: "provenance-standard:quiet" },
  broken: { file: "bad.json", content: '{"$schema": "https://docs.oasis-open.org/dps/prov-meta/v1.0/schema/data-provenance.json", "source": {' },
};
