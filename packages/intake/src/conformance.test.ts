import { digestOf } from "@cleartitle/norms";
import { digestGraph, GraphBuilder, readTitleFile, writeTitleFile } from "@cleartitle/title";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { card, samples } from "./format-samples.fixture.js";
import type { Sample } from "./format-samples.fixture.js";
import { importFrom, memoryFile, readers } from "./index.js";
import type { SourceFile } from "./index.js";

const options = { us: "acme", recordedAt: "2026-11-21" };
const filesOfSample = (sample: Sample, more: Readonly<Record<string, string | Uint8Array>> = {}): SourceFile[] =>
  Object.entries({ ...sample.files, ...more }).map(([path, content]) => memoryFile(path, content));
const licenses = (graph: Awaited<ReturnType<typeof importFrom>>["graph"], asset: string) => graph.statements.filter((each) => each.what === "license" && each.about.id === asset);

const hostile: Readonly<Record<string, string | Uint8Array>> = {
  empty: "",
  blank: " \n\n \n",
  // Lines of a hundred megabytes are `npm run soak:hostile`.
  "two megabytes on one line": "x".repeat(2_000_000),
  "a long line in a frame": `---\nlicense: ${"x".repeat(1_200_000)}\n---\n`,
  "deep brackets": `---\nlicense: ${"[".repeat(100_000)}\n---\n`,
  "deep JSON": `{"id":"a/b","license":${"[".repeat(100_000)}${"]".repeat(100_000)}}\n`,
  "deep Turtle": `@prefix prov: <http://www.w3.org/ns/prov#> .\n<a:b> prov:wasDerivedFrom ${"[ <a:c> ( ".repeat(50_000)}`,
  "entities of entities": `<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "${"x".repeat(99)}">${Array.from({ length: 12 }, (_, n) => `<!ENTITY ${"abcdefghijklm"[n + 1]} "${`&${"abcdefghijklm"[n]};`.repeat(10)}">`).join("")}]><d xmlns:prov="http://www.w3.org/ns/prov#">&m;</d>`,
  "an entity from elsewhere": '<?xml version="1.0"?><!DOCTYPE d SYSTEM "file:///etc/passwd" [<!ENTITY a SYSTEM "http://127.0.0.1:9/">]><prov:document xmlns:prov="http://www.w3.org/ns/prov#">&a;</prov:document>',
  "deep elements": `<prov:document xmlns:prov="http://www.w3.org/ns/prov#">${"<prov:bundleContent>".repeat(100_000)}`,
  "deep lists": `license:\n${"- ".repeat(20_000)}x\n`,
  "deep mappings": Array.from({ length: 3_000 }, (_, depth) => `${" ".repeat(depth)}a:`).join("\n"),
  "aliases of aliases": `---\na: &a [x, x, x, x, x, x, x, x]\n${Array.from({ length: 12 }, (_, n) => `${String.fromCharCode(98 + n)}: &${String.fromCharCode(98 + n)} [${`*${String.fromCharCode(97 + n)}, `.repeat(8)}]`).join("\n")}\nlicense: *m\n---\n`,
  "an alias of itself": "---\nlicense: &a [*a]\n---\n",
  "no UTF-8": new Uint8Array([0x2d, 0x2d, 0x2d, 0x0a, 0x6c, 0xff, 0xfe, 0x00, 0x0a]),
  "wrong types, as JSON": '{"id":"a/b","license":{"x":1},"base_models":{"a":[1]},"datasets":7,"models":[[1],{}],"gated":{},"pipeline":[1]}\n[1]\n"x"\n7\nnull\n{"id":7}\n{"id":""}\n{"__proto__":{"id":"x"}}\n',
  "wrong types, as YAML": "---\nlicense: { a: [1] }\nbase_model: [[x]]\ndatasets: { a: b }\npipeline_tag: [1, {}]\nextra_gated_fields: [1, [2]]\nstages: [1]\nouts: { a: 1 }\ndeps: 7\nmeta: [x]\n---\n",
  "a document whose parts have wrong types": JSON.stringify({
    bomFormat: "CycloneDX", specVersion: "1.7", spdxVersion: "SPDX-2.3", "@context": "https://spdx.org/rdf/3.0.1/spdx-context.jsonld", "@graph": [7, {}, [], { type: "Relationship", "@id": "r", from: {}, to: 7 }, { type: "ai_AIPackage", spdxId: ["x"] }],
    packages: [7, {}, { SPDXID: [1] }, { SPDXID: "a", licenseDeclared: { x: 1 }, checksums: 7, externalRefs: [7] }], relationships: [7, {}], components: [7, [], {}, { name: {}, licenses: 7, components: {}, modelCard: [], pedigree: 7, tags: [{}], hashes: {} }], dependencies: [7, { ref: "x", dependsOn: [[]] }], metadata: [],
  }),
  "answers of servers whose parts have wrong types": JSON.stringify({
    _id: [1], id: {}, modelId: [], cardData: [{}], tags: { a: 1 }, siblings: [7, { rfilename: {}, lfs: [] }], baseModels: { models: [[], { id: {} }] }, runs: [7, {}, { info: [], inputs: { dataset_inputs: [{}, { dataset: { name: {}, digest: [] }, tags: 7 }], model_inputs: [[]] }, outputs: 7 }, { info: { run_id: { a: 1 } } }],
    models: [{ info: { model_id: [] } }], registered_models: [{ name: [], latest_versions: {} }], data: { project: [{ runs: { edges: [{ node: { name: {}, inputArtifacts: { edges: [{ node: [] }, { node: { digest: {}, artifactType: 7 } }] }, config: "[{" } }] } }], artifact: { digest: [], versionIndex: {}, createdBy: [], usedBy: { edges: {} } } },
    graph: [7, { type: "JOB", data: { inputs: [7, {}] }, inEdges: [7] }, { type: "DATASET", id: [], data: 7 }], datasets: [{ physicalName: {}, namespace: [] }], versions: 7,
    guidEntityMap: { a: 7, b: { typeName: "x", guid: [] }, c: { typeName: "t", guid: "-1", attributes: 7, classifications: [7, { typeName: [] }] } }, relations: [7, { fromEntityId: {}, toEntityId: "a" }, { fromEntityId: "b", toEntityId: "b" }], entityDefs: [{ name: "loop", superTypes: ["loop", {}] }], entities: [[], { typeName: "loop", guid: "g", attributes: { inputs: [7, { guid: "g" }], outputs: {} } }], referredEntities: [],
  }),
  "a value that stops in the middle": '{"bomFormat": "CycloneDX", "specVersion": "1.7", "components": [{"name": "a", "licenses": [{"expre',
  "stages of wrong types": "stages:\n  a: [1]\n  b: { deps: 7, outs: [[1], { path: [x] }, {}] }\n  c: { foreach: 7, do: [] }\n  d: { matrix: { x: 7 }, outs: [a] }\n  e: { foreach: '${nowhere}', do: { outs: ['${item}'] } }\nartifacts: 7\nvars: 7\n",
};
const entryOf = (path: string, content: string | Uint8Array) => ({ path, size: content.length, head: typeof content === "string" ? content : new TextDecoder().decode(content) });

