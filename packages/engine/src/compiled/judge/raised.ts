import { or, type Layer } from "@cleartitle/norms";
import type { Raised } from "../../judgment/raised.js";
import type { Spot } from "./spot.js";

/** Copyright is always in question; any other layer when a rule of the place raises it or somebody claims it. */
export function raisedAt(spot: Spot, layer: Layer, action: string): Raised {
  const { core, atom, at, source } = spot;
  const rules = core.of.laws.in(atom, at).norms("raise").filter(({ norm }) => norm.raise.layer === layer);
  const { texts, telling } = core.of;
  const speaking = rules.filter(({ law, norm }) => norm.raise.actions === undefined || texts.of(law).isAny(action, norm.raise.actions))
    .map(({ law, norm }) => ({ law, norm, told: telling.tell(norm.if, { ...spot, text: law }, "prohibit") }));
  const byItself = core.world.catalogue.taxonomies.actions.get(action)?.raises?.includes(layer) === true;
  const certain = layer === "copyright" || byItself || core.state.titles.isClaimed(source, layer);
  const truth = certain ? "true" : or(speaking.map(({ told }) => told.truth));
  const ground = speaking.find(({ told }) => told.truth === truth);
  const raising = speaking.find(({ told }) => told.truth !== "false")?.norm ?? rules[0]?.norm;
  return {
    truth, as: raising?.raise.as ?? (reservedByNature.has(layer) ? "reserved" : "free"), covered: rules.length > 0,
    premises: layer === "copyright" ? [] : (ground?.told.premises ?? []), law: ground?.law ?? null,
  };
}

/** Where no rule of a place says so: layers in which silence of everyone is no freedom. */
const reservedByNature: ReadonlySet<Layer> = new Set<Layer>(["copyright", "related", "patent", "personal-data"]);
