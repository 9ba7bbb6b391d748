import { fileURLToPath } from "node:url";
import { decide, type Decision, driftOf, type Questions, questionsOf, type RecordedLicense, unknownsOf } from "@cleartitle/engine";
import { filesOf, importFrom } from "@cleartitle/intake";
import { beforeAll, describe, expect, it } from "vitest";
import { supplyOf } from "../../apps/cli/src/check/supply.js";
import { realCatalogue } from "../cases/case-file.js";

const folder = fileURLToPath(new URL("../../../shared/data/supply-chain", import.meta.url));
const catalogue = realCatalogue();

let questions: Questions;
let links: number;
const licenseAt = new Map<string, RecordedLicense>();

beforeAll(async () => {
  const { files } = await filesOf(folder);
  const { graph, problems, read } = await importFrom(files.filter((file) => file.path.endsWith(".jsonl")), { us: "us" });
  if (problems.length > 0) throw new Error(`the listings have problems: ${problems[0]!.message}`);
  links = read.reduce((sum, each) => sum + each.links, 0);
  questions = questionsOf(graph, catalogue, { purpose: "commercial", action: null, in: ["DE", "US"], on: "2026-11-21" });
  for (const asset of questions.graph.assets.values()) licenseAt.set(asset.id, questions.licenseOf(asset));
}, 60_000);

const unknownLicense: RecordedLicense = { class: "license-not-recorded", id: null };
const recorded = (id: string): RecordedLicense => licenseAt.get(id) ?? unknownLicense;

/** Decides some of the questions that `check` makes up, and counts as it does. */
function checked(names: readonly string[]) {
  const world = { graph: questions.graph, catalogue };
  const decisions: Record<string, number> = {};
  const rows = names.map((name) => {
    const decision: Decision = decide(world, name, { withoutRange: true });
    const kind = questions.graph.assets.get(decision.use.of)!.kind;
    decisions[`${kind} ${decision.decision}`] = (decisions[`${kind} ${decision.decision}`] ?? 0) + 1;
    const declared = questions.graph.uses.get(name)!.as ?? recorded(decision.use.of).id;
    return { drift: driftOf(decision, declared, questions.graph), unknowns: unknownsOf(decision, questions.graph, recorded) };
  });
  return { decisions, supply: supplyOf(rows, licenseAt.values()) };
}

const listed = (counts: readonly { name: string; count: number }[]): Record<string, number> => Object.fromEntries(counts.map(({ name, count }) => [name, count]));

describe("a real supply chain, asked of every asset", () => {
  it("asks one question of each of 16,876 records and keeps 58,609 links", () => {
    expect([questions.names.length, links, questions.graph.assets.size, questions.synthetic]).toEqual([16_876, 58_609, 17_379, true]);
  });
  it("tells every license record apart by how much it says", () => {
    expect(supplyOf([], licenseAt.values()).licenses).toEqual({
      "placeholder": 503, "license-not-recorded": 6_696, "names-no-license": 263, "family-only": 65, "name-unknown": 0, "terms-unknown": 20, "terms-not-verified": 4, "several-no-operator": 0, "terms-known": 9_828,
    });
  });
  it("decides every fortieth asset as before", () => {
    const { decisions, supply } = checked(questions.names.filter((_, i) => i % 40 === 0));
    expect({ decisions, unknowns: listed(supply.unknowns), drift: [supply.drift.assets, supply.drift.pairs] }).toEqual({
      decisions: {
        "dataset blocked": 2, "dataset conditional": 6, "dataset unresolved": 10, "model blocked": 5, "model conditional": 34, "model unresolved": 60,
        "code blocked": 20, "code conditional": 60, "code unresolved": 225,
      },
      unknowns: { "license-not-recorded": 192, "placeholder": 146, "names-no-license": 13, "facts-unknown": 9, "family-only": 9, "license-of-other-matter": 2, "terms-unknown": 1, "terms-not-verified": 2 },
      drift: [11, 26],
    });
  }, 60_000);
  it("finds every drift among the models that state what model they came from", () => {
    const named = new Set([...questions.graph.derivations.values()].filter((d) => d.by !== "include" && d.from.some((from) => questions.graph.assets.get(from)?.kind === "model")).map((d) => d.to));
    const { decisions, supply } = checked(questions.names.filter((name) => named.has(questions.graph.uses.get(name)!.of)));
    expect({ asked: named.size, decisions, ...supply.drift, through: listed(supply.drift.through), why: listed(supply.drift.why), depth: listed(supply.drift.depth), licenses: listed(supply.drift.licenses) }).toEqual({
      asked: 221, decisions: { "model blocked": 26, "model conditional": 34, "model unresolved": 161 }, assets: 17, pairs: 20, through: { data: 9, model: 8 }, why: { outbound: 14, refused: 4 }, depth: { "1": 16, "2": 4 },
      licenses: {
        "CC-BY-NC-4.0 → Apache-2.0": 3, "CC-BY-NC-4.0 → GPL-3.0-only": 1, "CC-BY-NC-SA-4.0 → MIT": 1, "CC-BY-SA-3.0 → Apache-2.0": 2, "CC-BY-SA-4.0 → Apache-2.0": 5, "LicenseRef-CreativeML-OpenRAIL-M → MIT": 1,
        "LicenseRef-Llama-2 → Apache-2.0": 2, "LicenseRef-Llama-3.1 → MPL-2.0": 2, "LicenseRef-OpenRAIL-PlusPlus-M → Apache-2.0": 3,
      },
    });
  }, 60_000);
});
