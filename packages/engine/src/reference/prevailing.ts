import type { Instrument, Norm, Truth } from "@cleartitle/norms";
import { judgeCondition } from "./condition.js";
import { normInForce } from "./covering.js";
import { originOf } from "./incorporated.js";
import { lifeOf } from "./life.js";
import { boundHow } from "./party.js";
import type { Scene } from "./scene.js";
import { covering, versionFor } from "./version.js";

/**
 * An instrument as it stands for the party of an act: the version that binds it, without the norms that its licensor waived or struck out for
 * this party in another instrument. What may be waived, may still bind.
 */
export function standing(scene: Scene, instrument: Instrument): Instrument {
  const current = versionFor(scene.env, instrument, scene.act.actor, scene.act.date);
  const waived = waivedBy(scene, current);
  if (waived.size === 0) return current;
  const norms = current.norms.flatMap((norm): Norm[] => {
    const truth = waived.get(norm.id) ?? waived.get(originOf(current.id, norm.id).norm);
    if (truth === "true") return [];
    return truth === undefined ? [norm] : [{ ...norm, if: { all: [norm.if ?? true, "unknown"] } }];
  });
  return { ...current, norms };
}

/** Ids of norms that instruments of the same licensor take away, for a party to these and while they last. */
function waivedBy(scene: Scene, instrument: Instrument): ReadonlyMap<string, Truth> {
  const { env, act, source } = scene;
  const grantor = (i: Instrument): string | null => i.licensor ?? env.lines.assets.get(source)?.licensor ?? null;
  const found = new Map<string, Truth>();
  for (const other of covering(env, source)) {
    if (other.id === instrument.id || grantor(other) === null || grantor(other) !== grantor(instrument)) continue;
    const norms = other.norms.filter((n) => (n.kind === "waive" || n.kind === "modify") && normInForce(n, act.date));
    if (norms.length === 0 || lifeOf(env, other, act.actor, act.date).state !== "in-force" || boundHow(env, act.actor, other, act.date) === null) continue;
    for (const norm of norms) {
      const ids = norm.kind === "waive" ? norm.waive.norms : norm.kind === "modify" && norm.modify.base === instrument.id ? (norm.modify.drop ?? []) : [];
      const { truth } = judgeCondition(norm.if, { ...scene, instrument: other }, "permit");
      for (const id of ids) if (truth !== "false" && found.get(id) !== "true") found.set(id, truth);
    }
  }
  return found;
}
