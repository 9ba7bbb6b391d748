import type { Layer } from "@cleartitle/norms";
import type { Ownership } from "../../judgment/ownership.js";
import { momentOf } from "../state/moment.js";
import { assignedAway, type OwnershipAsked } from "../state/ownership.js";
import { rightLeft } from "./right.js";
import type { Spot } from "./spot.js";

/** What title records and recorded making give the actor at a spot; null: nothing makes it an owner. */
export function ownershipAt(spot: Spot, layer: Layer, action: string): Ownership | null {
  return spot.node < 0 ? null : spot.core.state.ownership(askedAt(spot, layer, action));
}

/** Whether a text under which the thing was made gives it to the licensor. */
export const isAssignedAway = (spot: Spot, action: string): boolean => spot.node >= 0 && assignedAway(spot.core.state, askedAt(spot, "copyright", action)) !== null;

function askedAt(spot: Spot, layer: Layer, action: string): OwnershipAsked {
  const { core, standpoint, act, at, asOf, atom, node, source } = spot;
  return {
    node, asset: source, party: act.actor, group: core.state.groups.of(act.actor, at.date), at, asOf, layer, atom, within: core.of.taxonomies.actions.get(action)?.power === true ? (own) => rightLeft(spot, layer, action, own) : (own) => own,
    fears: () => !standpoint.presumes(),
    assigns: (condition, text, { source: from, derivation }) => {
      const made = core.graph.nodes[from]!;
      const date = derivation.during.from;
      const making = { ...act, actor: derivation.who, date, derivation, facts: core.state.told.ofDerivation(derivation) };
      return core.of.telling.tell(condition, { ...spot, node: from, source: made, path: [source, made], text, act: making, at: momentOf(date, asOf) }, "prohibit").truth;
    },
  };
}
