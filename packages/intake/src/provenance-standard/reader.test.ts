import { describe, expect, it } from "vitest";
import { importFrom, memoryFile } from "../index.js";

const read = (path: string, content: string) => importFrom([memoryFile(path, content)], { us: "acme", recordedAt: "2026-11-21" });
type Read = Awaited<ReturnType<typeof read>>;
const said = ({ graph }: Read) => graph.statements.filter((each) => each.what !== "licensor").map((each) => [each.what, each.value]).toSorted();
const links = ({ graph }: Read) => [...graph.derivations.values()].map((each) => `${each.by} ${each.from.join(" ")} > ${each.to}`);
const written = (record: object) => JSON.stringify(record, null, 1);

/** The first version: ids and licenses are texts, issuers have a `name`. */
const first = {
  source: { version: "1.0.0", title: "Notes", id: "0a9c1d52-7a0e-4b57-8f3b-0f6f2d9a1c11", location: "https://acme.example/notes.json", issuer: [{ name: "Acme GmbH", address: ["Street 1"] }], description: "notes" },
  provenance: { source: "https://acme.example/raw.json", "origin-geography": [{ country: "DE" }], date: "2026-01-01", "generation-method": [{ code: "feeds", description: "of partners" }], "generation-period": { start: "2025-01-01", end: "2025-06-30" } },
  use: { license: "https://acme.example/terms", "processing-excluded": [{ country: "US", state: "CA" }], "intended-purpose": [{ code: "training", description: "models" }], copyright: ["(c) Acme"] },
};
/** The committee's draft: a group of identifiers, lists of licenses, issuers with a legal name. */
const draft = {
  $schema: "https://docs.oasis-open.org/dps/prov-meta/v1.0/schema/data-provenance.json", set: { label: "Notes" },
  source: { name: "Notes", "data-version": "3", issuer: [{ "legal-name": "Acme GmbH" }], id: { uuids: ["0a9c1d52-7a0e-4b57-8f3b-0f6f2d9a1c11"], hashes: [{ path: "notes.tar", "tree-hashes": [{ algorithm: "sha-256", value: "A".repeat(64) }, { algorithm: "md5", value: "b".repeat(32) }] }] } },
  provenance: { "origin-geography": [{ country: "DE" }], date: "2026-01-01", "generation-method": [{ code: "feeds" }] },
  use: { license: ["CC-BY-4.0", "https://acme.example/terms"], consents: ["https://acme.example/consent.pdf"], classification: [{ regulation: { code: "phi" }, evaluated: true }] },
};

describe("records of the Data Provenance Standards", () => {
  it("reads the first version", async () => {
    const result = await read("notes.json", written(first));
    expect(result.problems).toEqual([]);
    expect([...result.graph.assets.values()].map((each) => [each.id, each.licensor, each.source])).toEqual([
      ["url:https://acme.example/raw.json", null, "url:https://acme.example/raw.json"],
      ["urn:uuid:0a9c1d52-7a0e-4b57-8f3b-0f6f2d9a1c11", "organization:Acme GmbH", "url:https://acme.example/notes.json"],
    ]);
    expect(said(result)).toEqual([
      ["generation-method", "feeds"], ["intended-use", "training: models"], ["license", "https://acme.example/terms"], ["processing-forbidden", "US: CA"], ["rights", "(c) Acme"],
    ]);
    expect([...result.graph.derivations.values()].map((each) => [each.by, each.from, each.during])).toEqual([["curate", ["url:https://acme.example/raw.json"], { from: "2025-01-01", to: "2025-06-30" }]]);
  });

  it("reads the committee's draft, and the same record as YAML", async () => {
    for (const path of ["notes.json", "notes.yaml"]) {
      const result = await read(path, written(draft));
      expect(result.problems).toEqual([]);
      expect([...result.graph.assets.values()].map((each) => [each.id, each.version, each.licensor])).toEqual([["urn:uuid:0a9c1d52-7a0e-4b57-8f3b-0f6f2d9a1c11", "3", "organization:Acme GmbH"]]);
      expect(said(result)).toEqual([["consent-document", "https://acme.example/consent.pdf"], ["data-class", "phi"], ["file-digest", `sha256:${"a".repeat(64)}`], ["generation-method", "feeds"], ["license", "CC-BY-4.0\nhttps://acme.example/terms"]]);
    }
  });

  it.each([
    ["a DOI", { ...draft.source, id: { "custom-ids": [{ method: "datacite-doi", value: "10.5281/zenodo.1" }] } }, "doi:10.5281/zenodo.1"],
    ["an address on a hub", { ...draft.source, id: { uris: ["https://huggingface.co/datasets/acme/notes"] } }, "hf:dataset/acme/notes"],
    ["a name of its own", { ...draft.source, id: "notes-3" }, "provenance-standard:notes-3"],
    ["nothing", { ...draft.source, id: {} }, "provenance-standard:notes.json"],
  ])("knows a data set by %s", async (_, source, id) => {
    expect([...(await read("notes.json", written({ ...draft, source }))).graph.assets.keys()]).toEqual([id]);
  });

  it.each([
    ["no group on provenance", { ...draft, provenance: undefined }, "missing-key", 0],
    ["sources of another shape", { ...draft, provenance: { ...draft.provenance, source: [{ uri: "https://acme.example/raw.json" }] } }, "wrong-type", 2],
    ["a license of another shape", { ...draft, use: { license: [{ name: "MIT" }] } }, "wrong-type", 1],
  ])("says that a record has %s", async (_, record, code, assets) => {
    const { graph, problems } = await importFrom([memoryFile("notes.json", written(record))], { us: "acme", reader: "provenance-standard" });
    expect(problems).toMatchObject([{ code, file: "notes.json" }]);
    expect(graph.assets.size).toBe(assets);
  });

  const id = "urn:uuid:0a9c1d52-7a0e-4b57-8f3b-0f6f2d9a1c11";
  it.each<[string, unknown, string[], number]>([
    ["an object", { source: { uri: "https://acme.example/raw.json" } }, [`curate ${id}#dataset/unreadable > ${id}`], 1],
    ["an object beside an address", { source: [{}, "https://acme.example/raw.json"] }, [`curate url:https://acme.example/raw.json ${id}#dataset/unreadable > ${id}`], 1],
    ["a group that is none", ["https://acme.example/raw.json"], [`curate ${id}#dataset/unreadable > ${id}`], 1],
    ["nothing", { source: null }, [], 0],
    ["an empty list", { source: ["", null] }, [], 0],
  ])("keeps that a source was named: %s", async (_, provenance, expected, told) => {
    const found = await importFrom([memoryFile("notes.json", written({ ...draft, provenance }))], { us: "acme", reader: "provenance-standard" });
    expect([links(found), found.problems.map((each) => [each.code, (each.line ?? 0) > 1])]).toEqual([expected, told === 0 ? [] : [["wrong-type", true]]]);
  });

  it.each([[{ name: "MIT" }, '{"name":"MIT"}'], [["MIT", { a: 1 }], 'MIT\n{"a":1}']])("keeps that a license was stated: %j", async (license, value) => {
    const found = await importFrom([memoryFile("notes.json", written({ ...draft, use: { license } }))], { us: "acme", reader: "provenance-standard" });
    expect([said(found).filter(([what]) => what === "license"), found.problems.length]).toEqual([[["license", value]], 1]);
  });
});
