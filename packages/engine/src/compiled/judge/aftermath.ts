import { exactly } from "@cleartitle/norms";
import type { Premise } from "../../decision.js";
import type { Aftermath } from "../../judgment/aftermath.js";
import type { PastFinding } from "../../judgment/past-finding.js";
import { Roles } from "./roles.js";
import { nodeOf, spotAt, type Place } from "./spot.js";
import type { Ascent } from "./upstream.js";
import { openInterval } from "./told-interval.js";

/** Terminated texts whose own words reach what was made under them. */
export function endedTexts(place: Place, ways: readonly Ascent[], roles: Roles): Aftermath[] {
  const { core, act, at, atom } = place;
  const { graph, state } = core;
  return ways.flatMap((way) =>
    state.licenses.textsOf(way.node, at).flatMap((text): Aftermath[] => {
      const { node } = way;
      const life = state.lives.of(text, act.actor, at.date, null, state.licensors.soleOf(node, at));
      if (life.state !== "ended" || life.by !== "termination") return [];
      for (const norm of text.norms) {
        if (norm.kind !== "terminate" || norm.terminate.reaches === undefined) continue;
        const { reaches } = norm.terminate;
        const played = roles.from(node, text.reach, atom).get(nodeOf(core, act.object)) ?? [];
        if (!played.some(({ role }) => role !== "silent" && reaches.includes(role))) return [];
        const premise: Premise = { reads: `life of ${text.id}`, of: act.actor, is: life.why, needs: "in force", result: "false" };
        return [{ kind: "must-delete", asset: graph.nodes[node]!, layer: "contract", act: null, interval: exactly("blocked"), instrument: text.id, norm: norm.id, cite: norm.cite, premises: [premise], path: way.path }];
      }
      return [];
    }));
}

/** Whether any rule of a place reaches from an act to what came of it. */
export const isTainting = ({ core, atom, at }: Place): boolean => core.of.laws.in(atom, at).norms("taint").length > 0;

/** Rules by which an open act upstream reaches what came of it, through derivations that they name. */
export function tainted(place: Place, ways: readonly Ascent[], findings: readonly PastFinding[]): Aftermath[] {
  const { core, atom, at } = place;
  const rules = core.of.laws.in(atom, at).norms("taint");
  const byAsset = new Map(ways.map((way) => [core.graph.nodes[way.node]!, way] as const));
  return findings.flatMap(({ state, act, asset, layer }): Aftermath[] => {
    const way = state === "open" || state === "unknown" ? byAsset.get(act.derivation?.to ?? act.object) : undefined;
    if (way === undefined) return [];
    return rules.flatMap(({ law, norm }): Aftermath[] => {
      if (norm.taint.layer !== layer || !way.isThrough(norm.taint.through)) return [];
      const told = core.of.telling.tell(norm.if, spotAt(place, asset, way.path, law), "prohibit");
      if (told.truth === "false") return [];
      const interval = told.truth === "true" && state === "open" ? exactly("blocked") : openInterval;
      return [{ kind: "taint", asset, layer, act: act.id, interval, instrument: law.id, norm: norm.id, cite: norm.cite, premises: told.premises, path: way.path }];
    });
  });
}