/** Under which names a reader is given hostile input: those of its own files, and those of two others. */
const namesFor = (sample: Sample): string[] => [...new Set([...Object.keys(sample.files), ...(sample.none === null ? [] : [sample.none.file]), sample.broken.file, "README.md", "a.json", "mlflow.db"])];

describe.each(readers.map((reader) => [reader.id, reader] as const))("the reader %s", (id, reader) => {
  const sample = samples[id];
  if (sample === undefined) throw new Error(`no sample for the reader ${id}`);

  it("recognizes its files and nobody else's", () => {
    for (const [path, content] of Object.entries(sample.files)) expect(reader.detect(entryOf(path, content))).toBe("yes");
    for (const other of Object.keys(samples).filter((each) => each !== id)) {
      for (const [path, content] of Object.entries(samples[other]?.files ?? {})) expect(reader.detect(entryOf(path, content))).toBe("no");
    }
  });

  it("reads every file of the sample and finds no problem", async () => {
    const { problems, read, skipped } = await importFrom(filesOfSample(sample), options);
    expect(problems).toEqual([]);
    expect(skipped).toEqual([]);
    expect(read.map((each) => each.file)).toEqual(Object.keys(sample.files).toSorted());
  });

  it("gives the same graph for the same files, in any order, also when they are given twice", async () => {
    const files = filesOfSample(sample);
    const once = digestOf((await importFrom(files, options)).graph);
    expect(digestOf((await importFrom(files.toReversed(), options)).graph)).toBe(once);
    expect(digestOf((await importFrom([...files, ...files], options)).graph)).toBe(once);
  });

  it("gives a graph that is written as a title file and read again", async () => {
    const { graph } = await importFrom(filesOfSample(sample), options);
    const back = readTitleFile(writeTitleFile(graph), { file: "cleartitle.yaml" });
    expect(back.problems).toEqual([]);
    const evidence = (of: typeof graph) => digestOf([[...of.assets.values()], [...of.derivations.values()], of.statements, of.findings]);
    expect(evidence(back.graph!)).toBe(evidence(graph));
  });

  it("makes one placeholder with one finding of what is named and not described", async () => {
    const { graph } = await importFrom(filesOfSample(sample), options);
    expect([...graph.assets.values()].filter((each) => each.placeholder).map((each) => each.id)).toEqual(sample.placeholders);
    expect(graph.findings.filter((each) => each.kind === "placeholder").map((each) => each.asset)).toEqual(sample.placeholders);
  });

  it("keeps an absent license apart from one that says NONE", async () => {
    const silent = (await importFrom(filesOfSample(sample), options)).graph;
    expect(silent.assets.has(sample.silent)).toBe(true);
    expect(licenses(silent, sample.silent)).toEqual([]);
    if (sample.none === null) return;
    const { graph } = await importFrom(filesOfSample(sample, { [sample.none.file]: sample.none.content }), options);
    expect(licenses(graph, sample.none.asset)).toMatchObject([{ raw: "NONE", value: "NONE", rung: "declared", source: { system: id } }]);
  });

  it("reads the others where one file is broken, and says where it is", async () => {
    const whole = await importFrom(filesOfSample(sample), options);
    const { graph, problems } = await importFrom(filesOfSample(sample, { [sample.broken.file]: sample.broken.content }), options);
    expect(problems.length).toBeGreaterThan(0);
    expect(problems.every((each) => each.file === sample.broken.file && each.line !== null && each.hint !== null)).toBe(true);
    expect([...graph.assets.keys()]).toEqual([...whole.graph.assets.keys()]);
  });

  it.each(Object.entries(hostile))("takes hostile input without a throw: %s", async (_, content) => {
    const files = namesFor(sample).map((name) => memoryFile(`hostile/${name}`, content));
    const { graph, problems } = await importFrom([...filesOfSample(sample), ...files], { ...options, reader: id });
    expect(readTitleFile(writeTitleFile(graph), { file: "cleartitle.yaml" }).problems).toEqual([]);
    for (const placeholder of sample.placeholders) expect(graph.assets.has(placeholder)).toBe(true);
    expect(problems.every((each) => each.file?.startsWith("hostile/") === true && !each.message.includes("    at "))).toBe(true);
  }, 300_000);

  it("takes any text under any name, and gives the same graph again", async () => {
    const keys = ["license", "base_model", "datasets", "source_datasets", "id", "models", "base_models", "stages", "outs", "deps", "path", "md5", "foreach", "do", "extra_gated_fields"];
    const value = fc.letrec((tie) => ({
      any: fc.oneof({ depthSize: "small" }, fc.string(), fc.constantFrom("mit", "other", "unknown", "a/b", "${item}", "", "1"), fc.integer(), fc.constant(null), fc.boolean(), fc.array(tie("any"), { maxLength: 3 }), fc.dictionary(fc.constantFrom(...keys), tie("any"), { maxKeys: 4 })),
    })).any;
    const text = fc.oneof(fc.string({ unit: "binary" }), fc.tuple(fc.dictionary(fc.constantFrom(...keys), value, { maxKeys: 6 }), fc.boolean()).map(([record, framed]) => (framed ? `---\n${JSON.stringify(record)}\n---\n` : `${JSON.stringify(record)}\n`)));
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...namesFor(sample)), text, async (name, content) => {
        const file = memoryFile(name, content);
        const first = await importFrom([file], { ...options, reader: id });
        expect(digestOf((await importFrom([file], { ...options, reader: id })).graph)).toBe(digestOf(first.graph));
      }),
      { numRuns: 100 },
    );
  }, 300_000);
});

