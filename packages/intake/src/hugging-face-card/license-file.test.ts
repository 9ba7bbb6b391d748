import { readFileSync } from "node:fs";
import { join } from "node:path";
import { defaultCatalogueDir, loadCatalogue, loadKnowledge } from "@cleartitle/catalogue";
import { decide } from "@cleartitle/engine";
import { describe, expect, it } from "vitest";
import { importFrom, memoryFile } from "../index.js";

const dir = defaultCatalogueDir()!;
const catalogue = loadCatalogue(dir).catalogue!;
const knowledge = loadKnowledge(dir, catalogue).knowledge!;
const apache = readFileSync(join(dir, "..", "LICENSE"), "utf8");
const folder = "models--acme--m/snapshots/r1";
const id = "hf:model/acme/m";

const read = async (license: string, card = "license: apache-2.0") =>
  importFrom([memoryFile(`${folder}/README.md`, `---\n${card}\n---\n# text\n`), memoryFile(`${folder}/LICENSE.txt`, license)], { us: "acme", knowledge });
const said = async (license: string, card?: string) => (await read(license, card)).graph.statements.filter((each) => each.what === "license").map((each) => `${each.rung} ${each.value}`).toSorted();

/** May the model be handed on, with this license file beside its card? */
async function decided(license: string): Promise<string> {
  const { graph } = await read(license);
  const use = { name: "ask", of: id, actions: ["distribute"], actor: "acme", recipients: [], as: null, named: null, purpose: ["commercial"], field: ["general"], in: ["BR"], hosted: [], on: "2026-12-01", scale: [], facts: [] };
  return decide({ catalogue, graph: { ...graph, uses: new Map([["ask", use]]) } }, "ask").reasons.filter((each) => each.layer === "copyright").map((each) => each.decision).join();
}

describe("the license file beside a card", () => {
  it("is detected beside what the card declares", async () => {
    expect(await said(apache)).toEqual(["declared apache-2.0", "detected Apache-2.0"]);
    expect(await said("Released under the MIT license.")).toEqual(["declared apache-2.0", "detected MIT"]);
    expect(await said("Nothing to see.")).toEqual(["declared apache-2.0"]);
  });

  it("is recorded under a name of its own where it differs, with a finding that says where", async () => {
    const rider = `${apache}\n\nYou may not use the model in a product with more than a million users.\n`;
    const { graph } = await read(rider);
    expect(graph.statements.filter((each) => each.rung === "detected").map((each) => [each.raw, each.value])).toEqual([["Apache-2.0 differs", expect.stringMatching(/^LicenseRef-Apache-2\.0-modified-/)]]);
    expect(graph.findings.filter((each) => each.kind === "modified-license").map((each) => each.detail)).toEqual([expect.stringContaining("differs from it in 1 places, first on line 204")]);
  });

  it("leaves the answer open where it differs, whatever the card says", async () => {
    expect(await decided(apache)).toBe("conditional");
    expect(await decided(`${apache}\n\nYou may not use the model in a product with more than a million users.\n`)).toBe("unresolved");
    expect(await decided(apache.replace("royalty-free", "royalty-bearing"))).toBe("unresolved");
  });

  it("is passed over where nothing names license texts", async () => {
    const { skipped } = await importFrom([memoryFile(`${folder}/README.md`, "---\nlicense: mit\n---\n"), memoryFile(`${folder}/LICENSE`, apache)], { us: "acme" });
    expect(skipped).toEqual([{ file: `${folder}/LICENSE`, why: expect.stringContaining("catalogue") }]);
  });
});
