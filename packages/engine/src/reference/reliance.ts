import { exactly } from "@cleartitle/norms";
import type { Reliance } from "../judgment/reliance.js";
import { indexOf } from "./graph-index.js";
import { groupOf } from "./quantities.js";
import type { DemandJudgment } from "./demand-judgment.js";
import { licensorsOn, upstreamOn } from "./licensor.js";
import { madeBy } from "./owned.js";
import { assetFact } from "./reading.js";
import { sceneOn, type Scene } from "./scene.js";

const position = "rely-on-publisher";

/**
 * Assets made by others whose upstream is not completely disclosed. The position `rely-on-publisher` takes the publisher's own license grant of
 * the asset as a whole; not where any recorded statement, derivation or finding contradicts it.
 */
export function reliancesOn(demands: readonly DemandJudgment[], rest: Omit<Scene, "source" | "path" | "instrument">): Reliance[] {
  const found = new Map<string, Reliance>();
  for (const { demand, readings } of demands) {
    if (demand.layer !== "copyright" || found.has(demand.asset)) continue;
    const scene: Scene = sceneOn(rest, demand.asset, demand.path, null);
    // Only a grant stands or falls with what its licensor had to give.
    const relevant = readings.some((r) => r.options.some((o) => o.report.kind === "granted" && o.interval.best !== "blocked"));
    const lawful = readings.every((r) => r.options.some((o) => o.report.kind !== "granted" && o.interval.worst !== "blocked"));
    if (!relevant || lawful || !isOpenUpstream(scene)) continue;
    found.set(demand.asset, relianceOn(scene));
  }
  return [...found.values()];
}

function isOpenUpstream(scene: Scene): boolean {
  const { env, source, act } = scene;
  if (!env.lines.assets.has(source) || env.lines.virtual.has(source)) return false;
  if (madeBy(scene, groupOf(env, act.actor, act.date))) return false;
  return upstreamOn(env, source, act.date) !== "complete";
}

function relianceOn(scene: Scene): Reliance {
  const { env, source, path, territory } = scene;
  const contradiction = contradictionOf(scene);
  const option = env.position(position, territory);
  const relies = option === "relies" && contradiction === null;
  const why = contradiction ?? (relies ? "relies on the publisher's grant of the asset as a whole" : "what went into it is not disclosed");
  return { asset: source, path, relies, why, option, interval: relies ? exactly("cleared") : { best: "cleared", worst: "blocked" } };
}

/** What is recorded against the publisher's having all that it grants. */
function contradictionOf(scene: Scene): string | null {
  const index = indexOf(scene.env.world.graph);
  const { source } = scene;
  if (index.claimsOn.get(source)?.some((c) => !c.settled) === true) return "a rival claim is recorded";
  const licensors = licensorsOn(scene.env, source, scene.act.date);
  const holders = (index.titleOf.get(source) ?? []).filter((t) => t.layer === "copyright").map((t) => t.to);
  if (holders.length > 0 && licensors.some((each) => !holders.includes(each))) return "the licensor is not the recorded holder";
  if (assetFact(scene.env, source, "source.infringing_copy", scene.act.date).includes(true)) return "it is recorded as an infringing copy";
  if (index.findingsOn.get(source)?.some((f) => contradicting.has(f.kind)) === true) return "a finding contradicts the publisher";
  return null;
}

/** Findings of intake that speak against a publisher's grant. */
const contradicting = new Set(["rival-claim", "title-gap", "license-conflict", "gate-against-license", "stolen", "takedown"]);