describe("readers together", () => {
  it("has a sample for every reader and no other", () => {
    expect(Object.keys(samples).toSorted()).toEqual(readers.map((reader) => reader.id).toSorted());
  });

  it("joins what two formats say of one identifier, and nothing by name", async () => {
    const { graph } = await importFrom(
      [
        memoryFile("models.jsonl", `${JSON.stringify({ id: "acme/tuned", license: ["mit"], base_models: [{ relation: "quantized", id: "acme/base" }] })}\n${JSON.stringify({ id: "acme/base" })}\n`),
        memoryFile("models--acme--tuned/snapshots/r1/README.md", card("license: apache-2.0", "base_model: acme/base")),
        memoryFile("base/README.md", card("license: mit", "library_name: transformers")),
      ],
      options,
    );
    expect([...graph.assets.keys()]).toEqual(["card:base", "hf:model/acme/base", "hf:model/acme/tuned"]);
    expect(licenses(graph, "hf:model/acme/tuned").map((each) => [each.source?.system, each.value]).toSorted()).toEqual([["hugging-face-card", "apache-2.0"], ["supply-chain", "mit"]]);
    // The listing states the relation that the card leaves open: what was assumed gives way.
    expect([...graph.derivations.values()].map((each) => [each.by, each.from, each.to])).toEqual([["convert", ["hf:model/acme/base"], "hf:model/acme/tuned"]]);
  });

  it("adds to a graph that is being put together, and adds nothing when it is read again", async () => {
    const builder = new GraphBuilder("acme").addAsset({ id: "ours", kind: "product" });
    const files = Object.values(samples).flatMap((sample) => filesOfSample(sample));
    const once = digestGraph((await importFrom(files, { ...options, builder })).graph);
    const again = (await importFrom(files, { ...options, builder })).graph;
    expect(digestGraph(again)).toBe(once);
    expect(again.assets.has("ours")).toBe(true);
  });

  it("refuses to guess between two files of one path", async () => {
    const { problems } = await importFrom([memoryFile("a/README.md", card("license: mit")), memoryFile("a/README.md", card("license: apache-2.0"))], options);
    expect(problems).toMatchObject([{ code: "conflict", file: "a/README.md" }]);
  });

  it("says which readers there are when asked for another", async () => {
    const { problems } = await importFrom([memoryFile("README.md", card("license: mit"))], { ...options, reader: "carrier-pigeon" });
    expect(problems).toMatchObject([{ code: "unknown-name", offending: "carrier-pigeon" }]);
  });
});
