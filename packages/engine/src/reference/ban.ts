import { exactly, joinIntervals, or, type Instrument, type Interval, type Layer, type Norm } from "@cleartitle/norms";
import type { Premise } from "../decision.js";
import type { Ban } from "../judgment/ban.js";
import type { Demand } from "../judgment/demand.js";
import type { Duty } from "../judgment/duty.js";
import { judgeCondition } from "./condition.js";
import { isAction } from "./covering.js";
import { actionUpstream } from "./demand.js";
import { dutiesOf } from "./duty.js";
import { lawNorms } from "./law.js";
import { boundThrough } from "./lines.js";
import { instrumentsAt } from "./license-reading.js";
import { ownBans } from "./own-ban.js";
import { boundHow, boundInAct } from "./party.js";
import { standing } from "./prevailing.js";
import { rolesFrom, type Played } from "./roles.js";
import { sceneOn, type Scene } from "./scene.js";

/** Prohibitions of instruments that the actor is bound by, of our policies, and of statutes. */
export const bansOn = (scene: Omit<Scene, "source" | "path" | "instrument">, demands: readonly Demand[]): Ban[] =>
  [...contractBansOn(scene), ...ofPolicies(scene), ...ofStatutes(scene, demands)];

/** Prohibitions of instruments upstream that whoever acts is bound by. */
export const contractBansOn = (scene: Omit<Scene, "source" | "path" | "instrument">): Ban[] =>
  upstreamOf(scene).flatMap((node) => boundAt(node, scene)).flatMap((b) => fromInstrument(b.node, b.scene, b.instrument, b.bound));

interface Upstream {
  readonly asset: string;
  readonly path: readonly string[];
  /** Acts on the source that the acts asked amount to. */
  readonly actions: readonly string[];
}

/** Everything that the thing acted on came from in time order, each by its shortest way. */
function upstreamOf(scene: Omit<Scene, "source" | "path" | "instrument">): Upstream[] {
  const found = new Map<string, Upstream>();
  let frontier: (Upstream & { bound: string | null })[] = [{ asset: scene.act.object, path: [scene.act.object], actions: scene.act.actions, bound: scene.act.date }];
  const bounds = new Map<string, string | null>();
  while (frontier.length > 0) {
    const next: typeof frontier = [];
    for (const item of frontier.toSorted((a, b) => (a.path.join("\u0000") < b.path.join("\u0000") ? -1 : 1))) {
      const seen = bounds.get(item.asset);
      if (seen !== undefined && (seen === null || (item.bound !== null && item.bound <= seen))) continue;
      bounds.set(item.asset, item.bound);
      if (!found.has(item.asset)) found.set(item.asset, item);
      for (const edge of scene.env.lines.into.get(item.asset) ?? []) {
        const bound = boundThrough(edge, item.bound);
        if (bound === undefined) continue;
        // A contract may speak of what came of its subject whatever the law says of copies; the act keeps its name where none is mapped.
        const actions = item.actions.map((a) => actionUpstream(scene.env, edge.kind, a) ?? a);
        next.push({ asset: edge.source, path: [...item.path, edge.source], actions, bound });
      }
    }
    frontier = next;
  }
  return [...found.values()];
}

interface BoundInstrument {
  readonly node: Upstream;
  readonly scene: Scene;
  readonly instrument: Instrument;
  readonly bound: string;
}

/** Instruments attached to a node that the actor is bound by, whatever it would rather rely on. */
function boundAt(node: Upstream, rest: Omit<Scene, "source" | "path" | "instrument">): BoundInstrument[] {
  const scene: Scene = sceneOn(rest, node.asset, node.path, null);
  return instrumentsAt(scene.env, node.asset, scene.act.date).map((i) => standing(scene, i)).flatMap((instrument) => {
    if (!instrument.norms.some((n) => n.kind === "prohibit" || n.kind === "oblige") && (instrument.unsupported ?? []).length === 0) return [];
    const bound = boundInAct(scene.env, scene.act, instrument);
    return bound === null ? [] : [{ node, scene, instrument, bound }];
  });
}

/** Duties that bind whatever option is chosen (step 5); `asked` are the assets of which something is demanded. */
export function boundDutiesOn(rest: Omit<Scene, "source" | "path" | "instrument">, asked: ReadonlySet<string>): Duty[] {
  return upstreamOf(rest).flatMap((node) => boundAt(node, rest)).flatMap(({ node, scene, instrument, bound }) => {
    // Who merely relies is under the duties of the option it takes, where one is asked for; what was relied on earlier binds beyond that.
    if (bound === "reliance" && asked.has(node.asset)) return [];
    const played = rolesFrom({ asset: node.asset, object: scene.act.object }, instrument, scene.territory, scene.env);
    const rolesOf = (n: string): readonly Played[] => played.get(n) ?? [{ role: "silent", inner: "materials" }];
    return scene.act.actions.flatMap((action) => dutiesOf({ instrument, action, scene, rolesOf, persists: "false", only: null }));
  });
}

