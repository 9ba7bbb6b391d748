import type { Law, Layer } from "@cleartitle/norms";
import { planeOf } from "./plane.js";
import type { Setting } from "./setting.js";

/** Classes in which a layer is asked: copyright everywhere, another where a rule of the place raises it or somebody speaks of it. */
export function arisesIn(layer: Layer, { world, act, asOf, atoms, places }: Setting): number {
  const all = planeOf(atoms, () => "true").t;
  const { actions } = world.catalogue.taxonomies;
  if (layer === "copyright" || world.graph.claims.some((c) => c.layer === layer) || act.actions.some((a) => actions.get(a)?.raises?.includes(layer) === true)) return all;
  let classes = 0;
  for (const law of world.catalogue.laws.values()) {
    if (!isLaw(law) || !inForce(law, act.date)) continue;
    if (!law.norms.some((n) => n.kind === "raise" && n.raise.layer === layer && n.raise.as === "reserved")) continue;
    classes |= planeOf(atoms, (atom) => places.contains(law.jurisdiction, atom, act.date ?? asOf)).t;
  }
  return classes;
}

/** Guidance, proposals and what is pending or unsettled are no rule. */
const isLaw = (law: Law): boolean => law.authorityKind !== "guidance" && law.authorityKind !== "proposal" && law.confidence !== "pending" && law.confidence !== "unsettled";
const inForce = (law: Law, date: string | null): boolean => date === null || ((law.inForce?.from ?? date) <= date && date <= (law.inForce?.to ?? date));
