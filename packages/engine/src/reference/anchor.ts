import type { Anchor } from "@cleartitle/norms";
import type { Derivation } from "@cleartitle/title";
import { indexOf } from "./graph-index.js";
import type { Env, Scene } from "./scene.js";

const trainingKinds = new Set(["train", "finetune", "adapt", "distil"]);
const generatingKinds = new Set(["generate", "synthesize", "distil"]);

/** The day on which an asset became public: as recorded of it, else by the first event that says so. */
export function publishedOn(env: Env, asset: string): string | null {
  const events = (indexOf(env.world.graph).eventsOf.get(asset) ?? []).filter((e) => e.kind === "gone-public" && e.recordedAt <= env.knownAt);
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
    case "training": return dateOfKind(scene, trainingKinds);
    case "generation": break;
  }
  return dateOfKind(scene, generatingKinds);
}

const dateOfKind = (scene: Scene, kinds: ReadonlySet<string>): string | null => derivationOnPath(scene, kinds)?.during.from ?? null;

/** The derivation of one of these kinds on the way from the source to what is acted on: the first after the source. */
function derivationOnPath(scene: Scene, kinds: ReadonlySet<string>): Derivation | null {
  if (scene.act.derivation !== null && kinds.has(scene.act.derivation.by)) return scene.act.derivation;
  for (let i = scene.path.length - 1; i > 0; i--) {
    const edge = (scene.env.lines.into.get(scene.path[i - 1]!) ?? []).find((e) => e.source === scene.path[i] && kinds.has(e.kind));
    if (edge !== undefined) return edge.derivation;
  }
  return null;
}

export const generationOnPath = (scene: Scene): Derivation | null => derivationOnPath(scene, generatingKinds);
export const trainingOnPath = (scene: Scene): Derivation | null => derivationOnPath(scene, trainingKinds);
