import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { importFrom, memoryFile } from "../../packages/intake/src/index.js";
import { samplesOf } from "./intake-table.js";

const read = (path: string, bytes: Uint8Array) => importFrom([memoryFile(path, bytes)], { us: "acme" });
const credentials = (name: string): Buffer => readFileSync(`${samplesOf("c2pa")}/${name}`);
const generated = (name: string): Buffer => readFileSync(`${samplesOf("genimg")}/d3x-at__sd-parsers__tests__resources__parsers__AUTOMATIC1111__automatic1111_cropped.${name}`);

it("tells where the manifest of a photograph lies, and does not fetch it", async () => {
  const { graph, read: taken, problems } = await read("cloud.jpg", credentials("contentauth__c2pa-rs__sdk__tests__fixtures__cloud.jpg"));
  expect([problems, taken.map((each) => each.reader)]).toEqual([[], ["image-metadata"]]);
  expect(graph.statements.map((each) => [each.about.id, each.what, each.value])).toEqual([["image:cloud.jpg", "manifest-link", "https://cai-manifests.adobe.com/manifests/adobe-urn-uuid-5f37e182-3687-462e-a7fb-573462780391"]]);
  expect(graph.findings.map((each) => each.kind)).toEqual(["manifest-elsewhere"]);
});

it("finds one model in a picture that a generator saved in two formats", async () => {
  const both = await importFrom([memoryFile("a.jpg", generated("jpg")), memoryFile("a.png", generated("png"))], { us: "acme" });
  expect([...both.graph.derivations.values()].map((each) => [each.by, each.from, each.to])).toEqual([["generate", ["model-hash:sha256-10/c0d1994c73"], "image:a.jpg"], ["generate", ["model-hash:sha256-10/c0d1994c73"], "image:a.png"]]);
});
