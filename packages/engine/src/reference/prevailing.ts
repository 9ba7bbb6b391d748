import { and, canGrant, not, or, type Instrument, type Norm, type Truth } from "@cleartitle/norms";
import { originOf } from "../judgment/origin.js";
import type { End } from "../judgment/life.js";
import { judgeCondition } from "./condition.js";
import { normInForce } from "./covering.js";
import { indexOf } from "./graph-index.js";
import { publisherOf } from "./licensor.js";
import { lifeOf, survivors } from "./life.js";
import { boundHow } from "./party.js";
import { withoutYielded } from "./reciprocity.js";
import type { Scene } from "./scene.js";
import { covering, versionFor } from "./version.js";

/**
 * An instrument as it stands for the party of an act: the version that binds it, without what ended with it and without the norms that its
 * licensor waived or struck out for this party in another instrument, or gave up by acts of its own. What may be gone, may still bind.
 */
export function standing(scene: Scene, instrument: Instrument): Instrument {
  const current = withoutYielded(scene, versionFor(scene.env, instrument, scene.act.actor, scene.act.date));
  const waived = waivedBy(scene, current);
  const ended = endOf(scene, current);
  if (waived.size === 0 && ended === null) return current;
  const norms = current.norms.flatMap((norm): Norm[] => {
    const gone = or([waived.get(norm.id) ?? waived.get(originOf(current.id, norm.id).norm) ?? "false", ended === null ? "false" : goneWith(ended, norm, scene, current)]);
    if (gone === "true") return [];
    return gone === "false" ? [norm] : [{ ...norm, if: { all: [norm.if ?? true, "unknown"] } }];
  });
  return { ...current, norms };
}

/** How the instrument has ended for the actor, where its text is known to say what outlasts that: by its own term, or with a clause on survival. */
function endOf(scene: Scene, instrument: Instrument): End | null {
  if (instrument.term === undefined && !indexOf(scene.env.world.graph).eventsOf.has(instrument.id)) return null;
  const life = lifeOf(scene.env, instrument, scene.act.actor, scene.act.date, null, publisherOf(scene));
  if (life.state !== "ended") return null;
  return life.by === "term" || instrument.norms.some((n) => n.kind === "survive") ? life.by : null;
}

/** Prohibitions and duties end with their text unless they survive; what becomes of permits is judged where they are relied on. */
function goneWith(end: End, norm: Norm, scene: Scene, instrument: Instrument): Truth {
  if (norm.kind !== "prohibit" && norm.kind !== "oblige") return "false";
  return not(or(survivors(instrument, norm, end).map((s) => judgeCondition(s.if, { ...scene, instrument }, "prohibit").truth)));
}

/** Ids of norms that instruments of the same licensor take away, for a party to these and while they last. */
function waivedBy(scene: Scene, instrument: Instrument): ReadonlyMap<string, Truth> {
  const { env, act, source } = scene;
  const grantor = (i: Instrument): string | null => i.licensor ?? publisherOf(scene);
  const found = new Map<string, Truth>();
  for (const other of covering(env, source)) {
    if (other.id === instrument.id || grantor(other) === null || grantor(other) !== grantor(instrument)) continue;
    const norms = other.norms.filter((n) => (n.kind === "waive" || n.kind === "modify") && normInForce(n, act.date));
    if (norms.length === 0 || lifeOf(env, other, act.actor, act.date, null, publisherOf(scene)).state !== "in-force" || boundHow(env, act.actor, other, act.date) === null) continue;
    for (const norm of norms) {
      const ids = norm.kind === "waive" ? norm.waive.norms : norm.kind === "modify" && norm.modify.base === instrument.id ? (norm.modify.drop ?? []) : [];
      const truth = and([judgeCondition(norm.if, { ...scene, instrument: other }, "permit").truth, canGrant(norm.verified ?? other.verified) ? "true" : "unknown"]);
      for (const id of ids) if (truth !== "false" && found.get(id) !== "true") found.set(id, truth);
    }
  }
  return found;
}
