import { decide, type Decision } from "@cleartitle/engine";
import { layers, type Layer } from "@cleartitle/norms";
import { readTitleFile } from "@cleartitle/title";
import { stringify } from "yaml";
import { describe, expect, test } from "vitest";
import { realCatalogue } from "../cases/case-file.js";

/** What the records say is asked of a kind of asset, against what the engine asks. */
const catalogue = realCatalogue();
const protections = [...catalogue.protections!.values()];
const places = ["US", "DE", "GB", "CN", "JP", "KR"];

interface Asked {
  readonly facts?: Readonly<Record<string, boolean>>;
  readonly claim?: Layer;
  readonly actions?: readonly string[];
}

function asked(kind: string, { facts = {}, claim, actions = ["distribute"] }: Asked = {}): Decision {
  const title = {
    us: "acme", parties: [{ id: "acme", kind: "company" }], assets: [{ id: "thing", kind, license: "NONE", licensor: "other", upstream: "complete", facts }],
    ...(claim === undefined ? {} : { claims: [{ asset: "thing", by: "other", layer: claim, says: "it is mine" }] }),
    uses: { q: { of: "thing", actions, purpose: "commercial", field: "general", in: places, on: "2026-12-10" } },
  };
  const { graph, problems } = readTitleFile(stringify(title, { version: "1.2", defaultStringType: "QUOTE_DOUBLE" }), { file: "case", taxonomies: catalogue.taxonomies });
  expect(problems).toEqual([]);
  return decide({ graph: graph!, catalogue }, "q", { withoutRange: true, fullProof: true });
}
const layersOf = (decision: Decision): readonly Layer[] => layers.filter((layer) => !decision.notAsked.includes(layer));

const rows = protections.flatMap((p) => p.kinds.flatMap((kind) => p.means.map((means) => [`${kind}: ${means.by}`, kind, means] as const)));

test("every kind of protection is said for every kind of asset that has one", () => {
  expect(protections.map((p) => p.id)).toEqual(["algorithm", "model-weights", "outputs", "persona", "prompts-and-workflows", "training-data"]);
  expect(protections.map((p) => p.means.length + p.kinds.length)).toEqual([9, 9, 9, 10, 10, 9]);
});

describe("by itself a thing is asked about copyright, and about no layer that somebody has to speak of", () => {
  const alone = new Map(rows.map(([, kind]) => [kind, layersOf(asked(kind))] as const));
  test.each(rows.filter(([, , m]) => m.asked !== "by-law"))("%s", (_name, kind, means) => {
    expect(alone.get(kind)!.includes(means.layer)).toBe(means.asked === "always" || (means.layer === "copyright" && means.asked === "not"));
  });
});

describe("whoever speaks of a layer brings it into question", () => {
  test.each(rows.filter(([, , m]) => m.asked === "when-asserted"))("%s", (_name, kind, means) => {
    expect(layersOf(asked(kind, { claim: means.layer }))).toContain(means.layer);
  });
});

describe("what a rule raises is asked where its facts are so", () => {
  test.each(rows.filter(([, , m]) => m.asked === "by-law"))("%s", (_name, kind, means) => {
    const facts = Object.fromEntries((means.facts ?? []).filter((fact) => fact !== "db.connected_product_data").map((fact) => [fact, true]));
    const taken = means.layer === "related" ? { ...facts, "db.substantial_part_taken": true } : facts;
    const decision = asked(kind, { facts: taken, actions: means.layer === "personality" ? ["use-likeness"] : ["distribute", "make-available"] });
    const speaking = new Set([...decision.reasons.flatMap((r) => [r.instrument, ...r.options.map((o) => o.instrument)]), ...decision.obligations.map((o) => o.instrument)]);
    expect({ asked: layersOf(decision).includes(means.layer), rules: (means.rules ?? []).some((id) => speaking.has(id)) || means.layer !== "regulation" }).toEqual({ asked: true, rules: true });
    // What turns on no fact, such as a duty to label, is asked of the thing alone as well.
    expect(layersOf(asked(kind)).includes(means.layer)).toBe(means.layer === "regulation");
  });
});

/** What answers the question of related rights in a set of data in Germany. */
const related = (facts: Readonly<Record<string, boolean>>): string[] => asked("dataset", { facts }).reasons.filter((r) => r.layer === "related" && r.territories.includes("DE")).map((r) => r.basisKind);

test("data of connected products raise no data base right in the Union", () => {
  const invested = { "db.substantial_investment": true, "db.maker_eligible": true, "db.substantial_part_taken": true };
  expect(related(invested)).toEqual(["none"]);
  expect(related({ ...invested, "db.connected_product_data": true })).not.toContain("none");
});
