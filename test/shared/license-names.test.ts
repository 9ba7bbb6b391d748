import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { openCatalogue } from "@cleartitle/catalogue";
import { parseExpression, resolveLicense } from "@cleartitle/norms";
import { describe, expect, it } from "vitest";
import { hubWord } from "../../packages/reports/src/export/card/hub-license.js";

const data = (path: string) => readFileSync(fileURLToPath(new URL(`../../../shared/data/${path}`, import.meta.url)), "utf8");
const { catalogue } = openCatalogue();
const known = new Set(catalogue!.instruments.keys());
const resolve = (name: string) => resolveLicense(name, catalogue!.aliases, known, catalogue!.families);

describe("license names as they are met", () => {
  it.each(["models", "datasets", "repos"])("knows every tag of %s, or that it names nothing", (file) => {
    const tags = new Set<string>();
    for (const line of data(`supply-chain/${file}.jsonl`).split("\n")) {
      const license = line === "" ? null : (JSON.parse(line) as { license: string | string[] | null }).license;
      for (const tag of license === null ? [] : [license].flat()) tags.add(tag);
    }
    expect(tags.size).toBeGreaterThan(5);
    expect([...tags].filter((tag) => resolve(tag).kind === "unknown" && parseExpression(tag).expression === null)).toEqual([]);
    expect(resolve("other").kind).toBe("none");
  });

  it("knows every identifier and title of the hub's list", () => {
    const list = JSON.parse(data("huggingface/hf-license-list.json")) as { id: string; name: string }[];
    expect(list.filter(({ id }) => resolve(id).kind === "unknown").map(({ id }) => id)).toEqual([]);
    const families = list.filter(({ id }) => resolve(id).kind === "family").map(({ id }) => id);
    expect(families.toSorted()).toEqual(["bsd", "cc", "gfdl", "gpl", "lgpl", "openrail"]);
    expect(list.filter(({ id }) => hubWord(id) === null).map(({ id }) => id)).toEqual(["unknown", "other"]);
    expect(list.filter(({ id }) => resolve(id).kind === "none").map(({ id }) => id)).toEqual(["unknown", "other"]);
  });
});
