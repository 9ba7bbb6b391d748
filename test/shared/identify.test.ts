import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defaultCatalogueDir, identifyText, loadCatalogue, loadKnowledge } from "@cleartitle/catalogue";
import { describe, expect, it } from "vitest";
import { edited, numbersOf, renderings } from "../identify/distortion.js";

const folder = fileURLToPath(new URL("../../../shared/data/licence-texts/scancode-licensedb/", import.meta.url));
const dir = defaultCatalogueDir()!;
const catalogue = loadCatalogue(dir).catalogue!;
const knowledge = loadKnowledge(dir, catalogue).knowledge!;
const texts = readdirSync(folder).filter((file) => file.endsWith(".LICENSE")).map((file) => ({
  id: /^id: "([^"]+)"/m.exec(readFileSync(`${dir}/fingerprints/${file.replace(/LICENSE$/, "yaml")}`, "utf8"))![1]!, text: readFileSync(folder + file, "utf8").replace(/^---\n[\s\S]*?\n---\n/, ""),
}));
const told = (text: string): string => identifyText(text, "file.txt", knowledge).filter((each) => each.how === "text").map((each) => `${[each.base, ...each.among].join("|")} ${each.reads}`).join(" + ");
/** Those that are not told as wanted, each with what they are told as. */
const wrong = (rendered: (text: string) => string, reads: string): string[] => texts.flatMap(({ id, text }) => {
  const got = told(rendered(text));
  return got.endsWith(` ${reads}`) && got.split(" ")[0]!.split("|").includes(id) ? [] : [`${id}: ${got}`];
});

describe("license texts of models and data, known by their fingerprints", () => {
  it("has one for every text", () => expect(texts.length).toBe(70));

  it.each(Object.keys(renderings))("%s", (name) => {
    const next = numbersOf(3);
    expect(wrong((text) => renderings[name]!(text, next), "same")).toEqual([]);
  });

  it("with one word of twenty dropped or changed", () => {
    const next = numbersOf(4);
    expect(wrong((text) => edited(text, 0.05, next), "differs")).toEqual([]);
  });

  it("is read by licenses of the catalogue, or by names that it does not have", () => {
    const known = texts.filter(({ id }) => catalogue.instruments.has(id)).length;
    expect(known).toBeGreaterThan(35);
  });
});
