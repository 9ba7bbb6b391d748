import { decide, impactOf, type World } from "@cleartitle/engine";
import { canonicalJson } from "@cleartitle/norms";
import { applyChanges, type ChangeSet, type GraphChange, type TitleGraph, type Use } from "@cleartitle/title";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { rareWorld } from "../worlds/rare-world.js";
import { pose } from "../worlds/world-asked.js";
import { holds, patience } from "./property.js";
import { asked } from "../worlds/world-arbitrary.js";

/** Every asset is asked for as the one use is. */
function withQuestions(graph: TitleGraph): TitleGraph {
  const pattern = graph.uses.get(asked)!;
  const questions = [...graph.assets.keys()].map((of): [string, Use] => [`asset:${of}`, { ...pattern, name: `asset:${of}`, of, in: pattern.in.slice(0, 1), recipients: [] }]);
  return { ...graph, uses: new Map([...graph.uses, ...questions]) };
}

/** Changes that a graph allows: what another one has is added, what it has itself goes. */
function changesOf(own: TitleGraph, other: TitleGraph): GraphChange[] {
  return [
    ...other.statements.map((statement): GraphChange => ({ change: "add-statement", statement })),
    ...own.statements.map(({ id }): GraphChange => ({ change: "remove-statement", statement: id })),
    ...[...other.instruments.values()].map((instrument): GraphChange => ({ change: "add-instrument", instrument, covers: other.covers.filter((c) => c.instrument === instrument.id).map((c) => c.asset) })),
    ...[...own.instruments.keys()].flatMap((instrument): GraphChange[] => [{ change: "remove-instrument", instrument }, { change: "terminate-instrument", instrument, on: "2025-03-01" }]),
    ...other.acceptances.map((acceptance): GraphChange => ({ change: "add-acceptance", acceptance })),
    ...own.acceptances.map((acceptance): GraphChange => ({ change: "remove-acceptance", acceptance })),
    ...other.events.map((event): GraphChange => ({ change: "add-event", event })),
    ...own.events.map(({ id }): GraphChange => ({ change: "remove-event", event: id })),
    ...[...other.derivations.values()].map((derivation): GraphChange => ({ change: "add-derivation", derivation })),
    ...[...own.derivations.keys()].flatMap((derivation): GraphChange[] => [{ change: "remove-derivation", derivation }, { change: "add-act", derivation, act: { act: "keep", of: [...own.assets.keys()][0]!, until: null } }]),
    ...[...other.assets.values()].map((asset): GraphChange => ({ change: "add-asset", asset })),
    ...[...own.assets.keys()].map((asset): GraphChange => ({ change: "drop-asset", asset })),
    ...[...other.parties.values()].map((party): GraphChange => ({ change: "add-party", party })),
    ...other.positions.map((position): GraphChange => ({ change: "add-position", position })),
    { change: "set-profile", profile: "permissive" },
    { change: "set-use", use: asked, fields: { purpose: ["research"] } },
  ];
}

/** Ids of what another graph adds are its own, save those of assets and texts. */
const renamed = (graph: TitleGraph): TitleGraph => ({
  ...graph, statements: graph.statements.map((each) => ({ ...each, id: `other-${each.id}` })), events: graph.events.map((each) => ({ ...each, id: `other-${each.id}` })),
  derivations: new Map([...graph.derivations.values()].map((each) => [`other-${each.id}`, { ...each, id: `other-${each.id}` }] as const)),
});

const said = (world: World, use: string): string => canonicalJson({ ...decide(world, use, { withoutRange: true }), basis: null });

test("what a change set does not reach is decided as before", patience, () => {
  const seen = new Map<string, number>();
  holds(fc.tuple(rareWorld, rareWorld, fc.array(fc.nat(), { minLength: 1, maxLength: 2 })), ([strange, other, picks]) => {
    const before: World = pose(strange).world;
    const own = { ...before, graph: withQuestions(before.graph) };
    const possible = changesOf(own.graph, renamed(pose(other).world.graph));
    const changes: ChangeSet = picks.map((pick) => possible[pick % possible.length]!);
    // A question that is made up goes with its asset, and comes with it.
    const changed = applyChanges(before.graph, changes);
    if (!changed.uses.has(asked)) return;
    const after = { ...own, graph: withQuestions(changed) };
    const impact = impactOf(own, after, changes, { decide, budget: 0 });
    const reached = new Set(impact.cut?.left);
    for (const use of new Set([...own.graph.uses.keys(), ...after.graph.uses.keys()])) {
      if (reached.has(use)) continue;
      expect(`${changes.map((c) => c.change).join()} ${use} ${said(after, use)}`).toBe(`${changes.map((c) => c.change).join()} ${use} ${said(own, use)}`);
      seen.set("untouched", (seen.get("untouched") ?? 0) + 1);
    }
    for (const { change } of changes) seen.set(impact.everything === null ? change : "everything", (seen.get(impact.everything === null ? change : "everything") ?? 0) + 1);
  }, 60);
  // Something was left out, by changes of most kinds.
  expect([(seen.get("untouched") ?? 0) > 20, seen.size > 8]).toEqual([true, true]);
});
