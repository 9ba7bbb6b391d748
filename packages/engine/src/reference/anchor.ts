import type { Anchor } from "@cleartitle/norms";
import { isBy, type Derivation } from "@cleartitle/title";
import { indexOf } from "./graph-index.js";
import type { Env, Scene } from "./scene.js";

/** The day on which an asset became public: as recorded of it, else by the first event that says so. */
export function publishedOn(env: Env, asset: string): string | null {
  const events = (indexOf(env.world.graph).eventsOf.get(asset) ?? []).filter((e) => e.kind === "gone-public" && isBy(e.recordedAt, env.knownAt));
  return env.lines.assets.get(asset)?.published ?? events.map((e) => e.on).toSorted()[0] ?? null;
}

/** The date at which a constraint is tested; null: not recorded. */
export function dateOfAnchor(scene: Scene, anchor: Anchor): string | null {
  const { act, env, source } = scene;
  const asset = env.lines.assets.get(source);
  switch (anchor) {
    case "act": case "use": case "continuously": return act.date;
    case "publication": case "release": return publishedOn(env, source);
    case "acquisition": {
      const dates = (asset?.acquired ?? []).filter((a) => a.who === act.actor).flatMap((a) => (a.on === null ? [] : [a.on]));
      return dates.toSorted()[0] ?? null;
    }
    case "acceptance": {
      const id = scene.instrument?.id;
      const dates = env.world.graph.acceptances.filter((a) => a.instrument === id && a.party === act.actor).flatMap((a) => (a.on === null ? [] : [a.on]));
      return dates.toSorted()[0] ?? null;
    }
    case "training": return dateOfMaking(scene, "training");
    case "generation": break;
  }
  return dateOfMaking(scene, "generation");
}

type Making = "training" | "generation";

const dateOfMaking = (scene: Scene, making: Making): string | null => derivationOnPath(scene, making)?.during.from ?? null;

/** Whether a kind of derivation trains, or generates. */
export const isMaking = (env: Env, kind: string, making: Making): boolean => env.world.catalogue.taxonomies.derivationKinds.get(kind)?.anchors?.includes(making) === true;

/** The training or generation on the way from the source to what is acted on: the first after the source. */
export function derivationOnPath(scene: Scene, making: Making): Derivation | null {
  if (scene.act.derivation !== null && isMaking(scene.env, scene.act.derivation.by, making)) return scene.act.derivation;
  for (let i = scene.path.length - 1; i > 0; i--) {
    const edge = (scene.env.lines.into.get(scene.path[i - 1]!) ?? []).find((e) => e.source === scene.path[i] && isMaking(scene.env, e.kind, making));
    if (edge !== undefined) return edge.derivation;
  }
  return null;
}
