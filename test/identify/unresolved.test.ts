import { defaultCatalogueDir, identifyText, loadCatalogue, loadKnowledge } from "@cleartitle/catalogue";
import { decide } from "@cleartitle/engine";
import { readTitleFile } from "@cleartitle/title";
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, it } from "vitest";

const dir = defaultCatalogueDir()!;
const catalogue = loadCatalogue(dir).catalogue!;
const knowledge = loadKnowledge(dir, catalogue).knowledge!;
const list = join(dirname(createRequire(join(dir, "../packages/catalogue/src/index.ts")).resolve("spdx-license-list/package.json")), "licenses");
const withoutNorms = knowledge.index.texts.flatMap((text) => (text.keepsWords && text.ids.every((id) => !catalogue.instruments.has(id)) ? [text.ids[0]!] : []));

/** What stands on a license in copyright: the decision, and what would give it. */
function asked(license: string): string[] {
  const { graph } = readTitleFile(`us: acme\nassets:\n  - { id: notes, kind: dataset, license: ${license} }\nuses:\n  ask: { of: notes, actions: [distribute], purpose: commercial, in: [BR], on: "2026-12-01" }\n`, { file: "t.yaml", taxonomies: catalogue.taxonomies });
  const [reason] = decide({ catalogue, graph: graph! }, "ask").reasons.filter((each) => each.layer === "copyright");
  return [reason!.decision, JSON.stringify(reason)];
}

it("knows hundreds of licenses of the SPDX list of which the catalogue has no norms", () => expect(withoutNorms.length).toBeGreaterThan(500));

it.each(withoutNorms.filter((id, i) => i % 60 === 0 && id !== "any-OSI"))("%s: unresolved with its name, by name and by text", (id) => {
  const text = (JSON.parse(readFileSync(join(list, `${id}.json`), "utf8")) as { licenseText: string }).licenseText;
  const [found] = identifyText(text, "LICENSE", knowledge);
  expect([found!.base, found!.reads]).toEqual([id, "same"]);
  for (const license of [id, found!.license[0]!]) {
    const [decision, said] = asked(license);
    expect(decision).toBe("unresolved");
    expect(said).toContain(id);
  }
});
