import type { Anchor } from "@cleartitle/norms";
import type { Derivation } from "@cleartitle/title";
import type { Setting, Spot, Text } from "./setting.js";
import { stateOf } from "./state/state.js";

/** The date at which a constraint is tested; null: not recorded. */
export function anchorDate(anchor: Anchor, setting: Setting, text: Text): (spot: Spot) => string | null {
  const { act, world } = setting;
  const assetAt = (spot: Spot) => world.graph.assets.get(setting.graph.nodes[spot.source]!);
  switch (anchor) {
    case "act": case "use": case "continuously": return () => act.date;
    case "publication": case "release": {
      const { licenses } = stateOf(world, setting.graph, setting.knownAt);
      return (spot) => licenses.published(spot.source);
    }
    case "acquisition": return (spot) => least((assetAt(spot)?.acquired ?? []).filter((a) => a.who === act.actor).map((a) => a.on));
    case "acceptance": {
      const first = least(world.graph.acceptances.filter((a) => a.instrument === text?.id && a.party === act.actor).map((a) => a.on));
      return () => first;
    }
    case "training": return (spot) => onWay("training", setting, spot)?.during.from ?? null;
    case "generation": break;
  }
  return (spot) => onWay("generation", setting, spot)?.during.from ?? null;
}

const least = (dates: readonly (string | null)[]): string | null => dates.filter((d) => d !== null).toSorted()[0] ?? null;

/** The training or generation on the way: the act itself, else the first after the source. */
function onWay(making: "training" | "generation", { act, graph, trail, world }: Setting, spot: Spot): Derivation | null {
  const kinds = world.catalogue.taxonomies.derivationKinds;
  const isOne = (id: string): boolean => kinds.get(id)?.anchors?.includes(making) === true;
  if (act.derivation !== null && isOne(act.derivation.by)) return act.derivation;
  const { into, inStart, inSource, kind, derivation } = graph.edges;
  let above = spot.source;
  for (let way = spot.way; way >= 0; way = trail.parent[way]!) {
    const node = trail.node[way]!;
    for (let i = inStart[node]!; i < inStart[node + 1]!; i++) {
      const edge = into[i]!;
      if (inSource[i] === above && isOne(graph.derivationKinds[kind[edge]!]!)) return graph.derivations[derivation[edge]!]!;
    }
    above = node;
  }
  return null;
}
