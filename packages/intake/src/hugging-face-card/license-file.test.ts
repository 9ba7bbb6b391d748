import { readFileSync } from "node:fs";
import { join } from "node:path";
import { defaultCatalogueDir, loadCatalogue, loadKnowledge } from "@cleartitle/catalogue";
import { decide } from "@cleartitle/engine";
import { describe, expect, it } from "vitest";
import { contradictionsIn, importFrom, memoryFile } from "../index.js";
import { scopeNamed } from "./license-file.js";

const dir = defaultCatalogueDir()!;
const catalogue = loadCatalogue(dir).catalogue!;
const knowledge = loadKnowledge(dir, catalogue).knowledge!;
const apache = readFileSync(join(dir, "..", "LICENSE"), "utf8");
const folder = "models--acme--m/snapshots/r1";
const id = "hf:model/acme/m";

const read = async (license: string, card = "license: apache-2.0") =>
  importFrom([memoryFile(`${folder}/README.md`, `---\n${card}\n---\n# text\n`), memoryFile(`${folder}/LICENSE.txt`, license)], { us: "acme", knowledge: () => knowledge });
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
    expect(await said(" \n")).toEqual(["declared apache-2.0"]);
  });

  it.each([
    ["words of its maker's own", "You may use this model for research only.\n", "license: apache-2.0", true],
    ["what is no text", "PDF\u0000\u0001", "license: apache-2.0", true],
    ["a license that the card calls by a name of SPDX", "You may use this model for research only.\n", "license: other\nlicense_name: mit", true],
    ["a license that the card names as its maker's own", "You may use this model for research only.\n", "license: other\nlicense_name: acme-license", false],
  ])("stands against the card under a name of its own where nobody can name it: %s", async (_, license, card, stands) => {
    const { graph, skipped } = await read(license, card);
    expect(graph.statements.filter((each) => each.rung === "detected").map((each) => String(each.value).replace(/[0-9a-f]{8}$/, "…"))).toEqual(stands ? ["LicenseRef-LICENSE.txt-…"] : []);
    expect([graph.findings.filter((each) => each.kind === "unknown-license-text").length, skipped.length]).toEqual(stands ? [1, 0] : [0, 1]);
  });

  it("says nothing of a license where it is on how to behave", async () => {
    const { graph } = await importFrom([memoryFile(`${folder}/README.md`, "---\nlicense: mit\n---\n"), memoryFile(`${folder}/LICENSE-CODE-OF-CONDUCT.md`, "Be kind.\n")], { us: "acme", knowledge: () => knowledge });
    expect(graph.statements.filter((each) => each.what === "license").map((each) => each.value)).toEqual(["mit"]);
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
    expect(await decided("You may use this model for research only.\n")).toBe("unresolved");
  });

  it("is of the code alone where its name says so, and speaks against no license of the weights", async () => {
    const files = [memoryFile(`${folder}/README.md`, "---\nlicense: cc-by-4.0\n---\n"), memoryFile(`${folder}/LICENSE-CODE`, apache)];
    const { graph } = await importFrom(files, { us: "acme", knowledge: () => knowledge });
    expect(graph.statements.filter((each) => each.what === "license").map((each) => [each.value, each.scope])).toEqual([["Apache-2.0", "code"], ["cc-by-4.0", null]]);
    expect(contradictionsIn(graph, catalogue, "2026-12-01").map((each) => each.kind)).toEqual([]);
  });

  it.each([
    ["LICENSE-CODE", "model", "code"], ["m/LICENSE_CODE.txt", "dataset", "code"], ["LICENSE-MODEL", "model", null], ["LICENSE.weights", "dataset", "weights"], ["LICENSE-DATA.md", "model", "database"], ["license-dataset", "dataset", null],
    ["LICENSE", "model", null], ["LICENSE.txt", "model", null], ["LICENSE-APACHE", "model", null], ["COPYING.LESSER", "model", null], ["LICENSE-CODE-OF-CONDUCT.md", "model", null],
  ])("tells by the name of %s of a %s what it is for", (path, kind, scope) => expect(scopeNamed(path, kind)).toBe(scope));

  it("is passed over where nothing names license texts", async () => {
    const { skipped } = await importFrom([memoryFile(`${folder}/README.md`, "---\nlicense: mit\n---\n"), memoryFile(`${folder}/LICENSE`, apache)], { us: "acme" });
    expect(skipped).toEqual([{ file: `${folder}/LICENSE`, why: expect.stringContaining("catalogue") }]);
  });
});
