import { describe, expect, it } from "vitest";
import { importFrom, memoryFile } from "../index.js";

const read = (files: Record<string, string>) => importFrom(Object.entries(files).map(([path, content]) => memoryFile(path, content)), { us: "acme", recordedAt: "2026-11-21" });
type Read = Awaited<ReturnType<typeof read>>;
const links = ({ graph }: Read) => [...graph.derivations.values()].map((each) => `${each.by} ${each.from.join(" ")} > ${each.to}`);
const said = ({ graph }: Read) => graph.statements.map((each) => [each.what, each.raw, each.value]).toSorted();
const entry = (name: string, type: string, dependencies: readonly string[], ...lines: string[]) => [`- name: ${name}`, "  organization: Acme", `  type: ${type}`, `  dependencies: [${dependencies.join(", ")}]`, ...lines.map((line) => `  ${line}`), ""].join("\n");

describe("entries of the ecosystem graphs", () => {
  it("join by name across files, with what is only named as a placeholder", async () => {
    const result = await read({
      "assets/a.yaml": `${entry("Net", "model", ["Notes", "Base"])}${entry("Chat", "application", ["Net"])}`,
      "assets/b.yaml": entry("Notes", "dataset", ["Net", "Crawl", "unknown"]),
    });
    expect(result.problems).toEqual([]);
    expect(links(result)).toEqual([
      "curate ecosystem-graphs:Crawl > ecosystem-graphs:Notes",
      "finetune ecosystem-graphs:Base ecosystem-graphs:Notes > ecosystem-graphs:Net",
      "include ecosystem-graphs:Net > ecosystem-graphs:Chat",
      "synthesize ecosystem-graphs:Net > ecosystem-graphs:Notes",
    ]);
    expect([...result.graph.assets.values()].map((each) => [each.id.split(":")[1], each.kind, each.placeholder])).toEqual([["Base", "model", true], ["Chat", "product", false], ["Crawl", "dataset", true], ["Net", "model", false], ["Notes", "dataset", false]]);
    expect(result.graph.findings.filter((each) => each.kind === "derivation-kind-assumed").length).toBe(4);
  });

  it.each([
    ["a name", ["license: MIT"], [["license", "MIT", "MIT"]]],
    ["a name and where it was found", ["license:", "  value: custom", "  explanation: the code is under Apache 2.0"], [["license", '{"value":"custom","explanation":"the code is under Apache 2.0"}', "custom"]]],
    ["several names", ["license: [MIT, CC-BY-NC-4.0]"], [["license", '["MIT","CC-BY-NC-4.0"]', "MIT\nCC-BY-NC-4.0"]]],
    ["an empty place", ["license: ''"], [["license-unsaid", "", "empty"]]],
    ["no place", [], []],
    ["uses that are ruled out", ["prohibited_uses: weapons", "intended_uses: none"], [["use-policy", "weapons", true]]],
    ["an address on a hub", ["model_card: https://huggingface.co/acme/net"], [["alternate-of", "medium: the entry gives its address", "hf:model/acme/net"]]],
  ])("keeps %s", async (_, lines, expected) => {
    const result = await read({ "a.yaml": entry("Net", "model", [], ...lines) });
    expect(result.problems).toEqual([]);
    expect(said(result)).toEqual(expected);
  });

  it("tells two entries of one name apart, and does not guess which of them is meant", async () => {
    const result = await read({ "a.yaml": entry("Net", "model", []), "b.yaml": entry("Net", "model", []).replace("Acme", "Other"), "c.yaml": entry("Chat", "application", ["Net"]) });
    expect([...result.graph.assets.keys()]).toEqual(["ecosystem-graphs:Acme/Net", "ecosystem-graphs:Chat", "ecosystem-graphs:Net", "ecosystem-graphs:Other/Net"]);
    expect(result.graph.findings.filter((each) => each.kind === "not-an-identifier").map((each) => each.asset)).toEqual(["ecosystem-graphs:Chat"]);
  });

  it.each([
    ["an entry of another type", entry("Net", "paper", []), "bad-value"],
    ["an entry without a name", "- organization: Acme\n  type: model\n  dependencies: []\n", "missing-key"],
    ["dependencies that are no names", entry("Net", "model", []).replace("[]", "[{ a: b }]"), "wrong-type"],
  ])("says where %s stands, and reads the others", async (_, content, code) => {
    const result = await importFrom([memoryFile("a.yaml", `${entry("First", "model", [])}${content}`)], { us: "acme", reader: "ecosystem-graphs" });
    expect(result.problems.map((each) => each.code)).toEqual([code]);
    expect(result.problems[0]?.line).toBeGreaterThan(4);
    expect(result.graph.assets.has("ecosystem-graphs:First")).toBe(true);
  });
});

describe("what an entry names in a way that cannot be read", () => {
  const unread = "ecosystem-graphs:Net#model/unreadable";
  it.each([
    ["an object in the list", "[{ a: b }]", [unread], 1], ["an object in place of the list", "{ a: b }", [unread], 1], ["a list in the list, beside a name", "[Base, [Other]]", ["ecosystem-graphs:Base", unread], 1],
    ["nothing", "[unknown, none, '', ~]", [], 0], ["no list", "", [], 0], ["names in an object of the format", "{ value: [Base], explanation: x }", ["ecosystem-graphs:Base"], 0],
  ])("stands for the source: %s", async (_, dependencies, from, told) => {
    const found = await read({ "a.yaml": entry("Net", "model", []).replace("[]", dependencies) });
    expect([found.problems.map((each) => [each.code, each.file, each.line]), links(found)]).toEqual([told === 0 ? [] : [["wrong-type", "a.yaml", 4]], from.length === 0 ? [] : [`finetune ${from.join(" ")} > ecosystem-graphs:Net`]]);
  });

  it.each([["license: { name: MIT }", '{"name":"MIT"}'], ["license: [MIT, [ISC]]", 'MIT\n["ISC"]'], ["license: { value: { name: MIT } }", '{"name":"MIT"}']])("is a license of which nothing is known: %s", async (line, value) => {
    const found = await read({ "a.yaml": entry("Net", "model", [], line) });
    expect([said(found).map((each) => each[2]), found.problems.map((each) => each.line)]).toEqual([[value], [5]]);
  });
});
