import { expect, it } from "vitest";
import { of, read } from "./elements.fixture.js";

const packs = (...names: string[]) => names.map((name) => of("software_Package", name));
const file = (name: string) => [of("software_File", name), { type: "Relationship", spdxId: `urn:l-${name}`, from: `urn:${name}`, relationshipType: "hasConcludedLicense", to: ["https://spdx.org/licenses/GPL-3.0-only"] }];
const holds = (type: string, name: string, rootElement: unknown, element: unknown[] = []) => of(type, name, { rootElement, element });
const related = (from: string, relationshipType: string, ...to: string[]) => ({ type: "Relationship", spdxId: `urn:${from}-${relationshipType}-${to[0]}`, from: `urn:${from}`, relationshipType, to: to.map((each) => `urn:${each}`) });
const doc = holds("SpdxDocument", "doc", ["urn:a"]);

it.each<[string, object[], string[], number]>([
  ["connects with nothing", [doc, ...packs("a", "b")], ["?include b > a"], 0],
  ["connects with nothing, by a root that stands alone", [holds("SpdxDocument", "doc", "urn:a"), ...packs("a", "b")], ["?include b > a"], 0],
  ["connects with nothing, by what the document describes", [of("SpdxDocument", "doc"), related("doc", "describes", "a"), ...packs("a", "b")], ["?include b > a"], 0],
  ["connects with nothing, in a bill alone", [holds("software_Sbom", "bill", ["urn:a"]), ...packs("a", "b")], ["?include b > a"], 0],
  ["connects with nothing, in a bill that is the root", [holds("SpdxDocument", "doc", ["urn:bill"]), holds("software_Sbom", "bill", ["urn:a"], ["urn:a", "urn:b"]), ...packs("a", "b", "c")], ["?include b > a", "?include c > a"], 0],
  ["is listed by one of two bills, by the other, or by none", [holds("SpdxDocument", "doc", ["urn:x", "urn:y"]), holds("software_Sbom", "x", ["urn:a"], ["urn:a", "urn:b"]), holds("Bom", "y", ["urn:c"], ["urn:c", "urn:d"]), ...packs("a", "b", "c", "d", "e")], ["?include b > a", "?include d > c", "?include e > a", "?include e > c"], 0],
  ["is listed by a bundle in a bill", [holds("software_Sbom", "x", ["urn:a"], ["urn:y"]), of("Bundle", "y", { element: ["urn:b", "urn:x"] }), ...packs("a", "b")], ["?include b > a"], 0],
  ["may be in each of two things", [holds("SpdxDocument", "doc", ["urn:a", "urn:b"]), ...packs("a", "b", "c")], ["?include c > a", "?include c > b"], 0],
  ["went into another part alone", [doc, ...packs("a", "b", "c"), related("b", "contains", "c")], ["?include b > a", "include c > b"], 0],
  ["came of it", [doc, ...packs("a", "b"), related("a", "generates", "b")], ["?convert a > b"], 0],
  ["tests it, or built it", [doc, ...packs("a", "b", "c", "d"), related("a", "hasTest", "b"), related("a", "usesTool", "c"), related("d", "configures", "a")], [], 0],
  ["is data of a model", [doc, of("ai_AIPackage", "a"), of("dataset_DatasetPackage", "d"), ...packs("b")], ["?include b > a", "?train d > a"], 0],
  ["is data that the model says to be trained on", [doc, of("ai_AIPackage", "a"), of("dataset_DatasetPackage", "d"), related("a", "trainedOn", "d")], ["train d > a"], 0],
  ["is a file", [doc, ...packs("a"), ...file("f"), of("software_File", "g")], ["?include f > a"], 0],
  ["is a file of data without a license of its own, of a model", [doc, of("ai_AIPackage", "a"), of("software_File", "f", { software_primaryPurpose: "data" })], [], 0],
  ["is a file, of the one package of a document without a root", [...packs("a"), ...file("f")], ["?include f > a"], 0],
  ["is for one of two packages of a document without a root", [...packs("a", "b"), ...file("f")], [], 0],
  ["is for what lies in another document", [holds("SpdxDocument", "doc", ["urn:z"]), ...packs("b")], ["?include b > z"], 0],
  ["is for an agent", [holds("SpdxDocument", "doc", ["urn:p"]), of("Organization", "p"), ...packs("b")], [], 0],
  ["has no id", [doc, ...packs("a"), { type: "software_Package", name: "b" }], ["?include a#code/unreadable > a"], 1],
  ["is listed and named by nothing", [holds("SpdxDocument", "doc", ["urn:a"], ["urn:a", null]), ...packs("a")], ["?include a#code/unreadable > a"], 1],
  ["is for what cannot be read", [holds("SpdxDocument", "doc", [{}]), ...packs("a", "b")], [], 1],
  ["is what a document of ours tells of elsewhere", [doc, ...packs("a", "b"), { type: "Annotation", spdxId: "urn:n", contentType: "application/json", subject: "urn:b", statement: '{"cleartitle:kind":"code"}' }], [], 0],
])("what a document or a bill lists went into its root, where it %s", async (_, elements, links, told) => expect(await read(...elements)).toEqual([links, told]));
