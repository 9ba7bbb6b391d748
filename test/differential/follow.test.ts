import { decide, type World } from "@cleartitle/engine";
import { canonicalJson } from "@cleartitle/norms";
import { applyChanges, packGraph, type GraphChange, type TitleGraph } from "@cleartitle/title";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { coreOf, follow } from "../../packages/engine/src/compiled/judge/core.js";
import { defaultBudget } from "../../packages/engine/src/compiled/over-budget.js";
import { asked } from "../worlds/world-arbitrary.js";
import { rareWorld } from "../worlds/rare-world.js";
import { patience, pose, runs } from "../worlds/world-asked.js";

const always = "9999-12-31T23:59:59Z";

/** Changes of every kind, those that are followed more often than those after which all is compiled anew. */
function changesOf(own: TitleGraph, other: TitleGraph): GraphChange[] {
  const assets = [...own.assets.keys()];
  return [
    ...own.statements.flatMap((statement): GraphChange[] => [{ change: "remove-statement", statement: statement.id }, { change: "add-statement", statement: { ...statement, id: `again-${statement.id}`, value: "MIT" } }]),
    ...other.statements.flatMap((statement): GraphChange[] => [{ change: "add-statement", statement }, { change: "add-statement", statement: { ...statement, id: `other-${statement.id}`, what: "license", value: "GPL-3.0-only", rung: "concluded" } }]),
    ...[...other.derivations.values()].flatMap((derivation): GraphChange[] => [{ change: "add-derivation", derivation }, { change: "add-derivation", derivation: { ...derivation, id: `other-${derivation.id}`, from: derivation.from.filter((each) => own.assets.has(each)) } }]),
    ...[...own.derivations.keys()].map((derivation): GraphChange => ({ change: "remove-derivation", derivation })),
    ...assets.slice(0, 2).flatMap((asset, i): GraphChange[] => [...own.derivations.keys()].map((derivation) => ({ change: "add-act", derivation, act: { act: i === 0 ? "keep" : "evaluate", of: asset, until: i === 0 ? "2026-12-01" : null } }))),
    ...other.events.map((event): GraphChange => ({ change: "add-event", event: { ...event, id: `other-${event.id}` } })), ...own.events.map(({ id }): GraphChange => ({ change: "remove-event", event: id })),
    ...other.acceptances.map((acceptance): GraphChange => ({ change: "add-acceptance", acceptance })), ...own.acceptances.map((acceptance): GraphChange => ({ change: "remove-acceptance", acceptance })),
    ...[...other.instruments.values()].flatMap((instrument): GraphChange[] => [{ change: "add-instrument", instrument, covers: assets.slice(0, 1) }, { change: "terminate-instrument", instrument: instrument.id, on: "2025-01-01" }]),
    ...[...own.instruments.keys()].slice(0, 2).map((instrument): GraphChange => ({ change: "remove-instrument", instrument })),
    ...[...other.assets.values()].slice(0, 2).flatMap((asset): GraphChange[] => [{ change: "add-asset", asset }, { change: "add-asset", asset: { ...asset, id: `other-${asset.id}` } }]),
    ...[...other.parties.values()].slice(0, 2).map((party): GraphChange => ({ change: "add-party", party })), ...other.positions.slice(0, 2).map((position): GraphChange => ({ change: "add-position", position })),
    ...[...other.uses.values()].map(({ purpose, field, in: places, on, scale, facts, recipients }): GraphChange => ({ change: "set-use", use: asked, fields: { purpose, field, in: places, on, scale, facts, recipients } })), ...other.waivers.map((waiver): GraphChange => ({ change: "add-waiver", waiver })),
    { change: "set-profile", profile: "strict" }, { change: "set-profile", profile: "permissive" }, { change: "remove-position", position: "q-one" }, { change: "drop-asset", asset: assets.at(-1)! },
  ];
}

const told = (world: World): string => (world.graph.uses.has(asked) ? canonicalJson(decide(world, asked, { withoutRange: true, fullProof: true })) : "no use");

test("a world that follows its changes, one set after another, is decided as one that is compiled anew", patience, () => {
  let followed = 0;
  const seen = new Set<string>();
  fc.assert(fc.property(rareWorld, rareWorld, fc.array(fc.array(fc.nat(), { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 3 }), fc.boolean(), (strange, other, sets, isPacked) => {
    let { world } = pose(strange);
    if (isPacked) world = { ...world, graph: packGraph(world.graph) };
    const second = pose(other).world.graph;
    told(world);
    for (const picks of sets) {
      const possible = changesOf(world.graph, second);
      const changes = picks.map((pick) => possible[pick % possible.length]!);
      const after = { ...world, graph: applyChanges(world.graph, changes) };
      follow(world, after, changes);
      for (const { change } of changes) seen.add(change);
      expect(told(after)).toBe(told({ ...after, graph: { ...after.graph } }));
      if (coreOf(after, always, defaultBudget).state.isFollowing) followed++;
      world = after;
    }
  }), runs(40));
  expect([followed > 25, seen.size > 12, [...seen]]).toEqual([true, true, expect.anything()]);
});
