import { decide, outline, type Decision, type Reason, type World } from "@cleartitle/engine";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { thinned } from "../worlds/copied-world.js";
import { wholeWorld } from "../worlds/whole-world.js";
import { patience, pose, runs } from "../worlds/world-asked.js";
import { ofWoven, weave, woven } from "../worlds/woven-world.js";

const worlds = fc.record({ strange: wholeWorld, plain: fc.array(fc.integer({ min: 0, max: 7 }), { minLength: 11, maxLength: 11 }), weave });

/** What a reason says of whatever it is of; that a text says the same to several parts is told of the part of one thing of a kind. */
const unnamed = ({ tense, part, layer, action, party, bound, instrument, norm, basisKind, cite, verified, outcome, decision, options, territories }: Reason): string =>
  JSON.stringify([tense, part, layer, action, party, bound, instrument, norm, basisKind, cite, verified, outcome, decision, options.map((each) => [each.kind, each.instrument, each.norm, each.fails?.replace(/^role .*/, "role"), each.interval]), territories]);

const said = ({ reasons }: Decision): string[] => [...new Set(reasons.filter(({ tense }) => tense === "present").map(unnamed))].toSorted();
const statuses = ({ decision, best, worst, byTerritory, cut }: Decision): unknown => ({ decision, best, worst, cut, byTerritory: byTerritory.map((each) => [each.territories, each.decision]) });

let spared = 0;

test("one thing of each kind upstream says what all of them come to", patience, () => {
  fc.assert(fc.property(worlds, ({ strange, plain, weave: each }) => {
    const { world: { graph, catalogue } } = pose(strange);
    const assets = [...graph.assets.keys()];
    const world: World = { catalogue, graph: woven(thinned(graph, (id) => plain[assets.indexOf(id)] !== 0, plain[10] === 0), each) };
    for (const claimBudget of [0, 100_000]) {
      const options = { claimBudget, fullProof: true };
      const [told, whole] = [outline(world, ofWoven, options), decide(world, ofWoven, { ...options, withoutRange: true })];
      expect(statuses(told.decision)).toEqual(statuses(whole));
      expect(said(told.decision)).toEqual(said(whole));
      spared += told.things - told.kinds.length;
    }
  }), runs(60));
  expect(spared).toBeGreaterThan(100);
});
