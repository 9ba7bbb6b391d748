import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { checkProof, decide, defaultBudget, OverBudget, sayDecision } from "@cleartitle/engine";
import { readTitleFile } from "@cleartitle/title";
import { expect, test } from "vitest";
import { realCatalogue } from "../cases/case-file.js";

const file = fileURLToPath(new URL("../../examples/hosted-assistant/cleartitle.yaml", import.meta.url));
const catalogue = realCatalogue();
const graph = readTitleFile(readFileSync(file, "utf8"), { file, taxonomies: catalogue.taxonomies }).graph!;
const world = () => ({ graph: { ...graph }, catalogue });

test("a question that goes beyond its budget is unresolved everywhere and says that it was cut", () => {
  const whole = decide(world(), "launch", { withoutRange: true });
  const cut = decide(world(), "launch", { fullProof: true }, { ...defaultBudget, labels: 2 });
  expect([cut.cut, cut.decision, cut.best, cut.worst, whole.cut]).toEqual([true, "unresolved", "cleared", "blocked", false]);
  expect(cut.byTerritory.flatMap((each) => each.territories)).toEqual(whole.byTerritory.flatMap((each) => each.territories).toSorted());
  expect(Object.keys(cut)).toEqual(Object.keys(whole));
  expect(checkProof(cut)).toEqual([]);
  expect(sayDecision(cut)).toContain("cut at its budget");
});

test("what was cut under one budget is answered under a larger one", () => {
  const same = world();
  decide(same, "launch", {}, { ...defaultBudget, labels: 2 });
  expect(decide(same, "launch")).toEqual(decide(world(), "launch"));
});

test("a world that is larger than the budget is a typed error that says by how much", () => {
  expect(() => decide(world(), "launch", {}, { ...defaultBudget, nodes: 3 })).toThrow(OverBudget);
  expect(() => decide(world(), "launch", {}, { ...defaultBudget, nodes: 3 })).toThrow("4 nodes are more than the budget of 3");
});

test("an answer without its proof says the same", () => {
  const { proof, ...said } = decide(world(), "launch", { withoutRange: true });
  const { proof: none, ...bare } = decide(world(), "launch", { withoutRange: true, withoutProof: true });
  expect([none, bare]).toEqual([null, said]);
  expect(proof?.nodes).toBeGreaterThan(100);
});
