import { and, or, type Truth } from "@cleartitle/norms";
import { placesOf } from "./places.js";
import { dateOfAnchor } from "./anchor.js";
import type { Reading, Scene } from "./scene.js";

/** Does a term lie under one of the named ones by `is-a`? A name outside the vocabulary is unknown, never a refusal or a grant. */
export function isUnder(terms: ReadonlyMap<string, { isA?: string[] | undefined }>, id: string, named: readonly string[]): Truth {
  const seen = new Set<string>();
  const queue = [id];
  for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
    if (seen.has(at)) continue;
    seen.add(at);
    if (named.includes(at)) return "true";
    queue.push(...(terms.get(at)?.isA ?? []));
  }
  if (named.some((name) => !terms.has(name))) return "unknown";
  return terms.has(id) ? "false" : "unknown";
}

/** Is the place that a constraint reads inside one of the named groups or territories? */
export function placeTruth(
  scene: Scene,
  test: { place: readonly string[]; of?: string | undefined; members?: string | undefined },
  reading: Reading,
): { truth: Truth; is: string | null } {
  const { env, act } = scene;
  const date = test.members === "at-signature" ? (dateOfAnchor(scene, "acceptance") ?? scene.instrument?.inForce?.from ?? null) : act.date;
  const inside = (place: string): Truth => or(test.place.map((group) => placesOf(env.world).contains(group, place, date ?? env.asOf)));
  const asked = placesAsked(scene, test.of);
  if (asked.length === 0) return { truth: "unknown", is: null };
  const each = asked.map(inside);
  return { truth: reading === "permit" ? and(each) : or(each), is: asked.join(", ") };
}

function placesAsked(scene: Scene, of: string | undefined): readonly string[] {
  const party = scene.env.world.graph.parties.get(scene.act.actor);
  if (of === "domicile") return party?.domicile == null ? [] : [party.domicile];
  if (of === "headquarters") return party?.headquarters == null ? [] : [party.headquarters];
  if (of === "hosted") return scene.act.hosted;
  return [scene.territory];
}