function fromInstrument(node: Upstream, scene: Scene, instrument: Instrument, bound: string): Ban[] {
  const played = rolesFrom({ asset: node.asset, object: scene.act.object }, instrument, scene.territory, scene.env).get(scene.act.object) ?? [{ role: "silent" as const, inner: "materials" as const }];
  const actions = [...new Set([...scene.act.actions, ...node.actions])];
  const said = actions.flatMap((action) =>
    // Whether matter persists is for the copyright demand to say; a ban on what the text is silent of is not inferred.
    ownBans({ action, persists: "false" }, scene, instrument, played).map((ban): Ban => {
      const norm = instrument.norms.find((n) => n.id === ban.norm);
      const lifted = liftOf(scene, instrument, action);
      const interval: Interval = lifted === "true" ? exactly("cleared") : lifted === "unknown" ? { best: "cleared", worst: ban.interval.worst } : ban.interval;
      return { asset: node.asset, layer: layerOf(norm), action, instrument, norm: ban.norm, cite: ban.cite, quote: ban.quote, bound, interval, premises: ban.premises, path: node.path };
    }),
  ).filter((b) => b.interval.worst !== "cleared");
  return bound === "reliance" ? said : [...said, ...unsaid(node, scene, instrument, bound, actions)];
}

/** A construct of a binding text that norms cannot say may be a prohibition of what it touches; who merely relies has it in the option it takes. */
function unsaid(node: Upstream, scene: Scene, instrument: Instrument, bound: string, actions: readonly string[]): Ban[] {
  return (instrument.unsupported ?? []).flatMap((u, index): Ban[] => {
    const action = actions.find((a) => u.actions === undefined || isAction(scene.env, a, u.actions));
    if (action === undefined) return [];
    const premise: Premise = { reads: `text of ${instrument.id}`, of: u.cite, is: null, needs: u.what, result: "unknown" };
    return [{ asset: node.asset, layer: "contract", action, instrument, norm: `unsupported-${index + 1}`, cite: u.cite, quote: null, bound, interval: { best: "cleared", worst: "blocked" }, premises: [premise], path: node.path }];
  });
}

const layerOf = (norm: Norm | undefined): Layer => (norm?.kind === "prohibit" ? (norm.prohibit.layers?.[0] ?? "contract") : "contract");

/** A rule of law by which contrary terms do not bind for the action. */
function liftOf(scene: Scene, instrument: Instrument, action: string): "true" | "false" | "unknown" {
  return or(lawNorms(scene, "override").flatMap(({ law, norm }) => {
    const kinds: readonly string[] = norm.override.instruments;
    if (!kinds.includes(instrument.kind) || !isAction(scene.env, action, norm.override.actions)) return [];
    return [judgeCondition(norm.if, { ...scene, instrument: law }, "permit").truth];
  }));
}

/** Our own policies speak of every use of ours. */
function ofPolicies(rest: Omit<Scene, "source" | "path" | "instrument">): Ban[] {
  const object = rest.act.object;
  const scene: Scene = sceneOn(rest, object, [object], null);
  return [...rest.env.world.graph.instruments.values()].filter((i) => i.kind === "policy").map((i) => standing(scene, i)).flatMap((policy) => {
    const bound = boundHow(scene.env, scene.act.actor, policy, scene.act.date);
    if (bound === null) return [];
    return fromInstrument({ asset: object, path: [object], actions: scene.act.actions }, scene, policy, bound);
  });
}

function ofStatutes(rest: Omit<Scene, "source" | "path" | "instrument">, demands: readonly Demand[]): Ban[] {
  const seen = new Map<string, Demand>();
  for (const demand of demands) if (!seen.has(`${demand.asset}\u0000${demand.action}`)) seen.set(`${demand.asset}\u0000${demand.action}`, demand);
  return [...seen.values()].flatMap((demand) => {
    const scene: Scene = sceneOn(rest, demand.asset, demand.path, null);
    return lawNorms(scene, "prohibit").flatMap(({ law, norm }): Ban[] => {
      if (!isAction(scene.env, demand.action, norm.prohibit.actions)) return [];
      const judged = judgeCondition(norm.if, { ...scene, instrument: law }, "prohibit");
      if (judged.truth === "false") return [];
      const open: Interval = judged.kept === "false" ? exactly("conditional") : { best: "cleared", worst: "blocked" };
      const sure: Interval = judged.truth === "true" ? exactly("blocked") : open;
      const interval = demand.persists === "true" ? sure : joinIntervals([{ best: "cleared", worst: sure.worst }]);
      return [{ asset: demand.asset, layer: norm.prohibit.layers?.[0] ?? "regulation", action: demand.action, instrument: law, norm: norm.id, cite: norm.cite, quote: norm.quote ?? null, bound: "statute", interval, premises: judged.premises, path: demand.path }];
    });
  });
}
