import { decide, decideByReference, type World } from "@cleartitle/engine";
import { canonicalJson } from "@cleartitle/norms";
import * as fc from "fast-check";
import { readTitleFile } from "@cleartitle/title";
import { expect, test } from "vitest";
import { inquiryInto } from "../../packages/engine/src/compiled/judge/inquiry.js";
import { questionIn } from "../../packages/engine/src/compiled/judge/question.js";
import { defaultBudget } from "../../packages/engine/src/compiled/over-budget.js";
import { accepting, copied, lost, thinned, together } from "../worlds/copied-world.js";
import { gathered, gathering } from "../worlds/gathered-world.js";
import { realCatalogue } from "../cases/case-file.js";
import { asked } from "../worlds/world-arbitrary.js";
import { wholeWorld } from "../worlds/whole-world.js";
import { patience, pose, runs } from "../worlds/world-asked.js";

const worlds = fc.record({
  strange: wholeWorld, plain: fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 11, maxLength: 11 }), first: lost, second: lost, gatherings: fc.array(gathering, { minLength: 2, maxLength: 4 }), isOurs: fc.boolean(),
});

let shared = 0;

/** Demands that are told of others by which the same is found. */
function countShared(world: World, name: string): number {
  const question = questionIn(world, name, {});
  const { act } = inquiryInto(question, defaultBudget);
  return question.classes.reduce((sum, _, i) => sum + act.askedIn(i).length - act.tellingIn(i).length, 0);
}

test("what has sources that are alike is decided as each of them says, whatever range is asked", patience, () => {
  fc.assert(fc.property(worlds, ({ strange, plain, first, second, gatherings, isOurs }) => {
    const { world: { graph, catalogue } } = pose(strange);
    const assets = [...graph.assets.keys()];
    const single = thinned(graph, (id) => plain[assets.indexOf(id)] !== 0 && assets.includes(id), plain[10] === 0);
    const all = accepting(together([single, copied(single, "~b", first), copied(single, "~c", second)]), plain[9] === 0 ? "~b" : null);
    const { graph: whole, uses } = gathered(all, assets, ["", "~b", "~c"], gatherings, graph.uses.get(asked)!, isOurs ? graph.us : null);
    const world: World = { catalogue, graph: whole };
    for (const [i, use] of uses.entries()) {
      const withoutRange = i > 1;
      const decision = decide(world, use, { withoutRange, fullProof: true });
      expect(canonicalJson(decision)).toBe(canonicalJson(decideByReference(world, use, { withoutRange, fullProof: true })));
      const { nodes, digest } = decision.proof!;
      expect(decide(world, use, { withoutRange }).proof).toEqual({ nodes, digest });
      shared += countShared(world, use);
    }
  }), runs(10));
  expect(shared).toBeGreaterThan(5);
});

/** A model that was trained on two copies of which the same is recorded; the second was taken for money from what is licensed for other purposes alone. */
const twoCopies = `
us: acme
parties: [{ id: acme }, { id: stranger }]
assets:
  - { id: free, kind: dataset, license: CC0-1.0 }
  - { id: kept, kind: dataset, license: CC-BY-NC-4.0 }
  - { id: copy-a, kind: dataset, license: LicenseRef-Clean }
  - { id: copy-b, kind: dataset, license: LicenseRef-Clean }
  - { id: model, kind: model, license: MIT }
derivations:
  - { id: taken-a, from: [free], to: copy-a, by: copy, who: stranger, on: "2026-01-05", in: GB, purpose: commercial }
  - { id: taken-b, from: [kept], to: copy-b, by: copy, who: stranger, on: "2026-01-05", in: GB, purpose: commercial }
  - { id: made, from: [copy-a, copy-b], to: model, by: include, who: stranger, on: "2026-02-05", in: GB, purpose: commercial }
instruments:
  - id: LicenseRef-Clean
    kind: license
    title: Serves where the copy was taken by right
    source: [{ what: made up, where: this test }]
    verified: primary
    reviewed: "2026-01-01"
    rest: silent
    speaksOf: { training: true, outputs: true, weights: true }
    bindsBy: [reliance]
    reach: { materials: { include: materials, copy: materials } }
    norms:
      - { id: all, permit: { actions: [host, distribute, run, reproduce, adapt, train-on] }, if: { none: [{ exposure: copyright, oneOf: [open] }] }, cite: "1" }
uses:
  serve: { of: model, actions: [host], purpose: non-commercial, in: [GB], on: "2026-06-01" }
`;

test("of two sources that are alike but for what earlier acts came to neither speaks for the other", () => {
  const catalogue = realCatalogue();
  const { graph, problems } = readTitleFile(twoCopies, { file: "two.yaml", taxonomies: catalogue.taxonomies });
  expect(problems).toEqual([]);
  const world = { graph: graph!, catalogue };
  const decision = decide(world, "serve");
  expect(canonicalJson(decision)).toBe(canonicalJson(decideByReference(world, "serve")));
  expect(decision.range).toMatchObject({ conservative: "blocked", permissive: "blocked" });
});
