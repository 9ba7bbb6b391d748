import { decide, type World } from "@cleartitle/engine";
import { canonicalJson } from "@cleartitle/norms";
import { applyChanges, type GraphChange, type TitleGraph } from "@cleartitle/title";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { coreOf, follow } from "../../packages/engine/src/compiled/judge/core.js";
import { defaultBudget } from "../../packages/engine/src/compiled/over-budget.js";
import { asked } from "../worlds/world-arbitrary.js";
import { rareWorld } from "../worlds/rare-world.js";
import { patience, pose, runs } from "../worlds/world-asked.js";

const always = "9999-12-31T23:59:59Z";

/** Changes that are followed, and some that are not: words on assets, derivations, positions, an asset that goes. */
function changesOf(own: TitleGraph, other: TitleGraph): GraphChange[] {
  const assets = [...own.assets.keys()];
  return [
    ...own.statements.flatMap((statement): GraphChange[] => [{ change: "remove-statement", statement: statement.id }, { change: "add-statement", statement: { ...statement, id: `again-${statement.id}`, value: "MIT" } }]),
    ...other.statements.flatMap((statement): GraphChange[] => [{ change: "add-statement", statement }, { change: "add-statement", statement: { ...statement, id: `other-${statement.id}`, what: "license", value: "GPL-3.0-only", rung: "concluded" } }]),
    ...[...other.derivations.values()].flatMap((derivation): GraphChange[] => [{ change: "add-derivation", derivation }, { change: "add-derivation", derivation: { ...derivation, id: `other-${derivation.id}`, from: derivation.from.filter((each) => own.assets.has(each)) } }]),
    ...[...own.derivations.keys()].map((derivation): GraphChange => ({ change: "remove-derivation", derivation })),
    { change: "remove-position", position: "q-one" }, { change: "drop-asset", asset: assets.at(-1)! },
  ];
}

const told = (world: World): string => (world.graph.uses.has(asked) ? canonicalJson(decide(world, asked, { withoutRange: true, fullProof: true })) : "no use");

test("a world that follows its changes, one set after another, is decided as one that is compiled anew", patience, () => {
  let followed = 0;
  fc.assert(fc.property(rareWorld, rareWorld, fc.array(fc.array(fc.nat(), { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 3 }), (strange, other, sets) => {
    let { world } = pose(strange);
    const second = pose(other).world.graph;
    told(world);
    for (const picks of sets) {
      const possible = changesOf(world.graph, second);
      const changes = picks.map((pick) => possible[pick % possible.length]!);
      const after = { ...world, graph: applyChanges(world.graph, changes) };
      follow(world, after, changes);
      expect(told(after)).toBe(told({ ...after, graph: { ...after.graph } }));
      if (coreOf(after, always, defaultBudget).state.isFollowing) followed++;
      world = after;
    }
  }), runs(40));
  expect(followed).toBeGreaterThan(25);
});
