import { describe, expect, it } from "vitest";
import { carriedTitle, readCarriedTitle, sealed } from "./carried-title.js";
import { digestGraph } from "./digest-graph.js";
import { readTitleFile } from "./read-title-file.js";

const graph = readTitleFile('us: acme\nassets:\n  - { id: notes, kind: dataset, license: "MIT" }\n', { file: "t.yaml" }).graph!;
const document = { name: "x", list: [1, { license: "MIT" }], own: carriedTitle(graph) };
const written = sealed(JSON.stringify(document, null, 2), document);
const parsed = () => JSON.parse(written) as typeof document & Record<string, unknown>;

describe("a title file that a document carries", () => {
  it("comes back whole, in whatever order and layout the document is written again", () => {
    const { list, own, name } = parsed();
    const read = readCarriedTitle({ own, list, name }, "d.json");
    expect(read !== null && read !== "changed" && read.graph !== null && digestGraph(read.graph)).toBe(digestGraph(graph));
  });

  it.each<[string, (changed: ReturnType<typeof parsed>) => unknown]>([
    ["another license beside it", (each) => ({ ...each, list: [1, { license: "Apache-2.0" }] })],
    ["a key more", (each) => ({ ...each, more: true })],
    ["another license in it", (each) => ({ ...each, own: each.own.replace("MIT", "ISC") })],
    ["a second one", (each) => ({ ...each, again: each.own })],
    ["a digest of nothing", (each) => ({ ...each, own: carriedTitle(graph) })],
  ])("is not given back with %s", (_, change) => {
    expect(readCarriedTitle(change(parsed()), "d.json")).toBe("changed");
  });

  it("is not there in a document without one, and is read with the bounds of every title file", () => {
    expect(readCarriedTitle({ a: ["b", null, 1] }, "d.json")).toBeNull();
    const broken = { own: carriedTitle(graph).replace("us: acme", "us: [") };
    const read = readCarriedTitle(JSON.parse(sealed(JSON.stringify(broken), broken)), "d.json");
    expect(read !== null && read !== "changed" && [read.graph, read.problems[0]?.code]).toEqual([null, "yaml-syntax"]);
  });
});
