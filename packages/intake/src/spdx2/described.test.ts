import { expect, it } from "vitest";
import { importFrom, memoryFile } from "../index.js";

const importOf = async (path: string, text: string) => {
  const { graph, problems } = await importFrom([memoryFile(path, text)], { us: "acme", recordedAt: "2026-11-21" });
  const links = [...graph.derivations.values()].flatMap((each) => each.from.map((from) => `${each.id.includes("-assumed:") ? "?" : ""}${each.by} ${from.replaceAll("urn:doc#", "")} > ${each.to?.replace("urn:doc#", "")}`));
  return [links.toSorted(), problems.length];
};
const read = (document: object) => importOf("a.spdx.json", JSON.stringify({ spdxVersion: "SPDX-2.3", documentNamespace: "urn:doc", ...document }));
const related = (spdxElementId: string, relationshipType: string, relatedSpdxElement: string) => ({ spdxElementId, relationshipType, relatedSpdxElement });
const packs = (...ids: string[]) => ids.map((SPDXID) => ({ SPDXID }));
const [gpl, a] = [{ licenseConcluded: "GPL-3.0-only" }, { documentDescribes: ["a"] }];
const repository = "https://github.com/acme/mono";

it.each<[string, object, string[], number]>([
  ["connects with nothing", { ...a, packages: packs("a", "b", "c") }, ["?include b > a", "?include c > a"], 0],
  ["connects with nothing, by a relationship of the document", { packages: packs("a", "b"), relationships: [related("SPDXRef-DOCUMENT", "DESCRIBES", "a")] }, ["?include b > a"], 0],
  ["connects with nothing, by a relationship to the document, in small letters", { packages: packs("a", "b"), relationships: [related("a", "described_by", "SPDXRef-DOCUMENT")] }, ["?include b > a"], 0],
  ["is also described", { documentDescribes: ["a", "b"], packages: packs("a", "b") }, [], 0],
  ["may be in each of two things", { documentDescribes: ["a", "b"], packages: packs("a", "b", "c"), relationships: [related("SPDXRef-DOCUMENT", "DESCRIBES", "a")] }, ["?include c > a", "?include c > b"], 0],
  ["is in one of two things", { documentDescribes: ["a", "b"], packages: packs("a", "b", "c"), relationships: [related("a", "CONTAINS", "c")] }, ["include c > a"], 0],
  ["went into what went into it", { ...a, packages: packs("a", "b", "c"), relationships: [related("a", "DEPENDS_ON", "b"), related("c", "STATIC_LINK", "a"), related("b", "CONTAINS", "c")] }, ["?include b > a", "include a > c", "include c > b"], 0],
  ["went into another part alone", { ...a, packages: packs("a", "b", "c"), relationships: [related("b", "CONTAINS", "c")] }, ["?include b > a", "include c > b"], 0],
  ["came of it", { ...a, packages: packs("a", "b"), relationships: [related("b", "GENERATED_FROM", "a")] }, ["?convert a > b"], 0],
  ["tests it, with what that needs", { ...a, packages: packs("a", "b", "c", "d"), relationships: [related("b", "TEST_DEPENDENCY_OF", "a"), related("c", "DEPENDENCY_OF", "b")] }, ["?include c > b", "?include d > a"], 0],
  ["tests it, and needs what another part needs", { ...a, packages: packs("a", "b", "c", "d"), relationships: [related("b", "test_of", "a"), related("c", "DEPENDENCY_OF", "b"), related("c", "DEPENDENCY_OF", "d")] }, ["?include c > b", "?include c > d", "?include d > a"], 0],
  ["built it", { ...a, packages: packs("a", "b"), relationships: [related("b", "BUILD_TOOL_OF", "a")] }, [], 0],
  ["has a license of its own, and is a file", { ...a, packages: packs("a"), files: [{ SPDXID: "f", ...gpl }, { SPDXID: "g" }] }, ["?include f > a"], 0],
  ["is a file without a license of its own, with a part", { ...a, packages: packs("a"), files: [{ SPDXID: "f" }], snippets: [{ SPDXID: "s", snippetFromFile: "f", ...gpl }] }, ["include s > a", "include s > f"], 0],
  ["is a file, of the one package of a document that describes nothing", { packages: packs("a"), files: [{ SPDXID: "f", ...gpl }] }, ["?include f > a"], 0],
  ["is for one of two packages of a document that describes nothing", { packages: packs("a", "b"), files: [{ SPDXID: "f", ...gpl }] }, [], 0],
  ["is for what lies in another document", { documentDescribes: ["DocumentRef-x:z"], packages: packs("b"), externalDocumentRefs: [{ externalDocumentId: "DocumentRef-x", spdxDocument: "https://example.org/x" }] }, ["?include b > https://example.org/x#z"], 0],
  ["is for what the document does not have", { documentDescribes: ["z"], packages: packs("b") }, [], 0],
  ["is for nothing", { documentDescribes: ["NONE"], packages: packs("b") }, [], 0],
  ["lies where the whole does", { ...a, packages: [{ SPDXID: "a", downloadLocation: repository }, { SPDXID: "b", downloadLocation: repository }] }, ["?include b > a"], 0],
  ["is data of a model, or a model", { ...a, packages: [["a", ""], ["b", "datasets/"], ["c", ""]].map(([SPDXID, kind]) => ({ SPDXID, downloadLocation: `https://huggingface.co/${kind}acme/${SPDXID}` })) }, ["?finetune hf:model/acme/c > hf:model/acme/a", "?train hf:dataset/acme/b > hf:model/acme/a"], 0],
  ["has no id", { ...a, packages: [{ SPDXID: "a" }, { name: "b" }] }, ["?include a#code/unreadable > a"], 1],
  ["has no id, and is a file", { ...a, packages: packs("a"), files: [{ fileName: "f" }] }, ["?include a#code/unreadable > a"], 1],
  ["is for what cannot be read", { documentDescribes: [null], packages: packs("a"), files: [{ SPDXID: "f", ...gpl }] }, [], 1],
])("what a document lists went into what it describes, where it %s", async (_, document, links, told) => expect(await read(document)).toEqual([links, told]));

it("is read so in tags and in YAML", async () => {
  expect(await importOf("a.spdx", "SPDXVersion: SPDX-2.3\nDocumentNamespace: urn:doc\nRelationship: SPDXRef-DOCUMENT DESCRIBES a\nPackageName: a\nSPDXID: a\nPackageName: b\nSPDXID: b\n")).toEqual([["?include b > a"], 0]);
  expect(await importOf("a.spdx.yaml", "spdxVersion: SPDX-2.3\ndocumentNamespace: urn:doc\ndocumentDescribes: [a]\npackages:\n- SPDXID: a\n- SPDXID: b\n")).toEqual([["?include b > a"], 0]);
});

it("holds each open where a document describes many things and lists many that nothing connects with them", async () => {
  const [wholes, parts] = ["w", "p"].map((name) => Array.from({ length: 400 }, (_, index) => `${name}${index}`));
  const [links, told] = await read({ documentDescribes: wholes, packages: packs(...wholes!, ...parts!) });
  expect([(links as string[]).length, (links as string[])[0], told]).toEqual([400, "?include w0#code/unreadable > w0", 1]);
});
