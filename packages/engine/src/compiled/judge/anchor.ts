import type { Anchor } from "@cleartitle/norms";
import type { Derivation } from "@cleartitle/title";
import { nodeOf, assetOf, type Spot } from "./spot.js";

/** The date at which a constraint is tested; null: not recorded. */
export function dateAt(spot: Spot, anchor: Anchor): string | null {
  switch (anchor) {
    case "act": case "use": case "continuously": return spot.at.date;
    case "publication": case "release": return spot.node < 0 ? null : spot.core.state.licenses.published(spot.node);
    case "acquisition": return first((assetOf(spot, spot.source)?.acquired ?? []).map((each) => (each.who === spot.act.actor ? each.on : null)));
    case "acceptance": return first(spot.core.world.graph.acceptances.map((each) => (each.instrument === spot.text?.id && each.party === spot.act.actor ? each.on : null)));
    case "training": case "generation": break;
  }
  return makingOn(spot, anchor)?.during.from ?? null;
}

function first(days: readonly (string | null)[]): string | null {
  let least: string | null = null;
  for (const day of days) if (day !== null && (least === null || day < least)) least = day;
  return least;
}

/** The derivation by which what is acted on learned or was generated: the act itself, else the first on the way from the source. */
export function makingOn({ act, core, path }: Spot, what: "training" | "generation"): Derivation | null {
  const kinds = core.of.taxonomies.derivationKinds;
  const isOne = (kind: string): boolean => kinds.get(kind)?.anchors?.includes(what) === true;
  if (act.derivation !== null && isOne(act.derivation.by)) return act.derivation;
  const { edges, derivations, derivationKinds } = core.graph;
  for (let at = path.length - 1; at > 0; at--) {
    const [source, result] = [nodeOf(core, path[at]!), nodeOf(core, path[at - 1]!)];
    if (result < 0) continue;
    for (let i = edges.inStart[result]!; i < edges.inStart[result + 1]!; i++) {
      const edge = edges.into[i]!;
      if (edges.inSource[i] === source && isOne(derivationKinds[edges.kind[edge]!]!)) return derivations[edges.derivation[edge]!]!;
    }
  }
  return null;
}
