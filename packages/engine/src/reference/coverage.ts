import { layers, type FactValue, type Law, type Layer } from "@cleartitle/norms";
import type { Premise } from "../decision.js";
import { factsByLayer } from "../facts-by-layer.js";
import type { Demand } from "../judgment/demand.js";
import type { Uncovered } from "../judgment/uncovered.js";
import { needsOf, putsInQuestion } from "./covering.js";
import { indexOf } from "./graph-index.js";
import { lawsIn } from "./law.js";
import { assetFact } from "./reading.js";
import type { Scene } from "./scene.js";
import { factsOfDerivation } from "./told.js";

/** Layers whose absence of rules the judgment of demands and contracts sees by itself. */
const seenElsewhere: ReadonlySet<Layer> = new Set<Layer>(["copyright", "contract", "regulation"]);

export function uncoveredOn(demands: readonly Demand[], rest: Omit<Scene, "source" | "path" | "instrument">): Uncovered[] {
  const first = new Map(demands.filter((d) => d.layer === "copyright").toReversed().map((d) => [d.asset, d] as const));
  const laws = lawsIn(rest.env, rest.territory, rest.act.date);
  const open = layers.filter((layer) => !seenElsewhere.has(layer) && !laws.some((law) => touches(law, layer)));
  return [...first.values()].flatMap((demand) => open.flatMap((layer): Uncovered[] => {
    const premise = spokenOf(demand.asset, layer, rest);
    return premise === null ? [] : [{ asset: demand.asset, layer, action: demand.action, interval: { best: "cleared", worst: "blocked" }, premises: [premise], path: demand.path }];
  }));
}

function touches(law: Law, layer: Layer): boolean {
  return law.norms.some((n) =>
    (n.kind === "raise" && n.raise.layer === layer) || (n.kind === "unprotect" && n.unprotect.layer === layer) ||
    (n.kind === "permit" && n.permit.layers?.includes(layer) === true) || (n.kind === "prohibit" && n.prohibit.layers?.includes(layer) === true));
}

/** A claim, a recorded fact of the asset, a circumstance recorded of the act on it, or the act itself. */
function spokenOf(asset: string, layer: Layer, { env, act }: Omit<Scene, "source" | "path" | "instrument">): Premise | null {
  const spoken = (fact: string, value: FactValue): Premise => ({ reads: fact, of: asset, is: String(value), needs: `a rule of the place on ${layer}`, result: "unknown" });
  if (indexOf(env.world.graph).claimsOn.get(asset)?.some((c) => c.layer === layer) === true) return spoken("claim", layer);
  for (const fact of factsByLayer(env.world.catalogue.taxonomies).get(layer) ?? []) {
    const ofAct = asset === act.object && fact.control === "circumstance" ? [...act.facts, ...(act.derivation === null ? [] : factsOfDerivation(env, act.derivation))].filter((r) => r.fact === fact.id).map((r) => r.value) : [];
    const value = [...assetFact(env, asset, fact.id, act.date), ...ofAct].find((v) => v === true);
    if (value !== undefined) return spoken(fact.id, value);
  }
  // An act that is nobody's to grant, and that by itself asks what the law says of it: to get round a barrier.
  const asking = asset === act.object ? act.actions.find((action) => putsInQuestion(env, action, layer) && needsOf(env, action, layer) === null) : undefined;
  return asking === undefined ? null : spoken("act", asking);
}
