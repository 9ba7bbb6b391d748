import { readFileSync } from "node:fs";
import { openCatalogue } from "@cleartitle/catalogue";
import { decide } from "@cleartitle/engine";
import { readTitleFile } from "@cleartitle/title";
import { expect, test } from "vitest";
import { childrenOf, optionOf, premiseOf, proofTree, wayTo } from "../../apps/web/src/screen/proof/proof-tree.js";

const catalogue = openCatalogue().catalogue!;
const { graph } = readTitleFile(readFileSync("examples/hosted-assistant/cleartitle.yaml", "utf8"), { file: "cleartitle.yaml", taxonomies: catalogue.taxonomies });
const decision = decide({ graph: graph!, catalogue }, "launch", { fullProof: true });
const tree = proofTree(decision)!;
const nodes = [...tree.nodes.values()];

test("every option of a proof is known again, with its text", () => {
  const options = nodes.filter(({ kind }) => kind === "option");
  expect(options.length).toBeGreaterThan(100);
  expect(options.filter((node) => optionOf(tree, node) === null).map(({ id, says }) => `${id} ${says}`)).toEqual([]);
});

test("every leaf of a proof is known again, with what was read", () => {
  const leaves = nodes.filter(({ kind }) => kind === "leaf");
  expect(leaves.length).toBeGreaterThan(300);
  const told = leaves.map((node) => {
    const { reads = "", of = null, is = null, needs = "", result = "" } = premiseOf(tree, node) ?? {};
    return `${reads}${of === null ? "" : ` of ${of}`} is ${is ?? "not recorded"}, needs ${needs}: ${result}`;
  });
  expect(told).toEqual(leaves.map(({ says }) => says));
  expect(premiseOf(tree, nodes.find(({ says }) => says.startsWith("kind of source of assistant"))!)).toMatchObject({ reads: "kind of source", of: "assistant", is: "product" });
});

test("the worst stands first, acts of the past stand apart, and a way leads to every step", () => {
  expect(tree.exposures.length).toBeGreaterThan(0);
  expect(childrenOf(tree, tree.root)[0]!.interval.best).toBe("blocked");
  expect(nodes.flatMap((node) => childrenOf(tree, node)).some(({ kind }) => kind === "exposure")).toBe(false);
  for (const { id } of nodes) expect(wayTo(tree, id).at(-1)).toBe(id);
  expect(wayTo(tree, "nothing")).toEqual([]);
});

test("a decision without its full proof has no tree", () => {
  expect(proofTree(decide({ graph: graph!, catalogue }, "launch", {}))).toBeNull();
});
