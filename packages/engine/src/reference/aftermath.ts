import { exactly } from "@cleartitle/norms";
import type { Premise } from "../decision.js";
import type { Aftermath } from "../judgment/aftermath.js";
import { judgeCondition } from "./condition.js";
import { lawNorms } from "./law.js";
import { publisherOf } from "./licensor.js";
import { lifeOf } from "./life.js";
import { boundThrough } from "./lines.js";
import { instrumentsAt } from "./license-reading.js";
import type { Past } from "./past.js";
import { rolesFrom } from "./roles.js";
import type { Act } from "../act.js";
import { sceneOn, type Env, type Scene } from "./scene.js";

/** Only through a rule or norm that says so does a past act reach the present (step 6). */
export function aftermathOf(act: Act, territory: string, env: Env, past: Past): Aftermath[] {
  const rest = { env, act, territory, history: past.history };
  const nodes = waysUp(act, env);
  return [...nodes.flatMap((way) => endedBy(way, rest)), ...tainted(nodes, rest, past)];
}

interface Way {
  readonly node: string;
  readonly path: readonly string[];
  /** Kinds of the derivations from the node to what is acted on. */
  readonly kinds: readonly string[];
}

function waysUp(act: Act, env: Env): Way[] {
  const found = new Map<string, Way>();
  let frontier: (Way & { bound: string | null })[] = [{ node: act.object, path: [act.object], kinds: [], bound: act.date }];
  while (frontier.length > 0) {
    const next: typeof frontier = [];
    for (const way of frontier.toSorted((a, b) => (a.path.join("\u0000") < b.path.join("\u0000") ? -1 : 1))) {
      if (found.has(way.node)) continue;
      found.set(way.node, way);
      for (const edge of env.lines.into.get(way.node) ?? []) {
        const bound = boundThrough(edge, way.bound);
        if (bound !== undefined) next.push({ node: edge.source, path: [...way.path, edge.source], kinds: [edge.kind, ...way.kinds], bound });
      }
    }
    frontier = next;
  }
  return [...found.values()];
}

type Rest = Omit<Scene, "source" | "path" | "instrument">;

/** A terminated instrument whose text reaches what was made under it. */
function endedBy(way: Way, rest: Rest): Aftermath[] {
  return instrumentsAt(rest.env, way.node, rest.act.date).flatMap((instrument): Aftermath[] => {
    const life = lifeOf(rest.env, instrument, rest.act.actor, rest.act.date, null, publisherOf({ ...rest, source: way.node }));
    if (life.state !== "ended" || life.by !== "termination") return [];
    const norm = instrument.norms.find((n) => n.kind === "terminate" && n.terminate.reaches !== undefined);
    if (norm?.kind !== "terminate") return [];
    const played = rolesFrom({ asset: way.node, object: rest.act.object }, instrument, rest.territory, rest.env).get(rest.act.object) ?? [];
    if (!played.some((p) => p.role !== "silent" && norm.terminate.reaches!.includes(p.role))) return [];
    const premise: Premise = { reads: `life of ${instrument.id}`, of: rest.act.actor, is: life.why, needs: "in force", result: "false" };
    return [{ kind: "must-delete", asset: way.node, layer: "contract", act: null, interval: exactly("blocked"), instrument: instrument.id, norm: norm.id, cite: norm.cite, premises: [premise], path: way.path }];
  });
}

/** A rule by which an open act upstream reaches what came of it, through derivations it names. */
function tainted(ways: readonly Way[], rest: Rest, past: Past): Aftermath[] {
  const byNode = new Map(ways.map((w) => [w.node, w] as const));
  return past.findings.flatMap((finding): Aftermath[] => {
    if (finding.state !== "open" && finding.state !== "unknown") return [];
    const result = finding.act.derivation?.to ?? finding.act.object;
    const way = byNode.get(result);
    if (way === undefined) return [];
    const scene: Scene = sceneOn(rest, finding.asset, way.path, null);
    return lawNorms(scene, "taint").flatMap(({ law, norm }): Aftermath[] => {
      if (norm.taint.layer !== finding.layer || !way.kinds.some((k) => norm.taint.through.includes(k))) return [];
      const judged = judgeCondition(norm.if, { ...scene, instrument: law }, "prohibit");
      if (judged.truth === "false") return [];
      const sure = judged.truth === "true" && finding.state === "open";
      return [{ kind: "taint", asset: finding.asset, layer: finding.layer, act: finding.act.id, interval: sure ? exactly("blocked") : { best: "cleared", worst: "blocked" }, instrument: law.id, norm: norm.id, cite: norm.cite, premises: judged.premises, path: way.path }];
    });
  });
}
