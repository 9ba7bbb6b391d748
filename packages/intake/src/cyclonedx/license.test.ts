import { readFileSync } from "node:fs";
import { join } from "node:path";
import { defaultCatalogueDir, loadCatalogue, loadKnowledge } from "@cleartitle/catalogue";
import { expect, it } from "vitest";
import { importFrom, memoryFile } from "../index.js";

const dir = defaultCatalogueDir()!;
const knowledge = loadKnowledge(dir, loadCatalogue(dir).catalogue!).knowledge!;
const apache = readFileSync(join(dir, "..", "LICENSE"), "utf8");

it.each([
  ["of that license", "Apache-2.0", apache, ["Apache-2.0"]],
  ["of another license", "MIT", apache, ["MIT", "Apache-2.0"]],
  ["of that license, changed", "Apache-2.0", `${apache}\n\nYou may not use the model in a product with more than a million users.\n`, ["Apache-2.0", expect.stringMatching(/^LicenseRef-Apache-2\.0-modified-/)]],
  ["of that license and of it changed", "Apache-2.0", `${apache}\n\n${apache.replace("You may reproduce", "You may not sell what you reproduce, and may reproduce")}`, ["Apache-2.0", expect.stringMatching(/^LicenseRef-Apache-2\.0-modified-/)]],
  ["that nobody knows", "MIT", "See our site.", ["MIT"]],
])("a text beside an id, %s, is heard", async (_, id, content, expected) => {
  const component = { type: "library", "bom-ref": "a", name: "a", licenses: [{ license: { id, text: { content: Buffer.from(content).toString("base64"), encoding: "base64" } } }] };
  const { graph } = await importFrom([memoryFile("a.json", JSON.stringify({ bomFormat: "CycloneDX", specVersion: "1.7", serialNumber: "urn:b", components: [component] }))], { us: "acme", knowledge: () => knowledge });
  expect(graph.statements.filter((each) => each.what === "license").flatMap((each) => String(each.value).split("\n"))).toEqual(expected);
});
