import { or, type Layer } from "@cleartitle/norms";
import type { Raised } from "../../judgment/raised.js";
import type { Spot } from "./spot.js";

/** A layer is in question always, or when a rule of the place raises it, the act itself does or somebody claims it. */
export function raisedAt(spot: Spot, layer: Layer, action: string): Raised {
  const { core, atom, at, source } = spot;
  const book = core.of.laws.in(atom, at);
  const rules = book.raises(layer, null);
  const { telling } = core.of;
  const speaking = book.raises(layer, action)
    .map(({ law, norm }) => ({ law, norm, told: telling.tell(norm.if, { ...spot, text: law }, "prohibit") }));
  const byItself = core.world.catalogue.taxonomies.actions.get(action)?.raises?.includes(layer) === true;
  const layerTerm = core.of.taxonomies.layers.get(layer);
  const always = layerTerm?.always === true;
  const certain = always || byItself || core.state.titles.isClaimed(source, layer);
  const truth = certain ? "true" : or(speaking.map(({ told }) => told.truth));
  const ground = speaking.find(({ told }) => told.truth === truth);
  const raising = speaking.find(({ told }) => told.truth !== "false")?.norm ?? rules[0]?.norm;
  return {
    truth, as: raising?.raise.as ?? layerTerm?.unsaid ?? "reserved", covered: rules.length > 0,
    premises: always ? [] : (ground?.told.premises ?? []), law: ground?.law ?? null,
  };
}
